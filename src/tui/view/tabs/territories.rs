//! The Cités, one per row, in the groups of the answer to the query.

use ratatui::text::Span;

use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{cite_table, text};
use crate::views::{answer, cites};

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let other = |item, _: &[_]| match cite_table::heading(state, item) {
        Some(Heading::Group(group)) => Row::Whole(heading(state, group)),
        _ => Row::Whole(Vec::new()),
    };
    cite_table::render(frame, areas, state, cites::TERRITORIES.shown, other, |_, text| text);
}

/// Returns the heading of a group: `région Grand Est (8)`.
fn heading(state: &State, index: usize) -> Vec<Span<'static>> {
    let answer = &state.outcome.answer;
    let Some(group) = answer.groups.get(index) else { return Vec::new() };
    let name = match &answer.corrected {
        _ if index > 0 || answer.is_outside_only => {
            t!(state.lang, "tui-elsewhere", asked = state.query.text().trim())
        }
        Some(name) => t!(state.lang, "answer-corrected", name = name.as_str()),
        None => answer::reading(&group.reading, state.context()),
    };
    let count = state.lang.number(group.results.hits.len() as u64);
    vec![text::plain(&format!("{name} ({count})"), state.theme.style(Role::Heading))]
}
