//! The line at the bottom: the keys that work right now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{search_bar, text};
use crate::t;
use crate::tui::app::App;
use crate::tui::keymap::{self, Binding};
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
    for binding in hints(app) {
        let mut hint = Line::from(hint(binding, app));
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

/// What the footer shows, in its order.
pub fn hints(app: &App) -> Vec<&'static Binding> {
    let mut hints: Vec<&Binding> = Vec::new();
    for binding in keymap::working(app.keys()).filter(|binding| binding.in_footer && app.can(&binding.action))
    {
        if !hints.iter().any(|hint| hint.action == binding.action) {
            hints.push(binding);
        }
    }
    hints
}

fn hint(binding: &Binding, app: &App) -> Vec<Span<'static>> {
    let key = binding.keys.first().map(|key| key.name(app.lang)).unwrap_or_default();
    let text = t!(app.lang, binding.text);
    vec![
        Span::styled(key, app.theme.style(Role::Key)),
        Span::styled(format!(" {text}"), app.theme.style(Role::Detail)),
    ]
}
