//! The query language, by examples that run when they are chosen.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::t;
use crate::tui::state::layout::take_bottom;
use crate::tui::state::{Extent, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::popups::{choices, frame};
use crate::tui::view::widgets::{page, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::grammar::{Example, examples};

/// The height of the chosen example's meaning, in lines.
const MEANING_HEIGHT: u16 = 2;

/// The examples, one line each.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    body: Rect,
    /// The space of the chosen example's meaning; empty if no line is cut.
    meaning: Rect,
    lines: Vec<Line<'static>>,
}

impl Layout {
    /// Lays out the examples.
    pub fn new(screen: Rect, cx: ViewContext<'_>) -> Self {
        let lines = lines(cx);
        let widest = lines.iter().map(Line::width).max().unwrap_or(0);
        let area = frame::centered(screen, widest, lines.len());
        let inside = frame::inside(area);
        let is_cut = widest > usize::from(inside.width);
        let meaning_height = if is_cut { MEANING_HEIGHT.min(inside.height / 2) } else { 0 };
        let (body, meaning) = take_bottom(inside, meaning_height);
        Self { area, body, meaning, lines }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let theme = cx.theme;
        let cursor = popup.cursor().unwrap_or_default();
        frame::render(frame, self.area, &t!(cx.lang, "tui-grammar-title"), theme);
        if let Some(example) = examples().nth(cursor.index()) {
            let meaning = text::plain(&example.meaning(cx.lang), theme.style(Role::Detail));
            page::render_lines(frame, self.meaning, &wrap::wrap(&[meaning], self.meaning.width.into()), 0);
        }
        choices::render(frame, self.body, &self.lines, cursor, theme);
    }

    fn hit(&self, at: Position, popup: &Popup) -> HitTarget {
        let offset = popup.cursor().unwrap_or_default().offset();
        layout::line_at(self.body, at, offset, self.lines.len()).unwrap_or(layout::on(self.area, at))
    }
}

fn lines(cx: ViewContext<'_>) -> Vec<Line<'static>> {
    let widest = examples().map(|example| example.query(cx.lang).width()).max().unwrap_or(0);
    let line = |example: Example| {
        let query = example.query(cx.lang);
        let blank = " ".repeat(widest - query.width() + 2);
        Line::from(vec![
            Span::styled(format!("  {query}{blank}"), cx.style(Role::Key)),
            Span::styled(format!("{} ", example.meaning(cx.lang)), cx.style(Role::Text)),
        ])
    };
    examples().map(line).collect()
}
