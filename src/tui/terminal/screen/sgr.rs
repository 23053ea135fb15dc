//! The SGR state: colours and attributes of the text printed next, and the sequences that change it.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The colours and attributes with which the terminal prints text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct SgrState {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// The attributes that are visible on a blank.
const VISIBLE_ON_BLANK: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// The SGR parameters that turn attributes on.
const ON: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The SGR parameters that turn attributes off, some of them two at once.
const OFF: [(Modifier, &str); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), "22"),
    (Modifier::ITALIC, "23"),
    (Modifier::UNDERLINED, "24"),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), "25"),
    (Modifier::REVERSED, "27"),
    (Modifier::HIDDEN, "28"),
    (Modifier::CROSSED_OUT, "29"),
];

/// Returns the number of the address that a cell links to, or 0. It takes the place of the colour of an underline, which
/// is never sent.
pub(super) const fn link_of(cell: &Cell) -> u32 {
    match cell.underline_color {
        Color::Rgb(red, green, blue) => u32::from_be_bytes([0, red, green, blue]),
        _ => 0,
    }
}

impl SgrState {
    /// The terminal's default colours, no attributes.
    pub(super) const DEFAULT: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// Returns the state that a cell asks for.
    pub(super) const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Returns the visible part of a cell's style. A blank shows only its
    /// background and attributes such as underline and reverse.
    pub(super) fn visible(cell: &Cell) -> Self {
        Self::of(cell).on(cell.symbol())
    }

    /// Returns whether a cell looks the same in this state as in its own.
    pub(super) fn renders(self, cell: &Cell) -> bool {
        self == Self::of(cell) || self.on(cell.symbol()) == Self::visible(cell)
    }

    /// Returns the part of the state that is visible on a symbol.
    fn on(self, symbol: &str) -> Self {
        match symbol {
            " " if !self.modifier.intersects(VISIBLE_ON_BLANK) => Self { bg: self.bg, ..Self::DEFAULT },
            _ => self,
        }
    }

    /// Returns the shortest sequence that changes this state into `next`.
    pub(super) fn transition_to(self, next: Self) -> String {
        if next == Self::DEFAULT {
            return "\x1b[m".to_owned();
        }
        let mut changes = Parameters::default();
        let mut kept = self.modifier;
        for (attributes, off) in OFF {
            if self.modifier.difference(next.modifier).intersects(attributes) {
                changes.push(off);
                kept.remove(attributes);
            }
        }
        changes.add(kept, self, next);
        if self == Self::DEFAULT {
            return format!("\x1b[{}m", changes.0);
        }
        let mut after_reset = Parameters::default();
        after_reset.push("0");
        after_reset.add(Modifier::empty(), Self::DEFAULT, next);
        let shortest = if after_reset.0.len() < changes.0.len() { after_reset } else { changes };
        format!("\x1b[{}m", shortest.0)
    }
}

/// The parameters of an SGR sequence, separated by semicolons.
#[derive(Default)]
struct Parameters(String);

impl Parameters {
    fn push(&mut self, parameter: &str) {
        if !self.0.is_empty() {
            self.0.push(';');
        }
        self.0.push_str(parameter);
    }

    /// Adds the parameters for what `to` has and `from` lacks. `on`: the attributes already on.
    fn add(&mut self, on: Modifier, from: SgrState, to: SgrState) {
        for (attribute, parameter) in ON {
            if to.modifier.difference(on).contains(attribute) {
                self.push(parameter);
            }
        }
        if from.fg != to.fg {
            self.push(&color(to.fg, 30));
        }
        if from.bg != to.bg {
            self.push(&color(to.bg, 40));
        }
    }
}

/// Returns the parameters of a colour. `base` is 30 for the foreground, 40 for
/// the background. The sixteen ANSI colours have the short form, which every terminal supports.
fn color(color: Color, base: u8) -> String {
    let bright = base + 60;
    let parameter = match color {
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    parameter.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn state(fg: Color, bg: Color, modifier: Modifier) -> SgrState {
        SgrState { fg, bg, modifier }
    }

    #[test]
    fn the_shortest_sequence_is_taken() {
        let bold = state(Color::Cyan, Color::Reset, Modifier::BOLD);
        let selected = state(Color::Black, Color::Cyan, Modifier::empty());
        let dim = state(Color::Cyan, Color::Reset, Modifier::DIM);
        for (from, to, sequence) in [
            (SgrState::DEFAULT, bold, "\x1b[1;36m"),
            (bold, SgrState::DEFAULT, "\x1b[m"),
            (bold, state(Color::Cyan, Color::Reset, Modifier::empty()), "\x1b[22m"),
            (bold, state(Color::LightRed, Color::Reset, Modifier::BOLD), "\x1b[91m"),
            (bold, dim, "\x1b[22;2m"),
            (bold, selected, "\x1b[0;30;46m"),
            (
                SgrState::DEFAULT,
                state(Color::Indexed(208), Color::Rgb(1, 2, 3), Modifier::empty()),
                "\x1b[38;5;208;48;2;1;2;3m",
            ),
        ] {
            assert_eq!(from.transition_to(to), sequence, "{from:?} -> {to:?}");
        }
    }

    #[test]
    fn a_blank_shows_no_foreground() {
        let mut blank = Cell::new(" ");
        blank.set_fg(Color::Red);
        assert!(SgrState::DEFAULT.renders(&blank));
        blank.modifier = Modifier::UNDERLINED;
        assert!(!SgrState::DEFAULT.renders(&blank));
        blank.modifier = Modifier::BOLD;
        blank.set_bg(Color::Red);
        assert!(!SgrState::DEFAULT.renders(&blank));
        assert!(!SgrState::DEFAULT.renders(Cell::new("a").set_fg(Color::Red)));
    }
}
