//! Cités by what they have in common, counted: for bars and for the legend of the map.

use std::collections::BTreeSet;

use super::cites::age;
use super::{Context, words};
use crate::locale::Lang;
use crate::search::QueryField;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite, Scale};
use crate::t;

/// What Cités are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The regions that its communes are in.
    Region,
    /// The departments that its communes are in.
    Department,
    /// The kind of territory.
    Scale,
    /// The wave of labels.
    Wave,
    /// The kind of body that carries it.
    CarrierType,
    /// How that body is known.
    Evidence,
    /// The age in whole years.
    Age,
    /// What it works on.
    Theme,
    /// The legal forms of the intercommunal bodies that its communes are in.
    EpciType,
}

impl Grouping {
    /// Every grouping, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Region,
        Self::Department,
        Self::Wave,
        Self::Scale,
        Self::CarrierType,
        Self::Evidence,
        Self::Age,
        Self::Theme,
        Self::EpciType,
    ];

    /// The name by which `--by` knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Department => "department",
            Self::Wave => "wave",
            Self::Scale => "scale",
            Self::CarrierType => "carrier-type",
            Self::Evidence => "evidence",
            Self::Age => "age",
            Self::Theme => "theme",
            Self::EpciType => "epci-type",
        }
    }

    /// The grouping of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.name() == name)
    }

    /// Whether its groups have an order of their own; the others go by size.
    pub const fn is_ordered(self) -> bool {
        matches!(self, Self::Wave | Self::Scale | Self::Evidence | Self::Age)
    }

    /// What it is called.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, &format!("column-{}", self.name()))
    }

    /// The field of the search that asks for one of its groups.
    pub const fn query_field(self) -> Option<QueryField> {
        match self {
            Self::Region => Some(QueryField::Region),
            Self::Department => Some(QueryField::Department),
            Self::Scale => Some(QueryField::Scale),
            Self::Wave => Some(QueryField::Wave),
            Self::CarrierType => Some(QueryField::Type),
            Self::Evidence => Some(QueryField::Evidence),
            Self::Theme => Some(QueryField::Theme),
            Self::Age | Self::EpciType => None,
        }
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
    shown: String,
    /// What the search takes for it.
    asked: String,
}

impl Name {
    fn of(shown: &str) -> Self {
        Self { shown: shown.to_owned(), asked: shown.to_owned() }
    }
}

/// A group and how many Cités are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its place among the groups, whatever is listed.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// What the search takes for it behind the [key](Grouping::query_field) of the grouping.
    pub asked: String,
    /// How many of the listed Cités are in it.
    pub listed: usize,
    /// How many there are in all.
    pub total: usize,
}

impl Groups {
    /// The groups of all Cités of the snapshot: which groups there are, and in
    /// which order, does not depend on what is listed.
    pub fn new(grouping: Grouping, context: Context<'_>) -> Self {
        let lang = context.lang;
        let words = grouping.query_field().map(|key| key.words(lang)).unwrap_or_default();
        match grouping {
            Grouping::Region => {
                let regions = context.snapshot.regions.iter();
                let names = regions.map(|region| (region.code.as_str(), Name::of(&region.name)));
                Self::by_codes(names.collect(), context, |cite| cite.regions())
            }
            Grouping::Department => {
                let departments = context.snapshot.departments.iter();
                let name = |code: &str, name: &str| Name {
                    shown: format!("{name} ({code})"),
                    asked: code.to_owned(),
                };
                let names = departments.map(|one| (one.code.as_str(), name(&one.code, &one.name)));
                Self::by_codes(names.collect(), context, |cite| cite.departments())
            }
            Grouping::Theme => {
                Self::by_words(context, |cite| cite.themes.values.iter().map(String::as_str).collect())
            }
            Grouping::EpciType => {
                Self::by_words(context, |cite| cite.communes.iter().map(|one| &*one.epci.kind).collect())
            }
            Grouping::Scale => {
                let name = |scale: &Scale| words::scale(lang, *scale);
                Self::among(Scale::ALL, context, |cite| cite.scale, name).asked_by(&words)
            }
            Grouping::Wave => Self::by(context, |cite| cite.wave.year, |year| year.to_string()),
            Grouping::CarrierType => {
                let kinds = CarrierType::ALL.map(Some).into_iter().chain([None]);
                let kind = |cite: &Cite| cite.carrier.as_ref().map(|carrier| carrier.kind);
                Self::among(kinds, context, kind, |kind| words::carrier_type(lang, *kind)).asked_by(&words)
            }
            Grouping::Evidence => {
                let kinds = CarrierEvidence::ALL.map(Some).into_iter().chain([None]);
                let evidence = |cite: &Cite| cite.carrier.as_ref().map(|carrier| carrier.evidence);
                let name = |evidence: &Option<CarrierEvidence>| words::carrier_evidence(lang, *evidence);
                Self::among(kinds, context, evidence, name).asked_by(&words)
            }
            Grouping::Age => {
                let years = |cite: &Cite| age(cite, context).map(|age| age.years());
                Self::by(context, years, |years| whole_years(lang, *years))
            }
        }
    }

