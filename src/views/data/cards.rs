//! The cards of the snapshot, of a problem, of a field and of a source.

use std::collections::BTreeSet;

use super::{evidence, field_name, level};
use crate::sanitize::sanitize;
use crate::snapshot::{Cite, Coverage, Field, FieldCoverage, Level, PartialDate, Problem, Report};
use crate::t;
use crate::views::card::{Card, Entry, Numbers, Section};
use crate::views::sources::{self, SourceUse};
use crate::views::{Context, labels, time};

/// How many Cités a card names, at most.
const MOST_NAMED: usize = 200;

/// The card of the whole snapshot; `file` is its name where it is not the one
/// inside the program.
pub fn snapshot_card(file: Option<&str>, report: Option<&Report>, context: Context<'_>) -> Card {
    let Context { snapshot, lang, .. } = context;
    let meta = &snapshot.meta;
    let mut numbers = Numbers::default();
    let date = |date: PartialDate| time::date(lang, date);
    let file = file.map_or_else(|| t!(lang, "data-embedded"), |file| sanitize(file).into_owned());
    let experiment =
        t!(lang, "data-period", from = date(meta.experiment.start), until = date(meta.experiment.end));
    let mut entries = vec![
        Entry::new(t!(lang, "data-file"), file),
        Entry::new(t!(lang, "data-as-of"), date(meta.as_of)).detail(t!(lang, "data-as-of-basis")),
        Entry::new(t!(lang, "data-version"), snapshot.schema_version.clone()),
        Entry::new(t!(lang, "column-ran-for"), experiment).sources(numbers.of(&meta.experiment.sources)),
    ];
    entries.extend(report.map(|report| Entry::new(t!(lang, "data-checked"), summary(report, context))));
    let built_from = meta.built_from.iter().map(|origin| {
        let name = part_name(&origin.part, context);
        Entry::new(name, origin.sources.join(", ")).sources(numbers.of(&origin.sources))
    });
    let built_from: Vec<Entry> = built_from.collect();
    let licences = meta.licences.iter().map(|licence| Entry {
        url: Some(licence.url.clone()),
        ..Entry::new(String::new(), licence.name.clone()).detail(licence.attribution.clone())
    });
    let mut sections = vec![
        Section { heading: String::new(), entries },
        Section { heading: t!(lang, "data-contents"), entries: contents(context) },
        Section { heading: t!(lang, "data-built-from"), entries: built_from },
        Section { heading: t!(lang, "data-licences"), entries: licences.collect() },
        numbers.section(context),
    ];
    sections.retain(|section| !section.entries.is_empty());
    Card {
        title: meta.title.get(lang).clone(),
        subtitle: t!(lang, "data-of", day = date(meta.as_of)),
        sections,
    }
}

/// How much there is of everything.
fn contents(context: Context<'_>) -> Vec<Entry> {
    let Context { snapshot, lang, .. } = context;
    // Some belong to several Cités.
    let communes = snapshot.cites.iter().flat_map(|cite| cite.communes()).map(|commune| &commune.insee);
    let qpvs = snapshot.cites.iter().flat_map(|cite| cite.qpvs()).map(|qpv| &qpv.code);
    let communes = communes.collect::<BTreeSet<_>>().len();
    let qpvs = qpvs.collect::<BTreeSet<_>>().len();
    let counts = [
        ("column-cites", snapshot.cites.len()),
        ("column-communes", communes),
        ("column-qpvs", qpvs),
        ("data-regions", snapshot.regions.len()),
        ("data-departments", snapshot.departments.len()),
        ("tui-tab-preconisations", snapshot.preconisations.len()),
        ("data-findings", snapshot.findings().len()),
        ("data-figures", snapshot.figures().len()),
        ("data-events", snapshot.timeline().len()),
        ("column-sources", snapshot.sources.len()),
    ];
    let entry = |(key, count): (&str, usize)| Entry::new(t!(lang, key), lang.number(count as u64));
    counts.into_iter().map(entry).collect()
}

/// What a part of the snapshot is called; one that is not known keeps its name.
fn part_name(part: &str, context: Context<'_>) -> String {
    let lang = context.lang;
    match part {
        "cites" => t!(lang, "column-cites"),
        "communes" => t!(lang, "column-communes"),
        "qpvs" => t!(lang, "column-qpvs"),
        "regions" => t!(lang, "data-regions"),
        "departments" => t!(lang, "data-departments"),
        _ => part.to_owned(),
    }
}

