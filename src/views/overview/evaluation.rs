//! The findings of the evaluation beside its recommendations.
//!
//! The data links no finding to a recommendation, and neither does this module: they are side by
//! side if they are from the same source, and the title says so.

use crate::snapshot::{Finding, Preconisation};
use crate::t;
use crate::views::card::{Entry, Section, SourceNumbers};
use crate::views::{Context, labels};

/// The findings and the recommendations of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The source with its number, or a sentence for those without a common source.
    pub title: String,
    /// The findings: added values, then limits.
    pub findings: Section,
    /// The recommendations.
    pub preconisations: Section,
}

/// Groups findings and recommendations by the sources that have both, in the order of the sources.
/// Those of other sources come last.
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
