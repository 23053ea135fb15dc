//! Classes of values, for a map whose areas are filled in few steps.

/// The number of shades that areas are filled with.
pub const SHADES: usize = 4;

/// Values that are filled with the same shade.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Class {
    /// The lowest value.
    pub from: f64,
    /// The highest value.
    pub to: f64,
    /// The shade: from 0, for low values, up to [`SHADES`] - 1.
    pub shade: usize,
}

/// Divides values into at most `most` classes with about as many values each. Equal values are in the same class, and
/// the bounds of each class are values.
pub fn by_rank(mut values: Vec<f64>, most: usize) -> Vec<Class> {
    values.sort_unstable_by(f64::total_cmp);
    let mut bounds = Vec::new();
    let mut rest = values.as_slice();
    while let Some(from) = rest.first() {
        let size = rest.len().div_ceil(most.saturating_sub(bounds.len()).max(1));
        let to = rest.get(size - 1).unwrap_or(from);
        bounds.push([*from, *to]);
        rest = rest.get(rest.partition_point(|value| value <= to)..).unwrap_or_default();
    }
    let count = bounds.len();
    let classes = bounds.into_iter().enumerate();
    classes.map(|(index, [from, to])| Class { from, to, shade: (index + 1) * SHADES / count - 1 }).collect()
}

/// Returns the four classes of whole percentages: below 25, 50 and 75, and the rest.
pub fn quarters() -> Vec<Class> {
    let bounds = [[0.0, 24.0], [25.0, 49.0], [50.0, 74.0], [75.0, 100.0]];
    bounds.into_iter().enumerate().map(|(shade, [from, to])| Class { from, to, shade }).collect()
}

/// Returns the class that a value is in.
pub fn class_of(classes: &[Class], value: f64) -> Option<&Class> {
    classes.iter().find(|class| (class.from..=class.to).contains(&value))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn classes_have_about_as_many_values_each() {
        let counts = [1, 1, 1, 3, 3, 3, 3, 3, 4, 5, 6, 8, 8, 14, 21].map(f64::from).to_vec();
        let bounds = |values: Vec<f64>, most| {
            by_rank(values, most)
                .into_iter()
                .map(|class| (class.from, class.to, class.shade))
                .collect::<Vec<_>>()
        };
        assert_eq!(bounds(counts.clone(), 4), [(1.0, 3.0, 0), (4.0, 6.0, 1), (8.0, 8.0, 2), (14.0, 21.0, 3)]);
        assert_eq!(bounds(counts, 3), [(1.0, 3.0, 0), (4.0, 8.0, 1), (14.0, 21.0, 3)]);
        assert_eq!(bounds(vec![2.0, 1.0], 4), [(1.0, 1.0, 1), (2.0, 2.0, 3)]);
        assert_eq!(bounds(vec![5.0; 9], 4), [(5.0, 5.0, 3)]);
        assert_eq!(bounds(Vec::new(), 4), []);
    }

    proptest! {
        #[test]
        fn every_value_is_in_one_class(
            values in prop::collection::vec(0u8..30, 1..60),
            most in 1usize..=SHADES,
        ) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let classes = by_rank(values.clone(), most);
            prop_assert!(classes.len() <= most);
            for value in values {
                prop_assert_eq!(
                    classes.iter().filter(|class| (class.from..=class.to).contains(&value)).count(), 1
                );
            }
            prop_assert!(classes.windows(2).all(|pair| pair[0].shade < pair[1].shade));
        }

        #[test]
        fn every_percentage_is_in_one_class(percent in 0u8..=100) {
            let value = f64::from(percent);
            prop_assert_eq!(
                quarters().iter().filter(|class| (class.from..=class.to).contains(&value)).count(), 1
            );
        }
    }
}
