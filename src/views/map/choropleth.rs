//! Regions or departments, filled by a measure of the Cités in each.

use std::collections::HashMap;

use super::classes::{self, Class, SHADES, class_of};
use crate::locale::Lang;
use crate::search::QueryField;
use crate::snapshot::{Cite, QpvFigure, QpvSummary, Snapshot};
use crate::t;
use crate::table::table;
use crate::views::Context;
use crate::views::card::{Card, Section};
use crate::views::data::cite_entries;
use crate::views::stats::{self, Stat};

/// The most entries of a legend: the classes, and the areas without a value.
const MAX_ENTRIES: usize = 5;

/// The properties of a division.
struct DivisionRow {
    field: QueryField,
    codes_of: fn(&Cite) -> Vec<&str>,
    areas: fn(&Snapshot) -> Vec<Area<'_>>,
}

table! {
    /// The areas that the country is divided into.
    pub enum Division: DivisionRow {
        /// Regions.
        Region = DivisionRow {
            field: QueryField::Region,
            codes_of: Cite::regions,
            areas: |snapshot| {
                let regions = snapshot.regions.iter();
                regions
                    .map(|region| Area {
                        code: &region.code,
                        name: &region.name,
                        region: &region.code,
                        outline: region.outline(),
                    })
                    .collect()
            },
        };
        /// Departments.
        Department = DivisionRow {
            field: QueryField::Department,
            codes_of: Cite::departments,
            areas: |snapshot| {
                let departments = snapshot.departments.iter();
                departments
                    .map(|department| Area {
                        code: &department.code,
                        name: &department.name,
                        region: &department.region,
                        outline: department.outline(),
                    })
                    .collect()
            },
        };
    }
}

/// A region or a department.
#[derive(Debug, Clone, Copy)]
pub struct Area<'a> {
    /// The INSEE code.
    pub code: &'a str,
    /// The name.
    pub name: &'a str,
    /// The INSEE code of its region.
    pub region: &'a str,
    /// The outline: closed rings of `[longitude, latitude]` in degrees. Empty if there is none.
    pub outline: &'a [Vec<[f64; 2]>],
}

impl Division {
    /// Lists the areas, in the order of the snapshot.
    pub fn areas(self, snapshot: &Snapshot) -> Vec<Area<'_>> {
        (self.row().areas)(snapshot)
    }

    /// Returns the codes of the areas that a Cité is in.
    pub fn codes_of(self, cite: &Cite) -> Vec<&str> {
        (self.row().codes_of)(cite)
    }

    /// Returns the name of an area: `Bretagne`, `Nord (59)`.
    pub fn name(self, area: &Area<'_>) -> String {
        match self {
            Self::Region => area.name.to_owned(),
            Self::Department => format!("{} ({})", area.name, area.code),
        }
    }

    /// Returns the query field that finds the Cités of an area by its code.
    pub const fn field(self) -> QueryField {
        self.row().field
    }
}

/// The properties of a measure.
struct MeasureRow {
    name: &'static str,
    /// The value of some Cités, at least one.
    value: fn(&[&Cite], &Snapshot) -> Option<f64>,
    classes: fn(Vec<f64>, usize) -> Vec<Class>,
    text: fn(f64, Lang) -> String,
}

table! {
    /// The measure of the Cités in an area.
    pub enum Measure: MeasureRow {
        /// Their number.
        Cites = MeasureRow {
            name: "cites",
            value: |cites, _| Some(cites.len() as f64),
            classes: classes::by_rank,
            text: |value, lang| lang.number(value as u64),
        };
        /// The share of those whose carrier is known, in whole per cent.
        KnownCarriers = MeasureRow {
            name: "known-carriers",
            value: |cites, _| {
                let known = cites.iter().filter(|cite| cite.carrier.is_some()).count();
                Some((known as f64 / cites.len() as f64 * 100.0).round())
            },
            classes: |_, _| classes::quarters(),
            text: |value, lang| t!(lang, "percent", number = value),
        };
        /// The employment rate of their quartiers, in per cent: the mean, weighted by inhabitants.
        EmploymentRate = MeasureRow {
            name: "employment-rate",
            value: |cites, snapshot| {
                match snapshot.quartiers_of(cites.iter().copied()).summary(QpvFigure::EmploymentRate)? {
                    QpvSummary::Range { weighted_mean, .. } => Some((weighted_mean * 10.0).round() / 10.0),
                    QpvSummary::Sum { .. } => None,
                }
            },
            classes: classes::by_rank,
            text: |value, lang| t!(lang, "percent", number = value),
        };
    }
}

