//! The dialog that asks for the name of a file to save the list in.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::output::Format;
use crate::t;
use crate::tui::state::Popup;
use crate::tui::state::layout::take_top;
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{page, text, wrap};
use crate::tui::view::{Frame, ViewContext};

/// The maximum width inside of the border, in cells.
const MAX_WIDTH: usize = 66;
/// The height inside of the border: the name, its folder, the formats, two lines for a problem.
const HEIGHT: usize = 5;

/// The area of the popup.
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
        let (name, below) = take_top(inside, 1);
        frame::input(frame, name, &save.name, "", theme);
        let formats = save.choices().map(|(end, format, bom)| {
            let role = if save.is_chosen(format, bom) { Role::ActiveTab } else { Role::Tab };
            let mark = if bom { " + BOM" } else { "" };
            Span::styled(format!(" {}{mark} ", end.to_uppercase()), theme.style(role))
        });
        let folder = text::plain(
            &format!(" {}", t!(cx.lang, "tui-save-folder", folder = save.folder.as_str())),
            theme.style(Role::Detail),
        );
        let has_folder = save.name.text().contains('/');
        let folder = if has_folder {
            Line::default()
        } else {
            text::truncate(vec![folder], inside.width.into(), theme)
        };
        let mut lines = vec![folder, Line::from(formats.collect::<Vec<_>>())];
        let question = || t!(cx.lang, "tui-save-exists", name = save.name.text().trim());
        if let Some(problem) = save.problem.clone().or_else(|| save.exists.then(question)) {
            let problem = text::plain(&problem, theme.style(Role::Problem));
            lines.extend(wrap::wrap(&[problem], inside.width.into()));
        } else if save.format().is_some_and(Format::takes_bom) {
            let key = if save.bom { "tui-save-with-bom" } else { "tui-save-without-bom" };
            let separator = char::from(save.separator).to_string();
            let note = text::plain(&t!(cx.lang, key, separator = separator), theme.style(Role::Detail));
            lines.extend(wrap::hanging(vec![Span::raw(" ")], 1, &[note], inside.width.into()));
        }
        page::render_lines(frame, below, &lines, 0);
    }

    fn hit(&self, at: Position, _: &Popup) -> HitTarget {
        layout::on(self.area, at)
    }
}
