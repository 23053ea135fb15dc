//! What leaves the program as text: tables, cards, CSV, JSON and Markdown.
