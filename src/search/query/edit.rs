//! Changes the text of a query, which facets and typing share.

use std::ops::Range;

use super::fields::{QueryField, Values};
use super::needle::{MatchKind, Needle};
use super::print::print_value;
use super::terms::{Query, Term, Test, Value};
use super::vocabulary::means_unknown;
use crate::fold::fold_text;
use crate::locale::Lang;
use crate::search::matcher::Matcher;

impl Query {
    /// Lists the values of a field in the query, as the query prints them: `ile-de-france`, `epci`.
    ///
    /// Those of negated terms and of alternatives to other terms are left out.
    pub fn facet_values(&self, field: QueryField) -> Vec<String> {
        let values = self.facet_terms(field).flat_map(|(_, values)| values);
        values.map(|value| print_value(field, value)).collect()
    }

    /// Returns whether the query has `value` (a name, a number, a word of a closed list) in a
    /// field.
    pub fn has_facet_value(&self, field: QueryField, value: &str) -> bool {
        let values = Self::parse(&facet_term(field, &[value], Lang::FALLBACK)).facet_values(field);
        let own = self.facet_values(field);
        !values.is_empty() && values.iter().all(|value| own.contains(value))
    }

    /// Returns whether a value of a field in the query, which may be typed in part, matches a
    /// name: `region:bret` matches `Bretagne`.
    pub fn facet_finds(&self, field: QueryField, name: &str) -> bool {
        let name = fold_text(name);
        self.facet_terms(field).flat_map(|(_, values)| values).any(|value| match value {
            Value::Text(needle) => Matcher::new(needle).grade(&name) > 0,
            Value::Year(digits) => name.starts_with(digits),
            Value::Place(typed, places) => {
                Matcher::new(&Needle::of(typed, MatchKind::WordPrefix)).grade(&name) > 0
                    || places.iter().any(|place| Matcher::new(&place.needle).grade(&name) > 0)
            }
            _ => false,
        })
    }

    /// Returns the text of this query with exactly these values in a field, the rest unchanged.
    ///
    /// Without values the field is taken out. A new field comes first, by its
    /// name in `lang`, so that the word typed last stays at the end.
    pub fn with_facet(&self, field: QueryField, values: &[&str], lang: Lang) -> String {
        let mut new = (!values.is_empty()).then(|| facet_term(field, values, lang));
        let mut text = String::new();
        let mut kept = 0;
        for (span, _) in self.facet_terms(field) {
            text.push_str(self.text.get(kept..span.start).unwrap_or_default());
            kept = span.end;
            match new.take() {
                Some(new) => text.push_str(&new),
                // Also removes the space after the term.
                None => {
                    let rest = self.text.get(kept..).unwrap_or_default();
                    kept = self.text.len() - rest.trim_start().len();
                }
            }
        }
        text.push_str(self.text.get(kept..).unwrap_or_default());
        match new {
            Some(new) => format!("{new} {}", without_first_bars(&text)),
            None => text,
        }
    }

    /// Lists the terms that a facet of this field may have written, with their values.
    fn facet_terms(&self, field: QueryField) -> impl Iterator<Item = (&Range<usize>, &Vec<Value>)> {
        self.groups.iter().filter_map(move |group| match group.as_slice() {
            [Term { negated: false, test: Test::Filter(of, values), span }] if *of == field => {
                Some((span, values))
            }
            _ => None,
        })
    }
}

/// Writes a term with some values: `region:Bretagne,Grand_Est`.
fn facet_term(field: QueryField, values: &[&str], lang: Lang) -> String {
    let value = |value: &&str| match field.values() {
        // One text may begin with another: `femmes isolées` with `femmes`.
        Values::Text(_) if !means_unknown(value) => format!("^{}$", unquoted(value)),
        _ => unquoted(value),
    };
    let values: Vec<_> = values.iter().map(value).collect();
    format!("{}:{}", field.name(lang), values.join(","))
}

/// Writes a value so that it needs no quotes: a character that would end it or be an
/// operator becomes `_`, which folds to a space.
fn unquoted(value: &str) -> String {
    let comparison = value.starts_with(['<', '>']);
    if comparison {
        return value.to_owned();
    }
    let safe = |c: char| if c.is_whitespace() || matches!(c, ',' | '"' | '$') { '_' } else { c };
    value.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().map(safe).collect()
}

/// Strips bars from the start of a text: they would make it an alternative to the term put before it.
fn without_first_bars(text: &str) -> &str {
    let text = text.trim_start();
    match text.strip_prefix('|') {
        Some(rest) if rest.is_empty() || rest.starts_with(char::is_whitespace) => without_first_bars(rest),
        _ => text,
    }
}
