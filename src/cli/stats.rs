//! `cites stats`: counts Cités, communes, QPVs and inhabitants by group, or crosses two groupings.

use std::io::Write;

use super::failure::{Failure, Status};
use super::listing::{Kinds, ListingArgs, column_names};
use super::query::{Found, Searcher};
use super::session::Session;
use super::values;
use crate::output::{Format, write_cross};
use crate::search::Scope;
use crate::snapshot::QpvFigure;
use crate::t;
use crate::views::cross::{CrossOptions, CrossTable, Quantity, Share, in_several_groups};
use crate::views::groups::{Grouping, Groups};
use crate::views::map::{Division, area_stats};
use crate::views::stats::{Stat, StatColumn, stats};
use crate::views::summary::{Summary, SummaryColumn, SummaryValue, summaries};
use crate::views::{Column, Context, quartiers};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "GROUPING", value_parser = values::grouping(), default_value = "region")]
    by: Grouping,
    #[arg(long, value_name = "GROUPING", value_parser = values::grouping(),
        conflicts_with_all = ["summary", "sort", "reverse", "columns", "limit"])]
    across: Option<Grouping>,
    #[arg(long, value_name = "QUANTITY", value_parser = values::measured())]
    of: Option<&'static str>,
    #[arg(long, value_name = "TOTAL", value_parser = values::share(), requires = "across")]
    share: Option<Share>,
    #[arg(long, value_name = "VALUES", value_delimiter = ',', value_parser = values::summary(), requires = "of")]
    summary: Vec<SummaryValue>,
    #[command(flatten)]
    listing: ListingArgs<RowKinds>,
}

/// What a row can stand for: counts or values of a group.
#[derive(Debug)]
struct RowKinds;

impl Kinds for RowKinds {
    fn column_names() -> Vec<&'static str> {
        [column_names::<StatColumn>(), column_names::<SummaryColumn>()].concat()
    }
}

pub(super) fn run(args: &Args, session: &mut Session<'_>) -> Result<Status, Failure> {
    let snapshot = session.snapshot()?;
    let context = session.context(&snapshot);
    let searcher = Searcher::new(context);
    if let Some(across) = args.across {
        let options = args.cross_options(across, session)?;
        let Found { positions, .. } = searcher.find(&args.query, Scope::CERTAIN, session);
        return args.write_cross(options, &positions, context, session);
    }
    if !args.summary.is_empty() {
        let figure = args.figure(session)?;
        let listing = args.listing.resolve(|column| column.of("--summary", session))?;
        let Found { positions, .. } = searcher.find(&args.query, Scope::CERTAIN, session);
        return args.write_summary(figure, &listing, &positions, context, session);
    }
    if args.of.is_some() {
        let alternatives = "--across | --summary".to_owned();
        return Err(Failure::Usage(t!(session.lang, "cli-missing-argument", arg = alternatives)));
    }
    let listing = args.listing.resolve(|column| column.of("cites stats", session))?;
    let Found { cites, positions, .. } = searcher.find(&args.query, Scope::CERTAIN, session);
    let rows = match (listing.is_map(), Division::of_grouping(args.by)) {
        (false, _) => stats(args.by, &positions, context),
        (true, Some(division)) => area_stats(division, &positions, context),
        (true, None) => return Err(Failure::Usage(t!(session.lang, "cli-no-areas"))),
    };
    let columns = StatColumn::defaults(session.style.terminal);
    let status = listing.write(rows.iter().collect(), &columns, context, session)?;
    if status == Status::Success && listing.is_for_people() {
        let lang = session.lang;
        let all = Stat::of("", &cites, cites.len(), &snapshot);
        let total = t!(
            lang,
            "cli-stats-total",
            cites = t!(lang, "count-cites", count = all.cites),
            communes = t!(lang, "count-communes", count = all.communes),
            qpvs = all.qpvs,
            inhabitants = StatColumn::Population.text(&all, context)
        );
        writeln!(session.out, "\n{total}")?;
        write_remarks(&several_groups(args.by, &positions, context), session)?;
    }
    Ok(status)
}

