//! Cités by what they have in common, counted: for bars and for the legend of the map.

use std::collections::BTreeSet;

use super::cites::age;
use super::{Context, labels};
use crate::locale::Lang;
use crate::search::{Facts, QueryField, Values, texts_of};
use crate::snapshot::Cite;
use crate::t;

/// What Cités are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The values that a field of the search has, a closed list or not too many.
    Field(QueryField),
    /// The legal forms of the intercommunal bodies that its communes are in.
    EpciType,
}

impl Grouping {
    /// Every grouping, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Field(QueryField::Region),
        Self::Field(QueryField::Department),
        Self::Field(QueryField::Wave),
        Self::Field(QueryField::Scale),
        Self::Field(QueryField::CarrierType),
        Self::Field(QueryField::Evidence),
        Self::Field(QueryField::Age),
        Self::Field(QueryField::Theme),
        Self::EpciType,
    ];

    /// Returns the name by which `--by` knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Field(field) => field.code(),
            Self::EpciType => "epci-type",
        }
    }

    /// Returns the grouping of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.name() == name)
    }

    /// Whether its groups have an order of their own; the others go by size.
    pub const fn is_ordered(self) -> bool {
        match self {
            Self::Field(field) => match field.values() {
                Values::Choice(choice) => choice.is_ordered,
                Values::Year { .. } | Values::Age => true,
                Values::Territory(_) | Values::Text(_) => false,
            },
            Self::EpciType => false,
        }
    }

    /// Returns what it is called.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }
}

/// Groups of Cités.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    names: Vec<Name>,
    /// The groups of each Cité, in the order of the snapshot.
    of_cites: Vec<Vec<usize>>,
}

/// What a group is called.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    /// By people.
    shown: String,
    /// By the snapshot; `None` for the Cités whose value is not known.
    code: Option<String>,
    /// By queries.
    query_value: String,
}

impl Name {
    fn new(shown: &str, code: &str) -> Self {
        Self { shown: shown.to_owned(), code: Some(code.to_owned()), query_value: shown.to_owned() }
    }

    /// The name of the Cités whose value is not known.
    fn unknown(shown: String, lang: Lang) -> Self {
        Self { shown, code: None, query_value: QueryField::unknown_word(lang).to_owned() }
    }
}

/// A group and how many Cités are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its index among the groups, whatever is listed.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// What a query has for it behind the field of the grouping.
    pub query_value: String,
    /// How many of the listed Cités are in it.
    pub listed: usize,
    /// How many there are in all.
    pub total: usize,
}

impl Groups {
    /// The groups of all Cités of the snapshot: which groups there are, and in
    /// which order, does not depend on what is listed.
    pub fn new<'a>(grouping: Grouping, context: Context<'a>) -> Self {
        let lang = context.lang;
        let field = match grouping {
            Grouping::Field(field) => field,
            Grouping::EpciType => {
                let kinds =
                    |cite: &'a Cite| cite.communes().iter().map(|commune| &*commune.epci.kind).collect();
                return Self::by_words(context, kinds);
            }
        };
        match field.values() {
            Values::Territory(territory) => {
                let name = |(code, name): (&'a str, &'a str)| match territory.number.is_some() {
                    true => {
                        let shown = format!("{name} ({code})");
                        (code, Name { query_value: code.to_owned(), ..Name::new(&shown, code) })
                    }
                    false => (code, Name::new(name, code)),
                };
                let names = (territory.all)(context.snapshot).into_iter().map(name);
                Self::by_codes(names.collect(), context, territory.of)
            }
            Values::Text(texts) => Self::by_words(context, |cite| texts_of(cite, context.snapshot, texts)),
            Values::Choice(choice) => {
                let values = choice.codes().zip(field.words(lang)).map(|((value, code), word)| {
                    let shown = choice.label(Some(value), lang);
                    (Some(value), Name { query_value: word.to_owned(), ..Name::new(&shown, code) })
                });
                let unknown = (None, Name::unknown(choice.label(None, lang), lang));
                let value = |cite: &Cite| (choice.of)(&Facts::of(cite));
                Self::among(values.chain([unknown]).collect(), context, value)
            }
            Values::Year { of, .. } => {
                let name = |year: &i16| Name::new(&year.to_string(), &year.to_string());
                Self::by(context, |cite| of(&Facts::of(cite)), name)
            }
            Values::Age => {
                let years = |cite: &Cite| age(cite, context).map(|age| age.years());
                Self::by(context, years, |years| match *years {
                    None => Name::unknown(t!(lang, "age-not-yet"), lang),
                    Some((min, max)) if min == max => {
                        Name::new(&t!(lang, "count-years", count = min), &min.to_string())
                    }
                    Some((min, max)) => {
                        Name::new(&t!(lang, "age-years", from = min, to = max), &format!("{min}..{max}"))
                    }
                })
            }
        }
    }

    /// A group for each word that some Cité has, in the order of the alphabet.
    fn by_words<'a>(context: Context<'a>, words: impl Fn(&'a Cite) -> Vec<&'a str>) -> Self {
        let known: BTreeSet<&str> = context.snapshot.cites.iter().flat_map(&words).collect();
        Self::by_codes(known.into_iter().map(|word| (word, Name::new(word, word))).collect(), context, words)
    }

    /// A group for each of `names`, of which a Cité can be in several, and a
    /// last one for the Cités that are in none.
    fn by_codes<'a>(
        names: Vec<(&'a str, Name)>,
        context: Context<'a>,
        codes: impl Fn(&'a Cite) -> Vec<&'a str>,
    ) -> Self {
        let unknown = names.len();
        let of_cite = |cite| {
            let index = |code: &str| names.iter().position(|(known, _)| *known == code).unwrap_or(unknown);
            let indices: BTreeSet<usize> = codes(cite).into_iter().map(index).collect();
            if indices.is_empty() { vec![unknown] } else { indices.into_iter().collect() }
        };
        let nowhere = Name::unknown(labels::unknown(context.lang), context.lang);
        Self {
            of_cites: context.snapshot.cites.iter().map(of_cite).collect(),
            names: names.into_iter().map(|(_, name)| name).chain([nowhere]).collect(),
        }
    }

    /// A group for each value that some Cité has, in the order of the values.
    fn by<V: Ord>(context: Context<'_>, value: impl Fn(&Cite) -> V, name: impl Fn(&V) -> Name) -> Self {
        let values: BTreeSet<V> = context.snapshot.cites.iter().map(&value).collect();
        let named = |value: V| {
            let name = name(&value);
            (value, name)
        };
        Self::among(values.into_iter().map(named).collect(), context, value)
    }

    /// A group for each of `values`, which holds the values of all Cités.
    fn among<V: PartialEq>(values: Vec<(V, Name)>, context: Context<'_>, value: impl Fn(&Cite) -> V) -> Self {
        let index = |cite: &Cite| {
            let value = value(cite);
            values.iter().position(|(known, _)| *known == value)
        };
        Self {
            of_cites: context.snapshot.cites.iter().map(|cite| index(cite).into_iter().collect()).collect(),
            names: values.into_iter().map(|(_, name)| name).collect(),
        }
    }

    /// Returns the first group of the Cité at this index of the snapshot.
    pub fn of_cite(&self, cite: usize) -> Option<usize> {
        self.of_cites.get(cite)?.first().copied()
    }

    /// Counts the groups that some Cité is in. `listed` are indices in the snapshot.
    pub fn counts(&self, listed: &[usize]) -> Vec<Group> {
        let counts = self.names.iter().enumerate().map(|(index, name)| Group {
            index,
            name: name.shown.clone(),
            query_value: name.query_value.clone(),
            listed: listed.iter().filter(|cite| self.has(**cite, index)).count(),
            total: self.of_cites.iter().filter(|own| own.contains(&index)).count(),
        });
        counts.filter(|group| group.total > 0).collect()
    }

    /// Lists the groups that some of the listed Cités are in.
    pub fn members(&self, listed: &[usize]) -> Vec<Members<'_>> {
        let groups = self.names.iter().enumerate().map(|(index, name)| Members {
            name: &name.shown,
            code: name.code.as_deref(),
            cites: listed.iter().copied().filter(|cite| self.has(*cite, index)).collect(),
        });
        groups.filter(|members| !members.cites.is_empty()).collect()
    }

    fn has(&self, cite: usize, group: usize) -> bool {
        self.of_cites.get(cite).is_some_and(|own| own.contains(&group))
    }
}

