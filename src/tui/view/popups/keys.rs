//! The keys that work in a place, and what they do.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::fold_text;
use crate::t;
use crate::tui::keymap;
use crate::tui::state::layout::take_top;
use crate::tui::state::{Extent, KeyContext, LineEditor, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{scrollbar, text};
use crate::tui::view::{Frame, ViewContext};

/// Blank columns between keys and what they do.
const GAP: usize = 2;

/// The keys that a filter finds, a line each.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    line: Rect,
    body: Rect,
    total: usize,
    found: Vec<Line<'static>>,
}

impl Layout {
    /// Lays out the keys of `context` that `filter` finds.
    pub fn new(screen: Rect, cx: ViewContext<'_>, context: KeyContext, filter: &LineEditor) -> Self {
        let all = lines(cx, context, "");
        let widest = all.iter().map(Line::width).max().unwrap_or(0);
        // The filter has the line above the keys.
        let area = frame::centered(screen, widest, all.len() + 1);
        let (line, body) = take_top(frame::inside(area), 1);
        let total = all.len();
        let found = if filter.text().is_empty() { all } else { lines(cx, context, filter.text()) };
        Self { area, line, body, total, found }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.found.len(), height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Keys { filter, scroll, .. } = popup else { return };
        let theme = cx.theme;
        frame::render(frame, self.area, &t!(cx.lang, "tui-help-title"), theme);
        let count = format!("{}/{} ", self.found.len(), self.total);
        frame::line(frame, self.line, filter, &count, theme);
        scrollbar::render(frame, self.body, self.body.right(), self.found.len(), *scroll, theme);
        for (line, row) in self.found.iter().skip(*scroll).zip(self.body.rows()) {
            let line = text::fitted(line.spans.clone(), row.width.into(), theme.glyphs.ellipsis);
            frame.render_widget(line, row);
        }
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.area, at)
    }
}

/// A line a binding that has the letters of `filter`: its keys, and what they do.
fn lines(cx: ViewContext<'_>, of: KeyContext, filter: &str) -> Vec<Line<'static>> {
    let named: Vec<(String, String)> = keymap::active_bindings(of)
        .into_iter()
        .map(|(binding, keys)| {
            let ascii_only = !cx.theme.is_unicode();
            let names: Vec<String> = keys.iter().map(|key| key.name(cx.lang, ascii_only)).collect();
            (names.join("  "), t!(cx.lang, &binding.text))
        })
        .collect();
    let widest = named.iter().map(|(names, _)| names.width()).max().unwrap_or(0);
    let wanted = fold_text(filter);
    let is_found = |(names, text): &(String, String)| {
        let line = format!("{} {}", fold_text(names), fold_text(text));
        wanted.split(' ').all(|word| line.contains(word)) || (filter == names)
    };
    let lines = named.into_iter().filter(is_found).map(|(names, text)| {
        let blank = " ".repeat(widest - names.width() + GAP);
        Line::from(vec![
            Span::styled(format!(" {names}{blank}"), cx.style(Role::Key)),
            Span::styled(format!("{text} "), cx.style(Role::Text)),
        ])
    });
    lines.collect()
}