impl Measure {
    /// Returns its name on the command line.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Returns its name on the screen.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, &format!("map-measure-{}", self.name()))
    }

    /// Returns a value with its unit.
    pub fn text(self, value: f64, lang: Lang) -> String {
        (self.row().text)(value, lang)
    }

    /// Returns the values of a class: `4 à 6`.
    pub fn class_text(self, class: &Class, lang: Lang) -> String {
        let [from, to] = [class.from, class.to].map(|value| self.text(value, lang));
        if from == to { from } else { t!(lang, "map-class", from = from, to = to) }
    }
}

/// The areas of a division with the measure of the listed Cités in each.
#[derive(Debug, Clone, PartialEq)]
pub struct Choropleth {
    /// The division.
    pub division: Division,
    /// The measure.
    pub measure: Measure,
    /// The areas, in the order of the snapshot.
    pub areas: Vec<AreaValue>,
    /// The classes of the values, from low to high.
    pub classes: Vec<Class>,
}

/// An area and the measure of the listed Cités in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaValue {
    /// Whether it is shown: it has an outline, or some Cité, listed or not, is in it.
    pub is_shown: bool,
    /// The number of listed Cités in it.
    pub cites: usize,
    /// The measure; `None` without listed Cités, or if it is not known.
    pub value: Option<f64>,
}

impl Choropleth {
    /// Measures the listed Cités, given by their indices in the snapshot. One that is in two areas counts in each.
    pub fn new(division: Division, measure: Measure, listed: &[usize], context: Context<'_>) -> Self {
        let snapshot = context.snapshot;
        let areas = division.areas(snapshot);
        let index_of: HashMap<&str, usize> =
            areas.iter().enumerate().map(|(index, area)| (area.code, index)).collect();
        let areas_of =
            |cite| division.codes_of(cite).into_iter().filter_map(|code| index_of.get(code).copied());
        let mut members: Vec<Vec<&Cite>> = vec![Vec::new(); areas.len()];
        let mut is_shown: Vec<bool> = areas.iter().map(|area| !area.outline.is_empty()).collect();
        for cite in listed.iter().filter_map(|cite| snapshot.cites.get(*cite)) {
            areas_of(cite).for_each(|area| members.get_mut(area).into_iter().for_each(|own| own.push(cite)));
        }
        for area in snapshot.cites.iter().flat_map(areas_of) {
            is_shown.get_mut(area).into_iter().for_each(|is_shown| *is_shown = true);
        }
        let value = |cites: &Vec<&Cite>| match cites.is_empty() {
            true => None,
            false => (measure.row().value)(cites, snapshot),
        };
        let areas = members.iter().zip(is_shown);
        let areas: Vec<AreaValue> = areas
            .map(|(cites, is_shown)| AreaValue { is_shown, cites: cites.len(), value: value(cites) })
            .collect();
        let mut choropleth = Self { division, measure, areas, classes: Vec::new() };
        let others = [choropleth.without_cites(), choropleth.unknown()];
        let most = (MAX_ENTRIES - others.iter().filter(|count| **count > 0).count()).min(SHADES);
        let values = choropleth.areas.iter().filter_map(|area| area.value).collect();
        choropleth.classes = (measure.row().classes)(values, most);
        choropleth
    }

    /// Returns the shade of an area, by its index in the snapshot; `None` without a value.
    pub fn shade(&self, area: usize) -> Option<usize> {
        let value = self.areas.get(area)?.value?;
        class_of(&self.classes, value).map(|class| class.shade)
    }

    /// Returns the number of areas in a class.
    pub fn count(&self, class: &Class) -> usize {
        let values = self.areas.iter().filter_map(|area| area.value);
        values.filter(|value| (class.from..=class.to).contains(value)).count()
    }

    /// Returns the number of areas without listed Cités.
    pub fn without_cites(&self) -> usize {
        self.areas.iter().filter(|area| area.is_shown && area.cites == 0).count()
    }

    /// Returns the number of areas with listed Cités whose measure is not known.
    pub fn unknown(&self) -> usize {
        self.areas.iter().filter(|area| area.cites > 0 && area.value.is_none()).count()
    }

    /// Returns the indices of the areas that are shown: those with the most listed Cités first.
    pub fn order(&self) -> Vec<usize> {
        let shown = self.areas.iter().enumerate().filter(|(_, area)| area.is_shown);
        let mut order: Vec<(usize, usize)> = shown.map(|(index, area)| (index, area.cites)).collect();
        order.sort_by_key(|(_, cites)| std::cmp::Reverse(*cites));
        order.into_iter().map(|(index, _)| index).collect()
    }
}

