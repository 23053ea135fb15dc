//! The programme at a glance, as a page.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::snapshot::Precision;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{App, Matches};
use crate::tui::theme::Role;
use crate::tui::view::Frame;
use crate::tui::view::widgets::card::section_lines;
use crate::tui::view::widgets::{bars, page, text, wrap, years};
use crate::views::axis::Axis;
use crate::views::card::Section;
use crate::views::groups::Group;
use crate::views::overview::{Chart, Evaluation, Event, Overview};
use crate::views::{self};

/// From these widths on, parts of the page have two columns, and its bars three.
const TWO_COLUMNS: usize = 72;
const THREE_COLUMNS: usize = 108;

/// Which charts stand in which column, by their places.
const IN_ONE: &[&[usize]] = &[&[0, 1, 2, 3, 4]];
const IN_TWO: &[&[usize]] = &[&[0, 4], &[1, 2, 3]];
const IN_THREE: &[&[usize]] = &[&[0], &[1, 2], &[3, 4]];

/// Signs of events.
const NATIONAL: usize = 0;
const LOCAL: usize = 7;
/// Columns of a date in words: `1er trimestre 2022`.
const DATE_WIDTH: usize = 19;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    let area = areas.body();
    let lines = lines(app, page::inside(area).width.into());
    page::render(frame, area, lines, app.pictures.page_scroll, &app.theme);
}

/// How many lines the page has, and how many of them are on the screen.
pub fn heights(app: &App) -> (usize, usize) {
    app.areas().map_or((0, 0), |areas| {
        let area = areas.body();
        (lines(app, page::inside(area).width.into()).len(), area.height.into())
    })
}

fn lines(app: &App, width: usize) -> Vec<Line<'static>> {
    let Some(overview) = &app.list().listing().overview else { return Vec::new() };
    let scope = wrap::wrap(&[text::plain(&overview.scope, app.theme.style(Role::Detail))], width);
    let parts = [
        scope,
        charts(app, &overview.charts, width),
        figures(app, &overview.figures, width),
        figures(app, &overview.local_figures, width),
        timeline(app, &overview.events, width),
        evaluation(app, overview, width),
        section(app, &overview.sources, width),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&Line::default())
}

fn section(app: &App, section: &Section, width: usize) -> Vec<Line<'static>> {
    section_lines(app, section, &Matches::default(), width)
}

fn charts(app: &App, charts: &[Chart], width: usize) -> Vec<Line<'static>> {
    let columns = match width {
        THREE_COLUMNS.. => IN_THREE,
        TWO_COLUMNS.. => IN_TWO,
        _ => IN_ONE,
    };
    let width = page::column_width(width, columns.len());
    let column = |places: &&[usize]| {
        let charts = places.iter().filter_map(|place| charts.get(*place));
        charts.map(|known| chart(app, known, width)).collect::<Vec<_>>().join(&Line::default())
    };
    page::beside(columns.iter().map(column).collect(), width)
}

/// A bar a group: what is listed of it, and the rest of it lighter.
fn chart(app: &App, chart: &Chart, width: usize) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let counts: Vec<String> = chart.bars.iter().map(|bar| count(app, bar)).collect();
    let widest = |texts: &mut dyn Iterator<Item = &str>| texts.map(str::width).max().unwrap_or(0);
    // At least a third of the width is for the bars.
    let names = widest(&mut chart.bars.iter().map(|bar| bar.name.as_str())).min(width * 5 / 8);
    let numbers = widest(&mut counts.iter().map(String::as_str));
    let room = width.saturating_sub(names + numbers + 2);
    let most = chart.bars.iter().map(|bar| bar.total).max().unwrap_or(0);
    let bars = chart.bars.iter().zip(&counts).map(|(bar, count)| {
        let name = text::plain(&bar.name, theme.style(Role::Text));
        let mut line = text::fitted(vec![name], names, theme.glyphs.ellipsis);
        let blank = " ".repeat(names.saturating_sub(line.width()));
        line.push_span(Span::styled(format!("{blank} {count:>numbers$} "), theme.style(Role::Detail)));
        line.spans.extend(bars::stacked(&[bar.listed, 0, 0, bar.total - bar.listed], most, room, theme));
        line
    });
    let title = Line::styled(chart.title.clone(), theme.style(Role::Heading));
    std::iter::once(title).chain(bars).collect()
}

/// `21`, or `4/21` where a query has chosen some.
fn count(app: &App, group: &Group) -> String {
    let [listed, total] = [group.listed, group.total].map(|count| app.lang.number(count as u64));
    if group.listed == group.total { total } else { format!("{listed}/{total}") }
}

