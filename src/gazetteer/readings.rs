//! The keys that a typed text may stand for.

use super::key::{ARTICLES, distinct, key, unify};
use crate::fold::fold_typed;

/// Words of a typed text that stand for one of several words of names, folded: `s/` in `Chalon s/ Saône`.
const AMBIGUOUS: &[(&str, &[&str])] = &[("s", &["sur", "sous"])];

/// Returns the keys that a text may stand for, the likeliest first. None if nothing is left of it.
pub(super) fn readings(text: &str) -> Vec<String> {
    let mut readings = Vec::new();
    for reading in with_all_words(&key(text)) {
        let article_first = reading.rsplit_once(' ').filter(|(_, last)| ARTICLES.contains(last));
        readings.extend(article_first.map(|(name, article)| format!("{article} {name}")));
        readings.push(reading);
    }
    distinct(readings)
}

/// Returns the starts of keys that a text may mean that is still being typed. Its last word may be complete (`st` of
/// `St-Denis`) or just begun (`st` of `Strasbourg`).
pub(super) fn readings_of_start(text: &str) -> Vec<String> {
    let mut readings = Vec::new();
    for folded in fold_typed(text) {
        readings.extend(with_all_words(&unify(&folded)));
        if let Some((words, last)) = folded.rsplit_once(' ') {
            readings.extend(with_all_words(&unify(words)).into_iter().map(|words| format!("{words} {last}")));
        } else {
            readings.push(folded);
        }
    }
    distinct(readings)
}

/// Returns the text, and after it a copy for each word that an ambiguous one may stand for.
fn with_all_words(text: &str) -> Vec<String> {
    let mut texts = vec![text.to_owned()];
    for (short, words) in AMBIGUOUS {
        if text.split(' ').any(|word| word == *short) {
            let replaced = |long| text.split(' ').map(move |word| if word == *short { long } else { word });
            texts.extend(words.iter().map(|long| replaced(*long).collect::<Vec<_>>().join(" ")));
        }
    }
    texts
}
