//! Compares two snapshots by meaning.
//!
//! Both become trees in which rows are keyed by their ids ([`keyed`]), so that
//! order is no difference and new fields of the model are compared without a
//! change here. [`messages`] describes the differences, [`apply`] applies them.

mod apply;
mod keyed;
mod messages;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::Value;

pub use self::apply::ApplyError;
use self::keyed::{Keyed, Step};
use super::localized::{Keys, LocalizedField, is_required};
use super::model::{Cite, Snapshot};
use crate::locale::{Lang, Localized, localized_keys};

/// What differs between two snapshots.
///
/// As JSON, an object with the fields below.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Diff {
    /// How many Cités differ.
    pub cites: CiteCounts,
    /// How many changes concern no Cité: préconisations, figures, sources, …
    pub elsewhere: usize,
    /// Every change, Cités first, by id.
    pub changes: Vec<Change>,
}

/// How many Cités differ, by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CiteCounts {
    /// In both snapshots, with something changed.
    pub changed: usize,
    /// In the new one only.
    pub added: usize,
    /// In the old one only.
    pub removed: usize,
}

/// One thing that differs: a row, an item of a list, or the value of a field.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// Where, such as `/cites/cde-001/communes/49007/name`.
    #[schemars(with = "String")]
    pub path: ChangePath,
    /// The rows it lies in, the outermost first: a Cité, then its commune. A
    /// row that was added or removed itself comes last. Empty in `meta`.
    pub rows: Vec<ChangeRow>,
    /// The field within the last row, such as `carrier.name`. Empty where a
    /// whole row was added or removed.
    pub field: String,
    /// The value in the old snapshot. Absent where something was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// The value in the new snapshot. Absent where something was removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
}

/// What happened to a row, an item or a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is in the new snapshot only.
    Added,
    /// It is in the old snapshot only.
    Removed,
    /// A Cité has another label.
    Renamed,
    /// It has another value.
    Changed,
}

/// A row that a change lies in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeRow {
    /// The list it is in, from the row around it: `cites`, `communes`, `carrier.sources`.
    pub part: String,
    /// What names it there: an id or a code; the French text of an event.
    pub id: String,
    /// Its label, name or title in the newer snapshot that has it; or its id.
    #[serde(flatten, serialize_with = "Keys::<RowLabel>::serialize")]
    #[schemars(with = "Keys::<RowLabel>")]
    pub label: Localized<String>,
}

/// The field with the label of a row.
struct RowLabel;

impl LocalizedField for RowLabel {
    const KEYS: &'static [&'static str] = &localized_keys!("label");

    fn description(lang: Lang) -> String {
        let language = lang.english_name();
        match lang {
            Lang::FALLBACK => format!(
                "Its label, name or title in {language}, in the newer snapshot that has it; or its id."
            ),
            _ => format!("The same in {language}, where the data has it."),
        }
    }
}

/// The fields and the ids of rows from the snapshot to a change.
///
/// Displayed and serialized like a JSON Pointer with ids instead of indices:
/// `/cites/cde-001/label`. The second row with the same id is `cde-001#2`.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangePath(Vec<Step>);

impl fmt::Display for ChangePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| write!(f, "/{step}"))
    }
}

impl Serialize for ChangePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Compares two snapshots by meaning.
///
/// Rows with the same id are compared. Their order, and the order of texts in a
/// list, is no difference.
///
/// ```
/// use cites_emploi::locale::Lang;
/// use cites_emploi::snapshot::{diff, embedded};
///
/// let old = embedded()?;
/// let mut new = old.clone();
/// if let Some(cite) = new.cites.first_mut() {
///     cite.note = "à vérifier".to_owned();
/// }
/// new.cites.reverse();
///
/// let diff = diff(&old, &new);
/// assert_eq!(diff.summary(Lang::FR), "1 Cité modifiée");
/// assert_eq!(diff.changes[0].path.to_string(), "/cites/cde-001/note");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn diff(old: &Snapshot, new: &Snapshot) -> Diff {
    let mut changes = Vec::new();
    compare_cites(&old.cites, &new.cites, &mut changes);
    let (old, new) = (Keyed::of(&old.without_cites()), Keyed::of(&new.without_cites()));
    compare(&old, &new, &mut Vec::new(), &mut changes);
    let (of_cites, elsewhere): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| change.cite().is_some());
    let whole = |kind| of_cites.iter().filter(|change| change.is_whole_cite() && change.kind == kind).count();
    let changed: BTreeSet<_> =
        of_cites.iter().filter(|change| !change.is_whole_cite()).filter_map(|change| change.cite()).collect();
    let cites = CiteCounts {
        changed: changed.len(),
        added: whole(ChangeKind::Added),
        removed: whole(ChangeKind::Removed),
    };
    Diff { cites, elsewhere: elsewhere.len(), changes }
}

