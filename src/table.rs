//! Enums whose variants are rows of a table.

/// Declares an enum, its `ALL` and its `row`, from a table with one row of constants for each variant.
macro_rules! table {
    (
        $(#[$meta:meta])*
        pub enum $name:ident: $row:ty {
            $($(#[$doc:meta])* $variant:ident = $value:expr;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name {
            $($(#[$doc])* $variant),+
        }

        impl $name {
            /// Every variant, in the order of the table.
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];

            const fn row(self) -> &'static $row {
                match self {
                    $(Self::$variant => const { &$value }),+
                }
            }
        }
    };
}

pub(crate) use table;
