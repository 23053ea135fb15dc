//! The notifications of the system about changes of files.
//!
//! Folders are watched, not the file: editors and `cites build` write a new file and rename it. The folders of the file
//! and of each link on its path are watched for these names, the other folders on the path for being removed or renamed,
//! and above a folder that is missing the one that it will be in.

pub use system::{Notifications, reach};

#[cfg(target_os = "linux")]
mod system {
    use std::collections::{HashMap, HashSet};
    use std::ffi::{OsStr, OsString};
    use std::mem::MaybeUninit;
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::os::unix::ffi::OsStrExt;
    use std::path::{Path, PathBuf};
    use std::{fs, io, path};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::inotify::{CreateFlags, ReadFlags, Reader, WatchFlags, add_watch, init, remove_watch};
    use rustix::io::Errno;

    /// Debounce, 50 ms: a file is reloaded once its folder has been quiet for this long.
    const DEBOUNCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

    /// The size of the event buffer, in bytes. An event takes 16 and a name of at most 256.
    const BUFFER_SIZE: usize = 4096;

    /// The events that change what a name in a folder leads to.
    const NAMES: WatchFlags = WatchFlags::CLOSE_WRITE
        .union(WatchFlags::CREATE)
        .union(WatchFlags::DELETE)
        .union(WatchFlags::MOVED_FROM)
        .union(WatchFlags::MOVED_TO);

    /// The most links to follow, as Linux does before `ELOOP`.
    const MAX_LINKS: usize = 40;

    /// The types of file systems (statfs(2)) whose files change without notifications: on another computer, in another
    /// process, or in a layer below.
    const SILENT_FILE_SYSTEMS: [u32; 12] = [
        0x6969,      // NFS
        0x517b,      // SMB
        0xff53_4d42, // CIFS
        0xfe53_4d42, // SMB 2
        0x6573_5546, // FUSE, such as sshfs
        0x0102_1997, // 9P, such as the folders of Windows in WSL
        0x786f_4256, // the shared folders of VirtualBox
        0x794c_7630, // overlay
        0x00c3_6400, // Ceph
        0x5346_414f, // AFS
        0x7375_7245, // Coda
        0x0bd0_0bd0, // Lustre
    ];

    /// Returns whether every change of a file is notified on its file system.
    pub fn reach(path: &Path) -> bool {
        let path = path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let system = path.ancestors().find_map(|path| rustix::fs::statfs(path).ok());
        // The type has 32 bits, whatever its sign and size here.
        system.is_some_and(|system| {
            !SILENT_FILE_SYSTEMS
                .iter()
                .any(|known| i128::from(system.f_type) & 0xffff_ffff == i128::from(*known))
        })
    }

    /// The notifications about a file, by inotify.
    #[derive(Debug)]
    pub struct Notifications {
        inotify: OwnedFd,
        path: PathBuf,
        /// The names to watch for, by the watch of the folder that they are in.
        names: HashMap<i32, HashSet<OsString>>,
    }

    impl Notifications {
        /// Starts to watch a file, which need not exist.
        ///
        /// # Errors
        /// The system has no more watches to give, or the current folder is gone.
        pub fn new(path: &Path) -> io::Result<Self> {
            let inotify = init(CreateFlags::CLOEXEC)?;
            let mut notifications = Self { inotify, path: path::absolute(path)?, names: HashMap::new() };
            notifications.update()?;
            Ok(notifications)
        }

        /// Watches what the path leads through now.
        fn update(&mut self) -> io::Result<()> {
            for watch in self.names.drain().map(|(watch, _)| watch) {
                // The system has removed it already if its folder is gone.
                let _ = remove_watch(&self.inotify, watch);
            }
            let mut paths = vec![self.path.clone()];
            let mut next = 0;
            while let Some(path) = paths.get(next).cloned() {
                next += 1;
                for target in self.watch_path(&path)? {
                    if paths.len() <= MAX_LINKS && !paths.contains(&target) {
                        paths.push(target);
                    }
                }
            }
            Ok(())
        }

