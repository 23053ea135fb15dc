//! The search bar: the query, its problems, and the number of results.

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use crate::t;
use crate::tui::state::layout::take_right;
use crate::tui::state::{Counts, Focus, State};
use crate::tui::theme::Role;
use crate::tui::view::widgets::input::VisibleInput;
use crate::tui::view::widgets::text;
use crate::tui::view::widgets::text::width;
use crate::tui::view::{Frame, FrameEcho};

/// What stands before the query.
pub const PROMPT: &str = " > ";

/// The cells between the query and its notice.
const NOTICE_GAP: u16 = 3;

/// The width from which a bar has words, in cells.
const MIN_WIDTH_FOR_WORDS: u16 = 60;

/// The width from which a bar counts the quartiers too, in cells.
const MIN_WIDTH_FOR_QPVS: u16 = 100;

/// Returns the areas of the prompt, of the query, and of the number of results.
fn areas(area: Rect, count: &str) -> [Rect; 3] {
    let (rest, count_area) = take_right(area, width(count));
    let (prompt, field) = take_right(rest, rest.width.saturating_sub(width(PROMPT)));
    [prompt, field, count_area]
}

/// Returns a letter that is typed at the end of the query, if the field has room for it and shows nothing else behind
/// the query.
pub fn echo(area: Rect, state: &State, letter: char) -> Option<FrameEcho> {
    let theme = &state.theme;
    let [_, field, _] = areas(area, &count(area, state));
    let input = VisibleInput::new(&state.query, field.width);
    let is_at_end = input.cursor == width(state.query.text());
    let has_room = input.cursor + 1 < field.width;
    let placeholder =
        if state.query.text().is_empty() { width(&t!(state.lang, "tui-placeholder")) } else { 0 };
    (is_at_end && has_room && notice(state).is_none() && theme.base_style().is_none()).then(|| FrameEcho {
        position: Position { x: field.x + input.cursor, y: field.y },
        character: letter,
        style: theme.style(Role::Text),
        blank: placeholder.saturating_sub(1).min(field.width.saturating_sub(input.cursor + 1)),
    })
}

/// Draws the bar, with the cursor while it has the focus.
pub fn render(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let theme = &state.theme;
    let count = count(area, state);
    let [prompt, field, count_area] = areas(area, &count);
    frame.render_widget(Span::styled(count, theme.style(Role::Title)), count_area);
    let is_active = state.focus == Focus::Search && state.popups.is_empty();
    let role = if is_active { Role::Prompt } else { Role::Line };
    frame.render_widget(Span::styled(PROMPT, theme.style(role)), prompt);
    let input = VisibleInput::new(&state.query, field.width);
    if state.query.text().is_empty() {
        let placeholder = text::plain(&t!(state.lang, "tui-placeholder"), theme.style(Role::Placeholder));
        text::render(frame, field, vec![placeholder], theme);
    } else {
        frame.render_widget(Span::styled(input.text.to_owned(), theme.style(Role::Text)), field);
        if let Some(notice) = notice(state).filter(|notice| notice_fits(notice, field, state)) {
            let x = field.x + width(input.text) + NOTICE_GAP;
            let area = Rect { x, width: field.right().saturating_sub(x), ..field };
            frame.render_widget(text::plain(&notice, theme.style(Role::Problem)), area);
        }
    }
    if is_active {
        frame.set_cursor_position((field.x + input.cursor, field.y));
    }
}

/// Returns ` 14 Cités sur 84 · 60 QPV `, as much of it as there is room for, or ` recherche… 3/84 ` while a search is
/// running.
fn count(area: Rect, state: &State) -> String {
    let Counts { found, total } = state.counts();
    let count = format!(" {}/{} ", state.lang.number(found as u64), state.lang.number(total as u64));
    if state.search_request().is_none() && area.width >= MIN_WIDTH_FOR_WORDS {
        let subject = state.tab.info().subject.code();
        let key = format!("tui-count-{}-{subject}", if found == total { "all" } else { "some" });
        let words = t!(state.lang, &key, count = found, total = total);
        return match state.list().listing().qpvs.filter(|_| area.width >= MIN_WIDTH_FOR_QPVS) {
            Some(qpvs) if found > 0 => {
                format!(" {words} · {} ", t!(state.lang, "tui-count-qpvs", count = qpvs))
            }
            _ => format!(" {words} "),
        };
    }
    if state.search_request().is_none() {
        return count;
    }
    let ellipsis = state.theme.glyphs.ellipsis;
    match area.width >= MIN_WIDTH_FOR_WORDS {
        true => format!(" {}{ellipsis}{count}", t!(state.lang, "tui-searching")),
        false => format!(" {ellipsis}{count}"),
    }
}

/// Returns the notice that does not fit in the bar. The footer shows it instead.
pub fn notice_without_room(area: Rect, state: &State) -> Option<String> {
    let taken = width(&count(area, state)) + width(PROMPT);
    let field = Rect { width: area.width.saturating_sub(taken), ..area };
    notice(state).filter(|notice| !notice_fits(notice, field, state))
}

fn notice_fits(notice: &str, field: Rect, state: &State) -> bool {
    width(state.query.text()).saturating_add(width(notice)).saturating_add(NOTICE_GAP) <= field.width
}

/// Returns the problems of the query, and the filters that the tab ignores.
fn notice(state: &State) -> Option<String> {
    let notices = state.outcome.notices(state.lang, state.tab.info().subject);
    (!notices.is_empty()).then(|| notices.join(" · "))
}
