//! A keystroke in the search bar: parse, filter and rank, on 84 to a million Cités.
//!
//! The baseline of each case is fuzzy-matcher alone, on one thread, over the
//! same texts, one line a Cité, in the same run. `cargo bench --bench search`
//! runs all, `cargo bench --bench search -- 84/` those of one size.

use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, Mutex};

use cites_emploi::search::{Index, IndexBuilder, Query, fold_text};
use cites_emploi::snapshot::{self, Cite, Snapshot};
use divan::Bencher;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use jiff::civil::date;

const SIZES: [usize; 4] = [84, 10_000, 100_000, 1_000_000];
const QUERIES: [&str; 5] = ["bdx", "reims", "haute saone", "bordaeux", "e"];

/// The real snapshot, whose names the larger ones are made of.
static REAL: LazyLock<Snapshot> = LazyLock::new(|| snapshot::embedded().expect("the snapshot inside"));

fn main() {
    divan::main();
}

/// A query on so many Cités.
#[derive(Clone, Copy)]
struct Case {
    rows: usize,
    query: &'static str,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.rows, self.query)
    }
}

fn cases() -> impl Iterator<Item = Case> {
    SIZES.into_iter().flat_map(|rows| QUERIES.map(|query| Case { rows, query }))
}

/// The real Cités, or as many made from their names.
fn cites(rows: usize) -> Box<dyn Iterator<Item = Cite>> {
    match rows {
        84 => Box::new(REAL.cites.iter().cloned()),
        _ => Box::new(snapshot::sample_cites(&REAL, 1).take(rows)),
    }
}

fn index(rows: usize) -> Index {
    let mut builder = IndexBuilder::new(&REAL);
    cites(rows).for_each(|cite| builder.push(&cite));
    builder.finish(date(2026, 11, 22))
}

/// What is made once for each size, and kept while the benches run.
fn kept<T>(made: &Mutex<HashMap<usize, &'static T>>, rows: usize, make: impl Fn(usize) -> T) -> &'static T {
    let mut made = made.lock().expect("a bench that did not panic");
    made.entry(rows).or_insert_with(|| Box::leak(Box::new(make(rows))))
}

static INDEXES: LazyLock<Mutex<HashMap<usize, &'static Index>>> = LazyLock::new(Mutex::default);
static LINES: LazyLock<Mutex<HashMap<usize, &'static Vec<String>>>> = LazyLock::new(Mutex::default);

#[divan::bench(args = cases(), sample_count = 10)]
fn keystroke(bencher: Bencher, case: &Case) {
    let index = kept(&INDEXES, case.rows, index);
    bencher.bench(|| index.search(&Query::parse(divan::black_box(case.query))));
}

/// The last letter of the query, when the results of the letters before are there.
#[divan::bench(args = cases(), sample_count = 10)]
fn keystroke_more(bencher: Bencher, case: &Case) {
    let index = kept(&INDEXES, case.rows, index);
    let (last, _) = case.query.char_indices().next_back().expect("a query");
    let previous = index.search(&Query::parse(&case.query[..last]));
    bencher.bench(|| index.search_again(&Query::parse(divan::black_box(case.query)), &previous));
}

/// All texts of a Cité that are searched, folded, in one line.
fn line(cite: &Cite) -> String {
    let mut texts = vec![cite.id.clone(), cite.label.clone()];
    texts.extend(
        cite.communes.iter().flat_map(|commune| [commune.name.to_string(), commune.insee.to_string()]),
    );
    texts.extend(cite.departments().into_iter().map(str::to_owned));
    let departments = cite.departments().into_iter().filter_map(|code| REAL.department(code));
    texts.extend(departments.map(|department| department.name.clone()));
    let regions = cite.regions().into_iter().filter_map(|code| REAL.region(code));
    texts.extend(regions.map(|region| region.name.clone()));
    texts.extend(cite.qpvs.iter().flat_map(|qpv| [qpv.name.to_string(), qpv.code.to_string()]));
    texts.extend(cite.carrier.iter().flat_map(|carrier| [carrier.name.clone(), carrier.detail.clone()]));
    texts.extend(cite.themes.values.iter().cloned());
    fold_text(&texts.join(" "))
}

#[divan::bench(args = cases(), sample_count = 2, sample_size = 1)]
fn keystroke_fuzzy_matcher_alone(bencher: Bencher, case: &Case) {
    let lines = kept(&LINES, case.rows, |rows| cites(rows).map(|cite| line(&cite)).collect());
    let matcher = SkimMatcherV2::default();
    bencher.bench(|| {
        let scored = lines.iter().enumerate().filter_map(|(row, line)| {
            let scores = divan::black_box(case.query).split(' ').map(|term| matcher.fuzzy_match(line, term));
            Some((scores.sum::<Option<i64>>()?, row))
        });
        let mut hits: Vec<(i64, usize)> = scored.collect();
        hits.sort_unstable_by_key(|(score, row)| (std::cmp::Reverse(*score), *row));
        hits
    });
}
