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
    /// How many of its Cités have a label date of each precision, in the
    /// order of [`Precision::ALL`].
    pub by_precision: [usize; Precision::ALL.len()],
    /// The interval that holds the ages of all of them; `None` where none has begun.
    pub ages: Option<Age>,
}

impl WaveAges {
    /// How many Cités the wave has.
    pub fn total(&self) -> usize {
        self.by_precision.iter().sum()
    }
}

/// The ages of Cités by wave, the oldest wave first.
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
