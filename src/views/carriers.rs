//! Carriers by type. Cités without a known carrier are a group of their own.

use crate::locale::Lang;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite};
use crate::t;

/// The Cités whose carrier is of one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarrierGroup {
    /// The type; `None` for the Cités without a known carrier.
    pub kind: Option<CarrierType>,
    /// Indices of its Cités among those that were grouped, in order.
    pub cites: Vec<usize>,
    /// The evidence for the carriers of the group.
    pub evidence: EvidenceCount,
}

/// The number of Cités by the evidence for their carrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EvidenceCount {
    /// A source states it.
    pub explicit: usize,
    /// A source suggests it.
    pub probable: usize,
    /// Only the label suggests it.
    pub label: usize,
    /// No carrier is known.
    pub unknown: usize,
}

impl EvidenceCount {
    /// Counts the carriers of these Cités.
    pub fn of<'a>(cites: impl IntoIterator<Item = &'a Cite>) -> Self {
        let mut count = Self::default();
        for cite in cites {
            *match cite.carrier.as_ref().map(|carrier| carrier.evidence) {
                Some(CarrierEvidence::Explicit) => &mut count.explicit,
                Some(CarrierEvidence::Probable) => &mut count.probable,
                Some(CarrierEvidence::Label) => &mut count.label,
                None => &mut count.unknown,
            } += 1;
        }
        count
    }

    /// Adds up several counts.
    pub fn sum(counts: impl IntoIterator<Item = Self>) -> Self {
        counts.into_iter().fold(Self::default(), |sum, count| Self {
            explicit: sum.explicit + count.explicit,
            probable: sum.probable + count.probable,
            label: sum.label + count.label,
            unknown: sum.unknown + count.unknown,
        })
    }

    /// Returns the number of carriers that a source documents, explicitly or probably.
    pub const fn documented(self) -> usize {
        self.explicit + self.probable
    }

    /// Returns the number of all Cités counted.
    pub const fn total(self) -> usize {
        self.documented() + self.label + self.unknown
    }

    /// Fills the counts in the text of `key`.
    pub fn summary(self, key: &str, lang: Lang) -> String {
        t!(
            lang,
            key,
            cites = t!(lang, "count-cites", count = self.total()),
            documented = self.documented(),
            label = self.label,
            unknown = self.unknown
        )
    }
}

/// Groups Cités by the type of their carrier: the largest group first, the
/// Cités without a known carrier last. Types without a Cité are left out.
///
/// ```
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::carriers::{EvidenceCount, groups};
///
/// let snapshot = embedded()?;
/// let cites: Vec<_> = snapshot.cites.iter().collect();
/// let unknown = groups(&cites).pop().expect("a group");
/// assert_eq!((unknown.kind, unknown.cites.len()), (None, 29));
/// assert_eq!(EvidenceCount::of(cites).documented(), 27);
/// # Ok::<(), cites_emploi::snapshot::LoadError>(())
/// ```
pub fn groups(cites: &[&Cite]) -> Vec<CarrierGroup> {
    let kinds = CarrierType::ALL.map(Some).into_iter().chain([None]);
    let mut groups: Vec<CarrierGroup> = kinds
        .map(|kind| {
            let indices: Vec<usize> = cites
                .iter()
                .enumerate()
                .filter(|(_, cite)| cite.carrier.as_ref().map(|carrier| carrier.kind) == kind)
                .map(|(index, _)| index)
                .collect();
            let evidence = EvidenceCount::of(indices.iter().filter_map(|index| cites.get(*index).copied()));
            CarrierGroup { kind, cites: indices, evidence }
        })
        .filter(|group| !group.cites.is_empty())
        .collect();
    groups.sort_by_key(|group| (group.kind.is_none(), std::cmp::Reverse(group.cites.len())));
    groups
}
