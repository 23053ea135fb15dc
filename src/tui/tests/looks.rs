//! Each tab in each theme, with the styles of its cells.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Style};

use crate::tui::state::{MapView, Variant};
use crate::tui::tests::*;
use crate::tui::theme::terminals::TERMINALS;
use crate::tui::theme::{ColorDepth, Scheme};
use crate::views::map::Division;

const LOOKS: [(&str, Theme); 7] = [
    ("dark", Theme::new(Scheme::Dark, ColorDepth::Xterm256)),
    ("dark_of_sixteen", Theme::DARK),
    ("light", Theme::new(Scheme::Light, ColorDepth::Xterm256)),
    ("light_of_sixteen", Theme::new(Scheme::Light, ColorDepth::Ansi16)),
    ("contrast", Theme::new(Scheme::Contrast, ColorDepth::Xterm256)),
    ("contrast_of_sixteen", Theme::new(Scheme::Contrast, ColorDepth::Ansi16)),
    ("plain", Theme::PLAIN),
];

/// Returns the explorer on a tab with matches, with the focus on its list.
fn on(tab: Tab, theme: Theme, size: Size) -> App {
    let query = "saint | tarif | insertion".to_owned();
    let mut app = started(Options { tab, theme, query, ..options() }, size);
    execute(&mut app, Command::FocusList);
    app
}

/// Returns each line, and below it a letter for the style of each cell. A key to
/// the letters follows.
fn styled(buffer: &Buffer) -> String {
    let mut styles: Vec<Style> = Vec::new();
    let mut text = String::new();
    for row in buffer.content.chunks(buffer.area.width.into()) {
        let letters: String = row.iter().map(Cell::symbol).collect();
        let marks: String = row.iter().map(|cell| mark(cell.style(), &mut styles)).collect();
        writeln!(text, "|{letters}|\n {}", marks.trim_end()).expect("writing to a string");
    }
    for (index, style) in styles.iter().enumerate() {
        let Style { fg, bg, add_modifier, .. } = style;
        let colour = |color: &Option<Color>| color.unwrap_or_default().to_string();
        writeln!(text, "{}: {} on {} {add_modifier:?}", letter(index), colour(fg), colour(bg))
            .expect("writing to a string");
    }
    text
}

fn mark(style: Style, styles: &mut Vec<Style>) -> char {
    if style == Cell::default().style() {
        return ' ';
    }
    let index = styles.iter().position(|other| *other == style).unwrap_or_else(|| {
        styles.push(style);
        styles.len() - 1
    });
    letter(index)
}

fn letter(index: usize) -> char {
    ('a'..='z').chain('A'..='Z').nth(index).unwrap_or('?')
}

#[test]
fn each_tab_in_each_look() {
    for (name, theme) in LOOKS {
        for tab in Tab::ALL {
            let app = on(tab, theme, USUAL);
            insta::assert_snapshot!(format!("{name}_{}", tab.name()), styled(&buffer(&app, USUAL)));
        }
    }
}

#[test]
fn regions_and_departments_in_each_look() {
    for (name, theme) in LOOKS {
        for (view, size) in [(Division::Region, WIDE), (Division::Department, USUAL)] {
            let variant = Some(Variant::Map(MapView::Areas(view)));
            let initial_view = InitialView { variant, in_list: true, ..InitialView::default() };
            let app = started(Options { tab: Tab::Map, theme, initial_view, ..options() }, size);
            insta::assert_snapshot!(
                format!("{name}_map_{view:?}").to_lowercase(),
                styled(&buffer(&app, size))
            );
        }
    }
}

