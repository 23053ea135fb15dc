//! The line at the top: the name of the program, the tabs, and what is explored.

use ratatui::layout::Rect;

use crate::t;
use crate::tui::state::{State, Tab};
use crate::tui::theme::Role;
use crate::tui::view::widgets::text;
use crate::tui::view::widgets::text::width;
use crate::tui::view::{Frame, ViewContext};

/// How much of the line is written out. The first that fits is drawn.
const FORMS: [Form; 6] = [
    Form { name: true, titles: Titles::Full, about: true },
    Form { name: false, titles: Titles::Full, about: true },
    Form { name: false, titles: Titles::Full, about: false },
    Form { name: false, titles: Titles::Short, about: false },
    Form { name: false, titles: Titles::Active, about: true },
    Form { name: false, titles: Titles::Active, about: false },
];

#[derive(Clone, Copy)]
struct Form {
    /// The name of the program.
    name: bool,
    /// What is written on the tabs.
    titles: Titles,
    /// How many Cités there are, and of which day.
    about: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Titles {
    /// The titles of all tabs.
    Full,
    /// The same, some of them shortened.
    Short,
    /// The title of the tab that is shown.
    Active,
}

/// Draws the line.
pub fn render(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let cx = ViewContext::of(state);
    let form = form(area.width, state);
    let mut x = area.x + 1;
    if form.name {
        let name = t!(state.lang, "tui-name");
        frame.buffer_mut().set_string(x, area.y, name, state.theme.style(Role::Title));
    }
    for (tab, place) in places(form, area, state) {
        let role = if tab == state.tab { Role::ActiveTab } else { Role::Tab };
        frame.buffer_mut().set_string(place.x, place.y, label(form, tab, state), state.theme.style(role));
    }
    if form.about {
        let about = text::plain(&about(cx), state.theme.style(Role::Detail));
        x = area.right().saturating_sub(width(&about.content) + 1);
        frame.render_widget(about, Rect { x, width: area.right().saturating_sub(x), ..area });
    }
}

/// Where the tabs stand in `area`.
pub fn tabs(area: Rect, state: &State) -> Vec<(Tab, Rect)> {
    places(form(area.width, state), area, state)
}

fn form(available: u16, state: &State) -> Form {
    let cx = ViewContext::of(state);
    let fits = |form: &&Form| {
        let end =
            places(**form, Rect::new(0, 0, available, 1), state).last().map_or(0, |(_, last)| last.right());
        end + if form.about { width(&about(cx)) + 3 } else { 0 } <= available
    };
    FORMS.iter().find(fits).or(FORMS.last()).copied().unwrap_or(FORMS[0])
}

fn places(form: Form, area: Rect, state: &State) -> Vec<(Tab, Rect)> {
    let mut x = area.x + if form.name { width(&t!(state.lang, "tui-name")) + 3 } else { 0 };
    let places = Tab::ALL.map(|tab| {
        let place = Rect { x, width: width(&label(form, tab, state)), ..area };
        x = place.right();
        (tab, place)
    });
    places.to_vec()
}

/// ` 2 Porteurs `
fn label(form: Form, tab: Tab, state: &State) -> String {
    match form.titles {
        Titles::Short => format!(" {} {} ", tab.number(), tab.short_title(state.lang)),
        Titles::Active if tab != state.tab => format!(" {} ", tab.number()),
        Titles::Full | Titles::Active => format!(" {} {} ", tab.number(), tab.title(state.lang)),
    }
}

/// `84 · 2024-03-05`
fn about(cx: ViewContext<'_>) -> String {
    let snapshot = cx.snapshot;
    format!("{} · {}", cx.lang.number(snapshot.cites.len() as u64), snapshot.meta.as_of)
}
