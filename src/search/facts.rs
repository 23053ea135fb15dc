//! The values of a Cité, other than texts, that query fields compare.

use super::query::{FigureValue, QueryField, Tenths, Values};
use crate::snapshot::{
    Carrier, CarrierType, Cite, CiteField, PartialDate, QpvFigure, QpvSummary, Reliability, Scale, Snapshot,
};

/// The values of a Cité that query fields compare.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    pub label_date: PartialDate,
    pub wave: i16,
    /// The year of the launch.
    pub launch: Option<i16>,
    /// The number of quartiers of 2015, and of own communes.
    pub qpvs: u16,
    pub communes: u16,
    pub scale: Scale,
    pub carrier_type: Option<CarrierType>,
    /// The index of the evidence for the carrier in [`Carrier::EVIDENCE`].
    pub carrier_evidence: Option<usize>,
    figures: [PackedFigure; FIGURES.len()],
    /// The level of each field of the Cité in two bits: that of its reliability, or 3 if it is not known.
    levels: u32,
}

/// The figures that query fields compare.
#[expect(clippy::indexing_slicing, reason = "an index out of bounds does not compile")]
const FIGURES: [QpvFigure; figure_count()] = {
    let mut figures = [QpvFigure::Population; figure_count()];
    let (mut count, mut index) = (0, 0);
    while index < QueryField::ALL.len() {
        if let Values::Figure(figure) = QueryField::ALL[index].values() {
            figures[count] = figure;
            count += 1;
        }
        index += 1;
    }
    figures
};

#[expect(clippy::indexing_slicing, reason = "an index out of bounds does not compile")]
const fn figure_count() -> usize {
    let (mut count, mut index) = (0, 0);
    while index < QueryField::ALL.len() {
        count += matches!(QueryField::ALL[index].values(), Values::Figure(_)) as usize;
        index += 1;
    }
    count
}

/// A figure in four bytes, since an index has those of a million Cités: tenths, doubled, plus one if
/// the value is a lower bound. `u32::MAX` is not known.
#[derive(Debug, Clone, Copy)]
struct PackedFigure(u32);

impl PackedFigure {
    const UNKNOWN: Self = Self(u32::MAX);

    fn of(summary: Option<QpvSummary>) -> Self {
        let (tenths, is_lower_bound) = match summary {
            None => return Self::UNKNOWN,
            Some(QpvSummary::Sum { sum, completeness }) => {
                (sum.saturating_mul(10), !completeness.is_complete())
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a rate or an amount"
            )]
            Some(QpvSummary::Range { weighted_mean, .. }) => ((weighted_mean * 10.0).round() as u64, false),
        };
        let packed = u32::try_from(tenths).ok().and_then(|tenths| tenths.checked_mul(2));
        packed.map_or(Self::UNKNOWN, |doubled| Self(doubled + u32::from(is_lower_bound)))
    }

    fn value(self) -> Option<FigureValue> {
        let Self(packed) = self;
        let value = FigureValue { value: Tenths(i64::from(packed / 2)), is_lower_bound: packed % 2 == 1 };
        (packed != u32::MAX).then_some(value)
    }
}

// Two bits for each field.
const _: () = assert!(CiteField::ALL.len() * 2 <= u32::BITS as usize);

fn level(reliability: Option<Reliability>) -> u32 {
    reliability.map_or(3, |level| level as u32)
}

fn saturated(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl Facts {
    /// Reads the facts off a Cité of a snapshot.
    pub fn of(cite: &Cite, snapshot: &Snapshot) -> Self {
        Self {
            label_date: cite.label_date.date,
            wave: cite.wave.year,
            launch: cite.launch_date.as_ref().map(|launch| launch.date.year()),
            qpvs: saturated(cite.qpvs().len()),
            communes: saturated(cite.own_communes().count()),
            scale: cite.scale,
            carrier_type: cite.carrier.as_ref().map(|carrier| carrier.kind),
            carrier_evidence: cite.carrier.as_ref().and_then(|carrier| {
                Carrier::EVIDENCE.iter().position(|code| *code == carrier.evidence_code())
            }),
            figures: snapshot.summaries_of(cite, FIGURES).map(PackedFigure::of),
            levels: CiteField::ALL
                .into_iter()
                .rev()
                .fold(0, |levels, field| levels << 2 | level(field.reliability(cite))),
        }
    }

    /// Returns whether a field of the Cité, by its index in [`CiteField::ALL`], is at a level.
    pub fn is_at(&self, field: usize, wanted: Option<Reliability>) -> bool {
        self.levels >> (2 * field) & 3 == level(wanted)
    }

    /// Returns a figure of its quartiers. `None` if it is not known.
    pub fn figure(&self, figure: QpvFigure) -> Option<FigureValue> {
        let index = FIGURES.iter().position(|own| *own == figure)?;
        self.figures.get(index)?.value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;

    #[test]
    fn figures_are_those_of_the_summaries() {
        let snapshot = embedded().expect("the embedded snapshot");
        let facts = |id: &str| Facts::of(snapshot.cite(id).expect("a Cité"), &snapshot);
        let figure = |id, figure| facts(id).figure(figure).map(|found| (found.value, found.is_lower_bound));
        assert_eq!(figure("cde-003", QpvFigure::Population), Some((Tenths(106_880), false)));
        assert_eq!(figure("cde-003", QpvFigure::EmploymentRate), Some((Tenths(426), false)));
        assert_eq!(figure("cde-054", QpvFigure::Jobseekers), Some((Tenths(32_370), true)));
        assert_eq!(figure("cde-079", QpvFigure::Jobseekers), None);
    }
}
