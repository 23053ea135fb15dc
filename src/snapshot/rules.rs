//! What a single value must be, the same in a table and in a snapshot.

use std::collections::BTreeSet;
use std::str::FromStr;

use smol_str::SmolStr;
use unicode_normalization::is_nfc;

use super::date::PartialDate;
use super::model::{Department, Region};
use super::nearest::nearest;
use super::problem::{Code, Entity, Fault};
use crate::sanitize::first_hidden;

/// Waves of labels: 24 Cités in 2020, 60 in 2021.
pub(crate) const WAVES: [i16; 2] = [2020, 2021];

/// Legal forms of intercommunal bodies, as the list of communes has them.
pub(crate) const EPCI_TYPES: [&str; 5] = ["CC", "CA", "CU", "METRO", "MET69"];

/// Where a longitude in WGS 84 degrees can lie.
pub(crate) const LONGITUDES: (f64, f64) = (-180.0, 180.0);

/// Where a latitude in WGS 84 degrees can lie.
pub(crate) const LATITUDES: (f64, f64) = (-90.0, 90.0);

/// A partial date.
pub(crate) fn date(text: &str) -> Result<PartialDate, Fault> {
    text.parse().map_err(|_| Fault::NotADate)
}

/// One of the words of a list.
pub(crate) fn one_of<'a>(text: &str, allowed: &[&'a str]) -> Result<&'a str, Fault> {
    allowed.iter().copied().find(|word| *word == text).ok_or_else(|| Fault::NotOneOf {
        allowed: allowed.iter().copied().map(str::to_owned).collect(),
        nearest: nearest(text, allowed.iter().copied()).map(str::to_owned),
    })
}

/// A whole number that its type can hold, digits only.
pub(crate) fn whole_number<T: FromStr>(text: &str) -> Result<T, Fault> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().ok_or(Fault::NotANumber)
}

/// A number that is neither infinite nor none.
pub(crate) fn number(text: &str) -> Result<f64, Fault> {
    text.parse().ok().filter(|number: &f64| number.is_finite()).ok_or(Fault::NotANumber)
}

/// A number within bounds.
pub(crate) fn within(number: f64, (least, most): (f64, f64)) -> Result<f64, Fault> {
    if (least..=most).contains(&number) { Ok(number) } else { Err(Fault::OutOfRange { least, most }) }
}

/// A year in which Cités were labelled.
pub(crate) fn wave(text: &str) -> Result<i16, Fault> {
    let years = WAVES.map(|year| year.to_string());
    let word = one_of(text, &years.each_ref().map(String::as_str))?;
    whole_number(word)
}

/// Text in composed form, without characters that do something unseen and
/// without white space around it.
pub(crate) fn text(text: &str) -> impl Iterator<Item = Fault> {
    let hidden = first_hidden(text).map(|(character, kind)| Fault::HiddenCharacter { character, kind });
    let not_nfc = (!is_nfc(text)).then_some(Fault::NotNfc);
    let outer_space = (hidden.is_none() && text.trim() != text).then_some(Fault::OuterSpace);
    hidden.into_iter().chain(not_nfc).chain(outer_space)
}

/// An address that a browser opens.
pub(crate) fn url(text: &str) -> Result<(), Fault> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let named = host.is_some_and(|host| !host.is_empty());
    if named && !text.contains(char::is_whitespace) { Ok(()) } else { Err(Fault::NotAUrl) }
}

/// A public code.
pub(crate) fn code(kind: Code, text: &str) -> Result<(), Fault> {
    let valid = match kind {
        Code::Cite => is_cite(text),
        Code::Commune => is_commune(text),
        Code::Department => is_department(text),
        Code::Region => is_region(text),
        Code::Qpv => is_qpv(text),
        Code::Siren => is_siren(text),
    };
    if valid { Ok(()) } else { Err(Fault::NotACode(kind)) }
}

/// The department of a commune is the one that its INSEE code starts with.
pub(crate) fn department_of_commune(department: &str, insee: &str) -> Result<(), Fault> {
    let expected = department_prefix(insee);
    if department == expected {
        return Ok(());
    }
    Err(Fault::Disagrees { with: insee.to_owned(), expected: expected.to_owned() })
}

/// The region of a commune is that of its department.
pub(crate) fn region_of_department(region: &str, department: &Department) -> Result<(), Fault> {
    if region == department.region {
        return Ok(());
    }
    Err(Fault::Disagrees { with: department.code.clone(), expected: department.region.clone() })
}

