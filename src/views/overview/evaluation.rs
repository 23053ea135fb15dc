//! What the evaluation found beside what is recommended.
//!
//! The data links no finding with a recommendation, so none is drawn here:
//! they stand side by side where they were taken from the same source, and
//! that is said.

use crate::snapshot::{Finding, Preconisation};
use crate::t;
use crate::views::card::{Entry, Section, SourceNumbers};
use crate::views::{Context, labels};

/// What one source found and what it recommends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The source with its number; for what shares no source, a sentence that says so.
    pub title: String,
    /// What was found: added values, then limits.
    pub findings: Section,
    /// What is recommended.
    pub preconisations: Section,
}

/// Findings and recommendations by the sources that have both, in the order of
/// the sources; last, those of other sources.
pub(super) fn by_source<'a>(context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Vec<Evaluation> {
    let Context { snapshot, lang, .. } = context;
    let shared: Vec<&str> = snapshot
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .filter(|id| snapshot.findings().iter().any(|finding| has(&finding.sources, id)))
        .filter(|id| snapshot.preconisations.iter().any(|item| has(&item.sources, id)))
        .collect();
    let mut parts = Vec::new();
    for id in &shared {
        let title = snapshot.source(id).map_or(*id, |source| &source.title);
        let title = format!("{title} [{}]", numbers.number(id));
        parts.push(part(title, |sources| has(sources, id), context, numbers));
    }
    let is_apart = |sources: &[String]| !shared.iter().any(|id| has(sources, id));
    parts.push(part(t!(lang, "overview-no-shared-source"), is_apart, context, numbers));
    parts.retain(|part| !(part.findings.entries.is_empty() && part.preconisations.entries.is_empty()));
    parts
}

fn part<'a>(
    title: String,
    is_part: impl Fn(&[String]) -> bool,
    context: Context<'a>,
    numbers: &mut SourceNumbers<'a>,
) -> Evaluation {
    let Context { snapshot, lang, .. } = context;
    let found = snapshot.findings().iter().filter(|finding| is_part(&finding.sources));
    let findings = found.map(|found| finding(found, context, numbers));
    let findings = Section::new(t!(lang, "overview-findings"), findings);
    let items = snapshot.preconisations.iter().filter(|item| is_part(&item.sources));
    let items = items.map(|item| preconisation(item, context, numbers));
    Evaluation { title, findings, preconisations: Section::new(t!(lang, "overview-preconisations"), items) }
}

fn has(sources: &[String], id: &str) -> bool {
    sources.iter().any(|source| source == id)
}

fn finding<'a>(finding: &'a Finding, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Entry {
    let lang = context.lang;
    Entry::new(finding.id.clone(), finding.text.get(lang).clone())
        .detail(labels::finding_kind(lang, finding.kind))
        .sources(numbers.of_ids(&finding.sources))
}

fn preconisation<'a>(
    item: &'a Preconisation,
    context: Context<'a>,
    numbers: &mut SourceNumbers<'a>,
) -> Entry {
    Entry::new(item.id.clone(), item.title.get(context.lang).clone())
        .detail(item.theme.clone())
        .sources(numbers.of_ids(&item.sources))
}
