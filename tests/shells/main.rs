//! Tests of the scripts and manual pages in shells and `man`.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

use programs::is_installed;

mod programs;

fn cites(args: &[&str]) -> Output {
    let run = Command::new(env!("CARGO_BIN_EXE_cites")).args(args).env("LC_ALL", "C").output();
    run.expect("the program runs")
}

fn script(lang: &str, shell: &str) -> String {
    String::from_utf8(cites(&["--lang", lang, "completions", shell]).stdout).expect("a script")
}

/// Returns the completions that bash offers for the last word, with a script loaded in a locale.
fn offered_by_bash(script: &str, locale: &str, words: &[&str]) -> Output {
    let [command, .., last] = words else { panic!("a command and a word") };
    let before = words.get(words.len() - 2).copied().unwrap_or_default();
    let words = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
    let ask = format!(
        "{script}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
         _cites {command} '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    // The script is too long for an argument.
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(ask.as_bytes()).expect("a script");
    let mut bash = Command::new("bash");
    bash.args(["--norc", "--noprofile"]).arg(file.path()).env("LC_ALL", locale).output().expect("bash runs")
}

fn completed(words: &[&str]) -> Vec<String> {
    let shell = offered_by_bash(&script("fr", "bash"), "C", words);
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
    assert_eq!(completed(&["cites", "--tab", "pr"]), ["preconisations"]);
    assert_eq!(completed(&["cites", "--sort", "label"]), ["label", "label-date"]);
}

#[test]
fn the_search_understands_what_shells_complete() {
    for field in ["region:", "dep:", "type:", "fiabilite:", "echelle:", "vague:"] {
        let words = completed(&["cites", "list", field]);
        assert!(words.len() > 1, "{field}");
        // The words are searched in one run: a query is a list of alternatives, with a
        // problem for each invalid one.
        let output = cites(&["--lang", "en", "list", &words.join(" | "), "--columns", "id"]);
        assert!(output.status.success(), "{field}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{field}");
    }
}

#[test]
fn commands_are_completed_for_help_and_not_drowned_in_queries() {
    assert_eq!(completed(&["cites", "help", "sh"]), ["show"]);
    assert_eq!(completed(&["cites", "sam"]), [""], "it is hidden");
    assert!(completed(&["cites", ""]).iter().all(|word| !word.contains(':')));
}

#[test]
fn the_script_for_zsh_has_no_query_instead_of_a_command() {
    let script = script("fr", "zsh");
    let start = script.find("\n_cites() {").expect("the function");
    let (first, _) = script[start..].split_once("case $state in").expect("the choice of a command");
    assert!(first.contains("_cites_commands") && !first.contains("query"), "{first}");
    assert!(!script.contains("'sample:"), "it is hidden");
}

/// The completions that shells must offer for a line.
const OFFERS: [(&str, &str); 5] = [
    ("cites prec", "preconisations"),
    ("cites show cde-08", "cde-084"),
    ("cites list region:bre", "region:bretagne"),
    ("cites list --format nd", "ndjson"),
    ("cites help sh", "show"),
];

/// Returns the completions that zsh offers for a line, with a script loaded in a locale.
fn offered_by_zsh(script: &str, locale: &str, line: &str) -> Vec<String> {
    // Completion requires the line editor, which requires a terminal.
    let ask = r#"zmodload zsh/zpty; zpty shell zsh -i
        zpty -r shell output '*ready*'; zpty -w -n shell "$0"$'\t\x18'
        zpty -r shell output '*the end*'; print -r -- "$output""#;
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(".zshrc"), include_str!("zshrc")).expect("written");
    fs::write(folder.path().join("_cites"), script).expect("written");
    let mut zsh = Command::new("zsh");
    zsh.args(["-f", "-c", ask, line]).env("ZDOTDIR", folder.path()).env("LC_ALL", locale);
    let output = String::from_utf8_lossy(&zsh.output().expect("zsh runs").stdout).into_owned();
    let offered = output.split(['\r', '\n']).filter_map(|part| Some(part.split_once("offered:")?.1));
    offered.map(str::to_owned).collect()
}

