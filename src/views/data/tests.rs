use std::collections::BTreeSet;

use super::*;
use crate::snapshot::{EMBEDDED_ORIGIN, check_str, embedded, embedded_with_problems};

#[test]
fn the_view_of_some_cites_concerns_these_only() {
    let snapshot = embedded().unwrap();
    let context = Context { snapshot: &snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
    let report = check_str(&embedded_with_problems(), EMBEDDED_ORIGIN);
    let view = |listed: &[usize], query| DataView::new(listed, query, Some(&report), None, context);

    let all: Vec<usize> = (0..84).collect();
    let whole = view(&all, "");
    assert!(whole.is_all);
    assert_eq!((whole.problems.len(), whole.sources.len()), (report.problems.len(), snapshot.sources.len()));
    assert!(whole.sources.is_sorted_by_key(|(_, row)| Reverse(row.uses)), "the most used first");

    let (place, nevers) = snapshot.cites.iter().enumerate().find(|(_, cite)| cite.id == "cde-084").unwrap();
    let one = view(&[place], "");
    assert_eq!((one.problems.as_slice(), one.listed), ([2].as_slice(), 1));
    assert_eq!(one.coverage, Coverage::of(&[nevers]));
    let sources: BTreeSet<&str> = one.sources.iter().map(|(_, row)| row.source.id.as_str()).collect();
    assert_eq!(sources, nevers.source_ids().into_iter().collect());

    let named = view(&[], "Gazette des COMMUNES");
    let sources: Vec<&str> = named.sources.iter().map(|(_, row)| row.source.id.as_str()).collect();
    assert_eq!((sources, named.problems.len()), (vec!["S07"], 0));
}

#[test]
fn a_complaint_names_the_field() {
    let report = check_str(&embedded_with_problems(), EMBEDDED_ORIGIN);
    let snapshot = embedded().unwrap();
    let said = description(report.problems.first().unwrap(), snapshot.cites.first(), Lang::EN);
    assert!(said.starts_with("wave.evidence: "), "{said}");
}
