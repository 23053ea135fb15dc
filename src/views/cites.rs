//! The listings with one Cité per line: territories, carriers and ages.

use std::collections::BTreeSet;

use super::column::columns;
use super::{Cell, Column, ColumnSpec, Context, ListingColumns, SortKey, joined, labels, quartiers};
use crate::fold::fold_text;
use crate::search::TextField;
use crate::snapshot::Reliability;
use crate::snapshot::{Age, Carrier, Cite, QpvFigure, Wave};
use crate::t;

columns! {
    /// A column of a listing of Cités.
    pub enum CiteColumn: Info of Cite {
        /// The ANCT's id.
        Id = Info::new("id", |cite, _| cite.id.as_str().into()).field(TextField::Id);
        /// Its label, with the accents and hyphens that the ANCT's lacks.
        Label = Info::new("label", |cite, _| Cell::Shown {
            text: cite.display_label().to_owned(),
            value: cite.label.clone(),
        })
        .field(TextField::Label);
        /// Codes of its departments.
        Department = Info::new("department", |cite, _| joined(cite.departments()).into())
            .field(TextField::DepartmentCode);
        /// Names of its regions.
        Region = Info::new("region", |cite, context| joined(regions(cite, context)).into())
            .field(TextField::Region);
        /// The kind of territory.
        Scale = Info::new("scale", |cite, context| labels::scale(context.lang, cite.scale).into())
            .key(|cite, _| SortKey::Number(cite.scale as i64));
        /// The year of its wave, as text: a year has no thousands separator.
        Wave = Info::new("wave", |cite, _| cite.wave.year.to_string().into())
            .key(|cite, _| SortKey::Number(cite.wave.year.into()));
        /// The evidence for the wave.
        WaveEvidence = Info::new("wave-evidence", |cite, context| {
            evidence(cite.wave.evidence_code(), context)
        })
        .key(|cite, _| rank(&Wave::EVIDENCE, cite.wave.evidence_code()));
        /// The date of the label.
        LabelDate = Info::new("label-date", |cite, _| cite.label_date.date.into());
        /// Whether that date is of the Cité or of its wave.
        LabelDateBasis = Info::new("label-date-basis", |cite, context| {
            labels::label_date_basis(context.lang, cite.label_date.basis).into()
        })
        .key(|cite, _| SortKey::Number(cite.label_date.basis as i64));
        /// The precision of that date.
        Precision = Info::new("precision", |cite, context| {
            labels::precision(context.lang, cite.label_date.date.precision()).into()
        })
        .key(|cite, _| SortKey::Number(cite.label_date.date.precision() as i64));
        /// The start of its work.
        LaunchDate = Info::new("launch-date", |cite, _| cite.launch_date.as_ref().map(|launch| launch.date).into());
        /// The time since the label date.
        Age = Info::new("age", |cite, context| Cell::Age(age(cite, context)));
        /// The fewest months since the label date, which may be partial.
        AgeMin = Info::right("age-min", |cite, context| age(cite, context).map(|age| months(age.at_least)).into());
        /// The most months since the label date.
        AgeMax = Info::right("age-max", |cite, context| age(cite, context).map(|age| months(age.at_most)).into());
        /// The time that the experiment ran for it.
        RanFor = Info::new("ran-for", |cite, context| Cell::Age(ran_for(cite, context)));
        /// The fewest months that the experiment ran for it.
        RanForMin = Info::right("ran-for-min", |cite, context| {
            ran_for(cite, context).map(|age| months(age.at_least)).into()
        });
        /// The most months that the experiment ran for it.
        RanForMax = Info::right("ran-for-max", |cite, context| {
            ran_for(cite, context).map(|age| months(age.at_most)).into()
        });
        /// Name of its carrier.
        Carrier = Info::new("carrier", |cite, _| cite.carrier.as_ref().map(|carrier| carrier.name.as_str()).into())
            .field(TextField::Carrier);
        /// The type of that body.
        CarrierType = Info::new("carrier-type", |cite, context| {
            cite.carrier.as_ref().map(|carrier| labels::carrier_type(context.lang, Some(carrier.kind))).into()
        })
        .key(|cite, _| cite.carrier.as_ref().map(|carrier| carrier.kind as i64).into());
        /// The evidence for the carrier.
        Evidence = Info::new("evidence", |cite, context| {
            let code = cite.carrier.as_ref().map(Carrier::evidence_code);
            code.map_or(Cell::Unknown, |code| evidence(code, context))
        })
        .key(|cite, _| match &cite.carrier {
            Some(carrier) => rank(&Carrier::EVIDENCE, carrier.evidence_code()),
            None => SortKey::Unknown,
        });
        /// The number of its own communes.
        Communes = Info::right("communes", |cite, _| cite.own_communes().count().into());
        /// The number of communes that a shared quartier brings in.
        TouchedCommunes = Info::right("touched-communes", |cite, _| cite.touched_communes().count().into());
        /// The number of QPVs it covers.
        Qpvs = Info::right("qpvs", |cite, _| cite.qpvs().len().into());
        /// The number of quartiers of 2024 that stand where its quartiers stood.
        Qpvs2024 = Info::right("qpvs-2024", |cite, _| cite.qpvs_2024().len().into());
        /// Inhabitants of its quartiers.
        Population = Info::right("population", |cite, context| {
            figure(QpvFigure::Population, cite, context)
        });
        /// Employment rate in its quartiers.
        EmploymentRate = Info::right("employment-rate", |cite, context| {
            figure(QpvFigure::EmploymentRate, cite, context)
        });
        /// Employment rate of the women in its quartiers.
        EmploymentRateWomen = Info::right("employment-rate-women", |cite, context| {
            figure(QpvFigure::EmploymentRateWomen, cite, context)
        });
        /// Job seekers in its quartiers.
        Jobseekers = Info::right("jobseekers", |cite, context| figure(QpvFigure::Jobseekers, cite, context));
        /// Women among these.
        JobseekersWomen = Info::right("jobseekers-women", |cite, context| {
            figure(QpvFigure::JobseekersWomen, cite, context)
        });
        /// Those of them who are under 25.
        JobseekersUnder25 = Info::right("jobseekers-under-25", |cite, context| {
            figure(QpvFigure::JobseekersUnder25, cite, context)
        });
        /// Those of them who are 50 or older.
        Jobseekers50Plus = Info::right("jobseekers-50-plus", |cite, context| {
            figure(QpvFigure::Jobseekers50Plus, cite, context)
        });
        /// Those of them who have been so for a year or longer.
        Jobseekers1YearPlus = Info::right("jobseekers-1-year-plus", |cite, context| {
            figure(QpvFigure::Jobseekers1YearPlus, cite, context)
        });
        /// Poverty rate in its quartiers.
        PovertyRate = Info::right("poverty-rate", |cite, context| figure(QpvFigure::PovertyRate, cite, context));
        /// Median living standard in its quartiers.
        LivingStandard = Info::right("living-standard", |cite, context| {
            figure(QpvFigure::MedianLivingStandard, cite, context)
        });
        /// Inhabitants of its own communes, whole.
        CommunePopulation = Info::right("commune-population", |cite, _| {
            let has_communes = cite.own_communes().next().is_some();
            if has_communes { Cell::Count(cite.commune_population()) } else { Cell::Unknown }
        });
        /// Names of the contrats de ville of its own communes.
        Contract = Info::new("contract", |cite, context| joined(contracts(cite, context)).into());
        /// What became of it after the experiment.
        Later = Info::new("later", |cite, _| cite.later.as_ref().map(|later| later.text.as_str()).into());
        /// Figures that sources give of it.
        Figures = Info::new("figures", |cite, _| {
            let figures = cite.figures.iter().map(|figure| format!("{} : {}", figure.what, figure.value));
            let figures: Vec<String> = figures.collect();
            Some(figures.join(" ; ")).filter(|figures| !figures.is_empty()).into()
        });
        /// The themes it works on.
        Themes = Info::new("themes", |cite, _| joined(cite.themes.values.iter().map(String::as_str)).into())
            .field(TextField::Theme);
    }
}

