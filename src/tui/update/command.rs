//! The commands, and which of them are enabled.

use crate::snapshot::Input;
use crate::tui::state::CardArea;
use crate::tui::state::{CrossChoice, Edit, Focus, Item, Motion, Popup, State, Subject, Tab, ZoomStep};
use crate::views::map::Direction;

/// A command of the user, by a key or with the mouse.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// End the explorer.
    Quit,
    /// Draw the whole screen again.
    Repaint,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Go one step back: close, clear, leave, in this order. Never ends the explorer.
    Back,
    /// Show the active keys.
    ShowKeys,
    /// Run the action that is chosen in the help.
    RunChosen,
    /// Close the popup and run a command.
    Run(Box<Self>),
    /// Show examples of queries.
    ShowGrammar,
    /// Search for the chosen example.
    TakeExample,
    /// Show the facets that narrow the query.
    OpenFacets,
    /// Open the facet to the right; the first one after the last.
    NextFacet,
    /// Open the facet to the left; the last one before the first.
    PreviousFacet,
    /// Open the facet at an index.
    OpenFacet(usize),
    /// Choose and take the line of the popup at an index.
    ChooseLine(usize),
    /// Add the chosen value of the facet to the query, or remove it.
    ToggleFacetValue,
    /// Add or remove the chosen value, and close the facets.
    TakeFacetValue,
    /// Remove the values of the open facet from the query.
    ClearFacet,
    /// Mark the selected Cité, or remove its mark.
    ToggleMark,
    /// Compare the marked Cités.
    Compare,
    /// Show the card in large letters.
    Enlarge,
    /// Copy the card as text.
    CopyCard,
    /// Copy the selected line.
    CopyRow,
    /// Copy the URL of the first source.
    CopyAddress,
    /// Copy the command line that opens the explorer on the same view.
    CopyCommandLine,
    /// Open the address of a source: of the first one, then of the next one.
    OpenAddress,
    /// Show the sources of the card, or only their number.
    ToggleSources,
    /// Ask for the name of a file to write what is listed.
    OpenSaveDialog,
    /// Give the file name the extension of the next format.
    NextFormat,
    /// Choose the columns of the file.
    ChooseColumns,
    /// Add the column at the cursor to the file, or remove it.
    ToggleColumn,
    /// Write the file, unless it exists.
    WriteFile,
    /// Replace the file.
    ReplaceFile,
    /// Move the focus to the search bar.
    FocusSearch,
    /// Move the focus to the list.
    FocusList,
    /// Move the focus to the card, which then takes the place of the list.
    FocusCard,
    /// Insert typed or pasted text into the line.
    Insert(String),
    /// Edit the line.
    Edit(Edit),
    /// Search for the correction that is offered.
    TakeSuggestion,
    /// Open the tab whose number is the query.
    TakeOfferedTab,
    /// Return to the view that was left last.
    GoBack,
    /// Show the query before this one in the search bar.
    EarlierQuery,
    /// Show the query after this one in the search bar.
    LaterQuery,
    /// Move the selection.
    Select(Motion),
    /// Select the line of the list at an index.
    SelectLine(usize),
    /// Scroll the text of the popup, the page or the card.
    Scroll(Motion),
    /// Show a tab.
    ShowTab(Tab),
    /// Show the tab to the right; the first one after the last.
    NextTab,
    /// Show the tab to the left; the last one before the first.
    PreviousTab,
    /// Sort by the column to the right; by none after the last.
    SortByNext,
    /// Sort by the column to the left; by none before the first.
    SortByPrevious,
    /// Sort by the column at an index; if the list is sorted by it, reverse the order.
    SortBy(usize),
    /// Reverse the order.
    ReverseSort,
    /// Select the nearest Cité in a direction on the map.
    MoveToNeighbour(Direction),
    /// Colour the map by what comes next: its points by a grouping, its areas by a measure.
    NextColouring,
    /// Show points on the map, then regions, then departments.
    NextMapView,
    /// List the Cités of the selected area.
    ListArea,
    /// Show the Cités that are found as a cross table.
    OpenCrossTable,
    /// Change what the cross table is made from.
    ChooseInCross(CrossChoice),
    /// Choose the next cell of the cross table in a direction.
    MoveInCross(Direction),
    /// Choose a cell of the same column.
    MoveByRowsInCross(Motion),
    /// List the Cités of the chosen cell.
    ListCrossCell,
    /// List the Cités nearest to the selected one.
    OpenNeighbours,
    /// Select the chosen one of them.
    ShowNeighbour,
    /// Zoom the map.
    Zoom(ZoomStep),
    /// Show the Cité of the selected problem or change.
    ShowCite,
    /// Read the file of the snapshot again.
    ReadAgain,
    /// Leave the mouse to the terminal, or take it back.
    ToggleMouse,
    /// Give the list the space of the card, or give it back.
    ToggleCard,
    /// Show ages as a list, or as a chart again.
    ToggleTimeline,
    /// List the Cités of the chosen cell of the data.
    ListCell,
    /// Choose the cell to the right.
    NextLevel,
    /// Choose the cell to the left.
    PreviousLevel,
    /// Show what the selected line stands for, or only that line again.
    ToggleFold,
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
            Self::Enlarge | Self::CopyCard | Self::CopyAddress | Self::OpenAddress => {
                state.selected().is_some()
            }
            Self::ToggleSources => {
                let has_sources = matches!(state.selected(), Some(Item::Cite(_) | Item::Preconisation(_)));
                has_sources && state.areas().is_some_and(|areas| areas.card != CardArea::Closed)
            }
            Self::OpenSaveDialog => state.can_save(),
            Self::ChooseColumns => {
                matches!(state.popup(), Some(Popup::Save(save)) if save.has_columns() && !save.exists)
            }
            Self::ToggleColumn => matches!(state.popup(), Some(Popup::Save(save)) if save.choosing.is_some()),
            Self::ToggleCard => {
                state.list_alone || state.areas().is_some_and(|areas| areas.card != CardArea::Closed)
            }
            Self::Scroll(motion) => state.scrolled(*motion) != state.scroll(),
            Self::ShowTab(tab) => *tab != state.tab,
            Self::ToggleMouse => state.reports_mouse,
            Self::ReadAgain => matches!(state.file.provenance.input, Some(Input::File(_))),
            Self::ShowCite => state.cite_of_line().is_some(),
            Self::ListCell => matches!(state.selected(), Some(Item::Field(_))),
            Self::NextLevel => state.field_level.next(false) != state.field_level,
            Self::PreviousLevel => state.field_level.next(true) != state.field_level,
            Self::TakeOfferedTab => state.offered_tab().is_some(),
            Self::GoBack => !state.trail.is_empty(),
            Self::EarlierQuery => {
                let query = state.query.text();
                let may_be_known = !state.history.is_read() || state.history.has_earlier(query);
                (query.is_empty() && may_be_known)
                    || (state.history.is_shown(query) && state.history.has_earlier(query))
            }
            Self::LaterQuery => state.history.is_shown(state.query.text()),
            Self::SortByNext | Self::SortByPrevious => state.tab.column_count() > 0,
            Self::MoveToNeighbour(direction) => {
                state.neighbours().is_some_and(|neighbours| neighbours.towards(*direction).is_some())
            }
            Self::ReverseSort => state.list().sort.column.is_some(),
            Self::Zoom(step) => !state.has_tiles() && step.from(state.map.zoom) != state.map.zoom,
            Self::OpenNeighbours => state.selected_origin().is_some(),
            Self::ShowNeighbour => {
                matches!(state.popup(), Some(Popup::Neighbours(neighbours)) if !neighbours.cites.is_empty())
            }
            Self::OpenCrossTable => {
                // While a search is running, its results would be counted in part.
                state.tab.info().subject != Subject::Preconisations
                    && state.search_request().is_none()
                    && state.outcome.cites().len() > 0
            }
            Self::MoveInCross(direction) => {
                matches!(state.popup(), Some(Popup::Cross(cross)) if cross.next_to(*direction) != *cross)
            }
            Self::MoveByRowsInCross(motion) => {
                matches!(state.popup(), Some(Popup::Cross(cross)) if cross.after(*motion, state.rows_height()) != *cross)
            }
            Self::ListArea => state.query_of_area().is_some(),
            Self::Quit
            | Self::Repaint
            | Self::Suspend
            | Self::ShowKeys
            | Self::RunChosen
            | Self::Run(_)
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
            | Self::ChooseInCross(_)
            | Self::ListCrossCell
            | Self::ToggleFold
            | Self::NextMapView
            | Self::ToggleTimeline => true,
        }
    }
}
