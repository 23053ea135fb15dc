//! The terminal: bytes, modes, threads and the loop. Knows nothing of the explorer.

pub mod background;
pub mod events;
pub mod run;
pub mod screen;
pub mod session;

pub use events::Ending;
pub use run::Command;
