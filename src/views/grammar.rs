//! What can be searched for, by example.

use crate::locale::Lang;
use crate::t;

/// A query that shows something of the grammar: the key of the text that explains it.
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

/// An example of everything that the grammar has, the most used first.
pub const EXAMPLES: [Example; 19] = [
    Example("grammar-anywhere"),
    Example("grammar-saint"),
    Example("grammar-letters"),
    Example("grammar-or"),
    Example("grammar-not"),
    Example("grammar-exact"),
    Example("grammar-phrase"),
    Example("grammar-start"),
    Example("grammar-end"),
    Example("grammar-region"),
    Example("grammar-department"),
    Example("grammar-commune"),
    Example("grammar-qpv"),
    Example("grammar-carrier"),
    Example("grammar-type"),
    Example("grammar-evidence"),
    Example("grammar-wave"),
    Example("grammar-theme"),
    Example("grammar-age"),
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::search::{Index, Query, QueryField};
    use crate::snapshot::embedded;

    #[test]
    fn every_example_is_right_and_finds_something_but_not_everything() {
        let snapshot = embedded().unwrap();
        let index = Index::new(&snapshot, date(2026, 11, 22));
        for lang in Lang::ALL {
            for example in EXAMPLES {
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
            let all = EXAMPLES.map(|example| example.query(lang)).join(" ");
            for key in QueryField::ALL {
                assert!(all.contains(&format!("{}:", key.name(lang))), "{key:?}");
            }
        }
    }
}
