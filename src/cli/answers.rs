//! Prints how a query was read: the notes to an answer, and its explanation.

use std::io::{self, Write};

use super::session::Session;
use crate::output::write_json;
use crate::sanitize::sanitize;
use crate::search::Answer;
use crate::snapshot::{Cite, truncate};
use crate::t;
use crate::views::Context;
use crate::views::answer;

/// The most other Cités that are named when one was chosen among several.
const MAX_OTHERS: usize = 5;

/// Prints the notes to the answers of a query.
#[derive(Clone, Copy)]
pub(super) struct Answers<'a> {
    /// The query as it was typed.
    pub(super) asked: &'a str,
    pub(super) context: Context<'a>,
    pub(super) session: &'a Session<'a>,
}

impl Answers<'_> {
    /// Prints how the query was read if the Cités do not show it, or that nothing was found.
    pub(super) fn print_reading(self, answer: &Answer) {
        for line in answer::notes(answer, self.asked, self.context) {
            self.session.note(&sanitize(&line));
        }
        if answer.is_empty() && answer.outside.is_none() {
            self.print_nothing_but(answer);
        }
    }

    /// Prints how many other Cités bear the words of the query.
    pub(super) fn print_elsewhere(self, answer: &Answer) {
        if let Some(line) = answer::elsewhere(answer, self.asked, self.context) {
            self.session.note(&sanitize(&line));
        }
    }

    /// Prints which Cité was taken, if others answer the query as well.
    pub(super) fn print_others(self, answer: &Answer) {
        let Some((best, others)) = answer.best().filter(|(_, others)| !others.is_empty()) else { return };
        let lang = self.context.lang;
        let cites = &self.context.snapshot.cites;
        let name = |cite: &Cite| sanitize(&format!("{} ({})", cite.display_label(), cite.id)).into_owned();
        let mut names: Vec<String> =
            others.iter().take(MAX_OTHERS).filter_map(|index| cites.get(*index)).map(name).collect();
        let more = others.len().saturating_sub(MAX_OTHERS);
        if more > 0 {
            names.push(t!(lang, "cli-and-more", count = more));
        }
        let taken = cites.get(best).map(name).unwrap_or_default();
        let (asked, others) = (truncate(self.asked), names.join(", "));
        self.session.note(&t!(lang, "cli-taken", asked = asked, taken = taken, others = others));
    }

    /// Prints that nothing was found.
    pub(super) fn print_nothing(self) {
        self.session.note(&self.nothing());
    }

    fn nothing(self) -> String {
        match truncate(self.asked) {
            // The snapshot has no Cités at all.
            asked if asked.is_empty() => t!(self.context.lang, "cli-nothing"),
            asked => t!(self.context.lang, "cli-nothing-for", asked = asked),
        }
    }

    /// Prints that nothing was found, and which names are similar.
    fn print_nothing_but(self, answer: &Answer) {
        let mut text = self.nothing();
        let names: Vec<&str> = answer.offered.iter().map(|suggestion| suggestion.name.as_str()).collect();
        if !names.is_empty() {
            let names = sanitize(&names.join(", ")).into_owned();
            text.push_str(&format!("\n  {}", t!(self.context.lang, "cli-did-you-mean", nearest = names)));
        }
        self.session.note(&text);
    }
}

/// Writes the document of a query that leads to no Cité: no Cités, and the answer.
pub(super) fn write_outside(
    answer: &Answer,
    asked: &str,
    context: Context<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_json(&answer::document(answer, asked, context), out)
}
