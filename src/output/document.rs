//! The JSON documents that commands write, and their schemas.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::snapshot::{self, Diff, ReportDocument};
use crate::views::near::Nearby;
use crate::views::sources::SourceUse;
use crate::views::stats::Stat;

/// A kind of JSON document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Document {
    /// A snapshot: the file that everything is read from, and what listings of
    /// Cités and préconisations write.
    #[default]
    Snapshot,
    /// What `cites near` writes.
    Near,
    /// What `cites sources` writes.
    Sources,
    /// What `cites stats` writes.
    Stats,
    /// What `cites check` writes.
    Check,
    /// What `cites diff` writes.
    Diff,
}

impl Document {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Snapshot, Self::Near, Self::Sources, Self::Stats, Self::Check, Self::Diff];

    /// The name by which `cites schema` knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Near => "near",
            Self::Sources => "sources",
            Self::Stats => "stats",
            Self::Check => "check",
            Self::Diff => "diff",
        }
    }

    /// Its JSON Schema (draft 2020-12), made from the types that write it.
    ///
    /// ```
    /// use cites_emploi::output::Document;
    ///
    /// let schema = Document::Near.schema();
    /// let distance = &schema["items"]["properties"]["distance_km"];
    /// assert_eq!(distance["type"], "number");
    /// ```
    pub fn schema(self) -> Value {
        match self {
            Self::Snapshot => snapshot::schema(),
            Self::Near => list_of::<Nearby>("The nearest Cités, the nearest first"),
            Self::Sources => list_of::<SourceUse>("Sources and how often they are named"),
            Self::Stats => list_of::<Stat>("Cités counted by group"),
            Self::Check => titled(root::<ReportDocument<'_>>(), "What was found in a snapshot"),
            Self::Diff => titled(root::<Diff>(), "What differs between two snapshots"),
        }
    }
}

fn root<T: JsonSchema>() -> Schema {
    // What is written, not what would be read.
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn titled(mut schema: Schema, title: &str) -> Value {
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// The schema of a list; that of its items is not hidden behind a reference.
fn list_of<T: JsonSchema>(title: &str) -> Value {
    let mut items = root::<T>();
    let definitions = items.remove("$defs");
    let meta = items.remove("$schema");
    let mut list = Schema::default();
    list.insert("$schema".to_owned(), meta.unwrap_or_default());
    list.insert("type".to_owned(), "array".into());
    list.insert("items".to_owned(), items.to_value());
    if let Some(definitions) = definitions {
        list.insert("$defs".to_owned(), definitions);
    }
    titled(list, title)
}
