//! What must hold for regions, departments and sources.

use std::collections::BTreeMap;

use crate::snapshot::at::{At, Trace};
use crate::snapshot::model::{Department, Region, Source};
use crate::snapshot::problem::{Code, Entity, Problems, Seen};
use crate::snapshot::records::{check_filled, check_id, check_outline};
use crate::snapshot::rules::{self, Known};

/// Checks the regions and gives those that can be read, by code.
pub(super) fn check_regions(list: &At<'_>, problems: &mut Problems) -> BTreeMap<String, Region> {
    let mut seen = Seen::new(Entity::Region);
    let mut regions = BTreeMap::new();
    for (at, region) in &list.read_items::<Region>() {
        check_code(at, Code::Region, &region.code, &mut seen, problems);
        check_filled(at, &[("name", &region.name)], problems);
        check_outline(&at.key("outline"), &region.outline, problems);
        regions.insert(region.code.clone(), region.clone());
    }
    regions
}

/// Checks the departments and gives those that can be read, by code.
pub(super) fn check_departments(
    list: &At<'_>,
    known: &Known,
    problems: &mut Problems,
) -> BTreeMap<String, Department> {
    let mut seen = Seen::new(Entity::Department);
    let mut departments = BTreeMap::new();
    for (at, department) in list.read_items::<Department>() {
        check_code(&at, Code::Department, &department.code, &mut seen, problems);
        check_filled(&at, &[("name", &department.name)], problems);
        let region = &department.region;
        problems.keep(&at.key("region"), region, known.regions.known(region));
        departments.insert(department.code.clone(), department);
    }
    departments
}

/// Checks the sources.
pub(super) fn check_sources(list: &At<'_>, problems: &mut Problems) {
    let mut seen = Seen::new(Entity::Source);
    for (at, source) in &list.read_items::<Source>() {
        check_id(at, &source.id, &mut seen, problems);
        check_filled(at, &[("id", &source.id), ("title", &source.title)], problems);
        problems.keep(&at.key("url"), &source.url, rules::url(&source.url));
    }
}

fn check_code(at: &At<'_>, kind: Code, code: &str, seen: &mut Seen<Trace>, problems: &mut Problems) {
    let at = at.key("code");
    problems.keep(&at, code, rules::code(kind, code));
    problems.keep(&at, code, seen.first(code, &at));
}
