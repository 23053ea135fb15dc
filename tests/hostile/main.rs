//! A snapshot is untrusted: the inputs that were thought of, and what `cites`
//! answers to each of them.

mod command;
mod corpus;
#[cfg(target_os = "linux")]
mod growth;
mod library;
mod raw;