/// A group and those of the listed Cités that are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members<'a> {
    /// Its name.
    pub name: &'a str,
    /// What the snapshot calls it; `None` for the Cités whose value is not known.
    pub code: Option<&'a str>,
    /// Indices of the Cités in the snapshot.
    pub cites: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::snapshot::embedded;

    fn counts(grouping: Grouping, listed: &[usize]) -> Vec<(String, usize, usize)> {
        let snapshot = embedded().unwrap();
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: date(2026, 11, 22) };
        let groups = Groups::new(grouping, context).counts(listed);
        groups.into_iter().map(|group| (group.name, group.listed, group.total)).collect()
    }

    fn row(name: &str, listed: usize, total: usize) -> (String, usize, usize) {
        (name.to_owned(), listed, total)
    }

    #[test]
    fn groups_count_what_is_listed_of_all() {
        let first_four: Vec<usize> = (0..4).collect();
        assert_eq!(
            counts(Grouping::Field(QueryField::Wave), &first_four),
            [row("2020", 4, 24), row("2021", 0, 60)]
        );
        assert_eq!(
            counts(Grouping::Field(QueryField::CarrierType), &first_four),
            [
                row("EPCI", 0, 43),
                row("commune", 0, 3),
                row("service public de l'emploi", 0, 3),
                row("État", 0, 1),
                row("autre", 1, 3),
                row("porteur non documenté", 3, 31),
            ]
        );
        assert_eq!(
            counts(Grouping::Field(QueryField::Evidence), &first_four),
            [
                row("explicite", 1, 11),
                row("probable", 0, 12),
                row("d'après le libellé", 0, 30),
                row("non documenté", 3, 31),
            ]
        );
        assert_eq!(
            counts(Grouping::Field(QueryField::Age), &first_four),
            [row("4 à 5 ans", 0, 5), row("5 ans", 0, 55), row("5 à 6 ans", 3, 23), row("6 ans", 1, 1)]
        );
    }

    #[test]
    fn every_cite_is_in_a_region_and_a_scale() {
        let all: Vec<usize> = (0..84).collect();
        for grouping in [Grouping::Field(QueryField::Region), Grouping::Field(QueryField::Scale)] {
            let counts = counts(grouping, &all);
            assert!(counts.iter().all(|(_, listed, total)| listed == total && *total > 0));
            assert_eq!(counts.iter().map(|(.., total)| total).sum::<usize>(), 84, "{counts:?}");
        }
    }

    #[test]
    fn a_cite_without_communes_is_in_an_unknown_region() {
        let mut snapshot = embedded().unwrap();
        snapshot.cites[0].communes.clear();
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: date(2026, 11, 22) };
        let last = Groups::new(Grouping::Field(QueryField::Region), context).counts(&[0]).pop().unwrap();
        assert_eq!((last.name.as_str(), last.listed, last.total), ("non documenté", 1, 1));
    }
}
