//! What a text names as a whole.

use super::answer::{Outside, Reading};
use super::{Resolver, group};
use crate::fold::fold_text;
use crate::gazetteer::{AliasKind, Gazetteer, Match, Place, PlaceKind};
use crate::locale::words_in_all;
use crate::search::index::Index;
use crate::search::query::{MatchKind, Named, Needle, Query, Test};
use crate::search::text_field::{TextField, TextFieldSet};

/// The population from which a commune outside hides what merely bears its name, and from which the beginning of
/// its name is enough.
const LARGE_COMMUNE: u32 = 5_000;

/// The letters from which a part of a name is enough for a small commune outside.
const MIN_LETTERS: usize = 4;

/// The fewest letters of the beginning of a name that stands for it.
const MIN_SHORT_FORM: usize = 3;

/// The weight of a commune that is named by the beginning of its name: of the largest, and of the others. It is
/// between those of EPCIs and of quartiers.
const SHORT_FORM: [u32; 2] = [80, 79];

/// Words after which the name of a commune is often left out.
const JOINING_WORDS: &[&str] =
    &["sur", "sous", "les", "lez", "en", "le", "la", "l", "d", "de", "du", "des", "au", "aux", "et"];

/// The articles that a name may have been given.
const ARTICLES: &[&str] = &["le ", "la ", "les ", "l "];

/// The words before the number of a department.
const DEPARTMENT_WORDS: &str = "search-department-words";

/// The fields of texts that are names as a whole.
const NAMES: TextFieldSet = TextFieldSet::of(&[
    TextField::Id,
    TextField::Label,
    TextField::Commune,
    TextField::TouchedCommune,
    TextField::Epci,
    TextField::QpvPart,
])
.or(TextFieldSet::QPV);

/// What a text names as a whole.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The text, as it was typed.
    text: String,
    /// The texts of the Cités that it leads to.
    pub texts: Vec<Named>,
    /// The region or the department that it names, if it leads to a Cité.
    territory: Option<Place>,
    /// The places of the name, those by the beginning of their name last.
    places: Vec<Place>,
    /// The communes and EPCIs that lead to a Cité.
    pub leading: Vec<Place>,
    /// The communes of the postcode that the text is.
    pub postcode: Vec<Place>,
    /// The number of places that are named in full, which are the first.
    full: usize,
    /// The commune of the name, if Cités only touch it.
    pub only_touched: Option<Place>,
}

