//! Builds what the snapshot has of quartiers and contracts besides the Cités.

use std::collections::BTreeMap;

use super::tables::{COMMUNE_CHANGES, CONTRACTS, QPV_STATS, QPVS_2024, Tables};
use crate::snapshot::model::{
    Cite, CommuneChange, Contract, Qpv2024, Qpv2024Basis, Qpv2024Link, Qpv2024Status, QpvStats,
};
use crate::snapshot::problem::{Problems, Violation};
use crate::snapshot::rule::Rule;
use crate::snapshot::rules::entity::Known;
use crate::snapshot::table::{Row, Table};

const NOT_OF_CITE: Rule = Rule::error("problem-predecessor-not-of-cite");
const PREDECESSORS_DISAGREE: Rule = Rule::error("problem-predecessors-disagree");

/// Builds the statistics of quartiers, by code.
pub(super) fn stats(tables: &Tables, known: &Known, problems: &mut Problems) -> Vec<QpvStats> {
    let mut stats = tables.get(&QPV_STATS).unique_rows(known, problems, |row| {
        let code = row.read("qpv_code");
        let stats = QpvStats {
            code: code.clone().unwrap_or_default().into(),
            population_2018: row.number("population_2018").flatten(),
            employment_rate_15_64_2018: row.number("employment_rate_15_64_2018").flatten(),
            employment_rate_women_15_64_2018: row.number("employment_rate_women_15_64_2018").flatten(),
            limited_term_share_2018: row.number("limited_term_share_2018").flatten(),
            jobseekers_abc_2021: row.number("jobseekers_abc_2021").flatten(),
            jobseekers_abc_women_2021: row.number("jobseekers_abc_women_2021").flatten(),
            jobseekers_abc_under25_2021: row.number("jobseekers_abc_under25_2021").flatten(),
            jobseekers_abc_50plus_2021: row.number("jobseekers_abc_50plus_2021").flatten(),
            jobseekers_abc_1year_plus_2021: row.number("jobseekers_abc_1year_plus_2021").flatten(),
            jobseekers_abc_below_cap_2021: row.number("jobseekers_abc_below_cap_2021").flatten(),
            poverty_rate_2018: row.number("poverty_rate_2018").flatten(),
            median_living_standard_2018: row.number("median_living_standard_2018").flatten(),
        };
        code.map(|_| stats)
    });
    stats.sort_by(|a, b| a.code.cmp(&b.code));
    stats
}

/// Builds the quartiers of 2024, by code.
pub(super) fn qpvs_2024(tables: &Tables, known: &Known, problems: &mut Problems) -> Vec<Qpv2024> {
    let mut qpvs = tables.get(&QPVS_2024).unique_rows(known, problems, |row| {
        let (code, name) = (row.read("code"), row.read("name"));
        let status = row.word("status", &Qpv2024Status::ALL, Qpv2024Status::code);
        let (communes, predecessors) = (codes(row, "communes"), codes(row, "qpv2015"));
        if let (Some(status), Some(predecessors)) = (status, &predecessors)
            && (status == Qpv2024Status::New) != predecessors.is_empty()
        {
            row.report("qpv2015", Violation::new(PREDECESSORS_DISAGREE).with("with", status.code()));
        }
        Some(Qpv2024 {
            code: code?.into(),
            name: name?.into(),
            status: status?,
            communes: communes?,
            predecessors: predecessors?,
        })
    });
    qpvs.sort_by(|a, b| a.code.cmp(&b.code));
    qpvs
}

/// Reads which quartiers of 2024 stand where the quartiers of a Cité stood.
pub(super) fn links_2024(
    table: &Table,
    cites: &BTreeMap<String, Cite>,
    known: &Known,
    problems: &mut Problems,
) -> Vec<(String, Qpv2024Link)> {
    table.unique_rows(known, problems, |row| {
        let (cite, code) = (row.read("cite_id"), row.read("qpv2024_code"));
        let basis = row.word("basis", &Qpv2024Basis::ALL, Qpv2024Basis::code);
        let predecessors = codes(row, "from_qpv2015");
        let (cite, basis, predecessors) = (cite?, basis?, predecessors?);
        if (basis == Qpv2024Basis::NewInCommune) != predecessors.is_empty() {
            row.report("from_qpv2015", Violation::new(PREDECESSORS_DISAGREE).with("with", basis.code()));
        }
        let of_cite = |code: &str| cites.get(&cite).is_none_or(|cite| cite.has_qpv(code));
        if let Some(stranger) = predecessors.iter().find(|code| !of_cite(code)) {
            row.report(
                "from_qpv2015",
                Violation::new(NOT_OF_CITE).with("code", stranger.as_str()).with("cite", cite.as_str()),
            );
        }
        Some((cite, Qpv2024Link { code: code?.into(), basis, predecessors }))
    })
}

/// Builds the contrats de ville, by code.
pub(super) fn contracts(tables: &Tables, known: &Known, problems: &mut Problems) -> Vec<Contract> {
    let mut contracts = tables.get(&CONTRACTS).unique_rows(known, problems, |row| {
        let (code, name) = (row.read("code"), row.read("name"));
        let (territory, department) = (row.read("geo_code"), row.read("department"));
        Some(Contract { code: code?, name: name?, territory: territory?, department: department? })
    });
    contracts.sort_by(|a, b| a.code.cmp(&b.code));
    contracts
}

/// Builds the changes of communes, in the order of their table.
pub(super) fn commune_changes(tables: &Tables, known: &Known, problems: &mut Problems) -> Vec<CommuneChange> {
    tables.get(&COMMUNE_CHANGES).unique_rows(known, problems, |row| {
        let (insee, name) = (row.read("insee_2023"), row.read("name_2023"));
        let (into_insee, into_name) = (row.read("insee_2025"), row.read("name_2025"));
        let date = row.date("date");
        row.read("cites");
        Some(CommuneChange {
            insee: insee?,
            name: name?,
            into_insee: into_insee?,
            into_name: into_name?,
            date: date??,
        })
    })
}

/// Reads the codes in a cell.
fn codes(row: &mut Row<'_>, column: &str) -> Option<Vec<smol_str::SmolStr>> {
    Some(row.list(column)?.into_iter().map(Into::into).collect())
}
