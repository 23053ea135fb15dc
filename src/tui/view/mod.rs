//! Drawing: reads the state and never changes it.

mod frame;
pub mod popups;
mod render;
mod scene;
pub mod tabs;
pub mod widgets;

pub use frame::Frame;
pub use render::render;
pub use scene::Scene;
