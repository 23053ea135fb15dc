//! The interface of all popups.

use std::fmt::Debug;

use ratatui::layout::{Position, Rect};

use crate::tui::state::{Extent, Popup};
use crate::tui::view::{Frame, ViewContext};

/// A popup that is laid out for the screen. It depends on the popup, but not
/// on its scroll position or its cursor.
pub trait PopupLayout: Debug {
    /// Returns the size of the text or list that scrolls.
    fn extent(&self) -> Extent {
        Extent::default()
    }

    /// Draws the popup over the screen.
    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup);

    /// Returns the part of the popup at a position of the screen.
    fn hit(&self, at: Position, popup: &Popup) -> HitTarget;
}

/// The part of a popup at a position of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitTarget {
    /// No part of it.
    Outside,
    /// A line that can be chosen, by its index.
    Line(usize),
    /// The name of a facet, by its index.
    Facet(usize),
    /// Some other part.
    Inside,
}

/// Returns whether a position is inside of a popup's area.
pub fn on(area: Rect, at: Position) -> HitTarget {
    if area.contains(at) { HitTarget::Inside } else { HitTarget::Outside }
}

/// Returns the line of a list at a position. The list has `total` lines, the first
/// `offset` of which have scrolled out of `body`.
pub fn line_at(body: Rect, at: Position, offset: usize, total: usize) -> Option<HitTarget> {
    let index = body.contains(at).then(|| offset + usize::from(at.y - body.y))?;
    (index < total).then_some(HitTarget::Line(index))
}
