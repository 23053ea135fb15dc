//! The line at the bottom: the keys that work right now.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::t;
use crate::tui::keymap;
use crate::tui::keymap::{Binding, Footer, Key};
use crate::tui::state::State;
use crate::tui::state::layout::Areas;
use crate::tui::theme::Role;
use crate::tui::view::widgets::{search_bar, text};
use crate::tui::view::{Frame, ViewContext};

/// Between two hints.
const GAP: &str = "  ";

/// Draws the line; what is to be said of the query comes first.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let area = areas.footer;
    let width = usize::from(area.width.saturating_sub(1));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if let Some(notice) = search_bar::notice_without_room(areas.search, state) {
        let notice = vec![text::plain(&notice, state.theme.style(Role::Problem))];
        frame.render_widget(text::fitted(notice, width, state.theme.glyphs.ellipsis), inside);
        return;
    }
    if let Some(said) = &state.status {
        let said = vec![text::plain(said, state.theme.style(Role::Heading))];
        frame.render_widget(text::fitted(said, width, state.theme.glyphs.ellipsis), inside);
        return;
    }
    let hints = hints(state);
    let groups: Vec<&[(Key, &Binding)]> =
        hints.chunk_by(|(_, one), (_, next)| one.text == next.text).collect();
    let mut line = Line::default();
    for hint in with_room(&groups, cx, width) {
        if !line.spans.is_empty() {
            line.push_span(GAP);
        }
        line.spans.extend(hint.spans);
    }
    frame.render_widget(line, inside);
}

/// The hints that have room in `width` columns, in their order: those that
/// come first, then as many of the others as there is room for. A shorter one
/// may have room where a longer one has none.
fn with_room(groups: &[&[(Key, &Binding)]], cx: ViewContext<'_>, width: usize) -> Vec<Line<'static>> {
    let mut chosen: Vec<Option<Line<'static>>> = vec![None; groups.len()];
    let mut taken = 0;
    for footer in [Footer::First, Footer::Room] {
        for (group, place) in groups.iter().zip(&mut chosen) {
            if group.first().is_none_or(|(_, binding)| binding.footer != footer) {
                continue;
            }
            let hint = hint(group, cx);
            let wanted = hint.width() + if taken > 0 { GAP.len() } else { 0 };
            if taken + wanted <= width {
                taken += wanted;
                *place = Some(hint);
            }
        }
    }
    chosen.into_iter().flatten().collect()
}

/// What the footer shows, in its order, each with the key to press.
pub fn hints(state: &State) -> Vec<(Key, &'static Binding)> {
    let mut hints: Vec<(Key, &Binding)> = Vec::new();
    for (binding, keys) in keymap::active_bindings(state.key_context()) {
        let offered = binding.footer != Footer::Never && binding.command.is_enabled(state);
        let repeated = hints.iter().any(|(_, hint)| hint.command == binding.command);
        if let Some(key) = keys.first().filter(|_| offered && !repeated) {
            hints.push((*key, binding));
        }
    }
    hints
}

/// The keys of bindings that say the same, and what they do: `←↑↓→ Cité voisine`.
fn hint(hints: &[(Key, &Binding)], cx: ViewContext<'_>) -> Line<'static> {
    let ascii_only = !cx.theme.is_unicode();
    let names: Vec<String> = hints.iter().map(|(key, _)| key.name(cx.lang, ascii_only)).collect();
    let keys = names.join(if ascii_only { "/" } else { "" });
    let text = hints.first().map(|(_, binding)| t!(cx.lang, &binding.text)).unwrap_or_default();
    Line::from(vec![
        Span::styled(keys, cx.style(Role::Key)),
        Span::styled(format!(" {text}"), cx.style(Role::Detail)),
    ])
}
