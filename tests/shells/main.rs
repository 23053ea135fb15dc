//! Tests of the scripts and manual pages in shells and `man`.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs, iter};

use programs::is_installed;

mod programs;

fn cites(args: &[&str]) -> Output {
    let run = Command::new(env!("CARGO_BIN_EXE_cites")).args(args).env("LC_ALL", "C").output();
    run.expect("the program runs")
}

fn script(shell: &str) -> String {
    String::from_utf8(cites(&["completions", shell]).stdout).expect("a script")
}

/// Returns a search path on which the shells find the program.
fn search_path() -> OsString {
    let folder = Path::new(env!("CARGO_BIN_EXE_cites")).parent().expect("a folder").to_owned();
    let others = env::var_os("PATH").unwrap_or_default();
    env::join_paths(iter::once(folder).chain(env::split_paths(&others))).expect("a path")
}

/// Returns a shell that finds the program, in a locale and otherwise without variables that it reads.
fn shell(name: &str, locale: &str) -> Command {
    let mut shell = Command::new(name);
    shell.env("PATH", search_path()).env("LC_ALL", locale).env_remove("LANGUAGE").env_remove("CITES_DATA");
    shell
}

/// Returns the completions that bash offers for the last word, with a script loaded in a locale.
fn offered_by_bash(script: &str, locale: &str, words: &[&str]) -> Output {
    let [command, .., last] = words else { panic!("a command and a word") };
    let before = words.get(words.len() - 2).copied().unwrap_or_default();
    let words = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
    let ask = format!(
        "{script}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9\n\
         _clap_complete_cites {command} '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    shell("bash", locale).args(["--norc", "--noprofile", "-c", &ask]).output().expect("bash runs")
}

fn completed_in(locale: &str, words: &[&str]) -> Vec<String> {
    let shell = offered_by_bash(&script("bash"), locale, words);
    assert!(shell.stderr.is_empty(), "{}", String::from_utf8_lossy(&shell.stderr));
    String::from_utf8(shell.stdout).expect("text").lines().map(str::to_owned).collect()
}

fn completed(words: &[&str]) -> Vec<String> {
    completed_in("C", words)
}

#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(completed(&["cites", "prec"]), ["preconisations"]);
    assert_eq!(completed(&["cites", "list", "--lim"]), ["--limit"]);
    assert_eq!(completed(&["cites", "list", "--format", "nd"]), ["ndjson"]);
    assert_eq!(completed(&["cites", "list", "--sort", "pop"]), ["population"]);
    assert_eq!(completed(&["cites", "show", "cde-07"]).len(), 10);
    assert_eq!(completed(&["cites", "list", "region:bre"]), ["region:bretagne"]);
    assert_eq!(completed(&["cites", "stats", "--by", "epci"]), ["epci", "epci-type"]);
    assert_eq!(completed(&["cites", "--tab", "pr"]), ["preconisations"]);
    assert_eq!(completed(&["cites", "--sort", "label"]), ["label", "label-date"]);
    assert_eq!(completed(&["cites", "list", "--columns", "label,reg"]), ["label,region"]);
    assert_eq!(completed(&["cites", "list", "--format", "=", "nd"]), ["ndjson"]);
    assert_eq!(completed(&["cites", "--lang", "en", "list", "reliability:ded"]), ["reliability:deduced"]);
}

#[test]
fn what_completes_a_name_leads_to_a_cite() {
    assert_eq!(completed(&["cites", "show", "gue"]), ["gueret"]);
    assert_eq!(completed(&["cites", "show", "Guér"]), ["Guéret"]);
    assert_eq!(completed(&["cites", "near", "la-roch"]), ["la-rochelle"]);
    assert_eq!(completed(&["cites", "list", "mulhou"]), ["mulhouse"]);
    assert_eq!(completed(&["cites", "bord"]), ["bordeaux", "bordeaux-rive-droite"]);
    for letter in 'a'..='z' {
        for word in completed(&["cites", "show", &letter.to_string()]) {
            let output = cites(&["show", &word]);
            assert!(word.is_empty() || output.status.success(), "{word}: {output:?}");
        }
    }
}

