//! The card of a place that no Cité covers.

use super::card::{Card, Entry, Section};
use super::near::Distance;
use super::{Context, answer};
use crate::gazetteer::Place;
use crate::search::Outside;
use crate::t;

/// Returns the card of a place that no Cité covers, with the nearest Cités.
pub fn card(outside: &Outside, nearest: &[Distance], context: Context<'_>) -> Card {
    let lang = context.lang;
    let said = Section::top([Entry::new(String::new(), answer::outside(outside, context))]);
    let near = nearest.iter().filter_map(|near| {
        let cite = context.snapshot.cites.get(near.cite)?;
        Some(Entry::new(near.text(lang), cite.display_label().to_owned()).detail(cite.id.clone()))
    });
    let mut near: Vec<Entry> = near.collect();
    if near.is_empty() && outside.point().is_some() {
        near.push(Entry::new(String::new(), answer::nearest_line(nearest, context)));
    }
    let near = Section::new(t!(lang, "card-outside-nearest"), near);
    let place = match outside {
        Outside::Place(place) => facts(*place, context),
        Outside::Quartier(_) => Vec::new(),
    };
    let facts = Section::new(t!(lang, "card-outside-place"), place);
    let title = outside.name().to_owned();
    Card::new(title, t!(lang, "card-outside"), [said, near, facts])
}

/// Lists what the gazetteer knows of a place.
fn facts(place: Place, context: Context<'_>) -> Vec<Entry> {
    let lang = context.lang;
    let named = |key, place: Place| Entry::new(t!(lang, key), format!("{} ({})", place.name(), place.code()));
    let code = match place.epci_type() {
        Some(_) => "card-outside-siren",
        None => "card-outside-code",
    };
    let code = Entry::new(t!(lang, code), place.code().to_owned());
    let postcodes: Vec<&str> = place.postcodes().collect();
    let postcodes =
        (!postcodes.is_empty()).then(|| Entry::new(t!(lang, "card-outside-postcodes"), postcodes.join(", ")));
    let people = place
        .population_2023()
        .map(|people| Entry::new(t!(lang, "card-outside-population"), lang.number(u64::from(people))));
    let around = [
        place.department().map(|department| named("card-outside-department", department)),
        place.region().map(|region| named("card-outside-region", region)),
        place.epci().map(|epci| named("tui-field-epci", epci)),
    ];
    [Some(code), postcodes, people].into_iter().chain(around).flatten().collect()
}
