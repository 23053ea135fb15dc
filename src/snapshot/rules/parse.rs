//! Tests and parses single values, the same in a table and in a snapshot.

use std::str::FromStr;

use unicode_normalization::is_nfc;

use super::value::{DATE, Range, ValueRule};
use crate::sanitize::{HiddenKind, first_hidden};
use crate::snapshot::date::PartialDate;
use crate::snapshot::problem::{Detail, Violation};
use crate::snapshot::rule::Rule;
use crate::snapshot::spelling::closest_match;

pub(crate) const EMPTY: Rule = Rule::error("problem-empty");
pub(crate) const OUTER_SPACE: Rule = Rule::error("problem-outer-space");
const NOT_NFC: Rule = Rule::error("problem-not-nfc");
const CONTROL_CHARACTER: Rule = Rule::error("problem-control-character");
const BIDI_CHARACTER: Rule = Rule::error("problem-bidi-character");
const ZERO_WIDTH_CHARACTER: Rule = Rule::error("problem-zero-width-character");
const NOT_A_NUMBER: Rule = Rule::fatal("problem-not-a-number");
const OUT_OF_RANGE: Rule = Rule::error("problem-out-of-range");

/// For words that the model has as an enumeration.
pub(crate) const NOT_A_VARIANT: Rule = Rule::fatal("problem-not-one-of");

/// For words and numbers that any text or number of the model can hold.
pub(crate) const NOT_ONE_OF: Rule = Rule::error("problem-not-one-of");

/// Tests what holds for every text: it is composed (Unicode NFC), without
/// hidden characters and without white space around it.
pub(crate) fn check_text(text: &str) -> impl Iterator<Item = Violation> {
    let hidden = first_hidden(text).map(|(character, kind)| {
        let rule = match kind {
            HiddenKind::Control => CONTROL_CHARACTER,
            HiddenKind::Bidi => BIDI_CHARACTER,
            HiddenKind::ZeroWidth => ZERO_WIDTH_CHARACTER,
        };
        Violation::new(rule).with("code", format!("U+{:04X}", u32::from(character)))
    });
    let not_nfc = (!is_nfc(text)).then(|| Violation::new(NOT_NFC));
    let outer_space = (hidden.is_none() && text.trim() != text).then(|| Violation::new(OUTER_SPACE));
    hidden.into_iter().chain(not_nfc).chain(outer_space)
}

impl ValueRule {
    /// Tests a value.
    pub(crate) fn check(&self, text: &str) -> Result<(), Violation> {
        if (self.test)(text) {
            return Ok(());
        }
        let violation = Violation::new(self.rule);
        Err(match self.noun {
            Some(key) => violation.with("code", Detail::Key(key)),
            None => violation,
        })
    }
}

/// Parses a partial date.
pub(crate) fn date(text: &str) -> Result<PartialDate, Violation> {
    text.parse().map_err(|_| Violation::new(DATE.rule))
}

/// Finds a word among those of a list.
pub(crate) fn one_of<'a>(rule: Rule, text: &str, allowed: &[&'a str]) -> Result<&'a str, Violation> {
    allowed.iter().copied().find(|word| *word == text).ok_or_else(|| {
        Violation::new(rule)
            .with("allowed", Detail::List(allowed.iter().copied().map(str::to_owned).collect()))
            .suggest(closest_match(text, allowed.iter().copied()))
    })
}

/// Parses a whole number, written in digits only, that fits into its type.
pub(crate) fn whole_number<T: FromStr>(text: &str) -> Result<T, Violation> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().ok_or(Violation::new(NOT_A_NUMBER))
}

/// Parses a finite number.
pub(crate) fn number(text: &str) -> Result<f64, Violation> {
    text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or(Violation::new(NOT_A_NUMBER))
}

/// Tests that a number is within bounds, both included.
pub(crate) fn in_range(number: f64, min: f64, max: f64) -> Result<f64, Violation> {
    if (min..=max).contains(&number) {
        return Ok(number);
    }
    Err(Violation::new(OUT_OF_RANGE).with("least", min).with("most", max))
}

impl Range {
    /// Tests that a number is within the range.
    pub(crate) fn check(self, number: f64) -> Result<f64, Violation> {
        in_range(number, self.min.into(), self.max.into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::value::LONGITUDE;
    use super::*;

    #[test]
    fn numbers_are_numbers_only() {
        let not_a_number = || Violation::new(NOT_A_NUMBER);
        assert_eq!(whole_number::<u32>("4567"), Ok(4567));
        for text in ["", "+1", "-1", "1.0", "1 000", "99999999999"] {
            assert_eq!(whole_number::<u32>(text), Err(not_a_number()), "{text}");
        }
        for text in ["", "NaN", "inf", "1e999", "1,5"] {
            assert_eq!(number(text), Err(not_a_number()), "{text}");
        }
        let out_of_range = Violation::new(OUT_OF_RANGE).with("least", -180.0).with("most", 180.0);
        assert_eq!(LONGITUDE.check(181.0), Err(out_of_range));
    }
}
