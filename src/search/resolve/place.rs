//! The place that a text names.

use super::{Answer, Outside, Scope};
use crate::fold::fold_text;
use crate::search::index::Index;
use crate::search::query::Query;
use crate::snapshot::{Commune, Snapshot};

/// A place that a text names.
#[derive(Debug, Clone)]
pub enum Location<'s> {
    /// A point, as `[longitude, latitude]` in WGS 84 degrees.
    Point([f64; 2]),
    /// Two numbers beyond the range of latitude and longitude.
    OutOfRange,
    /// A place that no Cité covers.
    Outside(Outside),
    /// The best Cité of an answer.
    Cite(Answer),
    /// A commune of a Cité.
    Commune {
        /// The one with the lowest code.
        commune: &'s Commune,
        /// Others of the same name.
        others: Vec<&'s Commune>,
    },
}

impl Index {
    /// Finds the place that a text names: `latitude,longitude`, the id of a
    /// Cité, the name or the INSEE code of a commune, or what it is resolved to. Returns the answer without any Cité
    /// as the error.
    ///
    /// ```
    /// use cites_emploi::search::{Index, Location};
    /// use cites_emploi::snapshot::embedded;
    ///
    /// let snapshot = embedded()?;
    /// let index = Index::new(&snapshot, "2026-11-22".parse()?);
    /// let point = index.locate(&snapshot, "48.11,-1.68");
    /// assert!(matches!(point, Ok(Location::Point([-1.68, 48.11]))));
    /// let Ok(Location::Commune { commune, .. }) = index.locate(&snapshot, "rennes") else { panic!() };
    /// assert_eq!(commune.insee, "35238");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The text names nothing. The answer may offer similar names.
    pub fn locate<'s>(&self, snapshot: &'s Snapshot, text: &str) -> Result<Location<'s>, Box<Answer>> {
        if let Some([lat, lon]) = two_numbers(text) {
            let on_globe = lat.abs() <= 90.0 && lon.abs() <= 180.0;
            return Ok(if on_globe { Location::Point([lon, lat]) } else { Location::OutOfRange });
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
        if let Some(commune) = communes.next() {
            return Ok(Location::Commune { commune, others: communes.collect() });
        }
        let mut answer = self.resolve(snapshot, &Query::parse(text), Scope::CERTAIN);
        match answer.outside.take() {
            Some(outside) => Ok(Location::Outside(outside)),
            None if answer.is_empty() => Err(Box::new(answer)),
            None => Ok(Location::Cite(answer)),
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
            assert!(matches!(index.locate(&snapshot, text), Ok(Location::OutOfRange)), "{text}");
        }
    }

    #[test]
    fn a_code_a_name_and_an_id_are_locations() {
        let snapshot = embedded().unwrap();
        let index = Index::new(&snapshot, "2026-11-22".parse().unwrap());
        let Ok(Location::Commune { commune, others }) = index.locate(&snapshot, "93066") else {
            panic!("a commune")
        };
        assert_eq!((commune.name.as_str(), others.len()), ("Saint-Denis", 0));
        let Ok(Location::Cite(answer)) = index.locate(&snapshot, "cde-001") else { panic!("a Cité") };
        assert_eq!(answer.best(), Some((0, Vec::new())));
        assert!(index.locate(&snapshot, "xyzxyz").is_err());
    }
}
