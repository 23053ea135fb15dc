//! What the explorer knows of the snapshot as a file.

use std::borrow::Cow;
use std::sync::Arc;

use crate::snapshot::{Cite, EMBEDDED, EMBEDDED_ORIGIN, Input, Level, Problem, Report, check_str};
use crate::tui::state::{Found, Heading, Item, Listing};
use crate::views::Context;
use crate::views::card::Card;
use crate::views::data::{DataView, cite_of, field_card, problem_card, snapshot_card, source_card};

/// Where the snapshot comes from.
#[derive(Debug, Clone)]
pub struct Provenance {
    /// The input that was asked for; `None` for the snapshot inside the program.
    pub input: Option<Input>,
    /// What was read from it, never copied: it may be large.
    pub text: Arc<Cow<'static, str>>,
}

impl Provenance {
    /// The snapshot inside the program.
    pub fn embedded() -> Self {
        Self { input: None, text: Arc::new(Cow::Borrowed(EMBEDDED)) }
    }

    /// The name that messages call it by.
    pub fn name(&self) -> String {
        self.input.as_ref().map_or_else(|| EMBEDDED_ORIGIN.to_owned(), Input::name)
    }
}

/// The snapshot as a file, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Data {
    /// Where it comes from.
    pub provenance: Provenance,
    /// Everything that can be said against it, once somebody has asked.
    pub report: Option<Arc<Report>>,
    /// What is wrong with the file by now, where it can no longer be read.
    pub broken: Option<Arc<Report>>,
}

impl Data {
    /// The file as it was read, not yet checked.
    pub const fn new(provenance: Provenance) -> Self {
        Self { provenance, report: None, broken: None }
    }

    /// A problem of the report.
    pub fn problem(&self, place: usize) -> Option<&Problem> {
        self.shown()?.problems.get(place)
    }

    /// The Cité that a problem is in. A file that can no longer be read has
    /// none: what is explored is another state of it.
    pub fn cite_of<'a>(&self, problem: &Problem, context: Context<'a>) -> Option<&'a Cite> {
        cite_of(problem, context).filter(|_| self.broken.is_none())
    }

    /// The report whose problems are shown: those of the file as it is.
    pub fn shown(&self) -> Option<&Arc<Report>> {
        self.broken.as_ref().or(self.report.as_ref())
    }
}

impl Provenance {
    /// Everything that can be said against the snapshot.
    pub fn check(&self) -> Arc<Report> {
        Arc::new(check_str(&self.text, &self.name()))
    }
}

/// What the tab of the snapshot lists of what was found for `query`.
pub fn listing(
    query: &str,
    report: Option<&Report>,
    is_broken: bool,
    found: &Found,
    context: Context<'_>,
) -> Listing {
    let listed: Vec<usize> = found.cites().collect();
    let mut view = DataView::new(&listed, query, report, context);
    if is_broken {
        // They are of the file, not of what is explored.
        view.problems = (0..report.map_or(0, |report| report.problems.len())).collect();
    }
    let mut listing = Listing { items: vec![Item::Snapshot], ..Listing::default() };
    let problems = view.problems.iter().map(|place| Item::Problem(*place)).collect();
    let fields = (0..view.coverage.fields.len()).map(Item::Field).collect();
    let sources = view.sources.iter().map(|(place, _)| Item::Source(*place)).collect();
    let heading = match report {
        Some(_) if is_broken => Heading::Broken,
        // A report leaves out some of very many.
        Some(report) if view.is_all => {
            Heading::Problems(Level::ALL.into_iter().map(|level| report.count(level)).sum())
        }
        Some(_) => Heading::Problems(view.problems.len()),
        None => Heading::Unchecked,
    };
    let parts: [(Heading, Vec<Item>); 3] =
        [(heading, problems), (Heading::Fields, fields), (Heading::Sources(view.sources.len()), sources)];
    for (heading, items) in parts {
        listing.items.push(Item::Heading(listing.headings.len()));
        listing.headings.push(heading);
        listing.items.extend(items);
    }
    listing.data = Some(view);
    listing
}

/// The card of what that tab lists.
pub fn card(data: &Data, found: &Found, listing: &Listing, item: Item, context: Context<'_>) -> Option<Card> {
    let view = listing.data.as_ref()?;
    let cites =
        || -> Vec<&Cite> { found.cites().filter_map(|place| context.snapshot.cites.get(place)).collect() };
    match item {
        Item::Snapshot => {
            let file = data.provenance.input.as_ref().map(Input::name);
            Some(snapshot_card(file.as_deref(), data.report.as_deref(), context))
        }
        Item::Problem(place) => {
            let problem = data.problem(place)?;
            Some(problem_card(problem, data.cite_of(problem, context), context))
        }
        Item::Field(place) => {
            Some(field_card(view.coverage.fields.get(place)?, &view.coverage, &cites(), context))
        }
        Item::Source(place) => {
            let (_, row) = view.sources.iter().find(|(known, _)| *known == place)?;
            Some(source_card(row, &cites(), context))
        }
        Item::Heading(_) | Item::Cite(_) | Item::Preconisation(_) => None,
    }
}
