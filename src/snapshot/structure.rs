//! Checks a JSON document against the model: its fields, its types and the rules for each value.
//!
//! serde stops at the first error. This walks the document alongside the JSON
//! Schema that `schemars` derives from the model, and reports all of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value};

use super::document::Document;
use super::nearest::nearest;
use super::place::Place;
use super::problem::{Detail, Locate, Problems, Violation};
use super::rules::entity::{self, Entity, Known, Role};
use super::rules::unique::Seen;
use super::rules::value::ValueRule;
use super::rules::{format, parse};
use super::tree::{Node, Shape};

/// Reports everything in `node`, a part of `document`, that keeps it from being
/// a `T` or breaks a rule for one value: its form, its uniqueness if it is an
/// id, and that an id it refers to is `known`.
pub(crate) fn check<T: JsonSchema>(
    document: &Document<'_>,
    node: Node<'_>,
    known: &Known,
    problems: &mut Problems,
) {
    let schema = SchemaGenerator::new(SchemaSettings::draft2020_12()).into_root_schema_for::<T>();
    let schema = schema.as_value();
    let definitions = schema.get("$defs").and_then(Value::as_object);
    let names = definitions.into_iter().flat_map(Map::keys).map(String::as_str).chain(record(schema));
    let roles = names.map(|name| (name, entity::roles(name))).collect();
    let mut walk =
        Walk { document, definitions, roles, known, seen: HashMap::new(), path: String::new(), problems };
    walk.value(schema, node, Role::default());
}

/// Returns the name of the type that a root schema describes.
fn record(schema: &Value) -> Option<&str> {
    schema.get("title").and_then(Value::as_str)
}

struct Walk<'a> {
    document: &'a Document<'a>,
    definitions: Option<&'a Map<String, Value>>,
    /// By record, then by field.
    roles: HashMap<&'a str, BTreeMap<&'static str, Role>>,
    known: &'a Known,
    /// The ids of the lists that the walk is in.
    seen: HashMap<Entity, Seen<Trace>>,
    path: String,
    problems: &'a mut Problems,
}

/// The offset in bytes and the path of a value that the walk passed.
type Trace = (usize, String);

/// A value at the current path.
struct Here<'a> {
    document: &'a Document<'a>,
    offset: usize,
    path: &'a str,
}

impl Locate for Here<'_> {
    type Trace = Trace;

    fn place(&self) -> Place {
        self.document.place(self.offset, self.path.to_owned())
    }

    fn trace(&self) -> Trace {
        (self.offset, self.path.to_owned())
    }

    fn follow(&self, (offset, path): &Trace) -> Place {
        self.document.place(*offset, path.clone())
    }
}

impl<'a> Walk<'a> {
    fn report(&mut self, node: Node<'_>, value: &str, violation: Violation) {
        let offset = node.offset_in(self.document.text);
        self.problems.add(&Here { document: self.document, offset, path: &self.path }, value, violation);
    }

    /// Runs `inside` one step further down the path.
    fn step(&mut self, step: &str, inside: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        inside(self);
        self.path.truncate(length);
    }

    /// Follows `$ref`. Also returns the name of the type that it refers to.
    fn resolve(&self, schema: &'a Value) -> (&'a Value, Option<&'a str>) {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix("#/$defs/"));
        let found = name.and_then(|name| self.definitions?.get(name));
        (found.unwrap_or(schema), name)
    }

