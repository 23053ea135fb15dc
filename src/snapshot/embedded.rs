//! The snapshot inside the program.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::DeflateDecoder;
use serde::de::DeserializeOwned;

use super::lazy_list::LazyList;
use super::load::{LoadError, load_str};
use super::model::Snapshot;

/// The text of the embedded snapshot: `data/snapshot.json`. It is decompressed on first access.
pub static EMBEDDED: LazyLock<String> =
    LazyLock::new(|| inflated(include_bytes!(concat!(env!("OUT_DIR"), "/snapshot.deflate"))));

/// The name of the embedded snapshot in messages.
pub const EMBEDDED_ORIGIN: &str = "data/snapshot.json";

/// The embedded snapshot without white space, and with empty lists instead of the parts below.
const CORE: &str = include_str!(concat!(env!("OUT_DIR"), "/core.json"));

/// The texts of the parts that are embedded as they are, one after another.
const PLAIN: &str = include_str!(concat!(env!("OUT_DIR"), "/parts.json"));

/// The texts of the parts that are embedded in compressed form, one after another.
static INFLATED: LazyLock<String> =
    LazyLock::new(|| inflated(include_bytes!(concat!(env!("OUT_DIR"), "/parts.deflate"))));

/// Decompresses an embedded text. The tests rule out that it is none.
fn inflated(deflated: &[u8]) -> String {
    let mut text = String::new();
    match DeflateDecoder::new(deflated).read_to_string(&mut text) {
        Ok(_) => text,
        Err(_) => String::new(),
    }
}

// The lists that are parsed on first access: those of the snapshot, and one per Cité, department or region, in
// their order.
include!(concat!(env!("OUT_DIR"), "/parts.rs"));

/// The text of a list of the embedded snapshot: the bytes from a start up to an end.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// Of the texts that are embedded as they are.
    Plain(usize, usize),
    /// Of those in compressed form.
    Deflated(usize, usize),
}

impl Part {
    /// Returns the text. That of a compressed part is decompressed on first access, with all the others.
    fn text(self) -> &'static str {
        match self {
            Self::Plain(start, end) => PLAIN.get(start..end).unwrap_or_default(),
            Self::Deflated(start, end) => INFLATED.get(start..end).unwrap_or_default(),
        }
    }

    /// Returns the list, which is parsed on first access.
    fn list<T: DeserializeOwned + 'static>(self) -> LazyList<T> {
        LazyList::embedded(move || self.text())
    }
}

/// Loads the embedded snapshot.
///
/// The first frame shows no outline, finding, figure, event or quartier: these
/// are parsed on first access, and the start does not even scan their text.
///
/// ```
/// let snapshot = cites_emploi::snapshot::embedded()?;
/// assert_eq!(snapshot.cites.len(), 84);
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
///
/// # Errors
///
/// `data/snapshot.json` is no snapshot, which the tests rule out.
pub fn embedded() -> Result<Snapshot, LoadError> {
    let mut snapshot = load_str(CORE, EMBEDDED_ORIGIN)?;
    snapshot.findings = FINDINGS.list();
    snapshot.figures = FIGURES.list();
    snapshot.timeline = TIMELINE.list();
    snapshot.qpv_stats = QPV_STATS.list().into();
    snapshot.qpvs_2024 = QPVS_2024.list().into();
    snapshot.contracts = CONTRACTS.list().into();
    snapshot.commune_changes = COMMUNE_CHANGES.list();
    let lists = CITES_COMMUNES.iter().zip(CITES_QPVS).zip(CITES_QPVS_2024);
    for (cite, ((communes, qpvs), qpvs_2024)) in snapshot.cites.iter_mut().zip(lists) {
        cite.communes = communes.list();
        cite.qpvs = qpvs.list();
        cite.qpvs_2024 = qpvs_2024.list();
    }
    for (department, outline) in snapshot.departments.iter_mut().zip(DEPARTMENTS_OUTLINE) {
        department.outline = outline.list();
    }
    for (region, outline) in snapshot.regions.iter_mut().zip(REGIONS_OUTLINE) {
        region.outline = outline.list();
    }
    Ok(snapshot)
}

/// Returns the embedded snapshot as text, with three Cités whose wave claims a source that is not
/// there: cde-052, cde-068 and cde-084.
#[cfg(test)]
pub(crate) fn embedded_with_problems() -> String {
    let mut snapshot = embedded().expect("the embedded snapshot");
    for cite in
        snapshot.cites.iter_mut().filter(|cite| ["cde-052", "cde-068", "cde-084"].contains(&&*cite.id))
    {
        cite.wave.evidence = super::WaveEvidence::Explicit;
        cite.wave.evidence_by = None;
        cite.wave.sources.clear();
    }
    super::to_json(&snapshot).expect("JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_and_the_core_are_the_embedded_text() {
        let whole = load_str(&EMBEDDED, EMBEDDED_ORIGIN).unwrap();
        assert_eq!(embedded().unwrap(), whole);
    }

    #[test]
    fn the_core_has_none_of_the_parts() {
        let core = load_str(CORE, EMBEDDED_ORIGIN).unwrap();
        assert_eq!((core.findings().len(), core.figures().len(), core.timeline().len()), (0, 0, 0));
        assert!(core.cites.iter().all(|cite| cite.communes().is_empty() && cite.qpvs().is_empty()));
        assert_eq!((core.qpv_stats().len(), core.qpvs_2024().len(), core.contracts().len()), (0, 0, 0));
        assert!(core.cites.iter().all(|cite| cite.qpvs_2024().is_empty()));
        assert!(core.departments.iter().all(|department| department.outline().is_empty()));
        assert!(core.regions.iter().all(|region| region.outline().is_empty()));
    }
}
