//! Cités by what they have in common, counted: for bars and for the legend of the map.

use std::collections::BTreeSet;

use super::cites::age;
use super::{Context, words};
use crate::locale::Lang;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite, Scale};
use crate::t;

/// What Cités are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The regions that its communes are in.
    Region,
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
}

impl Grouping {
    /// What it is called.
    pub fn title(self, lang: Lang) -> String {
        t!(
            lang,
            match self {
                Self::Region => "column-region",
                Self::Scale => "column-scale",
                Self::Wave => "column-wave",
                Self::CarrierType => "column-carrier-type",
                Self::Evidence => "column-evidence",
                Self::Age => "column-age",
            }
        )
    }
}

/// Groups of Cités.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    names: Vec<String>,
    /// The groups of each Cité, in the order of the snapshot.
    of_cites: Vec<Vec<usize>>,
}

/// A group and how many Cités are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its place among the groups, whatever is listed.
    pub place: usize,
    /// Its name.
    pub name: String,
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
        match grouping {
            Grouping::Region => Self::by_region(context),
            Grouping::Scale => {
                Self::among(Scale::ALL, context, |cite| cite.scale, |scale| words::scale(lang, *scale))
            }
            Grouping::Wave => Self::by(context, |cite| cite.wave.year, |year| year.to_string()),
            Grouping::CarrierType => {
                let kinds = CarrierType::ALL.map(Some).into_iter().chain([None]);
                let kind = |cite: &Cite| cite.carrier.as_ref().map(|carrier| carrier.kind);
                Self::among(kinds, context, kind, |kind| words::carrier_type(lang, *kind))
            }
            Grouping::Evidence => {
                let kinds = CarrierEvidence::ALL.map(Some).into_iter().chain([None]);
                let evidence = |cite: &Cite| cite.carrier.as_ref().map(|carrier| carrier.evidence);
                Self::among(kinds, context, evidence, |evidence| words::carrier_evidence(lang, *evidence))
            }
            Grouping::Age => {
                let years = |cite: &Cite| age(cite, context).map(|age| age.years());
                Self::by(context, years, |years| whole_years(lang, *years))
            }
        }
    }

    fn by_region(context: Context<'_>) -> Self {
        let regions = &context.snapshot.regions;
        let unknown = regions.len();
        let of_cite = |cite: &Cite| {
            let place = |code: &str| regions.iter().position(|region| region.code == code).unwrap_or(unknown);
            let places: BTreeSet<usize> = cite.regions().into_iter().map(place).collect();
            if places.is_empty() { vec![unknown] } else { places.into_iter().collect() }
        };
        let names = regions.iter().map(|region| region.name.clone());
        Self {
            names: names.chain([words::unknown(context.lang)]).collect(),
            of_cites: context.snapshot.cites.iter().map(of_cite).collect(),
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
            names: values.iter().map(name).collect(),
        }
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
            name: name.clone(),
            listed: listed.iter().filter(|cite| self.has(**cite, place)).count(),
            total: self.of_cites.iter().filter(|own| own.contains(&place)).count(),
        });
        counts.filter(|group| group.total > 0).collect()
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
        let context = Context { snapshot: &snapshot, lang: Lang::Fr, today: date(2026, 11, 22) };
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
        let context = Context { snapshot: &snapshot, lang: Lang::Fr, today: date(2026, 11, 22) };
        let last = Groups::new(Grouping::Region, context).counts(&[0]).pop().unwrap();
        assert_eq!((last.name.as_str(), last.listed, last.total), ("non documenté", 1, 1));
    }
}
