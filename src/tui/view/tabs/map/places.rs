//! Where the frames of the map and its legend stand.
//!
//! ```text
//!  ┌ blow-up ┐ mainland        ┌ blow-up ┐ mainland  ─ overseas    mainland │ blow-up
//!  └─────────┘                 └─────────┘           ─ overseas             │ or the
//!  legend                      legend                ─ overseas             │ overseas
//!                                                    ─ overseas             │ region
//!  ┌──┐┌──┐ overseas                                 ─ overseas    legend
//!  tall                        wide                                small
//! ```

use ratatui::layout::Rect;

use crate::tui::state::layout::{take_bottom, take_right, take_top};
use crate::views::map::Frame;

/// Width of the strip with the blow-up and the legend.
const STRIP_WIDTH: u16 = 24;
/// Height of the blow-up, its border included: as wide as it is tall, nearly.
const BLOW_UP_HEIGHT: u16 = 11;
/// Height of a row of overseas frames, borders included.
const ROW_HEIGHT: u16 = 7;
/// Width of a column of overseas frames.
const COLUMN_WIDTH: u16 = 14;
/// From this size on, every frame has its place.
const LEAST_WIDTH: u16 = 66;
const LEAST_HEIGHT: u16 = 18;

/// The parts of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Frames with where they stand, their borders included.
    pub frames: Vec<(Frame, Rect)>,
    /// The legend.
    pub legend: Rect,
}

impl Places {
    /// The parts of a map in `area`. Where not every frame has room, that of
    /// the selected Cité has, and the legend has `lines` lines below them.
    pub fn of(area: Rect, selected: Option<Frame>, lines: u16) -> Self {
        if area.width < LEAST_WIDTH || area.height < LEAST_HEIGHT {
            return Self::small(area, selected, lines);
        }
        // The mainland is as wide as it is tall, and a cell half as wide.
        let is_wide = area.width >= STRIP_WIDTH + COLUMN_WIDTH + 2 * area.height - 4;
        if is_wide { Self::wide(area) } else { Self::tall(area) }
    }

    fn tall(area: Rect) -> Self {
        let (above, row) = take_bottom(area, ROW_HEIGHT);
        let (blow_up, legend, mainland) = strip(above);
        let mut frames = vec![(Frame::Metropole, mainland), (Frame::IleDeFrance, blow_up)];
        frames.extend(Frame::OVERSEAS.into_iter().zip(split(row.width, |x, width| Rect {
            x: row.x + x,
            width,
            ..row
        })));
        Self { frames, legend }
    }

    fn wide(area: Rect) -> Self {
        let (rest, column) = take_right(area, COLUMN_WIDTH);
        let (blow_up, legend, mainland) = strip(rest);
        let mut frames = vec![(Frame::Metropole, mainland), (Frame::IleDeFrance, blow_up)];
        let rows = split(column.height, |y, height| Rect { y: column.y + y, height, ..column });
        frames.extend(Frame::OVERSEAS.into_iter().zip(rows));
        Self { frames, legend }
    }

    fn small(area: Rect, selected: Option<Frame>, lines: u16) -> Self {
        let (above, legend) = take_bottom(area, lines.min(area.height / 3));
        let (mainland, beside) = take_right(above, above.width.saturating_sub(2 * above.height));
        let second = selected.filter(|frame| *frame != Frame::Metropole).unwrap_or(Frame::IleDeFrance);
        Self { frames: vec![(Frame::Metropole, mainland), (second, beside)], legend }
    }
}

/// The blow-up above the legend, to the left of the mainland.
fn strip(area: Rect) -> (Rect, Rect, Rect) {
    let (strip, mainland) = take_right(area, area.width.saturating_sub(STRIP_WIDTH));
    let (blow_up, below) = take_top(strip, BLOW_UP_HEIGHT);
    let legend = Rect { x: below.x + 1, width: below.width.saturating_sub(2), ..take_top(below, 1).1 };
    (blow_up, legend, mainland)
}

/// Splits a length into one part for each overseas frame.
fn split(length: u16, part: impl Fn(u16, u16) -> Rect) -> impl Iterator<Item = Rect> {
    let parts = Frame::OVERSEAS.len() as u16;
    (0..parts).map(move |place| {
        let (from, to) = (length * place / parts, length * (place + 1) / parts);
        part(from, to - from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_parts_overlap_or_leave_the_area() {
        for width in 0..200 {
            for height in 0..60 {
                let area = Rect::new(3, 2, width, height);
                for selected in [None, Some(Frame::Reunion)] {
                    let places = Places::of(area, selected, 2);
                    let parts: Vec<Rect> =
                        places.frames.iter().map(|(_, place)| *place).chain([places.legend]).collect();
                    for (at, part) in parts.iter().enumerate() {
                        assert_eq!(part.intersection(area).area(), part.area(), "{width}x{height}: {part}");
                        for other in &parts[at + 1..] {
                            assert!(part.intersection(*other).is_empty(), "{width}x{height}: {part} {other}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_frame_of_the_selected_cite_always_has_its_place() {
        for (width, height) in [(75, 37), (80, 21), (60, 12), (40, 9)] {
            for frame in Frame::ALL {
                let places = Places::of(Rect::new(0, 0, width, height), Some(frame), 1);
                assert!(places.frames.iter().any(|(shown, _)| *shown == frame), "{frame:?} {width}x{height}");
            }
        }
    }
}
