//! Cards: everything that the snapshot knows of one Cité or one préconisation.

mod cite;
mod preconisation;

use super::{Column, Context, time};
use crate::search::TextField;
use crate::snapshot::{Cite, CiteField};
use crate::t;

pub use cite::cite;
pub(super) use cite::local_figure;
pub use preconisation::preconisation;

/// A card, ready to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The name of its subject.
    pub title: String,
    /// A line with the three most important facts.
    pub subtitle: String,
    /// Its sections. The first has no heading.
    pub sections: Vec<Section>,
}

impl Card {
    /// Returns the addresses on the card, in order.
    pub fn urls(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().flat_map(|section| &section.entries).filter_map(|entry| entry.url.as_deref())
    }

    /// Creates a card of facts, each with its name and its value, if that is known.
    pub fn of_facts(
        title: String,
        subtitle: String,
        facts: impl IntoIterator<Item = (String, Option<String>)>,
    ) -> Self {
        let entries = facts.into_iter().map(|(name, text)| Entry::new(name, text));
        Self::new(title, subtitle, [Section::top(entries)])
    }

    /// Creates a card of the sections that have entries.
    pub(super) fn new(title: String, subtitle: String, sections: impl IntoIterator<Item = Section>) -> Self {
        let sections = sections.into_iter().filter(|section| !section.entries.is_empty()).collect();
        Self { title, subtitle, sections }
    }
}

/// The part of a card that a section belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// The answer, and what else is known of the subject.
    #[default]
    Facts,
    /// Quartiers and communes, with their figures.
    Places,
    /// Where all this comes from.
    Sources,
}

/// A section of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The part of the card.
    pub part: Part,
    /// Its heading; empty at the top of the card.
    pub heading: String,
    /// The numbers of the sources of all its lines.
    pub sources: Vec<usize>,
    /// Its lines.
    pub entries: Vec<Entry>,
}

impl Section {
    /// Creates a section of facts.
    pub fn new(heading: String, entries: impl IntoIterator<Item = Entry>) -> Self {
        let entries = entries.into_iter().collect();
        Self { part: Part::Facts, heading, sources: Vec::new(), entries }
    }

    /// Returns the heading with the marks of its sources: `Communes (3) [4][5]`.
    pub fn heading_with_sources(&self) -> String {
        format!("{} {}", self.heading, source_marks(&self.sources)).trim_end().to_owned()
    }

    /// Sets the sources of all lines.
    fn sources(self, sources: Vec<usize>) -> Self {
        Self { sources, ..self }
    }

    /// Puts the section into a part of the card.
    fn part(self, part: Part) -> Self {
        Self { part, ..self }
    }

    /// Creates the section at the top of a card.
    pub(super) fn top(entries: impl IntoIterator<Item = Entry>) -> Self {
        Self::new(String::new(), entries)
    }
}

/// A line of a card, which is wrapped if it is long.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The subject of the line: `Porteur`, `QP093012`. May be empty.
    pub name: String,
    /// The value; `None` if it is not known.
    pub text: Option<String>,
    /// The evidence for the value, or a remark on it. May be empty.
    pub detail: String,
    /// What a folded card says instead of the detail, if that is long.
    pub brief: Option<String>,
    /// Whether it is what people ask for first.
    pub is_answer: bool,
    /// The numbers of its sources in the last section, from 1.
    pub sources: Vec<usize>,
    /// The address of a source.
    pub url: Option<String>,
    /// The search field that has exactly `text`, and the index of the text in the field.
    /// Matches are highlighted there.
    pub field: Option<(TextField, usize)>,
    /// The same for `name`.
    pub name_field: Option<(TextField, usize)>,
}

impl Entry {
    pub(super) fn new(name: String, text: impl Into<Option<String>>) -> Self {
        Self { name, text: text.into(), ..Self::default() }
    }

    /// Creates the entry of a column: its title, and the value of a row in it.
    pub(super) fn of<C: Column>(column: C, row: &C::Row, context: Context<'_>) -> Self {
        Self::new(column.title(context.lang), column.cell(row, context).known(context.lang))
    }

    pub(super) fn detail(self, detail: String) -> Self {
        Self { detail, ..self }
    }

    fn answer(self) -> Self {
        Self { is_answer: true, ..self }
    }

    fn brief(self, brief: Option<String>) -> Self {
        Self { brief, ..self }
    }

    pub(super) fn sources(self, sources: Vec<usize>) -> Self {
        Self { sources, ..self }
    }

    pub(super) fn url(self, url: &str) -> Self {
        Self { url: Some(url.to_owned()), ..self }
    }

    fn field(self, field: TextField, index: usize) -> Self {
        Self { field: Some((field, index)), ..self }
    }

    fn name_field(self, field: TextField, index: usize) -> Self {
        Self { name_field: Some((field, index)), ..self }
    }
}

/// Joins the parts of a detail that are not empty: `EPCI · explicite`.
pub(super) fn detail<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> String {
    let mut detail = String::new();
    for part in parts {
        let gap = if detail.is_empty() || part.as_ref().is_empty() { "" } else { " · " };
        detail.extend([gap, part.as_ref()]);
    }
    detail
}

/// The sources of a card, numbered from 1 in the order of their first citation.
#[derive(Default)]
pub(super) struct SourceNumbers<'a> {
    ids: Vec<&'a str>,
}

impl<'a> SourceNumbers<'a> {
    pub(super) fn of_ids<T: AsRef<str> + 'a>(&mut self, ids: impl IntoIterator<Item = &'a T>) -> Vec<usize> {
        ids.into_iter().map(|id| self.number(id.as_ref())).collect()
    }

    /// Returns the numbers of the sources of a field of a Cité.
    fn of_field(&mut self, field: CiteField, cite: &'a Cite) -> Vec<usize> {
        let mut numbers = self.of_ids(field.statements(cite).iter().map(|statement| &statement.source));
        numbers.dedup();
        numbers
    }

    pub(super) fn number(&mut self, id: &'a str) -> usize {
        let index = self.ids.iter().position(|known| *known == id).unwrap_or_else(|| {
            self.ids.push(id);
            self.ids.len() - 1
        });
        index + 1
    }

    /// Returns the last section of the card: the sources by their numbers.
    pub(super) fn section(&self, context: Context<'_>) -> Section {
        let entries = self.ids.iter().zip(1..).map(|(id, number)| {
            let name = format!("[{number}]");
            let Some(source) = context.snapshot.source(id) else { return Entry::new(name, (*id).to_owned()) };
            let date = source.date.map(|date| time::date(context.lang, date));
            Entry::new(name, source.title.clone()).detail(date.unwrap_or_default()).url(&source.url)
        });
        Section::new(t!(context.lang, "column-sources"), entries).part(Part::Sources)
    }
}

/// Returns the marks of sources: `[4][5]`.
pub fn source_marks(numbers: &[usize]) -> String {
    numbers.iter().map(|number| format!("[{number}]")).collect()
}
