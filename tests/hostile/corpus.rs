//! The inputs: small ones from files, large ones and variants generated here.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

/// A snapshot with one of everything, from which the variants are made.
pub const SMALL: &str = include_str!("files/small.json");

/// An input and its name in messages.
pub struct Input {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

/// Texts that must not reach a terminal, a reader or a spreadsheet unchanged.
pub const ATTACKS: [&str; 14] = [
    "\u{1b}[2J\u{1b}[31mcsi",
    "\u{1b}]8;;https://a.example\u{1b}\\osc 8\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;Y2l0ZXM=\u{7}osc 52",
    "\u{1b}P$qm\u{1b}\\dcs",
    "\u{9b}31m one-byte csi",
    "\u{9d}0;one-byte osc\u{9c}",
    "nul \0, delete \u{7f}, bell \u{7}",
    "line\r\nfeeds\u{85}of\u{2028}all\u{2029}kinds\u{b}and\u{c}tabs\t",
    "\u{202e}override\u{202c} \u{2066}isolate\u{2069} \u{61c}\u{200f}marks",
    "zero\u{200b}width\u{200d}joined\u{feff}\u{ad}",
    "tags \u{e0041}\u{e0042}\u{e007f}",
    "storm z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
    "korean storm \u{1100}\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}",
    "=HYPERLINK(\"https://a.example\")",
];

/// Returns [`SMALL`] with one text replaced.
pub fn edited(from: &str, to: &str) -> Vec<u8> {
    assert!(SMALL.contains(from), "{from}");
    SMALL.replacen(from, to, 1).into_bytes()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Returns a gzip file that decompresses to `mebibytes` MiB of spaces, a thousand times its own
/// size.
pub fn gzip_bomb(mebibytes: usize) -> Vec<u8> {
    gzip(&vec![b' '; 1 << 20]).repeat(mebibytes)
}

/// Returns a snapshot in which every text starts with `attack`, except for dates and words of a
/// list.
pub fn attacked(attack: &str) -> String {
    fn spoil(value: &mut Value, key: &str, attack: &str) {
        const FORMED: [&str; 11] = [
            "schema_version",
            "as_of",
            "start",
            "end",
            "date",
            "scale",
            "evidence",
            "basis",
            "type",
            "kind",
            "status",
        ];
        match value {
            Value::String(text) if !FORMED.contains(&key) => text.insert_str(0, attack),
            Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, key, attack)),
            Value::Object(members) => members.iter_mut().for_each(|(key, value)| spoil(value, key, attack)),
            _ => {}
        }
    }
    let mut snapshot: Value = serde_json::from_str(SMALL).expect("the small snapshot");
    spoil(&mut snapshot, "", attack);
    snapshot.to_string()
}

/// Returns a snapshot whose only Cité covers `count` communes.
pub fn communes(count: usize) -> String {
    let mut snapshot: Value = serde_json::from_str(SMALL).expect("the small snapshot");
    let list = snapshot.pointer_mut("/cites/0/communes").and_then(Value::as_array_mut).expect("communes");
    let first = list.first().expect("a commune").clone();
    list.resize(count, first);
    snapshot.to_string()
}

fn small_file(name: &'static str) -> Input {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile/files");
    Input { name, bytes: std::fs::read(format!("{folder}/{name}")).expect(name) }
}

/// Returns inputs that are not snapshots.
pub fn refused() -> Vec<Input> {
    let files = [
        "empty.json",
        "blank.json",
        "page.html",
        "list.json",
        "other.json",
        "utf16le.json",
        "utf16be.json",
        "latin1.json",
        "nul.json",
        "escape-in-key.json",
        "version-with-escape.json",
        "header-only.gz",
    ];
    let whole = gzip(SMALL.as_bytes());
    let cut = whole.get(..whole.len() / 2).expect("a half").to_vec();
    let mut wrong_sum = whole;
    if let Some(byte) = wrong_sum.iter_mut().rev().nth(5) {
        *byte ^= 1;
    }
    let made = [
        ("cut.json", SMALL.as_bytes().get(..1000).expect("a part").to_vec()),
        ("cut.json.gz", cut),
        ("wrong-sum.json.gz", wrong_sum),
        ("twice.json", SMALL.repeat(2).into_bytes()),
        ("array.json", as_arrays().into_bytes()),
        ("nan.json", edited("\"lon\": ", "\"lon\": NaN, \"was\": ")),
        ("infinity.json", edited("\"lat\": ", "\"lat\": -Infinity, \"was\": ")),
        ("beyond-f64.json", edited("\"lon\": ", "\"lon\": 1e999, \"was\": ")),
        ("beyond-f64-figure.json", edited("\"value\": ", "\"value\": 1e999, \"was\": ")),
        ("population.json", edited("\"population_2020\": ", "\"population_2020\": 99999999999, \"was\": ")),
        ("year.json", edited("\"year\": ", "\"year\": 40000, \"was\": ")),
        ("date.json", edited("\"as_of\": \"2024-03-05\"", "\"as_of\": \"2024-02-30\"")),
        ("date-with-escape.json", edited("\"as_of\": \"2024-03-05\"", "\"as_of\": \"\\u001b[31m2024\"")),
        ("lone-surrogate.json", edited("\"title_fr\": \"", "\"title_fr\": \"\\ud800")),
        ("duplicate-key.json", edited("\"lon\": ", "\"lon\": 0, \"lon\": ")),
    ];
    let mut inputs: Vec<_> = files.into_iter().map(small_file).collect();
    inputs.extend(made.map(|(name, bytes)| Input { name, bytes }));
    inputs.extend(refused_of(20_000));
    inputs
}

