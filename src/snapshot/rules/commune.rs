//! Rules for the codes of a commune, in a table and in a snapshot.

use std::collections::BTreeMap;

use super::value::department_of;
use crate::snapshot::geometry;
use crate::snapshot::model::{Department, Region};
use crate::snapshot::problem::{Details, Violation};
use crate::snapshot::rule::Rule;

/// A value that does not go with another one.
pub(crate) const DISAGREES: Rule = Rule::error("problem-disagrees");

/// The codes of a commune; `None` for one that has already been reported.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CommuneCodes<'a> {
    pub(crate) insee: Option<&'a str>,
    pub(crate) department: Option<&'a str>,
    pub(crate) region: Option<&'a str>,
    /// Longitude and latitude in degrees.
    pub(crate) point: Option<[f64; 2]>,
}

/// The regions and departments that communes are checked against, by code.
#[derive(Debug, Default)]
pub(crate) struct Territories {
    pub(crate) departments: BTreeMap<String, Department>,
    pub(crate) regions: BTreeMap<String, Region>,
}

/// A rule for the codes of a commune.
pub(crate) struct CommuneRule {
    rule: Rule,
    /// The field or column that breaks it.
    pub(crate) field: &'static str,
    /// Returns the value that breaks it, and the details of the message.
    test: fn(&CommuneCodes<'_>, &Territories) -> Option<(String, Details)>,
}

/// Every rule.
pub(crate) const RULES: [CommuneRule; 3] = [
    CommuneRule {
        rule: DISAGREES,
        field: "department",
        test: |codes, _| {
            let (insee, department) = (codes.insee?, codes.department?);
            let expected = department_of(insee);
            (department != expected).then(|| disagrees(department, insee, expected))
        },
    },
    CommuneRule {
        rule: DISAGREES,
        field: "region",
        test: |codes, territories| {
            let (region, department) = (codes.region?, territories.departments.get(codes.department?)?);
            (region != department.region).then(|| disagrees(region, &department.code, &department.region))
        },
    },
    CommuneRule { rule: Rule::warning("problem-outside-territory"), field: "lon", test: outside_outline },
];

impl CommuneRule {
    /// Tests a commune. Returns the value that breaks the rule.
    pub(crate) fn check(
        &self,
        codes: &CommuneCodes<'_>,
        territories: &Territories,
    ) -> Option<(String, Violation)> {
        let (value, details) = (self.test)(codes, territories)?;
        Some((value, Violation::new(self.rule).details(details)))
    }
}

fn disagrees(value: &str, with: &str, expected: &str) -> (String, Details) {
    (value.to_owned(), vec![("with", with.into()), ("expected", expected.into())])
}

/// Tests that a commune is within the outline of its department, or at most 25 km outside, since
/// outlines are simplified. A department without an outline is replaced by its region; a commune
/// without either passes.
fn outside_outline(codes: &CommuneCodes<'_>, territories: &Territories) -> Option<(String, Details)> {
    const MARGIN_KM: f64 = 25.0;
    let point = codes.point?;
    let department = codes.department.and_then(|code| territories.departments.get(code));
    let region = codes.region.and_then(|code| territories.regions.get(code));
    let outlines = [
        department.map(|department| (department.name.as_str(), department.outline())),
        region.map(|region| (region.name.as_str(), region.outline())),
    ];
    let (name, outline) = outlines.into_iter().flatten().find(|(_, outline)| !outline.is_empty())?;
    let is_near = geometry::contains(outline, point) || geometry::distance_km(outline, point) <= MARGIN_KM;
    let [lon, lat] = point;
    (!is_near).then(|| (format!("{lon}, {lat}"), vec![("territory", name.into())]))
}
