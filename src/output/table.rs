//! Tables for people.

use std::io::{self, Write};
use std::slice;

use unicode_width::UnicodeWidthStr;

use super::grid::{Grid, GridCell};
use super::style::{OutputStyle, Span, TextRole};
use crate::views::Align;
use crate::views::layout::{self, Run};

/// The gap between two columns.
const GAP: &str = "  ";

/// The minimum width of a text in cells, where each cell of the table is on a line of its own.
const MIN_TEXT_WIDTH: usize = 16;

/// Writes a table that fits the width of the output, wrapped at words and hyphens. Without a width,
/// each column is as wide as its longest cell.
///
/// If words or addresses would have to be broken, each cell is written on a line of its own.
///
/// The table of the explorer has columns of its own (`views/layout/columns.rs`):
/// it leaves out columns and truncates cells, so that a row is one line, and
/// looks only at rows that are on the screen. Here nothing may be lost, and
/// the widths follow from all cells.
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write(grid: &Grid, style: OutputStyle, out: &mut dyn Write) -> io::Result<()> {
    let titles = grid.headings.iter().map(|heading| Span::new(&heading.title, TextRole::Heading));
    let titles: Vec<Span<'_>> = titles.collect();
    let rows: Vec<Vec<Span<'_>>> =
        grid.rows.iter().map(|row| row.iter().map(Span::of_cell).collect()).collect();
    let Some(widths) = widths(&titles, &rows, style) else {
        return write_stacked(&titles, &rows, style, out);
    };
    let columns: Vec<(usize, Align)> =
        widths.iter().copied().zip(grid.headings.iter().map(|heading| heading.align)).collect();
    write_row(&titles, &columns, style, out)?;
    if style.terminal {
        let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        style.write_line(&[Span::new(&rule.join(GAP), TextRole::Detail)], out)?;
    }
    rows.iter().try_for_each(|row| write_row(row, &columns, style, out))
}

impl<'a> Span<'a> {
    fn of_cell(cell: &'a GridCell) -> Self {
        let role = if cell.unknown { TextRole::Unknown } else { TextRole::Text };
        Self { url: cell.url.as_deref(), ..Self::new(&cell.text, role) }
    }

    /// Returns whether the text is an address that must not be broken. An address that is
    /// printed as a link of the terminal may span several lines.
    fn is_whole(&self, style: OutputStyle) -> bool {
        self.url.is_some_and(|url| url == self.text && !style.links_to(url))
    }

    fn width(&self) -> usize {
        layout::width(slice::from_ref(self))
    }

    /// Returns the width of its longest unbreakable piece, in cells.
    fn longest_word(&self, style: OutputStyle) -> usize {
        if self.is_whole(style) {
            return self.width();
        }
        // Only spaces separate words: a no-break space, as in `91,9 km`, does not.
        let words = self.text.split(' ');
        let longest = |word: &str| {
            let ends = layout::word_breaks(word).into_iter().chain([word.len()]);
            let pieces = ends.scan(0, |start, end| word.get(std::mem::replace(start, end)..end));
            pieces.map(UnicodeWidthStr::width).max().unwrap_or(0)
        };
        words.map(longest).max().unwrap_or(0)
    }
}

/// Writes each cell of each row on a line of its own, beside the title of its column.
fn write_stacked(
    titles: &[Span<'_>],
    rows: &[Vec<Span<'_>>],
    style: OutputStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    let indent = titles.iter().map(Span::width).max().unwrap_or(0) + GAP.len();
    let width = style.width.map_or(usize::MAX, usize::from).saturating_sub(indent).max(MIN_TEXT_WIDTH);
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        for (title, cell) in titles.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()) {
            let width = if cell.is_whole(style) { usize::MAX } else { width };
            let lines = layout::wrap_at_hyphens(slice::from_ref(cell), width);
            let name = Span { role: TextRole::Name, ..title.clone() };
            style.write_lines(&layout::hang(vec![name], indent, lines), out)?;
        }
    }
    Ok(())
}

/// Writes one row, on as many lines as its longest cell takes.
fn write_row(
    row: &[Span<'_>],
    columns: &[(usize, Align)],
    style: OutputStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    let wrap = |(cell, (width, _)): (&_, &(usize, _))| layout::wrap_at_hyphens(slice::from_ref(cell), *width);
    let cells: Vec<_> = row.iter().zip(columns).map(wrap).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for index in 0..height {
        let mut line = Vec::new();
        // Blanks are held back until text follows, so that no line ends in blanks.
        let mut blank = 0;
        for (cell, (width, align)) in cells.iter().zip(columns) {
            let text = cell.get(index).map_or(&[][..], Vec::as_slice);
            let free = width.saturating_sub(layout::width(text));
            let (before, after) = if *align == Align::Right { (free, 0) } else { (0, free) };
            blank += before;
            if text.iter().any(|span| !span.text.is_empty()) {
                line.push(Span::unstyled(" ".repeat(std::mem::take(&mut blank))));
                line.extend_from_slice(text);
            }
            blank += after + GAP.len();
        }
        style.write_line(&line, out)?;
    }
    Ok(())
}

/// Returns the width of each column in cells: that of its longest cell if all columns fit;
/// otherwise the wider columns shrink, none below its longest word. Returns `None` if the words do
/// not fit.
fn widths(titles: &[Span<'_>], rows: &[Vec<Span<'_>>], style: OutputStyle) -> Option<Vec<usize>> {
    let widest = |measure: &dyn Fn(&Span<'_>) -> usize| -> Vec<usize> {
        let mut widths: Vec<usize> = titles.iter().map(measure).collect();
        for row in rows {
            for (width, span) in widths.iter_mut().zip(row) {
                *width = (*width).max(measure(span));
            }
        }
        widths
    };
    let mut widths = widest(&|span| span.width());
    let Some(room) = style.width else { return Some(widths) };
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    let room = usize::from(room).saturating_sub(gaps);
    let words = widest(&|span| span.longest_word(style));
    while widths.iter().sum::<usize>() > room {
        // Shrinks the column that exceeds its longest word by the most.
        let spare = |(width, word): (&usize, &usize)| width.saturating_sub(*word);
        let widest = widths.iter().zip(&words).map(spare).enumerate().max_by_key(|(_, spare)| *spare);
        let (index, _) = widest.filter(|(_, spare)| *spare > 0)?;
        *widths.get_mut(index)? -= 1;
    }
    Some(widths)
}
