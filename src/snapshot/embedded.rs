//! The snapshot inside the program.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::later::Later;
use super::load::{LoadError, load_str};
use super::model::{
    Carrier, Cite, Commune, Department, LabelDate, LaunchDate, Meta, Preconisation, Region, Scale, Snapshot,
    Source, Themes, Wave,
};

/// The text of the snapshot inside the program: `data/snapshot.json`.
pub const EMBEDDED: &str = include_str!("../../data/snapshot.json");

/// Name that messages call it by.
pub const EMBEDDED_ORIGIN: &str = "data/snapshot.json";

/// The same text with the parts in it that are read [later](Later).
#[derive(Deserialize)]
struct Parts<'a> {
    schema_version: String,
    meta: Meta,
    #[serde(borrow)]
    cites: Vec<CiteParts<'a>>,
    preconisations: Vec<Preconisation>,
    #[serde(borrow)]
    findings: &'a RawValue,
    #[serde(borrow)]
    figures: &'a RawValue,
    #[serde(borrow)]
    timeline: &'a RawValue,
    sources: Vec<Source>,
    #[serde(borrow)]
    regions: Vec<RegionParts<'a>>,
    departments: Vec<Department>,
}

#[derive(Deserialize)]
struct CiteParts<'a> {
    id: String,
    label: String,
    scale: Scale,
    wave: Wave,
    label_date: LabelDate,
    launch_date: Option<LaunchDate>,
    carrier: Option<Carrier>,
    themes: Themes,
    note: String,
    communes: Vec<Commune>,
    #[serde(borrow)]
    qpvs: &'a RawValue,
}

#[derive(Deserialize)]
struct RegionParts<'a> {
    code: String,
    name: String,
    #[serde(borrow)]
    outline: &'a RawValue,
}

impl From<Parts<'static>> for Snapshot {
    fn from(parts: Parts<'static>) -> Self {
        Self {
            schema_version: parts.schema_version,
            meta: parts.meta,
            cites: parts.cites.into_iter().map(Cite::from).collect(),
            preconisations: parts.preconisations,
            findings: Later::inside(parts.findings),
            figures: Later::inside(parts.figures),
            timeline: Later::inside(parts.timeline),
            sources: parts.sources,
            regions: parts.regions.into_iter().map(Region::from).collect(),
            departments: parts.departments,
        }
    }
}

impl From<CiteParts<'static>> for Cite {
    fn from(parts: CiteParts<'static>) -> Self {
        Self {
            id: parts.id,
            label: parts.label,
            scale: parts.scale,
            wave: parts.wave,
            label_date: parts.label_date,
            launch_date: parts.launch_date,
            carrier: parts.carrier,
            themes: parts.themes,
            note: parts.note,
            communes: parts.communes,
            qpvs: Later::inside(parts.qpvs),
        }
    }
}

impl From<RegionParts<'static>> for Region {
    fn from(parts: RegionParts<'static>) -> Self {
        Self { code: parts.code, name: parts.name, outline: Later::inside(parts.outline) }
    }
}

/// The snapshot inside the program.
///
/// ```
/// let snapshot = cites_emploi::snapshot::embedded()?;
/// assert_eq!(snapshot.cites.len(), 84);
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
///
/// # Errors
///
/// None that the tests let through: they load it.
pub fn embedded() -> Result<Snapshot, LoadError> {
    match serde_json::from_str::<Parts<'static>>(EMBEDDED) {
        Ok(parts) => Ok(parts.into()),
        // It tells what is wrong.
        Err(_) => load_str(EMBEDDED, EMBEDDED_ORIGIN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_later_is_what_is_read_with_the_rest() {
        let whole = load_str(EMBEDDED, EMBEDDED_ORIGIN).unwrap();
        assert!(!whole.timeline.is_empty() && whole.regions.iter().any(|region| !region.outline.is_empty()));
        assert_eq!(embedded().unwrap(), whole);
    }
}
