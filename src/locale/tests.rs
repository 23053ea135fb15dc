use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// Keys and the names of the values in their texts, as `key $name $other`.
fn messages(texts: &str) -> BTreeSet<String> {
    let mut messages = BTreeSet::new();
    let mut current: Option<(String, BTreeSet<String>)> = None;
    for line in texts.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) =
            line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            messages.extend(
                current.take().map(|(key, names)| format!("{key}{}", names.into_iter().collect::<String>())),
            );
            current = Some((key.to_owned(), BTreeSet::new()));
        }
        if let Some((_, names)) = &mut current {
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                names.insert(format!(" ${name}"));
            }
        }
    }
    messages.extend(current.map(|(key, names)| format!("{key}{}", names.into_iter().collect::<String>())));
    messages
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn all_locale_files_have_the_same_texts_with_the_same_values() {
    let complete = messages(Lang::FALLBACK.language().file);
    for lang in Lang::ALL {
        let texts = messages(lang.language().file);
        let none = Vec::<&String>::new();
        assert_eq!(complete.difference(&texts).collect::<Vec<_>>(), none, "missing in {lang:?}");
        assert_eq!(texts.difference(&complete).collect::<Vec<_>>(), none, "only in {lang:?}");
    }
}

#[test]
fn every_key_used_in_the_code_has_a_text() {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut missing = Vec::new();
    for file in files {
        let code = fs::read_to_string(&file).expect("a source file");
        for (at, call) in code.match_indices("t!(") {
            let longer_name = code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let after_lang = code[at + call.len()..].split_once(',').map_or("", |(_, rest)| rest);
            let Some(rest) = after_lang.trim_start().strip_prefix('"').filter(|_| !longer_name) else {
                continue;
            };
            let Some((key, _)) = rest.split_once('"') else { continue };
            let place = file.display();
            missing.extend(
                Lang::ALL
                    .into_iter()
                    .filter(|lang| !has_text(*lang, key))
                    .map(|lang| format!("{place}: {key} in {lang:?}")),
            );
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// The texts between quotes in the code, without that of the tests.
pub fn literals() -> BTreeSet<String> {
    let mut files = Vec::new();
    rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let is_test =
        |file: &Path| file.components().any(|part| part.as_os_str().to_string_lossy().starts_with("tests"));
    let mut literals = BTreeSet::new();
    for file in files.into_iter().filter(|file| !is_test(file)) {
        let code = fs::read_to_string(&file).expect("a source file");
        literals.extend(code.split('"').map(str::to_owned));
    }
    literals
}

/// The keys of the texts.
pub fn keys() -> BTreeSet<String> {
    messages(Lang::FALLBACK.language().file)
        .into_iter()
        .filter_map(|text| Some(text.split(' ').next()?.to_owned()))
        .collect()
}

#[test]
fn every_text_is_used() {
    let literals = literals();
    // `format!("column-{}", …)` uses all that start like this.
    let starts: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{').map(|(start, _)| start))
        .filter(|start| start.ends_with('-') && start.len() > 4)
        .collect();
    let unused: Vec<String> = keys()
        .into_iter()
        // What the command line takes has texts by its names; its own test knows them.
        .filter(|key| !key.starts_with("cli-"))
        .filter(|key| !literals.contains(key) && !starts.iter().any(|start| key.starts_with(start)))
        // `{kind}-{code}`
        .filter(|key| !key.starts_with("evidence-") && !key.starts_with("basis-"))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_word_of_the_code_that_looks_like_a_key_has_a_text() {
    let keys = keys();
    let first = |key: &str| key.split('-').next().unwrap_or_default().to_owned();
    let kinds: BTreeSet<String> = [
        "tui",
        "cli",
        "card",
        "data",
        "overview",
        "map",
        "grammar",
        "comparison",
        "problem",
        "load",
        "views",
    ]
    .map(str::to_owned)
    .into();
    let is_word =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let missing: Vec<String> = literals()
        .into_iter()
        .filter(|word| word.contains('-') && word.split('-').all(is_word) && kinds.contains(&first(word)))
        .filter(|word| !keys.contains(word))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_counted_noun_has_its_plural() {
    // A number that nothing is said of, or that is never one.
    let without = [
        "card-communes",
        "card-qpvs",
        "cli-and-more",
        "data-part",
        "tui-comparison-title",
        "tui-most-marks",
        "tui-mark-first",
        // The same in the one language that lists them here.
        "cli-check-omitted",
        "diff-more-added",
        "diff-more-removed",
    ];
    for lang in Lang::ALL {
        let texts = lang.language().file;
        let mut key = "";
        let mut selects = BTreeSet::new();
        let mut counts = BTreeSet::new();
        for line in texts.lines() {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key = name;
            }
            if line.contains("{ $count ->") {
                selects.insert(key);
            } else if line.contains("{ $count }") {
                counts.insert(key);
            }
        }
        let missing: Vec<&&str> = counts.difference(&selects).filter(|key| !without.contains(key)).collect();
        assert_eq!(missing, Vec::<&&str>::new(), "{lang:?}");
    }
}

#[test]
fn numbers_and_plurals_take_the_form_of_the_language() {
    assert_eq!(Lang::FR.number(1_234_567), "1\u{202f}234\u{202f}567");
    assert_eq!(Lang::EN.number(4567), "4,567");
    assert_eq!(Lang::FR.decimal(96.4), "96,4");
    assert_eq!(Lang::EN.decimal(-1234.56), "-1,234.6");
    for (lang, count, text) in
        [(Lang::FR, 0, "0 Cité"), (Lang::FR, 1, "1 Cité"), (Lang::FR, 2, "2 Cités"), (Lang::EN, 0, "0 Cités")]
    {
        assert_eq!(t!(lang, "count-cites", count = count), text);
    }
}

#[test]
fn a_locale_that_is_not_english_gives_french() {
    for (locale, lang) in [
        ("en_GB.UTF-8", Lang::EN),
        ("en", Lang::EN),
        ("fr_FR.UTF-8", Lang::FR),
        ("de_DE", Lang::FR),
        ("C", Lang::FR),
        ("POSIX", Lang::FR),
        ("", Lang::FR),
    ] {
        assert_eq!(Lang::from_locale(locale), lang, "{locale}");
    }
}
