//! The cards of the snapshot, of a problem, of a field and of a source.

use std::iter;

use super::{DataView, evidence, field_name, level};
use crate::sanitize::sanitize;
use crate::snapshot::{Change, Cite, Coverage, FieldCoverage, Level, PartialDate, Problem, Report, Target};
use crate::t;
use crate::views::card::{Card, Entry, Section, SourceNumbers};
use crate::views::sources::{self, SourceUse};
use crate::views::stats::Stat;
use crate::views::{Context, labels, time};

/// The maximum number of Cités that a card lists.
const MAX_NAMED: usize = 200;

/// Returns the card of the whole snapshot. `file` is the name of its file;
/// `None` for the embedded snapshot.
pub fn snapshot_card(file: Option<&str>, report: Option<&Report>, context: Context<'_>) -> Card {
    let Context { snapshot, lang, .. } = context;
    let meta = &snapshot.meta;
    let mut numbers = SourceNumbers::default();
    let date = |date: PartialDate| time::date(lang, date);
    let file = file.map_or_else(|| t!(lang, "data-embedded"), |file| sanitize(file).into_owned());
    let experiment =
        t!(lang, "data-period", from = date(meta.experiment.start), until = date(meta.experiment.end));
    let mut entries = vec![
        Entry::new(t!(lang, "data-file"), file),
        Entry::new(t!(lang, "data-as-of"), date(meta.as_of)).detail(t!(lang, "data-as-of-basis")),
        Entry::new(t!(lang, "data-version"), snapshot.schema_version.clone()),
        Entry::new(t!(lang, "column-ran-for"), experiment).sources(numbers.of_ids(&meta.experiment.sources)),
    ];
    entries.extend(report.map(|report| Entry::new(t!(lang, "data-checked"), summary(report, context))));
    let built_from = meta.built_from.iter().map(|origin| {
        let name = part_name(&origin.part, context);
        Entry::new(name, origin.sources.join(", ")).sources(numbers.of_ids(&origin.sources))
    });
    let built_from = Section::new(t!(lang, "data-built-from"), built_from);
    let licences = meta.licences.iter().map(|licence| {
        Entry::new(String::new(), licence.name.clone()).detail(licence.attribution.clone()).url(&licence.url)
    });
    let sections = [
        Section::top(entries),
        Section::new(t!(lang, "data-contents"), contents(context)),
        built_from,
        Section::new(t!(lang, "data-licences"), licences),
        numbers.section(context),
    ];
    Card::new(meta.title.get(lang).clone(), t!(lang, "data-of", day = date(meta.as_of)), sections)
}

/// Counts the records of each kind in the snapshot.
fn contents(context: Context<'_>) -> impl Iterator<Item = Entry> {
    let Context { snapshot, lang, .. } = context;
    let cites: Vec<&Cite> = snapshot.cites.iter().collect();
    // Counts once what several Cités share.
    let all = Stat::of("", &cites, cites.len(), snapshot);
    let counts = [
        ("column-cites", all.cites),
        ("column-communes", all.communes),
        ("column-qpvs", all.qpvs),
        ("data-regions", snapshot.regions.len()),
        ("data-departments", snapshot.departments.len()),
        ("tui-tab-preconisations", snapshot.preconisations.len()),
        ("data-findings", snapshot.findings.len()),
        ("data-figures", snapshot.figures.len()),
        ("data-events", snapshot.timeline.len()),
        ("column-sources", snapshot.sources.len()),
    ];
    counts.into_iter().map(move |(key, count)| Entry::new(t!(lang, key), lang.number(count as u64)))
}

/// Returns the name of a part of the snapshot, or its key if it has no text.
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

/// Returns `0 erreur, 3 avertissements, 0 remarque`.
fn summary(report: &Report, context: Context<'_>) -> String {
    t!(
        context.lang,
        "cli-check-summary",
        errors = report.count(Level::Error),
        warnings = report.count(Level::Warning),
        notes = report.count(Level::Note)
    )
}

