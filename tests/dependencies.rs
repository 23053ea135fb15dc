//! Tests that the licences of the dependencies allow the program to be distributed, and that
//! neither they nor the program open a network connection.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use object::{Object, ObjectSymbol};
use serde_json::Value;

/// The packages that this one is built and tested from, as `cargo metadata` describes them.
struct Packages {
    root: String,
    packages: BTreeMap<String, Value>,
    nodes: BTreeMap<String, Value>,
}

impl Packages {
    fn read() -> Self {
        let version = run_cargo(&["-vV"]);
        let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host");
        let metadata = run_cargo(&[
            "metadata",
            "--format-version=1",
            "--locked",
            "--offline",
            "--filter-platform",
            host,
        ]);
        let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
        let by_id = |list: &Value| {
            let list = list.as_array().expect("a list").iter();
            list.map(|item| (text(&item["id"]).to_owned(), item.clone())).collect()
        };
        Self {
            root: text(&metadata["resolve"]["root"]).to_owned(),
            packages: by_id(&metadata["packages"]),
            nodes: by_id(&metadata["resolve"]["nodes"]),
        }
    }

    /// Returns the ids of the packages whose code is in the program: those reached over normal dependencies.
    fn in_program(&self) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut next = vec![self.root.as_str()];
        while let Some(id) = next.pop() {
            if reached.insert(id) {
                let dependencies = self.nodes[id]["deps"].as_array().expect("dependencies").iter();
                let is_normal = |kinds: &Value| {
                    kinds.as_array().expect("kinds").iter().any(|kind| kind["kind"].is_null())
                };
                let normal = dependencies.filter(|dependency| is_normal(&dependency["dep_kinds"]));
                next.extend(normal.map(|dependency| text(&dependency["pkg"])));
            }
        }
        assert!(reached.len() > 50, "the dependencies were not read: {reached:?}");
        reached
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn run_cargo(args: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Returns the licences that `deny.toml` allows.
fn allowed_licences() -> Vec<spdx::Licensee> {
    let settings = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).expect("deny.toml");
    let (_, list) = settings.split_once("\nallow = [").expect("a list of licences");
    let (list, _) = list.split_once(']').expect("its end");
    list.split('"').skip(1).step_by(2).map(|name| spdx::Licensee::parse(name).expect(name)).collect()
}

/// Returns whether an SPDX expression can be fulfilled with the allowed licences.
fn is_allowed(expression: &str, allowed: &[spdx::Licensee]) -> bool {
    // The slash is an old way to write `OR`.
    let expression = spdx::Expression::parse_mode(expression, spdx::ParseMode::LAX);
    expression.is_ok_and(|expression| {
        expression.evaluate(|requirement| allowed.iter().any(|licence| licence.satisfies(requirement)))
    })
}

#[test]
fn every_licence_allows_the_program_to_be_passed_on() {
    let allowed = allowed_licences();
    for expression in
        ["(MIT OR Apache-2.0) AND Unicode-3.0", "Unlicense/MIT", "GPL-3.0-only OR (MIT AND Zlib)"]
    {
        assert!(is_allowed(expression, &allowed), "{expression}");
    }
    for expression in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "MIT AND (Zlib OR MIT) AND MPL-2.0", ""] {
        assert!(!is_allowed(expression, &allowed), "{expression}");
    }
    let packages = Packages::read();
    let refused = packages.packages.values().filter_map(|package| {
        let licence = package["license"].as_str().unwrap_or("no licence");
        (!is_allowed(licence, &allowed)).then(|| format!("{}: {licence}", text(&package["name"])))
    });
    assert_eq!(refused.collect::<Vec<_>>(), [""; 0]);
}