impl Resolver<'_> {
    /// Returns what a text names as a whole.
    pub(super) fn names(&self, text: &str) -> Names {
        let text = text.trim().trim_end_matches('?').trim_end();
        let folded = fold_text(text);
        if folded.is_empty() || folded.len() > 100 {
            return Names::default();
        }
        let found = found(text, &folded);
        let mut names = Names { text: text.to_owned(), ..Names::default() };
        let places: Vec<Place> = found.iter().flat_map(|found| found.places()).collect();
        let is_territory = |place: &&Place| matches!(place.kind(), PlaceKind::Region | PlaceKind::Department);
        let codes = places.iter().filter(is_territory).flat_map(|place| self.departments(*place));
        let codes: Vec<&str> = codes.collect();
        if !codes.is_empty() {
            names.territory = places.iter().copied().find(|place| is_territory(&place));
            names.texts = codes.into_iter().map(|code| exact(code, TextField::DepartmentCode)).collect();
            return names;
        }
        if is_five_digits(text) {
            names.postcode.clone_from(&places);
        } else {
            let mut readings = vec![folded.clone(), without_article(&folded).to_owned()];
            readings.dedup();
            let needle = Needle { readings, kind: MatchKind::Exact };
            names.texts.push(Named { needle, fields: NAMES, weight: None });
        }
        for place in &places {
            names.texts.extend(self.codes(*place, None));
        }
        names.texts.extend(found.iter().filter_map(words_of_alias));
        names.only_touched = self.only_touched(&places);
        names.places = places;
        let short = self.short_forms(&folded);
        names.full = names.places.len();
        for (place, weight) in
            short.iter().zip(SHORT_FORM.into_iter().chain(std::iter::repeat(SHORT_FORM[1])))
        {
            names.texts.extend(self.codes(*place, Some(weight)));
        }
        names.places.extend(short);
        names.leading = names.places.iter().copied().filter(|place| self.leads(*place)).collect();
        names
    }

    /// Returns the codes of the departments in a region, or of a department, in which Cités have own communes.
    fn departments(&self, place: Place) -> impl Iterator<Item = &str> {
        let departments = self.snapshot.departments.iter().filter(move |department| match place.kind() {
            PlaceKind::Region => department.region == place.code(),
            _ => department.code == place.code(),
        });
        let codes = departments.map(|department| department.code.as_str());
        codes.filter(|code| self.has(code, TextField::DepartmentCode))
    }

    /// Returns the texts of the Cités that a commune or an EPCI leads to.
    fn codes(&self, place: Place, weight: Option<u32>) -> Vec<Named> {
        let mut texts = Vec::new();
        let mut add = |code: &str, fields: [TextField; 2]| {
            for field in fields.into_iter().filter(|field| self.has(code, *field)) {
                let of_field = weight.filter(|_| field == TextField::CommuneCode);
                texts.push(Named { weight: of_field, ..exact(code, field) });
            }
        };
        const OF_COMMUNE: [TextField; 2] = [TextField::CommuneCode, TextField::TouchedCommuneCode];
        match place.kind() {
            PlaceKind::Region | PlaceKind::Department => {}
            PlaceKind::Epci | PlaceKind::Ept if self.has(place.code(), TextField::EpciCode) => {
                add(place.code(), [TextField::EpciCode; 2]);
            }
            PlaceKind::Epci | PlaceKind::Ept => {
                place.communes().for_each(|commune| add(commune.code(), OF_COMMUNE));
            }
            _ => {
                let codes = [Some(place), place.commune().filter(|commune| *commune != place)];
                codes.into_iter().flatten().for_each(|place| add(place.code(), OF_COMMUNE));
            }
        }
        texts.dedup();
        texts
    }

    /// Returns the first commune of these that Cités touch, if none has one of them as its own.
    fn only_touched(&self, places: &[Place]) -> Option<Place> {
        let communes = || places.iter().flat_map(|place| [Some(*place), place.commune()]).flatten();
        let has = |field| communes().find(|commune| self.has(commune.code(), field));
        match has(TextField::CommuneCode).or_else(|| has(TextField::EpciCode)) {
            Some(_) => None,
            None => has(TextField::TouchedCommuneCode),
        }
    }

    /// Returns the communes whose name goes on after this text with a word such as `sur` or `la`, the largest first:
    /// those that lead to a Cité, and large ones.
    fn short_forms(&self, folded: &str) -> Vec<Place> {
        if folded.chars().count() < MIN_SHORT_FORM {
            return Vec::new();
        }
        let gazetteer = Gazetteer::embedded();
        let starts = JOINING_WORDS.iter().map(|word| format!("{folded} {word}"));
        let found = starts
            .flat_map(|start| gazetteer.going_on_after(&start).flat_map(Match::places).collect::<Vec<_>>());
        let is_meant = |place: &Place| {
            let is_large = || place.population_2023().is_some_and(|people| people >= LARGE_COMMUNE);
            place.kind() == PlaceKind::Commune && (is_large() || self.leads(*place))
        };
        let mut communes: Vec<Place> = found.filter(is_meant).collect();
        communes.sort_by_key(|place| (std::cmp::Reverse(place.population_2023()), place.code()));
        communes.dedup();
        communes
    }

    /// Returns whether a commune leads to a Cité.
    pub(super) fn leads(&self, place: Place) -> bool {
        leads(self.index, place)
    }

    fn has(&self, code: &str, field: TextField) -> bool {
        self.index.cites.has_place_code(code, TextFieldSet::of(&[field]))
    }

    /// Returns the quartier of 2024 that a text names, if no Cité has it.
    pub(super) fn quartier_outside(&self, text: &str) -> Option<Outside> {
        let numbers = self.index.quartiers_2024.get_or_init(|| {
            let quartiers = self.snapshot.qpvs_2024().iter().enumerate().rev();
            let named = quartiers.flat_map(|(number, quartier)| {
                [&quartier.name, &quartier.code].map(|text| (fold_text(text).into_boxed_str(), number))
            });
            named.collect()
        });
        let quartier = self.snapshot.qpvs_2024().get(*numbers.get(fold_text(text).as_str())?)?;
        Some(Outside::Quartier(quartier.clone()))
    }
}

fn leads(index: &Index, place: Place) -> bool {
    let codes = [Some(place), place.commune()].into_iter().flatten();
    codes.into_iter().any(|place| index.cites.has_place_code(place.code(), TextFieldSet::PLACE_CODES))
}

impl Names {
    /// Returns the query that finds the Cités.
    pub fn query(&self) -> Query {
        self.query_with(&Query::default())
    }

    /// Returns the query that finds the Cités that also meet other conditions.
    pub fn query_with(&self, filters: &Query) -> Query {
        let mut query = filters.clone().and(group(Test::Named(self.texts.clone())));
        let words = |text: &str| Needle::of(&fold_text(text), MatchKind::Words);
        query.label_words = Some(words(&self.text));
        query.highlighted =
            self.leading.iter().map(|place| words(place.name())).chain([words(&self.text)]).collect();
        query
    }

