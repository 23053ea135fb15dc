//! Finds the Cité that a grant is for: by contrat de ville, department and name.

use std::collections::{BTreeMap, BTreeSet};

use super::body;
use super::plan::NotPlaced;
use super::read::Grant;
use super::tables::GrantTables;
use crate::fold::fold_text;

/// What the tables know of the place of each Cité.
pub(super) struct Places {
    cites: Vec<CitePlace>,
}

struct CitePlace {
    id: String,
    /// The words of its label without the legal form.
    label: BTreeSet<String>,
    /// Folded names of its own communes.
    communes: BTreeSet<String>,
    contracts: BTreeSet<String>,
    departments: BTreeSet<String>,
    regions: BTreeSet<String>,
}

impl Places {
    pub(super) fn of(tables: &GrantTables) -> Self {
        let mut communes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for key in tables.cite_communes.keys() {
            if let [cite, insee] = key
                && tables.cite_communes.cell(&[cite, insee], "basis") == Some("own")
            {
                communes.entry(cite).or_default().push(insee);
            }
        }
        let cites = tables.cites.keys().filter_map(|key| key.first()).map(|id| {
            let own = communes.get(id.as_str()).map_or(&[][..], Vec::as_slice);
            let values = |column: &str| own.iter().map(|insee| tables.communes.text(insee, column)).collect();
            let contract = |insee: &&str| tables.commune_contracts.text(insee, "contrat_code");
            CitePlace {
                id: id.clone(),
                label: body::name_words(&tables.cites.text(id, "label")),
                communes: own.iter().map(|insee| fold_text(&tables.communes.text(insee, "name"))).collect(),
                contracts: own.iter().map(contract).filter(|code| !code.is_empty()).collect(),
                departments: values("department"),
                regions: values("region"),
            }
        });
        Self { cites: cites.collect() }
    }

    /// Returns the id of the Cité that a grant is for.
    ///
    /// The contrat de ville decides if one Cité has it. Otherwise the title or the beneficiary must name
    /// a Cité of the contract, or else of the department.
    ///
    /// # Errors
    ///
    /// No Cité is found, or several, or the codes of the row contradict each other.
    pub(super) fn cite_of(&self, grant: &Grant) -> Result<&str, NotPlaced> {
        let of_contract: Vec<&CitePlace> = self.filter(|cite| cite.contracts.contains(&grant.contract));
        let is_there = |cite: &&CitePlace| {
            (grant.department.is_empty() || cite.departments.contains(&grant.department))
                && (grant.region.is_empty() || cite.regions.contains(&grant.region))
        };
        let has_contract = !of_contract.is_empty();
        let candidates = if has_contract { of_contract } else { self.cites.iter().collect() };
        let candidates: Vec<&CitePlace> = candidates.into_iter().filter(is_there).collect();
        if candidates.is_empty() {
            return Err(match has_contract {
                true => NotPlaced::CodesDiffer { contract: grant.contract.clone() },
                false => NotPlaced::NoCiteThere { department: grant.department.clone() },
            });
        }
        let text = format!(" {} {} ", fold_text(&grant.action), fold_text(&grant.beneficiary));
        let words: BTreeSet<&str> = text.split(' ').collect();
        let by_label = |cite: &&CitePlace| {
            !cite.label.is_empty() && cite.label.iter().all(|word| words.contains(word.as_str()))
        };
        let by_commune =
            |cite: &&CitePlace| cite.communes.iter().any(|name| text.contains(&format!(" {name} ")));
        let named = |test: &dyn Fn(&&CitePlace) -> bool| -> Vec<&CitePlace> {
            candidates.iter().copied().filter(|cite| test(cite)).collect()
        };
        let named = [named(&by_label), named(&by_commune)].into_iter().find(|found| !found.is_empty());
        match (named.as_deref(), candidates.as_slice()) {
            (Some([cite]), _) => Ok(&cite.id),
            (None, [cite]) if has_contract => Ok(&cite.id),
            (None, [cite]) => Err(NotPlaced::OnlyDepartment { cite: cite.id.clone() }),
            (Some(several), _) | (None, several) => {
                Err(NotPlaced::SeveralCites { cites: several.iter().map(|cite| cite.id.clone()).collect() })
            }
        }
    }

    fn filter(&self, test: impl Fn(&CitePlace) -> bool) -> Vec<&CitePlace> {
        self.cites.iter().filter(|cite| test(cite)).collect()
    }
}
