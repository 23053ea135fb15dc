//! Rules for single values: the JSON Schema pattern and the test in one row.
//!
//! The model names a row in the attribute of a field and a table reader in the
//! reading of a cell. The check finds the row by the pattern in the schema, so
//! that the schema never demands what the check ignores.

use crate::snapshot::date::PartialDate;
use crate::snapshot::rule::Rule;

/// A rule for one value.
#[derive(Debug)]
pub(crate) struct ValueRule {
    pub(crate) rule: Rule,
    /// The key of the text for what the value should be, if several rows share a message.
    pub(crate) noun: Option<&'static str>,
    /// A regular expression (ECMA 262) that every value matches.
    pub(crate) pattern: &'static str,
    /// Accepts exactly what matches the pattern, unless it also tests a check
    /// digit or the days of a month, which a pattern cannot express.
    pub(crate) test: fn(&str) -> bool,
}

/// Departments of two characters, as a regular expression.
macro_rules! metropolitan {
    () => {
        "(0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])"
    };
}

/// Departments and collectivities of three characters, as a regular expression.
macro_rules! overseas {
    () => {
        "(97[1-8]|98[4-9])"
    };
}

const NOT_A_CODE: Rule = Rule::error("problem-not-a-code");

/// The ANCT's id of a Cité: `cde-` and three digits or more.
pub(crate) const CITE: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-cite"),
    pattern: "^cde-[0-9]{3,}$",
    test: is_cite,
};

/// The INSEE code of a commune: its department and its number there, from 1; five characters in all.
pub(crate) const COMMUNE: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-commune"),
    pattern: concat!(
        "^(",
        metropolitan!(),
        "([0-9]{2}[1-9]|[0-9][1-9][0-9]|[1-9][0-9]{2})|",
        overseas!(),
        "([0-9][1-9]|[1-9][0-9]))$"
    ),
    test: is_commune,
};

/// The INSEE code of a department (`01` to `95` without `20`, `2A`, `2B`, `971`
/// to `976`) or of an overseas collectivity in its stead (`977`, `978`, `984` to `989`).
pub(crate) const DEPARTMENT: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-department"),
    pattern: concat!("^(", metropolitan!(), "|", overseas!(), ")$"),
    test: is_department,
};

/// The INSEE code of a region: two digits, or the three of an overseas collectivity.
pub(crate) const REGION: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-region"),
    pattern: concat!("^([0-9]{2}|", overseas!(), ")$"),
    test: is_region,
};

/// The code of a quartier prioritaire: `QP`, the department in three
/// characters (`049`, `02A`, `974`) and three digits; in Corsica also `QP2A`
/// or `QP2B` and four digits.
pub(crate) const QPV: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-qpv"),
    pattern: concat!("^QP(0", metropolitan!(), "|2[AB][0-9]|", overseas!(), ")[0-9]{3}$"),
    test: is_qpv,
};

/// The code of a quartier prioritaire in force since 2024: `QN`, the department in three
/// characters, two digits and a letter (`M` modified, `I` unchanged, `N` new); overseas, two digits
/// and a letter as well.
pub(crate) const QPV_2024: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-qpv-2024"),
    pattern: concat!("^QN(0", metropolitan!(), "|", overseas!(), ")[0-9]{2}[A-Z]$"),
    test: is_qpv_2024,
};

/// The code of a contrat de ville 2024-2030: `CN`, the department in three characters, two digits
/// and a letter.
pub(crate) const CONTRACT: ValueRule = ValueRule {
    rule: NOT_A_CODE,
    noun: Some("problem-code-contract"),
    pattern: concat!("^CN(0", metropolitan!(), "|", overseas!(), ")[0-9]{2}[A-Z]$"),
    test: is_contract,
};

/// The SIREN number of a body: nine digits, the last of which is a Luhn check digit.
pub(crate) const SIREN: ValueRule =
    ValueRule { rule: NOT_A_CODE, noun: Some("problem-code-siren"), pattern: "^[0-9]{9}$", test: is_siren };

/// An address that a browser opens: a scheme, a host, no white space.
pub(crate) const URL: ValueRule = ValueRule {
    rule: Rule::error("problem-not-a-url"),
    noun: None,
    pattern: r"^https?://[^/?#\s\x85]+[^\s\x85]*$",
    test: is_url,
};

/// A partial date.
pub(crate) const DATE: ValueRule = ValueRule {
    rule: Rule::fatal("problem-not-a-date"),
    noun: None,
    pattern: PartialDate::PATTERN,
    test: |text| text.parse::<PartialDate>().is_ok(),
};

const ALL: [&ValueRule; 10] =
    [&CITE, &COMMUNE, &DEPARTMENT, &REGION, &QPV, &QPV_2024, &CONTRACT, &SIREN, &URL, &DATE];

