//! `cites package`: writes the files of a package besides the program: pages of
//! the manual in every language, and completions for shells.

use std::fs;
use std::path::PathBuf;

use super::completions::{Shell, loader};
use super::failure::{Failure, Status};
use super::man;
use super::session::Session;
use crate::locale::Lang;
use crate::save::{SaveError, save_all};

#[derive(Debug, clap::Args)]
#[command(hide = true)]
pub(super) struct Args {
    #[arg(value_name = "DIR", default_value = "target/package")]
    dir: PathBuf,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let man = args.dir.join("man");
        let man = if lang == Lang::UNLOCALIZED { man } else { man.join(lang.code()) };
        let pages = man::pages((session.command)(), lang)?;
        files.extend(pages.into_iter().map(|page| (man.join("man1").join(page.file), page.text)));
    }
    for (shell, file) in [(Shell::Bash, "cites.bash"), (Shell::Zsh, "_cites"), (Shell::Fish, "cites.fish")] {
        files.push((args.dir.join("completions").join(file), loader(shell).into_bytes()));
    }
    for folder in files.iter().filter_map(|(path, _)| path.parent()) {
        let error = |error| SaveError { path: folder.to_owned(), error };
        fs::create_dir_all(folder).map_err(error)?;
    }
    save_all(files.iter().map(|(path, text)| (path.as_path(), text.as_slice())))?;
    Ok(Status::Success)
}
