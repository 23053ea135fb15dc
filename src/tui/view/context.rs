//! The part of the state that any widget may need.

use jiff::civil::Date;
use ratatui::style::Style;

use crate::locale::Lang;
use crate::snapshot::Snapshot;
use crate::tui::state::State;
use crate::tui::theme::{Role, Theme};
use crate::views::Context;

/// The part of the state that any widget may need. A widget that needs more
/// takes that as well, or the [`State`].
#[derive(Debug, Clone, Copy)]
pub struct ViewContext<'a> {
    /// The explored snapshot.
    pub snapshot: &'a Snapshot,
    /// The language of the screen.
    pub lang: Lang,
    /// The day on which ages are counted.
    pub today: Date,
    /// The colours and the glyphs.
    pub theme: &'a Theme,
}

impl<'a> ViewContext<'a> {
    /// Returns the context of a state.
    pub fn of(state: &'a State) -> Self {
        let Context { snapshot, lang, today } = state.context();
        Self { snapshot, lang, today, theme: &state.theme }
    }

    /// Returns the context of the views.
    pub const fn views(self) -> Context<'a> {
        Context { snapshot: self.snapshot, lang: self.lang, today: self.today }
    }

    /// Returns the style of a role.
    pub fn style(self, role: Role) -> Style {
        self.theme.style(role)
    }
}
