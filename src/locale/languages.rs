//! The table of languages, with a row for each `.ftl` file in this folder. `build.rs` lists the files.

use std::sync::LazyLock;

use super::Lang;
use super::texts::Texts;

/// A row of the table.
pub(super) struct Language {
    /// The ISO 639-1 code, which is also the name of the file.
    pub(super) code: &'static str,
    /// The content of the file.
    pub(super) file: &'static str,
    /// The texts in the file, which is split on first use.
    pub(super) texts: LazyLock<Texts>,
}

/// Defines the table and the constants of [`Lang`] from rows with a constant, a code and a path.
macro_rules! languages {
    ($(($constant:ident, $code:literal, $file:literal)),+) => {
        impl Lang {
            $(
                #[doc = concat!("The language of `", $code, ".ftl`.")]
                pub const $constant: Self = Self(Row::$constant as u8);
            )+

            /// Every language, the fallback first.
            pub const ALL: [Self; COUNT] = [$(Self::$constant),+];
        }

        /// Numbers the rows.
        enum Row { $($constant),+ }

        /// Number of languages.
        pub(super) const COUNT: usize = [$($code),+].len();

        pub(super) static LANGUAGES: [Language; COUNT] = [$(
            Language {
                code: $code,
                file: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), $file)),
                texts: LazyLock::new(Texts::new::<{ Row::$constant as u8 }>),
            }
        ),+];
    };
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

pub(crate) use localized_keys;
