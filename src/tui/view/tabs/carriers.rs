//! The carriers by type, with the evidence for them. Cités without a known
//! carrier are a group of their own.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::snapshot::CarrierType;
use crate::snapshot::Reliability;
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, State, layout};
use crate::tui::theme::Role;
use crate::tui::view::widgets::table::Row;
use crate::tui::view::widgets::{bars, cite_table, evidence, page, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::carriers::EvidenceCount;
use crate::views::{cites, labels};

/// The cells between the columns of the summary.
const GAP: usize = 2;

/// The cells of a share: `100 %`.
const PERCENT_WIDTH: usize = 5;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let headings = &state.list().listing().headings;
    let groups: Vec<(Option<CarrierType>, EvidenceCount)> = headings.iter().filter_map(group).collect();
    let other = |item, _: &[_]| match cite_table::heading(state, item).as_ref().and_then(group) {
        Some((kind, evidence)) => Row::Whole(heading(cx, kind, evidence.total())),
        None => Row::Whole(Vec::new()),
    };
    cite_table::render(frame, areas, state, cites::CARRIERS.shown, other, |_, text| text);
    summary(frame, layout::pad(areas.panel), cx, &groups);
}

fn group(heading: &Heading) -> Option<(Option<CarrierType>, EvidenceCount)> {
    match heading {
        Heading::Carriers(kind, evidence) => Some((*kind, *evidence)),
        _ => None,
    }
}

/// Returns `EPCI (31)`.
fn heading(cx: ViewContext<'_>, kind: Option<CarrierType>, count: usize) -> Vec<Span<'static>> {
    let name = labels::carrier_type(cx.lang, kind);
    let text = format!("{name} ({})", cx.lang.number(count as u64));
    vec![text::plain(&text, cx.style(Role::Heading))]
}

/// Draws the legend with the counts of all groups, and below it a line for each group, with a sign for each Cité. Without
/// room for these lines, only the legend.
fn summary(
    frame: &mut Frame<'_>,
    area: Rect,
    cx: ViewContext<'_>,
    groups: &[(Option<CarrierType>, EvidenceCount)],
) {
    let width = usize::from(area.width);
    let all = EvidenceCount::sum(groups.iter().map(|(_, evidence)| *evidence));
    let mut lines = wrap::flow(legend(cx, all), width);
    if lines.len() + groups.len() < usize::from(area.height) {
        let largest = groups.iter().map(|(_, evidence)| evidence.total()).max().unwrap_or(0);
        let names = groups.iter().map(|(kind, _)| labels::carrier_type(cx.lang, *kind).width());
        let columns = Columns {
            name: names.max().unwrap_or(0),
            count: cx.lang.number(largest as u64).width(),
            total: all.total(),
            largest,
            width,
        };
        lines.extend(groups.iter().map(|(kind, evidence)| columns.line(cx, *kind, *evidence)));
    }
    page::render_lines(frame, area, &lines, 0);
}

/// The columns of the summary: names, counts, shares, and a sign for each Cité.
struct Columns {
    /// The width of the names, in cells.
    name: usize,
    /// The width of the counts, in cells.
    count: usize,
    /// The count of all groups.
    total: usize,
    /// The count of the largest group.
    largest: usize,
    /// The width of a line, in cells.
    width: usize,
}

impl Columns {
    /// Returns `EPCI  31  37 %  ●●●◐◐○○○○`.
    fn line(&self, cx: ViewContext<'_>, kind: Option<CarrierType>, evidence: EvidenceCount) -> Line<'static> {
        let name = labels::carrier_type(cx.lang, kind);
        let blank = " ".repeat(self.name.saturating_sub(name.width()) + GAP);
        let count = cx.lang.number(evidence.total() as u64);
        let mut spans = vec![
            Span::styled(format!("{name}{blank}"), cx.style(Role::Text)),
            Span::styled(format!("{count:>0$}", self.count), cx.style(Role::Title)),
            Span::raw(" ".repeat(GAP)),
        ];
        let room = self.width.saturating_sub(text::spans_width(&spans));
        let (room, percent) = match room.checked_sub(PERCENT_WIDTH + GAP) {
            Some(less) if self.largest <= less || self.largest > room => (less, true),
            _ => (room, false),
        };
        if percent {
            let percent = evidence.total() as f64 * 100.0 / self.total.max(1) as f64;
            let percent = t!(cx.lang, "tui-percent", percent = percent.round());
            spans.push(Span::styled(format!("{percent:>PERCENT_WIDTH$}  "), cx.style(Role::Detail)));
        }
        let parts = parts(evidence);
        match self.largest <= room {
            true => spans.extend(parts.map(|(level, count)| evidence::signs(level, count, cx.theme))),
            // A bar, if there are more Cités than cells.
            false => {
                let counts = parts.map(|(_, count)| count);
                spans.extend(bars::evidence(&counts, self.largest, room, cx.theme));
            }
        }
        Line::from(spans)
    }
}

/// Returns the counts with their levels, the surest first.
const fn parts(evidence: EvidenceCount) -> [(Option<Reliability>, usize); 4] {
    [
        (Some(Reliability::Confirmed), evidence.explicit),
        (Some(Reliability::Probable), evidence.probable),
        (Some(Reliability::Deduced), evidence.label),
        (None, evidence.unknown),
    ]
}

/// Returns the signs of the evidence that there is, each with its label and count.
fn legend(cx: ViewContext<'_>, all: EvidenceCount) -> Vec<Line<'static>> {
    let entries = parts(all).into_iter().filter(|(_, count)| *count > 0).map(|(level, count)| {
        let label = reliability_count(cx.lang, level, count);
        Line::from(vec![
            evidence::sign(level, cx.theme),
            Span::styled(format!(" {label}  "), cx.style(Role::Text)),
        ])
    });
    entries.collect()
}

/// Returns `15 confirmés`.
fn reliability_count(lang: Lang, level: Option<Reliability>, count: usize) -> String {
    let key = match level {
        Some(Reliability::Confirmed) => "tui-carriers-confirmed",
        Some(Reliability::Probable) => "tui-carriers-probable",
        Some(Reliability::Deduced) => "tui-carriers-deduced",
        None => "tui-carriers-unknown",
    };
    t!(lang, key, count = count)
}
