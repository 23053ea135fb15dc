//! Tests of the standard streams: colours for a terminal only, unless they are requested or
//! refused; an output that is full or closed.

use std::fs::{self, OpenOptions};
use std::io::Read;
use std::process::{Command, Output, Stdio};

fn cites(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cites"));
    command.env_clear().args(["--lang", "en"]).args(args).stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> Output {
    command.output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn a_pipe_gets_colours_only_where_they_are_wished_for() {
    let wishes = [
        ("", "", false),
        ("CLICOLOR_FORCE=1", "", true),
        ("CLICOLOR_FORCE=0", "", false),
        ("CLICOLOR_FORCE=0 TERM=xterm", "", false),
        ("CLICOLOR_FORCE=", "", false),
        ("NO_COLOR=1 CLICOLOR_FORCE=1", "", false),
        ("NO_COLOR= CLICOLOR_FORCE=1", "", true),
        ("NO_COLOR=1", "--color always", true),
        ("CLICOLOR_FORCE=1", "--color never", false),
        ("CLICOLOR_FORCE=1", "--color=auto", true),
        ("", "--color=always", true),
    ];
    let lines: [&[&str]; 4] = [&["list", "gueret"], &["check"], &["list", "--help"], &["list", "--no-such"]];
    for (variables, options, colored) in wishes {
        for line in lines {
            let args: Vec<&str> = line.iter().copied().chain(options.split_whitespace()).collect();
            let variables = variables.split_whitespace().filter_map(|variable| variable.split_once('='));
            let output = run(cites(&args).envs(variables.clone()));
            let written = text(&output.stdout) + &text(&output.stderr);
            assert_eq!(
                written.contains('\u{1b}'),
                colored,
                "{:?} {args:?}\n{written}",
                variables.collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn a_full_disk_is_reported_by_every_command() {
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sources");
    let lines: [&[&str]; 12] = [
        &["list"],
        &["list", "--format", "json"],
        &["show", "gueret"],
        &["stats"],
        &["check"],
        &["build", tables],
        &["schema"],
        &["completions", "bash"],
        &["man"],
        &["help", "list"],
        &["--help"],
        &["--version"],
    ];
    for line in lines {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("a device without room");
        let output = run(cites(line).stdout(full));
        let answer = "error: standard output cannot be written: the disk is full\n";
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), answer), "{line:?}");
    }
}

#[test]
fn a_file_at_the_size_limit_keeps_its_content() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("snapshot.json");
    fs::write(&file, "as it was").expect("written");
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sources");
    let output = Command::new("sh")
        .args(["-c", r#"ulimit -f 8; exec "$0" --lang en build "$1" -o snapshot.json"#])
        .args([env!("CARGO_BIN_EXE_cites"), tables])
        .current_dir(folder.path())
        .env_clear()
        .output()
        .expect("sh runs");
    let answer = "error: snapshot.json: the system does not allow a file of that size; nothing was written\n";
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), answer));
    assert_eq!(fs::read_to_string(&file).expect("a file"), "as it was");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left behind");
}

#[test]
fn a_reader_that_is_gone_ends_the_program_quietly() {
    let lines: [&[&str]; 8] = [
        &["list"],
        &["list", "--format", "ndjson"],
        &["sources", "--format", "card"],
        &["check"],
        &["schema"],
        &["completions", "zsh"],
        &["--help"],
        &["sample", "--cites", "3000"],
    ];
    for line in lines {
        let mut child =
            cites(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        drop(child.stdout.take());
        let mut complaint = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut complaint).expect("text");
        assert_eq!((child.wait().expect("an end").code(), complaint.as_str()), (Some(0), ""), "{line:?}");
    }
}

#[test]
fn a_closed_standard_error_is_no_reason_to_fail() {
    let output = Command::new("sh")
        .args(["-c", r#""$0" --lang en show "st quentin" --format csv 2>&-"#, env!("CARGO_BIN_EXE_cites")])
        .env_clear()
        .output()
        .expect("sh runs");
    assert!(output.status.success(), "{output:?}");
    assert!(text(&output.stdout).contains("Saint-Quentin"));
}
