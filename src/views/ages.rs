//! Ages by wave and by precision.

use std::collections::BTreeMap;

use super::Context;
use super::cites::age;
use crate::snapshot::{Age, Cite, Precision};

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
