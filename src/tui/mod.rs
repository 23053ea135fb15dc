//! The explorer: state, keys, screen and terminal.
