//! Parses a large snapshot on all cores.
//!
//! Its Cités are cut apart where the bytes stand that begin the first of them, up to its first key. Each piece that
//! parses as a Cité followed by a comma is one; the first one followed by a bracket is the last. The text around them
//! is a small snapshot without Cités. If all of this holds, the text has only this reading. If any of it does not,
//! nothing is decided here, and the text is parsed from its start to its end.

use std::sync::atomic::{AtomicUsize, Ordering};

use memchr::memmem;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::progress::Progress;
use crate::snapshot::model::{Cite, Snapshot};

/// The length of a text from which on several threads are faster than one, in bytes.
const MIN_LEN: usize = 1 << 20;

/// The number of Cités that a thread parses at least before another one takes some of them.
const MIN_CITES: usize = 64;

/// The white space of JSON.
const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// Parses a snapshot. Returns `None` if it is small, or may be anything else than a snapshot.
pub(super) fn parse(text: &str) -> Option<Snapshot> {
    if text.len() < MIN_LEN {
        return None;
    }
    let list = start_of_cites(text)?;
    let starts = starts_of_cites(text, list)?;
    let (cites, end) = parse_cites(text, &starts)?;
    let around = [text.get(..list)?, text.get(end..)?].concat();
    let mut snapshot: Snapshot = serde_json::from_str(&around).ok()?;
    let is_list_of_cites = serde_json::from_str::<Outline<'_>>(&around)
        .is_ok_and(|outline| outline.cites.get() == "[]" && offset(outline.cites.get(), &around) + 1 == list);
    if !is_list_of_cites {
        return None;
    }
    snapshot.cites = cites;
    Some(snapshot)
}

/// Where the list of the Cités is in the text around them.
#[derive(Deserialize)]
struct Outline<'a> {
    #[serde(borrow)]
    cites: &'a RawValue,
}

/// Returns the offset behind the bracket that opens the first list called `cites`.
fn start_of_cites(text: &str) -> Option<usize> {
    const KEY: &str = "\"cites\"";
    memmem::find_iter(text.as_bytes(), KEY).find_map(|start| {
        let value = trim_start(text.get(start + KEY.len()..)?).strip_prefix(':')?;
        Some(offset(trim_start(value).strip_prefix('[')?, text))
    })
}

/// Returns the offsets of what begins as the first Cité of the list does.
fn starts_of_cites(text: &str, list: usize) -> Option<Vec<usize>> {
    let first = trim_start(text.get(list..)?);
    let key = trim_start(first.strip_prefix('{')?).strip_prefix('"')?;
    let end_of_key = offset(key, first) + key.find('"')? + 1;
    let beginning = first.get(..end_of_key)?;
    let from = offset(first, text);
    Some(memmem::find_iter(first.as_bytes(), beginning.as_bytes()).map(|start| from + start).collect())
}

/// Parses the Cités that start at these offsets, up to the last one of the list. Returns them and the offset of the
/// bracket that closes the list.
fn parse_cites(text: &str, starts: &[usize]) -> Option<(Vec<Cite>, usize)> {
    let progress = Progress::current();
    let last = AtomicUsize::new(usize::MAX);
    let mut cites: Vec<Option<Cite>> = Vec::new();
    let numbers = (0..starts.len()).into_par_iter().with_min_len(MIN_CITES);
    let parsed = numbers.map(|number| {
        let start = *starts.get(number)?;
        let end = starts.get(number + 1).copied().unwrap_or(text.len());
        progress.advance(end - start);
        // What follows the list may begin as a Cité does.
        if number > last.load(Ordering::Relaxed) {
            return None;
        }
        let (cite, rest) = parse_cite(text.get(start..end)?)?;
        if rest.starts_with(']') {
            last.fetch_min(number, Ordering::Relaxed);
        }
        (rest.starts_with(']') || rest.trim_end_matches(WHITE_SPACE) == ",").then_some(cite)
    });
    parsed.collect_into_vec(&mut cites);
    let last = last.into_inner();
    let start = *starts.get(last)?;
    let (_, rest) = parse_cite(text.get(start..)?)?;
    cites.truncate(last + 1);
    let cites: Option<Vec<Cite>> = cites.into_iter().collect();
    Some((cites?, offset(rest, text)))
}