/// A ring of an outline ends where it started and holds an area.
pub(crate) fn ring(points: &[[f64; 2]]) -> Result<(), Fault> {
    if points.len() >= 4 && points.first() == points.last() { Ok(()) } else { Err(Fault::OpenRing) }
}

/// A Cité starts after the programme does.
pub(crate) fn not_before_programme(date: PartialDate, start: PartialDate) -> Result<(), Fault> {
    if date.latest() < start.earliest() { Err(Fault::BeforeProgramme { start }) } else { Ok(()) }
}

/// A Cité starts before the experiment ends.
pub(crate) fn not_after_experiment(date: PartialDate, end: PartialDate) -> Result<(), Fault> {
    if date.earliest() > end.latest() { Err(Fault::AfterExperiment { end }) } else { Ok(()) }
}

/// A Cité starts after it was labelled.
pub(crate) fn not_before_label(date: PartialDate, label: PartialDate) -> Result<(), Fault> {
    if date.latest() < label.earliest() { Err(Fault::BeforeLabel { label }) } else { Ok(()) }
}

/// A label is given in the year of its wave.
pub(crate) fn in_wave(label: PartialDate, wave: i16) -> Result<(), Fault> {
    if label.year() == wave { Ok(()) } else { Err(Fault::OutsideWave { wave }) }
}

/// A commune lies within the box around the outline of its region, and a
/// little beyond since outlines are simplified. No outline says nothing.
///
/// The snapshot has no outlines of departments: a point in the wrong
/// department of the right region is not noticed.
pub(crate) fn inside_region(lon: f64, lat: f64, region: &Region) -> Result<(), Fault> {
    const MARGIN: f64 = 0.1;
    let within = |value: f64, axis: usize| {
        let along = region.outline.iter().flatten().filter_map(|point| point.get(axis).copied());
        let (least, most) =
            along.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), at| (least.min(at), most.max(at)));
        (least - MARGIN..=most + MARGIN).contains(&value)
    };
    if region.outline.is_empty() || (within(lon, 0) && within(lat, 1)) {
        return Ok(());
    }
    Err(Fault::OutsideRegion { region: region.name.clone() })
}

/// A quartier lies in one of the departments that its Cité has communes in.
pub(crate) fn qpv_in(code: &str, departments: &[SmolStr]) -> Result<(), Fault> {
    let number = code.strip_prefix("QP").unwrap_or(code);
    let number = number.strip_prefix('0').unwrap_or(number);
    if departments.is_empty() || departments.iter().any(|department| number.starts_with(department.as_str()))
    {
        return Ok(());
    }
    Err(Fault::OutsideCite { departments: departments.iter().map(ToString::to_string).collect() })
}

fn department_prefix(commune: &str) -> &str {
    let length = if commune.starts_with("97") || commune.starts_with("98") { 3 } else { 2 };
    commune.get(..length).unwrap_or(commune)
}

fn are_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `cde-` and three digits or more.
fn is_cite(text: &str) -> bool {
    text.strip_prefix("cde-").is_some_and(|number| number.len() >= 3 && are_digits(number, number.len()))
}

/// A department (`01` to `95` without `20`, `2A`, `2B`, `971` to `976`) or an
/// overseas collectivity that stands for one (`975`, `977`, `978`, `984`, `986` to `989`).
fn is_department(text: &str) -> bool {
    match text {
        "2A" | "2B" => true,
        "20" => false,
        _ if text.len() == 2 => whole_number(text).is_ok_and(|number: u8| (1..=95).contains(&number)),
        _ => {
            are_digits(text, 3)
                && whole_number(text)
                    .is_ok_and(|number: u16| (971..=978).contains(&number) || (984..=989).contains(&number))
        }
    }
}

/// Two digits, or the three of an overseas collectivity.
fn is_region(text: &str) -> bool {
    are_digits(text, 2) || (text.starts_with('9') && text.len() == 3 && is_department(text))
}

/// Five characters: a department and the number of the commune in it, from 1.
fn is_commune(text: &str) -> bool {
    let department = department_prefix(text);
    let number = text.get(department.len()..).unwrap_or_default();
    is_department(department)
        && are_digits(number, 5 - department.len())
        && number.bytes().any(|digit| digit != b'0')
}

/// `QP`, the department in three characters (`049`, `02A`, `974`) and three
/// digits; for Corsica also `QP2A` and four digits.
fn is_qpv(text: &str) -> bool {
    let Some((department, number)) = text.strip_prefix("QP").and_then(|rest| rest.split_at_checked(3)) else {
        return false;
    };
    let department = department.strip_prefix('0').unwrap_or(department);
    match department.strip_prefix("2A").or_else(|| department.strip_prefix("2B")) {
        Some(digit) => are_digits(digit, digit.len()) && are_digits(number, 3),
        None => is_department(department) && are_digits(number, 3),
    }
}

