//! Reads the bytes of a snapshot or a table, up to a limit of size.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::read::MultiGzDecoder;

use super::file_kind::FileKind;
use super::read_error::ReadError;
use crate::progress::Progress;

/// The default limit of the size of a snapshot, in bytes after decompression.
pub const DEFAULT_MAX_SIZE: u64 = 256 * 1024 * 1024;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A source of bytes: standard input or a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Returns the input that an argument names: `-` is standard input.
    pub fn from_arg(argument: impl Into<PathBuf>) -> Self {
        let path = argument.into();
        if path.as_os_str() == "-" { Self::Stdin } else { Self::File(path) }
    }

    /// Returns the name of the input in messages.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Returns the number of bytes, or 0 if it is not known.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Stdin => 0,
            Self::File(path) => {
                fs::metadata(path).map_or(0, |metadata| usize::try_from(metadata.len()).unwrap_or(0))
            }
        }
    }

    /// Reads all bytes, without decompressing or decoding them.
    ///
    /// A path must lead to a regular file. A directory, a device and a named
    /// pipe are refused before they are opened, since opening a pipe that
    /// nobody writes to blocks forever. A pipe that the shell passes
    /// (`/dev/stdin`, `/dev/fd/63`) is read like standard input.
    ///
    /// # Errors
    ///
    /// The input cannot be read, or has more than `max_size` bytes.
    pub fn read(&self, max_size: u64) -> Result<Vec<u8>, ReadError> {
        match self {
            Self::Stdin => read_within(io::stdin().lock(), 0, max_size),
            Self::File(path) => {
                let len = self.len().min(usize::try_from(max_size).unwrap_or(usize::MAX));
                open(path).and_then(|file| read_within(file, len, max_size))
            }
        }
    }
}

fn open(path: &Path) -> Result<File, ReadError> {
    let kind = fs::metadata(path).map_err(|error| match is_web_address(path) {
        true => ReadError::WebAddress,
        false => ReadError::io(error),
    })?;
    let kind = kind.file_type();
    if kind.is_dir() {
        return Err(ReadError::Directory);
    }
    let passed_by_shell =
        ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(Path::new(folder)))
            || path == Path::new("/dev/stdin");
    if kind.is_file() || passed_by_shell {
        File::open(path).map_err(ReadError::io)
    } else {
        Err(ReadError::NotAFile)
    }
}

fn is_web_address(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.split_once("://").is_some_and(|(scheme, _)| {
        ["http", "https", "ftp"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    })
}

/// Reads at most `max_size` bytes, probably `len` of them. That is 0 if it is not known.
fn read_within(reader: impl Read, len: usize, max_size: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    // A size that the system has no memory for is found out while reading.
    let _ = bytes.try_reserve_exact(len);
    let progress = Progress::current();
    progress.expect(len);
    let mut reader = Counting { reader: reader.take(max_size.saturating_add(1)), progress };
    reader.read_to_end(&mut bytes).map_err(ReadError::io)?;
    bytes.shrink_to_fit();
    if u64::try_from(bytes.len()).is_ok_and(|len| len <= max_size) {
        Ok(bytes)
    } else {
        Err(ReadError::TooLarge { max_size })
    }
}

/// A reader that reports what it has read.
struct Counting<R> {
    reader: R,
    progress: Arc<Progress>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.reader.read(buffer)?;
        self.progress.advance(len);
        Ok(len)
    }
}

