//! The bottom line: the keys that work now, or a message.

use std::cell::LazyCell;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::t;
use crate::tui::keymap;
use crate::tui::keymap::{Binding, Footer, Key};
use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::theme::Role;
use crate::tui::update::Command;
use crate::tui::view::widgets::{search_bar, text};
use crate::tui::view::{Frame, ViewContext};

/// The separator of two hints.
const GAP: &str = "  ";

/// Draws the line: the notice of the query that did not fit in the search bar,
/// else the status, else the keys.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let area = areas.footer;
    let width = usize::from(area.width.saturating_sub(1));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if let Some(notice) = search_bar::notice_without_room(areas.search, state) {
        return text::render(frame, inside, vec![text::plain(&notice, cx.style(Role::Problem))], cx.theme);
    }
    if let Some(status) = &state.status {
        return text::render(frame, inside, vec![text::plain(status, cx.style(Role::Heading))], cx.theme);
    }
    let hints = hints(state);
    let share_hint = |(_, one): &(Key, &Binding), (_, next): &(Key, &Binding)| {
        one.text == next.text || (one.shows_tab() && next.shows_tab())
    };
    let groups: Vec<&[(Key, &Binding)]> = hints.chunk_by(share_hint).collect();
    let mut line = Line::default();
    for hint in fit(&groups, cx, width) {
        if !line.spans.is_empty() {
            line.push_span(GAP);
        }
        line.spans.extend(hint.spans);
    }
    frame.render_widget(line, inside);
}

/// Returns the hints that fit in `width` cells, in their order. Those of
/// [`Footer::First`] have precedence. A hint that does not fit is left out, and
/// shorter ones after it may still fit.
fn fit(groups: &[&[(Key, &Binding)]], cx: ViewContext<'_>, width: usize) -> Vec<Line<'static>> {
    let mut chosen: Vec<Option<Line<'static>>> = vec![None; groups.len()];
    let mut taken = 0;
    for footer in [Footer::First, Footer::Room] {
        for (group, slot) in groups.iter().zip(&mut chosen) {
            if group.first().is_none_or(|(_, binding)| binding.footer != footer) {
                continue;
            }
            let hint = hint(group, cx);
            let hint_width = hint.width() + if taken > 0 { GAP.len() } else { 0 };
            if taken + hint_width <= width {
                taken += hint_width;
                *slot = Some(hint);
            }
        }
    }
    chosen.into_iter().flatten().collect()
}

/// Returns the bindings that the footer offers, in its order, each with its first key.
pub fn hints(state: &State) -> Vec<(Key, &'static Binding)> {
    let mut hints: Vec<(Key, &Binding)> = Vec::new();
    // Prepared once for the four directions.
    let neighbours = LazyCell::new(|| state.neighbours());
    let is_enabled = |command: &Command| match command {
        // Elsewhere the digits of the header are keys by themselves.
        Command::ShowTab(_) => state.key_context().takes_letters(),
        Command::MoveToNeighbour(direction) => {
            neighbours.as_ref().is_some_and(|neighbours| neighbours.towards(*direction).is_some())
        }
        command => command.is_enabled(state),
    };
    for (binding, keys) in keymap::active_bindings(state.key_context()) {
        let offered = binding.footer != Footer::Never && is_enabled(&binding.command);
        let repeated = hints.iter().any(|(_, hint)| hint.command == binding.command);
        if let Some(key) = keys.first().filter(|_| offered && !repeated) {
            hints.push((*key, binding));
        }
    }
    hints
}

/// Returns the keys of bindings that share a description, and the description:
/// `←↑↓→ Cité voisine`. The keys of the tabs are a range: `Alt-1…7 onglets`.
fn hint(hints: &[(Key, &Binding)], cx: ViewContext<'_>) -> Line<'static> {
    let ascii_only = !cx.theme.is_unicode();
    let names: Vec<String> = hints.iter().map(|(key, _)| key.name(cx.lang, ascii_only)).collect();
    let (keys, text) = match (hints, names.as_slice()) {
        ([(_, binding), ..], [first, .., last]) if binding.shows_tab() => {
            let last: String = last.chars().last().into_iter().collect();
            (format!("{first}{}{last}", cx.theme.glyphs.ellipsis), t!(cx.lang, "tui-key-tabs"))
        }
        ([(_, binding), ..], _) => {
            (names.join(if ascii_only { "/" } else { "" }), t!(cx.lang, &binding.text))
        }
        ([], _) => Default::default(),
    };
    Line::from(vec![
        Span::styled(keys, cx.style(Role::Key)),
        Span::styled(format!(" {text}"), cx.style(Role::Detail)),
    ])
}
