//! The tile map: each region is a tile of the same size, about where it lies.

use crate::snapshot::Snapshot;

/// The number of columns of the grid.
pub const COLUMNS: u16 = 5;

/// A tile: the INSEE code of the region, its code in ISO 3166-2 (of Corse, that of 2016), and its column and row, from 0.
type Row = (&'static str, &'static str, u16, u16);

/// The regions of the mainland and Corsica, then those overseas.
const TILES: [Row; 18] = [
    ("32", "HDF", 2, 0),
    ("28", "NOR", 1, 1),
    ("11", "IDF", 2, 1),
    ("44", "GES", 3, 1),
    ("53", "BRE", 0, 2),
    ("52", "PDL", 1, 2),
    ("24", "CVL", 2, 2),
    ("27", "BFC", 3, 2),
    ("75", "NAQ", 1, 3),
    ("84", "ARA", 3, 3),
    ("76", "OCC", 2, 4),
    ("93", "PAC", 3, 4),
    ("94", "COR", 4, 4),
    ("01", "971", 0, 5),
    ("02", "972", 1, 5),
    ("03", "973", 2, 5),
    ("04", "974", 3, 5),
    ("06", "976", 4, 5),
];

/// A region on the tile map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile<'a> {
    /// Its index in the snapshot.
    pub region: usize,
    /// A short name: its code in ISO 3166-2, or the INSEE code if it has none.
    pub code: &'a str,
    /// The column, from 0 to [`COLUMNS`] - 1.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}

/// Returns the tiles of some regions, given by their indices in the snapshot. Those without a place of their own, such as
/// overseas collectivities, are below the others.
pub fn tiles<'a>(regions: &[usize], snapshot: &'a Snapshot) -> Vec<Tile<'a>> {
    let mut others = 0;
    let last_row = TILES.iter().map(|(.., row)| *row).max().unwrap_or(0);
    let codes = regions.iter().filter_map(|region| Some((*region, &*snapshot.regions.get(*region)?.code)));
    let tiles = codes.map(|(region, insee)| {
        if let Some((_, code, column, row)) = TILES.iter().find(|(known, ..)| *known == insee) {
            return Tile { region, code, column: *column, row: *row };
        }
        let (column, row) = (others % COLUMNS, last_row + 1 + others / COLUMNS);
        others += 1;
        Tile { region, code: insee, column, row }
    });
    tiles.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::snapshot::embedded;

    #[test]
    fn no_two_regions_share_a_tile() {
        let snapshot = embedded().unwrap();
        let all: Vec<usize> = (0..snapshot.regions.len()).collect();
        let tiles = tiles(&all, &snapshot);
        let places: HashSet<(u16, u16)> = tiles.iter().map(|tile| (tile.column, tile.row)).collect();
        assert_eq!((tiles.len(), places.len()), (all.len(), all.len()));
        assert!(tiles.iter().all(|tile| tile.column < COLUMNS));
        let of = |code| tiles.iter().find(|tile| tile.code == code).map(|tile| (tile.column, tile.row));
        assert_eq!((of("IDF"), of("975"), of("988")), (Some((2, 1)), Some((0, 6)), Some((1, 7))));
    }

    #[test]
    fn every_region_with_an_outline_has_a_place() {
        let snapshot = embedded().unwrap();
        let regions = snapshot.regions.iter().enumerate();
        let drawn: Vec<usize> =
            regions.filter(|(_, region)| !region.outline().is_empty()).map(|(index, _)| index).collect();
        assert_eq!(drawn.len(), TILES.len());
        assert!(tiles(&drawn, &snapshot).iter().all(|tile| tile.row <= 5));
    }
}
