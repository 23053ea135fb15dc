//! The values of a Cité, other than texts, that query fields compare.

use crate::snapshot::{Carrier, CarrierType, Cite, PartialDate, Scale};

/// The values of a Cité that query fields compare.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    pub label_date: PartialDate,
    pub wave: i16,
    pub scale: Scale,
    pub carrier_type: Option<CarrierType>,
    /// The index of the evidence for the carrier in [`Carrier::EVIDENCE`].
    pub carrier_evidence: Option<usize>,
}

impl Facts {
    /// Reads the facts off a Cité.
    pub fn of(cite: &Cite) -> Self {
        Self {
            label_date: cite.label_date.date,
            wave: cite.wave.year,
            scale: cite.scale,
            carrier_type: cite.carrier.as_ref().map(|carrier| carrier.kind),
            carrier_evidence: cite.carrier.as_ref().and_then(|carrier| {
                Carrier::EVIDENCE.iter().position(|code| *code == carrier.evidence_code())
            }),
        }
    }
}