    /// Returns whether a place or words lead to a Cité.
    pub fn leads(&self, index: &Index) -> bool {
        self.territory.is_some() || !index.search(&self.query()).hits.is_empty()
    }

    /// Returns how the text was read.
    pub fn reading(&self) -> Reading {
        match self.territory {
            Some(territory) => Reading::Territory(territory),
            None => Reading::Name(self.text.clone()),
        }
    }

    /// Returns the largest place of the name, communes first, given that none leads to a Cité; if there is none, the
    /// largest that goes by the beginning of its name. A few letters name a small commune only if they are its whole
    /// name: they are more often the beginning of a word.
    pub fn outside(&self) -> Option<Outside> {
        let folded = fold_text(&self.text);
        let is_meant = |place: &Place| {
            folded.chars().count() >= MIN_LETTERS
                || place.population_2023().is_some_and(|people| people >= LARGE_COMMUNE)
                || fold_text(place.name()) == folded
                || place.commune().is_none()
                || is_five_digits(&self.text)
        };
        let (full, short) = self.places.split_at_checked(self.full)?;
        let largest = |places: &[Place]| {
            let places = places.iter().copied().filter(is_meant);
            places.max_by_key(|place| (place.commune().is_some(), place.population_2023()))
        };
        largest(full).or_else(|| largest(short)).map(Outside::Place)
    }

    /// Returns whether a place outside hides what merely bears its name: it is large, and named in full.
    pub fn hides_words(&self) -> bool {
        let people = self.places.iter().take(self.full).filter_map(|place| place.population_2023());
        people.max().is_some_and(|people| people >= LARGE_COMMUNE)
    }

    /// Returns the largest commune of exactly this name that leads to no Cité, if those that lead to one are smaller.
    pub fn larger_outside(&self, index: &Index) -> Option<Place> {
        let key = |text: &str| without_article(&fold_text(text)).to_owned();
        let name = key(&self.text);
        let communes = self.places.iter().copied().filter(|place| place.kind() == PlaceKind::Commune);
        let (inside, outside): (Vec<Place>, Vec<Place>) = communes.partition(|place| leads(index, *place));
        let largest_inside = inside.iter().filter_map(|place| place.population_2023()).max()?;
        let named = outside.into_iter().filter(|place| key(place.name()) == name);
        let largest = named.max_by_key(|place| place.population_2023())?;
        largest.population_2023().filter(|people| *people > largest_inside).map(|_| largest)
    }
}

/// Returns a folded name without the article before it.
fn without_article(folded: &str) -> &str {
    ARTICLES.iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(folded)
}

/// Returns everything in the gazetteer that a text names as a whole.
fn found(text: &str, folded: &str) -> Vec<Match> {
    let gazetteer = Gazetteer::embedded();
    if is_five_digits(text) {
        let of_postcode: Vec<Match> = gazetteer.with_postcode(text).map(Match::Place).collect();
        let of_code = || gazetteer.commune(text).map(Match::Place).into_iter().collect();
        return if of_postcode.is_empty() { of_code() } else { of_postcode };
    }
    let number = words_in_all(DEPARTMENT_WORDS).find_map(|word| folded.strip_prefix(word)?.strip_prefix(' '));
    if let Some(department) = gazetteer.department(&number.unwrap_or(folded).to_uppercase()) {
        return vec![Match::Place(department)];
    }
    let found = gazetteer.find(text);
    if !found.is_empty() || folded.len() < 9 {
        return found;
    }
    // The SIREN of an EPCI.
    gazetteer.with_code(text).map(Match::Place).collect()
}

/// Returns whether a text is a postcode or an INSEE code.
fn is_five_digits(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn exact(code: &str, field: TextField) -> Named {
    let needle = Needle::of(&fold_text(code), MatchKind::Exact);
    Named { needle, fields: TextFieldSet::of(&[field]), weight: None }
}

/// Returns the words that an alias stands for, in the field of its kind.
fn words_of_alias(found: &Match) -> Option<Named> {
    let Match::Alias(alias) = found else { return None };
    let field = match alias.kind() {
        AliasKind::Carrier => [TextField::Carrier, TextField::CarrierDetail],
        AliasKind::Theme => [TextField::Theme; 2],
        _ => return None,
    };
    let needle = Needle::of(&fold_text(alias.words()?), MatchKind::WordPrefix);
    Some(Named { needle, fields: TextFieldSet::of(&field), weight: None })
}
