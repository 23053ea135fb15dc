//! Searching on a thread of its own, so that typing never waits for it.

use std::cell::OnceCell;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};
use std::{io, thread};

use crate::search::Index;
use crate::snapshot::Snapshot;
use crate::tui::state::{Answer, Found, SoFar, Wanted};

/// A search that takes longer tells what it has found so far, and does so
/// again each time it has taken twice as long.
const PATIENCE: Duration = Duration::from_millis(50);

/// The thread that searches. Only the newest of what it was asked for counts.
#[derive(Debug)]
pub struct Worker(Sender<Wanted>);

impl Worker {
    /// Starts it. It hands answers to `tell`, until that returns `false`.
    ///
    /// # Errors
    /// The system has no thread for it.
    pub fn start(tell: impl FnMut(Answer) -> bool + Send + 'static) -> io::Result<Self> {
        let (sender, asked) = mpsc::channel();
        thread::Builder::new().name("search".to_owned()).spawn(move || work(&asked, tell))?;
        Ok(Self(sender))
    }

    /// Asks for something else than before.
    pub fn ask(&self, wanted: Wanted) {
        // A worker that is gone has panicked, which ends the explorer.
        let _ = self.0.send(wanted);
    }
}

pub(super) fn work(asked: &Receiver<Wanted>, mut tell: impl FnMut(Answer) -> bool) {
    let mut memory = Memory::default();
    while let Ok(wanted) = asked.recv() {
        let mut wanted = asked.try_iter().last().unwrap_or(wanted);
        loop {
            let mut newer = None;
            let mut due = Instant::now() + PATIENCE;
            let mut told = true;
            let answer = memory.answer(&wanted, &mut |search| {
                newer = asked.try_iter().last();
                let now = Instant::now();
                if newer.is_none() && now >= due {
                    due = now + (now - (due - PATIENCE));
                    told = search.answer().is_none_or(&mut tell);
                }
                told && newer.is_none()
            });
            if !told || answer.is_some_and(|answer| !tell(answer)) {
                return;
            }
            match newer {
                Some(newer) => wanted = newer,
                None => break,
            }
        }
        // The next key does not wait for the index of a snapshot that was only listed up to now.
        memory.index(&wanted);
    }
}

/// What the worker keeps from one search to the next.
#[derive(Default)]
struct Memory {
    snapshot: Option<Arc<Snapshot>>,
    index: OnceCell<Index>,
    /// What was found last.
    found: Arc<Found>,
}

impl Memory {
    /// The answer; `None` where `look` ended the search.
    fn answer(&mut self, wanted: &Wanted, look: &mut dyn FnMut(SoFar<'_>) -> bool) -> Option<Answer> {
        if self.snapshot.as_ref().is_none_or(|known| !Arc::ptr_eq(known, wanted.snapshot())) {
            *self = Self { snapshot: Some(Arc::clone(wanted.snapshot())), ..Self::default() };
        }
        let answer = wanted.answer(|| self.index(wanted), &self.found, look)?;
        self.found = Arc::clone(answer.found());
        Some(answer)
    }

    fn index(&self, wanted: &Wanted) -> &Index {
        self.index.get_or_init(|| wanted.index())
    }
}
