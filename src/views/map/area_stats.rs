//! Counts by region or department with the outlines, for a map.

use super::choropleth::Division;
use crate::snapshot::Polygon;
use crate::views::Context;
use crate::views::groups::Grouping;
use crate::views::stats::{Stat, stats};

impl Division {
    /// Returns the division into the groups of a grouping, if these are areas.
    pub fn of_grouping(grouping: Grouping) -> Option<Self> {
        Self::ALL.into_iter().find(|division| grouping == Grouping::Field(division.field()))
    }
}

/// Counts the listed Cités, given by their indices in the snapshot, by area, as [`stats`] does, with the outlines of the
/// areas. Those without a Cité follow, in the order of the snapshot, if they have an outline.
pub fn area_stats(division: Division, listed: &[usize], context: Context<'_>) -> Vec<Stat> {
    let mut counted = stats(Grouping::Field(division.field()), listed, context);
    for area in division.areas(context.snapshot) {
        let polygons = Polygon::of_rings(area.outline);
        match counted.iter_mut().find(|stat| stat.group.as_deref() == Some(area.code)) {
            Some(stat) => stat.area = polygons,
            None if polygons.is_empty() => {}
            None => counted.push(Stat {
                group: Some(area.code.to_owned()),
                area: polygons,
                ..Stat::of(&division.name(&area), &[], 0, context.snapshot)
            }),
        }
    }
    counted
}
