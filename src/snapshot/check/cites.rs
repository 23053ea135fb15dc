//! What must hold for a Cité, part by part: a part that cannot be read does
//! not keep the others from being checked.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use smol_str::SmolStr;

use crate::snapshot::at::{At, Fields, Trace};
use crate::snapshot::cite_field::CiteField;
use crate::snapshot::date::PartialDate;
use crate::snapshot::model::{
    Carrier, Commune, Department, Experiment, LabelDate, LaunchDate, Qpv, Region, Statement, Wave,
};
use crate::snapshot::problem::{Code, Entity, Fault, Problems, Seen, Told};
use crate::snapshot::records::{check_filled, check_id};
use crate::snapshot::rules::{self, Known};

/// What Cités are checked against.
pub(super) struct Around<'a> {
    pub(super) known: &'a Known,
    pub(super) departments: BTreeMap<String, Department>,
    pub(super) regions: BTreeMap<String, Region>,
    /// `None` where the snapshot does not say it in a way that can be read.
    pub(super) experiment: Option<Experiment>,
}

/// What Cités before have said.
struct Before {
    ids: Seen<Trace>,
    communes: Told<Commune, Trace>,
    qpvs: Told<Qpv, Trace>,
    bodies: Told<(SmolStr, SmolStr), Trace>,
}

/// Checks every Cité of a list.
pub(super) fn check(list: &At<'_>, around: &Around<'_>, problems: &mut Problems) {
    let mut before = Before {
        ids: Seen::new(Entity::Cite),
        communes: Told::new(),
        qpvs: Told::new(),
        bodies: Told::new(),
    };
    for at in &list.items() {
        let fields = at.fields();
        if let Some(id) = fields.read::<String>("id") {
            check_id(at, &id, &mut before.ids, problems);
            problems.keep(&at.key("id"), &id, rules::code(Code::Cite, &id));
        }
        if let Some(label) = fields.read::<String>("label") {
            check_filled(at, &[("label", &label)], problems);
        }
        if let Some(Carrier { name, .. }) = fields.read::<Option<_>>("carrier").flatten() {
            check_filled(&fields.key("carrier"), &[("name", &name)], problems);
        }
        check_dates(&fields, around, problems);
        check_evidence(&fields, around.known, problems);
        let departments = check_communes(&fields.key("communes"), around, &mut before, problems);
        check_qpvs(&fields.key("qpvs"), &departments, &mut before.qpvs, problems);
    }
}

/// Its dates can be.
fn check_dates(fields: &Fields<'_>, around: &Around<'_>, problems: &mut Problems) {
    let wave: Option<Wave> = fields.read("wave");
    let label: Option<LabelDate> = fields.read("label_date");
    let launch: Option<LaunchDate> = fields.read::<Option<LaunchDate>>("launch_date").flatten();
    if let Some(wave) = &wave {
        let year = wave.year.to_string();
        problems.keep(&fields.key("wave").key("year"), &year, rules::wave(&year));
    }
    let label = label.map(|label| label.date);
    if let (Some(label), Some(wave)) = (label, &wave) {
        check_date(fields, "label_date", label, rules::in_wave(label, wave.year), problems);
    }
    let Some(launch) = launch.map(|launch| launch.date) else { return };
    if let Some(label) = label {
        check_date(fields, "launch_date", launch, rules::not_before_label(launch, label), problems);
    }
    if let Some(experiment) = &around.experiment {
        let result = rules::not_before_programme(launch, experiment.start);
        check_date(fields, "launch_date", launch, result, problems);
        let result = rules::not_after_experiment(launch, experiment.end);
        check_date(fields, "launch_date", launch, result, problems);
    }
}

fn check_date(
    fields: &Fields<'_>,
    key: &'static str,
    date: PartialDate,
    result: Result<(), Fault>,
    problems: &mut Problems,
) {
    problems.keep(&fields.key(key).key("date"), &date.to_string(), result);
}

/// What is said to rest on a source does, and the sources are known.
fn check_evidence(fields: &Fields<'_>, known: &Known, problems: &mut Problems) {
    for field in CiteField::ALL {
        let Some(claim) = field.claim() else { continue };
        let Some(Sourced { sources, rest }) = fields.read(field.name()) else { continue };
        let at = fields.key(field.name());
        check_statements(&at, &sources, known, problems);
        let claimed = match rest.get(claim) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(items)) => {
                items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
            _ => continue,
        };
        if sources.is_empty() && !claimed.is_empty() && field.needs_source(&claimed) {
            problems.add(&at.key(claim), &claimed, Fault::NoStatement);
        }
    }
}

