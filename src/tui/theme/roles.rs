//! The roles of what is on the screen, one row each.

use ratatui::style::{Color, Modifier, Style};

use crate::table::table;
use crate::tui::theme::palettes::Palette;

/// The look of a role.
struct RoleRow {
    kind: RoleKind,
    /// Returns the style with colours.
    colored: fn(&Palette) -> Style,
    /// The attributes without colours.
    plain: Modifier,
}

/// The kinds of content for which WCAG 2 requires different contrasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleKind {
    /// Text.
    Text,
    /// Lines and signs, which are recognized by their shape.
    Graphic,
}

const PLAIN: Modifier = Modifier::empty();
const BOLD: Modifier = Modifier::BOLD;
const ITALIC: Modifier = Modifier::ITALIC;
const UNDERLINED: Modifier = Modifier::UNDERLINED;
const REVERSED: Modifier = Modifier::REVERSED;

const fn text(colored: fn(&Palette) -> Style, plain: Modifier) -> RoleRow {
    RoleRow { kind: RoleKind::Text, colored, plain }
}

const fn graphic(colored: fn(&Palette) -> Style, plain: Modifier) -> RoleRow {
    RoleRow { kind: RoleKind::Graphic, colored, plain }
}

const fn fg(color: Color) -> Style {
    Style::new().fg(color)
}

table! {
    /// The role of a piece of the screen.
    pub enum Role: RoleRow {
        /// Ordinary text.
        Text = text(|palette| palette.text, PLAIN);
        /// Secondary text.
        Detail = text(|palette| palette.detail, PLAIN);
        /// A value that is not known.
        Unknown = text(|palette| palette.detail.italic(), ITALIC);
        /// The name of the program, the title of a card.
        Title = text(|palette| palette.strong, BOLD);
        /// A tab that is not open.
        Tab = text(|palette| palette.text, PLAIN);
        /// The open tab.
        ActiveTab = text(|palette| palette.selected, REVERSED);
        /// The title of a column.
        ColumnTitle = text(|_| Style::new().underlined(), UNDERLINED);
        /// The title of the column that sorts.
        SortedColumn = text(|palette| palette.strong.underlined(), BOLD.union(UNDERLINED));
        /// The line above a group, the heading of a section.
        Heading = text(|palette| palette.strong, BOLD);
        /// The name of a fact on a card.
        Name = text(|palette| fg(palette.name), PLAIN);
        /// The selected line, while the list is focused.
        Selected = text(|palette| palette.selected, REVERSED);
        /// The selected line, while something else is focused.
        SelectedUnfocused = text(|palette| palette.selected_unfocused, BOLD);
        /// Letters that the search matched.
        Match = text(|palette| palette.found, BOLD.union(UNDERLINED));
        /// The name of a field with a match that the line does not show.
        MatchField = text(|palette| palette.detail, PLAIN);
        /// The number of a source.
        Source = text(|palette| fg(palette.link), PLAIN);
        /// An address.
        Link = text(|palette| fg(palette.link).underlined(), PLAIN);
        /// The sign before the search.
        Prompt = text(|palette| palette.strong, BOLD);
        /// The text of the search bar while the search is empty.
        Placeholder = text(|palette| palette.detail.italic(), ITALIC);
        /// An error in a query.
        Problem = text(|palette| fg(palette.problem), PLAIN);
        /// A key that works.
        Key = text(|palette| palette.strong, BOLD);
        /// A line between parts of the screen.
        Line = graphic(|palette| palette.line, PLAIN);
        /// A line around the focused part of the screen.
        ActiveLine = graphic(|palette| fg(palette.accent), BOLD);
        /// A bar of a quantity.
        Bar = graphic(|palette| palette.text, PLAIN);
        /// An outline on the map.
        Outline = graphic(|palette| palette.line, PLAIN);
        /// A point of the map that the search does not match.
        FadedMark = graphic(|palette| palette.line, PLAIN);
    }
}

impl Role {
    /// Returns the kind of content.
    pub const fn kind(self) -> RoleKind {
        self.row().kind
    }

    pub(super) fn colored(self, palette: &Palette) -> Style {
        (self.row().colored)(palette)
    }

    pub(super) const fn plain(self) -> Modifier {
        self.row().plain
    }
}
