//! Rows as JSON objects of their columns.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Number, Value, json};

use crate::locale::Lang;
use crate::views::{Cell, Column, Context};

/// A row as an object: a member for each column that is no chart, in their order. The name of a member is that of the column, with `_`
/// for each hyphen.
#[derive(Debug, Clone, PartialEq)]
pub struct Object(Vec<(String, Value)>);

impl Object {
    /// Returns the object of a row.
    pub fn of<C: Column>(columns: &[C], row: &C::Row, context: Context<'_>) -> Self {
        let member =
            |column: &C| (column.name().replace('-', "_"), value(column.cell(row, context), context.lang));
        Self(columns.iter().filter(|column| !column.is_chart()).map(member).collect())
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// Returns the value of a cell: a number, a date as text, an age as an interval of months, null for what is not known.
fn value(cell: Cell, lang: Lang) -> Value {
    match cell {
        Cell::Unknown | Cell::Age(None) => Value::Null,
        Cell::Count(count) => count.into(),
        Cell::Measure { number, decimals: 0, .. } => (number.round() as i64).into(),
        Cell::Measure { number, decimals, .. } => {
            // Parsed from the digits that CSV has, so that both have the same number.
            let rounded = format!("{number:.decimals$}").parse().ok().and_then(Number::from_f64);
            rounded.map_or(Value::Null, Value::Number)
        }
        Cell::Age(Some(age)) => {
            json!({ "at_least_months": age.at_least, "at_most_months": age.at_most })
        }
        Cell::Text(_) | Cell::Shown { .. } | Cell::Date(_) => cell.value(lang).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;
    use crate::views::cites::CiteColumn;

    #[test]
    fn members_are_typed_and_in_the_order_of_the_columns() {
        let snapshot = embedded().expect("the embedded snapshot");
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: jiff::civil::date(2026, 11, 22) };
        let columns = [
            CiteColumn::Qpvs,
            CiteColumn::LabelDate,
            CiteColumn::Age,
            CiteColumn::EmploymentRate,
            CiteColumn::LaunchDate,
            CiteColumn::CarrierType,
        ];
        let object = Object::of(&columns, snapshot.cite("cde-001").expect("a Cité"), context);
        assert_eq!(
            serde_json::to_string(&object).expect("JSON"),
            "{\"qpvs\":8,\"label_date\":\"2020-07\",\"age\":{\"at_least_months\":75,\"at_most_months\":76},\
             \"employment_rate\":42.2,\"launch_date\":null,\"carrier_type\":\"autre\"}"
        );
    }
}
