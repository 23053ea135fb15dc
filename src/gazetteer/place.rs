//! The places, as views of the embedded tables.

use std::fmt;

use super::embedded::{code, communes, departments, epcis, list, postcodes, record, regions, text};
use super::layout::{CommuneRecord, Entry, EpciRecord, EpciType, PlaceKind};

/// A commune, a part of one, an EPCI, an EPT, a department or a region.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Never an alias.
    entry: Entry,
}

/// A point in WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Latitude, north positive.
    pub lat: f64,
    /// Longitude, east positive.
    pub lon: f64,
}

impl Place {
    /// Returns `None` for an alias.
    pub(super) fn new(entry: Entry) -> Option<Self> {
        (!matches!(entry, Entry::Alias(_))).then_some(Self { entry })
    }

    fn commune_record(self) -> Option<&'static CommuneRecord> {
        match self.entry {
            Entry::Commune(index) => record(communes(), index),
            _ => None,
        }
    }

    fn epci_record(self) -> Option<&'static EpciRecord> {
        match self.entry {
            Entry::Epci(index) => record(epcis(), index),
            _ => None,
        }
    }

    /// Returns the kind.
    pub fn kind(self) -> PlaceKind {
        match self.entry {
            Entry::Commune(_) => {
                let number = self.commune_record().map(|record| usize::from(record.kind));
                number.and_then(|number| PlaceKind::ALL.get(number)).copied().unwrap_or(PlaceKind::Commune)
            }
            Entry::Epci(_) if self.epci_type() == Some(EpciType::EtablissementPublicTerritorial) => {
                PlaceKind::Ept
            }
            Entry::Epci(_) => PlaceKind::Epci,
            Entry::Department(_) => PlaceKind::Department,
            Entry::Region(_) | Entry::Alias(_) => PlaceKind::Region,
        }
    }

    /// Returns the official name.
    pub fn name(self) -> &'static str {
        let name = match self.entry {
            Entry::Commune(index) => record(communes(), index).map(|record| record.name),
            Entry::Epci(index) => record(epcis(), index).map(|record| record.name),
            Entry::Department(index) => record(departments(), index).map(|record| record.name),
            Entry::Region(index) => record(regions(), index).map(|record| record.name),
            Entry::Alias(_) => None,
        };
        name.map_or("", text)
    }

    /// Returns the INSEE code of a commune, department or region, or the SIREN of an EPCI.
    pub fn code(self) -> &'static str {
        let code = match self.entry {
            Entry::Commune(index) => record(communes(), index).map(|record| code(&record.code)),
            Entry::Epci(index) => record(epcis(), index).map(|record| code(&record.code)),
            Entry::Department(index) => record(departments(), index).map(|record| text(record.code)),
            Entry::Region(index) => record(regions(), index).map(|record| text(record.code)),
            Entry::Alias(_) => None,
        };
        code.unwrap_or_default()
    }

    /// Returns the commune that an arrondissement or a former commune is part of.
    pub fn parent(self) -> Option<Self> {
        self.commune_record()?.parent.get().map(|index| Self { entry: Entry::Commune(index) })
    }

    /// Returns the commune of today: the place itself or its parent. `None` if it is larger than a commune.
    pub fn commune(self) -> Option<Self> {
        self.parent().or_else(|| self.commune_record().map(|_| self))
    }

    /// Returns the department of a commune or of a part of one. An EPCI can be in several.
    pub fn department(self) -> Option<Self> {
        self.commune_record().map(|record| Self { entry: Entry::Department(u16::from(record.department)) })
    }

    /// Returns the region of a commune, of a part of one, or of a department.
    pub fn region(self) -> Option<Self> {
        let index = match self.entry {
            Entry::Department(index) => index,
            _ => u16::from(self.commune_record()?.department),
        };
        let department = record(departments(), index)?;
        Some(Self { entry: Entry::Region(u16::from(department.region)) })
    }

    /// Returns the EPCI with own taxation that a commune is a member of.
    pub fn epci(self) -> Option<Self> {
        self.commune_record()?.epci.get().map(|index| Self { entry: Entry::Epci(index) })
    }

    /// Returns the EPT that a commune of the Métropole du Grand Paris is a member of.
    pub fn ept(self) -> Option<Self> {
        self.commune_record()?.ept.get().map(|index| Self { entry: Entry::Epci(index) })
    }

    /// Returns the legal form of an EPCI or EPT.
    pub fn epci_type(self) -> Option<EpciType> {
        EpciType::ALL.get(usize::from(self.epci_record()?.epci_type)).copied()
    }

    /// Returns the postcodes of a commune or of a part of one.
    pub fn postcodes(self) -> impl ExactSizeIterator<Item = &'static str> {
        let indexes = self.commune_record().map(|record| list(record.postcodes)).unwrap_or_default();
        indexes.iter().map(|index| record(postcodes(), index.get()).map_or("", |record| code(&record.code)))
    }

    /// Returns the legal population of 2023; of a department or a region, the sum of its communes. It is not known
    /// of former communes and of places without inhabitants, nor of what these are in.
    pub fn population_2023(self) -> Option<u32> {
        let population = match self.entry {
            Entry::Commune(index) => record(communes(), index)?.population,
            Entry::Epci(index) => record(epcis(), index)?.population,
            Entry::Department(index) => record(departments(), index)?.population,
            Entry::Region(index) => record(regions(), index)?.population,
            Entry::Alias(_) => return None,
        };
        population.get()
    }

    /// Returns the point of a commune or of a part of one, with four decimals.
    pub fn point(self) -> Option<Point> {
        let (lat, lon) = self.commune_record()?.point.get()?;
        Some(Point { lat: f64::from(lat) / 10_000.0, lon: f64::from(lon) / 10_000.0 })
    }

    /// Returns whether the place is this other one or a part of it.
    pub fn is_in(self, other: Self) -> bool {
        let around = [self.parent(), self.epci(), self.ept(), self.department(), self.region()];
        self == other || around.contains(&Some(other))
    }

    /// Returns the communes of today of an EPCI, an EPT, a department or a region, sorted by code. None for the
    /// other kinds.
    pub fn communes(self) -> impl Iterator<Item = Self> {
        let is_member = move |commune: &CommuneRecord| match self.entry {
            Entry::Commune(_) | Entry::Alias(_) => false,
            Entry::Epci(index) => commune.epci.get() == Some(index) || commune.ept.get() == Some(index),
            Entry::Department(index) => u16::from(commune.department) == index,
            Entry::Region(index) => record(departments(), commune.department.into())
                .is_some_and(|department| u16::from(department.region) == index),
        };
        let members = (0..).zip(communes()).filter(move |(_, commune)| is_member(commune));
        let of_today = members.filter(|(_, commune)| commune.parent.get().is_none());
        of_today.map(|(index, _)| Self { entry: Entry::Commune(index) })
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} {})", self.name(), self.kind().code(), self.code())
    }
}
