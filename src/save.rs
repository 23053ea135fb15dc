//! Writes files atomically: a reader sees the old content or the new, never a part of it.
//!
//! What is no regular file (a FIFO, a terminal, `/dev/fd/3`) cannot be replaced, and is written to.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::{error, fmt};

use tempfile::{Builder, NamedTempFile};

use crate::locale::Lang;
use crate::sanitize::sanitize;
use crate::t;

/// Symbolic links to follow before giving up, as Linux does with `ELOOP`.
const MAX_LINKS: usize = 40;

/// A failure to write a file. Its previous content is unchanged.
#[derive(Debug)]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// The error of the system.
    pub error: io::Error,
}

impl SaveError {
    /// Describes in one line what happened and what can be done about it.
    pub fn describe(&self, lang: Lang) -> String {
        let path = self.path.display().to_string();
        let path = sanitize(&path).into_owned();
        match self.error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                t!(lang, "save-disk-full", path = path)
            }
            io::ErrorKind::FileTooLarge => t!(lang, "save-too-large", path = path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                t!(lang, "save-permission-denied", path = path)
            }
            io::ErrorKind::NotFound => t!(lang, "save-no-folder", path = path),
            io::ErrorKind::InvalidInput => t!(lang, "save-not-a-file", path = path),
            _ => t!(lang, "save-io", path = path, message = self.error.to_string()),
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::UNLOCALIZED))
    }
}

impl error::Error for SaveError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Writes a file atomically.
///
/// The bytes are written to a temporary file in the same folder, which is
/// renamed once they are on the disk. An existing file keeps its permissions,
/// and a symbolic link stays a link: its target is replaced. A FIFO, a
/// character device or an open descriptor is written to instead. Neither block
/// devices nor files that the user may not write are replaced.
///
/// # Errors
///
/// Fails if the disk is full, the folder does not exist, or writing is not
/// permitted. The file is then unchanged.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    if is_stream(path) {
        let stream = OpenOptions::new().append(true).open(path);
        let written = stream.and_then(|mut stream| stream.write_all(bytes));
        return written.map_err(|error| SaveError { path: path.to_owned(), error });
    }
    save_with(path, |file| file.write_all(bytes))
}

/// Returns whether a path names standard output: `-`, or its descriptor. It is then to be written to rather than
/// opened, which would start again at the beginning of the file that a shell has opened for it.
pub fn is_stdout(path: &Path) -> bool {
    path == Path::new("-") || descriptor(path).is_some_and(|descriptor| descriptor == Path::new("1"))
}

/// Returns the name of the open descriptor that a path leads to, such as `1` for `/dev/stdout`.
fn descriptor(path: &Path) -> Option<PathBuf> {
    let own = [fs::canonicalize("/dev/fd").ok()?, PathBuf::from("/dev/fd"), PathBuf::from("/proc/self/fd")];
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        if target.parent().is_some_and(|folder| own.iter().any(|own| own == folder)) {
            return Some(target.file_name()?.into());
        }
        target = target.parent()?.join(fs::read_link(&target).ok()?);
    }
    None
}

/// Returns whether bytes written to a path go to a reader, instead of being kept under it.
fn is_stream(path: &Path) -> bool {
    let is_special = |kind: fs::FileType| kind.is_fifo() || kind.is_char_device() || kind.is_socket();
    descriptor(path).is_some() || fs::metadata(path).is_ok_and(|metadata| is_special(metadata.file_type()))
}

/// Writes a new file atomically.
///
/// # Errors
///
/// Fails like [`save`], and with [`AlreadyExists`](io::ErrorKind::AlreadyExists)
/// if there is a file or a link of that name, which is then unchanged.
pub fn save_new(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let refused = |error| SaveError { path: path.to_owned(), error };
    if fs::symlink_metadata(path).is_ok() {
        return Err(refused(io::ErrorKind::AlreadyExists.into()));
    }
    let Staged { target, temporary, .. } = Staged::write(path, |file| file.write_all(bytes))?;
    // Nor is a file replaced that was created in the meantime.
    temporary.persist_noclobber(target).map(drop).map_err(|error| refused(error.error))
}

/// Writes several files atomically. None is renamed before all are on the disk.
///
/// # Errors
///
/// Fails like [`save`]. No file is then changed, unless a rename fails after
/// others succeeded; the error names the first file that was not renamed.
pub fn save_all<'a>(files: impl IntoIterator<Item = (&'a Path, &'a [u8])>) -> Result<(), SaveError> {
    let staged: Vec<Staged<'_>> = files
        .into_iter()
        .map(|(path, bytes)| Staged::write(path, |file| file.write_all(bytes)))
        .collect::<Result<_, _>>()?;
    staged.into_iter().try_for_each(Staged::commit)
}

fn save_with(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), SaveError> {
    Staged::write(path, write)?.commit()
}

/// A file that is written but not yet renamed. It is deleted on drop.
struct Staged<'a> {
    path: &'a Path,
    target: PathBuf,
    temporary: NamedTempFile,
}

impl<'a> Staged<'a> {
    fn write(path: &'a Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<Self, SaveError> {
        let staged = stage(path, write).map(|(target, temporary)| Self { path, target, temporary });
        staged.map_err(|error| SaveError { path: path.to_owned(), error })
    }

    fn commit(self) -> Result<(), SaveError> {
        let persisted = self.temporary.persist(&self.target);
        persisted.map(drop).map_err(|error| SaveError { path: self.path.to_owned(), error: error.error })
    }
}

