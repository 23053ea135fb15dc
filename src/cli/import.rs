//! `cites import`: imports published files into the source tables.

use std::io::Write;
use std::path::PathBuf;

use clap::ArgGroup;

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{Outline, write_outline};
use crate::save::save_all;
use crate::snapshot::{
    ChangedTable, GrantField, GrantFiles, Input, PublishedFiles, plan_grants, plan_import,
};
use crate::t;

#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("files").args(["list", "communes", "qpv", "grants"]).multiple(true).required(true))]
pub(super) struct Args {
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    communes: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    qpv: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["list", "communes", "qpv"])]
    grants: Vec<PathBuf>,
    #[arg(long, value_name = "FIELD=NAME", requires = "grants", value_parser = values::grant_column)]
    column: Vec<(GrantField, String)>,
    #[arg(long, value_name = "DIR", default_value = "data/sources")]
    into: PathBuf,
    #[arg(long)]
    write: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    session.require_folder(&args.into)?;
    session.progress.start(t!(session.lang, "progress-computing"));
    if args.grants.is_empty() { published(args, session) } else { grants(args, session) }
}

/// Imports the files of the ANCT.
fn published(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let lang = session.lang;
    let inputs = [&args.list, &args.communes, &args.qpv].map(|file| file.clone().map(Input::from_arg));
    session.require_one_stdin(inputs.iter().flatten())?;
    let [list, communes, qpvs] = inputs;
    let files = PublishedFiles { list, communes, qpvs };
    let plan = match plan_import(&files, &args.into) {
        Ok(plan) => plan,
        Err(problems) => return Ok(session.refuse(&problems)),
    };
    let outlines = [
        outline(t!(lang, "cli-import-changes"), &plan.changes, |change| change.describe(lang)),
        outline(t!(lang, "cli-import-unplaced"), &plan.unplaced, |row| row.describe(lang)),
        outline(t!(lang, "cli-import-unlisted"), &plan.unlisted, |cite| cite.describe(lang)),
    ];
    finish(args, &outlines, &plan.summary(lang), &plan.tables, session)?;
    let placed = plan.unplaced.is_empty() && plan.unlisted.is_empty();
    Ok(if placed { Status::Success } else { Status::Negative })
}

/// Imports the State's grants.
fn grants(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let lang = session.lang;
    let inputs: Vec<Input> = args.grants.iter().map(Input::from_arg).collect();
    session.require_one_stdin(&inputs)?;
    let files = GrantFiles { inputs, columns: args.column.clone() };
    let plan = match plan_grants(&files, &args.into) {
        Ok(plan) => plan,
        Err(problems) => return Ok(session.refuse(&problems)),
    };
    let outlines = [
        outline(t!(lang, "cli-import-changes"), &plan.changes, |change| change.describe(lang)),
        outline(t!(lang, "cli-import-not-placed"), &plan.not_placed, |grant| grant.describe(lang)),
    ];
    finish(args, &outlines, &plan.summary(lang), &plan.tables, session)?;
    let placed = plan.found > 0 && plan.not_placed.is_empty();
    Ok(if placed { Status::Success } else { Status::Negative })
}

fn outline<T>(heading: String, rows: &[T], describe: impl Fn(&T) -> String) -> Outline {
    Outline { heading, lines: rows.iter().map(describe).collect() }
}

/// Prints what a plan changes, and writes the tables if `--write` is given.
fn finish(
    args: &Args,
    outlines: &[Outline],
    summary: &str,
    tables: &[ChangedTable],
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    for outline in outlines.iter().filter(|outline| !outline.lines.is_empty()) {
        write_outline(std::slice::from_ref(outline), session.style, &mut session.out)?;
        writeln!(session.out)?;
    }
    writeln!(session.out, "{summary}")?;
    if args.write {
        save_all(tables.iter().map(|table| (table.path.as_path(), table.bytes.as_slice())))?;
    } else if !tables.is_empty() {
        session.note(&t!(session.lang, "cli-import-dry"));
    }
    Ok(())
}
