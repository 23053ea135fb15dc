//! A text to be selected with the mouse, for terminals that do not copy: with
//! nothing beside it that would be selected too.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Clear;

use crate::tui::state::{Extent, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};

/// The text, broken into lines.
#[derive(Debug)]
pub struct Layout {
    screen: Rect,
    lines: Vec<Line<'static>>,
}

impl Layout {
    /// Breaks the text into lines.
    pub fn new(screen: Rect, text: &str) -> Self {
        Self { screen, lines: lines(text, screen.width) }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.lines.len(), height: self.screen.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        frame.render_widget(Clear, self.screen);
        let style = cx.style(Role::Text);
        for (line, row) in self.lines.iter().skip(popup.scroll()).zip(self.screen.rows()) {
            frame.render_widget(line.clone().style(style), row);
        }
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.screen, at)
    }
}

/// Breaks a text where the screen ends, as a terminal does, so that it is pasted unchanged.
fn lines(shown: &str, width: u16) -> Vec<Line<'static>> {
    let broken = shown.lines().flat_map(|line| {
        let line = text::plain(line, ratatui::style::Style::new());
        if line.content.is_empty() { vec![Line::default()] } else { wrap::anywhere(&line, width.into()) }
    });
    broken.collect()
}
