//! Rows of the timeline of the programme.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::SnapshotRow;
use crate::locale::Lang;
use crate::snapshot::{Snapshot, TimelineEvent};
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;
use crate::views::{Column, Context, joined};

/// An event of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct EventRow(pub TimelineEvent);

impl SnapshotRow for EventRow {
    fn all(snapshot: &Snapshot) -> Vec<Self> {
        snapshot.timeline().iter().cloned().map(Self).collect()
    }

    fn text(&self, lang: Lang) -> String {
        let Self(event) = self;
        let date = event.date.to_string();
        [&date, event.text.get(lang), &event.scope, &event.sources.join(" ")].map(|text| &**text).join(" ")
    }
}

columns! {
    /// A column of the listing of events.
    pub enum EventColumn: Info of EventRow {
        /// Its date.
        Date = Info::new("date", |row, _| row.0.date.into());
        /// What happened.
        Text = Info::new("text", |row, context| row.0.text.get(context.lang).as_str().into());
        /// What it is about: `national`, or `local` and the id of a Cité.
        Scope = Info::new("scope", |row, _| row.0.scope.as_str().into());
        /// The certainty of the date, in English.
        Certainty = Info::new("certainty", |row, _| row.0.certainty.as_str().into());
        /// Ids of its sources.
        Sources = Info::new("sources", |row, _| joined(row.0.sources.iter().map(String::as_str)).into());
    }
}

impl EventColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] = &[Self::Date, Self::Text, Self::Scope, Self::Sources];
}

/// Returns the card of an event.
pub fn card(row: &EventRow, context: Context<'_>) -> Card {
    let columns = [EventColumn::Scope, EventColumn::Certainty, EventColumn::Sources];
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    Card::new(row.0.text.get(context.lang).clone(), EventColumn::Date.text(row, context), [top])
}
