//! What goes over the wire, in bytes.

use std::time::Duration;

use crate::harness::cites;

const SHOWN: &str = "Territoires";

#[test]
fn nothing_is_sent_and_nothing_wakes_up_while_nothing_happens() {
    let cites = cites([]).size(120, 40).spawn();
    cites.wait_for_frame(SHOWN);
    let before = cites.byte_count();
    cites.send("g");
    cites.wait_for_frame_after(before);
    let (ticks, switches) = (cites.processor_ticks(), cites.context_switches());
    assert!(!cites.sends_within(Duration::from_secs(10)), "{}", cites.screen());
    assert_eq!(cites.processor_ticks() - ticks, 0);
    assert_eq!(cites.context_switches() - switches, 0);
}
