//! Following a snapshot that changes on disk.
//!
//! The folder is watched rather than the file: editors, and `cites build`,
//! write another file and rename it. The thread sleeps until the system tells
//! it of a change, then reads, checks and compares, so that the state is only
//! told what came of it.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::{io, thread};

use crate::snapshot::{Input, LoadError, Report, Snapshot, check, diff, load_bytes_with_text};
use crate::tui::state::{Provenance, Reloaded};

pub use system::Watch;

/// The file that is followed, and what was read from it last.
#[derive(Debug)]
pub struct Followed {
    /// Its path.
    pub path: PathBuf,
    /// How many bytes it may have when it is unpacked.
    pub max_size: u64,
    /// What it holds.
    pub snapshot: Arc<Snapshot>,
    /// Its text.
    pub text: Arc<Cow<'static, str>>,
}

impl Followed {
    /// Reads the file again; `None` where it holds what it held before.
    fn read_again(&mut self, was_broken: bool) -> Option<Reloaded> {
        let input = Input::File(self.path.clone());
        let read = input.read(self.max_size).map_err(|error| LoadError::unreadable(&input.name(), error));
        let bytes = read.as_ref().ok().cloned();
        match read.and_then(|bytes| load_bytes_with_text(bytes, &input.name(), self.max_size)) {
            Ok((_, text)) if text == **self.text && !was_broken => None,
            Ok((snapshot, text)) => {
                let (snapshot, text) = (Arc::new(snapshot), Arc::new(Cow::Owned(text)));
                let changes = diff(&self.snapshot, &snapshot);
                (self.snapshot, self.text) = (Arc::clone(&snapshot), Arc::clone(&text));
                let provenance = Provenance { input: Some(input), text };
                let report = provenance.check().report;
                Some(Reloaded::Read { snapshot, provenance, report, changes })
            }
            Err(error) => {
                let report = Arc::new(match bytes {
                    Some(bytes) => check(bytes, &input.name(), self.max_size),
                    None => Report::unreadable(error.clone()),
                });
                Some(Reloaded::Broken { error, report })
            }
        }
    }
}

/// Starts the thread that follows a file. It hands what it reads to `tell`,
/// until that returns `false`.
///
/// # Errors
/// The system has no thread for it.
pub fn follow(
    mut watch: Watch,
    mut followed: Followed,
    mut tell: impl FnMut(Reloaded) -> bool + Send + 'static,
) -> io::Result<()> {
    let work = move || {
        let mut was_broken = false;
        while watch.wait().is_ok() {
            let Some(reading) = followed.read_again(was_broken) else { continue };
            was_broken = matches!(reading, Reloaded::Broken { .. });
            if !tell(reading) {
                return;
            }
        }
    };
    thread::Builder::new().name("watch".to_owned()).spawn(work).map(drop)
}

#[cfg(target_os = "linux")]
mod system {
    use std::ffi::OsString;
    use std::mem::MaybeUninit;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt;
    use std::path::{Path, PathBuf};
    use std::{fs, io};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
    use rustix::io::Errno;

    /// A file is read once nothing has happened to it for so long.
    const CALM: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

    /// More than one name that an event may bring.
    const BUFFER: usize = 4096;

    /// Waits for changes of one file.
    #[derive(Debug)]
    pub struct Watch {
        changes: OwnedFd,
        file: PathBuf,
        /// Its name, and the name of the file that it may be a link to.
        names: Vec<OsString>,
    }

    impl Watch {
        /// Watches a file from now on; it need not be there.
        ///
        /// # Errors
        /// The system does not let its folder be watched.
        pub fn new(file: &Path) -> io::Result<Self> {
            let changes = init(CreateFlags::CLOEXEC)?;
            let mut watch = Self { changes, file: file.to_owned(), names: Vec::new() };
            watch.look()?;
            Ok(watch)
        }

        /// Looks where the file is by now: a link may lead somewhere else.
        fn look(&mut self) -> io::Result<()> {
            let link = fs::canonicalize(&self.file).ok();
            let mut names = Vec::new();
            for path in [Some(self.file.as_path()), link.as_deref()].into_iter().flatten() {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let happenings = WatchFlags::CLOSE_WRITE
                    | WatchFlags::CREATE
                    | WatchFlags::DELETE
                    | WatchFlags::MOVED_FROM
                    | WatchFlags::MOVED_TO;
                add_watch(&self.changes, folder.unwrap_or(Path::new(".")), happenings)?;
                names.extend(path.file_name().map(ToOwned::to_owned));
            }
            self.names = names;
            Ok(())
        }

        /// Waits until something has happened to the file, and nothing more does.
        ///
        /// # Errors
        /// The system tells of no changes any more.
        pub fn wait(&mut self) -> io::Result<()> {
            while !self.next()? {}
            loop {
                match poll(&mut [PollFd::new(&self.changes, PollFlags::IN)], Some(&CALM)) {
                    Ok(0) => {
                        // Without its folder, the file is told to be gone; where it was is still watched.
                        let _ = self.look();
                        return Ok(());
                    }
                    Ok(_) => drop(self.next()?),
                    Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }

        /// Waits for what happens next in the folder; whether it is to the file.
        fn next(&self) -> io::Result<bool> {
            let mut buffer = [MaybeUninit::uninit(); BUFFER];
            let mut reader = Reader::new(&self.changes, &mut buffer);
            let mut concerned = false;
            loop {
                match reader.next() {
                    Ok(event) => {
                        let name = event.file_name().map(|name| name.to_bytes().to_owned());
                        concerned |= self.names.iter().any(|own| Some(own.as_bytes()) == name.as_deref());
                    }
                    Err(Errno::INTR) => continue,
                    Err(error) => return Err(error.into()),
                }
                if reader.is_buffer_empty() {
                    return Ok(concerned);
                }
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::io;
    use std::path::Path;

    /// Waits for changes of one file, where the system tells of them.
    #[derive(Debug)]
    pub struct Watch(());

    impl Watch {
        /// Refuses: no other system is asked for changes yet.
        ///
        /// # Errors
        /// Always.
        pub fn new(_: &Path) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        /// Never called.
        ///
        /// # Errors
        /// Always.
        pub fn wait(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }
    }
}
