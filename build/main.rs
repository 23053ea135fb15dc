//! Generates the code and the data that the program embeds.

mod languages;
mod snapshot;

use std::env;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let target = env::var("OUT_DIR")?;
    let target = Path::new(&target);
    languages::generate(Path::new("src/locale"), &target.join("languages.rs"))?;
    snapshot::generate(target)
}
