//! The commands, and which of them are enabled.

use crate::tui::state::CardArea;
use crate::tui::state::{Edit, Focus, Item, Motion, Popup, State, Subject, Tab, ZoomStep};
use crate::views::map::Direction;

/// Something that a person asks for, by a key or with the mouse.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// End the explorer.
    Quit,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// One step back: close, clear, leave, in this order. Never ends the explorer.
    Back,
    /// Show the keys that work here.
    ShowKeys,
    /// Show what can be searched for, by example.
    ShowGrammar,
    /// Search for the example that is chosen.
    TakeExample,
    /// Show what the query can be narrowed by.
    OpenFacets,
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
    ToggleMark,
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
    OpenSaveDialog,
    /// Give that name the end of the next format.
    NextFormat,
    /// Write the file, unless there is one.
    WriteFile,
    /// Write the file in the place of the one that is there.
    ReplaceFile,
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
    MoveToNeighbour(Direction),
    /// Tell the points of the map apart by something else.
    NextColouring,
    /// Look at the map from closer or from farther away.
    Zoom(ZoomStep),
    /// Show the Cité that the selected problem is in.
    ShowCite,
    /// Give the list the place of the card, or give it back.
    ToggleCard,
    /// Show ages as lives on an axis of years, or as numbers again.
    ToggleTimeline,
}

impl Command {
    /// Returns whether it puts something on the clipboard.
    pub const fn copies(&self) -> bool {
        matches!(self, Self::CopyCard | Self::CopyRow | Self::CopyAddress | Self::CopyCommandLine)
    }

    /// Returns whether the command would change something now. The footer
    /// leaves out those that would not.
    pub fn is_enabled(&self, state: &State) -> bool {
        match self {
            Self::Back => {
                !state.popups.is_empty() || state.focus != Focus::List || !state.query.text().is_empty()
            }
            Self::FocusSearch => state.focus != Focus::Search,
            Self::FocusList => state.focus != Focus::List,
            Self::FocusCard => state.selected().is_some(),
            Self::Edit(edit) => {
                let line = state.line();
                let mut edited = line.clone();
                edited.edit(*edit);
                edited != *line
            }
            Self::Select(motion) if !state.popups.is_empty() => {
                state
                    .moved_cursor(*motion)
                    .is_some_and(|moved| Some(moved) != state.popup().and_then(Popup::cursor))
                    || (state.shows_big_card() && state.list().can_move(*motion, state.rows_height()))
            }
            Self::Select(motion) => state.list().can_move(*motion, state.rows_height()),
            Self::OpenFacets => state.tab.info().subject != Subject::Preconisations,
            Self::ToggleFacetValue | Self::TakeFacetValue => {
                matches!(state.popup(), Some(Popup::Facets(facets)) if facets.shown().len() > 0)
            }
            Self::ClearFacet => state.query_without_facet().is_some_and(|text| text != state.query.text()),
            Self::ToggleMark => matches!(state.selected(), Some(Item::Cite(_))),
            Self::Compare => {
                state.tab.info().subject != Subject::Preconisations
                    && state.list().listing().cites().next().is_some()
            }
            Self::CopyRow => matches!(state.selected(), Some(Item::Cite(_) | Item::Preconisation(_))),
            Self::Enlarge | Self::CopyCard | Self::CopyAddress => state.selected().is_some(),
            Self::OpenSaveDialog => state.can_save(),
            Self::ToggleCard => {
                state.list_alone || state.areas().is_some_and(|areas| areas.card != CardArea::Closed)
            }
            Self::Scroll(motion) => state.scrolled(*motion) != state.scroll(),
            Self::ShowTab(tab) => *tab != state.tab,
            Self::ShowCite => state.cite_of_problem().is_some(),
            Self::SortByNext | Self::SortByPrevious => state.tab.column_count() > 0,
            Self::MoveToNeighbour(direction) => state.neighbour(*direction).is_some(),
            Self::ReverseSort => state.list().sort.column.is_some(),
            Self::Zoom(step) => step.from(state.map.zoom) != state.map.zoom,
            Self::Quit
            | Self::Suspend
            | Self::ShowKeys
            | Self::ShowGrammar
            | Self::TakeExample
            | Self::NextFacet
            | Self::PreviousFacet
            | Self::OpenFacet(_)
            | Self::ChooseLine(_)
            | Self::CopyCommandLine
            | Self::NextFormat
            | Self::WriteFile
            | Self::ReplaceFile
            | Self::Insert(_)
            | Self::TakeSuggestion
            | Self::SelectLine(_)
            | Self::NextTab
            | Self::PreviousTab
            | Self::SortBy(_)
            | Self::NextColouring
            | Self::ToggleTimeline => true,
        }
    }
}
