//! Makes the gazetteer of France of `data/france` and `data/sources`, for `src/gazetteer/embedded.rs`.

pub mod cells;
mod codes;
pub mod encode;
#[path = "../../src/gazetteer/key.rs"]
#[allow(dead_code, reason = "the program also makes keys of typed texts")]
mod key;
mod keys;
#[path = "../../src/gazetteer/layout.rs"]
#[allow(dead_code, reason = "the program reads what is written here")]
mod layout;
mod rules;
pub mod tables;

use std::error::Error;
use std::fs;
use std::path::Path;

use encode::encode;
use tables::{SOURCES, Tables};

/// The most faults that are reported in one run.
const MAX_FAULTS: usize = 100;

/// Writes the files of the gazetteer to the folder `target`.
///
/// Faults in the tables are reported to cargo, which then ends the build.
pub fn generate(target: &Path) -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    for path in SOURCES {
        println!("cargo::rerun-if-changed={path}");
        texts.push(fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?);
    }
    let encoded = Tables::read(|path| {
        let index = SOURCES.iter().position(|source| *source == path);
        index.and_then(|index| texts.get(index)).map_or("", String::as_str)
    })
    .and_then(|tables| encode(&tables));
    match encoded {
        Ok(files) => {
            fs::create_dir_all(target)?;
            for (name, bytes) in files {
                fs::write(target.join(name), bytes)?;
            }
        }
        Err(faults) => {
            for fault in faults.iter().take(MAX_FAULTS) {
                println!("cargo::error={fault}");
            }
            if let Some(more) = faults.len().checked_sub(MAX_FAULTS).filter(|more| *more > 0) {
                println!("cargo::error=The gazetteer has {more} more faults.");
            }
        }
    }
    Ok(())
}
