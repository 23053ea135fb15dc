//! How well each text of a corpus matches a needle.

use std::sync::Arc;

use rayon::prelude::*;

use super::corpus::{Corpus, Entry};
use super::matcher::{Grade, Matcher, SCATTERED, WORD_START};
use super::query::Needle;
use super::text_field::TextFieldSet;

/// Texts that one processor takes at a time.
const CHUNK: usize = 1 << 13;

/// The grades of all texts of a corpus for a needle in some fields.
#[derive(Debug)]
pub(super) struct Grades {
    needle: Needle,
    fields: TextFieldSet,
    of_text: Vec<Grade>,
    /// Whether texts with the letters scattered are graded too.
    scattered: bool,
}

impl Grades {
    /// Grades all texts.
    ///
    /// Letters may be left out only where no word starts with the needle as it
    /// is: `bdx` finds Bordeaux, `quai` does not find Quartier.
    ///
    /// `before` are the grades of an earlier query: a needle that is among them
    /// is not looked for again, the letters of one that grew only where they can
    /// still be.
    pub fn new(needle: &Needle, fields: TextFieldSet, corpus: &Corpus, before: &[Arc<Self>]) -> Arc<Self> {
        let mut before = before.iter().filter(|grades| grades.fields == fields);
        if let Some(same) = before.clone().find(|grades| grades.needle == *needle) {
            return Arc::clone(same);
        }
        let matcher = Matcher::new(needle);
        let mut of_text = vec![0; corpus.text_count()];
        by_chunks(&mut of_text, |first, grades| grade_literally(corpus, &matcher, fields, first, grades));
        let scattered = matcher.may_scatter() && of_text.iter().all(|grade| *grade < WORD_START);
        if scattered {
            let shorter = before.find(|grades| grades.scattered && needle.narrows(&grades.needle));
            let names = fields.and(TextFieldSet::NAMES);
            let can_be = |number| shorter.is_none_or(|shorter| shorter.grade(number) > 0);
            by_chunks(&mut of_text, |first, grades| {
                for (number, grade) in (first..).zip(grades).filter(|(_, grade)| **grade == 0) {
                    let letters = corpus.letters(number).is_some_and(|letters| matcher.may_match(letters));
                    if letters && can_be(number) && corpus.fields(number).meets(names) {
                        *grade = corpus.text(number).map_or(0, |name| matcher.grade_scattered(name));
                    }
                }
            });
        }
        Arc::new(Self { needle: needle.clone(), fields, of_text, scattered })
    }

    fn grade(&self, text: usize) -> Grade {
        self.of_text.get(text).copied().unwrap_or_default()
    }

    /// The score of the best find in a row; `None` where there is none.
    pub fn score(&self, row: &[Entry]) -> Option<u32> {
        let scores = row.iter().filter_map(|entry| {
            let grade = self.grade(entry.text());
            let field = (grade > SCATTERED).then(|| entry.field()).flatten()?;
            self.fields.contains(field).then(|| u32::from(grade) * field.weight())
        });
        scores.max()
    }

    /// The numbers of the texts that match.
    pub fn texts(&self) -> impl Iterator<Item = usize> {
        self.of_text.iter().enumerate().filter(|(_, grade)| **grade > SCATTERED).map(|(number, _)| number)
    }
}

/// Grades the texts from number `first` on that hold the needle letter by letter, in one sweep over all of them.
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
        for ((number, range), grade) in (first..).zip(ranges.clone()).zip(grades.iter_mut()) {
            if found.peek().is_none() {
                break;
            }
            while let Some(at) = found.next_if(|at| at.start < range.end) {
                if corpus.fields(number).meets(fields)
                    && let Some(text) = bytes.get(range.clone())
                {
                    let at = at.start - range.start..at.end - range.start;
                    *grade = matcher.grade_at(text, &at).max(*grade);
                }
            }
        }
    }
}

/// Calls `grade` with chunks of grades and the number of the first, on all processors where there are many.
fn by_chunks(grades: &mut [Grade], grade: impl Fn(usize, &mut [Grade]) + Sync) {
    match grades.len() <= CHUNK {
        true => grade(0, grades),
        false => {
            grades.par_chunks_mut(CHUNK).enumerate().for_each(|(number, chunk)| grade(number * CHUNK, chunk))
        }
    }
}
