//! Differences in words, in the language of the reader.

use serde_json::Value;

use super::{Change, ChangeKind, ChangeRow, CiteCounts, Diff};
use crate::locale::{Lang, has_text};
use crate::snapshot::cite_field::CiteField;
use crate::t;

/// Between a thing and what of it changed.
const STEP: &str = " › ";

impl Diff {
    /// All of it in one line: `3 Cités modifiées, 1 ajoutée`.
    pub fn summary(&self, lang: Lang) -> String {
        let CiteCounts { changed, added, removed } = self.cites;
        // The noun is said once, with the first count.
        let cites = [
            (changed, "diff-cites-changed", "diff-cites-changed"),
            (added, "diff-cites-added", "diff-more-added"),
            (removed, "diff-cites-removed", "diff-more-removed"),
        ];
        let mut said: Vec<String> = Vec::new();
        for (count, first, later) in cites.into_iter().filter(|(count, ..)| *count > 0) {
            let key = if said.is_empty() { first } else { later };
            said.push(t!(lang, key, count = count));
        }
        if self.elsewhere > 0 {
            said.push(t!(lang, "diff-elsewhere", count = self.elsewhere));
        }
        if said.is_empty() { t!(lang, "diff-none") } else { said.join(", ") }
    }
}

impl Change {
    /// The change in one line: where, and what.
    pub fn describe(&self, lang: Lang) -> String {
        let (place, what) = (self.place(lang), self.what(lang));
        if place.is_empty() { what } else { t!(lang, "diff-line", place = place, what = what) }
    }

    /// The row it lies in: `cde-001 CU Angers Loire Métropole`. Empty for what
    /// lies in no row, such as the title of the snapshot.
    pub fn place(&self, lang: Lang) -> String {
        self.rows.first().map_or_else(String::new, |row| {
            if row.is_its_own_name() {
                row.name_in_part(lang)
            } else {
                format!("{} {}", row.id, row.label.get(lang))
            }
        })
    }

    /// What changed there: `vague : 2020 → 2021`.
    pub fn what(&self, lang: Lang) -> String {
        let [old, new] = [&self.old, &self.new].map(|value| value_words(&self.field, value.as_ref(), lang));
        let field = self.field_words(lang);
        let subject = self.rows.last().filter(|_| self.field.is_empty());
        match (self.kind, subject) {
            (ChangeKind::Added, Some(row)) if self.rows.len() == 1 => {
                t!(lang, "diff-row-added", part = row.part.as_str())
            }
            (ChangeKind::Removed, Some(row)) if self.rows.len() == 1 => {
                t!(lang, "diff-row-removed", part = row.part.as_str())
            }
            (ChangeKind::Added, Some(row)) => {
                t!(lang, "diff-item-added", part = row.part.as_str(), field = field, item = row.name(lang))
            }
            (ChangeKind::Removed, Some(row)) => {
                t!(lang, "diff-item-removed", part = row.part.as_str(), field = field, item = row.name(lang))
            }
            (ChangeKind::Added, None) => t!(lang, "diff-item-added", part = "", field = field, item = new),
            (ChangeKind::Removed, None) => {
                t!(lang, "diff-item-removed", part = "", field = field, item = old)
            }
            (ChangeKind::Renamed, _) => t!(lang, "diff-renamed", old = old, new = new),
            (ChangeKind::Changed, _) => t!(lang, "diff-changed", field = field, old = old, new = new),
        }
    }

    /// The way from the outermost row to what changed.
    fn field_words(&self, lang: Lang) -> String {
        let inner = self.rows.get(1..).unwrap_or_default();
        let mut way: Vec<String> = match inner.split_last() {
            Some((subject, around)) if self.field.is_empty() => {
                around.iter().map(|row| row.name(lang)).chain([words_of(&subject.part, lang)]).collect()
            }
            _ => inner.iter().map(|row| row.name_in_part(lang)).collect(),
        };
        if !self.field.is_empty() {
            way.push(words_of(&self.field, lang));
        }
        way.join(STEP)
    }
}

impl ChangeRow {
    /// Whether what names it is no code but all there is to say of it.
    fn is_its_own_name(&self) -> bool {
        self.id == *self.label.get(Lang::FALLBACK)
    }

    /// `Angers (49007)`, or what names it alone.
    fn name(&self, lang: Lang) -> String {
        let label = self.label.get(lang);
        if self.is_its_own_name() { label.to_owned() } else { format!("{label} ({})", self.id) }
    }

    /// Its name, after what it is where the name does not tell.
    fn name_in_part(&self, lang: Lang) -> String {
        let name = self.name(lang);
        if self.is_its_own_name() { format!("{}{STEP}{name}", words_of(&self.part, lang)) } else { name }
    }
}

/// Names a field such as `carrier.evidence` in words, as a whole or step by step.
pub(super) fn words_of(field: &str, lang: Lang) -> String {
    let whole = field_key(field);
    if has_text(lang, &whole) {
        return t!(lang, &whole);
    }
    if let Some((name, rest)) = field.split_once('.') {
        return [words_of(name, lang), words_of(rest, lang)].join(STEP);
    }
    // A text in a language that the texts do not name: `title_xx` is "title (xx)".
    match field.rsplit_once('_') {
        Some((stem, code)) if Lang::from_code(code).is_some() => {
            format!("{} ({code})", words_of(stem, lang))
        }
        _ => field.to_owned(),
    }
}

/// The key of the words of a field.
pub(super) fn field_key(field: &str) -> String {
    format!("diff-field-{}", field.replace('.', "-"))
}

/// The text of `key`, or `name` where a field or a value has no words.
fn text_or(lang: Lang, key: &str, name: &str) -> String {
    if has_text(lang, key) { t!(lang, key) } else { name.to_owned() }
}

/// The value of a field as people say it; of an object what it is called.
fn value_words(field: &str, value: Option<&Value>, lang: Lang) -> String {
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
        // An outline, a list of numbers in lists, is too long to be said.
        Some(Value::Array(items)) => t!(lang, "diff-value-list", count = items.len()),
        Some(Value::Object(fields)) => {
            let called = ["name", "date"].into_iter().find_map(|name| fields.get(name));
            value_words(field, called, lang)
        }
    }
}
