//! A search from the command line: prints what is wrong with the query, and names close to those not found.

use std::cell::OnceCell;

use super::session::Session;
use crate::gazetteer::{self, Point};
use crate::locale::Lang;
use crate::resolve::{Resolved, resolve};
use crate::sanitize::sanitize;
use crate::search::{BestMatch, Hit, Index, Place, Query};
use crate::snapshot::{Cite, Preconisation, truncate};
use crate::t;
use crate::views::near::{NearColumn, nearby};
use crate::views::{Column, Context};

/// The most other Cités that are named when one was chosen among several.
const MAX_OTHERS: usize = 5;
/// The most Cités that are named as the nearest ones, and how far they may be, in kilometres.
const MAX_NEAREST: usize = 3;
const MAX_NEAREST_KM: f64 = 300.0;

/// A query as it was typed and as it was parsed.
pub(super) struct ParsedQuery {
    text: String,
    query: Query,
}

impl ParsedQuery {
    /// Parses the words of a query. Prints a warning for each part that is ignored.
    pub(super) fn new(words: &[String], session: &Session<'_>) -> Self {
        let text = words.join(" ");
        let query = Query::parse(&text);
        for problem in query.problems() {
            session.warn(&problem.describe(session.lang));
        }
        Self { text, query }
    }

    /// Takes the words for one name, without operators or fields.
    pub(super) fn phrase(words: &[String]) -> Self {
        let text = words.join(" ").replace('"', " ");
        let query = Query::parse(&format!("\"{text}\""));
        Self { text, query }
    }
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

