//! The snapshot itself: its origin, its problems, the coverage of its fields, and
//! its sources.

use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::snapshot::{FieldCoverage, Input, Level, Problem};
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, Item, Listing, State, layout};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{bars, table, text};
use crate::tui::view::{Frame, ViewContext};
use crate::views::data::{self, DataView};
use crate::views::labels::Reliability;
use crate::views::sources::SourceUse;
use crate::views::{date, labels};

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
            Item::Heading(index) => return Row::Whole(heading(cx, view, headings.get(index))),
            Item::Snapshot => snapshot(cx, state.file.provenance.input.as_ref()),
            Item::Problem(index) => problem(state, index).unwrap_or_default(),
            Item::Field(index) => field(cx, view, index, width).unwrap_or_default(),
            Item::Source(index) => source(cx, view, index).unwrap_or_default(),
            Item::Outside | Item::Cite(_) | Item::Wave(_) | Item::Preconisation(_) => Vec::new(),
        };
        spans.insert(0, Span::raw(" "));
        Row::Whole(spans)
    });
    let title = Span::styled(t!(cx.lang, "tui-data-snapshot"), cx.style(Role::ColumnTitle));
    text::render(frame, layout::pad(areas.titles), vec![title], cx.theme);
}

fn heading(cx: ViewContext<'_>, view: &DataView, heading: Option<&Heading>) -> Vec<Span<'static>> {
    let lang = cx.lang;
    let (listed, total) = (view.listed, cx.snapshot.cites.len());
    let text = match heading {
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
    vec![Span::styled(text, cx.style(Role::Heading))]
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

/// Returns `Porteur  53/84  ████▓▓▓▓▒▒▒▒░░░░  █ explicite 11  ▓ probable 12`: how
/// many Cités have a value in a field, and the evidence for the values.
fn field(cx: ViewContext<'_>, view: &DataView, index: usize, width: usize) -> Option<Vec<Span<'static>>> {
    let theme = cx.theme;
    let coverage = &view.coverage;
    let names = coverage.fields.iter().map(|field| data::field_name(cx.lang, field).width());
    let widest = names.max().unwrap_or(0);
    let field = coverage.fields.get(index)?;
    let name = data::field_name(cx.lang, field);
    let blank = " ".repeat(widest.saturating_sub(name.width()) + 1);
    let number = |count: usize| cx.lang.number(count as u64);
    let (filled, total) = (number(field.filled), number(coverage.cites));
    let count = format!("{filled:>width$}/{total}", width = total.width());
    let bar_width = width.saturating_sub(widest + count.width() + 3).min(MAX_BAR_WIDTH);
    let mut spans = vec![
        text::plain(&name, theme.style(Role::Text)),
        Span::styled(format!("{blank}{count}  "), theme.style(Role::Detail)),
    ];
    let parts = parts(field, coverage.cites);
    let bar = bars::evidence(&parts, coverage.cites, bar_width, theme);
    let blank = " ".repeat(bar_width.saturating_sub(text::spans_width(&bar)));
    spans.extend(bar);
    spans.push(Span::raw(blank));
    spans.extend(legend(cx, field));
    Some(spans)
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

/// Returns the signs in the bar of a field, each with its label and count.
fn legend(cx: ViewContext<'_>, field: &FieldCoverage) -> Vec<Span<'static>> {
    let levels = field.evidence.iter().map(|(code, _)| Reliability::of(code) as usize);
    let evidence = levels.zip(data::evidence(cx.lang, field));
    let entries = evidence.filter(|(_, (_, count))| *count > 0).flat_map(|(level, (name, count))| {
        let text = format!(" {name} {}", cx.lang.number(count as u64));
        [Span::raw("  "), bars::segment(level, 1, cx.theme), Span::styled(text, cx.style(Role::Detail))]
    });
    entries.collect()
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