/// Parses the Cité at the start of a text. Also returns what follows it, without white space.
fn parse_cite(text: &str) -> Option<(Cite, &str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter();
    let cite = values.next()?.ok()?;
    Some((cite, trim_start(text.get(values.byte_offset()..)?)))
}

/// Removes white space at the start of a text.
fn trim_start(text: &str) -> &str {
    text.trim_start_matches(WHITE_SPACE)
}

/// Returns the offset of a part of a text.
fn offset(part: &str, text: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::snapshot::{embedded, sample, to_json};

    /// A snapshot that is large enough, without line breaks.
    fn compact() -> String {
        let sample = sample(&embedded().expect("the embedded snapshot"), 800, 1);
        let text = serde_json::to_string(&sample).expect("JSON");
        assert!(text.len() >= MIN_LEN);
        text
    }

    fn sequentially(text: &str) -> Option<Snapshot> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn a_large_snapshot_is_the_same_as_when_it_is_parsed_from_its_start() {
        let compact = compact();
        let snapshot = sequentially(&compact).expect("a snapshot");
        let indented = to_json(&snapshot).expect("JSON");
        for text in [&compact, &indented, &compact.replace("},{", "} ,\r\n\t{")] {
            assert!(parse(text).as_ref() == Some(&snapshot));
        }
    }

    #[test]
    fn what_is_not_plainly_a_list_of_cites_is_left_to_the_parser() {
        let compact = compact();
        let (first, second) = ("{\"id\":\"cde-000001\"", "{\"id\":\"cde-000002\"");
        assert!(compact.contains(first) && compact.contains(second));
        let meta = "\"meta\":{";
        for (from, to, is_snapshot) in [
            // Another Cité begins in another way, or is none.
            (second, "{ \"id\":\"cde-000002\"", true),
            (second, "7,{\"id\":\"cde-000002\"", false),
            (",{\"id\":\"cde-000002\"", "{\"id\":\"cde-000002\"", false),
            // A form feed is no white space of JSON.
            ("\"cites\":[", "\"cites\":[\u{c}", false),
            (second, "\u{c}{\"id\":\"cde-000002\"", false),
            // The list comes twice, or the first one is another one.
            (meta, "\"cites\":[],\"meta\":{", false),
            (meta, "\"meta\":{\"cites\":[],", true),
            (first, "{\"label\":\"x\",\"id\":\"cde-000001\"", false),
        ] {
            let text = compact.replacen(from, to, 1);
            assert!(parse(&text).is_none(), "{to}");
            assert_eq!(sequentially(&text).is_some(), is_snapshot, "{to}");
        }
        let (_, list) = compact.split_once("\"cites\":").expect("a list");
        let (list, _) = list.split_once(",\"preconisations\":").expect("another list");
        let elsewhere =
            compact.replace(list, "[]").replacen(meta, &format!("\"meta\":{{\"cites\":{list},"), 1);
        assert!(parse(&elsewhere).is_none());
        assert!(sequentially(&elsewhere).is_some_and(|snapshot| snapshot.cites.is_empty()));
        assert!(parse(compact.get(..compact.len() - 1).expect("ASCII")).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_damaged_text_is_never_read_in_another_way(
            position in any::<proptest::sample::Index>(),
            damage in proptest::sample::select(vec!["", ",", "]", "}", "{", "\"", "\\", "[", "x", "0"]),
        ) {
            static TEXT: std::sync::LazyLock<String> = std::sync::LazyLock::new(compact);
            let mut start = position.index(TEXT.len());
            while !TEXT.is_char_boundary(start) {
                start -= 1;
            }
            let length = TEXT[start..].chars().next().map_or(0, char::len_utf8);
            let text = [&TEXT[..start], damage, &TEXT[start + length..]].concat();
            if let Some(snapshot) = parse(&text) {
                prop_assert!(Some(snapshot) == sequentially(&text));
            }
        }
    }
}