#[test]
fn every_cell_is_legible_in_the_colours_that_terminals_come_with() {
    let looks = LOOKS.into_iter().filter(|(name, _)| name.ends_with("sixteen"));
    let greys = [Scheme::Dark, Scheme::Light].map(|scheme| Theme::new(scheme, ColorDepth::Ansi16AndGreys));
    let greys = ["dark_with_greys", "light_with_greys"].into_iter().zip(greys);
    for (name, theme) in looks.chain(greys) {
        // The map has tiles on a small screen, and points on a large one.
        for (tab, size) in Tab::ALL.map(|tab| (tab, USUAL)).into_iter().chain([(Tab::Map, WIDE)]) {
            for focus in [Command::FocusList, Command::FocusCard, Command::FocusSearch, Command::OpenFacets] {
                let mut app = on(tab, theme, size);
                execute(&mut app, focus.clone());
                let buffer = buffer(&app, size);
                for cell in buffer.content.iter().filter(|cell| cell.symbol() != " ") {
                    let min = if cell.symbol().chars().any(char::is_alphanumeric) { 4.5 } else { 3.0 };
                    for terminal in TERMINALS {
                        let is_light = name.starts_with("light");
                        let ratio = terminal.contrast(cell.fg, cell.bg, cell.modifier, is_light);
                        assert!(
                            ratio >= min,
                            "{name} {tab:?} {focus:?} {cell:?} on {}: {ratio:.1}",
                            terminal.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_look_has_the_same_letters() {
    for size in [WIDE, USUAL, SMALL] {
        for tab in Tab::ALL {
            // Shades have signs only where backgrounds do not tell them apart.
            let letters = |theme| drawn(&on(tab, theme, size), size).replace(['░', '▒', '▓', '█'], " ");
            let dark = letters(Theme::DARK);
            for (name, theme) in LOOKS {
                assert_eq!(letters(theme), dark, "{name} {tab:?}");
            }
        }
    }
}

#[test]
fn ascii_themes_draw_no_other_signs() {
    for size in [WIDE, USUAL, SMALL] {
        for tab in Tab::ALL {
            let app = on(tab, Theme::DARK.with_ascii_glyphs(), size);
            let screen = drawn(&app, size);
            let drawing = |sign: char| ('\u{2190}'..='\u{2bff}').contains(&sign) || "…–’".contains(sign);
            assert!(!screen.contains(drawing), "{tab:?}:\n{screen}");
        }
    }
}

#[test]
fn high_contrast_sets_the_colours_of_every_cell() {
    for tab in Tab::ALL {
        let mut app = on(tab, Theme::new(Scheme::Contrast, ColorDepth::Xterm256), USUAL);
        execute(&mut app, Command::ShowKeys);
        let buffer = buffer(&app, USUAL);
        let left = buffer.content.iter().filter(|cell| cell.fg == Color::Reset || cell.bg == Color::Reset);
        assert_eq!(left.count(), 0, "{tab:?}");
    }
}

#[test]
fn the_theme_follows_the_background_that_the_terminal_reports() {
    let theme = Theme::AUTO;
    let mut app = started(Options { theme, ..options() }, USUAL);
    let dark = buffer(&app, USUAL);
    handle(&mut app, Change::LightBackground(true));
    assert_eq!(
        buffer(&app, USUAL),
        buffer(&started(Options { theme: theme.with_background(true), ..options() }, USUAL), USUAL)
    );
    handle(&mut app, Change::LightBackground(false));
    assert_eq!(buffer(&app, USUAL), dark);
}

#[test]
fn wide_and_combining_characters_keep_the_columns_aligned() {
    let labels = [
        "日本語の都市",
        "Gue\u{301}ret de\u{301}compose\u{301}",
        "👩‍👩‍👧 famille 🇫🇷",
        "ｗｉｄｅ",
        "Œuvre « ok »",
    ];
    let mut snapshot = Snapshot::clone(&SNAPSHOT);
    for (cite, label) in snapshot.cites.iter_mut().zip(labels) {
        label.clone_into(&mut cite.label);
    }
    for tab in [Tab::Territories, Tab::Carriers, Tab::Age, Tab::Map] {
        let mut app = started(Options { snapshot: Arc::new(snapshot.clone()), tab, ..options() }, WIDE);
        execute(&mut app, Command::FocusList);
        for _ in labels {
            let buffer = buffer(&app, WIDE);
            let lines = |x: u16| (2..39).all(|y| matches!(buffer[(x, y)].symbol(), "│" | "┃"));
            assert!((60..90).any(lines), "{tab:?}: the line beside the card is not straight");
            press(&mut app, KeyCode::Down);
        }
    }
}
