//! The carriers by type, and the Cités whose carrier is not known.

use ratatui::Frame;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::locale::Lang;
use crate::snapshot::{CarrierEvidence, CarrierType, Cite};
use crate::t;
use crate::tui::app::{App, Heading, Item};
use crate::tui::layout::{self, Areas};
use crate::tui::theme::Role;
use crate::tui::widgets::cite_row::CiteRows;
use crate::tui::widgets::columns::Spec;
use crate::tui::widgets::table::{self, Row};
use crate::tui::widgets::{bars, panel, wrap};
use crate::views::carriers::EvidenceCount;
use crate::views::cites::CiteColumn;
use crate::views::words;

/// What the tab shows of a Cité.
pub const COLUMNS: &[Spec<CiteColumn>] = &[
    Spec { column: CiteColumn::Carrier, least: 20, enough: 44, priority: 0 },
    Spec { column: CiteColumn::Evidence, least: 18, enough: 18, priority: 2 },
    Spec { column: CiteColumn::Label, least: 16, enough: 40, priority: 1 },
];

/// Width of the bar that a type has when all carriers are of it.
const BAR_WIDTH: usize = 24;

/// Draws the tab.
pub fn render(frame: &mut Frame<'_>, areas: &Areas, app: &App) {
    let rows = CiteRows::new(app);
    let names = name_width(app.lang);
    table::render(frame, areas, app, COLUMNS, |item, columns| match item {
        Item::Heading(place) => Row::Whole(heading(app, place, names)),
        Item::Cite(_) | Item::Preconisation(_) => rows.row(item, columns, |cell, text| match cell.column {
            CiteColumn::Carrier => [signs(cell.cite, app), text].concat(),
            _ => text,
        }),
    });
    let inside = layout::pad(panel::render(frame, areas.panel, &app.theme));
    let width = inside.width.into();
    let sums = wrap::wrap(&[total(app)], width).into_iter().chain(wrap::wrap(&legend(app), width));
    for (line, row) in sums.zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}

/// `EPCI  31 · 37 %  ██████▓▓▒`: a type, its share, and how its carriers are known.
fn heading(app: &App, place: usize, names: usize) -> Vec<Span<'static>> {
    let Some(Heading::Carriers(kind, evidence)) = app.list().listing().headings.get(place).copied() else {
        return Vec::new();
    };
    let theme = &app.theme;
    let all = all(app).total();
    let name = words::carrier_type(app.lang, kind);
    let blank = " ".repeat(names.saturating_sub(name.width()));
    let count = app.lang.number(evidence.total() as u64);
    let percent = evidence.total() as f64 * 100.0 / all.max(1) as f64;
    let percent = t!(app.lang, "tui-percent", percent = percent.round());
    let share = format!("  {count:>3} {} {percent:>4}  ", theme.glyphs.separator);
    let mut spans = vec![
        Span::styled(format!("{name}{blank}"), theme.style(Role::Heading)),
        Span::styled(share, theme.style(Role::Detail)),
    ];
    let parts = [evidence.explicit, evidence.probable, evidence.label, evidence.unknown];
    spans.extend(bars::stacked(&parts, all, BAR_WIDTH, theme));
    spans
}

/// The sign of the part of the bars that a Cité belongs to.
fn signs(cite: &Cite, app: &App) -> Vec<Span<'static>> {
    let evidence = cite.carrier.as_ref().map(|carrier| carrier.evidence);
    let known = CarrierEvidence::ALL.iter().position(|known| Some(*known) == evidence);
    vec![bars::piece(known.unwrap_or(CarrierEvidence::ALL.len()), 1, &app.theme), Span::raw(" ")]
}

fn name_width(lang: Lang) -> usize {
    let kinds = CarrierType::ALL.map(Some).into_iter().chain([None]);
    kinds.map(|kind| words::carrier_type(lang, kind).width()).max().unwrap_or(0)
}

/// Everything that is listed.
fn all(app: &App) -> EvidenceCount {
    let mut all = EvidenceCount::default();
    for heading in &app.list().listing().headings {
        if let Heading::Carriers(_, evidence) = heading {
            all.explicit += evidence.explicit;
            all.probable += evidence.probable;
            all.label += evidence.label;
            all.unknown += evidence.unknown;
        }
    }
    all
}

fn total(app: &App) -> Span<'static> {
    let all = all(app);
    let sum = t!(
        app.lang,
        "tui-carriers-total",
        total = t!(app.lang, "count-cites", count = all.total()),
        documented = all.documented(),
        label = all.label,
        unknown = all.unknown
    );
    Span::styled(sum, app.theme.style(Role::Heading))
}

fn legend(app: &App) -> Vec<Span<'static>> {
    let all = all(app);
    let parts = [
        ("evidence-explicit", all.explicit),
        ("evidence-probable", all.probable),
        ("evidence-label", all.label),
        ("unknown", all.unknown),
    ];
    let parts = parts.into_iter().enumerate().flat_map(|(level, (key, count))| {
        let count = app.lang.number(count as u64);
        let text = format!(" {} {count} ", t!(app.lang, key));
        [bars::piece(level, 1, &app.theme), Span::styled(text, app.theme.style(Role::Detail))]
    });
    parts.collect()
}
