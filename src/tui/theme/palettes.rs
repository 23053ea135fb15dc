//! The colours of each scheme.

use ratatui::style::Color::{self, Indexed};
use ratatui::style::{Modifier, Style};

use crate::views::map::SHADES;

/// The number of levels of evidence, with that of a value that is not known.
pub const EVIDENCE_LEVELS: usize = 4;

/// The colours of the areas of a map, from low to high values: greys, so that they mean nothing else.
type Shades = [Style; SHADES];

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
    pub(super) strong: Style,
    /// The line around the focused part of the screen.
    pub(super) accent: Color,
    /// Names of facts.
    pub(super) name: Color,
    /// Matches of the search.
    pub(super) found: Style,
    /// Sources and addresses.
    pub(super) link: Color,
    /// Errors.
    pub(super) problem: Color,
    /// Evidence, the surest first: one hue in steps, and a grey for what is not known.
    pub(super) evidence: [Color; EVIDENCE_LEVELS],
    /// Categories.
    pub(super) marks: [Color; MARK_COUNT],
    /// The areas of a map; `None` where only signs tell them apart.
    pub(super) shades: Option<Shades>,
}

const fn indexed<const N: usize>(indexes: [u8; N]) -> [Color; N] {
    let mut colors = [Color::Reset; N];
    let mut i = 0;
    while i < N {
        #[expect(clippy::indexing_slicing, reason = "i is less than N")]
        {
            colors[i] = Indexed(indexes[i]);
        }
        i += 1;
    }
    colors
}

const PLAIN: Style = Style::new();

/// Returns shades of these backgrounds, each with the colour of the letters on it.
const fn shades(colors: [(u8, u8); SHADES]) -> Option<Shades> {
    let mut shades = [PLAIN; SHADES];
    let mut i = 0;
    while i < SHADES {
        #[expect(clippy::indexing_slicing, reason = "i is less than SHADES")]
        {
            shades[i] = PLAIN.bg(Indexed(colors[i].0)).fg(Indexed(colors[i].1));
        }
        i += 1;
    }
    Some(shades)
}

pub(super) const DARK_256: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Indexed(248)),
    line: PLAIN.fg(Indexed(243)),
    selected: PLAIN.fg(Indexed(16)).bg(Indexed(80)),
    selected_unfocused: PLAIN.bold(),
    strong: PLAIN.fg(Indexed(80)).bold(),
    accent: Indexed(80),
    name: Indexed(73),
    found: PLAIN.fg(Indexed(221)).bold().underlined(),
    link: Indexed(111),
    problem: Indexed(210),
    evidence: indexed([120, 71, 65, 248]),
    marks: indexed([221, 80, 213, 114, 210, 111, 231, 248]),
    shades: shades([(237, 255), (241, 231), (248, 16), (254, 16)]),
};

pub(super) const LIGHT_256: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Indexed(240)),
    line: PLAIN.fg(Indexed(243)),
    selected: PLAIN.fg(Indexed(231)).bg(Indexed(24)),
    selected_unfocused: PLAIN.bold(),
    strong: PLAIN.fg(Indexed(24)).bold(),
    accent: Indexed(24),
    name: Indexed(23),
    found: PLAIN.fg(Indexed(94)).bold().underlined(),
    link: Indexed(25),
    problem: Indexed(124),
    evidence: indexed([22, 28, 65, 240]),
    marks: indexed([130, 25, 90, 22, 124, 61, 16, 240]),
    shades: shades([(253, 16), (247, 16), (241, 231), (236, 231)]),
};

pub(super) const CONTRAST_256: Palette = Palette {
    text: PLAIN.fg(Indexed(231)).bg(Indexed(16)),
    detail: PLAIN.fg(Indexed(254)),
    line: PLAIN.fg(Indexed(231)),
    selected: PLAIN.fg(Indexed(16)).bg(Indexed(226)),
    // Visible from the back of the room.
    selected_unfocused: PLAIN.bold().reversed(),
    strong: PLAIN.fg(Indexed(226)).bold(),
    accent: Indexed(226),
    name: Indexed(123),
    found: PLAIN.fg(Indexed(226)).bold().underlined(),
    link: Indexed(159),
    problem: Indexed(217),
    evidence: indexed([120, 114, 108, 231]),
    marks: indexed([226, 123, 219, 120, 217, 159, 231, 254]),
    shades: shades([(235, 231), (239, 231), (247, 16), (255, 16)]),
};

/// The bright ANSI colours. Text uses neither blue nor magenta, which are not legible on a dark background everywhere.
///
/// No grey among the sixteen is certain to be legible, nor is dim text: the Linux console shows it in dark grey, and
/// Windows Terminal at half the brightness. Dark colours are not bold, since terminals that show bold text in bright
/// colours turn black into grey.
pub(super) const DARK_16: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Color::Reset),
    line: PLAIN.fg(Color::Reset),
    // Black on the bright cyan is not legible everywhere.
    selected: PLAIN.fg(Color::Black).bg(Color::Cyan).remove_modifier(Modifier::BOLD),
    selected_unfocused: PLAIN.bold(),
    strong: PLAIN.fg(Color::LightCyan).bold(),
    accent: Color::LightCyan,
    name: Color::Cyan,
    found: PLAIN.fg(Color::LightYellow).bold().underlined(),
    link: Color::LightCyan,
    problem: Color::LightRed,
    evidence: [Color::LightGreen, Color::LightGreen, Color::Green, Color::Reset],
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
    shades: None,
};

/// The dark ANSI colours, without yellow, which is bright everywhere. Only the terminal's own foreground is bold: in
/// terminals that show bold text in bright colours, the others would be too light.
pub(super) const LIGHT_16: Palette = Palette {
    text: PLAIN,
    detail: PLAIN.fg(Color::Reset),
    line: PLAIN.fg(Color::Reset),
    selected: PLAIN.fg(Color::White).bg(Color::Blue),
    selected_unfocused: PLAIN.fg(Color::Reset).bold(),
    strong: PLAIN.fg(Color::Reset).bold(),
    accent: Color::Blue,
    name: Color::Blue,
    found: PLAIN.fg(Color::Magenta).underlined().remove_modifier(Modifier::BOLD),
    link: Color::Blue,
    problem: Color::Red,
    evidence: [Color::Blue, Color::Blue, Color::Blue, Color::Reset],
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
    shades: None,
};

pub(super) const CONTRAST_16: Palette = Palette {
    text: PLAIN.fg(Color::White).bg(Color::Black),
    detail: PLAIN.fg(Color::White),
    line: PLAIN.fg(Color::White),
    selected: PLAIN.fg(Color::Black).bg(Color::LightYellow).remove_modifier(Modifier::BOLD),
    selected_unfocused: PLAIN.fg(Color::Black).bg(Color::White).remove_modifier(Modifier::BOLD),
    strong: PLAIN.fg(Color::LightYellow).bold(),
    accent: Color::LightYellow,
    name: Color::LightCyan,
    found: PLAIN.fg(Color::LightYellow).bold().underlined(),
    link: Color::LightCyan,
    problem: Color::LightYellow,
    evidence: [Color::LightGreen, Color::LightGreen, Color::LightGreen, Color::White],
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
    shades: None,
};

/// The terminal's own colours, with the greys of 256 for secondary text and lines.
pub(super) const DARK_GREYS: Palette = Palette { detail: DARK_256.detail, line: DARK_256.line, ..DARK_16 };

/// As [`DARK_GREYS`], for a light background.
pub(super) const LIGHT_GREYS: Palette =
    Palette { detail: LIGHT_256.detail, line: LIGHT_256.line, ..LIGHT_16 };
