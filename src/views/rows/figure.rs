//! Rows of the figures of the programme.

use schemars::JsonSchema;
use serde::Serialize;

use super::row::SnapshotRow;
use crate::locale::Lang;
use crate::snapshot::{Figure, FigureValue, Snapshot};
use crate::views::card::{Card, Entry, Section};
use crate::views::column::columns;
use crate::views::{Cell, Context, SortKey, joined, labels};

/// A figure of the programme.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct FigureRow(pub Figure);

impl SnapshotRow for FigureRow {
    fn all(snapshot: &Snapshot) -> Vec<Self> {
        snapshot.figures().iter().cloned().map(Self).collect()
    }

    fn text(&self, lang: Lang) -> String {
        let Self(figure) = self;
        let group = labels::figure_group(lang, figure.group);
        [&figure.id, figure.label.get(lang), &group, &figure.unit, &figure.sources.join(" ")]
            .map(|text| &**text)
            .join(" ")
    }
}

columns! {
    /// A column of the listing of figures.
    pub enum FigureColumn: Info of FigureRow {
        /// Its id.
        Id = Info::new("id", |row, _| row.0.id.as_str().into());
        /// Its subject.
        Group = Info::new("group", |row, context| labels::figure_group(context.lang, row.0.group).into())
            .key(|row, _| SortKey::Number(row.0.group as i64));
        /// What it counts.
        What = Info::new("what", |row, context| row.0.label.get(context.lang).as_str().into());
        /// The number or the date.
        Value = Info::right("value", |row, context| match &row.0.value {
            FigureValue::Text(text) => text.as_str().into(),
            FigureValue::Number(number) => {
                let value = number.as_f64().unwrap_or_default();
                let decimals = if value.fract() == 0.0 { 0 } else { 1 };
                let text = context.lang.decimal(value);
                let text = match row.0.qualifier {
                    Some(qualifier) => labels::qualified(context.lang, qualifier, &text),
                    None => text,
                };
                Cell::Measure { number: value, decimals, text }
            }
        });
        /// Its unit.
        Unit = Info::new("unit", |row, _| row.0.unit.as_str().into());
        /// The year it holds for.
        Year = Info::right("year", |row, _| row.0.year.map(|year| year.to_string()).into());
        /// What it is about: `national`, `local`, or `local` and the id of a Cité.
        Scope = Info::new("scope", |row, _| row.0.scope.as_str().into());
        /// Whether a source states it, or it was computed.
        Status = Info::new("figure-status", |row, context| {
            labels::figure_status(context.lang, row.0.status).into()
        });
        /// Ids of its sources.
        Sources = Info::new("sources", |row, _| joined(row.0.sources.iter().map(String::as_str)).into());
    }
}

impl FigureColumn {
    /// The columns that are printed by default.
    pub const DEFAULT: &'static [Self] =
        &[Self::Group, Self::What, Self::Value, Self::Unit, Self::Scope, Self::Status, Self::Sources];
}

/// Returns the card of a figure.
pub fn card(row: &FigureRow, context: Context<'_>) -> Card {
    let columns = FigureColumn::ALL.into_iter().filter(|column| *column != FigureColumn::What);
    let top = Section::top(columns.map(|column| Entry::of(column, row, context)));
    Card::new(row.0.label.get(context.lang).clone(), row.0.id.clone(), [top])
}
