//! Rules for the records of a JSON document, a source table or a whole snapshot.

use super::parse::date;
use super::value::{LATITUDE, LONGITUDE};
use crate::snapshot::json::Cursor;
use crate::snapshot::model::{Figure, FigureValue};
use crate::snapshot::problem::{Problems, Violation};
use crate::snapshot::rule::Rule;

const OPEN_RING: Rule = Rule::error("problem-open-ring");

/// A record and where it is.
pub(crate) type Record<'a, T> = (Cursor<'a>, T);

/// Tests that figures in the unit `date` are dates.
pub(crate) fn check_figures(records: &[Record<'_, Figure>], problems: &mut Problems) {
    for (at, figure) in records {
        if let (FigureValue::Text(text), "date") = (&figure.value, figure.unit.as_str()) {
            problems.keep(&at.key("value"), text, date(text));
        }
    }
}

/// Tests that the rings of an outline hold an area, end where they started and are on the globe.
pub(crate) fn check_outline(at: &Cursor<'_>, rings: &[Vec<[f64; 2]>], problems: &mut Problems) {
    for (index, points) in rings.iter().enumerate() {
        let ring = at.item(index);
        if points.len() < 4 || points.first() != points.last() {
            problems.add(&ring, "", Violation::new(OPEN_RING));
        }
        for (index, [lon, lat]) in points.iter().enumerate() {
            let point = ring.item(index);
            problems.keep(&point, &lon.to_string(), LONGITUDE.check(*lon));
            problems.keep(&point, &lat.to_string(), LATITUDE.check(*lat));
        }
    }
}
