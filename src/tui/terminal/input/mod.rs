//! The bytes that the terminal sends: keys, pasted text, the mouse, and replies to queries.
//!
//! | file | does |
//! | --- | --- |
//! | `decoder` | splits the bytes into keys, sequences, pastes and replies, in whatever pieces they arrive |
//! | `sequences` | says which key or mouse event an escape sequence stands for |
//! | `reader` | reads the terminal on a thread of its own |
//!
//! crossterm decides with each read whether an escape byte is a key or the start of a sequence. A serial line or a
//! forwarder delivers sequences in pieces, so that letters of a sequence would be commands.

mod decoder;
mod reader;
mod sequences;

pub use decoder::Incoming;
pub use reader::read_terminal;
