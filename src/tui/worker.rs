//! The search thread for large snapshots, so that typing never waits.

use std::cell::OnceCell;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};
use std::{io, thread};

use crate::search::Index;
use crate::snapshot::Snapshot;
use crate::tui::state::{PartialResults, SearchOutcome, SearchRequest, SearchResponse};

/// The time after which a search sends what it has found so far. It does so
/// again each time it has taken twice as long.
const FIRST_PARTIAL: Duration = Duration::from_millis(50);

/// A handle to the search thread. A request replaces those before it.
#[derive(Debug)]
pub struct Worker(Sender<SearchRequest>);

impl Worker {
    /// Starts the thread. It passes responses to `send` until that returns `false`.
    ///
    /// # Errors
    /// The system has no thread for it.
    pub fn start(send: impl FnMut(SearchResponse) -> bool + Send + 'static) -> io::Result<Self> {
        let (sender, requests) = mpsc::channel();
        thread::Builder::new().name("search".to_owned()).spawn(move || work(&requests, send))?;
        Ok(Self(sender))
    }

    /// Sends a request.
    pub fn send(&self, request: SearchRequest) {
        // It fails only after the worker has panicked, which ends the explorer.
        let _ = self.0.send(request);
    }
}

/// Answers requests, the newest one only, until there are no more or `send`
/// returns `false`.
pub(super) fn work(requests: &Receiver<SearchRequest>, mut send: impl FnMut(SearchResponse) -> bool) {
    let mut memory = Memory::default();
    while let Ok(request) = requests.recv() {
        let mut request = requests.try_iter().last().unwrap_or(request);
        loop {
            let mut newer = None;
            let mut due = Instant::now() + FIRST_PARTIAL;
            let mut is_connected = true;
            let response = memory.respond(&request, &mut |partial| {
                newer = requests.try_iter().last();
                let now = Instant::now();
                if newer.is_none() && now >= due {
                    due = now + (now - (due - FIRST_PARTIAL));
                    is_connected = partial.response().is_none_or(&mut send);
                }
                is_connected && newer.is_none()
            });
            if !is_connected || response.is_some_and(|response| !send(response)) {
                return;
            }
            match newer {
                Some(newer) => request = newer,
                None => break,
            }
        }
        // A snapshot that was only listed so far is indexed before the next key.
        memory.index(&request);
    }
}

/// The data that the worker keeps between two requests.
#[derive(Default)]
struct Memory {
    snapshot: Option<Arc<Snapshot>>,
    index: OnceCell<Index>,
    outcome: Arc<SearchOutcome>,
}

impl Memory {
    /// Answers a request. Returns `None` if `proceed` has ended the search.
    fn respond(
        &mut self,
        request: &SearchRequest,
        proceed: &mut dyn FnMut(PartialResults<'_>) -> bool,
    ) -> Option<SearchResponse> {
        if self.snapshot.as_ref().is_none_or(|known| !Arc::ptr_eq(known, request.snapshot())) {
            *self = Self { snapshot: Some(Arc::clone(request.snapshot())), ..Self::default() };
        }
        let response = request.respond(|| self.index(request), &self.outcome, proceed)?;
        self.outcome = Arc::clone(&response.outcome);
        Some(response)
    }

    fn index(&self, request: &SearchRequest) -> &Index {
        self.index.get_or_init(|| request.index())
    }
}
