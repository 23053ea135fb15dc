//! `cites import`: imports the files published by the ANCT into the source tables.

use std::io::Write;
use std::path::PathBuf;

use clap::ArgGroup;

use super::failure::{Failure, Status};
use super::session::Session;
use crate::output::{Outline, write_outline};
use crate::save::save_all;
use crate::snapshot::{Input, PublishedFiles, plan_import};
use crate::t;

#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("files").args(["list", "communes", "qpv"]).multiple(true).required(true))]
pub(super) struct Args {
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    communes: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    qpv: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "data/sources")]
    into: PathBuf,
    #[arg(long)]
    write: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let lang = session.lang;
    session.require_folder(&args.into)?;
    let inputs = [&args.list, &args.communes, &args.qpv].map(|file| file.clone().map(Input::from_arg));
    session.require_one_stdin(inputs.iter().flatten())?;
    let [list, communes, qpvs] = inputs;
    let files = PublishedFiles { list, communes, qpvs };
    let plan = match plan_import(&files, &args.into) {
        Ok(plan) => plan,
        Err(problems) => return Ok(session.refuse(&problems)),
    };
    let part = |heading: String, lines: Vec<String>| Outline { heading, lines };
    let outlines = [
        part(
            t!(lang, "cli-import-changes"),
            plan.changes.iter().map(|change| change.describe(lang)).collect(),
        ),
        part(t!(lang, "cli-import-unplaced"), plan.unplaced.iter().map(|row| row.describe(lang)).collect()),
        part(t!(lang, "cli-import-unlisted"), plan.unlisted.iter().map(|cite| cite.describe(lang)).collect()),
    ];
    for outline in outlines.iter().filter(|outline| !outline.lines.is_empty()) {
        write_outline(std::slice::from_ref(outline), session.style, &mut session.out)?;
        writeln!(session.out)?;
    }
    writeln!(session.out, "{}", plan.summary(lang))?;
    if args.write {
        save_all(plan.tables.iter().map(|table| (table.path.as_path(), table.bytes.as_slice())))?;
    } else if !plan.is_empty() {
        session.note(&t!(lang, "cli-import-dry"));
    }
    let placed = plan.unplaced.is_empty() && plan.unlisted.is_empty();
    Ok(if placed { Status::Success } else { Status::Negative })
}
