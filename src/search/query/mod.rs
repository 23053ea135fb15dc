//! The grammar of queries: that of fzf, and fields.
//!
//! | written | finds |
//! | --- | --- |
//! | `reims` | a word that begins so |
//! | `'denis`, `"la seyne"` | this text, letter for letter |
//! | `^saint`, `quentin$`, `^lille$` | a name that starts so, ends so, is this |
//! | `!paris` | rows without this text |
//! | `a b`, `a \| b` | both; one of them (`\|` binds closer, as in fzf) |
//! | `region:bretagne,"grand est"` | one of these values in this field |
//! | `age:>4`, `age:4..5` | an age that is surely so |
//! | `habitants:>5000`, `pauvrete:40..50` | a figure of the quartiers that is surely so |
//! | `qpv:>=10`, `commune:>5` | so many of them |
//!
//! Every text is a query: an open quote is text. An unknown field finds nothing, and is a problem.

mod age;
mod comparison;
mod edit;
mod fields;
mod figure;
mod needle;
mod parse;
mod places;
mod print;
mod problem;
mod terms;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use age::AgeTest;
pub(crate) use age::DateTest;
pub use comparison::Comparison;
pub(crate) use comparison::CountTest;
pub use fields::QueryField;
pub(crate) use fields::Values;
pub(crate) use figure::FigureValue;
pub use figure::{FigureTest, Tenths};
pub(crate) use needle::{MatchKind, Named, Needle};
pub use problem::{ProblemKind, QueryProblem};
pub use terms::Query;
pub(crate) use terms::{Group, Term, Test, Value};
