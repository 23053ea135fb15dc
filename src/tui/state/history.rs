//! The queries of this and earlier sessions.

/// Earlier queries, and the one of them that the search bar shows.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The queries, the last one last.
    queries: Vec<String>,
    /// Whether those of earlier sessions are among them.
    is_read: bool,
    /// The index of the query that the search bar shows.
    shown: Option<usize>,
}

impl History {
    /// Returns whether the queries of earlier sessions are known.
    pub const fn is_read(&self) -> bool {
        self.is_read
    }

    /// Adds the queries of earlier sessions.
    pub fn read(&mut self, mut earlier: Vec<String>) {
        earlier.retain(|query| !self.queries.contains(query));
        earlier.append(&mut self.queries);
        *self = Self { queries: earlier, is_read: true, shown: None };
    }

    /// Adds a query as the last one. Returns whether it was not that before.
    pub fn add(&mut self, query: &str) -> bool {
        if query.trim().is_empty() || self.queries.last().is_some_and(|last| last == query) {
            return false;
        }
        self.queries.retain(|other| other != query);
        self.queries.push(query.to_owned());
        self.shown = None;
        true
    }

    /// Returns whether the search bar shows one of the queries.
    pub fn is_shown(&self, query: &str) -> bool {
        self.shown.and_then(|shown| self.queries.get(shown)).is_some_and(|shown| shown == query)
    }

    /// Returns the index of the query before the one that is shown, or of the last one.
    fn index_before(&self, query: &str) -> Option<usize> {
        let next = self.shown.filter(|_| self.is_shown(query)).unwrap_or(self.queries.len());
        next.checked_sub(1)
    }

    /// Returns whether there is a query before the one that is shown.
    pub fn has_earlier(&self, query: &str) -> bool {
        self.index_before(query).is_some()
    }

    /// Returns the query before the one that is shown, or the last one.
    pub fn earlier(&mut self, query: &str) -> Option<String> {
        let index = self.index_before(query)?;
        self.shown = Some(index);
        self.queries.get(index).cloned()
    }

    /// Returns the query after the one that is shown; an empty one after the last.
    pub fn later(&mut self) -> String {
        self.shown = self.shown.map(|shown| shown + 1);
        let query = self.shown.and_then(|shown| self.queries.get(shown)).cloned();
        if query.is_none() {
            self.shown = None;
        }
        query.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_queries_come_back_in_order() {
        let mut history = History::default();
        assert!(history.add("troyes") && !history.add("troyes") && !history.add(" "));
        history.read(vec!["reims".to_owned(), "troyes".to_owned(), "sedan".to_owned()]);
        assert_eq!(history.earlier("").as_deref(), Some("troyes"));
        assert_eq!(history.earlier("troyes").as_deref(), Some("sedan"));
        assert_eq!(history.earlier("sedan").as_deref(), Some("reims"));
        assert_eq!(history.earlier("reims"), None);
        assert!(history.is_shown("reims"));
        assert_eq!([history.later(), history.later(), history.later()], ["sedan", "troyes", ""]);
        assert!(!history.is_shown(""));
    }
}