fn months(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

impl CiteColumn {
    /// Returns the columns with its values as numbers, for spreadsheets: an age is the fewest and the most months.
    pub fn as_numbers(self) -> Vec<Self> {
        match self {
            Self::Age => vec![Self::AgeMin, Self::AgeMax],
            Self::RanFor => vec![Self::RanForMin, Self::RanForMax],
            other => vec![other],
        }
    }
}

/// The columns of the territories.
pub const TERRITORIES: ListingColumns<CiteColumn> = ListingColumns {
    shown: &[
        ColumnSpec::name(CiteColumn::Label, 0),
        ColumnSpec::text(CiteColumn::Department, 2),
        ColumnSpec::text(CiteColumn::Region, 4),
        // The card has these. Most Cités have the same.
        ColumnSpec::text(CiteColumn::Scale, u8::MAX),
        ColumnSpec::text(CiteColumn::Wave, u8::MAX),
        ColumnSpec::text(CiteColumn::Age, u8::MAX),
        ColumnSpec::text(CiteColumn::Qpvs, 3),
        ColumnSpec::name(CiteColumn::Carrier, 0),
    ],
    printed: &[
        CiteColumn::Label,
        CiteColumn::Department,
        CiteColumn::Region,
        CiteColumn::Scale,
        CiteColumn::Wave,
        CiteColumn::Age,
        CiteColumn::Qpvs,
        CiteColumn::Carrier,
    ],
};

/// The columns of the carriers. The explorer groups them by their type.
pub const CARRIERS: ListingColumns<CiteColumn> = ListingColumns {
    shown: &[
        ColumnSpec::name(CiteColumn::Carrier, 0),
        // The sign before the carrier says the same.
        ColumnSpec::text(CiteColumn::Evidence, u8::MAX),
        ColumnSpec::name(CiteColumn::Label, 0),
    ],
    printed: &[CiteColumn::Carrier, CiteColumn::CarrierType, CiteColumn::Evidence, CiteColumn::Label],
};

/// The columns of the ages. The explorer counts precisions below the list.
pub const AGES: ListingColumns<CiteColumn> = ListingColumns {
    shown: &[
        ColumnSpec::name(CiteColumn::Label, 0),
        ColumnSpec::text(CiteColumn::Wave, 4),
        ColumnSpec::text(CiteColumn::LabelDate, 3),
        ColumnSpec::text(CiteColumn::Age, 1),
        ColumnSpec::text(CiteColumn::RanFor, 2),
    ],
    printed: &[
        CiteColumn::Label,
        CiteColumn::Wave,
        CiteColumn::LabelDate,
        CiteColumn::Precision,
        CiteColumn::Age,
        CiteColumn::RanFor,
    ],
};

/// The columns of the ages in the same order, with room for a chart in the last one.
pub const TIMELINE: &[ColumnSpec<CiteColumn>] = &[
    ColumnSpec::name(CiteColumn::Label, 0),
    ColumnSpec::text(CiteColumn::Wave, u8::MAX),
    ColumnSpec::text(CiteColumn::LabelDate, 0),
    ColumnSpec::text(CiteColumn::Age, u8::MAX),
    ColumnSpec::cells(CiteColumn::RanFor, [21, 28, 84], 1),
];

/// Returns the text of a cell in a list of the explorer whose first column is `first`; `None` if the value is not known.
///
/// A carrier that is the body of the label is not named twice: the second one of the two refers to the first.
pub fn listed(column: CiteColumn, first: CiteColumn, cite: &Cite, context: Context<'_>) -> Option<String> {
    let is_second = column != first && matches!(column, CiteColumn::Label | CiteColumn::Carrier);
    match &cite.carrier {
        Some(carrier) if is_second && is_body_of_label(&carrier.name, cite) => {
            let key = if column == CiteColumn::Carrier { "carrier-is-territory" } else { "label-is-carrier" };
            Some(t!(context.lang, key))
        }
        _ => column.cell(cite, context).known(context.lang),
    }
}

/// Returns whether a body is the one that the label names: they have the same words, but for the kind of an EPCI.
fn is_body_of_label(name: &str, cite: &Cite) -> bool {
    let label = cite.display_label();
    name == label || name_key(name) == name_key(label)
}

/// The kinds of EPCI that names begin with.
const EPCI_KINDS: [&str; 4] = ["ca", "cc", "cu", "ept"];

/// Returns the words of a name without accents, case and the kind of an EPCI at its start.
fn name_key(name: &str) -> String {
    let folded = fold_text(name);
    let mut words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().filter(|first| !EPCI_KINDS.contains(first));
    first.into_iter().chain(words).collect::<Vec<_>>().join(" ")
}

/// Returns the cell of a word for evidence. People see the sign of its level before the label.
fn evidence(code: &str, context: Context<'_>) -> Cell {
    let label = labels::evidence(context.lang, code);
    Cell::Shown { text: format!("{}\u{a0}{label}", Reliability::of(code).sign()), value: label }
}

/// Returns the cell of a figure of the quartiers of a Cité.
fn figure(figure: QpvFigure, cite: &Cite, context: Context<'_>) -> Cell {
    quartiers::cell(context.lang, figure, context.snapshot.quartiers_of([cite]).summary(figure))
}

/// Returns the names of the contrats de ville of its own communes, each once.
pub fn contracts<'a>(cite: &'a Cite, context: Context<'a>) -> BTreeSet<&'a str> {
    let codes = cite.own_communes().filter_map(|commune| commune.contract.as_deref());
    codes.filter_map(|code| context.snapshot.contract(code)).map(|contract| contract.name.as_str()).collect()
}

/// Returns the sort key of a word for evidence: the surest first.
fn rank(words: &[&str], word: &str) -> SortKey {
    words.iter().position(|own| *own == word).map_or(SortKey::Unknown, |rank| SortKey::Number(rank as i64))
}

/// Returns the age of a Cité, from its label date to the day of `context`.
pub fn age(cite: &Cite, context: Context<'_>) -> Option<Age> {
    Age::on(context.today, cite.label_date.date)
}

/// Returns the time that the experiment ran for a Cité: from its label date to the end of the
/// experiment, or to the day of `context` if that is earlier.
pub fn ran_for(cite: &Cite, context: Context<'_>) -> Option<Age> {
    let end = context.snapshot.meta.experiment.end.latest();
    Age::on(end.min(context.today), cite.label_date.date)
}

/// Returns the names of the regions of a Cité; a region that the snapshot does
/// not have keeps its code.
pub(super) fn regions<'a>(cite: &'a Cite, context: Context<'a>) -> impl Iterator<Item = &'a str> {
    let name = move |code| context.snapshot.region(code).map_or(code, |region| &region.name);
    cite.regions().into_iter().map(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_print_the_columns_of_the_explorer_and_its_groupings() {
        let shown =
            |specs: &[ColumnSpec<CiteColumn>]| specs.iter().map(|spec| spec.column).collect::<Vec<_>>();
        for (listing, grouped) in [
            (TERRITORIES, None),
            (CARRIERS, Some(CiteColumn::CarrierType)),
            (AGES, Some(CiteColumn::Precision)),
        ] {
            let printed = listing.printed.iter().copied();
            assert_eq!(
                shown(listing.shown),
                printed.filter(|column| Some(*column) != grouped).collect::<Vec<_>>()
            );
        }
        assert_eq!(shown(TIMELINE), shown(AGES.shown));
    }
}
