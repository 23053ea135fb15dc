//! What the query can be narrowed by, with what each choice would find.
//!
//! ```text
//! ╭ Filtres ────────────────────────────╮
//! │ Région  Département  Vague  Échelle │
//! │ > bre                          1/18 │
//! │ [x] Bretagne            3 ███       │
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::search::QueryField;
use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{Extent, Facets, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::text::width;
use crate::tui::view::widgets::{bars, page, scrollbar, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::facets::{FACETS, FacetValue};
use crate::views::groups::Grouping;

/// Widest and tallest inside.
const MAX_WIDTH: usize = 66;
const MAX_HEIGHT: usize = 24;
/// Columns for the count, and for the bar where there is room.
const COUNT_WIDTH: usize = 6;
const BAR_WIDTH: usize = 16;
/// Fewest columns for a name beside a bar.
const LEAST_NAME: usize = 24;

/// The names of the facets; the values are drawn as they are.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    names: Rect,
    titles: Vec<Line<'static>>,
    line: Rect,
    body: Rect,
    /// The number of values that the filter finds.
    shown: usize,
}

impl Layout {
    /// Lays out the facets.
    pub fn new(screen: Rect, cx: ViewContext<'_>, facets: &Facets) -> Self {
        let area = frame::centered(screen, MAX_WIDTH, MAX_HEIGHT);
        let inside = frame::inside(area);
        let titles = titles(cx, facets.facet(), inside.width);
        // Some values show, however low the screen is.
        let height = u16::try_from(titles.len()).unwrap_or(1).min(inside.height.saturating_sub(3).max(1));
        let (names, rest) = take_top(inside, height);
        let (line, body) = take_top(rest, 1);
        Self { area, names, titles, line, body, shown: facets.shown().len() }
    }

    fn facet_at(&self, at: Position) -> Option<usize> {
        let mut indices = 0..;
        for (line, row) in self.titles.iter().zip(self.names.rows()) {
            let mut x = row.x;
            // Blanks between the names are spans of their own.
            for name in line.spans.iter().filter(|span| !span.content.trim().is_empty()) {
                let area = Rect { x, width: width(&name.content), ..row };
                let index = indices.next()?;
                if area.contains(at) {
                    return Some(index);
                }
                x = area.right() + 1;
            }
        }
        None
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.shown, height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Facets(facets) = popup else { return };
        let theme = cx.theme;
        frame::render(frame, self.area, &t!(cx.lang, "tui-facets-title"), theme);
        page::render_lines(frame, self.names, &self.titles, 0);
        let count = format!("{}/{} ", self.shown, facets.total());
        frame::line(frame, self.line, &facets.filter, &count, theme);
        let max = facets.shown().map(|value| value.count).max().unwrap_or(0);
        let (body, cursor) = (self.body, facets.cursor);
        scrollbar::render(frame, body, body.right(), self.shown, cursor.offset(), theme);
        for ((index, value), row) in facets.shown().enumerate().skip(cursor.offset()).zip(body.rows()) {
            frame.render_widget(value_line(cx, value, max, row.width.into()), row);
            if index == cursor.index() {
                frame.buffer_mut().set_style(row, theme.style(Role::Selected));
            }
        }
    }

    fn hit(&self, at: Position, popup: &Popup) -> HitTarget {
        let offset = popup.cursor().unwrap_or_default().offset();
        let facet = self.facet_at(at).map(HitTarget::Facet);
        let line = || layout::line_at(self.body, at, offset, self.shown);
        facet.or_else(line).unwrap_or(layout::on(self.area, at))
    }
}

/// The facets, the open one told apart.
fn titles(cx: ViewContext<'_>, open: QueryField, columns: u16) -> Vec<Line<'static>> {
    let title = |facet: &QueryField| {
        let role = if *facet == open { Role::ActiveTab } else { Role::Tab };
        Line::from(Span::styled(format!(" {} ", Grouping::Field(*facet).title(cx.lang)), cx.style(role)))
    };
    wrap::flow(FACETS.iter().map(title).collect(), columns.into())
}

/// `[x] Bretagne   3 ███`
fn value_line(cx: ViewContext<'_>, value: &FacetValue, most: usize, columns: usize) -> Line<'static> {
    let theme = cx.theme;
    let style = match (value.chosen, value.count) {
        (true, _) => theme.style(Role::Heading),
        (false, 0) => theme.style(Role::Unknown),
        (false, _) => theme.style(Role::Text),
    };
    let count = cx.lang.number(value.count as u64);
    let bar_width = if columns >= LEAST_NAME + COUNT_WIDTH + BAR_WIDTH { BAR_WIDTH } else { 0 };
    let name_width = columns.saturating_sub(COUNT_WIDTH + bar_width + 1);
    let sign = if value.chosen { "[x] " } else { "[ ] " };
    let name = vec![Span::styled(sign, style), text::plain(&value.name, style)];
    let mut line = text::fitted(name, name_width, theme.glyphs.ellipsis);
    let blank = (name_width + COUNT_WIDTH).saturating_sub(line.width() + count.width());
    line.push_span(Span::styled(format!("{}{count} ", " ".repeat(blank)), style));
    if bar_width > 0 {
        line.push_span(bars::piece(0, bars::scaled(value.count, most, bar_width - 1), theme));
    }
    line
}
