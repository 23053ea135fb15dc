//! Waits until a file may have changed.

use std::fs;
use std::io::{self, PipeReader, Read};
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use crate::tui::watch::notifications::{self, Notifications};

/// The time after which the file is looked at where no notification can be relied on.
const INTERVAL: Timespec = Timespec { tv_sec: 2, tv_nsec: 0 };

/// The reason why a file is read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// The file may have changed.
    Changed,
    /// The user has asked for it.
    Requested,
}

/// Waits until a file may have changed: by the notifications of the system, by looking at it, or both.
#[derive(Debug)]
pub struct FileWatcher {
    path: PathBuf,
    notifications: Option<Notifications>,
    /// The time between two looks at the file, unless notifications suffice.
    interval: Option<Timespec>,
    last: Option<Stamp>,
}

/// The attributes of a file that change with its content: device, inode, size and time of the last change.
type Stamp = (u64, u64, u64, i64, i64);

impl FileWatcher {
    /// Starts to watch a file, which need not exist.
    pub fn new(path: &Path) -> Self {
        let notifications = Notifications::new(path).ok();
        let relies = notifications.is_some() && notifications::reach(path);
        Self {
            path: path.to_owned(),
            notifications,
            interval: (!relies).then_some(INTERVAL),
            last: stamp(path),
        }
    }

    /// Creates a watcher that only waits for requests.
    pub fn on_request(path: &Path) -> Self {
        Self { path: path.to_owned(), notifications: None, interval: None, last: None }
    }

    /// Returns whether it waits for changes, or only for requests.
    pub const fn waits_for_changes(&self) -> bool {
        self.notifications.is_some() || self.interval.is_some()
    }

    /// Blocks until the file may have changed and is quiet, or a byte arrives among the requests.
    ///
    /// # Errors
    /// The sender of the requests is gone, or the system cannot wait.
    pub fn wait(&mut self, mut requests: &PipeReader) -> io::Result<Wake> {
        loop {
            let mut waited = vec![PollFd::new(requests, PollFlags::IN)];
            waited.extend(
                self.notifications
                    .as_ref()
                    .map(|known| PollFd::from_borrowed_fd(known.as_fd(), PollFlags::IN)),
            );
            let ready = match poll(&mut waited, self.interval.as_ref()) {
                Err(Errno::INTR) => continue,
                ready => ready?,
            };
            let is_requested = waited.first().is_some_and(|request| !request.revents().is_empty());
            if is_requested && requests.read(&mut [0; 64])? == 0 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            let is_notified = match &mut self.notifications {
                Some(notifications) if ready > usize::from(is_requested) => notifications.read_until_quiet(),
                _ => Ok(false),
            };
            let is_notified = is_notified.unwrap_or_else(|_| {
                // For example, there are no more watches to give for another folder.
                (self.notifications, self.interval) = (None, Some(INTERVAL));
                true
            });
            let now = stamp(&self.path);
            let is_changed = is_notified || (self.interval.is_some() && now != self.last);
            self.last = now;
            match () {
                () if is_requested => return Ok(Wake::Requested),
                () if is_changed => return Ok(Wake::Changed),
                () => {}
            }
        }
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let file = fs::metadata(path).ok()?;
    Some((file.dev(), file.ino(), file.size(), file.mtime(), file.mtime_nsec()))
}

#[cfg(test)]
mod tests {
    use std::io::{PipeWriter, Write};
    use std::os::unix::fs::symlink;
    use std::sync::mpsc::{self, Receiver};
    use std::thread;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    /// The time after which a wait counts as hanging.
    const PATIENCE: Duration = Duration::from_secs(60);

    /// Returns the reasons for which a watcher wakes, and the sender of requests.
    fn wakes(mut watcher: FileWatcher) -> (Receiver<Wake>, PipeWriter) {
        let (requested, requests) = io::pipe().expect("a pipe");
        let (sender, wakes) = mpsc::channel();
        thread::spawn(move || while watcher.wait(&requested).is_ok_and(|wake| sender.send(wake).is_ok()) {});
        (wakes, requests)
    }

    /// Watches a file by notifications alone, whatever its file system.
    fn notified(path: &Path) -> FileWatcher {
        FileWatcher { interval: None, ..FileWatcher::new(path) }
    }

    fn folder() -> TempDir {
        tempfile::tempdir().expect("a folder")
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_link_in_the_path_that_leads_elsewhere_is_a_change() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        for release in ["1", "2"] {
            fs::create_dir_all(at(&format!("releases/{release}/data"))).expect("a folder");
            fs::write(at(&format!("releases/{release}/data/file")), release).expect("written");
        }
        symlink("releases/1", at("current")).expect("a link");
        let (wakes, _requests) = wakes(notified(&at("current/data/file")));
        for (release, other) in [("2", "1"), ("1", "2")] {
            symlink(format!("releases/{release}"), at("new")).expect("a link");
            fs::rename(at("new"), at("current")).expect("renamed");
            assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Changed));
            fs::write(at(&format!("releases/{release}/data/file")), "changed").expect("written");
            assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Changed));
            fs::write(at(&format!("releases/{other}/data/file")), "elsewhere").expect("written");
            assert!(wakes.recv_timeout(Duration::from_millis(200)).is_err(), "the link leads elsewhere");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_is_removed_and_made_anew_is_watched_again() {
        let folder = folder();
        let parent = folder.path().join("some/folders");
        fs::create_dir_all(&parent).expect("a folder");
        let file = parent.join("file");
        fs::write(&file, "first").expect("written");
        let (wakes, _requests) = wakes(notified(&file));
        for removed in [&parent, &folder.path().join("some")] {
            fs::remove_dir_all(removed).expect("removed");
            assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Changed));
            // Whether the file or a folder above it comes later, the last change is seen.
            fs::create_dir_all(&parent).expect("a folder");
            fs::write(&file, "again").expect("written");
            while wakes.recv_timeout(Duration::from_millis(500)).is_ok() {}
            fs::write(&file, "changed").expect("written");
            assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Changed));
        }
    }

    #[test]
    fn a_file_is_looked_at_where_there_are_no_notifications() {
        let folder = folder();
        let file = folder.path().join("file");
        let interval = Some(Timespec { tv_sec: 0, tv_nsec: 10_000_000 });
        let watcher = FileWatcher { notifications: None, interval, ..FileWatcher::new(&file) };
        let (wakes, mut requests) = wakes(watcher);
        for text in ["made", "longer than before"] {
            fs::write(&file, text).expect("written");
            assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Changed));
            while wakes.recv_timeout(Duration::from_millis(100)).is_ok() {}
        }
        fs::remove_file(&file).expect("removed");
        assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Changed));
        requests.write_all(b"r").expect("a reader");
        assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Requested));
    }

    #[test]
    fn a_watcher_ends_with_the_sender_of_its_requests() {
        let folder = folder();
        for watcher in [FileWatcher::on_request(folder.path()), FileWatcher::new(&folder.path().join("file"))]
        {
            let (wakes, mut requests) = wakes(watcher);
            requests.write_all(b"r").expect("a reader");
            assert_eq!(wakes.recv_timeout(PATIENCE), Ok(Wake::Requested));
            drop(requests);
            assert_eq!(wakes.recv_timeout(PATIENCE), Err(mpsc::RecvTimeoutError::Disconnected));
        }
    }
}
