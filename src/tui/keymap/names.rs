//! What keys are called.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::locale::Lang;
use crate::t;
use crate::tui::keymap::Key;

impl Key {
    /// What the key is called: `Entrée`, `Ctrl-C`, `↓`; in letters only, where
    /// an arrow would be drawn as the letter of another key, `Bas`.
    pub fn name(self, lang: Lang, ascii_only: bool) -> String {
        let arrow = |sign: &str, key: &str| if ascii_only { t!(lang, key) } else { sign.to_owned() };
        let held = [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-")];
        let mut name: String =
            held.iter().filter(|(key, _)| self.modifiers.contains(*key)).map(|(_, name)| *name).collect();
        match self.code {
            KeyCode::Char(' ') => name += &t!(lang, "tui-keyname-space"),
            KeyCode::Char(c) if self.modifiers.is_empty() => name.push(c),
            KeyCode::Char(c) => name.extend(c.to_uppercase()),
            KeyCode::Up => name += &arrow("↑", "tui-keyname-up"),
            KeyCode::Down => name += &arrow("↓", "tui-keyname-down"),
            KeyCode::Left => name += &arrow("←", "tui-keyname-left"),
            KeyCode::Right => name += &arrow("→", "tui-keyname-right"),
            KeyCode::Enter => name += &t!(lang, "tui-keyname-enter"),
            KeyCode::Esc => name += &t!(lang, "tui-keyname-esc"),
            KeyCode::Tab => name += &t!(lang, "tui-keyname-tab"),
            KeyCode::BackTab => name += &t!(lang, "tui-keyname-back-tab"),
            KeyCode::Backspace => name += &t!(lang, "tui-keyname-backspace"),
            KeyCode::Delete => name += &t!(lang, "tui-keyname-delete"),
            KeyCode::Home => name += &t!(lang, "tui-keyname-home"),
            KeyCode::End => name += &t!(lang, "tui-keyname-end"),
            KeyCode::PageUp => name += &t!(lang, "tui-keyname-page-up"),
            KeyCode::PageDown => name += &t!(lang, "tui-keyname-page-down"),
            other => name += &other.to_string(),
        }
        name
    }
}
