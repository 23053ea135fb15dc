//! The benchmarks: `cargo bench`, or `cargo bench -- search` for some of them. `benches/README.md`
//! has the results.
//!
//! They are one program, since linking it takes minutes.

mod encoder;
mod gazetteer;
mod keys;
mod large;
mod many;
mod screen;
mod search;
mod snapshot;
mod start;

fn main() {
    if start::is_baseline() {
        return;
    }
    let is_asked = |name: &str| std::env::args().any(|argument| argument == name);
    if is_asked("keys") {
        keys::run();
    } else if is_asked("large") {
        large::run();
    } else {
        divan::main();
    }
}
