//! Cités side by side: in which rows they agree and in which they differ.

use std::collections::BTreeSet;

use super::cites::CiteColumn;
use super::{Cell, Column, Context};
use crate::snapshot::Cite;
use crate::t;

/// Columns that are not compared: every Cité has another id, the label is in the heading, themes are listed one by one,
/// the date shows its precision, and the ages are compared in words.
const EXCLUDED: [CiteColumn; 8] = [
    CiteColumn::Id,
    CiteColumn::Label,
    CiteColumn::Precision,
    CiteColumn::AgeMin,
    CiteColumn::AgeMax,
    CiteColumn::RanForMin,
    CiteColumn::RanForMax,
    CiteColumn::Themes,
];

/// Cités side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Their labels.
    pub labels: Vec<String>,
    /// One row per compared property.
    pub rows: Vec<ComparisonRow>,
}

/// A property of each of the Cités.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    /// The name of the property.
    pub name: String,
    /// The value of each Cité; `None` if it is not known.
    pub values: Vec<Option<String>>,
    /// Whether two of the known values differ.
    pub differs: bool,
}

impl Comparison {
    /// Returns the rows in which not all Cités are equal.
    pub fn unequal(&self) -> impl Iterator<Item = &ComparisonRow> {
        self.rows.iter().filter(|row| !row.is_equal())
    }

    /// Returns the known values that all Cités have, each with its name: `Région Bretagne`.
    pub fn equal(&self) -> impl Iterator<Item = (&str, &str)> {
        let equal = self.rows.iter().filter(|row| row.is_equal());
        equal.filter_map(|row| Some((row.name.as_str(), row.values.first()?.as_deref()?)))
    }

    /// Returns the names of what is known of no Cité.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter(|row| row.values.iter().all(Option::is_none)).map(|row| row.name.as_str())
    }
}

impl ComparisonRow {
    /// Returns whether all Cités have the same value, or none has one.
    pub fn is_equal(&self) -> bool {
        self.values.windows(2).all(|pair| matches!(pair, [one, next] if one == next))
    }

    fn new(name: String, values: Vec<Option<String>>) -> Self {
        let known: BTreeSet<&String> = values.iter().flatten().collect();
        Self { differs: known.len() > 1, name, values }
    }
}

/// Compares Cités by their columns, then by their themes, communes and QPVs, and by those that all of
/// them share.
pub fn comparison(cites: &[&Cite], context: Context<'_>) -> Comparison {
    let lang = context.lang;
    let columns = CiteColumn::ALL.iter().filter(|column| !EXCLUDED.contains(column));
    let mut rows: Vec<ComparisonRow> = columns
        .map(|column| {
            let known = |cell: &Cell| *cell != Cell::Unknown;
            let cells = cites.iter().map(|cite| Some(column.cell(cite, context)).filter(known));
            ComparisonRow::new(
                column.title(lang),
                cells.map(|cell| cell.map(|cell| cell.text(lang))).collect(),
            )
        })
        .collect();
    rows.push(listed(CiteColumn::Themes.title(lang), cites, |cite| &cite.themes.values, |theme| theme));
    rows.extend(shared(
        t!(lang, "comparison-shared-communes"),
        cites,
        |cite| cite.communes(),
        |commune| &commune.insee,
        |commune| &commune.name,
    ));
    rows.extend(shared(
        t!(lang, "comparison-shared-qpvs"),
        cites,
        |cite| cite.qpvs(),
        |qpv| &qpv.code,
        |qpv| &qpv.name,
    ));
    rows.push(listed(t!(lang, "comparison-communes"), cites, |cite| cite.communes(), |one| &one.name));
    rows.push(listed(t!(lang, "comparison-qpvs"), cites, |cite| cite.qpvs(), |one| &one.name));
    Comparison { labels: cites.iter().map(|cite| cite.display_label().to_owned()).collect(), rows }
}

/// Compares Cités by a list of each, such as its communes.
fn listed<'a, T: 'a>(
    name: String,
    cites: &[&'a Cite],
    all: impl Fn(&'a Cite) -> &'a [T],
    text: impl Fn(&'a T) -> &'a str,
) -> ComparisonRow {
    let joined = |cite: &&'a Cite| {
        let texts: Vec<&str> = all(cite).iter().map(&text).collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    };
    ComparisonRow::new(name, cites.iter().map(joined).collect())
}

/// Returns the items that all of the Cités share, as a value of each; `None` if there are none.
fn shared<'a, T: 'a>(
    name: String,
    cites: &[&'a Cite],
    all: impl Fn(&'a Cite) -> &'a [T],
    code: impl Fn(&'a T) -> &'a str,
    text: impl Fn(&'a T) -> &'a str,
) -> Option<ComparisonRow> {
    let (first, others) = cites.split_first()?;
    let everywhere =
        |one: &&'a T| others.iter().all(|cite| all(cite).iter().any(|other| code(other) == code(one)));
    let texts: Vec<&str> = all(first).iter().filter(everywhere).map(text).collect();
    let text = (!texts.is_empty() && !others.is_empty()).then(|| texts.join(", "))?;
    Some(ComparisonRow { name, values: vec![Some(text); cites.len()], differs: false })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::locale::Lang;
    use crate::snapshot::embedded;

    fn compared(ids: &[&str]) -> Comparison {
        let snapshot = embedded().unwrap();
        let context = Context { snapshot: &snapshot, lang: Lang::FR, today: date(2026, 11, 22) };
        let cites: Vec<&Cite> = ids.iter().map(|id| snapshot.cite(id).unwrap()).collect();
        comparison(&cites, context)
    }

    fn row<'a>(comparison: &'a Comparison, name: &str) -> &'a ComparisonRow {
        comparison.rows.iter().find(|row| row.name == name).unwrap()
    }

    #[test]
    fn facts_differ_or_do_not() {
        let both = compared(&["cde-040", "cde-058"]);
        assert_eq!(both.labels, ["Saint-Quentin", "CA de Saint-Quentin-en-Yvelines"]);
        let region = row(&both, "Région");
        assert_eq!(region.values, [Some("Hauts-de-France".into()), Some("Île-de-France".into())]);
        assert!(region.differs);
        assert!(!row(&both, "Vague").differs);
    }

    #[test]
    fn unknown_values_do_not_differ() {
        let both = compared(&["cde-040", "cde-058"]);
        let carrier = row(&both, "Porteur");
        assert_eq!((carrier.values[0].as_deref(), carrier.differs), (None, false));
    }

    #[test]
    fn communes_in_common_are_named() {
        let snapshot = embedded().unwrap();
        let covering: Vec<&str> = snapshot
            .cites
            .iter()
            .filter(|cite| cite.communes().iter().any(|commune| commune.name == "Bobigny"))
            .map(|cite| cite.id.as_str())
            .collect();
        let all = compared(&covering);
        let shared = row(&all, "Communes en commun");
        assert!(
            shared.values.iter().all(|value| value.as_ref().is_some_and(|text| text.contains("Bobigny")))
        );
        assert!(compared(&["cde-040", "cde-058"]).rows.iter().all(|row| row.name != shared.name));
    }
}
