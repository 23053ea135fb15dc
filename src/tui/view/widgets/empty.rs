//! The message that replaces an empty list.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::t;
use crate::tui::state::State;
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::{page, text, wrap};
use crate::views::answer;

/// Draws that nothing matches, and a name that may have been intended. Draws nothing while a search
/// is running.
pub fn render(frame: &mut Frame<'_>, area: Rect, state: &State) {
    if state.search_request().is_some() {
        return;
    }
    let style = |role| state.theme.style(role);
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
    let said = match &state.outcome.answer.outside {
        Some(outside) => answer::outside(outside, state.context()),
        None => t!(state.lang, "tui-nothing-found", query = state.query.text().trim()),
    };
    let mut paragraphs = vec![vec![text::plain(&said, style(Role::Text))]];
    if state.outcome.answer.outside.is_some() {
        let nearest = answer::nearest_line(&state.outcome.nearest, state.context());
        paragraphs.push(vec![text::plain(&nearest, style(Role::Heading))]);
    } else if let Some(suggestion) = state.suggestion() {
        let question = t!(state.lang, "tui-did-you-mean", name = suggestion.name.as_str());
        paragraphs.push(vec![text::plain(&question, style(Role::Heading))]);
    }
    let lines = paragraphs.into_iter().flat_map(|spans| {
        let lines = wrap::wrap(&spans, inside.width.into());
        std::iter::once(Line::default()).chain(lines)
    });
    page::render_lines(frame, inside, &lines.collect::<Vec<_>>(), 0);
}
