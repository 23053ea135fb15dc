//! Tests of the answers of the program.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use cites_emploi::snapshot::{DEFAULT_MAX_SIZE, load_bytes};
use tempfile::TempDir;

use crate::corpus::{self, ATTACKS, Input};
use crate::raw::first_raw;

/// The command lines that show a snapshot, each with `--data` before it.
const SHOWING: [&[&str]; 10] = [
    &["list", "--format", "table"],
    &["list", "--format", "card"],
    &["list", "--format", "csv"],
    &["list", "--format", "csv", "--separator", ";"],
    &["list", "--format", "tsv"],
    &["list", "--format", "json"],
    &["list", "--format", "ndjson"],
    &["list", "--format", "markdown"],
    &["list", "--color", "always"],
    &["list", "--format", "card", "--color", "always"],
];

fn cites(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cites"));
    command.current_dir(folder).env_clear().args(["--lang", "en", "--as-of", "2026-11-22"]);
    command
}

/// Returns the program under `ulimit -d`, with at most this many mebibytes of memory.
fn cites_within(mebibytes: usize, folder: &Path) -> Command {
    let mut command = Command::new("sh");
    let script = format!("ulimit -d {} && exec \"$0\" \"$@\"", mebibytes << 10);
    command.current_dir(folder).env_clear().args(["-c", &script, env!("CARGO_BIN_EXE_cites")]);
    command.args(["--lang", "en", "--as-of", "2026-11-22"]);
    command
}

fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().expect("the program")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Returns the text without the program's own colours, links and line ends.
fn content(bytes: &[u8]) -> String {
    let text = text(bytes).replace("\r\n", "").replace(['\n', '\t'], "");
    let mut parts = text.split('\u{1b}');
    let mut content = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let style = part.strip_prefix('[').and_then(|style| {
            style.trim_start_matches(|c: char| c == ';' || c.is_ascii_digit()).strip_prefix('m')
        });
        let link = || part.strip_prefix("]8;").filter(|link| link.chars().all(|c| c.is_ascii_graphic()));
        match style.or_else(|| part.strip_prefix('\\')).or_else(|| link().map(|_| "")) {
            Some(rest) => content.push_str(rest),
            None => content.extend(["\u{1b}", part]),
        }
    }
    content
}

fn assert_nothing_raw(output: &Output, of: &dyn std::fmt::Debug) {
    for bytes in [&output.stdout, &output.stderr] {
        assert_eq!(first_raw(&content(bytes)), None, "{of:?}\n{}", text(bytes).escape_debug());
    }
}

fn folder_with(name: &str, bytes: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), bytes).expect("a file");
    folder
}

#[test]
fn inputs_that_are_not_snapshots_end_with_the_message_of_the_library() {
    for Input { name, bytes } in corpus::refused() {
        let folder = folder_with(name, &bytes);
        let output = run(cites_within(64, folder.path()).args(["list", "--data", name]));
        let error = load_bytes(bytes, name, DEFAULT_MAX_SIZE).map(drop).expect_err(name);
        assert_eq!(text(&output.stderr), format!("error: {error}\n"));
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(2), ""), "{name}");
    }
}

#[test]
fn unusual_snapshots_are_shown_in_every_format() {
    for Input { name, bytes } in corpus::accepted() {
        let folder = folder_with(name, &bytes);
        let large = bytes.len() > 1 << 20;
        for args in if large { SHOWING.as_slice() } else { &SHOWING[..1] } {
            let output = run(cites_within(256, folder.path()).args(["--data", name]).args(*args));
            let answer =
                if name == "nothing.json" { (Some(1), "note: nothing found\n") } else { (Some(0), "") };
            assert_eq!((output.status.code(), text(&output.stderr).as_str()), answer, "{name} {args:?}");
        }
    }
}

#[test]
fn nothing_of_a_snapshot_reaches_the_output_raw() {
    let folder = folder_with("attack.json", corpus::attacked(&ATTACKS.concat()).as_bytes());
    for args in SHOWING {
        let output = run(cites(folder.path()).args(["--data", "attack.json"]).args(args));
        assert!(output.stdout.len() > 1000, "{args:?}");
        assert_nothing_raw(&output, &args);
    }
    fs::write(folder.path().join("small.json"), corpus::SMALL).expect("a file");
    let others: [&[&str]; 14] = [
        &["carriers"],
        &["ages", "--columns", "id,label,themes,carrier"],
        &["preconisations", "--format", "card"],
        &["sources"],
        &["sources", "--format", "card"],
        &["stats", "--by", "department"],
        &["stats", "--by", "theme", "--format", "json"],
        &["near", "48,2"],
        &["show", "osc"],
        &["check"],
        &["check", "--format", "json"],
        &["diff", "small.json", "attack.json"],
        &["diff", "attack.json", "small.json", "--format", "markdown"],
        &["diff", "small.json", "attack.json", "--format", "json"],
    ];
    for args in others {
        let output = run(cites(folder.path()).args(["--data", "attack.json"]).args(args));
        assert!(output.stdout.len() > 100, "{args:?} {}", text(&output.stderr));
        assert_nothing_raw(&output, &args);
    }
}

