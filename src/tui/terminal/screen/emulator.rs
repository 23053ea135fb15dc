//! A terminal for tests: what it shows is compared with what was drawn.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// An emulator of a clear terminal.
pub(super) fn emulator(size: Size) -> vt100::Parser {
    let [columns, rows] = [size.width, size.height].map(|size| NonZeroU16::new(size).unwrap());
    vt100::Parser::new(rows, columns, 0)
}

/// The first cell that does not look as it was drawn.
pub(super) fn wrong_cell(emulator: &vt100::Parser, drawn: &Buffer) -> Option<(Position, String)> {
    drawn.area.positions().find_map(|position| {
        let cell = &drawn[position];
        let shown = emulator.screen().cell(position.y, position.x).unwrap();
        let symbol = if shown.has_contents() { shown.contents() } else { " " };
        let style = |cell: &Cell| (color(cell.bg), cell.modifier.contains(Modifier::UNDERLINED));
        let pen = |cell: &Cell| {
            let modifier = cell.modifier;
            (
                color(cell.fg),
                [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC].map(|one| modifier.contains(one)),
            )
        };
        let same = symbol == cell.symbol()
            && (shown.bgcolor(), shown.underline()) == style(cell)
            && (symbol == " " || (shown.fgcolor(), [shown.bold(), shown.dim(), shown.italic()]) == pen(cell));
        (!same && !shown.is_wide_continuation()).then(|| (position, format!("{cell:?}, shown {shown:?}")))
    })
}

fn color(color: Color) -> vt100::Color {
    match color {
        Color::Red => vt100::Color::Idx(1),
        Color::LightCyan => vt100::Color::Idx(14),
        Color::Indexed(index) => vt100::Color::Idx(index),
        _ => vt100::Color::Default,
    }
}
