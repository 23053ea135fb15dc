//! The table of query fields: `region:`, `age:`.
//!
//! A field is a row here and, in each locale file, the texts `query-CODE` (its
//! names), `query-CODE-VALUE` (the words for each value of a closed list),
//! `grammar-CODE-query` and `grammar-CODE` (an example in the help, and what it
//! finds), and `column-CODE` if Cités are grouped by it.

use super::needle::Named;
use super::places;
use crate::fold::fold_text;
use crate::locale::Lang;
use crate::search::facts::Facts;
use crate::search::text_field::{TextField, TextFieldSet};
use crate::snapshot::{
    Carrier, CarrierType, Cite, CiteField, Precision, QpvFigure, Reliability, Scale, Snapshot,
};
use crate::t;
use crate::table::table;

/// The properties of a query field, except for its texts.
struct Row {
    /// The name on the command line and in locale keys.
    code: &'static str,
    values: Values,
    /// How Cités are grouped by the field; `None` if they are not.
    grouping: Option<FieldGrouping>,
    /// The number of its texts in a Cité, which a comparison is about; `None` if they are not counted.
    count: Option<fn(&Facts) -> u16>,
    /// Finds what a name of a place means in the field.
    places: Option<fn(&str) -> Vec<Named>>,
}

/// The properties of a field of texts, to which each row adds its differences.
const ROW: Row = text("", &[]);

const fn text(code: &'static str, fields: &[TextField]) -> Row {
    Row { code, values: Values::Text(TextFieldSet::of(fields)), grouping: None, count: None, places: None }
}

const fn figure(code: &'static str, figure: QpvFigure) -> Row {
    Row { code, values: Values::Figure(figure), ..ROW }
}

/// How Cités are grouped by a field.
#[derive(Debug, Clone, Copy)]
struct FieldGrouping {
    /// The rank of the field in the lists of groupings and facets, the lowest first.
    rank: u8,
    /// Whether the field is also a facet.
    is_facet: bool,
}

const fn facet(rank: u8) -> Option<FieldGrouping> {
    Some(FieldGrouping { rank, is_facet: true })
}

/// Returns a grouping that is no facet.
const fn listed(rank: u8) -> Option<FieldGrouping> {
    Some(FieldGrouping { rank, is_facet: false })
}

/// The values that a field has, and how they are read off a Cité.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Values {
    /// Any text, to be found in one of these text fields.
    Text(TextFieldSet),
    /// The name or number of a territory that the snapshot lists.
    Territory(Territory),
    /// One of a closed list.
    Choice(Choice),
    /// A year, or its first digits.
    Year { of: fn(&Facts) -> Option<i16>, examples: &'static [&'static str] },
    /// The years since the label was given.
    Age,
    /// A figure of the quartiers.
    Figure(QpvFigure),
}

/// The names and numbers by which the values of a field identify territories.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Territory {
    texts: TextFieldSet,
    /// Reads a number that means one territory, rather than the first digits of several.
    pub number: Option<fn(&str) -> Option<String>>,
    /// Lists the code and the name of each territory.
    pub all: fn(&Snapshot) -> Vec<(&str, &str)>,
    /// Returns the codes of those that a Cité is in.
    pub of: fn(&Cite) -> Vec<&str>,
}

/// A closed list. Its values are numbered from 0 in their order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    /// Lists the codes of the values, as the snapshot has them.
    pub codes: fn() -> Vec<&'static str>,
    /// Reads the value off the facts; `None` if it is not known.
    pub of: fn(&Facts) -> Option<usize>,
    /// Start of the locale keys `{labels}-{code}` of the values on the screen.
    labels: &'static str,
    /// Locale key of "not known" on the screen; `None` if the value is always known.
    pub unknown: Option<&'static str>,
    /// Whether the values have a natural order.
    pub is_ordered: bool,
    /// The list is that of the fields of a Cité, of which several can be at this level of reliability; `None` for a list
    /// of which a Cité has one value.
    pub fields_at: Option<Level>,
}

/// How surely a value is known; `None` if it is not known.
pub(crate) type Level = Option<Reliability>;

/// The fields of a Cité that are at a level of reliability.
const fn fields_at(code: &'static str, level: Level) -> Row {
    let choice = Choice {
        codes: || CiteField::ALL.map(CiteField::name).into(),
        of: |_| None,
        labels: "query-of",
        unknown: None,
        is_ordered: true,
        fields_at: Some(level),
    };
    Row { code, values: Values::Choice(choice), ..ROW }
}

