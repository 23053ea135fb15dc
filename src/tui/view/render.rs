//! The whole screen.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};
use ratatui::text::Line;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::t;
use crate::transliterate::transliterate_cell;
use crate::tui::state::layout::{Areas, CardArea, MIN_SIZE};
use crate::tui::state::{Body, LoadingState, State, Tab};
use crate::tui::theme::{Role, Theme, to_ascii};
use crate::tui::view::tabs::{age, carriers, data, map, preconisations, territories, timeline};
use crate::tui::view::widgets::{card, empty, footer, header, search_bar};
use crate::tui::view::{Frame, FrameCursor, FrameEcho, Scene, ViewContext, loading, popups};

/// Draws the explorer into an empty buffer. Returns the cursor.
pub fn render(state: &State, scene: &Scene, buffer: &mut Buffer) -> Option<FrameCursor> {
    render_frame(&state.theme, buffer, |frame| draw(state, scene, frame))
}

/// Draws the explorer into an empty buffer while its snapshot is being loaded. Returns the cursor.
pub fn render_loading(state: &LoadingState, buffer: &mut Buffer) -> Option<FrameCursor> {
    render_frame(&state.theme, buffer, |frame| loading::render(frame, state))
}

/// Returns a letter that is typed at the end of the query, as the next frame will show it.
pub fn echo(state: &State, scene: &Scene, text: &str) -> Option<FrameEcho> {
    let mut letters = text.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    // What is replaced before it is shown is left to the frame.
    let is_plain =
        letter.is_ascii_graphic() || letter == ' ' || (letter.is_alphabetic() && !state.theme.is_ascii);
    let has_one_cell = letter.width() == Some(1);
    (is_plain && has_one_cell).then(|| search_bar::echo(scene.areas(state)?.search, state, letter))?
}

fn render_frame(
    theme: &Theme,
    buffer: &mut Buffer,
    draw: impl FnOnce(&mut Frame<'_>),
) -> Option<FrameCursor> {
    let mut frame = Frame::new(buffer);
    draw(&mut frame);
    remove_cut_characters(&mut frame);
    if !theme.is_unicode() {
        replace_with_ascii(&mut frame);
    }
    if theme.is_ascii {
        transliterate(&mut frame);
    }
    if let Some(style) = theme.base_style() {
        apply_base_style(style, &mut frame);
    }
    frame.cursor()
}

/// Removes wide characters whose second half something else has been drawn over: the terminal would draw them over that.
fn remove_cut_characters(frame: &mut Frame<'_>) {
    let columns = usize::from(frame.area().width).max(1);
    for line in frame.buffer_mut().content.chunks_mut(columns) {
        let mut is_covered = true;
        for cell in line.iter_mut().rev() {
            let symbol = cell.symbol();
            if is_covered && symbol.len() > 1 && symbol.width() > 1 {
                cell.set_symbol(" ");
            }
            // The second half of a wide character is a blank.
            is_covered = cell.symbol() != " ";
        }
    }
}

/// Replaces signs in texts, such as the names of keys, by ASCII.
fn replace_with_ascii(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if let Some(letter) = to_ascii(cell.symbol()) {
            cell.set_symbol(letter);
        }
    }
}

/// Replaces what is not ASCII, such as letters with accents. The second half of a wide character is a blank.
fn transliterate(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if !cell.symbol().is_ascii() {
            cell.set_char(transliterate_cell(cell.symbol()));
        }
    }
}

/// Gives the colours of `base` to everything that has none of its own.
fn apply_base_style(base: Style, frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if cell.fg == Color::Reset {
            cell.fg = base.fg.unwrap_or_default();
        }
        if cell.bg == Color::Reset {
            cell.bg = base.bg.unwrap_or_default();
        }
    }
}

fn draw(state: &State, scene: &Scene, frame: &mut Frame<'_>) {
    let Some(areas) = scene.areas(state) else {
        let message = t!(state.lang, "tui-too-small", width = MIN_SIZE.width, height = MIN_SIZE.height);
        frame.render_widget(Line::styled(message, state.theme.style(Role::Text)), frame.area());
        return;
    };
    header::render(frame, areas.header, state);
    search_bar::render(frame, areas.search, state);
    card::render(frame, state, areas.card, scene.card(state));
    if !matches!(areas.card, CardArea::Instead(_)) {
        render_tab(frame, areas, state, scene);
    }
    footer::render(frame, areas, state);
    let Some((top, below)) = state.popups.split_last() else { return };
    let cx = ViewContext::of(state);
    for popup in below {
        popups::lay_out(state, areas, popup).render(frame, cx, popup);
    }
    if let Some(layout) = scene.popup(state) {
        layout.render(frame, cx, top);
    }
}

fn render_tab(frame: &mut Frame<'_>, areas: &Areas, state: &State, scene: &Scene) {
    match state.tab {
        Tab::Territories => territories::render(frame, areas, state),
        Tab::Carriers => carriers::render(frame, areas, state),
        Tab::Age if state.timeline => timeline::render(frame, areas, state),
        Tab::Age => age::render(frame, areas, state),
        Tab::Preconisations => preconisations::render(frame, areas, state),
        Tab::Map => map::render(frame, areas, state),
        Tab::Overview => {
            if let Some(page) = scene.page(state) {
                page.render(frame, areas.rows.right().saturating_sub(1), state.page_scroll, &state.theme);
            }
        }
        Tab::Data => data::render(frame, areas, state),
    }
    if state.tab.info().body != Body::Page && state.list().listing().items.is_empty() {
        empty::render(frame, areas.rows, state);
    }
}
