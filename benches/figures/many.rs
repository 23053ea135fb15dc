//! Snapshots of any size, made once and kept while the benches run.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use cites_emploi::locale::Lang;
use cites_emploi::search::{Index, IndexBuilder};
use cites_emploi::snapshot::{self, Cite, Snapshot};
use cites_emploi::tui::state::{ClipboardAccess, Options, Tab};
use cites_emploi::tui::theme::Theme;
use cites_emploi::tui::{App, InitialView, Provenance};
use jiff::civil::{Date, date};

/// The day on which the benches count ages.
pub const TODAY: Date = date(2026, 11, 22);

/// The real snapshot, whose names the larger ones are made of.
pub static REAL: LazyLock<Snapshot> = LazyLock::new(|| snapshot::embedded().expect("the snapshot inside"));

/// The values that are made once for each size.
pub type Kept<T> = Mutex<HashMap<usize, &'static T>>;

/// Returns the value for a number of Cités, which is made on the first call.
pub fn kept<T>(made: &Kept<T>, rows: usize, make: impl Fn(usize) -> T) -> &'static T {
    let mut made = made.lock().expect("a bench that did not panic");
    made.entry(rows).or_insert_with(|| Box::leak(Box::new(make(rows))))
}

/// Returns the real Cités, or this number of Cités made from their names.
pub fn cites(rows: usize) -> Box<dyn Iterator<Item = Cite>> {
    match rows {
        84 => Box::new(REAL.cites.iter().cloned()),
        _ => Box::new(snapshot::sample_cites(&REAL, 1).take(rows)),
    }
}

/// Returns the real snapshot, or one of this number of made-up Cités.
pub fn snapshot(rows: usize) -> Snapshot {
    match rows {
        84 => REAL.clone(),
        _ => snapshot::sample(&REAL, rows, 1),
    }
}

/// Returns the explorer of a snapshot with a query.
pub fn explorer(snapshot: Arc<Snapshot>, query: &str) -> App {
    App::new(Options {
        snapshot,
        provenance: Provenance::embedded(),
        lang: Lang::FR,
        today: TODAY,
        theme: Theme::DARK,
        query: query.to_owned(),
        tab: Tab::Territories,
        initial_view: InitialView::default(),
        mouse: true,
        history: false,
        clipboard: ClipboardAccess::Unknown,
        opens_addresses: false,
        folder: "/home/ane/dossiers".to_owned(),
    })
}

/// Returns the index of this number of Cités.
pub fn index(rows: usize) -> Index {
    let mut builder = IndexBuilder::new(&REAL);
    cites(rows).for_each(|cite| builder.push(&cite));
    builder.finish(TODAY)
}
