//! The cross table: choosing what it crosses, moving in it, listing a cell.

use std::sync::Arc;

use crate::search::{Query, QueryField};
use crate::t;
use crate::tui::state::{CrossChoice, CrossView, Focus, Motion, Popup, State, Tab};
use crate::views::cross::{CrossGroup, CrossOptions, CrossTable};
use crate::views::groups::Grouping;
use crate::views::map::Direction;

impl State {
    /// Returns the open cross table.
    pub(super) fn open_cross(&self) -> Option<&CrossView> {
        self.popups.iter().find_map(|popup| match popup {
            Popup::Cross(cross) => Some(cross),
            _ => None,
        })
    }

    /// Opens the cross table of the Cités that are found.
    pub(super) fn open_cross_table(&mut self) {
        let table = self.cross_table(self.cross);
        self.popups.push(Popup::Cross(CrossView::new(table)));
    }

    fn cross_table(&self, options: CrossOptions) -> Arc<CrossTable> {
        let found: Vec<usize> = self.outcome.cites().collect();
        Arc::new(CrossTable::new(options, &found, self.context()))
    }

    /// Changes a choice of the cross table.
    pub(super) fn choose_in_cross(&mut self, choice: CrossChoice) {
        self.cross = choice.applied(self.cross);
        let table = self.cross_table(self.cross);
        if let Some(Popup::Cross(cross)) = self.popups.last_mut() {
            if choice == CrossChoice::Swap {
                (cross.row, cross.column) = (cross.column, cross.row);
            }
            cross.show(table);
        }
    }

    /// Chooses the next cell in a direction.
    pub(super) fn move_in_cross(&mut self, direction: Direction) {
        if let Some(Popup::Cross(cross)) = self.popups.last_mut() {
            *cross = cross.next_to(direction);
        }
    }

    /// Chooses a cell of the same column.
    pub(super) fn move_by_rows_in_cross(&mut self, motion: Motion) {
        let height = self.rows_height();
        if let Some(Popup::Cross(cross)) = self.popups.last_mut() {
            *cross = cross.after(motion, height);
        }
    }

    /// Returns the query for the Cités of the chosen cell, if queries can name its groups.
    pub(super) fn query_of_cross_cell(&self) -> Option<String> {
        let Some(Popup::Cross(cross)) = self.popup() else { return None };
        let CrossOptions { by, across, .. } = cross.table.options;
        let row = cross.chosen_row().group.as_ref().map(|group| (by, group));
        let column = cross.chosen_column().map(|group| (across, group));
        let mut query = self.query.text().to_owned();
        for (grouping, group) in [row, column].into_iter().flatten() {
            query = self.with_group(&query, grouping, group)?;
        }
        Some(query.trim().to_owned())
    }

    /// Returns a query that also asks for a group.
    fn with_group(&self, query: &str, grouping: Grouping, group: &CrossGroup) -> Option<String> {
        let field = grouping.field()?;
        if field == QueryField::Age {
            let terms = age_terms(group.group.as_deref()?, field.name(self.lang));
            return Some(format!("{} {terms}", query.trim()));
        }
        Some(Query::parse(query).with_facet(field, &[&group.query_value], self.lang))
    }

    /// Lists the Cités of the chosen cell.
    pub(super) fn list_cross_cell(&mut self) {
        if self.open_cross().is_some_and(|cross| cross.chosen().value == Some(0)) {
            return self.set_status(t!(self.lang, "tui-cross-empty"));
        }
        let Some(query) = self.query_of_cross_cell() else {
            return self.set_status(t!(self.lang, "tui-cross-no-query"));
        };
        self.popups.clear();
        self.replace_query(&query);
        self.show_tab(Tab::Territories);
        self.focus = Focus::List;
    }
}

/// Returns the terms for the Cités of a group of ages, by its code: for `5`, surely 5 years; for `4..5`, those whose age
/// may be 4 and may be 5.
fn age_terms(code: &str, field: &str) -> String {
    match code.split_once("..") {
        None => format!("{field}:{code}..{code}"),
        Some((from, to)) => format!("{field}:{from} {field}:{to}"),
    }
}
