//! Cross tables: Cités, or what they cover, counted by two groupings at once.

use schemars::JsonSchema;
use serde::Serialize;

use super::quantity::{Amount, Quantity};
use crate::locale::Lang;
use crate::t;
use crate::table::table;
use crate::views::Context;
use crate::views::groups::{Grouping, Groups, Members};

table! {
    /// The total that the cells of a cross table are shares of.
    pub enum Share: &'static str {
        /// That of their row.
        Row = "row";
        /// That of their column.
        Column = "column";
        /// That of the table.
        All = "all";
    }
}

impl Share {
    /// Returns its name in `--share`.
    pub const fn name(self) -> &'static str {
        self.row()
    }

    /// Returns the share after this one: first those of the table, then none.
    pub fn after(share: Option<Self>) -> Option<Self> {
        match share {
            None => Some(Self::Row),
            Some(Self::Row) => Some(Self::Column),
            Some(Self::Column) => Some(Self::All),
            Some(Self::All) => None,
        }
    }
}

/// The names of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CrossGroup {
    /// The value that its Cités share, as the snapshot writes it; null where it is not known.
    pub group: Option<String>,
    /// Its name, in the language of the listing.
    pub name: String,
    /// The word in queries, after the name of the field.
    #[serde(skip)]
    pub query_value: String,
}

impl CrossGroup {
    fn of(members: &Members<'_>) -> Self {
        Self {
            group: members.code.map(str::to_owned),
            name: members.name.to_owned(),
            query_value: members.query_value.to_owned(),
        }
    }
}

/// A row of a cross table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossRow {
    /// Its group; `None` for the totals of the columns.
    pub group: Option<CrossGroup>,
    /// An amount for each column.
    pub cells: Vec<Amount>,
    /// The amount of all its Cités, each once.
    pub total: Amount,
}

/// The choices that a cross table is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrossOptions {
    /// The grouping of the rows.
    pub by: Grouping,
    /// The grouping of the columns.
    pub across: Grouping,
    /// What is counted.
    pub of: Quantity,
    /// The total that the cells are shown as shares of, if they are.
    pub share: Option<Share>,
}

/// A cross table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossTable {
    /// The choices that it was made from.
    pub options: CrossOptions,
    /// The groups of the columns; that of the unknown is last.
    pub columns: Vec<CrossGroup>,
    /// A row for each group; that of the unknown is last.
    pub rows: Vec<CrossRow>,
    /// The totals of the columns and of the table: each Cité counts once.
    pub total: CrossRow,
    /// The number of Cités that are in several rows.
    pub in_several_rows: usize,
    /// The number of Cités that are in several columns.
    pub in_several_columns: usize,
}

impl CrossTable {
    /// Counts the listed Cités, given by their indices in the snapshot.
    ///
    /// A Cité in two regions, or with several themes, counts in each; totals count it once.
    ///
    /// ```
    /// use cites_emploi::locale::Lang;
    /// use cites_emploi::search::QueryField;
    /// use cites_emploi::snapshot::embedded;
    /// use cites_emploi::views::cross::{CrossOptions, CrossTable, Quantity};
    /// use cites_emploi::views::{Context, groups::Grouping};
    ///
    /// let snapshot = embedded()?;
    /// let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
    /// let (by, across) = (Grouping::Field(QueryField::Region), Grouping::Field(QueryField::Wave));
    /// let options = CrossOptions { by, across, of: Quantity::Cites, share: None };
    /// let all: Vec<usize> = (0..snapshot.cites.len()).collect();
    /// let table = CrossTable::new(options, &all, context);
    /// assert_eq!(table.columns[0].name, "2020");
    /// assert_eq!(table.total.cells[0].value, Some(24));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(options: CrossOptions, listed: &[usize], context: Context<'_>) -> Self {
        let [by, across] = [options.by, options.across].map(|by| Groups::new(by, context));
        let [rows, columns] = [by.members(listed), across.members(listed)];
        let amount = |cites: &[usize]| options.of.count(cites, context.snapshot);
        let row = |members: &Members<'_>| CrossRow {
            group: Some(CrossGroup::of(members)),
            cells: across.split(&members.cites, &columns).iter().map(|cites| amount(cites)).collect(),
            total: amount(&members.cites),
        };
        let total = CrossRow {
            group: None,
            cells: columns.iter().map(|column| amount(&column.cites)).collect(),
            total: amount(listed),
        };
        Self {
            options,
            rows: rows.iter().map(row).collect(),
            total,
            in_several_rows: by.count_in_several(listed),
            in_several_columns: across.count_in_several(listed),
            columns: columns.iter().map(CrossGroup::of).collect(),
        }
    }

    /// Lists the rows, the totals last.
    pub fn rows_and_total(&self) -> impl Iterator<Item = &CrossRow> {
        self.rows.iter().chain([&self.total])
    }

    /// Returns the share of the cell of a row in a column, from 0 to 1: that of the total if `column` is `None`. Returns
    /// `None` if it is not known, or a share of nothing.
    pub fn share(&self, share: Share, row: &CrossRow, column: Option<usize>) -> Option<f64> {
        let amount = |row: &CrossRow, column: Option<usize>| match column {
            Some(column) => row.cells.get(column)?.value,
            None => row.total.value,
        };
        let whole = match share {
            Share::Row => row.total.value,
            Share::Column => amount(&self.total, column),
            Share::All => self.total.total.value,
        };
        Some(ratio(amount(row, column)?, whole.filter(|whole| *whole > 0)?))
    }

    /// Returns remarks on the table: Cités in several groups, and sums that lack parts.
    pub fn remarks(&self, lang: Lang) -> Vec<String> {
        let several =
            [(self.options.by, self.in_several_rows), (self.options.across, self.in_several_columns)];
        let several = several.into_iter().filter(|(_, count)| *count > 0);
        let mut remarks: Vec<String> =
            several.map(|(grouping, count)| in_several_groups(grouping, count, lang)).collect();
        let Amount { known, parts, .. } = self.total.total;
        if self.total.total.is_partial() {
            remarks.push(t!(lang, "cross-partial", count = parts - known, total = parts));
        }
        remarks
    }
}

