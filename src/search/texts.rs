//! The texts of Cités and préconisations that are searched.

use super::text_field::{TextField, TextFieldSet};
use crate::locale::Lang;
use crate::snapshot::{Cite, Commune, Preconisation, Snapshot};

/// The separator of the parts of the name of a quartier, which are names of their own.
const PART_SEPARATOR: &str = " - ";

/// Passes each text of a field of a Cité to `emit`, in order. The names of
/// departments and regions are those of `snapshot`.
fn cite_field<'s>(field: TextField, cite: &'s Cite, snapshot: &'s Snapshot, emit: &mut impl FnMut(&'s str)) {
    let carrier = cite.carrier.as_ref();
    match field {
        TextField::Id => emit(&cite.id),
        TextField::Label => {
            emit(cite.display_label());
            if cite.display_label.is_some() {
                emit(&cite.label);
            }
        }
        TextField::Commune => cite.own_communes().for_each(|commune| emit(&commune.name)),
        TextField::CommuneCode => cite.own_communes().for_each(|commune| emit(&commune.insee)),
        TextField::TouchedCommune => cite.touched_communes().for_each(|commune| emit(&commune.name)),
        TextField::TouchedCommuneCode => cite.touched_communes().for_each(|commune| emit(&commune.insee)),
        TextField::Epci => epcis(cite).for_each(|(_, name)| emit(name)),
        TextField::EpciCode => epcis(cite).for_each(|(siren, _)| emit(siren)),
        TextField::Qpv => cite.qpvs().iter().for_each(|qpv| emit(&qpv.name)),
        TextField::QpvCode => cite.qpvs().iter().for_each(|qpv| emit(&qpv.code)),
        TextField::Qpv2024 => {
            let name = |code: &str| snapshot.qpv_2024(code).map_or("", |qpv| qpv.name.as_str());
            cite.qpvs_2024().iter().for_each(|link| emit(name(&link.code)));
        }
        TextField::Qpv2024Code => cite.qpvs_2024().iter().for_each(|link| emit(&link.code)),
        TextField::DepartmentCode => cite.departments().into_iter().for_each(emit),
        TextField::Department => {
            let departments = cite.departments().into_iter().filter_map(|code| snapshot.department(code));
            departments.for_each(|department| emit(&department.name));
        }
        TextField::Region => {
            let regions = cite.regions().into_iter().filter_map(|code| snapshot.region(code));
            regions.for_each(|region| emit(&region.name));
        }
        TextField::Carrier => carrier.into_iter().for_each(|carrier| emit(&carrier.name)),
        TextField::CarrierDetail => carrier.into_iter().for_each(|carrier| emit(&carrier.detail)),
        TextField::Theme => cite.themes.values.iter().for_each(|theme| emit(theme)),
        TextField::Source => cite.source_ids().into_iter().for_each(emit),
        TextField::Later => cite.later.iter().for_each(|later| emit(&later.text)),
        TextField::QpvPart
        | TextField::Title
        | TextField::Text
        | TextField::Addressee
        | TextField::SubMeasure => {}
    }
}

/// Returns the SIREN and the name of the EPCI and the EPT of each own commune, each once.
fn epcis(cite: &Cite) -> impl Iterator<Item = (&str, &str)> {
    fn of_commune(commune: &Commune) -> [Option<(&str, &str)>; 2] {
        let ept = commune.ept.as_ref().map(|ept| (ept.siren.as_str(), ept.name.as_str()));
        [Some((commune.epci.siren.as_str(), commune.epci.name.as_str())), ept]
    }
    let mut seen: Vec<&str> = Vec::new();
    let all = cite.own_communes().flat_map(of_commune).flatten();
    all.filter(move |(siren, _)| {
        let is_new = !seen.contains(siren);
        if is_new {
            seen.push(siren);
        }
        is_new
    })
}

/// Passes each part between dashes of the names of the quartiers of a Cité to `emit`.
pub(super) fn quartier_parts<'s>(cite: &'s Cite, snapshot: &'s Snapshot, emit: &mut impl FnMut(&'s str)) {
    for name in texts_of(cite, snapshot, TextFieldSet::of(&[TextField::Qpv, TextField::Qpv2024])) {
        let mut parts = name.split(PART_SEPARATOR);
        if let (Some(first), Some(second)) = (parts.next(), parts.next()) {
            [first, second].into_iter().chain(parts).for_each(&mut *emit);
        }
    }
}

/// Passes each text of a Cité to `emit`, with its field and its index in the field.
pub(super) fn cite_texts<'s>(
    cite: &'s Cite,
    snapshot: &'s Snapshot,
    emit: &mut impl FnMut(TextField, usize, &'s str),
) {
    for field in TextField::ALL {
        let mut index = 0;
        cite_field(field, cite, snapshot, &mut |text| {
            emit(field, index, text);
            index += 1;
        });
    }
}

/// Lists the texts of some fields of a Cité. The names of departments and
/// regions are those of `snapshot`.
pub fn texts_of<'s>(cite: &'s Cite, snapshot: &'s Snapshot, fields: TextFieldSet) -> Vec<&'s str> {
    let mut texts = Vec::new();
    for field in fields.iter() {
        cite_field(field, cite, snapshot, &mut |text| texts.push(text));
    }
    texts
}

/// Returns the text at an index of a field of a Cité.
pub fn text_of<'s>(
    cite: &'s Cite,
    field: TextField,
    index: usize,
    snapshot: &'s Snapshot,
) -> Option<&'s str> {
    let (mut text, mut next) = (None, 0);
    cite_field(field, cite, snapshot, &mut |found| {
        if next == index {
            text = Some(found);
        }
        next += 1;
    });
    text
}

/// Passes each text of a préconisation to `emit`, with its field and its index in the field.
pub(super) fn preconisation_texts<'s>(
    preconisation: &'s Preconisation,
    lang: Lang,
    emit: &mut impl FnMut(TextField, usize, &'s str),
) {
    emit(TextField::Id, 0, &preconisation.id);
    emit(TextField::Title, 0, preconisation.title.get(lang));
    emit(TextField::Text, 0, preconisation.text.get(lang));
    for (index, addressee) in preconisation.addressees.iter().enumerate() {
        emit(TextField::Addressee, index, addressee);
    }
    emit(TextField::Theme, 0, &preconisation.theme);
    for (index, part) in preconisation.sub_measures.iter().enumerate() {
        emit(TextField::SubMeasure, index, part.title.get(lang));
        emit(TextField::Theme, index + 1, &part.theme);
    }
}
