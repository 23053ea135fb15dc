//! Builds the Cités from all the tables about them.

use std::collections::BTreeMap;
use std::path::Path;

use smol_str::SmolStr;

use crate::snapshot::cite_field::CiteField;
use crate::snapshot::model::{
    Carrier, CarrierEvidence, CarrierType, Cite, Commune, Epci, Ept, LabelDate, LabelDateBasis, LaunchDate,
    Qpv, Scale, Statement, Themes, Wave, WaveEvidence,
};
use crate::snapshot::problem::{Problems, Violation};
use crate::snapshot::rule::Rule;
use crate::snapshot::rules::commune::{self, CommuneCodes, Territories};
use crate::snapshot::rules::entity::{Entity, Known};
use crate::snapshot::rules::parse::{self, NOT_ONE_OF, date, one_of, wave};
use crate::snapshot::rules::unique::{Consistency, Seen};
use crate::snapshot::rules::value::{self, EPCI_TYPES, LATITUDE, LONGITUDE};
use crate::snapshot::table::{Format, Row, Table};

const STATEMENT_OF_NOTHING: Rule = Rule::error("problem-statement-of-nothing");

/// The tables about Cités.
pub(super) struct Tables {
    cites: Table,
    carriers: Table,
    evidence: Table,
    communes: Table,
    cite_communes: Table,
    qpvs: Table,
    cite_qpvs: Table,
}

impl Tables {
    pub(super) fn read(dir: &Path, problems: &mut Problems) -> Self {
        let mut read = |format| Table::read(dir, format, problems);
        Self {
            cites: read(&CITES),
            carriers: read(&CARRIERS),
            evidence: read(&EVIDENCE),
            communes: read(&COMMUNES),
            cite_communes: read(&CITE_COMMUNES),
            qpvs: read(&QPVS),
            cite_qpvs: read(&CITE_QPVS),
        }
    }

    /// Collects the ids of the Cités, their carriers, communes and quartiers.
    pub(super) fn known(&self) -> Known {
        Known::from([
            self.cites.ids(Entity::Cite, "id"),
            self.carriers.ids(Entity::Carrier, "cite_id"),
            self.communes.ids(Entity::Commune, "insee"),
            self.qpvs.ids(Entity::Qpv, "code"),
        ])
    }

    /// Builds the Cités, in the order of their ids.
    pub(super) fn cites(
        &self,
        known: &Known,
        territories: &Territories,
        problems: &mut Problems,
    ) -> Vec<Cite> {
        let mut seen = Seen::new(Entity::Cite);
        let cites = self.cites.rows(problems, |row| cite(row, &mut seen));
        let mut cites: BTreeMap<String, Cite> =
            cites.into_iter().map(|cite| (cite.id.clone(), cite)).collect();

        let mut seen = Seen::new(Entity::Carrier);
        for (id, carrier) in self.carriers.rows(problems, |row| carrier(row, known, &mut seen)) {
            if let Some(cite) = cites.get_mut(&id) {
                cite.carrier = Some(carrier);
            }
        }
        self.add_statements(&mut cites, known, problems);

        let mut seen = Seen::new(Entity::Commune);
        let mut epcis = Consistency::new();
        let communes =
            self.communes.rows(problems, |row| commune(row, known, territories, &mut seen, &mut epcis));
        let communes: BTreeMap<SmolStr, Commune> =
            communes.into_iter().map(|commune| (commune.insee.clone(), commune)).collect();
        for (cite, commune) in links(&self.cite_communes, "insee", Entity::Commune, known, problems) {
            if let (Some(cite), Some(commune)) = (cites.get_mut(&cite), communes.get(commune.as_str())) {
                cite.communes.push(commune.clone());
            }
        }

        let mut seen = Seen::new(Entity::Qpv);
        let qpvs = self.qpvs.rows(problems, |row| qpv(row, &mut seen));
        let qpvs: BTreeMap<SmolStr, Qpv> = qpvs.into_iter().map(|qpv| (qpv.code.clone(), qpv)).collect();
        for (cite, qpv) in links(&self.cite_qpvs, "qpv_code", Entity::Qpv, known, problems) {
            if let (Some(cite), Some(qpv)) = (cites.get_mut(&cite), qpvs.get(qpv.as_str())) {
                cite.qpvs.push(qpv.clone());
            }
        }

        for cite in cites.values_mut() {
            cite.communes.sort_by(|a, b| a.insee.cmp(&b.insee));
            cite.qpvs.sort_by(|a, b| a.code.cmp(&b.code));
        }
        cites.into_values().collect()
    }