/// Writes the temporary file for `path`. Returns the path to rename it to, with links followed.
fn stage(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<(PathBuf, NamedTempFile)> {
    let target = follow_links(path)?;
    let permissions = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_file() => {
            // A rename does not check whether the file itself is writable.
            OpenOptions::new().write(true).open(&target)?;
            Some(metadata.permissions())
        }
        Ok(_) => return Err(io::ErrorKind::InvalidInput.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The system applies the umask, as to any new file.
    let mut temporary =
        Builder::new().prefix(".cites-").permissions(Permissions::from_mode(0o666)).tempfile_in(folder)?;
    write(temporary.as_file_mut())?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    // Some file systems report a full disk only now.
    temporary.as_file().sync_all()?;
    Ok((target, temporary))
}

/// Follows symbolic links to a path, which need not exist.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

#[cfg(test)]
mod tests {
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::*;

    fn folder() -> TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn names(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_like_any_other_new_file() {
        let folder = folder();
        let (saved, plain) = (folder.path().join("saved"), folder.path().join("plain"));
        save(&saved, b"text").expect("saved");
        fs::write(&plain, "text").expect("written");
        assert_eq!(fs::read(&saved).expect("a file"), b"text");
        assert_eq!(mode(&saved), mode(&plain));
        assert_eq!(names(&folder), ["plain", "saved"]);
    }

    #[test]
    fn a_new_file_takes_the_place_of_no_other() {
        let folder = folder();
        let (path, link) = (folder.path().join("file"), folder.path().join("link"));
        save_new(&path, b"first").expect("saved");
        symlink("nowhere", &link).expect("a link");
        for path in [&path, &link] {
            let refused = save_new(path, b"second").expect_err("a name that is taken");
            assert_eq!(refused.error.kind(), io::ErrorKind::AlreadyExists);
        }
        assert_eq!(fs::read(&path).expect("a file"), b"first");
        assert_eq!(names(&folder), ["file", "link"]);
    }

    #[test]
    fn a_file_that_was_there_keeps_its_permissions() {
        let folder = folder();
        let path = folder.path().join("file");
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, Permissions::from_mode(0o640)).expect("permissions");
        save(&path, b"new").expect("saved");
        assert_eq!((fs::read(&path).expect("a file"), mode(&path)), (b"new".to_vec(), 0o640));
    }

    #[test]
    fn a_link_stays_and_its_target_is_replaced() {
        let folder = folder();
        let (target, link, second) =
            (folder.path().join("target"), folder.path().join("link"), folder.path().join("second"));
        symlink("target", &link).expect("a link");
        symlink("link", &second).expect("a link");
        for text in ["made through the link", "replaced through the link"] {
            save(&second, text.as_bytes()).expect("saved");
            assert_eq!(fs::read_to_string(&target).expect("a file"), text);
        }
        assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
        assert!(fs::symlink_metadata(&second).expect("a link").is_symlink());
    }

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_else() {
        let folder = folder();
        let path = folder.path().join("file");
        fs::write(&path, "old").expect("written");
        let full = |file: &mut File| {
            file.write_all(b"half")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        let error = save_with(&path, full).expect_err("a full disk");
        assert_eq!(
            error.describe(Lang::FR),
            format!("{} : le disque est plein ; rien n'a été écrit", path.display())
        );
        assert_eq!(error.to_string(), format!("{}: the disk is full; nothing was written", path.display()));
        assert_eq!(
            (fs::read_to_string(&path).expect("a file"), names(&folder)),
            ("old".into(), vec!["file".into()])
        );
    }

    #[test]
    fn of_several_files_all_are_written_or_none() {
        let folder = folder();
        let [first, second] = ["first", "second"].map(|name| folder.path().join(name));
        save_all([(first.as_path(), b"1".as_slice()), (&second, b"2")]).expect("saved");
        assert_eq!(names(&folder), ["first", "second"]);

        let error =
            save_all([(first.as_path(), b"3".as_slice()), (folder.path(), b"4")]).expect_err("a folder");
        assert_eq!(error.path, folder.path());
        assert_eq!((fs::read(&first).expect("a file"), names(&folder).len()), (b"1".to_vec(), 2));
    }

    #[test]
    fn what_is_no_file_is_written_to() {
        save(Path::new("/dev/null"), b"text").expect("written");
        let folder = folder();
        let path = folder.path().join("file");
        fs::write(&path, "kept ").expect("written");
        let link = folder.path().join("link");
        let kept = OpenOptions::new().append(true).open(&path).expect("a file");
        symlink(format!("/proc/self/fd/{}", kept.as_raw_fd()), &link).expect("a link");
        save(&link, b"added").expect("written");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "kept added");
    }

    #[test]
    fn standard_output_is_known_by_all_of_its_names() {
        let folder = folder();
        let link = folder.path().join("link");
        symlink("/dev/stdout", &link).expect("a link");
        let names = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].map(Path::new);
        for path in names.into_iter().chain([link.as_path()]) {
            assert!(is_stdout(path), "{}", path.display());
        }
        for path in [folder.path(), Path::new("/dev/stderr"), Path::new("/dev/null"), Path::new("1")] {
            assert!(!is_stdout(path), "{}", path.display());
        }
    }

    #[test]
    fn paths_that_cannot_be_files_are_refused() {
        let folder = folder();
        let missing = folder.path().join("none/file");
        let circle = folder.path().join("circle");
        symlink("circle", &circle).expect("a link");
        for (path, end) in [
            (folder.path(), "this is not a regular file; nothing was written"),
            (missing.as_path(), "the folder does not exist; nothing was written"),
            (circle.as_path(), "it cannot be written (too many symbolic links)"),
        ] {
            let error = save(path, b"").expect_err("an error").to_string();
            assert!(error.ends_with(end), "{error}");
        }
    }
}
