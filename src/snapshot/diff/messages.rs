//! Describes differences in the language of the reader.

use serde_json::Value;

use super::{Change, ChangeKind, ChangeRow, CiteCounts, Diff};
use crate::locale::{Lang, has_text};
use crate::snapshot::cite_field::CiteField;
use crate::t;

/// Stands between a row and its field.
const SEPARATOR: &str = " › ";

impl Diff {
    /// Sums up the changes in one line: `3 Cités modifiées, 1 ajoutée`.
    pub fn summary(&self, lang: Lang) -> String {
        let CiteCounts { changed, added, removed } = self.cites;
        // Only the first count has the noun.
        let cites = [
            (changed, "diff-cites-changed", "diff-cites-changed"),
            (added, "diff-cites-added", "diff-more-added"),
            (removed, "diff-cites-removed", "diff-more-removed"),
        ];
        let mut counts: Vec<String> = Vec::new();
        for (count, first, next) in cites.into_iter().filter(|(count, ..)| *count > 0) {
            let key = if counts.is_empty() { first } else { next };
            counts.push(t!(lang, key, count = count));
        }
        if self.elsewhere > 0 {
            counts.push(t!(lang, "diff-elsewhere", count = self.elsewhere));
        }
        if counts.is_empty() { t!(lang, "diff-none") } else { counts.join(", ") }
    }
}

impl Change {
    /// Describes in one line where the change is, and what changed.
    pub fn describe(&self, lang: Lang) -> String {
        let (row, difference) = (self.row_name(lang), self.difference(lang));
        if row.is_empty() { difference } else { t!(lang, "diff-line", place = row, what = difference) }
    }

    /// Describes the row that the change is in: `cde-001 CU Angers Loire
    /// Métropole`. Empty if it is in none, such as the title of the snapshot.
    pub fn row_name(&self, lang: Lang) -> String {
        self.rows.first().map_or_else(String::new, |row| {
            if row.is_its_own_name() {
                row.name_in_part(lang)
            } else {
                format!("{} {}", row.id, row.label.get(lang))
            }
        })
    }

    /// Describes what changed there: `vague : 2020 → 2021`.
    pub fn difference(&self, lang: Lang) -> String {
        let [old, new] = [&self.old, &self.new].map(|value| value_text(&self.field, value.as_ref(), lang));
        let subject = self.rows.last().filter(|_| self.field.is_empty());
        let key = match self.kind {
            ChangeKind::Added if subject.is_some() && self.rows.len() == 1 => "diff-row-added",
            ChangeKind::Removed if subject.is_some() && self.rows.len() == 1 => "diff-row-removed",
            ChangeKind::Added => "diff-item-added",
            ChangeKind::Removed => "diff-item-removed",
            ChangeKind::Renamed => "diff-renamed",
            ChangeKind::Changed => "diff-changed",
        };
        let item = match (subject, self.kind) {
            (Some(row), _) => row.name(lang),
            (None, ChangeKind::Added) => new.clone(),
            (None, _) => old.clone(),
        };
        let part = subject.map_or("", |row| &row.part);
        t!(lang, key, part = part, field = self.field_path(lang), item = item, old = old, new = new)
    }

    /// Describes the path from the outermost row to what changed.
    fn field_path(&self, lang: Lang) -> String {
        let inner = self.rows.get(1..).unwrap_or_default();
        let mut path: Vec<String> = match inner.split_last() {
            Some((subject, around)) if self.field.is_empty() => {
                around.iter().map(|row| row.name(lang)).chain([field_text(&subject.part, lang)]).collect()
            }
            _ => inner.iter().map(|row| row.name_in_part(lang)).collect(),
        };
        if !self.field.is_empty() {
            path.push(field_text(&self.field, lang));
        }
        path.join(SEPARATOR)
    }
}

impl ChangeRow {
    /// Returns whether its id is its label, as for an event, so that only one of them is shown.
    fn is_its_own_name(&self) -> bool {
        self.id == *self.label.get(Lang::FALLBACK)
    }

    /// Returns label and id, or only the label if that is the id: `Angers (49007)`.
    fn name(&self, lang: Lang) -> String {
        let label = self.label.get(lang);
        if self.is_its_own_name() { label.to_owned() } else { format!("{label} ({})", self.id) }
    }

    /// Returns its name, after the name of its list if it has no other id.
    fn name_in_part(&self, lang: Lang) -> String {
        let name = self.name(lang);
        if self.is_its_own_name() {
            format!("{}{SEPARATOR}{name}", field_text(&self.part, lang))
        } else {
            name
        }
    }
}

/// Names a field such as `carrier.evidence`, as a whole if there is a text for it, or step by step.
pub(super) fn field_text(field: &str, lang: Lang) -> String {
    let whole = field_key(field);
    if has_text(lang, &whole) {
        return t!(lang, &whole);
    }
    if let Some((name, rest)) = field.split_once('.') {
        return [field_text(name, lang), field_text(rest, lang)].join(SEPARATOR);
    }
    // A text in a language that the texts do not name: `title_xx` is "title (xx)".
    match field.rsplit_once('_') {
        Some((stem, code)) if Lang::from_code(code).is_some() => {
            format!("{} ({code})", field_text(stem, lang))
        }
        _ => field.to_owned(),
    }
}

/// Returns the key of the name of a field.
pub(super) fn field_key(field: &str) -> String {
    format!("diff-field-{}", field.replace('.', "-"))
}

/// Returns the text of `key`, or `name` if there is none.
fn text_or(lang: Lang, key: &str, name: &str) -> String {
    if has_text(lang, key) { t!(lang, key) } else { name.to_owned() }
}

/// Shows the value of a field; of an object, its name or date.
fn value_text(field: &str, value: Option<&Value>, lang: Lang) -> String {
    match value {
        None | Some(Value::Null) => t!(lang, "unknown"),
        Some(Value::Bool(true)) => t!(lang, "yes"),
        Some(Value::Bool(false)) => t!(lang, "no"),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) if text.is_empty() => t!(lang, "diff-value-empty"),
        Some(Value::String(text)) => {
            let key = match field {
                "status" => Some(format!("figure-{}", text.replace('_', "-"))),
                _ => CiteField::code_key(field, text),
            };
            key.map_or_else(|| text.clone(), |key| text_or(lang, &key, text))
        }
        // An outline, a list of numbers in lists, is too long to show.
        Some(Value::Array(items)) => t!(lang, "diff-value-list", count = items.len()),
        Some(Value::Object(fields)) => {
            let shown = ["name", "date"].into_iter().find_map(|name| fields.get(name));
            value_text(field, shown, lang)
        }
    }
}
