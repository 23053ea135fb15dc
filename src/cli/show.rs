//! `cites show`: shows the cards of Cités.

use std::io::Write;

use super::answers::write_outside;
use super::failure::{Failure, Status};
use super::listing::FormatArgs;
use super::query::{Found, ParsedQuery, Searcher};
use super::session::Session;
use crate::output::{Format, JsonMembers};
use crate::sanitize::sanitize;
use crate::search::{Reading, Scope};
use crate::snapshot::Cite;
use crate::t;
use crate::views::answer;
use crate::views::cites;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CITE", required = true)]
    cites: Vec<String>,
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    format: FormatArgs,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.require_name(&args.cites)?;
    let snapshot = session.snapshot()?;
    let searcher = Searcher::new(session.context(&snapshot));
    let queries = queries(&args.cites, &searcher, session);
    if args.explain {
        return explain(&queries, &searcher, session);
    }
    let mut status = Status::Success;
    let mut cards: Vec<&Cite> = Vec::new();
    for query in &queries {
        match searcher.shown(query, &args.format, session)? {
            Some(cites) => cards.extend(cites),
            None => status = Status::Negative,
        }
    }
    if !cards.is_empty() {
        let columns = cites::TERRITORIES.printed;
        args.format.write(Format::Card, columns, JsonMembers::All, &cards, searcher.context, session)?;
    }
    Ok(status)
}

/// Returns the words as one query if they are one name, as one query each if each is a name, and else as one query.
fn queries(words: &[String], searcher: &Searcher<'_>, session: &Session<'_>) -> Vec<ParsedQuery> {
    let is_name = |words: &[String]| {
        let answer = searcher.resolve(&ParsedQuery::silent(words), Scope::CERTAIN);
        let is_one = |reading: &Reading| matches!(reading, Reading::Territory(_) | Reading::Name(_));
        answer.outside.is_some() || answer.answering().is_some_and(|group| is_one(&group.reading))
    };
    let each = || words.chunks(1).map(|word| ParsedQuery::new(word, session)).collect();
    let is_several = words.len() > 1 && !is_name(words);
    if is_several && words.chunks(1).all(is_name) {
        return each();
    }
    let whole = ParsedQuery::silent(words);
    match is_several && searcher.resolve(&whole, Scope::CERTAIN).is_empty() {
        true => each(),
        false => vec![ParsedQuery::new(words, session)],
    }
}

impl<'s> Searcher<'s> {
    /// Returns the Cités whose cards answer a query: none if lines were written instead, `None` if it has no answer.
    fn shown(
        &self,
        query: &ParsedQuery,
        format: &FormatArgs,
        session: &mut Session<'_>,
    ) -> Result<Option<Vec<&'s Cite>>, Failure> {
        let answer = self.resolve(query, Scope::CERTAIN);
        self.printer(query, session).print_reading(&answer);
        let is_territory =
            answer.answering().is_some_and(|group| matches!(group.reading, Reading::Territory(_)));
        if answer.is_outside_only && format.chosen() == Some(Format::Json) {
            write_outside(&answer, &query.text, self.context, &mut session.out)?;
        }
        let Found { cites, answer, .. } = self.found(answer);
        if is_territory && cites.len() > 1 {
            return self.shown_territory(query, cites, format, session);
        }
        self.printer(query, session).print_others(&answer);
        Ok(answer.best().and_then(|(best, _)| self.context.snapshot.cites.get(best)).map(|cite| vec![cite]))
    }

    /// Returns the Cités of a region or a department for programs. Writes a line for each to a person, and how to see
    /// one of them.
    fn shown_territory(
        &self,
        query: &ParsedQuery,
        cites: Vec<&'s Cite>,
        format: &FormatArgs,
        session: &mut Session<'_>,
    ) -> Result<Option<Vec<&'s Cite>>, Failure> {
        if format.chosen().is_some_and(|format| format != Format::Card) {
            return Ok(Some(cites));
        }
        FormatArgs::of(Format::Table).write(
            Format::Table,
            cites::TERRITORIES.printed,
            JsonMembers::All,
            &cites,
            self.context,
            session,
        )?;
        let id = cites.first().map_or("", |cite| &cite.id);
        let text = t!(
            session.lang,
            "cli-show-one",
            asked = query.text.as_str(),
            count = cites.len(),
            id = sanitize(id).into_owned()
        );
        session.note(&text);
        Ok(Some(Vec::new()))
    }
}

/// Prints how each query is read, and what else it could be.
fn explain(
    queries: &[ParsedQuery],
    searcher: &Searcher<'_>,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let mut status = Status::Success;
    for query in queries {
        let answer = searcher.resolve(query, Scope::CERTAIN);
        if answer.answering().is_none() {
            status = Status::Negative;
        }
        for line in answer::explanation(&answer, &query.text, searcher.context) {
            writeln!(session.out, "{}", sanitize(&line))?;
        }
    }
    Ok(status)
}
