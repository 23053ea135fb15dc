//! Large files, from outside: the time from the start of the program to its first frame and to its list, and the memory
//! that it takes until a query has been answered.
//!
//! Each file is read three times. These are no figures that divan can take: they are printed as a table.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::os::fd::AsFd;
use std::process::Command;
use std::time::{Duration, Instant};

use cites_emploi::snapshot::write_sample;

use super::many::REAL;

const SIZES: [usize; 2] = [100_000, 1_000_000];
const ROUNDS: usize = 3;
/// The end of a frame.
const FRAME_END: &str = "\x1b[?2026l";
/// A text of the list's first frame.
const TABS: &str = " 1 Territoires ";
/// The time after which a query among a million Cités is answered, and nothing is computed any more.
const SETTLED: Duration = Duration::from_secs(3);

/// Prints the table.
pub fn run() {
    println!("| Cités | bytes | first frame | list | memory | times the file |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let folder = tempfile::tempdir().expect("a folder");
    for cites in SIZES {
        let path = folder.path().join("many.json");
        let mut file = BufWriter::new(File::create(&path).expect("a file"));
        write_sample(&REAL, cites, 1, &mut file).expect("a sample");
        drop(file);
        let bytes = fs::metadata(&path).expect("a file").len();
        let mut rounds: Vec<Round> = (0..ROUNDS).map(|_| open(path.to_str().expect("a path"))).collect();
        rounds.sort_by_key(|round| round.list);
        let Round { first_frame, list, memory } = rounds[ROUNDS / 2];
        let ratio = memory as f64 / bytes as f64;
        println!("| {cites} | {bytes} | {first_frame:.2?} | {list:.2?} | {memory} | {ratio:.2} |");
    }
}

#[derive(Clone, Copy)]
struct Round {
    first_frame: Duration,
    list: Duration,
    /// The largest memory of the process, in bytes.
    memory: u64,
}

/// Opens the explorer on a file, and searches.
fn open(path: &str) -> Round {
    let (master, pts) = pty_process::blocking::open().expect("a pseudo-terminal");
    master.resize(pty_process::Size::new(40, 120)).expect("a size");
    let mut command = Command::new(env!("CARGO_BIN_EXE_cites"));
    command.args(["--no-history", "--lang", "fr", "--max-size", "4G", "--data", path]);
    command.env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
    let start = Instant::now();
    let mut child = pty_process::blocking::Command::from(command).spawn_borrowed(&pts).expect("a program");
    let mut terminal = File::from(master.as_fd().try_clone_to_owned().expect("a descriptor"));
    let mut written = Vec::new();
    let mut time_until = |text: &str| {
        let mut part = [0; 1 << 16];
        while memchr::memmem::find(&written, text.as_bytes()).is_none() {
            let read = terminal.read(&mut part).expect("bytes");
            written.extend_from_slice(&part[..read]);
        }
        start.elapsed()
    };
    let (first_frame, list) = (time_until(FRAME_END), time_until(TABS));
    terminal.write_all(b"reims").expect("a terminal");
    std::thread::sleep(SETTLED);
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("a process");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let kibibytes: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    child.kill().expect("a program to end");
    child.wait().expect("a program that ended");
    Round { first_frame, list, memory: kibibytes * 1024 }
}
