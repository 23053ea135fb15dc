//! The snapshot: one JSON document with everything `cites` knows.
//!
//! The shapes here are the file format. The JSON Schema, the loader, the
//! builder and the comparison are all made from them, so a field is described
//! once, in its doc comment. What is not known is `null` or an empty list in
//! the file and `None` or empty here; nothing is filled in by guessing.
//!
//! What the first frame does without is a [`Later`], which is used like what it
//! holds. Texts of communes and quartiers, by far the most of a large snapshot,
//! are `SmolStr`s, which hold a code or a short name in themselves.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use smol_str::SmolStr;

use super::date::PartialDate;
use super::later::Later;
use super::pattern;

/// The version of the format that this program writes: `MAJOR.MINOR`.
///
/// A reader accepts any minor version of the majors it knows, and passes over
/// fields that it does not know.
pub const SCHEMA_VERSION: &str = "1.0";

/// A snapshot: the Cités, the préconisations and all that is said of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// Version of the format, `MAJOR.MINOR`.
    #[schemars(regex(pattern = pattern::SCHEMA_VERSION))]
    pub schema_version: String,
    /// Where the snapshot comes from and under which licences.
    pub meta: Meta,
    /// The Cités de l'emploi, in the order of their ids.
    pub cites: Vec<Cite>,
    /// The recommendations of the national evaluation, the core ones first.
    pub preconisations: Vec<Preconisation>,
    /// What the evaluation found: added values and limits.
    pub findings: Later<Vec<Finding>>,
    /// National and local figures, each with its source.
    pub figures: Later<Vec<Figure>>,
    /// Dated events of the programme, oldest first.
    pub timeline: Later<Vec<TimelineEvent>>,
    /// Every source that the rest of the snapshot refers to by id.
    pub sources: Vec<Source>,
    /// Regions by INSEE code, with a simplified outline where there is one.
    pub regions: Vec<Region>,
    /// Departments by INSEE code.
    pub departments: Vec<Department>,
}

/// Where a snapshot comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Meta {
    /// Title in French.
    pub title_fr: String,
    /// Title in English.
    pub title_en: String,
    /// Day of the newest table the snapshot was built from.
    pub as_of: PartialDate,
    /// Start and end of the experiment.
    pub experiment: Experiment,
    /// Which sources each part of the snapshot was built from.
    pub built_from: Vec<Origin>,
    /// Licences of the data.
    pub licences: Vec<Licence>,
}

/// Start and end of the experiment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// When the programme started.
    pub start: PartialDate,
    /// Its last day.
    pub end: PartialDate,
    /// Ids of the sources that say so.
    pub sources: Vec<String>,
}

/// The sources of one part of the snapshot as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// Name of the part: `cites`, `communes`, `qpvs`, `departments`, …
    pub part: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// A licence and whom it asks to name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Licence {
    /// Name of the licence.
    pub name: String,
    /// Address of its text.
    #[schemars(regex(pattern = pattern::URL))]
    pub url: String,
    /// What it covers and whom it asks to name.
    pub attribution: String,
}

/// A Cité de l'emploi: a territory labelled by the ANCT.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cite {
    /// The ANCT's id, such as `cde-025`.
    #[schemars(regex(pattern = pattern::CITE))]
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
    #[serde(deserialize_with = "without_spare_room")]
    pub communes: Vec<Commune>,
    /// The quartiers prioritaires (2015 perimeter) it covers, in the order of their codes.
    #[serde(deserialize_with = "read_without_spare_room")]
    pub qpvs: Later<Vec<Qpv>>,
}

/// Reads a list that will not grow: a large snapshot has very many of them.
fn without_spare_room<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let mut items = Vec::deserialize(deserializer)?;
    items.shrink_to_fit();
    Ok(items)
}

/// The same for a list that may be read [later](Later).
fn read_without_spare_room<'de, D, T>(deserializer: D) -> Result<Later<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Send + Sync + 'static,
{
    without_spare_room(deserializer).map(Later::from)
}

/// The kind of territory a Cité is, derived from its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// A whole department.
    Department,
    /// An intercommunal body (CA, CC, CU, métropole, EPT).
    Epci,
    /// Several communes named in the label.
    SeveralCommunes,
    /// One commune.
    Commune,
    /// Neighbourhoods of a commune.
    Neighbourhoods,
}

impl Scale {
    /// Every scale, the largest territory first.
    pub const ALL: [Self; 5] =
        [Self::Department, Self::Epci, Self::SeveralCommunes, Self::Commune, Self::Neighbourhoods];

    /// The word in the file: `several_communes`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Epci => "epci",
            Self::SeveralCommunes => "several_communes",
            Self::Commune => "commune",
            Self::Neighbourhoods => "neighbourhoods",
        }
    }
}

