//! The JSON documents that commands write, and their schemas.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use crate::snapshot::{self, Diff, ReportDocument};
use crate::table::table;
use crate::views::answer::OutsideDocument;
use crate::views::cross::CrossDocument;
use crate::views::near::Nearby;
use crate::views::rows::{CommuneRow, EventRow, EvidenceRow, FigureRow, FindingRow, Qpv2024Row, QpvRow};
use crate::views::sources::SourceUse;
use crate::views::stats::Stat;
use crate::views::summary::Summary;

struct Row {
    name: &'static str,
    schema: fn() -> Value,
}

table! {
    /// A kind of JSON document.
    #[derive(Default)]
    pub enum Document: Row {
        /// A snapshot: the input of every command, and the output of listings of Cités and
        /// préconisations.
        #[default]
        Snapshot = Row { name: "snapshot", schema: snapshot::schema };
        /// The output of `cites list` and `cites show` for a place that no Cité covers.
        Outside = Row {
            name: "outside",
            schema: || titled(root::<OutsideDocument>(), "A place that no Cité covers, and the nearest ones"),
        };
        /// The output of `cites list --rows qpv`.
        Qpvs = Row { name: "qpvs", schema: || list_of::<QpvRow>("Quartiers of 2015 by Cité") };
        /// The output of `cites list --rows commune`.
        Communes = Row { name: "communes", schema: || list_of::<CommuneRow>("Communes by Cité") };
        /// The output of `cites list --rows qpv-2024`.
        Qpvs2024 = Row { name: "qpvs-2024", schema: || list_of::<Qpv2024Row>("Quartiers of 2024 by Cité") };
        /// The output of `cites list --rows evidence`.
        Evidence = Row { name: "evidence", schema: || list_of::<EvidenceRow>("What sources say about Cités") };
        /// The output of `cites list --rows figure`.
        Figures = Row { name: "figures", schema: || list_of::<FigureRow>("Figures of the programme") };
        /// The output of `cites list --rows event`.
        Events = Row { name: "events", schema: || list_of::<EventRow>("Events of the programme") };
        /// The output of `cites list --rows finding`.
        Findings = Row { name: "findings", schema: || list_of::<FindingRow>("Findings of the evaluation") };
        /// The output of `cites near`.
        Near = Row { name: "near", schema: || list_of::<Nearby>("The nearest Cités, the nearest first") };
        /// The output of `cites sources` and `cites list --rows source`.
        Sources = Row { name: "sources", schema: || list_of::<SourceUse>("Sources and how often they are named") };
        /// The output of `cites stats`.
        Stats = Row { name: "stats", schema: || list_of::<Stat>("Cités counted by group") };
        /// The output of `cites stats --across`.
        Cross = Row {
            name: "cross",
            schema: || titled(root::<CrossDocument>(), "Cités, or what they cover, counted by two groupings"),
        };
        /// The output of `cites stats --summary`.
        Summary = Row { name: "summary", schema: || list_of::<Summary>("A figure of quartiers by group") };
        /// The output of `cites check`.
        Check = Row {
            name: "check",
            schema: || titled(root::<ReportDocument<'_>>(), "What was found in a snapshot"),
        };
        /// The output of `cites diff`.
        Diff = Row { name: "diff", schema: || titled(root::<Diff>(), "What differs between two snapshots") };
    }
}

impl Document {
    /// Returns its name in `cites schema`.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns its JSON Schema (draft 2020-12), made from the types that write it.
    ///
    /// ```
    /// use cites_emploi::output::Document;
    ///
    /// let schema = Document::Near.schema();
    /// let distance = &schema["items"]["properties"]["distance_km"];
    /// assert_eq!(distance["type"], "number");
    /// ```
    pub fn schema(self) -> Value {
        (self.row().schema)()
    }
}

fn root<T: JsonSchema>() -> Schema {
    // Describes what is written, which differs from what can be read.
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn titled(mut schema: Schema, title: &str) -> Value {
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// Returns the schema of a list, with that of its items inlined instead of referred to.
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
