//! Changing the text of a query, so that facets and typing share one truth.

use super::fields::{QueryField, Values};
use super::print::Printed;
use super::terms::{Query, Term, Test, Value};
use super::vocabulary::means_unknown;
use crate::fold::fold_text;
use crate::locale::Lang;
use crate::search::matcher::Matcher;

impl Query {
    /// The values that the query asks for in a field, as the query prints them: `ile-de-france`, `epci`.
    ///
    /// Those of negated terms and of alternatives to other terms are not among them.
    pub fn facet_values(&self, field: QueryField) -> Vec<String> {
        let values = self.facet_terms(field).filter_map(|term| match &term.test {
            Test::Filter(_, values) => Some(values),
            Test::Free(_) => None,
        });
        values.flatten().map(|value| Printed(field, value).to_string()).collect()
    }

    /// Whether `value` (a name, a number, a code) is among the values asked for in a field.
    pub fn has_facet_value(&self, field: QueryField, value: &str) -> bool {
        let wanted = Self::parse(&facet_term(field, &[value], Lang::FALLBACK)).facet_values(field);
        let asked = self.facet_values(field);
        !wanted.is_empty() && wanted.iter().all(|value| asked.contains(value))
    }

    /// Whether what is asked for in a field, which may be typed in part only,
    /// finds this name: `region:bret` does `Bretagne`.
    pub fn facet_finds(&self, field: QueryField, name: &str) -> bool {
        let name = fold_text(name);
        let finds = |value: &Value| match value {
            Value::Text(needle) => Matcher::new(needle).grade(&name) > 0,
            Value::Year(digits) => name.starts_with(digits),
            _ => false,
        };
        self.facet_terms(field).any(|term| match &term.test {
            Test::Filter(_, values) => values.iter().any(finds),
            Test::Free(_) => false,
        })
    }

    /// The text of this query with exactly these values in a field, the rest untouched.
    ///
    /// No value takes the field out. A new field comes first, by its name in
    /// `lang`, so that what was being typed at the end still is.
    pub fn with_facet(&self, field: QueryField, values: &[&str], lang: Lang) -> String {
        let mut new = (!values.is_empty()).then(|| facet_term(field, values, lang));
        let mut text = String::new();
        let mut kept = 0;
        for term in self.facet_terms(field) {
            text.push_str(self.text.get(kept..term.span.start).unwrap_or_default());
            kept = term.span.end;
            match new.take() {
                Some(new) => text.push_str(&new),
                // Takes the space behind out with the term.
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

    /// The terms that a facet of this field would have written.
    fn facet_terms(&self, field: QueryField) -> impl Iterator<Item = &Term> {
        self.groups.iter().filter_map(move |group| match group.as_slice() {
            [term] if !term.negated && matches!(term.test, Test::Filter(of, _) if of == field) => Some(term),
            _ => None,
        })
    }
}

/// A term with some values: `region:Bretagne,Grand_Est`.
fn facet_term(field: QueryField, values: &[&str], lang: Lang) -> String {
    let value = |value: &&str| match field.values() {
        // Many a text begins as another one does: `femmes`, `femmes isolées`.
        Values::Text(_) if !means_unknown(value) => format!("^{}$", unquoted(value)),
        _ => unquoted(value),
    };
    let values: Vec<_> = values.iter().map(value).collect();
    format!("{}:{}", field.name(lang), values.join(","))
}

/// A value that needs no quotes: what would end it or be an operator becomes `_`, which folds to a space.
fn unquoted(value: &str) -> String {
    let comparison = value.starts_with(['<', '>']);
    if comparison {
        return value.to_owned();
    }
    let safe = |c: char| if c.is_whitespace() || matches!(c, ',' | '"' | '$') { '_' } else { c };
    value.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().map(safe).collect()
}

/// A text without bars at its start, which would make the rest an alternative to what is put before it.
fn without_first_bars(text: &str) -> &str {
    let text = text.trim_start();
    match text.strip_prefix('|') {
        Some(rest) if rest.is_empty() || rest.starts_with(char::is_whitespace) => without_first_bars(rest),
        _ => text,
    }
}
