//! The Cités with all that other tables say of them.

use std::collections::BTreeMap;
use std::path::Path;

use smol_str::SmolStr;

use crate::snapshot::cite_field::CiteField;
use crate::snapshot::model::{
    Carrier, CarrierEvidence, CarrierType, Cite, Commune, Department, Epci, Ept, LabelDate, LabelDateBasis,
    LaunchDate, Qpv, Scale, Statement, Themes, Wave, WaveEvidence,
};
use crate::snapshot::problem::{Code, Entity, Fault, Problems, Seen, Told};
use crate::snapshot::rules::{self, Ids, Known};
use crate::snapshot::table::{Row, Table, format};

/// The tables that speak of Cités.
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
            cites: read(&format::CITES),
            carriers: read(&format::CARRIERS),
            evidence: read(&format::EVIDENCE),
            communes: read(&format::COMMUNES),
            cite_communes: read(&format::CITE_COMMUNES),
            qpvs: read(&format::QPVS),
            cite_qpvs: read(&format::CITE_QPVS),
        }
    }

    pub(super) fn cite_ids(&self) -> Ids {
        self.cites.ids(Entity::Cite, "id")
    }

    /// The Cités in the order of their ids.
    pub(super) fn cites(
        &self,
        known: &Known,
        departments: &BTreeMap<String, Department>,
        problems: &mut Problems,
    ) -> Vec<Cite> {
        let mut seen = Seen::new(Entity::Cite);
        let cites = self.cites.rows(problems, |row| cite(row, &mut seen));
        let mut cites: BTreeMap<String, Cite> =
            cites.into_iter().map(|cite| (cite.id.clone(), cite)).collect();

        let mut seen = Seen::new(Entity::Carrier);
        for (id, carrier) in self.carriers.rows(problems, |row| carrier(row, &known.cites, &mut seen)) {
            if let Some(cite) = cites.get_mut(&id) {
                cite.carrier = Some(carrier);
            }
        }
        self.add_statements(&mut cites, known, problems);

        let mut seen = Seen::new(Entity::Commune);
        let mut bodies = Told::new();
        let communes =
            self.communes.rows(problems, |row| commune(row, known, departments, &mut seen, &mut bodies));
        let communes: BTreeMap<SmolStr, Commune> =
            communes.into_iter().map(|commune| (commune.insee.clone(), commune)).collect();
        let ids = self.communes.ids(Entity::Commune, "insee");
        for (cite, commune) in links(&self.cite_communes, "insee", &known.cites, &ids, problems) {
            if let (Some(cite), Some(commune)) = (cites.get_mut(&cite), communes.get(commune.as_str())) {
                cite.communes.push(commune.clone());
            }
        }

        let mut seen = Seen::new(Entity::Qpv);
        let qpvs = self.qpvs.rows(problems, |row| qpv(row, &mut seen));
        let qpvs: BTreeMap<SmolStr, Qpv> = qpvs.into_iter().map(|qpv| (qpv.code.clone(), qpv)).collect();
        let ids = self.qpvs.ids(Entity::Qpv, "code");
        for (cite, qpv) in links(&self.cite_qpvs, "qpv_code", &known.cites, &ids, problems) {
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

    /// Gives every statement of `evidence.csv` to the field it speaks of.
    fn add_statements(&self, cites: &mut BTreeMap<String, Cite>, known: &Known, problems: &mut Problems) {
        let carried = self.carriers.ids(Entity::Carrier, "cite_id");
        let mut seen = Seen::new(Entity::Statement);
        let sourced: Vec<CiteField> = CiteField::ALL.into_iter().filter(|field| field.is_sourced()).collect();
        self.evidence.rows(problems, |row| {
            row.unique(&["cite_id", "field", "source_id", "says"], &mut seen);
            let cite = row.link("cite_id", &known.cites);
            let field = row.choice("field", &sourced, CiteField::name);
            let source = row.link("source_id", &known.sources);
            let says = row.required("says");
            let (cite, field) = (cites.get_mut(&cite?)?, field?);
            let carrier_is_broken =
                field == CiteField::Carrier && cite.carrier.is_none() && carried.known(&cite.id).is_ok();
            match field.statements_mut(cite) {
                Some(statements) => statements.push(Statement { source: source?, says: says? }),
                None if carrier_is_broken => {}
                None => row.report("field", Fault::StatementOfNothing),
            }
            Some(())
        });
    }
}

fn cite(row: &mut Row<'_>, seen: &mut Seen) -> Option<Cite> {
    let id = row.code("id", Code::Cite);
    row.unique(&["id"], seen);
    let label = row.required("label");
    let scale = row.choice("scale", &Scale::ALL, Scale::code);
    let wave = row.value("wave", rules::wave);
    let wave_evidence = row.choice("wave_evidence", &WaveEvidence::ALL, WaveEvidence::code);
    let label_date = row.value("label_date", rules::date);
    let basis = row.choice("label_date_basis", &LabelDateBasis::ALL, LabelDateBasis::code);
    let launch_date = row.optional("launch_date", rules::date);
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

fn carrier(row: &mut Row<'_>, cites: &Ids, seen: &mut Seen) -> Option<(String, Carrier)> {
    let cite = row.link("cite_id", cites);
    row.unique(&["cite_id"], seen);
    let name = row.required("name");
    let kind = row.choice("type", &CarrierType::ALL, CarrierType::code);
    let evidence = row.choice("evidence", &CarrierEvidence::ALL, CarrierEvidence::code);
    let detail = row.text("detail");
    Some((cite?, Carrier { name: name?, detail, kind: kind?, evidence: evidence?, sources: Vec::new() }))
}

fn commune(
    row: &mut Row<'_>,
    known: &Known,
    departments: &BTreeMap<String, Department>,
    seen: &mut Seen,
    bodies: &mut Told<(String, String)>,
) -> Option<Commune> {
    row.unique(&["insee"], seen);
    let insee = row.code("insee", Code::Commune);
    let name = row.required("name");
    let department = row.link("department", &known.departments);
    let region = row.link("region", &known.regions);
    if let (Some(insee), Some(department)) = (&insee, &department) {
        row.agree("department", rules::department_of_commune(department, insee));
    }
    if let (Some(department), Some(region)) =
        (department.as_ref().and_then(|code| departments.get(code)), &region)
    {
        row.agree("region", rules::region_of_department(region, department));
    }
    let epci_siren = row.code("epci_siren", Code::Siren);
    let epci_name = row.required("epci_name");
    let epci_type = row.value("epci_type", |text| rules::one_of(text, &rules::EPCI_TYPES));
    if let (Some(siren), Some(name), Some(kind)) = (&epci_siren, &epci_name, epci_type) {
        let told = bodies.same(siren, (name.clone(), kind.to_owned()), &row.place("epci_name"));
        row.agree("epci_name", told);
    }
    let ept = ept(row);
    let population = row.value("population_2020", rules::whole_number);
    let lon = row.value("lon", |text| rules::within(rules::number(text)?, rules::LONGITUDES));
    let lat = row.value("lat", |text| rules::within(rules::number(text)?, rules::LATITUDES));
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

/// The EPT of a commune: number and name, or neither.
fn ept(row: &mut Row<'_>) -> Option<Option<Ept>> {
    match (row.text("ept_siren").is_empty(), row.text("ept_name").is_empty()) {
        (true, true) => Some(None),
        _ => {
            let siren = row.code("ept_siren", Code::Siren);
            let name = row.required("ept_name");
            Some(Some(Ept { siren: siren?.into(), name: name?.into() }))
        }
    }
}

fn qpv(row: &mut Row<'_>, seen: &mut Seen) -> Option<Qpv> {
    row.unique(&["code"], seen);
    let code = row.code("code", Code::Qpv);
    let name = row.required("name");
    Some(Qpv { code: code?.into(), name: name?.into() })
}

/// The pairs of a table that links Cités to something else.
fn links(
    table: &Table,
    column: &'static str,
    cites: &Ids,
    others: &Ids,
    problems: &mut Problems,
) -> Vec<(String, String)> {
    let mut seen = Seen::new(Entity::Link);
    table.rows(problems, |row| {
        row.unique(&["cite_id", column], &mut seen);
        let cite = row.link("cite_id", cites);
        let other = row.link(column, others);
        Some((cite?, other?))
    })
}
