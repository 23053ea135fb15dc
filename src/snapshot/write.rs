//! Formats a snapshot, or a part of one, as the text of its file.

use serde::Serialize;

use super::json::{Node, Shape};

/// Formats a snapshot or a part of one as JSON, always with the same bytes.
///
/// Keys are in the order of the model. So that git shows what changed, each
/// field has a line of its own, indented by one space per level; only a list of
/// plain values (ids, themes) and a ring of an outline are in one line. The text
/// ends with a newline.
///
/// # Errors
///
/// A number is not finite, which no built or loaded snapshot has.
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
            for (index, (key, value)) in members.into_iter().enumerate() {
                start_line(index, depth + 1, text);
                text.push_str(&serde_json::to_string(&key)?);
                text.push_str(": ");
                lay_out(value, depth + 1, text)?;
            }
            end_line(depth, text);
            text.push('}');
        }
        Shape::List(items) if !items.iter().copied().all(is_plain) && !is_ring(&items) => {
            text.push('[');
            for (index, item) in items.into_iter().enumerate() {
                start_line(index, depth + 1, text);
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

/// Returns whether a value is neither a list nor an object.
fn is_plain(node: Node<'_>) -> bool {
    !node.text().starts_with(['[', '{'])
}

/// Returns whether a list has `[longitude, latitude]` pairs only.
fn is_ring(items: &[Node<'_>]) -> bool {
    items.iter().all(|item| {
        matches!(item.shape(), Ok(Shape::List(pair)) if pair.len() == 2 && pair.iter().copied().all(is_plain))
    })
}

fn start_line(index: usize, depth: usize, text: &mut String) {
    if index > 0 {
        text.push(',');
    }
    end_line(depth, text);
}

fn end_line(depth: usize, text: &mut String) {
    text.push('\n');
    text.extend(std::iter::repeat_n(' ', depth));
}
