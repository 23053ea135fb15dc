//! The index of a snapshot, and the texts of a Cité that are searched.

use jiff::civil::Date;

use super::corpus::{Corpus, CorpusBuilder};
use super::field::TextField;
use super::preconisations::preconisation_texts;
use crate::locale::Localized;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite, PartialDate, Scale, Snapshot};

/// A snapshot made ready for searching. It does not hold the snapshot.
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) cites: Corpus,
    pub(super) facts: Vec<Facts>,
    /// The préconisations in each language.
    pub(super) preconisations: Localized<Corpus>,
    /// The day on which ages are counted.
    pub(super) day: Date,
}

/// What filters need of a Cité that is not text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub label_date: PartialDate,
    pub wave: i16,
    pub scale: Scale,
    pub carrier: Option<(CarrierType, CarrierEvidence)>,
}

impl Index {
    /// Indexes a snapshot. Ages are counted on `day`.
    pub fn new(snapshot: &Snapshot, day: Date) -> Self {
        let mut builder = IndexBuilder::new(snapshot);
        snapshot.cites.iter().for_each(|cite| builder.push(cite));
        let preconisations = Localized::from_fn(|lang| {
            let mut corpus = CorpusBuilder::default();
            for preconisation in &snapshot.preconisations {
                preconisation_texts(preconisation, lang, &mut |field, _, text| corpus.push(field, text));
                corpus.end_row();
            }
            corpus.finish()
        });
        Self { preconisations, ..builder.finish(day) }
    }

    /// How many Cités it holds.
    pub const fn len(&self) -> usize {
        self.cites.row_count()
    }

    /// Whether it holds no Cité.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Indexes Cités one by one, so that they need not be in memory together.
#[derive(Debug)]
pub struct IndexBuilder<'s> {
    /// Has the names of departments and regions.
    snapshot: &'s Snapshot,
    corpus: CorpusBuilder,
    facts: Vec<Facts>,
}

impl<'s> IndexBuilder<'s> {
    /// An index without Cités; the names of departments and regions are taken from `snapshot`.
    pub fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, corpus: CorpusBuilder::default(), facts: Vec::new() }
    }

    /// Adds a Cité.
    pub fn push(&mut self, cite: &Cite) {
        let corpus = &mut self.corpus;
        cite_texts(cite, self.snapshot, &mut |field, _, text| corpus.push(field, text));
        corpus.end_row();
        self.facts.push(Facts {
            label_date: cite.label_date.date,
            wave: cite.wave.year,
            scale: cite.scale,
            carrier: cite.carrier.as_ref().map(|carrier| (carrier.kind, carrier.evidence)),
        });
    }

    /// The index, without préconisations. Ages are counted on `day`.
    pub fn finish(self, day: Date) -> Index {
        Index { cites: self.corpus.finish(), facts: self.facts, preconisations: Localized::default(), day }
    }
}

/// Gives every text of a Cité that is searched, with its field and its number within the field.
///
/// The names of departments and regions are those of `snapshot`.
pub(super) fn cite_texts<'s>(
    cite: &'s Cite,
    snapshot: &'s Snapshot,
    emit: &mut impl FnMut(TextField, usize, &'s str),
) {
    emit(TextField::Id, 0, &cite.id);
    emit(TextField::Label, 0, &cite.label);
    for (number, commune) in cite.communes.iter().enumerate() {
        emit(TextField::Commune, number, &commune.name);
        emit(TextField::CommuneCode, number, &commune.insee);
    }
    for (number, qpv) in cite.qpvs.iter().enumerate() {
        emit(TextField::Qpv, number, &qpv.name);
        emit(TextField::QpvCode, number, &qpv.code);
    }
    for (number, code) in cite.departments().into_iter().enumerate() {
        emit(TextField::DepartmentCode, number, code);
        if let Some(department) = snapshot.department(code) {
            emit(TextField::Department, number, &department.name);
        }
    }
    for (number, code) in cite.regions().into_iter().enumerate() {
        if let Some(region) = snapshot.region(code) {
            emit(TextField::Region, number, &region.name);
        }
    }
    if let Some(carrier) = &cite.carrier {
        emit(TextField::Carrier, 0, &carrier.name);
        emit(TextField::CarrierDetail, 0, &carrier.detail);
    }
    for (number, theme) in cite.themes.values.iter().enumerate() {
        emit(TextField::Theme, number, theme);
    }
}
