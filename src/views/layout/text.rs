//! Wraps, truncates and indents lines of styled text.

use std::iter;
use std::ops::Range;

use textwrap::core::break_words;
use textwrap::word_splitters::split_words;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A piece of a line in one style.
pub trait Run: Clone {
    /// Returns its text.
    fn text(&self) -> &str;

    /// Returns `text` in the style of this run.
    fn with_text(&self, text: &str) -> Self;

    /// Returns `text` without a style.
    fn unstyled(text: String) -> Self;
}

/// Returns the width of a line, in cells.
pub fn width(line: &[impl Run]) -> usize {
    line.iter().map(|run| run.text().width()).sum()
}

/// Breaks a line between words into lines of at most `width` cells. A word
/// that is wider is broken at its hyphens, or anywhere if its parts are too wide.
pub fn wrap<R: Run>(line: &[R], width: usize) -> Vec<Vec<R>> {
    wrap_words(line, width, &WordSplitter::NoHyphenation)
}

/// Breaks a line like [`wrap`], and also at the hyphens that [`word_breaks`] finds.
pub fn wrap_at_hyphens<R: Run>(line: &[R], width: usize) -> Vec<Vec<R>> {
    wrap_words(line, width, &WordSplitter::Custom(word_breaks))
}

fn wrap_words<R: Run>(line: &[R], width: usize, splitter: &WordSplitter) -> Vec<Vec<R>> {
    let width = width.max(1);
    let text: String = line.iter().map(Run::text).collect();
    // Most texts are short, and finding word boundaries takes the most time.
    if text.width() <= width {
        let trimmed = text.trim_end_matches(' ').len();
        return vec![if trimmed == text.len() { line.to_vec() } else { slice(line, 0..trimmed) }];
    }
    let words = WordSeparator::UnicodeBreakProperties.find_words(&text);
    let at_hyphens = WordSplitter::Custom(word_breaks);
    let words = split_words(words, splitter).flat_map(|word| {
        let is_whole = word.word.width() <= width;
        let splitter = if is_whole { &WordSplitter::NoHyphenation } else { &at_hyphens };
        split_words(iter::once(word), splitter)
    });
    let words = break_words(words, width);
    let mut end = 0;
    let lines = wrap_first_fit(&words, &[width as f64]).into_iter().map(|words| {
        let start = end;
        end += words.iter().map(|word| word.word.len() + word.whitespace.len()).sum::<usize>();
        let blank = words.last().map_or(0, |word| word.whitespace.len());
        slice(line, start..end - blank)
    });
    lines.collect()
}

/// Returns the byte offsets at which a word may be broken: after a hyphen
/// between letters, so that ids such as `cde-051` stay whole.
pub fn word_breaks(word: &str) -> Vec<usize> {
    let is_between_letters = |(offset, hyphen): &(usize, &str)| {
        let before = word.get(..*offset).and_then(|before| before.chars().next_back());
        let after = word.get(offset + hyphen.len()..).and_then(|after| after.chars().next());
        [before, after].into_iter().all(|letter| letter.is_some_and(char::is_alphabetic))
    };
    word.match_indices('-').filter(is_between_letters).map(|(offset, hyphen)| offset + hyphen.len()).collect()
}

/// Breaks a run into lines of at most `width` cells, between any two characters.
pub fn wrap_anywhere<R: Run>(run: &R, width: usize) -> Vec<R> {
    let mut rest = run.text();
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let start = match prefix(rest, width) {
            // Not even one character fits.
            "" => rest,
            start => start,
        };
        lines.push(run.with_text(start));
        rest = rest.get(start.len()..).unwrap_or_default();
    }
    lines
}

/// Truncates a line to `width` cells. A truncated line ends in `ellipsis`.
pub fn truncate<R: Run>(line: Vec<R>, width: usize, ellipsis: &str) -> Vec<R> {
    if self::width(&line) <= width {
        return line;
    }
    let mut room = width.saturating_sub(ellipsis.width());
    let mut shown: Vec<R> = Vec::new();
    for run in line {
        let start = prefix(run.text(), room);
        let is_whole = start.len() == run.text().len();
        room -= start.width();
        shown.push(run.with_text(start));
        if !is_whole {
            break;
        }
    }
    let ellipsis = shown.last().filter(|_| width >= ellipsis.width()).map(|last| last.with_text(ellipsis));
    shown.extend(ellipsis);
    shown
}

