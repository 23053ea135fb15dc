//! How old the Cités are, as exactly as their dates are known.

use ratatui::layout::Rect;
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

/// A bar that is shorter tells nothing.
const LEAST_BAR: usize = 4;
/// Columns for the name of a wave and, to the right, for its ages.
const WAVE_WIDTH: u16 = 12;
const AGES_WIDTH: u16 = 17;
/// Widest cell of the histogram.
const MOST_CELL_WIDTH: u16 = 24;

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
    let inside = panel::render(frame, areas.panel, &state.theme);
    histogram(frame, inside, cx, waves);
}

/// Returns the columns of an age in words and a blank; its bar has the others.
fn words_width(lang: Lang) -> usize {
    views::age(lang, Some(Age { at_least: 64, at_most: 65 })).width() + 1
}

/// The age in words and as a bar: what is sure, then what is possible.
fn age_bar(
    cx: ViewContext<'_>,
    cell: Cell<'_>,
    words: Vec<Span<'static>>,
    words_width: usize,
    oldest: u32,
) -> Vec<Span<'static>> {
    let room = cell.width.saturating_sub(words_width);
    let (Some(age), true) = (cites::age(cell.cite, cx.views()), room >= LEAST_BAR) else { return words };
    let mut spans = text::fitted(words, words_width, cx.theme.glyphs.ellipsis).spans;
    let taken: usize = spans.iter().map(Span::width).sum();
    spans.push(Span::raw(" ".repeat(words_width.saturating_sub(taken))));
    let columns = |months: u32| bars::scaled(months as usize, oldest as usize, room);
    let (sure, possible) = (columns(age.at_least), columns(age.at_most));
    spans.push(bars::piece(0, sure, cx.theme));
    spans.push(bars::piece(3, possible.saturating_sub(sure), cx.theme));
    spans
}

/// How many Cités of each wave have a date of each precision, and their ages.
fn histogram(frame: &mut Frame<'_>, area: Rect, cx: ViewContext<'_>, waves: &[WaveAges]) {
    let theme = cx.theme;
    let known: Vec<(usize, Precision)> = Precision::ALL
        .into_iter()
        .enumerate()
        .filter(|(place, _)| waves.iter().any(|wave| count(wave, *place) > 0))
        .collect();
    let most = waves.iter().flat_map(|wave| wave.by_precision).max().unwrap_or(0);
    let (left, ages) = take_right(area, AGES_WIDTH.min(area.width / 4));
    let columns = u16::try_from(known.len()).unwrap_or(1).max(1);
    let width = (left.width.saturating_sub(WAVE_WIDTH) / columns).min(MOST_CELL_WIDTH);
    let cell = |row: Rect, column: usize| {
        let x = row.x + WAVE_WIDTH + u16::try_from(column).unwrap_or(0) * width;
        Rect { x, width: width.saturating_sub(1), ..row }
    };
    let mut lines = area.rows();
    if let Some(row) = lines.next() {
        for (column, (_, precision)) in known.iter().enumerate() {
            let title = vec![Span::styled(labels::precision(cx.lang, *precision), theme.style(Role::Detail))];
            let place = cell(row, column);
            frame.render_widget(text::fitted(title, place.width.into(), theme.glyphs.ellipsis), place);
        }
    }
    for (wave, row) in waves.iter().zip(lines) {
        let name = t!(cx.lang, "tui-wave", year = wave.year.to_string());
        let name = Span::styled(format!(" {name}"), theme.style(Role::Heading));
        frame.render_widget(name, Rect { width: WAVE_WIDTH.min(row.width), ..row });
        for (column, (precision, _)) in known.iter().enumerate() {
            let place = cell(row, column);
            let number = count(wave, *precision);
            let words = format!(" {}", cx.lang.number(number as u64));
            let room = usize::from(place.width).saturating_sub(words.width());
            let mut bar = bars::stacked(&[number], most, room, theme);
            bar.push(Span::styled(words, theme.style(Role::Text)));
            frame.render_widget(text::fitted(bar, place.width.into(), theme.glyphs.ellipsis), place);
        }
        let total = cx.lang.number(wave.total() as u64);
        let words = format!("{total} · {}", views::age(cx.lang, wave.ages));
        let end = cell(row, known.len()).x + 1;
        let place = Rect { x: end.min(ages.x), y: row.y, height: 1, ..ages };
        let words = vec![Span::styled(words, theme.style(Role::Detail))];
        frame.render_widget(text::fitted(words, place.width.into(), theme.glyphs.ellipsis), place);
    }
}

fn count(wave: &WaveAges, precision: usize) -> usize {
    wave.by_precision.get(precision).copied().unwrap_or(0)
}
