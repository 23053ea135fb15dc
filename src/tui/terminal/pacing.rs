//! Decides when a frame is sent, and how much of it, so that a slow line shows what is, not what was.
//!
//! Bytes that have been written wait in buffers along the way, where nothing can be seen of them. The terminal is
//! therefore asked for its status (`CSI 5n`) behind a frame, and its reply acknowledges all bytes before. Once it has
//! replied, frames wait while too many bytes are unacknowledged; the keys that arrive meanwhile all count for the next
//! frame. On a terminal that does not reply, [`DrawHints::draw_last`](super::DrawHints::draw_last) waits until keys pause.

use std::time::{Duration, Instant};

/// Asks the terminal for its status.
pub(super) const STATUS_QUERY: &str = "\x1b[5n";

/// The longest time that a frame waits for a reply of a terminal that has replied before.
const MAX_REPLY_TIME: Duration = Duration::from_secs(3);

/// The longest time between two keys of a burst, such as those of a key that is held down.
const BURST_PAUSE: Duration = Duration::from_millis(100);

/// The smallest number of unacknowledged bytes at which frames wait: about a second at 9,600 baud.
const MIN_WINDOW: usize = 1024;

/// The time in which the line is fast if the reply to a frame arrives. Twice that is slow.
const FAST_REPLY_TIME: Duration = Duration::from_millis(250);

/// What was sent, what was acknowledged, and when keys arrived.
#[derive(Debug, Default)]
pub(super) struct Pacing {
    /// Whether replies arrive here, so that the terminal may be asked.
    pub(super) has_replies: bool,
    /// Whether the terminal replied to the last query, as far as is known.
    is_replying: bool,
    /// The query that the terminal has not replied to.
    asked: Option<Query>,
    /// The number of bytes written that no reply acknowledges.
    unacknowledged: usize,
    /// The number of unacknowledged bytes at which frames wait, if larger than [`MIN_WINDOW`].
    window: usize,
    last_key: Option<Instant>,
    /// Whether the last key followed another one.
    is_burst: bool,
}

#[derive(Debug)]
struct Query {
    at: Instant,
    /// The number of bytes written together with the query.
    frame: usize,
    /// The number of bytes that the reply acknowledges.
    covers: usize,
}

/// What to do with the next frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NextFrame {
    /// Wait for a message, at most until then.
    Wait { until: Instant },
    /// Send it. What is drawn last keeps showing the frame before until then, unless another frame is sent earlier.
    Send { hold_last_until: Option<Instant> },
}

impl Pacing {
    /// Notes that a key has arrived.
    pub(super) fn on_key(&mut self, now: Instant) {
        let last = self.last_key.replace(now);
        self.is_burst = last.is_some_and(|last| now.duration_since(last) < BURST_PAUSE);
    }

    /// Notes that the terminal has replied.
    pub(super) fn on_status(&mut self, now: Instant) {
        self.is_replying = true;
        let Some(query) = self.asked.take() else { return };
        self.unacknowledged = self.unacknowledged.saturating_sub(query.covers);
        let time = now.duration_since(query.at);
        if time < FAST_REPLY_TIME {
            self.window = self.window.max(4 * query.frame);
        } else if time > 2 * FAST_REPLY_TIME {
            self.window = 0;
        }
    }

    /// Decides about the next frame.
    pub(super) fn next_frame(&self, now: Instant) -> NextFrame {
        let reply_due = self.asked.as_ref().map_or(now, |query| query.at) + MAX_REPLY_TIME;
        if self.is_replying && now < reply_due {
            return match self.unacknowledged < self.window.max(MIN_WINDOW) {
                true => NextFrame::Send { hold_last_until: None },
                false => NextFrame::Wait { until: reply_due },
            };
        }
        let pause = self.last_key.filter(|_| self.is_burst).map(|last| last + BURST_PAUSE);
        NextFrame::Send { hold_last_until: pause.filter(|pause| now < *pause) }
    }

    /// Returns whether the next bytes should end with a query: none is outstanding.
    pub(super) fn wants_query(&self) -> bool {
        self.has_replies && self.asked.is_none()
    }

    /// Notes the number of bytes written, and whether a query was at their end.
    pub(super) fn on_written(&mut self, bytes: usize, has_query: bool, now: Instant) {
        self.unacknowledged += bytes;
        if has_query {
            self.asked = Some(Query { at: now, frame: bytes, covers: self.unacknowledged });
        }
    }

    /// Returns how long to wait at most for an outstanding reply before the terminal is left.
    ///
    /// A terminal that has replied will do so again, however slow the line; `otherwise` is the time for another one.
    pub(super) fn max_wait(&self, now: Instant, otherwise: Duration) -> Option<Duration> {
        let query = self.asked.as_ref()?;
        let wait = if self.is_replying { MAX_REPLY_TIME } else { otherwise };
        (now.duration_since(query.at) < MAX_REPLY_TIME).then_some(wait)
    }

