//! The areas of the screen. Drawing, paging and the mouse all use them.
//!
//! ```text
//!  header                                  header
//!  search                                  search
//!  list titles       │ card                list titles
//!  list rows         │                     list rows
//!                    │                     panel
//!  panel             │                     ── card ─────────
//!  footer                                  footer
//!  100 columns and more                    less than that, or a few rows only
//! ```

use ratatui::layout::{Rect, Size};

use crate::tui::state::{Body, Focus, State};

/// The smallest screen, in columns and rows. On a smaller one, a line says that it is too
/// small.
pub const MIN_SIZE: Size = Size::new(20, 5);

/// The width from which on the card is beside the list, in columns.
const BESIDE_WIDTH: u16 = 100;
/// The size from which on the card is below the list, in columns and rows. The map keeps
/// the height for itself.
const BELOW: Size = Size::new(60, 20);
/// The most rows of a list that gives its space to the card.
const FEW_ROWS: usize = 6;

/// The height from which on there is a footer, in rows.
const FOOTER_HEIGHT: u16 = 8;
/// The lines that a panel leaves for the list and its titles.
const MIN_LIST_HEIGHT: u16 = 5;

/// The parts of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// Title and tabs.
    pub header: Rect,
    /// The search bar.
    pub search: Rect,
    /// The titles of the columns, one line.
    pub titles: Rect,
    /// The lines of the list.
    pub rows: Rect,
    /// The panel with sums or a legend, above the list or below it. May be empty.
    pub panel: Rect,
    /// The card of the selected item.
    pub card: CardArea,
    /// The active keys. May be empty.
    pub footer: Rect,
}

/// The area of the card, relative to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardArea {
    /// The card is not shown.
    Closed,
    /// To the right of the list, including the line between them.
    Beside(Rect),
    /// Below the list, including the line between them.
    Below(Rect),
    /// Instead of the list, while the card has the focus.
    Instead(Rect),
}

impl Areas {
    /// Returns the list with its titles: the whole space of a tab without a list.
    pub fn body(&self) -> Rect {
        self.titles.union(self.rows)
    }

    fn of(state: &State) -> Option<Self> {
        let size = state.size;
        if size.width < MIN_SIZE.width || size.height < MIN_SIZE.height {
            return None;
        }
        let screen = Rect::new(0, 0, size.width, size.height);
        let (header, rest) = take_top(screen, 1);
        let (search, rest) = take_top(rest, 1);
        let (body, footer) = take_bottom(rest, u16::from(size.height >= FOOTER_HEIGHT));
        let panel_height = (state.tab.info().panel_height)(size, state.timeline);
        let (list, card) = split_body(body, state, panel_height);
        let room_for_panel = list.height >= panel_height + rows_needed(state).min(MIN_LIST_HEIGHT);
        let panel_height = if room_for_panel { panel_height } else { 0 };
        let (list, panel) = match state.tab.info().panel_is_above {
            true => {
                let (panel, list) = take_top(list, panel_height);
                (list, panel)
            }
            false => take_bottom(list, panel_height),
        };
        let (titles, rows) = take_top(list, 1);
        Some(Self { header, search, titles, rows, panel, card, footer })
    }
}

impl State {
    /// Returns the areas of the screen, or `None` if it is too small.
    pub fn areas(&self) -> Option<Areas> {
        Areas::of(self)
    }

    /// Returns the height of the list, in lines.
    pub(in crate::tui) fn rows_height(&self) -> usize {
        self.areas().map_or(0, |areas| areas.rows.height.into())
    }
}

impl CardArea {
    /// Returns its area, including the line between it and the list.
    pub const fn area(self) -> Option<Rect> {
        match self {
            Self::Closed => None,
            Self::Beside(area) | Self::Below(area) | Self::Instead(area) => Some(area),
        }
    }

    /// Returns the area of its text: title, subtitle and sections.
    pub fn text(self) -> Option<Rect> {
        match self {
            Self::Closed => None,
            // The line and a blank at the left; a blank and the scrollbar at the right.
            Self::Beside(area) => Some(Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area }),
            Self::Below(area) => Some(pad(take_top(area, 1).1)),
            Self::Instead(area) => Some(pad(area)),
        }
    }
}

/// Returns the lines that the list and its titles need.
fn rows_needed(state: &State) -> u16 {
    u16::try_from(state.list().listing().items.len() + 1).unwrap_or(u16::MAX)
}

fn split_body(body: Rect, state: &State, panel_height: u16) -> (Rect, CardArea) {
    let (size, kind) = (state.size, state.tab.info().body);
    let card_has_focus = state.focus == Focus::Card;
    let has_room_below = kind != Body::Map && size.width >= BELOW.width && size.height >= BELOW.height;
    let rows = state.list().listing().items.len();
    if kind == Body::Page {
        (body, CardArea::Closed)
    } else if card_has_focus {
        (body, CardArea::Instead(body))
    } else if kind == Body::Texts || state.list_alone {
        (body, CardArea::Closed)
    } else if has_room_below && (1..=FEW_ROWS).contains(&rows) {
        // What is left of the list has its lines, and the card the rest.
        let list_height = rows_needed(state) + panel_height;
        let (list, card) = take_top(body, list_height);
        (list, CardArea::Below(card))
    } else if size.width >= BESIDE_WIDTH {
        // A third of the width fits most lines of a card and leaves the names of the list whole.
        // 84 columns are 80 of text, the line, two blanks and the scrollbar.
        let width = (size.width * 35 / 100).clamp(42, 84);
        let (list, card) = take_right(body, width);
        (list, CardArea::Beside(card))
    } else if has_room_below {
        // About half of the height: 10 of the 21 lines of a body on a screen of 24. The
        // panel takes its lines from the card, not from the list.
        let (list, card) = take_bottom(body, (body.height * 52 / 100).saturating_sub(panel_height));
        (list, CardArea::Below(card))
    } else {
        (body, CardArea::Closed)
    }
}

/// Returns the area without its leftmost and rightmost column.
pub fn pad(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

/// Splits an area into its first `height` lines and the rest.
pub fn take_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let rest = Rect { y: area.y + height, height: area.height - height, ..area };
    (Rect { height, ..area }, rest)
}

/// Splits an area into the rest and its last `height` lines.
pub fn take_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    take_top(area, area.height.saturating_sub(height))
}

/// Splits an area into the rest and its last `width` columns.
pub fn take_right(area: Rect, width: u16) -> (Rect, Rect) {
    let left = area.width.saturating_sub(width);
    let rest = Rect { x: area.x + left, width: area.width - left, ..area };
    (Rect { width: left, ..area }, rest)
}
