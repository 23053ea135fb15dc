//! The carriers by type, with the evidence for them. Cités without a known
//! carrier are a group of their own.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite};
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, State, layout};
use crate::tui::theme::{Role, Theme};
use crate::tui::view::widgets::{bars, cite_table, page, panel, text, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::carriers::EvidenceCount;
use crate::views::cites::{self, CiteColumn};
use crate::views::labels;

/// The maximum width of a bar of all carriers, in cells.
const MAX_BAR_WIDTH: usize = 24;
/// The minimum width of such a bar, in cells. A shorter one is left out.
const MIN_BAR_WIDTH: usize = 8;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let headings = &state.list().listing().headings;
    let all = sum(headings);
    let heading = |index| match headings.get(index) {
        Some(Heading::Carriers(kind, evidence)) => {
            heading(cx, *kind, *evidence, all.total(), areas.rows.width.into())
        }
        _ => Vec::new(),
    };
    cite_table::render(frame, areas, state, cites::CARRIERS.shown, heading, |cell, text| match cell.column {
        CiteColumn::Carrier => [sign(cell.cite, cx.theme), text].concat(),
        _ => text,
    });
    let inside = layout::pad(panel::render(frame, areas.panel, cx.theme));
    let width = usize::from(inside.width);
    let mut lines = wrap::flow(legend(cx, all), width);
    let summary = Span::styled(all.summary("tui-carriers-total", cx.lang), cx.style(Role::Heading));
    // A legend of several lines needs the space; it has the same counts.
    if summary.width() <= width && lines.len() == 1 {
        lines.insert(0, Line::from(summary));
    }
    page::render_lines(frame, inside, &lines, 0);
}

/// Returns `EPCI  31 · 37 %  ██████▓▓▒`: a type of carrier, its count and share,
/// and a bar of the evidence for its carriers. `total` is the count of all types.
fn heading(
    cx: ViewContext<'_>,
    kind: Option<CarrierType>,
    evidence: EvidenceCount,
    total: usize,
    width: usize,
) -> Vec<Span<'static>> {
    let name = labels::carrier_type(cx.lang, kind);
    let blank = " ".repeat(name_width(cx.lang).saturating_sub(name.width()));
    let count = cx.lang.number(evidence.total() as u64);
    let percent = evidence.total() as f64 * 100.0 / total.max(1) as f64;
    let percent = t!(cx.lang, "tui-percent", percent = percent.round());
    let mut spans = vec![
        Span::styled(format!("{name}{blank}"), cx.style(Role::Heading)),
        Span::styled(format!("{count:>4} · {percent:>4}"), cx.style(Role::Detail)),
    ];
    let bar_width = width.saturating_sub(text::spans_width(&spans) + 4).min(MAX_BAR_WIDTH);
    if bar_width >= MIN_BAR_WIDTH {
        spans.push(Span::raw("  "));
        let segments = parts(evidence).map(|(_, count)| count);
        spans.extend(bars::stacked(&segments, total, bar_width, cx.theme));
    }
    spans
}

/// Returns the counts with the keys of their labels, the most certain first.
const fn parts(evidence: EvidenceCount) -> [(&'static str, usize); 4] {
    [
        ("evidence-explicit", evidence.explicit),
        ("evidence-probable", evidence.probable),
        ("evidence-label", evidence.label),
        ("unknown", evidence.unknown),
    ]
}

/// Returns the sign of the segment of the bars that contains a Cité.
fn sign(cite: &Cite, theme: &Theme) -> Vec<Span<'static>> {
    let evidence = cite.carrier.as_ref().map(|carrier| carrier.evidence);
    let level = CarrierEvidence::ALL.iter().position(|level| Some(*level) == evidence);
    vec![bars::segment(level.unwrap_or(CarrierEvidence::ALL.len()), 1, theme), Span::raw(" ")]
}

/// Returns the width of the longest name of a type, in cells.
fn name_width(lang: Lang) -> usize {
    let kinds = CarrierType::ALL.map(Some).into_iter().chain([None]);
    kinds.map(|kind| labels::carrier_type(lang, kind).width()).max().unwrap_or(0)
}

fn sum(headings: &[Heading]) -> EvidenceCount {
    let mut sum = EvidenceCount::default();
    for heading in headings {
        if let Heading::Carriers(_, evidence) = heading {
            sum.explicit += evidence.explicit;
            sum.probable += evidence.probable;
            sum.label += evidence.label;
            sum.unknown += evidence.unknown;
        }
    }
    sum
}

/// Returns the signs of the bars, each with its label and count.
fn legend(cx: ViewContext<'_>, all: EvidenceCount) -> Vec<Line<'static>> {
    let entries = parts(all).into_iter().enumerate().map(|(level, (key, count))| {
        let text = format!(" {} {}", t!(cx.lang, key), cx.lang.number(count as u64));
        Line::from(vec![bars::segment(level, 1, cx.theme), Span::styled(text, cx.style(Role::Detail))])
    });
    entries.collect()
}
