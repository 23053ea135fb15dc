//! What the program is built from: licences that allow it, no network code.

use std::process::Command;

/// Each allows use in a program under `MIT OR Apache-2.0`.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that open sockets or speak a network protocol.
const NETWORK: &[&str] = &[
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "tungstenite",
    "ureq",
];

/// Name and licence of every crate reached over these kinds of edges.
fn crates(edges: &str) -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--prefix=none",
            "--no-dedupe",
            "--format={p}|{l}",
            "--edges",
            edges,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let listing = String::from_utf8(output.stdout).expect("UTF-8");
    let mut crates: Vec<(String, String)> = listing
        .lines()
        .filter_map(|line| line.split_once('|'))
        .map(|(package, licence)| {
            (package.split(' ').next().unwrap_or_default().to_owned(), licence.to_owned())
        })
        .collect();
    crates.sort_unstable();
    crates.dedup();
    assert!(crates.iter().any(|(name, _)| name == "ratatui"), "the dependencies were not read: {listing}");
    crates
}

/// Whether one side of every `OR` is allowed, and both sides of every `AND`.
fn allowed(licence: &str) -> bool {
    let choice = |one: &str| LICENCES.contains(&one.trim().trim_matches(['(', ')']));
    // The old way to write an `OR` is a slash.
    licence.replace('/', " OR ").split(" AND ").all(|part| part.split(" OR ").any(choice))
}

#[test]
fn every_licence_allows_the_program_to_be_given_on() {
    assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0") && allowed("Unlicense/MIT"));
    assert!(!allowed("GPL-3.0-only") && !allowed("MIT AND GPL-3.0-only") && !allowed(""));
    let refused: Vec<_> =
        crates("normal,build,dev").into_iter().filter(|(_, licence)| !allowed(licence)).collect();
    assert_eq!(refused, []);
}

#[test]
fn nothing_in_the_program_speaks_to_a_network() {
    let found: Vec<_> =
        crates("normal,build").into_iter().filter(|(name, _)| NETWORK.contains(&name.as_str())).collect();
    assert_eq!(found, []);
}
