//! The names of keys.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::locale::Lang;
use crate::t;
use crate::tui::keymap::Key;

impl Key {
    /// Returns the name of the key, such as `Entrée`, `Ctrl-C` or `↓`. With
    /// `ascii_only`, arrows have names in letters, such as `Bas`.
    pub fn name(self, lang: Lang, ascii_only: bool) -> String {
        let arrow = |sign: &str, key: &str| if ascii_only { t!(lang, key) } else { sign.to_owned() };
        let name = match self.code {
            KeyCode::Char(' ') => t!(lang, "tui-keyname-space"),
            KeyCode::Char(c) if self.modifiers.is_empty() => c.to_string(),
            KeyCode::Char(c) => c.to_uppercase().to_string(),
            KeyCode::Up => arrow("↑", "tui-keyname-up"),
            KeyCode::Down => arrow("↓", "tui-keyname-down"),
            KeyCode::Left => arrow("←", "tui-keyname-left"),
            KeyCode::Right => arrow("→", "tui-keyname-right"),
            KeyCode::Enter => t!(lang, "tui-keyname-enter"),
            KeyCode::Esc => t!(lang, "tui-keyname-esc"),
            KeyCode::Tab => t!(lang, "tui-keyname-tab"),
            KeyCode::BackTab => t!(lang, "tui-keyname-back-tab"),
            KeyCode::Backspace => t!(lang, "tui-keyname-backspace"),
            KeyCode::Delete => t!(lang, "tui-keyname-delete"),
            KeyCode::Home => t!(lang, "tui-keyname-home"),
            KeyCode::End => t!(lang, "tui-keyname-end"),
            KeyCode::PageUp => t!(lang, "tui-keyname-page-up"),
            KeyCode::PageDown => t!(lang, "tui-keyname-page-down"),
            other => other.to_string(),
        };
        let has = |modifier, prefix| if self.modifiers.contains(modifier) { prefix } else { "" };
        format!("{}{}{name}", has(KeyModifiers::CONTROL, "Ctrl-"), has(KeyModifiers::ALT, "Alt-"))
    }
}
