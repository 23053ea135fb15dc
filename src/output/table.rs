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

/// Where a row is written as lines, texts keep at least this width.
const NARROWEST_TEXT: usize = 16;

/// A table that fits the width of the paper, wrapped at words and hyphens, or
/// that is as wide as its longest cells where there is no width to fit.
///
/// Where words or addresses would have to be broken, each row is written as
/// lines instead, one for each cell.
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
    let Some(widths) = widths(&titles, &rows, paper) else {
        return write_stacked(&titles, &rows, paper, out);
    };
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

    /// Whether it is an address that only works whole: as text, and not as a
    /// link of the terminal, which can be of several lines.
    fn is_whole(&self, paper: Paper) -> bool {
        self.url.is_some_and(|url| url == self.text && !paper.links_to(url))
    }

    /// The width of its longest piece that is not broken.
    fn longest_word(&self, paper: Paper) -> usize {
        if self.is_whole(paper) {
            return display_width(&self.text);
        }
        // The other spaces, as in `91,9 km`, are there to keep words together.
        let words = self.text.split(' ');
        let longest = |word| {
            let ends = breaks(word).into_iter().chain([word.len()]);
            let pieces = ends.scan(0, |start, end| word.get(std::mem::replace(start, end)..end));
            pieces.map(display_width).max().unwrap_or(0)
        };
        words.map(longest).max().unwrap_or(0)
    }
}

/// Writes the title of each column and the cell of each row beside it.
fn write_stacked(
    titles: &[Piece<'_>],
    rows: &[Vec<Piece<'_>>],
    paper: Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title_width = titles.iter().map(|title| display_width(&title.text)).max().unwrap_or(0);
    let indent = title_width + GAP.len();
    let width = paper.width.map_or(usize::MAX, usize::from).saturating_sub(indent).max(NARROWEST_TEXT);
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        for (title, piece) in titles.iter().zip(row).filter(|(_, piece)| !piece.text.is_empty()) {
            let lines =
                if piece.is_whole(paper) { vec![piece.text.clone()] } else { wrap(&piece.text, width) };
            for (place, text) in lines.iter().enumerate() {
                let title = if place == 0 { title.text.as_str() } else { "" };
                let room = indent.saturating_sub(display_width(title));
                let name = paper.paint(Role::Name, title);
                writeln!(out, "{name}{:room$}{}", "", paper.link(piece.url, &paper.paint(piece.role, text)))?;
            }
        }
    }
    Ok(())
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
    // Wrapping holds many times the text in memory.
    if display_width(text) <= width {
        return vec![text.trim_end().to_owned()];
    }
    let options = Options::new(width)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::Custom(breaks));
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// Where a word may be broken: behind a hyphen between letters, so that ids
/// such as `cde-051` stay whole.
fn breaks(word: &str) -> Vec<usize> {
    let letters = |(at, hyphen): &(usize, &str)| {
        let before = word.get(..*at).and_then(|before| before.chars().next_back());
        let behind = word.get(at + hyphen.len()..).and_then(|behind| behind.chars().next());
        [before, behind].into_iter().all(|letter| letter.is_some_and(char::is_alphabetic))
    };
    word.match_indices('-').filter(letters).map(|(at, hyphen)| at + hyphen.len()).collect()
}

/// How wide each column is: as wide as its longest cell where there is room
/// for all; otherwise the wider ones give, none below its longest word. `None`
/// where there is no room for the words.
fn widths(titles: &[Piece<'_>], rows: &[Vec<Piece<'_>>], paper: Paper) -> Option<Vec<usize>> {
    let widest = |measure: &dyn Fn(&Piece<'_>) -> usize| -> Vec<usize> {
        let mut widths: Vec<usize> = titles.iter().map(measure).collect();
        for row in rows {
            for (width, piece) in widths.iter_mut().zip(row) {
                *width = (*width).max(measure(piece));
            }
        }
        widths
    };
    let mut widths = widest(&|piece| display_width(&piece.text));
    let Some(room) = paper.width else { return Some(widths) };
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    let room = usize::from(room).saturating_sub(gaps);
    let words = widest(&|piece| piece.longest_word(paper));
    while widths.iter().sum::<usize>() > room {
        // The column with most to spare above its longest word gives one place.
        let spare = |(width, word): (&usize, &usize)| width.saturating_sub(*word);
        let widest = widths.iter().zip(&words).map(spare).enumerate().max_by_key(|(_, spare)| *spare);
        let (place, _) = widest.filter(|(_, spare)| *spare > 0)?;
        *widths.get_mut(place)? -= 1;
    }
    Some(widths)
}
