//! Runs the real program in a pseudo-terminal, with a terminal emulator reading it.
//!
//! No test waits for silence: it waits for a text, a frame, an end, or until every thread of the
//! program sleeps and a mark after its output has arrived. If that takes too long, it fails with
//! the content of the screen.

use std::io::{PipeReader, PipeWriter, Read, Write, pipe};
use std::num::NonZeroU16;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use std::{fs, process, thread};

use pty_process::blocking::{Command, Pts, Pty};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::ioctl_fionread;
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use rustix::termios::{Action, Termios, tcflow, tcgetattr};
use tempfile::TempDir;
use vt100::{Callbacks, MouseProtocolMode, Parser, Screen};

/// The time after which a wait counts as hanging. No test depends on how long anything takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A text of the first frame, if the screen is wide enough.
pub const FIRST_TEXT: &str = "Territoires";

/// The end of every frame.
pub const FRAME_END: &str = "\x1b[?2026l";

/// Asks the terminal for its status.
pub const STATUS_QUERY: &str = "\x1b[5n";

/// Written after the output of the program, to know when all of it was read.
const MARK: &str = "\x1b]mark\x07";

/// Held while a pseudo-terminal is opened and a process started: otherwise a process started by
/// another test would keep the terminal open.
static SPAWN: Mutex<()> = Mutex::new(());

/// A program to start in a pseudo-terminal.
pub struct Start {
    command: process::Command,
    home: TempDir,
    columns: u16,
    rows: u16,
    has_replies: bool,
}

/// Returns `cites` with `arguments`, at 80x24, in French, with an otherwise empty environment.
pub fn cites<const N: usize>(arguments: [&str; N]) -> Start {
    let mut command = process::Command::new(env!("CARGO_BIN_EXE_cites"));
    command.args(arguments);
    Start::new(command)
}

/// Returns a shell script, in which `$CITES` is the program.
pub fn script(script: &str) -> Start {
    let mut command = process::Command::new("/bin/sh");
    command.args(["-c", script]).env("CITES", env!("CARGO_BIN_EXE_cites"));
    Start::new(command)
}

impl Start {
    fn new(mut command: process::Command) -> Self {
        let home = TempDir::new().unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let program =
            command.get_envs().find_map(|(key, value)| (key == "CITES").then_some(value?.to_owned()));
        command.env_clear().env("PATH", path).env("HOME", home.path()).current_dir(home.path());
        command.env("TERM", "xterm-256color").env("LANG", "fr_FR.UTF-8");
        if let Some(program) = program {
            command.env("CITES", program);
        }
        Self { command, home, columns: 80, rows: 24, has_replies: true }
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Lets the test reply for the terminal, or not reply at all.
    pub fn without_replies(mut self) -> Self {
        self.has_replies = false;
        self
    }

    pub fn spawn(self) -> Cites {
        let _alone = SPAWN.lock().unwrap();
        let (master, pts) = pty_process::blocking::open().unwrap();
        master.resize(pty_process::Size::new(self.rows, self.columns)).unwrap();
        let modes_before = tcgetattr(&pts).unwrap();
        let child = Command::from(self.command).spawn_borrowed(&pts).unwrap();
        let master = Arc::new(master);
        let seen = Arc::new(Seen::new(self.columns, self.rows, self.has_replies));
        let (stopped, stop) = pipe().unwrap();
        let reader = thread::spawn({
            let (master, seen) = (Arc::clone(&master), Arc::clone(&seen));
            move || seen.read(&master, &stopped)
        });
        Cites {
            child,
            terminal: Some(PseudoTerminal { master, pts, stop, reader }),
            modes_before,
            seen,
            home: self.home,
        }
    }
}

struct PseudoTerminal {
    master: Arc<Pty>,
    pts: Pts,
    /// Stops the reader when dropped.
    stop: PipeWriter,
    reader: JoinHandle<()>,
}

impl PseudoTerminal {
    /// Closes the last descriptor of the terminal's outer end.
    fn hang_up(self) {
        drop(self.stop);
        self.reader.join().unwrap();
        drop(self.master);
        drop(self.pts);
    }
}

/// The bytes that the terminal was sent.
struct Seen {
    output: Mutex<Output>,
    changed: Condvar,
    /// Whether the terminal sends its status when it is asked for it.
    has_replies: bool,
}

pub struct Output {
    /// Without the marks.
    bytes: Vec<u8>,
    marks: usize,
    replies: usize,
    emulator: Parser<Unknown>,
}

impl Output {
    fn take_in(&mut self, bytes: &[u8]) {
        // A mark may have begun in earlier bytes.
        let start = self.bytes.len().saturating_sub(MARK.len());
        self.bytes.extend(bytes);
        let mark = self.bytes[start..].windows(MARK.len()).position(|bytes| bytes == MARK.as_bytes());
        if let Some(at) = mark {
            self.bytes.drain(start + at..start + at + MARK.len());
            self.marks += 1;
        }
    }

