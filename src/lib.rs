//! The 84 Cités de l'emploi and the préconisations of their national
//! evaluation: the library behind the terminal explorer `cites`.
//!
//! Everything that the program does is here as functions that print nothing,
//! so that tests and other programs can call them.
//!
//! ```
//! use cites_emploi::search::{Index, Query};
//! use cites_emploi::snapshot;
//!
//! let snapshot = snapshot::embedded()?;
//! let index = Index::new(&snapshot, "2026-11-22".parse()?);
//! let results = index.search(&Query::parse("st etienne"));
//! let best = &snapshot.cites[results.hits[0].row()];
//!
//! assert_eq!(best.label, "Saint-Etienne Métropole");
//! assert_eq!(best.label_date.date.to_string(), "2021-07-10");
//! // What is not known is not there, and nothing stands in for it.
//! assert!(best.launch_date.is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The rooms
//!
//! | module | holds | begin at |
//! | --- | --- | --- |
//! | [`snapshot`] | what a snapshot is, and how one is built, loaded, checked, compared and imported | [`Snapshot`](snapshot::Snapshot), [`load`](snapshot::load), [`build`](snapshot::build()), [`check`](snapshot::check()), [`diff`](snapshot::diff()) |
//! | [`search`] | finding the Cité a person means | [`Index`](search::Index), [`Query`](search::Query) |
//! | [`views`] | what a tab or a listing shows, as data | [`Column`](views::Column), [`card`](views::card), [`stats`](views::stats), [`near`](views::near) |
//! | [`output`] | views as text | [`write_listing`](output::write_listing), [`write_card`](output::write_card) |
//! | [`tui`] | views as a screen: state, keys, drawing, the terminal | [`App`](tui::app::App), [`explore`](tui::explore) |
//! | [`cli`] | the command line, one file a command | [`main`](cli::main) |
//! | [`fold`](mod@fold) | the one form in which texts are compared | [`fold`](fold::fold) |
//! | [`locale`] | every word that a person reads, in French and English | [`Lang`](locale::Lang), [`t!`] |
//! | [`sanitize`](mod@sanitize) | untrusted text, made safe to show | [`sanitize`](sanitize::sanitize) |
//! | [`save`] | files that are written whole or not at all | [`save`](save::save) |
//!
//! They depend on each other one way: `cli`, `tui`, `output`, `views`,
//! `search`, `snapshot`. Nothing in `snapshot` knows a colour, nothing in `tui`
//! parses JSON.
//!
//! # The commands
//!
//! Whatever a command prints, other programs get from a function that prints
//! nothing. Rows become text by [`output::write_listing`], in any format.
//!
//! | command | function |
//! | --- | --- |
//! | `cites` | [`tui::explore`] |
//! | `cites show` | [`search::Index::best_match`], [`views::card::cite`] |
//! | `cites list` | [`search::Index::search`] |
//! | `cites carriers` | [`views::carriers::groups`] |
//! | `cites ages` | [`views::ages::by_wave`] |
//! | `cites preconisations` | [`search::Index::search_preconisations`] |
//! | `cites sources` | [`views::sources::uses`] |
//! | `cites stats` | [`views::stats::stats`] |
//! | `cites near` | [`search::Index::locate`], [`views::near::nearby`] |
//! | `cites build` | [`snapshot::build`], [`save::save`] |
//! | `cites check` | [`snapshot::check`] |
//! | `cites diff` | [`snapshot::diff`] |
//! | `cites import` | [`snapshot::plan_import`] |
//! | `cites schema` | [`output::Document::schema`] |
//! | `cites completions`, `cites man` | [`cli::completions`], [`cli::man_pages`] |
//!
//! ```
//! use cites_emploi::locale::Lang;
//! use cites_emploi::output::{OutputStyle, write_card};
//! use cites_emploi::search::{Index, Query};
//! use cites_emploi::snapshot::embedded;
//! use cites_emploi::views::{Context, card};
//!
//! let snapshot = embedded()?;
//! let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
//! let index = Index::new(&snapshot, context.today);
//! let best = index.best_match(&snapshot, &Query::parse("gueret")).expect("a Cité");
//! let mut text = Vec::new();
//! write_card(&card::cite(meant.cite, context), context.lang, OutputStyle::PLAIN, &mut text)?;
//! assert!(String::from_utf8(text)?.contains("5 years 4 months"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Reading on
//!
//! `README.md` says what the program is for and where the data comes from;
//! `src/README.md` follows a key to its frame and a fact to its card, and says
//! where a tab, a command, a field or a language is added.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod cli;
pub mod fold;
pub mod locale;
pub mod output;
pub mod sanitize;
pub mod save;
pub mod search;
pub mod snapshot;
pub mod tui;
pub mod views;
