//! The name of the file that takes what is listed.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::t;
use crate::tui::state::layout::take_top;
use crate::tui::state::{App, SaveAs};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::popups::frame;
use crate::tui::view::widgets::{text, wrap};

/// Widest and tallest inside: the name, the formats, two lines for what is wrong.
const MOST_WIDTH: usize = 66;
const HEIGHT: usize = 4;

/// Draws the name that is being written, the formats, and what is to be said of it.
pub fn render(frame: &mut Frame<'_>, screen: Rect, app: &App, save: &SaveAs) {
    let theme = &app.theme;
    let title = t!(app.lang, "tui-save-title", count = save.count);
    let inside = frame::render(frame, area(screen), &title, theme);
    let (line, below) = take_top(inside, 1);
    frame::line(frame, line, &save.name, "", theme);
    let formats = SaveAs::formats().iter().map(|(end, format)| {
        let role = if save.format() == Some(*format) { Role::ActiveTab } else { Role::Tab };
        Span::styled(format!(" {} ", end.to_uppercase()), theme.style(role))
    });
    let mut lines = vec![Line::from(formats.collect::<Vec<_>>())];
    let said = match &save.problem {
        Some(problem) => Some(text::plain(problem, theme.style(Role::Problem))),
        None if save.exists => {
            let question = t!(app.lang, "tui-save-exists", name = save.name.text().trim());
            Some(text::plain(&question, theme.style(Role::Problem)))
        }
        None => None,
    };
    lines.extend(said.into_iter().flat_map(|said| wrap::wrap(&[said], inside.width.into())));
    for (line, row) in lines.into_iter().zip(below.rows()) {
        frame.render_widget(line, row);
    }
}

/// Where the popup stands.
pub fn area(screen: Rect) -> Rect {
    frame::centered(screen, MOST_WIDTH, HEIGHT)
}
