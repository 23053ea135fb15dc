//! Groups Cités by a shared value and counts them, for bars and for the legend of the map.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::cites::age;
use super::{Context, labels};
use crate::locale::Lang;
use crate::search::{Facts, QueryField, Tenths, Values, texts_of};
use crate::snapshot::{Cite, Commune, Years};
use crate::t;

/// The property that Cités are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The values of a query field that has a closed list or few values.
    Field(QueryField),
    /// The intercommunal bodies of its own communes.
    Epci,
    /// The legal forms of these.
    EpciType,
    /// The contrats de ville of its own communes.
    Contract,
    /// The year in which the label was given.
    LabelYear,
}

impl Grouping {
    /// Lists every grouping, in the order in which the command line lists them.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        let others = [Self::Epci, Self::EpciType, Self::Contract, Self::LabelYear];
        QueryField::groupings().into_iter().map(Self::Field).chain(others)
    }

    /// Returns the name of the grouping in `--by`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Field(field) => field.code(),
            Self::Epci => "epci",
            Self::EpciType => "epci-type",
            Self::Contract => "contract",
            Self::LabelYear => "label-year",
        }
    }

    /// Returns the query field that finds the Cités of a group, if there is one.
    pub const fn field(self) -> Option<QueryField> {
        match self {
            Self::Field(field) => Some(field),
            Self::Epci => Some(QueryField::Epci),
            Self::EpciType | Self::Contract | Self::LabelYear => None,
        }
    }

    /// Returns whether the groups have an order of their own. Other groups are sorted by size.
    pub const fn is_ordered(self) -> bool {
        match self {
            Self::Field(field) => match field.values() {
                Values::Choice(choice) => choice.is_ordered,
                Values::Year { .. } | Values::Age | Values::Figure(_) => true,
                Values::Territory(_) | Values::Text(_) => false,
            },
            Self::LabelYear => true,
            Self::Epci | Self::EpciType | Self::Contract => false,
        }
    }

    /// Returns its name on the screen.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }
}

/// The groups of all Cités of a snapshot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    names: Vec<Name>,
    /// The indices of the groups of each Cité, in the order of the snapshot.
    of_cites: Vec<Vec<usize>>,
    /// Whether the groups have an order of their own.
    is_ordered: bool,
}

/// The names of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    /// The name for people.
    shown: String,
    /// The word in the snapshot; `None` for the Cités whose value is not known.
    code: Option<String>,
    /// The word in queries.
    query_value: String,
}

impl Name {
    fn new(shown: &str, code: &str) -> Self {
        Self { shown: shown.to_owned(), code: Some(code.to_owned()), query_value: shown.to_owned() }
    }

    /// Creates the name of the Cités whose value is not known.
    fn unknown(shown: String, lang: Lang) -> Self {
        Self { shown, code: None, query_value: QueryField::unknown_word(lang).to_owned() }
    }
}

/// A group and the number of Cités in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its index among the groups of all Cités.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// The word in queries, after the name of the field.
    pub query_value: String,
    /// The number of listed Cités in it.
    pub listed: usize,
    /// The number of all Cités in it.
    pub total: usize,
}

impl Groups {
    /// Groups all Cités of the snapshot. The groups and their order do not depend on what is listed.
    pub fn new(grouping: Grouping, context: Context<'_>) -> Self {
        Self { is_ordered: grouping.is_ordered(), ..Self::unordered(grouping, context) }
    }

