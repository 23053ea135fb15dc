//! The file of earlier queries, in the folder for the state of programs.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::save;

/// The most queries that are kept.
const MAX_QUERIES: usize = 500;
/// The most bytes that are read: those of the longest queries, and more than anybody types.
const MAX_SIZE: u64 = 1 << 20;

/// The file of earlier queries, one line each, the last one last.
///
/// A file that cannot be read or written is no failure: the queries of the session are kept in memory.
#[derive(Debug, Clone)]
pub struct HistoryFile(PathBuf);

impl HistoryFile {
    /// Returns the file of this user: `cites/history` in `$XDG_STATE_HOME`, or else in `~/.local/state`, or on Windows
    /// in `%LOCALAPPDATA%`. `None` if there is no such folder.
    pub fn of_user() -> Option<Self> {
        let folder = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let state = folder("XDG_STATE_HOME").or_else(|| match cfg!(windows) {
            true => folder("LOCALAPPDATA"),
            false => env::home_dir().filter(|path| path.is_absolute()).map(|home| home.join(".local/state")),
        });
        state.map(|state| Self::at(&state.join("cites")))
    }

    /// Returns the file in a folder.
    pub fn at(folder: &Path) -> Self {
        Self(folder.join("history"))
    }

    /// Reads the queries, the last one last.
    pub fn read(&self) -> Vec<String> {
        let is_small =
            fs::metadata(&self.0).is_ok_and(|metadata| metadata.is_file() && metadata.len() <= MAX_SIZE);
        let text = is_small.then(|| fs::read(&self.0).ok()).flatten().unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
    }

    /// Adds a query, which is then the last one.
    pub fn add(&self, query: &str) {
        let query = query.lines().next().unwrap_or_default();
        let mut queries = self.read();
        queries.retain(|other| other != query);
        queries.push(query.to_owned());
        let excess = queries.len().saturating_sub(MAX_QUERIES);
        let text: String = queries.iter().skip(excess).flat_map(|query| [query.as_str(), "\n"]).collect();
        // Another session may have added one in between; the one that is lost is not worth a lock.
        if let Some(folder) = self.0.parent()
            && fs::create_dir_all(folder).is_ok()
        {
            let _ = save::save(&self.0, text.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_queries_are_kept_each_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let history = HistoryFile::at(&folder.path().join("new/cites"));
        assert_eq!(history.read(), [""; 0]);
        for number in 0..MAX_QUERIES + 20 {
            history.add(&format!("query {number}"));
        }
        history.add("query 519");
        history.add("query 100");
        let queries = history.read();
        assert_eq!(queries.len(), MAX_QUERIES);
        assert_eq!((queries[0].as_str(), queries[499].as_str()), ("query 20", "query 100"));
        assert_eq!(queries.iter().filter(|query| *query == "query 100").count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_no_failure() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "no folder").expect("a file");
        let history = HistoryFile::at(&file);
        history.add("reims");
        assert_eq!(history.read(), [""; 0]);
        assert_eq!(fs::read_to_string(&file).expect("the file"), "no folder");
    }
}
