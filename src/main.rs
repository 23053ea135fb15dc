//! `cites`: arguments in, exit code out.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    cites_emploi::cli::main(std::env::args_os())
}
