//! Splits bytes into keys, sequences, pastes and replies.

use std::mem;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::tui::terminal::background;
use crate::tui::terminal::input::sequences;

/// The longest time from an escape byte to what belongs to it. After that, it is the key.
const ESCAPE_TIME: Duration = Duration::from_millis(30);

/// The longest time from one byte of a sequence to the next. After that, the sequence is dropped.
const SEQUENCE_TIME: Duration = Duration::from_secs(1);

/// The longest time from one piece of a paste to the next. After that, the paste is taken as it is.
const PASTE_TIME: Duration = Duration::from_secs(10);

/// The longest sequence or reply that is looked at, in bytes. A longer one is dropped, whole.
const MAX_SEQUENCE: usize = 256;

/// The most bytes of a paste that are kept.
const MAX_PASTE: usize = 64 * 1024;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;

/// Something that the terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A key, a paste or a mouse event.
    Event(Event),
    /// The reply to the background query: whether the background is light, unless the reply is malformed.
    Background(Option<bool>),
    /// The reply to a query of the status.
    Status,
}

/// Decodes bytes in whatever pieces they arrive.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// Nothing has begun.
    #[default]
    Ground,
    /// The first bytes of a character of several, with Alt if an escape byte came before.
    Character { bytes: Vec<u8>, alt: KeyModifiers },
    /// An escape byte; `twice` if there was another one before it.
    Escape { twice: bool },
    /// `ESC O`, with Alt if a second escape byte came before.
    SingleShift { alt: KeyModifiers },
    /// `ESC [` and its parameters so far.
    Control { parameters: Vec<u8>, alt: KeyModifiers },
    /// `ESC [ [`: a function key of the Linux console.
    LinuxFunction,
    /// `ESC [ M`: a mouse event as three bytes.
    Mouse { bytes: Vec<u8> },
    /// The start of a string (OSC, DCS, SOS, PM or APC): a reply, unless someone typed Alt and its second byte.
    String { kind: u8, text: Vec<u8>, is_doubtful: bool },
    /// Pasted text so far, and the number of bytes behind it that may be the first ones of its end.
    Paste { text: Vec<u8>, end: usize },
}

impl Decoder {
    /// Decodes the next bytes.
    pub fn decode(&mut self, bytes: &[u8], emit: &mut impl FnMut(Incoming)) {
        for byte in bytes {
            self.decode_byte(*byte, emit);
        }
    }

    /// Returns how long to wait for the next byte before [`expire`](Self::expire) is due; `None` for any time.
    pub fn timeout(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Escape { .. } => Some(ESCAPE_TIME),
            State::String { text, is_doubtful: false, .. } if text.is_empty() => Some(ESCAPE_TIME),
            State::Paste { .. } => Some(PASTE_TIME),
            _ => Some(SEQUENCE_TIME),
        }
    }

    /// Decides what the bytes so far are, since no other came in time.
    pub fn expire(&mut self, emit: &mut impl FnMut(Incoming)) {
        match mem::take(&mut self.state) {
            State::Escape { twice } => {
                for _ in 0..=usize::from(twice) {
                    emit(key(KeyCode::Esc, KeyModifiers::NONE));
                }
            }
            State::Character { bytes, alt } => emit_latin1(&bytes, alt, emit),
            State::String { kind, text, is_doubtful: false } if text.is_empty() => {
                self.state = State::String { kind, text, is_doubtful: true };
            }
            State::Paste { text, .. } => emit(pasted(&text)),
            _ => {}
        }
    }

    fn decode_byte(&mut self, byte: u8, emit: &mut impl FnMut(Incoming)) {
        self.state = match mem::take(&mut self.state) {
            State::Ground => first(byte, KeyModifiers::NONE, emit),
            State::Escape { twice } => after_escape(byte, twice, emit),
            State::Character { mut bytes, alt } => {
                if byte & 0xc0 != 0x80 {
                    emit_latin1(&bytes, alt, emit);
                    return self.decode_byte(byte, emit);
                }
                bytes.push(byte);
                match std::str::from_utf8(&bytes) {
                    Ok(text) => {
                        text.chars().for_each(|letter| emit(character(letter, alt)));
                        State::Ground
                    }
                    Err(error) if error.error_len().is_none() => State::Character { bytes, alt },
                    Err(_) => {
                        emit_latin1(&bytes, alt, emit);
                        State::Ground
                    }
                }
            }
            State::SingleShift { alt } => match byte {
                0..b' ' => return self.decode_byte(byte, emit),
                _ => {
                    emit_some(sequences::single_shift(byte, alt), emit);
                    State::Ground
                }
            },
            State::Control { parameters, alt } => match self.control(parameters, alt, byte, emit) {
                Some(state) => state,
                None => return self.decode_byte(byte, emit),
            },
            State::LinuxFunction => {
                emit_some(sequences::linux_function(byte), emit);
                State::Ground
            }
            State::Mouse { mut bytes } => {
                bytes.push(byte);
                match <[u8; 3]>::try_from(bytes) {
                    Ok(report) => {
                        emit_some(sequences::x10_mouse(report), emit);
                        State::Ground
                    }
                    Err(bytes) => State::Mouse { bytes },
                }
            }
            State::String { kind, text, is_doubtful } => match string(kind, text, is_doubtful, byte, emit) {
                Some(state) => state,
                None => return self.decode_byte(byte, emit),
            },
            State::Paste { text, end } => paste(text, end, byte, emit),
        };
    }

    /// Returns the state after another byte of a control sequence; `None` if the byte is no part of it.
    fn control(
        &self,
        mut parameters: Vec<u8>,
        alt: KeyModifiers,
        byte: u8,
        emit: &mut impl FnMut(Incoming),
    ) -> Option<State> {
        match byte {
            b'[' if parameters.is_empty() => Some(State::LinuxFunction),
            b'M' if parameters.is_empty() => Some(State::Mouse { bytes: Vec::new() }),
            // rxvt ends the sequences of keys with Shift so, which is no final byte elsewhere.
            b'$' if !parameters.is_empty() && parameters.iter().all(u8::is_ascii_digit) => {
                emit_some(sequences::control(&parameters, b'$', alt), emit);
                Some(State::Ground)
            }
            b' '..=b'?' => {
                if parameters.len() < MAX_SEQUENCE {
                    parameters.push(byte);
                }
                Some(State::Control { parameters, alt })
            }
            b'n' if matches!(parameters.as_slice(), b"0" | b"3") => {
                emit(Incoming::Status);
                Some(State::Ground)
            }
            b'~' if parameters == b"200" => Some(State::Paste { text: Vec::new(), end: 0 }),
            b'@'..=b'~' => {
                if parameters.len() < MAX_SEQUENCE {
                    emit_some(sequences::control(&parameters, byte, alt), emit);
                }
                Some(State::Ground)
            }
            _ => None,
        }
    }
}

