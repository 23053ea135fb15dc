//! The snapshot itself: its origin, its problems, the coverage of its fields, and
//! its sources.

use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::snapshot::Reliability;
use crate::snapshot::{FieldCoverage, Input, Level, Problem};
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{FieldLevel, Heading, Item, Listing, State, layout};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{bars, evidence, table, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::data::{self, DataView};
use crate::views::sources::SourceUse;
use crate::views::{date, labels};

/// The cells of a count in the matrix, and those on a narrow screen.
const COUNT_WIDTHS: [usize; 2] = [7, 5];
/// The width below which the counts stand close together, in cells.
const NARROW: usize = 60;
/// The minimum width of a bar, in cells. A shorter one is left out.
const MIN_BAR_WIDTH: usize = 6;
/// The maximum width of a full bar, in cells.
const MAX_BAR_WIDTH: usize = 16;
/// The level of the segment of Cités without a value.
const UNKNOWN: usize = 3;
/// The maximum width of the ids of sources, in cells.
const MAX_ID_WIDTH: usize = 8;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let Listing { headings, data: Some(view), .. } = state.list().listing() else { return };
    // Without the pointer, a blank and the scrollbar.
    let width = usize::from(areas.rows.width.saturating_sub(3));
    table::render(frame, areas, state, &[], |item| {
        let mut spans = match item {
            Item::Heading(index) => return Row::Whole(heading(cx, view, headings.get(index), width)),
            Item::Snapshot => snapshot(cx, state.file.provenance.input.as_ref()),
            Item::Problem(index) => problem(state, index).unwrap_or_default(),
            Item::Change(index) => change(state, index).unwrap_or_default(),
            Item::Field(index) => field(state, view, index, width).unwrap_or_default(),
            Item::CompleteFields => complete_fields(state, view),
            Item::Source(index) => source(cx, view, index).unwrap_or_default(),
            Item::Outside | Item::Cite(_) | Item::Wave(_) | Item::Area(..) | Item::Preconisation(_) => {
                Vec::new()
            }
        };
        spans.insert(0, Span::raw(" "));
        Row::Whole(spans)
    });
    let title = Span::styled(t!(cx.lang, "tui-data-snapshot"), cx.style(Role::ColumnTitle));
    text::render(frame, layout::pad(areas.titles), vec![title], cx.theme);
}

fn heading(
    cx: ViewContext<'_>,
    view: &DataView,
    heading: Option<&Heading>,
    width: usize,
) -> Vec<Span<'static>> {
    let lang = cx.lang;
    let (listed, total) = (view.listed, cx.snapshot.cites.len());
    let text = match heading {
        Some(Heading::Broken) => t!(lang, "tui-data-broken"),
        Some(Heading::Unchecked) => t!(lang, "tui-data-unchecked"),
        Some(Heading::Problems(count)) if view.is_all => t!(lang, "tui-data-problems", count = *count),
        Some(Heading::Problems(count)) => {
            t!(lang, "tui-data-problems-listed", count = *count, listed = listed, total = total)
        }
        Some(Heading::Changes(count)) => t!(lang, "tui-data-changes", count = *count),
        Some(Heading::Fields) if view.is_all => t!(lang, "tui-data-fields", total = total),
        Some(Heading::Fields) => t!(lang, "tui-data-fields-listed", listed = listed, total = total),
        Some(Heading::Sources(count)) if view.is_all => t!(lang, "tui-data-sources", count = *count),
        Some(Heading::Sources(count)) => {
            t!(lang, "tui-data-sources-listed", count = *count, listed = listed, total = total)
        }
        _ => String::new(),
    };
    let titles = match heading {
        Some(Heading::Fields) => level_titles(cx, view, &text, width),
        _ => Vec::new(),
    };
    [vec![Span::styled(text, cx.style(Role::Heading))], titles].concat()
}

/// Returns `snapshot.json · 5 mars 2024 · Licence Ouverte 2.0`.
fn snapshot(cx: ViewContext<'_>, input: Option<&Input>) -> Vec<Span<'static>> {
    let meta = &cx.snapshot.meta;
    let file = input.map_or_else(|| t!(cx.lang, "data-embedded"), short_name);
    let mut licences: Vec<&str> = meta.licences.iter().map(|licence| licence.name.as_str()).collect();
    licences.dedup();
    let day = date(cx.lang, meta.as_of);
    let facts = [&[day.as_str()], licences.as_slice()].concat();
    let facts: String = facts.iter().map(|fact| format!(" · {fact}")).collect();
    vec![text::plain(&file, cx.style(Role::Text)), text::plain(&facts, cx.style(Role::Detail))]
}

/// Returns the name of a file without its folders.
fn short_name(input: &Input) -> String {
    match input {
        Input::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        Input::Stdin => input.name(),
    }
}

/// Returns `attention  Saint-Denis · …`: the level of a problem, its position and
/// its description.
fn problem(state: &State, index: usize) -> Option<Vec<Span<'static>>> {
    let problem: &Problem = state.file.problem(index)?;
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
        text::plain(&data::location_of(problem, cite, state.lang), style(Role::Text)),
        text::plain(&format!(" · {}", data::description(problem, cite, state.lang)), style(Role::Detail)),
    ])
}

/// Returns `cde-024 Vaulx-en-Velin · porteur : …`: what a change is in, and what changed there.
fn change(state: &State, index: usize) -> Option<Vec<Span<'static>>> {
    let change = state.file.change(index)?;
    let style = |role| state.theme.style(role);
    let name = change.row_name(state.lang);
    let gap = if name.is_empty() { "" } else { " · " };
    let difference = change.difference(state.lang);
    Some(vec![
        text::plain(&name, style(Role::Text)),
        text::plain(&format!("{gap}{difference}"), style(Role::Detail)),
    ])
}

