//! The line at the bottom: the keys that work right now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{search_bar, text};
use crate::t;
use crate::tui::app::App;
use crate::tui::keymap::{self, Binding, Key};
use crate::tui::layout::Areas;
use crate::tui::theme::Role;

/// Draws the line; what is to be said of the query comes first.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    let area = areas.footer;
    let width = usize::from(area.width.saturating_sub(1));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if let Some(notice) = search_bar::notice_without_room(areas.search, app) {
        let notice = vec![text::plain(&notice, app.theme.style(Role::Problem))];
        frame.render_widget(text::fitted(notice, width, app.theme.glyphs.ellipsis), inside);
        return;
    }
    let mut line = Line::default();
    for hints in hints(app).chunk_by(|(_, one), (_, next)| one.text == next.text) {
        let mut hint = hint(hints, app);
        if !line.spans.is_empty() {
            hint.spans.insert(0, Span::raw("  "));
        }
        // A shorter one may have room where a longer one has none.
        if line.width() + hint.width() <= width {
            line.spans.extend(hint.spans);
        }
    }
    frame.render_widget(line, inside);
}

/// What the footer shows, in its order, each with the key to press.
pub fn hints(app: &App) -> Vec<(Key, &'static Binding)> {
    let mut hints: Vec<(Key, &Binding)> = Vec::new();
    for (binding, keys) in keymap::working(app.keys()) {
        let offered = binding.in_footer && app.can(&binding.action);
        let repeated = hints.iter().any(|(_, hint)| hint.action == binding.action);
        if let Some(key) = keys.first().filter(|_| offered && !repeated) {
            hints.push((*key, binding));
        }
    }
    hints
}

/// The keys of bindings that say the same, and what they do: `←↑↓→ Cité voisine`.
fn hint(hints: &[(Key, &Binding)], app: &App) -> Line<'static> {
    let keys: String = hints.iter().map(|(key, _)| key.name(app.lang)).collect();
    let text = hints.first().map(|(_, binding)| t!(app.lang, binding.text)).unwrap_or_default();
    Line::from(vec![
        Span::styled(keys, app.theme.style(Role::Key)),
        Span::styled(format!(" {text}"), app.theme.style(Role::Detail)),
    ])
}
