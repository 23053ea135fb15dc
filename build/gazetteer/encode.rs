//! Encodes the tables of the gazetteer as the files that the program embeds.

use std::collections::{BTreeMap, HashMap};

use fst::MapBuilder;
use zerocopy::IntoBytes;
use zerocopy::little_endian::U16;

use super::cells::Fault;
use super::key::key;
use super::keys::keys;
use super::layout::{
    AliasKind, AliasRecord, ChangeRecord, CommuneRecord, DepartmentRecord, Entry, EpciRecord, EpciType,
    ListRef, NameValue, OptionalIndex, OptionalNumber, OptionalPoint, PlaceKind, PostcodeRecord,
    RegionRecord, TextRef, U24,
};
use super::tables::{Meaning, Tables};

/// The files, each with its name.
pub type Files = Vec<(&'static str, Vec<u8>)>;

/// Encodes the tables.
///
/// # Errors
///
/// Returns a fault if a table has more rows than indexes can count.
pub fn encode(tables: &Tables) -> Result<Files, Vec<Fault>> {
    let mut pools = Pools::default();
    let files = pools.files(tables);
    match pools.overflow {
        None => Ok(files),
        Some(what) => Err(vec![Fault {
            table: "data/france",
            line: None,
            column: None,
            message: format!(
                "there are more {what} than the gazetteer can hold: widen src/gazetteer/layout.rs"
            ),
        }]),
    }
}

/// What several records share, and the first thing that did not fit.
#[derive(Default)]
struct Pools {
    texts: String,
    text_refs: HashMap<String, TextRef>,
    lists: Vec<U16>,
    list_starts: HashMap<Vec<u16>, u32>,
    overflow: Option<&'static str>,
}

/// A place or an alias under one of its keys. Sorted as they are listed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    /// Whether the key is that of a shorter or another form of the name.
    is_variant: bool,
    rank: u8,
    /// The population, negated; 1 if it is not known.
    population: i64,
    number: u16,
}

impl Pools {
    fn files(&mut self, tables: &Tables) -> Files {
        let postcodes = self.postcodes(tables);
        let communes = self.communes(tables, &postcodes);
        let postcodes = self.postcode_records(&postcodes);
        let epcis = self.epcis(tables);
        let departments = self.departments(tables);
        let regions = self.regions(tables);
        let aliases = self.aliases(tables);
        let changes = self.changes(tables);
        let names = self.names(tables);
        vec![
            ("communes", communes),
            ("postcodes", postcodes),
            ("epcis", epcis),
            ("departments", departments),
            ("regions", regions),
            ("aliases", aliases),
            ("changes", changes),
            ("names.fst", names),
            ("lists", self.lists.as_bytes().to_vec()),
            ("texts", std::mem::take(&mut self.texts).into_bytes()),
        ]
    }

    /// Returns a value that fits, and one that stands for nothing after a report of what does not.
    fn fit<T: Default>(&mut self, value: Option<T>, what: &'static str) -> T {
        if value.is_none() {
            self.overflow.get_or_insert(what);
        }
        value.unwrap_or_default()
    }

    fn index<T: TryFrom<usize> + Default>(&mut self, index: usize, what: &'static str) -> T {
        self.fit(T::try_from(index).ok(), what)
    }

    fn number(&mut self, entry: fn(u16) -> Entry, index: usize, what: &'static str) -> u16 {
        let index = self.index(index, what);
        self.fit(entry(index).number(), what)
    }

    /// Returns a record that fits, and another one after a report of what does not.
    fn record<T>(&mut self, value: Option<T>, otherwise: T, what: &'static str) -> T {
        if value.is_none() {
            self.overflow.get_or_insert(what);
        }
        value.unwrap_or(otherwise)
    }

    fn population(&mut self, population: Option<u32>) -> OptionalNumber {
        self.record(OptionalNumber::new(population), OptionalNumber::UNKNOWN, "inhabitants")
    }

    fn text(&mut self, text: &str) -> TextRef {
        if let Some(text) = self.text_refs.get(text) {
            return *text;
        }
        let bits = TextRef::new(self.texts.len(), text.len()).map(|reference| reference.bits);
        let reference = TextRef { bits: self.fit(bits, "texts") };
        self.texts.push_str(text);
        self.text_refs.insert(text.to_owned(), reference);
        reference
    }

