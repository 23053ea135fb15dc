//! A text to select with the mouse, for terminals without a clipboard. Nothing
//! is beside it that would be selected too.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Clear;

use crate::tui::state::{Extent, Popup};
use crate::tui::theme::Role;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::page::{self, Page};
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};

/// The text, broken into lines.
#[derive(Debug)]
pub struct Layout {
    body: Page,
}

impl Layout {
    /// Breaks the text into lines.
    pub fn new(screen: Rect, cx: ViewContext<'_>, text: &str) -> Self {
        let lines = lines(text, screen.width).map(|line| line.style(cx.style(Role::Text)));
        Self { body: Page { area: screen, lines: lines.collect() } }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        self.body.extent()
    }

    fn render(&self, frame: &mut Frame<'_>, _: ViewContext<'_>, popup: &Popup) {
        let Page { area, lines } = &self.body;
        frame.render_widget(Clear, *area);
        page::render_lines(frame, *area, lines, popup.scroll());
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.body.area, at)
    }
}

/// Breaks a text at the right edge like a terminal, so that it is pasted unchanged.
fn lines(text: &str, width: u16) -> impl Iterator<Item = Line<'static>> {
    text.lines().flat_map(move |line| {
        let line = text::plain(line, ratatui::style::Style::new());
        if line.content.is_empty() { vec![Line::default()] } else { wrap::anywhere(&line, width.into()) }
    })
}
