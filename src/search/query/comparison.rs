//! Comparisons with a number: `>4`, `4..5`.

use std::fmt;

/// A comparison with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison<T> {
    /// `>4`.
    MoreThan(T),
    /// `>=4`.
    AtLeast(T),
    /// `<5`.
    LessThan(T),
    /// `<=5`.
    AtMost(T),
    /// `5`.
    Is(T),
    /// `4..5`: between these, both included.
    Between(T, T),
}

/// A condition on a number of things.
pub(crate) type CountTest = Comparison<u16>;

impl Comparison<u16> {
    /// Parses `>4`, `>=4`, `4..`, `<5`, `<=5`, `..5` or `4..5`. A mere number is none: it is more often part of a code.
    pub(super) fn parse_count(text: &str) -> Option<Self> {
        let digits =
            |text: &str| text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
        Self::parse_with(text, digits).filter(|test| !matches!(test, Self::Is(_)))
    }
}

impl<T: Copy + PartialOrd> Comparison<T> {
    /// Returns whether it holds for a number.
    pub(crate) fn holds_for(self, number: T) -> bool {
        match self {
            Self::MoreThan(than) => number > than,
            Self::AtLeast(least) => number >= least,
            Self::LessThan(than) => number < than,
            Self::AtMost(most) => number <= most,
            Self::Is(other) => number == other,
            Self::Between(from, to) => (from..=to).contains(&number),
        }
    }

    /// Parses `>4`, `>=4`, `4..`, `<5`, `<=5`, `..5`, `5` or `4..5`, with numbers that `number` parses.
    pub(super) fn parse_with(text: &str, number: impl Fn(&str) -> Option<T>) -> Option<Self> {
        for (sign, test) in [
            (">=", Self::AtLeast as fn(T) -> Self),
            ("≥", Self::AtLeast),
            (">", Self::MoreThan),
            ("<=", Self::AtMost),
            ("≤", Self::AtMost),
            ("<", Self::LessThan),
        ] {
            if let Some(digits) = text.strip_prefix(sign) {
                return number(digits).map(test);
            }
        }
        match text.split_once("..") {
            Some((from, "")) => number(from).map(Self::AtLeast),
            Some(("", to)) => number(to).map(Self::AtMost),
            Some((from, to)) => {
                let (from, to) = (number(from)?, number(to)?);
                (from <= to).then_some(Self::Between(from, to))
            }
            None => number(text).map(Self::Is),
        }
    }
}

impl<T: fmt::Display> fmt::Display for Comparison<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MoreThan(number) => write!(f, ">{number}"),
            Self::AtLeast(number) => write!(f, ">={number}"),
            Self::LessThan(number) => write!(f, "<{number}"),
            Self::AtMost(number) => write!(f, "<={number}"),
            Self::Is(number) => write!(f, "{number}"),
            Self::Between(from, to) => write!(f, "{from}..{to}"),
        }
    }
}
