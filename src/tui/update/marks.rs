//! Marking Cités, and putting them side by side.

use crate::t;
use crate::tui::state::{App, Item, Popup};

/// How many Cités can be marked: more have no room side by side.
pub const MOST_MARKS: usize = 4;

impl App {
    /// Whether the Cité of this place in the snapshot is marked.
    pub fn is_marked(&self, cite: usize) -> bool {
        self.marks.contains(&cite)
    }

    /// Marks the selected Cité, or no longer.
    pub(in crate::tui) fn toggle_mark(&mut self) {
        let Some(Item::Cite(cite)) = self.selected() else { return };
        if let Some(place) = self.marks.iter().position(|marked| *marked == cite) {
            self.marks.remove(place);
        } else if self.marks.len() < MOST_MARKS {
            self.marks.push(cite);
        } else {
            self.say(t!(self.lang, "tui-most-marks", count = MOST_MARKS));
            return;
        }
        self.say(t!(self.lang, "tui-marked", count = self.marks.len()));
    }

    /// The Cités that would be compared: those that are marked, and the
    /// selected one beside a single mark.
    pub(in crate::tui) fn compared(&self) -> Vec<usize> {
        let mut cites = self.marks.clone();
        if let ([marked], Some(Item::Cite(selected))) = (cites.as_slice(), self.selected())
            && *marked != selected
        {
            cites.push(selected);
        }
        cites
    }

    /// Puts the marked Cités side by side.
    pub(in crate::tui) fn compare(&mut self) {
        let cites = self.compared();
        if cites.len() < 2 {
            self.say(t!(self.lang, "tui-mark-first", count = MOST_MARKS));
        } else {
            self.popups.push(Popup::Comparison { cites, scroll: 0 });
        }
    }
}
