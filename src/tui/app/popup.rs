//! What lies over the tabs and has the keys until it is closed.

use super::facets::Facets;
use super::take_away::SaveAs;
use super::{App, Choice, LineEditor};
use crate::tui::action::Motion;
use crate::tui::keymap::Context as Keys;
use crate::tui::popups;
use crate::views::grammar;

/// What lies over the tabs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Popup {
    /// The keys that work in a place.
    Keys {
        /// The place.
        of: Keys,
        /// What is written to find some of them.
        filter: LineEditor,
        /// How many lines they are moved up.
        scroll: usize,
    },
    /// Examples of what can be searched for.
    Grammar(Choice),
    /// What the query can be narrowed by.
    Facets(Facets),
    /// Cités side by side.
    Comparison {
        /// Their places in the snapshot.
        cites: Vec<usize>,
        /// How many lines the facts are moved up.
        scroll: usize,
    },
    /// The card of what is selected, in letters for the back of a room, moved
    /// up by so many lines.
    BigCard(usize),
    /// A text to be selected with the mouse.
    Text {
        /// The text.
        text: String,
        /// How many lines it is moved up.
        scroll: usize,
    },
    /// The name of the file that takes what is listed.
    Save(SaveAs),
}

impl Popup {
    /// Where its keys are.
    pub const fn keys(&self) -> Keys {
        match self {
            Self::Keys { .. } => Keys::Help,
            Self::Grammar(_) => Keys::Grammar,
            Self::Facets(_) => Keys::Facets,
            Self::Comparison { .. } => Keys::Comparison,
            Self::BigCard(_) => Keys::BigCard,
            Self::Text { .. } => Keys::Text,
            Self::Save(save) if save.exists => Keys::Replace,
            Self::Save(_) => Keys::Save,
        }
    }

    /// The line that letters are written into.
    pub const fn line(&self) -> Option<&LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&facets.filter),
            Self::Save(save) => Some(&save.name),
            Self::Grammar(_) | Self::Comparison { .. } | Self::BigCard(_) | Self::Text { .. } => None,
        }
    }

    pub(super) const fn line_mut(&mut self) -> Option<&mut LineEditor> {
        match self {
            Self::Keys { filter, .. } => Some(filter),
            Self::Facets(facets) => Some(&mut facets.filter),
            Self::Save(save) => Some(&mut save.name),
            Self::Grammar(_) | Self::Comparison { .. } | Self::BigCard(_) | Self::Text { .. } => None,
        }
    }

    /// By how many lines it is moved up.
    pub const fn scroll(&self) -> usize {
        match self {
            Self::Keys { scroll, .. }
            | Self::Comparison { scroll, .. }
            | Self::BigCard(scroll)
            | Self::Text { scroll, .. } => *scroll,
            Self::Grammar(_) | Self::Facets(_) | Self::Save(_) => 0,
        }
    }

    pub(super) const fn scroll_to(&mut self, line: usize) {
        match self {
            Self::Keys { scroll, .. }
            | Self::Comparison { scroll, .. }
            | Self::BigCard(scroll)
            | Self::Text { scroll, .. } => *scroll = line,
            Self::Grammar(_) | Self::Facets(_) | Self::Save(_) => {}
        }
    }

    /// The line that is chosen, where one is.
    pub const fn choice(&self) -> Option<Choice> {
        match self {
            Self::Grammar(choice) => Some(*choice),
            Self::Facets(facets) => Some(facets.choice),
            _ => None,
        }
    }

    const fn choice_mut(&mut self) -> Option<&mut Choice> {
        match self {
            Self::Grammar(choice) => Some(choice),
            Self::Facets(facets) => Some(&mut facets.choice),
            _ => None,
        }
    }
}

impl App {
    /// The popup that has the keys.
    pub fn popup(&self) -> Option<&Popup> {
        self.popups.last()
    }

    /// What was written into the popup that has the keys has changed.
    pub(super) fn popup_line_changed(&mut self) {
        match self.popups.last_mut() {
            Some(Popup::Keys { scroll, .. }) => *scroll = 0,
            Some(Popup::Facets(facets)) => facets.refilter(),
            Some(Popup::Save(save)) => save.edited(),
            _ => {}
        }
    }

    /// One step back in the popup that has the keys: what was written there,
    /// then the popup itself. `false` where there is none.
    pub(super) fn back_in_popup(&mut self) -> bool {
        let Some(popup) = self.popups.last_mut() else { return false };
        match popup {
            Popup::Save(save) if save.exists => save.edited(),
            Popup::Keys { filter, .. } | Popup::Facets(Facets { filter, .. })
                if !filter.text().is_empty() =>
            {
                *filter = LineEditor::default();
                self.popup_line_changed();
            }
            _ => drop(self.popups.pop()),
        }
        true
    }

    /// The choice of the popup that has the keys after a move.
    pub(super) fn moved_choice(&self, motion: Motion) -> Option<Choice> {
        let popup = self.popup()?;
        let (total, height) = popups::heights(self, popup);
        Some(popup.choice()?.after(motion, total, height))
    }

    /// What a click on a line of the popup does: it chooses and takes it.
    pub(super) fn choose_line(&mut self, place: usize) {
        let Some(popup) = self.popup() else { return };
        let (total, height) = popups::heights(self, popup);
        let Some(choice) = popup.choice() else { return };
        let is_facet = matches!(popup, Popup::Facets(_));
        self.choose(choice.at(place, total, height));
        if is_facet {
            self.toggle_facet_value();
        } else {
            self.take_example();
        }
    }

    /// Whether the mouse is left to the terminal, which selects text with it.
    pub(super) fn leaves_mouse(&self) -> bool {
        matches!(self.popup(), Some(Popup::Text { .. }))
    }

    pub(super) fn choose(&mut self, choice: Choice) {
        if let Some(current) = self.popups.last_mut().and_then(Popup::choice_mut) {
            *current = choice;
        }
    }

    /// Searches for the example that is chosen.
    pub(super) fn take_example(&mut self) {
        let Some(Popup::Grammar(choice)) = self.popup() else { return };
        let Some(example) = grammar::EXAMPLES.get(choice.place()) else { return };
        let query = LineEditor::new(example.query(self.lang));
        self.popups.clear();
        self.edit_query(|line| *line = query);
        self.focus = super::Focus::Search;
    }

    /// Keeps the popup that has the keys within its place.
    pub(super) fn settle_popup(&mut self) {
        let Some(popup) = self.popup() else { return };
        let (total, height) = popups::heights(self, popup);
        let choice = popup.choice().map(|choice| choice.at(choice.place(), total, height));
        let scroll = popup.scroll().min(total.saturating_sub(height));
        if let Some(choice) = choice {
            self.choose(choice);
        }
        if let Some(popup) = self.popups.last_mut() {
            popup.scroll_to(scroll);
        }
    }
}
