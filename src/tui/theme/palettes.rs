//! The colours of each look. What matters differs by more than colour.

use ratatui::style::{Color, Modifier, Style};

use crate::tui::theme::Role;

/// The colours of a look, by what they are for.
struct Palette {
    /// Titles, headings, keys: what is looked for first.
    accent: Color,
    /// Names of facts.
    name: Color,
    /// What the search found.
    found: Color,
    /// Sources and addresses.
    link: Color,
    /// What is wrong.
    problem: Color,
    /// What matters less.
    detail: Color,
    /// Lines and outlines.
    line: Color,
    /// Letters on the accent.
    on_accent: Color,
    /// Parts of bars, the surest first.
    bars: [Color; 4],
    /// Categories.
    marks: [Color; 8],
}

const fn indexed<const N: usize>(colors: [u8; N]) -> [Color; N] {
    let mut indexed = [Color::Reset; N];
    let mut place = 0;
    while place < N {
        #[expect(clippy::indexing_slicing, reason = "the place is one of them")]
        {
            indexed[place] = Color::Indexed(colors[place]);
        }
        place += 1;
    }
    indexed
}

const DARK: Palette = Palette {
    accent: Color::Indexed(80),
    name: Color::Indexed(73),
    found: Color::Indexed(221),
    link: Color::Indexed(111),
    problem: Color::Indexed(210),
    detail: Color::Indexed(248),
    line: Color::Indexed(243),
    on_accent: Color::Indexed(16),
    bars: indexed([114, 80, 221, 248]),
    marks: indexed([221, 80, 213, 114, 210, 111, 231, 248]),
};

const LIGHT: Palette = Palette {
    accent: Color::Indexed(24),
    name: Color::Indexed(23),
    found: Color::Indexed(94),
    link: Color::Indexed(25),
    problem: Color::Indexed(124),
    detail: Color::Indexed(240),
    line: Color::Indexed(243),
    on_accent: Color::Indexed(231),
    bars: indexed([22, 25, 94, 240]),
    marks: indexed([130, 25, 90, 22, 124, 61, 16, 240]),
};

const CONTRAST: Palette = Palette {
    accent: Color::Indexed(226),
    name: Color::Indexed(123),
    found: Color::Indexed(226),
    link: Color::Indexed(159),
    problem: Color::Indexed(217),
    detail: Color::Indexed(254),
    line: Color::Indexed(231),
    on_accent: Color::Indexed(16),
    bars: indexed([120, 123, 226, 231]),
    marks: indexed([226, 123, 219, 120, 217, 159, 231, 254]),
};

pub(super) fn dark(role: Role) -> Style {
    styled(role, &DARK)
}

pub(super) fn light(role: Role) -> Style {
    styled(role, &LIGHT)
}

pub(super) fn contrast(role: Role) -> Style {
    on_black(role, styled(role, &CONTRAST), Color::Indexed(231), Color::Indexed(16))
}

/// Chosen so that every colour is legible on dark backgrounds, whatever the
/// terminal makes of the sixteen colours.
pub(super) fn dark_of_sixteen(role: Role) -> Style {
    let style = styled(
        role,
        &Palette {
            accent: Color::LightCyan,
            name: Color::Cyan,
            found: Color::LightYellow,
            link: Color::LightBlue,
            problem: Color::LightRed,
            detail: Color::Reset,
            line: Color::Reset,
            on_accent: Color::Black,
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
        },
    );
    match role {
        // The bright one is no background for black letters everywhere.
        Role::ActiveTab | Role::Selected => style.bg(Color::Cyan),
        _ => dimmed(role, style),
    }
}

/// The dark ones of the sixteen, without yellow, which is bright everywhere.
pub(super) fn light_of_sixteen(role: Role) -> Style {
    let style = styled(
        role,
        &Palette {
            accent: Color::Blue,
            name: Color::Blue,
            found: Color::Magenta,
            link: Color::Blue,
            problem: Color::Red,
            detail: Color::Reset,
            line: Color::Reset,
            on_accent: Color::White,
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
        },
    );
    dimmed(role, style)
}

pub(super) fn contrast_of_sixteen(role: Role) -> Style {
    let style = styled(
        role,
        &Palette {
            accent: Color::LightYellow,
            name: Color::LightCyan,
            found: Color::LightYellow,
            link: Color::LightCyan,
            problem: Color::LightYellow,
            detail: Color::White,
            line: Color::White,
            on_accent: Color::Black,
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
        },
    );
    on_black(role, style, Color::White, Color::Black)
}

fn styled(role: Role, colors: &Palette) -> Style {
    let style = Style::new();
    let bold = style.add_modifier(Modifier::BOLD);
    match role {
        Role::Text | Role::Tab => style,
        Role::Detail | Role::Placeholder | Role::MatchPlace => style.fg(colors.detail),
        Role::Unknown => style.fg(colors.detail).add_modifier(Modifier::ITALIC),
        Role::Title | Role::Heading | Role::Prompt | Role::Key => bold.fg(colors.accent),
        Role::ActiveTab => bold.fg(colors.on_accent).bg(colors.accent),
        Role::ColumnTitle => style.add_modifier(Modifier::UNDERLINED),
        Role::SortedColumn => bold.fg(colors.accent).add_modifier(Modifier::UNDERLINED),
        Role::Name => style.fg(colors.name),
        Role::Selected => style.fg(colors.on_accent).bg(colors.accent),
        Role::SelectedElsewhere => bold,
        Role::Match => bold.fg(colors.found).add_modifier(Modifier::UNDERLINED),
        Role::Source => style.fg(colors.link),
        Role::Link => style.fg(colors.link).add_modifier(Modifier::UNDERLINED),
        Role::Line | Role::Outline | Role::FadedMark => style.fg(colors.line),
        Role::ActiveLine => style.fg(colors.accent),
        Role::Bar(level) => style.fg(nth(&colors.bars, level)),
        Role::Mark(category) => bold.fg(nth(&colors.marks, category % colors.marks.len())),
        Role::Problem => style.fg(colors.problem),
    }
}

fn nth(colors: &[Color], place: usize) -> Color {
    colors.get(place).or(colors.last()).copied().unwrap_or_default()
}

/// Of sixteen colours, none is sure to be a grey that is legible: what matters
/// less is dim.
fn dimmed(role: Role, style: Style) -> Style {
    match role {
        Role::Detail
        | Role::Placeholder
        | Role::MatchPlace
        | Role::Unknown
        | Role::Line
        | Role::Outline
        | Role::FadedMark => style.add_modifier(Modifier::DIM),
        _ => style,
    }
}

/// With a background of its own, and letters that are bright on it.
fn on_black(role: Role, style: Style, bright: Color, black: Color) -> Style {
    let style = Style { fg: style.fg.or(Some(bright)), bg: style.bg.or(Some(black)), ..style };
    match role {
        // It has to be seen from the last row.
        Role::SelectedElsewhere => style.add_modifier(Modifier::REVERSED),
        _ => style,
    }
}

pub(super) fn plain(role: Role) -> Style {
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
