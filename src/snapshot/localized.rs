//! Texts of the model in several languages: in JSON, each language has a key of its own, such as
//! `title_fr` and `title_en`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserializer, Serializer};
use serde_json::{Map, Value};

use crate::locale::{Lang, Localized, localized_keys};

/// Whether the format has every text in `lang`. A text in another language may be left out.
pub(super) fn is_required(lang: Lang) -> bool {
    [Lang::FALLBACK, Lang::UNLOCALIZED].contains(&lang)
}

/// A text of the model in several languages.
pub(crate) trait LocalizedField {
    /// Its JSON keys in the order of [`Lang::ALL`].
    const KEYS: &'static [&'static str];

    /// Describes the key of a language for the schema.
    fn description(lang: Lang) -> String;
}

/// Defines fields from their name, the start of their keys, and their description.
macro_rules! localized_fields {
    ($($field:ident, $stem:literal, $description:literal;)+) => {$(
        #[doc = concat!("The field `", $stem, "`.")]
        pub(crate) struct $field;

        impl LocalizedField for $field {
            const KEYS: &'static [&'static str] = &localized_keys!($stem);

            fn description(lang: Lang) -> String {
                format!($description, lang.english_name())
            }
        }
    )+};
}

localized_fields! {
    Title, "title", "Title in {}.";
    Text, "text", "Text in {}.";
    Paraphrase, "text", "Text in {}, paraphrased.";
    FigureLabel, "label", "What it counts, in {}.";
}

/// Reads and writes a field, flattened into the object that it is in.
pub(crate) struct Keys<F>(PhantomData<F>);

impl<F: LocalizedField> Keys<F> {
    /// Pairs each text with its key.
    fn texts(texts: &Localized<String>) -> impl Iterator<Item = (&'static str, &str)> {
        Self::languages().filter_map(|(key, lang)| Some((key, texts.own(lang)?.as_str())))
    }

    /// Pairs each key with its language.
    fn languages() -> impl Iterator<Item = (&'static str, Lang)> {
        F::KEYS.iter().copied().zip(Lang::ALL)
    }

    pub(crate) fn serialize<S: Serializer>(
        texts: &Localized<String>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Self::texts(texts))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Localized<String>, D::Error> {
        deserializer.deserialize_struct("Localized", F::KEYS, Self(PhantomData))
    }
}

impl<'de, F: LocalizedField> Visitor<'de> for Keys<F> {
    type Value = Localized<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the keys {}", F::KEYS.join(", "))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut texts: Vec<(Lang, String)> = Vec::new();
        while let Some((key, text)) = map.next_entry::<Cow<'de, str>, String>()? {
            let Some((key, lang)) = Self::languages().find(|(own, _)| *own == key) else { continue };
            if texts.iter().any(|(other, _)| *other == lang) {
                return Err(A::Error::duplicate_field(key));
            }
            texts.push((lang, text));
        }
        let has = |lang| texts.iter().any(|(other, _)| *other == lang);
        if let Some((key, _)) = Self::languages().find(|(_, lang)| is_required(*lang) && !has(*lang)) {
            return Err(A::Error::missing_field(key));
        }
        let mut take = |lang| {
            let index = texts.iter().position(|(other, _)| *other == lang)?;
            Some(texts.swap_remove(index).1)
        };
        Ok(Localized::from_some(&mut take).unwrap_or_default())
    }
}

impl<F: LocalizedField> JsonSchema for Keys<F> {
    fn schema_name() -> Cow<'static, str> {
        F::KEYS.join(" ").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let property =
            |lang| json_schema!({"description": F::description(lang), "type": "string", "minLength": 1});
        let properties: Map<String, Value> =
            Self::languages().map(|(key, lang)| (key.to_owned(), property(lang).to_value())).collect();
        let required = Self::languages().filter(|(_, lang)| is_required(*lang)).map(|(key, _)| key);
        let required: Vec<&str> = required.collect();
        json_schema!({"type": "object", "properties": properties, "required": required})
    }
}
