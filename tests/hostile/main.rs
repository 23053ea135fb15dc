//! Tests with untrusted snapshots: how `cites` responds to malicious inputs.

mod command;
mod corpus;
#[cfg(target_os = "linux")]
mod growth;
mod library;
mod raw;
