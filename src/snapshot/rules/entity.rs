//! The entities that have ids, and the fields that contain ids: one row each.
//!
//! The same rows say which ids must be unique, which ids must exist, and what
//! messages call the thing.

use std::collections::{BTreeMap, BTreeSet};

use super::parse::{NOT_ONE_OF, one_of};
use crate::snapshot::json::Cursor;
use crate::snapshot::problem::{Detail, Violation};
use crate::snapshot::rule::Rule;
use crate::snapshot::spelling::closest_match;

const UNKNOWN_ID: Rule = Rule::error("problem-unknown-id");

/// A field of a record, by its names in the JSON Schema.
type FieldName = (&'static str, &'static str);

/// Defines the entities. Each row has the key of its name in the locale files,
/// the fields that hold its ids, which are unique within the outermost list of
/// them, and the fields that refer to it by one id or by a list of them.
macro_rules! entities {
    ($($name:ident $noun:literal
       ids [$($id_record:ident.$id:ident),*] links [$($link_record:ident.$link:ident),*];)+) => {
        /// Something that has an id, or a row of a table that must not be repeated.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Entity { $($name),+ }

        impl Entity {
            const ALL: [Self; [$($noun),+].len()] = [$(Self::$name),+];

            const fn row(self) -> Row {
                match self {
                    $(Self::$name => Row {
                        noun: $noun,
                        ids: &[$((stringify!($id_record), stringify!($id))),*],
                        links: &[$((stringify!($link_record), stringify!($link))),*],
                    }),+
                }
            }

            /// Returns what messages call it.
            pub(crate) const fn noun(self) -> Detail {
                Detail::Key(self.row().noun)
            }
        }
    };
}

struct Row {
    noun: &'static str,
    ids: &'static [FieldName],
    links: &'static [FieldName],
}

entities! {
    Cite "problem-entity-cite" ids [Cite.id] links [];
    Carrier "problem-entity-carrier" ids [] links [];
    Commune "problem-entity-commune" ids [Commune.insee] links [];
    Qpv "problem-entity-qpv" ids [Qpv.code] links [];
    QpvStats "problem-entity-qpv-stats" ids [QpvStats.code] links [];
    Qpv2024 "problem-entity-qpv-2024" ids [Qpv2024.code] links [Qpv2024Link.code];
    Contract "problem-entity-contract" ids [Contract.code] links [Commune.contract];
    CommuneChange "problem-entity-commune-change" ids [CommuneChange.insee] links [];
    Department "problem-entity-department" ids [Department.code]
        links [Commune.department, DepartmentOutline.department, Contract.department];
    Region "problem-entity-region" ids [Region.code]
        links [Commune.region, Department.region, RegionOutline.region];
    Outline "problem-entity-outline" ids [RegionOutline.region, DepartmentOutline.department] links [];
    Source "problem-entity-source" ids [Source.id]
        links [
            Statement.source, CiteFigure.source, Experiment.sources, Origin.sources, Preconisation.sources,
            Finding.sources, Figure.sources, TimelineEvent.sources
        ];
    Statement "problem-entity-statement" ids [] links [];
    CiteFigure "problem-entity-cite-figure" ids [] links [];
    Link "problem-entity-link" ids [] links [];
    Preconisation "problem-entity-preconisation" ids [Preconisation.id, SubMeasure.id]
        links [Preconisation.related_to];
    Finding "problem-entity-finding" ids [Finding.id] links [];
    Figure "problem-entity-figure" ids [Figure.id] links [];
}

/// Fields that hold `national`, `local`, or `local` and the id of a Cité.
const SCOPES: [FieldName; 2] = [("Figure", "scope"), ("TimelineEvent", "scope")];

/// The meaning of a field beyond its own value.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Role {
    /// It holds an id of this entity.
    pub(crate) id_of: Option<Entity>,
    pub(crate) link: Option<Link>,
}

/// The entity that the id in a field refers to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Link {
    To(Entity),
    Scope,
}

