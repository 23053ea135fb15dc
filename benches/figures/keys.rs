//! The way of a key, measured from outside: from its byte written to a pseudo-terminal to the first and the last byte that
//! the program answers with.
//!
//! The peer is fzf over the same Cités, with and without a preview of the same card, in the same run. Keys come 150 ms
//! after the last byte, as a person's do, so that caches are cold. These are no figures that divan can take: they are
//! printed as a table.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;
const LETTERS: [&str; 3] = ["b", "o", "r"];
/// The pause after which an answer is over: longer than anything that a program computes here.
const QUIET: Duration = Duration::from_millis(150);
/// The time for the first byte.
const PATIENCE: Duration = Duration::from_secs(5);

/// Prints the table.
pub fn run() {
    let cites = env!("CARGO_BIN_EXE_cites");
    let folder = tempfile::tempdir().expect("a folder");
    let lines = folder.path().join("lines");
    let listed =
        Command::new(cites).args(["list", "--columns", "id,label,carrier", "--format", "tsv"]).output();
    std::fs::write(&lines, listed.expect("a list").stdout).expect("a file");
    let fzf = |preview: &str| format!("fzf --no-mouse {preview} < '{}'", lines.display());
    let programs = [
        ("cites", format!("'{cites}' --no-history --no-mouse --lang fr")),
        ("fzf with the card as preview", fzf(&format!("--preview \"'{cites}' show --lang fr {{1}}\""))),
        ("fzf alone", fzf("")),
    ];
    println!("| | first byte | last byte | bytes |\n| --- | --- | --- | --- |");
    for (name, command) in programs {
        if command.starts_with("fzf") && Command::new("fzf").arg("--version").output().is_err() {
            println!("| {name} | fzf is not installed | | |");
            continue;
        }
        let mut answers: Vec<Answer> = (0..ROUNDS).flat_map(|_| type_letters(&command)).collect();
        let middle = answers.len() / 2;
        let mut median = |key: fn(&Answer) -> f64| {
            answers.sort_by(|one, other| key(one).total_cmp(&key(other)));
            key(&answers[middle])
        };
        let (first, last) = (median(|answer| answer.first), median(|answer| answer.last));
        println!("| {name} | {first:.1} ms | {last:.1} ms | {:.0} |", median(|answer| answer.bytes));
    }
}

/// What a program answers to a key.
struct Answer {
    /// The time to the first byte, in milliseconds.
    first: f64,
    /// The time to the last one.
    last: f64,
    /// The number of bytes.
    bytes: f64,
}

/// Starts a program in a shell, types the letters, and ends it.
fn type_letters(command: &str) -> Vec<Answer> {
    let (master, pts) = pty_process::blocking::open().expect("a pseudo-terminal");
    master.resize(pty_process::Size::new(40, 120)).expect("a size");
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
    let mut child: Child =
        pty_process::blocking::Command::from(shell).spawn_borrowed(&pts).expect("a program");
    let mut terminal = File::from(master.as_fd().try_clone_to_owned().expect("a descriptor"));
    let written = read_on_thread(terminal.try_clone().expect("a descriptor"));
    // The first frame.
    answer_to(Instant::now(), &written);
    let answers = LETTERS.map(|letter| {
        let start = Instant::now();
        terminal.write_all(letter.as_bytes()).expect("a terminal");
        answer_to(start, &written)
    });
    child.kill().expect("a program to end");
    child.wait().expect("a program that ended");
    answers.into()
}

/// Sends each part that is read, with the time.
fn read_on_thread(mut terminal: File) -> Receiver<(Instant, usize)> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut part = [0; 1 << 16];
        while let Ok(read @ 1..) = terminal.read(&mut part) {
            if sender.send((Instant::now(), read)).is_err() {
                break;
            }
        }
    });
    receiver
}

/// Waits for an answer that began after `start` and is over.
fn answer_to(start: Instant, written: &Receiver<(Instant, usize)>) -> Answer {
    let mut answer = Answer { first: f64::NAN, last: f64::NAN, bytes: 0.0 };
    let mut wait = PATIENCE;
    loop {
        match written.recv_timeout(wait) {
            Ok((at, read)) => {
                answer.last = at.duration_since(start).as_secs_f64() * 1000.0;
                if answer.bytes == 0.0 {
                    answer.first = answer.last;
                }
                answer.bytes += read as f64;
                wait = QUIET;
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return answer,
        }
    }
}
