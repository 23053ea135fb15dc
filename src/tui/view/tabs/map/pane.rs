//! A frame of the map on the screen: its border and its outlines.

use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::text::{self, Span};
use ratatui::widgets::canvas::{Canvas, Line};
use ratatui::widgets::{Block, Borders, Clear};

use crate::tui::theme::Role;
use crate::tui::view::{Frame, ViewContext};
use crate::views::map::{self, CellDots, Division, GridPosition, GridSize, Inset, Viewport, Zoom};

/// The height from which a frame has a border on every side, in lines. A lower
/// one has only its title.
const BORDERED_HEIGHT: u16 = 6;

/// The width from which a frame that shows a part of the country has names, in cells.
const MIN_WIDTH_FOR_NAMES: u16 = 40;

/// The height from which on there is room for the outlines of departments on the whole mainland, in lines.
const MIN_HEIGHT_FOR_DEPARTMENTS: u16 = 40;

/// A frame of the map on the screen.
pub struct Pane<'a> {
    /// The outlines of the frame.
    pub inset: &'a Inset,
    /// The area with the border.
    area: Rect,
    /// The area inside of the border.
    pub inside: Rect,
    /// The part of the frame that is drawn inside.
    pub viewport: Viewport,
    /// Whether it shows a part of the country in detail.
    is_detail: bool,
}

impl<'a> Pane<'a> {
    /// Fits a frame in an area.
    pub fn new(inset: &'a Inset, area: Rect) -> Self {
        let inside = border(inset.projection, area).inner(area);
        let size = GridSize { columns: inside.width, rows: inside.height };
        let is_detail = inset.projection == map::Projection::IleDeFrance;
        Self { inset, area, inside, viewport: Viewport::fit(&inset.bounds, size), is_detail }
    }

    /// Zooms in around a point of the frame.
    pub fn zoomed(self, zoom: Zoom, center: [f64; 2]) -> Self {
        let is_detail = self.is_detail || zoom != Zoom::FIT;
        Self { viewport: self.viewport.zoomed(zoom, center), is_detail, ..self }
    }

    /// Returns whether there is room for the names of points.
    pub const fn has_room_for_names(&self) -> bool {
        self.is_detail && self.inside.width >= MIN_WIDTH_FOR_NAMES
    }

    /// Draws the border and the outlines: of the areas of a division, or of as many as there is room for.
    pub fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, division: Option<Division>) {
        let title = format!(" {} ", self.inset.projection.title(cx.views()));
        let block = border(self.inset.projection, self.area)
            .border_set(cx.theme.glyphs.border)
            .border_style(cx.style(Role::Line))
            .title(Span::styled(title, cx.style(Role::Detail)));
        // The mainland has neither border nor title.
        if self.inside != self.area {
            frame.render_widget(block, self.area);
        }
        self.draw_outlines(frame, cx, division.unwrap_or_else(|| self.division()));
    }

    /// Returns the areas whose outlines there is room for.
    fn division(&self) -> Division {
        let has_room = self.is_detail || self.inside.height >= MIN_HEIGHT_FOR_DEPARTMENTS;
        match Division::Department {
            departments if has_room && !self.inset.shapes(departments).is_empty() => departments,
            _ => Division::Region,
        }
    }

    /// Draws a line of text from a cell of the pane to at most its right edge, over a cleared background.
    pub fn draw_line(&self, frame: &mut Frame<'_>, start: GridPosition, line: text::Line<'_>) {
        let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
        let (x, y) = (self.inside.x + start.column, self.inside.y + start.row);
        let area = Rect::new(x, y, width, 1).intersection(self.inside);
        frame.render_widget(Clear, area);
        frame.render_widget(line, area);
    }

    fn draw_outlines(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, division: Division) {
        let marker = cx.theme.glyphs.dots;
        let bounds = self.viewport.dots(dots(marker));
        let style = cx.style(Role::Outline);
        let color = style.fg.unwrap_or(Color::Reset);
        let canvas = Canvas::default().marker(marker).x_bounds(bounds.x).y_bounds(bounds.y).paint(|canvas| {
            let outlines = self.inset.shapes(division).iter().flat_map(|shape| &shape.rings);
            for (from, to) in outlines.flat_map(|ring| ring.iter().zip(ring.iter().skip(1))) {
                canvas.draw(&Line::new(from[0], from[1], to[0], to[1], color));
            }
        });
        frame.render_widget(canvas, self.inside);
        // A canvas has colours only.
        frame.buffer_mut().set_style(self.inside, style);
    }
}

fn border(frame: map::Projection, area: Rect) -> Block<'static> {
    match frame {
        map::Projection::Metropole => Block::new(),
        _ if area.height >= BORDERED_HEIGHT => Block::new().borders(Borders::ALL),
        _ => Block::new().borders(Borders::TOP),
    }
}

const fn dots(marker: Marker) -> CellDots {
    match marker {
        Marker::Braille => CellDots { across: 2, down: 4 },
        _ => CellDots { across: 1, down: 1 },
    }
}
