//! The command line: what each command takes, and which part of the library does it.