/// The wave of labels a Cité belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Wave {
    /// 2020 or 2021.
    #[schemars(range(min = 2020, max = 2021))]
    pub year: i16,
    /// How the wave is known.
    pub evidence: WaveEvidence,
    /// What sources say of it.
    pub sources: Vec<Statement>,
}

/// How the wave of a Cité is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaveEvidence {
    /// A page about this territory says so.
    Explicit,
    /// A page about this territory lets it be deduced.
    Implicit,
    /// Only its place in the ANCT's list says so.
    ListOrder,
}

impl WaveEvidence {
    /// Every kind of evidence, the surest first.
    pub const ALL: [Self; 3] = [Self::Explicit, Self::Implicit, Self::ListOrder];

    /// The word in the file: `list_order`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Implicit => "implicit",
            Self::ListOrder => "list_order",
        }
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

/// Whose date the label date of a Cité is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LabelDateBasis {
    /// A page about this Cité gives it.
    Territory,
    /// It is the national date of the Cité's wave.
    Wave,
}

impl LabelDateBasis {
    /// Both bases, the surer first.
    pub const ALL: [Self; 2] = [Self::Territory, Self::Wave];

    /// The word in the file: `territory`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Territory => "territory",
            Self::Wave => "wave",
        }
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

/// The body that carries (« porte ») a Cité.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Carrier {
    /// Its name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// What its name does not say, in French. Often empty.
    pub detail: String,
    /// What kind of body it is.
    #[serde(rename = "type")]
    pub kind: CarrierType,
    /// How it is known to carry the Cité.
    pub evidence: CarrierEvidence,
    /// What sources say of it.
    pub sources: Vec<Statement>,
}

/// What kind of body carries a Cité.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CarrierType {
    /// An intercommunal body.
    Epci,
    /// A commune.
    Commune,
    /// An actor of the public employment service (service public de l'emploi).
    Spe,
    /// An association.
    Association,
    /// Services of the State.
    State,
    /// A department.
    Department,
    /// Another kind of body, or several together.
    Other,
}

impl CarrierType {
    /// Every type.
    pub const ALL: [Self; 7] =
        [Self::Epci, Self::Commune, Self::Spe, Self::Association, Self::State, Self::Department, Self::Other];

    /// The word in the file: `epci`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Epci => "epci",
            Self::Commune => "commune",
            Self::Spe => "spe",
            Self::Association => "association",
            Self::State => "state",
            Self::Department => "department",
            Self::Other => "other",
        }
    }
}

/// How a body is known to carry a Cité.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CarrierEvidence {
    /// A source says that it carries or coordinates the Cité.
    Explicit,
    /// It hires for the Cité, hosts it or presents it as its own.
    Probable,
    /// No source: the ANCT's label is the name of this body.
    Label,
}

impl CarrierEvidence {
    /// Every kind of evidence, the surest first.
    pub const ALL: [Self; 3] = [Self::Explicit, Self::Probable, Self::Label];

    /// The word in the file: `explicit`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Probable => "probable",
            Self::Label => "label",
        }
    }
}

/// What a Cité works on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Themes {
    /// Themes in French, in the order of the table. Empty where none is known.
    pub values: Vec<String>,
    /// What sources say of them.
    pub sources: Vec<Statement>,
}

/// What one source says of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// Id of the source.
    #[schemars(length(min = 1))]
    pub source: String,
    /// What it says, in the words of those who keep the data.
    pub says: String,
}

/// A commune, as the INSEE had it in 2023.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Commune {
    /// INSEE code, five characters: `2A004`, `97209`.
    #[schemars(regex(pattern = pattern::COMMUNE))]
    pub insee: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
    /// Code of its department.
    #[schemars(regex(pattern = pattern::DEPARTMENT))]
    pub department: SmolStr,
    /// Code of its region.
    #[schemars(regex(pattern = pattern::REGION))]
    pub region: SmolStr,
    /// Its intercommunal body with own taxation (EPCI).
    pub epci: Epci,
    /// Its établissement public territorial, in Grand Paris only.
    pub ept: Option<Ept>,
    /// Municipal population of 2020, in inhabitants.
    pub population_2020: u32,
    /// Longitude of its centre, WGS 84 degrees.
    #[schemars(range(min = -180, max = 180))]
    pub lon: f64,
    /// Latitude of its centre, WGS 84 degrees.
    #[schemars(range(min = -90, max = 90))]
    pub lat: f64,
}

/// An intercommunal body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Epci {
    /// SIREN number, nine digits.
    #[schemars(regex(pattern = pattern::SIREN))]
    pub siren: SmolStr,
    /// Name.
    pub name: SmolStr,
    /// Legal form: `CC`, `CA`, `CU`, `METRO` or `MET69`.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = ["CC", "CA", "CU", "METRO", "MET69"]))]
    pub kind: SmolStr,
}