impl Choice {
    /// Returns the text on the screen for the value with a code, or for "not known".
    pub fn label(self, code: Option<&str>, lang: Lang) -> String {
        match code {
            Some(code) => t!(lang, &format!("{}-{}", self.labels, code.replace('_', "-"))),
            None => t!(lang, self.unknown.unwrap_or("unknown")),
        }
    }
}

table! {
    /// A field that a query can name: `region:`, `age:`.
    pub enum QueryField: Row {
        /// Name of the region.
        Region = Row {
            code: "region",
            values: Values::Territory(Territory {
                texts: TextFieldSet::of(&[TextField::Region]),
                number: None,
                all: |snapshot| snapshot.regions.iter().map(|one| (&*one.code, &*one.name)).collect(),
                of: Cite::regions,
            }),
            grouping: facet(1),
            places: Some(places::in_region),
            ..ROW
        };
        /// Number or name of the department.
        Department = Row {
            code: "department",
            values: Values::Territory(Territory {
                texts: TextFieldSet::of(&[TextField::Department, TextField::DepartmentCode]),
                number: Some(department_number),
                all: |snapshot| snapshot.departments.iter().map(|one| (&*one.code, &*one.name)).collect(),
                of: Cite::departments,
            }),
            grouping: facet(2),
            places: Some(places::in_department),
            ..ROW
        };
        /// Name or SIREN of the EPCI or EPT of an own commune.
        Epci = Row {
            places: Some(places::in_epci),
            ..text("epci", &[TextField::Epci, TextField::EpciCode])
        };
        /// Name or INSEE code of a commune.
        Commune = Row {
            count: Some(|facts| facts.communes),
            ..text(
                "commune",
                &[
                    TextField::Commune,
                    TextField::CommuneCode,
                    TextField::TouchedCommune,
                    TextField::TouchedCommuneCode,
                ],
            )
        };
        /// Name or code of a quartier prioritaire.
        Qpv = Row {
            count: Some(|facts| facts.qpvs),
            ..text("qpv", &[TextField::Qpv, TextField::QpvCode, TextField::Qpv2024, TextField::Qpv2024Code])
        };
        /// The carrier.
        Carrier = text("carrier", &[TextField::Carrier, TextField::CarrierDetail]);
        /// The kind of body that the carrier is.
        CarrierType = Row {
            code: "carrier-type",
            values: Values::Choice(Choice {
                codes: || CarrierType::ALL.map(CarrierType::code).into(),
                of: |facts| facts.carrier_type.map(|kind| kind as usize),
                labels: "carrier",
                unknown: Some("carrier-unknown"),
                is_ordered: false,
                fields_at: None,
            }),
            grouping: facet(5),
            ..ROW
        };
        /// The evidence for the carrier.
        Evidence = Row {
            code: "evidence",
            values: Values::Choice(Choice {
                codes: || Carrier::EVIDENCE.into(),
                of: |facts| facts.carrier_evidence,
                labels: "evidence",
                unknown: Some("unknown"),
                is_ordered: true,
                fields_at: None,
            }),
            grouping: facet(6),
            ..ROW
        };
        /// Year of the wave.
        Wave = Row {
            code: "wave",
            values: Values::Year { of: |facts| Some(facts.wave), examples: &["2020", "2021"] },
            grouping: facet(3),
            ..ROW
        };
        /// The kind of territory.
        Scale = Row {
            code: "scale",
            values: Values::Choice(Choice {
                codes: || Scale::ALL.map(Scale::code).into(),
                of: |facts| Some(facts.scale as usize),
                labels: "scale",
                unknown: None,
                is_ordered: true,
                fields_at: None,
            }),
            grouping: facet(4),
            ..ROW
        };
        /// Theme of the Cité.
        Theme = Row { grouping: facet(8), ..text("theme", &[TextField::Theme]) };
        /// Years since the label was given.
        Age = Row {
            code: "age",
            values: Values::Age,
            grouping: listed(7),
            ..ROW
        };
        /// Year of the launch.
        Launch = Row {
            code: "launch",
            values: Values::Year { of: |facts| facts.launch, examples: &["2020", "2021", "2022"] },
            grouping: listed(9),
            ..ROW
        };
        /// Precision of the date of the label.
        Precision = Row {
            code: "precision",
            values: Values::Choice(Choice {
                codes: || Precision::ALL.map(Precision::code).into(),
                of: |facts| {
                    let precision = facts.label_date.precision();
                    Precision::ALL.iter().position(|known| *known == precision)
                },
                labels: "precision",
                unknown: None,
                is_ordered: true,
                fields_at: None,
            }),
            grouping: listed(10),
            ..ROW
        };
        /// Id of a source.
        Source = text("source", &[TextField::Source]);
        /// What became of it after the experiment.
        Later = text("later", &[TextField::Later]);
        /// A field whose value is not known.
        IsUnknown = fields_at("is-unknown", None);
        /// A field whose value a source states.
        IsConfirmed = fields_at("is-confirmed", Some(Reliability::Confirmed));
        /// A field for whose value a source speaks.
        IsProbable = fields_at("is-probable", Some(Reliability::Probable));
        /// A field whose value follows from the label or the list.
        IsDeduced = fields_at("is-deduced", Some(Reliability::Deduced));
        /// Inhabitants of the quartiers.
        Population = figure("population", QpvFigure::Population);
        /// Job seekers in the quartiers.
        Jobseekers = figure("jobseekers", QpvFigure::Jobseekers);
        /// Employment rate in the quartiers.
        EmploymentRate = figure("employment-rate", QpvFigure::EmploymentRate);
        /// Poverty rate in the quartiers.
        PovertyRate = figure("poverty-rate", QpvFigure::PovertyRate);
        /// Median living standard in the quartiers.
        LivingStandard = figure("living-standard", QpvFigure::MedianLivingStandard);
    }
}

