//! Rules for one Cité of a snapshot.

use serde_json::{Map, Value};
use smol_str::SmolStr;

use super::value::QPV;
use crate::snapshot::cite_field::CiteField;
use crate::snapshot::date::PartialDate;
use crate::snapshot::json::{Cursor, Members};
use crate::snapshot::model::{Experiment, Qpv};
use crate::snapshot::problem::{Detail, Reporter};
use crate::snapshot::rule::Rule;

/// The parts of a Cité that rules test or compare. A part that cannot be
/// parsed is `None` and does not keep the others from being tested.
pub(crate) struct CiteParts<'a> {
    pub(crate) fields: &'a Members<'a>,
    /// The year.
    pub(crate) wave: Option<i16>,
    pub(crate) label_date: Option<PartialDate>,
    pub(crate) launch_date: Option<PartialDate>,
    /// The codes of the departments of its communes, each once.
    pub(crate) departments: &'a [SmolStr],
    pub(crate) qpvs: &'a [(Cursor<'a>, Qpv)],
    pub(crate) experiment: Option<&'a Experiment>,
}

/// A rule for one Cité.
pub(crate) struct CiteRule {
    pub(crate) rule: Rule,
    pub(crate) test: fn(&CiteParts<'_>, &mut Reporter<'_>),
}

/// Every rule.
pub(crate) const RULES: [CiteRule; 7] = [
    CiteRule {
        rule: Rule::error("problem-outside-wave"),
        test: |cite, report| {
            if let (Some(label), Some(wave)) = (cite.label_date, cite.wave)
                && label.year() != wave
            {
                report_date(cite, "label_date", label, ("wave", wave.to_string()), report);
            }
        },
    },
    CiteRule {
        rule: Rule::warning("problem-before-label"),
        test: |cite, report| {
            if let (Some(launch), Some(label)) = (cite.launch_date, cite.label_date)
                && launch.latest() < label.earliest()
            {
                report_date(cite, "launch_date", launch, ("label", label.to_string()), report);
            }
        },
    },
    CiteRule {
        rule: Rule::error("problem-before-programme"),
        test: |cite, report| {
            if let (Some(launch), Some(Experiment { start, .. })) = (cite.launch_date, cite.experiment)
                && launch.latest() < start.earliest()
            {
                report_date(cite, "launch_date", launch, ("start", start.to_string()), report);
            }
        },
    },
    CiteRule {
        rule: Rule::warning("problem-after-experiment"),
        test: |cite, report| {
            if let (Some(launch), Some(Experiment { end, .. })) = (cite.launch_date, cite.experiment)
                && launch.earliest() > end.latest()
            {
                report_date(cite, "launch_date", launch, ("end", end.to_string()), report);
            }
        },
    },
    CiteRule { rule: Rule::warning("problem-no-statement"), test: no_statement },
    CiteRule {
        rule: Rule::warning("problem-no-commune"),
        test: |cite, report| {
            let communes = cite.fields.key("communes");
            if communes.items().is_empty() {
                report.add(&communes, "", Vec::new());
            }
        },
    },
    CiteRule { rule: Rule::warning("problem-outside-cite"), test: outside_cite },
];

fn report_date(
    cite: &CiteParts<'_>,
    key: &'static str,
    date: PartialDate,
    (name, detail): (&'static str, String),
    report: &mut Reporter<'_>,
) {
    report.add(&cite.fields.key(key).key("date"), &date.to_string(), vec![(name, detail.into())]);
}

/// Finds values whose evidence is a source, without one.
fn no_statement(cite: &CiteParts<'_>, report: &mut Reporter<'_>) {
    for field in CiteField::ALL {
        let Some(claim) = field.claim() else { continue };
        let Some(value) = cite.fields.read::<Map<String, Value>>(field.name()) else { continue };
        let claimed = match value.get(claim) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(items)) => {
                items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
            _ => continue,
        };
        let is_sourced = value.get("sources").and_then(Value::as_array).is_none_or(|list| !list.is_empty());
        if !is_sourced && !claimed.is_empty() && field.needs_source(&claimed) {
            report.add(&cite.fields.key(field.name()).key(claim), &claimed, Vec::new());
        }
    }
}

/// Finds quartiers of a department in which the Cité has no commune.
fn outside_cite(cite: &CiteParts<'_>, report: &mut Reporter<'_>) {
    let of_cite = |number: &str| cite.departments.iter().any(|code| number.starts_with(code.as_str()));
    for (at, Qpv { code, .. }) in cite.qpvs.iter().filter(|(_, qpv)| (QPV.test)(&qpv.code)) {
        let number = code.strip_prefix("QP").unwrap_or(code);
        if !cite.departments.is_empty() && !of_cite(number.strip_prefix('0').unwrap_or(number)) {
            let departments = cite.departments.join(", ");
            report.add(&at.key("code"), code, vec![("departments", Detail::Text(departments))]);
        }
    }
}
