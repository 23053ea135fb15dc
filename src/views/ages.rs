//! Ages by wave and by precision.

use std::collections::{BTreeMap, BTreeSet};

use super::card::{Card, Entry, Section};
use super::cites::{CiteColumn, age};
use super::data::cite_entries;
use super::{Column, Context, date, joined};
use crate::snapshot::{Age, Cite, LabelDateBasis, Precision};
use crate::{t, views};

/// The ages of one wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveAges {
    /// Year of the wave.
    pub year: i16,
    /// The number of its Cités whose label date has each precision, in the order of
    /// [`Precision::ALL`].
    pub by_precision: [usize; Precision::ALL.len()],
    /// The interval of the ages of all its Cités; `None` if none has begun.
    pub ages: Option<Age>,
}

impl WaveAges {
    /// Returns the number of Cités in the wave.
    pub fn total(&self) -> usize {
        self.by_precision.iter().sum()
    }
}

/// Returns whether the only date of a Cité is the national one of its wave: it has no date of its own, of the label or of
/// the launch.
pub fn has_national_date_only(cite: &Cite) -> bool {
    cite.label_date.basis == LabelDateBasis::Wave && cite.launch_date.is_none()
}

/// Returns the card of a wave: its Cités with the national date only.
pub fn wave_card<'a>(year: i16, cites: impl Iterator<Item = &'a Cite>, context: Context<'_>) -> Card {
    let lang = context.lang;
    let cites: Vec<&Cite> =
        cites.filter(|cite| cite.wave.year == year && has_national_date_only(cite)).collect();
    let dates: BTreeSet<String> = cites.iter().map(|cite| date(lang, cite.label_date.date)).collect();
    let ages: Option<WaveAges> = by_wave(&cites, context).into_iter().next();
    let age = views::age(lang, ages.and_then(|ages| ages.ages));
    let label_date = CiteColumn::LabelDate.title(lang);
    let top = [
        Entry::new(label_date, joined(dates.iter().map(String::as_str)))
            .detail(t!(lang, "wave-national-date")),
        Entry::new(CiteColumn::Age.title(lang), age),
        Entry::new(CiteColumn::LaunchDate.title(lang), None),
    ];
    let subtitle = t!(lang, "count-cites", count = cites.len());
    let members = Section::new(subtitle.clone(), cite_entries(cites, context));
    let sections = [Section::top(top), members];
    Card::new(t!(lang, "tui-wave", year = year.to_string()), subtitle, sections)
}

/// Groups the ages of Cités by wave, the oldest wave first.
///
/// ```
/// use cites_emploi::locale::Lang;
/// use cites_emploi::snapshot::embedded;
/// use cites_emploi::views::{Context, age, ages::by_wave};
///
/// let snapshot = embedded()?;
/// let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
/// let cites: Vec<_> = snapshot.cites.iter().collect();
/// let oldest = &by_wave(&cites, context)[0];
/// assert_eq!((oldest.year, oldest.total()), (2020, 24));
/// assert_eq!(age(Lang::EN, oldest.ages), "between 5 and 6 years");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn by_wave(cites: &[&Cite], context: Context<'_>) -> Vec<WaveAges> {
    let mut waves: BTreeMap<i16, WaveAges> = BTreeMap::new();
    for cite in cites {
        let year = cite.wave.year;
        let wave = waves.entry(year).or_insert(WaveAges { year, by_precision: [0; 4], ages: None });
        let precision = cite.label_date.date.precision();
        for (count, known) in wave.by_precision.iter_mut().zip(Precision::ALL) {
            *count += usize::from(known == precision);
        }
        wave.ages = match (wave.ages, age(cite, context)) {
            (Some(a), Some(b)) => {
                Some(Age { at_least: a.at_least.min(b.at_least), at_most: a.at_most.max(b.at_most) })
            }
            (a, b) => a.or(b),
        };
    }
    waves.into_values().collect()
}
