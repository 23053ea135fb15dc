//! Checks a JSON document against the model: its fields, its types and the rules for each value.
//!
//! serde stops at the first error. This walks the document alongside the JSON
//! Schema that `schemars` derives from the model, and reports all of them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use rustc_hash::FxHashMap;
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value};

use super::json::{Cursor, Handle, Segment};
use super::json::{Node, Shape};
use super::problem::{Detail, Problems, Violation};
use super::rules::entity::{Entity, Known, Role, roles};
use super::rules::unique::Seen;
use super::rules::value::ValueRule;
use super::rules::{format, parse};
use super::spelling::closest_match;
use crate::progress::Progress;

/// Reports everything at `at` that keeps it from being a `T` or breaks a rule
/// for one value: its form, its uniqueness if it is an id, and that an id it
/// refers to is `known`.
pub(crate) fn check<T: JsonSchema>(at: &Cursor<'_>, known: &Known, problems: &mut Problems) {
    let schema = SchemaGenerator::new(SchemaSettings::draft2020_12()).into_root_schema_for::<T>();
    let schema = schema.as_value();
    let definitions = schema.get("$defs").and_then(Value::as_object);
    let names = definitions.into_iter().flat_map(Map::keys).map(String::as_str).chain(title(schema));
    let roles = names.map(|name| (name, roles(name))).collect();
    Walk { definitions, roles: &roles, known, seen: FxHashMap::default(), problems }.value(
        schema,
        at,
        Role::default(),
    );
}

/// Returns the name of the type that a root schema describes.
fn title(schema: &Value) -> Option<&str> {
    schema.get("title").and_then(Value::as_str)
}

struct Walk<'a> {
    definitions: Option<&'a Map<String, Value>>,
    /// The roles of fields, by type and name.
    roles: &'a FxHashMap<&'a str, BTreeMap<&'static str, Role>>,
    known: &'a Known,
    /// The ids of the lists that the walk is in.
    seen: FxHashMap<Entity, Seen<Handle>>,
    problems: &'a mut Problems,
}

impl<'a> Walk<'a> {
    /// Follows `$ref`. Also returns the name of the type that it refers to.
    fn resolve(&self, schema: &'a Value) -> (&'a Value, Option<&'a str>) {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix("#/$defs/"));
        let found = name.and_then(|name| self.definitions?.get(name));
        (found.unwrap_or(schema), name)
    }

