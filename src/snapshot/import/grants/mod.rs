//! Imports the State's grants for Cités de l'emploi: who received them carries the Cité.
//!
//! The State publishes its grants for city policy each year. An import finds the rows about Cités de
//! l'emploi, places each in a Cité, and proposes the beneficiary as its carrier. A row that it cannot
//! place, or that contradicts a known carrier, is listed with the reason, and nothing of it is written.

mod body;
mod field;
mod messages;
mod place;
mod plan;
mod read;
mod tables;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

pub use self::field::GrantField;
use self::place::Places;
pub use self::plan::{GrantChange, GrantFact, GrantFiles, GrantPlan, NotPlaced, UnplacedGrant};
use self::read::Grant;
use self::tables::GrantTables;
use crate::locale::Lang;
use crate::snapshot::model::{CarrierEvidence, CarrierEvidenceBy, CarrierType};
use crate::snapshot::problem::{Problem, Problems};
use crate::t;

/// The row of `sources.csv` for the file of grants, which is added if it is not there.
const SOURCE: [(&str, &str); 3] = [
    ("id", "SPV"),
    ("title", "data.gouv.fr – Subventions de la politique de la ville"),
    ("url", "https://www.data.gouv.fr/datasets/subventions-politique-de-la-ville/"),
];

/// The tables are in French.
const TABLES_LANG: Lang = Lang::FALLBACK;

/// Plans the import of grants into the tables in `dir`.
///
/// ```
/// use cites_emploi::snapshot::{GrantFiles, Input, plan_grants};
///
/// # let folder = tempfile::tempdir()?;
/// # let file = folder.path().join("grants.csv");
/// std::fs::write(
///     &file,
///     "annee;insee_dep;raison_sociale;lib_action;montant\n\
///      2023;23;CA du Grand Guéret;Cité de l'emploi du Grand Guéret;10000,00\n",
/// )?;
/// let files = GrantFiles { inputs: vec![Input::File(file)], ..GrantFiles::default() };
/// let plan = plan_grants(&files, "data/sources".as_ref()).expect("a plan");
/// assert_eq!((plan.found, plan.changes.len()), (1, 2));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong in the files and in the tables that they change.
pub fn plan_grants(files: &GrantFiles, dir: &Path) -> Result<GrantPlan, Vec<Problem>> {
    let mut problems = Problems::default();
    let grants = read::read_grants(files, &mut problems);
    let tables = GrantTables::read(dir, &mut problems);
    if !problems.list.is_empty() {
        return Err(problems.list);
    }
    let found = grants.len();
    let mut merge = Merge { tables, changes: Vec::new(), not_placed: Vec::new() };
    for (cite, grants) in merge.by_cite(grants) {
        merge.cite(&cite, grants);
    }
    let Merge { tables, changes, mut not_placed } = merge;
    let order = |grant: &UnplacedGrant| {
        let index = files.inputs.iter().position(|input| input.name() == grant.location.file);
        (index, grant.location.line)
    };
    not_placed.sort_by_key(order);
    Ok(GrantPlan { changes, not_placed, found, tables: tables.changed(dir) })
}

/// The tables while grants are merged into them.
struct Merge {
    tables: GrantTables,
    changes: Vec<GrantChange>,
    not_placed: Vec<UnplacedGrant>,
}

impl Merge {
    /// Groups grants by the id of their Cité. Sets aside those that have no place.
    fn by_cite(&mut self, grants: Vec<Grant>) -> BTreeMap<String, Vec<Grant>> {
        let places = Places::of(&self.tables);
        let mut by_cite: BTreeMap<String, Vec<Grant>> = BTreeMap::new();
        for grant in grants {
            let cite = match &grant {
                Grant { beneficiary, .. } if beneficiary.is_empty() => Err(NotPlaced::NoBeneficiary),
                Grant { cents, .. } if *cents <= 0 => Err(NotPlaced::NoAmount),
                grant => places.cite_of(grant),
            };
            match cite {
                Ok(cite) => by_cite.entry(cite.to_owned()).or_default().push(grant),
                Err(reason) => self.set_aside(grant, reason),
            }
        }
        by_cite
    }

    fn set_aside(&mut self, grant: Grant, reason: NotPlaced) {
        let Grant { location, action, beneficiary, .. } = grant;
        self.not_placed.push(UnplacedGrant { location, action, beneficiary, reason });
    }

    /// Merges the grants for one Cité.
    fn cite(&mut self, cite: &str, grants: Vec<Grant>) {
        if let Some(reason) = self.objection(cite, &grants) {
            grants.into_iter().for_each(|grant| self.set_aside(grant, reason.clone()));
            return;
        }
        // The newest name of the body is that of today.
        let Some(newest) = grants.iter().max_by_key(|grant| grant.year) else { return };
        let siren = grants.iter().find_map(|grant| grant.siren.clone());
        self.carrier(cite, &newest.beneficiary, siren.as_deref());
        let mut sums: BTreeMap<u16, i64> = BTreeMap::new();
        for grant in &grants {
            *sums.entry(grant.year).or_default() += grant.cents;
        }
        for (year, cents) in sums {
            self.amount(cite, year, cents);
        }
    }