#[test]
fn values_are_those_of_the_snapshot_of_the_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("l'autre fichier.json");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile/files/small.json"), &file).expect("copied");
    let quoted = format!("\"{}\"", file.display());
    let ids = |data: &str| {
        let words = ["cites", "--data", data, "show", "cde"];
        let words = words.map(|word| format!("$'{}'", word.replace('\'', "\\'"))).join(" ");
        let ask = format!(
            "{}\nCOMP_WORDS=({words}); COMP_CWORD=4; COMP_TYPE=9; _clap_complete_cites cites cde show\n\
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            script("bash")
        );
        let output =
            shell("bash", "C").args(["--norc", "--noprofile", "-c", &ask]).output().expect("bash runs");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let small: serde_json::Value =
        serde_json::from_str(include_str!("../hostile/files/small.json")).expect("JSON");
    let own: Vec<String> = small["cites"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|cite| cite["id"].as_str().expect("an id").to_owned())
        .filter(|id| id.starts_with("cde"))
        .collect();
    assert!(!own.is_empty());
    assert_eq!(ids(&quoted), own);
    // A file that cannot be read is no error, and offers nothing.
    assert_eq!(ids("nowhere.json"), [""]);
    assert_eq!(ids(env!("CARGO_BIN_EXE_cites")), [""]);
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

/// The completions that shells must offer for a line.
const OFFERS: [(&str, &str); 10] = [
    ("cites prec", "preconisations"),
    ("cites show cde-08", "cde-084"),
    ("cites list region:bre", "region:bretagne"),
    ("cites list --format nd", "ndjson"),
    ("cites help sh", "show"),
    ("cites show gue", "gueret"),
    ("cites list --sort po", "population"),
    ("cites --tab car", "carriers"),
    ("cites list --columns label,reg", "label,region"),
    ("cites --data nowhere.json list --format nd", "ndjson"),
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
    let mut zsh = shell("zsh", locale);
    zsh.args(["-f", "-c", ask, line]).env("ZDOTDIR", folder.path());
    let output = String::from_utf8_lossy(&zsh.output().expect("zsh runs").stdout).into_owned();
    let offered = output.split(['\r', '\n']).filter_map(|part| Some(part.split_once("offered:")?.1));
    offered.map(str::to_owned).collect()
}

/// Returns the completions that fish offers for a line, each with its description, with a script loaded in a locale.
fn described_by_fish(script: &str, locale: &str, line: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("cites.fish");
    fs::write(&file, script).expect("written");
    let ask = format!("source '{}'; complete -C '{line}'", file.display());
    let mut fish = shell("fish", locale);
    fish.args(["--no-config", "-c", &ask]).env("HOME", folder.path());
    let output = String::from_utf8_lossy(&fish.output().expect("fish runs").stdout).into_owned();
    output
        .lines()
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
        .map(|(word, description)| (word.to_owned(), description.to_owned()))
        .collect()
}

fn offered_by_fish(script: &str, locale: &str, line: &str) -> Vec<String> {
    described_by_fish(script, locale, line).into_iter().map(|(word, _)| word).collect()
}

#[test]
fn fish_offers_values_instead_of_files_with_their_descriptions() {
    if !is_installed("fish") {
        return;
    }
    assert_eq!(offered_by_fish(&script("fish"), "C", "cites --tab ").len(), 11);
    let described = |locale, line| described_by_fish(&script("fish"), locale, line);
    let pair = |word: &str, description: &str| vec![(word.to_owned(), description.to_owned())];
    assert_eq!(described("C", "cites show cde-007"), pair("cde-007", "La Rochelle"));
    assert_eq!(described("C", "cites show paris-ter"), pair("paris-terres-d-envol", "Paris Terres d'Envol"));
    let about = |locale| described(locale, "cites prec").pop().expect("a command").1;
    assert!(about("fr_FR.UTF-8").starts_with("Liste"), "{}", about("fr_FR.UTF-8"));
    assert!(about("en_GB.UTF-8").starts_with("Lists "), "{}", about("en_GB.UTF-8"));
}

#[test]
fn zsh_completes_commands_options_and_values() {
    if !is_installed("zsh") {
        return;
    }
    for (line, expected) in OFFERS {
        let offered = offered_by_zsh(&script("zsh"), "C", line);
        assert!(offered.iter().any(|word| word == expected), "{line}: {offered:?}");
    }
}

#[test]
fn fish_completes_commands_options_and_values() {
    if !is_installed("fish") {
        return;
    }
    for (line, expected) in OFFERS {
        let offered = offered_by_fish(&script("fish"), "C", line);
        assert!(offered.iter().any(|word| word == expected), "{line}: {offered:?}");
    }
}

/// A locale, and a value of a field that is offered only in its language.
const FIELDS: [(&str, &str); 4] = [
    ("fr_FR.UTF-8", "fiabilite:deduit"),
    ("C", "fiabilite:deduit"),
    ("en_GB.UTF-8", "reliability:deduced"),
    ("en", "reliability:deduced"),
];

#[test]
fn the_files_of_the_package_complete_in_the_language_of_the_locale() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(cites(&["package", folder.path().to_str().expect("a path in UTF-8")]).status.success());
    let text = |file: &str| fs::read_to_string(folder.path().join("completions").join(file)).expect(file);
    for (locale, expected) in FIELDS {
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
fn assert_runs_nothing(name: &str, ask: &str) {
    const ATTACKS: [&str; 6] = [
        "$(touch run)",
        "`touch run`",
        "'; touch run; '",
        "\"; touch run; \"",
        "\ntouch run\n",
        "[a]:(touch run)",
    ];
    if !is_installed(name) {
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
        fs::write(folder.path().join("script"), script(name)).expect("written");
        let ask = format!("{ask}; echo the end");
        let mut run = shell(name, "C");
        run.args(["-c", &ask])
            .current_dir(&folder)
            .env("HOME", folder.path())
            .env("CITES_DATA", "attack.json");
        let output = run.output().expect("the shell runs");
        assert!(String::from_utf8_lossy(&output.stdout).ends_with("the end\n"), "{name}: {output:?}");
        assert!(!folder.path().join("run").exists(), "{name} ran {attack:?}");
    }
}

#[test]
fn bash_runs_nothing_of_a_snapshot() {
    let complete = |command: &str, word: &str| {
        format!(
            "COMP_WORDS=(cites {command} '{word}'); COMP_CWORD=2; _clap_complete_cites cites '{word}' {command}"
        )
    };
    let lines = [complete("show", ""), complete("show", "c"), complete("list", "")].join("; ");
    assert_runs_nothing("bash", &format!("source ./script; {lines}; eval \"echo ${{COMPREPLY[*]}}\""));
}

#[test]
fn zsh_runs_nothing_of_a_snapshot() {
    let compinit = "autoload -Uz compinit; compinit -u -D";
    let describe = "_describe() { print -r -- \"$@\" }";
    let complete = "words=(cites show ''); CURRENT=3; _clap_dynamic_completer_cites";
    assert_runs_nothing("zsh", &format!("{compinit}; source ./script; {describe}; {complete}"));
}

#[test]
fn fish_runs_nothing_of_a_snapshot() {
    assert_runs_nothing("fish", "source ./script; complete -C 'cites show '; complete -C 'cites list '");
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
        // The name, the section, the date of the data, the program, the manual.
        let date = cites_emploi::snapshot::embedded().expect("a snapshot").meta.as_of;
        assert!(page.contains(&format!("\n.TH {name} 1 {date} \"cites ")), "{name}: {page}");
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
