//! The card of a préconisation.

use super::{Card, Entry, Section, SourceNumbers, detail};
use crate::search::TextField;
use crate::snapshot::Preconisation;
use crate::t;
use crate::views::preconisations::PreconisationColumn;
use crate::views::{Column, Context, labels};

/// Returns the card of a préconisation.
pub fn preconisation(item: &Preconisation, context: Context<'_>) -> Card {
    let Context { snapshot, lang, .. } = context;
    let mut numbers = SourceNumbers::default();
    let fact = |column: PreconisationColumn| Entry::of(column, item, context);
    let mut entries = vec![
        Entry::new(String::new(), item.text.get(lang).clone())
            .sources(numbers.of_ids(&item.sources))
            .field(TextField::Text, 0)
            .answer(),
        fact(PreconisationColumn::Addressees).detail(detail([
            PreconisationColumn::AddresseeBasis.text(item, context),
            labels::in_french(lang),
        ])),
        fact(PreconisationColumn::Theme).detail(labels::in_french(lang)).field(TextField::Theme, 0),
    ];
    entries.extend(item.related_to.iter().map(|id| {
        let related = snapshot.preconisation(id).map(|related| related.title.get(lang).as_str());
        Entry::new(t!(lang, "card-related"), format!("{id} {}", related.unwrap_or_default()))
    }));
    let measures = item.sub_measures.iter().enumerate().map(|(index, measure)| {
        Entry::new(measure.id.clone(), measure.title.get(lang).clone())
            .detail(measure.theme.clone())
            .field(TextField::SubMeasure, index)
    });
    let measures = Section::new(t!(lang, "card-sub-measures"), measures);
    let core = snapshot.preconisations.iter().filter(|other| other.core).count();
    let rank = match item.core {
        true => t!(lang, "card-core", order = item.order, total = core),
        false => t!(lang, "card-other"),
    };
    Card::new(
        item.title.get(lang).clone(),
        format!("{} · {rank}", item.id),
        [Section::top(entries), measures, numbers.section(context)],
    )
}
