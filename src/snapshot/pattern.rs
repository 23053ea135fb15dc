//! Regular expressions (ECMA 262) of the codes and addresses in a snapshot, for its JSON Schema.

/// The version of a snapshot that this schema describes.
pub const SCHEMA_VERSION: &str = r"^1\.[0-9]+$";
/// An id of the ANCT.
pub const CITE: &str = "^cde-[0-9]{3,}$";
/// The INSEE code of a commune.
pub const COMMUNE: &str = "^([0-9]{2}|2[AB])[0-9]{3}$";
/// The INSEE code of a department.
pub const DEPARTMENT: &str = "^([0-9]{2}|2[AB]|9[78][0-9])$";
/// The INSEE code of a region.
pub const REGION: &str = "^[0-9]{2,3}$";
/// The number of a company or a public body.
pub const SIREN: &str = "^[0-9]{9}$";
/// The code of a quartier prioritaire.
pub const QPV: &str = "^QP([0-9]{3}|02[AB]|2[AB][0-9])[0-9]{3}$";
/// An address on the web.
pub const URL: &str = "^https?://";