impl Diff {
    /// Returns whether there is no difference.
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl Change {
    /// Returns the id of the Cité that the change is in.
    pub fn cite(&self) -> Option<&str> {
        self.rows.first().filter(|row| row.part == "cites").map(|row| row.id.as_str())
    }

    /// Returns whether a whole Cité was added or removed.
    fn is_whole_cite(&self) -> bool {
        self.cite().is_some() && self.rows.len() == 1 && self.field.is_empty()
    }
}

/// A step on the path to a value, and the node after it.
struct Visited<'a> {
    step: &'a Step,
    /// Whether the step is an item of a list, not a field.
    is_item: bool,
    /// From the new snapshot, or from the old one if the new one has none.
    node: &'a Keyed,
}

/// Compares the Cités id by id, so that only those that differ become trees.
fn compare_cites(old: &[Cite], new: &[Cite], changes: &mut Vec<Change>) {
    let mut by_id: BTreeMap<&str, (Vec<&Cite>, Vec<&Cite>)> = BTreeMap::new();
    for cite in old {
        by_id.entry(&cite.id).or_default().0.push(cite);
    }
    for cite in new {
        by_id.entry(&cite.id).or_default().1.push(cite);
    }
    let step = Step::field("cites");
    for (olds, news) in by_id.into_values().filter(|(olds, news)| olds != news) {
        let (olds, news) = (Keyed::of(&olds), Keyed::of(&news));
        let mut trail = vec![Visited { step: &step, is_item: false, node: &news }];
        compare(&olds, &news, &mut trail, changes);
    }
}

fn compare<'a>(old: &'a Keyed, new: &'a Keyed, trail: &mut Vec<Visited<'a>>, changes: &mut Vec<Change>) {
    let (olds, news, is_item) = match (old, new) {
        (Keyed::Fields(olds), Keyed::Fields(news)) => (olds, news, false),
        (Keyed::Items(olds), Keyed::Items(news)) => (olds, news, true),
        _ if old == new => return,
        _ => return changes.push(change(trail, Some(old), Some(new))),
    };
    let steps: BTreeSet<&Step> = olds.keys().chain(news.keys()).collect();
    for step in steps {
        let (old, new) = (olds.get(step), news.get(step));
        let Some(node) = new.or(old) else { continue };
        trail.push(Visited { step, is_item, node });
        match (old, new) {
            (Some(old), Some(new)) => compare(old, new, trail, changes),
            _ => changes.push(change(trail, old, new)),
        }
        trail.pop();
    }
}

fn change(trail: &[Visited<'_>], old: Option<&Keyed>, new: Option<&Keyed>) -> Change {
    let mut rows: Vec<ChangeRow> = Vec::new();
    let mut fields: Vec<&str> = Vec::new();
    for Visited { step, is_item, node } in trail {
        match node {
            Keyed::Fields(_) if *is_item => {
                rows.push(ChangeRow::new(&std::mem::take(&mut fields).join("."), step, node))
            }
            // A text in a list has no row; the field is the list.
            _ if *is_item => {}
            _ => fields.push(&step.name),
        }
    }
    let field = fields.join(".");
    let kind = match (old, new) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        _ if matches!(rows.as_slice(), [row] if row.part == "cites") && field == "label" => {
            ChangeKind::Renamed
        }
        _ => ChangeKind::Changed,
    };
    let path = ChangePath(trail.iter().map(|visited| visited.step.clone()).collect());
    Change { kind, path, rows, field, old: old.map(Keyed::to_value), new: new.map(Keyed::to_value) }
}

impl ChangeRow {
    fn new(part: &str, step: &Step, node: &Keyed) -> Self {
        let label = |lang: Lang| {
            let [title, label, text] =
                ["title", "label", "text"].map(|stem| format!("{stem}_{}", lang.code()));
            let own = node.text_of(&[&title, &label, &text]);
            let shared = || node.text_of(&["label", "name", "title"]).unwrap_or(&step.name);
            own.or_else(|| is_required(lang).then(shared)).map(str::to_owned)
        };
        let label = Localized::from_some(label).unwrap_or_default();
        Self { part: part.to_owned(), id: step.name.clone(), label }
    }
}
