//! The source tables of the gazetteer, with their references resolved.
//!
//! Everything that breaks a rule becomes a [`Fault`]; tables with faults are not returned.

use super::cells::{Fault, Row, Table};
use super::codes::Codes;
use super::layout::{AliasKind, EpciType, PlaceKind};
use super::rules::{
    ALIAS_KIND, COMMUNE_KIND, DATE, EPCI_TYPE, INSEE, LATITUDE, LONGITUDE, NAME, POPULATION, POSTCODE,
    SHORT_CODE, SIREN,
};

const COMMUNES: &str = "data/france/communes.csv";
const EPCIS: &str = "data/france/epci.csv";
const ALIASES: &str = "data/france/aliases.csv";
const CHANGES: &str = "data/france/commune_changes.csv";
const DEPARTMENTS: &str = "data/sources/departments.csv";
const REGIONS: &str = "data/sources/regions.csv";

/// The tables that the gazetteer is made of, as paths in the project.
pub const SOURCES: [&str; 6] = [COMMUNES, EPCIS, ALIASES, CHANGES, DEPARTMENTS, REGIONS];

const COMMUNE_COLUMNS: &[&str] = &[
    "insee",
    "name",
    "kind",
    "parent",
    "department",
    "region",
    "postcodes",
    "epci",
    "ept",
    "population_2023",
    "lat",
    "lon",
];

/// The tables, each sorted by code. References are indexes.
pub struct Tables {
    pub communes: Vec<Commune>,
    pub epcis: Vec<Epci>,
    pub departments: Vec<Department>,
    pub regions: Vec<Region>,
    pub aliases: Vec<Alias>,
    pub changes: Vec<Change>,
}

pub struct Commune {
    pub code: [u8; 5],
    pub name: String,
    pub kind: PlaceKind,
    pub parent: Option<usize>,
    pub department: usize,
    pub postcodes: Vec<[u8; 5]>,
    pub epci: Option<usize>,
    pub ept: Option<usize>,
    pub population: Option<u32>,
    /// Latitude and longitude in ten-thousandths of a degree.
    pub point: Option<(i32, i32)>,
}

pub struct Epci {
    pub code: [u8; 9],
    pub name: String,
    pub epci_type: EpciType,
    pub population: Option<u32>,
}

pub struct Department {
    pub code: String,
    pub name: String,
    pub region: usize,
}

pub struct Region {
    pub code: String,
    pub name: String,
}

pub struct Alias {
    pub name: String,
    pub kind: AliasKind,
    pub meaning: Meaning,
}

/// What an alias stands for.
pub enum Meaning {
    /// Indexes in the table of its kind.
    Records(Vec<usize>),
    Words(String),
}

pub struct Change {
    pub old_code: [u8; 5],
    pub old_name: String,
    /// Index of the commune that the old one is part of.
    pub new: usize,
    /// Year, month and day.
    pub date: Option<(u16, u8, u8)>,
}

