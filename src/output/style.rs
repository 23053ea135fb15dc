//! The properties of the output: its width, and whether it supports colours and links.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::hyperlink;
use crate::sanitize::sanitize;
use crate::views::layout::Run;

/// The properties of the output that a table or a card is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutputStyle {
    /// The width in columns; `None` for a pipe or a file, where no line is wrapped.
    pub width: Option<u16>,
    /// Whether it supports colours.
    pub color: bool,
    /// Whether it supports links (OSC 8).
    pub links: bool,
    /// Whether it is a terminal, where rules and bars are useful.
    pub terminal: bool,
}

/// The role of a piece of text, which decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextRole {
    /// Plain text.
    #[default]
    Text,
    /// The title of a card.
    Title,
    /// A heading in a card.
    Heading,
    /// The name of a value.
    Name,
    /// The evidence for a value, and other remarks.
    Detail,
    /// A value that is not known.
    Unknown,
    /// The bar of a chart.
    Bar,
    /// The word "error".
    Error,
    /// The word "warning".
    Warning,
    /// Words such as "note" and "example".
    Note,
}

impl TextRole {
    const fn style(self) -> Style {
        let style = Style::new();
        match self {
            Self::Text => style,
            Self::Title => style.bold(),
            Self::Heading => style.bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan))),
            Self::Name | Self::Bar => style.fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan))),
            Self::Detail | Self::Unknown => style.dimmed(),
            Self::Error => style.bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red))),
            Self::Warning => style.bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow))),
            Self::Note => style.bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green))),
        }
    }
}

/// A piece of a line in one role, which may be a link.
#[derive(Debug, Clone)]
pub(super) struct Span<'a> {
    pub(super) text: String,
    pub(super) role: TextRole,
    pub(super) url: Option<&'a str>,
}

impl Span<'_> {
    /// Creates a span of the sanitized `text`, without a link.
    pub(super) fn new(text: &str, role: TextRole) -> Self {
        Self { text: sanitize(text).into_owned(), role, url: None }
    }
}

impl Run for Span<'_> {
    fn text(&self) -> &str {
        &self.text
    }

    fn with_text(&self, text: &str) -> Self {
        Self { text: text.to_owned(), ..*self }
    }

    fn unstyled(text: String) -> Self {
        Self { text, role: TextRole::Text, url: None }
    }
}

impl OutputStyle {
    /// The style of a pipe or a file: unlimited width, no colours, no links.
    pub const PLAIN: Self = Self { width: None, color: false, links: false, terminal: false };

    /// Returns the text in the colour of its role.
    pub fn paint(self, role: TextRole, text: &str) -> String {
        let style = role.style();
        if self.color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Returns whether an address is made a link.
    pub fn links_to(self, url: &str) -> bool {
        self.links && hyperlink::is_web_address(url)
    }

    /// Returns the text as a link to `url`, or as it is if that is not [made a
    /// link](Self::links_to).
    pub fn link(self, url: Option<&str>, text: &str) -> String {
        match url.filter(|url| self.links_to(url)) {
            Some(url) => format!("{}{text}{}", hyperlink::start(url), hyperlink::END),
            None => text.to_owned(),
        }
    }

    /// Writes a line with the colours and links that the output supports.
    pub(super) fn write_line(self, line: &[Span<'_>], out: &mut dyn Write) -> io::Result<()> {
        let span = |span: &Span<'_>| self.link(span.url, &self.paint(span.role, &span.text));
        writeln!(out, "{}", line.iter().map(span).collect::<String>())
    }

    pub(super) fn write_lines(self, lines: &[Vec<Span<'_>>], out: &mut dyn Write) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.write_line(line, out))
    }
}
