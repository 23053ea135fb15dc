//! A Cité de l'emploi.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::carrier::Carrier;
use super::code::coded;
use super::source::Statement;
use super::territory::{Commune, Qpv};
use crate::snapshot::date::PartialDate;
use crate::snapshot::lazy_list::LazyList;
use crate::snapshot::rules::value;

/// A Cité de l'emploi: a territory labelled by the ANCT.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cite {
    /// The ANCT's id, such as `cde-025`.
    #[schemars(regex(pattern = value::CITE.pattern))]
    pub id: String,
    /// The ANCT's label, letter for letter.
    #[schemars(length(min = 1))]
    pub label: String,
    /// The kind of territory, derived from the label.
    pub scale: Scale,
    /// Year of the wave of labels, and how it is known.
    pub wave: Wave,
    /// When the label was given.
    pub label_date: LabelDate,
    /// When the Cité started working, where a source says so.
    pub launch_date: Option<LaunchDate>,
    /// The body that carries the Cité (« porteur »), where one is known.
    pub carrier: Option<Carrier>,
    /// What the Cité works on, in a few words each.
    pub themes: Themes,
    /// A remark in French, such as where sources disagree. Often empty.
    pub note: String,
    /// The communes it covers, in the order of their codes.
    pub(crate) communes: LazyList<Commune>,
    /// The quartiers prioritaires (2015 perimeter) it covers, in the order of their codes.
    pub(crate) qpvs: LazyList<Qpv>,
}

impl Cite {
    /// The communes it covers, in the order of their codes.
    pub fn communes(&self) -> &[Commune] {
        &self.communes
    }

    /// The quartiers prioritaires (2015 perimeter) it covers, in the order of their codes.
    pub fn qpvs(&self) -> &[Qpv] {
        &self.qpvs
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
    /// 2020 or 2021.
    #[schemars(range(min = value::WAVES[0], max = value::WAVES[1]), extend("enum" = value::WAVES))]
    pub year: i16,
    /// How the wave is known.
    pub evidence: WaveEvidence,
    /// What sources say of it.
    pub sources: Vec<Statement>,
}

coded! {
    /// How the wave of a Cité is known.
    pub enum WaveEvidence {
        /// A page about this territory says so.
        Explicit = "explicit",
        /// A page about this territory lets it be deduced.
        Implicit = "implicit",
        /// Only its place in the ANCT's list says so.
        ListOrder = "list_order",
    }
}

/// When the label was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LabelDate {
    /// The date, as exact as the sources are.
    pub date: PartialDate,
    /// Whose date it is.
    pub basis: LabelDateBasis,
    /// What sources say of it.
    pub sources: Vec<Statement>,
}

coded! {
    /// Whose date the label date of a Cité is.
    pub enum LabelDateBasis {
        /// A page about this Cité gives it.
        Territory = "territory",
        /// It is the national date of the Cité's wave.
        Wave = "wave",
    }
}

/// When a Cité started working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LaunchDate {
    /// The date, as exact as the sources are.
    pub date: PartialDate,
    /// What sources say of it.
    pub sources: Vec<Statement>,
}

/// What a Cité works on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Themes {
    /// Themes in French, in the order of the table. Empty where none is known.
    pub values: Vec<String>,
    /// What sources say of them.
    pub sources: Vec<Statement>,
}
