//! The snapshot itself, for those who check it: its origin, the coverage of its fields, its
//! problems and its sources.

mod cards;

use std::cmp::Reverse;
use std::collections::HashSet;

use super::sources::{SourceUse, uses_of};
use super::{Context, labels};
use crate::locale::Lang;
use crate::search::fold_text;
use crate::snapshot::{Cite, Coverage, Diff, FieldCoverage, Problem, Reliability, Report, Target};
use crate::t;

pub(super) use cards::cite_entries;
pub use cards::{change_card, complete_fields_card, field_card, problem_card, snapshot_card, source_card};

/// The problems, the coverage and the sources of the snapshot, as far as they concern the listed
/// Cités.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataView {
    /// Indices of the problems in the report.
    pub problems: Vec<usize>,
    /// Indices of the differences from the file as it was before.
    pub changes: Vec<usize>,
    /// The coverage of the fields of the listed Cités.
    pub coverage: Coverage,
    /// Sources with their indices in the snapshot, the most cited first.
    pub sources: Vec<(usize, SourceUse)>,
    /// The number of listed Cités.
    pub listed: usize,
    /// Whether all Cités of the snapshot are listed.
    pub is_all: bool,
}

impl DataView {
    /// Collects the problems and the changes in the listed Cités, given by their indices in the
    /// snapshot, and the sources that they cite or that the query names. If all Cités are listed,
    /// collects those of the whole snapshot.
    pub fn new(
        listed: &[usize],
        query: &str,
        report: Option<&Report>,
        changes: Option<&Diff>,
        context: Context<'_>,
    ) -> Self {
        let snapshot = context.snapshot;
        let is_all = listed.len() == snapshot.cites.len();
        let cites: Vec<&Cite> = listed.iter().filter_map(|index| snapshot.cites.get(*index)).collect();
        let listed_indices: HashSet<usize> = listed.iter().copied().collect();
        let concerns =
            |problem: &Problem| problem.location.cite().is_some_and(|cite| listed_indices.contains(&cite));
        let problems = report.map(|report| report.problems.as_slice()).unwrap_or_default().iter();
        let problems = problems.enumerate().filter(|(_, problem)| is_all || concerns(problem));
        let ids: HashSet<&str> = cites.iter().map(|cite| cite.id.as_str()).collect();
        let changes = changes.map(|changes| changes.changes.as_slice()).unwrap_or_default().iter();
        let changes = changes.enumerate();
        let changes =
            changes.filter(|(_, change)| is_all || change.cite().is_some_and(|id| ids.contains(id)));
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
            problems: problems.map(|(index, _)| index).collect(),
            changes: changes.map(|(index, _)| index).collect(),
            coverage: Coverage::of(&cites),
            sources,
            listed: cites.len(),
            is_all,
        }
    }
}

impl DataView {
    /// Lists the fields that are known of every listed Cité from a source.
    pub fn complete_fields(&self) -> impl Iterator<Item = &FieldCoverage> {
        let fields = self.coverage.fields.iter().enumerate();
        fields.filter(|(index, _)| self.is_complete(*index)).map(|(_, field)| field)
    }

    /// Returns whether a field, by its index, is known of every listed Cité from a source.
    pub fn is_complete(&self, field: usize) -> bool {
        is_complete(&self.coverage, field)
    }
}

/// Returns whether a field, by its index, is known of every Cité from a source.
pub fn is_complete(coverage: &Coverage, field: usize) -> bool {
    coverage.fields.get(field).is_some_and(|field| {
        let is_confirmed = |code: &str| Reliability::of(code) == Reliability::Confirmed;
        let mut evidence = field.evidence.iter();
        coverage.cites > 0
            && field.filled == coverage.cites
            && evidence.all(|(code, count)| *count == 0 || is_confirmed(code))
    })
}

/// Returns the name of a field on the screen.
pub fn field_name(lang: Lang, field: &FieldCoverage) -> String {
    t!(lang, field.field.label_key())
}

/// Returns the number of Cités for each level of evidence of a field, the most certain first:
/// `explicite 11`, `probable 12`.
pub fn evidence(lang: Lang, field: &FieldCoverage) -> Vec<(String, usize)> {
    let evidence = field.evidence.iter();
    evidence.map(|(code, count)| (t!(lang, &field.field.evidence_key(code)), *count)).collect()
}

/// Returns the Cité that a problem is in.
pub fn cite_of<'a>(problem: &Problem, context: Context<'a>) -> Option<&'a Cite> {
    context.snapshot.cites.get(problem.location.cite()?)
}

/// Returns the location of a problem: the label of its Cité, or the path in the file.
pub fn location_of(problem: &Problem, cite: Option<&Cite>, lang: Lang) -> String {
    cite.map_or_else(|| problem.location.describe(lang), |cite| cite.display_label().to_owned())
}

/// Describes a problem and the field of its Cité: `wave.evidence : …`.
pub fn description(problem: &Problem, cite: Option<&Cite>, lang: Lang) -> String {
    let message = problem.message(lang);
    let field = match &problem.location.target {
        Target::Path(path) if cite.is_some() => path.split_once("].").map(|(_, field)| field),
        _ => None,
    };
    field.map_or_else(|| message.clone(), |field| t!(lang, "problem", place = field, text = message.as_str()))
}

/// Returns `erreur`, `attention` or `note`, without the colon that follows it in messages.
pub fn level(lang: Lang, problem: &Problem) -> String {
    labels::level(lang, problem.fault.level())
}

#[cfg(test)]
mod tests;
