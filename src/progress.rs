//! How far an operation on large data is, for whoever waits for it.
//!
//! The operations that count are those over the bytes of a snapshot: reading, parsing and checking it. They report to the
//! progress of the thread that they were called on, so that no function takes one.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The part of an operation that is done. It is shared by the threads that work and the one that shows it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    expected: AtomicU64,
}

thread_local! {
    static CURRENT: RefCell<Arc<Progress>> = RefCell::default();
}

impl Progress {
    /// Runs an operation that reports to this progress.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use cites_emploi::progress::Progress;
    /// use cites_emploi::snapshot::{DEFAULT_MAX_SIZE, Input, load};
    ///
    /// let progress = Arc::new(Progress::default());
    /// assert_eq!(progress.percent(), None);
    /// let file = Input::from_arg("data/snapshot.json");
    /// let snapshot = progress.track(|| load(&file, DEFAULT_MAX_SIZE))?;
    /// assert_eq!(progress.percent(), Some(100));
    /// # Ok::<(), cites_emploi::snapshot::LoadError>(())
    /// ```
    pub fn track<T>(self: &Arc<Self>, operation: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(Arc::clone(self));
        let result = operation();
        CURRENT.set(before);
        result
    }

    /// Returns the progress of this thread. Without one, it is one that nobody looks at.
    pub(crate) fn current() -> Arc<Self> {
        CURRENT.with_borrow(Arc::clone)
    }

    /// Adds work to be done, in any unit.
    pub(crate) fn expect(&self, units: usize) {
        self.expected.fetch_add(as_u64(units), Ordering::Relaxed);
    }

    /// Adds work that is done.
    pub(crate) fn advance(&self, units: usize) {
        self.done.fetch_add(as_u64(units), Ordering::Relaxed);
    }

    /// Returns the part of the work that is done, in percent. `None` as long as it is not known how much there is.
    pub fn percent(&self) -> Option<u8> {
        let (done, expected) = (self.done.load(Ordering::Relaxed), self.expected.load(Ordering::Relaxed));
        let percent = done.saturating_mul(100).checked_div(expected).filter(|_| done <= expected)?;
        u8::try_from(percent).ok()
    }
}

fn as_u64(units: usize) -> u64 {
    u64::try_from(units).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_report_to_the_progress_of_their_thread() {
        let (outer, inner) = (Arc::new(Progress::default()), Arc::new(Progress::default()));
        outer.track(|| {
            Progress::current().expect(4);
            inner.track(|| Progress::current().expect(1));
            Progress::current().advance(3);
        });
        Progress::current().advance(1);
        assert_eq!((outer.percent(), inner.percent()), (Some(75), Some(0)));
    }

    #[test]
    fn how_much_more_than_was_expected_there_is_is_not_known() {
        let progress = Progress::default();
        assert_eq!(progress.percent(), None);
        progress.expect(2);
        progress.advance(2);
        assert_eq!(progress.percent(), Some(100));
        progress.advance(1);
        assert_eq!(progress.percent(), None);
    }
}