    fn unordered<'a>(grouping: Grouping, context: Context<'a>) -> Self {
        let Context { snapshot, lang, .. } = context;
        let unknown = || (None, Name::unknown(labels::unknown(lang), lang));
        let by_words = |words: &dyn Fn(&'a Cite) -> Vec<&'a str>| {
            let names = distinct(context, words).into_iter().map(|word| (Some(word), Name::new(word, word)));
            Self::by_keys(names.chain([unknown()]).collect(), context, words)
        };
        let by_codes = |codes: &dyn Fn(&'a Cite) -> Vec<(&'a str, &'a str)>| {
            let all: BTreeMap<&str, &str> = snapshot.cites.iter().flat_map(codes).collect();
            let names = all.iter().map(|(code, name)| {
                (Some(*code), Name { query_value: (*code).to_owned(), ..Name::new(name, code) })
            });
            let codes = |cite| codes(cite).into_iter().map(|(code, _)| code).collect();
            Self::by_keys(names.chain([unknown()]).collect(), context, codes)
        };
        let by_years = |year: &dyn Fn(&'a Cite) -> Option<i16>| {
            let year = |cite| Vec::from_iter(year(cite));
            let name = |year: i16| (Some(year), Name::new(&year.to_string(), &year.to_string()));
            let names = distinct(context, year).into_iter().map(name);
            Self::by_keys(names.chain([(None, unknown().1)]).collect(), context, year)
        };
        let field = match grouping {
            Grouping::Field(field) => field,
            Grouping::Epci => {
                let epci = |commune: &'a Commune| (&*commune.epci.siren, &*commune.epci.name);
                return by_codes(&|cite| cite.own_communes().map(epci).collect());
            }
            Grouping::EpciType => {
                return by_words(&|cite| cite.own_communes().map(|commune| &*commune.epci.kind).collect());
            }
            Grouping::Contract => {
                let contract = |commune: &'a Commune| {
                    let code = commune.contract.as_deref()?;
                    Some((code, snapshot.contract(code).map_or(code, |contract| &contract.name)))
                };
                return by_codes(&|cite| cite.own_communes().filter_map(contract).collect());
            }
            Grouping::LabelYear => return by_years(&|cite| Some(cite.label_date.date.year())),
        };
        match field.values() {
            Values::Territory(territory) => {
                let names = (territory.all)(snapshot).into_iter().map(|(code, name)| {
                    let name = match territory.number {
                        Some(_) => {
                            let numbered = Name::new(&format!("{name} ({code})"), code);
                            Name { query_value: code.to_owned(), ..numbered }
                        }
                        None => Name::new(name, code),
                    };
                    (Some(code), name)
                });
                Self::by_keys(names.chain([unknown()]).collect(), context, territory.of)
            }
            Values::Text(texts) => by_words(&|cite| texts_of(cite, snapshot, texts)),
            Values::Choice(choice) => {
                let values = (choice.codes)().into_iter().zip(field.words(lang)).enumerate();
                let names = values.map(|(value, (code, word))| {
                    let shown = choice.label(Some(code), lang);
                    (Some(value), Name { query_value: word.to_owned(), ..Name::new(&shown, code) })
                });
                let unknown = (None, Name::unknown(choice.label(None, lang), lang));
                let value = |cite: &Cite| Vec::from_iter((choice.of)(&Facts::of(cite, snapshot)));
                Self::by_keys(names.chain([unknown]).collect(), context, value)
            }
            Values::Year { of, .. } => by_years(&|cite| of(&Facts::of(cite, snapshot))),
            Values::Figure(figure) => {
                let value = |cite: &Cite| {
                    Vec::from_iter(Facts::of(cite, snapshot).figure(figure).map(|found| found.value))
                };
                let name = |value: Tenths| (Some(value), Name::new(&value.to_string(), &value.to_string()));
                let names = distinct(context, value).into_iter().map(name);
                Self::by_keys(names.chain([(None, unknown().1)]).collect(), context, value)
            }
            Values::Age => {
                let years = |cite: &Cite| Vec::from_iter(age(cite, context).map(|age| age.years()));
                let name = |Years { at_least: min, at_most: max }: Years| match min == max {
                    true => Name::new(&t!(lang, "count-years", count = min), &min.to_string()),
                    // A Cité is in one group, although the years of two groups meet.
                    false => {
                        Name::new(&t!(lang, "age-one-of", from = min, to = max), &format!("{min}..{max}"))
                    }
                };
                let names = distinct(context, years).into_iter().map(|years| (Some(years), name(years)));
                let without = snapshot.cites.iter().find(|cite| years(cite).is_empty());
                let not_yet = without.map(|_| (None, Name::unknown(t!(lang, "age-not-yet"), lang)));
                Self::by_keys(not_yet.into_iter().chain(names).collect(), context, years)
            }
        }
    }

    /// Makes a group for each of `names`. A Cité is in the groups of its keys; without keys, it
    /// is in the group without a key.
    fn by_keys<'a, K: PartialEq>(
        names: Vec<(Option<K>, Name)>,
        context: Context<'a>,
        keys: impl Fn(&'a Cite) -> Vec<K>,
    ) -> Self {
        let unknown = names.iter().position(|(key, _)| key.is_none());
        let index = |key: K| names.iter().position(|(known, _)| known.as_ref() == Some(&key)).or(unknown);
        let of_cite = |cite| {
            let indices: BTreeSet<usize> = keys(cite).into_iter().filter_map(index).collect();
            if indices.is_empty() { Vec::from_iter(unknown) } else { Vec::from_iter(indices) }
        };
        let of_cites = context.snapshot.cites.iter().map(of_cite).collect();
        Self { of_cites, names: names.into_iter().map(|(_, name)| name).collect(), is_ordered: false }
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

    /// Lists the groups that some of the listed Cités are in: the largest first, or in the order of the grouping if it
    /// has one; the unknown last.
    pub fn members(&self, listed: &[usize]) -> Vec<Members<'_>> {
        let parts = self.parts(listed).into_iter().enumerate();
        let groups = self.names.iter().zip(parts).map(|(name, (index, cites))| Members {
            index,
            name: &name.shown,
            code: name.code.as_deref(),
            query_value: &name.query_value,
            cites,
        });
        let mut groups: Vec<_> = groups.filter(|members| !members.cites.is_empty()).collect();
        if !self.is_ordered {
            groups.sort_by_key(|group| (group.code.is_none(), Reverse(group.cites.len())));
        }
        groups
    }

    /// Splits some Cités by group: returns those that are in each of some groups, which [`members`](Self::members)
    /// returned.
    pub fn split(&self, cites: &[usize], groups: &[Members<'_>]) -> Vec<Vec<usize>> {
        let mut parts = self.parts(cites);
        groups
            .iter()
            .map(|group| parts.get_mut(group.index).map(std::mem::take).unwrap_or_default())
            .collect()
    }

    /// Returns those of some Cités that are in each group, in the order of the groups.
    fn parts(&self, cites: &[usize]) -> Vec<Vec<usize>> {
        let mut parts = vec![Vec::new(); self.names.len()];
        for cite in cites {
            for group in self.of_cites.get(*cite).into_iter().flatten() {
                if let Some(part) = parts.get_mut(*group) {
                    part.push(*cite);
                }
            }
        }
        parts
    }

    /// Counts the listed Cités that are in several groups.
    pub fn count_in_several(&self, listed: &[usize]) -> usize {
        listed.iter().filter(|cite| self.of_cites.get(**cite).is_some_and(|own| own.len() > 1)).count()
    }

    fn has(&self, cite: usize, group: usize) -> bool {
        self.of_cites.get(cite).is_some_and(|own| own.contains(&group))
    }
}