    /// Returns why the grants do not tell the carrier of a Cité, if they do not.
    fn objection(&self, cite: &str, grants: &[Grant]) -> Option<NotPlaced> {
        // The grants are compared with one that has a SIREN, if any has.
        let first = grants.iter().find(|grant| grant.siren.is_some()).or_else(|| grants.first())?;
        if !grants.iter().all(|grant| is_same_body(first, &grant.beneficiary, grant.siren.as_deref())) {
            let mut names: Vec<String> = grants.iter().map(|grant| grant.beneficiary.clone()).collect();
            names.sort();
            names.dedup();
            return Some(NotPlaced::SeveralBodies { cite: cite.to_owned(), names });
        }
        let carriers = &self.tables.carriers;
        let evidence = carriers.cell(&[cite], "evidence")?;
        let (name, siren) = (carriers.text(cite, "name"), carriers.text(cite, "siren"));
        let known = Some(siren.as_str()).filter(|siren| !siren.is_empty());
        let is_same = grants.iter().any(|grant| is_same_body(grant, &name, known));
        let is_deduced = evidence == CarrierEvidence::Label.code();
        (!is_same && !is_deduced).then(|| NotPlaced::OtherCarrier { cite: cite.to_owned(), name })
    }

    /// Records a body as the carrier of a Cité, unless a source says so already.
    fn carrier(&mut self, cite: &str, beneficiary: &str, siren: Option<&str>) {
        let says = t!(TABLES_LANG, "import-grant-says", name = beneficiary);
        let [(_, source), ..] = SOURCE;
        let grant = CarrierEvidenceBy::Grant.code();
        let old = self.tables.carriers.cell(&[cite], "evidence").map(str::to_owned);
        let is_confirmed =
            old.as_deref().is_some_and(|old| [CarrierEvidence::Explicit.code(), grant].contains(&old));
        if is_confirmed {
            return;
        }
        let epci = siren.and_then(|siren| self.epci_name(siren));
        let name = epci.clone().unwrap_or_else(|| beneficiary.to_owned());
        let kind = if epci.is_some() { Some(CarrierType::Epci) } else { body::kind(beneficiary) };
        let kind = kind.unwrap_or(CarrierType::Other);
        let carriers = &mut self.tables.carriers;
        let old_name = old.is_some().then(|| carriers.text(cite, "name"));
        let is_same = old_name.as_deref().is_some_and(|old| body::is_same_name(old, &name));
        if !is_same {
            carriers.set(&[cite], "name", &name);
            carriers.set(&[cite], "detail", "");
            carriers.set(&[cite], "type", kind.code());
            let siren = siren.filter(|_| kind == CarrierType::Epci).unwrap_or_default();
            carriers.set(&[cite], "siren", siren);
        }
        carriers.set(&[cite], "evidence", grant);
        self.tables.evidence.add(&[cite, "carrier", source, &says]);
        self.add_source();
        self.change(cite, GrantFact::Carrier { name, kind, old_name });
    }

    /// Records the grants of one year.
    fn amount(&mut self, cite: &str, year: u16, cents: i64) {
        let (what, value) = (t!(TABLES_LANG, "import-grant-what"), euros(cents));
        let [(_, source), ..] = SOURCE;
        let date = year.to_string();
        let key = [cite, &what, &date, source];
        let old_value = self.tables.cite_figures.cell(&key, "value").map(str::to_owned);
        if old_value.as_ref() == Some(&value) {
            return;
        }
        self.tables.cite_figures.set(&key, "value", &value);
        self.add_source();
        self.change(cite, GrantFact::Amount { year, value, old_value });
    }

    fn add_source(&mut self) {
        let [(_, id), rest @ ..] = SOURCE;
        if !self.tables.sources.contains(&[id]) {
            rest.iter().for_each(|(column, value)| self.tables.sources.set(&[id], column, value));
        }
    }

    fn change(&mut self, cite: &str, fact: GrantFact) {
        let label = self.tables.cites.text(cite, "label");
        self.changes.push(GrantChange { cite: cite.to_owned(), label, fact });
    }

    /// Returns the name of the EPCI or EPT with this SIREN in the table of communes.
    fn epci_name(&self, siren: &str) -> Option<String> {
        let communes = &self.tables.communes;
        let has = |insee: &str, column: &str| communes.cell(&[insee], column) == Some(siren);
        communes.keys().filter_map(|key| key.first()).find_map(|insee| {
            let columns = [("epci_siren", "epci_name"), ("ept_siren", "ept_name")];
            columns.into_iter().find(|(own, _)| has(insee, own)).map(|(_, name)| communes.text(insee, name))
        })
    }
}

/// Returns whether a grant is of the body with this name and SIREN.
fn is_same_body(grant: &Grant, name: &str, siren: Option<&str>) -> bool {
    match (grant.siren.as_deref(), siren) {
        (Some(one), Some(other)) => one == other,
        _ => body::is_same_name(&grant.beneficiary, name),
    }
}

/// Formats cents as the tables have amounts: `12 000 €`, `12 000,50 €`.
fn euros(cents: i64) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    let digits = whole.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    if rest == 0 { format!("{text} €") } else { format!("{text},{rest:02} €") }
}
