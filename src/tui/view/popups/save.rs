//! The dialog that asks for the name of a file to save the list in, its format and its columns.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::output::Format;
use crate::t;
use crate::tui::state::layout::{take_bottom, take_top};
use crate::tui::state::{Extent, Popup, SaveDialog};
use crate::tui::theme::Role;
use crate::tui::view::popups::frame;
use crate::tui::view::popups::layout::{self, HitTarget, PopupLayout};
use crate::tui::view::widgets::{page, scrollbar, text, wrap};
use crate::tui::view::{Frame, ViewContext};

/// The maximum width inside of the border, in cells.
const MAX_WIDTH: usize = 66;
/// The height inside of the border without the columns: the name, its folder, the formats, two lines for a problem.
const HEIGHT: usize = 5;
/// The maximum height of the list of columns.
const MAX_COLUMNS_HEIGHT: usize = 14;

/// The height of that list on a low screen, where it takes the lines of the remarks.
const MIN_COLUMNS_HEIGHT: usize = 6;

/// The areas of the popup.
#[derive(Debug)]
pub struct Layout {
    area: Rect,
    /// The list of the columns; empty unless they are chosen.
    columns: Rect,
    /// The number of columns.
    count: usize,
}

impl Layout {
    /// Centers the popup.
    pub fn new(screen: Rect, save: &SaveDialog) -> Self {
        let summary = usize::from(save.has_columns());
        let list = if save.choosing.is_some() { save.columns.len().min(MAX_COLUMNS_HEIGHT) } else { 0 };
        let area = frame::centered(screen, MAX_WIDTH, HEIGHT + summary + list);
        let inside = frame::inside(area);
        let columns_height = usize::from(inside.height)
            .saturating_sub(HEIGHT + summary)
            .max(list.min(MIN_COLUMNS_HEIGHT))
            .min(list);
        let (_, columns) = take_bottom(inside, u16::try_from(columns_height).unwrap_or(u16::MAX));
        Self { area, columns, count: save.columns.len() }
    }
}

impl PopupLayout for Layout {
    fn extent(&self) -> Extent {
        Extent { lines: self.count, height: self.columns.height.into() }
    }

    fn render(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, popup: &Popup) {
        let Popup::Save(save) = popup else { return };
        let theme = cx.theme;
        let title = t!(cx.lang, "tui-save-title", count = save.count);
        let inside = frame::render(frame, self.area, &title, theme);
        let (name, below) = take_top(inside, 1);
        let (below, _) = take_top(below, below.height.saturating_sub(self.columns.height));
        frame::input(frame, name, &save.name, "", theme);
        self.render_columns(frame, cx, save);
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
        if save.has_columns() {
            let chosen = save.columns.iter().filter(|column| column.is_chosen).count();
            let summary = t!(cx.lang, "tui-save-columns", chosen = chosen, total = save.columns.len());
            lines.push(Line::from(text::plain(&format!(" {summary}"), theme.style(Role::Detail))));
        }
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

    fn hit(&self, at: Position, popup: &Popup) -> HitTarget {
        let offset = popup.cursor().unwrap_or_default().offset();
        layout::line_at(self.columns, at, offset, self.count).unwrap_or(layout::on(self.area, at))
    }
}

impl Layout {
    fn render_columns(&self, frame: &mut Frame<'_>, cx: ViewContext<'_>, save: &SaveDialog) {
        let Some(cursor) = save.choosing else { return };
        let (theme, body) = (cx.theme, self.columns);
        scrollbar::render(frame, body, body.right(), self.count, cursor.offset(), theme);
        let columns = save.columns.iter().enumerate().skip(cursor.offset());
        for ((index, column), row) in columns.zip(body.rows()) {
            let (sign, role) = if column.is_chosen { ("[x] ", Role::Heading) } else { ("[ ] ", Role::Text) };
            let style = theme.style(role);
            let line = vec![Span::styled(sign, style), text::plain(&column.title, style)];
            frame.render_widget(text::to_width(line, row.width.into(), style, theme), row);
            if index == cursor.index() {
                frame.buffer_mut().set_style(row, theme.style(Role::Selected));
                frame.mark_selected(row);
            }
        }
    }
}
