//! The values of a Cité, other than texts, that query fields compare.

use crate::snapshot::{CarrierEvidence, CarrierType, Cite, PartialDate, Scale};

/// The values of a Cité that query fields compare.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    pub label_date: PartialDate,
    pub wave: i16,
    pub scale: Scale,
    pub carrier: Option<(CarrierType, CarrierEvidence)>,
}

impl Facts {
    /// Reads the facts off a Cité.
    pub fn of(cite: &Cite) -> Self {
        Self {
            label_date: cite.label_date.date,
            wave: cite.wave.year,
            scale: cite.scale,
            carrier: cite.carrier.as_ref().map(|carrier| (carrier.kind, carrier.evidence)),
        }
    }
}
