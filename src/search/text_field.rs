//! The table of text fields: the places of texts in a Cité or a préconisation.

use crate::locale::Lang;
use crate::t;
use crate::table::table;

/// The properties of a text field.
struct Row {
    /// The weight of a match in it, from 1 to 100. The weights order the fields by how likely
    /// people name a Cité by them; a test in `engine.rs` verifies the order. They differ less
    /// than grades do, so that the better match usually decides.
    weight: u32,
    /// Whether its texts match with letters left out.
    is_name: bool,
    /// The locale key of its label.
    label: &'static str,
}

const fn name(weight: u32, label: &'static str) -> Row {
    Row { weight, is_name: true, label }
}

const fn literal(weight: u32, label: &'static str) -> Row {
    Row { weight, is_name: false, label }
}

table! {
    /// A field of texts in a Cité or a préconisation.
    pub enum TextField: Row {
        /// Id of a Cité, a préconisation.
        Id = literal(100, "tui-field-id");
        /// Label of a Cité.
        Label = name(96, "tui-field-label");
        /// Name of an own commune.
        Commune = name(88, "tui-field-commune");
        /// INSEE code of an own commune.
        CommuneCode = literal(86, "tui-field-commune");
        /// Name of the EPCI or the EPT of an own commune.
        Epci = name(82, "tui-field-epci");
        /// SIREN of the EPCI or the EPT of an own commune.
        EpciCode = literal(81, "tui-field-epci");
        /// Name of a QPV.
        Qpv = literal(78, "tui-field-qpv");
        /// A part between dashes of the name of a QPV, of 2015 or 2024. It is in the index only.
        QpvPart = literal(76, "tui-field-qpv");
        /// Code of a QPV.
        QpvCode = literal(74, "tui-field-qpv");
        /// Name of a QPV of 2024.
        Qpv2024 = literal(77, "tui-field-qpv-2024");
        /// Code of a QPV of 2024.
        Qpv2024Code = literal(73, "tui-field-qpv-2024");
        /// Name of a commune that only a shared QPV brings in.
        TouchedCommune = name(72, "tui-field-touched-commune");
        /// INSEE code of a commune that only a shared QPV brings in.
        TouchedCommuneCode = literal(71, "tui-field-touched-commune");
        /// Number of a department. If it is the whole query, it stands for the department:
        /// `35`, `974`.
        DepartmentCode = literal(98, "tui-field-department");
        /// Name of a department.
        Department = literal(70, "tui-field-department");
        /// Name of a region.
        Region = literal(64, "tui-field-region");
        /// Name of the carrier.
        Carrier = name(58, "tui-field-carrier");
        /// Detail of the carrier, beside its name.
        CarrierDetail = literal(46, "tui-field-carrier");
        /// Id of a source that a Cité cites.
        Source = literal(44, "tui-field-source");
        /// What became of a Cité after the experiment.
        Later = literal(42, "tui-field-later");
        /// Theme of a Cité, a préconisation or one of its parts.
        Theme = literal(52, "tui-field-theme");
        /// Title of a préconisation.
        Title = name(96, "tui-field-title");
        /// Text of a préconisation.
        Text = literal(46, "tui-field-text");
        /// Addressee of a préconisation.
        Addressee = literal(58, "tui-field-addressee");
        /// Title of a part of a préconisation.
        SubMeasure = literal(78, "tui-field-sub-measure");
    }
}

impl TextField {
    /// Returns the field with a number, its index in [`ALL`](Self::ALL).
    pub(super) fn from_number(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// Returns the weight of a match in it, from 1 to 100.
    pub(super) const fn weight(self) -> u32 {
        self.row().weight
    }

    /// Returns its label.
    pub fn label(self, lang: Lang) -> String {
        t!(lang, self.row().label)
    }
}

/// A set of text fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextFieldSet(u64);

const _: () = assert!(TextField::ALL.len() <= u64::BITS as usize, "a TextFieldSet has too few bits");

impl TextFieldSet {
    /// Every field.
    pub const ALL: Self = Self(u64::MAX);

    /// The fields in which letters may be left out: `bdx` for Bordeaux.
    pub const NAMES: Self = {
        let mut names = Self(0);
        let mut rest = TextField::ALL.as_slice();
        while let [field, others @ ..] = rest {
            if field.row().is_name {
                names.insert(*field);
            }
            rest = others;
        }
        names
    };

    /// The fields of quartiers prioritaires, of 2015 and 2024.
    pub const QPV: Self =
        Self::of(&[TextField::Qpv, TextField::QpvCode, TextField::Qpv2024, TextField::Qpv2024Code]);

    /// The fields of the codes of places.
    pub(super) const PLACE_CODES: Self = Self::of(&[
        TextField::CommuneCode,
        TextField::TouchedCommuneCode,
        TextField::EpciCode,
        TextField::DepartmentCode,
    ]);

    /// The fields of a préconisation.
    pub(super) const PRECONISATION: Self = Self::of(&[
        TextField::Id,
        TextField::Title,
        TextField::Text,
        TextField::Addressee,
        TextField::Theme,
        TextField::SubMeasure,
    ]);

    /// Creates the set of some fields.
    pub const fn of(fields: &[TextField]) -> Self {
        let mut set = Self(0);
        let mut rest = fields;
        while let [field, others @ ..] = rest {
            set.insert(*field);
            rest = others;
        }
        set
    }

    /// Returns whether the set contains `field`.
    pub const fn contains(self, field: TextField) -> bool {
        self.meets(Self(1 << field as u64))
    }

    /// Returns the fields that are in one or both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the fields that are in both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns whether all of its fields are in another set.
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Returns whether the sets have a field in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds a field.
    pub const fn insert(&mut self, field: TextField) {
        self.0 |= 1 << field as u64;
    }

    /// Lists its fields.
    pub fn iter(self) -> impl Iterator<Item = TextField> {
        TextField::ALL.into_iter().filter(move |field| self.contains(*field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_tells_all_fields_apart() {
        for field in TextField::ALL {
            assert_eq!(TextFieldSet::of(&[field]).iter().collect::<Vec<_>>(), [field]);
        }
    }
}