/// The value of a field that sources speak of.
#[derive(Deserialize)]
struct Sourced {
    sources: Vec<Statement>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Every statement says something and names a known source.
fn check_statements(at: &At<'_>, statements: &[Statement], known: &Known, problems: &mut Problems) {
    let list = at.key("sources");
    for (index, Statement { source, says }) in statements.iter().enumerate() {
        let at = list.item(index);
        problems.keep(&at.key("source"), source, known.sources.known(source));
        check_filled(&at, &[("says", says)], problems);
    }
}

/// Checks the communes of a Cité and gives the departments they are in.
fn check_communes(
    list: &At<'_>,
    around: &Around<'_>,
    before: &mut Before,
    problems: &mut Problems,
) -> Vec<SmolStr> {
    let items = list.items();
    if items.is_empty() {
        problems.add(list, "", Fault::NoCommune);
    }
    let mut seen = Seen::new(Entity::Commune);
    let mut departments = Vec::new();
    for (at, commune) in list.read_items::<Commune>() {
        let insee = at.key("insee");
        let first_here = problems.keep(&insee, &commune.insee, seen.first(&commune.insee, &insee)).is_some();
        check_commune(&at, &commune, around, &mut before.bodies, problems);
        if !departments.contains(&commune.department) {
            departments.push(commune.department.clone());
        }
        let id = commune.insee.clone();
        if first_here {
            problems.keep(&at, &id, before.communes.same(&id, commune, &at));
        }
    }
    departments
}

fn check_commune(
    at: &At<'_>,
    commune: &Commune,
    around: &Around<'_>,
    bodies: &mut Told<(SmolStr, SmolStr), Trace>,
    problems: &mut Problems,
) {
    check_filled(at, &[("name", &commune.name)], problems);
    let Commune { insee, department, region, epci, ept, .. } = commune;
    problems.keep(&at.key("insee"), insee, rules::code(Code::Commune, insee));
    let place = at.key("department");
    if problems.keep(&place, department, around.known.departments.known(department)).is_some() {
        problems.keep(&place, department, rules::department_of_commune(department, insee));
    }
    let place = at.key("region");
    let known = problems.keep(&place, region, around.known.regions.known(region));
    if let (Some(()), Some(department)) = (known, around.departments.get(department.as_str())) {
        problems.keep(&place, region, rules::region_of_department(region, department));
    }
    let place = at.key("epci");
    problems.keep(&place.key("siren"), &epci.siren, rules::code(Code::Siren, &epci.siren));
    problems.keep(&place.key("type"), &epci.kind, rules::one_of(&epci.kind, &rules::EPCI_TYPES));
    let told = bodies.same(&epci.siren, (epci.name.clone(), epci.kind.clone()), &place);
    problems.keep(&place, &epci.name, told);
    check_filled(&place, &[("name", &epci.name)], problems);
    if let Some(ept) = ept {
        let place = at.key("ept");
        problems.keep(&place.key("siren"), &ept.siren, rules::code(Code::Siren, &ept.siren));
        check_filled(&place, &[("name", &ept.name)], problems);
    }
    let Commune { lon, lat, .. } = *commune;
    problems.keep(&at.key("lon"), &lon.to_string(), rules::within(lon, rules::LONGITUDES));
    problems.keep(&at.key("lat"), &lat.to_string(), rules::within(lat, rules::LATITUDES));
    if let Some(region) = around.regions.get(region.as_str()) {
        problems.keep(&at.key("lon"), &format!("{lon}, {lat}"), rules::inside_region(lon, lat, region));
    }
}

/// Checks the quartiers of a Cité with communes in these departments.
fn check_qpvs(
    list: &At<'_>,
    departments: &[SmolStr],
    before: &mut Told<Qpv, Trace>,
    problems: &mut Problems,
) {
    let mut seen = Seen::new(Entity::Qpv);
    for (at, qpv) in list.read_items::<Qpv>() {
        let place = at.key("code");
        let code = qpv.code.clone();
        check_filled(&at, &[("name", &qpv.name)], problems);
        let first_here = problems.keep(&place, &code, seen.first(&code, &place)).is_some();
        if problems.keep(&place, &code, rules::code(Code::Qpv, &code)).is_some() {
            problems.keep(&place, &code, rules::qpv_in(&code, departments));
        }
        if first_here {
            problems.keep(&at, &code, before.same(&code, qpv, &at));
        }
    }
}
