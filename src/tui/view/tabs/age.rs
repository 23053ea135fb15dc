//! The ages of the Cités, as exact as their dates.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::snapshot::{Age, Precision};
use crate::t;
use crate::tui::state::State;
use crate::tui::state::layout::{Areas, take_right};
use crate::tui::theme::Role;
use crate::tui::view::widgets::cite_table::Cell;
use crate::tui::view::widgets::{bars, cite_table, panel, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::ages::WaveAges;
use crate::views::cites::{self, CiteColumn};
use crate::views::{self, labels};

/// The minimum width of a bar, in cells. A shorter one is left out.
const MIN_BAR_WIDTH: usize = 4;
/// The cells of the year of a wave.
const WAVE_WIDTH: u16 = 12;
/// The cells of the total and the ages of a wave, to the right.
const AGES_WIDTH: u16 = 17;
/// The maximum width of a column of the histogram, in cells.
const MAX_COLUMN_WIDTH: u16 = 24;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let waves = &state.list().listing().waves;
    let oldest = waves.iter().filter_map(|wave| wave.ages).map(|ages| ages.at_most).max().unwrap_or(0);
    let words_width = words_width(state.lang);
    cite_table::render(
        frame,
        areas,
        state,
        cites::AGES.shown,
        |_| Vec::new(),
        |cell, text| match cell.column {
            CiteColumn::Age => age_bar(cx, cell, text, words_width, oldest),
            _ => text,
        },
    );
    let inside = panel::render(frame, areas.panel, cx.theme);
    histogram(frame, inside, cx, waves);
}

/// Returns the width of an age in words and a blank, in cells. The bar has the rest.
fn words_width(lang: Lang) -> usize {
    views::age(lang, Some(Age { at_least: 64, at_most: 65 })).width() + 1
}

/// Returns an age in words and as a bar: the months that have certainly passed,
/// then those that have possibly passed. `oldest` months fill the cell.
fn age_bar(
    cx: ViewContext<'_>,
    cell: Cell<'_>,
    words: Vec<Span<'static>>,
    words_width: usize,
    oldest: u32,
) -> Vec<Span<'static>> {
    let bar_width = cell.width.saturating_sub(words_width);
    let age = cites::age(cell.cite, cx.views()).filter(|_| bar_width >= MIN_BAR_WIDTH);
    let Some(age) = age else { return words };
    let mut spans = text::to_width(words, words_width, Style::new(), cx.theme).spans;
    let columns = |months: u32| bars::scaled(months as usize, oldest as usize, bar_width);
    let (certain, possible) = (columns(age.at_least), columns(age.at_most));
    spans.push(bars::segment(0, certain, cx.theme));
    spans.push(bars::segment(3, possible.saturating_sub(certain), cx.theme));
    spans
}

/// Draws how many Cités of each wave have a date of each precision, and their ages.
fn histogram(frame: &mut Frame<'_>, area: Rect, cx: ViewContext<'_>, waves: &[WaveAges]) {
    let theme = cx.theme;
    let precisions: Vec<(usize, Precision)> = Precision::ALL
        .into_iter()
        .enumerate()
        .filter(|(index, _)| waves.iter().any(|wave| count(wave, *index) > 0))
        .collect();
    let max = waves.iter().flat_map(|wave| wave.by_precision).max().unwrap_or(0);
    let (left, ages) = take_right(area, AGES_WIDTH.min(area.width / 4));
    let columns = u16::try_from(precisions.len()).unwrap_or(1).max(1);
    let width = (left.width.saturating_sub(WAVE_WIDTH) / columns).min(MAX_COLUMN_WIDTH);
    let cell = |row: Rect, column: usize| {
        let x = row.x + WAVE_WIDTH + u16::try_from(column).unwrap_or(0) * width;
        Rect { x, width: width.saturating_sub(1), ..row }
    };
    let mut rows = area.rows();
    if let Some(row) = rows.next() {
        for (column, (_, precision)) in precisions.iter().enumerate() {
            let title = Span::styled(labels::precision(cx.lang, *precision), theme.style(Role::Detail));
            text::render(frame, cell(row, column), vec![title], theme);
        }
    }
    for (wave, row) in waves.iter().zip(rows) {
        let name = t!(cx.lang, "tui-wave", year = wave.year.to_string());
        let name = Span::styled(format!(" {name}"), theme.style(Role::Heading));
        frame.render_widget(name, Rect { width: WAVE_WIDTH.min(row.width), ..row });
        for (column, (precision, _)) in precisions.iter().enumerate() {
            let area = cell(row, column);
            let number = count(wave, *precision);
            let words = format!(" {}", cx.lang.number(number as u64));
            let bar_width = usize::from(area.width).saturating_sub(words.width());
            let mut bar = bars::stacked(&[number], max, bar_width, theme);
            bar.push(Span::styled(words, theme.style(Role::Text)));
            text::render(frame, area, bar, theme);
        }
        let total = cx.lang.number(wave.total() as u64);
        let words = format!("{total} · {}", views::age(cx.lang, wave.ages));
        let end = cell(row, precisions.len()).x + 1;
        let area = Rect { x: end.min(ages.x), y: row.y, height: 1, ..ages };
        text::render(frame, area, vec![Span::styled(words, theme.style(Role::Detail))], theme);
    }
}

fn count(wave: &WaveAges, precision: usize) -> usize {
    wave.by_precision.get(precision).copied().unwrap_or(0)
}
