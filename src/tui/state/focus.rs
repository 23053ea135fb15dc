//! The part of the screen that the keys act on.

/// The part of the screen that the keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The search bar: letters are written.
    Search,
    /// The list: letters are commands.
    List,
    /// The card.
    Card,
}

/// A context in which keys have meanings of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyContext {
    /// Everywhere.
    Program,
    /// Everywhere but in popups.
    Tabs,
    /// The search bar.
    Search,
    /// The search bar while a correction is offered.
    Suggestion,
    /// The search bar while it shows an earlier query.
    SearchHistory,
    /// The search bar while the number of a tab is all that it has.
    SearchTab,
    /// The search bar while it names a place that no Cité covers.
    SearchOutside,
    /// The list.
    List,
    /// The list of the ages.
    Ages,
    /// A field of the Cités in the tab of the data.
    Field,
    /// A line that stands for others.
    Fold,
    /// A wave in the chart of the ages.
    Wave,
    /// A place that no Cité covers.
    Outside,
    /// A problem of the snapshot that leads to a Cité.
    Problem,
    /// The map.
    Map,
    /// An area of the map.
    Areas,
    /// A page that scrolls.
    Page,
    /// The card.
    Card,
    /// The list and the card: letters are commands.
    Commands,
    /// The list and the card, if an item can be selected.
    Selected,
    /// A line that letters are written into.
    Line,
    /// The popup of the keys.
    Help,
    /// The popup of the examples.
    Grammar,
    /// The popup of the facets.
    Facets,
    /// Cités side by side.
    Comparison,
    /// The cross table.
    Cross,
    /// The nearest Cités to a place.
    Neighbours,
    /// The card in large letters.
    BigCard,
    /// A text, for the terminal to select with the mouse.
    Text,
    /// The popup that asks for the name of a file.
    Save,
    /// The columns in that popup.
    SaveColumns,
    /// The popup that asks whether to replace a file.
    Replace,
    /// A list in a popup.
    Choices,
    /// A text that scrolls.
    Reading,
}
