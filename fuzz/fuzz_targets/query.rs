//! Any text is a query; it prints as an equal one, and has one answer, in which no Cité is twice. Searching by it marks
//! parts of the very texts that matched.

#![no_main]

use std::collections::HashSet;
use std::sync::LazyLock;

use cites_emploi::locale::Lang;
use cites_emploi::search::{Answer, Index, ProblemKind, Query, QueryField, Scope};
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
    let is_unknown = |kind: &ProblemKind| matches!(kind, ProblemKind::UnknownField { .. });
    assert!(again.problems().iter().all(|problem| is_unknown(&problem.kind)));
    for problem in query.problems() {
        assert!(text.get(problem.span.clone()).is_some());
        problem.describe(Lang::FR);
    }

    let without_region = Query::parse(&query.with_facet(QueryField::Region, &[], Lang::FR));
    assert!(without_region.facet_values(QueryField::Region).is_empty());

    let (snapshot, index) = &*SMALL;
    let results = index.search(&query);
    assert_eq!(index.search(&again).hits, results.hits);
    let answer = index.resolve(snapshot, &query, Scope::LIST);
    let rows: Vec<usize> = answer.rows().collect();
    assert!(rows.iter().all(|row| *row < snapshot.cites.len()));
    assert_eq!(rows.iter().collect::<HashSet<_>>().len(), rows.len(), "a Cité is found twice");
    let certain = index.resolve(snapshot, &query, Scope::CERTAIN);
    assert!(certain.answering_rows().all(|row| rows.contains(&row)));
    let stepped = index.resolve_after(snapshot, &query, Scope::LIST, &Answer::default(), &mut |_| true);
    assert!(stepped.expect("an answer").rows().eq(rows));
    let highlighter = index.highlighter(answer.queries());
    for cite in 0..snapshot.cites.len() {
        let matches = highlighter.cite(snapshot, cite);
        assert!(matches.iter().all(|found| found.ranges.is_sorted_by(|a, b| a.end <= b.start)));
    }
});
