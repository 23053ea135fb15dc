//! Everything that can happen in the explorer.

use std::sync::Arc;

use ratatui::layout::Size;

use crate::snapshot::Report;
use crate::tui::state::{Answer, Reading, Saved, Tab};
use crate::views::map::{Direction, Zoom};

/// Something that happens to the state, from a key or from outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// End the explorer.
    Quit,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// The terminal has this size.
    Resize(Size),
    /// One step back: close, clear, leave, in this order. Never ends the explorer.
    Back,
    /// Show the keys that work here.
    Help,
    /// Show what can be searched for, by example.
    Grammar,
    /// Search for the example that is chosen.
    TakeExample,
    /// Show what the query can be narrowed by.
    Facets,
    /// Open the facet to the right, from the last one the first.
    NextFacet,
    /// Open the facet to the left, from the first one the last.
    PreviousFacet,
    /// Open the facet of this place.
    OpenFacet(usize),
    /// Choose and take the line of this place in the popup.
    ChooseLine(usize),
    /// Ask for the chosen value of the facet, or for it no longer.
    ToggleFacetValue,
    /// The same, and close the facets.
    TakeFacetValue,
    /// Ask for no value of the open facet any more.
    ClearFacet,
    /// Mark the selected Cité, or no longer.
    Mark,
    /// Put the marked Cités side by side.
    Compare,
    /// Show the card in large letters.
    Enlarge,
    /// Copy the card as text.
    CopyCard,
    /// Copy the selected line.
    CopyRow,
    /// Copy the address of the first source.
    CopyAddress,
    /// Copy the command line that opens the explorer as it is.
    CopyCommandLine,
    /// Ask for the name of a file that takes what is listed.
    Save,
    /// Give that name the end of the next format.
    NextFormat,
    /// Write the file, unless there is one.
    WriteFile,
    /// Write the file in the place of the one that is there.
    ReplaceFile,
    /// This came of writing the file.
    Saved(Saved),
    /// Put the cursor into the search bar.
    FocusSearch,
    /// Go from the search bar to the list.
    FocusList,
    /// Go to the card, which takes the place of the list unless it stands beside it.
    FocusCard,
    /// Write into the search bar; pasted text too.
    Insert(String),
    /// Change the text of the search bar.
    Edit(Edit),
    /// Search for the name that was offered instead of what was typed.
    TakeSuggestion,
    /// Move the selection in the list.
    Select(Motion),
    /// Select the line of this place in the list.
    SelectLine(usize),
    /// Move the text of the card, or of the popup that is open.
    Scroll(Motion),
    /// Show a tab.
    ShowTab(Tab),
    /// Show the tab to the right, from the last one the first.
    NextTab,
    /// Show the tab to the left, from the first one the last.
    PreviousTab,
    /// Sort by the column to the right; after the last, no longer sort.
    SortByNext,
    /// Sort by the column to the left; before the first, no longer sort.
    SortByPrevious,
    /// Sort by the column of this place, or the other way round where it sorts already.
    SortBy(usize),
    /// Sort the other way round.
    ReverseSort,
    /// Select the nearest Cité in this direction on the map.
    Walk(Direction),
    /// Tell the points of the map apart by something else.
    NextColouring,
    /// Look at the map from closer or from farther away.
    Zoom(ZoomStep),
    /// Show what the worker has found.
    Show(Answer),
    /// The file has changed and was read again.
    Read(Reading),
    /// The terminal's background is light, or it is not.
    Background(bool),
    /// The snapshot is checked.
    Checked(Arc<Report>),
    /// Show the Cité that the selected problem is in.
    ShowCite,
    /// Give the list the place of the card, or give it back.
    ToggleCard,
    /// Show ages as lives on an axis of years, or as numbers again.
    ToggleLives,
}

impl Action {
    /// Whether it comes from elsewhere than from the person.
    pub const fn is_from_outside(&self) -> bool {
        matches!(
            self,
            Self::Resize(_)
                | Self::Saved(_)
                | Self::Show(_)
                | Self::Checked(_)
                | Self::Background(_)
                | Self::Read(_)
        )
    }

    /// Whether it copies something.
    pub const fn copies(&self) -> bool {
        matches!(self, Self::CopyCard | Self::CopyRow | Self::CopyAddress | Self::CopyCommandLine)
    }
}

/// Lines that a notch of the mouse wheel moves.
const WHEEL_LINES: usize = 3;

/// A move through a list or a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// Some lines up.
    WheelUp,
    /// Some lines down.
    WheelDown,
    /// To the start.
    First,
    /// To the end.
    Last,
}

impl Motion {
    /// Where one gets from `place`, on a way of the places 0 to `last` with
    /// `page` of them on the screen.
    pub fn from(self, place: usize, last: usize, page: usize) -> usize {
        match self {
            Self::Up => place.saturating_sub(1),
            Self::Down => place.saturating_add(1).min(last),
            Self::WheelUp => place.saturating_sub(WHEEL_LINES),
            Self::WheelDown => place.saturating_add(WHEEL_LINES).min(last),
            Self::PageUp => place.saturating_sub(page.max(1)),
            Self::PageDown => place.saturating_add(page.max(1)).min(last),
            Self::First => 0,
            Self::Last => last,
        }
    }

    /// Whether it goes towards the start.
    pub const fn is_backward(self) -> bool {
        matches!(self, Self::Up | Self::PageUp | Self::WheelUp | Self::First)
    }
}

/// A change of how close the map is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoomStep {
    /// Closer, around the selected Cité.
    Closer,
    /// Farther away.
    Farther,
    /// As far as everything is seen.
    Fit,
}

impl ZoomStep {
    /// How close the map is looked at after this step.
    pub fn from(self, zoom: Zoom) -> Zoom {
        match self {
            Self::Closer => zoom.closer(),
            Self::Farther => zoom.farther(),
            Self::Fit => Zoom::FIT,
        }
    }
}

/// A change of the text or the cursor of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// To the start of the word.
    WordLeft,
    /// To the end of the word.
    WordRight,
    /// To the start of the line.
    Start,
    /// To the end of the line.
    End,
    /// Remove the character before the cursor.
    DeleteLeft,
    /// Remove the character behind the cursor.
    DeleteRight,
    /// Remove the word before the cursor.
    DeleteWordLeft,
    /// Remove the word behind the cursor.
    DeleteWordRight,
    /// Remove everything before the cursor.
    DeleteToStart,
    /// Remove everything behind the cursor.
    DeleteToEnd,
}
