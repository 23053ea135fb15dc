//! The top line: the name of the program, the tabs, and the snapshot.

use ratatui::layout::Rect;

use crate::t;
use crate::tui::state::{State, Tab};
use crate::tui::theme::Role;
use crate::tui::view::widgets::text;
use crate::tui::view::widgets::text::width;
use crate::tui::view::{Frame, ViewContext};
use crate::views;

/// The forms of the line, from the fullest to the shortest. The first one that
/// fits is drawn.
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
    /// Whether it has the name of the program.
    name: bool,
    titles: Titles,
    /// Whether it has the date of the snapshot.
    about: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Titles {
    /// The full titles of all tabs.
    Full,
    /// The short titles of all tabs.
    Short,
    /// The title of the open tab; the others have only their numbers.
    Active,
}

/// Draws the line.
pub fn render(frame: &mut Frame<'_>, area: Rect, state: &State) {
    let cx = ViewContext::of(state);
    let form = form(area.width, cx, state.tab);
    if form.name {
        frame.buffer_mut().set_string(area.x + 1, area.y, t!(cx.lang, "tui-name"), cx.style(Role::Title));
    }
    for (tab, tab_area) in tab_areas(form, area, cx, state.tab) {
        let role = if tab == state.tab { Role::ActiveTab } else { Role::Tab };
        let label = label(form, tab, cx, state.tab);
        frame.buffer_mut().set_string(tab_area.x, tab_area.y, label, cx.style(role));
    }
    if form.about {
        let about = text::plain(&about(cx), cx.style(Role::Detail));
        let x = area.right().saturating_sub(width(&about.content) + 1);
        frame.render_widget(about, Rect { x, width: area.right().saturating_sub(x), ..area });
    }
}

/// Returns the tab at a column of the header.
pub fn tab_at(area: Rect, x: u16, state: &State) -> Option<Tab> {
    let cx = ViewContext::of(state);
    let tabs = tab_areas(form(area.width, cx, state.tab), area, cx, state.tab);
    tabs.into_iter().find(|(_, area)| (area.left()..area.right()).contains(&x)).map(|(tab, _)| tab)
}

fn form(available: u16, cx: ViewContext<'_>, active: Tab) -> Form {
    let line = Rect::new(0, 0, available, 1);
    let fits = |form: &&Form| {
        let end = tab_areas(**form, line, cx, active).last().map_or(0, |(_, last)| last.right());
        end + if form.about { width(&about(cx)) + 3 } else { 0 } <= available
    };
    FORMS.iter().find(fits).or(FORMS.last()).copied().unwrap_or(FORMS[0])
}

fn tab_areas(form: Form, header: Rect, cx: ViewContext<'_>, active: Tab) -> [(Tab, Rect); Tab::ALL.len()] {
    let mut x = header.x + if form.name { width(&t!(cx.lang, "tui-name")) + 3 } else { 0 };
    Tab::ALL.map(|tab| {
        let area = Rect { x, width: width(&label(form, tab, cx, active)), ..header };
        x = area.right();
        (tab, area)
    })
}

/// Returns ` 2 Porteurs `.
fn label(form: Form, tab: Tab, cx: ViewContext<'_>, active: Tab) -> String {
    match form.titles {
        Titles::Short => format!(" {} {} ", tab.number(), tab.short_title(cx.lang)),
        Titles::Active if tab != active => format!(" {} ", tab.number()),
        Titles::Full | Titles::Active => format!(" {} {} ", tab.number(), tab.title(cx.lang)),
    }
}

/// Returns `données du 5 mars 2024`.
fn about(cx: ViewContext<'_>) -> String {
    t!(cx.lang, "data-of", day = views::date(cx.lang, cx.snapshot.meta.as_of))
}
