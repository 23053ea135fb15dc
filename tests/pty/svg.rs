//! Keeps the columns of text in an SVG in place, whatever the font.

/// The position of the first column, and the width of a column, in the pictures.
const LEFT: f64 = 10.0;
const COLUMN: f64 = 8.4;

/// Positions every run of letters at its column. Signs that a font lacks come from another one with
/// another width: they are runs of their own, in which each sign is positioned.
pub fn aligned(svg: &str) -> String {
    let mut aligned = String::with_capacity(svg.len() * 2);
    let mut column = 0;
    let mut rest = svg;
    while let Some(at) = rest.find("<tspan") {
        let (before, from_tag) = rest.split_at(at);
        let (tag, behind) = from_tag.split_at(from_tag.find('>').expect("the end of a tag"));
        aligned.push_str(before);
        rest = behind;
        if tag.contains(" x=") {
            aligned.push_str(tag);
            column = 0;
            continue;
        }
        let end = behind.find("</tspan>").expect("the end of a run");
        let runs = runs(&behind[1..end]);
        for (number, run) in runs.iter().enumerate() {
            let next = column + letters(run);
            let last = if is_text(run) { column + 1 } else { next };
            let places: Vec<String> = (column..last).map(place).collect();
            aligned.push_str(&format!(r#"{tag} x="{}">{run}"#, places.join(" ")));
            aligned.push_str(if number + 1 < runs.len() { "</tspan>" } else { "" });
            column = next;
        }
        rest = &rest[end..];
    }
    aligned.push_str(rest);
    aligned
}

/// Splits a text into runs of only letters or only signs.
fn runs(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = text
        .char_indices()
        .zip(text.chars().skip(1))
        .filter(|((_, letter), next)| is_latin(*letter) != is_latin(*next))
        .map(|((at, letter), _)| at + letter.len_utf8())
        .collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

fn is_text(run: &str) -> bool {
    run.chars().all(is_latin)
}

const fn is_latin(letter: char) -> bool {
    (letter as u32) < 0x250
}

fn place(column: usize) -> String {
    let place = format!("{:.1}", LEFT + column as f64 * COLUMN);
    place.trim_end_matches(".0").to_owned()
}

/// Returns the number of characters of a text, in which some are written as entities.
fn letters(text: &str) -> usize {
    let mut is_in_entity = false;
    let starts = text.chars().filter(|letter| match letter {
        '&' => {
            is_in_entity = true;
            true
        }
        ';' if is_in_entity => {
            is_in_entity = false;
            false
        }
        _ => !is_in_entity,
    });
    starts.count()
}

#[test]
fn runs_and_signs_get_their_columns() {
    let svg =
        "<tspan x=\"10px\" y=\"28px\"><tspan>a&gt;b</tspan><tspan class=\"dimmed\">⠔⠔é</tspan>\n</tspan>";
    assert_eq!(
        aligned(svg),
        "<tspan x=\"10px\" y=\"28px\"><tspan x=\"10\">a&gt;b</tspan>\
         <tspan class=\"dimmed\" x=\"35.2 43.6\">⠔⠔</tspan><tspan class=\"dimmed\" x=\"52\">é</tspan>\n</tspan>"
    );
}
