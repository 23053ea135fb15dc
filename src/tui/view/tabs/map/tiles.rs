//! The regions as tiles, for small screens and for fonts without outlines.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::tui::state::{Item, State};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::{table, text};
use crate::views::map::{self, Choropleth, Division, Measure, TILE_COLUMNS};

/// The most cells that a tile is wide, with the gap beside it.
const MAX_WIDTH: u16 = 30;
/// The most lines that a tile is high, with the gap below it.
const MAX_HEIGHT: u16 = 3;
/// The width from which on the sign of the shade has two cells.
const WIDE: u16 = 12;

/// The tiles on the screen.
pub struct Tiles<'a> {
    state: &'a State,
    choropleth: &'a Choropleth,
    tiles: Vec<(map::Tile<'a>, Rect)>,
    /// Whether the names of regions fit; if not, there are codes.
    has_names: bool,
}

impl<'a> Tiles<'a> {
    /// Lays out the tiles in an area.
    pub fn new(area: Rect, choropleth: &'a Choropleth, state: &'a State) -> Self {
        let tiles = state.tiles();
        let rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(1);
        let width = (area.width / TILE_COLUMNS).min(MAX_WIDTH);
        let height = (area.height / rows).clamp(1, MAX_HEIGHT);
        let place = |tile: &map::Tile<'_>| {
            // A gap below, if the two lines of a tile leave one.
            let (width, lines) = (width.saturating_sub(1), height.min(2));
            Rect::new(area.x + tile.column * (width + 1), area.y + tile.row * height, width, lines)
                .intersection(area)
        };
        let tiles: Vec<_> = tiles.into_iter().map(|tile| (tile, place(&tile))).collect();
        let name_width = usize::from(width.saturating_sub(text_offset(width) + 1));
        let has_names = tiles.iter().all(|(tile, _)| name(state, tile).width() <= name_width);
        Self { state, choropleth, tiles, has_names }
    }

    /// Returns the region at a position of the screen.
    pub fn item_at(&self, at: Position) -> Option<Item> {
        let (tile, _) = self.tiles.iter().find(|(_, area)| area.contains(at))?;
        Some(Item::Area(Division::Region, tile.region))
    }

    /// Draws the tiles.
    pub fn render(&self, frame: &mut Frame<'_>) {
        for (tile, area) in &self.tiles {
            self.render_tile(frame, tile, *area);
        }
    }

    fn render_tile(&self, frame: &mut Frame<'_>, tile: &map::Tile<'_>, area: Rect) {
        let state = self.state;
        let shade = self.choropleth.shade(tile.region).map(|shade| state.theme.shade(shade));
        let background = shade.as_ref().map(|shade| shade.style).unwrap_or_default();
        frame.buffer_mut().set_style(area, background);
        if let Some(shade) = &shade {
            let swatch = Rect { width: text_offset(area.width + 1).div_ceil(2).min(area.width), ..area };
            for row in swatch.rows() {
                let signs = shade.content.repeat(swatch.width.into());
                frame.render_widget(Line::from(Span::styled(signs, shade.style)), row);
            }
        }
        let offset = text_offset(area.width + 1);
        let beside = Rect { x: area.x + offset, width: area.width.saturating_sub(offset), ..area };
        let is_selected = state.selected() == Some(Item::Area(Division::Region, tile.region));
        let style = match is_selected {
            true => table::selection_style(state),
            false => state.theme.style(Role::Text).patch(background),
        };
        if is_selected {
            frame.buffer_mut().set_style(beside, style);
            frame.mark_selected(Rect { width: 1, height: 1, ..beside });
        }
        for (line, row) in self.lines(tile, beside, style).into_iter().zip(beside.rows()) {
            let cells =
                Rect { width: u16::try_from(line.width()).unwrap_or(u16::MAX), ..row }.intersection(row);
            frame.render_widget(line, cells);
        }
    }

    /// Returns the name and the value of a region: below each other, or beside each other where there is one line.
    fn lines(&self, tile: &map::Tile<'_>, area: Rect, style: Style) -> Vec<Line<'static>> {
        let state = self.state;
        let name = if self.has_names { name(state, tile) } else { tile.code };
        let value = match self.choropleth.areas.get(tile.region) {
            Some(area) => match area.value {
                Some(value) => self.choropleth.measure.text(value, state.lang),
                None if area.cites == 0 && self.choropleth.measure == Measure::Cites => state.lang.number(0),
                // There is nothing to measure.
                None if area.cites == 0 => String::new(),
                None => state.theme.glyphs.evidence.last().copied().unwrap_or_default().to_owned(),
            },
            None => String::new(),
        };
        let line = |content: &str| Line::from(text::plain(content, style));
        let width = usize::from(area.width);
        let value = Line::from(text::plain(&value, style));
        match area.height {
            0 => Vec::new(),
            1 if name.width() + 1 + value.width() <= width => {
                let mut both = line(&format!("{name} "));
                both.spans.extend(value.spans);
                vec![both]
            }
            1 => vec![line(name)],
            _ => vec![line(name), value],
        }
    }
}

/// Returns the cells of a tile before its text: the sign of its shade, and a blank if there is room.
const fn text_offset(width: u16) -> u16 {
    if width < WIDE { 1 } else { 3 }
}

fn name<'a>(state: &'a State, tile: &map::Tile<'a>) -> &'a str {
    state.snapshot.regions.get(tile.region).map_or(tile.code, |region| &region.name)
}
