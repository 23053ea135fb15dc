//! The programme at a glance: charts, figures, a timeline and the evaluation on one page.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::snapshot::Precision;
use crate::t;
use crate::tui::state::{Matches, State};
use crate::tui::theme::Role;
use crate::tui::view::ViewContext;
use crate::tui::view::widgets::card::section_lines;
use crate::tui::view::widgets::page::{self, Page};
use crate::tui::view::widgets::{bars, text, wrap, years};
use crate::views;
use crate::views::axis::Axis;
use crate::views::card::{Section, source_marks};
use crate::views::groups::Group;
use crate::views::overview::{Chart, Evaluation, Event, Overview};

/// The width from which parts of the page have two columns, in cells.
const TWO_COLUMNS: usize = 72;
/// The width from which figures have two columns, in cells.
const TWO_COLUMNS_OF_FIGURES: usize = 108;
/// The width from which the charts have three columns, in cells.
const THREE_COLUMNS: usize = 150;

/// The indices of the charts in each column, for one, two and three columns.
const IN_ONE: &[&[usize]] = &[&[0, 1, 2, 3, 4]];
const IN_TWO: &[&[usize]] = &[&[0, 4], &[1, 2, 3]];
const IN_THREE: &[&[usize]] = &[&[0], &[1, 2], &[3, 4]];

/// The categories of events, whose marks are those of the map.
const NATIONAL: usize = 0;
const LOCAL: usize = 7;
/// The cells of a date in words and a blank: `1er trimestre 2022 `.
const DATE_WIDTH: usize = 19;

/// Lays out the page in `area`.
pub fn lay_out(state: &State, area: Rect) -> Page {
    // A blank at the left; a blank and the scrollbar at the right.
    let area = Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(3), ..area };
    let overview = state.list().listing().overview.as_ref();
    Page { area, lines: lines(ViewContext::of(state), overview, area.width.into()) }
}

