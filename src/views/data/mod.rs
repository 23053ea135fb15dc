//! The snapshot itself, for those who check it: where it comes from, how much
//! is known of each field, what is wrong, and which sources say so.

mod cards;

use std::cmp::Reverse;
use std::collections::HashSet;

use super::sources::{SourceUse, uses_of};
use super::{Context, labels};
use crate::locale::Lang;
use crate::search::fold_text;
use crate::snapshot::{Cite, Coverage, FieldCoverage, Problem, Report, Target};
use crate::t;

pub use cards::{field_card, problem_card, snapshot_card, source_card};

/// What is said of the snapshot, as far as it concerns the listed Cités.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataView {
    /// Places in the report of what is wrong.
    pub problems: Vec<usize>,
    /// How much is known of the listed Cités.
    pub coverage: Coverage,
    /// Sources with their places in the snapshot, the most used first.
    pub sources: Vec<(usize, SourceUse)>,
    /// How many Cités are listed.
    pub listed: usize,
    /// Whether these are all Cités there are.
    pub is_all: bool,
}

impl DataView {
    /// What is said of the listed Cités, given by their places in the
    /// snapshot: problems in them, and the sources that they name. Where the
    /// query names sources, these are listed too. Of all Cités it is what is
    /// said of the whole snapshot.
    pub fn new(listed: &[usize], query: &str, report: Option<&Report>, context: Context<'_>) -> Self {
        let snapshot = context.snapshot;
        let is_all = listed.len() == snapshot.cites.len();
        let cites: Vec<&Cite> = listed.iter().filter_map(|place| snapshot.cites.get(*place)).collect();
        let places: HashSet<usize> = listed.iter().copied().collect();
        let concerns = |problem: &Problem| problem.location.cite().is_some_and(|cite| places.contains(&cite));
        let problems = report.map(|report| report.problems.as_slice()).unwrap_or_default().iter();
        let problems = problems.enumerate().filter(|(_, problem)| is_all || concerns(problem));
        let words = fold_text(query);
        let is_named = |row: &SourceUse| {
            let text = fold_text(&format!("{} {} {}", row.source.id, row.source.title, row.source.url));
            !words.trim().is_empty() && words.split_whitespace().all(|word| text.contains(word))
        };
        let mut sources: Vec<_> = uses_of(&cites, is_all, snapshot)
            .into_iter()
            .enumerate()
            .filter(|(_, row)| is_all || row.uses > 0 || is_named(row))
            .collect();
        sources.sort_by_key(|(_, row)| Reverse(row.uses));
        Self {
            problems: problems.map(|(place, _)| place).collect(),
            coverage: Coverage::of(&cites),
            sources,
            listed: cites.len(),
            is_all,
        }
    }
}

/// What a field is called on the screen.
pub fn field_name(lang: Lang, field: &FieldCoverage) -> String {
    t!(lang, field.field.label_key())
}

/// How the Cités have a field: `explicite 11`, `probable 12`, …, the surest first.
pub fn evidence(lang: Lang, field: &FieldCoverage) -> Vec<(String, usize)> {
    let evidence = field.evidence.iter();
    evidence.map(|(code, count)| (t!(lang, &field.field.evidence_key(code)), *count)).collect()
}

/// The Cité that a problem is in.
pub fn cite_of<'a>(problem: &Problem, context: Context<'a>) -> Option<&'a Cite> {
    context.snapshot.cites.get(problem.location.cite()?)
}

/// Where a problem is: the label of its Cité, or the path in the file.
pub fn place_of(problem: &Problem, cite: Option<&Cite>, lang: Lang) -> String {
    cite.map_or_else(|| problem.location.describe(lang), |cite| cite.label.clone())
}

/// What is wrong, and in which field of its Cité: `wave.evidence : …`.
pub fn complaint(problem: &Problem, cite: Option<&Cite>, lang: Lang) -> String {
    let message = problem.message(lang);
    let field = match &problem.location.target {
        Target::Path(path) if cite.is_some() => path.split_once("].").map(|(_, field)| field),
        _ => None,
    };
    field.map_or_else(|| message.clone(), |field| t!(lang, "problem", place = field, text = message.as_str()))
}

/// `erreur`, `attention`, `note`, without the mark that stands behind it in messages.
pub fn level(lang: Lang, problem: &Problem) -> String {
    labels::level(lang, problem.fault.level())
}

#[cfg(test)]
mod tests;