    /// Parses the words of a query and returns the matching Cités, as [`cites`](Self::cites).
    pub(super) fn find(&self, words: &[String], session: &Session<'_>) -> Vec<&'s Cite> {
        self.cites(&ParsedQuery::new(words, session), session)
    }

    /// Returns the indices of the matching Cités in the snapshot, the best match first.
    pub(super) fn positions(&self, query: &ParsedQuery) -> Vec<usize> {
        match resolve(self.context.snapshot, &query.text) {
            Some(Resolved::Cites(cites)) => cites,
            Some(Resolved::Outside(_)) => Vec::new(),
            None => self.search(query),
        }
    }

    /// Returns the indices of the Cités that have the words of the query, the best match first.
    fn search(&self, query: &ParsedQuery) -> Vec<usize> {
        self.index().search(&query.query).hits.into_iter().map(Hit::row).collect()
    }

    /// Returns the matching Cités, the best match first. If there are none, prints close names.
    pub(super) fn cites(&self, query: &ParsedQuery, session: &Session<'_>) -> Vec<&'s Cite> {
        let positions = match resolve(self.context.snapshot, &query.text) {
            Some(Resolved::Cites(cites)) => cites,
            Some(Resolved::Outside(place)) => {
                self.note_outside(place, session);
                return Vec::new();
            }
            None => self.search(query),
        };
        if positions.is_empty() {
            self.suggest(query, session);
        }
        positions.into_iter().filter_map(|position| self.context.snapshot.cites.get(position)).collect()
    }

    /// Returns the best match. If others match nearly as well, prints which one
    /// was taken; if none matches, prints close names.
    pub(super) fn best_match(&self, query: &ParsedQuery, session: &Session<'_>) -> Option<&'s Cite> {
        let snapshot = self.context.snapshot;
        let best = match resolve(snapshot, &query.text) {
            Some(Resolved::Outside(place)) => {
                self.note_outside(place, session);
                return None;
            }
            Some(Resolved::Cites(cites)) => {
                let mut cites = cites.into_iter().filter_map(|index| snapshot.cites.get(index));
                cites.next().map(|cite| BestMatch { cite, others: cites.collect() })
            }
            None => self.index().best_match(snapshot, &query.query),
        };
        match &best {
            Some(best) => note_others(best, query, session),
            None => self.suggest(query, session),
        }
        best.map(|best| best.cite)
    }

    /// Returns the Cité, commune or point that the query names, and prints as [`best_match`](Self::best_match).
    pub(super) fn locate(&self, query: &ParsedQuery, session: &Session<'_>) -> Option<Place<'s>> {
        if let Some(Resolved::Outside(place)) = resolve(self.context.snapshot, &query.text)
            && let Some(Point { lat, lon }) = place.point()
        {
            session.note(&t!(session.lang, "cli-near-commune", name = described(place)));
            return Some(Place::Point([lon, lat]));
        }
        let location = self.index().locate(self.context.snapshot, &query.text);
        match &location {
            Some(Place::Cite(best)) => note_others(best, query, session),
            Some(_) => {}
            None => self.suggest(query, session),
        }
        location
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
        let hits = self.index().search_preconisations(&query.query, lang).hits;
        if hits.is_empty() {
            session.note(&nothing_found(query, lang));
        }
        hits.iter().filter_map(|hit| self.context.snapshot.preconisations.get(hit.row())).collect()
    }

    /// Prints that no Cité covers a place, and the nearest ones.
    fn note_outside(&self, place: gazetteer::Place, session: &Session<'_>) {
        let lang = session.lang;
        let said = t!(lang, "cli-outside", place = described(place));
        session.note(&match place.point() {
            Some(Point { lat, lon }) => {
                let nearest = self.nearest([lon, lat]);
                format!("{said} {}", t!(lang, "cli-outside-nearest", cites = nearest))
            }
            None => said,
        });
    }

    /// Lists the nearest Cités to `[longitude, latitude]` with their distances.
    fn nearest(&self, from: [f64; 2]) -> String {
        let Context { snapshot, lang, .. } = self.context;
        let near = nearby(snapshot, from).into_iter().filter(|row| row.distance_km <= MAX_NEAREST_KM);
        let names = near.take(MAX_NEAREST).map(|row| {
            format!("{} {}", row.cite.display_label(), NearColumn::Distance.text(&row, self.context))
        });
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            return t!(lang, "cli-outside-none-near", distance = MAX_NEAREST_KM);
        }
        sanitize(&names.join(" · ")).into_owned()
    }

    /// Prints that nothing was found, and which names are close.
    fn suggest(&self, query: &ParsedQuery, session: &Session<'_>) {
        let lang = session.lang;
        let mut text = nothing_found(query, lang);
        let suggestions = self.index().suggestions(self.context.snapshot, &query.query);
        if !suggestions.is_empty() {
            let names: Vec<&str> = suggestions.iter().map(|suggestion| suggestion.name.as_str()).collect();
            let names = sanitize(&names.join(", ")).into_owned();
            text.push_str(&format!("\n  {}", t!(lang, "cli-did-you-mean", nearest = names)));
        }
        session.note(&text);
    }
}

/// Names a place with its department and its EPCI: `Mantes-la-Jolie (78, CU Grand Paris Seine et Oise)`.
fn described(place: gazetteer::Place) -> String {
    let parts = [place.department().map(gazetteer::Place::code), place.epci().map(gazetteer::Place::name)];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    let name = place.name();
    if parts.is_empty() { name.to_owned() } else { format!("{name} ({})", parts.join(", ")) }
}

/// Prints which Cité was taken, if others match nearly as well.
fn note_others(best: &BestMatch<'_>, query: &ParsedQuery, session: &Session<'_>) {
    if best.others.is_empty() {
        return;
    }
    let lang = session.lang;
    let name = |cite: &Cite| sanitize(&format!("{} ({})", cite.display_label(), cite.id)).into_owned();
    let mut names: Vec<String> = best.others.iter().take(MAX_OTHERS).map(|cite| name(cite)).collect();
    let more = best.others.len().saturating_sub(MAX_OTHERS);
    if more > 0 {
        names.push(t!(lang, "cli-and-more", count = more));
    }
    let (asked, taken, others) = (truncate(&query.text), name(best.cite), names.join(", "));
    session.note(&t!(lang, "cli-taken", asked = asked, taken = taken, others = others));
}

fn nothing_found(query: &ParsedQuery, lang: Lang) -> String {
    match truncate(&query.text) {
        // The snapshot has no Cités at all.
        asked if asked.is_empty() => t!(lang, "cli-nothing"),
        asked => t!(lang, "cli-nothing-for", asked = asked),
    }
}
