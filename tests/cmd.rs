//! Runs every command and provokes every error, and compares the exact output. The pages in
//! `tests/cmd` serve as a manual; `TRYCMD=overwrite cargo test --test cmd` updates their outputs.

#[test]
fn the_manual_is_true() {
    let plain = [
        ("LC_ALL", "fr_FR.UTF-8"),
        ("LANGUAGE", ""),
        ("CITES_DATA", ""),
        ("COLUMNS", ""),
        ("NO_COLOR", "1"),
        ("CLICOLOR_FORCE", "0"),
        ("FORCE_HYPERLINK", "0"),
    ];
    let cases = trycmd::TestCases::new();
    for (name, value) in plain {
        cases.env(name, value);
    }
    cases.case("tests/cmd/*.md").case("README.md");
}
