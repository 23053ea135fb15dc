//! Conditions on the figures of the quartiers of a Cité.

use std::fmt;

use super::comparison::Comparison;

/// A condition on a figure.
///
/// It compares the number on the screen: people and euros in whole numbers, rates with one decimal, as
/// the weighted mean. A number that is not known meets no condition. A sum to which some quartiers
/// contribute nothing, since theirs is not published, may be larger: it meets `>` and `>=` only.
pub type FigureTest = Comparison<Tenths>;

/// A number with one decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub(crate) i64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 10, self.0 % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

/// A figure of a Cité.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FigureValue {
    pub value: Tenths,
    /// Whether the true value may be larger.
    pub is_lower_bound: bool,
}

impl FigureTest {
    pub(super) const EXAMPLES: [&str; 4] = [">5000", ">=40", "<35,5", "30..40"];

    /// Parses a comparison with numbers such as `5000`, `35.5`, `35,5` or `40%`.
    pub(super) fn parse_figure(text: &str) -> Option<Self> {
        Self::parse_with(text, tenths)
    }

    /// Returns whether a figure surely meets the condition.
    pub(crate) fn holds(self, figure: FigureValue) -> bool {
        let FigureValue { value, is_lower_bound } = figure;
        match self {
            Self::MoreThan(limit) => value > limit,
            Self::AtLeast(limit) => value >= limit,
            _ if is_lower_bound => false,
            Self::LessThan(limit) => value < limit,
            Self::AtMost(limit) => value <= limit,
            Self::Is(number) => value == number,
            Self::Between(from, to) => (from..=to).contains(&value),
        }
    }
}

fn tenths(text: &str) -> Option<Tenths> {
    let text = text.strip_suffix('%').unwrap_or(text);
    let (whole, tenth) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |text: &str, most: usize| {
        let is_number = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i64>().ok().filter(|_| is_number)
    };
    Some(Tenths(digits(whole, 15)? * 10 + digits(tenth, 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_holds_only_when_it_is_certain() {
        let complete = FigureValue { value: Tenths(426), is_lower_bound: false };
        let partial = FigureValue { is_lower_bound: true, ..complete };
        for (test, of_complete, of_partial) in [
            (">42", true, true),
            (">42,6", false, false),
            (">=42.6", true, true),
            ("<43", true, false),
            ("<=42,6%", true, false),
            ("42,6", true, false),
            ("42", false, false),
            ("40..45", true, false),
            ("42..", true, true),
            ("..45", true, false),
        ] {
            let parsed = FigureTest::parse_figure(test).expect("a test");
            assert_eq!((parsed.holds(complete), parsed.holds(partial)), (of_complete, of_partial), "{test}");
            let printed = parsed.to_string();
            assert_eq!(FigureTest::parse_figure(&printed), Some(parsed), "{printed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", ">", "x", "1,25", "1e3", "-4", "5..4", "..", "9999999999999999"] {
            assert_eq!(FigureTest::parse_figure(text), None, "{text:?}");
        }
    }
}
