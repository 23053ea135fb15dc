//! What keys are called.

use crossterm::event::{KeyCode, KeyModifiers};

use super::Key;
use crate::locale::Lang;
use crate::t;

impl Key {
    /// What the key is called: `Entrée`, `Ctrl-C`, `↓`.
    pub fn name(self, lang: Lang) -> String {
        let held = [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-")];
        let mut name: String =
            held.iter().filter(|(key, _)| self.modifiers.contains(*key)).map(|(_, name)| *name).collect();
        match self.code {
            KeyCode::Char(' ') => name += &t!(lang, "tui-keyname-space"),
            KeyCode::Char(c) if self.modifiers.is_empty() => name.push(c),
            KeyCode::Char(c) => name.extend(c.to_uppercase()),
            KeyCode::Up => name.push('↑'),
            KeyCode::Down => name.push('↓'),
            KeyCode::Left => name.push('←'),
            KeyCode::Right => name.push('→'),
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
