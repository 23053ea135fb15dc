//! What can be searched for, by example.

use crate::locale::Lang;
use crate::search::QueryField;
use crate::t;

/// A query that shows something of the grammar: the locale key of the text that explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example(&'static str);

impl Example {
    /// Returns the query, with the names of fields in a language.
    pub fn query(self, lang: Lang) -> String {
        t!(lang, &format!("{}-query", self.0))
    }

    /// Says what the query finds.
    pub fn meaning(self, lang: Lang) -> String {
        t!(lang, self.0)
    }
}

/// The examples without fields.
const PLAIN: [Example; 9] = [
    Example("grammar-anywhere"),
    Example("grammar-saint"),
    Example("grammar-letters"),
    Example("grammar-or"),
    Example("grammar-not"),
    Example("grammar-exact"),
    Example("grammar-phrase"),
    Example("grammar-start"),
    Example("grammar-end"),
];

/// Lists an example of everything that the grammar has, the most used first, the fields in their order.
pub fn examples() -> impl Iterator<Item = Example> {
    PLAIN.into_iter().chain(QueryField::ALL.into_iter().filter_map(QueryField::example_key).map(Example))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::search::{Index, Query};
    use crate::snapshot::embedded;

    #[test]
    fn every_example_is_right_and_finds_something_but_not_everything() {
        let snapshot = embedded().unwrap();
        let index = Index::new(&snapshot, date(2026, 11, 22));
        for lang in Lang::ALL {
            for example in examples() {
                let query = Query::parse(&example.query(lang));
                assert_eq!(query.problems(), [], "{}", query.text());
                let found = index.search(&query).hits.len();
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
