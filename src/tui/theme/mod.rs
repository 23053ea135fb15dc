//! Every colour and every sign, by its role. Adding a role takes one row in `roles`.

mod glyphs;
mod palettes;
mod roles;
#[cfg(test)]
pub mod terminals;
#[cfg(test)]
mod tests;

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;
use ratatui::text::Span;

use crate::tui::theme::palettes::Palette;

pub use glyphs::{Glyphs, to_ascii};
pub use palettes::{EVIDENCE_LEVELS, MARK_COUNT};
pub use roles::{Role, RoleKind};

/// The purpose that colours are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// A dark background, the terminal's own.
    Dark,
    /// A light background, the terminal's own.
    Light,
    /// Black and the brightest colours, for projectors and tired eyes.
    Contrast,
    /// No colours: bold, underlined, dim and reversed text.
    Plain,
}

impl Scheme {
    /// Returns the scheme for a light or a dark background.
    pub const fn for_background(is_light: bool) -> Self {
        if is_light { Self::Light } else { Self::Dark }
    }
}

/// The colours that the terminal supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorDepth {
    /// The sixteen ANSI colours, which a person may have set to anything.
    Ansi16,
    /// Those, and the greys of the 256 colours.
    Ansi16AndGreys,
    /// The 256 colours of xterm. All but the first sixteen are the same
    /// everywhere, so that their contrast is known. Terminals with more
    /// colours support them too, in fewer bytes.
    Xterm256,
}

/// The look of the explorer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Its signs.
    pub glyphs: Glyphs,
    /// Whether letters lose their accents, for terminals limited to ASCII.
    pub is_ascii: bool,
    scheme: Scheme,
    depth: ColorDepth,
    /// The colours to use once the background is known, if the theme follows it. No grey is legible on every
    /// background.
    follows_background: Option<ColorDepth>,
}

impl Theme {
    /// The theme for a dark background, in the terminal's own sixteen colours.
    pub const DARK: Self = Self::new(Scheme::Dark, ColorDepth::Ansi16);

    /// The theme without colours.
    pub const PLAIN: Self = Self::new(Scheme::Plain, ColorDepth::Ansi16);

    /// The theme until the background is known. It uses the terminal's own
    /// sixteen colours: a person may have chosen them, and over a slow link
    /// they take the fewest bytes.
    pub const AUTO: Self = Self::auto(ColorDepth::Ansi16);

    /// Creates a theme with Unicode signs.
    pub const fn new(scheme: Scheme, depth: ColorDepth) -> Self {
        Self { glyphs: Glyphs::UNICODE, is_ascii: false, scheme, depth, follows_background: None }
    }

    /// Creates a theme that is [`AUTO`](Self::AUTO) until the background is known, and has other colours then.
    pub const fn auto(depth: ColorDepth) -> Self {
        Self { follows_background: Some(depth), ..Self::DARK }
    }

    /// Returns the theme with ASCII signs.
    pub const fn with_ascii_glyphs(self) -> Self {
        Self { glyphs: Glyphs::ASCII, ..self }
    }

    /// Returns the theme with the signs that the fonts of the Linux console have.
    pub const fn with_console_glyphs(self) -> Self {
        Self { glyphs: Glyphs::CONSOLE, ..self }
    }

    /// Returns the theme with nothing but ASCII on the screen.
    pub const fn in_ascii(self) -> Self {
        Self { is_ascii: true, ..self.with_ascii_glyphs() }
    }

    /// Returns whether the theme changes once the terminal's background is known.
    pub const fn follows_background(&self) -> bool {
        self.follows_background.is_some()
    }

    /// Returns the theme for a terminal whose background is known, if the theme follows it.
    pub fn with_background(self, is_light: bool) -> Self {
        match self.follows_background {
            Some(depth) => Self { scheme: Scheme::for_background(is_light), depth, ..self },
            None => self,
        }
    }

    /// Returns whether the theme has Unicode signs.
    pub fn is_unicode(&self) -> bool {
        self.glyphs.dots == Marker::Braille
    }

    /// Returns the style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.choose(|palette| role.colored(palette), role.plain())
    }

    /// Returns the style of a level of evidence: 0 for the surest, up to [`EVIDENCE_LEVELS`] - 1 for a value that is not
    /// known.
    pub fn evidence_style(&self, level: usize) -> Style {
        self.choose(|palette| nth(&palette.evidence, level), Modifier::empty())
    }

    /// Returns the sign and the style of a shade of the areas of a map. The sign is a blank where the background tells shades
    /// apart.
    pub fn shade(&self, shade: usize) -> Span<'static> {
        match self.palette().and_then(|palette| palette.shades) {
            Some(shades) => Span::styled(" ", shades.get(shade).copied().unwrap_or_default()),
            None => {
                let sign = self.glyphs.shades.get(shade).copied().unwrap_or(" ");
                Span::styled(sign, self.style(Role::Bar))
            }
        }
    }

    /// Returns the mark of a category. Its shape identifies it as well as its
    /// colour. After [`MARK_COUNT`] categories the marks repeat.
    pub fn mark(&self, category: usize) -> Span<'static> {
        let index = category % MARK_COUNT;
        let sign = self.glyphs.marks.get(index).copied().unwrap_or_default();
        Span::styled(sign, self.choose(|palette| nth(&palette.marks, index), Modifier::BOLD))
    }

    /// Returns the style of everything that has none of its own, or `None` for
    /// the terminal's own colours.
    pub fn base_style(&self) -> Option<Style> {
        (self.scheme == Scheme::Contrast).then(|| self.style(Role::Text))
    }

    fn choose(&self, colored: impl FnOnce(&Palette) -> Style, plain: Modifier) -> Style {
        match self.palette() {
            Some(palette) => palette.text.patch(colored(palette)),
            None => Style::new().add_modifier(plain),
        }
    }

    fn palette(&self) -> Option<&'static Palette> {
        Some(match (self.scheme, self.depth) {
            (Scheme::Dark, ColorDepth::Ansi16) => &palettes::DARK_16,
            (Scheme::Dark, ColorDepth::Ansi16AndGreys) => &palettes::DARK_GREYS,
            (Scheme::Dark, ColorDepth::Xterm256) => &palettes::DARK_256,
            (Scheme::Light, ColorDepth::Ansi16) => &palettes::LIGHT_16,
            (Scheme::Light, ColorDepth::Ansi16AndGreys) => &palettes::LIGHT_GREYS,
            (Scheme::Light, ColorDepth::Xterm256) => &palettes::LIGHT_256,
            (Scheme::Contrast, ColorDepth::Ansi16 | ColorDepth::Ansi16AndGreys) => &palettes::CONTRAST_16,
            (Scheme::Contrast, ColorDepth::Xterm256) => &palettes::CONTRAST_256,
            (Scheme::Plain, _) => return None,
        })
    }
}

fn nth(colors: &[Color], index: usize) -> Style {
    Style::new().fg(colors.get(index).copied().unwrap_or_default())
}