impl Tables {
    /// Reads the tables. `source` returns the text of each of the [`SOURCES`].
    ///
    /// # Errors
    ///
    /// Returns all faults of all tables.
    pub fn read<'a>(source: impl Fn(&str) -> &'a str) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut table = |path, columns| Table::read(path, source(path), columns, &mut faults);
        let regions = table(REGIONS, &["code", "name"]);
        let departments = table(DEPARTMENTS, &["code", "name", "region"]);
        let epcis = table(EPCIS, &["siren", "name", "type", "population_2023"]);
        let communes = table(COMMUNES, COMMUNE_COLUMNS);
        let aliases = table(ALIASES, &["alias", "kind", "codes"]);
        let changes = table(CHANGES, &["insee_2023", "name_2023", "insee_2025", "date"]);
        let codes = AllCodes {
            regions: Codes::new(&regions, "code", &mut faults),
            departments: Codes::new(&departments, "code", &mut faults),
            epcis: Codes::new(&epcis, "siren", &mut faults),
            communes: Codes::new(&communes, "insee", &mut faults),
        };
        let changes = Codes::new(&changes, "insee_2023", &mut faults);
        let mut reader = Reader { codes: &codes, faults };
        let tables = Self {
            regions: codes.regions.rows().filter_map(|row| reader.region(row)).collect(),
            departments: codes.departments.rows().filter_map(|row| reader.department(row)).collect(),
            epcis: codes.epcis.rows().filter_map(|row| reader.epci(row)).collect(),
            communes: codes.communes.rows().filter_map(|row| reader.commune(row)).collect(),
            aliases: aliases.rows().filter_map(|row| reader.alias(row)).collect(),
            changes: changes.rows().filter_map(|row| reader.change(row)).collect(),
        };
        if reader.faults.is_empty() { Ok(tables) } else { Err(reader.faults) }
    }

    /// Returns the sum of the populations of the communes in a department. `None` if one is not known.
    pub fn population_of_department(&self, department: usize) -> Option<u32> {
        let communes = self.communes.iter().filter(|commune| commune.kind == PlaceKind::Commune);
        sum(communes.filter(|commune| commune.department == department).map(|commune| commune.population))
    }

    /// Returns the sum of the populations of the departments in a region. `None` if one is not known.
    pub fn population_of_region(&self, region: usize) -> Option<u32> {
        let departments = self.departments.iter().enumerate();
        let of_region = departments.filter(|(_, department)| department.region == region);
        sum(of_region.map(|(index, _)| self.population_of_department(index)))
    }
}

/// Returns the sum of one or more numbers. `None` if there is none, or one is not known.
fn sum(numbers: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    numbers.reduce(|sum, number| sum?.checked_add(number?)).flatten()
}

/// The codes of the tables that others refer to.
struct AllCodes<'a> {
    regions: Codes<'a>,
    departments: Codes<'a>,
    epcis: Codes<'a>,
    communes: Codes<'a>,
}