#[expect(clippy::cast_precision_loss, reason = "sums of people are far below 2^52")]
const fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}

/// Says that some Cités are in several groups, so that the groups sum up to more than all.
pub fn in_several_groups(grouping: Grouping, count: usize, lang: Lang) -> String {
    let grouping = grouping.title(lang);
    t!(
        lang,
        "cross-several",
        cites = t!(lang, "count-cites", count = count),
        count = count,
        grouping = grouping
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::QueryField;
    use crate::snapshot::{Snapshot, embedded};

    fn cross(by: Grouping, across: Grouping, of: Quantity, snapshot: &Snapshot) -> CrossTable {
        let context = Context { snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        let all: Vec<usize> = (0..snapshot.cites.len()).collect();
        CrossTable::new(CrossOptions { by, across, of, share: None }, &all, context)
    }

    fn sum(amounts: &[Amount]) -> u64 {
        amounts.iter().filter_map(|amount| amount.value).sum()
    }

    #[test]
    fn rows_and_columns_sum_up_to_their_totals_unless_a_cite_is_in_several() {
        let snapshot = embedded().unwrap();
        for by in Grouping::all() {
            for across in Grouping::all() {
                let table = cross(by, across, Quantity::Cites, &snapshot);
                assert_eq!(table.total.total.value, Some(84));
                for row in table.rows_and_total() {
                    let (cells, total) = (sum(&row.cells), row.total.value.unwrap());
                    assert!(cells >= total, "{by:?} {across:?} {:?}", row.group);
                    assert!(cells == total || table.in_several_columns > 0, "{by:?} {across:?}");
                }
                for column in 0..table.columns.len() {
                    let cells: Vec<Amount> = table.rows.iter().map(|row| row.cells[column]).collect();
                    let total = table.total.cells[column].value.unwrap();
                    assert!(sum(&cells) >= total && (sum(&cells) == total || table.in_several_rows > 0));
                }
            }
        }
    }

    #[test]
    fn quartiers_and_people_of_a_cell_are_those_of_its_cites() {
        let snapshot = embedded().unwrap();
        let (region, wave) = (Grouping::Field(QueryField::Region), Grouping::Field(QueryField::Wave));
        for of in Quantity::ALL {
            let table = cross(region, wave, of, &snapshot);
            for row in &table.rows {
                for (column, amount) in table.columns.iter().zip(&row.cells) {
                    let group = row.group.as_ref().unwrap();
                    let cites: Vec<usize> = (0..84)
                        .filter(|index| {
                            let cite = &snapshot.cites[*index];
                            cite.regions().contains(&group.group.as_deref().unwrap())
                                && cite.wave.year.to_string() == column.name
                        })
                        .collect();
                    assert_eq!(*amount, of.count(&cites, &snapshot), "{of:?} {group:?} {column:?}");
                }
            }
        }
    }

    #[test]
    fn the_unknown_is_the_last_column() {
        let snapshot = embedded().unwrap();
        let (region, kind) = (Grouping::Field(QueryField::Region), Grouping::Field(QueryField::CarrierType));
        let table = cross(region, kind, Quantity::Cites, &snapshot);
        let known: Vec<bool> = table.columns.iter().map(|column| column.group.is_some()).collect();
        assert_eq!(known.iter().filter(|known| !**known).count(), 1);
        assert!(!known[known.len() - 1]);
        assert_eq!(table.total.cells.last().unwrap().value, Some(29));
    }

    #[test]
    fn shares_are_of_the_total_that_is_asked_for() {
        let snapshot = embedded().unwrap();
        let (region, kind) = (Grouping::Field(QueryField::Region), Grouping::Field(QueryField::CarrierType));
        let table = cross(region, kind, Quantity::Cites, &snapshot);
        let near = |share: Option<f64>, expected: f64| (share.unwrap() - expected).abs() < 1e-9;
        let row = &table.rows[0];
        let cell = row.cells[0].value.unwrap() as f64;
        let total = |amount: Amount| amount.value.unwrap() as f64;
        assert!(near(table.share(Share::Row, row, Some(0)), cell / total(row.total)));
        assert!(near(table.share(Share::Column, row, Some(0)), cell / total(table.total.cells[0])));
        assert!(near(table.share(Share::All, row, Some(0)), cell / 84.0));
        assert!(near(table.share(Share::Row, row, None), 1.0));
        assert!(near(table.share(Share::Column, &table.total, Some(0)), 1.0));
    }

    #[test]
    fn a_sum_says_how_much_of_it_is_known() {
        let snapshot = embedded().unwrap();
        let (region, wave) = (Grouping::Field(QueryField::Region), Grouping::Field(QueryField::Wave));
        let table = cross(region, wave, Quantity::Jobseekers, &snapshot);
        assert!(table.total.total.is_partial());
        assert!(
            table.remarks(Lang::FR).iter().any(|remark| remark.contains("527")),
            "{:?}",
            table.remarks(Lang::FR)
        );
        assert!(!cross(region, wave, Quantity::Qpvs, &snapshot).total.total.is_partial());
    }
}
