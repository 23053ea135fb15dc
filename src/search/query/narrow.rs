//! Whether a query only asks for more than another.

use super::{Group, Needle, Place, Query, Term, Test, Value};

impl Query {
    /// Whether every row that can match this query is one that `other`, or a
    /// longer form of it, can match. `false` where that is not plain to see.
    pub(crate) fn narrows(&self, other: &Self) -> bool {
        other.groups.iter().all(|of| self.groups.iter().any(|group| group_narrows(group, of)))
    }
}

fn group_narrows(group: &Group, of: &Group) -> bool {
    group.iter().all(|term| of.iter().any(|of| term_narrows(term, of)))
}

fn term_narrows(term: &Term, of: &Term) -> bool {
    if term == of {
        return true;
    }
    match (&term.test, &of.test) {
        _ if term.negated || of.negated => false,
        (Test::Free(needle), Test::Free(of)) => needle_narrows(needle, of),
        (Test::Filter(key, values), Test::Filter(of_key, of)) => {
            key == of_key && values.iter().all(|value| of.iter().any(|of| value_narrows(value, of)))
        }
        _ => false,
    }
}

fn value_narrows(value: &Value, of: &Value) -> bool {
    match (value, of) {
        (Value::Text(needle), Value::Text(of)) => needle_narrows(needle, of),
        (Value::Wave(digits), Value::Wave(of)) => digits.starts_with(of),
        _ => value == of,
    }
}

fn needle_narrows(needle: &Needle, of: &Needle) -> bool {
    let grows = match (needle.place, of.place) {
        // Numbers are taken by the digit, other texts are not.
        (Place::Fuzzy, Place::Fuzzy) => needle.is_number() == of.is_number(),
        (Place::Inside, Place::Inside)
        | (Place::WordStart, Place::WordStart)
        | (Place::Start, Place::Start) => true,
        _ => false,
    };
    grows && needle.readings.iter().all(|reading| of.readings.iter().any(|of| reading.starts_with(of)))
        || needle == of
}