    /// Returns what was sent after the first `bytes` bytes, as text.
    pub fn sent_since(&self, bytes: usize) -> String {
        String::from_utf8_lossy(&self.bytes[bytes..]).into_owned()
    }

    /// Returns the text on the screen.
    pub fn screen(&self) -> String {
        self.emulator.screen().contents()
    }
}

/// The control sequences that the emulator does not know.
#[derive(Default)]
struct Unknown(Vec<String>);

impl Callbacks for Unknown {
    fn unhandled_csi(&mut self, _: &mut Screen, i1: Option<u8>, _: Option<u8>, params: &[&[u16]], c: char) {
        let params: Vec<_> = params.iter().flat_map(|group| group.iter()).map(ToString::to_string).collect();
        let private = i1.map(char::from).map(String::from).unwrap_or_default();
        self.0.push(format!("{private}{}{c}", params.join(";")));
    }

    fn unhandled_escape(&mut self, _: &mut Screen, _: Option<u8>, _: Option<u8>, b: u8) {
        self.0.push(format!("ESC {}", char::from(b)));
    }
}

impl Seen {
    fn new(columns: u16, rows: u16, has_replies: bool) -> Self {
        let emulator = Parser::new_with_callbacks(cells(rows), cells(columns), 0, Unknown::default());
        let output = Output { bytes: Vec::new(), marks: 0, replies: 0, emulator };
        Self { output: Mutex::new(output), changed: Condvar::new(), has_replies }
    }

    fn read(&self, master: &Pty, stopped: &PipeReader) {
        let mut buffer = [0; 65_536];
        loop {
            let mut waited = [PollFd::new(master, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
            poll(&mut waited, None).unwrap();
            if !waited[1].revents().is_empty() {
                return;
            }
            let Ok(count) = (&*master).read(&mut buffer) else { return };
            let mut output = self.output.lock().unwrap();
            output.emulator.process(&buffer[..count]);
            output.take_in(&buffer[..count]);
            let queries = output.emulator.callbacks().0.iter().filter(|unknown| *unknown == "5n").count();
            while self.has_replies && output.replies < queries {
                output.replies += 1;
                (&*master).write_all(b"\x1b[0n").unwrap();
            }
            self.changed.notify_all();
        }
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN)
}

/// The modes of a terminal that a program may leave behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modes {
    pub raw: bool,
    pub alternate_screen: bool,
    pub cursor_hidden: bool,
    pub bracketed_paste: bool,
    pub mouse: bool,
    /// Sequences that change the effect of keys, or that query the terminal.
    pub others: Vec<String>,
}

impl Modes {
    /// The modes of a terminal that runs a shell.
    pub const GIVEN_BACK: Self = Self {
        raw: false,
        alternate_screen: false,
        cursor_hidden: false,
        bracketed_paste: false,
        mouse: false,
        others: Vec::new(),
    };
}

/// A running program and its terminal; killed when dropped.
pub struct Cites {
    child: Child,
    terminal: Option<PseudoTerminal>,
    modes_before: Termios,
    seen: Arc<Seen>,
    home: TempDir,
}

impl Cites {
    /// Sends keys. An escape byte at the end is the key at once: a reply without content follows it.
    pub fn send(&self, keys: impl AsRef<[u8]>) {
        let keys = keys.as_ref();
        let after: &[u8] = if keys.ends_with(b"\x1b") { b"\x1b]\x07" } else { b"" };
        self.send_bytes([keys, after].concat());
    }