/// An établissement public territorial of the Métropole du Grand Paris.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ept {
    /// SIREN number, nine digits.
    #[schemars(regex(pattern = pattern::SIREN))]
    pub siren: SmolStr,
    /// Name.
    pub name: SmolStr,
}

/// A quartier prioritaire de la politique de la ville, 2015 perimeter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qpv {
    /// Code: `QP` and six digits, or `QP`, `2A` or `2B` and four digits.
    #[schemars(regex(pattern = pattern::QPV))]
    pub code: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
}

/// A recommendation of the national evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Preconisation {
    /// Id: `R1`, `A3`.
    pub id: String,
    /// Whether it is one of the five of the evaluation's summary.
    pub core: bool,
    /// Its place, from 1.
    pub order: u32,
    /// Title in French.
    pub title_fr: String,
    /// Title in English.
    pub title_en: String,
    /// Text in French, paraphrased.
    pub text_fr: String,
    /// Text in English, paraphrased.
    pub text_en: String,
    /// Whom it speaks to, in French.
    pub addressees: Vec<String>,
    /// `deduced`, or `explicit` with who is named by the source in brackets.
    pub addressee_basis: String,
    /// Its theme, in French.
    pub theme: String,
    /// Where in its sources it stands, in English.
    pub origin: String,
    /// Ids of related recommendations.
    pub related_to: Vec<String>,
    /// Parts of it.
    pub sub_measures: Vec<SubMeasure>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

impl Preconisation {
    /// Whether the source names the addressees; otherwise they were deduced.
    pub fn addressees_are_explicit(&self) -> bool {
        self.addressee_basis.starts_with("explicit")
    }
}

/// A part of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SubMeasure {
    /// Id: `R5a`.
    pub id: String,
    /// Title in French.
    pub title_fr: String,
    /// Title in English.
    pub title_en: String,
    /// Its theme, in French.
    pub theme: String,
}

/// Something that the evaluation found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Id: `V1`, `D3`.
    pub id: String,
    /// Added value or limit.
    pub kind: FindingKind,
    /// Text in French.
    pub text_fr: String,
    /// Text in English.
    pub text_en: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

/// Whether a finding is an added value or a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum FindingKind {
    /// Something that the Cités brought.
    #[serde(rename = "plus_value")]
    AddedValue,
    /// Something that held them back.
    #[serde(rename = "limite")]
    Limit,
}

/// A figure of the programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// Id: `n_cites`.
    pub id: String,
    /// The number, or the date where `unit` is `date`.
    pub value: FigureValue,
    /// Unit, in French: `Cités`, `EUR/an`, `%`, `date`.
    pub unit: String,
    /// What it counts, in French.
    pub label_fr: String,
    /// What it counts, in English.
    pub label_en: String,
    /// `national`, `local`, or `local` and the id of a Cité.
    pub scope: String,
    /// Whether a source states it or it was computed.
    pub status: FigureStatus,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

/// A number or a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FigureValue {
    /// A number, written as it is in the table.
    Number(serde_json::Number),
    /// A date or a word.
    Text(String),
}

/// Whether a figure was stated or computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FigureStatus {
    /// A source states it.
    Stated,
    /// It was computed from what sources state.
    Derived,
}

/// A dated event of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TimelineEvent {
    /// When it took place.
    pub date: PartialDate,
    /// Text in French.
    pub text_fr: String,
    /// Text in English.
    pub text_en: String,
    /// `national`, or `local` and the id of a Cité.
    pub scope: String,
    /// How sure the date is, in English.
    pub certainty: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

/// A page or a file that something was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Id: `S07`, `C12`, `ANCT1`.
    #[schemars(length(min = 1))]
    pub id: String,
    /// Title.
    pub title: String,
    /// Address, `http` or `https`.
    #[schemars(regex(pattern = pattern::URL))]
    pub url: String,
    /// When it was published, where the page says so.
    pub date: Option<PartialDate>,
    /// A remark in English of those who keep the data. Often empty.
    pub note: String,
}

/// A region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Region {
    /// INSEE code: `53`.
    #[schemars(regex(pattern = pattern::REGION))]
    pub code: String,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Simplified outline: closed rings of `[longitude, latitude]` in WGS 84
    /// degrees. Empty where there is none.
    #[schemars(inner(length(min = 4)))]
    pub outline: Later<Vec<Vec<[f64; 2]>>>,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Department {
    /// INSEE code: `2A`, `35`, `974`.
    #[schemars(regex(pattern = pattern::DEPARTMENT))]
    pub code: String,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Code of its region.
    #[schemars(regex(pattern = pattern::REGION))]
    pub region: String,
}
