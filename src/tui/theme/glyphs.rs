//! The signs of a theme, in Unicode and in ASCII.

use ratatui::symbols::{Marker, border};

use crate::tui::theme::palettes::{BAR_LEVELS, MARK_COUNT};

/// The signs that are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Before the selected line.
    pub pointer: &'static str,
    /// Beside a marked line.
    pub mark: &'static str,
    /// Before a fact that differs between the compared Cités.
    pub differs: &'static str,
    /// At the end of a truncated text.
    pub ellipsis: &'static str,
    /// Between list and card.
    pub vertical: &'static str,
    /// Above a card.
    pub horizontal: &'static str,
    /// Around popups and panes.
    pub border: border::Set<'static>,
    /// The visible part, on a scrollbar.
    pub thumb: &'static str,
    /// Beside the column that sorts, in ascending order.
    pub ascending: &'static str,
    /// Beside the column that sorts, in descending order.
    pub descending: &'static str,
    /// Before a match in a field that the line does not show.
    pub match_field: &'static str,
    /// The segments of a bar, the most certain first.
    pub bars: [&'static str; BAR_LEVELS],
    /// The marks of categories.
    pub marks: [&'static str; MARK_COUNT],
    /// A point of the map that the search does not match.
    pub faded_mark: &'static str,
    /// The dots of outlines.
    pub dots: Marker,
    /// The timeline of a Cité while it is labelled, and while its launch is unknown.
    pub labelled: [&'static str; 2],
}

impl Glyphs {
    /// For fonts with box drawing, blocks and Braille.
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
        match_field: "↳",
        bars: ["█", "▓", "▒", "░"],
        marks: ["●", "◆", "▲", "■", "★", "▼", "◇", "○"],
        faded_mark: "·",
        dots: Marker::Braille,
        labelled: ["─", "╌"],
    };

    /// For the Linux console, whose fonts have straight lines and the letters of Europe, but few other signs.
    pub const CONSOLE: Self =
        Self { vertical: "│", horizontal: "─", border: border::PLAIN, ..Self::ASCII };

    /// For terminals and fonts limited to ASCII.
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
        match_field: "->",
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

/// Returns the ASCII character for a sign that texts contain, or `None` for any
/// other: old fonts have the letters of Latin-1, but no arrows.
pub fn to_ascii(sign: &str) -> Option<&'static str> {
    Some(match sign {
        // The narrow space in numbers.
        "\u{202f}" => " ",
        "↑" => "^",
        "↓" => "v",
        "←" => "<",
        "→" => ">",
        "…" => "~",
        "–" | "—" => "-",
        "‘" | "’" => "'",
        "“" | "”" => "\"",
        "•" => "*",
        "●" => "#",
        "◐" => "+",
        "○" => "-",
        "≥" => ">",
        "≤" => "<",
        _ => return None,
    })
}
