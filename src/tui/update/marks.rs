//! Marking Cités, and putting them side by side.

use crate::t;
use crate::tui::state::{Item, Popup, State};

/// The most Cités that can be marked. More do not fit side by side in 120 columns.
pub const MAX_MARKS: usize = 5;

impl State {
    /// Returns whether the Cité at an index is marked.
    pub fn is_marked(&self, cite: usize) -> bool {
        self.marks.contains(&cite)
    }

    /// Marks the selected Cité, or removes its mark.
    pub(super) fn toggle_mark(&mut self) {
        let Some(Item::Cite(cite)) = self.selected() else { return };
        if let Some(position) = self.marks.iter().position(|marked| *marked == cite) {
            self.marks.remove(position);
        } else if self.marks.len() < MAX_MARKS {
            self.marks.push(cite);
        } else {
            self.set_status(t!(self.lang, "tui-most-marks", count = MAX_MARKS));
            return;
        }
        self.set_status(t!(self.lang, "tui-marked", count = self.marks.len()));
    }

    /// Returns the Cités to compare: the marked ones, and the selected one beside a
    /// single mark.
    pub(super) fn compared(&self) -> Vec<usize> {
        let mut cites = self.marks.clone();
        if let ([marked], Some(Item::Cite(selected))) = (cites.as_slice(), self.selected())
            && *marked != selected
        {
            cites.push(selected);
        }
        cites
    }

    /// Opens the comparison of the marked Cités.
    pub(super) fn compare(&mut self) {
        let cites = self.compared();
        if cites.len() < 2 {
            self.set_status(t!(self.lang, "tui-mark-first", count = MAX_MARKS));
        } else {
            self.popups.push(Popup::Comparison { cites, scroll: 0 });
        }
    }
}