/// Returns the card of an area, by its index in the snapshot, with those of the listed Cités that are in it.
pub fn card(division: Division, area: usize, listed: &[&Cite], context: Context<'_>) -> Option<Card> {
    let area = division.areas(context.snapshot).into_iter().nth(area)?;
    let is_in_area = |cite: &&Cite| division.codes_of(cite).contains(&area.code);
    let cites: Vec<&Cite> = listed.iter().copied().filter(is_in_area).collect();
    let name = division.name(&area);
    let count = t!(context.lang, "count-cites", count = cites.len());
    if cites.is_empty() {
        return Some(Card::new(name, count, []));
    }
    let facts = stats::card(&Stat::of(&name, &cites, listed.len(), context.snapshot), context);
    let members = Section::new(count, cite_entries(cites, context));
    Some(Card::new(facts.title, facts.subtitle, facts.sections.into_iter().chain([members])))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::snapshot::embedded;

    fn drawn(division: Division, measure: Measure, listed: impl Fn(&Cite) -> bool) -> (Choropleth, Snapshot) {
        let snapshot = embedded().unwrap();
        let cites = snapshot.cites.iter().enumerate().filter(|(_, cite)| listed(cite));
        let listed: Vec<usize> = cites.map(|(index, _)| index).collect();
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: date(2026, 11, 22) };
        (Choropleth::new(division, measure, &listed, context), snapshot)
    }

    fn legend(choropleth: &Choropleth) -> Vec<(String, usize)> {
        let entry = |class| (choropleth.measure.class_text(class, Lang::FR), choropleth.count(class));
        choropleth.classes.iter().map(entry).collect()
    }

    fn named(texts: &[(&str, usize)]) -> Vec<(String, usize)> {
        texts.iter().map(|(text, count)| ((*text).to_owned(), *count)).collect()
    }

    #[test]
    fn regions_are_filled_by_the_number_of_their_cites() {
        let (choropleth, snapshot) = drawn(Division::Region, Measure::Cites, |_| true);
        let first = choropleth.order()[0];
        assert_eq!(snapshot.regions[first].name, "Île-de-France");
        assert_eq!((choropleth.areas[first].cites, choropleth.shade(first)), (21, Some(3)));
        assert_eq!(legend(&choropleth), named(&[("1 à 3", 8), ("4 à 6", 3), ("8", 2), ("14 à 21", 2)]));
        assert_eq!((choropleth.without_cites(), choropleth.unknown()), (3, 0));
        let counted: usize = choropleth.areas.iter().map(|area| area.cites).sum();
        assert_eq!(counted, 84, "each Cité is in one region");
    }

    #[test]
    fn shares_have_the_same_classes_for_every_search() {
        let (choropleth, snapshot) = drawn(Division::Region, Measure::KnownCarriers, |_| true);
        let of = |name: &str| {
            let index = snapshot.regions.iter().position(|region| region.name == name).unwrap();
            (choropleth.areas[index].value, choropleth.shade(index))
        };
        assert_eq!(of("Hauts-de-France"), (Some(50.0), Some(2)));
        assert_eq!(of("Normandie"), (Some(100.0), Some(3)));
        assert_eq!(of("La Réunion"), (Some(0.0), Some(0)));
        assert_eq!(of("Corse"), (None, None));
        let (few, _) = drawn(Division::Region, Measure::KnownCarriers, |cite| cite.id == "cde-001");
        assert_eq!(few.classes, choropleth.classes);
    }

    #[test]
    fn rates_are_means_over_the_quartiers_and_may_be_unknown() {
        let (choropleth, snapshot) = drawn(Division::Region, Measure::EmploymentRate, |_| true);
        for (index, area) in choropleth.areas.iter().enumerate() {
            let cites =
                snapshot.cites.iter().filter(|cite| cite.regions().contains(&&*snapshot.regions[index].code));
            let rate = snapshot.quartiers_of(cites).summary(QpvFigure::EmploymentRate);
            assert_eq!(area.value.is_some(), rate.is_some(), "{}", snapshot.regions[index].name);
        }
        let entries = choropleth.classes.len()
            + usize::from(choropleth.without_cites() > 0)
            + usize::from(choropleth.unknown() > 0);
        assert!(entries <= MAX_ENTRIES, "{entries}");
    }

    #[test]
    fn a_cite_in_two_departments_counts_in_each() {
        let (choropleth, snapshot) =
            drawn(Division::Department, Measure::Cites, |cite| cite.departments().len() == 2);
        let codes = choropleth.areas.iter().zip(&snapshot.departments).filter(|(area, _)| area.cites > 0);
        assert!(codes.count() >= 2);
        assert!(choropleth.classes.len() <= SHADES);
    }
}
