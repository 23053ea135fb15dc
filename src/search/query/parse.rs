//! Parses queries.

use unicode_normalization::char::is_combining_mark;

use super::age::AgeTest;
use super::comparison::CountTest;
use super::fields::{QueryField, Values};
use super::figure::FigureTest;
use super::needle::{MatchKind, Needle};
use super::problem::{ProblemKind, QueryProblem};
use super::terms::{Group, Query, Term, Test, Value};
use super::vocabulary::means_unknown;
use crate::fold::{fold_text, fold_typed};

/// Bytes of a text that are read: a pasted book must not stop the search.
const MAX_LEN: usize = 1000;

impl Query {
    /// Parses a query. Never fails; see [`problems`](Self::problems).
    pub fn parse(text: &str) -> Self {
        let mut query = Self { text: text.to_owned(), ..Self::default() };
        let end = (0..=MAX_LEN.min(text.len())).rfind(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let read = text.get(..end).unwrap_or_default();
        let mut reader = Reader { text: read, at: 0 };
        let mut after_bar = false;
        // Whether the last term is in the last group, so that a bar adds to that.
        let mut group_is_open = false;
        while reader.skip_spaces() {
            if reader.take_bar() {
                after_bar = true;
                continue;
            }
            let alternative = std::mem::take(&mut after_bar) && group_is_open;
            let term = read_term(&mut reader, &mut query.problems);
            group_is_open = alternative || term.is_some();
            if let Some(term) = term {
                match query.groups.last_mut().filter(|_| alternative) {
                    Some(group) => group.push(term),
                    None => query.groups.push(Group::from([term])),
                }
            }
        }
        if read.len() < text.len() {
            let kind = ProblemKind::TooLong { max: MAX_LEN };
            query.problems.push(QueryProblem { span: read.len()..text.len(), kind });
        }
        query
    }
}

/// Reads one term; `None` if it has no text or no value that exists.
fn read_term(reader: &mut Reader<'_>, problems: &mut Vec<QueryProblem>) -> Option<Term> {
    let start = reader.at;
    let mut negated = reader.take("!");
    let test = match reader.take_field() {
        Some(field) => {
            negated |= reader.take("!");
            read_values(reader, field, problems).map(|values| Test::Filter(field, values))
        }
        None if reader.has_unknown_field() => {
            negated = false;
            Some(Test::UnknownField(read_unknown_field(reader, problems)))
        }
        None => {
            let piece = reader.take_piece(None);
            let default = match piece.quoted || negated {
                true => MatchKind::Substring,
                false => MatchKind::WordPrefix,
            };
            piece.needle(default).map(Test::Free)
        }
    }?;
    Some(Term { negated, test, span: start..reader.at })
}

/// Reads an unknown field with its value, and returns them as they are printed.
fn read_unknown_field(reader: &mut Reader<'_>, problems: &mut Vec<QueryProblem>) -> String {
    let start = reader.at;
    let name = reader.field_name().unwrap_or_default();
    reader.at += name.len() + 1;
    reader.take("!");
    let value = fold_text(reader.take_piece(None).text).replace(' ', "-");
    let kind = ProblemKind::UnknownField { name: name.to_owned() };
    problems.push(QueryProblem { span: start..reader.at, kind });
    format!("{}:{value}", fold_text(name))
}

/// Reads the values of a field; `None` if it has none that exists.
fn read_values(
    reader: &mut Reader<'_>,
    field: QueryField,
    problems: &mut Vec<QueryProblem>,
) -> Option<Vec<Value>> {
    let mut values = Vec::new();
    loop {
        let start = reader.at;
        // The comma of a figure is a decimal one.
        let separator = if matches!(field.values(), Values::Figure(_)) { None } else { Some(',') };
        let piece = reader.take_piece(separator);
        match piece.values(field) {
            Some(found) => {
                for value in found {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
            }
            None => {
                let kind = ProblemKind::WrongValue { field, value: piece.text.to_owned() };
                problems.push(QueryProblem { span: start..reader.at, kind });
            }
        }
        if !reader.take(",") {
            return (!values.is_empty()).then_some(values);
        }
    }
}

/// A piece of text without its operators.
struct Piece<'t> {
    text: &'t str,
    /// The match that its operators `'`, `^` and `$` require, if it has any.
    kind: Option<MatchKind>,
    quoted: bool,
    /// Whether more may be typed directly after it.
    open: bool,
}

impl Piece<'_> {
    /// Returns the text to look for; `None` if folding leaves nothing of it.
    fn needle(&self, default: MatchKind) -> Option<Needle> {
        let readings = match self.open {
            true => fold_typed(self.text),
            false => [fold_text(self.text)].into_iter().filter(|reading| !reading.is_empty()).collect(),
        };
        let kind = self.kind.unwrap_or(default);
        (!readings.is_empty()).then_some(Needle { readings, kind })
    }

