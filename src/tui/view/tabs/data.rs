//! The snapshot, for those who check it: where it comes from, what is wrong
//! with it, how much is known of each field, and which sources say so.

use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::snapshot::{FieldCoverage, Input, Level, Problem};
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, State, layout};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{bars, table, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::data::{self, DataView};
use crate::views::sources::SourceUse;
use crate::views::{date, labels};

/// Columns of a bar that is full, at most.
const MOST_BAR: usize = 16;
/// The part of a bar that is not known.
const UNKNOWN: usize = 3;
/// Widest column of the ids of sources.
const MOST_ID_WIDTH: usize = 8;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let Some(view) = &state.list().listing().data else { return };
    // The pointer, a blank column beside it, and the thumb.
    let room = usize::from(areas.rows.width.saturating_sub(3));
    table::render(frame, areas, state, &[], |item| {
        let mut spans = match item {
            Item::Heading(place) => return Row::Whole(heading(state, view, place)),
            Item::Snapshot => snapshot(state),
            Item::Problem(place) => problem(state, place).unwrap_or_default(),
            Item::Field(place) => field(cx, view, place, room).unwrap_or_default(),
            Item::Source(place) => source(cx, view, place).unwrap_or_default(),
            Item::Cite(_) | Item::Preconisation(_) => Vec::new(),
        };
        spans.insert(0, Span::raw(" "));
        Row::Whole(spans)
    });
    let title = Span::styled(t!(state.lang, "tui-data-snapshot"), state.theme.style(Role::ColumnTitle));
    let place = layout::pad(areas.titles);
    frame.render_widget(text::fitted(vec![title], place.width.into(), state.theme.glyphs.ellipsis), place);
}

fn heading(state: &State, view: &DataView, place: usize) -> Vec<Span<'static>> {
    let lang = state.lang;
    let (listed, total) = (view.listed, state.context().snapshot.cites.len());
    let text = match state.list().listing().headings.get(place) {
        Some(Heading::Broken) => t!(lang, "tui-data-broken"),
        Some(Heading::Unchecked) => t!(lang, "tui-data-unchecked"),
        Some(Heading::Problems(count)) if view.is_all => t!(lang, "tui-data-problems", count = *count),
        Some(Heading::Problems(count)) => {
            t!(lang, "tui-data-problems-listed", count = *count, listed = listed, total = total)
        }
        Some(Heading::Fields) if view.is_all => t!(lang, "tui-data-fields", total = total),
        Some(Heading::Fields) => t!(lang, "tui-data-fields-listed", listed = listed, total = total),
        Some(Heading::Sources(count)) if view.is_all => t!(lang, "tui-data-sources", count = *count),
        Some(Heading::Sources(count)) => {
            t!(lang, "tui-data-sources-listed", count = *count, listed = listed, total = total)
        }
        _ => String::new(),
    };
    vec![Span::styled(text, state.theme.style(Role::Heading))]
}

/// `snapshot.json · 5 mars 2024 · Licence Ouverte 2.0`
fn snapshot(state: &State) -> Vec<Span<'static>> {
    let meta = &state.context().snapshot.meta;
    let file = match &state.file.provenance.input {
        None => t!(state.lang, "data-embedded"),
        Some(input) => short_name(input),
    };
    let mut licences: Vec<&str> = meta.licences.iter().map(|licence| licence.name.as_str()).collect();
    licences.dedup();
    let day = date(state.lang, meta.as_of);
    let facts = [&[day.as_str()], licences.as_slice()].concat();
    let facts: String = facts.iter().map(|fact| format!(" · {fact}")).collect();
    vec![
        text::plain(&file, state.theme.style(Role::Text)),
        text::plain(&facts, state.theme.style(Role::Detail)),
    ]
}

/// The name of a file without its folders.
fn short_name(input: &Input) -> String {
    match input {
        Input::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        Input::Stdin => input.name(),
    }
}

/// `attention  Saint-Denis · ce qui ne va pas`
fn problem(state: &State, place: usize) -> Option<Vec<Span<'static>>> {
    let problem: &Problem = state.file.problem(place)?;
    let cite = state.file.cite_of(problem, state.context());
    let role = if problem.fault.level() == Level::Note { Role::Detail } else { Role::Problem };
    let levels = Level::ALL.map(|level| labels::level(state.lang, level).width());
    let widest = levels.into_iter().max().unwrap_or(0);
    let level = data::level(state.lang, problem);
    let blank = " ".repeat(widest.saturating_sub(level.width()) + 2);
    let style = |role| state.theme.style(role);
    Some(vec![
        Span::styled(level, style(role)),
        Span::raw(blank),
        text::plain(&data::place_of(problem, cite, state.lang), style(Role::Text)),
        text::plain(&format!(" · {}", data::complaint(problem, cite, state.lang)), style(Role::Detail)),
    ])
}

