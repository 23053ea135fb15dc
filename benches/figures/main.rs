//! The benchmarks: `cargo bench`, or `cargo bench -- search` for some of them. `benches/README.md`
//! has the results.
//!
//! They are one program, since linking it takes minutes.

mod encoder;
mod gazetteer;
mod keys;
mod many;
mod screen;
mod search;
mod snapshot;
mod start;

fn main() {
    if start::is_baseline() {
        return;
    }
    if std::env::args().any(|argument| argument == "keys") {
        keys::run();
    } else {
        divan::main();
    }
}