/// Collects the roles of all fields of a record that have one.
pub(crate) fn roles(record: &str) -> BTreeMap<&'static str, Role> {
    let mut roles: BTreeMap<&'static str, Role> = BTreeMap::new();
    let of_record = |(name, _): &&FieldName| *name == record;
    for entity in Entity::ALL {
        let Row { ids, links, .. } = entity.row();
        for (_, field) in ids.iter().filter(of_record) {
            roles.entry(field).or_default().id_of = Some(entity);
        }
        for (_, field) in links.iter().filter(of_record) {
            roles.entry(field).or_default().link = Some(Link::To(entity));
        }
    }
    for (_, field) in SCOPES.iter().filter(of_record) {
        roles.entry(field).or_default().link = Some(Link::Scope);
    }
    roles
}

/// The ids of one entity.
#[derive(Debug)]
pub(crate) struct Ids {
    entity: Entity,
    ids: BTreeSet<String>,
    /// False if a part of them failed to parse; then no id is reported as
    /// unknown, since it may be in that part.
    complete: bool,
}

impl Ids {
    pub(crate) fn new(entity: Entity, ids: impl IntoIterator<Item = String>, complete: bool) -> Self {
        Self { entity, ids: ids.into_iter().collect(), complete }
    }

    /// Collects the ids of a list in JSON, also of records that are wrong otherwise.
    pub(crate) fn of(entity: Entity, list: &Cursor<'_>, key: &'static str) -> Self {
        let (mut ids, mut complete) = (BTreeSet::new(), true);
        list.each_item(|item| match item.key(key).read() {
            Some(id) => drop(ids.insert(id)),
            None => complete = false,
        });
        let complete = complete && !ids.is_empty();
        Self { entity, ids, complete }
    }

    /// Tests that something has this id.
    fn check(&self, id: &str) -> Result<(), Violation> {
        if !self.complete || self.ids.contains(id) {
            return Ok(());
        }
        let nearest = closest_match(id, self.ids.iter().map(String::as_str));
        Err(Violation::new(UNKNOWN_ID).with("entity", self.entity.noun()).suggest(nearest))
    }
}

/// The ids that links may refer to, by entity. Links to another entity are not tested.
#[derive(Debug, Default)]
pub(crate) struct Known(BTreeMap<Entity, Ids>);

impl Known {
    pub(crate) fn insert(&mut self, ids: Ids) {
        self.0.insert(ids.entity, ids);
    }

    /// Tests that an entity has this id.
    pub(crate) fn check(&self, entity: Entity, id: &str) -> Result<(), Violation> {
        self.0.get(&entity).map_or(Ok(()), |ids| ids.check(id))
    }

    /// Tests the value of a field that links to something.
    pub(crate) fn check_link(&self, link: Link, text: &str) -> Result<(), Violation> {
        match link {
            Link::To(entity) => self.check(entity, text),
            Link::Scope => match text.split_once(' ') {
                Some(("local", id)) => self.check(Entity::Cite, id),
                _ => one_of(NOT_ONE_OF, text, &["national", "local"]).map(|_| ()),
            },
        }
    }
}

impl<const N: usize> From<[Ids; N]> for Known {
    fn from(ids: [Ids; N]) -> Self {
        Self(ids.into_iter().map(|ids| (ids.entity, ids)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::schema;

    #[test]
    fn every_row_names_fields_of_the_model() {
        let schema = schema();
        let rows = Entity::ALL.map(Entity::row);
        let fields = rows.iter().flat_map(|row| row.ids.iter().chain(row.links)).chain(&SCOPES);
        for (record, field) in fields.filter(|(record, _)| !record.ends_with("Outline")) {
            assert!(schema["$defs"][record]["properties"].get(field).is_some(), "{record}.{field}");
        }
    }

    #[test]
    fn every_list_of_source_ids_in_the_model_is_a_link() {
        let schema = schema();
        let records = schema["$defs"].as_object().expect("definitions").iter();
        for (record, _) in
            records.filter(|(_, record)| record["properties"]["sources"]["items"]["type"] == "string")
        {
            assert!(matches!(roles(record)["sources"].link, Some(Link::To(Entity::Source))), "{record}");
        }
    }

    #[test]
    fn a_table_that_could_not_be_read_makes_no_id_unknown() {
        let broken = Ids::new(Entity::Source, [], false);
        assert_eq!(broken.check("S01"), Ok(()));
        let read = Ids::new(Entity::Source, ["S01".to_owned()], true);
        let unknown = Violation::new(UNKNOWN_ID).with("entity", Entity::Source.noun()).suggest(Some("S01"));
        assert_eq!(read.check("S0"), Err(unknown));
    }
}