    /// Stores a list, or finds an equal one, and returns its start.
    fn list_start(&mut self, items: Vec<u16>) -> u32 {
        if let Some(start) = self.list_starts.get(&items) {
            return *start;
        }
        let start = self.index(self.lists.len(), "lists");
        let len = self.index(items.len(), "items of a list");
        self.lists.push(U16::new(len));
        self.lists.extend(items.iter().copied().map(U16::new));
        self.list_starts.insert(items, start);
        start
    }

    fn list(&mut self, items: Vec<u16>) -> ListRef {
        let start = self.list_start(items);
        ListRef { start: self.record(U24::new(start), U24::ZERO, "lists") }
    }

    /// Returns the postcodes in order, each with the indexes of its communes: first arrondissements, then communes
    /// of today, the largest first, then former ones.
    fn postcodes(&mut self, tables: &Tables) -> BTreeMap<[u8; 5], Vec<u16>> {
        let mut postcodes: BTreeMap<[u8; 5], Vec<u16>> = BTreeMap::new();
        let mut order: Vec<usize> = (0..tables.communes.len()).collect();
        order.sort_by_key(|index| {
            let commune = &tables.communes[*index];
            let rank = match commune.kind {
                PlaceKind::MunicipalArrondissement => 0,
                PlaceKind::Commune => 1,
                _ => 2,
            };
            (rank, std::cmp::Reverse(commune.population), *index)
        });
        for index in order {
            for postcode in &tables.communes[index].postcodes {
                let index = self.index(index, "communes");
                postcodes.entry(*postcode).or_default().push(index);
            }
        }
        postcodes
    }

    fn postcode_records(&mut self, postcodes: &BTreeMap<[u8; 5], Vec<u16>>) -> Vec<u8> {
        let record = |(code, communes): (&[u8; 5], &Vec<u16>)| PostcodeRecord {
            code: *code,
            communes: self.list(communes.clone()),
        };
        postcodes.iter().map(record).collect::<Vec<_>>().as_bytes().to_vec()
    }

    fn communes(&mut self, tables: &Tables, postcodes: &BTreeMap<[u8; 5], Vec<u16>>) -> Vec<u8> {
        let positions: HashMap<&[u8; 5], usize> =
            postcodes.keys().enumerate().map(|(index, code)| (code, index)).collect();
        let mut records = Vec::new();
        for commune in &tables.communes {
            let mut optional =
                |index: Option<usize>, what| OptionalIndex::new(index.map(|index| self.index(index, what)));
            let parent = optional(commune.parent, "communes");
            let (epci, ept) = (optional(commune.epci, "EPCIs"), optional(commune.ept, "EPCIs"));
            let positions = commune.postcodes.iter().filter_map(|code| positions.get(code));
            let postcodes: Vec<u16> = positions.map(|index| self.index(*index, "postcodes")).collect();
            records.push(CommuneRecord {
                code: commune.code,
                kind: position(PlaceKind::ALL, commune.kind),
                department: self.index(commune.department, "departments"),
                name: self.text(&commune.name),
                parent,
                epci,
                ept,
                population: self.population(commune.population),
                point: self.record(OptionalPoint::new(commune.point), OptionalPoint::UNKNOWN, "degrees"),
                postcodes: self.list(postcodes),
            });
        }
        records.as_bytes().to_vec()
    }

    fn epcis(&mut self, tables: &Tables) -> Vec<u8> {
        let records = tables.epcis.iter().map(|epci| EpciRecord {
            code: epci.code,
            epci_type: position(EpciType::ALL, epci.epci_type),
            name: self.text(&epci.name),
            population: self.population(epci.population),
        });
        records.collect::<Vec<_>>().as_bytes().to_vec()
    }

    fn departments(&mut self, tables: &Tables) -> Vec<u8> {
        let records = tables.departments.iter().enumerate().map(|(index, department)| DepartmentRecord {
            code: self.text(&department.code),
            name: self.text(&department.name),
            region: self.index(department.region, "regions"),
            population: self.population(tables.population_of_department(index)),
        });
        records.collect::<Vec<_>>().as_bytes().to_vec()
    }

