//! Any text is a query; it prints as an equal one, and searching by it marks
//! parts of the very texts that matched.

#![no_main]

use std::sync::LazyLock;

use cites_emploi::locale::Lang;
use cites_emploi::search::{Highlighter, Index, Query, QueryField};
use cites_emploi::snapshot::{Snapshot, load_str};
use libfuzzer_sys::fuzz_target;

static SMALL: LazyLock<(Snapshot, Index)> = LazyLock::new(|| {
    let text = include_str!("../../tests/hostile/files/small.json");
    let snapshot = load_str(text, "small.json").expect("a snapshot");
    let index = Index::new(&snapshot, "2026-11-22".parse().expect("a day"));
    (snapshot, index)
});

fuzz_target!(|text: &str| {
    let query = Query::parse(text);
    let printed = query.to_string();
    let again = Query::parse(&printed);
    assert_eq!(again, query, "printed as {printed:?}");
    assert_eq!(again.to_string(), printed);
    assert_eq!(again.problems(), []);
    for problem in query.problems() {
        assert!(text.get(problem.span.clone()).is_some());
        problem.describe(Lang::FR);
    }

    let without_region = Query::parse(&query.with_facet(QueryField::Region, &[], Lang::FR));
    assert!(without_region.facet_values(QueryField::Region).is_empty());

    let (snapshot, index) = &*SMALL;
    let results = index.search(&query);
    assert_eq!(index.search(&again).hits, results.hits);
    let highlighter = Highlighter::new(&query);
    for cite in &snapshot.cites {
        let matches = highlighter.cite(snapshot, cite);
        assert!(matches.iter().all(|found| found.ranges.is_sorted_by(|a, b| a.end <= b.start)));
    }
});
