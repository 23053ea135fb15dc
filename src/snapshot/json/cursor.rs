//! Values in a JSON document, by the way that leads to them.

use serde::de::DeserializeOwned;

use super::node::{Node, Shape};
use super::text::JsonText;
use crate::snapshot::location::Location;
use crate::snapshot::problem::Locate;

/// A value in a JSON document. Its path is only written, and what was not
/// visited yet only looked up, when something is reported of it.
#[derive(Clone, Copy)]
pub(crate) enum Cursor<'a> {
    /// The root of a document.
    Root(&'a JsonText<'a>, Node<'a>),
    /// A value that was visited.
    Found(&'a Cursor<'a>, Segment<'a>, Node<'a>),
    /// A value that may not even be there.
    Under(&'a Cursor<'a>, Segment<'static>),
}

/// One segment down a document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Segment<'a> {
    /// The value of a key of an object.
    Key(&'a str),
    /// An item of a list.
    Item(usize),
}

impl<'a> Cursor<'a> {
    /// The value of a key.
    pub(crate) const fn key(&'a self, key: &'static str) -> Self {
        Self::Under(self, Segment::Key(key))
    }

    /// An item of a list.
    pub(crate) const fn item(&'a self, index: usize) -> Self {
        Self::Under(self, Segment::Item(index))
    }

    /// All items of a list; none of anything else.
    pub(crate) fn items(&'a self) -> Vec<Self> {
        let nodes = self.node().items().into_iter().enumerate();
        nodes.map(|(index, node)| Self::Found(self, Segment::Item(index), node)).collect()
    }

    /// Visits the items of a list, one in memory at a time; none of anything else.
    pub(crate) fn each_item(&self, mut visit: impl FnMut(&Cursor<'_>)) {
        let mut index = 0;
        self.node().each_item(|node| {
            visit(&Cursor::Found(self, Segment::Item(index), node));
            index += 1;
        });
    }

    /// All keys of an object, to take several of its values.
    pub(crate) fn fields(&'a self) -> Members<'a> {
        Members { at: self, members: self.node().members() }
    }

    fn document(&self) -> &'a JsonText<'a> {
        match self {
            Self::Root(document, _) => document,
            Self::Found(parent, ..) | Self::Under(parent, _) => parent.document(),
        }
    }

    /// Its node, or the nearest one above that the document has.
    pub(crate) fn node(&self) -> Node<'a> {
        match self {
            Self::Root(_, node) | Self::Found(_, _, node) => *node,
            Self::Under(parent, segment) => parent.node().after(*segment),
        }
    }

    /// The value as a `T`; `None` where it is none, which
    /// [`structure`](crate::snapshot::structure) reports.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.node().text()).ok()
    }

    /// All items of a list that are a `T`, each with its location.
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

/// The way back to a value that was passed.
#[derive(Debug)]
pub(crate) struct Handle {
    /// Where the nearest value at or above it that was visited starts.
    offset: usize,
    /// The segments from there.
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
    /// The value of a key.
    pub(crate) fn key(&self, key: &'static str) -> Cursor<'a> {
        let found = self.members.iter().rev().find(|(name, _)| name == key);
        found.map_or(Cursor::Under(self.at, Segment::Key(key)), |(_, node)| {
            Cursor::Found(self.at, Segment::Key(key), *node)
        })
    }

    /// The value of a key as a `T`; `None` where it is missing or none.
    pub(crate) fn read<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        let (_, node) = self.members.iter().rev().find(|(name, _)| name == key)?;
        serde_json::from_str(node.text()).ok()
    }
}

impl<'a> Node<'a> {
    /// The keys and values of an object; none of anything else.
    fn members(self) -> Vec<(String, Self)> {
        match self.shape() {
            Ok(Shape::Object(members)) => members,
            _ => Vec::new(),
        }
    }

    /// The value one segment down, or itself where there is none; of a key that
    /// comes twice the last one counts.
    fn after(self, segment: Segment<'_>) -> Self {
        let found = match segment {
            Segment::Key(key) => {
                self.members().into_iter().rev().find_map(|(name, node)| (name == key).then_some(node))
            }
            Segment::Item(index) => self.items().get(index).copied(),
        };
        found.unwrap_or(self)
    }

    /// The items of a list; none of anything else.
    fn items(self) -> Vec<Self> {
        match self.shape() {
            Ok(Shape::List(items)) => items,
            _ => Vec::new(),
        }
    }
}
