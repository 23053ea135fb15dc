//! Lookups in the gazetteer of France.

use cites_emploi::gazetteer::{Gazetteer, Match, Place};
use divan::{Bencher, black_box};

/// The first lookup of a name in the process, which reads the tables from the program file. Run it alone: other
/// lookups have touched the same pages.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn first_touch() -> Vec<Match> {
    Gazetteer::embedded().find(black_box("saint denis"))
}

#[divan::bench(args = ["reims", "havre (le)", "paris 13e", "saint-denis 93200", "no such place"])]
fn name(name: &str) -> Vec<Match> {
    Gazetteer::embedded().find(black_box(name))
}

#[divan::bench(args = ["93066", "2A004", "200054781"])]
fn code(code: &str) -> Option<Place> {
    Gazetteer::embedded().with_code(black_box(code)).next()
}

#[divan::bench(args = ["75013", "51300"])]
fn postcode(postcode: &str) -> usize {
    Gazetteer::embedded().with_postcode(black_box(postcode)).count()
}

/// The ten largest places whose name starts so, which means reading all of them.
#[divan::bench(args = ["s", "saint", "bord", "reims"])]
fn complete(start: &str) -> Vec<Match> {
    Gazetteer::embedded().complete(black_box(start), 10)
}

/// The first ten in alphabetical order.
#[divan::bench(args = ["s", "saint", "bord", "reims"])]
fn first_ten(start: &str) -> Vec<Match> {
    Gazetteer::embedded().starting_with(black_box(start)).take(10).collect()
}

#[divan::bench(args = ["rodze", "bordaeux", "saint etiene du rouvrai"])]
fn similar(bencher: Bencher, name: &str) {
    bencher.bench(|| Gazetteer::embedded().similar(black_box(name), 10));
}

#[divan::bench(args = ["200054781", "93", "11"])]
fn communes(code: &str) -> usize {
    Gazetteer::embedded().with_code(black_box(code)).map(|place| place.communes().count()).sum()
}
