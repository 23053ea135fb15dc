//! The carriers by type, and the Cités whose carrier is not known.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite};
use crate::t;
use crate::tui::state::layout::Areas;
use crate::tui::state::{Heading, State, layout};
use crate::tui::theme::Role;
use crate::tui::view::widgets::{bars, cite_table, panel, wrap};
use crate::tui::view::{Frame, ViewContext};
use crate::views::carriers::EvidenceCount;
use crate::views::cites::{self, CiteColumn};
use crate::views::labels;

/// Width of the bar that a type has when all carriers are of it, at most.
const MOST_BAR: usize = 24;
/// A bar that is shorter tells nothing.
const LEAST_BAR: usize = 8;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, state: &State) {
    let cx = ViewContext::of(state);
    let heading = |place| heading(state, place, areas.rows.width.into());
    cite_table::render(frame, areas, state, cites::CARRIERS.shown, heading, |cell, text| match cell.column {
        CiteColumn::Carrier => [sign(cell.cite, cx), text].concat(),
        _ => text,
    });
    let inside = layout::pad(panel::render(frame, areas.panel, &state.theme));
    let width = usize::from(inside.width);
    let legend = wrap::flow(legend(state), width);
    // The legend has the same counts, where there is no room for both.
    let total = total(state);
    let total = (total.width() <= width && legend.len() == 1).then_some(Line::from(total));
    for (line, row) in total.into_iter().chain(legend).zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}

/// `EPCI  31 · 37 %  ██████▓▓▒`: a type, its share, and how its carriers are known.
fn heading(state: &State, place: usize, width: usize) -> Vec<Span<'static>> {
    let Some(Heading::Carriers(kind, evidence)) = state.list().listing().headings.get(place).copied() else {
        return Vec::new();
    };
    let theme = &state.theme;
    let all = all(state).total();
    let name = labels::carrier_type(state.lang, kind);
    let blank = " ".repeat(name_width(state.lang).saturating_sub(name.width()));
    let count = state.lang.number(evidence.total() as u64);
    let percent = evidence.total() as f64 * 100.0 / all.max(1) as f64;
    let percent = t!(state.lang, "tui-percent", percent = percent.round());
    let mut spans = vec![
        Span::styled(format!("{name}{blank}"), theme.style(Role::Heading)),
        Span::styled(format!("{count:>4} · {percent:>4}"), theme.style(Role::Detail)),
    ];
    let taken: usize = spans.iter().map(Span::width).sum();
    let bar_width = width.saturating_sub(taken + 4).min(MOST_BAR);
    if bar_width >= LEAST_BAR {
        let parts = [evidence.explicit, evidence.probable, evidence.label, evidence.unknown];
        spans.push(Span::raw("  "));
        spans.extend(bars::stacked(&parts, all, bar_width, theme));
    }
    spans
}

/// The sign of the part of the bars that a Cité belongs to.
fn sign(cite: &Cite, cx: ViewContext<'_>) -> Vec<Span<'static>> {
    let evidence = cite.carrier.as_ref().map(|carrier| carrier.evidence);
    let known = CarrierEvidence::ALL.iter().position(|known| Some(*known) == evidence);
    vec![bars::piece(known.unwrap_or(CarrierEvidence::ALL.len()), 1, cx.theme), Span::raw(" ")]
}

fn name_width(lang: Lang) -> usize {
    let kinds = CarrierType::ALL.map(Some).into_iter().chain([None]);
    kinds.map(|kind| labels::carrier_type(lang, kind).width()).max().unwrap_or(0)
}

/// Everything that is listed.
fn all(state: &State) -> EvidenceCount {
    let mut all = EvidenceCount::default();
    for heading in &state.list().listing().headings {
        if let Heading::Carriers(_, evidence) = heading {
            all.explicit += evidence.explicit;
            all.probable += evidence.probable;
            all.label += evidence.label;
            all.unknown += evidence.unknown;
        }
    }
    all
}

fn total(state: &State) -> Span<'static> {
    let all = all(state);
    let sum = t!(
        state.lang,
        "tui-carriers-total",
        total = t!(state.lang, "count-cites", count = all.total()),
        documented = all.documented(),
        label = all.label,
        unknown = all.unknown
    );
    Span::styled(sum, state.theme.style(Role::Heading))
}

/// The signs of the bars, each with what it stands for and how often.
fn legend(state: &State) -> Vec<Line<'static>> {
    let all = all(state);
    let parts = [
        ("evidence-explicit", all.explicit),
        ("evidence-probable", all.probable),
        ("evidence-label", all.label),
        ("unknown", all.unknown),
    ];
    let parts = parts.into_iter().enumerate().map(|(level, (key, count))| {
        let text = format!(" {} {}", t!(state.lang, key), state.lang.number(count as u64));
        let text = Span::styled(text, state.theme.style(Role::Detail));
        Line::from(vec![bars::piece(level, 1, &state.theme), text])
    });
    parts.collect()
}