    /// Sends bytes, of which the last ones may be the start of something.
    pub fn send_bytes(&self, bytes: impl AsRef<[u8]>) {
        let master = &self.terminal().master;
        (&**master).write_all(bytes.as_ref()).unwrap();
    }

    /// Returns the number of bytes that the program has not read.
    pub fn unread(&self) -> u64 {
        ioctl_fionread(&self.terminal().pts).unwrap()
    }

    /// Waits until the program has read all bytes.
    pub fn wait_until_read(&self) {
        poll_until("all bytes are read", || self.unread() == 0);
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        // The emulator is resized first, so that it has the new size before the frame for
        // it arrives.
        self.output().emulator.set_size(cells(rows), cells(columns));
        self.terminal().master.resize(pty_process::Size::new(rows, columns)).unwrap();
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Closes the terminal from outside, as closing its window does.
    pub fn hang_up(&mut self) {
        self.terminal.take().unwrap().hang_up();
    }

    /// Makes the terminal accept no more bytes, like a stalled connection.
    pub fn stop_output(&self) {
        tcflow(&self.terminal().pts, Action::OOff).unwrap();
    }

    fn terminal(&self) -> &PseudoTerminal {
        self.terminal.as_ref().expect("the terminal is open")
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.seen.output.lock().unwrap()
    }

    /// Returns the text on the screen, line by line.
    pub fn screen(&self) -> String {
        self.output().screen()
    }

    /// Returns what `look` extracts from the screen, letters and colours.
    pub fn see<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        look(self.output().emulator.screen())
    }

    /// Returns everything that was sent, as text.
    pub fn sent(&self) -> String {
        self.output().sent_since(0)
    }

    /// Returns what was sent after the first `bytes` bytes, as text.
    pub fn sent_since(&self, bytes: usize) -> String {
        self.output().sent_since(bytes)
    }

    /// Returns the number of bytes sent so far.
    pub fn byte_count(&self) -> usize {
        self.output().bytes.len()
    }

    pub fn wait_for_text(&self, text: &str) {
        self.wait_until(&format!("{text:?}"), |output| output.screen().contains(text));
    }

    /// Waits for a complete frame that shows `text`.
    pub fn wait_for_frame(&self, text: &str) {
        self.wait_until(&format!("a frame with {text:?}"), |output| {
            output.bytes.ends_with(FRAME_END.as_bytes()) && output.screen().contains(text)
        });
    }

    pub fn wait_until_gone(&self, text: &str) {
        self.wait_until(&format!("no {text:?}"), |output| !output.screen().contains(text));
    }

    /// Waits for a frame after the first `bytes` bytes, and for the frames that
    /// follow it, as a card follows its list.
    pub fn wait_for_frame_after(&self, bytes: usize) {
        self.wait_until("a frame", |output| output.bytes[bytes..].ends_with(FRAME_END.as_bytes()));
        self.settle();
    }

    /// Sends keys and waits until the program has processed them, which may change nothing.
    /// Returns what it sent.
    pub fn press(&self, key: impl AsRef<[u8]>) -> String {
        self.settle();
        let sent = self.byte_count();
        // A thread wakes up to read the keys, even if they change nothing.
        let before = self.threads().map(|threads| threads.switches);
        self.send(key);
        poll_until("the key is read", || self.threads().map(|threads| threads.switches) != before);
        self.settle();
        self.sent_since(sent)
    }

