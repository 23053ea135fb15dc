//! The programme at a glance: counts, figures, events, and what its
//! evaluation found and recommends.

mod evaluation;

use std::cmp::Reverse;

use super::card::{Entry, Section, SourceNumbers, detail};
use super::groups::{Group, Grouping, Groups};
use super::{Context, labels, time};
use crate::search::QueryField;
use crate::snapshot::{Figure, FigureStatus, FigureValue, PartialDate};
use crate::t;

pub use evaluation::Evaluation;

/// Everything at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// What follows the query and what does not, in sentences.
    pub scope: String,
    /// Listed Cités by what they have in common.
    pub charts: Vec<Chart>,
    /// Figures of the whole programme.
    pub figures: Section,
    /// Figures of listed Cités and of places that are no Cité. May have no entries.
    pub local_figures: Section,
    /// Dated events of the programme and of listed Cités, oldest first.
    pub events: Vec<Event>,
    /// Findings beside recommendations, source by source.
    pub evaluation: Vec<Evaluation>,
    /// The sources of all of it.
    pub sources: Section,
}

/// Bars of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What the Cités are grouped by.
    pub title: String,
    /// A bar a group.
    pub bars: Vec<Group>,
}

/// A dated event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When it took place, as exactly as it is known.
    pub date: PartialDate,
    /// What took place.
    pub text: String,
    /// Whether it concerns the whole programme.
    pub is_national: bool,
    /// SourceNumbers of its sources in the last section, from 1.
    pub sources: Vec<usize>,
}

/// What the bars count, in the order in which they are shown.
const CHARTS: [QueryField; 5] =
    [QueryField::Region, QueryField::CarrierType, QueryField::Evidence, QueryField::Scale, QueryField::Wave];

/// The scope of what concerns the whole programme.
const NATIONAL: &str = "national";

/// Width up to which a number and its unit stand together.
const MOST_NAME_WIDTH: usize = 16;

impl Overview {
    /// The overview of the listed Cités. `listed` are places in the snapshot.
    pub fn new(listed: &[usize], context: Context<'_>) -> Self {
        let Context { snapshot, lang, .. } = context;
        let mut numbers = SourceNumbers::default();
        let scopes = |scope: &str| is_listed(scope, listed, context);
        let (national, local): (Vec<&Figure>, Vec<&Figure>) = snapshot
            .figures()
            .iter()
            .filter(|figure| scopes(&figure.scope))
            .partition(|figure| figure.scope == NATIONAL);
        let national = figures(t!(lang, "overview-figures"), national, context, &mut numbers);
        let local = figures(t!(lang, "overview-local-figures"), local, context, &mut numbers);
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
            figures: national,
            local_figures: local,
            events,
            evaluation,
            sources: numbers.section(context),
        }
    }
}

/// Whether what has this scope concerns what is listed. `local` and the id of
/// a Cité concerns that one only.
fn is_listed(scope: &str, listed: &[usize], context: Context<'_>) -> bool {
    scope.strip_prefix("local ").is_none_or(|id| {
        listed.iter().filter_map(|place| context.snapshot.cites.get(*place)).any(|cite| cite.id == id)
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

fn figures<'a>(
    heading: String,
    figures: Vec<&'a Figure>,
    context: Context<'a>,
    numbers: &mut SourceNumbers<'a>,
) -> Section {
    Section::new(heading, figures.into_iter().map(|known| figure(known, context, numbers)))
}

/// A figure: its number as the name, what it counts as the text.
fn figure<'a>(figure: &'a Figure, context: Context<'a>, numbers: &mut SourceNumbers<'a>) -> Entry {
    let lang = context.lang;
    let (value, unit) = match &figure.value {
        FigureValue::Number(number) => {
            let value = number.as_f64().map_or_else(|| number.to_string(), |value| lang.decimal(value));
            (value, labels::unit(lang, &figure.unit))
        }
        FigureValue::Text(text) => {
            let value = text.parse().map_or_else(|_| text.clone(), |date| time::date(lang, date));
            (value, String::new())
        }
    };
    let whole = format!("{value} {unit}").trim().to_owned();
    let fits = whole.chars().count() <= MOST_NAME_WIDTH;
    let (name, unit) = if fits { (whole, String::new()) } else { (value, unit) };
    let status = match figure.status {
        FigureStatus::Stated => String::new(),
        status => labels::figure_status(lang, status),
    };
    Entry::new(name, figure.label.get(lang).clone())
        .detail(detail([unit, status]))
        .sources(numbers.of_ids(&figure.sources))
}

#[cfg(test)]
mod tests;
