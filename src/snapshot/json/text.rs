//! Line and character of the values of a JSON file.

use std::sync::OnceLock;

use crate::snapshot::location::{Location, Target};

/// The distance of checkpoints, in bytes. A lookup reads at most this many.
const STRIDE: usize = 512;

/// The text of a JSON file, with an index of lines.
pub(crate) struct JsonText<'a> {
    /// Name of the file, as given.
    pub(crate) file: &'a str,
    /// Its complete text.
    pub(crate) text: &'a str,
    /// Built on the first lookup. The starts of lines do not suffice, since a snapshot may be a
    /// single line of many megabytes.
    checkpoints: OnceLock<Vec<Checkpoint>>,
}

/// The line and the character of a byte offset, both from 1.
#[derive(Clone, Copy)]
struct Checkpoint {
    offset: usize,
    line: usize,
    character: usize,
}

impl Checkpoint {
    const START: Self = Self { offset: 0, line: 1, character: 1 };

    fn step(&mut self, character: char) {
        self.offset += character.len_utf8();
        self.character += 1;
        if character == '\n' {
            (self.line, self.character) = (self.line + 1, 1);
        }
    }
}

impl<'a> JsonText<'a> {
    pub(crate) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, checkpoints: OnceLock::new() }
    }

    /// Returns the location of the value with this path, which starts at byte `offset`.
    pub(crate) fn location(&self, offset: usize, path: String) -> Location {
        let checkpoints = self.checkpoints.get_or_init(|| checkpoints(self.text));
        let before = checkpoints.partition_point(|checkpoint| checkpoint.offset <= offset).checked_sub(1);
        let mut at = before.and_then(|index| checkpoints.get(index)).copied().unwrap_or(Checkpoint::START);
        for character in self.text.get(at.offset..offset).unwrap_or_default().chars() {
            at.step(character);
        }
        Location {
            file: self.file.to_owned(),
            line: Some(at.line),
            character: Some(at.character),
            target: Target::Path(path),
        }
    }
}

fn checkpoints(text: &str) -> Vec<Checkpoint> {
    let mut at = Checkpoint::START;
    let mut checkpoints = vec![at];
    for character in text.chars() {
        let stride = at.offset / STRIDE;
        at.step(character);
        if at.offset / STRIDE > stride {
            checkpoints.push(at);
        }
    }
    checkpoints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let document = JsonText::new("f.json", "{\n \"é\": 1\n}");
        let location = |offset| {
            let location = document.location(offset, String::new());
            (location.line, location.character)
        };
        assert_eq!(location(0), (Some(1), Some(1)));
        assert_eq!(location(2), (Some(2), Some(1)));
        assert_eq!(location(9), (Some(2), Some(7)));
        assert_eq!(location(11), (Some(3), Some(1)));
    }

    #[test]
    fn a_place_far_into_a_long_line_is_counted_in_characters() {
        let text = format!("[\n\"{}\", 1]", "é".repeat(10_000));
        let location = JsonText::new("f.json", &text).location(text.len() - 2, String::new());
        assert_eq!((location.line, location.character), (Some(2), Some(10_005)));
    }
}
