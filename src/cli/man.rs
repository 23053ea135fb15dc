//! `cites man`: writes the pages of the manual, one for the program and one for each command.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::failure::{Failure, Status};
use super::session::Session;
use super::texts::{localized, visible_commands};
use crate::locale::Lang;
use crate::save::save_all;
use crate::snapshot::embedded;
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// A page of the manual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManPage {
    /// The name of its file, such as `cites-show.1`.
    pub file: String,
    /// The page in roff.
    pub text: Vec<u8>,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let pages = pages((session.command)(), session.lang)?;
    match &args.dir {
        None => pages.iter().take(1).try_for_each(|page| session.out.write_all(&page.text))?,
        Some(dir) => {
            let files: Vec<_> = pages.iter().map(|page| (dir.join(&page.file), &page.text)).collect();
            save_all(files.iter().map(|(path, text)| (path.as_path(), text.as_slice())))?;
        }
    }
    Ok(Status::Success)
}

/// Returns the page of the program and those of its commands.
pub(super) fn pages(command: Command, lang: Lang) -> io::Result<Vec<ManPage>> {
    let mut command = localized(command, lang);
    // Only now do the commands get the options of all commands.
    command.build();
    let commands: Vec<&Command> = std::iter::once(&command).chain(visible_commands(&command)).collect();
    let names: Vec<&str> = commands.iter().map(|command| name(command)).collect();
    // The date of the data: that of the build would differ each time.
    let date = embedded().map_err(io::Error::other)?.meta.as_of.to_string();
    let page = |command: &&Command| {
        Ok(ManPage { file: format!("{}.1", name(command)), text: page(command, &names, &date, lang)? })
    };
    commands.iter().map(page).collect()
}

fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn page(command: &Command, names: &[&str], date: &str, lang: Lang) -> io::Result<Vec<u8>> {
    let version = concat!("cites ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).date(date).source(version).manual(t!(lang, "cli-man-manual"));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let usage = usage.split_once(':').map_or(usage.as_str(), |(_, usage)| usage);
    let example = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    // `apropos` looks for a line `name \- description`.
    writeln!(page, ".SH {}\n{} \\- {}", t!(lang, "cli-heading-name"), plain(name(command)), plain(&about))?;
    writeln!(page, ".SH SYNOPSIS\n.nf\n{}\n.fi", plain(usage.trim()))?;
    writeln!(page, ".SH {}\n.nf\n{}\n.fi", t!(lang, "cli-heading-man-example"), plain(&example))?;
    if let Some(after) = command.get_after_help() {
        writeln!(page, ".SH DESCRIPTION\n{}", plain(&after.to_string()))?;
    }
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let entries = |heading, keys: &[&str], kind: &str| {
        let mut roff = Roff::new();
        roff.control("SH", [t!(lang, heading).as_str()]);
        for key in keys {
            let text = t!(lang, &format!("cli-man-{kind}-{}", key.to_lowercase().replace('_', "-")));
            roff.control("TP", []);
            roff.text([bold(*key)]).text([roman(text)]);
        }
        roff
    };
    let codes = entries("cli-heading-exit-codes", &["0", "1", "2"], "exit");
    let variables = ["CITES_DATA", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "COLORFGBG", "TERM", "COLUMNS"];
    let variables = entries("cli-heading-environment", &variables, "variable");
    codes.to_writer(&mut page)?;
    variables.to_writer(&mut page)?;
    let others = names.iter().filter(|other| **other != name(command));
    let others: Vec<String> = others.map(|other| format!("{}(1)", plain(other))).collect();
    writeln!(page, ".SH {}\n{}", t!(lang, "cli-heading-see-also"), others.join(", "))?;
    // French headings end in the space before a colon, and here there is no colon.
    let text = String::from_utf8_lossy(&page).replace("\u{a0}\n", "\n").replace("\u{a0}\"\n", "\"\n");
    Ok(text.into_bytes())
}

/// Escapes a text for roff: no line starts a request, and hyphens stay
/// hyphens, so that a command can be copied.
fn plain(text: &str) -> String {
    let lines = text.lines().map(|line| format!("\\&{}", line.replace('\\', "\\e").replace('-', "\\-")));
    lines.collect::<Vec<_>>().join("\n")
}
