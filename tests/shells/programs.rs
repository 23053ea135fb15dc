//! Programs that some tests run and that a machine may lack.

use std::io::{Write as _, stderr};
use std::process::Command;
use std::thread;

/// Set by `.ci/more`, which installs every program: where one is missing, the test fails.
const REQUIRE_PROGRAMS: &str = "REQUIRE_PROGRAMS";

/// Returns whether `program` can be run.
///
/// If it cannot, prints a line that starts with `skipped:` on standard error.
///
/// # Panics
///
/// If it cannot be run and `REQUIRE_PROGRAMS` is set.
#[track_caller]
pub fn is_installed(program: &str) -> bool {
    let is_installed = Command::new(program).arg("--version").output().is_ok_and(|run| run.status.success());
    if !is_installed {
        let missing = format!("{program} is not installed");
        assert!(std::env::var_os(REQUIRE_PROGRAMS).is_none(), "{missing}");
        let thread = thread::current();
        // `eprintln!` would be captured with the output of a test that passes.
        let _ = writeln!(stderr(), "skipped: {}: {missing}", thread.name().unwrap_or_default());
    }
    is_installed
}
