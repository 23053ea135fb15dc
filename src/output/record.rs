//! The rows of a listing in the formats without columns: cards and JSON.

use serde::Serialize;

use super::Geometry;
use crate::snapshot::{Cite, Preconisation};
use crate::views::Context;
use crate::views::card::{self, Card};
use crate::views::near::{self, Nearby};
use crate::views::rows::{
    self, CommuneRow, EventRow, EvidenceRow, FigureRow, FindingRow, Qpv2024Row, QpvRow,
};
use crate::views::sources::{self, SourceUse};
use crate::views::stats::{self, Stat};
use crate::views::summary::{self, Summary};

/// A row of a listing that is also a card and a JSON record.
pub trait Record: Serialize + Sized {
    /// Returns the card with everything that is known of the row.
    fn card(&self, context: Context<'_>) -> Card;

    /// Whether the rows have positions, so that they can be put on a map.
    const HAS_GEOMETRY: bool = false;

    /// Returns the position or the area of the row, if it is known.
    fn geometry(&self, _context: Context<'_>) -> Option<Geometry> {
        None
    }

    /// Returns the document that `--format json` writes for these rows: by default, a list of
    /// them. Cités and préconisations are written as a snapshot with the sources they cite, so
    /// that `--data` can read it.
    fn document(rows: &[&Self], _context: Context<'_>) -> impl Serialize {
        rows.to_vec()
    }
}

impl Record for Cite {
    const HAS_GEOMETRY: bool = true;

    fn geometry(&self, _context: Context<'_>) -> Option<Geometry> {
        self.center().map(Geometry::Point)
    }

    fn card(&self, context: Context<'_>) -> Card {
        card::cite(self, context)
    }

    fn document(rows: &[&Self], context: Context<'_>) -> impl Serialize {
        context.snapshot.only_cites(rows)
    }
}

impl Record for Preconisation {
    fn card(&self, context: Context<'_>) -> Card {
        card::preconisation(self, context)
    }

    fn document(rows: &[&Self], context: Context<'_>) -> impl Serialize {
        context.snapshot.only_preconisations(rows)
    }
}

impl Record for SourceUse {
    fn card(&self, context: Context<'_>) -> Card {
        sources::card(self, context)
    }
}

impl Record for QpvRow {
    fn card(&self, context: Context<'_>) -> Card {
        rows::qpv::card(self, context)
    }
}

impl Record for CommuneRow {
    const HAS_GEOMETRY: bool = true;

    fn geometry(&self, _context: Context<'_>) -> Option<Geometry> {
        Some(Geometry::Point([self.commune.lon, self.commune.lat]))
    }

    fn card(&self, context: Context<'_>) -> Card {
        rows::commune::card(self, context)
    }
}

impl Record for Qpv2024Row {
    fn card(&self, context: Context<'_>) -> Card {
        rows::qpv_2024::card(self, context)
    }
}

impl Record for EvidenceRow {
    fn card(&self, context: Context<'_>) -> Card {
        rows::evidence::card(self, context)
    }
}

impl Record for FigureRow {
    fn card(&self, context: Context<'_>) -> Card {
        rows::figure::card(self, context)
    }
}

impl Record for EventRow {
    fn card(&self, context: Context<'_>) -> Card {
        rows::event::card(self, context)
    }
}

impl Record for FindingRow {
    fn card(&self, context: Context<'_>) -> Card {
        rows::finding::card(self, context)
    }
}

impl Record for Stat {
    const HAS_GEOMETRY: bool = true;

    fn geometry(&self, _context: Context<'_>) -> Option<Geometry> {
        (!self.area.is_empty()).then(|| Geometry::Area(self.area.clone()))
    }

    fn card(&self, context: Context<'_>) -> Card {
        stats::card(self, context)
    }
}

impl Record for Summary {
    fn card(&self, context: Context<'_>) -> Card {
        summary::card(self, context)
    }
}

impl Record for Nearby {
    const HAS_GEOMETRY: bool = true;

    fn geometry(&self, _context: Context<'_>) -> Option<Geometry> {
        self.cite.center().map(Geometry::Point)
    }

    fn card(&self, context: Context<'_>) -> Card {
        near::card(self, context)
    }
}
