//! The colours of each scheme.

use ratatui::style::Color::{self, Indexed};
use ratatui::style::Style;

/// The number of levels of a bar.
pub const BAR_LEVELS: usize = 4;

/// The number of marks that identify categories.
pub const MARK_COUNT: usize = 8;

/// The colours of a scheme, by their use.
pub(super) struct Palette {
    /// Ordinary text, and everything that has no colours of its own.
    pub(super) text: Style,
    /// Secondary text.
    pub(super) detail: Style,
    /// Lines and outlines.
    pub(super) line: Style,
    /// The selected line while the list is focused.
    pub(super) selected: Style,
    /// The selected line while something else is focused.
    pub(super) selected_unfocused: Style,
    /// Titles, headings and keys: what the eye looks for first.
    pub(super) accent: Color,
    /// Names of facts.
    pub(super) name: Color,
    /// Matches of the search.
    pub(super) found: Color,
    /// Sources and addresses.
    pub(super) link: Color,
    /// Errors.
    pub(super) problem: Color,
    /// Segments of bars, the most certain first.
    pub(super) bars: [Color; BAR_LEVELS],
    /// Categories.
    pub(super) marks: [Color; MARK_COUNT],
}

const PLAIN: Style = Style::new();

pub(super) const DARK_256: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Indexed(248)),
    line: PLAIN.fg(Indexed(243)),
    selected: PLAIN.fg(Indexed(16)).bg(Indexed(80)),
    selected_unfocused: PLAIN.bold(),
    accent: Indexed(80),
    name: Indexed(73),
    found: Indexed(221),
    link: Indexed(111),
    problem: Indexed(210),
    bars: [Indexed(114), Indexed(80), Indexed(221), Indexed(248)],
    marks: [
        Indexed(221),
        Indexed(80),
        Indexed(213),
        Indexed(114),
        Indexed(210),
        Indexed(111),
        Indexed(231),
        Indexed(248),
    ],
};

pub(super) const LIGHT_256: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Indexed(240)),
    line: PLAIN.fg(Indexed(243)),
    selected: PLAIN.fg(Indexed(231)).bg(Indexed(24)),
    selected_unfocused: PLAIN.bold(),
    accent: Indexed(24),
    name: Indexed(23),
    found: Indexed(94),
    link: Indexed(25),
    problem: Indexed(124),
    bars: [Indexed(22), Indexed(25), Indexed(94), Indexed(240)],
    marks: [
        Indexed(130),
        Indexed(25),
        Indexed(90),
        Indexed(22),
        Indexed(124),
        Indexed(61),
        Indexed(16),
        Indexed(240),
    ],
};

pub(super) const CONTRAST_256: Palette = Palette {
    text: PLAIN.fg(Indexed(231)).bg(Indexed(16)),
    detail: PLAIN.fg(Indexed(254)),
    line: PLAIN.fg(Indexed(231)),
    selected: PLAIN.fg(Indexed(16)).bg(Indexed(226)),
    // Visible from the back of the room.
    selected_unfocused: PLAIN.bold().reversed(),
    accent: Indexed(226),
    name: Indexed(123),
    found: Indexed(226),
    link: Indexed(159),
    problem: Indexed(217),
    bars: [Indexed(120), Indexed(123), Indexed(226), Indexed(231)],
    marks: [
        Indexed(226),
        Indexed(123),
        Indexed(219),
        Indexed(120),
        Indexed(217),
        Indexed(159),
        Indexed(231),
        Indexed(254),
    ],
};

/// The bright ANSI colours, legible on a dark background whatever the terminal
/// makes of them. No grey among the sixteen is certain to be legible, so that
/// secondary text is dim.
pub(super) const DARK_16: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Color::Reset).dim(),
    line: PLAIN.fg(Color::Reset).dim(),
    // Black on the bright cyan is not legible everywhere.
    selected: PLAIN.fg(Color::Black).bg(Color::Cyan),
    selected_unfocused: PLAIN.bold(),
    accent: Color::LightCyan,
    name: Color::Cyan,
    found: Color::LightYellow,
    link: Color::LightBlue,
    problem: Color::LightRed,
    bars: [Color::LightGreen, Color::LightCyan, Color::LightYellow, Color::Reset],
    marks: [
        Color::LightYellow,
        Color::LightCyan,
        Color::LightMagenta,
        Color::LightGreen,
        Color::LightRed,
        Color::LightBlue,
        Color::White,
        Color::Reset,
    ],
};

/// The dark ANSI colours, without yellow, which is bright everywhere.
pub(super) const LIGHT_16: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Color::Reset).dim(),
    line: PLAIN.fg(Color::Reset).dim(),
    selected: PLAIN.fg(Color::White).bg(Color::Blue),
    selected_unfocused: PLAIN.bold(),
    accent: Color::Blue,
    name: Color::Blue,
    found: Color::Magenta,
    link: Color::Blue,
    problem: Color::Red,
    bars: [Color::Blue, Color::Magenta, Color::Red, Color::Reset],
    marks: [
        Color::Red,
        Color::Blue,
        Color::Magenta,
        Color::Reset,
        Color::Red,
        Color::Blue,
        Color::Magenta,
        Color::Reset,
    ],
};

pub(super) const CONTRAST_16: Palette = Palette {
    text: PLAIN.fg(Color::White).bg(Color::Black),
    detail: PLAIN.fg(Color::White),
    line: PLAIN.fg(Color::White),
    selected: PLAIN.fg(Color::Black).bg(Color::LightYellow),
    selected_unfocused: PLAIN.bold().reversed(),
    accent: Color::LightYellow,
    name: Color::LightCyan,
    found: Color::LightYellow,
    link: Color::LightCyan,
    problem: Color::LightYellow,
    bars: [Color::LightGreen, Color::LightCyan, Color::LightYellow, Color::White],
    marks: [
        Color::LightYellow,
        Color::LightCyan,
        Color::White,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightCyan,
        Color::White,
        Color::LightGreen,
    ],
};
