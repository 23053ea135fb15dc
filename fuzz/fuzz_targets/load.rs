//! Any bytes load as a snapshot or are explained; what loads is written and
//! loaded again as the same.

#![no_main]

use cites_emploi::locale::Lang;
use cites_emploi::snapshot::{hidden, load_bytes, load_str, to_json};
use libfuzzer_sys::fuzz_target;

const MAX_SIZE: u64 = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    match load_bytes(bytes.to_vec(), "fuzz.json", MAX_SIZE) {
        Ok(snapshot) => {
            let text = to_json(&snapshot).expect("what was loaded can be written");
            assert_eq!(load_str(&text, "again.json").as_ref(), Ok(&snapshot));
        }
        Err(error) => {
            for lang in [Lang::Fr, Lang::En] {
                let message = error.describe(lang);
                let raw = message.chars().find(|c| *c != '\n' && hidden(*c).is_some());
                assert_eq!(raw, None, "{message:?}");
            }
        }
    }
});