    /// Waits until the program has read all keys and is idle, and until all of its output was
    /// read.
    pub fn settle(&self) {
        loop {
            poll_until("the program is idle", || {
                let before = self.threads();
                let unread = self.unread();
                // A thread that another one wakes goes to sleep once more than before.
                before.as_ref().is_some_and(|threads| threads.all_sleep)
                    && unread == 0
                    && before == self.threads()
            });
            let replies = self.output().replies;
            self.wait_for_mark();
            // A reply to what was read meanwhile may let another frame through.
            if self.output().replies == replies {
                return;
            }
        }
    }

    /// Returns the state of the threads of all processes in the terminal, unless one ended meanwhile.
    fn threads(&self) -> Option<Threads> {
        let mut threads = Threads { all_sleep: true, switches: 0 };
        for process in processes_of(self.pid()) {
            for thread in fs::read_dir(format!("/proc/{process}/task")).ok()? {
                let folder = thread.ok()?.path();
                let status = fs::read_to_string(folder.join("status")).ok()?;
                let state = status.lines().find_map(|line| line.strip_prefix("State:"))?.trim_start();
                threads.all_sleep &= state.starts_with(['S', 'T', 'Z']);
                threads.switches += switches_in(&status);
            }
        }
        Some(threads)
    }

    /// Writes a mark after the output so far, and reads until it arrives.
    fn wait_for_mark(&self) {
        let before = self.output().marks;
        rustix::io::write(&self.terminal().pts, MARK.as_bytes()).unwrap();
        self.wait_until("the mark", |output| output.marks > before);
    }

    pub fn wait_until(&self, what: &str, is_so: impl Fn(&Output) -> bool) {
        if !self.comes_true(PATIENCE, is_so) {
            panic!("waited for {what}, the screen shows:\n{}", self.screen());
        }
    }

    /// Returns whether anything is sent within `time`.
    pub fn sends_within(&self, time: Duration) -> bool {
        let before = self.byte_count();
        self.comes_true(time, |output| output.bytes.len() > before)
    }

    fn comes_true(&self, time: Duration, is_so: impl Fn(&Output) -> bool) -> bool {
        let output = self.output();
        let (_output, timeout) =
            self.seen.changed.wait_timeout_while(output, time, |output| !is_so(output)).unwrap();
        !timeout.timed_out()
    }

    /// Returns the current modes of the terminal.
    pub fn modes(&self) -> Modes {
        let raw = termios_of(&tcgetattr(&self.terminal().pts).unwrap()) != termios_of(&self.modes_before);
        let output = self.output();
        let screen = output.emulator.screen();
        // The marks of a frame, the query behind it and the end of copied text change no mode.
        let harmless = ["?2026h", "?2026l", "5n", "ESC \\"];
        let unknown = &output.emulator.callbacks().0;
        Modes {
            raw,
            alternate_screen: screen.alternate_screen(),
            cursor_hidden: screen.hide_cursor(),
            bracketed_paste: screen.bracketed_paste(),
            mouse: screen.mouse_protocol_mode() != MouseProtocolMode::None,
            others: unknown.iter().filter(|mode| !harmless.contains(&mode.as_str())).cloned().collect(),
        }
    }

    /// Waits for the end and reads what was sent until then. Returns the exit code, or 128 plus
    /// the number of the signal that killed the program.
    pub fn wait_for_exit(&mut self) -> i32 {
        if !wait_for_end(self.pid()) {
            panic!("waited for the end, the screen shows:\n{}", self.screen());
        }
        let status = self.child.wait().unwrap();
        self.read_to_the_end();
        code(status)
    }

    /// Reads all output so far.
    fn read_to_the_end(&self) {
        if let Some(terminal) = &self.terminal {
            tcflow(&terminal.pts, Action::OOn).unwrap();
            self.wait_for_mark();
        }
    }

    /// Returns the processor time used so far, in ticks, by all processes in the terminal and the children they
    /// waited for.
    pub fn processor_ticks(&self) -> u64 {
        processes_of(self.pid()).iter().map(|process| processor_ticks(process)).sum()
    }

