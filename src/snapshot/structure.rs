//! Does a JSON document have the fields and types of the model?
//!
//! serde stops at the first fault. This goes through the document beside the
//! schema that `schemars` makes from the model and names all of them.

use std::collections::HashSet;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value};

use super::document::Document;
use super::nearest::nearest;
use super::problem::{Fault, Kind, Problems};
use super::rules;
use super::tree::{Node, Shape};

/// Notes every place where `node`, a part of `document`, is not what a `T` is made of.
/// Fields that a `T` does not have are among them.
pub(crate) fn faults<T: JsonSchema>(document: &Document<'_>, node: Node<'_>, problems: &mut Problems) {
    let schema = SchemaGenerator::new(SchemaSettings::draft2020_12()).into_root_schema_for::<T>();
    let schema = schema.as_value();
    let definitions = schema.get("$defs").and_then(Value::as_object);
    Walk { document, definitions, path: String::new(), problems }.value(schema, node);
}

struct Walk<'a> {
    document: &'a Document<'a>,
    definitions: Option<&'a Map<String, Value>>,
    path: String,
    problems: &'a mut Problems,
}

impl<'a> Walk<'a> {
    fn report(&mut self, node: Node<'_>, value: &str, fault: Fault) {
        let place = || self.document.place(node.offset_in(self.document.text), self.path.clone());
        self.problems.add_at(place, value, fault);
    }

    /// Does `inside` one step further down the path.
    fn step(&mut self, step: &str, inside: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        inside(self);
        self.path.truncate(length);
    }

    /// The schema that `$ref` leads to, and its name.
    fn resolve(&self, schema: &'a Value) -> (&'a Value, Option<&'a str>) {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix("#/$defs/"));
        let found = name.and_then(|name| self.definitions?.get(name));
        (found.unwrap_or(schema), name)
    }

    fn value(&mut self, schema: &'a Value, node: Node<'_>) {
        // A list may be most of the file: its items are taken one by one below.
        let shape = if node.is_list() { Ok(Shape::List(Vec::new())) } else { node.shape() };
        let Ok(shape) = shape else { return self.report(node, node.text(), Fault::BrokenString) };
        let (schema, name) = self.resolve(schema);
        let branches = schema.get("anyOf").and_then(Value::as_array);
        let fitting = branches
            .and_then(|branches| branches.iter().find(|branch| self.kind(branch) == Some(kind_of(&shape))));
        if let Some(branch) = fitting {
            return self.value(branch, node);
        }
        let expected = self.kind(schema).or_else(|| self.kind(branches?.first()?));
        if let Some(expected) = expected.filter(|expected| *expected != kind_of(&shape)) {
            return self.report(node, node.text(), Fault::WrongType { expected, found: kind_of(&shape) });
        }
        match shape {
            Shape::Object(members) => self.object(schema, node, &members),
            Shape::List(_) => self.list(schema, node),
            Shape::Number(text) => self.number(schema, node, text),
            Shape::Text(text) => {
                let allowed = constants(schema);
                let fault = match name {
                    Some("PartialDate") => rules::date(&text).err(),
                    _ if allowed.is_empty() => None,
                    _ => rules::one_of(&text, &allowed).err(),
                };
                rules::text(&text).chain(fault).for_each(|fault| self.report(node, &text, fault));
            }
            Shape::Null | Shape::Bool => {}
        }
    }

    fn object(&mut self, schema: &'a Value, node: Node<'_>, members: &[(String, Node<'_>)]) {
        let Some(fields) = schema.get("properties").and_then(Value::as_object) else { return };
        let present: HashSet<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
        let missing = || fields.keys().map(String::as_str).filter(|field| !present.contains(field));
        let mut seen = HashSet::with_capacity(present.len());
        for (key, value) in members {
            let step = if self.path.is_empty() { key.clone() } else { format!(".{key}") };
            self.step(&step, |walk| {
                if !seen.insert(key) {
                    walk.report(*value, key, Fault::DuplicateKey);
                }
                match fields.get(key) {
                    Some(field) => walk.value(field, *value),
                    None => {
                        let nearest = nearest(key, missing()).map(str::to_owned);
                        walk.report(*value, key, Fault::UnknownField { nearest });
                    }
                }
            });
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        for field in required.filter_map(Value::as_str).filter(|field| !present.contains(field)) {
            let unknown =
                members.iter().map(|(key, _)| key.as_str()).filter(|key| !fields.contains_key(*key));
            let nearest = nearest(field, unknown).map(str::to_owned);
            self.report(node, field, Fault::MissingField { nearest });
        }
    }

    fn list(&mut self, schema: &'a Value, node: Node<'_>) {
        let length = |bound| schema.get(bound).and_then(Value::as_u64);
        if let (Some(least), Some(most)) = (length("minItems"), length("maxItems")) {
            let mut found = 0;
            node.each_item(|_| found += 1);
            if !(least..=most).contains(&found) {
                let found = usize::try_from(found).unwrap_or(usize::MAX);
                return self.report(node, node.text(), Fault::WrongLength { expected: least, found });
            }
        }
        let Some(schema) = schema.get("items") else { return };
        let mut index = 0;
        node.each_item(|item| {
            self.step(&format!("[{index}]"), |walk| walk.value(schema, item));
            index += 1;
        });
    }

    fn number(&mut self, schema: &'a Value, node: Node<'_>, text: &str) {
        let fault = match schema.get("format").and_then(Value::as_str) {
            Some("uint32") => rules::whole_number::<u32>(text).err(),
            Some("int16") => rules::whole_number::<i16>(text).err(),
            _ => rules::number(text).err(),
        };
        if let Some(fault) = fault {
            self.report(node, text, fault);
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

/// The words that an enumeration has.
fn constants(schema: &Value) -> Vec<&str> {
    let variants = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    variants.filter_map(|variant| variant.get("const")?.as_str()).collect()
}

const fn kind_of(shape: &Shape<'_>) -> Kind {
    match shape {
        Shape::Null => Kind::Null,
        Shape::Bool => Kind::Boolean,
        Shape::Number(_) => Kind::Number,
        Shape::Text(_) => Kind::Text,
        Shape::List(_) => Kind::List,
        Shape::Object(_) => Kind::Object,
    }
}
