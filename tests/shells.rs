//! What shells and `man` make of the scripts and pages.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn cites(args: &[&str]) -> Output {
    let run = Command::new(env!("CARGO_BIN_EXE_cites")).args(args).env("LC_ALL", "C").output();
    run.expect("the program runs")
}

fn completed(words: &[&str]) -> Vec<String> {
    let script = String::from_utf8(cites(&["completions", "bash"]).stdout).expect("a script");
    let [command, .., last] = words else { panic!("a command and a word") };
    let before = words.get(words.len() - 2).copied().unwrap_or_default();
    let words = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
    let ask = format!(
        "{script}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
         _cites {command} '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    let shell = Command::new("bash").args(["--norc", "--noprofile", "-c", &ask]).output().expect("bash runs");
    assert!(shell.stderr.is_empty(), "{}", String::from_utf8_lossy(&shell.stderr));
    String::from_utf8(shell.stdout).expect("text").lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(completed(&["cites", "prec"]), ["preconisations"]);
    assert_eq!(completed(&["cites", "list", "--lim"]), ["--limit"]);
    assert_eq!(completed(&["cites", "list", "--format", "nd"]), ["ndjson"]);
    assert_eq!(completed(&["cites", "list", "--sort", "pop"]), ["population"]);
    assert_eq!(completed(&["cites", "show", "cde-07"]).len(), 10);
    assert_eq!(completed(&["cites", "list", "region:bre"]), ["region:bretagne"]);
    assert_eq!(completed(&["cites", "stats", "--by", "epci"]), ["epci-type"]);
}

#[test]
fn what_the_shell_offers_the_search_finds() {
    for word in completed(&["cites", "list", "region:"]) {
        let found = cites(&["list", &word, "--columns", "id"]);
        let known = !String::from_utf8_lossy(&found.stderr).contains("warning");
        assert!(known, "{word}: {}", String::from_utf8_lossy(&found.stderr));
    }
}

#[test]
fn every_shell_gets_a_script_with_the_ids() {
    for shell in ["bash", "zsh", "fish"] {
        let script = cites(&["completions", shell]);
        assert!(script.status.success(), "{shell}");
        assert!(String::from_utf8_lossy(&script.stdout).contains("cde-084"), "{shell}");
    }
}

#[test]
fn every_command_has_its_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().to_str().expect("a path in UTF-8");
    assert!(cites(&["--lang", "en", "man", dir]).status.success());
    for name in ["cites", "cites-show", "cites-list", "cites-near", "cites-build", "cites-man"] {
        let page = fs::read_to_string(Path::new(dir).join(format!("{name}.1"))).expect("a page");
        assert!(page.contains(".SH EXAMPLE"), "{name}");
        assert!(page.contains("\\-\\-lang"), "{name}");
    }
    assert!(!folder.path().join("cites-sample.1").exists(), "it is hidden");
}

/// What `ask` prints, in which `cites` is the program.
fn piped(ask: &str) -> Output {
    let ask =
        format!("set -o pipefail; cites() {{ '{}' --lang en \"$@\"; }}; {ask}", env!("CARGO_BIN_EXE_cites"));
    Command::new("bash")
        .args(["--norc", "--noprofile", "-c", &ask])
        .env("LC_ALL", "C")
        .output()
        .expect("bash runs")
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let shell = piped("cites sample --cites 3000 | head -c 10 > /dev/null");
    assert!(shell.status.success() && shell.stderr.is_empty(), "{}", String::from_utf8_lossy(&shell.stderr));
}

#[test]
fn a_listing_reads_what_another_wrote() {
    let shell =
        piped("cites list region:bretagne --format json | cites --data - list --columns id --format tsv");
    assert_eq!(String::from_utf8_lossy(&shell.stdout), "Id\ncde-034\ncde-051\ncde-065\n");
}

#[test]
fn the_json_of_a_listing_passes_the_check() {
    for listing in
        ["list", "list region:ile", "show gueret", "carriers type:spe", "preconisations", "list xyz"]
    {
        let shell = piped(&format!("cites {listing} --format json 2> /dev/null | cites check -"));
        let text = String::from_utf8_lossy(&shell.stdout).into_owned();
        assert!(text.contains("\n0 errors") || text.starts_with("0 errors"), "{listing}: {text}");
    }
}
