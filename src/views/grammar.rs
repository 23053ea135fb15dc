//! What can be searched for, by example.

use crate::locale::Lang;
use crate::t;

/// A query that shows something of the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    french: &'static str,
    english: &'static str,
    meaning: &'static str,
}

impl Example {
    /// The query, with the names of fields in a language.
    pub fn query(self, lang: Lang) -> &'static str {
        lang.pick(self.french, self.english)
    }

    /// What it finds.
    pub fn meaning(self, lang: Lang) -> String {
        t!(lang, self.meaning)
    }
}

const fn example(french: &'static str, english: &'static str, meaning: &'static str) -> Example {
    Example { french, english, meaning }
}

const fn same(query: &'static str, meaning: &'static str) -> Example {
    example(query, query, meaning)
}

/// An example of everything that the grammar has, the most used first.
pub const EXAMPLES: [Example; 19] = [
    same("gueret", "grammar-anywhere"),
    same("st etienne", "grammar-saint"),
    same("bdx", "grammar-letters"),
    same("reims | troyes", "grammar-or"),
    same("!bretagne", "grammar-not"),
    same("'pau", "grammar-exact"),
    same("\"val de\"", "grammar-phrase"),
    same("^saint", "grammar-start"),
    same("métropole$", "grammar-end"),
    same("region:bretagne,normandie", "grammar-region"),
    same("dep:35", "grammar-department"),
    same("commune:bobigny", "grammar-commune"),
    same("qpv:minguettes", "grammar-qpv"),
    example("porteur:est", "carrier:est", "grammar-carrier"),
    example("type:spe", "type:spe", "grammar-type"),
    example("preuve:libelle", "evidence:label", "grammar-evidence"),
    example("vague:2020 echelle:epci", "wave:2020 scale:epci", "grammar-wave"),
    same("theme:mobilité", "grammar-theme"),
    same("age:>5", "grammar-age"),
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
                let query = Query::parse(example.query(lang));
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
