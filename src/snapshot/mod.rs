//! What a snapshot is, and how one is made, read and compared.

mod age;
mod date;
mod lookup;
mod model;

pub use age::{Age, years_before};
pub use date::{PartialDate, PartialDateError, Precision};
pub use lookup::population;
pub use model::*;
