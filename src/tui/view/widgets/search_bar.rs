//! The search bar: what is searched for, what is wrong with it, how many were found.

use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::t;
use crate::tui::state::layout::take_right;
use crate::tui::state::{Counts, Focus, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::text;
use crate::tui::view::widgets::text::width;
use crate::views::layout;

const PROMPT: &str = " > ";

/// A bar of so many columns has room to say in words that the search goes on.
const ROOM_FOR_WORDS: u16 = 60;

/// Draws the bar, and the cursor where letters are written.
pub fn render(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let theme = &state.theme;
    let [prompt, field, right] = parts(area, state);
    frame.render_widget(Span::styled(count(area, state), theme.style(Role::Detail)), right);
    let is_active = state.focus == Focus::Search && state.popups.is_empty();
    let role = if is_active { Role::Prompt } else { Role::Line };
    frame.render_widget(Span::styled(PROMPT, theme.style(role)), prompt);
    if state.query.text().is_empty() {
        let placeholder = text::plain(&t!(state.lang, "tui-placeholder"), theme.style(Role::Placeholder));
        let line = text::fitted(vec![placeholder], field.width.into(), theme.glyphs.ellipsis);
        frame.render_widget(line, field);
    } else {
        draw_query(frame, field, state);
    }
    if is_active {
        let before = width(state.query.before_cursor()).saturating_sub(hidden(field, state));
        frame.set_cursor_position((field.x + before, field.y));
    }
}

/// Where the prompt, the query and the count stand.
fn parts(area: Rect, state: &State) -> [Rect; 3] {
    let (rest, count) = take_right(area, width(&count(area, state)));
    let (prompt, field) = take_right(rest, rest.width.saturating_sub(width(PROMPT)));
    [prompt, field, count]
}

/// ` 3/84 `, or ` recherche… 3/84 ` while the search goes on.
fn count(area: Rect, state: &State) -> String {
    let Counts { found, total: all } = state.counts();
    let count = format!(" {}/{} ", state.lang.number(found as u64), state.lang.number(all as u64));
    if state.search_request().is_none() {
        return count;
    }
    let ellipsis = state.theme.glyphs.ellipsis;
    match area.width >= ROOM_FOR_WORDS {
        true => format!(" {}{ellipsis}{count}", t!(state.lang, "tui-searching")),
        false => format!(" {ellipsis}{count}"),
    }
}

/// The query, and behind it what is wrong with it where there is room.
fn draw_query(frame: &mut Frame<'_>, field: Rect, state: &State) {
    let theme = &state.theme;
    let skipped = skip(state.query.text(), hidden(field, state));
    let shown = layout::prefix(skipped, field.width.into());
    frame.render_widget(Span::styled(shown.to_owned(), theme.style(Role::Text)), field);
    if let Some(notice) = notice(state).filter(|notice| has_room(notice, field, state)) {
        let x = field.x + width(shown) + 3;
        let place = Rect { x, width: field.right().saturating_sub(x), ..field };
        frame.render_widget(text::plain(&notice, theme.style(Role::Problem)), place);
    }
}

/// What is to be said of the query and has no room in the bar `area`: it is
/// said in the place of the footer.
pub fn notice_without_room(area: Rect, state: &State) -> Option<String> {
    let field = parts(area, state)[1];
    notice(state).filter(|notice| !has_room(notice, field, state))
}

fn has_room(notice: &str, field: Rect, state: &State) -> bool {
    width(state.query.text()).saturating_add(width(notice)).saturating_add(3) <= field.width
}

/// What is to be said of the query: wrong values, filters that this tab does not know.
fn notice(state: &State) -> Option<String> {
    let notices = state.outcome.notices(state.lang, state.tab.info().subject);
    (!notices.is_empty()).then(|| notices.join(" · "))
}

/// Columns of the query that stand to the left of the bar, so that the cursor is in it.
fn hidden(field: Rect, state: &State) -> u16 {
    width(state.query.before_cursor()).saturating_sub(field.width.saturating_sub(1))
}

/// `text` without its first `columns` columns.
fn skip(text: &str, columns: u16) -> &str {
    let start = layout::prefix(text, columns.into());
    text.get(start.len()..).unwrap_or_default()
}
