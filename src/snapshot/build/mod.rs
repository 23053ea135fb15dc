//! Builds a snapshot from the source tables that people edit.
//!
//! Every table is read and checked to its end, so that one run reports
//! everything that is wrong.

mod cites;
mod json;
mod quartiers;
pub(super) mod tables;

use std::collections::BTreeMap;
use std::path::Path;

use super::model::{Department, Preconisation, Region, SCHEMA_VERSION, Snapshot, Source, TimelineEvent};
use super::problem::{Problem, Problems};
use super::rules::commune::Territories;
use super::rules::entity::Known;
use super::rules::record::check_figures;
use json::{DepartmentOutline, RegionOutline};
use tables::{DEPARTMENTS, REGIONS, SOURCES, Tables};

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
///     Ok(snapshot) => assert_eq!(to_json(&snapshot)?, *EMBEDDED),
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
    let tables = Tables::read(dir, problems);
    let mut known = tables.known();
    let departments = read_departments(&tables, &known, problems);
    let regions = read_regions(&tables, &known, problems);
    let mut territories = Territories { departments, regions };
    let cites = cites::build(&tables, &known, &territories, problems);
    let qpv_stats = quartiers::stats(&tables, &known, problems);
    let qpvs_2024 = quartiers::qpvs_2024(&tables, &known, problems);
    let contracts = quartiers::contracts(&tables, &known, problems);
    let commune_changes = quartiers::commune_changes(&tables, &known, problems);
    let sources = read_sources(&tables, &known, problems);

    let known = &mut known;
    for RegionOutline { region, rings } in
        json::list(dir, "region_outlines.json", known, problems, json::check_outlines)
    {
        if let Some(region) = territories.regions.get_mut(&region) {
            region.outline = rings.into();
        }
    }
    for DepartmentOutline { department, rings } in
        json::list(dir, "department_outlines.json", known, problems, json::check_outlines)
    {
        if let Some(department) = territories.departments.get_mut(&department) {
            department.outline = rings.into();
        }
    }
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
        regions: territories.regions.into_values().collect(),
        departments: territories.departments.into_values().collect(),
        qpv_stats: qpv_stats.into(),
        qpvs_2024: qpvs_2024.into(),
        contracts: contracts.into(),
        commune_changes: commune_changes.into(),
    })
}

fn read_sources(tables: &Tables, known: &Known, problems: &mut Problems) -> Vec<Source> {
    tables.get(&SOURCES).unique_rows(known, problems, |row| {
        let (id, title, url) = (row.read("id"), row.read("title"), row.read("url"));
        let date = row.date("date");
        Some(Source { id: id?, title: title?, url: url?, date: date?, note: row.text("note") })
    })
}

fn read_departments(tables: &Tables, known: &Known, problems: &mut Problems) -> BTreeMap<String, Department> {
    let departments = tables.get(&DEPARTMENTS).unique_rows(known, problems, |row| {
        let (code, name, region) = (row.read("code"), row.read("name"), row.read("region"));
        Some(Department { code: code?, name: name?, region: region?, outline: Vec::new().into() })
    });
    departments.into_iter().map(|department| (department.code.clone(), department)).collect()
}

fn read_regions(tables: &Tables, known: &Known, problems: &mut Problems) -> BTreeMap<String, Region> {
    let regions = tables.get(&REGIONS).unique_rows(known, problems, |row| {
        let (code, name) = (row.read("code"), row.read("name"));
        Some(Region { code: code?, name: name?, outline: Vec::new().into() })
    });
    regions.into_iter().map(|region| (region.code.clone(), region)).collect()
}

#[cfg(test)]
pub(super) mod tests;
