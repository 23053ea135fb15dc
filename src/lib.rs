//! The 84 Cités de l'emploi and the préconisations of their national
//! evaluation: the library behind the terminal explorer `cites`.
//!
//! Everything the program does is available as functions that print nothing,
//! for tests and for other programs.
//!
//! ```
//! use cites_emploi::search::{Index, Query, Scope};
//! use cites_emploi::snapshot;
//!
//! let snapshot = snapshot::embedded()?;
//! let index = Index::new(&snapshot, "2026-11-22".parse()?);
//! let results = index.search(&Query::parse("st etienne"));
//! let best = &snapshot.cites[results.hits[0].row()];
//!
//! assert_eq!(best.label, "Saint-Etienne Métropole");
//! assert_eq!(best.label_date.date.to_string(), "2021-07-10");
//! // Unknown values are absent; nothing stands in for them.
//! assert!(best.launch_date.is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Modules
//!
//! | module | contents | start with |
//! | --- | --- | --- |
//! | [`snapshot`] | snapshots: the model, and how one is built, loaded, checked, compared and imported | [`Snapshot`](snapshot::Snapshot), [`load`](snapshot::load), [`build`](snapshot::build()), [`check`](snapshot::check()), [`diff`](snapshot::diff()) |
//! | [`search`] | the search for Cités | [`Index`](search::Index), [`Query`](search::Query) |
//! | [`views`] | the content of tabs and listings, as data | [`Column`](views::Column), [`card`](views::card), [`stats`](views::stats), [`near`](views::near) |
//! | [`output`] | views as text | [`write_listing`](output::write_listing), [`write_card`](output::write_card) |
//! | [`tui`] | the explorer: state, keys, drawing, the terminal | [`App`](tui::App), [`explore`](tui::explore) |
//! | [`cli`] | the command line, one file a command | [`main`](cli::main) |
//! | [`fold`](mod@fold) | the folded form in which texts are compared | [`fold`](fold::fold) |
//! | [`gazetteer`] | the places of France: names, codes, postcodes, populations | [`Gazetteer`](gazetteer::Gazetteer) |
//! | [`hyperlink`] | links of the terminal | [`start`](hyperlink::start) |
//! | [`locale`] | every text that a person reads, one file per language | [`Lang`](locale::Lang), [`t!`] |
//! | [`progress`] | how far an operation on large data is | [`Progress`](progress::Progress) |
//! | [`sanitize`](mod@sanitize) | untrusted text, made safe to print | [`sanitize`](sanitize::sanitize) |
//! | [`transliterate`](mod@transliterate) | texts in ASCII | [`transliterate`](transliterate::transliterate) |
//! | [`save`] | files that are written completely or not at all | [`save`](save::save) |
//!
//! Dependencies point one way: `cli`, `tui`, `output`, `views`, `search`,
//! `snapshot`. Nothing in `snapshot` knows a colour, and nothing in `tui`
//! parses JSON.
//!
//! # Commands
//!
//! What a command prints, other programs get from a function.
//! [`output::write_listing`] writes rows in any format.
//!
//! | command | function |
//! | --- | --- |
//! | `cites` | [`tui::explore`] |
//! | `cites show` | [`search::Index::resolve`], [`views::card::cite`] |
//! | `cites list` | [`search::Index::resolve`] |
//! | `cites carriers` | [`views::carriers::groups`] |
//! | `cites ages` | [`views::ages::by_wave`] |
//! | `cites preconisations` | [`search::Index::search_preconisations`] |
//! | `cites sources` | [`views::sources::uses`] |
//! | `cites stats` | [`views::stats::stats`] |
//! | `cites near` | [`search::Index::locate`], [`views::near::nearby`] |
//! | `cites build` | [`snapshot::build`], [`save::save`] |
//! | `cites check` | [`snapshot::check`] |
//! | `cites diff` | [`snapshot::diff`] |
//! | `cites import` | [`snapshot::plan_import`], [`snapshot::plan_grants`] |
//! | `cites schema` | [`output::Document::schema`] |
//! | `cites completions`, `cites man` | [`cli::completions`], [`cli::man_pages`] |
//!
//! ```
//! use cites_emploi::locale::Lang;
//! use cites_emploi::output::{OutputStyle, write_card};
//! use cites_emploi::search::{Index, Query, Scope};
//! use cites_emploi::snapshot::embedded;
//! use cites_emploi::views::{Context, card};
//!
//! let snapshot = embedded()?;
//! let context = Context { snapshot: &snapshot, lang: Lang::EN, today: "2026-11-22".parse()? };
//! let index = Index::new(&snapshot, context.today);
//! let answer = index.resolve(&snapshot, &Query::parse("gueret"), Scope::CERTAIN);
//! let (best, _) = answer.best().expect("a Cité");
//! let mut text = Vec::new();
//! write_card(&card::cite(&snapshot.cites[best], context), context.lang, OutputStyle::PLAIN, &mut text)?;
//! assert!(String::from_utf8(text)?.contains("5 years 4 months"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Further reading
//!
//! `README.md` describes the program and the sources of its data.
//! `src/README.md` follows a key to its frame and a fact to its card, and lists
//! the files to change for a new tab, command, field or language.

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
pub mod gazetteer;
pub mod hyperlink;
pub mod locale;
pub mod output;
pub mod progress;
pub mod sanitize;
pub mod save;
pub mod search;
pub mod snapshot;
mod table;
pub mod transliterate;
pub mod tui;
pub mod views;