    fn value(&mut self, schema: &'a Value, node: Node<'_>, role: Role) {
        // A list may be most of the file, so its items are parsed one by one below.
        let shape = if node.is_list() { Ok(Shape::List(Vec::new())) } else { node.shape() };
        let Ok(shape) = shape else {
            return self.report(node, node.text(), Violation::new(format::BROKEN_STRING));
        };
        let (schema, name) = self.resolve(schema);
        let branches = schema.get("anyOf").and_then(Value::as_array);
        let found = Kind::of(&shape);
        let fitting =
            branches.and_then(|branches| branches.iter().find(|branch| self.kind(branch) == Some(found)));
        if let Some(branch) = fitting {
            return self.value(branch, node, role);
        }
        let expected = self.kind(schema).or_else(|| self.kind(branches?.first()?));
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            let violation = Violation::new(format::WRONG_TYPE);
            let violation = violation.with("expected", expected.noun()).with("found", found.noun());
            return self.report(node, node.text(), violation);
        }
        match shape {
            Shape::Object(members) => self.object(schema, name, node, &members),
            Shape::List(_) => self.list(schema, node, role),
            Shape::Number(text) => self.number(schema, node, text),
            Shape::Text(text) => self.text(schema, node, &text, role),
            Shape::Null | Shape::Bool => {}
        }
    }

    fn object(
        &mut self,
        schema: &'a Value,
        name: Option<&str>,
        node: Node<'_>,
        members: &[(String, Node<'_>)],
    ) {
        let Some(fields) = schema.get("properties").and_then(Value::as_object) else { return };
        let present: HashSet<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
        let missing = || fields.keys().map(String::as_str).filter(|field| !present.contains(field));
        let mut seen = HashSet::with_capacity(present.len());
        let roles = name.or_else(|| record(schema)).and_then(|name| self.roles.get(name)).cloned();
        for (key, value) in members {
            let step = if self.path.is_empty() { key.clone() } else { format!(".{key}") };
            self.step(&step, |walk| {
                if !seen.insert(key) {
                    walk.report(*value, key, Violation::new(format::DUPLICATE_KEY));
                }
                let Some(field) = fields.get(key) else {
                    let violation = match nearest(key, missing()) {
                        None => Violation::new(format::UNKNOWN_FIELD),
                        nearest => Violation::new(format::MISSPELT_FIELD).suggest(nearest),
                    };
                    return walk.report(*value, key, violation);
                };
                let role = roles.as_ref().and_then(|roles| roles.get(key.as_str())).copied();
                walk.value(field, *value, role.unwrap_or_default());
            });
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        for field in required.filter_map(Value::as_str).filter(|field| !present.contains(field)) {
            let unknown =
                members.iter().map(|(key, _)| key.as_str()).filter(|key| !fields.contains_key(*key));
            let violation = Violation::new(format::MISSING_FIELD).suggest_misspelt(nearest(field, unknown));
            self.report(node, field, violation);
        }
    }

    fn list(&mut self, schema: &'a Value, node: Node<'_>, role: Role) {
        let length = |bound| schema.get(bound).and_then(Value::as_u64);
        if let (Some(min), Some(max)) = (length("minItems"), length("maxItems")) {
            let mut found = 0;
            node.each_item(|_| found += 1);
            if !(min..=max).contains(&found) {
                let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
                let violation = Violation::new(format::WRONG_LENGTH);
                let violation = violation.with("expected", count(min)).with("found", count(found));
                return self.report(node, node.text(), violation);
            }
        }
        let Some(schema) = schema.get("items") else { return };
        let roles = self.resolve(schema).1.and_then(|name| self.roles.get(name));
        let entity = roles.and_then(|roles| roles.values().find_map(|role| role.id_of));
        // Parts of a recommendation share their ids with the list around them.
        let entity = entity.filter(|entity| !self.seen.contains_key(entity));
        if let Some(entity) = entity {
            self.seen.insert(entity, Seen::new(entity));
        }
        let mut index = 0;
        node.each_item(|item| {
            self.step(&format!("[{index}]"), |walk| walk.value(schema, item, role));
            index += 1;
        });
        if let Some(entity) = entity {
            self.seen.remove(&entity);
        }
    }

    fn number(&mut self, schema: &'a Value, node: Node<'_>, text: &str) {
        let number = match schema.get("format").and_then(Value::as_str) {
            Some("uint32") => parse::whole_number::<u32>(text).map(f64::from),
            Some("int16") => parse::whole_number::<i16>(text).map(f64::from),
            _ => parse::number(text),
        };
        let number = match number {
            Ok(number) => number,
            Err(violation) => return self.report(node, text, violation),
        };
        let bound = |name| schema.get(name).and_then(Value::as_f64);
        let result = match (schema.get("enum"), bound("minimum"), bound("maximum")) {
            (Some(allowed), ..) => check_enum(allowed, text),
            (None, Some(min), Some(max)) => parse::in_range(number, min, max).map(|_| ()),
            _ => Ok(()),
        };
        if let Err(violation) = result {
            self.report(node, &number.to_string(), violation);
        }
    }

    fn text(&mut self, schema: &'a Value, node: Node<'_>, text: &str, role: Role) {
        let violation = match role.link {
            Some(link) => self.known.check_link(link, text),
            None => check_constraints(schema, text),
        };
        for violation in parse::check_text(text).chain(violation.err()) {
            self.report(node, text, violation);
        }
        let here =
            Here { document: self.document, offset: node.offset_in(self.document.text), path: &self.path };
        if let Some(seen) = role.id_of.and_then(|entity| self.seen.get_mut(&entity)) {
            self.problems.keep(&here, text, seen.first(text, &here));
        }
    }

    /// The kind of value that a schema without alternatives has.
    fn kind(&self, schema: &'a Value) -> Option<Kind> {
        let (schema, _) = self.resolve(schema);
        let name = match schema.get("type") {
            Some(name) => name.as_str(),
            None => schema.get("oneOf").and_then(Value::as_array).map(|_| "string"),
        };
        Some(match name? {
            "null" => Kind::Null,
            "boolean" => Kind::Boolean,
            "integer" | "number" => Kind::Number,
            "string" => Kind::Text,
            "array" => Kind::List,
            "object" => Kind::Object,
            _ => return None,
        })
    }
}

/// Tests a text against what its schema demands.
fn check_constraints(schema: &Value, text: &str) -> Result<(), Violation> {
    if let Some(variants) = schema.get("oneOf").and_then(Value::as_array) {
        let words = variants.iter().filter_map(|variant| variant.get("const")?.as_str());
        return parse::one_of(parse::NOT_A_VARIANT, text, &words.collect::<Vec<_>>()).map(|_| ());
    }
    if let Some(allowed) = schema.get("enum") {
        return check_enum(allowed, text);
    }
    if text.is_empty() && schema.get("minLength").is_some() {
        return Err(Violation::new(parse::EMPTY));
    }
    let pattern = schema.get("pattern").and_then(Value::as_str);
    pattern.and_then(ValueRule::by_pattern).map_or(Ok(()), |rule| rule.check(text))
}

/// Tests that a value, as it is written, is one of the texts or numbers of an `enum`.
fn check_enum(allowed: &Value, text: &str) -> Result<(), Violation> {
    let words = allowed.as_array().map(Vec::as_slice).unwrap_or_default();
    if words.iter().any(|word| word.as_str() == Some(text)) {
        return Ok(());
    }
    let words = words.iter().map(|word| word.as_str().map_or_else(|| word.to_string(), str::to_owned));
    let words: Vec<String> = words.collect();
    parse::one_of(parse::NOT_ONE_OF, text, &words.iter().map(String::as_str).collect::<Vec<_>>()).map(|_| ())
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Null,
    Boolean,
    Number,
    Text,
    List,
    Object,
}

impl Kind {
    const fn of(shape: &Shape<'_>) -> Self {
        match shape {
            Shape::Null => Self::Null,
            Shape::Bool => Self::Boolean,
            Shape::Number(_) => Self::Number,
            Shape::Text(_) => Self::Text,
            Shape::List(_) => Self::List,
            Shape::Object(_) => Self::Object,
        }
    }

    /// Returns what messages call it.
    const fn noun(self) -> Detail {
        Detail::Key(match self {
            Self::Null => "problem-kind-null",
            Self::Boolean => "problem-kind-boolean",
            Self::Number => "problem-kind-number",
            Self::Text => "problem-kind-text",
            Self::List => "problem-kind-list",
            Self::Object => "problem-kind-object",
        })
    }
}