/// Says that some Cités are in several groups, if so.
fn several_groups(by: Grouping, listed: &[usize], context: Context<'_>) -> Vec<String> {
    let count = Groups::new(by, context).count_in_several(listed);
    let remark = (count > 0).then(|| in_several_groups(by, count, context.lang));
    Vec::from_iter(remark)
}

fn write_remarks(remarks: &[String], session: &mut Session<'_>) -> Result<(), Failure> {
    for remark in remarks {
        writeln!(session.out, "{remark}")?;
    }
    Ok(())
}

impl Args {
    fn cross_options(&self, across: Grouping, session: &Session<'_>) -> Result<CrossOptions, Failure> {
        if self.listing.is_map() {
            return Err(Failure::Usage(t!(session.lang, "cli-no-positions")));
        }
        let of = match self.of {
            None => Quantity::default(),
            Some(name) => Quantity::ALL
                .into_iter()
                .find(|quantity| quantity.name() == name)
                .ok_or_else(|| wrong_of(name, "--across", &Quantity::ALL.map(Quantity::name), session))?,
        };
        Ok(CrossOptions { by: self.by, across, of, share: self.share })
    }

    fn write_cross(
        &self,
        options: CrossOptions,
        listed: &[usize],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure> {
        let lang = session.lang;
        let table = CrossTable::new(options, listed, context);
        let is_for_people = self.listing.is_for_people();
        if !table.rows.is_empty() || !is_for_people {
            self.listing
                .format()
                .write_by(Format::Table, session, |options, out| write_cross(&table, lang, options, out))?;
        }
        if table.rows.is_empty() {
            return Ok(Status::Negative);
        }
        let remarks = table.remarks(lang);
        if is_for_people && !remarks.is_empty() {
            writeln!(session.out)?;
            write_remarks(&remarks, session)?;
        }
        Ok(Status::Success)
    }

    fn figure(&self, session: &Session<'_>) -> Result<QpvFigure, Failure> {
        let name = self.of.unwrap_or_default();
        let names: Vec<&str> = quartiers::named().map(|(name, _)| name).collect();
        let figure = quartiers::named().find(|(known, _)| *known == name).map(|(_, figure)| figure);
        figure.ok_or_else(|| wrong_of(name, "--summary", &names, session))
    }

    fn write_summary(
        &self,
        figure: QpvFigure,
        listing: &ListingArgs<SummaryColumn>,
        listed: &[usize],
        context: Context<'_>,
        session: &mut Session<'_>,
    ) -> Result<Status, Failure> {
        let rows = summaries(self.by, figure, listed, context);
        let values = self.summary.iter().map(|value| value.column(figure));
        let plot = session.style.terminal.then_some(SummaryColumn::Plot);
        let columns: Vec<SummaryColumn> =
            [SummaryColumn::Group, SummaryColumn::Known].into_iter().chain(values).chain(plot).collect();
        let status = listing.write(rows.iter().collect(), &columns, context, session)?;
        if status == Status::Success && listing.is_for_people() {
            let all = Summary::new(&t!(session.lang, "cross-total"), figure, listed, context);
            writeln!(session.out, "\n{}", all.sentence(context))?;
            write_remarks(&several_groups(self.by, listed, context), session)?;
        }
        Ok(status)
    }
}

/// Says that `--of` does not take a name together with another option, and which names it takes.
fn wrong_of(name: &str, option: &str, names: &[&str], session: &Session<'_>) -> Failure {
    let text = t!(session.lang, "cli-conflict", arg = format!("--of {name}"), other = option);
    let values = t!(session.lang, "cli-allowed-values", values = names.join(", "));
    Failure::Usage(format!("{text}\n  {values}"))
}
