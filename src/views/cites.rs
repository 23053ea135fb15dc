//! The listings with one Cité per line: territories, carriers and ages.

use super::column::columns;
use super::{Cell, ColumnSpec, Context, ListingColumns, SortKey, joined, labels};
use crate::search::TextField;
use crate::snapshot::{Age, Cite};

columns! {
    /// A column of a listing of Cités.
    pub enum CiteColumn: Info of Cite {
        /// The ANCT's id.
        Id = Info::new("id", |cite, _| cite.id.as_str().into()).field(TextField::Id);
        /// The ANCT's label.
        Label = Info::new("label", |cite, _| cite.label.as_str().into()).field(TextField::Label);
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
            labels::wave_evidence(context.lang, cite.wave.evidence).into()
        })
        .key(|cite, _| SortKey::Number(cite.wave.evidence as i64));
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
        /// The time that the experiment ran for it.
        RanFor = Info::new("ran-for", |cite, context| Cell::Age(ran_for(cite, context)));
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
            let evidence = cite.carrier.as_ref().map(|carrier| carrier.evidence);
            evidence.map(|evidence| labels::carrier_evidence(context.lang, evidence)).into()
        })
        .key(|cite, _| cite.carrier.as_ref().map(|carrier| carrier.evidence as i64).into());
        /// The number of communes it covers.
        Communes = Info::right("communes", |cite, _| cite.communes().len().into());
        /// The number of QPVs it covers.
        Qpvs = Info::right("qpvs", |cite, _| cite.qpvs().len().into());
        /// The number of inhabitants of its communes.
        Population = Info::right("population", |cite, _| Cell::Count(cite.population()));
        /// The themes it works on.
        Themes = Info::new("themes", |cite, _| joined(cite.themes.values.iter().map(String::as_str)).into())
            .field(TextField::Theme);
    }
}

/// The columns of the territories.
pub const TERRITORIES: ListingColumns<CiteColumn> = ListingColumns {
    shown: &[
        ColumnSpec { column: CiteColumn::Label, min: 16, preferred: 24, max: 43, priority: 0 },
        ColumnSpec { column: CiteColumn::Department, min: 6, preferred: 6, max: 6, priority: 1 },
        ColumnSpec { column: CiteColumn::Region, min: 16, preferred: 16, max: 26, priority: 3 },
        ColumnSpec { column: CiteColumn::Scale, min: 8, preferred: 8, max: 18, priority: 6 },
        ColumnSpec { column: CiteColumn::Wave, min: 5, preferred: 5, max: 5, priority: 4 },
        ColumnSpec { column: CiteColumn::Age, min: 11, preferred: 11, max: 17, priority: 5 },
        ColumnSpec { column: CiteColumn::Carrier, min: 16, preferred: 16, max: 40, priority: 2 },
    ],
    printed: &[
        CiteColumn::Label,
        CiteColumn::Department,
        CiteColumn::Region,
        CiteColumn::Scale,
        CiteColumn::Wave,
        CiteColumn::Age,
        CiteColumn::Carrier,
    ],
};

/// The columns of the carriers. The explorer groups them by their type.
pub const CARRIERS: ListingColumns<CiteColumn> = ListingColumns {
    shown: &[
        ColumnSpec { column: CiteColumn::Carrier, min: 20, preferred: 20, max: 44, priority: 0 },
        ColumnSpec { column: CiteColumn::Evidence, min: 18, preferred: 18, max: 18, priority: 2 },
        ColumnSpec { column: CiteColumn::Label, min: 16, preferred: 16, max: 40, priority: 1 },
    ],
    printed: &[CiteColumn::Carrier, CiteColumn::CarrierType, CiteColumn::Evidence, CiteColumn::Label],
};

/// The columns of the ages. The explorer counts precisions below the list.
pub const AGES: ListingColumns<CiteColumn> = ListingColumns {
    shown: &[
        ColumnSpec { column: CiteColumn::Label, min: 18, preferred: 18, max: 40, priority: 0 },
        ColumnSpec { column: CiteColumn::Wave, min: 5, preferred: 5, max: 5, priority: 4 },
        ColumnSpec { column: CiteColumn::LabelDate, min: 15, preferred: 15, max: 15, priority: 3 },
        ColumnSpec { column: CiteColumn::Age, min: 17, preferred: 26, max: 48, priority: 1 },
        ColumnSpec { column: CiteColumn::RanFor, min: 18, preferred: 18, max: 23, priority: 2 },
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
    ColumnSpec { column: CiteColumn::Label, min: 14, preferred: 24, max: 26, priority: 0 },
    ColumnSpec { column: CiteColumn::Wave, min: 5, preferred: 5, max: 5, priority: 2 },
    ColumnSpec { column: CiteColumn::LabelDate, min: 15, preferred: 15, max: 15, priority: 3 },
    ColumnSpec { column: CiteColumn::Age, min: 17, preferred: 17, max: 17, priority: 4 },
    ColumnSpec { column: CiteColumn::RanFor, min: 21, preferred: 39, max: 60, priority: 0 },
];

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
