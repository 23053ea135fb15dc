//! The signs of a theme, in Unicode and in ASCII.

use ratatui::symbols::{Marker, border};

use crate::tui::theme::palettes::{EVIDENCE_LEVELS, MARK_COUNT};
use crate::views::map::SHADES;

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
    /// The evidence for a value, the surest first; the last one for a value that is not known.
    pub evidence: [&'static str; EVIDENCE_LEVELS],
    /// The segments of a bar of evidence, the surest first. None has the height of its cell: rows stay rows.
    pub bars: [&'static str; EVIDENCE_LEVELS],
    /// A whole cell and half a cell of a bar of a quantity.
    pub quantity: [&'static str; 2],
    /// A cell of the rest of that bar, up to the quantity without a search.
    pub quantity_rest: &'static str,
    /// A day on an axis of years: a start, the end of the experiment, today.
    pub days: [&'static str; 3],
    /// The timeline of a Cité: labelled on one of several days, launched on one of several days, launched.
    pub phases: [&'static str; 3],
    /// The marks of categories.
    pub marks: [&'static str; MARK_COUNT],
    /// A point of the map that the search does not match.
    pub faded_mark: &'static str,
    /// The dots of outlines.
    pub dots: Marker,
    /// The timeline of a Cité while it is labelled.
    pub labelled: &'static str,
    /// The areas of a map, from low to high values, where no background tells them apart.
    pub shades: [&'static str; SHADES],
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
        evidence: ["●", "◐", "○", "·"],
        bars: ["━", "╍", "─", "┄"],
        quantity: ["━", "╸"],
        quantity_rest: "┄",
        days: ["◆", "┊", "╎"],
        phases: ["░", "▒", "━"],
        marks: ["●", "◆", "▲", "■", "★", "▼", "◇", "○"],
        faded_mark: "·",
        dots: Marker::Braille,
        labelled: "─",
        shades: ["░", "▒", "▓", "█"],
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
        evidence: ["#", "+", "-", "."],
        bars: ["#", "=", "-", "."],
        quantity: ["=", "-"],
        quantity_rest: ".",
        days: ["o", "|", ":"],
        phases: [".", "-", "#"],
        marks: ["o", "x", "+", "#", "*", "v", "%", "?"],
        faded_mark: ",",
        dots: Marker::Custom('.'),
        labelled: "=",
        shades: ["-", "+", "%", "#"],
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
