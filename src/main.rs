//! The program `cites`: passes its arguments to the library and exits with its code.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    cites_emploi::cli::main(std::env::args_os())
}
