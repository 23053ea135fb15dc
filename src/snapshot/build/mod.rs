//! A snapshot from the source tables that people edit.
//!
//! Every table is read and checked before anything is made of it, so that one
//! run names everything that is wrong.

mod cites;
mod json;

use std::collections::BTreeMap;
use std::path::Path;

use super::model::{Department, Preconisation, Region, SCHEMA_VERSION, Snapshot, Source, TimelineEvent};
use super::problem::{Code, Entity, Problem, Problems, Seen};
use super::records::{self, Record};
use super::rules::{self, Known};
use super::table::{Table, format};
use json::RegionOutline;

/// Builds the snapshot of the tables in a folder, such as `data/sources`.
///
/// The result depends on the tables' rows only: Cités, communes, quartiers,
/// departments and regions stand in the order of their codes, recommendations
/// core ones first, events by date, the rest as in its table.
///
/// ```
/// use cites_emploi::snapshot::{EMBEDDED, build, to_json};
///
/// match build("data/sources".as_ref()) {
///     Ok(snapshot) => assert_eq!(to_json(&snapshot)?, EMBEDDED),
///     Err(problems) => problems.iter().for_each(|problem| eprintln!("{problem}")),
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong in the tables, table by table.
pub fn build(dir: &Path) -> Result<Snapshot, Vec<Problem>> {
    let mut problems = Problems::default();
    match assemble(dir, &mut problems) {
        Some(snapshot) if problems.list.is_empty() => Ok(snapshot),
        _ => Err(problems.list),
    }
}

/// The snapshot, as far as the tables make one; what is wrong in them is noted.
fn assemble(dir: &Path, problems: &mut Problems) -> Option<Snapshot> {
    let tables = cites::Tables::read(dir, problems);
    let sources = Table::read(dir, &format::SOURCES, problems);
    let departments = Table::read(dir, &format::DEPARTMENTS, problems);
    let regions = Table::read(dir, &format::REGIONS, problems);
    let known = Known {
        cites: tables.cite_ids(),
        sources: sources.ids(Entity::Source, "id"),
        departments: departments.ids(Entity::Department, "code"),
        regions: regions.ids(Entity::Region, "code"),
    };
    let departments = read_departments(&departments, &known, problems);
    let cites = tables.cites(&known, &departments, problems);
    let sources = read_sources(&sources, problems);

    let outlines = json::list(dir, "region_outlines.json", problems, |records, problems| {
        check_outlines(records, &known, problems);
    });
    let regions = read_regions(&regions, outlines, problems);

    let mut preconisations = json::list(dir, "preconisations.json", problems, |records, problems| {
        records::check_preconisations(records, &known, problems);
    });
    preconisations.sort_by_key(|preconisation: &Preconisation| (!preconisation.core, preconisation.order));
    let findings = json::list(dir, "findings.json", problems, |records, problems| {
        records::check_findings(records, &known, problems);
    });
    let figures = json::list(dir, "figures.json", problems, |records, problems| {
        records::check_figures(records, &known, problems);
    });
    let mut timeline = json::list(dir, "timeline.json", problems, |records, problems| {
        records::check_timeline(records, &known, problems);
    });
    timeline.sort_by_key(|event: &TimelineEvent| event.date);
    let meta = json::object(dir, "meta.json", problems, |record, problems| {
        records::check_meta(record, &known, problems);
    });

    Some(Snapshot {
        schema_version: SCHEMA_VERSION.to_owned(),
        meta: meta?,
        cites,
        preconisations,
        findings: findings.into(),
        figures: figures.into(),
        timeline: timeline.into(),
        sources,
        regions,
        departments: departments.into_values().collect(),
    })
}

fn read_sources(table: &Table, problems: &mut Problems) -> Vec<Source> {
    let mut seen = Seen::new(Entity::Source);
    table.rows(problems, |row| {
        let id = row.id("id", &mut seen);
        let title = row.required("title");
        let url = row.value("url", |text| rules::url(text).map(|()| text.to_owned()));
        let date = row.optional("date", rules::date);
        Some(Source { id: id?, title: title?, url: url?, date: date?, note: row.text("note") })
    })
}

fn read_departments(table: &Table, known: &Known, problems: &mut Problems) -> BTreeMap<String, Department> {
    let mut seen = Seen::new(Entity::Department);
    let departments = table.rows(problems, |row| {
        let code = row.code("code", Code::Department);
        let unique = row.id("code", &mut seen);
        let name = row.required("name");
        let region = row.link("region", &known.regions);
        unique?;
        Some(Department { code: code?, name: name?, region: region? })
    });
    departments.into_iter().map(|department| (department.code.clone(), department)).collect()
}

fn check_outlines(records: &[Record<'_, RegionOutline>], known: &Known, problems: &mut Problems) {
    let mut seen = Seen::new(Entity::Outline);
    for (at, outline) in records {
        let (place, region) = (at.key("region"), &outline.region);
        problems.keep(&place, region, known.regions.known(region));
        problems.keep(&place, region, seen.first(region, &place));
        records::check_outline(&at.key("rings"), &outline.rings, problems);
    }
}

fn read_regions(table: &Table, outlines: Vec<RegionOutline>, problems: &mut Problems) -> Vec<Region> {
    let mut outlines: BTreeMap<_, _> =
        outlines.into_iter().map(|outline| (outline.region, outline.rings)).collect();
    let mut seen = Seen::new(Entity::Region);
    let mut regions = table.rows(problems, |row| {
        let code = row.code("code", Code::Region);
        let unique = row.id("code", &mut seen);
        let name = row.required("name");
        unique?;
        let outline = outlines.remove(code.as_deref()?).unwrap_or_default();
        Some(Region { code: code?, name: name?, outline: outline.into() })
    });
    regions.sort_by(|a, b| a.code.cmp(&b.code));
    regions
}

#[cfg(test)]
mod tests;
