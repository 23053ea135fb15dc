//! Cross tables as JSON.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::quantity::Amount;
use super::table::{CrossGroup, CrossOptions, CrossRow, CrossTable, Share};
use crate::locale::Lang;
use crate::t;

/// A cross table as a JSON document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CrossDocument {
    /// The grouping of the rows.
    pub by: &'static str,
    /// The grouping of the columns.
    pub across: &'static str,
    /// What is counted.
    pub of: &'static str,
    /// The total that the shares are of, if there are shares.
    pub share: Option<&'static str>,
    /// A row for each group.
    pub rows: Vec<CrossRecord>,
    /// The totals of the columns, and of the table.
    pub total: CrossRecord,
    /// The number of Cités that are in several rows: these sum up to more than the total.
    pub in_several_rows: usize,
    /// The number of Cités that are in several columns.
    pub in_several_columns: usize,
}

/// A row of a cross table as a JSON record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CrossRecord {
    /// Its group; null for the totals.
    #[serde(flatten)]
    pub group: CrossGroup,
    /// A cell for each column.
    pub cells: Vec<CrossCell>,
    /// The amount of all its Cités, each once.
    pub total: ShownAmount,
}

/// A cell of a cross table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CrossCell {
    /// Its column.
    #[serde(flatten)]
    pub column: CrossGroup,
    /// Its amount.
    #[serde(flatten)]
    pub amount: ShownAmount,
}

/// An amount with its share.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ShownAmount {
    /// The amount.
    #[serde(flatten)]
    pub amount: Amount,
    /// Its share, from 0 to 1; null without `--share`, if it is not known, or if it is a share of nothing.
    #[serde(serialize_with = "rounded")]
    pub share: Option<f64>,
}

/// Writes a share with four decimals.
fn rounded<S: Serializer>(share: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    share.map(|share| (share * 1e4).round() / 1e4).serialize(serializer)
}

impl CrossTable {
    /// Returns the table as a JSON document. The name of the totals is in a language.
    pub fn document(&self, lang: Lang) -> CrossDocument {
        let CrossOptions { by, across, of, share } = self.options;
        CrossDocument {
            by: by.name(),
            across: across.name(),
            of: of.name(),
            share: share.map(Share::name),
            rows: self.rows.iter().map(|row| self.record(row, lang)).collect(),
            total: self.record(&self.total, lang),
            in_several_rows: self.in_several_rows,
            in_several_columns: self.in_several_columns,
        }
    }

    /// Returns a row as a JSON record.
    pub fn record(&self, row: &CrossRow, lang: Lang) -> CrossRecord {
        let shown = |amount: Amount, column: Option<usize>| ShownAmount {
            amount,
            share: self.options.share.and_then(|share| self.share(share, row, column)),
        };
        let cells = self.columns.iter().zip(&row.cells).enumerate();
        let total = || CrossGroup { group: None, name: t!(lang, "cross-total"), query_value: String::new() };
        CrossRecord {
            group: row.group.clone().unwrap_or_else(total),
            cells: cells
                .map(|(index, (column, amount))| CrossCell {
                    column: column.clone(),
                    amount: shown(*amount, Some(index)),
                })
                .collect(),
            total: shown(row.total, None),
        }
    }
}
