//! `cites man`: pages for `man`, one for the program and one for each command.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Command;
use clap_mangen::Man;

use super::failure::{Failure, Status};
use super::session::Session;
use crate::locale::Lang;
use crate::save::save;
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(super) fn run(args: &Args, mut command: Command, session: &mut Session<'_>) -> Result<Status, Failure> {
    // Options of all commands reach the commands only now.
    command.build();
    match &args.dir {
        None => session.out.write_all(&page(&command, session.lang)?)?,
        Some(dir) => {
            let shown = command.get_subcommands().filter(|command| !command.is_hide_set());
            for command in std::iter::once(&command).chain(shown) {
                let name = command.get_display_name().unwrap_or_else(|| command.get_name());
                save(&dir.join(format!("{name}.1")), &page(command, session.lang)?)?;
            }
        }
    }
    Ok(Status::Fine)
}

fn page(command: &Command, lang: Lang) -> io::Result<Vec<u8>> {
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    if let Some(example) = command.get_before_help() {
        // A hyphen without a backslash is not the one that a shell reads.
        let example = example.to_string().replace('\\', "\\e").replace('-', "\\-");
        writeln!(page, ".SH {}\n.nf\n\\&{example}\n.fi", t!(lang, "cli-heading-man-example"))?;
    }
    man.render_description_section(&mut page)?;
    if let Some(after) = command.get_after_help() {
        writeln!(page, ".PP\n{}", after.to_string().replace('-', "\\-"))?;
    }
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    if command.get_version().is_some() {
        man.render_version_section(&mut page)?;
    }
    Ok(page)
}