/// `Porteur  53/84  ████▓▓▓▓▒▒▒▒░░░░  █ explicite 11  ▓ probable 12`: how many
/// Cités have a field, and how it is known.
fn field(cx: ViewContext<'_>, view: &DataView, place: usize, room: usize) -> Option<Vec<Span<'static>>> {
    let theme = cx.theme;
    let coverage = &view.coverage;
    let names = coverage.fields.iter().map(|known| data::field_name(cx.lang, known).width());
    let widest = names.max().unwrap_or(0);
    let field = coverage.fields.get(place)?;
    let name = data::field_name(cx.lang, field);
    let blank = " ".repeat(widest.saturating_sub(name.width()) + 1);
    let number = |count: usize| cx.lang.number(count as u64);
    let (filled, total) = (number(field.filled), number(coverage.cites));
    let count = format!("{filled:>width$}/{total}", width = total.width());
    let bar = room.saturating_sub(widest + count.width() + 3).min(MOST_BAR);
    let mut spans = vec![
        text::plain(&name, theme.style(Role::Text)),
        Span::styled(format!("{blank}{count}  "), theme.style(Role::Detail)),
    ];
    let parts = parts(field, coverage.cites);
    let drawn = bars::stacked(&parts, coverage.cites, bar, theme);
    let width: usize = drawn.iter().map(Span::width).sum();
    spans.extend(drawn);
    spans.push(Span::raw(" ".repeat(bar.saturating_sub(width))));
    spans.extend(legend(cx, field));
    Some(spans)
}

/// How many Cités have a field with each evidence, the surest first, and at
/// last how many have it not.
fn parts(field: &FieldCoverage, total: usize) -> [usize; UNKNOWN + 1] {
    let known = |place: usize| match field.evidence.as_slice() {
        [] if place == 0 => field.filled,
        evidence => evidence.get(place).map_or(0, |(_, count)| *count),
    };
    let mut parts = [known(0), known(1), known(2), 0];
    parts[UNKNOWN] = total.saturating_sub(parts.iter().sum());
    parts
}

/// The signs of the bar of a field, each with what it stands for and how often.
fn legend(cx: ViewContext<'_>, field: &FieldCoverage) -> Vec<Span<'static>> {
    let evidence = data::evidence(cx.lang, field).into_iter().enumerate();
    let shown = evidence.filter(|(_, (_, count))| *count > 0).flat_map(|(level, (name, count))| {
        let text = format!(" {name} {}", cx.lang.number(count as u64));
        [Span::raw("  "), bars::piece(level, 1, cx.theme), Span::styled(text, cx.style(Role::Detail))]
    });
    shown.collect()
}

/// `S20  12  Titre`: a source and how many values name it.
fn source(cx: ViewContext<'_>, view: &DataView, place: usize) -> Option<Vec<Span<'static>>> {
    let rows = || view.sources.iter().map(|(_, row)| row);
    let uses = |row: &SourceUse| cx.lang.number(row.uses as u64);
    let ids = rows().map(|row| row.source.id.width()).max().unwrap_or(0).min(MOST_ID_WIDTH);
    let counts = rows().map(|row| uses(row).width()).max().unwrap_or(0);
    let (_, row) = view.sources.iter().find(|(known, _)| *known == place)?;
    let style = |role| cx.style(role);
    let id = text::plain(&row.source.id, style(Role::Source));
    let mut spans = text::fitted(vec![id], ids, cx.theme.glyphs.ellipsis).spans;
    let taken: usize = spans.iter().map(Span::width).sum();
    let blank = " ".repeat(ids.saturating_sub(taken) + 1);
    spans.push(Span::styled(format!("{blank}{:>counts$}  ", uses(row)), style(Role::Detail)));
    spans.push(text::plain(&row.source.title, style(Role::Text)));
    Some(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{coverage, embedded};

    #[test]
    fn the_parts_of_a_bar_are_all_cites() {
        let coverage = coverage(&embedded().unwrap());
        for field in &coverage.fields {
            let parts = parts(field, coverage.cites);
            assert_eq!(parts.iter().sum::<usize>(), 84, "{:?}", field.field);
            assert_eq!(84 - parts[UNKNOWN], field.filled, "{:?}", field.field);
        }
    }
}
