//! A snapshot, or a part of one, as the text of its file.

use serde::Serialize;

use super::tree::{Node, Shape};

/// A snapshot or a part of one as JSON: the same bytes for the same snapshot.
///
/// Keys stand in the order of the model. A field a line, one space a level,
/// so that git shows what changed; only a list of plain values (ids, themes)
/// and a ring of an outline keep to one line. Ends with a newline.
///
/// # Errors
///
/// When a number cannot be written in JSON: no snapshot that was built or
/// loaded has one.
pub fn to_json(snapshot: &impl Serialize) -> Result<String, serde_json::Error> {
    let compact = serde_json::to_string(snapshot)?;
    let mut text = String::with_capacity(compact.len() * 2);
    lay_out(Node::root(&compact)?, 0, &mut text)?;
    text.push('\n');
    Ok(text)
}

fn lay_out(node: Node<'_>, depth: usize, text: &mut String) -> Result<(), serde_json::Error> {
    match node.shape()? {
        Shape::Object(members) if !members.is_empty() => {
            text.push('{');
            for (place, (key, value)) in members.into_iter().enumerate() {
                start_line(place, depth + 1, text);
                text.push_str(&serde_json::to_string(&key)?);
                text.push_str(": ");
                lay_out(value, depth + 1, text)?;
            }
            end_line(depth, text);
            text.push('}');
        }
        Shape::List(items) if !items.iter().copied().all(is_plain) && !is_ring(&items) => {
            text.push('[');
            for (place, item) in items.into_iter().enumerate() {
                start_line(place, depth + 1, text);
                lay_out(item, depth + 1, text)?;
            }
            end_line(depth, text);
            text.push(']');
        }
        Shape::List(items) if items.iter().copied().all(is_plain) => {
            let items: Vec<_> = items.into_iter().map(Node::text).collect();
            text.push('[');
            text.push_str(&items.join(", "));
            text.push(']');
        }
        _ => text.push_str(node.text()),
    }
    Ok(())
}

/// Neither a list nor an object.
fn is_plain(node: Node<'_>) -> bool {
    !node.text().starts_with(['[', '{'])
}

/// A list of `[longitude, latitude]` pairs.
fn is_ring(items: &[Node<'_>]) -> bool {
    items.iter().all(|item| {
        matches!(item.shape(), Ok(Shape::List(pair)) if pair.len() == 2 && pair.iter().copied().all(is_plain))
    })
}

fn start_line(place: usize, depth: usize, text: &mut String) {
    if place > 0 {
        text.push(',');
    }
    end_line(depth, text);
}

fn end_line(depth: usize, text: &mut String) {
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', depth));
}
