//! JSON documents with the locations of their values.
//!
//! A [`Node`] is a value as a slice of the text, a [`Cursor`] a value with its
//! path, and [`JsonText`] turns offsets into lines.

mod cursor;
mod node;
mod text;

pub(crate) use cursor::{Cursor, Handle, Members, Segment};
pub(crate) use node::{Node, Shape};
pub(crate) use text::JsonText;
