//! The records of a JSON document and what must hold between them.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::document::Document;
use super::model::{Figure, FigureValue, Finding, Licence, Meta, Preconisation, TimelineEvent};
use super::problem::{Entity, Place, Problems, Seen, Spot};
use super::rules::{self, Ids};
use super::tree::{Node, Shape};

/// A value in a JSON document, found again by its path when it is reported.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    /// A node that is known.
    Node { document: &'a Document<'a>, node: Node<'a>, path: &'a str },
    /// The value of a key of an object.
    Key(&'a At<'a>, &'static str),
    /// An item of a list.
    Item(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    pub(crate) const fn key(&'a self, key: &'static str) -> Self {
        Self::Key(self, key)
    }

    pub(crate) const fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }

    fn document(&self) -> &'a Document<'a> {
        match self {
            Self::Node { document, .. } => document,
            Self::Key(parent, _) | Self::Item(parent, _) => parent.document(),
        }
    }

    /// Its node, or the nearest one above that the document has.
    fn node(&self) -> Node<'a> {
        match self {
            Self::Node { node, .. } => *node,
            Self::Key(parent, key) => {
                let parent = parent.node();
                parent.member(key).unwrap_or(parent)
            }
            Self::Item(parent, index) => {
                let parent = parent.node();
                parent.items().get(*index).copied().unwrap_or(parent)
            }
        }
    }

    fn path(&self) -> Cow<'a, str> {
        match self {
            Self::Node { path, .. } => Cow::Borrowed(path),
            Self::Key(parent, key) => match parent.path() {
                path if path.is_empty() => Cow::Borrowed(key),
                path => Cow::Owned(format!("{path}.{key}")),
            },
            Self::Item(parent, index) => Cow::Owned(format!("{}[{index}]", parent.path())),
        }
    }
}

impl Spot for At<'_> {
    fn place(&self) -> Place {
        let document = self.document();
        document.place(self.node().offset_in(document.text), self.path().into_owned())
    }
}

impl<'a> Node<'a> {
    /// The value of a key, the last one if the key comes twice.
    pub(crate) fn member(self, key: &str) -> Option<Node<'a>> {
        match self.shape() {
            Ok(Shape::Object(members)) => {
                members.into_iter().rev().find_map(|(name, node)| (name == key).then_some(node))
            }
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub(crate) fn items(self) -> Vec<Node<'a>> {
        match self.shape() {
            Ok(Shape::List(items)) => items,
            _ => Vec::new(),
        }
    }
}

/// A record and where it stands.
pub(crate) struct Record<'a, T> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) node: Node<'a>,
    pub(crate) path: String,
    pub(crate) value: T,
}

impl<'a, T: DeserializeOwned> Record<'a, T> {
    /// The record at a node; `None` where its fields or types are not right,
    /// which [`structure`](super::structure) reports.
    pub(crate) fn read(document: &'a Document<'a>, node: Node<'a>, path: String) -> Option<Self> {
        let value = serde_json::from_str(node.text()).ok()?;
        Some(Self { document, node, path, value })
    }

    /// Those of a list that can be read.
    pub(crate) fn read_list(document: &'a Document<'a>, list: Node<'a>, path: &str) -> Vec<Self> {
        let items = list.items().into_iter().enumerate();
        items.filter_map(|(index, node)| Self::read(document, node, format!("{path}[{index}]"))).collect()
    }
}

impl<T> Record<'_, T> {
    pub(crate) fn at(&self) -> At<'_> {
        At::Node { document: self.document, node: self.node, path: &self.path }
    }
}

/// What must hold for the document's own data.
pub(crate) fn check_meta(meta: &Record<'_, Meta>, sources: &Ids, problems: &mut Problems) {
    let at = meta.at();
    check_sources(&at.key("experiment"), &meta.value.experiment.sources, sources, problems);
    for (index, origin) in meta.value.built_from.iter().enumerate() {
        check_sources(&at.key("built_from").item(index), &origin.sources, sources, problems);
    }
    for (index, Licence { url, .. }) in meta.value.licences.iter().enumerate() {
        problems.keep(&at.key("licences").item(index).key("url"), url, rules::url(url));
    }
}