    /// Adds every statement of `evidence.csv` to the field that it is about.
    fn add_statements(&self, cites: &mut BTreeMap<String, Cite>, known: &Known, problems: &mut Problems) {
        let mut seen = Seen::new(Entity::Statement);
        let sourced: Vec<CiteField> = CiteField::ALL.into_iter().filter(|field| field.is_sourced()).collect();
        self.evidence.rows(problems, |row| {
            row.unique(&["cite_id", "field", "source_id", "says"], &mut seen);
            let cite = row.link("cite_id", Entity::Cite, known);
            let field = row.choice("field", &sourced, CiteField::name);
            let source = row.link("source_id", Entity::Source, known);
            let says = row.required("says");
            let (cite, field) = (cites.get_mut(&cite?)?, field?);
            let carrier_is_broken = field == CiteField::Carrier
                && cite.carrier.is_none()
                && known.check(Entity::Carrier, &cite.id).is_ok();
            match field.statements_mut(cite) {
                Some(statements) => statements.push(Statement { source: source?, says: says? }),
                None if carrier_is_broken => {}
                None => row.report("field", Violation::new(STATEMENT_OF_NOTHING)),
            }
            Some(())
        });
    }
}

/// The columns of `cites.csv`. A new one is read by [`cite`] below.
pub(in crate::snapshot) const CITES: Format = Format::source_table(
    "cites.csv",
    &[
        "id",
        "label",
        "scale",
        "wave",
        "wave_evidence",
        "label_date",
        "label_date_basis",
        "launch_date",
        "themes",
        "note",
    ],
);

fn cite(row: &mut Row<'_>, seen: &mut Seen) -> Option<Cite> {
    let id = row.checked("id", &value::CITE);
    row.unique(&["id"], seen);
    let label = row.required("label");
    let scale = row.choice("scale", &Scale::ALL, Scale::code);
    let wave = row.value("wave", wave);
    let wave_evidence = row.choice("wave_evidence", &WaveEvidence::ALL, WaveEvidence::code);
    let label_date = row.value("label_date", date);
    let basis = row.choice("label_date_basis", &LabelDateBasis::ALL, LabelDateBasis::code);
    let launch_date = row.optional("launch_date", date);
    let themes = row.text("themes");
    Some(Cite {
        id: id?,
        label: label?,
        scale: scale?,
        wave: Wave { year: wave?, evidence: wave_evidence?, sources: Vec::new() },
        label_date: LabelDate { date: label_date?, basis: basis?, sources: Vec::new() },
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
        note: row.text("note"),
        communes: Vec::new().into(),
        qpvs: Vec::new().into(),
    })
}

/// The columns of `carriers.csv`.
const CARRIERS: Format =
    Format::source_table("carriers.csv", &["cite_id", "name", "detail", "type", "evidence"]);

fn carrier(row: &mut Row<'_>, known: &Known, seen: &mut Seen) -> Option<(String, Carrier)> {
    let cite = row.link("cite_id", Entity::Cite, known);
    row.unique(&["cite_id"], seen);
    let name = row.required("name");
    let kind = row.choice("type", &CarrierType::ALL, CarrierType::code);
    let evidence = row.choice("evidence", &CarrierEvidence::ALL, CarrierEvidence::code);
    let detail = row.text("detail");
    Some((cite?, Carrier { name: name?, detail, kind: kind?, evidence: evidence?, sources: Vec::new() }))
}

