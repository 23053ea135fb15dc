//! The Cités, one a line.

use crate::tui::view::Frame;

use crate::tui::state::App;
use crate::tui::state::layout::Areas;
use crate::tui::view::widgets::cite_table;
use crate::tui::view::widgets::columns::Spec;
use crate::views::cites::CiteColumn;

/// What the tab shows of a Cité.
pub const COLUMNS: &[Spec<CiteColumn>] = &[
    Spec { column: CiteColumn::Label, least: 16, good: 24, enough: 43, priority: 0 },
    Spec { column: CiteColumn::Department, least: 6, good: 6, enough: 6, priority: 1 },
    Spec { column: CiteColumn::Region, least: 16, good: 16, enough: 26, priority: 3 },
    Spec { column: CiteColumn::Scale, least: 8, good: 8, enough: 18, priority: 6 },
    Spec { column: CiteColumn::Wave, least: 5, good: 5, enough: 5, priority: 4 },
    Spec { column: CiteColumn::Age, least: 11, good: 11, enough: 17, priority: 5 },
    Spec { column: CiteColumn::Carrier, least: 16, good: 16, enough: 40, priority: 2 },
];

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    cite_table::render(frame, areas, app, COLUMNS, |_| Vec::new(), |_, text| text);
}