#[test]
fn only_addresses_of_the_web_become_links() {
    let folder = folder_with("link.json", &corpus::edited("\"url\": \"https:", "\"url\": \"file:"));
    let card = ["--data", "link.json", "list", "--format", "card", "--color", "always"];
    let output = run(cites(folder.path()).env("FORCE_HYPERLINK", "1").args(card));
    let text = text(&output.stdout);
    assert!(
        text.contains("\u{1b}]8;id=") && text.contains(";https:") && !text.contains(";file:"),
        "{}",
        text.escape_debug()
    );
}

#[test]
fn nothing_of_the_command_line_reaches_the_output_raw() {
    let attack = ATTACKS.concat().replace('\0', "");
    let folder = tempfile::tempdir().expect("a folder");
    for args in [
        vec![attack.as_str()],
        vec!["list", &attack],
        vec!["list", "--format", &attack],
        vec!["list", "--sort", &attack],
        vec!["list", "--columns", &attack],
        vec!["show", &attack],
        vec!["build", &attack],
        vec!["--data", &attack, "list"],
        vec!["--as-of", &attack, "list"],
        vec!["--max-size", &attack, "list"],
        vec!["--lang", &attack, "list"],
    ] {
        let output = run(cites(folder.path()).args(&args));
        assert_nothing_raw(&output, &args);
    }
}

#[test]
fn a_long_argument_is_truncated_in_messages() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = "x".repeat(100_000);
    for args in [
        vec!["list", &long],
        vec!["show", &long],
        vec!["near", &long],
        vec!["list", "--sort", &long],
        vec!["list", "--as-of", &long],
        vec![&format!("--{long}")],
        vec!["help", &long],
    ] {
        let output = run(cites(folder.path()).args(&args));
        assert!(output.stderr.len() < 1_000, "{}: {} bytes", args[0], output.stderr.len());
    }
}

#[test]
fn unreadable_inputs_are_refused_without_waiting() {
    let folder = folder_with("bomb.gz", &corpus::gzip_bomb(200));
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe")).status().expect("mkfifo").success());
    for (name, answer) in [
        (
            "pipe",
            "error: pipe: this is not a regular file; to read a pipe, hand it to standard input: --data - < pipe\n",
        ),
        (
            "/dev/zero",
            "error: /dev/zero: this is not a regular file; to read a pipe, hand it to standard input: --data - < pipe\n",
        ),
        (".", "error: .: this is a directory, a file is needed\n"),
        ("missing.json", "error: missing.json: this file does not exist\n"),
        ("bomb.gz", "error: bomb.gz: more than 16 MiB when unpacked; --max-size raises the limit\n"),
    ] {
        let output = run(cites_within(48, folder.path()).args(["--max-size", "16M", "--data", name, "list"]));
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), answer));
    }
}

#[test]
fn a_file_of_millions_of_faults_takes_little_memory_and_one_answer() {
    let faults = "1,".repeat(1_000_000);
    let folder =
        folder_with("faults.json", &corpus::edited("\"cites\": [", &format!("\"cites\": [{faults}")));
    let list = run(cites_within(48, folder.path()).args(["--data", "faults.json", "list"]));
    assert_eq!(list.status.code(), Some(2));
    assert!(text(&list.stderr).contains("999,999 more problems"), "{}", text(&list.stderr));

    let check = run(cites_within(48, folder.path()).args(["check", "faults.json"]));
    assert_eq!((check.status.code(), text(&check.stderr).as_str()), (Some(1), ""));
    let report = text(&check.stdout);
    assert_eq!(report.lines().filter(|line| line.starts_with("error: ")).count(), 10_000);
    assert!(report.contains("… and 990,000 more\n"), "{}", &report[report.len() - 200..]);
    assert!(report.ends_with("1,000,000 errors, 0 warnings, 0 notes\n"), "{}", &report[report.len() - 200..]);
}

#[test]
fn standard_input_without_end_stops_at_the_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let zeros = fs::File::open("/dev/zero").expect("zeros");
    let mut command = cites_within(48, folder.path());
    let output = command.args(["--max-size", "16M", "--data", "-", "list"]).stdin(zeros).output();
    let output = output.expect("the program");
    let answer = "error: <stdin>: more than 16 MiB when unpacked; --max-size raises the limit\n";
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), answer));
}

#[test]
fn a_file_that_changes_while_it_is_read_is_a_snapshot_or_an_error() {
    let folder = folder_with("changing.json", b"");
    let path = folder.path().join("changing.json");
    let done = AtomicBool::new(false);
    let answers = thread::scope(|scope| {
        scope.spawn(|| {
            let states = [corpus::SMALL.as_bytes(), b"", b"{\"schema_version\": \"1.0\"", &[0xff; 5000]];
            for state in states.into_iter().cycle() {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let mut file = fs::File::create(&path).expect("a file");
                state.chunks(1000).for_each(|part| file.write_all(part).expect("written"));
            }
        });
        let answers: Vec<_> = (0..30)
            .map(|_| {
                cites(folder.path()).args(["--data", "changing.json", "list"]).output().expect("the program")
            })
            .collect();
        done.store(true, Ordering::Relaxed);
        answers
    });
    for output in answers {
        let (loaded, stderr) = (output.stderr.is_empty(), text(&output.stderr));
        assert_eq!(output.status.code(), Some(if loaded { 0 } else { 2 }), "{stderr}");
        assert!(loaded || stderr.starts_with("error: changing.json:"), "{stderr}");
        assert_nothing_raw(&output, &"changing");
    }
}
