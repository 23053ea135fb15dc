//! A snapshot is untrusted: the inputs that were thought of, and what `cites`
//! answers to each of them.

mod command;
mod corpus;
mod library;
mod raw;
