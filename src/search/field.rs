//! Where in a Cité or a préconisation a text stands.

/// A place of text in a Cité or a préconisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum TextField {
    /// Id of a Cité, a préconisation.
    Id,
    /// Label of a Cité.
    Label,
    /// Name of a commune.
    Commune,
    /// INSEE code of a commune.
    CommuneCode,
    /// Name of a QPV.
    Qpv,
    /// Code of a QPV.
    QpvCode,
    /// Number of a department.
    DepartmentCode,
    /// Name of a department.
    Department,
    /// Name of a region.
    Region,
    /// Name of the carrier.
    Carrier,
    /// What the carrier's name does not say.
    CarrierDetail,
    /// Theme of a Cité, of a préconisation, of one of its parts.
    Theme,
    /// Title of a préconisation.
    Title,
    /// Text of a préconisation.
    Text,
    /// Whom a préconisation speaks to.
    Addressee,
    /// Title of a part of a préconisation.
    SubMeasure,
}

impl TextField {
    /// Every field, in the order of their declaration.
    pub const ALL: [Self; 16] = [
        Self::Id,
        Self::Label,
        Self::Commune,
        Self::CommuneCode,
        Self::Qpv,
        Self::QpvCode,
        Self::DepartmentCode,
        Self::Department,
        Self::Region,
        Self::Carrier,
        Self::CarrierDetail,
        Self::Theme,
        Self::Title,
        Self::Text,
        Self::Addressee,
        Self::SubMeasure,
    ];

    /// The field with a number, its place in [`ALL`](Self::ALL).
    pub(super) fn from_number(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// How much a find in this field counts: the order of the design, in hundredths.
    pub(super) const fn weight(self) -> u32 {
        match self {
            Self::Id => 100,
            Self::Label | Self::Title => 96,
            Self::Commune => 88,
            Self::CommuneCode => 84,
            Self::Qpv | Self::SubMeasure => 78,
            Self::QpvCode => 74,
            // A number that is a department's is meant as one: `35`, `974`.
            Self::DepartmentCode => 98,
            Self::Department => 70,
            Self::Region => 64,
            Self::Carrier | Self::Addressee => 58,
            Self::Theme => 52,
            Self::CarrierDetail | Self::Text => 46,
        }
    }
}

/// A set of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextFieldSet(u64);

const _: () = {
    assert!(TextField::ALL.len() <= u64::BITS as usize, "a TextFieldSet has too few bits");
    let mut number = 0;
    let mut rest = TextField::ALL.as_slice();
    while let [field, others @ ..] = rest {
        assert!(*field as usize == number, "TextField::ALL is in the order of the declaration");
        number += 1;
        rest = others;
    }
};

impl TextFieldSet {
    /// Every field.
    pub const ALL: Self = Self(u64::MAX);

    /// Names, in which letters may be left out: `bdx` for Bordeaux. Codes and prose are taken by the letter.
    pub const NAMES: Self = Self::of(&[
        TextField::Label,
        TextField::Commune,
        TextField::Qpv,
        TextField::Department,
        TextField::Region,
        TextField::Carrier,
        TextField::Theme,
        TextField::Title,
        TextField::Addressee,
    ]);

    /// The set of some fields.
    pub const fn of(fields: &[TextField]) -> Self {
        let mut bits = 0;
        let mut rest = fields;
        while let [first, others @ ..] = rest {
            bits |= 1 << *first as u64;
            rest = others;
        }
        Self(bits)
    }

    /// Whether `field` is in it.
    pub const fn contains(self, field: TextField) -> bool {
        self.0 & (1 << field as u64) != 0
    }

    /// The fields that are in both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether some field is in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Adds a field.
    pub const fn insert(&mut self, field: TextField) {
        self.0 |= 1 << field as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_tells_all_fields_apart() {
        for field in TextField::ALL {
            let set = TextFieldSet::of(&[field]);
            assert_eq!(
                TextField::ALL.into_iter().filter(|other| set.contains(*other)).collect::<Vec<_>>(),
                [field]
            );
        }
    }
}
