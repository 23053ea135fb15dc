//! Headings with lines below them: the changes between snapshots, the problems of one.

use std::io::{self, Write};

use super::markdown::escaped;
use super::style::{OutputStyle, TextRole};
use crate::sanitize::sanitize;

/// A heading and the lines below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The heading; empty for lines without one.
    pub heading: String,
    /// The lines.
    pub lines: Vec<String>,
}

/// Groups adjacent lines that have the same heading.
pub fn outlined(lines: impl IntoIterator<Item = (String, String)>) -> Vec<Outline> {
    let mut outlines: Vec<Outline> = Vec::new();
    for (heading, line) in lines {
        match outlines.last_mut() {
            Some(last) if last.heading == heading => last.lines.push(line),
            _ => outlines.push(Outline { heading, lines: vec![line] }),
        }
    }
    outlines
}

/// Writes headings and lines as plain text.
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write_outline(outlines: &[Outline], style: OutputStyle, out: &mut dyn Write) -> io::Result<()> {
    for outline in outlines {
        let margin = if outline.heading.is_empty() { "" } else { "  " };
        if !outline.heading.is_empty() {
            writeln!(out, "{}", style.paint(TextRole::Title, &sanitize(&outline.heading)))?;
        }
        outline.lines.iter().try_for_each(|text| writeln!(out, "{margin}{}", sanitize(text)))?;
    }
    Ok(())
}

/// Writes headings and lists in Markdown.
///
/// # Errors
///
/// When `out` does not take it.
pub fn write_markdown_outline(outlines: &[Outline], out: &mut dyn Write) -> io::Result<()> {
    for outline in outlines {
        writeln!(out)?;
        if !outline.heading.is_empty() {
            writeln!(out, "### {}\n", escaped(&outline.heading))?;
        }
        outline.lines.iter().try_for_each(|text| writeln!(out, "- {}", escaped(text)))?;
    }
    Ok(())
}
