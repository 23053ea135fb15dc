//! Problems in words, in both languages.

use super::{Code, Entity, Fault, Kind, Level};
use crate::locale::Lang;
use crate::sanitize::{HiddenKind, sanitize};
use crate::t;

impl Level {
    /// The level in words.
    pub fn describe(self, lang: Lang) -> String {
        match self {
            Self::Error => t!(lang, "problem-level-error"),
            Self::Warning => t!(lang, "problem-level-warning"),
            Self::Note => t!(lang, "problem-level-note"),
        }
    }
}

impl Fault {
    /// What is wrong with `value`.
    pub(super) fn describe(&self, lang: Lang, value: &str) -> String {
        let value = shortened(value);
        match self {
            Self::Unreadable(error) => error.reason(lang),
            Self::MissingColumn { .. } => t!(lang, "problem-missing-column", value = value),
            Self::UnknownColumn { .. } => t!(lang, "problem-unknown-column", value = value),
            Self::DuplicateColumn => t!(lang, "problem-duplicate-column", value = value),
            Self::RaggedRow { expected, found } => {
                t!(lang, "problem-ragged-row", expected = *expected, found = *found)
            }
            Self::NotUtf8 => t!(lang, "problem-not-utf8", value = value),
            Self::MissingField { .. } => t!(lang, "problem-missing-field", value = value),
            Self::UnknownField { .. } => t!(lang, "problem-unknown-field", value = value),
            Self::DuplicateKey => t!(lang, "problem-duplicate-key", value = value),
            Self::WrongType { expected, found } => {
                t!(
                    lang,
                    "problem-wrong-type",
                    expected = expected.describe(lang),
                    found = found.describe(lang)
                )
            }
            Self::WrongLength { expected, found } => {
                t!(lang, "problem-wrong-length", expected = *expected, found = *found)
            }
            Self::BrokenString => t!(lang, "problem-broken-string", value = value),
            Self::Empty => t!(lang, "problem-empty"),
            Self::NotACode(code) => {
                t!(lang, "problem-not-a-code", value = value, code = code.describe(lang))
            }
            Self::NotOneOf { allowed, .. } => {
                t!(lang, "problem-not-one-of", value = value, allowed = allowed.join(", "))
            }
            Self::NotADate => t!(lang, "problem-not-a-date", value = value),
            Self::NotANumber => t!(lang, "problem-not-a-number", value = value),
            Self::OutOfRange { least, most } => {
                t!(lang, "problem-out-of-range", value = value, least = *least, most = *most)
            }
            Self::NotAUrl => t!(lang, "problem-not-a-url", value = value),
            Self::NotNfc => t!(lang, "problem-not-nfc", value = value),
            Self::HiddenCharacter { character, kind } => {
                let code = format!("U+{:04X}", u32::from(*character));
                match kind {
                    HiddenKind::Control => t!(lang, "problem-control-character", value = value, code = code),
                    HiddenKind::Bidi => t!(lang, "problem-bidi-character", value = value, code = code),
                    HiddenKind::ZeroWidth => {
                        t!(lang, "problem-zero-width-character", value = value, code = code)
                    }
                }
            }
            Self::UnknownId { entity, .. } => {
                t!(lang, "problem-unknown-id", value = value, entity = entity.describe(lang))
            }
            Self::Duplicate { entity, first } => {
                let (entity, first) = (entity.describe(lang), first.describe(lang));
                t!(lang, "problem-duplicate", value = value, entity = entity, first = first)
            }
            Self::StatementOfNothing => t!(lang, "problem-statement-of-nothing", value = value),
            Self::Disagrees { with, expected } => {
                let (with, expected) = (shortened(with), shortened(expected));
                t!(lang, "problem-disagrees", value = value, with = with, expected = expected)
            }
            Self::ToldDifferently { first } => {
                t!(lang, "problem-told-differently", value = value, first = first.describe(lang))
            }
            Self::OuterSpace => t!(lang, "problem-outer-space", value = value),
            Self::BeforeProgramme { start } => {
                t!(lang, "problem-before-programme", value = value, start = start.to_string())
            }
            Self::AfterExperiment { end } => {
                t!(lang, "problem-after-experiment", value = value, end = end.to_string())
            }
            Self::OutsideWave { wave } => {
                t!(lang, "problem-outside-wave", value = value, wave = wave.to_string())
            }
            Self::BeforeLabel { label } => {
                t!(lang, "problem-before-label", value = value, label = label.to_string())
            }
            Self::OutsideRegion { region } => {
                t!(lang, "problem-outside-region", value = value, region = shortened(region))
            }
            Self::OutsideCite { departments } => {
                t!(
                    lang,
                    "problem-outside-cite",
                    value = value,
                    departments = shortened(&departments.join(", "))
                )
            }
            Self::SameName { other, first } => {
                let (other, first) = (shortened(other), first.describe(lang));
                t!(lang, "problem-same-name", value = value, other = other, first = first)
            }
            Self::NeverUsed => t!(lang, "problem-never-used", value = value),
            Self::NoStatement => t!(lang, "problem-no-statement", value = value),
            Self::NoCommune => t!(lang, "problem-no-commune"),
            Self::CountDiffers { counted } => {
                t!(lang, "problem-count-differs", value = value, counted = *counted)
            }
            Self::OpenRing => t!(lang, "problem-open-ring"),
        }
    }

