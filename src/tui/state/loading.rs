//! The state while the snapshot is still being loaded.

use std::sync::Arc;

use crate::locale::Lang;
use crate::progress::Progress;
use crate::tui::state::LineEditor;
use crate::tui::theme::Theme;

/// The state until the snapshot is loaded. There is nothing to explore yet, but the query can already be typed.
#[derive(Debug, Clone)]
pub struct LoadingState {
    /// The name of the file that is loaded.
    pub file: String,
    /// How much of it is loaded.
    pub progress: Arc<Progress>,
    /// The query that the explorer starts with.
    pub query: LineEditor,
    /// The language of the screen.
    pub lang: Lang,
    /// The colours and the glyphs.
    pub theme: Theme,
}
