//! The whole screen. Drawing reads the state and never changes it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Color, Style};
use ratatui::text::Line;

use crate::t;
use crate::tui::state::layout::{Areas, CardArea, MIN_SIZE};
use crate::tui::state::{Body, State, Tab};
use crate::tui::theme::{Role, to_ascii};
use crate::tui::view::tabs::{age, carriers, data, map, preconisations, territories, timeline};
use crate::tui::view::widgets::{card, empty, footer, header, search_bar};
use crate::tui::view::{Frame, Scene, popups};

/// Draws the explorer into an empty buffer. Returns the position of the
/// cursor, if it shows.
pub fn render(app: &State, scene: &Scene, buffer: &mut Buffer) -> Option<Position> {
    let mut frame = Frame::new(buffer);
    draw(app, scene, &mut frame);
    if !app.theme.is_unicode() {
        replace_with_ascii(&mut frame);
    }
    if let Some(style) = app.theme.base_style() {
        lay(style, &mut frame);
    }
    frame.cursor()
}

/// Writes signs that stand in texts, such as the names of keys, with letters.
fn replace_with_ascii(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if let Some(letter) = to_ascii(cell.symbol()) {
            cell.set_symbol(letter);
        }
    }
}

/// Puts the colours of a look under everything that has none of its own.
fn lay(base: Style, frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if cell.fg == Color::Reset {
            cell.fg = base.fg.unwrap_or_default();
        }
        if cell.bg == Color::Reset {
            cell.bg = base.bg.unwrap_or_default();
        }
    }
}

fn draw(app: &State, scene: &Scene, frame: &mut Frame<'_>) {
    let Some(areas) = app.areas() else {
        let message = t!(app.lang, "tui-too-small", width = MIN_SIZE.width, height = MIN_SIZE.height);
        frame.render_widget(Line::styled(message, app.theme.style(Role::Text)), frame.area());
        return;
    };
    header::render(frame, areas.header, app);
    search_bar::render(frame, areas.search, app);
    card::render(frame, app, areas.card, scene.card(app));
    if !matches!(areas.card, CardArea::Instead(_)) {
        render_tab(frame, &areas, app, scene);
    }
    footer::render(frame, &areas, app);
    let Some((top, below)) = app.popups.split_last() else { return };
    for popup in below {
        if let Some(layout) = popups::lay_out(app, popup) {
            layout.render(frame, app, popup);
        }
    }
    if let Some(layout) = scene.popup(app) {
        layout.render(frame, app, top);
    }
}

fn render_tab(frame: &mut Frame<'_>, areas: &Areas, app: &State, scene: &Scene) {
    match app.tab {
        Tab::Territories => territories::render(frame, areas, app),
        Tab::Carriers => carriers::render(frame, areas, app),
        Tab::Age if app.timeline => timeline::render(frame, areas, app),
        Tab::Age => age::render(frame, areas, app),
        Tab::Preconisations => preconisations::render(frame, areas, app),
        Tab::Map => map::render(frame, areas, app),
        Tab::Overview => {
            if let Some(page) = scene.page(app) {
                page.render(frame, app);
            }
        }
        Tab::Data => data::render(frame, areas, app),
    }
    if app.tab.info().body != Body::Page && app.list().listing().items.is_empty() {
        empty::render(frame, areas.rows, app);
    }
}
