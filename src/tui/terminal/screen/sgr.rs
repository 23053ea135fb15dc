//! Colours and attributes of what is printed next, and the way from one to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// How the terminal draws what is printed next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct SgrState {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// Attributes that show on a blank.
const ON_BLANKS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// The parameters that turn attributes on.
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

/// The parameters that turn attributes off, two at once for some.
const OFF: [(Modifier, &str); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), "22"),
    (Modifier::ITALIC, "23"),
    (Modifier::UNDERLINED, "24"),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), "25"),
    (Modifier::REVERSED, "27"),
    (Modifier::HIDDEN, "28"),
    (Modifier::CROSSED_OUT, "29"),
];

impl SgrState {
    /// The terminal's own colours, no attributes.
    pub(super) const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The pen that draws a cell.
    pub(super) const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// What is seen of the pen that draws a cell: of a blank, only the
    /// background and few attributes are.
    pub(super) fn seen(cell: &Cell) -> Self {
        Self::of(cell).on(cell.symbol())
    }

    /// Whether this pen draws a cell as the cell's own does.
    pub(super) fn renders(self, cell: &Cell) -> bool {
        self == Self::of(cell) || self.on(cell.symbol()) == Self::seen(cell)
    }

    /// Without what is not seen of it on a symbol.
    fn on(self, symbol: &str) -> Self {
        match symbol {
            " " if !self.modifier.intersects(ON_BLANKS) => Self { bg: self.bg, ..Self::PLAIN },
            _ => self,
        }
    }

    /// The sequence that changes this pen into another, the shortest there is.
    pub(super) fn transition_to(self, next: Self) -> String {
        if next == Self::PLAIN {
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
        if self == Self::PLAIN {
            return format!("\x1b[{}m", changes.0);
        }
        let mut anew = Parameters::default();
        anew.push("0");
        anew.add(Modifier::empty(), Self::PLAIN, next);
        let shortest = if anew.0.len() < changes.0.len() { anew } else { changes };
        format!("\x1b[{}m", shortest.0)
    }
}

#[derive(Default)]
struct Parameters(String);

impl Parameters {
    fn push(&mut self, parameter: &str) {
        if !self.0.is_empty() {
            self.0.push(';');
        }
        self.0.push_str(parameter);
    }

    /// What `to` has and `from` has not; `on` are the attributes that are on already.
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

/// The parameters of a colour; `base` is 30 for letters, 40 for what is behind
/// them. The sixteen colours have the short form, which every terminal knows.
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

    const fn pen(fg: Color, bg: Color, modifier: Modifier) -> SgrState {
        SgrState { fg, bg, modifier }
    }

    #[test]
    fn the_shortest_way_is_taken() {
        let bold = pen(Color::Cyan, Color::Reset, Modifier::BOLD);
        let selected = pen(Color::Black, Color::Cyan, Modifier::empty());
        let dim = pen(Color::Cyan, Color::Reset, Modifier::DIM);
        for (from, to, sequence) in [
            (SgrState::PLAIN, bold, "\x1b[1;36m"),
            (bold, SgrState::PLAIN, "\x1b[m"),
            (bold, pen(Color::Cyan, Color::Reset, Modifier::empty()), "\x1b[22m"),
            (bold, pen(Color::LightRed, Color::Reset, Modifier::BOLD), "\x1b[91m"),
            (bold, dim, "\x1b[22;2m"),
            (bold, selected, "\x1b[0;30;46m"),
            (
                SgrState::PLAIN,
                pen(Color::Indexed(208), Color::Rgb(1, 2, 3), Modifier::empty()),
                "\x1b[38;5;208;48;2;1;2;3m",
            ),
        ] {
            assert_eq!(from.transition_to(to), sequence, "{from:?} -> {to:?}");
        }
    }

    #[test]
    fn a_blank_has_no_colour_of_letters() {
        let mut blank = Cell::new(" ");
        blank.set_fg(Color::Red);
        assert!(SgrState::PLAIN.renders(&blank));
        blank.modifier = Modifier::UNDERLINED;
        assert!(!SgrState::PLAIN.renders(&blank));
        blank.modifier = Modifier::BOLD;
        blank.set_bg(Color::Red);
        assert!(!SgrState::PLAIN.renders(&blank));
        assert!(!SgrState::PLAIN.renders(Cell::new("a").set_fg(Color::Red)));
    }
}
