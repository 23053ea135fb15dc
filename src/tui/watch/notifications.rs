//! The notifications of the system about changes of files.
//!
//! Folders are watched, not the file: editors and `cites build` write a new file and rename it. Every folder that the
//! path leads through is watched for the next name on the path, so that a link that leads elsewhere and a folder that
//! is made anew are changes too.

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
        /// The names on the path, by the watch of the folder that they are in.
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

        /// Watches every folder that the path leads through now.
        fn update(&mut self) -> io::Result<()> {
            let mut names: HashMap<i32, HashSet<OsString>> = HashMap::new();
            let mut paths = vec![self.path.clone()];
            let mut next = 0;
            while let Some(path) = paths.get(next).cloned() {
                next += 1;
                for (entry, folder) in path.ancestors().zip(path.ancestors().skip(1)) {
                    let Some(name) = entry.file_name() else { continue };
                    match self.watch(folder) {
                        Ok(watch) => _ = names.entry(watch).or_default().insert(name.to_owned()),
                        Err(Errno::NOSPC) => return Err(Errno::NOSPC.into()),
                        // It may be made later: then the folder above it reports that.
                        Err(_) => {}
                    }
                    if let (Ok(target), Ok(rest)) = (fs::read_link(entry), path.strip_prefix(entry)) {
                        let mut target = folder.join(target);
                        // Joined to nothing, a path would end in a slash.
                        if rest != Path::new("") {
                            target.push(rest);
                        }
                        if paths.len() <= MAX_LINKS && !paths.contains(&target) {
                            paths.push(target);
                        }
                    }
                }
            }
            for watch in self.names.keys().filter(|watch| !names.contains_key(watch)) {
                // The system has removed it already if its folder is gone.
                let _ = remove_watch(&self.inotify, *watch);
            }
            self.names = names;
            Ok(())
        }

        fn watch(&self, folder: &Path) -> Result<i32, Errno> {
            let events = WatchFlags::CLOSE_WRITE
                | WatchFlags::CREATE
                | WatchFlags::DELETE
                | WatchFlags::MOVED_FROM
                | WatchFlags::MOVED_TO
                | WatchFlags::ONLYDIR;
            add_watch(&self.inotify, folder, events)
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
                            || name.zip(names).is_some_and(|(name, names)| names.contains(name));
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
