//! Cards as text.

use std::io::{self, Write};
use std::ops::Range;

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

use super::line;
use super::paper::{Paper, Role};
use crate::locale::Lang;
use crate::views::card::{Card, Entry, Section};
use crate::views::words;

/// Names longer than this do not push the texts of a section to the right.
const WIDEST_NAME: usize = 24;

/// Texts keep at least this width, even where the paper is narrower.
const NARROWEST_TEXT: usize = 16;

/// Writes a card: its title, then its parts with their names in one column
/// and their texts, wrapped to the paper, in another.
///
/// # Errors
///
/// When `out` does not take it.
pub fn write_card(card: &Card, lang: Lang, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    for (role, text) in [(Role::Title, &card.title), (Role::Detail, &card.subtitle)] {
        let spans = [Span { text: line(text), role, url: None }];
        write_wrapped("", 0, &spans, paper, out)?;
    }
    for section in &card.sections {
        writeln!(out)?;
        if !section.heading.is_empty() {
            writeln!(out, "{}", paper.paint(Role::Heading, &line(&section.heading)))?;
        }
        write_section(section, lang, paper, out)?;
    }
    Ok(())
}

fn write_section(section: &Section, lang: Lang, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    let widths = section.entries.iter().map(|entry| display_width(&entry.name));
    let widest = widths.filter(|width| *width <= WIDEST_NAME).max().unwrap_or(0);
    let margin = if section.heading.is_empty() { "" } else { "  " };
    let indent = margin.len() + if widest == 0 { 0 } else { widest + 2 };
    for entry in &section.entries {
        let name = line(&entry.name);
        let room = widest.saturating_sub(display_width(&name));
        let start = match (name.is_empty(), widest) {
            (_, 0) => format!("{margin}{}", paper.paint(Role::Name, &name)),
            _ => format!("{margin}{}{:room$}  ", paper.paint(Role::Name, &name), ""),
        };
        write_wrapped(&start, indent, &spans(entry, lang), paper, out)?;
        // An address in pieces can neither be clicked nor copied, so it is never wrapped.
        if let Some(url) = entry.url.as_deref().filter(|url| !paper.links_to(url)) {
            writeln!(out, "{:indent$}{}", "", paper.paint(Role::Detail, &line(url)))?;
        }
    }
    Ok(())
}

/// A piece of text in one role.
struct Span {
    text: String,
    role: Role,
    url: Option<String>,
}

fn spans(entry: &Entry, lang: Lang) -> Vec<Span> {
    let plain = |role, text: String| Span { text, role, url: None };
    let mut spans = vec![match &entry.text {
        Some(text) => Span { text: line(text), role: Role::Text, url: entry.url.clone() },
        None => plain(Role::Unknown, words::unknown(lang)),
    }];
    if !entry.detail.is_empty() {
        spans.push(plain(Role::Detail, format!(" — {}", line(&entry.detail))));
    }
    if !entry.sources.is_empty() {
        let marks: String = entry.sources.iter().map(|number| format!("[{number}]")).collect();
        spans.push(plain(Role::Detail, format!(" {marks}")));
    }
    spans
}

/// Writes `start`, then the spans from column `indent` on, wrapped at words.
fn write_wrapped(
    start: &str,
    indent: usize,
    spans: &[Span],
    paper: Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let room = |width: u16| usize::from(width).saturating_sub(indent).max(NARROWEST_TEXT);
    // Without a width nothing is wrapped: that holds many times the text in memory.
    let width = paper.width.map_or(usize::MAX, room);
    let mut from = 0;
    let options = Options::new(width)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::NoHyphenation);
    for (place, part) in textwrap::wrap(&text, options).iter().enumerate() {
        // A wrapped line is a piece of the text; only spaces between lines are left out.
        let at = text.get(from..).and_then(|rest| rest.find(part.as_ref())).map_or(from, |gap| from + gap);
        from = at + part.len();
        if place > 0 {
            write!(out, "{:indent$}", "")?;
        } else {
            write!(out, "{start}")?;
        }
        writeln!(out, "{}", painted(spans, at..from, paper))?;
    }
    Ok(())
}

/// The bytes of `range` of the joined spans, each piece in its role.
fn painted(spans: &[Span], range: Range<usize>, paper: Paper) -> String {
    let mut start = 0;
    let mut text = String::new();
    for span in spans {
        let end = start + span.text.len();
        let from = range.start.clamp(start, end) - start;
        let to = range.end.clamp(start, end) - start;
        let piece = span.text.get(from..to).unwrap_or_default();
        if !piece.is_empty() {
            text.push_str(&paper.link(span.url.as_deref(), &paper.paint(span.role, piece)));
        }
        start = end;
    }
    text
}
