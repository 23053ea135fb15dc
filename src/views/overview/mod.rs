//! The programme at a glance: counts, figures, events, and the findings and recommendations of its
//! evaluation.

mod evaluation;

use std::cmp::Reverse;

use super::card::{Entry, Section, SourceNumbers, detail, local_figure};
use super::groups::{Group, Grouping, Groups};
use super::labels::Unit;
use super::{Context, labels, time};
use crate::search::{QueryField, fold_text};
use crate::snapshot::{Figure, FigureGroup, FigureStatus, FigureValue, PartialDate};
use crate::t;

pub use evaluation::Evaluation;

/// The content of the overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Sentences that say which parts follow the query.
    pub scope: String,
    /// Bars of the listed Cités by several properties.
    pub charts: Vec<Chart>,
    /// Figures of the whole programme, by subject.
    pub figures: Vec<Section>,
    /// Figures of a part of the programme, and of the listed Cités if not all are listed. May have
    /// no entries.
    pub local_figures: Section,
    /// Dated events of the programme and of listed Cités, oldest first.
    pub events: Vec<Event>,
    /// Findings beside recommendations, source by source.
    pub evaluation: Vec<Evaluation>,
    /// The sources of all parts.
    pub sources: Section,
}

/// The bars of one grouping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The name of the grouping.
    pub title: String,
    /// One bar per group.
    pub bars: Vec<Group>,
}

/// A dated event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The date of the event, as precise as its source.
    pub date: PartialDate,
    /// The description of the event.
    pub text: String,
    /// Whether it concerns the whole programme.
    pub is_national: bool,
    /// The numbers of its sources in the last section, from 1.
    pub sources: Vec<usize>,
}

/// The fields that the charts count by, in the order of the screen.
const CHARTS: [QueryField; 5] =
    [QueryField::Region, QueryField::CarrierType, QueryField::Evidence, QueryField::Scale, QueryField::Wave];

/// The scope of figures and events of the whole programme.
const NATIONAL: &str = "national";

impl Overview {
    /// Creates the overview of the listed Cités, given by their indices in the snapshot.
    pub fn new(listed: &[usize], context: Context<'_>) -> Self {
        let Context { snapshot, lang, .. } = context;
        let mut numbers = SourceNumbers::default();
        let scopes = |scope: &str| is_listed(scope, listed, context);
        let (national, local): (Vec<&Figure>, Vec<&Figure>) = snapshot
            .figures()
            .iter()
            .filter(|figure| scopes(&figure.scope))
            .partition(|figure| figure.scope == NATIONAL);
        let national = FigureGroup::ALL.map(|group| {
            let figures = national.iter().filter(|figure| figure.group == group);
            let figures = figures.map(|known| figure(known, context, &mut numbers));
            Section::new(labels::figure_group(lang, group), figures)
        });
        let mut local: Vec<Entry> =
            local.into_iter().map(|known| figure(known, context, &mut numbers)).collect();
        if listed.len() < snapshot.cites.len() {
            let cites = listed.iter().filter_map(|index| snapshot.cites.get(*index));
            local.extend(cites.flat_map(|cite| cite.figures.iter().map(move |figure| (cite, figure))).map(
                |(cite, figure)| {
                    let date = figure.date.map(|date| time::date(lang, date));
                    let origin = detail([cite.display_label(), &date.unwrap_or_default()]);
                    local_figure(figure, &mut numbers).detail(origin)
                },
            ));
        }
        let local = Section::new(t!(lang, "overview-local-figures"), local);
        let events = snapshot.timeline().iter().filter(|event| scopes(&event.scope)).map(|event| Event {
            date: event.date,
            text: event.text.get(lang).clone(),
            is_national: event.scope == NATIONAL,
            sources: numbers.of_ids(&event.sources),
        });
        let events = events.collect();
        let evaluation = evaluation::by_source(context, &mut numbers);
        Self {
            scope: scope(listed.len(), context),
            charts: CHARTS.into_iter().map(|field| chart(field, listed, context)).collect(),
            figures: national.into_iter().filter(|section| !section.entries.is_empty()).collect(),
            local_figures: local,
            events,
            evaluation,
            sources: numbers.section(context),
        }
    }
}

/// Returns whether a scope concerns the listed Cités. `local` and the id of a Cité concerns that
/// Cité only.
fn is_listed(scope: &str, listed: &[usize], context: Context<'_>) -> bool {
    scope.strip_prefix("local ").is_none_or(|id| {
        listed.iter().filter_map(|index| context.snapshot.cites.get(*index)).any(|cite| cite.id == id)
    })
}

fn scope(listed: usize, context: Context<'_>) -> String {
    let total = context.snapshot.cites.len();
    match listed == total {
        true => t!(context.lang, "overview-scope-all", total = total),
        false => t!(context.lang, "overview-scope-listed", listed = listed, total = total),
    }
}

fn chart(field: QueryField, listed: &[usize], context: Context<'_>) -> Chart {
    let mut bars = Groups::new(Grouping::Field(field), context).counts(listed);
    if field == QueryField::Region {
        bars.sort_by_key(|bar| Reverse(bar.total));
    }
    Chart { title: Grouping::Field(field).title(context.lang), bars }
}

/// Returns the entry of a figure: its number is the name, its description the text. A unit or a year that the
/// description has is not repeated.
fn figure<'a>(figure: &'a Figure, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Entry {
    let lang = context.lang;
    let (value, unit) = match &figure.value {
        FigureValue::Number(number) if figure.unit == "%" => {
            let percent = number.as_f64().map(|number| t!(lang, "percent", number = number));
            (percent.unwrap_or_else(|| number.to_string()), String::new())
        }
        FigureValue::Number(number) => {
            let value = number.as_f64().map_or_else(|| number.to_string(), |value| lang.decimal(value));
            let Unit { sign, words } = labels::unit(lang, &figure.unit);
            let gap = if sign.is_empty() { "" } else { "\u{a0}" };
            (format!("{value}{gap}{sign}"), words)
        }
        FigureValue::Text(text) => {
            let value = text.parse().map_or_else(|_| text.clone(), |date| time::date(lang, date));
            (value, String::new())
        }
    };
    let name = match figure.qualifier {
        Some(qualifier) => labels::qualified(lang, qualifier, &value),
        None => value,
    };
    let status = match figure.status {
        FigureStatus::Stated => String::new(),
        status => labels::figure_status(lang, status),
    };
    let label = figure.label.get(lang);
    let unit = if fold_text(label).contains(&fold_text(&unit)) { String::new() } else { unit };
    let year = figure.year.map(|year| year.to_string()).filter(|year| !label.contains(year));
    Entry::new(name, label.clone())
        .detail(detail([unit, year.unwrap_or_default(), status]))
        .sources(numbers.of_ids(&figure.sources))
}

#[cfg(test)]
mod tests;
