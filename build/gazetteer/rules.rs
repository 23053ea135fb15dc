//! What the values in the source tables of the gazetteer must be.

use super::cells::Rule;
use super::layout::{AliasKind, EpciType, PlaceKind};

pub const NAME: Rule<String> = Rule {
    parse: |text| {
        let is_name = !text.is_empty() && text.len() < 256 && text.trim() == text;
        (is_name && !text.contains(char::is_control)).then(|| text.to_owned())
    },
    expected: "a name of at most 255 bytes without white space around it",
};
pub const INSEE: Rule<[u8; 5]> = Rule {
    parse: |text| {
        let is_code = |code: &[u8; 5]| {
            let [a, b, rest @ ..] = code;
            a.is_ascii_digit()
                && (b.is_ascii_digit() || (*a == b'2' && matches!(b, b'A' | b'B')))
                && rest.iter().all(u8::is_ascii_digit)
        };
        text.as_bytes().try_into().ok().filter(is_code)
    },
    expected: "an INSEE code such as 01004 or 2A004, with its leading zero",
};
pub const POSTCODE: Rule<[u8; 5]> = Rule {
    parse: |text| {
        text.as_bytes().try_into().ok().filter(|code: &[u8; 5]| code.iter().all(u8::is_ascii_digit))
    },
    expected: "postcodes of five digits with blanks between them",
};
pub const SIREN: Rule<[u8; 9]> = Rule {
    parse: |text| {
        text.as_bytes().try_into().ok().filter(|code: &[u8; 9]| code.iter().all(u8::is_ascii_digit))
    },
    expected: "a SIREN of nine digits",
};
pub const SHORT_CODE: Rule<String> = Rule {
    parse: |text| {
        let is_code = matches!(text.len(), 2 | 3)
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
        is_code.then(|| text.to_owned())
    },
    expected: "a code of two or three digits or capitals, such as 01, 2A or 974",
};
pub const POPULATION: Rule<u32> = Rule {
    parse: |text| text.parse().ok().filter(|number| *number < 100_000_000),
    expected: "a number of inhabitants in digits, or nothing if it is not known",
};
pub const LATITUDE: Rule<i32> = Rule {
    parse: |text| degrees(text, 90.0),
    expected: "degrees from -90 to 90 with at most four decimals, such as 48.8566",
};
pub const LONGITUDE: Rule<i32> = Rule {
    parse: |text| degrees(text, 180.0),
    expected: "degrees from -180 to 180 with at most four decimals, such as 2.3522",
};
pub const COMMUNE_KIND: Rule<PlaceKind> = Rule {
    parse: |text| PlaceKind::ALL.iter().take(4).copied().find(|kind| kind.code() == text),
    expected: "commune, arrondissement, delegated or associated",
};
pub const EPCI_TYPE: Rule<EpciType> = Rule {
    parse: |text| EpciType::ALL.iter().copied().find(|epci_type| epci_type.code() == text),
    expected: "CC, CA, CU, METRO, MET69 or EPT",
};
pub const ALIAS_KIND: Rule<AliasKind> = Rule {
    parse: |text| AliasKind::ALL.iter().copied().find(|kind| kind.code() == text),
    expected: "region, department, epci, commune, carrier or theme",
};
pub const DATE: Rule<(u16, u8, u8)> =
    Rule { parse: date, expected: "a date such as 2025-01-01, or nothing if it is not known" };

/// Parses degrees with at most four decimals into ten-thousandths.
fn degrees(text: &str, limit: f64) -> Option<i32> {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let degrees: f64 = text.parse().ok().filter(|degrees: &f64| degrees.abs() <= limit)?;
    // At most 1,800,000, which an `i32` holds.
    (decimals <= 4).then_some((degrees * 10_000.0).round() as i32)
}

fn date(text: &str) -> Option<(u16, u8, u8)> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let is_padded = year.len() == 4 && month.len() == 2 && day.len() == 2;
    let (year, month, day): (u16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u8::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (is_padded && year > 0 && (1..=days).contains(&day)).then_some((year, month, day))
}
