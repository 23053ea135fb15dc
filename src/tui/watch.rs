//! Follows a snapshot that changes on disk.
//!
//! The folder is watched, not the file: editors and `cites build` write a new
//! file and rename it. The thread sleeps until the system reports a change,
//! then reads the file, checks it and compares it with the last one.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::{io, thread};

use crate::snapshot::{Input, LoadError, Report, Snapshot, check, diff, load_bytes_with_text};
use crate::tui::state::{Provenance, Reloaded};

pub use system::FileWatcher;

/// A file that is followed, and what was last read from it.
#[derive(Debug)]
pub struct FollowedFile {
    /// Waits for changes of the file.
    pub watcher: FileWatcher,
    /// The path of the file.
    pub path: PathBuf,
    /// The largest size of the file after decompression, in bytes.
    pub max_size: u64,
    /// The last snapshot read.
    pub snapshot: Arc<Snapshot>,
    /// The text of that snapshot.
    pub text: Arc<Cow<'static, str>>,
}

impl FollowedFile {
    /// Reads the file again. Returns `None` if its text is unchanged, unless
    /// the last read failed (`was_broken`).
    fn reload(&mut self, was_broken: bool) -> Option<Reloaded> {
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

/// Starts a thread that follows a file. It passes each outcome to `send` until
/// that returns `false`.
///
/// # Errors
/// The system refuses the thread.
pub fn follow(
    mut file: FollowedFile,
    mut send: impl FnMut(Reloaded) -> bool + Send + 'static,
) -> io::Result<()> {
    let work = move || {
        let mut was_broken = false;
        while file.watcher.wait().is_ok() {
            let Some(reloaded) = file.reload(was_broken) else { continue };
            was_broken = matches!(reloaded, Reloaded::Broken { .. });
            if !send(reloaded) {
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

    /// Debounce, 50 ms: a file is reloaded once its folder has been quiet for this long.
    const DEBOUNCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

    /// The size of the event buffer, in bytes. An event takes 16 and a name of at most 256.
    const BUFFER_SIZE: usize = 4096;

    /// Waits for changes of a file, by inotify.
    #[derive(Debug)]
    pub struct FileWatcher {
        inotify: OwnedFd,
        path: PathBuf,
        /// The name of the file, and of the file that it links to.
        names: Vec<OsString>,
    }

    impl FileWatcher {
        /// Starts to watch a file, which need not exist.
        ///
        /// # Errors
        /// Its folder cannot be watched.
        pub fn new(path: &Path) -> io::Result<Self> {
            let inotify = init(CreateFlags::CLOEXEC)?;
            let mut watcher = Self { inotify, path: path.to_owned(), names: Vec::new() };
            watcher.update_folders()?;
            Ok(watcher)
        }

        /// Watches the folders that hold the file and the target of a link.
        fn update_folders(&mut self) -> io::Result<()> {
            let target = fs::canonicalize(&self.path).ok();
            let mut names = Vec::new();
            for path in [Some(self.path.as_path()), target.as_deref()].into_iter().flatten() {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let events = WatchFlags::CLOSE_WRITE
                    | WatchFlags::CREATE
                    | WatchFlags::DELETE
                    | WatchFlags::MOVED_FROM
                    | WatchFlags::MOVED_TO;
                add_watch(&self.inotify, folder.unwrap_or(Path::new(".")), events)?;
                names.extend(path.file_name().map(ToOwned::to_owned));
            }
            self.names = names;
            Ok(())
        }

        /// Blocks until the file has changed and its folder is quiet.
        ///
        /// # Errors
        /// The system no longer reports changes.
        pub fn wait(&mut self) -> io::Result<()> {
            while !self.read_events()? {}
            loop {
                match poll(&mut [PollFd::new(&self.inotify, PollFlags::IN)], Some(&DEBOUNCE)) {
                    Ok(0) => {
                        // A link may lead elsewhere now. If the folder is gone, the
                        // old watches stay, and reading the file reports that it is gone.
                        let _ = self.update_folders();
                        return Ok(());
                    }
                    Ok(_) => drop(self.read_events()?),
                    Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }

        /// Blocks until there are events of the folder, and reads them. Returns
        /// whether any concerns the file.
        fn read_events(&self) -> io::Result<bool> {
            let mut buffer = [MaybeUninit::uninit(); BUFFER_SIZE];
            let mut reader = Reader::new(&self.inotify, &mut buffer);
            let mut concerns_file = false;
            loop {
                match reader.next() {
                    Ok(event) => {
                        let name = event.file_name().map(|name| name.to_bytes());
                        concerns_file |= self.names.iter().any(|own| Some(own.as_bytes()) == name);
                    }
                    Err(Errno::INTR) => continue,
                    Err(error) => return Err(error.into()),
                }
                if reader.is_buffer_empty() {
                    return Ok(concerns_file);
                }
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::io;
    use std::path::Path;

    /// Waits for changes of a file. No system but Linux is supported yet, so that there is none.
    #[derive(Debug)]
    pub enum FileWatcher {}

    impl FileWatcher {
        /// Refuses to watch.
        ///
        /// # Errors
        /// Always.
        pub fn new(_: &Path) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        /// Never returns, since there is no watcher to call it on.
        ///
        /// # Errors
        /// Never.
        pub fn wait(&mut self) -> io::Result<()> {
            match *self {}
        }
    }
}