    /// Returns the value of `name` in `/proc`, a size of the program's memory in bytes.
    pub fn memory(&self, name: &str) -> usize {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse::<usize>().unwrap() * 1024
    }

    /// Asserts that the program sends nothing, uses no processor time and wakes no thread for a while.
    #[track_caller]
    pub fn does_nothing_for(&self, time: Duration) {
        self.settle();
        let (ticks, switches) = (self.processor_ticks(), context_switches(self.pid()));
        assert!(!self.sends_within(time), "{}", self.screen());
        let (ticks, switches) = (self.processor_ticks() - ticks, context_switches(self.pid()) - switches);
        assert_eq!((ticks, switches), (0, 0), "ticks and context switches");
    }
}

impl Drop for Cites {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(terminal) = self.terminal.take() {
            terminal.hang_up();
        }
    }
}

fn code(status: ExitStatus) -> i32 {
    status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap()
}

fn termios_of(modes: &Termios) -> impl PartialEq + use<> {
    (modes.input_modes, modes.output_modes, modes.control_modes, modes.local_modes)
}

/// Waits until a process has ended, without reaping it. Returns `false` if it hangs.
pub fn wait_for_end(pid: Pid) -> bool {
    // A reaped process cannot be opened.
    let Ok(process) = pidfd_open(pid, PidfdFlags::empty()) else { return true };
    is_readable_within(&process, PATIENCE)
}

fn is_readable_within(file: &OwnedFd, time: Duration) -> bool {
    let deadline = Instant::now() + time;
    loop {
        let left = Timespec::try_from(deadline.saturating_duration_since(Instant::now())).unwrap();
        match poll(&mut [PollFd::new(&file.as_fd(), PollFlags::IN)], Some(&left)) {
            Err(rustix::io::Errno::INTR) => {}
            ready => return ready.unwrap() > 0,
        }
    }
}

/// Returns the processor time of a process in ticks (hundredths of a second), with that of the children it waited for;
/// 0 if it is gone.
fn processor_ticks(pid: &str) -> u64 {
    let Ok(stat) = fs::read_to_string(format!("/proc/{pid}/stat")) else { return 0 };
    // The name in parentheses may contain anything; utime to cstime are the fields 14 to 17 of
    // the line, which are 12 to 15 after it.
    let (_, fields) = stat.rsplit_once(')').unwrap();
    fields.split_whitespace().skip(11).take(4).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

/// Returns how often the threads of a process went to sleep, or were put to sleep.
fn context_switches(pid: Pid) -> u64 {
    fs::read_dir(format!("/proc/{pid}/task"))
        .unwrap()
        .map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap())
        .map(|status| switches_in(&status))
        .sum()
}

/// The threads of the program and of the shell that started it, at one moment.
#[derive(PartialEq, Eq)]
struct Threads {
    /// Whether all of them wait for something, or are stopped.
    all_sleep: bool,
    /// How often they went to sleep or were put to sleep.
    switches: u64,
}

/// Adds up the counts of context switches in the `status` file of a thread.
fn switches_in(status: &str) -> u64 {
    let counts = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
    counts.map(|(_, count)| count.trim().parse::<u64>().unwrap()).sum()
}

/// Returns the processes of the session that `leader` leads.
fn processes_of(leader: Pid) -> Vec<String> {
    let session = leader.as_raw_nonzero().to_string();
    let names = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let processes = names.filter(|name| name.starts_with(|first: char| first.is_ascii_digit()));
    let is_in_session = |process: &String| {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The session is field 6 of the line; the name in parentheses is field 2.
        let (_, fields) = stat.rsplit_once(')')?;
        Some(fields.split_whitespace().nth(3)? == session)
    };
    processes.filter(|process| is_in_session(process).unwrap_or(false)).collect()
}

/// Waits for a condition that causes no event.
#[track_caller]
fn poll_until(what: &str, is_so: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < deadline, "waited until {what}");
        thread::sleep(Duration::from_millis(1));
    }
}
