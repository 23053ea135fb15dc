//! Tables for people.

use std::io::{self, Write};

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

use super::grid::{Cell, Grid};
use super::line;
use super::paper::{Paper, Role};
use crate::views::Align;

/// What stands between two columns.
const GAP: &str = "  ";

/// A table that fits the width of the paper, wrapped at words and hyphens, or
/// that is as wide as its longest cells where there is no width to fit.
///
/// # Errors
///
/// When `out` does not take it.
pub fn write<'a>(grid: &'a Grid, paper: Paper, out: &mut dyn Write) -> io::Result<()> {
    let titles = grid.headings.iter().map(|heading| Piece::new(&heading.title, Role::Heading, None));
    let titles: Vec<Piece<'_>> = titles.collect();
    let piece = |cell: &'a Cell| {
        let role = if cell.unknown { Role::Unknown } else { Role::Text };
        Piece::new(&cell.text, role, cell.url.as_deref())
    };
    let rows: Vec<Vec<Piece<'_>>> = grid.rows.iter().map(|row| row.iter().map(piece).collect()).collect();
    let widths = widths(&titles, &rows, paper);
    let columns: Vec<(usize, Align)> =
        widths.iter().copied().zip(grid.headings.iter().map(|heading| heading.align)).collect();
    write_row(&titles, &columns, paper, out)?;
    if paper.terminal {
        let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        writeln!(out, "{}", paper.paint(Role::Detail, &rule.join(GAP)))?;
    }
    rows.iter().try_for_each(|row| write_row(row, &columns, paper, out))
}

/// What stands in a cell, and how it is shown.
struct Piece<'a> {
    text: String,
    role: Role,
    url: Option<&'a str>,
}

impl<'a> Piece<'a> {
    fn new(text: &str, role: Role, url: Option<&'a str>) -> Self {
        Self { text: line(text), role, url }
    }
}

/// Writes one row, on as many lines as its longest cell takes.
fn write_row(
    row: &[Piece<'_>],
    columns: &[(usize, Align)],
    paper: Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let cells: Vec<Vec<String>> =
        row.iter().zip(columns).map(|(piece, (width, _))| wrap(&piece.text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for place in 0..height {
        let mut written = String::new();
        // Spaces are held back until something follows, so that no line ends in them.
        let mut room = 0;
        for ((cell, piece), (width, align)) in cells.iter().zip(row).zip(columns) {
            let text = cell.get(place).map_or("", String::as_str);
            let free = width.saturating_sub(display_width(text));
            let (before, after) = if *align == Align::Right { (free, 0) } else { (0, free) };
            room += before;
            if !text.is_empty() {
                written.push_str(&" ".repeat(std::mem::take(&mut room)));
                written.push_str(&paper.link(piece.url, &paper.paint(piece.role, text)));
            }
            room += after + GAP.len();
        }
        writeln!(out, "{written}")?;
    }
    Ok(())
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::HyphenSplitter);
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// How wide each column is: as wide as its longest cell where there is room
/// for all; otherwise no narrower than its longest word as far as that goes,
/// and the wider ones give first.
fn widths(titles: &[Piece<'_>], rows: &[Vec<Piece<'_>>], paper: Paper) -> Vec<usize> {
    let widest = |measure: fn(&str) -> usize| -> Vec<usize> {
        let mut widths: Vec<usize> = titles.iter().map(|title| measure(&title.text)).collect();
        for row in rows {
            for (width, piece) in widths.iter_mut().zip(row) {
                *width = (*width).max(measure(&piece.text));
            }
        }
        widths
    };
    let mut widths = widest(display_width);
    let Some(room) = paper.width else { return widths };
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    let room = usize::from(room).saturating_sub(gaps);
    let words = widest(longest_word);
    for floors in [words, vec![1; widths.len()]] {
        while widths.iter().sum::<usize>() > room {
            // The column with most to spare above its floor gives one place.
            let spare = |(width, floor): (&usize, &usize)| width.saturating_sub(*floor);
            let widest = widths.iter().zip(&floors).map(spare).enumerate().max_by_key(|(_, spare)| *spare);
            match widest.filter(|(_, spare)| *spare > 0).and_then(|(place, _)| widths.get_mut(place)) {
                Some(width) => *width -= 1,
                None => break,
            }
        }
    }
    widths
}

/// The width of the longest piece of a text that is not broken.
fn longest_word(text: &str) -> usize {
    let parts = text.split_whitespace().flat_map(|word| word.split_inclusive('-'));
    parts.map(display_width).max().unwrap_or(0)
}