/// What must hold for recommendations.
pub(crate) fn check_preconisations(
    records: &[Record<'_, Preconisation>],
    sources: &Ids,
    problems: &mut Problems,
) {
    let ids = records.iter().map(|record| record.value.id.clone());
    let known = Ids::new(Entity::Preconisation, ids, true);
    let mut seen = Seen::new(Entity::Preconisation);
    for record in records {
        let (at, value) = (record.at(), &record.value);
        check_id(&at, &value.id, &mut seen, problems);
        for (index, part) in value.sub_measures.iter().enumerate() {
            check_id(&at.key("sub_measures").item(index), &part.id, &mut seen, problems);
        }
        for (index, id) in value.related_to.iter().enumerate() {
            problems.keep(&at.key("related_to").item(index), id, known.known(id));
        }
        check_sources(&at, &value.sources, sources, problems);
    }
}

/// What must hold for findings.
pub(crate) fn check_findings(records: &[Record<'_, Finding>], sources: &Ids, problems: &mut Problems) {
    let mut seen = Seen::new(Entity::Finding);
    for record in records {
        let (at, value) = (record.at(), &record.value);
        check_id(&at, &value.id, &mut seen, problems);
        check_sources(&at, &value.sources, sources, problems);
    }
}

/// What must hold for figures.
pub(crate) fn check_figures(
    records: &[Record<'_, Figure>],
    sources: &Ids,
    cites: &Ids,
    problems: &mut Problems,
) {
    let mut seen = Seen::new(Entity::Figure);
    for record in records {
        let (at, value) = (record.at(), &record.value);
        check_id(&at, &value.id, &mut seen, problems);
        if let (FigureValue::Text(text), "date") = (&value.value, value.unit.as_str()) {
            problems.keep(&at.key("value"), text, rules::date(text));
        }
        check_scope(&at, &value.scope, cites, problems);
        check_sources(&at, &value.sources, sources, problems);
    }
}

/// What must hold for dated events.
pub(crate) fn check_timeline(
    records: &[Record<'_, TimelineEvent>],
    sources: &Ids,
    cites: &Ids,
    problems: &mut Problems,
) {
    for record in records {
        let at = record.at();
        check_scope(&at, &record.value.scope, cites, problems);
        check_sources(&at, &record.value.sources, sources, problems);
    }
}

/// What must hold for the outline of a region.
pub(crate) fn check_outline(at: &At<'_>, rings: &[Vec<[f64; 2]>], problems: &mut Problems) {
    for (index, points) in rings.iter().enumerate() {
        let ring = at.item(index);
        problems.keep(&ring, "", rules::ring(points));
        for (index, [lon, lat]) in points.iter().enumerate() {
            let point = ring.item(index);
            problems.keep(&point, &lon.to_string(), rules::within(*lon, rules::LONGITUDES));
            problems.keep(&point, &lat.to_string(), rules::within(*lat, rules::LATITUDES));
        }
    }
}

/// `national`, `local`, or `local` and the id of a Cité.
fn check_scope(at: &At<'_>, scope: &str, cites: &Ids, problems: &mut Problems) {
    let result = match scope.split_once(' ') {
        Some(("local", id)) => cites.known(id),
        _ => rules::one_of(scope, &["national", "local"]).map(|_| ()),
    };
    problems.keep(&at.key("scope"), scope, result);
}

/// No record before has its id.
fn check_id(at: &At<'_>, id: &str, seen: &mut Seen, problems: &mut Problems) {
    let at = at.key("id");
    problems.keep(&at, id, seen.first(id, &at));
}

/// Every source of a record is known.
fn check_sources(at: &At<'_>, ids: &[String], sources: &Ids, problems: &mut Problems) {
    for (index, id) in ids.iter().enumerate() {
        problems.keep(&at.key("sources").item(index), id, sources.known(id));
    }
}
