//! The fields of a Cité: one row each.
//!
//! Coverage, the check of evidence, the build, the comparison of snapshots and
//! the data view loop over [`CiteField::ALL`], so that a new field needs no
//! word in any of them.

use serde::{Serialize, Serializer};

use super::model::{Carrier, CarrierEvidence, Cite, LabelDateBasis, Statement, Wave, WaveEvidence};
use super::reliability::Reliability;

/// Defines the fields, with one row per field.
macro_rules! cite_fields {
    ($($(#[$doc:meta])* $field:ident = $row:expr;)+) => {
        /// A field of a [`Cite`], in the order of the model.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CiteField { $($(#[$doc])* $field),+ }

        impl CiteField {
            /// Every field, in the order of the model.
            pub const ALL: [Self; [$(stringify!($field)),+].len()] = [$(Self::$field),+];

            const fn row(self) -> Row {
                match self { $(Self::$field => $row),+ }
            }
        }
    };
}

cite_fields! {
    /// The ANCT's label.
    Label = Row::plain("label", "column-label", |cite| !cite.label.is_empty());

    /// The label with the accents and hyphens that the ANCT's lacks.
    DisplayLabel = Row::plain("display_label", "column-display-label", |cite| cite.display_label.is_some());

    /// The kind of territory.
    Scale = Row::plain("scale", "column-scale", |_| true).coded("", "scale");

    /// The wave of labels.
    Wave = Row::plain("wave", "column-wave", |_| true).sourced(Sourced {
        claim: "evidence",
        statements: |cite| &cite.wave.sources,
        statements_mut: |cite| Some(&mut cite.wave.sources),
        evidence: Some(Evidence {
            codes: || Wave::EVIDENCE.to_vec(),
            code: |cite| Some(cite.wave.evidence_code()),
            unsourced: WaveEvidence::ListOrder.code(),
        }),
    });

    /// When the label was given.
    LabelDate = Row::plain("label_date", "column-label-date", |_| true).sourced(Sourced {
        claim: "basis",
        statements: |cite| &cite.label_date.sources,
        statements_mut: |cite| Some(&mut cite.label_date.sources),
        evidence: Some(Evidence {
            codes: || LabelDateBasis::ALL.map(LabelDateBasis::code).to_vec(),
            code: |cite| Some(cite.label_date.basis.code()),
            unsourced: LabelDateBasis::Wave.code(),
        }),
    });

    /// When the Cité started working.
    LaunchDate = Row::plain("launch_date", "column-launch-date", |cite| cite.launch_date.is_some())
        .sourced(Sourced {
            claim: "date",
            statements: |cite| cite.launch_date.as_ref().map_or(&[], |date| &date.sources),
            statements_mut: |cite| cite.launch_date.as_mut().map(|date| &mut date.sources),
            evidence: None,
        });

    /// The body that carries it.
    Carrier = Row::plain("carrier", "column-carrier", |cite| cite.carrier.is_some())
        .coded("type", "carrier")
        .sourced(Sourced {
            claim: "evidence",
            statements: |cite| cite.carrier.as_ref().map_or(&[], |carrier| &carrier.sources),
            statements_mut: |cite| cite.carrier.as_mut().map(|carrier| &mut carrier.sources),
            evidence: Some(Evidence {
                codes: || Carrier::EVIDENCE.to_vec(),
                code: |cite| cite.carrier.as_ref().map(Carrier::evidence_code),
                unsourced: CarrierEvidence::Label.code(),
            }),
        });

    /// What it works on.
    Themes = Row::plain("themes", "column-themes", |cite| !cite.themes.values.is_empty())
        .sourced(Sourced {
            claim: "values",
            statements: |cite| &cite.themes.sources,
            statements_mut: |cite| Some(&mut cite.themes.sources),
            evidence: None,
        });

    /// What became of it after the experiment.
    Later = Row::plain("later", "column-later", |cite| cite.later.is_some()).sourced(Sourced {
        claim: "text",
        statements: |cite| cite.later.as_ref().map_or(&[], |later| &later.sources),
        statements_mut: |cite| cite.later.as_mut().map(|later| &mut later.sources),
        evidence: None,
    });

    /// Figures that sources give of it.
    Figures = Row::plain("figures", "column-figures", |cite| !cite.figures.is_empty());

    /// A remark.
    Note = Row::plain("note", "card-note", |cite| !cite.note.is_empty());

    /// The communes it covers.
    Communes = Row::plain("communes", "column-communes", |cite| !cite.communes.is_empty());

    /// The quartiers it covers.
    Qpvs = Row::plain("qpvs", "column-qpvs", |cite| !cite.qpvs.is_empty());

    /// The quartiers of 2024 that stand where its quartiers stood.
    Qpvs2024 = Row::plain("qpvs_2024", "column-qpvs-2024", |cite| !cite.qpvs_2024.is_empty());
}

/// Everything that differs between fields.
struct Row {
    /// The key in a snapshot.
    name: &'static str,
    /// The key of its label in the locale files.
    label_key: &'static str,
    is_filled: fn(&Cite) -> bool,
    /// `None` for a field without sources.
    sourced: Option<Sourced>,
    /// A key of the field whose value is a word of the format, besides that of
    /// the evidence, and the start of the keys of its texts. The first is empty
    /// if the field itself is the word.
    coded: Option<(&'static str, &'static str)>,
}

/// A field with sources.
struct Sourced {
    /// The key of the field that holds what the statements support.
    claim: &'static str,
    statements: fn(&Cite) -> &[Statement],
    /// `None` if the Cité has no value in this field.
    statements_mut: fn(&mut Cite) -> Option<&mut Vec<Statement>>,
    /// `None` if `claim` holds a value, not how it is known.
    evidence: Option<Evidence>,
}

/// The evidence for the value of a field.
struct Evidence {
    /// Every word that the format has for it, the most certain first.
    codes: fn() -> Vec<&'static str>,
    code: fn(&Cite) -> Option<&'static str>,
    /// The one word that needs no source.
    unsourced: &'static str,
}

impl Row {
    /// Creates the row of a field that is not a word of the format and that no source supports.
    const fn plain(name: &'static str, label_key: &'static str, is_filled: fn(&Cite) -> bool) -> Self {
        Self { name, label_key, is_filled, sourced: None, coded: None }
    }

    const fn coded(self, key: &'static str, texts: &'static str) -> Self {
        Self { coded: Some((key, texts)), ..self }
    }

    const fn sourced(self, sourced: Sourced) -> Self {
        Self { sourced: Some(sourced), ..self }
    }
}

impl CiteField {
    /// Returns the key of the field in a snapshot: `label_date`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns the field with this name in a snapshot.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Returns the key of the label of the field in the locale files.
    pub const fn label_key(self) -> &'static str {
        self.row().label_key
    }

    /// Returns whether a Cité has a value in the field.
    pub fn is_filled(self, cite: &Cite) -> bool {
        (self.row().is_filled)(cite)
    }

    /// Returns whether the field has sources.
    pub const fn is_sourced(self) -> bool {
        self.row().sourced.is_some()
    }

    /// Returns what sources say of the field.
    pub fn statements(self, cite: &Cite) -> &[Statement] {
        self.row().sourced.map_or(&[], |sourced| (sourced.statements)(cite))
    }

    /// Returns the statements of the field for adding to them; `None` if the Cité has no value in it.
    pub(super) fn statements_mut(self, cite: &mut Cite) -> Option<&mut Vec<Statement>> {
        (self.row().sourced?.statements_mut)(cite)
    }

    /// Returns the key of the field that holds what its sources support.
    pub(super) fn claim(self) -> Option<&'static str> {
        Some(self.row().sourced?.claim)
    }

    /// Returns whether `claimed`, the value of the [claim](Self::claim), needs a source.
    pub(super) fn needs_source(self, claimed: &str) -> bool {
        let evidence = self.row().sourced.and_then(|sourced| sourced.evidence);
        evidence.is_none_or(|evidence| evidence.unsourced != claimed && (evidence.codes)().contains(&claimed))
    }

    /// Counts the Cités by the word for the evidence of their value, the most certain first.
    /// Empty for a field without such words.
    pub fn count_evidence(self, cites: &[&Cite]) -> Vec<(&'static str, usize)> {
        let Some(evidence) = self.row().sourced.and_then(|sourced| sourced.evidence) else {
            return Vec::new();
        };
        let count = |code| cites.iter().filter(|cite| (evidence.code)(cite) == Some(code)).count();
        (evidence.codes)().into_iter().map(|code| (code, count(code))).collect()
    }

    /// Returns how surely the value of a Cité is known; `None` if it has none. A value without evidence of its own is
    /// one that a source states.
    pub fn reliability(self, cite: &Cite) -> Option<Reliability> {
        let evidence = self.row().sourced.and_then(|sourced| sourced.evidence);
        let code = evidence.and_then(|evidence| (evidence.code)(cite));
        let level = code.map_or(Reliability::Confirmed, Reliability::of);
        self.is_filled(cite).then_some(level)
    }

    /// Returns the key of the text for `code`, a word of the format at `path`
    /// in a Cité: `carrier-epci` for `epci` at `carrier.type`. `None` if the
    /// value at `path` is no such word.
    pub(super) fn code_key(path: &str, code: &str) -> Option<String> {
        let (name, key) = path.split_once('.').unwrap_or((path, ""));
        let Row { sourced, coded, .. } = Self::from_name(name)?.row();
        let claim = sourced.filter(|sourced| sourced.evidence.is_some()).map(|sourced| sourced.claim);
        let coded = coded.into_iter().chain(claim.map(|claim| (claim, claim)));
        let (_, texts) = coded.into_iter().find(|(coded, _)| *coded == key)?;
        Some(text_key(texts, code))
    }

    /// Returns the key of the text for how a value is known.
    pub fn evidence_key(self, code: &str) -> String {
        text_key(self.claim().unwrap_or_default(), code)
    }
}

fn text_key(start: &str, code: &str) -> String {
    format!("{start}-{}", code.replace('_', "-"))
}

impl Serialize for CiteField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, has_text};
    use crate::snapshot::schema;

    #[test]
    fn every_field_of_the_model_but_the_id_has_a_row() {
        let schema = schema();
        let properties = schema["$defs"]["Cite"]["properties"].as_object().expect("fields");
        let mut names: Vec<&str> = CiteField::ALL.map(CiteField::name).to_vec();
        names.push("id");
        names.sort_unstable();
        assert_eq!(properties.keys().collect::<Vec<_>>(), names);
    }

    #[test]
    fn every_field_and_every_word_for_evidence_has_a_text() {
        for lang in Lang::ALL {
            for field in CiteField::ALL {
                assert!(has_text(lang, field.label_key()), "{field:?}");
                for (code, _) in field.count_evidence(&[]) {
                    assert!(has_text(lang, &field.evidence_key(code)), "{field:?} {code}");
                }
            }
        }
    }
}
