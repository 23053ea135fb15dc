//! The terminal: its modes, the bytes sent to it, the threads that read it and the event loop.
//!
//! | file | holds |
//! | --- | --- |
//! | `program` | the interface [`Program`] of what the event loop runs |
//! | `event_loop` | [`run`]: waits for messages, passes them to the program, draws it |
//! | `message` | the messages, and the threads that send them |
//! | `input` | the bytes that the terminal sends, as keys, pastes and replies |
//! | `pacing` | when a frame is sent, and how much of it, for slow lines |
//! | `session` | raw mode, alternate screen, mouse: set on entry, restored on every exit |
//! | `background` | whether the terminal's background is dark or light |
//! | `clipboard` | the clipboard of the terminal, also behind tmux and GNU screen |
//! | `screen` | [`Screen`]: encodes frames as few bytes |
//!
//! Nothing here depends on another part of the explorer.

pub mod background;
mod clipboard;
mod event_loop;
mod input;
mod message;
mod pacing;
mod program;
mod screen;
mod session;

pub use event_loop::run;
#[cfg(test)]
pub use message::Message;
pub use message::{Ending, EventSender};
pub use program::{Cursor, Echo, LoopRequest, Program};
pub use screen::{DrawHints, Screen};
pub use session::{Modes, is_usable, set_mouse_reporting};
