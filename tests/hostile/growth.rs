//! Tests that ten times the input takes about ten times as long, and not a hundred times.
//!
//! Processor time is measured, so that other programs have no influence.

use cites_emploi::locale::Lang;
use cites_emploi::search::{Index, Query};
use cites_emploi::snapshot::{DEFAULT_MAX_SIZE, check, load_bytes, to_json};
use rustix::time::{ClockId, clock_gettime};

use crate::corpus::{Input, accepted_of, refused_of};

const COUNT: usize = 500;

/// The maximum ratio of the times for ten times the input. An algorithm of quadratic time has a
/// ratio of a hundred.
const MAX_RATIO: f64 = 35.0;

/// Returns the processor time of this thread, in nanoseconds.
fn processor_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}

/// Returns the least processor time of three calls, in nanoseconds.
fn least_time(work: impl Fn()) -> f64 {
    let times = (0..3).map(|_| {
        let start = processor_time();
        work();
        processor_time() - start
    });
    times.fold(f64::INFINITY, f64::min)
}

fn assert_grows_evenly(inputs: impl Fn(usize) -> Vec<Input>, name: &str, work: impl Fn(&Input)) {
    for (small, large) in inputs(COUNT).iter().zip(inputs(10 * COUNT)) {
        let (one, ten) = (least_time(|| work(small)), least_time(|| work(&large)));
        assert!(ten < MAX_RATIO * one, "{name} of {}: {one} ns, then {ten} ns", small.name);
    }
}

#[test]
fn with_inputs_that_are_not_snapshots() {
    assert_grows_evenly(refused_of, "load", |input| {
        let error = load_bytes(input.bytes.clone(), input.name, DEFAULT_MAX_SIZE).map(drop);
        error.expect_err(input.name).describe(Lang::FALLBACK);
    });
    assert_grows_evenly(refused_of, "check", |input| {
        assert!(!check(input.bytes.clone(), input.name, DEFAULT_MAX_SIZE).passes(false));
    });
}

#[test]
fn with_a_snapshot() {
    assert_grows_evenly(accepted_of, "load, write, search", |input| {
        let snapshot = load_bytes(input.bytes.clone(), input.name, DEFAULT_MAX_SIZE).expect(input.name);
        to_json(&snapshot).expect("JSON");
        let index = Index::new(&snapshot, "2026-11-22".parse().expect("a day"));
        index.search(&Query::parse("e"));
    });
    assert_grows_evenly(accepted_of, "check", |input| {
        check(input.bytes.clone(), input.name, DEFAULT_MAX_SIZE);
    });
}

#[test]
#[should_panic(expected = "goes through its input for each byte")]
fn quadratic_time_is_detected() {
    let inputs = |count| vec![Input { name: "bytes", bytes: vec![1; count] }];
    assert_grows_evenly(inputs, "goes through its input for each byte", |input| {
        let sum = input.bytes.iter().flat_map(|_| &input.bytes).map(|byte| usize::from(*byte)).sum::<usize>();
        assert!(sum > 0);
    });
}
