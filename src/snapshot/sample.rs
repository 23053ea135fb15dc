//! Made-up snapshots of any size, for benches, tests and tools that are to be
//! tried on more Cités than there are.
//!
//! What a made-up Cité is made of is real: names of communes and quartiers put
//! together anew, and dates, carriers and themes each taken whole from some
//! real Cité, so that the sample keeps the rules that the real snapshot keeps.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::model::{Cite, Scale, Snapshot};

/// Figures that count the Cités of a snapshot.
const COUNTS_OF_CITES: [&str; 3] = ["n_cites", "wave_2020", "wave_2021"];

/// A snapshot of `count` made-up Cités, with all else as in `real`.
///
/// The same arguments give the same sample, on every machine. Events and
/// figures of single Cités and counts of Cités are left out, since those
/// Cités are not in it.
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

/// Writes the JSON of [`sample`], one Cité at a time: a million need no more memory than one.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write_sample(real: &Snapshot, count: usize, seed: u64, out: &mut dyn Write) -> io::Result<()> {
    let document = Document { rest: frame(real), cites: sample_cites(real, seed), count };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Made-up Cités without end, `cde-000001` first, each with a label of its own.
///
/// Ends at once when `real` has no Cité to learn from.
pub fn sample_cites(real: &Snapshot, seed: u64) -> SampleCites<'_> {
    let mut random = SplitMix64 { state: seed };
    let communes = real.cites.iter().flat_map(|cite| cite.communes()).map(|commune| commune.name.as_str());
    let mut places = recombined(&communes.collect());
    random.shuffle(&mut places);
    let quarters = distinct(real.cites.iter().flat_map(|cite| cite.qpvs()).map(|qpv| qpv.name.to_string()));
    let labels = Labels::among(places.len());
    SampleCites { real: &real.cites, places, quarters, random, made: 0, labels }
}

/// The iterator of [`sample_cites`].
#[derive(Debug, Clone)]
pub struct SampleCites<'a> {
    real: &'a [Cite],
    /// Names that communes could have, in the order in which they are used.
    places: Vec<String>,
    /// Names of quartiers.
    quarters: Vec<String>,
    random: SplitMix64,
    /// How many Cités were made so far.
    made: usize,
    labels: Labels,
}

/// The turns of each form of label.
#[derive(Debug, Clone)]
struct Labels {
    departments: Turns,
    epcis: Turns,
    several: Turns,
    communes: Turns,
    neighbourhoods: Turns,
}

/// Whose turn it is to give a label its name.
#[derive(Debug, Clone)]
struct Turns {
    /// The place that was first.
    start: usize,
    /// How many places had their turn so far, counted each time.
    taken: usize,
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
        // Of several departments each needs a commune, since it may have quartiers.
        let communes = match territory.departments().as_slice() {
            [_] => self.random.most_of(&territory.communes),
            _ => territory.communes().to_vec(),
        };
        Some(Cite {
            id: format!("cde-{:06}", self.made),
            label,
            scale,
            wave: dated.wave.clone(),
            label_date: dated.label_date.clone(),
            launch_date: dated.launch_date.clone(),
            carrier: carried.carrier.clone(),
            themes: themed.themes.clone(),
            note: dated.note.clone(),
            communes: communes.into(),
            qpvs: self.random.most_of(&territory.qpvs).into(),
        })
    }
}

impl SampleCites<'_> {
    /// A label that was not made before, of this scale; of several communes
    /// once the names of the scale are used up.
    fn label(&mut self, scale: Scale) -> Option<(Scale, String)> {
        let Self { places, quarters, labels, .. } = self;
        let plain = match scale {
            Scale::Department => labels.departments.next(places).and_then(|(place, _, round)| match round {
                0 => Some(format!("Haute-{place}")),
                1 => Some(format!("Val de {place}")),
                _ => None,
            }),
            Scale::Epci => labels.epcis.next(places).map(|(place, other, round)| match round {
                0 => format!("CA {place} Agglomération"),
                1 => format!("{place} Métropole"),
                2 => format!("CC du Pays de {place}"),
                _ => format!("CU {place}, {other}"),
            }),
            Scale::Commune => labels
                .communes
                .next(places)
                .and_then(|(place, _, round)| (round == 0).then(|| place.to_owned())),
            Scale::Neighbourhoods => labels.neighbourhoods.next(places).and_then(|(place, _, round)| {
                quarters.get(round).map(|quarter| format!("{place} {quarter}"))
            }),
            Scale::SeveralCommunes => None,
        };
        if let Some(label) = plain {
            return Some((scale, label));
        }
        let (place, other, _) = labels.several.next(places)?;
        Some((Scale::SeveralCommunes, format!("{place} / {other}")))
    }
}

