//! Every colour and every glyph, by what it is for.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::{Marker, border};
use ratatui::text::Span;

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// What belongs to a text and matters less.
    Detail,
    /// What is not known.
    Unknown,
    /// The name of the program, the title of a card.
    Title,
    /// A tab that is not shown.
    Tab,
    /// The tab that is shown.
    ActiveTab,
    /// Titles of columns.
    ColumnTitle,
    /// The title of the column that sorts.
    SortedColumn,
    /// A line above a group, the heading of a section.
    Heading,
    /// The name of a fact on a card.
    Name,
    /// The selected line, while the list has the keys.
    Selected,
    /// The selected line, while something else has the keys.
    SelectedElsewhere,
    /// Letters that the search found.
    Match,
    /// Where the search found something that the line does not show.
    MatchPlace,
    /// The number of a source.
    Source,
    /// An address.
    Link,
    /// Lines between parts of the screen.
    Line,
    /// Lines of the part that has the keys.
    ActiveLine,
    /// A part of a bar, from 0, the surest, to 3.
    Bar(usize),
    /// Outlines on the map.
    Outline,
    /// A category, by its place: points of the map, events.
    Mark(usize),
    /// A point of the map that the search has not found.
    FadedMark,
    /// The sign before what is searched for.
    Prompt,
    /// What stands in the search bar while nothing is written there.
    Placeholder,
    /// What is wrong with a query.
    Problem,
    /// A key that works.
    Key,
}

