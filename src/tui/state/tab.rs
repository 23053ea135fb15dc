//! The tabs.

use ratatui::layout::Size;

use crate::locale::Lang;
use crate::t;
use crate::views::cites::{self, CiteColumn};
use crate::views::{Column, preconisations};

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// The Cités and their card.
    Territories,
    /// Who carries them.
    Carriers,
    /// How old they are.
    Age,
    /// What the evaluation recommends.
    Preconisations,
    /// Where the Cités are.
    Map,
    /// The programme at a glance.
    Overview,
    /// The snapshot, for those who check it.
    Data,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Territories,
        Self::Carriers,
        Self::Age,
        Self::Preconisations,
        Self::Map,
        Self::Overview,
        Self::Data,
    ];

    /// Its place from the left, from 0.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// The number that is its key, from 1.
    pub const fn number(self) -> usize {
        self.place() + 1
    }

    /// The tab to the right, after the last one the first.
    pub fn next(self) -> Self {
        Self::at(self.place() + 1)
    }

    /// The tab to the left, before the first one the last.
    pub fn previous(self) -> Self {
        Self::at(self.place() + Self::ALL.len() - 1)
    }

    fn at(place: usize) -> Self {
        Self::ALL.get(place % Self::ALL.len()).copied().unwrap_or(Self::Territories)
    }

    /// What is written on it.
    pub fn title(self, lang: Lang) -> String {
        t!(lang, self.title_key())
    }

    /// The same where the titles of all tabs have no room.
    pub fn short_title(self, lang: Lang) -> String {
        t!(lang, &format!("tui-tab-short-{}", self.name()))
    }

    /// The locale key of its title.
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Territories => "tui-tab-territories",
            Self::Carriers => "tui-tab-carriers",
            Self::Age => "tui-tab-age",
            Self::Preconisations => "tui-tab-preconisations",
            Self::Map => "tui-tab-map",
            Self::Overview => "tui-tab-overview",
            Self::Data => "tui-tab-data",
        }
    }

    /// Whether it tells of Cités.
    pub const fn lists_cites(self) -> bool {
        !matches!(self, Self::Preconisations)
    }

    /// The columns of its table, where a line of it is a Cité.
    pub fn cite_columns(self) -> Vec<CiteColumn> {
        let specs = match self {
            Self::Territories => cites::TERRITORIES.shown,
            Self::Carriers => cites::CARRIERS.shown,
            Self::Age => cites::AGES.shown,
            Self::Preconisations | Self::Map | Self::Overview | Self::Data => &[],
        };
        specs.iter().map(|spec| spec.column).collect()
    }

    /// The name by which `--tab` knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Territories => "territories",
            Self::Carriers => "carriers",
            Self::Age => "age",
            Self::Preconisations => "preconisations",
            Self::Map => "map",
            Self::Overview => "overview",
            Self::Data => "data",
        }
    }

    /// The names of the columns it can be sorted by, in their order.
    pub fn column_names(self) -> Vec<&'static str> {
        match self {
            Self::Preconisations => {
                preconisations::COLUMNS.shown.iter().map(|spec| spec.column.name()).collect()
            }
            _ => self.cite_columns().into_iter().map(CiteColumn::name).collect(),
        }
    }

    /// How many columns it can be sorted by.
    pub const fn columns(self) -> usize {
        match self {
            Self::Territories => cites::TERRITORIES.shown.len(),
            Self::Carriers => cites::CARRIERS.shown.len(),
            Self::Age => cites::AGES.shown.len(),
            Self::Preconisations => preconisations::COLUMNS.shown.len(),
            Self::Map | Self::Overview | Self::Data => 0,
        }
    }

    /// Lines below the list on a screen of `size` for what is said of all of it.
    pub const fn panel_height(self, size: Size, lives: bool) -> u16 {
        match self {
            Self::Carriers if size.width < 60 => 4,
            Self::Carriers => 3,
            Self::Age if size.width >= 58 => 4,
            Self::Age if lives => 3,
            _ => 0,
        }
    }
}
