//! Made-up snapshots of any size, for benches, tests and tools that need more
//! Cités than there are.
//!
//! A made-up Cité has real parts: names of communes and quartiers, recombined,
//! and dates, carriers and themes, each copied whole from a real Cité, so that
//! the sample keeps the rules that the real snapshot keeps.

use std::array;
use std::collections::BTreeSet;
use std::io::{self, Write};

use super::model::{Cite, Scale, Snapshot};
use super::rules::whole::counted;

/// Returns a snapshot of `count` made-up Cités, the rest copied from `real`.
///
/// The same arguments give the same sample on every machine. Events and
/// figures of single Cités and figures that are counted over them are left out, since they are
/// about Cités that the sample does not have.
///
/// ```
/// use cites_emploi::snapshot::{embedded, sample};
///
/// let snapshot = sample(&embedded()?, 1_000, 7);
/// assert_eq!(snapshot.cites.len(), 1_000);
/// assert_eq!(snapshot.cites[0].id, "cde-000001");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sample(real: &Snapshot, count: usize, seed: u64) -> Snapshot {
    Snapshot { cites: sample_cites(real, seed).take(count).collect(), ..frame(real) }
}

/// Writes the JSON of [`sample`], one Cité at a time, so that a million of them
/// take no more memory than one.
///
/// # Errors
///
/// `out` cannot be written to.
pub fn write_sample(real: &Snapshot, count: usize, seed: u64, out: &mut dyn Write) -> io::Result<()> {
    const NO_CITES: &str = "\"cites\":[";
    let rest = serde_json::to_string(&frame(real))?;
    let (start, end) = rest.split_once(NO_CITES).unwrap_or((&rest, ""));
    write!(out, "{start}{NO_CITES}")?;
    for (index, cite) in sample_cites(real, seed).take(count).enumerate() {
        if index > 0 {
            out.write_all(b",")?;
        }
        serde_json::to_writer(&mut *out, &cite)?;
    }
    writeln!(out, "{end}")?;
    out.flush()
}

/// Returns an endless iterator of made-up Cités, `cde-000001` first, no two
/// with the same label. It is empty if `real` has no Cités.
pub fn sample_cites(real: &Snapshot, seed: u64) -> SampleCites<'_> {
    let mut random = SplitMix64 { state: seed };
    let communes = real.cites.iter().flat_map(|cite| cite.communes()).map(|commune| commune.name.as_str());
    let mut places = recombined(&communes.collect());
    random.shuffle(&mut places);
    let quarters = distinct(real.cites.iter().flat_map(|cite| cite.qpvs()).map(|qpv| qpv.name.to_string()));
    // Labels in a row seldom share a place, since each form starts at another one.
    let turns = array::from_fn(|form| Turns { start: places.len() / 5 * form, taken: 0 });
    SampleCites { real: &real.cites, places, quarters, random, made: 0, turns }
}

/// The iterator of [`sample_cites`].
#[derive(Debug, Clone)]
pub struct SampleCites<'a> {
    real: &'a [Cite],
    /// Names that communes could have, in the order in which labels use them.
    places: Vec<String>,
    /// Names of quartiers.
    quarters: Vec<String>,
    random: SplitMix64,
    /// Number of Cités made so far.
    made: usize,
    /// Turns of each form of label, by scale.
    turns: [Turns; Scale::ALL.len()],
}

/// The order in which places give a form of label its name: all of them once
/// per round.
#[derive(Debug, Clone)]
struct Turns {
    /// Index of the first place.
    start: usize,
    /// Number of turns taken so far, in all rounds.
    taken: usize,
}

/// A turn of a place.
struct Turn<'a> {
    place: &'a str,
    /// Another place, in each round a different one.
    partner: &'a str,
    /// Number of turns that every place had before.
    round: usize,
}

