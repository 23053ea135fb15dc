//! Links of the terminal (OSC 8), by which a text leads to an address when it is clicked.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// Ends a link.
pub const END: &str = "\u{1b}]8;;\u{1b}\\";

/// Returns whether an address may become a link: only one of the web, so that a click runs or opens nothing on this
/// machine.
pub fn is_web_address(url: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme))
}

/// Returns the number of an address, of 24 bits and never 0. Parts of a text with the same number are one link.
pub fn id(url: &str) -> u32 {
    let mut hasher = FxHasher::default();
    url.hash(&mut hasher);
    let [first, second, third, ..] = hasher.finish().to_be_bytes();
    u32::from_be_bytes([0, first, second, third]).max(1)
}

/// Returns the sequence that starts a link to an address.
///
/// ```
/// use cites_emploi::hyperlink::{END, start};
///
/// let link = format!("{}the agency{END}", start("https://agence-cohesion-territoires.gouv.fr"));
/// assert!(link.contains(";https://agence-cohesion-territoires.gouv.fr\u{1b}\\the agency"));
/// ```
pub fn start(url: &str) -> String {
    // Terminals end the address at the first escape character, so it must not contain one.
    let graphic: String = url.chars().filter(|c| c.is_ascii_graphic()).collect();
    format!("\u{1b}]8;id={:x};{graphic}\u{1b}\\", id(url))
}
