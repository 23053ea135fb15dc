//! Builds the Cités from all the tables about them.

use std::collections::BTreeMap;
use std::sync::Arc;

use smol_str::SmolStr;

use super::quartiers::links_2024;
use super::tables::{
    CARRIERS, CITE_COMMUNES, CITE_FIGURES, CITE_QPVS, CITE_QPVS_2024, CITES, COMMUNE_CONTRACTS, COMMUNES,
    EVIDENCE, QPVS, Tables,
};
use crate::snapshot::cite_field::CiteField;
use crate::snapshot::model::{
    Carrier, CarrierEvidence, CarrierEvidenceBy, CarrierType, Cite, CiteFigure, Commune, CommuneBasis, Epci,
    Ept, LabelDate, LabelDateBasis, Later, LaunchDate, Qpv, Scale, Statement, Themes, Wave, WaveEvidence,
    WaveEvidenceBy,
};
use crate::snapshot::problem::{Problems, Violation};
use crate::snapshot::rule::Rule;
use crate::snapshot::rules::commune::{self, CommuneCodes, Territories};
use crate::snapshot::rules::entity::{Entity, Known};
use crate::snapshot::rules::parse::EMPTY;
use crate::snapshot::rules::unique::Consistency;
use crate::snapshot::table::{Format, Row};

const STATEMENT_OF_NOTHING: Rule = Rule::error("problem-statement-of-nothing");

/// The Cités by id, while they are built.
type Cites = BTreeMap<String, Cite>;

/// Builds the Cités, in the order of their ids.
pub(super) fn build(
    tables: &Tables,
    known: &Known,
    territories: &Territories,
    problems: &mut Problems,
) -> Vec<Cite> {
    let cites = tables.get(&CITES).unique_rows(known, problems, cite);
    let mut cites: Cites = cites.into_iter().map(|cite| (cite.id.clone(), cite)).collect();

    for (id, carrier) in tables.get(&CARRIERS).unique_rows(known, problems, carrier) {
        if let Some(cite) = cites.get_mut(&id) {
            cite.carrier = Some(carrier);
        }
    }
    add_statements(tables, &mut cites, known, problems);
    for (id, figure) in tables.get(&CITE_FIGURES).unique_rows(known, problems, cite_figure) {
        if let Some(cite) = cites.get_mut(&id) {
            cite.figures.push(figure);
        }
    }

    let communes = communes(tables, known, territories, problems);
    let basis = |row: &mut Row<'_>| row.word("basis", &CommuneBasis::ALL, CommuneBasis::code);
    for (cite, insee, basis) in links(tables, &CITE_COMMUNES, known, problems, basis) {
        if let (Some(cite), Some(commune)) = (cites.get_mut(&cite), communes.get(insee.as_str())) {
            cite.communes.push(Commune { basis, ..commune.clone() });
        }
    }

    let qpvs = tables.get(&QPVS).unique_rows(known, problems, qpv);
    let qpvs: BTreeMap<SmolStr, Qpv> = qpvs.into_iter().map(|qpv| (qpv.code.clone(), qpv)).collect();
    for (cite, code, ()) in links(tables, &CITE_QPVS, known, problems, |_| Some(())) {
        if let (Some(cite), Some(qpv)) = (cites.get_mut(&cite), qpvs.get(code.as_str())) {
            cite.qpvs.push(qpv.clone());
        }
    }

    for cite in cites.values_mut() {
        cite.communes.sort_by(|a, b| a.insee.cmp(&b.insee));
        cite.qpvs.sort_by(|a, b| a.code.cmp(&b.code));
    }
    for (id, link) in links_2024(tables.get(&CITE_QPVS_2024), &cites, known, problems) {
        if let Some(cite) = cites.get_mut(&id) {
            cite.qpvs_2024.push(link);
        }
    }
    for cite in cites.values_mut() {
        cite.qpvs_2024.sort_by(|a, b| a.code.cmp(&b.code));
    }
    cites.into_values().collect()
}

