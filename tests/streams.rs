//! Tests of the standard streams: colours for a terminal only, unless they are requested or
//! refused; an output that is full or closed.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, pipe};
use std::process::{Command, Output, Stdio};

use rustix::fs::{CWD, FileType, Mode, OFlags, fcntl_getfl, fcntl_setfl, mknodat};
use rustix::pipe::fcntl_setpipe_size;

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
fn an_output_that_does_not_block_is_waited_for() {
    for args in [["list", "--format=json"].as_slice(), &["help", "list"], &["completions", "zsh"], &["man"]] {
        let expected = run(&mut cites(args)).stdout;
        let (mut reader, writer) = pipe().expect("a pipe");
        let flags = fcntl_getfl(&writer).expect("flags");
        fcntl_setfl(&writer, flags | OFlags::NONBLOCK).expect("non-blocking mode");
        // Nothing is read before the pipe is full, if there is enough to fill it.
        let _ = fcntl_setpipe_size(&writer, 4096);
        let mut child = cites(args).stdout(writer).spawn().expect("the program runs");
        let mut read = Vec::new();
        reader.read_to_end(&mut read).expect("read");
        assert!(child.wait().expect("an end").success(), "{args:?}");
        assert!(read == expected, "{args:?}: {} of {} bytes", read.len(), expected.len());
    }
}

#[test]
fn an_output_file_may_be_standard_output_or_another_stream() {
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sources");
    let snapshot =
        fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/snapshot.json")).expect("the snapshot");
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        assert!(run(&mut cites(&["build", tables, "-o", name])).stdout == snapshot, "{name}");
    }

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    fs::write(&path, "kept\n").expect("written");
    let file = OpenOptions::new().append(true).open(&path).expect("a file");
    let status =
        cites(&["build", tables, "-o", "/dev/stdout"]).stdout(file).status().expect("the program runs");
    assert!(status.success());
    assert!(fs::read(&path).expect("a file") == [b"kept\n", snapshot.as_slice()].concat());

    let fifo = folder.path().join("fifo");
    mknodat(CWD, &fifo, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a FIFO");
    let mut child = cites(&["build", tables, "-o"]).arg(&fifo).spawn().expect("the program runs");
    let mut read = Vec::new();
    File::open(&fifo).expect("a FIFO").read_to_end(&mut read).expect("read");
    assert!(child.wait().expect("an end").success());
    assert!(read == snapshot);
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
