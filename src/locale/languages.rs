//! The table of languages. `build.rs` writes its rows, one for each `.ftl` file in this folder.

use std::sync::LazyLock;

use super::Lang;
use super::texts::Texts;

/// A row of the table.
pub(super) struct Language {
    /// The two letters of ISO 639-1, which name the file.
    pub(super) code: &'static str,
    pub(super) file: &'static str,
    /// The texts in the file, split when one is first asked for.
    pub(super) texts: LazyLock<Texts>,
}

/// Defines the constants of [`Lang`] and the table from rows of a constant, a code and a file.
macro_rules! languages {
    ($(($constant:ident, $code:literal, $file:literal)),+) => {
        impl Lang {
            $(
                #[doc = concat!("The language of `", $code, ".ftl`.")]
                pub const $constant: Self = Self(Row::$constant as u8);
            )+

            /// Every language, French first.
            pub const ALL: [Self; COUNT] = [$(Self::$constant),+];
        }

        /// The rows by name, which numbers them.
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
