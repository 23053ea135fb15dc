//! Rules for the snapshot as a whole. Of a part of it they would find what only
//! the missing part explains.

use std::collections::{BTreeSet, HashMap};

use crate::fold::fold_text;
use crate::snapshot::json::{Cursor, Handle, Members};
use crate::snapshot::model::{Cite, Figure, FigureValue, QpvFigure, Snapshot};
use crate::snapshot::problem::{Locate, Reporter};
use crate::snapshot::quartier_summary::{QpvSummary, Quartiers};
use crate::snapshot::rule::Rule;

/// A rule for the snapshot as a whole.
pub(crate) struct WholeRule {
    pub(crate) rule: Rule,
    pub(crate) test: fn(&Members<'_>, &Snapshot, &mut Reporter<'_>),
}

/// Every rule.
pub(crate) const RULES: [WholeRule; 3] = [
    WholeRule { rule: Rule::warning("problem-same-name"), test: same_name },
    WholeRule { rule: Rule::warning("problem-count-differs"), test: count_differs },
    WholeRule { rule: Rule::warning("problem-never-used"), test: never_used },
];

/// Finds labels of Cités that differ in accents, case or hyphens only, or not
/// at all, and names of carriers and themes that are spelled in two ways.
fn same_name(fields: &Members<'_>, snapshot: &Snapshot, report: &mut Reporter<'_>) {
    let (mut labels, mut carriers, mut themes) = (Names::default(), Names::default(), Names::default());
    for (at, cite) in fields.key("cites").items().iter().zip(&snapshot.cites) {
        labels.report_repeated(&cite.label, &at.key("label"), report);
        if let Some(carrier) = &cite.carrier {
            carriers.report_respelled(&carrier.name, &at.key("carrier").key("name"), report);
        }
        for (index, theme) in cite.themes.values.iter().enumerate() {
            themes.report_respelled(theme, &at.key("themes").key("values").item(index), report);
        }
    }
}

/// The names so far, by their folded form.
#[derive(Default)]
struct Names {
    first: HashMap<String, (String, Handle)>,
}

impl Names {
    /// Reports a name that folds like an earlier one.
    fn report_repeated(&mut self, name: &str, at: &Cursor<'_>, report: &mut Reporter<'_>) {
        let folded = fold_text(name);
        match self.first.get(&folded) {
            Some((other, first)) => {
                let details = vec![("other", other.as_str().into()), ("first", at.resolve(first).into())];
                report.add(at, name, details);
            }
            None => {
                self.first.insert(folded, (name.to_owned(), at.handle()));
            }
        }
    }

    /// Reports a name that folds like an earlier one without being the same.
    fn report_respelled(&mut self, name: &str, at: &Cursor<'_>, report: &mut Reporter<'_>) {
        let earlier = self.first.get(&fold_text(name));
        if earlier.is_none_or(|(other, _)| other != name) {
            self.report_repeated(name, at, report);
        }
    }
}

/// Finds figures that are not the number of what the snapshot lists.
fn count_differs(fields: &Members<'_>, snapshot: &Snapshot, report: &mut Reporter<'_>) {
    for (at, figure) in fields.key("figures").items().iter().zip(snapshot.figures()) {
        if let (Some(counted), FigureValue::Number(number)) = (counted(figure, snapshot), &figure.value)
            && number.as_u64() != u64::try_from(counted).ok()
        {
            report.add(&at.key("value"), &number.to_string(), vec![("counted", counted.into())]);
        }
    }
}

/// Counts what a figure counts. `None` if the snapshot does not list that.
pub(crate) fn counted(figure: &Figure, snapshot: &Snapshot) -> Option<usize> {
    let cites = |kept: &dyn Fn(&Cite) -> bool| Some(snapshot.cites.iter().filter(|cite| kept(cite)).count());
    let quartiers = snapshot.quartiers_of(&snapshot.cites);
    let sum = |quartiers: Quartiers<'_>, figure| match quartiers.summary(figure) {
        Some(QpvSummary::Sum { sum, .. }) => usize::try_from(sum).ok(),
        _ => None,
    };
    match figure.id.as_str() {
        "n_cites" => cites(&|_| true),
        "wave_2020" => cites(&|cite| cite.wave.year == 2020),
        "wave_2021" => cites(&|cite| cite.wave.year == 2021),
        "cites_qpv_population_2018" => sum(quartiers, QpvFigure::Population),
        "cites_jobseekers_2021" => sum(quartiers.metropolitan(), QpvFigure::Jobseekers),
        _ => None,
    }
}

/// Finds sources that nothing refers to.
fn never_used(fields: &Members<'_>, snapshot: &Snapshot, report: &mut Reporter<'_>) {
    let of_cites = snapshot.cites.iter().flat_map(Cite::source_ids);
    let used: BTreeSet<&str> = of_cites.chain(snapshot.sources_outside_cites()).collect();
    for (at, source) in fields.key("sources").items().iter().zip(&snapshot.sources) {
        if !used.contains(source.id.as_str()) {
            report.add(&at.key("id"), &source.id, Vec::new());
        }
    }
}
