//! Grades how well each text of a corpus matches a needle.

use std::sync::Arc;

use rayon::prelude::*;

use super::corpus::{Corpus, Entry};
use super::matcher::{Grade, Matcher, SCATTERED, WORD_START, WORDS};
use super::query::{MatchKind, Needle};
use super::text_field::TextFieldSet;

/// Texts that one thread takes at a time.
const CHUNK: usize = 1 << 13;

/// What is added to the score of whole words, so that they rank before the beginnings of any.
const WHOLE_WORDS: u32 = 25_500;

/// The grades of texts by their numbers.
#[derive(Debug)]
enum TextGrades {
    /// Of every text.
    All(Vec<Grade>),
    /// Of the few texts that match.
    Few(Vec<(usize, Grade)>),
}

/// The grades of all texts of a corpus for a needle in some fields.
#[derive(Debug)]
pub(super) struct Grades {
    needle: Needle,
    fields: TextFieldSet,
    of_text: TextGrades,
    /// Whether texts with the letters scattered are graded too.
    scattered: bool,
}

impl Grades {
    /// Grades all texts.
    ///
    /// Letters may be left out only if the needle starts no word of any text.
    ///
    /// `previous` holds the grades of another query. A needle found there is
    /// reused; one that extends it is matched only against texts that still qualify.
    pub fn new(needle: &Needle, fields: TextFieldSet, corpus: &Corpus, previous: &[&Arc<Self>]) -> Arc<Self> {
        let mut previous = previous.iter().filter(|grades| grades.fields == fields);
        if let Some(same) = previous.clone().find(|grades| grades.needle == *needle) {
            return Arc::clone(same);
        }
        let matcher = Matcher::new(needle);
        if needle.kind == MatchKind::Exact && fields.is_within(TextFieldSet::PLACE_CODES) {
            let texts = needle.readings.iter().flat_map(|code| corpus.with_place_code(code));
            let few = texts.filter(|text| corpus.fields(*text).meets(fields));
            let graded = few.filter_map(|text| Some((text, matcher.grade(corpus.text(text)?))));
            let of_text = TextGrades::Few(graded.collect());
            return Arc::new(Self { needle: needle.clone(), fields, of_text, scattered: false });
        }
        let mut of_text = vec![0; corpus.text_count()];
        by_chunks(&mut of_text, |first, grades| grade_literally(corpus, &matcher, fields, first, grades));
        let scattered = matcher.may_scatter() && of_text.iter().all(|grade| *grade < WORD_START);
        if scattered {
            let shorter = previous.find(|grades| grades.scattered && needle.narrows(&grades.needle));
            let names = fields.and(TextFieldSet::NAMES);
            let qualifies = |text| shorter.is_none_or(|shorter| shorter.grade(text) > 0);
            by_chunks(&mut of_text, |first, grades| {
                for (text, grade) in (first..).zip(grades).filter(|(_, grade)| **grade == 0) {
                    let letters = corpus.letters(text).is_some_and(|letters| matcher.may_match(letters));
                    if letters && qualifies(text) && corpus.fields(text).meets(names) {
                        *grade = corpus.text(text).map_or(0, |name| matcher.grade_scattered(name));
                    }
                }
            });
        }
        let of_text = TextGrades::All(of_text);
        Arc::new(Self { needle: needle.clone(), fields, of_text, scattered })
    }

    fn grade(&self, text: usize) -> Grade {
        match &self.of_text {
            TextGrades::All(grades) => grades.get(text).copied().unwrap_or_default(),
            TextGrades::Few(grades) => {
                grades.iter().find(|(graded, _)| *graded == text).map(|(_, grade)| *grade).unwrap_or_default()
            }
        }
    }

    /// Returns the best grade (0 to 255) times weight (1 to 100) in a row, with [`WHOLE_WORDS`] added if whole words
    /// match; `None` if nothing matches. `weight` replaces that of each field.
    pub fn score(&self, row: &[Entry], weight: Option<u32>) -> Option<u32> {
        let scores = row.iter().filter_map(|entry| {
            let grade = self.grade(entry.text());
            let field = (grade > SCATTERED).then(|| entry.field()).flatten()?;
            let whole = if grade >= WORDS { WHOLE_WORDS } else { 0 };
            let weight = weight.unwrap_or(field.weight());
            self.fields.contains(field).then(|| u32::from(grade) * weight + whole)
        });
        scores.max()
    }

    /// Lists the numbers of the texts that match.
    pub fn texts(&self) -> impl Iterator<Item = usize> {
        let (all, few): (&[Grade], &[(usize, Grade)]) = match &self.of_text {
            TextGrades::All(grades) => (grades, &[]),
            TextGrades::Few(grades) => (&[], grades),
        };
        let all = all.iter().enumerate().map(|(text, grade)| (text, *grade));
        all.chain(few.iter().copied()).filter(|(_, grade)| *grade > SCATTERED).map(|(text, _)| text)
    }
}

/// Grades the texts from number `first` on that hold the needle literally, in one sweep over all of them.
fn grade_literally(
    corpus: &Corpus,
    matcher: &Matcher,
    fields: TextFieldSet,
    first: usize,
    grades: &mut [Grade],
) {
    let Some((bytes, ranges)) = corpus.stretch(first..first + grades.len()) else { return };
    for found in matcher.find_each(bytes) {
        let mut found = found.peekable();
        for ((text, range), grade) in (first..).zip(ranges.clone()).zip(grades.iter_mut()) {
            if found.peek().is_none() {
                break;
            }
            while let Some(at) = found.next_if(|at| at.start < range.end) {
                if corpus.fields(text).meets(fields)
                    && let Some(bytes) = bytes.get(range.clone())
                {
                    let at = at.start - range.start..at.end - range.start;
                    *grade = matcher.grade_at(bytes, &at).max(*grade);
                }
            }
        }
    }
}

/// Calls `grade` with chunks of grades and the number of the first text, on all processors if there are many.
fn by_chunks(grades: &mut [Grade], grade: impl Fn(usize, &mut [Grade]) + Sync) {
    match grades.len() <= CHUNK {
        true => grade(0, grades),
        false => {
            grades.par_chunks_mut(CHUNK).enumerate().for_each(|(index, chunk)| grade(index * CHUNK, chunk))
        }
    }
}
