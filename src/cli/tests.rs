use clap::{Arg, Command, CommandFactory, Parser};
use crossterm::event::{Event, KeyCode};
use ratatui::layout::Size;

use super::session::Session;
use super::{Cli, explore, globals, texts};
use crate::locale::{Lang, has_text};
use crate::tui::App;
use crate::tui::state::Event as Change;

fn commands(command: &Command) -> Vec<&Command> {
    std::iter::once(command).chain(command.get_subcommands().flat_map(commands)).collect()
}

#[test]
fn every_command_and_argument_has_its_texts() {
    let root = Cli::command();
    for command in commands(&root) {
        let name = command.get_name();
        let args = command.get_arguments().map(|arg: &Arg| texts::key(arg.get_id().as_str(), name));
        let own = [format!("cli-{name}"), format!("cli-{name}-example")];
        for key in own.into_iter().chain(args) {
            assert!(Lang::ALL.into_iter().all(|lang| has_text(lang, &key)), "no text for {key}");
        }
    }
}

#[test]
fn the_example_of_a_command_is_one_that_it_takes() {
    for lang in Lang::ALL {
        let root = texts::localized(Cli::command(), lang);
        for command in commands(&root) {
            let example = command.get_before_help().expect("an example").to_string();
            let words = example.split('|').next_back().unwrap_or_default().split_whitespace();
            let parsed = root.clone().try_get_matches_from(words);
            assert!(parsed.is_ok(), "{example}: {parsed:?}");
        }
    }
}

#[test]
fn the_parser_finds_nothing_wrong_with_its_own_tables() {
    for lang in Lang::ALL {
        texts::localized(Cli::command(), lang).debug_assert();
    }
}

#[test]
fn without_arguments_the_parser_returns_the_default() {
    let parsed = Cli::try_parse_from(["cites"]).expect("no argument");
    let default = Cli::default();
    assert_eq!((parsed.globals, parsed.explore), (default.globals, default.explore));
    assert!(parsed.command.is_none() && default.command.is_none());
}

/// Returns the explorer as a command line opens it.
fn opened(line: &str) -> App {
    let words = shlex::split(line).expect("a line that a shell reads");
    let cli = Cli::try_parse_from(&words).unwrap_or_else(|error| panic!("{line}: {error}"));
    let lang = globals::requested_language(&words.iter().map(Into::into).collect::<Vec<_>>());
    let session = Session::new(&cli.globals, lang, Cli::command);
    let (snapshot, provenance) = session.snapshot_with_provenance().expect("a snapshot");
    let options = explore::options(&cli.explore, snapshot, provenance, &session).expect("options");
    let mut app = App::new(options);
    assert_eq!(app.handle(Change::Resized(Size::new(120, 40))), []);
    check(&mut app);
    app
}

/// Does at once what the explorer does on a thread.
fn check(app: &mut App) {
    if let Some(provenance) = app.check_request().cloned() {
        assert_eq!(app.handle(Change::Checked(provenance.check())), []);
    }
}

#[test]
fn a_view_is_opened_again_by_its_command_line() {
    for (start, keys, line) in [
        ("cites", "", "cites"),
        ("cites --lang en --as-of 2026-11-22", "\nS", "cites --as-of 2026-11-22 --lang en"),
        ("cites bordeaux", "\n", "cites --filter bordeaux"),
        (
            "cites region:bretagne",
            "\n3ssj",
            "cites --tab age --sort wave --select cde-065 --filter region:bretagne",
        ),
        ("cites", "\n3sSvj", "cites --tab age-list --sort label --reverse --select cde-060"),
        ("cites", "\n4jjj", "cites --tab preconisations --select R4"),
        ("cites", "\n5ccl", "cites --tab map-points --by evidence --select cde-045"),
        ("cites --tab carte", "6", "cites --tab overview"),
        ("cites", "\n7jjjjjjj", "cites --tab data --select later"),
        ("cites", "-x 'pau' \"val de\" | a\\b$;&!\n", r#"cites "--filter=-x 'pau' \"val de\" | a\\b"'$;&!'"#),
        ("cites", "list\n", "cites --filter list"),
        ("cites --data data/snapshot.json", "lim\n", "cites --data data/snapshot.json --filter lim"),
    ] {
        let mut app = opened(start);
        for key in keys.chars() {
            let code = if key == '\n' { KeyCode::Enter } else { KeyCode::Char(key) };
            drop(app.input(Event::Key(code.into())));
            check(&mut app);
        }
        let made = app.command_line();
        assert_eq!(made, line);
        let again = opened(&made);
        assert_eq!(again.command_line(), made);
        let view = |app: &App| (app.selected(), app.list().listing().items.clone(), app.card());
        assert_eq!(view(&again), view(&app), "{made}");
    }
}