/// Which signs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected line.
    pub pointer: &'static str,
    /// Beside a line that is marked.
    pub mark: &'static str,
    /// Before what differs between Cités that are compared.
    pub differs: &'static str,
    /// Where a text was cut.
    pub ellipsis: &'static str,
    /// Between list and card.
    pub vertical: &'static str,
    /// Above a card.
    pub horizontal: &'static str,
    /// Around popups.
    pub border: border::Set<'static>,
    /// The part of a long text that is on the screen.
    pub thumb: &'static str,
    /// Sorted, the least first.
    pub ascending: &'static str,
    /// Sorted, the greatest first.
    pub descending: &'static str,
    /// Before where something was found.
    pub found_in: &'static str,
    /// Parts of a bar, the surest first.
    pub bars: [&'static str; 4],
    /// Categories: points of the map, events.
    pub marks: [&'static str; 8],
    /// A point of the map that the search has not found.
    pub faded_mark: &'static str,
    /// Dots of outlines.
    pub dots: Marker,
    /// Of a Cité that is labelled, and of one whose launch nobody tells.
    pub labelled: [&'static str; 2],
}

impl Glyphs {
    /// For every terminal with a font that has lines and blocks.
    pub const UNICODE: Self = Self {
        pointer: "▸",
        mark: "•",
        differs: "≠",
        ellipsis: "…",
        vertical: "│",
        horizontal: "─",
        border: border::ROUNDED,
        thumb: "┃",
        ascending: "▲",
        descending: "▼",
        found_in: "↳",
        bars: ["█", "▓", "▒", "░"],
        marks: ["●", "◆", "▲", "■", "★", "▼", "◇", "○"],
        faded_mark: "·",
        dots: Marker::Braille,
        labelled: ["─", "╌"],
    };

    /// For terminals that have letters only.
    pub const ASCII: Self = Self {
        pointer: ">",
        mark: "*",
        differs: "!",
        ellipsis: "~",
        vertical: "|",
        horizontal: "-",
        border: ASCII_BORDER,
        thumb: "#",
        ascending: "^",
        descending: "v",
        found_in: "->",
        bars: ["#", "=", "-", "."],
        marks: ["o", "x", "+", "#", "*", "v", "%", "?"],
        faded_mark: ",",
        dots: Marker::Custom('.'),
        labelled: ["=", "~"],
    };
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// How the explorer looks.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// Its signs.
    pub glyphs: Glyphs,
    palette: fn(Role) -> Style,
}

impl Theme {
    /// The sixteen colours of the terminal, on its own background.
    pub const DARK: Self = Self { glyphs: Glyphs::UNICODE, palette: dark };

    /// No colour: bold, underlined, dim and reversed letters.
    pub const PLAIN: Self = Self { glyphs: Glyphs::UNICODE, palette: plain };

    /// The same with letters for signs.
    pub const fn in_ascii(self) -> Self {
        Self { glyphs: Glyphs::ASCII, ..self }
    }

    /// Whether its signs are more than letters.
    pub fn has_blocks(&self) -> bool {
        self.glyphs.dots == Marker::Braille
    }

    /// The sign of a category, told apart by its shape as well as its colour.
    /// After the last one they begin again.
    pub fn mark(&self, category: usize) -> Span<'static> {
        let place = category % self.glyphs.marks.len();
        let sign = self.glyphs.marks.get(place).copied().unwrap_or_default();
        Span::styled(sign, self.style(Role::Mark(place)))
    }

    /// How a piece of the screen looks.
    pub fn style(&self, role: Role) -> Style {
        (self.palette)(role)
    }
}

/// Chosen so that every colour is legible on dark backgrounds, whatever the
/// terminal makes of the sixteen colours; what matters differs by more than colour.
fn dark(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text => style,
        Role::Tab => style,
        Role::Detail | Role::Line | Role::Placeholder | Role::MatchPlace => style.add_modifier(Modifier::DIM),
        Role::Unknown => style.add_modifier(Modifier::DIM | Modifier::ITALIC),
        Role::Title => style.fg(Color::LightCyan).add_modifier(Modifier::BOLD),
        Role::ActiveTab => style.fg(Color::Black).bg(Color::Cyan).add_modifier(Modifier::BOLD),
        Role::ColumnTitle => style.add_modifier(Modifier::UNDERLINED),
        Role::SortedColumn => style.fg(Color::LightCyan).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Heading => style.fg(Color::LightCyan).add_modifier(Modifier::BOLD),
        Role::Name => style.fg(Color::Cyan),
        Role::Selected => style.fg(Color::Black).bg(Color::Cyan),
        Role::SelectedElsewhere => style.add_modifier(Modifier::BOLD),
        Role::Match => style.fg(Color::LightYellow).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Source => style.fg(Color::LightBlue),
        Role::Link => style.fg(Color::LightBlue).add_modifier(Modifier::UNDERLINED),
        Role::ActiveLine => style.fg(Color::LightCyan),
        Role::Bar(level) => style.fg(match level {
            0 => Color::LightGreen,
            1 => Color::LightCyan,
            2 => Color::LightYellow,
            _ => Color::Reset,
        }),
        Role::Outline | Role::FadedMark => style.add_modifier(Modifier::DIM),
        Role::Mark(category) => style.add_modifier(Modifier::BOLD).fg(match category % 8 {
            0 => Color::LightYellow,
            1 => Color::LightCyan,
            2 => Color::LightMagenta,
            3 => Color::LightGreen,
            4 => Color::LightRed,
            5 => Color::LightBlue,
            6 => Color::White,
            _ => Color::Reset,
        }),
        Role::Prompt => style.fg(Color::LightCyan).add_modifier(Modifier::BOLD),
        Role::Problem => style.fg(Color::LightRed),
        Role::Key => style.fg(Color::LightCyan).add_modifier(Modifier::BOLD),
    }
}

fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text
        | Role::Detail
        | Role::Tab
        | Role::Name
        | Role::MatchPlace
        | Role::Source
        | Role::Link
        | Role::Line
        | Role::Bar(_)
        | Role::Problem => style,
        Role::Unknown | Role::Placeholder | Role::Outline | Role::FadedMark => {
            style.add_modifier(Modifier::DIM)
        }
        Role::Title
        | Role::Heading
        | Role::SelectedElsewhere
        | Role::Mark(_)
        | Role::ActiveLine
        | Role::Prompt
        | Role::Key => style.add_modifier(Modifier::BOLD),
        Role::ActiveTab | Role::Selected => style.add_modifier(Modifier::REVERSED),
        Role::ColumnTitle => style.add_modifier(Modifier::UNDERLINED),
        Role::SortedColumn | Role::Match => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
    }
}
