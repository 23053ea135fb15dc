use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::layout::{NameValue, OptionalNumber, OptionalPoint, U24};
use super::*;

/// Returns the codes of what a text finds, and the names of aliases in quotes.
fn found(name: &str) -> String {
    describe(Gazetteer::embedded().find(name))
}

fn describe(matches: impl IntoIterator<Item = Match>) -> String {
    let describe = |found| match found {
        Match::Place(place) => place.code().to_owned(),
        Match::Alias(alias) => format!("{:?}", alias.name()),
    };
    matches.into_iter().map(describe).collect::<Vec<_>>().join(" ")
}

fn places(matches: impl IntoIterator<Item = Match>) -> Vec<Place> {
    matches.into_iter().flat_map(Match::places).collect()
}

#[test]
fn a_name_is_found_in_every_usual_spelling() {
    for (names, codes) in [
        (&["Saint-Étienne-du-Rouvray", "ST ETIENNE DU ROUVRAY", "st-etienne du rouvray"][..], "76575"),
        (&["Pont-Sainte-Marie", "pont ste marie"], "10297"),
        (&["Le Havre", "havre", "Havre (Le)", "HAVRE, LE", "le  havre"], "76351"),
        (&["L'Haÿ-les-Roses", "l’hay les roses", "Hay-les-Roses (L')"], "94038"),
        (&["Chalon-sur-Saône", "Chalon s/ Saône", "chalon s/saone"], "71076"),
        (&["Fontenay-sous-Bois", "Fontenay s/ Bois", "Fontenay s/s Bois", "fontenay ss bois"], "94033"),
        (&["Vandœuvre-lès-Nancy", "VANDOEUVRE LES NANCY", "vandoeuvre-lez-nancy"], "54547"),
        (&["Lys-lez-Lannoy", "lys les lannoy"], "59367"),
        (&["Mont-de-Marsan", "Mt de Marsan"], "40192"),
        (&["Notre-Dame-de-Bondeville", "N.-D. de Bondeville", "ND de Bondeville"], "76474"),
    ] {
        for name in names {
            assert_eq!(found(name), codes, "{name}");
        }
    }
    assert_eq!(found("xyzxyz"), "");
    assert_eq!(found(" - "), "");
}

#[test]
fn an_arrondissement_is_found_by_its_number() {
    for name in [
        "Paris 13e Arrondissement",
        "Paris 13",
        "Paris 13ème",
        "paris 13e arr.",
        "13e arrondissement de Paris",
    ] {
        assert_eq!(found(name), "75113", "{name}");
    }
    assert_eq!(found("Lyon 3e"), "69383");
    assert_eq!(found("Paris 1er"), "75101");
    assert_eq!(found("13e arrondissement"), "75113 13213");
    assert_eq!(describe(Gazetteer::embedded().complete("paris 1", 2)), "75101 75115");
}

#[test]
fn an_epci_is_found_without_its_legal_form() {
    for name in ["CC Faucigny - Glières", "communauté de communes Faucigny Glières", "faucigny glières"] {
        assert_eq!(found(name), "200000172", "{name}");
    }
    for name in ["CA du Grand Angoulême", "communauté d'agglomération du Grand Angoulême", "Grand Angoulême"]
    {
        assert_eq!(found(name), "200071827", "{name}");
    }
    for name in ["Bordeaux Métropole", "métropole de Bordeaux", "metropole bordeaux"] {
        assert_eq!(found(name), "243300316", "{name}");
    }
    assert_eq!(found("EPT Plaine Commune"), "200057867");
}

#[test]
fn homonyms_are_sorted_by_kind_and_population() {
    assert_eq!(found("Saint-Denis"), "97411 93066 11339 30247");
    assert_eq!(found("Vienne"), "38544 86");
    assert_eq!(found("Bors"), "16052 16053");
    // The one called `Pin` is before those called `Le Pin`.
    assert_eq!(found("Pin").split(' ').next(), Some("70410"));
    assert_eq!(found("Réunion"), "\"Réunion\" 47222 974 04");
}

#[test]
fn the_rest_of_a_text_says_where_a_place_is() {
    for (name, codes) in [
        ("Saint-Denis 93200", "93066"),
        ("93200 Saint-Denis", "93066"),
        ("Saint-Denis (974)", "97411"),
        ("saint denis réunion", "97411"),
        ("Saint-Denis 9-3", "93066"),
        ("Saint-Denis, Seine-Saint-Denis", "93066"),
        ("Saint-Denis, Plaine Commune", "93066"),
        ("Ajaccio 2a", "2A004"),
        ("Sainte-Marie Martinique", "97228"),
        ("Saint-Denis 75013", ""),
        ("Saint-Denis Bretagne", ""),
        ("93 93", ""),
    ] {
        assert_eq!(found(name), codes, "{name}");
    }
}

