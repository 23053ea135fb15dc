//! Facets: the values of a query field to choose from, each with the number of Cités that match it.

use std::sync::LazyLock;

use super::groups::{Group, Grouping, Groups};
use super::{Context, SortKey};
use crate::search::{Hit, Index, Query, QueryField, Values};

/// The fields that are facets, in the order in which they are offered.
pub static FACETS: LazyLock<Vec<QueryField>> = LazyLock::new(QueryField::facets);

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The name on the screen.
    pub name: String,
    /// The word for it in a query.
    pub query_value: String,
    /// The number of Cités that match it and the rest of the query.
    pub count: usize,
    /// Whether the query contains it.
    pub chosen: bool,
}

/// Lists the values of a facet for a query. `index`, of the snapshot of `context`, is called only
/// if the rest of the query has to be searched for.
///
/// The values of a facet are alternatives, so that those in the query do not change the counts of
/// the others. Closed lists keep their order, departments are sorted by number, and names
/// alphabetically. Values that no Cité of the snapshot has are left out.
pub fn values<'i>(
    facet: QueryField,
    query: &Query,
    index: impl FnOnce() -> &'i Index,
    context: Context<'_>,
) -> Vec<FacetValue> {
    let rest = Query::parse(&query.with_facet(facet, &[], context.lang));
    let listed: Vec<usize> = match rest.is_empty() {
        true => (0..context.snapshot.cites.len()).collect(),
        false => index().search(&rest).hits.into_iter().map(Hit::row).collect(),
    };
    let mut groups = Groups::new(Grouping::Field(facet), context).counts(&listed);
    let is_named = match facet.values() {
        Values::Territory(territory) => territory.number.is_none(),
        values => matches!(values, Values::Text(_)),
    };
    if is_named {
        groups.sort_by_cached_key(|group| SortKey::text(&group.name));
    }
    let value = |group: Group| FacetValue {
        chosen: query.has_facet_value(facet, &group.query_value) || query.facet_finds(facet, &group.name),
        name: group.name,
        query_value: group.query_value,
        count: group.listed,
    };
    groups.into_iter().map(value).collect()
}

/// Returns the text of a query with one value of a facet added or removed.
///
/// `values` are those that [`values`] returns for the query, and `index` is one of their indices.
pub fn toggled(
    facet: QueryField,
    values: &[FacetValue],
    index: usize,
    query: &Query,
    context: Context<'_>,
) -> String {
    let chosen: Vec<&str> = values
        .iter()
        .enumerate()
        .filter(|(other, value)| value.chosen != (*other == index))
        .map(|(_, value)| value.query_value.as_str())
        .collect();
    query.with_facet(facet, &chosen, context.lang)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::locale::Lang;
    use crate::snapshot::{Snapshot, embedded};

    struct Fixture {
        snapshot: Snapshot,
        index: Index,
        lang: Lang,
    }

    impl Fixture {
        fn new(lang: Lang) -> Self {
            let snapshot = embedded().unwrap();
            let index = Index::new(&snapshot, date(2026, 11, 22));
            Self { snapshot, index, lang }
        }

        fn context(&self) -> Context<'_> {
            Context { snapshot: &self.snapshot, lang: self.lang, today: date(2026, 11, 22) }
        }

        fn values(&self, facet: QueryField, query: &str) -> Vec<FacetValue> {
            values(facet, &Query::parse(query), || &self.index, self.context())
        }

        fn chosen(&self, facet: QueryField, query: &str) -> Vec<String> {
            let values = self.values(facet, query).into_iter().filter(|value| value.chosen);
            values.map(|value| value.name).collect()
        }

        fn toggled(&self, facet: QueryField, query: &str, name: &str) -> String {
            let values = self.values(facet, query);
            let index = values.iter().position(|value| value.name == name).unwrap();
            toggled(facet, &values, index, &Query::parse(query), self.context())
        }
    }

    #[test]
    fn choosing_a_value_finds_as_many_cites_as_it_counts() {
        for lang in Lang::ALL {
            let fixture = Fixture::new(lang);
            for query in ["", "saint", "!bretagne 'de"] {
                for facet in FACETS.iter().copied() {
                    for (index, value) in fixture.values(facet, query).iter().enumerate() {
                        let values = fixture.values(facet, query);
                        let text = toggled(facet, &values, index, &Query::parse(query), fixture.context());
                        let found = fixture.index.search(&Query::parse(&text)).hits.len();
                        assert_eq!(found, value.count, "{lang:?} {facet:?} {}: {text}", value.name);
                        assert_eq!(fixture.chosen(facet, &text), std::slice::from_ref(&value.name), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn several_values_of_a_facet_are_alternatives() {
        let fixture = Fixture::new(Lang::FR);
        let both = fixture.toggled(QueryField::Region, "region:Bretagne saint", "Normandie");
        assert_eq!(both, "region:Bretagne,Normandie saint");
        assert_eq!(fixture.chosen(QueryField::Region, &both), ["Bretagne", "Normandie"]);
        let alone = fixture.toggled(QueryField::Region, &both, "Bretagne");
        assert_eq!(alone, "region:Normandie saint");
        assert_eq!(fixture.toggled(QueryField::Region, &alone, "Normandie"), "saint");
    }

    #[test]
    fn values_typed_in_part_are_shown_as_chosen() {
        let fixture = Fixture::new(Lang::FR);
        assert_eq!(fixture.chosen(QueryField::Region, "region:bret"), ["Bretagne"]);
        assert_eq!(fixture.chosen(QueryField::Department, "dep:35"), ["Ille-et-Vilaine (35)"]);
        assert_eq!(fixture.chosen(QueryField::Department, "dep:creuse"), ["Creuse (23)"]);
        assert_eq!(fixture.chosen(QueryField::Wave, "wave:202"), ["2020", "2021"]);
        assert_eq!(fixture.chosen(QueryField::Evidence, "evidence:unknown"), ["non documenté"]);
        let added = fixture.toggled(QueryField::Region, "region:bret", "Normandie");
        assert_eq!(added, "region:Bretagne,Normandie");
    }
}
