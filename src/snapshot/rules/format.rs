//! The form of a file: rules that the readers of tables and of JSON apply as they read.

use crate::snapshot::rule::Rule;

// Of tables.
pub(crate) const MISSING_COLUMN: Rule = Rule::error("problem-missing-column");
pub(crate) const UNKNOWN_COLUMN: Rule = Rule::error("problem-unknown-column");
pub(crate) const DUPLICATE_COLUMN: Rule = Rule::error("problem-duplicate-column");
pub(crate) const RAGGED_ROW: Rule = Rule::error("problem-ragged-row");
pub(crate) const NOT_UTF8: Rule = Rule::error("problem-not-utf8");

// Of JSON.
pub(crate) const MISSING_FIELD: Rule = Rule::fatal("problem-missing-field");
/// A newer minor version of the format may have the field.
pub(crate) const UNKNOWN_FIELD: Rule = Rule::note("problem-unknown-field");
/// An unknown field that is close to one that is missing.
pub(crate) const MISSPELT_FIELD: Rule = Rule::warning("problem-unknown-field");
pub(crate) const DUPLICATE_KEY: Rule = Rule::fatal("problem-duplicate-key");
pub(crate) const WRONG_TYPE: Rule = Rule::fatal("problem-wrong-type");
pub(crate) const WRONG_LENGTH: Rule = Rule::fatal("problem-wrong-length");
pub(crate) const BROKEN_STRING: Rule = Rule::fatal("problem-broken-string");