#[test]
fn codes_and_postcodes_find_places() {
    let gazetteer = Gazetteer::embedded();
    let codes = |text: &str| describe(gazetteer.with_code(text).map(Match::Place));
    for (text, expected) in [
        ("75113", "75113"),
        ("2a004", "2A004"),
        ("200 054 781", "200054781"),
        ("974", "974"),
        ("84", "84 84"),
        ("00000", ""),
        ("", ""),
    ] {
        assert_eq!(codes(text), expected, "{text:?}");
    }
    let postcodes = |text: &str| describe(gazetteer.with_postcode(text).map(Match::Place));
    assert_eq!(postcodes("75013"), "75113 75056");
    assert_eq!(postcodes("75116"), "75116 75056");
    assert_eq!(postcodes("93380"), "93066 93059");
    assert_eq!(postcodes("00000"), "");
    assert_eq!(postcodes("7501"), "");
}

#[test]
fn a_place_knows_what_it_is_in() {
    let gazetteer = Gazetteer::embedded();
    let former = gazetteer.commune("93059").expect("a former commune");
    assert_eq!(former.kind(), PlaceKind::DelegatedCommune);
    let commune = former.parent().expect("a commune");
    assert_eq!(format!("{commune:?}"), "Saint-Denis (commune 93066)");
    assert_eq!(former.commune(), Some(commune));
    assert_eq!(commune.commune(), Some(commune));
    let around = [commune.epci(), commune.ept(), commune.department(), commune.region(), commune.parent()];
    let codes: Vec<&str> = around.into_iter().flatten().map(Place::code).collect();
    assert_eq!(codes, ["200054781", "200057867", "93", "11"]);
    assert_eq!(former.population_2023(), None);
    assert!(former.is_in(commune) && former.is_in(former) && !commune.is_in(former));

    let epci = gazetteer.epci("200057867").expect("an EPT");
    assert_eq!(
        (epci.kind(), epci.epci_type()),
        (PlaceKind::Ept, Some(EpciType::EtablissementPublicTerritorial))
    );
    assert_eq!(
        (epci.department(), epci.commune(), epci.point(), epci.postcodes().len()),
        (None, None, None, 0)
    );
    assert_eq!(epci.communes().count(), 8);
    assert_eq!(commune.communes().count(), 0);
    // Mayotte
    let department = gazetteer.department("976").expect("a department");
    assert_eq!(department.region(), gazetteer.region("06"));
    assert_eq!(department.communes().count(), 17);
    assert_eq!(department.population_2023(), gazetteer.region("06").and_then(Place::population_2023));
    // The Southern and Antarctic Lands have no known population.
    assert_eq!(gazetteer.department("984").and_then(Place::population_2023), None);
}

#[test]
fn aliases_stand_for_places_or_words() {
    let gazetteer = Gazetteer::embedded();
    let alias = |text: &str| match gazetteer.find(text).first() {
        Some(Match::Alias(alias)) => *alias,
        other => panic!("{text}: {other:?}"),
    };
    let codes = |text| alias(text).places().map(Place::code).collect::<Vec<_>>();
    assert_eq!(codes("paca"), ["93"]);
    assert_eq!(codes("Nord Pas de Calais"), ["59", "62"]);
    assert_eq!(codes("mel"), ["200093201"]);
    assert_eq!(alias("9-3").kind(), AliasKind::Department);
    assert_eq!(alias("langue").words(), Some("maîtrise du français"));
    assert_eq!(alias("langue").places().count(), 0);
    assert_eq!(alias("paca").words(), None);
}

#[test]
fn a_changed_commune_leads_to_the_new_one() {
    let change = Gazetteer::embedded().change("93059").expect("a change");
    assert_eq!(change.old_name(), "Pierrefitte-sur-Seine");
    assert_eq!(change.new_commune().map(Place::code), Some("93066"));
    assert_eq!(change.date().map(|date| date.to_string()).as_deref(), Some("2025-01-01"));
    assert!(Gazetteer::embedded().change("93066").is_none());
}

#[test]
fn the_start_of_a_name_is_completed() {
    let gazetteer = Gazetteer::embedded();
    let completed = |text: &str| describe(gazetteer.complete(text, 3));
    assert_eq!(completed("mar"), "13055 51 972");
    assert_eq!(completed("havr"), "200084952 76351 62421");
    // `st` is Saint or the start of a name such as Strasbourg.
    assert!(completed("strasb").starts_with("67482"));
    let all: Vec<&str> = gazetteer.starting_with("st").map(Match::name).collect();
    assert!(all.contains(&"Strasbourg") && all.contains(&"Saint-Denis"));
    assert_eq!(gazetteer.starting_with("xyz").count(), 0);
    assert_eq!(gazetteer.complete("mar", 0), []);
    let mut seen = std::collections::HashSet::new();
    assert!(gazetteer.starting_with("").all(|found| seen.insert(found)));
    assert!(seen.is_empty(), "nothing typed, nothing found");
}