    fn regions(&mut self, tables: &Tables) -> Vec<u8> {
        let records = tables.regions.iter().enumerate().map(|(index, region)| RegionRecord {
            code: self.text(&region.code),
            name: self.text(&region.name),
            population: self.population(tables.population_of_region(index)),
        });
        records.collect::<Vec<_>>().as_bytes().to_vec()
    }

    fn aliases(&mut self, tables: &Tables) -> Vec<u8> {
        let mut records = Vec::new();
        for alias in &tables.aliases {
            let entry = match alias.kind {
                AliasKind::Commune => Entry::Commune,
                AliasKind::Epci => Entry::Epci,
                AliasKind::Department => Entry::Department,
                _ => Entry::Region,
            };
            let (targets, words) = match &alias.meaning {
                Meaning::Records(indexes) => (indexes.as_slice(), ""),
                Meaning::Words(words) => (&[][..], words.as_str()),
            };
            let targets = targets.iter().map(|index| self.number(entry, *index, "places")).collect();
            records.push(AliasRecord {
                kind: position(AliasKind::ALL, alias.kind),
                name: self.text(&alias.name),
                targets: self.list(targets),
                words: self.text(words),
            });
        }
        records.as_bytes().to_vec()
    }

    fn changes(&mut self, tables: &Tables) -> Vec<u8> {
        let mut records = Vec::new();
        for change in &tables.changes {
            let (year, month, day) = change.date.unwrap_or_default();
            records.push(ChangeRecord {
                old_code: change.old_code,
                old_name: self.text(&change.old_name),
                new: U16::new(self.index(change.new, "communes")),
                year: U16::new(year),
                month,
                day,
            });
        }
        records.as_bytes().to_vec()
    }

    /// Returns the map of all keys of all names.
    fn names(&mut self, tables: &Tables) -> Vec<u8> {
        let mut map: BTreeMap<String, Vec<Named>> = BTreeMap::new();
        let mut add = |name: &str, kind: PlaceKind, rank: u8, population: Option<u32>, number: u16| {
            for (position, key) in keys(name, kind).into_iter().enumerate() {
                let population = population.map_or(1, |population| -i64::from(population));
                map.entry(key).or_default().push(Named {
                    is_variant: position > 0,
                    rank,
                    population,
                    number,
                });
            }
        };
        for (index, commune) in tables.communes.iter().enumerate() {
            let rank = match commune.kind {
                PlaceKind::Commune | PlaceKind::MunicipalArrondissement => 0,
                _ => 4,
            };
            let number = self.number(Entry::Commune, index, "communes");
            add(&commune.name, commune.kind, rank, commune.population, number);
        }
        for (index, epci) in tables.epcis.iter().enumerate() {
            let kind = match epci.epci_type {
                EpciType::EtablissementPublicTerritorial => PlaceKind::Ept,
                _ => PlaceKind::Epci,
            };
            let number = self.number(Entry::Epci, index, "EPCIs");
            add(&epci.name, kind, 1, epci.population, number);
        }
        for (index, department) in tables.departments.iter().enumerate() {
            let number = self.number(Entry::Department, index, "departments");
            let population = tables.population_of_department(index);
            add(&department.name, PlaceKind::Department, 2, population, number);
        }
        for (index, region) in tables.regions.iter().enumerate() {
            let number = self.number(Entry::Region, index, "regions");
            add(&region.name, PlaceKind::Region, 3, tables.population_of_region(index), number);
        }
        for (index, alias) in tables.aliases.iter().enumerate() {
            let number = self.number(Entry::Alias, index, "aliases");
            let named = Named { is_variant: false, rank: 5, population: 1, number };
            map.entry(key(&alias.name)).or_default().push(named);
        }
        let mut builder = MapBuilder::memory();
        for (key, mut named) in map {
            named.sort();
            let value = match named[..] {
                [Named { number, .. }] => NameValue::One(number),
                _ => NameValue::List(self.list_start(named.iter().map(|named| named.number).collect())),
            };
            if builder.insert(key, value.to_bits()).is_err() {
                self.overflow.get_or_insert("names");
            }
        }
        builder.into_inner().unwrap_or_default()
    }
}

/// Returns the position of an item in the list of all.
fn position<T: PartialEq>(all: &[T], item: T) -> u8 {
    all.iter()
        .position(|other| *other == item)
        .and_then(|position| u8::try_from(position).ok())
        .unwrap_or_default()
}