/// A section of figures, its second half beside its first where there is room.
fn figures(app: &App, figures: &Section, width: usize) -> Vec<Line<'static>> {
    if figures.entries.is_empty() {
        return Vec::new();
    }
    if width < THREE_COLUMNS {
        return section(app, figures, width);
    }
    let half = figures.entries.len().div_ceil(2);
    let column_width = page::column_width(width, 2);
    let columns = figures.entries.chunks(half).map(|entries| {
        let half = Section { heading: String::new(), entries: entries.to_vec() };
        section(app, &half, column_width)
    });
    let heading = Section { heading: figures.heading.clone(), entries: Vec::new() };
    [section(app, &heading, width), page::beside(columns.collect(), column_width)].concat()
}

/// Events one below the other, each with its place on an axis of years where there is room.
fn timeline(app: &App, events: &[Event], width: usize) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let axis_width = if width < TWO_COLUMNS { 0 } else { width / 3 };
    let axis = Axis::around(events.iter().map(|event| event.date), u16::try_from(axis_width).unwrap_or(0));
    let heading = t!(app.lang, "tui-overview-timeline");
    let mut lines = vec![Line::styled(heading, theme.style(Role::Heading))];
    if let Some(axis) = &axis {
        let mut titles = years::titles(axis, theme);
        titles.spans.insert(0, Span::raw(" ".repeat(DATE_WIDTH)));
        lines.push(titles);
    }
    lines.extend(events.iter().flat_map(|event| event_lines(app, event, axis.as_ref(), width)));
    lines.extend(wrap::wrap(&signs(app), width));
    lines
}

fn event_lines(app: &App, event: &Event, axis: Option<&Axis>, width: usize) -> Vec<Line<'static>> {
    let theme = &app.theme;
    let words = views::date(app.lang, event.date);
    let date = |words: String| Span::styled(words, theme.style(Role::Name));
    let numbers: String = event.sources.iter().map(|number| format!("[{number}]")).collect();
    let text = [
        text::plain(&event.text, theme.style(Role::Text)),
        Span::styled(format!(" {numbers}"), theme.style(Role::Source)),
    ];
    let Some(axis) = axis else {
        let mut lines = vec![Line::from(vec![sign(app, event), Span::raw(" "), date(words)])];
        lines.extend(wrap::hanging(Vec::new(), 2, &text, width));
        return lines;
    };
    let mut start = vec![date(format!("{words:DATE_WIDTH$}"))];
    start.extend(years::date(event.date, &sign(app, event), axis));
    let indent = DATE_WIDTH + usize::from(axis.columns()) + 2;
    wrap::hanging(start, indent, &text, width)
}

/// The sign of an event; light where its date is partial.
fn sign(app: &App, event: &Event) -> Span<'static> {
    match event.date.precision() {
        Precision::Day => app.theme.mark(if event.is_national { NATIONAL } else { LOCAL }),
        Precision::Month | Precision::Quarter | Precision::Year => bars::piece(3, 1, &app.theme),
    }
}

/// What the signs of the timeline mean.
fn signs(app: &App) -> Vec<Span<'static>> {
    let said = |key| Span::styled(format!(" {}  ", t!(app.lang, key)), app.theme.style(Role::Detail));
    vec![
        app.theme.mark(NATIONAL),
        said("tui-overview-national"),
        app.theme.mark(LOCAL),
        said("tui-overview-local"),
        bars::piece(3, 1, &app.theme),
        said("tui-overview-partial"),
    ]
}

fn evaluation(app: &App, overview: &Overview, width: usize) -> Vec<Line<'static>> {
    let heading = t!(app.lang, "tui-overview-evaluation");
    let mut lines = vec![Line::styled(heading, app.theme.style(Role::Heading))];
    let basis = t!(app.lang, "tui-overview-evaluation-basis");
    lines.extend(wrap::wrap(&[Span::styled(basis, app.theme.style(Role::Detail))], width));
    for part in &overview.evaluation {
        lines.push(Line::default());
        lines.extend(side_by_side(app, part, width));
    }
    lines
}

/// What one source found, and beside it what it recommends.
fn side_by_side(app: &App, part: &Evaluation, width: usize) -> Vec<Line<'static>> {
    let mut lines = wrap::wrap(&[text::plain(&part.title, app.theme.style(Role::Source))], width);
    let sides = [&part.findings, &part.preconisations];
    if width < TWO_COLUMNS {
        lines.extend(sides.into_iter().flat_map(|side| section(app, side, width)));
    } else {
        let width = page::column_width(width, 2);
        lines.extend(page::beside(sides.map(|side| section(app, side, width)).to_vec(), width));
    }
    lines
}