    fn value(&mut self, schema: &'a Value, at: &Cursor<'_>, role: Role) {
        // A list may be most of the file, so its items are parsed one by one below.
        let node = at.node();
        let shape = if node.is_list() { Ok(Shape::List(Vec::new())) } else { node.shape() };
        let Ok(shape) = shape else {
            return self.problems.add(at, node.text(), Violation::new(format::BROKEN_STRING));
        };
        let (schema, name) = self.resolve(schema);
        let branches = schema.get("anyOf").and_then(Value::as_array);
        let found = kind_of(&shape);
        let fitting =
            branches.and_then(|branches| branches.iter().find(|branch| self.kind(branch) == Some(found)));
        if let Some(branch) = fitting {
            return self.value(branch, at, role);
        }
        let expected = self.kind(schema).or_else(|| self.kind(branches?.first()?));
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            let violation = Violation::new(format::WRONG_TYPE);
            let violation =
                violation.with("expected", Detail::Key(expected)).with("found", Detail::Key(found));
            return self.problems.add(at, node.text(), violation);
        }
        match shape {
            Shape::Object(members) => self.object(schema, name.or_else(|| title(schema)), at, &members),
            Shape::List(_) => self.list(schema, at, role),
            Shape::Number(text) => self.number(schema, at, text),
            Shape::Text(text) => self.text(schema, at, &text, role),
            Shape::Null | Shape::Bool => {}
        }
    }

    fn object(
        &mut self,
        schema: &'a Value,
        name: Option<&str>,
        at: &Cursor<'_>,
        members: &[(String, Node<'_>)],
    ) {
        let Some(fields) = schema.get("properties").and_then(Value::as_object) else { return };
        let roles = name.and_then(|name| self.roles.get(name));
        let present: HashSet<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
        let mut seen = HashSet::with_capacity(present.len());
        for (key, value) in members {
            let at = Cursor::Found(at, Segment::Key(key), *value);
            if !seen.insert(key) {
                self.problems.add(&at, key, Violation::new(format::DUPLICATE_KEY));
            }
            if let Some(field) = fields.get(key) {
                let role = roles.and_then(|roles| roles.get(key.as_str())).copied();
                self.value(field, &at, role.unwrap_or_default());
                continue;
            }
            let missing = fields.keys().map(String::as_str).filter(|field| !present.contains(field));
            let violation = match closest_match(key, missing) {
                None => Violation::new(format::UNKNOWN_FIELD),
                nearest => Violation::new(format::MISSPELT_FIELD).suggest(nearest),
            };
            self.problems.add(&at, key, violation);
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        for field in required.filter_map(Value::as_str).filter(|field| !present.contains(field)) {
            let unknown = present.iter().copied().filter(|key| !fields.contains_key(*key));
            let violation =
                Violation::new(format::MISSING_FIELD).suggest_misspelt(closest_match(field, unknown));
            self.problems.add(at, field, violation);
        }
    }

    fn list(&mut self, schema: &'a Value, at: &Cursor<'_>, role: Role) {
        let length = |bound| usize::try_from(schema.get(bound)?.as_u64()?).ok();
        if let (Some(min), Some(max)) = (length("minItems"), length("maxItems")) {
            let mut found = 0;
            at.each_item(|_| found += 1);
            if !(min..=max).contains(&found) {
                let violation =
                    Violation::new(format::WRONG_LENGTH).with("expected", min).with("found", found);
                return self.problems.add(at, at.node().text(), violation);
            }
        }
        let Some(schema) = schema.get("items") else { return };
        let roles = self.resolve(schema).1.and_then(|name| self.roles.get(name));
        let entity = roles.and_then(|roles| roles.values().find_map(|role| role.id_of));
        // Parts of a recommendation share their ids with the list around them.
        let entity = entity.filter(|entity| !self.seen.contains_key(entity));
        self.seen.extend(entity.map(|entity| (entity, Seen::new(entity))));
        let progress = at.is_member_of_root().then(Progress::current);
        at.each_item(|item| {
            self.value(schema, item, role);
            progress.iter().for_each(|progress| progress.advance(item.node().text().len()));
        });
        entity.map(|entity| self.seen.remove(&entity));
    }

    fn number(&mut self, schema: &'a Value, at: &Cursor<'_>, text: &str) {
        let number = match schema.get("format").and_then(Value::as_str) {
            Some("uint32") => parse::whole_number::<u32>(text).map(f64::from),
            Some("int16") => parse::whole_number::<i16>(text).map(f64::from),
            _ => parse::number(text),
        };
        let Some(number) = self.problems.keep(at, text, number) else { return };
        let bound = |name| schema.get(name).and_then(Value::as_f64);
        let result = match (schema.get("enum"), bound("minimum"), bound("maximum")) {
            (Some(allowed), ..) => check_enum(allowed, text),
            (None, Some(min), Some(max)) => parse::in_range(number, min, max).map(|_| ()),
            _ => Ok(()),
        };
        if let Err(violation) = result {
            self.problems.add(at, &number.to_string(), violation);
        }
    }

    fn text(&mut self, schema: &'a Value, at: &Cursor<'_>, text: &str, role: Role) {
        let result = match role.link {
            Some(link) => self.known.check_link(link, text),
            None => check_constraints(schema, text),
        };
        for violation in parse::check_text(text).chain(result.err()) {
            self.problems.add(at, text, violation);
        }
        if let Some(seen) = role.id_of.and_then(|entity| self.seen.get_mut(&entity)) {
            self.problems.keep(at, text, seen.first(text, at));
        }
    }

    /// Returns what messages call the values of a schema without alternatives.
    fn kind(&self, schema: &'a Value) -> Option<&'static str> {
        let (schema, _) = self.resolve(schema);
        let name = match schema.get("type") {
            Some(name) => name.as_str(),
            None => schema.get("oneOf").map(|_| "string"),
        };
        Some(match name? {
            "null" => "problem-kind-null",
            "boolean" => "problem-kind-boolean",
            "integer" | "number" => "problem-kind-number",
            "string" => "problem-kind-text",
            "array" => "problem-kind-list",
            "object" => "problem-kind-object",
            _ => return None,
        })
    }
}

/// Returns what messages call a value.
const fn kind_of(shape: &Shape<'_>) -> &'static str {
    match shape {
        Shape::Null => "problem-kind-null",
        Shape::Bool => "problem-kind-boolean",
        Shape::Number(_) => "problem-kind-number",
        Shape::Text(_) => "problem-kind-text",
        Shape::List(_) => "problem-kind-list",
        Shape::Object(_) => "problem-kind-object",
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
    let words = allowed.as_array().into_iter().flatten();
    let words: Vec<Cow<'_, str>> =
        words.map(|word| word.as_str().map_or_else(|| word.to_string().into(), Cow::from)).collect();
    parse::one_of(parse::NOT_ONE_OF, text, &words.iter().map(|word| &**word).collect::<Vec<_>>()).map(|_| ())
}
