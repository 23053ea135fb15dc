//! The listing of préconisations.

use super::column::columns;
use super::{ColumnSpec, ListingColumns, SortKey};
use crate::search::TextField;
use crate::snapshot::Preconisation;
use crate::t;

columns! {
    /// A column of the listing of préconisations.
    pub enum PreconisationColumn: Info of Preconisation {
        /// Its id.
        Id = Info::new("id", |item, _| item.id.as_str().into())
            .key(|item, _| rank(item))
            .field(TextField::Id);
        /// Its title.
        Title = Info::new("title", |item, context| item.title.get(context.lang).as_str().into())
            .field(TextField::Title);
        /// Whether it is one of the core ones of the evaluation.
        Core = Info::new("core", |item, context| t!(context.lang, if item.core { "yes" } else { "no" }).into())
            .key(|item, _| rank(item));
        /// Its theme.
        Theme = Info::new("theme", |item, _| item.theme.as_str().into()).field(TextField::Theme);
        /// The addressees.
        Addressees = Info::new("addressees", |item, _| item.addressees.join(", ").into());
        /// Whether the source names the addressees or they are deduced.
        AddresseeBasis = Info::new("addressee-basis", |item, context| match item.addressees_are_explicit() {
            true => t!(context.lang, "card-addressees-explicit").into(),
            false => t!(context.lang, "card-addressees-deduced").into(),
        });
        /// Its text.
        Text = Info::new("text", |item, context| item.text.get(context.lang).as_str().into());
        /// The number of its parts.
        SubMeasures = Info::right("sub-measures", |item, _| item.sub_measures.len().into());
        /// Ids of its sources.
        Sources = Info::new("sources", |item, _| item.sources.join(", ").into());
    }
}

/// The columns of the listing. The explorer groups it into the core ones and the others.
pub const COLUMNS: ListingColumns<PreconisationColumn> = ListingColumns {
    shown: &[
        ColumnSpec::text(PreconisationColumn::Id, 1),
        ColumnSpec::text(PreconisationColumn::Title, 0),
        ColumnSpec::text(PreconisationColumn::Theme, 2),
        ColumnSpec::text(PreconisationColumn::Addressees, 3),
    ],
    printed: &[
        PreconisationColumn::Id,
        PreconisationColumn::Title,
        PreconisationColumn::Core,
        PreconisationColumn::Theme,
        PreconisationColumn::Addressees,
    ],
};

/// Returns the sort key for the order of the evaluation: the core ones first.
fn rank(item: &Preconisation) -> SortKey {
    SortKey::Several(vec![i64::from(!item.core).into(), i64::from(item.order).into()])
}
