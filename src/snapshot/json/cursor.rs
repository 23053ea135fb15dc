//! Values in a JSON document with the paths to them.

use serde::de::DeserializeOwned;

use super::node::{Node, Shape};
use super::text::JsonText;
use crate::snapshot::location::Location;
use crate::snapshot::problem::Locate;

/// A value in a JSON document. Its path is only written, and a value that was not visited only
/// looked up, when a problem is reported there.
#[derive(Clone, Copy)]
pub(crate) enum Cursor<'a> {
    /// The root of a document.
    Root(&'a JsonText<'a>, Node<'a>),
    /// A value that exists and was visited.
    Found(&'a Cursor<'a>, Segment<'a>, Node<'a>),
    /// A value that was not looked up and may not exist.
    Under(&'a Cursor<'a>, Segment<'static>),
}

/// A segment of a path in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Segment<'a> {
    /// The value of a key of an object.
    Key(&'a str),
    /// An item of a list.
    Item(usize),
}

impl<'a> Cursor<'a> {
    /// Returns the value of a key, which need not exist.
    pub(crate) const fn key(&'a self, key: &'static str) -> Self {
        Self::Under(self, Segment::Key(key))
    }

    /// Returns an item of a list, which need not exist.
    pub(crate) const fn item(&'a self, index: usize) -> Self {
        Self::Under(self, Segment::Item(index))
    }

    /// Returns all items of a list; none if the value is not a list.
    pub(crate) fn items(&'a self) -> Vec<Self> {
        let nodes = self.node().items().into_iter().enumerate();
        nodes.map(|(index, node)| Self::Found(self, Segment::Item(index), node)).collect()
    }

    /// Visits the items of a list, with one in memory at a time. Other values have no items.
    pub(crate) fn each_item(&self, mut visit: impl FnMut(&Cursor<'_>)) {
        let mut index = 0;
        self.node().each_item(|node| {
            visit(&Cursor::Found(self, Segment::Item(index), node));
            index += 1;
        });
    }

    /// Reads the keys of an object once, for access to several of its values.
    pub(crate) fn fields(&'a self) -> Members<'a> {
        Members { at: self, members: self.node().members() }
    }

    /// Returns whether this is the value of a key of the root.
    pub(crate) const fn is_member_of_root(&self) -> bool {
        matches!(self, Self::Found(Self::Root(..), ..))
    }

    fn document(&self) -> &'a JsonText<'a> {
        match self {
            Self::Root(document, _) => document,
            Self::Found(parent, ..) | Self::Under(parent, _) => parent.document(),
        }
    }

    /// Returns its node or, if the document does not have it, that of the nearest value above.
    pub(crate) fn node(&self) -> Node<'a> {
        match self {
            Self::Root(_, node) | Self::Found(_, _, node) => *node,
            Self::Under(parent, segment) => parent.node().after(*segment),
        }
    }

    /// Parses the value as a `T`. Returns `None` if it is not one, which
    /// [`structure`](crate::snapshot::structure) reports.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.node().text()).ok()
    }

    /// Returns all items of a list that parse as a `T`, each with its cursor.
    pub(crate) fn read_items<T: DeserializeOwned>(&'a self) -> Vec<(Self, T)> {
        self.items().into_iter().filter_map(|at| Some((at, at.read()?))).collect()
    }

    fn path(&self) -> String {
        let (parent, segment) = match self {
            Self::Root(..) => return String::new(),
            Self::Found(parent, segment, _) | Self::Under(parent, segment) => (parent.path(), segment),
        };
        match segment {
            Segment::Key(key) if parent.is_empty() => (*key).to_owned(),
            Segment::Key(key) => format!("{parent}.{key}"),
            Segment::Item(index) => format!("{parent}[{index}]"),
        }
    }
}

/// A handle by which a cursor to a visited value is found again.
#[derive(Debug)]
pub(crate) struct Handle {
    /// The byte offset of the nearest visited value at or above it.
    offset: usize,
    /// The path from that value.
    segments: Vec<Segment<'static>>,
    path: String,
}

impl Locate for Cursor<'_> {
    type Handle = Handle;

    fn handle(&self) -> Handle {
        let (mut visited, mut segments) = (self, Vec::new());
        while let Self::Under(parent, segment) = visited {
            segments.insert(0, *segment);
            visited = parent;
        }
        Handle { offset: visited.node().offset_in(self.document().text), segments, path: self.path() }
    }

    fn resolve(&self, handle: &Handle) -> Location {
        let document = self.document();
        let visited = document.text.get(handle.offset..).and_then(Node::first);
        let found =
            visited.map(|node| handle.segments.iter().fold(node, |node, segment| node.after(*segment)));
        let offset = found.map_or(handle.offset, |node| node.offset_in(document.text));
        document.location(offset, handle.path.clone())
    }

    fn location(&self) -> Location {
        let document = self.document();
        document.location(self.node().offset_in(document.text), self.path())
    }
}

/// The keys of an object, read once.
pub(crate) struct Members<'a> {
    at: &'a Cursor<'a>,
    members: Vec<(String, Node<'a>)>,
}

impl<'a> Members<'a> {
    /// Returns the value of a key, which need not exist.
    pub(crate) fn key(&self, key: &'static str) -> Cursor<'a> {
        let found = self.members.iter().rev().find(|(name, _)| name == key);
        found.map_or(Cursor::Under(self.at, Segment::Key(key)), |(_, node)| {
            Cursor::Found(self.at, Segment::Key(key), *node)
        })
    }

    /// Parses the value of a key as a `T`. Returns `None` if it is missing or not one.
    pub(crate) fn read<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        let (_, node) = self.members.iter().rev().find(|(name, _)| name == key)?;
        serde_json::from_str(node.text()).ok()
    }
}

impl<'a> Node<'a> {
    /// Returns the keys and values of an object; none if this is not an object.
    fn members(self) -> Vec<(String, Self)> {
        match self.shape() {
            Ok(Shape::Object(members)) => members,
            _ => Vec::new(),
        }
    }

    /// Returns the value one segment below, or this value if there is none. The last one of
    /// duplicate keys counts.
    fn after(self, segment: Segment<'_>) -> Self {
        let found = match segment {
            Segment::Key(key) => {
                self.members().into_iter().rev().find_map(|(name, node)| (name == key).then_some(node))
            }
            Segment::Item(index) => self.items().get(index).copied(),
        };
        found.unwrap_or(self)
    }

    /// Returns the items of a list; none if this is not a list.
    fn items(self) -> Vec<Self> {
        match self.shape() {
            Ok(Shape::List(items)) => items,
            _ => Vec::new(),
        }
    }
}
