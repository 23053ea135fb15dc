//! Does a snapshot agree with itself? Asked of the whole only, since a part
//! that is missing would make the rest look wrong.

use std::collections::{BTreeSet, HashMap};

use crate::fold::fold_text;
use crate::snapshot::at::{At, Trace};
use crate::snapshot::model::{Cite, Figure, FigureValue, Snapshot};
use crate::snapshot::problem::{Fault, Problems, Spot};

/// Checks names, counts and the use of sources.
pub(super) fn check(root: &At<'_>, snapshot: &Snapshot, problems: &mut Problems) {
    let fields = root.fields();
    check_names(&fields.key("cites"), snapshot, problems);
    check_counts(&fields.key("figures"), snapshot, problems);
    check_use(&fields.key("sources"), snapshot, problems);
}

/// Names that are the same but for accents, case or hyphens: of Cités and, as
/// they are spelled, of carriers and themes.
fn check_names(list: &At<'_>, snapshot: &Snapshot, problems: &mut Problems) {
    let (mut labels, mut carriers, mut themes) = (Names::default(), Names::default(), Names::default());
    for (at, cite) in list.items().iter().zip(&snapshot.cites) {
        labels.unlike_any(&cite.label, &at.key("label"), problems);
        if let Some(carrier) = &cite.carrier {
            carriers.spelled_alike(&carrier.name, &at.key("carrier").key("name"), problems);
        }
        for (index, theme) in cite.themes.values.iter().enumerate() {
            themes.spelled_alike(theme, &at.key("themes").key("values").item(index), problems);
        }
    }
}

/// The names met so far, by their folded form.
#[derive(Default)]
struct Names {
    first: HashMap<String, (String, Trace)>,
}

impl Names {
    /// Notes a name that folds like an earlier one.
    fn unlike_any(&mut self, name: &str, at: &At<'_>, problems: &mut Problems) {
        let folded = fold_text(name);
        match self.first.get(&folded) {
            Some((other, first)) => {
                let fault = Fault::SameName { other: other.clone(), first: Box::new(at.follow(first)) };
                problems.add(at, name, fault);
            }
            None => {
                self.first.insert(folded, (name.to_owned(), at.trace()));
            }
        }
    }

    /// Notes a name that folds like an earlier one without being the same.
    fn spelled_alike(&mut self, name: &str, at: &At<'_>, problems: &mut Problems) {
        let earlier = self.first.get(&fold_text(name));
        if earlier.is_none_or(|(other, _)| other != name) {
            self.unlike_any(name, at, problems);
        }
    }
}

/// Figures that count what the snapshot lists.
fn check_counts(list: &At<'_>, snapshot: &Snapshot, problems: &mut Problems) {
    for (at, figure) in list.items().iter().zip(snapshot.figures()) {
        if let (Some(counted), FigureValue::Number(number)) = (counted(figure, snapshot), &figure.value)
            && number.as_u64() != u64::try_from(counted).ok()
        {
            problems.add(&at.key("value"), &number.to_string(), Fault::CountDiffers { counted });
        }
    }
}

/// How many there are of what a figure counts; `None` where that is not listed.
fn counted(figure: &Figure, snapshot: &Snapshot) -> Option<usize> {
    let of_wave = |year| snapshot.cites.iter().filter(|cite| cite.wave.year == year).count();
    match figure.id.as_str() {
        "n_cites" => Some(snapshot.cites.len()),
        "wave_2020" => Some(of_wave(2020)),
        "wave_2021" => Some(of_wave(2021)),
        _ => None,
    }
}

/// Sources that nothing refers to.
fn check_use(list: &At<'_>, snapshot: &Snapshot, problems: &mut Problems) {
    let of_cites =
        snapshot.cites.iter().flat_map(Cite::statements).map(|statement| statement.source.as_str());
    let used: BTreeSet<&str> = of_cites.chain(snapshot.sources_of_the_whole()).collect();
    for (at, source) in list.items().iter().zip(&snapshot.sources) {
        if !used.contains(source.id.as_str()) {
            problems.add(&at.key("id"), &source.id, Fault::NeverUsed);
        }
    }
}