impl Iterator for SampleCites<'_> {
    type Item = Cite;

    fn next(&mut self) -> Option<Cite> {
        let territory = self.random.pick(self.real)?;
        let dated = self.random.pick(self.real)?;
        let carried = self.random.pick(self.real)?;
        let themed = self.random.pick(self.real)?;
        let (scale, label) = self.label(territory.scale)?;
        self.made += 1;
        // Each of several departments keeps a commune, since it may have quartiers.
        let communes = match territory.departments().as_slice() {
            [_] => self.random.most_of(&territory.communes),
            _ => territory.communes().to_vec(),
        };
        Some(Cite {
            id: format!("cde-{:06}", self.made),
            label,
            scale,
            carrier: carried.carrier.clone(),
            themes: themed.themes.clone(),
            communes: communes.into(),
            qpvs: self.random.most_of(&territory.qpvs).into(),
            qpvs_2024: Vec::new().into(),
            display_label: None,
            later: None,
            figures: Vec::new(),
            ..dated.clone()
        })
    }
}

impl SampleCites<'_> {
    /// Makes a label of this scale that was not made before. If the names of
    /// the scale are used up, it is one of several communes.
    fn label(&mut self, scale: Scale) -> Option<(Scale, String)> {
        let Turn { place, partner, round } = self.turns.get_mut(scale as usize)?.next(&self.places)?;
        let label = match (scale, round) {
            (Scale::Department, 0) => format!("Haute-{place}"),
            (Scale::Department, 1) => format!("Val de {place}"),
            (Scale::Epci, 0) => format!("CA {place} Agglomération"),
            (Scale::Epci, 1) => format!("{place} Métropole"),
            (Scale::Epci, 2) => format!("CC du Pays de {place}"),
            (Scale::Epci, _) => format!("CU {place}, {partner}"),
            (Scale::SeveralCommunes, _) => format!("{place} / {partner}"),
            (Scale::Commune, 0) => place.to_owned(),
            (Scale::Neighbourhoods, _) if round < self.quarters.len() => {
                format!("{place} {}", self.quarters.get(round)?)
            }
            (Scale::Department | Scale::Commune | Scale::Neighbourhoods, _) => {
                return self.label(Scale::SeveralCommunes);
            }
        };
        Some((scale, label))
    }
}

impl Turns {
    fn next<'p>(&mut self, places: &'p [String]) -> Option<Turn<'p>> {
        let round = self.taken.checked_div(places.len())?;
        let turn = self.start + self.taken;
        self.taken += 1;
        let place = places.get(turn % places.len())?;
        let partner = places.get((turn + 1 + round) % places.len())?;
        Some(Turn { place, partner, round })
    }
}

/// Recombines the halves of the names of communes: `Vaulx-en-Velin` and
/// `Asnières-sur-Seine` also give `Vaulx-sur-Seine`.
fn recombined(names: &BTreeSet<&str>) -> Vec<String> {
    let halves: Vec<(&str, &str)> = names.iter().map(|name| halves(name)).collect();
    let heads: BTreeSet<&str> = halves.iter().map(|(head, _)| *head).collect();
    let tails: BTreeSet<&str> = halves.iter().map(|(_, tail)| *tail).collect();
    distinct(heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))))
}

/// Splits a name before its first small word: `Vaulx` and `-en-Velin`.
fn halves(name: &str) -> (&str, &str) {
    let small_word = name
        .match_indices('-')
        .map(|(at, _)| at)
        .find(|at| name.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_lowercase)));
    small_word.and_then(|at| name.split_at_checked(at)).unwrap_or((name, ""))
}

/// Drops each name that differs from an earlier one in case and punctuation only.
fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let letters =
        |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    names.filter(|name| seen.insert(letters(name))).collect()
}

/// Returns what a sample shares with the real snapshot: everything except the
/// Cités, facts about single ones, and their counts.
fn frame(real: &Snapshot) -> Snapshot {
    let mut frame = real.without_cites();
    frame.figures.retain(|figure| !names_a_cite(&figure.scope) && counted(figure, real).is_none());
    frame.timeline.retain(|event| !names_a_cite(&event.scope));
    frame
}