/// Returns the completions that fish offers for a line, with a script loaded in a locale.
fn offered_by_fish(script: &str, locale: &str, line: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("cites.fish");
    fs::write(&file, script).expect("written");
    let ask = format!("source '{}'; complete -C '{line}'", file.display());
    let mut fish = Command::new("fish");
    fish.args(["--no-config", "-c", &ask]).env("HOME", folder.path()).env("LC_ALL", locale);
    let output = String::from_utf8_lossy(&fish.output().expect("fish runs").stdout).into_owned();
    output.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect()
}

#[test]
fn zsh_completes_commands_options_and_values() {
    if !is_installed("zsh") {
        return;
    }
    for (line, expected) in OFFERS {
        let offered = offered_by_zsh(&script("fr", "zsh"), "C", line);
        assert!(offered.iter().any(|word| word == expected), "{line}: {offered:?}");
    }
}

#[test]
fn fish_completes_commands_options_and_values() {
    if !is_installed("fish") {
        return;
    }
    for (line, expected) in OFFERS {
        let offered = offered_by_fish(&script("fr", "fish"), "C", line);
        assert!(offered.iter().any(|word| word == expected), "{line}: {offered:?}");
    }
}

/// The language of a script, and a value of a field that it offers only in that language.
const FIELDS: [(&str, &str, &str); 4] = [
    ("fr", "fr_FR.UTF-8", "fiabilite:deduit"),
    ("fr", "C", "fiabilite:deduit"),
    ("en", "en_GB.UTF-8", "reliability:deduced"),
    ("en", "en", "reliability:deduced"),
];

#[test]
fn fields_are_offered_in_the_language_asked_for() {
    for (lang, _, expected) in FIELDS {
        for shell in ["bash", "zsh", "fish"] {
            let script = script(lang, shell).replace("\\:", ":");
            assert!(script.contains(expected), "{shell}");
            let others = FIELDS.iter().filter(|(other, ..)| *other != lang);
            others.for_each(|(.., word)| assert!(!script.contains(word), "{shell}: {word}"));
        }
    }
}

#[test]
fn scripts_of_the_package_take_the_language_of_the_locale() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(cites(&["package", folder.path().to_str().expect("a path in UTF-8")]).status.success());
    let text = |file: &str| fs::read_to_string(folder.path().join("completions").join(file)).expect(file);
    for (_, locale, expected) in FIELDS {
        for typed in ["fiabilite:ded", "reliability:ded"] {
            let expected = Vec::from_iter(expected.starts_with(typed).then_some(expected));
            let line = format!("cites list {typed}");
            // A locale that is not installed is not an error here.
            let bash = offered_by_bash(&text("cites.bash"), locale, &["cites", "list", typed]);
            assert_eq!(String::from_utf8_lossy(&bash.stdout).trim(), expected.concat(), "bash, {locale}");
            if is_installed("zsh") {
                assert_eq!(offered_by_zsh(&text("_cites"), locale, &line), expected, "zsh, {locale}");
            }
            if is_installed("fish") {
                assert_eq!(offered_by_fish(&text("cites.fish"), locale, &line), expected, "fish, {locale}");
            }
        }
    }
}

/// Asserts that a shell runs nothing while it loads and uses the completions of a snapshot whose
/// texts contain commands.
#[track_caller]
fn assert_runs_nothing(shell: &str, ask: &str) {
    const ATTACKS: [&str; 6] = [
        "$(touch run)",
        "`touch run`",
        "'; touch run; '",
        "\"; touch run; \"",
        "\ntouch run\n",
        "[a]:(touch run)",
    ];
    if !is_installed(shell) {
        return;
    }
    for attack in ATTACKS {
        let folder = tempfile::tempdir().expect("a folder");
        let mut snapshot: serde_json::Value =
            serde_json::from_str(include_str!("../hostile/files/small.json")).expect("JSON");
        for pointer in ["/cites/0/id", "/cites/0/label", "/regions/0/name", "/departments/0/code"] {
            let value = snapshot.pointer_mut(pointer).expect(pointer);
            *value = format!("{}{attack}", value.as_str().expect("a text")).into();
        }
        fs::write(folder.path().join("attack.json"), snapshot.to_string()).expect("written");
        let script = Command::new(env!("CARGO_BIN_EXE_cites"))
            .args(["--data", "attack.json", "completions", shell])
            .current_dir(&folder)
            .output()
            .expect("the program runs");
        assert!(script.status.success(), "{}", String::from_utf8_lossy(&script.stderr));
        fs::write(folder.path().join("script"), script.stdout).expect("written");
        let ask = format!("{ask}; echo the end");
        let mut run = Command::new(shell);
        run.args(["-c", &ask]).current_dir(&folder).env("HOME", folder.path());
        let output = run.output().expect("the shell runs");
        assert!(String::from_utf8_lossy(&output.stdout).ends_with("the end\n"), "{shell}: {output:?}");
        assert!(!folder.path().join("run").exists(), "{shell} ran {attack:?}");
    }
}