/// Returns inputs that are not snapshots and whose sizes grow with `count`.
pub fn refused_of(count: usize) -> Vec<Input> {
    let nested = "[".repeat(5 * count);
    let closed = format!("{nested}{}", "]".repeat(5 * count));
    let [faults, keys, titles] = ["1,", "\"a\":0,", "\"title_fr\":\"\","].map(|part| part.repeat(count));
    [
        ("deep.json", edited("\"as_of\": ", &format!("\"as_of\": {nested}"))),
        ("deep-closed.json", edited("\"as_of\": ", &format!("\"as_of\": {closed}, \"was\": "))),
        ("deep-root.json", closed.into_bytes()),
        ("many-faults.json", edited("\"cites\": [", &format!("\"cites\": [{faults}"))),
        ("many-keys.json", edited("\"meta\": {", &format!("\"meta\": {{\"title_fr\":0,{keys}"))),
        ("many-titles.json", edited("\"meta\": {", &format!("\"meta\": {{{titles}"))),
    ]
    .map(|(name, bytes)| Input { name, bytes })
    .into()
}

/// Returns unusual inputs that are snapshots.
pub fn accepted() -> Vec<Input> {
    let mark = "\u{feff}";
    let mut inputs = accepted_of(10_000);
    let others = [
        ("byte-order-mark.json", format!("{mark}{SMALL}").into_bytes()),
        ("gzip.json", gzip(SMALL.as_bytes())),
        ("gzip-of-parts.json", SMALL.as_bytes().chunks(1000).flat_map(gzip).collect()),
        ("newer-minor.json", edited("\"1.0\"", "\"1.99\", \"weather\": {\"nan\": [null]}")),
        ("tiny-numbers.json", edited("\"lon\": ", "\"lon\": -5e-324, \"was\": ")),
        ("off-the-earth.json", edited("\"lat\": ", "\"lat\": 1e308, \"was\": ")),
        ("far-date.json", edited("\"as_of\": \"2024-03-05\"", "\"as_of\": \"9999-12-31\"")),
        ("first-date.json", edited("\"as_of\": \"2024-03-05\"", "\"as_of\": \"0001\"")),
        ("nothing.json", EMPTY.as_bytes().to_vec()),
    ];
    inputs.extend(others.map(|(name, bytes)| Input { name, bytes }));
    inputs
}

/// Returns inputs that are snapshots and whose sizes grow with `count`.
pub fn accepted_of(count: usize) -> Vec<Input> {
    let deep = format!("{}{}", "[".repeat(10 * count), "]".repeat(10 * count));
    let long = "é".repeat(50 * count);
    [
        ("deep-unknown.json", edited("\"meta\": ", &format!("\"unknown\": {deep}, \"meta\": "))),
        ("long-label.json", edited("\"label\": \"", &format!("\"label\": \"{long}"))),
        ("communes.json", communes(count).into_bytes()),
    ]
    .map(|(name, bytes)| Input { name, bytes })
    .into()
}

/// Returns [`SMALL`] with its objects as lists of their values, in the order of the model.
fn as_arrays() -> String {
    let snapshot: Value = serde_json::from_str(SMALL).expect("the small snapshot");
    let fields = [
        "schema_version",
        "meta",
        "cites",
        "preconisations",
        "findings",
        "figures",
        "timeline",
        "sources",
        "regions",
        "departments",
    ];
    Value::from(fields.map(|field| snapshot[field].clone()).to_vec()).to_string()
}

/// An empty snapshot.
const EMPTY: &str = r#"{
 "schema_version": "1.0",
 "meta": {
  "title_fr": "", "title_en": "", "as_of": "2024",
  "experiment": {"start": "2020", "end": "2024", "sources": []},
  "built_from": [], "licences": []
 },
 "cites": [], "preconisations": [], "findings": [], "figures": [], "timeline": [],
 "sources": [], "regions": [], "departments": []
}"#;