/// Nine digits, the last of which checks the others (Luhn).
fn is_siren(text: &str) -> bool {
    let digits = text.bytes().rev().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let check = |(place, digit): (usize, u32)| match digit << (place % 2) {
        doubled @ 10.. => doubled - 9,
        single => single,
    };
    are_digits(text, 9) && digits.enumerate().map(check).sum::<u32>().is_multiple_of(10)
}

/// The ids that one kind of thing has.
#[derive(Debug)]
pub(crate) struct Ids {
    entity: Entity,
    ids: BTreeSet<String>,
    /// Whether all of them could be read: of a broken table no id is unknown.
    complete: bool,
}

impl Ids {
    pub(crate) fn new(entity: Entity, ids: impl IntoIterator<Item = String>, complete: bool) -> Self {
        Self { entity, ids: ids.into_iter().collect(), complete }
    }

    /// Whether something has this id.
    pub(crate) fn known(&self, id: &str) -> Result<(), Fault> {
        if !self.complete || self.ids.contains(id) {
            return Ok(());
        }
        let nearest = nearest(id, self.ids.iter().map(String::as_str)).map(str::to_owned);
        Err(Fault::UnknownId { entity: self.entity, nearest })
    }
}

/// The ids that links may lead to.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) cites: Ids,
    pub(crate) sources: Ids,
    pub(crate) departments: Ids,
    pub(crate) regions: Ids,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insee_and_qpv_codes_are_told_from_what_looks_like_them() {
        for (kind, good, bad) in [
            (
                Code::Department,
                vec!["01", "19", "2A", "2B", "95", "974", "976", "988"],
                vec!["", "1", "00", "20", "96", "2C", "2a", "970", "979", "980", "99", "+1", "0x1", "９５"],
            ),
            (Code::Region, vec!["01", "53", "94", "977"], vec!["", "5", "053", "5A", "123"]),
            (
                Code::Commune,
                vec!["01001", "2A004", "2B033", "97209", "97801", "75056"],
                vec!["", "1001", "01000", "20004", "97000", "2A04", "750560", "7505６", "97900", "2Aé4"],
            ),
            (
                Code::Cite,
                vec!["cde-001", "cde-000001"],
                vec!["", "cde-", "cde-01", "CDE-001", "cde-0a1", "cde001", " cde-001"],
            ),
            (
                Code::Qpv,
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
                Code::Siren,
                vec!["732829320", "200041630"],
                vec!["", "732829321", "73282932", "7328293200", "73282932O"],
            ),
        ] {
            for text in good {
                assert_eq!(code(kind, text), Ok(()), "{kind:?} {text}");
            }
            for text in bad {
                assert_eq!(code(kind, text), Err(Fault::NotACode(kind)), "{kind:?} {text}");
            }
        }
    }

    #[test]
    fn an_address_has_a_scheme_and_a_host() {
        for text in ["https://insee.fr", "http://a.b/c?d#e"] {
            assert_eq!(url(text), Ok(()), "{text}");
        }
        for text in
            ["", "insee.fr", "ftp://insee.fr", "javascript:alert(1)", "https://", "https:///a", "http://a b"]
        {
            assert_eq!(url(text), Err(Fault::NotAUrl), "{text}");
        }
    }

    #[test]
    fn numbers_are_numbers_only() {
        assert_eq!(whole_number::<u32>("4567"), Ok(4567));
        for text in ["", "+1", "-1", "1.0", "1 000", "99999999999"] {
            assert_eq!(whole_number::<u32>(text), Err(Fault::NotANumber), "{text}");
        }
        for text in ["", "NaN", "inf", "1e999", "1,5"] {
            assert_eq!(number(text), Err(Fault::NotANumber), "{text}");
        }
        assert_eq!(within(181.0, LONGITUDES), Err(Fault::OutOfRange { least: -180.0, most: 180.0 }));
    }

    #[test]
    fn a_table_that_could_not_be_read_makes_no_id_unknown() {
        let broken = Ids::new(Entity::Source, [], false);
        assert_eq!(broken.known("S01"), Ok(()));
        let read = Ids::new(Entity::Source, ["S01".to_owned()], true);
        assert_eq!(
            read.known("S0"),
            Err(Fault::UnknownId { entity: Entity::Source, nearest: Some("S01".to_owned()) })
        );
    }
}
