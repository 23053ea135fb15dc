//! The gazetteer in the program is what its tables say, and faults of the tables are reported.

use cites_emploi::fold;

#[path = "../../build/gazetteer/mod.rs"]
#[expect(dead_code, reason = "the build script also writes files")]
mod build;
mod faults;
mod tables;
