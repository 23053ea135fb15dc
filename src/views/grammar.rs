//! Examples of queries.

use crate::locale::{Lang, has_text};
use crate::search::QueryField;
use crate::t;

/// A query that shows a part of the grammar, by the locale key of its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example(String);

impl Example {
    /// Returns the query, with the names of fields in a language.
    pub fn query(&self, lang: Lang) -> String {
        t!(lang, &format!("{}-query", self.0))
    }

    /// Describes the results of the query.
    pub fn meaning(&self, lang: Lang) -> String {
        t!(lang, &self.0)
    }
}

/// The examples without fields, the most useful first.
const PLAIN: [&str; 9] = ["anywhere", "saint", "letters", "or", "not", "exact", "phrase", "start", "end"];

/// Lists an example for each part of the grammar. A field without an example of its own occurs in
/// that of another field.
pub fn examples() -> impl Iterator<Item = Example> {
    let keys = PLAIN.into_iter().chain(QueryField::ALL.into_iter().map(QueryField::code));
    keys.map(|key| format!("grammar-{key}")).filter(|key| has_text(Lang::FALLBACK, key)).map(Example)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::search::{Index, Query, Scope};
    use crate::snapshot::embedded;

    #[test]
    fn every_example_is_right_and_finds_something_but_not_everything() {
        let snapshot = embedded().unwrap();
        let index = Index::new(&snapshot, date(2026, 11, 22));
        for lang in Lang::ALL {
            for example in examples() {
                let query = Query::parse(&example.query(lang));
                assert_eq!(query.problems(), [], "{}", query.text());
                let found = index.resolve(&snapshot, &query, Scope::LIST).answering_rows().count();
                assert!(found > 0 && found < snapshot.cites.len(), "{}: {found}", query.text());
                assert!(!example.meaning(lang).is_empty());
            }
        }
    }

    #[test]
    fn every_field_has_an_example() {
        for lang in Lang::ALL {
            let all: Vec<String> = examples().map(|example| example.query(lang)).collect();
            for field in QueryField::ALL {
                assert!(all.join(" ").contains(&format!("{}:", field.name(lang))), "{field:?}");
            }
        }
    }
}
