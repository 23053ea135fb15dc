//! Drawing: reads the state and never changes it.

mod context;
mod frame;
mod loading;
pub mod popups;
mod render;
mod scene;
pub mod tabs;
pub mod widgets;

pub use context::ViewContext;
pub use frame::{Frame, FrameCursor, FrameEcho};
pub use render::{echo, render, render_loading};
pub use scene::Scene;
