//! The facets that narrow the query, with the number of Cités for each value.
//!
//! ```text
//! ╭ Filtres ────────────────────────────╮
//! │ Région  Département  Vague  Échelle │
//! │ > bre                          1/18 │
//! │ [x] Bretagne            3 ███       │
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

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

/// The width inside of the border, in cells; more if the names of the facets then stand on one line.
const WIDTH: usize = 66;
/// The maximum height inside of the border, in lines.
const MAX_HEIGHT: usize = 24;
/// The cells of a count.
const COUNT_WIDTH: usize = 6;
/// The cells of a bar and the blank after it, where they fit.
const BAR_WIDTH: usize = 16;
/// The minimum width of a name beside a bar, in cells.
const MIN_NAME_WIDTH: usize = 24;

/// The names of the facets, and the areas of the filter and the values.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    names: Rect,
    titles: Vec<Line<'static>>,
    filter: Rect,
    body: Rect,
    /// The number of values that match the filter.
    count: usize,
}

impl Layout {
    /// Lays out the facets.
    pub fn new(screen: Rect, cx: ViewContext<'_>, facets: &Facets) -> Self {
        let one_line = titles(cx, facets.facet(), u16::MAX).first().map_or(0, Line::width);
        let area = frame::centered(screen, one_line.max(WIDTH), MAX_HEIGHT);
        let inside = frame::inside(area);
        let titles = titles(cx, facets.facet(), inside.width);
        // On a low screen, names give way to a few values.
        let height = u16::try_from(titles.len()).unwrap_or(1).min(inside.height.saturating_sub(3).max(1));
        let (names, rest) = take_top(inside, height);
        let (filter, body) = take_top(rest, 1);
        Self { area, names, titles, filter, body, count: facets.shown().len() }
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
        Extent { lines: self.count, height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Facets(facets) = popup else { return };
        let theme = cx.theme;
        frame::render(frame, self.area, &t!(cx.lang, "tui-facets-title"), theme);
        page::render_lines(frame, self.names, &self.titles, 0);
        let count = format!("{}/{} ", self.count, facets.total());
        frame::input(frame, self.filter, &facets.filter, &count, theme);
        let max = facets.shown().map(|value| value.count).max().unwrap_or(0);
        let (body, cursor) = (self.body, facets.cursor);
        scrollbar::render(frame, body, body.right(), self.count, cursor.offset(), theme);
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
        let line = || layout::line_at(self.body, at, offset, self.count);
        facet.or_else(line).unwrap_or(layout::on(self.area, at))
    }
}

/// Returns the names of the facets, the open one highlighted.
fn titles(cx: ViewContext<'_>, open: QueryField, columns: u16) -> Vec<Line<'static>> {
    let title = |facet: &QueryField| {
        let role = if *facet == open { Role::ActiveTab } else { Role::Tab };
        Line::from(Span::styled(format!(" {} ", Grouping::Field(*facet).title(cx.lang)), cx.style(role)))
    };
    wrap::flow(FACETS.iter().map(title).collect(), columns.into())
}

/// Returns `[x] Bretagne   3 ███`.
fn value_line(cx: ViewContext<'_>, value: &FacetValue, max: usize, columns: usize) -> Line<'static> {
    let theme = cx.theme;
    let style = match (value.chosen, value.count) {
        (true, _) => theme.style(Role::Heading),
        (false, 0) => theme.style(Role::Unknown),
        (false, _) => theme.style(Role::Text),
    };
    let count = cx.lang.number(value.count as u64);
    let bar_width = if columns >= MIN_NAME_WIDTH + COUNT_WIDTH + BAR_WIDTH { BAR_WIDTH } else { 0 };
    let name_width = columns.saturating_sub(COUNT_WIDTH + bar_width + 1);
    let sign = if value.chosen { "[x] " } else { "[ ] " };
    let name = vec![Span::styled(sign, style), text::plain(&value.name, style)];
    let mut line = text::to_width(name, name_width, style, theme);
    line.push_span(Span::styled(format!("{count:>COUNT_WIDTH$} "), style));
    if bar_width > 0 {
        line.spans.extend(bars::quantity(value.count, value.count, max, bar_width - 1, theme));
    }
    line
}