/// Returns the longest prefix of `text` that fits into `width` cells.
pub fn prefix(text: &str, width: usize) -> &str {
    let mut taken = 0;
    let end = text.grapheme_indices(true).find_map(|(offset, letter)| {
        taken += letter.width();
        (taken > width).then_some(offset)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Indents `lines` by `indent` cells, with `start` in the margin of the first one.
pub fn hang<R: Run>(start: Vec<R>, indent: usize, lines: impl IntoIterator<Item = Vec<R>>) -> Vec<Vec<R>> {
    let starts = iter::once(start).chain(iter::repeat_with(Vec::new));
    starts.zip(lines).map(|(start, line)| indented(start, indent, line)).collect()
}

/// Puts two texts beside each other, the second one at `indent` cells.
pub fn beside<R: Run>(left: Vec<Vec<R>>, indent: usize, right: Vec<Vec<R>>) -> Vec<Vec<R>> {
    let height = left.len().max(right.len());
    let [left, right] = [left, right].map(|lines| lines.into_iter().chain(iter::repeat_with(Vec::new)));
    left.zip(right).take(height).map(|(start, line)| indented(start, indent, line)).collect()
}

fn indented<R: Run>(mut start: Vec<R>, indent: usize, line: Vec<R>) -> Vec<R> {
    start.push(R::unstyled(" ".repeat(indent.saturating_sub(width(&start)))));
    start.extend(line);
    start
}

/// Returns the part of a line at `range`, in bytes of its text.
fn slice<R: Run>(line: &[R], range: Range<usize>) -> Vec<R> {
    let mut part = Vec::new();
    let mut start = 0;
    for run in line {
        let end = start + run.text().len();
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from < to
            && let Some(text) = run.text().get(from - start..to - start)
        {
            part.push(run.with_text(text));
        }
        start = end;
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text and whether it is bold.
    type Styled = (String, bool);

    impl Run for Styled {
        fn text(&self) -> &str {
            &self.0
        }

        fn with_text(&self, text: &str) -> Self {
            (text.to_owned(), self.1)
        }

        fn unstyled(text: String) -> Self {
            (text, false)
        }
    }

    fn plain(text: &str) -> Styled {
        (text.to_owned(), false)
    }

    fn texts(lines: &[Vec<Styled>]) -> Vec<String> {
        lines.iter().map(|line| line.iter().map(Run::text).collect()).collect()
    }

    #[test]
    fn lines_break_between_words_and_keep_their_styles() {
        let bold = ("agglomération du".to_owned(), true);
        let lines = wrap(&[plain("Communauté d'"), bold.clone(), plain(" Grand Guéret")], 20);
        assert_eq!(texts(&lines), ["Communauté", "d'agglomération du", "Grand Guéret"]);
        assert_eq!(lines[1][1], bold);
    }

    #[test]
    fn a_long_word_is_broken_anywhere() {
        let lines = texts(&wrap(&[plain("https://exemple.fr")], 7));
        assert_eq!(lines.concat(), "https://exemple.fr");
        assert!(lines.iter().all(|line| line.len() <= 7), "{lines:?}");
        assert_eq!(wrap::<Styled>(&[], 7).len(), 1);
    }

    #[test]
    fn a_line_ends_with_its_last_word() {
        for width in [6, 7, 8, 9] {
            assert_eq!(texts(&wrap(&[plain("Guéret  ")], width)), ["Guéret"], "{width}");
        }
    }

    #[test]
    fn a_long_word_is_broken_at_its_hyphens_first() {
        let lines = |text, width| texts(&wrap(&[plain(text)], width));
        assert_eq!(lines("Asnières-sur-Seine", 17), ["Asnières-sur-", "Seine"]);
        assert_eq!(lines("Bourgogne-Franche-Comté", 18), ["Bourgogne-Franche-", "Comté"]);
        assert_eq!(lines("à Bourgogne-Franche-Comté", 8), ["à", "Bourgogn", "e-", "Franche-", "Comté"]);
        assert_eq!(lines("de Saint-Quentin", 13), ["de", "Saint-Quentin"], "what fits stays whole");
    }

    #[test]
    fn words_break_at_hyphens_between_letters_only() {
        let lines = wrap_at_hyphens(&[plain("Asnières-sur-Seine cde-051")], 10);
        assert_eq!(texts(&lines), ["Asnières-", "sur-Seine", "cde-051"]);
    }

    #[test]
    fn a_line_is_truncated_between_characters() {
        let cut = |text: &str, width| texts(&[truncate(vec![plain(text)], width, "…")]).concat();
        assert_eq!(cut("Guéret", 6), "Guéret");
        assert_eq!(cut("Guéret", 5), "Guér…");
        assert_eq!(cut("Gue\u{301}ret", 4), "Gue\u{301}…");
        assert_eq!(cut("日本日本", 4), "日…");
        assert_eq!(cut("Guéret", 1), "…");
        assert_eq!(cut("Guéret", 0), "");
        let line = truncate(vec![plain("Gué"), plain("ret")], 4, "…");
        assert_eq!(texts(&[line]), ["Gué…"]);
    }

    #[test]
    fn the_start_is_in_the_margin_of_the_first_line() {
        let lines = || vec![vec![plain("a")], vec![plain("b")]];
        assert_eq!(texts(&hang(vec![plain("id")], 4, lines())), ["id  a", "    b"]);
        assert_eq!(texts(&hang(vec![plain("label")], 4, lines())), ["labela", "    b"]);
        let names = |names: &[&str]| names.iter().map(|name| vec![plain(name)]).collect::<Vec<_>>();
        assert_eq!(texts(&beside(names(&["id"]), 4, lines())), ["id  a", "    b"]);
        assert_eq!(texts(&beside(names(&["a", "b", "c"]), 4, lines())), ["a   a", "b   b", "c   "]);
    }
}
