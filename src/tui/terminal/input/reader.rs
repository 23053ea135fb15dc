//! Reads the terminal.

use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};

use crate::tui::terminal::input::decoder::{Decoder, Incoming};

/// The bytes that are read at once.
const BUFFER_SIZE: usize = 4096;

/// Reads a terminal until it goes away or `emit` returns `false`, and passes on what it sends. Returns whether it went
/// away.
pub fn read_terminal(terminal: impl AsFd, mut emit: impl FnMut(Incoming) -> bool) -> bool {
    let mut decoder = Decoder::default();
    let mut buffer = [0; BUFFER_SIZE];
    let mut is_wanted = true;
    while is_wanted {
        let mut emit = |incoming| is_wanted = is_wanted && emit(incoming);
        let timeout = decoder.timeout().and_then(|timeout| Timespec::try_from(timeout).ok());
        match poll(&mut [PollFd::new(&terminal, PollFlags::IN)], timeout.as_ref()) {
            Ok(0) => decoder.expire(&mut emit),
            Ok(_) => match read(&terminal, &mut buffer) {
                Ok(0) => return true,
                Ok(count) => decoder.decode(buffer.get(..count).unwrap_or_default(), &mut emit),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => return true,
            },
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return true,
        }
    }
    false
}