impl ValueRule {
    /// Returns the row with this pattern in the JSON Schema.
    pub(crate) fn by_pattern(pattern: &str) -> Option<&'static Self> {
        ALL.into_iter().find(|row| row.pattern == pattern)
    }
}

/// The years of the waves of labels: 24 Cités in 2020, 60 in 2021.
pub(crate) const WAVES: [i16; 2] = [2020, 2021];

/// The same years, as tables have them.
pub(crate) const WAVE_WORDS: [&str; 2] = ["2020", "2021"];

/// Legal forms of intercommunal bodies, as the list of communes has them.
pub(crate) const EPCI_TYPES: [&str; 5] = ["CC", "CA", "CU", "METRO", "MET69"];

/// The bounds of a number, both included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Range {
    pub(crate) min: i16,
    pub(crate) max: i16,
}

/// Shares in per cent.
pub(crate) const PERCENTAGE: Range = Range { min: 0, max: 100 };

/// Longitudes in WGS 84 degrees.
pub(crate) const LONGITUDE: Range = Range { min: -180, max: 180 };

/// Latitudes in WGS 84 degrees.
pub(crate) const LATITUDE: Range = Range { min: -90, max: 90 };

fn is_url(text: &str) -> bool {
    // Besides Unicode white space, what ECMA 262 takes for it.
    let is_space = |c: char| c.is_whitespace() || c == '\u{feff}';
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.starts_with(['/', '?', '#']) && !rest.is_empty() && !rest.contains(is_space)
    })
}

/// Returns the department that the INSEE code of a commune starts with.
pub(crate) fn department_of(commune: &str) -> &str {
    let length = if commune.starts_with("97") || commune.starts_with("98") { 3 } else { 2 };
    commune.get(..length).unwrap_or(commune)
}

fn are_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_cite(text: &str) -> bool {
    text.strip_prefix("cde-").is_some_and(|number| number.len() >= 3 && are_digits(number, number.len()))
}

fn is_department(text: &str) -> bool {
    match (text, text.parse::<u16>()) {
        ("2A" | "2B", _) => true,
        ("20", _) => false,
        (_, Ok(1..=95)) => are_digits(text, 2),
        (_, Ok(971..=978 | 984..=989)) => are_digits(text, 3),
        _ => false,
    }
}

fn is_region(text: &str) -> bool {
    are_digits(text, 2) || (text.starts_with('9') && text.len() == 3 && is_department(text))
}

fn is_commune(text: &str) -> bool {
    let department = department_of(text);
    let number = text.get(department.len()..).unwrap_or_default();
    is_department(department)
        && are_digits(number, 5 - department.len())
        && number.bytes().any(|digit| digit != b'0')
}

fn is_qpv(text: &str) -> bool {
    let Some((department, number)) = text.strip_prefix("QP").and_then(|rest| rest.split_at_checked(3)) else {
        return false;
    };
    let department = department.strip_prefix('0').unwrap_or(department);
    let is_known = match department.strip_prefix("2A").or_else(|| department.strip_prefix("2B")) {
        Some(digit) => are_digits(digit, digit.len()),
        None => is_department(department),
    };
    is_known && are_digits(number, 3)
}

fn is_qpv_2024(text: &str) -> bool {
    text.strip_prefix("QN").is_some_and(is_numbered)
}

fn is_contract(text: &str) -> bool {
    text.strip_prefix("CN").is_some_and(is_numbered)
}

/// Returns whether a text is a department in three characters, two digits and a letter.
fn is_numbered(text: &str) -> bool {
    let Some((department, rest)) = text.split_at_checked(3) else { return false };
    let Some((number, letter)) = rest.split_at_checked(2) else { return false };
    let metropolitan = department.strip_prefix('0').filter(|code| code.len() == 2);
    metropolitan.map_or(department.len() == 3 && is_department(department), is_department)
        && are_digits(number, 2)
        && matches!(letter.as_bytes(), [b'A'..=b'Z'])
}

