//! What the keys act on.

/// What the keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The search bar: letters are written.
    Search,
    /// The list: letters are commands.
    List,
    /// The card.
    Card,
}

/// A place whose keys mean something of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyContext {
    /// Everywhere.
    Program,
    /// Everywhere but in popups.
    Tabs,
    /// The search bar.
    Search,
    /// The search bar while a name is offered.
    Suggestion,
    /// The list.
    List,
    /// The list of the ages.
    Ages,
    /// A problem of the snapshot that leads to a Cité.
    Problem,
    /// The map.
    Map,
    /// A page that is longer than the screen.
    Page,
    /// The card.
    Card,
    /// The list and the card: letters are commands.
    Commands,
    /// The same where something can be selected.
    Selected,
    /// A line that letters are written into.
    Line,
    /// The popup of the keys.
    Help,
    /// The popup of what can be searched for.
    Grammar,
    /// The popup of the facets.
    Facets,
    /// Cités side by side.
    Comparison,
    /// The card in large letters.
    BigCard,
    /// A text to be selected with the mouse.
    Text,
    /// The popup that asks for the name of a file.
    Save,
    /// The same, when there is a file of that name.
    Replace,
    /// Lines of which one is chosen, in a popup.
    Choices,
    /// A text that is longer than its place, beside a line that letters are written into.
    Scroll,
    /// A text that is longer than its place.
    Reading,
}
