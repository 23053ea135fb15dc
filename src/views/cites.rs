//! The columns of every listing that has one Cité a line: territories,
//! carriers and ages.

use super::{Align, Column, Context, SortKey, date_key, time, words};
use crate::locale::Lang;
use crate::snapshot::{Age, Cite};
use crate::t;

/// A column of a listing of Cités.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CiteColumn {
    /// The ANCT's id.
    Id,
    /// The ANCT's label.
    Label,
    /// Codes of its departments.
    Department,
    /// Names of its regions.
    Region,
    /// The kind of territory.
    Scale,
    /// Year of its wave.
    Wave,
    /// How the wave is known.
    WaveEvidence,
    /// When the label was given.
    LabelDate,
    /// Whose date that is.
    LabelDateBasis,
    /// How exact that date is.
    Precision,
    /// When it started working.
    LaunchDate,
    /// Time since the label date.
    Age,
    /// How long the experiment ran for it.
    RanFor,
    /// Name of its carrier.
    Carrier,
    /// What kind of body that is.
    CarrierType,
    /// How the carrier is known.
    Evidence,
    /// How many communes it covers.
    Communes,
    /// How many QPVs it covers.
    Qpvs,
    /// Inhabitants of its communes.
    Population,
    /// What it works on.
    Themes,
}

impl CiteColumn {
    /// What the tab of the territories shows.
    pub const TERRITORIES: &'static [Self] =
        &[Self::Label, Self::Department, Self::Region, Self::Scale, Self::Wave, Self::Age, Self::Carrier];

    /// What the tab of the carriers shows.
    pub const CARRIERS: &'static [Self] = &[Self::Carrier, Self::CarrierType, Self::Evidence, Self::Label];

    /// What the tab of the ages shows.
    pub const AGES: &'static [Self] =
        &[Self::Label, Self::Wave, Self::LabelDate, Self::Precision, Self::Age, Self::RanFor];
}

impl Column for CiteColumn {
    type Row = Cite;

