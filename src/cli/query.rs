//! What a query on the command line finds.

use super::session::Session;
use crate::locale::Lang;
use crate::search::{BestMatch, Hit, Index, Location, Query};
use crate::snapshot::{Cite, Preconisation, Snapshot, shortened, visible};
use crate::t;

/// How many other Cités that may be meant are named.
const MOST_OTHERS: usize = 5;

/// A snapshot that can be searched, and what was asked of it.
pub(super) struct ParsedQuery<'s> {
    snapshot: &'s Snapshot,
    index: Index,
    /// What was asked, as it is told again.
    text: String,
    query: Query,
}

impl<'s> ParsedQuery<'s> {
    /// Reads the words of a query; what is wrong in it is said and passed over.
    pub(super) fn new(words: &[String], snapshot: &'s Snapshot, session: &Session<'_>) -> Self {
        let text = words.join(" ");
        let query = Query::parse(&text);
        for problem in query.problems() {
            session.warn(&problem.describe(session.lang));
        }
        Self { snapshot, index: Index::new(snapshot, session.today), text, query }
    }

    /// The words as one name, letter for letter.
    pub(super) fn phrase(words: &[String], snapshot: &'s Snapshot, session: &Session<'_>) -> Self {
        let text = words.join(" ").replace('"', " ");
        let query = Query::parse(&format!("\"{text}\""));
        Self { snapshot, index: Index::new(snapshot, session.today), text, query }
    }

    /// The places in the snapshot of the Cités that match, the best first.
    pub(super) fn places(&self) -> Vec<usize> {
        self.index.search(&self.query).hits.into_iter().map(Hit::row).collect()
    }

    /// The Cités that match, the best first. Where there is none, names near
    /// to what was typed are offered.
    pub(super) fn cites(&self, session: &Session<'_>) -> Vec<&'s Cite> {
        let found: Vec<&Cite> =
            self.places().into_iter().filter_map(|place| self.snapshot.cites.get(place)).collect();
        if found.is_empty() {
            self.suggest(session);
        }
        found
    }

    /// The one Cité that was meant. Where others match nearly as well, it is
    /// said which one was taken.
    pub(super) fn best_match(&self, session: &Session<'_>) -> Option<&'s Cite> {
        match self.index.best_match(self.snapshot, &self.query) {
            Some(meant) => Some(self.taken(&meant, session)),
            None => {
                self.suggest(session);
                None
            }
        }
    }

    /// The place that was meant; where it is a Cité, as for [`best_match`](Self::best_match).
    pub(super) fn place(&self, session: &Session<'_>) -> Option<Location<'s>> {
        let place = self.index.locate(self.snapshot, &self.text);
        match &place {
            Some(Location::Cite(meant)) => drop(self.taken(meant, session)),
            Some(_) => {}
            None => self.suggest(session),
        }
        place
    }

    /// The Cité that is taken, after the others are named that may be meant as well.
    fn taken(&self, meant: &BestMatch<'s>, session: &Session<'_>) -> &'s Cite {
        if !meant.others.is_empty() {
            let lang = session.lang;
            let name = |cite: &Cite| visible(&format!("{} ({})", cite.label, cite.id)).into_owned();
            let mut names: Vec<String> =
                meant.others.iter().take(MOST_OTHERS).map(|cite| name(cite)).collect();
            let more = meant.others.len().saturating_sub(MOST_OTHERS);
            if more > 0 {
                names.push(t!(lang, "cli-and-more", count = more));
            }
            let asked = shortened(&self.text);
            session.note(&t!(
                lang,
                "cli-taken",
                asked = asked,
                taken = name(meant.cite),
                others = names.join(", ")
            ));
        }
        meant.cite
    }

    /// The préconisations that match, the best first.
    ///
    /// Fields that only a Cité has are said to be passed over.
    pub(super) fn preconisations(&self, session: &Session<'_>) -> Vec<&'s Preconisation> {
        let lang = session.lang;
        let keys: Vec<String> =
            self.query.cite_only_fields().into_iter().map(|key| format!("{}:", key.name(lang))).collect();
        if !keys.is_empty() {
            session.warn(&t!(lang, "tui-passed-over", count = keys.len(), keys = keys.join(" ")));
        }
        let hits = self.index.search_preconisations(&self.query, session.lang).hits;
        let found: Vec<_> =
            hits.iter().filter_map(|hit| self.snapshot.preconisations.get(hit.row())).collect();
        if found.is_empty() {
            session.note(&self.nothing_found(session.lang));
        }
        found
    }

    fn nothing_found(&self, lang: Lang) -> String {
        match shortened(&self.text) {
            // A snapshot without Cités.
            asked if asked.is_empty() => t!(lang, "cli-nothing"),
            asked => t!(lang, "cli-nothing-for", asked = asked),
        }
    }

    /// Says that nothing was found, and which names are near.
    fn suggest(&self, session: &Session<'_>) {
        let lang = session.lang;
        let mut text = self.nothing_found(lang);
        let near = self.index.suggestions(self.snapshot, &self.query);
        if !near.is_empty() {
            let names: Vec<&str> = near.iter().map(|suggestion| suggestion.name.as_str()).collect();
            let names = visible(&names.join(", ")).into_owned();
            text.push_str(&format!("\n  {}", t!(lang, "cli-did-you-mean", nearest = names)));
        }
        session.note(&text);
    }
}
