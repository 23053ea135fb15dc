//! Generates the table of languages from the locale files.

use std::error::Error;
use std::fs;
use std::path::Path;

/// The first language of the table, which the others fall back to.
const FALLBACK: &str = "fr";

/// Writes one row for each `.ftl` file in `folder` to `target`, which `src/locale/languages.rs`
/// includes, and a macro that forms the JSON keys of a text: `title_fr`, `title_en`.
pub fn generate(folder: &Path, target: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut codes = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let code = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name in UTF-8")?;
            codes.push(code.to_owned());
        }
    }
    codes.sort_by_key(|code| (code != FALLBACK, code.clone()));
    let row = |code: &String| format!("({}, \"{code}\", \"/src/locale/{code}.ftl\")", code.to_uppercase());
    let rows: Vec<String> = codes.iter().map(row).collect();
    let keys: Vec<String> = codes.iter().map(|code| format!("concat!($stem, \"_{code}\")")).collect();
    let table = format!(
        "languages! {{ {} }}\nmacro_rules! localized_keys {{ ($stem:literal) => {{ [{}] }} }}\n",
        rows.join(", "),
        keys.join(", ")
    );
    fs::write(target, table)?;
    Ok(())
}
