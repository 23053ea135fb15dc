//! A frame of the map on the screen: its border, its outlines, its points.

use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::text::Span;
use ratatui::widgets::canvas::{Canvas, Line};
use ratatui::widgets::{Block, Borders};

use crate::tui::state::layout::Areas;
use crate::tui::state::{Item, State};
use crate::tui::theme::Role;
use crate::tui::view::tabs::map::places::Places;
use crate::tui::view::tabs::map::{legend, points};
use crate::tui::view::{Frame, ViewContext};
use crate::views::map::{self, Point, Sheet, Window};

/// From this height on, a frame has a line on every side.
const BORDERED_HEIGHT: u16 = 6;

/// A frame of the map on the screen.
pub struct Pane<'a> {
    /// What lies in it.
    pub sheet: &'a Sheet,
    /// Where it stands, its border included.
    area: Rect,
    /// Where its map is drawn.
    pub inside: Rect,
    /// The piece of the frame that is drawn there.
    pub window: Window,
}

/// The frames that the map shows, and the place of its legend.
pub fn of<'a>(areas: &Areas, state: &'a State) -> (Vec<Pane<'a>>, Rect) {
    let selected = selected(state);
    let body = areas.body();
    let places = Places::of(body, selected.map(|point| point.frame), legend::height(state, body.width));
    let panes = places.frames.into_iter().filter_map(|(frame, area)| {
        let sheet = state.atlas().sheet(frame)?;
        let inside = border(frame, area).inner(area);
        let fit = Window::fit(&sheet.bounds, inside.width, inside.height);
        let window = match selected {
            Some(point) if point.frame == frame => fit.zoomed(state.map.zoom, frame.project(point.center)),
            _ => fit,
        };
        Some(Pane { sheet, area, inside, window })
    });
    (panes.collect(), places.legend)
}

/// The point of the selected Cité.
pub fn selected(state: &State) -> Option<&Point> {
    match state.selected()? {
        Item::Cite(cite) => state.atlas().point(cite),
        _ => None,
    }
}

/// The listed Cité in a cell of the screen, or the nearest one beside it.
pub fn cite_at(areas: &Areas, state: &State, at: Position) -> Option<usize> {
    let (panes, _) = of(areas, state);
    let pane = panes.iter().find(|pane| pane.inside.contains(at))?;
    let mut placed = points::placed(pane, state);
    placed.retain(|point| points::is_listed(state, point.cite));
    map::at(&placed, at.x - pane.inside.x, at.y - pane.inside.y)
}

impl Pane<'_> {
    /// Draws the frame with everything in it.
    pub fn render(&self, frame: &mut Frame<'_>, state: &State) {
        let cx = ViewContext::of(state);
        let theme = &state.theme;
        let title = format!(" {} ", self.sheet.frame.title(state.context()));
        let block = border(self.sheet.frame, self.area)
            .border_set(theme.glyphs.border)
            .border_style(theme.style(Role::Line))
            .title(Span::styled(title, theme.style(Role::Detail)));
        // The mainland has neither border nor title.
        if self.inside != self.area {
            frame.render_widget(block, self.area);
        }
        self.draw_outlines(frame, cx);
        points::render(frame, self, state);
    }

    fn draw_outlines(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>) {
        let marker = cx.theme.glyphs.dots;
        let (across, down) = dots(marker);
        let (x_bounds, y_bounds) = self.window.dots(across, down);
        let style = cx.style(Role::Outline);
        let color = style.fg.unwrap_or(Color::Reset);
        let canvas = Canvas::default().marker(marker).x_bounds(x_bounds).y_bounds(y_bounds).paint(|canvas| {
            for (from, to) in self.sheet.outlines.iter().flat_map(|ring| ring.iter().zip(ring.iter().skip(1)))
            {
                canvas.draw(&Line::new(from[0], from[1], to[0], to[1], color));
            }
        });
        frame.render_widget(canvas, self.inside);
        // A canvas knows colours only.
        frame.buffer_mut().set_style(self.inside, style);
    }
}

fn border(frame: map::Frame, area: Rect) -> Block<'static> {
    match frame {
        map::Frame::Metropole => Block::new(),
        _ if area.height >= BORDERED_HEIGHT => Block::new().borders(Borders::ALL),
        _ => Block::new().borders(Borders::TOP),
    }
}

/// How many dots a cell has beside and below each other.
const fn dots(marker: Marker) -> (u16, u16) {
    match marker {
        Marker::Braille => (2, 4),
        _ => (1, 1),
    }
}