/// Reads rows. A method returns `None` for a row with faults.
struct Reader<'a> {
    codes: &'a AllCodes<'a>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn region(&mut self, row: Row<'_>) -> Option<Region> {
        let code = row.parse("code", &SHORT_CODE, &mut self.faults);
        let name = row.parse("name", &NAME, &mut self.faults);
        Some(Region { code: code?, name: name? })
    }

    fn department(&mut self, row: Row<'_>) -> Option<Department> {
        let code = row.parse("code", &SHORT_CODE, &mut self.faults);
        let name = row.parse("name", &NAME, &mut self.faults);
        let region = self.codes.regions.resolve(row, "region", &mut self.faults);
        Some(Department { code: code?, name: name?, region: region? })
    }

    fn epci(&mut self, row: Row<'_>) -> Option<Epci> {
        let code = row.parse("siren", &SIREN, &mut self.faults);
        let name = row.parse("name", &NAME, &mut self.faults);
        let epci_type = row.parse("type", &EPCI_TYPE, &mut self.faults);
        let population = row.parse_optional("population_2023", &POPULATION, &mut self.faults);
        Some(Epci { code: code?, name: name?, epci_type: epci_type?, population })
    }

    fn commune(&mut self, row: Row<'_>) -> Option<Commune> {
        let code = row.parse("insee", &INSEE, &mut self.faults);
        let name = row.parse("name", &NAME, &mut self.faults);
        let kind = row.parse("kind", &COMMUNE_KIND, &mut self.faults);
        let parent = kind.and_then(|kind| self.parent(row, kind));
        let department = self.codes.departments.resolve(row, "department", &mut self.faults);
        self.check_region(row);
        let codes = row.text("postcodes").split_whitespace();
        let parse = |code| row.parse_text("postcodes", code, &POSTCODE, &mut self.faults);
        let postcodes = codes.filter_map(parse).collect();
        let epci = self.body(row, "epci");
        let ept = self.body(row, "ept");
        let population = row.parse_optional("population_2023", &POPULATION, &mut self.faults);
        let point = self.point(row);
        Some(Commune {
            code: code?,
            name: name?,
            kind: kind?,
            parent,
            department: department?,
            postcodes,
            epci,
            ept,
            population,
            point,
        })
    }

    /// Reads the commune that a place is part of. All kinds of places have one, except communes of today.
    fn parent(&mut self, row: Row<'_>, kind: PlaceKind) -> Option<usize> {
        let code = row.text("parent");
        let message = match (kind, code) {
            (PlaceKind::Commune, "") => return None,
            (PlaceKind::Commune, _) => "a commune of today has no parent: empty the cell, or change the kind",
            (_, "") => "it is empty: write the code of the commune that the place is part of",
            _ => {
                let index = self.codes.communes.resolve(row, "parent", &mut self.faults)?;
                let parent = self.codes.communes.row(code)?;
                if parent.text("kind") == PlaceKind::Commune.code() {
                    return Some(index);
                }
                "the row with this code is not of the kind commune: write the code of the commune of today"
            }
        };
        self.faults.push(row.fault("parent", message));
        None
    }

    /// Checks that the region of a commune is the one of its department.
    fn check_region(&mut self, row: Row<'_>) {
        self.codes.regions.resolve(row, "region", &mut self.faults);
        let department = self.codes.departments.row(row.text("department"));
        let expected = department.map(|department| department.text("region"));
        if let Some(expected) = expected.filter(|expected| *expected != row.text("region")) {
            let message = format!(
                "{:?} is not the region of the department, which is {expected} in {DEPARTMENTS}: correct one of them",
                row.text("region")
            );
            self.faults.push(row.fault("region", message));
        }
    }

    /// Reads the EPCI or the EPT of a commune, each in its own column.
    fn body(&mut self, row: Row<'_>, column: &'static str) -> Option<usize> {
        if row.text(column).is_empty() {
            return None;
        }
        let index = self.codes.epcis.resolve(row, column, &mut self.faults)?;
        let body = self.codes.epcis.row(row.text(column))?;
        let is_ept = body.text("type") == EpciType::EtablissementPublicTerritorial.code();
        if is_ept != (column == "ept") {
            let message = format!(
                "{:?} is of the type {} in {EPCIS}: write an EPT in the column ept, any other EPCI in the column epci",
                row.text(column),
                body.text("type")
            );
            self.faults.push(row.fault(column, message));
        }
        Some(index)
    }

    fn point(&mut self, row: Row<'_>) -> Option<(i32, i32)> {
        let (empty, other) = match (row.text("lat").is_empty(), row.text("lon").is_empty()) {
            (true, true) => return None,
            (true, false) => ("lat", "lon"),
            (false, true) => ("lon", "lat"),
            (false, false) => {
                let lat = row.parse("lat", &LATITUDE, &mut self.faults);
                return lat.zip(row.parse("lon", &LONGITUDE, &mut self.faults));
            }
        };
        self.faults.push(row.fault(empty, format!("it is empty: fill it, or empty {other} too")));
        None
    }

    fn alias(&mut self, row: Row<'_>) -> Option<Alias> {
        let name = row.parse("alias", &NAME, &mut self.faults);
        let kind = row.parse("kind", &ALIAS_KIND, &mut self.faults)?;
        let codes = match kind {
            AliasKind::Commune => &self.codes.communes,
            AliasKind::Epci => &self.codes.epcis,
            AliasKind::Department => &self.codes.departments,
            AliasKind::Region => &self.codes.regions,
            AliasKind::Carrier | AliasKind::Theme => {
                let words = row.parse("codes", &NAME, &mut self.faults);
                return Some(Alias { name: name?, kind, meaning: Meaning::Words(words?) });
            }
        };
        let targets = row.text("codes").split_whitespace();
        let resolve = |code| codes.resolve_text(code, row, "codes", &mut self.faults);
        let records: Vec<usize> = targets.filter_map(resolve).collect();
        if row.text("codes").trim().is_empty() {
            let message = "it is empty: write the codes that the alias stands for, or remove the row";
            self.faults.push(row.fault("codes", message));
        }
        Some(Alias { name: name?, kind, meaning: Meaning::Records(records) })
    }

    fn change(&mut self, row: Row<'_>) -> Option<Change> {
        let old_code = row.parse("insee_2023", &INSEE, &mut self.faults);
        let old_name = row.parse("name_2023", &NAME, &mut self.faults);
        let new = self.codes.communes.resolve(row, "insee_2025", &mut self.faults);
        let date = row.parse_optional("date", &DATE, &mut self.faults);
        Some(Change { old_code: old_code?, old_name: old_name?, new: new?, date })
    }
}
