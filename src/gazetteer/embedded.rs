//! The tables in the program. They are read where they are, and no byte of them before it is needed.

use zerocopy::little_endian::U16;
use zerocopy::{FromBytes, Immutable, KnownLayout, Unaligned};

use super::layout::{
    AliasRecord, ChangeRecord, CommuneRecord, DepartmentRecord, EpciRecord, ListRef, PostcodeRecord,
    RegionRecord, TextRef,
};

/// Returns the bytes of a file that `build/gazetteer/encode.rs` wrote.
macro_rules! file {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer/", $name))
    };
}

/// The map from keys to what they name.
pub(super) const NAMES: &[u8] = file!("names.fst");
const LISTS: &[u8] = file!("lists");
const TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/gazetteer/texts"));

/// Defines a function that returns a table.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident($record:ty) = $file:literal;)+) => {
        $($(#[$doc])* pub(super) fn $name() -> &'static [$record] { records(file!($file)) })+
    };
}

tables! {
    /// Returns the communes, sorted by code.
    communes(CommuneRecord) = "communes";
    /// Returns the EPCIs and EPTs, sorted by code.
    epcis(EpciRecord) = "epcis";
    /// Returns the departments, sorted by code.
    departments(DepartmentRecord) = "departments";
    /// Returns the regions, sorted by code.
    regions(RegionRecord) = "regions";
    /// Returns the postcodes in order.
    postcodes(PostcodeRecord) = "postcodes";
    /// Returns the aliases in the order of their table.
    aliases(AliasRecord) = "aliases";
    /// Returns the changes of communes, sorted by old code.
    changes(ChangeRecord) = "changes";
}

/// Returns the records in the bytes of a table. None if the bytes are damaged, which tests exclude.
fn records<T: FromBytes + Immutable + KnownLayout + Unaligned>(bytes: &'static [u8]) -> &'static [T] {
    <[T]>::ref_from_bytes(bytes).unwrap_or_default()
}

/// Returns the record of an index.
pub(super) fn record<T>(table: &'static [T], index: u16) -> Option<&'static T> {
    table.get(usize::from(index))
}

/// Returns a text of the pool.
pub(super) fn text(reference: TextRef) -> &'static str {
    let (start, end) = reference.bounds();
    TEXTS.get(start..end).unwrap_or_default()
}

/// Returns a code of ASCII characters as a text.
pub(super) fn code(bytes: &'static [u8]) -> &'static str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Returns the items of a list of the pool.
pub(super) fn list(reference: ListRef) -> &'static [U16] {
    list_at(reference.start.get())
}

/// Returns the items of the list of the pool that starts at a position.
pub(super) fn list_at(start: u32) -> &'static [U16] {
    let from_len = usize::try_from(start).ok().and_then(|start| records(LISTS).get(start..));
    let (len, items) = from_len.and_then(<[U16]>::split_first).unwrap_or((&U16::ZERO, &[]));
    items.get(..usize::from(len.get())).unwrap_or_default()
}
