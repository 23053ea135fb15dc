//! Builds a snapshot from the source tables that people edit.
//!
//! Every table is read and checked to its end, so that one run reports
//! everything that is wrong.

pub(super) mod cites;
mod json;

use std::collections::BTreeMap;
use std::path::Path;

use super::model::{Department, Preconisation, Region, SCHEMA_VERSION, Snapshot, Source, TimelineEvent};
use super::problem::{Problem, Problems};
use super::rules::commune::Territories;
use super::rules::entity::{Entity, Known};
use super::rules::parse::date;
use super::rules::record::{check_figures, check_outline};
use super::rules::unique::Seen;
use super::rules::value;
use super::table::{Format, Table};
use json::RegionOutline;

/// Builds the snapshot of the tables in a folder, such as `data/sources`.
///
/// The order of rows does not matter for Cités, communes, quartiers,
/// departments and regions, which are sorted by code, for recommendations, the
/// core ones first, and for events, which are sorted by date. Everything else
/// is in the order of its table.
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

/// Assembles the snapshot as far as the tables allow, and reports what is wrong in them.
fn assemble(dir: &Path, problems: &mut Problems) -> Option<Snapshot> {
    let tables = cites::Tables::read(dir, problems);
    let sources = Table::read(dir, &SOURCES, problems);
    let departments = Table::read(dir, &DEPARTMENTS, problems);
    let regions = Table::read(dir, &REGIONS, problems);
    let mut known = tables.known();
    known.insert(sources.ids(Entity::Source, "id"));
    known.insert(departments.ids(Entity::Department, "code"));
    known.insert(regions.ids(Entity::Region, "code"));
    let departments = read_departments(&departments, &known, problems);
    // Without the regions: their outlines are read later.
    let territories = Territories { departments, regions: BTreeMap::new() };
    let cites = tables.cites(&known, &territories, problems);
    let sources = read_sources(&sources, problems);

    let known = &mut known;
    let outlines = json::list(dir, "region_outlines.json", known, problems, |records, problems| {
        for (at, RegionOutline { rings, .. }) in records {
            check_outline(&at.key("rings"), rings, problems);
        }
    });
    let regions = read_regions(&regions, outlines, problems);
    let mut preconisations = json::list(dir, "preconisations.json", known, problems, |_, _| {});
    preconisations.sort_by_key(|preconisation: &Preconisation| (!preconisation.core, preconisation.order));
    let findings = json::list(dir, "findings.json", known, problems, |_, _| {});
    let figures = json::list(dir, "figures.json", known, problems, check_figures);
    let mut timeline = json::list(dir, "timeline.json", known, problems, |_, _| {});
    timeline.sort_by_key(|event: &TimelineEvent| event.date);
    let meta = json::object(dir, "meta.json", known, problems);

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
        departments: territories.departments.into_values().collect(),
    })
}

const SOURCES: Format = Format::source_table("sources.csv", &["id", "title", "url", "date", "note"]);

fn read_sources(table: &Table, problems: &mut Problems) -> Vec<Source> {
    let mut seen = Seen::new(Entity::Source);
    table.rows(problems, |row| {
        let id = row.required("id");
        let unique = row.unique(&["id"], &mut seen);
        let title = row.required("title");
        let url = row.checked("url", &value::URL);
        let date = row.optional("date", date);
        unique?;
        Some(Source { id: id?, title: title?, url: url?, date: date?, note: row.text("note") })
    })
}

const DEPARTMENTS: Format = Format::source_table("departments.csv", &["code", "name", "region"]);

fn read_departments(table: &Table, known: &Known, problems: &mut Problems) -> BTreeMap<String, Department> {
    let mut seen = Seen::new(Entity::Department);
    let departments = table.rows(problems, |row| {
        let code = row.checked("code", &value::DEPARTMENT);
        let unique = row.unique(&["code"], &mut seen);
        let name = row.required("name");
        let region = row.link("region", Entity::Region, known);
        unique?;
        Some(Department { code: code?, name: name?, region: region? })
    });
    departments.into_iter().map(|department| (department.code.clone(), department)).collect()
}

const REGIONS: Format = Format::source_table("regions.csv", &["code", "name"]);

fn read_regions(table: &Table, outlines: Vec<RegionOutline>, problems: &mut Problems) -> Vec<Region> {
    let mut outlines: BTreeMap<_, _> =
        outlines.into_iter().map(|outline| (outline.region, outline.rings)).collect();
    let mut seen = Seen::new(Entity::Region);
    let mut regions = table.rows(problems, |row| {
        let code = row.checked("code", &value::REGION);
        let unique = row.unique(&["code"], &mut seen);
        let name = row.required("name");
        unique?;
        let outline = outlines.remove(code.as_deref()?).unwrap_or_default();
        Some(Region { code: code?, name: name?, outline: outline.into() })
    });
    regions.sort_by(|a, b| a.code.cmp(&b.code));
    regions
}

#[cfg(test)]
pub(super) mod tests;
