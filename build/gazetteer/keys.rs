//! The keys of the names in the tables: of the whole name, and of the shorter and other forms that people write.

use super::key::{ARTICLES, distinct, key, strip_word};
use super::layout::PlaceKind;

/// The legal forms at the start of the names of EPCIs, which people leave out, as keys have them.
const LEGAL_FORMS: &[&str] = &["cc", "ca", "cu"];

/// What may follow a legal form and is left out with it: `CC de la Plaine` is found as `plaine`. Longer ones are
/// before those they contain.
const LINKS: &[&str] = &["de la", "de l", "du", "des", "de", "d"];

/// How people write the name of a métropole, whose own name says `métropole` first or last.
const METROPOLE_KEYS: &[&str] = &["{} metropole", "metropole {}", "metropole de {}", "metropole d {}"];

/// How people write the name of an EPT.
const EPT_KEYS: &[&str] = &["ept {}"];

/// How people write the name of a municipal arrondissement, besides `{city} {number} arrondissement`.
const ARRONDISSEMENT_KEYS: &[&str] = &[
    "{city} {number}",
    "{number} arrondissement",
    "{number} arrondissement {city}",
    "{number} arrondissement de {city}",
];

/// Returns the keys of a name, each once: first that of the whole name, then those of shorter and other forms.
pub fn keys(name: &str, kind: PlaceKind) -> Vec<String> {
    let full = key(name);
    let mut keys = Vec::new();
    match kind {
        PlaceKind::MunicipalArrondissement => {
            let parts = full.strip_suffix(" arrondissement").and_then(|start| start.rsplit_once(' '));
            if let Some((city, number)) = parts {
                let fill = |form: &&str| form.replace("{city}", city).replace("{number}", number);
                keys.extend(ARRONDISSEMENT_KEYS.iter().map(fill));
            }
        }
        PlaceKind::Epci => {
            let metropole = full.strip_prefix("metropole ").map(without_link);
            if let Some(rest) = metropole.or_else(|| full.strip_suffix(" metropole")) {
                keys.extend(METROPOLE_KEYS.iter().map(|form| form.replace("{}", rest)));
            }
            if let Some(rest) = LEGAL_FORMS.iter().find_map(|form| strip_word(&full, form)) {
                let name = without_link(rest);
                keys.extend([rest.to_owned(), name.to_owned()]);
                keys.extend(without_article(name).map(str::to_owned));
            }
        }
        PlaceKind::Ept => keys.extend(EPT_KEYS.iter().map(|form| form.replace("{}", &full))),
        _ => {
            // `Bors (Canton de Charente-Sud)`
            keys.extend(name.split_once('(').map(|(before, _)| key(before)));
            keys.extend(without_article(&full).map(str::to_owned));
        }
    }
    keys.insert(0, full);
    distinct(keys)
}

fn without_link(text: &str) -> &str {
    LINKS.iter().find_map(|link| strip_word(text, link)).unwrap_or(text)
}

/// Returns the text without its first word, if that is an article and not all of it.
fn without_article(text: &str) -> Option<&str> {
    let rest = ARTICLES.iter().find_map(|article| strip_word(text, article))?;
    Some(rest).filter(|rest| !rest.is_empty())
}
