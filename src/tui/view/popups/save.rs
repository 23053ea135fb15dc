//! The name of the file that takes what is listed.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::output::Format;
use crate::t;
use crate::tui::state::Popup;
use crate::tui::state::layout::take_top;
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{text, wrap};
use crate::tui::view::{Frame, ViewContext};

/// Widest and tallest inside: the name, the formats, two lines for what is wrong.
const MAX_WIDTH: usize = 66;
const HEIGHT: usize = 4;

/// The space of the popup.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
}

impl Layout {
    /// Centers the popup.
    pub fn new(screen: Rect) -> Self {
        Self { area: frame::centered(screen, MAX_WIDTH, HEIGHT) }
    }
}

impl PopupLayout for Layout {
    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Save(save) = popup else { return };
        let theme = cx.theme;
        let title = t!(cx.lang, "tui-save-title", count = save.count);
        let inside = frame::render(frame, self.area, &title, theme);
        let (line, below) = take_top(inside, 1);
        frame::line(frame, line, &save.name, "", theme);
        let formats = Format::saved().map(|(end, format)| {
            let role = if save.format() == Some(format) { Role::ActiveTab } else { Role::Tab };
            Span::styled(format!(" {} ", end.to_uppercase()), theme.style(role))
        });
        let mut lines = vec![Line::from(formats.collect::<Vec<_>>())];
        let said = match &save.problem {
            Some(problem) => Some(text::plain(problem, theme.style(Role::Problem))),
            None if save.exists => {
                let question = t!(cx.lang, "tui-save-exists", name = save.name.text().trim());
                Some(text::plain(&question, theme.style(Role::Problem)))
            }
            None => None,
        };
        lines.extend(said.into_iter().flat_map(|said| wrap::wrap(&[said], inside.width.into())));
        for (line, row) in lines.into_iter().zip(below.rows()) {
            frame.render_widget(line, row);
        }
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.area, at)
    }
}