    /// Forgets what is outstanding, as after a stop, in which another program may have read the reply.
    pub(super) fn forget_query(&mut self) {
        self.asked = None;
        self.unacknowledged = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEND: NextFrame = NextFrame::Send { hold_last_until: None };

    fn after(start: Instant, millis: u64) -> Instant {
        start + Duration::from_millis(millis)
    }

    /// Sends a frame if it need not wait, with a query if one is wanted. Returns whether it was sent.
    fn send(pacing: &mut Pacing, bytes: usize, now: Instant) -> bool {
        let is_sent = matches!(pacing.next_frame(now), NextFrame::Send { .. });
        if is_sent {
            pacing.on_written(bytes, pacing.wants_query(), now);
        }
        is_sent
    }

    #[test]
    fn frames_wait_for_acknowledgements_on_a_slow_line() {
        let start = Instant::now();
        let mut pacing = Pacing { has_replies: true, ..Pacing::default() };
        assert!(send(&mut pacing, 5_000, start));
        assert_eq!(pacing.next_frame(start), SEND, "nothing is known of the terminal yet");
        pacing.on_status(after(start, 5_200));
        let now = after(start, 6_000);
        assert!(send(&mut pacing, 800, now));
        assert!(send(&mut pacing, 800, now), "less than the window was unacknowledged");
        assert_eq!(pacing.next_frame(now), NextFrame::Wait { until: now + MAX_REPLY_TIME });
        pacing.on_status(after(now, 800));
        assert_eq!(pacing.next_frame(after(now, 800)), SEND);
        assert!(send(&mut pacing, 300, after(now, 800)));
        // The second frame had no query of its own: the one of the third covers both.
        assert!(matches!(pacing.next_frame(after(now, 900)), NextFrame::Wait { .. }));
        pacing.on_status(after(now, 1_900));
        assert_eq!(pacing.unacknowledged, 0);
    }

    #[test]
    fn frames_need_not_wait_on_a_fast_line_with_long_round_trips() {
        let start = Instant::now();
        let mut pacing = Pacing { has_replies: true, ..Pacing::default() };
        assert!(send(&mut pacing, 5_000, start));
        pacing.on_status(after(start, 200));
        for frame in 0..12 {
            assert!(send(&mut pacing, 1_500, after(start, 201 + frame)), "frame {frame}");
        }
        // Now the line is slow.
        pacing.on_status(after(start, 2_000));
        assert!(matches!(pacing.next_frame(after(start, 2_000)), NextFrame::Wait { .. }));
    }

    #[test]
    fn small_frames_on_a_slow_line_do_not_make_it_a_fast_one() {
        let mut now = Instant::now();
        let mut pacing = Pacing { has_replies: true, ..Pacing::default() };
        for _ in 0..100 {
            assert!(send(&mut pacing, 200, now));
            now = after(now, 210);
            pacing.on_status(now);
        }
        assert!(pacing.window <= MIN_WINDOW);
    }

    #[test]
    fn a_lost_reply_stops_frames_for_a_while_only() {
        let start = Instant::now();
        let mut pacing = Pacing { has_replies: true, ..Pacing::default() };
        pacing.on_status(start);
        assert!(send(&mut pacing, 2_000, start));
        let NextFrame::Wait { until } = pacing.next_frame(after(start, 1)) else { panic!("a wait") };
        assert_eq!(pacing.next_frame(until), SEND);
        assert!(send(&mut pacing, 2_000, until));
        assert!(!pacing.wants_query(), "one query is outstanding");
        assert_eq!(pacing.next_frame(after(until, 60_000)), SEND);
        pacing.forget_query();
        assert!(pacing.wants_query());
    }

    #[test]
    fn without_replies_only_a_burst_of_keys_holds_what_is_drawn_last() {
        let start = Instant::now();
        let mut pacing = Pacing { has_replies: true, ..Pacing::default() };
        pacing.on_key(start);
        assert_eq!(pacing.next_frame(start), SEND);
        pacing.on_key(after(start, 150));
        assert_eq!(pacing.next_frame(after(start, 150)), SEND);
        for millis in [180, 210, 240] {
            let now = after(start, millis);
            pacing.on_key(now);
            assert_eq!(pacing.next_frame(now), NextFrame::Send { hold_last_until: Some(after(now, 100)) });
        }
        assert_eq!(pacing.next_frame(after(start, 340)), SEND);
        pacing.on_status(after(start, 300));
        pacing.on_key(after(start, 310));
        assert_eq!(pacing.next_frame(after(start, 310)), SEND, "frames are acknowledged now");
    }

    #[test]
    fn leaving_waits_for_what_is_outstanding() {
        let start = Instant::now();
        let otherwise = Duration::from_millis(500);
        let mut pacing = Pacing { has_replies: true, ..Pacing::default() };
        assert_eq!(pacing.max_wait(start, otherwise), None);
        assert!(send(&mut pacing, 100, start));
        assert_eq!(pacing.max_wait(after(start, 100), otherwise), Some(otherwise));
        assert_eq!(pacing.max_wait(after(start, 3_000), otherwise), None, "it does not reply");
        pacing.on_status(after(start, 4_000));
        assert_eq!(pacing.max_wait(after(start, 4_000), otherwise), None);
        assert!(send(&mut pacing, 100, after(start, 4_000)));
        assert_eq!(pacing.max_wait(after(start, 4_100), otherwise), Some(MAX_REPLY_TIME));
    }
}
