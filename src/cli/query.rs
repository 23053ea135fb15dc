//! A search from the command line: prints how the query was read, and what else it could be.

use std::cell::OnceCell;

use super::answers::Answers;
use super::session::Session;
use crate::search::{Answer, Index, Location, Query, Scope};
use crate::snapshot::{Cite, Preconisation};
use crate::t;
use crate::views::Context;

/// A query as it was typed and as it was parsed.
pub(super) struct ParsedQuery {
    pub(super) text: String,
    pub(super) query: Query,
}

impl ParsedQuery {
    /// Parses the words of a query. Prints a warning for each part that is ignored.
    pub(super) fn new(words: &[String], session: &Session<'_>) -> Self {
        let parsed = Self::silent(words);
        for problem in parsed.query.problems() {
            session.warn(&problem.describe(session.lang));
        }
        parsed
    }

    /// Parses the words of a query and prints nothing.
    pub(super) fn silent(words: &[String]) -> Self {
        let text = words.join(" ");
        let query = Query::parse(&text);
        Self { text, query }
    }
}

/// The Cités that answer a query, and the answer.
pub(super) struct Found<'s> {
    pub(super) cites: Vec<&'s Cite>,
    /// The indices of the Cités in the snapshot.
    pub(super) positions: Vec<usize>,
    pub(super) answer: Answer,
}

/// A snapshot with its search index, which is built on the first search.
pub(super) struct Searcher<'s> {
    pub(super) context: Context<'s>,
    index: OnceCell<Index>,
}

impl<'s> Searcher<'s> {
    pub(super) fn new(context: Context<'s>) -> Self {
        Self { context, index: OnceCell::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.context.snapshot, self.context.today))
    }

    /// Resolves a query and prints nothing.
    pub(super) fn resolve(&self, query: &ParsedQuery, scope: Scope) -> Answer {
        self.index().resolve(self.context.snapshot, &query.query, scope)
    }

    /// Parses the words of a query and returns the Cités that answer it, as [`answer`](Self::answer).
    pub(super) fn find(&self, words: &[String], scope: Scope, session: &Session<'_>) -> Found<'s> {
        self.answer(&ParsedQuery::new(words, session), scope, session)
    }

    /// Returns the Cités that answer a query, the best first. Prints how it was read if that is not plain, and what
    /// else is there.
    pub(super) fn answer(&self, query: &ParsedQuery, scope: Scope, session: &Session<'_>) -> Found<'s> {
        let answer = self.resolve(query, scope);
        let printer = self.printer(query, session);
        printer.print_reading(&answer);
        printer.print_elsewhere(&answer);
        self.found(answer)
    }

    /// Returns the Cités of an answer.
    pub(super) fn found(&self, answer: Answer) -> Found<'s> {
        let positions: Vec<usize> = answer.answering_rows().collect();
        let cites = positions.iter().filter_map(|position| self.context.snapshot.cites.get(*position));
        Found { cites: cites.collect(), positions, answer }
    }

    /// Finds the place that a query names, and prints how it was read. If it names none, prints similar names.
    pub(super) fn locate(&self, query: &ParsedQuery, session: &Session<'_>) -> Option<Location<'s>> {
        let printer = self.printer(query, session);
        match self.index().locate(self.context.snapshot, &query.text) {
            Ok(location) => {
                if let Location::Cite(answer) = &location {
                    printer.print_reading(answer);
                    printer.print_others(answer);
                }
                Some(location)
            }
            Err(answer) => {
                printer.print_reading(&answer);
                None
            }
        }
    }

    /// Returns the matching préconisations, the best match first. Prints a
    /// warning if the query has fields that only a Cité has.
    pub(super) fn preconisations(
        &self,
        query: &ParsedQuery,
        session: &Session<'_>,
    ) -> Vec<&'s Preconisation> {
        let lang = session.lang;
        let ignored: Vec<String> = query
            .query
            .cite_only_fields()
            .into_iter()
            .map(|field| format!("{}:", field.name(lang)))
            .collect();
        if !ignored.is_empty() {
            session.warn(&t!(lang, "tui-passed-over", count = ignored.len(), keys = ignored.join(" ")));
        }
        let answer =
            self.index().search_preconisations(self.context.snapshot, &query.query, lang, Scope::LIST);
        let hits = answer.results.hits;
        if hits.is_empty() {
            self.printer(query, session).print_nothing();
        }
        if let Some(name) = &answer.corrected {
            session.note(&t!(lang, "answer-corrected", name = name.as_str()));
        }
        hits.iter().filter_map(|hit| self.context.snapshot.preconisations.get(hit.row())).collect()
    }

    pub(super) fn printer<'a>(&self, query: &'a ParsedQuery, session: &'a Session<'_>) -> Answers<'a>
    where
        's: 'a,
    {
        Answers { asked: &query.text, context: self.context, session }
    }
}