/// Decodes the bytes of a file: decompresses gzip, and removes a byte order mark.
///
/// # Errors
///
/// The bytes decompress to more than `max_size` bytes, are broken gzip, are
/// those of another kind of file, are empty, or are not UTF-8.
pub(crate) fn decode(bytes: Vec<u8>, max_size: u64) -> Result<String, ReadError> {
    let bytes = if bytes.starts_with(b"\x1f\x8b") {
        let decompressed = read_within(MultiGzDecoder::new(bytes.as_slice()), 0, max_size);
        let decompressed = decompressed.map_err(|kind| match kind {
            ReadError::Io { message, .. } => ReadError::BrokenGzip { message },
            other => other,
        })?;
        // Decompressing is as much again, and so is what is done with the text.
        Progress::current().expect(2 * decompressed.len() - bytes.len().min(decompressed.len()));
        decompressed
    } else {
        bytes
    };
    if let Some(kind) = FileKind::of(&bytes) {
        return Err(ReadError::Foreign(kind));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(ReadError::Utf16);
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = 1 + memchr::memchr_iter(b'\n', valid).count();
        let start = memchr::memrchr(b'\n', valid).map_or(0, |at| at + 1);
        let before = String::from_utf8_lossy(valid.get(start..).unwrap_or_default());
        ReadError::NotUtf8 { line, character: before.chars().count() + 1 }
    })?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len_utf8());
    }
    if text.trim().is_empty() { Err(ReadError::Empty) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::Command;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    #[test]
    fn plain_text_gzip_and_a_byte_order_mark_give_the_same_text() {
        for bytes in [b"{}".to_vec(), gzip(b"{}"), b"\xef\xbb\xbf{}".to_vec(), gzip(b"\xef\xbb\xbf{}")] {
            assert_eq!(decode(bytes, 100), Ok("{}".to_owned()));
        }
        let members = [gzip(b"{"), gzip(b"}")].concat();
        assert_eq!(decode(members, 100), Ok("{}".to_owned()));
    }

    #[test]
    fn an_address_of_the_web_is_no_path() {
        for (path, is_address) in [
            ("https://example.org/cites.json", true),
            ("HTTP://example.org", true),
            ("nowhere/cites.json", false),
        ] {
            let error = Input::File(path.into()).read(100).expect_err("no file");
            assert_eq!(error == ReadError::WebAddress, is_address, "{path}: {error:?}");
        }
    }

    #[test]
    fn a_gzip_bomb_stops_at_the_limit() {
        let bomb = gzip(&vec![b' '; 10_000_000]);
        assert!(bomb.len() < 20_000);
        assert_eq!(decode(bomb, 1_000_000), Err(ReadError::TooLarge { max_size: 1_000_000 }));
    }

    #[test]
    fn each_input_that_is_not_text_has_its_own_error() {
        let cut = gzip(b"some text that is long enough").iter().copied().take(15).collect();
        assert!(matches!(decode(cut, 100), Err(ReadError::BrokenGzip { .. })));
        assert_eq!(decode(b"\xff\xfe{\0}\0".to_vec(), 100), Err(ReadError::Utf16));
        assert_eq!(decode(b"\xfe\xff\0{\0}".to_vec(), 100), Err(ReadError::Utf16));
        assert_eq!(decode(b" \n\t".to_vec(), 100), Err(ReadError::Empty));
        assert_eq!(
            decode("{\n\"é\": \"".bytes().chain(*b"\xe9\"}").collect(), 100),
            Err(ReadError::NotUtf8 { line: 2, character: 7 })
        );
    }

    #[test]
    fn only_a_regular_file_is_opened_and_reading_it_never_blocks() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let missing = folder.path().join("missing.json");
        let read = |path: &Path| Input::File(path.to_owned()).read(10);
        assert_eq!(read(&pipe), Err(ReadError::NotAFile));
        assert_eq!(read(Path::new("/dev/zero")), Err(ReadError::NotAFile));
        assert_eq!(read(folder.path()), Err(ReadError::Directory));
        assert!(matches!(read(&missing), Err(ReadError::Io { kind: io::ErrorKind::NotFound, .. })));
        let file = folder.path().join("file.json");
        fs::write(&file, "0123456789").expect("a file");
        assert_eq!(read(&file).as_deref(), Ok(b"0123456789".as_slice()));
        fs::write(&file, "0123456789a").expect("a file");
        assert_eq!(read(&file), Err(ReadError::TooLarge { max_size: 10 }));
    }

    #[test]
    fn a_dash_is_standard_input() {
        assert_eq!(Input::from_arg("-"), Input::Stdin);
        assert_eq!(Input::from_arg("./-"), Input::File("./-".into()));
    }
}