    pub(super) fn did_you_mean(&self, lang: Lang) -> String {
        match (self, self.nearest()) {
            (_, None) => String::new(),
            (Self::MissingColumn { .. } | Self::MissingField { .. }, Some(nearest)) => {
                t!(lang, "problem-is-it-this-name", nearest = shortened(nearest))
            }
            (_, Some(nearest)) => t!(lang, "problem-did-you-mean", nearest = shortened(nearest)),
        }
    }
}

impl Kind {
    fn describe(self, lang: Lang) -> String {
        match self {
            Self::Null => t!(lang, "problem-kind-null"),
            Self::Boolean => t!(lang, "problem-kind-boolean"),
            Self::Number => t!(lang, "problem-kind-number"),
            Self::Text => t!(lang, "problem-kind-text"),
            Self::List => t!(lang, "problem-kind-list"),
            Self::Object => t!(lang, "problem-kind-object"),
        }
    }
}

impl Code {
    fn describe(self, lang: Lang) -> String {
        match self {
            Self::Commune => t!(lang, "problem-code-commune"),
            Self::Department => t!(lang, "problem-code-department"),
            Self::Region => t!(lang, "problem-code-region"),
            Self::Cite => t!(lang, "problem-code-cite"),
            Self::Qpv => t!(lang, "problem-code-qpv"),
            Self::Siren => t!(lang, "problem-code-siren"),
        }
    }
}

impl Entity {
    fn describe(self, lang: Lang) -> String {
        match self {
            Self::Cite => t!(lang, "problem-entity-cite"),
            Self::Carrier => t!(lang, "problem-entity-carrier"),
            Self::Commune => t!(lang, "problem-entity-commune"),
            Self::Qpv => t!(lang, "problem-entity-qpv"),
            Self::Department => t!(lang, "problem-entity-department"),
            Self::Region => t!(lang, "problem-entity-region"),
            Self::Outline => t!(lang, "problem-entity-outline"),
            Self::Source => t!(lang, "problem-entity-source"),
            Self::Link => t!(lang, "problem-entity-link"),
            Self::Statement => t!(lang, "problem-entity-statement"),
            Self::Preconisation => t!(lang, "problem-entity-preconisation"),
            Self::Finding => t!(lang, "problem-entity-finding"),
            Self::Figure => t!(lang, "problem-entity-figure"),
        }
    }
}

/// A value as it goes into a message: nothing hidden, not longer than a line.
pub(crate) fn shortened(value: &str) -> String {
    const MOST: usize = 60;
    match value.char_indices().nth(MOST) {
        None => sanitize(value).into_owned(),
        Some((end, _)) => format!("{}…", sanitize(value.get(..end).unwrap_or_default())),
    }
}
