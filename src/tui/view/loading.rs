//! The screen while the snapshot is being loaded: the query, and how much is loaded.

use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::t;
use crate::tui::state::LoadingState;
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::input::VisibleInput;
use crate::tui::view::widgets::search_bar::PROMPT;
use crate::tui::view::widgets::{bars, text};

/// The maximum width of the bar, in cells.
const MAX_BAR_WIDTH: u16 = 60;

/// Draws the name of the program, the search bar, the progress and the keys, in this order.
pub fn render(frame: &mut Frame<'_>, state: &LoadingState) {
    let (theme, area) = (&state.theme, frame.area());
    let line =
        |row: u16| Rect { x: 1, y: row, width: area.width.saturating_sub(2), height: 1 }.intersection(area);
    let mut draw = |row: u16, content: String, role: Role| {
        text::render(frame, line(row), vec![text::plain(&content, theme.style(role))], theme);
    };
    draw(0, t!(state.lang, "tui-name"), Role::Title);
    draw(3, t!(state.lang, "progress-loading", file = state.file.as_str()), Role::Text);
    draw(area.height.saturating_sub(1), t!(state.lang, "tui-loading-keys"), Role::Detail);
    if let Some(percent) = state.progress.percent() {
        let area = line(4);
        let width = usize::from(area.width.saturating_sub(6).min(MAX_BAR_WIDTH));
        let mut spans = bars::quantity(percent.into(), 100, 100, width, theme);
        spans.push(Span::styled(format!(" {percent} %"), theme.style(Role::Detail)));
        text::render(frame, area, spans, theme);
    }
    let prompt = Rect { x: 0, y: 1, ..area }.intersection(area);
    frame.render_widget(Span::styled(PROMPT, theme.style(Role::Prompt)), prompt);
    let field = Rect { x: text::width(PROMPT), y: 1, height: 1, ..area }.intersection(area);
    let input = VisibleInput::new(&state.query, field.width);
    frame.render_widget(Span::styled(input.text.to_owned(), theme.style(Role::Text)), field);
    if !field.is_empty() {
        frame.set_cursor_position((field.x + input.cursor, field.y));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::buffer::Buffer;

    use super::*;
    use crate::locale::Lang;
    use crate::progress::Progress;
    use crate::tui::state::LineEditor;
    use crate::tui::theme::Theme;
    use crate::tui::view::render_loading;

    fn drawn(state: &LoadingState, width: u16, height: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = render_loading(state, &mut buffer);
        assert!(cursor.is_none_or(|cursor| buffer.area.contains(cursor.position)), "{width}x{height}");
        let lines = buffer.content.chunks(width.into());
        let lines = lines.map(|line| line.iter().map(|cell| cell.symbol()).collect::<String>());
        lines.map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    #[test]
    fn the_screen_shows_the_file_how_much_of_it_is_read_and_the_query() {
        let progress = Arc::new(Progress::default());
        let mut state = LoadingState {
            file: "villes.json".to_owned(),
            progress: Arc::clone(&progress),
            query: LineEditor::new("guér"),
            lang: Lang::FR,
            theme: Theme::PLAIN,
        };
        insta::assert_snapshot!(drawn(&state, 40, 8));
        progress.expect(1000);
        progress.advance(455);
        insta::assert_snapshot!(drawn(&state, 60, 8));
        (state.lang, state.theme) = (Lang::EN, Theme::PLAIN.with_ascii_glyphs());
        insta::assert_snapshot!(drawn(&state, 80, 8));
        for (width, height) in [(1, 1), (2, 3), (300, 2)] {
            drawn(&state, width, height);
        }
    }
}
