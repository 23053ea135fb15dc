//! The snapshot as a file: its origin and its problems.

use std::ops::Deref;
use std::sync::Arc;

use crate::snapshot::{
    Change, Cite, Diff, EMBEDDED, EMBEDDED_ORIGIN, Input, Level, Problem, Report, check_str,
};
use crate::tui::state::listing::ListingInput;
use crate::tui::state::{Heading, Item, Listing, SearchOutcome};
use crate::views::Context;
use crate::views::card::Card;
use crate::views::data::{
    DataView, change_card, cite_of, complete_fields_card, field_card, problem_card, snapshot_card,
    source_card,
};

/// The origin of a snapshot.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// The requested input; `None` for the embedded snapshot.
    pub input: Option<Input>,
    /// The text that was read. It may be large, so it is shared.
    pub text: Arc<SnapshotText>,
}

/// The text of a snapshot.
#[derive(Debug, Clone)]
pub enum SnapshotText {
    /// That of the embedded snapshot.
    Embedded,
    /// That of a file.
    Read(String),
}

impl Deref for SnapshotText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Embedded => &EMBEDDED,
            Self::Read(text) => text,
        }
    }
}

impl Provenance {
    /// Returns the provenance of the embedded snapshot.
    pub fn embedded() -> Self {
        Self { input: None, text: Arc::new(SnapshotText::Embedded) }
    }

    /// Returns the name that messages use.
    pub fn name(&self) -> String {
        self.input.as_ref().map_or_else(|| EMBEDDED_ORIGIN.to_owned(), Input::name)
    }

    /// Finds every problem of the text. Takes about 1 s for 10,000 Cités, so
    /// this is for other threads than that of the keys.
    pub fn check(&self) -> CheckResponse {
        CheckResponse { text: Arc::clone(&self.text), report: Arc::new(check_str(&self.text, &self.name())) }
    }
}

impl From<String> for SnapshotText {
    fn from(text: String) -> Self {
        Self::Read(text)
    }
}

/// The problems of a text.
#[derive(Debug, Clone)]
pub struct CheckResponse {
    /// The text that was checked. By the time the response arrives, another
    /// one may be explored.
    pub text: Arc<SnapshotText>,
    /// Its problems.
    pub report: Arc<Report>,
}

/// The origin and the problems of the explored file.
#[derive(Debug, Clone)]
pub struct FileStatus {
    /// The origin of the explored snapshot.
    pub provenance: Provenance,
    /// Its problems, once it is checked.
    pub report: Option<Arc<Report>>,
    /// What changed when the file was last read again, if it was.
    pub changes: Option<Arc<Diff>>,
    /// The problems of the file as it is now, if it can no longer be read.
    pub broken: Option<Arc<Report>>,
}

impl FileStatus {
    /// Returns the status of a snapshot that was read and not yet checked.
    pub const fn new(provenance: Provenance) -> Self {
        Self { provenance, report: None, changes: None, broken: None }
    }

    /// Keeps the report of a check, unless it is of another text.
    pub fn checked(&mut self, response: CheckResponse) {
        if Arc::ptr_eq(&self.provenance.text, &response.text) {
            self.report = Some(response.report);
        }
    }

    /// Returns the report whose problems are shown: that of the file as it is now.
    pub fn shown(&self) -> Option<&Arc<Report>> {
        self.broken.as_ref().or(self.report.as_ref())
    }

    /// Returns a problem of the shown report.
    pub fn problem(&self, index: usize) -> Option<&Problem> {
        self.shown()?.problems.get(index)
    }

    /// Returns a difference from the file as it was before.
    pub fn change(&self, index: usize) -> Option<&Change> {
        self.changes.as_ref()?.changes.get(index)
    }

    /// Returns the Cité that a problem is in. The problems of a file that can
    /// no longer be read are in none: another state of it is explored.
    pub fn cite_of<'a>(&self, problem: &Problem, context: Context<'a>) -> Option<&'a Cite> {
        cite_of(problem, context).filter(|_| self.broken.is_none())
    }

    /// Returns the card of an item of the snapshot's tab.
    pub fn card(
        &self,
        item: Item,
        listing: &Listing,
        outcome: &SearchOutcome,
        context: Context<'_>,
    ) -> Option<Card> {
        let view = listing.data.as_ref()?;
        let cites = || -> Vec<&Cite> {
            outcome.cites().filter_map(|index| context.snapshot.cites.get(index)).collect()
        };
        match item {
            Item::Snapshot => {
                let file = self.provenance.input.as_ref().map(Input::name);
                Some(snapshot_card(file.as_deref(), self.report.as_deref(), context))
            }
            Item::Problem(index) => {
                let problem = self.problem(index)?;
                Some(problem_card(problem, self.cite_of(problem, context), context))
            }
            Item::Change(index) => Some(change_card(self.change(index)?, context)),
            Item::CompleteFields => Some(complete_fields_card(view, context)),
            Item::Field(index) => {
                Some(field_card(view.coverage.fields.get(index)?, &view.coverage, &cites(), context))
            }
            Item::Source(index) => {
                let (_, row) = view.sources.iter().find(|(known, _)| *known == index)?;
                Some(source_card(row, &cites(), context))
            }
            Item::Heading(_)
            | Item::Outside
            | Item::Cite(_)
            | Item::Wave(_)
            | Item::Area(..)
            | Item::Preconisation(_) => None,
        }
    }
}

/// Lists the snapshot, its problems, the coverage of its fields and its sources.
pub fn listing(input: ListingInput<'_>) -> Listing {
    let ListingInput { query, report, changes, unfolded, is_broken, outcome, context, .. } = input;
    let listed: Vec<usize> = outcome.cites().collect();
    let mut view = DataView::new(&listed, query, report, changes, context);
    if is_broken {
        // They are of the file, not of what is explored: the query does not narrow them.
        view.problems = (0..report.map_or(0, |report| report.problems.len())).collect();
    }
    let heading = match report {
        Some(_) if is_broken => Heading::Broken,
        // A report keeps only the first of very many problems, but counts all.
        Some(report) if view.is_all => {
            Heading::Problems(Level::ALL.into_iter().map(|level| report.count(level)).sum())
        }
        Some(_) => Heading::Problems(view.problems.len()),
        None => Heading::Unchecked,
    };
    let mut listing = Listing { items: vec![Item::Snapshot], ..Listing::default() };
    listing.push_group(heading, view.problems.iter().copied().map(Item::Problem));
    if !view.changes.is_empty() {
        let changes = view.changes.iter().copied().map(Item::Change);
        listing.push_group(Heading::Changes(view.changes.len()), changes);
    }
    let (complete, others): (Vec<usize>, Vec<usize>) =
        (0..view.coverage.fields.len()).partition(|index| view.is_complete(*index));
    listing.push_group(Heading::Fields, others.into_iter().map(Item::Field));
    if !complete.is_empty() {
        listing.items.push(Item::CompleteFields);
        if unfolded == Some(Item::CompleteFields) {
            listing.items.extend(complete.into_iter().map(Item::Field));
        }
    }
    let sources = view.sources.iter().map(|(index, _)| Item::Source(*index));
    listing.push_group(Heading::Sources(view.sources.len()), sources);
    listing.data = Some(view);
    listing
}
