//! Checks every Cité of a snapshot.

use std::collections::HashSet;

use smol_str::SmolStr;

use crate::progress::Progress;
use crate::snapshot::json::{Cursor, Handle};
use crate::snapshot::model::{Commune, CommuneBasis, Experiment, LabelDate, LaunchDate, Qpv, Wave};
use crate::snapshot::problem::Problems;
use crate::snapshot::rules::cite::{self, CiteParts};
use crate::snapshot::rules::commune::{self, CommuneCodes, Territories};
use crate::snapshot::rules::entity::{Entity, Known};
use crate::snapshot::rules::unique::Consistency;

/// The data that Cités are checked against.
pub(super) struct CheckContext<'a> {
    pub(super) known: &'a Known,
    pub(super) territories: Territories,
    /// `None` if the snapshot has none that can be parsed.
    pub(super) experiment: Option<Experiment>,
}

/// The descriptions by earlier Cités of entities that several Cités cover, by code.
struct Descriptions {
    communes: Consistency<Commune, Handle>,
    qpvs: Consistency<Qpv, Handle>,
    /// Name and legal form of intercommunal bodies.
    epcis: Consistency<(SmolStr, SmolStr), Handle>,
}

/// Checks every Cité of a list.
pub(super) fn check(list: &Cursor<'_>, context: &CheckContext<'_>, problems: &mut Problems) {
    let mut earlier =
        Descriptions { communes: Consistency::new(), qpvs: Consistency::new(), epcis: Consistency::new() };
    let progress = Progress::current();
    for at in &list.items() {
        progress.advance(at.node().text().len());
        let fields = at.fields();
        let lists = [fields.key("communes"), fields.key("qpvs")];
        let [communes, qpvs] = &lists;
        let communes: Vec<(Cursor<'_>, Commune)> = communes.read_items();
        let qpvs: Vec<(Cursor<'_>, Qpv)> = qpvs.read_items();
        let mut departments: Vec<SmolStr> = Vec::new();
        for (_, Commune { department, .. }) in &communes {
            if !departments.contains(department) {
                departments.push(department.clone());
            }
        }
        let cite = CiteParts {
            fields: &fields,
            wave: fields.read::<Wave>("wave").map(|wave| wave.year),
            label_date: fields.read::<LabelDate>("label_date").map(|label| label.date),
            launch_date: fields.read::<LaunchDate>("launch_date").map(|launch| launch.date),
            departments: &departments,
            qpvs: &qpvs,
            experiment: context.experiment.as_ref(),
        };
        for row in &cite::RULES {
            (row.test)(&cite, &mut problems.reporter(row.rule));
        }
        let mut seen = HashSet::new();
        for (at, commune) in communes {
            check_codes(&at, &commune, context, problems);
            let Commune { insee, epci, .. } = &commune;
            let (epci_at, description) = (at.key("epci"), (epci.name.clone(), epci.kind.clone()));
            problems.keep(&epci_at, &epci.name, earlier.epcis.check(&epci.siren, description, &epci_at));
            let insee = insee.clone();
            if seen.insert(insee.clone()) {
                // The basis is that of one Cité.
                let commune = Commune { basis: CommuneBasis::Own, ..commune };
                problems.keep(&at, &insee, earlier.communes.check(&insee, commune, &at));
            }
        }
        for (at, qpv) in qpvs {
            let code = qpv.code.clone();
            if seen.insert(code.clone()) {
                problems.keep(&at, &code, earlier.qpvs.check(&code, qpv, &at));
            }
        }
    }
}

/// Tests that the codes of a commune agree with each other and with where it is.
fn check_codes(at: &Cursor<'_>, commune: &Commune, context: &CheckContext<'_>, problems: &mut Problems) {
    let Commune { insee, department, region, lon, lat, .. } = commune;
    let is_known = |entity, code: &str| context.known.check(entity, code).is_ok();
    let codes = CommuneCodes {
        insee: Some(insee),
        department: Some(department.as_str()).filter(|code| is_known(Entity::Department, code)),
        region: Some(region.as_str()).filter(|code| is_known(Entity::Region, code)),
        point: Some([*lon, *lat]),
    };
    for row in &commune::RULES {
        if let Some((value, violation)) = row.check(&codes, &context.territories) {
            problems.add(&at.key(row.field), &value, violation);
        }
    }
}