impl QueryField {
    /// Returns the field that finds the Cités with a field of their own at a level of reliability.
    pub fn at_level(level: Option<Reliability>) -> Self {
        match level {
            None => Self::IsUnknown,
            Some(Reliability::Confirmed) => Self::IsConfirmed,
            Some(Reliability::Probable) => Self::IsProbable,
            Some(Reliability::Deduced) => Self::IsDeduced,
        }
    }

    /// Returns the name on the command line and in locale keys.
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// Lists the fields that Cités can be grouped by, by rank.
    pub(crate) fn groupings() -> Vec<Self> {
        Self::grouped(|_| true)
    }

    /// Lists the fields that are facets, by rank.
    pub(crate) fn facets() -> Vec<Self> {
        Self::grouped(|grouping| grouping.is_facet)
    }

    fn grouped(test: fn(&FieldGrouping) -> bool) -> Vec<Self> {
        let grouping = |field: &Self| field.row().grouping.filter(test);
        let mut fields: Vec<Self> = Self::ALL.into_iter().filter(|field| grouping(field).is_some()).collect();
        fields.sort_by_key(|field| grouping(field).map(|grouping| grouping.rank));
        fields
    }

    /// Returns the values that it has, and how they are read off a Cité.
    pub(crate) const fn values(self) -> Values {
        self.row().values
    }

    /// Returns the text fields that its values are searched in; none if its values are not texts.
    pub(crate) const fn texts(self) -> TextFieldSet {
        match self.values() {
            Values::Text(texts) | Values::Territory(Territory { texts, .. }) => texts,
            Values::Choice(_) | Values::Year { .. } | Values::Age | Values::Figure(_) => {
                TextFieldSet::of(&[])
            }
        }
    }

    /// Returns the number of its texts in a Cité, if a comparison can be about it.
    pub(crate) const fn count(self) -> Option<fn(&Facts) -> u16> {
        self.row().count
    }

    /// Returns what the name of a place means in the field; nothing if it means none.
    pub(super) fn places(self, text: &str) -> Vec<Named> {
        self.row().places.map(|places| places(text)).unwrap_or_default()
    }

    /// Returns the code of the territory that a typed number means: `1` is the department `01`.
    pub(super) fn number(self, text: &str) -> Option<String> {
        match self.values() {
            Values::Territory(Territory { number: Some(number), .. }) => number(text),
            _ => None,
        }
    }
}

/// Returns the number of a department as the data has it: `01` for `1`, `2a` for `2A`.
fn department_number(text: &str) -> Option<String> {
    let number = fold_text(text);
    match number.as_bytes() {
        [b'1'..=b'9'] => Some(format!("0{number}")),
        [b'0'..=b'9', b'0'..=b'9'] | [b'9', b'7' | b'8', b'0'..=b'9'] | [b'2', b'a' | b'b'] => Some(number),
        _ => None,
    }
}
