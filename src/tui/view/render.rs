//! The whole screen. Drawing reads the state and never changes it.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Color, Style};
use ratatui::text::Line;

use crate::t;
use crate::tui::state::layout::{Areas, Card, LEAST};
use crate::tui::state::{App, Tab};
use crate::tui::theme::{Role, in_letters};
use crate::tui::view::tabs::{age, carriers, data, lives, map, overview, preconisations, territories};
use crate::tui::view::widgets::{card, empty, footer, header, search_bar};
use crate::tui::view::{Frame, popups};

/// Draws the explorer into a buffer; where the cursor shows comes back.
pub fn render(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let mut frame = Frame::new(buffer);
    draw(app, &mut frame);
    if !app.theme.has_blocks() {
        spell(&mut frame);
    }
    if let Some(ground) = app.theme.ground() {
        lay(ground, &mut frame);
    }
    frame.cursor()
}

/// Writes signs that stand in texts, such as the names of keys, with letters.
fn spell(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if let Some(letter) = in_letters(cell.symbol()) {
            cell.set_symbol(letter);
        }
    }
}

/// Puts the colours of a look under everything that has none of its own.
fn lay(ground: Style, frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if cell.fg == Color::Reset {
            cell.fg = ground.fg.unwrap_or_default();
        }
        if cell.bg == Color::Reset {
            cell.bg = ground.bg.unwrap_or_default();
        }
    }
}

fn draw(app: &App, frame: &mut Frame<'_>) {
    let Some(areas) = app.areas() else {
        let message = t!(app.lang, "tui-too-small", width = LEAST.width, height = LEAST.height);
        frame.render_widget(Line::styled(message, app.theme.style(Role::Text)), frame.area());
        return;
    };
    header::render(frame, areas.header, app);
    search_bar::render(frame, areas.search, app);
    card::render(frame, app, areas.card);
    if !matches!(areas.card, Card::Instead(_)) {
        render_tab(frame, &areas, app);
    }
    footer::render(frame, &areas, app);
    for popup in &app.popups {
        popups::render(frame, app, popup);
    }
}

fn render_tab(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    match app.tab {
        Tab::Territories => territories::render(frame, areas, app),
        Tab::Carriers => carriers::render(frame, areas, app),
        Tab::Age if app.pictures.lives => lives::render(frame, areas, app),
        Tab::Age => age::render(frame, areas, app),
        Tab::Preconisations => preconisations::render(frame, areas, app),
        Tab::Map => map::render(frame, areas, app),
        Tab::Overview => overview::render(frame, areas, app),
        Tab::Data => data::render(frame, areas, app),
    }
    if app.tab != Tab::Overview && app.list().listing().items.is_empty() {
        empty::render(frame, areas.rows, app);
    }
}
