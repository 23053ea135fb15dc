//! How fast it is: `cargo bench`, or `cargo bench -- search` for a part. What
//! came out is in `benches/README.md`.
//!
//! All are in one program, which takes minutes to build.

mod encoder;
mod many;
mod screen;
mod search;
mod snapshot;
mod start;

fn main() {
    if !start::is_baseline() {
        divan::main();
    }
}