        /// Watches the folders on a path up to the first one that is missing. Returns where the links on it lead.
        fn watch_path(&mut self, path: &Path) -> io::Result<Vec<PathBuf>> {
            let mut targets = Vec::new();
            let mut entries: Vec<&Path> = path.ancestors().collect();
            entries.reverse();
            for entry in entries {
                let (Some(folder), Some(name)) = (entry.parent(), entry.file_name()) else { continue };
                let is_folder = |entry: &Path| fs::symlink_metadata(entry).is_ok_and(|found| found.is_dir());
                if is_folder(entry) && entry != path {
                    self.watch(entry, WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF, None)?;
                    continue;
                }
                self.watch(folder, NAMES, Some(name))?;
                if let (Ok(target), Ok(rest)) = (fs::read_link(entry), path.strip_prefix(entry)) {
                    // Components, since a path joined to nothing would end in a slash.
                    targets.push(folder.join(target).components().chain(rest.components()).collect());
                } else if !is_folder(entry) {
                    break;
                }
            }
            Ok(targets)
        }

        /// Watches a folder for events, which are about `name` if there is one. Of folders that are missing or
        /// forbidden, the one above is watched.
        fn watch(&mut self, folder: &Path, events: WatchFlags, name: Option<&OsStr>) -> io::Result<()> {
            match add_watch(&self.inotify, folder, events | WatchFlags::MASK_ADD | WatchFlags::ONLYDIR) {
                Ok(watch) => {
                    self.names.entry(watch).or_default().extend(name.map(ToOwned::to_owned));
                    Ok(())
                }
                Err(Errno::NOSPC) => Err(Errno::NOSPC.into()),
                Err(_) => Ok(()),
            }
        }

        /// Reads the notifications that have arrived. If any concerns the file, waits until there are no more.
        /// Returns whether any did.
        ///
        /// # Errors
        /// The system no longer reports changes.
        pub fn read_until_quiet(&mut self) -> io::Result<bool> {
            if !self.read()? {
                return Ok(false);
            }
            loop {
                match poll(&mut [PollFd::new(&self.inotify, PollFlags::IN)], Some(&DEBOUNCE)) {
                    Ok(0) => {
                        // The path may lead elsewhere now.
                        self.update()?;
                        return Ok(true);
                    }
                    Ok(_) => _ = self.read()?,
                    Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }

        /// Reads a buffer of notifications. Returns whether any concerns the file.
        fn read(&self) -> io::Result<bool> {
            let mut buffer = [MaybeUninit::uninit(); BUFFER_SIZE];
            let mut reader = Reader::new(&self.inotify, &mut buffer);
            let mut concerns_file = false;
            loop {
                match reader.next() {
                    Ok(event) => {
                        let name = event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()));
                        let names = self.names.get(&event.wd());
                        concerns_file |= event.events().contains(ReadFlags::QUEUE_OVERFLOW)
                            // An event without a name is about the folder itself.
                            || names.is_some_and(|names| name.is_none_or(|name| names.contains(name)));
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

    impl AsFd for Notifications {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.inotify.as_fd()
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::io;
    use std::os::fd::{AsFd, BorrowedFd};
    use std::path::Path;

    /// Returns whether every change of a file is notified. Only the notifications of Linux are used.
    pub fn reach(_: &Path) -> bool {
        false
    }

    /// The notifications about a file, of which there are none.
    #[derive(Debug)]
    pub enum Notifications {}

    impl Notifications {
        /// Refuses to watch.
        ///
        /// # Errors
        /// Always.
        pub fn new(_: &Path) -> io::Result<Self> {
            Err(io::ErrorKind::Unsupported.into())
        }

        /// Never returns, since there are no notifications to call it on.
        ///
        /// # Errors
        /// Never.
        pub fn read_until_quiet(&mut self) -> io::Result<bool> {
            match *self {}
        }
    }

    impl AsFd for Notifications {
        fn as_fd(&self) -> BorrowedFd<'_> {
            match *self {}
        }
    }
}