fn lines(cx: ViewContext<'_>, overview: Option<&Overview>, width: usize) -> Vec<Line<'static>> {
    let Some(overview) = overview else { return Vec::new() };
    let scope = wrap::wrap(&[text::plain(&overview.scope, cx.style(Role::Detail))], width);
    let parts = [
        scope,
        charts(cx, &overview.charts, width),
        national_figures(cx, &overview.figures, width),
        figures(cx, &overview.local_figures, width),
        timeline(cx, &overview.events, width),
        evaluation(cx, overview, width),
        section(cx, &overview.sources, width),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&Line::default())
}

fn section(cx: ViewContext<'_>, section: &Section, width: usize) -> Vec<Line<'static>> {
    section_lines(cx, section, &Matches::default(), width)
}

fn charts(cx: ViewContext<'_>, charts: &[Chart], width: usize) -> Vec<Line<'static>> {
    let columns = match width {
        THREE_COLUMNS.. => IN_THREE,
        TWO_COLUMNS.. => IN_TWO,
        _ => IN_ONE,
    };
    let width = page::column_width(width, columns.len());
    let scale = Scale::new(cx, charts, width);
    let column = |indices: &&[usize]| {
        let charts = indices.iter().filter_map(|index| charts.get(*index));
        charts.map(|data| chart(cx, data, &scale)).collect::<Vec<_>>().join(&Line::default())
    };
    page::beside(columns.iter().map(column).collect(), width)
}

/// The scale that all charts share, so that equal numbers have equal bars.
struct Scale {
    name_width: usize,
    count_width: usize,
    bar_width: usize,
    max: usize,
}

impl Scale {
    fn new(cx: ViewContext<'_>, charts: &[Chart], width: usize) -> Self {
        let bars = || charts.iter().flat_map(|chart| &chart.bars);
        // Leaves at least a third of the width to the bars.
        let name_width = bars().map(|bar| bar.name.width()).max().unwrap_or(0).min(width * 5 / 8);
        let count_width = bars().map(|bar| count(cx, bar).width()).max().unwrap_or(0);
        let bar_width = width.saturating_sub(name_width + count_width + 2);
        Self { name_width, count_width, bar_width, max: bars().map(|bar| bar.total).max().unwrap_or(0) }
    }

    /// Returns the numbers of the axis, each over its place: as many as have room, at equal steps of 1, 2 or 5.
    fn axis(&self, cx: ViewContext<'_>) -> String {
        let label = |number: usize| cx.lang.number(number as u64);
        let room = (self.bar_width / (label(self.max).width() + 2)).max(1);
        let steps = (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_usize.pow(power)));
        let step = steps.into_iter().find(|step| self.max / step < room).unwrap_or(usize::MAX);
        let mut line = String::new();
        for number in (0..=self.max).step_by(step) {
            let at = bars::scaled(number, self.max, self.bar_width);
            let text = label(number);
            if at >= line.width() && at + text.width() <= self.bar_width {
                line = format!("{line}{}{text}", " ".repeat(at - line.width()));
            }
        }
        line
    }
}

/// Returns a chart with a bar for each group: its listed Cités, then the others, lighter. The axis is beside the title.
fn chart(cx: ViewContext<'_>, chart: &Chart, scale: &Scale) -> Vec<Line<'static>> {
    let theme = cx.theme;
    let Scale { name_width, count_width, bar_width, max } = *scale;
    let bars = chart.bars.iter().map(|bar| {
        let name = text::plain(&bar.name, theme.style(Role::Text));
        let count = count(cx, bar);
        let mut line = text::to_width(vec![name], name_width, theme.style(Role::Detail), theme);
        line.push_span(Span::styled(format!(" {count:>count_width$} "), theme.style(Role::Detail)));
        line.spans.extend(bars::quantity(bar.listed, bar.total, max, bar_width, theme));
        line
    });
    let title = vec![text::plain(&chart.title, theme.style(Role::Heading))];
    let mut title = text::to_width(title, name_width + count_width + 2, theme.style(Role::Text), theme);
    title.push_span(Span::styled(scale.axis(cx), theme.style(Role::Detail)));
    std::iter::once(title).chain(bars).collect()
}

/// Returns `21`, or `4/21` if the query excludes some.
fn count(cx: ViewContext<'_>, group: &Group) -> String {
    let [listed, total] = [group.listed, group.total].map(|count| cx.lang.number(count as u64));
    if group.listed == group.total { total } else { format!("{listed}/{total}") }
}

/// Returns the national figures: a heading, then a section for each subject.
fn national_figures(cx: ViewContext<'_>, sections: &[Section], width: usize) -> Vec<Line<'static>> {
    let parts: Vec<_> = sections.iter().map(|part| figures(cx, part, width)).collect();
    parts.join(&Line::default())
}

/// Returns a section of figures. On a wide page, its second half is beside its first.
fn figures(cx: ViewContext<'_>, figures: &Section, width: usize) -> Vec<Line<'static>> {
    if figures.entries.is_empty() {
        return Vec::new();
    }
    if width < TWO_COLUMNS_OF_FIGURES {
        return section(cx, figures, width);
    }
    let half = figures.entries.len().div_ceil(2);
    let column_width = page::column_width(width, 2);
    let columns = figures.entries.chunks(half).map(|entries| {
        let half = Section::new(String::new(), entries.to_vec());
        section(cx, &half, column_width)
    });
    let heading = Section::new(figures.heading.clone(), []);
    [section(cx, &heading, width), page::beside(columns.collect(), column_width)].concat()
}

/// Returns the events on a line of years, and below it their texts: side by side on a wide page.
fn timeline(cx: ViewContext<'_>, events: &[Event], width: usize) -> Vec<Line<'static>> {
    let theme = cx.theme;
    let heading = t!(cx.lang, "tui-overview-timeline");
    let mut lines = vec![Line::styled(heading, theme.style(Role::Heading))];
    let columns = u16::try_from(width).unwrap_or(u16::MAX);
    if let Some(axis) = Axis::around(events.iter().map(|event| event.date), columns) {
        let dates: Vec<_> = events.iter().map(|event| (event.date, sign(cx, event))).collect();
        lines.extend([years::titles(&axis, theme), years::dates(&dates, &axis, theme)]);
    }
    lines.extend(wrap::wrap(&legend(cx), width));
    let count = if width < THREE_COLUMNS { 1 } else { 2 };
    let column_width = page::column_width(width, count);
    let column = |events: &[Event]| {
        events.iter().flat_map(|event| event_lines(cx, event, column_width)).collect::<Vec<_>>()
    };
    let height = events.len().div_ceil(count).max(1);
    lines.extend(page::beside(events.chunks(height).map(column).collect(), column_width));
    lines
}

/// Returns the sign, the date and the text of an event.
fn event_lines(cx: ViewContext<'_>, event: &Event, width: usize) -> Vec<Line<'static>> {
    let theme = cx.theme;
    let words = views::date(cx.lang, event.date);
    let date = |words: String| Span::styled(words, theme.style(Role::Name));
    let numbers = source_marks(&event.sources);
    let text = [
        text::plain(&event.text, theme.style(Role::Text)),
        Span::styled(format!(" {numbers}"), theme.style(Role::Source)),
    ];
    let start = vec![sign(cx, event), Span::raw(" ")];
    if width < TWO_COLUMNS {
        let mut lines = vec![Line::from([start, vec![date(words)]].concat())];
        lines.extend(wrap::hanging(Vec::new(), 2, &text, width));
        return lines;
    }
    let start = [start, vec![date(format!("{words:DATE_WIDTH$}"))]].concat();
    wrap::hanging(start, DATE_WIDTH + 2, &text, width)
}

/// Returns the sign of an event, which is light if its date is partial.
fn sign(cx: ViewContext<'_>, event: &Event) -> Span<'static> {
    match event.date.precision() {
        Precision::Day => cx.theme.mark(if event.is_national { NATIONAL } else { LOCAL }),
        Precision::Month | Precision::Quarter | Precision::Year => partial(cx),
    }
}

/// Returns the sign of a day of a partial date.
fn partial(cx: ViewContext<'_>) -> Span<'static> {
    Span::styled(cx.theme.glyphs.phases[0], cx.style(Role::Detail))
}

/// Returns the legend of the timeline.
fn legend(cx: ViewContext<'_>) -> Vec<Span<'static>> {
    let label = |key| Span::styled(format!(" {}  ", t!(cx.lang, key)), cx.style(Role::Detail));
    vec![
        cx.theme.mark(NATIONAL),
        label("tui-overview-national"),
        cx.theme.mark(LOCAL),
        label("tui-overview-local"),
        partial(cx),
        label("tui-overview-partial"),
    ]
}

fn evaluation(cx: ViewContext<'_>, overview: &Overview, width: usize) -> Vec<Line<'static>> {
    let heading = t!(cx.lang, "tui-overview-evaluation");
    let mut lines = vec![Line::styled(heading, cx.style(Role::Heading))];
    let basis = t!(cx.lang, "tui-overview-evaluation-basis");
    lines.extend(wrap::wrap(&[Span::styled(basis, cx.style(Role::Detail))], width));
    for part in &overview.evaluation {
        lines.push(Line::default());
        lines.extend(side_by_side(cx, part, width));
    }
    lines
}

/// Returns the findings of a source, and its préconisations beside them.
fn side_by_side(cx: ViewContext<'_>, part: &Evaluation, width: usize) -> Vec<Line<'static>> {
    let mut lines = wrap::wrap(&[text::plain(&part.title, cx.style(Role::Source))], width);
    let sides = [&part.findings, &part.preconisations];
    if width < TWO_COLUMNS {
        lines.extend(sides.into_iter().flat_map(|side| section(cx, side, width)));
    } else {
        let width = page::column_width(width, 2);
        lines.extend(page::beside(sides.map(|side| section(cx, side, width)).to_vec(), width));
    }
    lines
}
