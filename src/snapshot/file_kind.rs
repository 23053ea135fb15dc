//! Kinds of files that people give instead of a snapshot or a table, told by their first bytes.

use crate::table::table;

/// How a kind is recognized, and the key of the text that says what it is and what to do.
struct Row {
    is: fn(&[u8]) -> bool,
    key: &'static str,
}

table! {
    /// A kind of file that is read by other programs. An archive that is a workbook comes before other archives.
    pub enum FileKind: Row {
        /// A workbook of a spreadsheet: an archive with the parts of one.
        Workbook = Row { is: is_workbook, key: "load-workbook" };
        /// A ZIP archive.
        Zip = Row { is: |bytes| bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06"), key: "load-zip" };
        /// A file compressed by zstd.
        Zstd = Row { is: |bytes| bytes.starts_with(b"\x28\xb5\x2f\xfd"), key: "load-zstd" };
        /// A file compressed by xz.
        Xz = Row { is: |bytes| bytes.starts_with(b"\xfd7zXZ\x00"), key: "load-xz" };
        /// A file compressed by bzip2.
        Bzip2 = Row { is: is_bzip2, key: "load-bzip2" };
        /// A page of the web, such as that of a portal which asks to log in.
        Html = Row { is: is_html, key: "load-html" };
    }
}

impl FileKind {
    /// Returns the kind of a file by its bytes; `None` if they may be those of a snapshot or a table.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| (kind.row().is)(bytes))
    }

    /// Returns the key of the text that says what the file is, and what to do.
    pub(crate) const fn text_key(self) -> &'static str {
        self.row().key
    }
}

/// The bytes in which the names of the first parts of an archive are looked for.
const MAX_HEAD: usize = 4096;

fn is_workbook(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(MAX_HEAD)).unwrap_or_default();
    let names: [&[u8]; 3] = [b"xl/", b"[Content_Types].xml", b"opendocument.spreadsheet"];
    bytes.starts_with(b"PK\x03\x04") && names.iter().any(|name| memchr::memmem::find(head, name).is_some())
}

/// The magic number is short, so that the level of the compression and the number of the first block are looked at.
fn is_bzip2(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BZh")
        && bytes.get(3).is_some_and(u8::is_ascii_digit)
        && bytes.get(4..).is_some_and(|rest| rest.starts_with(b"1AY&SY") || rest.starts_with(b"\x17rE8P\x90"))
}

fn is_html(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [b"<!doctype html".as_slice(), b"<html"]
        .into_iter()
        .any(|start| text.get(..start.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_the_first_bytes() {
        for (bytes, kind) in [
            (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml".as_slice(), Some(FileKind::Workbook)),
            (
                b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                Some(FileKind::Workbook),
            ),
            (b"PK\x03\x04\x14\x00snapshot.json", Some(FileKind::Zip)),
            (b"PK\x05\x06\x00\x00", Some(FileKind::Zip)),
            (b"\x28\xb5\x2f\xfd\x04", Some(FileKind::Zstd)),
            (b"\xfd7zXZ\x00\x00", Some(FileKind::Xz)),
            (b"BZh91AY&SY\x00", Some(FileKind::Bzip2)),
            (b"\xef\xbb\xbf \n<!DOCTYPE html><html>", Some(FileKind::Html)),
            (b"<HTML lang=fr>", Some(FileKind::Html)),
            (b"BZh9;1", None),
            (b"PK;nom", None),
            (b"{\"schema_version\": \"1.1\"}", None),
            (b"<?xml version=\"1.0\"?>", None),
            (b"", None),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
