//! The Cités nearest to a place, with their distances.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{Extent, Neighbours, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::popups::{choices, frame};
use crate::tui::view::widgets::text;
use crate::tui::view::{Frame, ViewContext};
use crate::views::Column;
use crate::views::cites::CiteColumn;
use crate::views::near::Distance;

/// The cells of the distance and the blanks around it.
const DISTANCE_WIDTH: usize = 12;
/// The least width of the popup, in cells.
const MIN_WIDTH: usize = 56;

/// A line for each Cité, below a line in which another place is written.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    place: Rect,
    body: Rect,
    title: String,
    lines: Vec<Line<'static>>,
}

impl Layout {
    /// Lays out the list.
    pub fn new(screen: Rect, cx: ViewContext<'_>, neighbours: &Neighbours) -> Self {
        let lines = lines(cx, neighbours);
        let title = match &neighbours.origin {
            Some(origin) => t!(cx.lang, "tui-near-title", name = origin.name.as_str()),
            None => t!(cx.lang, "tui-near-nowhere"),
        };
        let widest = lines.iter().map(Line::width).max().unwrap_or(0).max(title.width() + 2).max(MIN_WIDTH);
        let area = frame::centered(screen, widest, lines.len().max(1) + 1);
        let (place, body) = take_top(frame::inside(area), 1);
        Self { area, place, body, title, lines }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.body.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Neighbours(neighbours) = popup else { return };
        let theme = cx.theme;
        frame::render(frame, self.area, &self.title, theme);
        frame::input(frame, self.place, &neighbours.place, "", theme);
        if neighbours.place.text().is_empty() {
            // Behind the prompt and the cursor.
            let area = Rect { x: self.place.x + 3, width: self.place.width.saturating_sub(3), ..self.place };
            let hint = text::plain(&t!(cx.lang, "tui-near-hint"), theme.style(Role::Placeholder));
            text::render(frame, area, vec![hint], theme);
        }
        choices::render(frame, self.body, &self.lines, neighbours.cursor, theme);
    }

    fn hit(&self, at: Position, popup: &Popup) -> HitTarget {
        let offset = popup.cursor().unwrap_or_default().offset();
        layout::line_at(self.body, at, offset, self.lines.len()).unwrap_or(layout::on(self.area, at))
    }
}

/// Returns `  15,2 km  Rennes Métropole · 35`, the nearest Cité first.
fn lines(cx: ViewContext<'_>, neighbours: &Neighbours) -> Vec<Line<'static>> {
    let context = cx.views();
    let cites =
        neighbours.cites.iter().filter_map(|near| Some((near, context.snapshot.cites.get(near.cite)?)));
    let line = |(near, cite): (&Distance, _)| {
        let distance = t!(cx.lang, "kilometres", number = cx.lang.tenths(near.km));
        let blank = " ".repeat(DISTANCE_WIDTH.saturating_sub(distance.width() + 2));
        let column = |column: CiteColumn, role| text::plain(&column.text(cite, context), cx.style(role));
        Line::from(vec![
            Span::styled(format!("{blank}{distance}  "), cx.style(Role::Detail)),
            column(CiteColumn::Label, Role::Text),
            Span::styled(" · ", cx.style(Role::Detail)),
            column(CiteColumn::Department, Role::Detail),
            Span::raw(" "),
        ])
    };
    cites.map(line).collect()
}