impl Labels {
    /// Each form starts at another one of so many places, so that labels that
    /// follow each other seldom share one.
    fn among(places: usize) -> Self {
        let start = |fifth| Turns { start: places / 5 * fifth, taken: 0 };
        Self {
            departments: start(0),
            epcis: start(1),
            several: start(2),
            communes: start(3),
            neighbourhoods: start(4),
        }
    }
}

impl Turns {
    /// The place whose turn it is, a partner that it did not have before, and
    /// how often every place had its turn already.
    fn next<'p>(&mut self, places: &'p [String]) -> Option<(&'p str, &'p str, usize)> {
        let round = self.taken.checked_div(places.len())?;
        let turn = self.start + self.taken;
        self.taken += 1;
        let place = places.get(turn % places.len())?;
        let partner = places.get((turn + 1 + round) % places.len())?;
        Some((place, partner, round))
    }
}

/// Names that communes could have: `Vaulx-en-Velin` and `Asnières-sur-Seine`
/// also give `Vaulx-sur-Seine`.
fn recombined(names: &BTreeSet<&str>) -> Vec<String> {
    let halves: Vec<(&str, &str)> = names.iter().map(|name| halves(name)).collect();
    let heads: BTreeSet<&str> = halves.iter().map(|(head, _)| *head).collect();
    let tails: BTreeSet<&str> = halves.iter().map(|(_, tail)| *tail).collect();
    distinct(heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))))
}

/// A name before and from its first small word: `Vaulx` and `-en-Velin`.
fn halves(name: &str) -> (&str, &str) {
    let small_word = name
        .match_indices('-')
        .map(|(at, _)| at)
        .find(|at| name.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_lowercase)));
    small_word.and_then(|at| name.split_at_checked(at)).unwrap_or((name, ""))
}

/// Names that differ in more than case and signs.
fn distinct(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let letters =
        |name: &str| name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    names.filter(|name| seen.insert(letters(name))).collect()
}

/// All of a snapshot that is as true of made-up Cités: not the Cités, what is
/// said of single ones, nor how many they are.
fn frame(real: &Snapshot) -> Snapshot {
    let mut frame = real.without_cites();
    frame
        .figures
        .retain(|figure| !names_a_cite(&figure.scope) && !COUNTS_OF_CITES.contains(&figure.id.as_str()));
    frame.timeline.retain(|event| !names_a_cite(&event.scope));
    frame
}

/// Whether a scope is `local` and the id of a Cité.
fn names_a_cite(scope: &str) -> bool {
    scope.starts_with("local ")
}

/// A snapshot whose Cités are made as they are written.
struct Document<'a> {
    rest: Snapshot,
    cites: SampleCites<'a>,
    count: usize,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // No `..`: a field that the model gains has to be written here too.
        let Snapshot {
            schema_version,
            meta,
            cites: _,
            preconisations,
            findings,
            figures,
            timeline,
            sources,
            regions,
            departments,
        } = &self.rest;
        let mut document = serializer.serialize_struct("Snapshot", 10)?;
        document.serialize_field("schema_version", schema_version)?;
        document.serialize_field("meta", meta)?;
        document.serialize_field("cites", &Streamed { cites: &self.cites, count: self.count })?;
        document.serialize_field("preconisations", preconisations)?;
        document.serialize_field("findings", findings)?;
        document.serialize_field("figures", figures)?;
        document.serialize_field("timeline", timeline)?;
        document.serialize_field("sources", sources)?;
        document.serialize_field("regions", regions)?;
        document.serialize_field("departments", departments)?;
        document.end()
    }
}

struct Streamed<'a> {
    cites: &'a SampleCites<'a>,
    count: usize,
}

impl Serialize for Streamed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.cites.clone().take(self.count))
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for a seed on
/// every machine and in every version, which a sample needs and a crate of
/// random numbers does not promise.
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

    /// A number below `bound`, or 0.
    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % bound).unwrap_or(0)
    }

    fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        items.get(self.below(items.len()))
    }

    /// About three items of four in their order, and one at least.
    fn most_of<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let kept = self.below(items.len());
        let chosen = items.iter().enumerate().filter(|(place, _)| *place == kept || self.below(4) > 0);
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
    fn what_is_written_is_the_sample() {
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
