//! Cards as text.

use std::io::{self, Write};
use std::slice;

use super::style::{OutputStyle, Span, TextRole};
use crate::locale::Lang;
use crate::views::card::{Card, Entry, Section, source_marks};
use crate::views::{labels, layout};

/// Cells of the widest name that moves the texts of its section to the right.
const MAX_NAME_WIDTH: usize = 24;

/// The minimum width of a text in cells, even where the line is narrower.
const MIN_TEXT_WIDTH: usize = 16;

/// The gap between a name and its text, and the indentation below a heading.
const GAP: &str = "  ";

/// Writes a card: its title, then its sections, with the names of the entries
/// in one column and their texts, wrapped, in another.
///
/// The card of the explorer follows other rules (`tui/view/widgets/card.rs`): it
/// cuts long names and breaks addresses, since a screen cannot grow.
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write_card(card: &Card, lang: Lang, style: OutputStyle, out: &mut dyn Write) -> io::Result<()> {
    for (text, role) in [(&card.title, TextRole::Title), (&card.subtitle, TextRole::Detail)] {
        style.write_lines(&wrap(&[Span::new(text, role)], 0, style), out)?;
    }
    for section in &card.sections {
        writeln!(out)?;
        if !section.heading.is_empty() {
            style.write_lines(
                &wrap(&[Span::new(&section.heading_with_sources(), TextRole::Heading)], 0, style),
                out,
            )?;
        }
        write_section(section, lang, style, out)?;
    }
    Ok(())
}

/// Writes cards, two blank lines apart.
pub(super) fn write_cards(
    cards: impl Iterator<Item = Card>,
    lang: Lang,
    style: OutputStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (index, card) in cards.enumerate() {
        if index > 0 {
            writeln!(out, "\n")?;
        }
        write_card(&card, lang, style, out)?;
    }
    Ok(())
}

fn write_section(section: &Section, lang: Lang, style: OutputStyle, out: &mut dyn Write) -> io::Result<()> {
    let name = |entry: &Entry| Span::new(&entry.name, TextRole::Name);
    let widths = section.entries.iter().map(|entry| layout::width(&[name(entry)]));
    let widest = widths.filter(|width| *width <= MAX_NAME_WIDTH).max().unwrap_or(0);
    let margin = if section.heading.is_empty() { "" } else { GAP };
    let indent = margin.len() + if widest == 0 { 0 } else { widest + GAP.len() };
    for entry in &section.entries {
        let name = name(entry);
        let gap = if layout::width(slice::from_ref(&name)) > widest { GAP } else { "" };
        let start = vec![Span::new(margin, TextRole::Text), name, Span::new(gap, TextRole::Text)];
        let lines = wrap(&content(entry, lang), indent, style);
        style.write_lines(&layout::hang(start, indent, lines), out)?;
        // A wrapped address can neither be clicked nor copied.
        if let Some(url) = entry.url.as_deref().filter(|url| !style.links_to(url)) {
            let line = vec![Span::new(url, TextRole::Detail)];
            style.write_lines(&layout::hang(Vec::new(), indent, [line]), out)?;
        }
    }
    Ok(())
}

fn content(entry: &Entry, lang: Lang) -> Vec<Span<'_>> {
    let mut spans = vec![match &entry.text {
        Some(text) => Span { url: entry.url.as_deref(), ..Span::new(text, TextRole::Text) },
        None => Span::new(&labels::unknown(lang), TextRole::Unknown),
    }];
    if !entry.detail.is_empty() {
        spans.push(Span::new(&format!(" · {}", entry.detail), TextRole::Detail));
    }
    if !entry.sources.is_empty() {
        let marks = source_marks(&entry.sources);
        spans.push(Span::new(&format!(" {marks}"), TextRole::Detail));
    }
    spans
}

/// Wraps a line to the width of the output, less `indent` cells.
fn wrap<'a>(line: &[Span<'a>], indent: usize, style: OutputStyle) -> Vec<Vec<Span<'a>>> {
    let room = |width: u16| usize::from(width).saturating_sub(indent).max(MIN_TEXT_WIDTH);
    layout::wrap(line, style.width.map_or(usize::MAX, room))
}
