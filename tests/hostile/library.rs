//! Tests of the answers of the library.

use cites_emploi::locale::Lang;
use cites_emploi::sanitize::sanitize;
use cites_emploi::snapshot::{DEFAULT_MAX_SIZE, load_bytes, load_str, to_json};
use proptest::prelude::*;

use crate::corpus::{self, ATTACKS, Input};
use crate::raw::first_raw;

#[test]
fn inputs_that_are_not_snapshots_have_their_messages() {
    let mut answers = String::new();
    for Input { name, bytes } in corpus::refused() {
        let error = load_bytes(bytes, name, DEFAULT_MAX_SIZE).map(drop).expect_err(name);
        for lang in [Lang::FR, Lang::EN] {
            let answer = error.describe(lang);
            assert_eq!(first_raw(&answer.replace('\n', "")), None, "{answer:?}");
            answers.push_str(&answer);
            answers.push('\n');
        }
        answers.push('\n');
    }
    insta::assert_snapshot!("refused", answers);
}

#[test]
fn unusual_snapshots_load_and_are_written_unchanged() {
    for Input { name, bytes } in corpus::accepted() {
        let snapshot = load_bytes(bytes, name, DEFAULT_MAX_SIZE).expect(name);
        let text = to_json(&snapshot).expect(name);
        assert_eq!(load_str(&text, name).as_ref(), Ok(&snapshot));
    }
}

#[test]
fn a_bomb_stops_at_the_limit() {
    let error = load_bytes(corpus::gzip_bomb(100), "bomb.gz", 1 << 20).map(drop).expect_err("a bomb");
    insta::assert_snapshot!(error, @"bomb.gz: more than 1 MiB when unpacked; --max-size raises the limit");
}

#[test]
fn attacks_load_as_they_are_for_the_outputs_to_show() {
    for attack in ATTACKS {
        let snapshot = load_str(&corpus::attacked(attack), "attack.json").expect(attack);
        assert!(snapshot.cites.iter().all(|cite| cite.label.starts_with(attack)));
    }
}

#[test]
fn no_character_at_all_passes_raw() {
    let raw: Vec<_> = ('\0'..=char::MAX)
        .filter(|character| first_raw(&sanitize(&format!("a{character}"))).is_some())
        .map(|character| format!("{:04X}", u32::from(character)))
        .collect();
    assert_eq!(raw, [""; 0]);
}

proptest! {
    #[test]
    fn a_snapshot_with_bytes_changed_loads_or_is_explained(
        changes in prop::collection::vec((0..corpus::SMALL.len(), any::<u8>()), 1..4)
    ) {
        let mut bytes = corpus::SMALL.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        match load_bytes(bytes, "changed.json", DEFAULT_MAX_SIZE) {
            Ok(snapshot) => {
                let text = to_json(&snapshot).expect("JSON");
                prop_assert_eq!(load_str(&text, "again.json"), Ok(snapshot));
            }
            Err(error) => prop_assert_eq!(first_raw(&error.to_string().replace('\n', "")), None),
        }
    }
}