/// The columns of `evidence.csv`: statements of sources about the fields of Cités.
const EVIDENCE: Format = Format::source_table("evidence.csv", &["cite_id", "field", "source_id", "says"]);

/// The columns of `communes.csv`.
pub(in crate::snapshot) const COMMUNES: Format = Format::source_table(
    "communes.csv",
    &[
        "insee",
        "name",
        "department",
        "region",
        "epci_siren",
        "epci_name",
        "epci_type",
        "ept_siren",
        "ept_name",
        "population_2020",
        "lon",
        "lat",
    ],
);

fn commune(
    row: &mut Row<'_>,
    known: &Known,
    territories: &Territories,
    seen: &mut Seen,
    epcis: &mut Consistency<(String, String)>,
) -> Option<Commune> {
    row.unique(&["insee"], seen);
    let insee = row.checked("insee", &value::COMMUNE);
    let name = row.required("name");
    let department = row.link("department", Entity::Department, known);
    let region = row.link("region", Entity::Region, known);
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
    let epci_siren = row.checked("epci_siren", &value::SIREN);
    let epci_name = row.required("epci_name");
    let epci_type = row.value("epci_type", |text| one_of(NOT_ONE_OF, text, &EPCI_TYPES));
    if let (Some(siren), Some(name), Some(kind)) = (&epci_siren, &epci_name, epci_type)
        && let Err(violation) =
            epcis.check(siren, (name.clone(), kind.to_owned()), &row.location("epci_name"))
    {
        row.report("epci_name", violation);
    }
    let ept = ept(row);
    let population = row.value("population_2020", parse::whole_number);
    let lon = row.value("lon", |text| LONGITUDE.check(parse::number(text)?));
    let lat = row.value("lat", |text| LATITUDE.check(parse::number(text)?));
    Some(Commune {
        insee: insee?.into(),
        name: name?.into(),
        department: department?.into(),
        region: region?.into(),
        epci: Epci { siren: epci_siren?.into(), name: epci_name?.into(), kind: epci_type?.into() },
        ept: ept?,
        population_2020: population?,
        lon: lon?,
        lat: lat?,
    })
}

/// Reads the EPT of a commune: number and name, or neither.
fn ept(row: &mut Row<'_>) -> Option<Option<Ept>> {
    match (row.text("ept_siren").is_empty(), row.text("ept_name").is_empty()) {
        (true, true) => Some(None),
        _ => {
            let siren = row.checked("ept_siren", &value::SIREN);
            let name = row.required("ept_name");
            Some(Some(Ept { siren: siren?.into(), name: name?.into() }))
        }
    }
}

/// The columns of `qpvs.csv`: quartiers prioritaires.
pub(in crate::snapshot) const QPVS: Format = Format::source_table("qpvs.csv", &["code", "name"]);

fn qpv(row: &mut Row<'_>, seen: &mut Seen) -> Option<Qpv> {
    row.unique(&["code"], seen);
    let code = row.checked("code", &value::QPV);
    let name = row.required("name");
    Some(Qpv { code: code?.into(), name: name?.into() })
}

/// The columns of `cite_communes.csv`: the communes that a Cité covers.
pub(in crate::snapshot) const CITE_COMMUNES: Format =
    Format::source_table("cite_communes.csv", &["cite_id", "insee"]);

/// The columns of `cite_qpvs.csv`: the quartiers that a Cité covers.
pub(in crate::snapshot) const CITE_QPVS: Format =
    Format::source_table("cite_qpvs.csv", &["cite_id", "qpv_code"]);

/// Reads the pairs of a table that links Cités to another entity, by the ids in `column`.
fn links(
    table: &Table,
    column: &'static str,
    entity: Entity,
    known: &Known,
    problems: &mut Problems,
) -> Vec<(String, String)> {
    let mut seen = Seen::new(Entity::Link);
    table.rows(problems, |row| {
        row.unique(&["cite_id", column], &mut seen);
        let cite = row.link("cite_id", Entity::Cite, known);
        let other = row.link(column, entity, known);
        Some((cite?, other?))
    })
}