    const ALL: &'static [Self] = &[
        Self::Id,
        Self::Label,
        Self::Department,
        Self::Region,
        Self::Scale,
        Self::Wave,
        Self::WaveEvidence,
        Self::LabelDate,
        Self::LabelDateBasis,
        Self::Precision,
        Self::LaunchDate,
        Self::Age,
        Self::RanFor,
        Self::Carrier,
        Self::CarrierType,
        Self::Evidence,
        Self::Communes,
        Self::Qpvs,
        Self::Population,
        Self::Themes,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Label => "label",
            Self::Department => "department",
            Self::Region => "region",
            Self::Scale => "scale",
            Self::Wave => "wave",
            Self::WaveEvidence => "wave-evidence",
            Self::LabelDate => "label-date",
            Self::LabelDateBasis => "label-date-basis",
            Self::Precision => "precision",
            Self::LaunchDate => "launch-date",
            Self::Age => "age",
            Self::RanFor => "ran-for",
            Self::Carrier => "carrier",
            Self::CarrierType => "carrier-type",
            Self::Evidence => "evidence",
            Self::Communes => "communes",
            Self::Qpvs => "qpvs",
            Self::Population => "population",
            Self::Themes => "themes",
        }
    }

    fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }

    fn text(self, cite: &Cite, context: Context<'_>) -> String {
        let Context { snapshot, lang, .. } = context;
        let carrier = cite.carrier.as_ref();
        match self {
            Self::Id => cite.id.clone(),
            Self::Label => cite.label.clone(),
            Self::Department => or_unknown(lang, cite.departments().join(", ")),
            Self::Region => {
                let name =
                    |code: &str| snapshot.region(code).map_or(code.to_owned(), |region| region.name.clone());
                or_unknown(lang, cite.regions().into_iter().map(name).collect::<Vec<_>>().join(", "))
            }
            Self::Scale => words::scale(lang, cite.scale),
            Self::Wave => cite.wave.year.to_string(),
            Self::WaveEvidence => words::wave_evidence(lang, cite.wave.evidence),
            Self::LabelDate => time::date(lang, cite.label_date.date),
            Self::LabelDateBasis => words::label_date_basis(lang, cite.label_date.basis),
            Self::Precision => words::precision(lang, cite.label_date.date.precision()),
            Self::LaunchDate => cite
                .launch_date
                .as_ref()
                .map_or_else(|| words::unknown(lang), |launch| time::date(lang, launch.date)),
            Self::Age => time::age(lang, age(cite, context)),
            Self::RanFor => time::age(lang, ran_for(cite, context)),
            Self::Carrier => carrier.map_or_else(|| words::unknown(lang), |carrier| carrier.name.clone()),
            Self::CarrierType => carrier.map_or_else(
                || words::unknown(lang),
                |carrier| words::carrier_type(lang, Some(carrier.kind)),
            ),
            Self::Evidence => words::carrier_evidence(lang, carrier.map(|carrier| carrier.evidence)),
            Self::Communes => lang.number(cite.communes.len() as u64),
            Self::Qpvs => lang.number(cite.qpvs().len() as u64),
            Self::Population => lang.number(cite.population()),
            Self::Themes => or_unknown(lang, cite.themes.values.join(", ")),
        }
    }

    fn value(self, cite: &Cite, context: Context<'_>) -> String {
        match self {
            Self::LabelDate => cite.label_date.date.to_string(),
            Self::LaunchDate => cite
                .launch_date
                .as_ref()
                .map_or_else(|| words::unknown(context.lang), |launch| launch.date.to_string()),
            Self::Communes => cite.communes.len().to_string(),
            Self::Qpvs => cite.qpvs().len().to_string(),
            Self::Population => cite.population().to_string(),
            _ => self.text(cite, context),
        }
    }

    fn key(self, cite: &Cite, context: Context<'_>) -> SortKey {
        let carrier = cite.carrier.as_ref();
        let number = |number: usize| SortKey::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match self {
            Self::Id => SortKey::text(&cite.id),
            // A later start is a lesser age.
            Self::Age | Self::RanFor => self.interval(cite, context),
            Self::LabelDate => date_key(cite.label_date.date),
            Self::LaunchDate => {
                cite.launch_date.as_ref().map_or(SortKey::Unknown, |launch| date_key(launch.date))
            }
            Self::Wave => SortKey::Number(cite.wave.year.into()),
            Self::WaveEvidence => SortKey::Number(cite.wave.evidence as i64),
            Self::LabelDateBasis => SortKey::Number(cite.label_date.basis as i64),
            Self::Precision => SortKey::Number(cite.label_date.date.precision() as i64),
            Self::Scale => SortKey::Number(cite.scale as i64),
            Self::CarrierType => {
                carrier.map_or(SortKey::Unknown, |carrier| SortKey::Number(carrier.kind as i64))
            }
            Self::Evidence => {
                carrier.map_or(SortKey::Unknown, |carrier| SortKey::Number(carrier.evidence as i64))
            }
            Self::Carrier => carrier.map_or(SortKey::Unknown, |carrier| SortKey::text(&carrier.name)),
            Self::Communes => number(cite.communes.len()),
            Self::Qpvs => number(cite.qpvs().len()),
            Self::Population => SortKey::Number(i64::try_from(cite.population()).unwrap_or(i64::MAX)),
            Self::Themes if cite.themes.values.is_empty() => SortKey::Unknown,
            Self::Department | Self::Region if cite.communes.is_empty() => SortKey::Unknown,
            Self::Label | Self::Department | Self::Region | Self::Themes => {
                SortKey::text(&self.text(cite, context))
            }
        }
    }

    fn align(self) -> Align {
        match self {
            Self::Communes | Self::Qpvs | Self::Population => Align::Right,
            _ => Align::Left,
        }
    }
}

impl CiteColumn {
    fn interval(self, cite: &Cite, context: Context<'_>) -> SortKey {
        let interval = if self == Self::Age { age(cite, context) } else { ran_for(cite, context) };
        interval.map_or(SortKey::Unknown, |age| {
            SortKey::Several(vec![SortKey::Number(age.at_least.into()), SortKey::Number(age.at_most.into())])
        })
    }
}

/// The age of a Cité, from its label date to the day of `context`.
pub fn age(cite: &Cite, context: Context<'_>) -> Option<Age> {
    Age::on(context.today, cite.label_date.date)
}

/// How long the experiment ran for a Cité: from its label date to the end of
/// the experiment, or to the day of `context` where that is earlier.
pub fn ran_for(cite: &Cite, context: Context<'_>) -> Option<Age> {
    let end = context.snapshot.meta.experiment.end.latest();
    Age::on(end.min(context.today), cite.label_date.date)
}

fn or_unknown(lang: Lang, text: String) -> String {
    if text.is_empty() { words::unknown(lang) } else { text }
}
