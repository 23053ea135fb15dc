//! A Cité de l'emploi.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::carrier::Carrier;
use super::code::coded;
use super::quartier::{Qpv, Qpv2024Link};
use super::source::Statement;
use super::territory::Commune;
use crate::snapshot::date::PartialDate;
use crate::snapshot::lazy_list::LazyList;
use crate::snapshot::rules::value;
use crate::snapshot::shrunk::shrunk;

/// A Cité de l'emploi: a territory labelled by the ANCT.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cite {
    /// The ANCT's id, such as `cde-025`.
    #[schemars(regex(pattern = value::CITE.pattern))]
    pub id: String,
    /// The ANCT's label, letter for letter.
    #[schemars(length(min = 1))]
    pub label: String,
    /// The label with the accents and hyphens that the ANCT's lacks. `None` if it lacks none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub display_label: Option<String>,
    /// The kind of territory, derived from the label.
    pub scale: Scale,
    /// The wave of labels.
    pub wave: Wave,
    /// The date of the label.
    pub label_date: LabelDate,
    /// The start of its work, if a source gives it.
    pub launch_date: Option<LaunchDate>,
    /// The body that carries the Cité (« porteur »), if it is known.
    pub carrier: Option<Carrier>,
    /// The themes that the Cité works on, in a few words each.
    pub themes: Themes,
    /// What became of it after the experiment, if a source says so.
    #[serde(default)]
    pub later: Option<Later>,
    /// Figures that sources give of it.
    #[serde(default, deserialize_with = "shrunk")]
    pub figures: Vec<CiteFigure>,
    /// A remark in French, such as that sources disagree. Often empty.
    pub note: String,
    /// The communes it covers, in the order of their codes.
    pub(crate) communes: LazyList<Commune>,
    /// The quartiers prioritaires (2015 perimeter) it covers, in the order of their codes.
    pub(crate) qpvs: LazyList<Qpv>,
    /// The quartiers prioritaires of 2024 that stand where its quartiers stood, in the order of their
    /// codes. Derived: the experiment ran on the perimeters of 2015.
    #[serde(default)]
    pub(crate) qpvs_2024: LazyList<Qpv2024Link>,
}

impl Cite {
    /// Returns the label to show: with the accents and hyphens that the ANCT's lacks.
    pub fn display_label(&self) -> &str {
        self.display_label.as_deref().unwrap_or(&self.label)
    }

    /// Returns the communes it covers, in the order of their codes: its own, and those that only a shared
    /// quartier brings in.
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// Returns the quartiers prioritaires (2015 perimeter) it covers, in the order of their
    /// codes.
    pub fn qpvs(&self) -> &[Qpv] {
        &self.qpvs
    }

    /// The quartiers prioritaires of 2024 that stand where its quartiers stood, in the order of their
    /// codes.
    pub fn qpvs_2024(&self) -> &[Qpv2024Link] {
        &self.qpvs_2024
    }
}

coded! {
    /// The kind of territory a Cité is, derived from its label.
    pub enum Scale {
        /// A whole department.
        Department = "department",
        /// An intercommunal body (CA, CC, CU, métropole, EPT).
        Epci = "epci",
        /// Several communes named in the label.
        SeveralCommunes = "several_communes",
        /// One commune.
        Commune = "commune",
        /// Neighbourhoods of a commune.
        Neighbourhoods = "neighbourhoods",
    }
}

/// The wave of labels a Cité belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wave {
    /// The year, 2020 or 2021.
    #[schemars(range(min = value::WAVES[0], max = value::WAVES[1]), extend("enum" = value::WAVES))]
    pub year: i16,
    /// The evidence for the year.
    pub evidence: WaveEvidence,
    /// The exact evidence, where format 1.0 has only a coarser word for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_by: Option<WaveEvidenceBy>,
    /// Statements of sources about it.
    #[serde(deserialize_with = "shrunk")]
    pub sources: Vec<Statement>,
}

coded! {
    /// The evidence for the wave of a Cité.
    pub enum WaveEvidence {
        /// A page about this territory says so.
        Explicit = "explicit",
        /// A page about this territory lets it be deduced.
        Implicit = "implicit",
        /// Only its place in the ANCT's list says so.
        ListOrder = "list_order",
    }
}

coded! {
    /// Evidence for a wave that format 1.0 calls `list_order`.
    pub enum WaveEvidenceBy {
        /// A page names all first-wave territories of the region, and this one is not among them.
        Exclusion = "exclusion",
    }
}

impl Wave {
    /// Every word for its evidence, the surest first.
    pub const EVIDENCE: [&'static str; 4] = [
        WaveEvidence::Explicit.code(),
        WaveEvidence::Implicit.code(),
        WaveEvidenceBy::Exclusion.code(),
        WaveEvidence::ListOrder.code(),
    ];

    /// Returns the most exact word for its evidence: `exclusion` rather than `list_order`.
    pub fn evidence_code(&self) -> &'static str {
        self.evidence_by.map_or(self.evidence.code(), WaveEvidenceBy::code)
    }
}

/// The date of a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LabelDate {
    /// The date, as precise as its sources.
    pub date: PartialDate,
    /// Whether it is the date of the Cité or of its wave.
    pub basis: LabelDateBasis,
    /// Statements of sources about it.
    #[serde(deserialize_with = "shrunk")]
    pub sources: Vec<Statement>,
}

coded! {
    /// Whether the label date of a Cité is its own or that of its wave.
    pub enum LabelDateBasis {
        /// A page about this Cité gives it.
        Territory = "territory",
        /// It is the national date of the Cité's wave.
        Wave = "wave",
    }
}

/// The start of the work of a Cité.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LaunchDate {
    /// The date, as precise as its sources.
    pub date: PartialDate,
    /// Statements of sources about it.
    #[serde(deserialize_with = "shrunk")]
    pub sources: Vec<Statement>,
}

/// The themes that a Cité works on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Themes {
    /// Themes in French, in the order of the table. Empty if none is known.
    #[serde(deserialize_with = "shrunk")]
    pub values: Vec<String>,
    /// Statements of sources about them.
    #[serde(deserialize_with = "shrunk")]
    pub sources: Vec<Statement>,
}

/// What became of a Cité after the experiment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Later {
    /// What became of it, in French.
    #[schemars(length(min = 1))]
    pub text: String,
    /// Statements of sources about it.
    #[serde(deserialize_with = "shrunk")]
    pub sources: Vec<Statement>,
}

/// A figure that a source gives of one Cité.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CiteFigure {
    /// What it counts, in French.
    #[schemars(length(min = 1))]
    pub what: String,
    /// The value in the words of the source, in French: `90`, `plus de 30 %`.
    #[schemars(length(min = 1))]
    pub value: String,
    /// The date it holds for, if the source gives one.
    pub date: Option<PartialDate>,
    /// Id of its source.
    #[schemars(length(min = 1))]
    pub source: String,
}
