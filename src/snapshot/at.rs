//! Values in a JSON document, by the way that leads to them.

use serde::de::DeserializeOwned;

use super::document::Document;
use super::place::Place;
use super::problem::Locate;
use super::tree::{Node, Shape};

/// A value in a JSON document. Its path is only written, and what was not
/// visited yet only looked up, when something is reported of it.
#[derive(Clone, Copy)]
pub(crate) enum At<'a> {
    /// The root of a document.
    Root(&'a Document<'a>, Node<'a>),
    /// A value that was visited.
    Found(&'a At<'a>, Step<'a>, Node<'a>),
    /// A value that may not even be there.
    Under(&'a At<'a>, Step<'static>),
}

/// One step down a document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'a> {
    /// The value of a key of an object.
    Key(&'a str),
    /// An item of a list.
    Item(usize),
}

impl<'a> At<'a> {
    /// The value of a key.
    pub(crate) const fn key(&'a self, key: &'static str) -> Self {
        Self::Under(self, Step::Key(key))
    }

    /// An item of a list.
    pub(crate) const fn item(&'a self, index: usize) -> Self {
        Self::Under(self, Step::Item(index))
    }

    /// All items of a list; none of anything else.
    pub(crate) fn items(&'a self) -> Vec<Self> {
        let nodes = self.node().items().into_iter().enumerate();
        nodes.map(|(index, node)| Self::Found(self, Step::Item(index), node)).collect()
    }

    /// Visits the items of a list, one in memory at a time; none of anything else.
    pub(crate) fn each_item(&self, mut visit: impl FnMut(&At<'_>)) {
        let mut index = 0;
        self.node().each_item(|node| {
            visit(&At::Found(self, Step::Item(index), node));
            index += 1;
        });
    }

    /// All keys of an object, to take several of its values.
    pub(crate) fn fields(&'a self) -> Fields<'a> {
        Fields { at: self, members: self.node().members() }
    }

    fn document(&self) -> &'a Document<'a> {
        match self {
            Self::Root(document, _) => document,
            Self::Found(parent, ..) | Self::Under(parent, _) => parent.document(),
        }
    }

    /// Its node, or the nearest one above that the document has.
    pub(crate) fn node(&self) -> Node<'a> {
        match self {
            Self::Root(_, node) | Self::Found(_, _, node) => *node,
            Self::Under(parent, step) => parent.node().after(*step),
        }
    }

    /// The value as a `T`; `None` where it is none, which
    /// [`structure`](super::structure) reports.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.node().text()).ok()
    }

    /// All items of a list that are a `T`, each with its place.
    pub(crate) fn read_items<T: DeserializeOwned>(&'a self) -> Vec<(Self, T)> {
        self.items().into_iter().filter_map(|at| Some((at, at.read()?))).collect()
    }

    fn path(&self) -> String {
        let (parent, step) = match self {
            Self::Root(..) => return String::new(),
            Self::Found(parent, step, _) | Self::Under(parent, step) => (parent.path(), step),
        };
        match step {
            Step::Key(key) if parent.is_empty() => (*key).to_owned(),
            Step::Key(key) => format!("{parent}.{key}"),
            Step::Item(index) => format!("{parent}[{index}]"),
        }
    }
}

/// The way back to a value that was passed.
#[derive(Debug)]
pub(crate) struct Trace {
    /// Where the nearest value at or above it that was visited starts.
    offset: usize,
    /// The steps from there.
    steps: Vec<Step<'static>>,
    path: String,
}

impl Locate for At<'_> {
    type Trace = Trace;

    fn trace(&self) -> Trace {
        let (mut visited, mut steps) = (self, Vec::new());
        while let Self::Under(parent, step) = visited {
            steps.insert(0, *step);
            visited = parent;
        }
        Trace { offset: visited.node().offset_in(self.document().text), steps, path: self.path() }
    }

    fn follow(&self, trace: &Trace) -> Place {
        let document = self.document();
        let visited = document.text.get(trace.offset..).and_then(Node::first);
        let found = visited.map(|node| trace.steps.iter().fold(node, |node, step| node.after(*step)));
        let offset = found.map_or(trace.offset, |node| node.offset_in(document.text));
        document.place(offset, trace.path.clone())
    }

    fn place(&self) -> Place {
        let document = self.document();
        document.place(self.node().offset_in(document.text), self.path())
    }
}

/// The keys of an object, read once.
pub(crate) struct Fields<'a> {
    at: &'a At<'a>,
    members: Vec<(String, Node<'a>)>,
}

impl<'a> Fields<'a> {
    /// The value of a key.
    pub(crate) fn key(&self, key: &'static str) -> At<'a> {
        let found = self.members.iter().rev().find(|(name, _)| name == key);
        found
            .map_or(At::Under(self.at, Step::Key(key)), |(_, node)| At::Found(self.at, Step::Key(key), *node))
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

    /// The value one step down, or itself where there is none; of a key that
    /// comes twice the last one counts.
    fn after(self, step: Step<'_>) -> Self {
        let found = match step {
            Step::Key(key) => {
                self.members().into_iter().rev().find_map(|(name, node)| (name == key).then_some(node))
            }
            Step::Item(index) => self.items().get(index).copied(),
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
