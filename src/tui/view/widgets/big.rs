//! Large letters, legible from the back of a room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};
use unicode_normalization::UnicodeNormalization;

use crate::tui::view::widgets::text::width;
use crate::tui::view::widgets::wrap;

/// The width of a letter in cells, and its height in lines.
pub const LETTER_SIZE: u16 = 4;

/// Returns `text` in large letters, wrapped to `columns` cells, or `None` if
/// the font lacks one of its letters.
pub fn lines(text: &str, columns: usize, style: Style) -> Option<Vec<Line<'static>>> {
    let text = drawable(text)?;
    let words = wrap::wrap(&[Span::raw(text)], columns / usize::from(LETTER_SIZE));
    Some(words.iter().flat_map(|line| enlarged(&line.to_string(), style)).collect())
}

fn enlarged(text: &str, style: Style) -> Vec<Line<'static>> {
    let area = Rect::new(0, 0, width(text).saturating_mul(LETTER_SIZE), LETTER_SIZE);
    let mut buffer = Buffer::empty(area);
    let text = vec![Line::raw(text.to_owned())];
    BigText::builder().pixel_size(PixelSize::Quadrant).lines(text).build().render(area, &mut buffer);
    let cell = |x, y| buffer.cell((x, y)).map_or(" ", |cell| cell.symbol());
    let line = |row: Rect| (0..area.width).map(|x| cell(x, row.y)).collect::<String>();
    area.rows().map(|row| Line::styled(line(row).trim_end().to_owned(), style)).collect()
}

/// Replaces letters by those of Latin-1, which the font covers. Returns `None`
/// for a letter without a replacement.
fn drawable(text: &str) -> Option<String> {
    let mut drawable = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            'œ' => drawable.push_str("oe"),
            'Œ' => drawable.push_str("Oe"),
            'Ÿ' => drawable.push('Y'),
            '’' => drawable.push('\''),
            '–' | '—' => drawable.push('-'),
            '…' => drawable.push_str("..."),
            '\u{a0}' | '\u{202f}' => drawable.push(' '),
            ' '..='~' | '¡'..='ÿ' => drawable.push(letter),
            _ => return None,
        }
    }
    Some(drawable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_labels_is_drawn() {
        let snapshot = crate::snapshot::embedded().unwrap();
        for cite in &snapshot.cites {
            let lines = lines(&cite.label, 120, Style::new()).unwrap_or_else(|| panic!("{}", cite.label));
            assert_eq!(lines.len() % usize::from(LETTER_SIZE), 0);
            assert!(lines.iter().all(|line| line.width() <= 120), "{}", cite.label);
        }
        for letter in "àâäçéèêëîïôöùûüÿæÀÉÈ".chars() {
            let drawn = lines(&letter.to_string(), 8, Style::new()).unwrap();
            assert!(drawn.iter().any(|line| line.width() > 0), "{letter}");
        }
    }

    #[test]
    fn a_text_that_the_font_does_not_cover_is_not_drawn() {
        assert_eq!(lines("日本", 80, Style::new()), None);
        assert_eq!(drawable("L’œuvre – 5\u{202f}000").as_deref(), Some("L'oeuvre - 5 000"));
    }

    #[test]
    fn a_letter_is_four_by_four() {
        let lines = lines("i", 8, Style::new()).unwrap();
        assert_eq!(lines.iter().map(ToString::to_string).collect::<Vec<_>>(), [" ▀", "▝█", " █", "▝▀▘"]);
    }
}