/// Adds every statement of `evidence.csv` to the field that it is about.
fn add_statements(tables: &Tables, cites: &mut Cites, known: &Known, problems: &mut Problems) {
    tables.get(&EVIDENCE).unique_rows(known, problems, |row| {
        let cite = row.read("cite_id");
        let field = row.read("field").and_then(|name| CiteField::from_name(&name));
        let source = row.read("source_id");
        let says = row.read("says");
        let (cite, field) = (cites.get_mut(&cite?)?, field?);
        let carrier_is_broken = field == CiteField::Carrier
            && cite.carrier.is_none()
            && known.check(Entity::Carrier, &cite.id).is_ok();
        match field.statements_mut(cite) {
            Some(statements) => statements.push(Statement { source: source?.into(), says: says? }),
            None if carrier_is_broken => {}
            None => row.report("field", Violation::new(STATEMENT_OF_NOTHING)),
        }
        Some(())
    });
}

fn cite(row: &mut Row<'_>) -> Option<Cite> {
    let id = row.read("id");
    let label = row.read("label");
    let display_label = row.read_optional("display_label");
    let scale = row.word("scale", &Scale::ALL, Scale::code);
    let year = row.number("wave");
    let evidence = exact_word(
        row.read("wave_evidence"),
        (&WaveEvidence::ALL, WaveEvidence::code, WaveEvidence::ListOrder),
        (&WaveEvidenceBy::ALL, WaveEvidenceBy::code),
    );
    let label_date = row.date("label_date");
    let basis = row.word("label_date_basis", &LabelDateBasis::ALL, LabelDateBasis::code);
    let launch_date = row.date("launch_date");
    let themes = row.text("themes");
    let later = row.read_optional("later");
    let (evidence, evidence_by) = evidence?;
    Some(Cite {
        id: id?,
        label: label?,
        display_label: display_label?,
        scale: scale?,
        wave: Wave { year: year??, evidence, evidence_by, sources: Vec::new() },
        label_date: LabelDate { date: label_date??, basis: basis?, sources: Vec::new() },
        launch_date: launch_date?.map(|date| LaunchDate { date, sources: Vec::new() }),
        carrier: None,
        themes: Themes {
            values: themes
                .split(';')
                .map(str::trim)
                .filter(|theme| !theme.is_empty())
                .map(str::to_owned)
                .collect(),
            sources: Vec::new(),
        },
        later: later?.map(|text| Later { text, sources: Vec::new() }),
        figures: Vec::new(),
        note: row.text("note"),
        communes: Vec::new().into(),
        qpvs: Vec::new().into(),
        qpvs_2024: Vec::new().into(),
    })
}

