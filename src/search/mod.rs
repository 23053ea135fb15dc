//! Finding the Cité a person means.
//!
//! A text typed by a person is folded ([`fold`](crate::fold::fold())) and parsed ([`Query`]); an
//! [`Index`] of a snapshot answers it with the rows that match, the best
//! first ([`Results`]). What matched where is worked out only for the rows
//! that are shown ([`Highlighter`]).

mod best_match;
mod corpus;
mod engine;
mod facts;
mod grades;
mod highlight;
mod index;
mod matcher;
mod plan;
mod preconisations;
mod query;
mod suggest;
mod table;
mod text_field;
mod texts;

pub use crate::fold::{Folded, fold, fold_text};
pub use best_match::{BestMatch, Location};
pub use engine::{Hit, Results, Search};
pub(crate) use facts::Facts;
pub use highlight::{Highlighter, Match};
pub use index::{Index, IndexBuilder};
pub(crate) use query::Values;
pub use query::{AgeTest, ProblemKind, Query, QueryField, QueryProblem};
pub use suggest::Suggestion;
pub use text_field::{TextField, TextFieldSet};
pub use texts::texts_of;
