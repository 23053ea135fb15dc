//! Where the frames of the map and its legend are.
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
use crate::views::map::Projection;

/// The width of the strip with the blow-up and the legend, in cells.
const STRIP_WIDTH: u16 = 24;
/// The height of the blow-up with its border, in lines. A line is about as high
/// as two cells are wide, so the blow-up is nearly square.
const BLOW_UP_HEIGHT: u16 = 11;
/// The height of the row of overseas frames with their borders, in lines.
const OVERSEAS_HEIGHT: u16 = 7;
/// The width of the column of overseas frames, in cells.
const OVERSEAS_WIDTH: u16 = 14;
/// The width and the height from which every frame is shown, in cells and lines.
const MIN_WIDTH: u16 = 66;
const MIN_HEIGHT: u16 = 18;

/// The frames of the map and its legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFrames {
    /// The frames with their areas, borders included.
    pub frames: Vec<(Projection, Rect)>,
    /// The legend.
    pub legend: Rect,
}

impl MapFrames {
    /// Divides `area`. A small map shows the mainland, the frame of the
    /// selected Cité or else the blow-up, and a legend of `legend_height` lines.
    pub fn new(area: Rect, selected: Option<Projection>, legend_height: u16) -> Self {
        if area.width < MIN_WIDTH || area.height < MIN_HEIGHT {
            return Self::small(area, selected, legend_height);
        }
        // A square mainland is two cells wide for each line.
        let is_wide = area.width >= STRIP_WIDTH + OVERSEAS_WIDTH + 2 * area.height - 4;
        let (rest, overseas) = match is_wide {
            true => take_right(area, OVERSEAS_WIDTH),
            false => take_bottom(area, OVERSEAS_HEIGHT),
        };
        let (strip, mainland) = take_right(rest, rest.width.saturating_sub(STRIP_WIDTH));
        let (blow_up, below) = take_top(strip, BLOW_UP_HEIGHT);
        let legend = Rect { x: below.x + 1, width: below.width.saturating_sub(2), ..take_top(below, 1).1 };
        let mut frames = vec![(Projection::Metropole, mainland), (Projection::IleDeFrance, blow_up)];
        frames.extend(Projection::OVERSEAS.into_iter().zip(split(overseas, is_wide)));
        Self { frames, legend }
    }

    /// Exchanges the areas of two frames.
    pub fn swap(&mut self, one: Projection, other: Projection) {
        let index = |frame| self.frames.iter().position(|(known, _)| *known == frame);
        let (Some(one), Some(other)) = (index(one), index(other)) else { return };
        let area = |index: usize| self.frames.get(index).map(|(_, area)| *area).unwrap_or_default();
        for (index, area) in [(one, area(other)), (other, area(one))] {
            if let Some(frame) = self.frames.get_mut(index) {
                frame.1 = area;
            }
        }
    }

    fn small(area: Rect, selected: Option<Projection>, legend_height: u16) -> Self {
        let (above, legend) = take_bottom(area, legend_height.min(area.height / 3));
        let (mainland, beside) = take_right(above, above.width.saturating_sub(2 * above.height));
        let second =
            selected.filter(|frame| *frame != Projection::Metropole).unwrap_or(Projection::IleDeFrance);
        Self { frames: vec![(Projection::Metropole, mainland), (second, beside)], legend }
    }
}

/// Splits a column or a row into one part for each overseas frame.
fn split(area: Rect, is_column: bool) -> impl Iterator<Item = Rect> {
    let count = Projection::OVERSEAS.len() as u16;
    (0..count).map(move |index| {
        let [start, end] = [index, index + 1].map(|index| match is_column {
            true => area.height * index / count,
            false => area.width * index / count,
        });
        match is_column {
            true => Rect { y: area.y + start, height: end - start, ..area },
            false => Rect { x: area.x + start, width: end - start, ..area },
        }
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
                for selected in [None, Some(Projection::Reunion)] {
                    let areas = MapFrames::new(area, selected, 2);
                    let parts: Vec<Rect> =
                        areas.frames.iter().map(|(_, area)| *area).chain([areas.legend]).collect();
                    for (index, part) in parts.iter().enumerate() {
                        assert_eq!(part.intersection(area).area(), part.area(), "{width}x{height}: {part}");
                        for other in &parts[index + 1..] {
                            assert!(part.intersection(*other).is_empty(), "{width}x{height}: {part} {other}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_frame_of_the_selected_cite_is_always_shown() {
        for (width, height) in [(75, 37), (80, 21), (60, 12), (40, 9)] {
            for frame in Projection::ALL {
                let areas = MapFrames::new(Rect::new(0, 0, width, height), Some(frame), 1);
                assert!(areas.frames.iter().any(|(other, _)| *other == frame), "{frame:?} {width}x{height}");
            }
        }
    }
}
