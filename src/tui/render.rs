//! The whole screen. Drawing reads the state and never changes it.

use ratatui::Frame;
use ratatui::text::Line;

use super::app::App;
use super::layout::{Areas, Card, LEAST};
use super::popups;
use super::tabs::{Tab, age, carriers, data, lives, map, overview, preconisations, territories};
use super::theme::Role;
use super::widgets::{card, empty, footer, header, search_bar};
use crate::t;

/// Draws the explorer.
pub fn render(app: &App, frame: &mut Frame<'_>) {
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
