//! Tables in Markdown.

use std::io::{self, Write};

use super::grid::Grid;
use crate::sanitize::sanitize;
use crate::views::Align;

/// Writes a table in the syntax of GitHub, which most other readers of Markdown share.
pub(super) fn write(grid: &Grid, out: &mut dyn Write) -> io::Result<()> {
    write_row(grid.headings.iter().map(|heading| heading.title.as_str()), out)?;
    let rules = grid.headings.iter().map(|heading| match heading.align {
        Align::Left => " --- |",
        Align::Right => " ---: |",
    });
    writeln!(out, "|{}", rules.collect::<String>())?;
    grid.rows.iter().try_for_each(|row| write_row(row.iter().map(|cell| cell.text.as_str()), out))
}

fn write_row<'a>(texts: impl Iterator<Item = &'a str>, out: &mut dyn Write) -> io::Result<()> {
    let cells: String = texts.map(|text| format!(" {} |", escaped(text))).collect();
    writeln!(out, "|{cells}")
}

/// Escapes a text so that Markdown shows it letter for letter: data must not add links, images or
/// HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in sanitize(text).chars() {
        if matches!(c, '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
