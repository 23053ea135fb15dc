//! Every row of the tables, read by the csv crate, is what the gazetteer says.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use cites_emploi::gazetteer::{Gazetteer, Match, Place};

type Row = HashMap<String, String>;

fn rows(path: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(path);
    let mut reader = csv::Reader::from_path(path).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

fn code(place: Option<Place>) -> &'static str {
    place.map_or("", Place::code)
}

fn population(place: Place) -> String {
    place.population_2023().map(|population| population.to_string()).unwrap_or_default()
}

fn finds(name: &str, place: Place) -> bool {
    Gazetteer::embedded().find(name).contains(&Match::Place(place))
}

#[test]
fn every_commune_is_found_and_is_as_its_row_says() {
    let gazetteer = Gazetteer::embedded();
    let rows = rows("france/communes.csv");
    assert!(rows.len() > 36_000);
    for row in &rows {
        let place = gazetteer.commune(&row["insee"]).unwrap_or_else(|| panic!("{row:?}"));
        let postcodes: Vec<&str> = place.postcodes().collect();
        let said = [
            ("insee", place.code().to_owned()),
            ("name", place.name().to_owned()),
            ("kind", place.kind().code().to_owned()),
            ("parent", code(place.parent()).to_owned()),
            ("department", code(place.department()).to_owned()),
            ("region", code(place.region()).to_owned()),
            ("postcodes", postcodes.join(" ")),
            ("epci", code(place.epci()).to_owned()),
            ("ept", code(place.ept()).to_owned()),
            ("population_2023", population(place)),
        ];
        for (column, value) in said {
            assert_eq!(value, row[column], "{column} of {row:?}");
        }
        let point = place.point().map(|point| (point.lat, point.lon));
        let degrees = |column: &str| row[column].parse::<f64>().ok();
        assert_eq!(point, degrees("lat").zip(degrees("lon")), "{row:?}");
        assert!(finds(&row["name"], place), "{row:?}");
        for postcode in postcodes {
            assert!(gazetteer.with_postcode(postcode).any(|found| found == place), "{postcode} of {row:?}");
        }
    }
}

#[test]
fn no_postcode_has_more_places_than_the_table() {
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows("france/communes.csv") {
        for postcode in row["postcodes"].split(' ').filter(|postcode| !postcode.is_empty()) {
            *expected.entry(postcode.to_owned()).or_default() += 1;
        }
    }
    for (postcode, count) in expected {
        assert_eq!(Gazetteer::embedded().with_postcode(&postcode).count(), count, "{postcode}");
    }
}

#[test]
fn every_epci_is_found_with_its_communes() {
    let gazetteer = Gazetteer::embedded();
    let mut members: HashMap<String, Vec<String>> = HashMap::new();
    for commune in rows("france/communes.csv").iter().filter(|row| row["kind"] == "commune") {
        for column in ["epci", "ept"] {
            members.entry(commune[column].clone()).or_default().push(commune["insee"].clone());
        }
    }
    for row in rows("france/epci.csv") {
        let place = gazetteer.epci(&row["siren"]).unwrap_or_else(|| panic!("{row:?}"));
        assert_eq!((place.code(), place.name()), (row["siren"].as_str(), row["name"].as_str()));
        assert_eq!(place.epci_type().map(|epci_type| epci_type.code()), Some(row["type"].as_str()));
        assert_eq!(population(place), row["population_2023"]);
        assert!(finds(&row["name"], place), "{row:?}");
        assert_eq!(place.communes().map(Place::code).collect::<Vec<_>>(), members[&row["siren"]], "{row:?}");
    }
}

#[test]
fn departments_and_regions_have_their_communes_and_populations() {
    let gazetteer = Gazetteer::embedded();
    let communes = rows("france/communes.csv");
    let (departments, regions) = (rows("sources/departments.csv"), rows("sources/regions.csv"));
    let places = departments.iter().map(|row| ("department", row, gazetteer.department(&row["code"])));
    for (column, row, place) in
        places.chain(regions.iter().map(|row| ("region", row, gazetteer.region(&row["code"]))))
    {
        let place = place.unwrap_or_else(|| panic!("{row:?}"));
        assert_eq!((place.code(), place.name()), (row["code"].as_str(), row["name"].as_str()));
        assert!(finds(&row["name"], place), "{row:?}");
        let is_member = |commune: &&Row| commune[column] == row["code"] && commune["kind"] == "commune";
        let members: Vec<&Row> = communes.iter().filter(is_member).collect();
        assert_eq!(place.communes().count(), members.len(), "{row:?}");
        let sum: Option<u32> =
            members.iter().map(|commune| commune["population_2023"].parse::<u32>().ok()).sum();
        assert_eq!(place.population_2023(), sum, "{row:?}");
    }
    for row in departments {
        assert_eq!(code(gazetteer.department(&row["code"]).and_then(Place::region)), row["region"]);
    }
}

#[test]
fn every_alias_stands_for_what_its_row_says() {
    for row in rows("france/aliases.csv") {
        let aliases = Gazetteer::embedded().find(&row["alias"]).into_iter().filter_map(|found| match found {
            Match::Alias(alias) => Some(alias),
            Match::Place(_) => None,
        });
        let said: Vec<String> = aliases
            .filter(|alias| alias.name() == row["alias"])
            .map(|alias| {
                let places = alias.places().map(Place::code).collect::<Vec<_>>().join(" ");
                format!("{} {}", alias.kind().code(), alias.words().unwrap_or(&places))
            })
            .collect();
        assert_eq!(said, [format!("{} {}", row["kind"], row["codes"])]);
    }
}

#[test]
fn every_change_is_as_its_row_says() {
    let rows = rows("france/commune_changes.csv");
    assert_eq!(Gazetteer::embedded().changes().count(), rows.len());
    for row in rows {
        let change = Gazetteer::embedded().change(&row["insee_2023"]).unwrap_or_else(|| panic!("{row:?}"));
        assert_eq!(change.old_name(), row["name_2023"]);
        assert_eq!(code(change.new_commune()), row["insee_2025"]);
        assert_eq!(change.date().map(|date| date.to_string()).unwrap_or_default(), row["date"]);
    }
}
