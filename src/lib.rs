//! The 84 Cités de l'emploi and the préconisations of their national
//! evaluation: the library behind the terminal explorer `cites`.
//!
//! Whatever a command prints, other programs get from a function that prints
//! nothing. Rows become text by [`output::write_listing`], in any format.
//!
//! | command | function |
//! | --- | --- |
//! | `cites` | [`tui::explore`] |
//! | `cites show` | [`search::Index::meant`], [`views::card::cite`] |
//! | `cites list` | [`search::Index::search`] |
//! | `cites carriers` | [`views::carriers::groups`] |
//! | `cites ages` | [`views::ages::by_wave`] |
//! | `cites preconisations` | [`search::Index::search_preconisations`] |
//! | `cites sources` | [`views::sources::uses`] |
//! | `cites stats` | [`views::stats::stats`] |
//! | `cites near` | [`search::Index::place`], [`views::near::nearby`] |
//! | `cites build` | [`snapshot::build`], [`save::save`] |
//! | `cites check` | [`snapshot::check`] |
//! | `cites diff` | [`snapshot::diff`] |
//! | `cites import` | [`snapshot::plan_import`] |
//! | `cites schema` | [`output::Document::schema`] |
//! | `cites completions`, `cites man` | [`cli::completions`], [`cli::man_pages`] |
//!
//! ```
//! use cites_emploi::locale::Lang;
//! use cites_emploi::output::{Paper, write_card};
//! use cites_emploi::search::{Index, Query};
//! use cites_emploi::snapshot::embedded;
//! use cites_emploi::views::{Context, card};
//!
//! let snapshot = embedded()?;
//! let context = Context { snapshot: &snapshot, lang: Lang::En, today: "2026-11-22".parse()? };
//! let index = Index::new(&snapshot, context.today);
//! let meant = index.meant(&snapshot, &Query::parse("gueret")).expect("a Cité");
//! let mut text = Vec::new();
//! write_card(&card::cite(meant.cite, context), context.lang, Paper::PLAIN, &mut text)?;
//! assert!(String::from_utf8(text)?.contains("5 years 4 months"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
pub mod locale;
pub mod output;
pub mod save;
pub mod search;
pub mod snapshot;
pub mod tui;
pub mod views;
