//! `cites diff`: lists the differences between two snapshots.

use std::io::Write;
use std::path::PathBuf;

use super::failure::{Failure, Status};
use super::session::Session;
use super::values;
use crate::output::{ReportFormat, TextRole, outlined, write_json, write_markdown_outline, write_outline};
use crate::snapshot::{Input, diff};
use crate::t;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "OLD")]
    old: PathBuf,
    #[arg(value_name = "NEW")]
    new: PathBuf,
    #[arg(long, short, value_name = "FORMAT", default_value = "text",
        value_parser = values::report_format(&ReportFormat::ALL))]
    format: ReportFormat,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let lang = session.lang;
    session.require_one_stdin(&[&args.old, &args.new].map(Input::from_arg))?;
    let (old, new) = (session.load(&args.old)?, session.load(&args.new)?);
    let diff = session.work(&t!(lang, "progress-comparing"), || diff(&old, &new));
    let outline =
        outlined(diff.changes.iter().map(|change| (change.row_name(lang), change.difference(lang))));
    let out = &mut session.out;
    match args.format {
        ReportFormat::Json => write_json(&diff, out)?,
        ReportFormat::Text => {
            write_outline(&outline, session.style, out)?;
            let gap = if outline.is_empty() { "" } else { "\n" };
            writeln!(out, "{gap}{}", session.style.paint(TextRole::Detail, &diff.summary(lang)))?;
        }
        ReportFormat::Markdown => {
            writeln!(out, "{}", diff.summary(lang))?;
            write_markdown_outline(&outline, out)?;
        }
    }
    Ok(if diff.is_empty() { Status::Success } else { Status::Negative })
}
