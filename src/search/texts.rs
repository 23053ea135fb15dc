//! The texts of Cités and préconisations that are searched.

use super::text_field::{TextField, TextFieldSet};
use crate::locale::Lang;
use crate::snapshot::{Cite, Preconisation, Snapshot};

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
        TextField::Commune => cite.communes().iter().for_each(|commune| emit(&commune.name)),
        TextField::CommuneCode => cite.communes().iter().for_each(|commune| emit(&commune.insee)),
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
        TextField::Title | TextField::Text | TextField::Addressee | TextField::SubMeasure => {}
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