/// The functions of the C library that a program needs to reach a network or
/// another process by a socket, or to load code that does.
///
/// `socketpair` is not among them: its two ends are connected to each other
/// and to nothing else. The handling of signals uses one to wake a thread.
const NETWORK_FUNCTIONS: [&str; 11] = [
    "accept",
    "accept4",
    "bind",
    "connect",
    "dlmopen",
    "dlopen",
    "getaddrinfo",
    "gethostbyname",
    "gethostbyname_r",
    "listen",
    "socket",
];

/// Returns those of the [`NETWORK_FUNCTIONS`] that an executable file imports.
fn imported_network_functions(executable: &Path) -> BTreeSet<&'static str> {
    let bytes = fs::read(executable).expect("an executable");
    let object = object::File::parse(&*bytes).expect("an object file");
    let imports: BTreeSet<&str> = object
        .dynamic_symbols()
        .filter(ObjectSymbol::is_undefined)
        .map(|symbol| symbol.name().expect("a name").trim_start_matches('_'))
        .collect();
    assert!(imports.contains("read") && imports.contains("socketpair"), "{imports:?}");
    NETWORK_FUNCTIONS.into_iter().filter(|name| imports.contains(name)).collect()
}

/// Tests the imports of the program. Code that opens a socket calls the C library, whatever its
/// language and crate, unless it makes the system call itself (see the next test). The linker
/// leaves out functions that are never called, so `cites` imports such a function only if it can
/// call it.
#[cfg(all(unix, not(target_env = "musl")))]
#[test]
fn the_program_imports_no_function_that_opens_a_connection() {
    assert_eq!(imported_network_functions(Path::new(env!("CARGO_BIN_EXE_cites"))), BTreeSet::new());

    // This test program can connect, which verifies that such an import is found.
    #[expect(clippy::disallowed_types, reason = "the opposite of what the program does")]
    let connect: fn(&'static str) -> _ = std::net::TcpStream::connect::<&'static str>;
    std::hint::black_box(connect);
    let this = imported_network_functions(&std::env::current_exe().expect("this program"));
    for name in ["socket", "connect", "getaddrinfo"] {
        assert!(this.contains(name), "{name} is missing in {this:?}");
    }
}

/// The crates with a system call in assembly language, which no import shows, each with the
/// features that would add more of them.
const CALLS_THE_KERNEL: [(&str, &[&str]); 3] = [
    // Reads random numbers, on systems without a C library.
    ("getrandom", &[]),
    // Only names the instruction, in a comment.
    ("portable-atomic", &[]),
    ("rustix", &["net", "io_uring"]),
];

#[test]
fn no_crate_asks_the_kernel_itself_for_a_connection() {
    let packages = Packages::read();
    let mut found = BTreeSet::new();
    for id in packages.in_program() {
        let package = &packages.packages[id];
        let name = text(&package["name"]);
        let folder = Path::new(text(&package["manifest_path"])).parent().expect("a folder");
        if id == packages.root || !sources(&folder.join("src")).iter().any(|code| calls_the_kernel(code)) {
            continue;
        }
        let known = CALLS_THE_KERNEL.into_iter().find(|(known, _)| *known == name);
        let (name, refused) = known.unwrap_or_else(|| panic!("{name} makes system calls: which?"));
        let features = packages.nodes[id]["features"].as_array().expect("features");
        for feature in refused {
            assert!(
                !features.iter().any(|used| used == feature),
                "{name} is used with the feature {feature}"
            );
        }
        found.insert(name);
    }
    assert!(found.contains("rustix"), "{found:?}");
}

/// Returns whether Rust code has an instruction that calls the kernel, on any of the usual processors.
fn calls_the_kernel(code: &str) -> bool {
    let instructions = ["syscall", "svc ", "ecall", "int 0x80", "int $0x80", "sysenter"];
    let in_assembly = || {
        let mut texts = code.split('"').skip(1).map(str::trim_start);
        texts.any(|text| instructions.iter().any(|instruction| text.starts_with(instruction)))
    };
    code.contains("asm!") && in_assembly()
}

/// Returns the texts of the Rust files in a folder and its folders.
fn sources(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned());
        }
    }
    files
}
