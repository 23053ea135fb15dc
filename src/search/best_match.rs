//! The best match of a query, and the place that a text names.

use super::index::Index;
use super::query::Query;
use crate::fold::fold_text;
use crate::snapshot::{Cite, Commune, Snapshot};

/// A runner-up scores less than the best match by at most one part in this many of its score.
const RUNNER_UP_DISTANCE: u32 = 4;

/// The best match of a query, and the runners-up.
#[derive(Debug, Clone, PartialEq)]
pub struct BestMatch<'s> {
    /// The Cité with the highest score.
    pub cite: &'s Cite,
    /// The Cités with a score nearly as high, the best first.
    pub others: Vec<&'s Cite>,
}

/// A place that a text names.
#[derive(Debug, Clone, PartialEq)]
pub enum Place<'s> {
    /// A point, as `[longitude, latitude]` in WGS 84 degrees.
    Point([f64; 2]),
    /// Two numbers beyond the range of latitude and longitude.
    OutOfRange,
    /// A Cité.
    Cite(BestMatch<'s>),
    /// A commune of a Cité.
    Commune {
        /// The one with the lowest code.
        commune: &'s Commune,
        /// Others of the same name.
        others: Vec<&'s Commune>,
    },
}

impl Index {
    /// Returns the Cité that scores highest, and those that score at least three
    /// quarters as much. `snapshot` is the one that was indexed.
    ///
    /// ```
    /// use cites_emploi::search::{Index, Query};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let best = index.best_match(&snapshot, &Query::parse("st quentin")).expect("a Cité");
    /// assert_eq!(best.cite.label, "Saint-Quentin");
    /// assert_eq!(best.others[0].id, "cde-058");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn best_match<'s>(&self, snapshot: &'s Snapshot, query: &Query) -> Option<BestMatch<'s>> {
        let hits = self.search(query).hits;
        let best = hits.first()?.score;
        let near = hits.iter().take_while(|hit| hit.score >= best - best / RUNNER_UP_DISTANCE);
        let mut cites = near.filter_map(|hit| snapshot.cites.get(hit.row()));
        Some(BestMatch { cite: cites.next()?, others: cites.collect() })
    }

    /// Finds the place that a text names: `latitude,longitude`, the id of a
    /// Cité, the name or the INSEE code of a commune, or the best match.
    ///
    /// ```
    /// use cites_emploi::search::{Index, Place};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// assert_eq!(index.locate(&snapshot, "48.11,-1.68"), Some(Place::Point([-1.68, 48.11])));
    /// let Some(Place::Commune { commune, .. }) = index.locate(&snapshot, "rennes") else { panic!() };
    /// assert_eq!(commune.insee, "35238");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn locate<'s>(&self, snapshot: &'s Snapshot, text: &str) -> Option<Place<'s>> {
        if let Some([lat, lon]) = two_numbers(text) {
            let on_globe = lat.abs() <= 90.0 && lon.abs() <= 180.0;
            return Some(if on_globe { Place::Point([lon, lat]) } else { Place::OutOfRange });
        }
        if let Some(cite) = snapshot.cite_by_id(text) {
            return Some(Place::Cite(BestMatch { cite, others: Vec::new() }));
        }
        let name = fold_text(text);
        let mut communes: Vec<&Commune> = snapshot
            .cites
            .iter()
            .flat_map(|cite| cite.communes())
            .filter(|commune| commune.insee == text || fold_text(&commune.name) == name)
            .collect();
        communes.sort_by(|a, b| a.insee.cmp(&b.insee));
        communes.dedup_by(|a, b| a.insee == b.insee);
        let mut communes = communes.into_iter();
        match communes.next() {
            Some(commune) => Some(Place::Commune { commune, others: communes.collect() }),
            None => self.best_match(snapshot, &Query::parse(text)).map(Place::Cite),
        }
    }
}

/// Parses the two numbers of `48.11,-1.68` or `48.11 -1.68`, or with decimal
/// commas of `48,11 -1,68` or `48,11;-1,68`.
fn two_numbers(text: &str) -> Option<[f64; 2]> {
    let gap = |c: char| c == ';' || c.is_whitespace();
    let text = text.trim();
    let (first, second, decimal_comma) = match text.split_once(gap) {
        // The comma of `48.11, -1.68` separates the numbers.
        Some((first, second)) if !first.ends_with(',') => (first, second.trim_start_matches(gap), true),
        _ => text.split_once(',').map(|(first, second)| (first, second, false))?,
    };
    let number = |text: &str| {
        let text = text.trim();
        let parsed = if decimal_comma { text.replace(',', ".").parse() } else { text.parse() };
        parsed.ok().filter(|number: &f64| number.is_finite())
    };
    Some([number(first)?, number(second)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::embedded;

    #[test]
    fn two_numbers_are_a_latitude_and_a_longitude() {
        for text in
            ["48.11,-1.68", "48.11, -1.68", " 48.11 -1.68", "48,11 -1,68", "48,11;-1,68", "48,11 ; -1,68"]
        {
            assert_eq!(two_numbers(text), Some([48.11, -1.68]), "{text}");
        }
        assert_eq!(two_numbers("-20.9,55.5"), Some([-20.9, 55.5]));
        for text in ["48.11", "NaN,0", "inf,0", "a,b", "1,2,3", "", ",", "35238", "st quentin", "48 rue"] {
            assert_eq!(two_numbers(text), None, "{text:?}");
        }
    }

    #[test]
    fn numbers_beyond_the_poles_are_out_of_range() {
        let snapshot = embedded().unwrap();
        let index = Index::new(&snapshot, "2026-11-22".parse().unwrap());
        for text in ["91,0", "0,181", "-1.68 480"] {
            assert_eq!(index.locate(&snapshot, text), Some(Place::OutOfRange), "{text}");
        }
    }

    #[test]
    fn a_code_a_name_and_an_id_are_locations() {
        let snapshot = embedded().unwrap();
        let index = Index::new(&snapshot, "2026-11-22".parse().unwrap());
        let Some(Place::Commune { commune, others }) = index.locate(&snapshot, "93066") else {
            panic!("a commune")
        };
        assert_eq!((commune.name.as_str(), others.len()), ("Saint-Denis", 0));
        assert!(
            matches!(index.locate(&snapshot, "cde-001"), Some(Place::Cite(BestMatch { others, .. })) if others.is_empty())
        );
        assert_eq!(index.locate(&snapshot, "xyzxyz"), None);
    }
}
