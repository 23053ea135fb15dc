use clap::{Arg, Command, CommandFactory};

use super::{Cli, help};
use crate::locale::{Lang, has_text};

fn commands(command: &Command) -> Vec<&Command> {
    std::iter::once(command).chain(command.get_subcommands().flat_map(commands)).collect()
}

#[test]
fn every_command_and_argument_has_its_texts() {
    let root = Cli::command();
    for command in commands(&root) {
        let name = command.get_name();
        let args = command.get_arguments().map(|arg: &Arg| help::key(arg.get_id().as_str(), name));
        let own = [format!("cli-{name}"), format!("cli-{name}-example")];
        for key in own.into_iter().chain(args) {
            assert!(Lang::ALL.into_iter().all(|lang| has_text(lang, &key)), "no text for {key}");
        }
    }
}

#[test]
fn the_example_of_a_command_is_one_that_it_takes() {
    for lang in Lang::ALL {
        let root = help::localised(Cli::command(), lang);
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
        help::localised(Cli::command(), lang).debug_assert();
    }
}