    /// Returns the values that it means, none if it is empty; `None` if it is no value of the field.
    fn values(&self, field: QueryField) -> Option<Vec<Value>> {
        let text = self.text.trim();
        let kind = field.values();
        if field.count().is_some() && self.kind.is_none() && !self.quoted {
            if let Some(test) = CountTest::parse_count(text) {
                return Some(vec![Value::Count(test)]);
            }
            if self.open
                && CountTest::parse_count(&format!("{text}9")).is_some()
                && fold_text(text).is_empty()
            {
                return Some(Vec::new());
            }
        }
        if text.is_empty() || (!matches!(kind, Values::Age | Values::Figure(_)) && fold_text(text).is_empty())
        {
            return Some(Vec::new());
        }
        let values = match kind {
            Values::Text(_) | Values::Territory(_) => {
                return Some(self.text_value(field).into_iter().collect());
            }
            Values::Choice(_) => field.choices_for(text).into_iter().map(Value::Choice).collect(),
            Values::Year { .. } if means_unknown(text) => vec![Value::Unknown],
            Values::Year { .. } => year_start(text).map(Value::Year).into_iter().collect(),
            Values::Age => match AgeTest::parse(text) {
                Some(test) => vec![Value::Age(test)],
                // `>` and `4.` are still being typed.
                None if self.open && AgeTest::parse(&format!("{text}9")).is_some() => return Some(Vec::new()),
                None => Vec::new(),
            },
            Values::Figure(_) => match FigureTest::parse_figure(text) {
                Some(test) => vec![Value::Figure(test)],
                None if self.open && FigureTest::parse_figure(&format!("{text}9")).is_some() => {
                    return Some(Vec::new());
                }
                None => Vec::new(),
            },
        };
        (!values.is_empty()).then_some(values)
    }

    /// Returns the value that it means in a field of texts; `None` if folding leaves nothing of it.
    fn text_value(&self, field: QueryField) -> Option<Value> {
        if self.kind.is_some() {
            return self.needle(MatchKind::WordPrefix).map(Value::Text);
        }
        if means_unknown(self.text) {
            return Some(Value::Unknown);
        }
        let number = field.number(self.text.trim());
        let exact = number.map(|number| Needle { readings: vec![number], kind: MatchKind::Exact });
        let place = || {
            let places = field.places(self.text);
            (!places.is_empty()).then(|| Value::Place(fold_text(self.text), places))
        };
        let text = || self.needle(MatchKind::WordPrefix).map(Value::Text);
        exact.map(Value::Text).or_else(place).or_else(text)
    }
}

/// Parses one to four digits, the first of a year.
fn year_start(text: &str) -> Option<String> {
    let plain = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.to_owned())
}

/// A position in the text of a query.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Moves to the next term; `false` at the end.
    fn skip_spaces(&mut self) -> bool {
        self.at = self.text.len() - self.rest().trim_start().len();
        self.at < self.text.len()
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// Takes a bar that is followed by a space or nothing.
    fn take_bar(&mut self) -> bool {
        let alone = self
            .rest()
            .strip_prefix('|')
            .is_some_and(|behind| !behind.starts_with(|c: char| !c.is_whitespace()));
        alone && self.take("|")
    }

    /// Returns the letters before a colon.
    fn field_name(&self) -> Option<&'t str> {
        let (name, behind) = self.rest().split_at_checked(self.rest().find(|c| !is_letter(c))?)?;
        behind.starts_with(':').then_some(name)
    }

    /// Takes the name of a field and its colon.
    fn take_field(&mut self) -> Option<QueryField> {
        let name = self.field_name()?;
        let field = QueryField::from_name(&fold_text(name))?;
        self.at += name.len() + 1;
        Some(field)
    }

    /// Returns whether a name and its colon are next, given that they are no field.
    fn has_unknown_field(&self) -> bool {
        self.field_name().is_some_and(|name| {
            let folded = fold_text(name);
            !folded.is_empty() && folded.chars().all(is_letter)
        })
    }

    /// Takes operators and text up to a space, the end or `stop`; a quoted text to its closing quote.
    fn take_piece(&mut self, stop: Option<char>) -> Piece<'t> {
        let inside = self.take("'") || self.take("’");
        let start = !inside && self.take("^");
        let (mut text, quoted) = match self.take_quoted() {
            Some(text) => (text, true),
            None => (self.take_word(stop), false),
        };
        let end = match quoted {
            true => self.take("$"),
            false => text.len() > 1 && text.ends_with('$'),
        };
        if end && !quoted {
            text = text.strip_suffix('$').unwrap_or(text);
        }
        let kind = match (inside, start, end) {
            (_, true, true) => Some(MatchKind::Exact),
            (_, true, false) => Some(MatchKind::Prefix),
            (_, false, true) => Some(MatchKind::Suffix),
            (true, false, false) => Some(MatchKind::Substring),
            (false, false, false) => None,
        };
        let open = !quoted && !end && self.at == self.text.len();
        Piece { text, kind, quoted, open }
    }

    /// Takes a text in quotes, also typographic ones: French ones have blanks within, which are left out.
    fn take_quoted(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let (open, close) = QUOTES.into_iter().find(|(open, _)| rest.starts_with(*open))?;
        let (quoted, _) = rest.strip_prefix(open)?.split_once(close)?;
        self.at += open.len_utf8() + quoted.len() + close.len_utf8();
        Some(if open == '"' { quoted } else { quoted.trim() })
    }

    fn take_word(&mut self, stop: Option<char>) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c: char| c.is_whitespace() || Some(c) == stop).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }
}

/// The quotes of a phrase, as keyboards, word processors and telephones write them.
const QUOTES: [(char, char); 4] = [('"', '"'), ('«', '»'), ('“', '”'), ('„', '“')];

fn is_letter(character: char) -> bool {
    character.is_alphabetic() || is_combining_mark(character)
}