/// Returns the card of a problem, with the Cité it is in.
pub fn problem_card(problem: &Problem, cite: Option<&Cite>, context: Context<'_>) -> Card {
    let lang = context.lang;
    let mut entries = vec![Entry::new(level(lang, problem), problem.message(lang))];
    if let Some(cite) = cite {
        entries
            .push(Entry::new(t!(lang, "data-cite"), cite.display_label().to_owned()).detail(cite.id.clone()));
    }
    let location = &problem.location;
    let numbers = [location.line, location.character].into_iter().flatten();
    let position = iter::once(location.file.clone()).chain(numbers.map(|number| number.to_string()));
    let path = match &location.target {
        Target::Path(path) => path.as_str(),
        _ => "",
    };
    let facts = [
        ("data-file", position.collect::<Vec<_>>().join(":")),
        ("data-path", path.to_owned()),
        ("data-line", problem.excerpt().map_or_else(String::new, |excerpt| excerpt.shown.trim().to_owned())),
        ("data-value", problem.value.clone()),
        ("data-rule", problem.fault.code().to_owned()),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    entries.extend(facts.map(|(key, text)| Entry::new(t!(lang, key), text)));
    Card::new(super::location_of(problem, cite, lang), level(lang, problem), [Section::top(entries)])
}

/// Returns the card of a difference from the file as it was before: its path, and the values before and after.
pub fn change_card(change: &Change, context: Context<'_>) -> Card {
    let lang = context.lang;
    let value = |value: &Option<serde_json::Value>| {
        let text = value.as_ref().map(|value| match value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        text.unwrap_or_else(|| t!(lang, "data-absent"))
    };
    let entries = [
        Entry::new(t!(lang, "data-change"), change.difference(lang)),
        Entry::new(t!(lang, "data-path"), change.path.to_string()),
        Entry::new(t!(lang, "data-before"), value(&change.old)),
        Entry::new(t!(lang, "data-after"), value(&change.new)),
    ];
    let name = change.row_name(lang);
    let title = if name.is_empty() { t!(lang, "tui-data-snapshot") } else { name };
    Card::new(title, t!(lang, "data-since-last-read"), [Section::top(entries)])
}

/// Returns the card of the fields that are known of every listed Cité from a source.
pub fn complete_fields_card(view: &DataView, context: Context<'_>) -> Card {
    let lang = context.lang;
    let entries = view.complete_fields().map(|field| {
        Entry::new(field_name(lang, field), ratio(field.filled, view.coverage.cites, context))
            .detail(field.field.name().to_owned())
    });
    let entries: Vec<Entry> = entries.collect();
    Card::new(t!(lang, "data-complete-fields"), t!(lang, "data-complete-means"), [Section::top(entries)])
}

/// Returns the card of a field: how many Cités have a value, the evidence for the values, and the
/// listed Cités without one.
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
        Entry::new(t!(lang, "data-filled"), ratio(field.filled, coverage.cites, context)),
        Entry::new(t!(lang, "data-sourced"), ratio(field.sourced, coverage.cites, context)),
    ];
    entries.extend(evidence(lang, field).into_iter().map(|(name, count)| Entry::new(name, number(count))));
    entries.push(Entry::new(labels::unknown(lang), number(missing.len())));
    let without = Section::new(t!(lang, "data-without"), cite_entries(missing, context));
    Card::new(field_name(lang, field), field.field.name().to_owned(), [Section::top(entries), without])
}

/// Lists Cités by their ids, at most [`MAX_NAMED`] of them.
pub(in crate::views) fn cite_entries(cites: Vec<&Cite>, context: Context<'_>) -> Vec<Entry> {
    let rest = cites.len().saturating_sub(MAX_NAMED);
    let entries = cites.into_iter().take(MAX_NAMED);
    let mut entries: Vec<_> =
        entries.map(|cite| Entry::new(cite.id.clone(), cite.display_label().to_owned())).collect();
    if rest > 0 {
        entries.push(Entry::new(String::new(), t!(context.lang, "data-more", count = rest)));
    }
    entries
}

/// Returns `53 sur 84 · 63 %`, the percentage rounded.
fn ratio(count: usize, total: usize, context: Context<'_>) -> String {
    let percent = (count as f64 * 100.0 / total.max(1) as f64).round();
    t!(context.lang, "data-part", count = count, total = total, percent = percent)
}

/// Returns the card of a source, with the listed Cités that cite it.
pub fn source_card(row: &SourceUse, listed: &[&Cite], context: Context<'_>) -> Card {
    let cites_it = |cite: &&Cite| cite.statements().any(|statement| statement.source == row.source.id);
    let entries = cite_entries(listed.iter().copied().filter(cites_it).collect(), context);
    let mut card = sources::card(row, context);
    if !entries.is_empty() {
        card.sections.push(Section::new(t!(context.lang, "data-naming"), entries));
    }
    card
}
