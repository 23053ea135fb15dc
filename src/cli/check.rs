//! `cites check`: reports the problems of a snapshot.

use std::io::Write;
use std::path::PathBuf;

use super::failure::{Failure, Status};
use super::session::{Session, status_of};
use super::values;
use crate::locale::Lang;
use crate::output::{Grid, GridCell, Heading, ReportFormat, TextRole, write_json, write_table};
use crate::snapshot::{
    Coverage, EMBEDDED, EMBEDDED_ORIGIN, FieldCoverage, Input, Level, Report, check_input, check_str,
};
use crate::t;
use crate::views::Align;
use crate::views::data::evidence;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, short, value_name = "FORMAT", default_value = "text",
        value_parser = values::report_format(&[ReportFormat::Text, ReportFormat::Json]))]
    format: ReportFormat,
    #[arg(long)]
    strict: bool,
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let report = match args.file.clone().or_else(|| session.globals.data()) {
        Some(file) => {
            let input = Input::from_arg(file);
            let stage = t!(session.lang, "progress-checking", file = input.name());
            session.work(&stage, || check_input(&input, session.globals.max_size))
        }
        None => check_str(&EMBEDDED, EMBEDDED_ORIGIN),
    };
    match args.format {
        ReportFormat::Json => write_json(&report.document(session.lang), &mut session.out)?,
        _ => write_text(&report, session)?,
    }
    Ok(if report.passes(args.strict) { Status::Success } else { status_of(&report.problems) })
}

fn write_text(report: &Report, session: &mut Session<'_>) -> Result<(), Failure> {
    let (lang, style) = (session.lang, session.style);
    for problem in &report.problems {
        let (role, word) = match problem.fault.level() {
            Level::Error => (TextRole::Error, t!(lang, "cli-error")),
            Level::Warning => (TextRole::Warning, t!(lang, "cli-warning")),
            Level::Note => (TextRole::Note, t!(lang, "cli-note")),
        };
        writeln!(session.out, "{} {}", style.paint(role, &word), problem.describe(lang))?;
        if let Some(excerpt) = problem.excerpt() {
            writeln!(session.out, "{}", excerpt.render())?;
        }
    }
    let omitted = report.omitted.total();
    if omitted > 0 {
        writeln!(session.out, "… {}", t!(lang, "cli-check-omitted", count = omitted))?;
    }
    if !report.problems.is_empty() {
        writeln!(session.out)?;
    }
    if let Some(coverage) = &report.coverage {
        write_table(&grid(coverage, lang), style, &mut session.out)?;
        writeln!(session.out)?;
    }
    let summary = t!(
        lang,
        "cli-check-summary",
        errors = report.count(Level::Error),
        warnings = report.count(Level::Warning),
        notes = report.count(Level::Note)
    );
    Ok(writeln!(session.out, "{summary}")?)
}

/// Returns the table of the number of Cités with each field, by its name in the file.
fn grid(coverage: &Coverage, lang: Lang) -> Grid {
    let heading = |title: String, align| Heading { title, align };
    let cells = |field: &FieldCoverage| {
        let evidence = evidence(lang, field).into_iter().map(|(name, count)| format!("{name} {count}"));
        let evidence = evidence.collect::<Vec<_>>().join(", ");
        [
            field.field.name().to_owned(),
            format!("{}/{}", field.filled, coverage.cites),
            field.sourced.to_string(),
            evidence,
        ]
    };
    Grid {
        headings: vec![
            heading(t!(lang, "cli-check-field"), Align::Left),
            heading(t!(lang, "cli-check-filled"), Align::Right),
            heading(t!(lang, "cli-check-sourced"), Align::Right),
            heading(t!(lang, "cli-check-evidence"), Align::Left),
        ],
        rows: coverage.fields.iter().map(|field| cells(field).map(GridCell::plain).to_vec()).collect(),
    }
}
