//! Every colour and every glyph, by what it is for.

mod palettes;

use ratatui::style::Style;
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

/// The letter for a sign that is written in texts; old fonts have those of
/// Latin-1 and no arrows.
pub fn in_letters(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "↑" => "^",
        "↓" => "v",
        "←" => "<",
        "→" => ">",
        "…" => "~",
        "–" | "—" => "-",
        "‘" | "’" => "'",
        "“" | "”" => "\"",
        "•" => "*",
        "≥" => ">",
        "≤" => "<",
        _ => return None,
    })
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

/// What colours are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// A dark background, the terminal's own.
    Dark,
    /// A light background, the terminal's own.
    Light,
    /// Black and the brightest colours, for projectors and tired eyes.
    Contrast,
    /// No colour: bold, underlined, dim and reversed letters.
    Plain,
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colors {
    /// The sixteen that a person may have set to anything.
    Sixteen,
    /// The 256 that are the same everywhere, so that their contrast is known.
    /// A terminal of millions of colours has them as well, in fewer bytes.
    Many,
}

/// How the explorer looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Its signs.
    pub glyphs: Glyphs,
    scheme: Scheme,
    colors: Colors,
    /// Whether it changes once the terminal's background is known.
    follows_background: bool,
}

impl Theme {
    /// The look on a dark background, in the terminal's own colours.
    pub const DARK: Self = Self::new(Scheme::Dark, Colors::Sixteen);

    /// The look without colour.
    pub const PLAIN: Self = Self::new(Scheme::Plain, Colors::Sixteen);

    /// A look.
    pub const fn new(scheme: Scheme, colors: Colors) -> Self {
        Self { glyphs: Glyphs::UNICODE, scheme, colors, follows_background: false }
    }

    /// The look on a background that is not known, until it is. It takes the
    /// terminal's own sixteen colours: a person may have chosen them, and over
    /// a slow link they are the fewest bytes.
    pub const AUTO: Self = Self { follows_background: true, ..Self::DARK };

    /// The same with letters for signs.
    pub const fn in_ascii(self) -> Self {
        Self { glyphs: Glyphs::ASCII, ..self }
    }

    /// Whether it changes once the terminal's background is known.
    pub const fn follows_background(&self) -> bool {
        self.follows_background
    }

    /// The same for a background that is known.
    pub const fn settled(self) -> Self {
        Self { follows_background: false, ..self }
    }

    /// The same on a light background, or on a dark one, where it follows that.
    pub const fn on(self, light: bool) -> Self {
        let scheme = if light { Scheme::Light } else { Scheme::Dark };
        if self.follows_background { Self { scheme, ..self } } else { self }
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
        match (self.scheme, self.colors) {
            (Scheme::Dark, Colors::Sixteen) => palettes::dark_of_sixteen(role),
            (Scheme::Dark, Colors::Many) => palettes::dark(role),
            (Scheme::Light, Colors::Sixteen) => palettes::light_of_sixteen(role),
            (Scheme::Light, Colors::Many) => palettes::light(role),
            (Scheme::Contrast, Colors::Sixteen) => palettes::contrast_of_sixteen(role),
            (Scheme::Contrast, Colors::Many) => palettes::contrast(role),
            (Scheme::Plain, _) => palettes::plain(role),
        }
    }

    /// The colours of everything that has none of its own, where the
    /// terminal's own are not good enough.
    pub fn ground(&self) -> Option<Style> {
        (self.scheme == Scheme::Contrast).then(|| self.style(Role::Text))
    }
}

#[cfg(test)]
mod tests;
