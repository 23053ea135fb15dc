//! The records of the embedded tables. The build script writes them, the program reads them in place.
//!
//! Records have a fixed width and no alignment, and numbers are little-endian.
//! An index counts the records of a table from 0.

use zerocopy::little_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// Defines a record.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
        #[repr(C)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }
    };
}

record! {
    /// A commune, a part of one, or a former one. Sorted by code.
    CommuneRecord {
        code: [u8; 5],
        /// See [`PlaceKind::from_number`].
        kind: u8,
        /// Index of a department.
        department: u8,
        name: TextRef,
        /// Index of the commune that it is part of.
        parent: OptionalIndex,
        /// Index of an EPCI.
        epci: OptionalIndex,
        /// Index of an EPT, in the table of EPCIs.
        ept: OptionalIndex,
        population: OptionalNumber,
        point: OptionalPoint,
        /// Indexes of postcodes.
        postcodes: ListRef,
    }
}

record! {
    /// An EPCI or an EPT. Sorted by code.
    EpciRecord {
        code: [u8; 9],
        /// Index in [`EpciType::ALL`].
        epci_type: u8,
        name: TextRef,
        population: OptionalNumber,
    }
}

record! {
    /// A department. Sorted by code.
    DepartmentRecord {
        code: TextRef,
        name: TextRef,
        /// Index of a region.
        region: u8,
        population: OptionalNumber,
    }
}

record! {
    /// A region. Sorted by code.
    RegionRecord {
        code: TextRef,
        name: TextRef,
        population: OptionalNumber,
    }
}

record! {
    /// A postcode. Sorted by code.
    PostcodeRecord {
        code: [u8; 5],
        /// Indexes of communes.
        communes: ListRef,
    }
}

record! {
    /// Another name. Either it has targets or it stands for words.
    AliasRecord {
        /// Index in [`AliasKind::ALL`].
        kind: u8,
        name: TextRef,
        /// Numbers of entries.
        targets: ListRef,
        words: TextRef,
    }
}

record! {
    /// A commune that became part of another one. Sorted by old code.
    ChangeRecord {
        old_code: [u8; 5],
        old_name: TextRef,
        /// Index of a commune.
        new: U16,
        /// All zero if the date is not known.
        year: U16,
        month: u8,
        day: u8,
    }
}

record! {
    /// A text in the pool of texts: its first byte times 256, plus its length in bytes.
    TextRef {
        bits: U32,
    }
}

impl TextRef {
    /// Returns `None` if the text is too long or too far back in the pool.
    pub fn new(start: usize, len: usize) -> Option<Self> {
        let (start, len) = (u32::try_from(start).ok()?, u8::try_from(len).ok()?);
        Some(Self { bits: U32::new(start.checked_mul(256)? | u32::from(len)) })
    }

    /// Returns the first byte and the one after the last.
    pub fn bounds(self) -> (usize, usize) {
        let (start, len) = ((self.bits.get() >> 8) as usize, (self.bits.get() & 0xff) as usize);
        (start, start + len)
    }
}

record! {
    /// A number of 24 bits. There are tens of thousands of communes, and each of their bytes is one of the program.
    U24 {
        bytes: [u8; 3],
    }
}

impl U24 {
    /// Zero.
    pub const ZERO: Self = Self { bytes: [0; 3] };
    /// The largest number.
    pub const MAX: u32 = 0xff_ffff;

    /// Returns `None` if the number is too large.
    pub fn new(number: u32) -> Option<Self> {
        let [a, b, c, d] = number.to_le_bytes();
        (d == 0).then_some(Self { bytes: [a, b, c] })
    }

    /// Returns the number.
    pub fn get(self) -> u32 {
        let [a, b, c] = self.bytes;
        u32::from_le_bytes([a, b, c, 0])
    }
}

record! {
    /// A list in the pool of lists. The number there is the length; the items follow it.
    ListRef {
        start: U24,
    }
}

record! {
    /// The index of a record, or none.
    OptionalIndex {
        index: U16,
    }
}

impl OptionalIndex {
    /// Stores an index, which is below 65,535.
    pub fn new(index: Option<u16>) -> Self {
        Self { index: U16::new(index.unwrap_or(u16::MAX)) }
    }

    /// Returns the index.
    pub fn get(self) -> Option<u16> {
        Some(self.index.get()).filter(|index| *index != u16::MAX)
    }
}

record! {
    /// A number that may be unknown: [`U24::MAX`] stands for that.
    OptionalNumber {
        number: U24,
    }
}

impl OptionalNumber {
    /// The number that is not known.
    pub const UNKNOWN: Self = Self { number: U24 { bytes: [0xff; 3] } };

    /// Returns `None` if the number is too large.
    pub fn new(number: Option<u32>) -> Option<Self> {
        match number {
            None => Some(Self::UNKNOWN),
            Some(U24::MAX) => None,
            Some(number) => Some(Self { number: U24::new(number)? }),
        }
    }

    /// Returns the number.
    pub fn get(self) -> Option<u32> {
        Some(self.number.get()).filter(|number| *number != U24::MAX)
    }
}

record! {
    /// A point that may be unknown, in ten-thousandths of a WGS 84 degree north of the south pole and east of the
    /// antimeridian.
    OptionalPoint {
        north: OptionalNumber,
        east: OptionalNumber,
    }
}