/// Returns the keys that some Cité has, in their order.
fn distinct<'a, K: Ord>(context: Context<'a>, keys: impl Fn(&'a Cite) -> Vec<K>) -> BTreeSet<K> {
    context.snapshot.cites.iter().flat_map(keys).collect()
}

/// A group and those of the listed Cités that are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members<'a> {
    /// Its index among the groups of all Cités.
    pub index: usize,
    /// Its name.
    pub name: &'a str,
    /// The word in the snapshot; `None` for the Cités whose value is not known.
    pub code: Option<&'a str>,
    /// The word in queries, after the name of the field.
    pub query_value: &'a str,
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
    fn groups_count_listed_and_all_cites() {
        let first_four: Vec<usize> = (0..4).collect();
        assert_eq!(
            counts(Grouping::Field(QueryField::Wave), &first_four),
            [row("2020", 4, 24), row("2021", 0, 60)]
        );
        assert_eq!(
            counts(Grouping::Field(QueryField::CarrierType), &first_four),
            [
                row("EPCI", 0, 42),
                row("commune", 0, 3),
                row("service public de l'emploi", 0, 4),
                row("association", 0, 1),
                row("État", 0, 3),
                row("autre", 1, 2),
                row("porteur non documenté", 3, 29),
            ]
        );
        assert_eq!(
            counts(Grouping::Field(QueryField::Evidence), &first_four),
            [
                row("confirmé par une source", 1, 12),
                row("probable", 0, 15),
                row("déduit du libellé", 0, 28),
                row("non documenté", 3, 29),
            ]
        );
        assert_eq!(
            counts(Grouping::Field(QueryField::Age), &first_four),
            [
                row("4 ou 5 ans (date imprécise)", 0, 3),
                row("5 ans", 0, 57),
                row("5 ou 6 ans (date imprécise)", 3, 23),
                row("6 ans", 1, 1)
            ]
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
