//! Quartiers prioritaires de la politique de la ville: those of 2015, on which the experiment ran,
//! their statistics, and those in force since 2024.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::code::coded;
use crate::snapshot::coded_list::HasCode;
use crate::snapshot::rules::value;
use crate::snapshot::shrunk::shrunk;

/// A quartier prioritaire de la politique de la ville, 2015 perimeter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qpv {
    /// Code: `QP` and six digits, or `QP`, `2A` or `2B` and four digits.
    #[schemars(regex(pattern = value::QPV.pattern))]
    pub code: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
}

/// Defines the figures of a quartier, with one row per figure: its key in the file, its type, its
/// variant and its kind.
macro_rules! qpv_figures {
    ($($(#[$doc:meta])* $([$range:ident])? $key:ident: $type:ty = $variant:ident $kind:ident $scope:ident;)+) => {
        /// Statistics of a quartier prioritaire, 2015 perimeter. A value that the Insee does not
        /// publish is `None`.
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
        pub struct QpvStats {
            /// Code of the quartier.
            #[schemars(regex(pattern = value::QPV.pattern))]
            pub code: SmolStr,
            $(
                $(#[$doc])*
                $(#[schemars(range(min = value::$range.min, max = value::$range.max))])?
                pub $key: Option<$type>,
            )+
        }

        /// A figure of a quartier, in the order of the file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum QpvFigure {
            $($(#[$doc])* $variant,)+
        }

        impl QpvFigure {
            /// Every figure, in the order of the file.
            pub const ALL: [Self; [$(stringify!($key)),+].len()] = [$(Self::$variant),+];

            /// Returns its key in the file, which ends with its vintage: `population_2018`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => stringify!($key)),+ }
            }

            /// Returns the year it holds for: the end of its key.
            pub fn vintage(self) -> u16 {
                self.key().rsplit('_').next().and_then(|year| year.parse().ok()).unwrap_or_default()
            }

            /// Returns what it measures.
            pub const fn kind(self) -> QpvFigureKind {
                match self { $(Self::$variant => QpvFigureKind::$kind),+ }
            }

            /// Returns where it is shown.
            pub const fn scope(self) -> QpvFigureScope {
                match self { $(Self::$variant => QpvFigureScope::$scope),+ }
            }

            /// Returns its value in these statistics.
            pub fn value(self, stats: &QpvStats) -> Option<f64> {
                match self { $(Self::$variant => stats.$key.map(f64::from)),+ }
            }
        }
    };
}

qpv_figures! {
    /// Inhabitants in 2018.
    population_2018: u32 = Population People Everywhere;

    /// Employment rate in 2018: share of the people of 15 to 64 years who are in work, in per cent.
    [PERCENTAGE] employment_rate_15_64_2018: f64 = EmploymentRate Rate Everywhere;

    /// Employment rate of women in 2018: share of the women of 15 to 64 years who are in work, in per cent.
    [PERCENTAGE] employment_rate_women_15_64_2018: f64 = EmploymentRateWomen Rate Everywhere;

    /// Share of those in work whose contract is for a limited term, in 2018, in per cent.
    [PERCENTAGE] limited_term_share_2018: f64 = LimitedTermShare Rate CardOnly;

    /// Job seekers of the categories A, B and C on 31 December 2021.
    jobseekers_abc_2021: u32 = Jobseekers People Everywhere;

    /// Women among these job seekers.
    jobseekers_abc_women_2021: u32 = JobseekersWomen People Everywhere;

    /// Those among these job seekers who are under 25 years old.
    jobseekers_abc_under25_2021: u32 = JobseekersUnder25 People Everywhere;

    /// Those among these job seekers who are 50 years old or older.
    jobseekers_abc_50plus_2021: u32 = Jobseekers50Plus People Everywhere;

    /// Those among these job seekers who have been so for a year or longer.
    jobseekers_abc_1year_plus_2021: u32 = Jobseekers1YearPlus People Everywhere;

    /// Those among these job seekers whose level of education is below the CAP.
    jobseekers_abc_below_cap_2021: u32 = JobseekersBelowCap People CardOnly;

    /// Poverty rate in 2018, in per cent.
    [PERCENTAGE] poverty_rate_2018: f64 = PovertyRate Rate Everywhere;

    /// Median living standard in 2018, in euros a year.
    median_living_standard_2018: u32 = MedianLivingStandard Euros Everywhere;
}

/// What a figure of a quartier measures, which decides how quartiers are summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QpvFigureKind {
    /// A number of people. Several quartiers have their sum.
    People,
    /// A share in per cent. Several quartiers have a range, and a mean weighted by inhabitants.
    Rate,
    /// An amount of money in euros. Several quartiers have a range, and a mean weighted by inhabitants.
    Euros,
}

/// Where a figure of a quartier is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QpvFigureScope {
    /// On the card, and as a column, a filter and a statistic of Cités.
    Everywhere,
    /// On the card only.
    CardOnly,
}

impl HasCode for QpvStats {
    fn code(&self) -> &str {
        &self.code
    }
}

/// A quartier prioritaire in force since 2024.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qpv2024 {
    /// Code: `QN`, the department, two digits or characters, and a letter.
    #[schemars(regex(pattern = value::QPV_2024.pattern))]
    pub code: SmolStr,
    /// Name.
    #[schemars(length(min = 1))]
    pub name: SmolStr,
    /// Its perimeter, compared with those of 2015.
    pub status: Qpv2024Status,
    /// INSEE codes of the communes it lies in.
    pub communes: Vec<SmolStr>,
    /// Codes of the quartiers of 2015 that it follows. Empty for a new one.
    pub predecessors: Vec<SmolStr>,
}

impl HasCode for Qpv2024 {
    fn code(&self) -> &str {
        &self.code
    }
}

coded! {
    /// The perimeter of a quartier of 2024, compared with those of 2015.
    pub enum Qpv2024Status {
        /// That of a quartier of 2015.
        Unchanged = "unchanged",
        /// That of one or several quartiers of 2015, changed.
        Modified = "modified",
        /// There was no quartier of 2015.
        New = "new",
    }
}

/// A quartier of 2024 that stands where a Cité's quartiers stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qpv2024Link {
    /// Code of the quartier of 2024.
    #[schemars(regex(pattern = value::QPV_2024.pattern))]
    pub code: SmolStr,
    /// Why it is linked to the Cité.
    pub basis: Qpv2024Basis,
    /// Codes of its predecessors among the Cité's quartiers.
    #[serde(deserialize_with = "shrunk")]
    pub predecessors: Vec<SmolStr>,
}

coded! {
    /// Why a quartier of 2024 is linked to a Cité. Neither is a list of the ANCT.
    pub enum Qpv2024Basis {
        /// It follows quartiers of the Cité.
        Successor = "successor",
        /// It is new, in a commune of the Cité.
        NewInCommune = "new_in_commune",
    }
}