/// Returns the state after the first byte of a key.
fn first(byte: u8, alt: KeyModifiers, emit: &mut impl FnMut(Incoming)) -> State {
    match byte {
        ESC => return State::Escape { twice: false },
        0x80.. => return State::Character { bytes: vec![byte], alt },
        _ => emit(Incoming::Event(Event::Key(sequences::ascii(byte, alt)))),
    }
    State::Ground
}

/// Returns the state after the byte that follows an escape byte.
fn after_escape(byte: u8, twice: bool, emit: &mut impl FnMut(Incoming)) -> State {
    let alt = if twice { KeyModifiers::ALT } else { KeyModifiers::NONE };
    match byte {
        b'[' => return State::Control { parameters: Vec::new(), alt },
        b'O' => return State::SingleShift { alt },
        ESC if !twice => return State::Escape { twice: true },
        _ => {}
    }
    if twice {
        emit(key(KeyCode::Esc, KeyModifiers::NONE));
    }
    match byte {
        ESC => State::Escape { twice: true },
        b']' | b'P' | b'_' | b'^' | b'X' => {
            State::String { kind: byte, text: Vec::new(), is_doubtful: false }
        }
        _ => first(byte, KeyModifiers::ALT, emit),
    }
}

/// Returns the state after another byte of a string; `None` if the byte is no part of it.
fn string(
    kind: u8,
    mut text: Vec<u8>,
    is_doubtful: bool,
    byte: u8,
    emit: &mut impl FnMut(Incoming),
) -> Option<State> {
    let is_over = byte == BEL || (byte == b'\\' && text.last() == Some(&ESC));
    if is_over {
        text.pop_if(|last| *last == ESC);
        if kind == b']' && text.starts_with(background::REPLY_PREFIX.as_bytes()) {
            emit(Incoming::Background(std::str::from_utf8(&text).ok().and_then(background::is_light_reply)));
        }
        return Some(State::Ground);
    }
    let is_typed = is_doubtful && text.is_empty() && byte.is_ascii_alphabetic();
    if is_typed || (byte < b' ' && byte != ESC) {
        return None;
    }
    if text.last() == Some(&ESC) {
        // The string was cut off, and another sequence begins.
        return Some(after_escape(byte, false, emit));
    }
    if text.len() < MAX_SEQUENCE || byte == ESC {
        text.push(byte);
    }
    Some(State::String { kind, text, is_doubtful })
}

/// Returns the state after another byte of a paste.
fn paste(mut text: Vec<u8>, end: usize, byte: u8, emit: &mut impl FnMut(Incoming)) -> State {
    if PASTE_END.get(end) == Some(&byte) {
        if end + 1 < PASTE_END.len() {
            return State::Paste { text, end: end + 1 };
        }
        emit(pasted(&text));
        return State::Ground;
    }
    // What looked like the end is text. Only its first byte is an escape byte, so that no other end can begin in it.
    text.extend(PASTE_END.iter().take(end));
    let end = usize::from(byte == ESC);
    if end == 0 {
        text.push(byte);
    }
    text.truncate(MAX_PASTE);
    State::Paste { text, end }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Incoming {
    Incoming::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

fn character(letter: char, alt: KeyModifiers) -> Incoming {
    let shift = if letter.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    key(KeyCode::Char(letter), alt | shift)
}

/// Takes bytes that are no UTF-8 for characters of Latin-1, which terminals of that locale send.
fn emit_latin1(bytes: &[u8], alt: KeyModifiers, emit: &mut impl FnMut(Incoming)) {
    bytes.iter().filter(|byte| **byte >= 0xa0).for_each(|byte| emit(character(char::from(*byte), alt)));
}

fn pasted(text: &[u8]) -> Incoming {
    Incoming::Event(Event::Paste(String::from_utf8_lossy(text).into_owned()))
}

fn emit_some(event: Option<Event>, emit: &mut impl FnMut(Incoming)) {
    event.into_iter().for_each(|event| emit(Incoming::Event(event)));
}

#[cfg(test)]
mod tests;
