//! The rules that a snapshot and its source tables keep.
//!
//! A rule is one row: its [`Rule`](super::rule::Rule) with code and level, its
//! test, and what it applies to, which is the table that it is in. Its message
//! has the key `problem-CODE` in the locale files.
//!
//! | table | applies to | used by |
//! | --- | --- | --- |
//! | [`value`] | one value: pattern and test | check, build, import, schema |
//! | [`parse`] | any text, numbers, words of a list | check, build, import |
//! | [`entity`] | ids, and links to them | check, build |
//! | [`unique`] | ids that come twice, things described in two ways | check, build, import |
//! | [`record`] | a record of a list in JSON | check, build |
//! | [`commune`] | the codes of a commune | check, build |
//! | [`cite`] | a Cité | check |
//! | [`whole`] | the snapshot as a whole | check |
//! | [`format`](mod@format) | the form of a file | the readers of tables and of JSON |

pub(crate) mod cite;
pub(crate) mod commune;
pub(crate) mod entity;
pub(crate) mod format;
pub(crate) mod parse;
pub(crate) mod record;
pub(crate) mod unique;
pub(crate) mod value;
pub(crate) mod whole;