/// The south pole and the antimeridian, in ten-thousandths of a degree.
const ORIGIN: (i32, i32) = (-900_000, -1_800_000);

impl OptionalPoint {
    /// The point that is not known.
    pub const UNKNOWN: Self = Self { north: OptionalNumber::UNKNOWN, east: OptionalNumber::UNKNOWN };

    /// Stores a latitude and a longitude. Returns `None` if they are not on the globe.
    pub fn new(point: Option<(i32, i32)>) -> Option<Self> {
        let Some((lat, lon)) = point else { return Some(Self::UNKNOWN) };
        let offset = |degrees: i32, origin: i32| u32::try_from(degrees.checked_sub(origin)?).ok();
        let (north, east) = (offset(lat, ORIGIN.0)?, offset(lon, ORIGIN.1)?);
        Some(Self { north: OptionalNumber::new(Some(north))?, east: OptionalNumber::new(Some(east))? })
    }

    /// Returns the latitude and the longitude.
    pub fn get(self) -> Option<(i32, i32)> {
        let degrees = |offset: u32, origin: i32| i32::try_from(offset).ok()?.checked_add(origin);
        Some((degrees(self.north.get()?, ORIGIN.0)?, degrees(self.east.get()?, ORIGIN.1)?))
    }
}

/// What a name leads to: a record of one of five tables, by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entry {
    Commune(u16),
    Epci(u16),
    Department(u16),
    Region(u16),
    Alias(u16),
}

/// Makes the entry of an index.
type ToEntry = fn(u16) -> Entry;

/// The tables that names lead to, each with the number of its first record.
const TABLES: [(ToEntry, u16); 5] = [
    (Entry::Commune, 0),
    (Entry::Epci, 0xd000),
    (Entry::Department, 0xe000),
    (Entry::Region, 0xe800),
    (Entry::Alias, 0xf000),
];

impl Entry {
    /// Returns the number that stands for it in lists. `None` if the table has more records than it may.
    pub fn number(self) -> Option<u16> {
        let (Self::Commune(index)
        | Self::Epci(index)
        | Self::Department(index)
        | Self::Region(index)
        | Self::Alias(index)) = self;
        let (_, first) = TABLES.into_iter().find(|(entry, _)| entry(index) == self)?;
        first.checked_add(index).filter(|number| Self::from_number(*number) == Some(self))
    }

    /// Returns the entry that a number stands for.
    pub fn from_number(number: u16) -> Option<Self> {
        let (entry, first) = TABLES.into_iter().rev().find(|(_, first)| *first <= number)?;
        Some(entry(number - first))
    }
}

/// What a name leads to in the map of names: one entry, or a list of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameValue {
    /// The number of an entry.
    One(u16),
    /// The start of a list of numbers of entries.
    List(u32),
}

impl NameValue {
    /// The first value that stands for a list.
    const FIRST_LIST: u64 = 1 << 16;

    /// Returns the value in the map.
    pub fn to_bits(self) -> u64 {
        match self {
            Self::One(number) => u64::from(number),
            Self::List(start) => u64::from(start) + Self::FIRST_LIST,
        }
    }

    /// Returns what a value in the map stands for.
    pub fn from_bits(bits: u64) -> Option<Self> {
        match bits.checked_sub(Self::FIRST_LIST) {
            None => u16::try_from(bits).ok().map(Self::One),
            Some(start) => u32::try_from(start).ok().map(Self::List),
        }
    }
}

/// Defines an enumeration whose variants have a code in the source tables.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// All of them. The tables hold indexes of this list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the code in the source tables.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

coded! {
    /// The kind of a place.
    PlaceKind {
        /// A commune of today.
        Commune = "commune",
        /// A municipal arrondissement of Paris, Lyon or Marseille.
        MunicipalArrondissement = "arrondissement",
        /// A former commune that is a delegated commune of another one.
        DelegatedCommune = "delegated",
        /// A former commune that is an associated commune of another one.
        AssociatedCommune = "associated",
        /// An intercommunal body with own taxation.
        Epci = "epci",
        /// A territorial body (établissement public territorial) of the Métropole du Grand Paris.
        Ept = "ept",
        /// A department, or an overseas collectivity that has a code like one.
        Department = "department",
        /// A region, or an overseas collectivity that has a code like one.
        Region = "region",
    }
}

coded! {
    /// The legal form of an EPCI.
    EpciType {
        /// Communauté de communes.
        CommunauteDeCommunes = "CC",
        /// Communauté d'agglomération.
        CommunauteDAgglomeration = "CA",
        /// Communauté urbaine.
        CommunauteUrbaine = "CU",
        /// Métropole.
        Metropole = "METRO",
        /// The Métropole de Lyon, which is also a collectivity with the powers of a department.
        MetropoleDeLyon = "MET69",
        /// Établissement public territorial of the Métropole du Grand Paris.
        EtablissementPublicTerritorial = "EPT",
    }
}

coded! {
    /// What an alias stands for.
    AliasKind {
        /// A region.
        Region = "region",
        /// One or several departments.
        Department = "department",
        /// An EPCI or an EPT.
        Epci = "epci",
        /// A commune, or a part of one.
        Commune = "commune",
        /// Words for the body that carries a Cité.
        Carrier = "carrier",
        /// Words for a theme.
        Theme = "theme",
    }
}
