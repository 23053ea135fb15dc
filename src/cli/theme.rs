//! The theme of the explorer, from the arguments and the environment.

use std::env;

use clap::ValueEnum;

use super::charset;
use super::globals::Color;
use super::session::Session;
use crate::tui::terminal::background;
use crate::tui::theme::{ColorDepth, Scheme, Theme};

/// The value of `--theme`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum ThemeName {
    #[default]
    Auto,
    #[value(alias = "sombre")]
    Dark,
    #[value(alias = "clair")]
    Light,
    #[value(alias = "contraste")]
    Contrast,
    #[value(alias = "sans")]
    Plain,
}

/// Returns the theme with this name. If there are to be no colours, it is the
/// plain one, unless a theme is named.
pub(super) fn theme(name: ThemeName, ascii: bool, session: &Session<'_>) -> Theme {
    let colors = colors(|name| env::var(name).unwrap_or_default());
    let own_colors = match colors {
        ColorDepth::Xterm256 => ColorDepth::Ansi16AndGreys,
        fewer => fewer,
    };
    let is_named = name != ThemeName::Auto;
    let is_colored = session.style.color || (is_named && session.globals.color != Color::Never);
    let theme = match name {
        _ if !is_colored => Theme::PLAIN,
        ThemeName::Auto => match background::from_environment() {
            Some(is_light) => Theme::new(Scheme::for_background(is_light), own_colors),
            None => Theme::auto(own_colors),
        },
        ThemeName::Dark => Theme::new(Scheme::Dark, colors),
        ThemeName::Light => Theme::new(Scheme::Light, colors),
        ThemeName::Contrast => Theme::new(Scheme::Contrast, colors),
        ThemeName::Plain => Theme::PLAIN,
    };
    match () {
        () if !charset::is_utf8_locale() => theme.in_ascii(),
        () if ascii => theme.with_ascii_glyphs(),
        () if charset::is_linux_console() => theme.with_console_glyphs(),
        () => theme,
    }
}

/// Returns how many colours the terminal has, by the variables `TERM` and `COLORTERM`.
fn colors(variable: impl Fn(&str) -> String) -> ColorDepth {
    let (term, colorterm) = (variable("TERM"), variable("COLORTERM"));
    let many = ["256color", "direct", "kitty", "alacritty", "foot", "wezterm", "ghostty"];
    let known = many.iter().any(|part| term.contains(part));
    if known || matches!(colorterm.as_str(), "truecolor" | "24bit") {
        ColorDepth::Xterm256
    } else {
        ColorDepth::Ansi16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_tells_its_colours_in_its_variables() {
        for (term, colorterm, told) in [
            ("xterm-256color", "", ColorDepth::Xterm256),
            ("xterm", "truecolor", ColorDepth::Xterm256),
            ("screen", "24bit", ColorDepth::Xterm256),
            ("xterm-kitty", "", ColorDepth::Xterm256),
            ("tmux-direct", "", ColorDepth::Xterm256),
            ("xterm", "", ColorDepth::Ansi16),
            ("linux", "", ColorDepth::Ansi16),
            ("vt100", "no", ColorDepth::Ansi16),
        ] {
            let variable = |name: &str| if name == "TERM" { term } else { colorterm }.to_owned();
            assert_eq!(colors(variable), told, "{term} {colorterm}");
        }
    }
}