/// Finds a word among those of format 1.0 or, as the exact word for `coarse`, among those added since.
fn exact_word<T: Copy, E: Copy>(
    word: Option<String>,
    (words, code, coarse): (&[T], fn(T) -> &'static str, T),
    (exact, exact_code): (&[E], fn(E) -> &'static str),
) -> Option<(T, Option<E>)> {
    let word = word?;
    match exact.iter().copied().find(|value| exact_code(*value) == word) {
        Some(exact) => Some((coarse, Some(exact))),
        None => Some((words.iter().copied().find(|value| code(*value) == word)?, None)),
    }
}

fn carrier(row: &mut Row<'_>) -> Option<(String, Carrier)> {
    let cite = row.read("cite_id");
    let name = row.read("name");
    let kind = row.word("type", &CarrierType::ALL, CarrierType::code);
    let evidence = exact_word(
        row.read("evidence"),
        (&CarrierEvidence::ALL, CarrierEvidence::code, CarrierEvidence::Explicit),
        (&CarrierEvidenceBy::ALL, CarrierEvidenceBy::code),
    );
    let siren = row.read_optional("siren");
    let detail = row.text("detail");
    let (evidence, evidence_by) = evidence?;
    let (name, kind, siren) = (name?, kind?, siren?);
    Some((cite?, Carrier { name, detail, kind, evidence, evidence_by, siren, sources: Vec::new() }))
}

fn cite_figure(row: &mut Row<'_>) -> Option<(String, CiteFigure)> {
    let cite = row.read("cite_id");
    let what = row.read("what");
    let value = row.read("value");
    let date = row.date("date");
    let source = row.read("source_id");
    Some((cite?, CiteFigure { what: what?, value: value?, date: date?, source: source? }))
}

/// Builds the communes by code, each with its contrat de ville.
fn communes(
    tables: &Tables,
    known: &Known,
    territories: &Territories,
    problems: &mut Problems,
) -> BTreeMap<SmolStr, Commune> {
    let contracts = tables.get(&COMMUNE_CONTRACTS).unique_rows(known, problems, |row| {
        let (insee, contract) = (row.read("insee"), row.read("contrat_code"));
        row.read("matched_by");
        Some((insee?, contract?))
    });
    let contracts: BTreeMap<String, String> = contracts.into_iter().collect();
    let mut epcis = Consistency::new();
    let rows =
        tables.get(&COMMUNES).unique_rows(known, problems, |row| commune(row, territories, &mut epcis));
    let with_contract = |commune: Commune| {
        let contract = contracts.get(commune.insee.as_str()).map(SmolStr::from);
        (commune.insee.clone(), Commune { contract, ..commune })
    };
    rows.into_iter().map(with_contract).collect()
}

fn commune(
    row: &mut Row<'_>,
    territories: &Territories,
    epcis: &mut Consistency<(String, String)>,
) -> Option<Commune> {
    let insee = row.read("insee");
    let name = row.read("name");
    let department = row.read("department");
    let region = row.read("region");
    let codes = CommuneCodes {
        insee: insee.as_deref(),
        department: department.as_deref(),
        region: region.as_deref(),
        point: None,
    };
    for rule in &commune::RULES {
        if let Some((_, violation)) = rule.check(&codes, territories) {
            row.report(rule.field, violation);
        }
    }
    let epci_siren = row.read("epci_siren");
    let epci_name = row.read("epci_name");
    let epci_type = row.read("epci_type");
    if let (Some(siren), Some(name), Some(kind)) = (&epci_siren, &epci_name, &epci_type)
        && let Err(violation) = epcis.check(siren, (name.clone(), kind.clone()), &row.location("epci_name"))
    {
        row.report("epci_name", violation);
    }
    let ept = ept(row);
    let population = row.number("population_2020");
    let lon = row.number("lon");
    let lat = row.number("lat");
    Some(Commune {
        insee: insee?.into(),
        name: name?.into(),
        department: department?.into(),
        region: region?.into(),
        epci: Arc::new(Epci { siren: epci_siren?.into(), name: epci_name?.into(), kind: epci_type?.into() }),
        ept: ept?.map(Arc::new),
        population_2020: population??,
        lon: lon??,
        lat: lat??,
        basis: CommuneBasis::Own,
        contract: None,
    })
}

/// Reads the EPT of a commune: number and name, or neither.
fn ept(row: &mut Row<'_>) -> Option<Option<Ept>> {
    let (siren, name) = (row.read_optional("ept_siren"), row.read_optional("ept_name"));
    match (siren?, name?) {
        (None, None) => Some(None),
        (Some(siren), Some(name)) => Some(Some(Ept { siren: siren.into(), name: name.into() })),
        (siren, _) => {
            let empty = if siren.is_none() { "ept_siren" } else { "ept_name" };
            row.report(empty, Violation::new(EMPTY));
            None
        }
    }
}

fn qpv(row: &mut Row<'_>) -> Option<Qpv> {
    let (code, name) = (row.read("code"), row.read("name"));
    Some(Qpv { code: code?.into(), name: name?.into() })
}

/// Reads a table that links Cités to something by the code in its second column. `more` reads the
/// other columns.
fn links<T>(
    tables: &Tables,
    format: &'static Format,
    known: &Known,
    problems: &mut Problems,
    more: impl Fn(&mut Row<'_>) -> Option<T>,
) -> Vec<(String, String, T)> {
    let [cite_column, code_column] = format.key else { return Vec::new() };
    tables.get(format).unique_rows(known, problems, |row| {
        let (cite, code) = (row.read(cite_column), row.read(code_column));
        let more = more(row);
        Some((cite?, code?, more?))
    })
}