fn is_siren(text: &str) -> bool {
    let digits = text.bytes().rev().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let check = |(index, digit): (usize, u32)| match digit << (index % 2) {
        doubled @ 10.. => doubled - 9,
        single => single,
    };
    are_digits(text, 9) && digits.enumerate().map(check).sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::LazyLock;

    use jsonschema::Validator;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    /// The rows whose test is stricter than their pattern.
    const STRICTER: [&str; 2] = [SIREN.pattern, DATE.pattern];

    fn matches(row: &ValueRule, text: &str) -> bool {
        static VALIDATORS: LazyLock<HashMap<&str, Validator>> = LazyLock::new(|| {
            let validator = |pattern| jsonschema::draft202012::new(&json!({ "pattern": pattern }));
            ALL.map(|row| (row.pattern, validator(row.pattern).expect("a pattern"))).into()
        });
        VALIDATORS[row.pattern].is_valid(&json!(text))
    }

    fn assert_agreement(text: &str) {
        for row in ALL {
            let (test, pattern) = ((row.test)(text), matches(row, text));
            let agree = test == pattern || (pattern && STRICTER.contains(&row.pattern));
            assert!(agree, "{text:?}: test {test}, pattern {pattern} ({})", row.pattern);
        }
    }

    #[test]
    fn values_are_distinguished_from_similar_texts() {
        for (row, good, bad) in [
            (
                &DEPARTMENT,
                vec!["01", "19", "2A", "2B", "95", "974", "976", "988"],
                vec!["", "1", "00", "20", "96", "2C", "2a", "970", "979", "980", "99", "+1", "0x1", "９５"],
            ),
            (&REGION, vec!["01", "53", "94", "977"], vec!["", "5", "053", "5A", "123"]),
            (
                &COMMUNE,
                vec!["01001", "2A004", "2B033", "97209", "97801", "75056"],
                vec!["", "1001", "01000", "20004", "97000", "2A04", "750560", "7505６", "97900", "2Aé4"],
            ),
            (
                &CITE,
                vec!["cde-001", "cde-000001"],
                vec!["", "cde-", "cde-01", "CDE-001", "cde-0a1", "cde001", " cde-001"],
            ),
            (
                &QPV,
                vec!["QP049001", "QP974012", "QP02A001", "QP2A0001"],
                vec![
                    "",
                    "QP",
                    "QP49001",
                    "QN049001",
                    "QP000001",
                    "QP0490011",
                    "qp049001",
                    "QP2C0001",
                    "QP02é01",
                ],
            ),
            (
                &SIREN,
                vec!["732829320", "200041630"],
                vec!["", "732829321", "73282932", "7328293200", "73282932O"],
            ),
            (
                &URL,
                vec!["https://insee.fr", "http://a.b/c?d#e"],
                vec![
                    "",
                    "insee.fr",
                    "ftp://insee.fr",
                    "javascript:alert(1)",
                    "https://",
                    "https:///a",
                    "https://?a",
                    "http://a b",
                    "http://a.b/\u{a0}",
                    "http://a.b/\u{feff}",
                    "http://a.b/\u{85}",
                ],
            ),
            (&DATE, vec!["2020", "2022-Q1", "2021-07-10"], vec!["", "2020-13", "2021-02-29", "2021-7-1"]),
        ] {
            for text in good {
                assert!((row.test)(text), "{} {text}", row.pattern);
                assert_agreement(text);
            }
            for text in bad {
                assert!(!(row.test)(text), "{} {text}", row.pattern);
                assert_agreement(text);
            }
        }
    }

    #[test]
    fn tables_have_the_years_of_the_waves() {
        assert_eq!(WAVES.map(|year| year.to_string()), WAVE_WORDS);
    }

    #[test]
    fn pattern_and_test_agree_on_every_short_code() {
        for digits in 0..1000 {
            for text in [format!("{digits}"), format!("{digits:02}"), format!("{digits:03}")] {
                assert_agreement(&text);
            }
        }
    }

    /// Collects every pattern in a schema.
    fn patterns(schema: &Value, found: &mut Vec<String>) {
        match schema {
            Value::Object(fields) => {
                found.extend(fields.get("pattern").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|field| patterns(field, found));
            }
            Value::Array(items) => items.iter().for_each(|item| patterns(item, found)),
            _ => {}
        }
    }

    #[test]
    fn the_check_enforces_every_pattern_of_the_schema() {
        let mut schema = crate::snapshot::schema();
        // The version is tested before anything else.
        schema["properties"]["schema_version"] = Value::Null;
        let mut found = Vec::new();
        patterns(&schema, &mut found);
        assert!(found.len() > ALL.len());
        assert!(found.iter().all(|pattern| ValueRule::by_pattern(pattern).is_some()), "{found:?}");
    }

    proptest! {
        #[test]
        fn pattern_and_test_agree(
            text in prop_oneof![
                "(9[5-9]|2[0AB]|[0-9]{2})0{0,2}[0-9]{2,4}",
                "QP(0[0-9][0-9AB]|2[ABC0-9][0-9]|9[78][0-9])[0-9]{3,4}",
                "cde-[0-9]{0,4}[a-z]?",
                "[0-9]{8,10}",
                "https?://[a-z./?# \\t\u{a0}\u{2028}é]{0,6}",
                "[0-9]{4}-?Q?[0-9]{0,2}-?[0-9]{0,2}",
            ],
        ) {
            assert_agreement(&text);
        }
    }
}
