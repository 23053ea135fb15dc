//! Generates the code and the data that the program embeds.

#[path = "../src/fold.rs"]
#[allow(dead_code, reason = "the program also folds typed texts")]
mod fold;
mod gazetteer;
mod languages;
mod snapshot;

use std::env;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let target = env::var("OUT_DIR")?;
    let target = Path::new(&target);
    languages::generate(Path::new("src/locale"), &target.join("languages.rs"))?;
    gazetteer::generate(&target.join("gazetteer"))?;
    snapshot::generate(target)
}
