//! A keystroke in the search bar: parse, filter and rank, on 84 to a million Cités.
//!
//! The baseline of each case is fuzzy-matcher alone, on one thread, over the
//! same texts, one line a Cité, in the same run; and, where it is installed,
//! `fzf --filter` on all threads. Its time has the reading of the lines in it:
//! `fzf_that_only_reads` is how long that takes. `cargo bench --bench search`
//! runs all, `cargo bench --bench search -- 84/` those of one size.

use std::fmt;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex};

use cites_emploi::search::{Index, Query, Scope, fold_text};
use cites_emploi::snapshot::Cite;
use divan::Bencher;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::many::{Kept, REAL, cites, index, kept};

const SIZES: [usize; 4] = [84, 10_000, 100_000, 1_000_000];
const QUERIES: [&str; 5] = ["bdx", "reims", "haute saone", "bordaeux", "e"];

/// A query on a number of Cités.
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

static INDEXES: LazyLock<Kept<Index>> = LazyLock::new(Mutex::default);
static LINES: LazyLock<Kept<Vec<String>>> = LazyLock::new(Mutex::default);

#[divan::bench(args = cases(), sample_count = 10)]
fn keystroke(bencher: Bencher, case: &Case) {
    let index = kept(&INDEXES, case.rows, index);
    bencher.bench(|| index.search(&Query::parse(divan::black_box(case.query))));
}

/// Types the last letter of the query, with the results of the letters before.
#[divan::bench(args = cases(), sample_count = 10)]
fn keystroke_more(bencher: Bencher, case: &Case) {
    let index = kept(&INDEXES, case.rows, index);
    let (last, _) = case.query.char_indices().next_back().expect("a query");
    let previous = index.search(&Query::parse(&case.query[..last]));
    bencher.bench(|| index.search_again(&Query::parse(divan::black_box(case.query)), &previous));
}

/// Queries that are settled by a name, by a place outside, by words, by a slip and by an abbreviation.
const RESOLVED: [&str; 8] =
    ["reims", "grand est", "mantes", "emploi", "haute saone", "reimz", "vaulx en velain", "bdx"];

fn resolved() -> impl Iterator<Item = Case> {
    [84, 1_000_000].into_iter().flat_map(|rows| RESOLVED.map(|query| Case { rows, query }))
}

/// Resolves a query, as the search bar does at its last letter.
#[divan::bench(args = resolved(), sample_count = 10)]
fn resolve(bencher: Bencher, case: &Case) {
    let index = kept(&INDEXES, case.rows, index);
    let (last, _) = case.query.char_indices().next_back().expect("a query");
    let previous = index.resolve(&REAL, &Query::parse(&case.query[..last]), Scope::LIST);
    bencher.bench(|| {
        let query = Query::parse(divan::black_box(case.query));
        index.resolve_after(&REAL, &query, Scope::LIST, &previous, &mut |_| true)
    });
}

/// Returns all searched texts of a Cité, folded, in one line.
fn line(cite: &Cite) -> String {
    let mut texts = vec![cite.id.clone(), cite.label.clone()];
    texts.extend(
        cite.communes().iter().flat_map(|commune| [commune.name.to_string(), commune.insee.to_string()]),
    );
    texts.extend(cite.departments().into_iter().map(str::to_owned));
    let departments = cite.departments().into_iter().filter_map(|code| REAL.department(code));
    texts.extend(departments.map(|department| department.name.clone()));
    let regions = cite.regions().into_iter().filter_map(|code| REAL.region(code));
    texts.extend(regions.map(|region| region.name.clone()));
    texts.extend(cite.qpvs().iter().flat_map(|qpv| [qpv.name.to_string(), qpv.code.to_string()]));
    texts.extend(cite.carrier.iter().flat_map(|carrier| [carrier.name.clone(), carrier.detail.clone()]));
    texts.extend(cite.themes.values.iter().cloned());
    fold_text(&texts.join(" "))
}

fn lines(rows: usize) -> Vec<String> {
    cites(rows).map(|cite| line(&cite)).collect()
}

#[divan::bench(args = cases(), sample_count = 2, sample_size = 1)]
fn keystroke_fuzzy_matcher_alone(bencher: Bencher, case: &Case) {
    let lines = kept(&LINES, case.rows, lines);
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

/// Runs `fzf --filter` on the same lines, and returns the number of lines found.
fn fzf(lines: &[String], query: &str) -> usize {
    let mut fzf = Command::new("fzf")
        .arg(format!("--filter={query}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("fzf");
    let mut input = fzf.stdin.take().expect("its input");
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // It may end before it has read all.
            let _ = lines.chunks(1000).try_for_each(|lines| writeln!(input, "{}", lines.join("\n")));
        });
        fzf.wait_with_output().expect("its output").stdout.len()
    })
}

fn fzf_cases() -> Vec<Case> {
    let is_there = Command::new("fzf").arg("--version").output().is_ok();
    cases().filter(|_| is_there).collect()
}

#[divan::bench(args = fzf_cases(), sample_count = 2, sample_size = 1)]
fn keystroke_fzf(bencher: Bencher, case: &Case) {
    let lines = kept(&LINES, case.rows, lines);
    bencher.bench(|| fzf(lines, divan::black_box(case.query)));
}

#[divan::bench(args = fzf_cases().into_iter().filter(|case| case.query == "e"), sample_count = 2, sample_size = 1)]
fn fzf_that_only_reads(bencher: Bencher, case: &Case) {
    let lines = kept(&LINES, case.rows, lines);
    // A letter that no line has is looked for in no time.
    bencher.bench(|| fzf(lines, divan::black_box("\u{3a9}")));
}