#[test]
fn bash_runs_nothing_of_a_snapshot() {
    let show = "COMP_WORDS=(cites show ''); COMP_CWORD=2; _cites cites '' show";
    let list = "COMP_WORDS=(cites list ''); _cites cites '' list";
    assert_runs_nothing("bash", &format!("source ./script; {show}; {list}"));
}

#[test]
fn zsh_runs_nothing_of_a_snapshot() {
    let compinit = "autoload -Uz compinit; compinit -u -D";
    let arguments = "_arguments() { print -r -- \"$@\" }";
    assert_runs_nothing("zsh", &format!("{compinit}; source ./script; {arguments}; _cites"));
}

#[test]
fn fish_runs_nothing_of_a_snapshot() {
    assert_runs_nothing("fish", "source ./script; complete -C 'cites show '; complete -C 'cites list '");
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
        let page = page.replace(".SH \"EXIT STATUS\"", ".SH EXIT STATUS");
        for part in [".SH NAME\n", ".SH SYNOPSIS\n", ".SH EXAMPLE\n", ".SH EXIT STATUS\n", ".SH SEE ALSO\n"] {
            assert!(page.contains(part), "{name} has no {part}");
        }
        assert!(page.contains("\\-\\-lang"), "{name}");
        assert!(!page.contains('\u{a0}'), "{name}: a space of a French heading");
    }
    assert!(!folder.path().join("cites-sample.1").exists(), "it is hidden");
}

#[test]
fn a_package_has_pages_in_two_languages_and_three_scripts() {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("not/there/yet");
    assert!(cites(&["package", dir.to_str().expect("a path in UTF-8")]).status.success());
    let text = |file: &str| fs::read_to_string(dir.join(file)).expect(file);
    assert!(text("man/man1/cites-show.1").contains(".SH EXAMPLE"));
    assert!(text("man/fr/man1/cites-show.1").contains(".SH EXEMPLE"));
    assert!(text("completions/_cites").starts_with("#compdef cites\n"));
    // Every file that the package settings name exists.
    let settings = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).expect("settings");
    let named =
        settings.lines().filter_map(|line| line.trim().strip_prefix("[\"target/package/")?.split('"').next());
    let named: Vec<&str> = named.collect();
    assert_eq!(named.len(), 4, "{named:?}");
    for file in named {
        // Pages in the folder of a language are included with the others.
        assert!(file == "man/**/*.1" || dir.join(file).is_file(), "{file}");
    }
}

#[test]
fn man_reads_the_pages_without_a_warning() {
    if !is_installed("man") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().to_str().expect("a path in UTF-8");
    for (lang, name) in [("fr", "NOM"), ("en", "NAME")] {
        assert!(cites(&["--lang", lang, "man", dir]).status.success());
        for entry in fs::read_dir(dir).expect("a folder") {
            let page = entry.expect("an entry").path();
            let mut man = Command::new("man");
            man.args(["--warnings", "-E", "UTF-8", "-P", "cat", "-l"]).arg(&page).env("LC_ALL", "C.UTF-8");
            let shown = man.output().expect("man runs");
            assert!(String::from_utf8_lossy(&shown.stdout).contains(name), "{page:?}");
            assert_eq!(String::from_utf8_lossy(&shown.stderr), "", "{page:?}");
        }
    }
}

/// Returns the output of `ask`, in which `cites` is the program.
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
fn a_listing_reads_the_output_of_another() {
    let shell =
        piped("cites list region:bretagne --format json | cites --data - list --columns id --format tsv");
    assert_eq!(String::from_utf8_lossy(&shell.stdout), "Id\ncde-051\ncde-065\ncde-034\n");
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
