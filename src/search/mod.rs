//! Finds the Cité that a person has in mind.
//!
//! A typed text is parsed ([`Query`]) and folded ([`fold`](crate::fold::fold())); an
//! [`Index`] of a snapshot [resolves](Index::resolve) it to an [`Answer`]: what it names, and the rows that this
//! leads to, the best first ([`Results`]). The ranges that matched are computed for the rows on the
//! screen only ([`Highlighter`]).

mod abbreviation;
mod corpus;
mod engine;
mod facts;
mod grades;
mod highlight;
mod index;
mod matcher;
mod plan;
mod preconisation_texts;
mod preconisations;
mod query;
mod ranks;
mod resolve;
mod suggest;
mod text_field;
mod texts;

pub use crate::fold::{Folded, fold, fold_text};
pub use engine::{Hit, Progress, Results, Search};
pub(crate) use facts::Facts;
pub use highlight::{Highlighter, Match};
pub use index::{Index, IndexBuilder};
pub use preconisations::PreconisationAnswer;
pub(crate) use query::Values;
pub use query::{AgeTest, Comparison, FigureTest, ProblemKind, Query, QueryField, QueryProblem, Tenths};
pub use resolve::{Answer, AnswerGroup, Location, Outside, Reading, Scope};
pub use suggest::Suggestion;
pub use text_field::{TextField, TextFieldSet};
pub use texts::{text_of, texts_of};
