//! GeoJSON (RFC 7946): rows with a position or an area.

use std::io::{self, Write};

use serde::Serialize;

use super::json;
use super::object::Object;
use crate::snapshot::Polygon;

/// The geometry of a row, in WGS 84 degrees.
#[derive(Debug, Clone, PartialEq)]
pub enum Geometry {
    /// A point: `[longitude, latitude]`.
    Point([f64; 2]),
    /// An area.
    Area(Vec<Polygon>),
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum GeometryObject<'a> {
    Point([f64; 2]),
    MultiPolygon(Vec<Vec<&'a Vec<[f64; 2]>>>),
}

#[derive(Serialize)]
struct FeatureObject<'a> {
    r#type: &'static str,
    geometry: Option<GeometryObject<'a>>,
    properties: &'a Object,
}

/// The decimals of a coordinate: some ten centimetres.
const PRECISION: f64 = 1e6;

/// Writes a collection of features, each on a line of its own, from their geometries and their properties.
pub(super) fn write(
    geometries: &[Option<Geometry>],
    properties: &[Object],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{{\"type\":\"FeatureCollection\",\"features\":[")?;
    for (index, (geometry, properties)) in geometries.iter().zip(properties).enumerate() {
        let geometry = geometry.as_ref().map(|geometry| match geometry {
            Geometry::Point(point) => {
                GeometryObject::Point(point.map(|degrees| (degrees * PRECISION).round() / PRECISION))
            }
            Geometry::Area(polygons) => {
                GeometryObject::MultiPolygon(polygons.iter().map(Polygon::rings).collect())
            }
        });
        let feature = FeatureObject { r#type: "Feature", geometry, properties };
        json::write_value(&feature, out)?;
        writeln!(out, "{}", if index + 1 < geometries.len() { "," } else { "" })?;
    }
    writeln!(out, "]}}")
}
