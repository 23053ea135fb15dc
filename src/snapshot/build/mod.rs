//! A snapshot from the source tables that people edit.
//!
//! Every table is read and checked before anything is made of it, so that one
//! run names everything that is wrong.

mod cites;
mod json;

use std::collections::BTreeMap;
use std::path::Path;

use super::document::Document;
use super::model::{Department, Region, SCHEMA_VERSION, Snapshot, Source};
use super::problem::{Code, Entity, Problem, Problems, Seen};
use super::records::{self, Record};
use super::rules::{self, Ids};
use super::table::{Table, format};

/// Builds the snapshot of the tables in a folder, such as `data/sources`.
///
/// The result depends on the tables' rows only: Cités, communes, quartiers,
/// departments and regions stand in the order of their codes, recommendations
/// core ones first, events by date, the rest as in its table.
///
/// ```no_run
/// use cites_emploi::snapshot::{build, to_json};
///
/// match build("data/sources".as_ref()) {
///     Ok(snapshot) => print!("{}", to_json(&snapshot)?),
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

    let outlines = json::read(dir, "region_outlines.json", problems);
    let outlines = Document::new("region_outlines.json", &outlines);
    let outlines = json::rows(&outlines, problems);
    let regions = read_regions(&regions, &outlines, &known, problems);

    let text = json::read(dir, "preconisations.json", problems);
    let document = Document::new("preconisations.json", &text);
    let preconisations = json::rows(&document, problems);
    records::check_preconisations(&preconisations, &known.sources, problems);
    let mut preconisations = values(preconisations);
    preconisations.sort_by_key(|preconisation| (!preconisation.core, preconisation.order));

    let text = json::read(dir, "findings.json", problems);
    let document = Document::new("findings.json", &text);
    let findings = json::rows(&document, problems);
    records::check_findings(&findings, &known.sources, problems);

    let text = json::read(dir, "figures.json", problems);
    let document = Document::new("figures.json", &text);
    let figures = json::rows(&document, problems);
    records::check_figures(&figures, &known.sources, &known.cites, problems);

    let text = json::read(dir, "timeline.json", problems);
    let document = Document::new("timeline.json", &text);
    let timeline = json::rows(&document, problems);
    records::check_timeline(&timeline, &known.sources, &known.cites, problems);
    let mut timeline = values(timeline);
    timeline.sort_by_key(|event| event.date);

    let text = json::read(dir, "meta.json", problems);
    let document = Document::new("meta.json", &text);
    let meta = json::object(&document, problems);
    if let Some(meta) = &meta {
        records::check_meta(meta, &known.sources, problems);
    }

    Some(Snapshot {
        schema_version: SCHEMA_VERSION.to_owned(),
        meta: meta?.value,
        cites,
        preconisations,
        findings: values(findings),
        figures: values(figures),
        timeline,
        sources,
        regions,
        departments: departments.into_values().collect(),
    })
}

/// The ids that links may lead to.
struct Known {
    cites: Ids,
    sources: Ids,
    departments: Ids,
    regions: Ids,
}

fn values<T>(records: Vec<Record<'_, T>>) -> Vec<T> {
    records.into_iter().map(|record| record.value).collect()
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

fn read_regions(
    table: &Table,
    outlines: &[Record<'_, json::RegionOutline>],
    known: &Known,
    problems: &mut Problems,
) -> Vec<Region> {
    let mut rings = BTreeMap::new();
    let mut seen = Seen::new(Entity::Outline);
    for record in outlines {
        let (at, value) = (record.at(), &record.value);
        let region = &value.region;
        problems.keep(&at.key("region"), region, known.regions.known(region));
        problems.keep(&at.key("region"), region, seen.first(region, &at));
        records::check_outline(&at.key("rings"), &value.rings, problems);
        rings.insert(region.as_str(), &value.rings);
    }
    let mut seen = Seen::new(Entity::Region);
    let mut regions = table.rows(problems, |row| {
        let code = row.code("code", Code::Region);
        let unique = row.id("code", &mut seen);
        let name = row.required("name");
        unique?;
        let outline = rings.get(code.as_deref()?).copied().cloned().unwrap_or_default();
        Some(Region { code: code?, name: name?, outline })
    });
    regions.sort_by(|a, b| a.code.cmp(&b.code));
    regions
}

#[cfg(test)]
mod tests;