/// `0 erreur, 3 avertissements, 0 remarque`
fn summary(report: &Report, context: Context<'_>) -> String {
    t!(
        context.lang,
        "cli-check-summary",
        errors = report.count(Level::Error),
        warnings = report.count(Level::Warning),
        notes = report.count(Level::Note)
    )
}

/// The card of a problem, and of the Cité it is in: what is wrong, where, and what to do.
pub fn problem_card(problem: &Problem, cite: Option<&Cite>, context: Context<'_>) -> Card {
    let lang = context.lang;
    let mut entries = vec![Entry::new(level(lang, problem), problem.message(lang))];
    if let Some(cite) = cite {
        entries.push(Entry::new(t!(lang, "data-cite"), cite.label.clone()).detail(cite.id.clone()));
    }
    let place = &problem.place;
    let position =
        [Some(place.file.clone()), place.line.map(|n| n.to_string()), place.character.map(|n| n.to_string())];
    let position: Vec<String> = position.into_iter().flatten().collect();
    entries.push(Entry::new(t!(lang, "data-file"), position.join(":")));
    if let Field::Path(path) = &place.field
        && !path.is_empty()
    {
        entries.push(Entry::new(t!(lang, "data-path"), path.clone()));
    }
    if let Some(excerpt) = problem.excerpt()
        && !excerpt.shown.trim().is_empty()
    {
        entries.push(Entry::new(t!(lang, "data-line"), excerpt.shown.trim().to_owned()));
    }
    if !problem.value.is_empty() {
        entries.push(Entry::new(t!(lang, "data-value"), problem.value.clone()));
    }
    entries.push(Entry::new(t!(lang, "data-rule"), problem.fault.code().to_owned()));
    Card {
        title: super::place_of(problem, cite, lang),
        subtitle: level(lang, problem),
        sections: vec![Section { heading: String::new(), entries }],
    }
}

/// The card of a field: how many Cités have it and how it is known, and which
/// of the listed Cités have it not.
pub fn field_card(
    field: &FieldCoverage,
    coverage: &Coverage,
    listed: &[&Cite],
    context: Context<'_>,
) -> Card {
    let lang = context.lang;
    let number = |count: usize| lang.number(count as u64);
    let missing: Vec<&Cite> = listed.iter().copied().filter(|cite| !field.field.is_filled(cite)).collect();
    let mut entries = vec![
        Entry::new(t!(lang, "data-filled"), of(field.filled, coverage.cites, context)),
        Entry::new(t!(lang, "data-sourced"), of(field.sourced, coverage.cites, context)),
    ];
    entries.extend(evidence(lang, field).into_iter().map(|(name, count)| Entry::new(name, number(count))));
    entries.push(Entry::new(labels::unknown(lang), number(missing.len())));
    let without = Section { heading: t!(lang, "data-without"), entries: named(missing, context) };
    let mut sections = vec![Section { heading: String::new(), entries }, without];
    sections.retain(|section| !section.entries.is_empty());
    Card { title: field_name(lang, field), subtitle: field.field.name().to_owned(), sections }
}

/// Cités by their ids; of many, the first.
fn named(cites: Vec<&Cite>, context: Context<'_>) -> Vec<Entry> {
    let rest = cites.len().saturating_sub(MOST_NAMED);
    let entries = cites.into_iter().take(MOST_NAMED);
    let mut entries: Vec<_> = entries.map(|cite| Entry::new(cite.id.clone(), cite.label.clone())).collect();
    if rest > 0 {
        entries.push(Entry::new(String::new(), t!(context.lang, "data-more", count = rest)));
    }
    entries
}

/// `53 sur 84 · 63 %`
fn of(count: usize, total: usize, context: Context<'_>) -> String {
    let percent = (count as f64 * 100.0 / total.max(1) as f64).round();
    t!(context.lang, "data-part", count = count, total = total, percent = percent)
}

/// The card of a source, with the listed Cités that name it.
pub fn source_card(row: &SourceUse, listed: &[&Cite], context: Context<'_>) -> Card {
    let names = |cite: &&Cite| cite.statements().any(|statement| statement.source == row.source.id);
    let entries = named(listed.iter().copied().filter(names).collect(), context);
    let mut card = sources::card(row, context);
    if !entries.is_empty() {
        card.sections.push(Section { heading: t!(context.lang, "data-naming"), entries });
    }
    card
}
