//! Any bytes load as a snapshot or are explained; what loads is written and
//! loaded again as the same. The check finds an error in what does not load,
//! and reads what does.

#![no_main]

use cites_emploi::locale::Lang;
use cites_emploi::sanitize::sanitize;
use cites_emploi::snapshot::{check, load_bytes, load_str, to_json};
use libfuzzer_sys::fuzz_target;

const MAX_SIZE: u64 = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    let loaded = load_bytes(bytes.to_vec(), "fuzz.json", MAX_SIZE);
    let report = check(bytes.to_vec(), "fuzz.json", MAX_SIZE);
    assert_eq!(report.coverage.is_some(), loaded.is_ok());
    assert!(loaded.is_ok() || !report.passes(false), "{:?}", loaded.err());
    for problem in &report.problems {
        let message = problem.describe(Lang::FR);
        assert!(message.lines().all(|line| sanitize(line) == line), "{message:?}");
    }
    match loaded {
        Ok(snapshot) => {
            let text = to_json(&snapshot).expect("what was loaded can be written");
            assert_eq!(load_str(&text, "again.json").as_ref(), Ok(&snapshot));
        }
        Err(error) => {
            for lang in [Lang::FR, Lang::EN] {
                let message = error.describe(lang);
                assert!(message.lines().all(|line| sanitize(line) == line), "{message:?}");
            }
        }
    }
});
