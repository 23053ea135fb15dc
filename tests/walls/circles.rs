//! Circles in a graph.

use std::collections::{BTreeMap, BTreeSet};

/// Returns the strongly connected components of more than one node: sets of
/// nodes each of which leads to all others.
pub fn circles<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&'a str>> =
        arrows.keys().map(|node| (*node, reached_from(node, arrows))).collect();
    let leads_to = |from: &str, to: &str| reached.get(from).is_some_and(|nodes| nodes.contains(to));
    let mut circles: Vec<BTreeSet<&str>> = Vec::new();
    for node in arrows.keys().copied() {
        if circles.iter().all(|circle| !circle.contains(node)) && leads_to(node, node) {
            circles.push(
                arrows
                    .keys()
                    .copied()
                    .filter(|other| leads_to(node, other) && leads_to(other, node))
                    .collect(),
            );
        }
    }
    circles.retain(|circle| circle.len() > 1);
    circles
}

/// Returns the nodes that one or more arrows away from `start` are reached.
fn reached_from<'a>(start: &str, arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = arrows.get(start).into_iter().flatten().copied().collect();
    while let Some(node) = next.pop() {
        if reached.insert(node) {
            next.extend(arrows.get(node).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn a_circle_is_found_with_all_its_nodes_and_nothing_else() {
    let arrows = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("f", "f"), ("g", "a")];
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (from, to) in arrows {
        graph.entry(from).or_default().insert(to);
    }
    assert_eq!(circles(&graph), [BTreeSet::from(["a", "b", "c"])]);
}
