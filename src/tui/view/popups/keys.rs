//! The keys that work in a context, and their commands.

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

/// The cells between keys and their description.
const GAP: usize = 2;

/// The keys that match a filter, one line each.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    filter: Rect,
    body: Rect,
    total: usize,
    matches: Vec<Line<'static>>,
}

impl Layout {
    /// Lays out the keys of `context` that match `filter`.
    pub fn new(screen: Rect, cx: ViewContext<'_>, context: KeyContext, filter: &LineEditor) -> Self {
        let all = lines(cx, context, "");
        let widest = all.iter().map(Line::width).max().unwrap_or(0);
        // The filter is the line above the keys.
        let area = frame::centered(screen, widest, all.len() + 1);
        let (filter_area, body) = take_top(frame::inside(area), 1);
        let total = all.len();
        let matches = if filter.text().is_empty() { all } else { lines(cx, context, filter.text()) };
        Self { area, filter: filter_area, body, total, matches }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.matches.len(), height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Keys { filter, scroll, .. } = popup else { return };
        let theme = cx.theme;
        frame::render(frame, self.area, &t!(cx.lang, "tui-help-title"), theme);
        let count = format!("{}/{} ", self.matches.len(), self.total);
        frame::input(frame, self.filter, filter, &count, theme);
        scrollbar::render(frame, self.body, self.body.right(), self.matches.len(), *scroll, theme);
        for (line, row) in self.matches.iter().skip(*scroll).zip(self.body.rows()) {
            text::render(frame, row, line.spans.clone(), theme);
        }
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.area, at)
    }
}

/// Returns a line for each binding that matches `filter`: its keys and its
/// description.
fn lines(cx: ViewContext<'_>, context: KeyContext, filter: &str) -> Vec<Line<'static>> {
    let named: Vec<(String, String)> = keymap::active_bindings(context)
        .into_iter()
        .map(|(binding, keys)| {
            let ascii_only = !cx.theme.is_unicode();
            let shown = if binding.shows_tab() { 1 } else { keys.len() };
            let names: Vec<String> =
                keys.iter().take(shown).map(|key| key.name(cx.lang, ascii_only)).collect();
            (names.join("  "), t!(cx.lang, &binding.text))
        })
        .collect();
    let widest = named.iter().map(|(names, _)| names.width()).max().unwrap_or(0);
    let words = fold_text(filter);
    let is_match = |(names, text): &(String, String)| {
        let line = format!("{} {}", fold_text(names), fold_text(text));
        words.split(' ').all(|word| line.contains(word)) || (filter == names)
    };
    let lines = named.into_iter().filter(is_match).map(|(names, text)| {
        let blank = " ".repeat(widest - names.width() + GAP);
        Line::from(vec![
            Span::styled(format!(" {names}{blank}"), cx.style(Role::Key)),
            Span::styled(format!("{text} "), cx.style(Role::Text)),
        ])
    });
    lines.collect()
}