/// Returns `+ Complets : Territoire, Périmètre`.
fn complete_fields(state: &State, view: &DataView) -> Vec<Span<'static>> {
    let sign = if state.unfolded == Some(Item::CompleteFields) { "− " } else { "+ " };
    let names = view.complete_fields().map(|field| data::field_name(state.lang, field));
    let names = t!(state.lang, "data-complete", names = names.collect::<Vec<_>>().join(", "));
    let style = |role| state.theme.style(role);
    vec![text::plain(sign, style(Role::Heading)), text::plain(&names, style(Role::Text))]
}

/// Returns `Porteur  55   12   15   28  [29]  ━━━━╍╍╍────┄┄┄`: of how many Cités a field is known, in all and at each
/// level of reliability, and of how many it is not.
fn field(state: &State, view: &DataView, index: usize, width: usize) -> Option<Vec<Span<'static>>> {
    let cx = ViewContext::of(state);
    let coverage = &view.coverage;
    let field = coverage.fields.get(index)?;
    let is_selected = state.selected() == Some(Item::Field(index));
    let (name_width, count_width) = matrix_widths(cx, view, width);
    let name = vec![text::plain(&data::field_name(cx.lang, field), cx.style(Role::Text))];
    let mut spans = text::to_width(name, name_width, cx.style(Role::Text), cx.theme).spans;
    let parts = parts(field, coverage.cites);
    let counts = [[field.filled].as_slice(), &parts].concat();
    for (level, count) in FieldLevel::ALL.into_iter().zip(counts) {
        let is_chosen = is_selected && level == state.field_level;
        let number = if count == 0 { "·".to_owned() } else { cx.lang.number(count as u64) };
        let [before, after] = if is_chosen { ["[", "]"] } else { [" ", " "] };
        let role = match (count, level) {
            (0, _) => Role::Detail,
            (_, FieldLevel::Unknown) => Role::Title,
            _ => Role::Text,
        };
        let blank = " ".repeat(count_width.saturating_sub(number.width() + 2));
        spans.push(Span::styled(format!("{blank}{before}{number}{after}"), cx.style(role)));
    }
    let bar_width = width.saturating_sub(text::spans_width(&spans) + 2).min(MAX_BAR_WIDTH);
    if bar_width >= MIN_BAR_WIDTH {
        spans.push(Span::raw("  "));
        spans.extend(bars::evidence(&parts, coverage.cites, bar_width, cx.theme));
    }
    Some(spans)
}

/// Returns the width of the names of the fields and that of a count, in cells.
fn matrix_widths(cx: ViewContext<'_>, view: &DataView, width: usize) -> (usize, usize) {
    let names = view.coverage.fields.iter().map(|field| data::field_name(cx.lang, field).width());
    let [roomy, close] = COUNT_WIDTHS;
    let count = if width < NARROW { close } else { roomy };
    let room = width.saturating_sub(count * FieldLevel::ALL.len());
    (names.max().unwrap_or(0).min(room), count)
}

/// Returns the titles of the counts, above their columns.
fn level_titles(cx: ViewContext<'_>, view: &DataView, heading: &str, width: usize) -> Vec<Span<'static>> {
    let (name_width, count_width) = matrix_widths(cx, view, width);
    // The rows are one cell further to the right.
    let Some(blank) = (name_width + 1).checked_sub(heading.width()) else { return Vec::new() };
    let mut spans = vec![Span::raw(" ".repeat(blank))];
    for level in FieldLevel::ALL {
        let (sign, sign_width) = match level {
            FieldLevel::Known => {
                let title = t!(cx.lang, "tui-data-known");
                let width = title.width();
                (Span::styled(title, cx.style(Role::Detail)), width)
            }
            FieldLevel::At(level) => (evidence::sign(Some(level), cx.theme), 1),
            FieldLevel::Unknown => (evidence::sign(None, cx.theme), 1),
        };
        spans.push(Span::raw(" ".repeat(count_width.saturating_sub(sign_width + 1))));
        spans.push(sign);
        spans.push(Span::raw(" "));
    }
    spans
}

/// Returns how many Cités have a value with each level of evidence, the most
/// certain first, and how many have none.
fn parts(field: &FieldCoverage, total: usize) -> [usize; UNKNOWN + 1] {
    let mut parts = [0; UNKNOWN + 1];
    for (code, count) in &field.evidence {
        if let Some(part) = parts.get_mut(Reliability::of(code) as usize) {
            *part += count;
        }
    }
    if field.evidence.is_empty() {
        parts[0] = field.filled;
    }
    parts[UNKNOWN] = total.saturating_sub(parts.iter().sum());
    parts
}

/// Returns `S20  12  Titre`: the id of a source, the number of values that cite
/// it, and its title.
fn source(cx: ViewContext<'_>, view: &DataView, index: usize) -> Option<Vec<Span<'static>>> {
    let rows = || view.sources.iter().map(|(_, row)| row);
    let uses = |row: &SourceUse| cx.lang.number(row.uses as u64);
    let id_width = rows().map(|row| row.source.id.width()).max().unwrap_or(0).min(MAX_ID_WIDTH);
    let count_width = rows().map(|row| uses(row).width()).max().unwrap_or(0);
    let (_, row) = view.sources.iter().find(|(of, _)| *of == index)?;
    let style = |role| cx.style(role);
    let id = text::plain(&row.source.id, style(Role::Source));
    let mut spans = text::to_width(vec![id], id_width, style(Role::Detail), cx.theme).spans;
    spans.push(Span::styled(format!(" {:>count_width$}  ", uses(row)), style(Role::Detail)));
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