#[test]
fn a_misspelled_name_is_found() {
    let gazetteer = Gazetteer::embedded();
    for (text, code, edits) in [
        ("bordaeux", "33063", 1),
        ("rodze", "12202", 1),
        ("limgoes", "87085", 1),
        ("lhay les roses", "94038", 1),
        ("saint etiene du rouvrai", "76575", 2),
        ("asnieres sur siene", "92004", 1),
        ("metz", "57463", 0),
    ] {
        let similar = gazetteer.similar(text, 1);
        assert_eq!(similar.len(), 1, "{text}");
        assert_eq!((describe([similar[0].found]).as_str(), similar[0].edits), (code, edits), "{text}");
    }
    // Too short, too different, too long.
    for text in ["pua", "rdze", "xyzxyzxyz", &"a".repeat(10_000)] {
        let best = gazetteer.similar(text, 1);
        assert!(
            best.iter().all(|similar| describe([similar.found]) != "64445" && similar.edits < 2),
            "{text}"
        );
    }
}

#[test]
fn numbers_and_values_lead_back_to_what_they_stand_for() {
    for entry in [Entry::Commune, Entry::Epci, Entry::Department, Entry::Region, Entry::Alias] {
        for index in [0, 1, 2047] {
            let number = entry(index).number().expect("a number");
            assert_eq!(Entry::from_number(number), Some(entry(index)));
        }
        assert_eq!(entry(u16::MAX).number(), None);
    }
    for value in [NameValue::One(0), NameValue::One(u16::MAX), NameValue::List(0), NameValue::List(u32::MAX)]
    {
        assert_eq!(NameValue::from_bits(value.to_bits()), Some(value));
    }
    assert_eq!(NameValue::from_bits(u64::MAX), None);
}

/// Any commune, arrondissement or former commune.
fn any_commune() -> impl Strategy<Value = Place> {
    (0..communes().len()).prop_map(|index| Place::new(Entry::Commune(index as u16)).expect("a place"))
}

proptest! {
    #[test]
    fn how_a_name_is_written_does_not_matter(commune in any_commune()) {
        let name = commune.name();
        let without_hyphens = name.replace('-', " ");
        let decomposed: String = name.nfd().collect();
        for text in [name.to_uppercase(), name.to_lowercase(), without_hyphens, decomposed] {
            prop_assert!(places(Gazetteer::embedded().find(&text)).contains(&commune), "{}", text);
        }
    }

    #[test]
    fn every_start_of_a_name_finds_it(commune in any_commune(), len in 1_usize..40) {
        let start: String = commune.name().chars().take(len).collect();
        prop_assert!(places(Gazetteer::embedded().starting_with(&start)).contains(&commune), "{}", start);
    }

    #[test]
    fn a_name_that_lacks_a_letter_is_found(commune in any_commune(), at in any::<prop::sample::Index>()) {
        let mut text: Vec<char> = key::key(commune.name()).chars().collect();
        text.remove(at.index(text.len()));
        prop_assume!(text.iter().filter(|letter| **letter != ' ').count() >= 4);
        let text: String = text.into_iter().collect();
        // `Aste` without its first letter is the short form of Sainte.
        prop_assume!(!text.split(' ').any(|word| word == "st" || word == "ste"));
        let similar = Gazetteer::embedded().similar(&text, usize::MAX);
        prop_assert!(places(similar.into_iter().map(|similar| similar.found)).contains(&commune), "{}", text);
    }

    #[test]
    fn any_text_gets_an_answer(text in "([a-z0-9éœ' -]|s |st |le |.){0,60}") {
        let gazetteer = Gazetteer::embedded();
        let _ = (gazetteer.find(&text), gazetteer.complete(&text, 5), gazetteer.similar(&text, 5));
        let _ = (gazetteer.with_code(&text).count(), gazetteer.with_postcode(&text).count());
    }
}

#[test]
fn a_number_and_a_point_are_stored_as_they_are_or_not_at_all() {
    for number in [None, Some(0), Some(2_133_111), Some(U24::MAX - 1)] {
        assert_eq!(OptionalNumber::new(number).map(OptionalNumber::get), Some(number));
    }
    assert!(
        OptionalNumber::new(Some(U24::MAX)).is_none() && OptionalNumber::new(Some(U24::MAX + 1)).is_none()
    );
    for point in [
        None,
        Some((0, 0)),
        Some((-900_000, -1_800_000)),
        Some((488_566, 23_522)),
        Some((900_000, 1_800_000)),
    ] {
        assert_eq!(OptionalPoint::new(point).map(OptionalPoint::get), Some(point));
    }
    assert!(OptionalPoint::new(Some((-900_001, 0))).is_none());
}