    /// A group for each word that some Cité has, in the order of the alphabet.
    fn by_words<'a>(context: Context<'a>, words: impl Fn(&'a Cite) -> Vec<&'a str>) -> Self {
        let known: BTreeSet<&str> = context.snapshot.cites.iter().flat_map(&words).collect();
        Self::by_codes(known.into_iter().map(|word| (word, Name::of(word))).collect(), context, words)
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
            let place = |code: &str| names.iter().position(|(known, _)| *known == code).unwrap_or(unknown);
            let places: BTreeSet<usize> = codes(cite).into_iter().map(place).collect();
            if places.is_empty() { vec![unknown] } else { places.into_iter().collect() }
        };
        let asked = QueryField::unknown_word(context.lang).to_owned();
        let nowhere = Name { shown: words::unknown(context.lang), asked };
        Self {
            of_cites: context.snapshot.cites.iter().map(of_cite).collect(),
            names: names.into_iter().map(|(_, name)| name).chain([nowhere]).collect(),
        }
    }

    /// A group for each value that some Cité has, in the order of the values.
    fn by<V: Ord>(context: Context<'_>, value: impl Fn(&Cite) -> V, name: impl Fn(&V) -> String) -> Self {
        let values: BTreeSet<V> = context.snapshot.cites.iter().map(&value).collect();
        Self::among(values, context, value, name)
    }

    /// A group for each of `values`, which holds the values of all Cités.
    fn among<V: PartialEq>(
        values: impl IntoIterator<Item = V>,
        context: Context<'_>,
        value: impl Fn(&Cite) -> V,
        name: impl Fn(&V) -> String,
    ) -> Self {
        let values: Vec<V> = values.into_iter().collect();
        let place = |cite: &Cite| values.iter().position(|known| *known == value(cite));
        Self {
            of_cites: context.snapshot.cites.iter().map(|cite| place(cite).into_iter().collect()).collect(),
            names: values.iter().map(|value| Name::of(&name(value))).collect(),
        }
    }

    /// The same groups, which the search asks for by these words.
    fn asked_by(mut self, words: &[&str]) -> Self {
        for (name, word) in self.names.iter_mut().zip(words) {
            (*word).clone_into(&mut name.asked);
        }
        self
    }

    /// The first group of the Cité in this place of the snapshot.
    pub fn of_cite(&self, cite: usize) -> Option<usize> {
        self.of_cites.get(cite)?.first().copied()
    }

    /// The groups that some Cité is in, with their counts. `listed` are places
    /// in the snapshot.
    pub fn counts(&self, listed: &[usize]) -> Vec<Group> {
        let counts = self.names.iter().enumerate().map(|(place, name)| Group {
            place,
            name: name.shown.clone(),
            asked: name.asked.clone(),
            listed: listed.iter().filter(|cite| self.has(**cite, place)).count(),
            total: self.of_cites.iter().filter(|own| own.contains(&place)).count(),
        });
        counts.filter(|group| group.total > 0).collect()
    }

    /// The names of the groups that some of the listed Cités are in, and which ones.
    pub fn members(&self, listed: &[usize]) -> Vec<(&str, Vec<usize>)> {
        let members = |place| listed.iter().copied().filter(|cite| self.has(*cite, place)).collect();
        let groups = self.names.iter().enumerate().map(|(place, name)| (name.shown.as_str(), members(place)));
        groups.filter(|(_, members): &(_, Vec<usize>)| !members.is_empty()).collect()
    }

    fn has(&self, cite: usize, place: usize) -> bool {
        self.of_cites.get(cite).is_some_and(|own| own.contains(&place))
    }
}

/// An age to the year: `5 ans`, `5 à 6 ans`, `pas encore`.
fn whole_years(lang: Lang, years: Option<(u32, u32)>) -> String {
    match years {
        None => t!(lang, "age-not-yet"),
        Some((least, most)) if least == most => t!(lang, "count-years", count = least),
        Some((least, most)) => t!(lang, "age-years", from = least, to = most),
    }
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
        assert_eq!(counts(Grouping::Wave, &first_four), [row("2020", 4, 24), row("2021", 0, 60)]);
        assert_eq!(
            counts(Grouping::CarrierType, &first_four),
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
            counts(Grouping::Evidence, &first_four),
            [
                row("explicite", 1, 11),
                row("probable", 0, 12),
                row("d'après le libellé", 0, 30),
                row("non documenté", 3, 31),
            ]
        );
        assert_eq!(
            counts(Grouping::Age, &first_four),
            [row("4 à 5 ans", 0, 5), row("5 ans", 0, 55), row("5 à 6 ans", 3, 23), row("6 ans", 1, 1)]
        );
    }

    #[test]
    fn every_cite_is_in_a_region_and_a_scale() {
        let all: Vec<usize> = (0..84).collect();
        for grouping in [Grouping::Region, Grouping::Scale] {
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
        let last = Groups::new(Grouping::Region, context).counts(&[0]).pop().unwrap();
        assert_eq!((last.name.as_str(), last.listed, last.total), ("non documenté", 1, 1));
    }
}
