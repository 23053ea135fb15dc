//! Describes tables as Table Schemas (Frictionless Data), which validators such as Validata read.

use serde_json::{Value, json};

use super::Format;
use crate::snapshot::rules::entity::Entity;

impl Format {
    /// Describes the table: its columns, its primary key and the tables that it refers to. `owner`
    /// returns the table and the column with the ids of an entity.
    pub(in crate::snapshot) fn schema(
        &self,
        owner: impl Fn(Entity) -> Option<(&'static Self, &'static str)>,
    ) -> Value {
        let fields: Vec<Value> = self.columns.iter().map(super::Column::schema).collect();
        let foreign_keys = self.columns.iter().filter_map(|column| {
            let (table, id) = owner(column.link()?)?;
            let reference = json!({ "resource": table.resource(), "fields": id });
            Some(json!({ "fields": column.name, "reference": reference }))
        });
        json!({
            "$schema": "https://frictionlessdata.io/schemas/table-schema.json",
            "name": self.resource(),
            "fields": fields,
            "primaryKey": self.key,
            "foreignKeys": foreign_keys.collect::<Vec<_>>(),
            "missingValues": [""],
        })
    }

    /// Returns the name of the table in references of other tables: that of its file, without `.csv`.
    pub(in crate::snapshot) fn resource(&self) -> &'static str {
        self.file.strip_suffix(".csv").unwrap_or(self.file)
    }
}
