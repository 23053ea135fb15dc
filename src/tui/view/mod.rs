//! Drawing: reads the state and never changes it.

mod context;
mod frame;
pub mod popups;
mod render;
mod scene;
pub mod tabs;
pub mod widgets;

pub use context::ViewContext;
pub use frame::{Frame, FrameCursor};
pub use render::render;
pub use scene::Scene;