/// Returns whether a scope is `local` and the id of a Cité.
fn names_a_cite(scope: &str) -> bool {
    scope.starts_with("local ")
}

/// The random number generator SplitMix64 (Steele, Lea and Flood, 2014).
///
/// A seed gives the same numbers on every machine and in every version, which
/// crates of random numbers do not promise.
#[derive(Debug, Clone)]
struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `bound`, or 0.
    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        items.get(self.below(items.len()))
    }

    /// Picks about three quarters of the items, at least one, in their order.
    fn most_of<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let kept = self.below(items.len());
        let chosen = items.iter().enumerate().filter(|(index, _)| *index == kept || self.below(4) > 0);
        chosen.map(|(_, item)| item.clone()).collect()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{DEFAULT_MAX_SIZE, Problem, check, embedded, load_str};

    fn real() -> Snapshot {
        embedded().expect("the embedded snapshot")
    }

    #[test]
    fn splitmix64_gives_its_published_numbers() {
        let mut random = SplitMix64 { state: 1_234_567 };
        let numbers: Vec<u64> = std::iter::repeat_with(|| random.next()).take(3).collect();
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn a_sample_is_the_same_for_the_same_seed_only() {
        let real = real();
        assert_eq!(sample(&real, 200, 1), sample(&real, 200, 1));
        assert_ne!(sample(&real, 200, 1), sample(&real, 200, 2));
        let labels: Vec<String> = sample_cites(&real, 2026).take(9).map(|cite| cite.label).collect();
        assert_eq!(
            labels,
            [
                "Évry-Courcouronnes-de-Gier",
                "CA Beauvais-en-Jarez Agglomération",
                "Nantes-sous-Sénart",
                "CA Marseille-sur-la-Lys Agglomération",
                "Hautmont-lès-Corbeil / Chenôve-le-Sec",
                "Caen-sous-Bois",
                "CA Saint-Pierre-le-Temple Agglomération",
                "CA Lormont-le-Sec Agglomération",
                "Arras-les-Eaux Belle Beille",
            ]
        );
    }

    #[test]
    fn a_smaller_sample_is_the_start_of_a_larger_one() {
        let real = real();
        let small: Vec<Cite> = sample_cites(&real, 3).take(50).collect();
        assert_eq!(sample(&real, 100, 3).cites.get(..50), Some(small.as_slice()));
    }

    #[test]
    fn no_two_cites_have_one_label() {
        let real = real();
        let mut labels: Vec<String> = sample_cites(&real, 5).take(120_000).map(|cite| cite.label).collect();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), 120_000);
        assert_eq!(distinct(labels.into_iter()).len(), 120_000);
    }

    #[test]
    fn a_written_sample_is_the_same_as_one_in_memory() {
        let real = real();
        let mut bytes = Vec::new();
        write_sample(&real, 30, 9, &mut bytes).expect("written");
        let json = str::from_utf8(&bytes).expect("UTF-8");
        let written = load_str(json, "sample.json").expect("a snapshot");
        assert_eq!(written, sample(&real, 30, 9));
    }

    #[test]
    fn a_sample_keeps_the_rules_of_a_snapshot() {
        let mut bytes = Vec::new();
        write_sample(&real(), 100, 11, &mut bytes).expect("written");
        let report = check(bytes, "sample.json", DEFAULT_MAX_SIZE);
        // As in the real data, a source may be of use to no Cité, and a claim rest on none.
        let is_new = |problem: &&Problem| !["never-used", "no-statement"].contains(&problem.fault.code());
        assert_eq!(report.problems.iter().filter(is_new).collect::<Vec<_>>(), Vec::<&Problem>::new());
    }

    #[test]
    fn of_nothing_there_is_no_sample() {
        let nothing = Snapshot { cites: Vec::new(), ..real() };
        assert_eq!(sample(&nothing, 10, 1).cites, []);
    }
}
