//! Tests of the screen: bytes of given frames, and random sessions on emulated terminals.

pub(super) mod emulator;

use std::mem;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style, Stylize};
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::Widget;

use super::*;
use crate::tui::terminal::screen::tests::emulator::{EmojiWidth, Emulator};

const SIZE: Size = Size::new(20, 3);

fn screen() -> Screen<Vec<u8>> {
    Screen::new(Vec::new(), SIZE)
}

fn written(screen: &mut Screen<Vec<u8>>) -> String {
    String::from_utf8(mem::take(&mut screen.output)).unwrap()
}

fn draw(screen: &mut Screen<Vec<u8>>, text: &str, cursor: Option<(u16, u16)>) -> String {
    screen
        .draw(DrawHints::default(), |buffer| {
            text.render(buffer.area, buffer);
            cursor.map(|at| Cursor { position: Position::from(at), is_visible: true })
        })
        .unwrap();
    written(screen)
}

#[test]
fn a_frame_is_synchronized_and_holds_the_difference() {
    let mut screen = screen();
    let first = draw(&mut screen, "Guéret", None);
    assert!(first.starts_with("\x1b[?2026h") && first.ends_with("\x1b[?2026l"), "{first:?}");
    assert!(first.contains("Guéret"), "{first:?}");

    let second = draw(&mut screen, "Guérat", None);
    assert_eq!(second, "\x1b[?2026h\x1b[1;5Ha\x1b[?2026l");
}

#[test]
fn a_frame_that_changes_nothing_is_no_bytes() {
    let mut screen = screen();
    for cursor in [None, Some((2, 0))] {
        assert_ne!(draw(&mut screen, "Guéret", cursor), "");
        assert_eq!(draw(&mut screen, "Guéret", cursor), "");
    }
}

#[test]
fn the_area_drawn_last_is_a_frame_of_its_own() {
    let mut screen = screen();
    let mut draw = |text: &str| {
        let hints = DrawHints { draw_last: Rect::new(0, 0, 20, 1), ..DrawHints::default() };
        screen
            .draw(hints, |buffer| {
                Text::raw(text).render(buffer.area, buffer);
                None
            })
            .unwrap();
        written(&mut screen)
    };
    assert_eq!(draw("card\nlist"), "\x1b[?2026h\x1b[2Hlist\x1b[?2026l\x1b[?2026h\x1b[1Hcard\x1b[?2026l");
    assert_eq!(draw("card\nlast"), "\x1b[?2026h\x1b[2;2Ha\x1b[?2026l");
    assert_eq!(draw("cord\nlast"), "\x1b[?2026h\x1b[1;2Ho\x1b[?2026l");
}

#[test]
fn a_typed_letter_is_a_few_bytes_and_no_part_of_the_next_frame() {
    let mut screen = screen();
    draw(&mut screen, "> re", Some((4, 0)));
    let echo =
        |x, character| Echo { position: Position { x, y: 0 }, character, style: Style::new(), blank: 0 };
    screen.echo(&echo(4, 'i')).unwrap();
    assert_eq!(written(&mut screen), "\u{1b}[1;5Hi");
    screen.echo(&echo(5, 'm')).unwrap();
    assert_eq!(written(&mut screen), "\u{1b}[1;6Hm");
    assert_eq!(draw(&mut screen, "> reim", Some((6, 0))), "");
}

#[test]
fn the_cursor_moves_when_it_or_a_cell_has_changed() {
    let mut screen = screen();
    draw(&mut screen, "a", Some((1, 0)));
    assert_eq!(draw(&mut screen, "a", Some((0, 0))), "\x1b[?2026h\x1b[1H\x1b[?2026l");
    let typed = draw(&mut screen, "ab", Some((0, 0)));
    assert!(typed.contains('b') && typed.contains("\x1b[1H"), "{typed:?}");
    assert_eq!(draw(&mut screen, "ab", None), "\x1b[?2026h\x1b[?25l\x1b[?2026l");
}

#[test]
fn after_a_reset_everything_is_drawn_in_the_new_size() {
    let mut screen = screen();
    draw(&mut screen, "Guéret", Some((1, 0)));
    screen.reset(Size::new(4, 2));
    assert_eq!(written(&mut screen), "", "nothing is written before the frame");
    let frame = draw(&mut screen, "Guéret", Some((1, 0)));
    assert!(frame.contains("\x1b[2J"), "{frame:?}");
    assert!(frame.contains("Guér") && !frame.contains("Guéret"), "{frame:?}");
    assert!(frame.contains("\x1b[?25h"), "{frame:?}");
}

/// A terminal that shows a screen, and the last frame drawn.
struct Terminal {
    screen: Screen<Vec<u8>>,
    emulators: [Emulator; 2],
    drawn: Buffer,
    cursor: Option<Cursor>,
}

impl Terminal {
    fn new(size: Size) -> Self {
        Self {
            screen: Screen::new(Vec::new(), size),
            emulators: [EmojiWidth::One, EmojiWidth::Two].map(|width| Emulator::new(size, width)),
            drawn: Buffer::default(),
            cursor: None,
        }
    }

    fn resize(&mut self, size: Size) {
        self.emulators.iter_mut().for_each(|emulator| emulator.set_size(size));
        self.screen.reset(size);
    }

    /// Draws a frame. Returns the bytes written.
    fn draw(&mut self, hints: DrawHints, render: impl FnOnce(&mut Buffer) -> Option<Cursor>) -> String {
        let Self { drawn, cursor, .. } = self;
        let render = |buffer: &mut Buffer| {
            *cursor = render(buffer);
            drawn.clone_from(buffer);
            *cursor
        };
        self.screen.draw(hints, render).unwrap();
        let bytes = written(&mut self.screen);
        self.emulators.iter_mut().for_each(|emulator| emulator.process(&bytes));
        bytes
    }

    /// Shows a typed letter and returns the bytes written. The frame is then what was drawn with that letter.
    fn echo(&mut self, echo: &Echo) -> String {
        let Position { x, y } = echo.position;
        for behind in 1..=echo.blank {
            if let Some(cell) = self.drawn.cell_mut((x + behind, y)) {
                cell.reset();
            }
        }
        self.drawn[(x, y)].reset();
        self.drawn[(x, y)].set_char(echo.character).set_style(echo.style);
        self.screen.echo(echo).unwrap();
        let bytes = written(&mut self.screen);
        self.emulators.iter_mut().for_each(|emulator| emulator.process(&bytes));
        bytes
    }

    #[track_caller]
    fn assert_shows_frame(&self) {
        for emulator in &self.emulators {
            assert_eq!(emulator.wrong_cell(&self.drawn), None);
            match self.cursor {
                Some(cursor) => assert_eq!(emulator.cursor(), cursor),
                None => assert!(!emulator.cursor().is_visible),
            }
        }
    }

    /// Asserts that the last frame, drawn on a clear terminal, looks the same.
    #[track_caller]
    fn assert_equals_redraw(&self) {
        let mut clear = Self::new(self.screen.size());
        clear.draw(DrawHints::default(), |buffer| {
            buffer.clone_from(&self.drawn);
            self.cursor
        });
        for (incremental, redrawn) in self.emulators.iter().zip(&clear.emulators) {
            assert_eq!(incremental.difference(redrawn), None);
            if self.cursor.is_some() {
                assert_eq!(incremental.cursor(), redrawn.cursor());
            }
        }
    }
}

const LIST_SIZE: Size = Size::new(30, 10);
const ROWS: Rect = Rect::new(0, 1, 20, 8);
const CARD: Rect = Rect::new(20, 0, 10, 9);
fn list_hints() -> DrawHints {
    DrawHints { scroll_area: ROWS, draw_last: CARD, ..DrawHints::default() }
}

/// Draws a list of names from index `first` on, with one line of it `selected`,
/// beside the card of that line and below a popup, if there is one.
fn draw_list(terminal: &mut Terminal, first: usize, selected: usize, popup: Option<Rect>) -> String {
    let hints = if popup.is_none() { list_hints() } else { DrawHints::default() };
    terminal.draw(hints, |buffer| {
        "Territoire".render(buffer.area, buffer);
        render_rows(buffer, first, selected);
        format!("Fiche {}", name(first + selected)).render(CARD, buffer);
        for row in (Rect { width: 1, ..CARD }).rows() {
            "│".render(row, buffer);
        }
        "Entrée fiche".render(Rect { y: 9, height: 1, ..buffer.area }, buffer);
        if let Some(popup) = popup {
            ratatui::widgets::Clear.render(popup, buffer);
            Text::raw("popup 漢\npopup").red().render(popup, buffer);
        }
        None
    })
}

fn render_rows(buffer: &mut Buffer, first: usize, selected: usize) {
    for (row, index) in ROWS.intersection(buffer.area).rows().zip(first..) {
        let style = if index == first + selected { Style::new().bg(Color::Red) } else { Style::new() };
        Line::raw(name(index)).style(style).render(row, buffer);
    }
}

fn name(index: usize) -> String {
    let name = ["Guéret", "漢字漢", "Saint-Étienne", "Le Havre 漢字漢字漢", "Métropole de Lyon", "Œ"];
    format!("{index} {:>1$}", name[index % name.len()], index * 5 % 18)
}

#[test]
fn the_terminal_scrolls_the_list() {
    let mut list = Terminal::new(LIST_SIZE);
    draw_list(&mut list, 20, 7, None);
    for (first, moved) in [
        (21, "\x1b[2H\x1b[M\x1b[9H\x1b[L"),
        (24, "\x1b[2H\x1b[3M\x1b[7H\x1b[3L"),
        (23, "\x1b[9H\x1b[M\x1b[2H\x1b[L"),
        (20, "\x1b[7H\x1b[3M\x1b[2H\x1b[3L"),
    ] {
        let bytes = draw_list(&mut list, first, 7, None);
        assert!(bytes.starts_with(&format!("\x1b[?2026h{moved}")), "{bytes:?}");
        list.assert_shows_frame();
    }
}

#[test]
fn the_card_follows_a_list_that_scrolls() {
    let mut list = Terminal::new(LIST_SIZE);
    draw_list(&mut list, 20, 7, None);
    let bytes = draw_list(&mut list, 21, 7, None);
    let frames: Vec<_> = bytes.split_inclusive("\x1b[?2026l").collect();
    assert_eq!(frames.len(), 2, "{frames:?}");
    assert!(!frames[0].contains("│") && frames[1].contains("│"), "{frames:?}");
}

#[test]
fn a_card_that_is_held_is_sent_with_a_later_frame() {
    let mut list = Terminal::new(LIST_SIZE);
    let mut draw = |card: Rect, selected: usize, hold_last: bool| {
        let hints = DrawHints { draw_last: card, hold_last, ..list_hints() };
        list.draw(hints, |buffer| {
            render_rows(buffer, 20, selected);
            format!("Fiche {selected}").render(card, buffer);
            None
        })
    };
    assert!(draw(CARD, 1, true).contains("Fiche 1"), "nothing was there before");
    for selected in [2, 3, 4] {
        let bytes = draw(CARD, selected, true);
        assert!(bytes.contains(&name(20 + selected)) && !bytes.contains("Fiche"), "{bytes:?}");
    }
    assert_eq!(draw(CARD, 4, false).matches("2026h").count(), 1, "the card only");
    draw(CARD, 5, true);
    assert!(draw(Rect { height: 8, ..CARD }, 6, true).contains('6'), "the card is elsewhere");
    list.assert_shows_frame();
}

#[test]
fn lines_do_not_scroll_if_that_is_no_shorter() {
    let mut list = Terminal::new(LIST_SIZE);
    let hints = DrawHints { scroll_area: ROWS, ..DrawHints::default() };
    // Letters move up beside words that stay.
    let mut draw = |letters: &str| {
        list.draw(hints.clone(), |buffer| {
            for (row, letter) in ROWS.rows().zip(letters.chars()) {
                format!("{letter:<22}Guéret")
                    .render(buffer.area.intersection(Rect { width: 30, ..row }), buffer);
            }
            None
        })
    };
    draw("abcdefgh");
    let bytes = draw("bcdefghi");
    assert!(!bytes.contains("\x1b[M") && !bytes.contains("Gu"), "{bytes:?}");
    list.assert_shows_frame();
}

#[test]
fn a_list_below_a_popup_does_not_scroll() {
    let mut list = Terminal::new(LIST_SIZE);
    draw_list(&mut list, 20, 7, None);
    let popup = Some(Rect::new(0, 2, LIST_SIZE.width, 2));
    for (first, popup) in [(21, popup), (22, popup), (22, None)] {
        let bytes = draw_list(&mut list, first, 7, popup);
        assert!(!bytes.contains("\x1b[M"), "{bytes:?}");
        list.assert_shows_frame();
    }
    assert!(draw_list(&mut list, 23, 7, None).contains("\x1b[M"));
}

/// One step of a random session.
#[derive(Debug, Clone)]
struct Step {
    resize: Option<Size>,
    /// The start of the list: an index, or a distance from the last one.
    first: Result<usize, i8>,
    selected: usize,
    texts: Vec<(Rect, String, Style)>,
    hints: DrawHints,
    cursor: Option<(u16, u16, bool)>,
    /// The line on which letters are typed, and these.
    echo: (u16, String),
}

fn any_size() -> impl Strategy<Value = Size> {
    (1..=LIST_SIZE.width + 4, 1..=LIST_SIZE.height + 2).prop_map(Size::from)
}

fn any_area() -> impl Strategy<Value = Rect> {
    (0..LIST_SIZE.width, 0..LIST_SIZE.height, 0..=LIST_SIZE.width, 0..=LIST_SIZE.height)
        .prop_map(|(x, y, width, height)| Rect { x, y, width, height })
}

fn any_hints() -> impl Strategy<Value = DrawHints> {
    let wrong = (any_area(), any_area()).prop_map(|(scroll_area, draw_last)| DrawHints {
        scroll_area,
        draw_last,
        ..DrawHints::default()
    });
    let hints = prop_oneof![2 => Just(list_hints()), 1 => Just(DrawHints::default()), 2 => wrong];
    (hints, any::<bool>()).prop_map(|(hints, hold_last)| DrawHints { hold_last, ..hints })
}

/// Generates text of every width: blanks, ASCII, accents, a combining accent, wide characters, and
/// a sequence whose width terminals disagree on.
fn any_text() -> impl Strategy<Value = String> {
    let symbols = [" ", "            ", "a", "bc", "é", "▸", "e\u{301}", "漢", "字", "\u{2328}\u{fe0f}"];
    prop::collection::vec(prop::sample::select(symbols.to_vec()), 0..10).prop_map(|symbols| symbols.concat())
}

fn any_style() -> impl Strategy<Value = Style> {
    const COLORS: [Color; 5] =
        [Color::Reset, Color::Red, Color::LightCyan, Color::Indexed(208), Color::Rgb(1, 2, 3)];
    // vt100 cannot show bold and dim at once.
    const INTENSITIES: [Modifier; 3] = [Modifier::empty(), Modifier::BOLD, Modifier::DIM];
    const OTHERS: Modifier = Modifier::ITALIC.union(Modifier::UNDERLINED).union(Modifier::REVERSED);
    let color = || prop::sample::select(&COLORS[..]);
    let others = prop_oneof![Just(Modifier::empty()), any::<u16>().prop_map(Modifier::from_bits_truncate)];
    (color(), color(), prop::sample::select(&INTENSITIES[..]), others).prop_map(
        |(fg, bg, intensity, others)| {
            let other_intensities = (Modifier::BOLD | Modifier::DIM).difference(intensity);
            let style = Style::new().fg(fg).bg(bg).add_modifier(intensity | (others & OTHERS));
            style.remove_modifier(other_intensities)
        },
    )
}

fn any_step() -> impl Strategy<Value = Step> {
    let first = prop_oneof![1 => (0..40_usize).prop_map(Ok), 4 => (-3..4_i8).prop_map(Err)];
    (
        prop::option::weighted(0.1, any_size()),
        first,
        0..8_usize,
        prop::collection::vec((any_area(), any_text(), any_style()), 0..5),
        any_hints(),
        any::<Option<(u16, u16, bool)>>(),
        (0..10_u16, "[a-zé ]{0,4}"),
    )
        .prop_map(|(resize, first, selected, texts, hints, cursor, echo)| Step {
            resize,
            first,
            selected,
            texts,
            hints,
            cursor,
            echo,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_redraw_from_scratch_equals_the_screen_built_by_differences(
        steps in prop::collection::vec(any_step(), 1..12)
    ) {
        let mut terminal = Terminal::new(LIST_SIZE);
        let mut first: usize = 20;
        let last_step = steps.len() - 1;
        for (index, step) in steps.into_iter().enumerate() {
            let Step { resize, first: start, selected, texts, hints, cursor, echo } = step;
            let is_held = hints.hold_last && index < last_step;
            let hints = DrawHints { hold_last: is_held, ..hints };
            if let Some(size) = resize {
                terminal.resize(size);
            }
            first = start.unwrap_or_else(|distance| first.saturating_add_signed(distance.into()));
            terminal.draw(hints, |buffer| {
                render_rows(buffer, first, selected);
                for (area, text, style) in texts {
                    let area = area.intersection(buffer.area);
                    buffer.set_style(Rect { height: area.height.min(1), ..area }, style);
                    Span::styled(text, style).render(area, buffer);
                }
                let Size { width, height } = buffer.area.as_size();
                cursor.map(|(x, y, is_visible)| Cursor {
                    position: Position { x: x % width, y: y % height },
                    is_visible,
                })
            });
            // The frame after one with a held area shows all of it.
            if !is_held {
                terminal.assert_shows_frame();
                terminal.assert_equals_redraw();
            }
            // Letters are typed where no wide character is, and only while the cursor shows.
            let (line, typed) = echo;
            let is_narrow = (0..terminal.drawn.area.width).all(|x| {
                terminal.drawn.cell((x, line)).is_some_and(|cell| cell.symbol().len() == 1)
            });
            if is_narrow && !is_held && terminal.cursor.is_some_and(|cursor| cursor.is_visible) {
                let width = terminal.drawn.area.width;
                for (x, character) in (0..width.saturating_sub(1)).zip(typed.chars()) {
                    let position = Position { x, y: line };
                    let blank = 3.min(width - x - 1);
                    terminal.echo(&Echo { position, character, style: Style::new(), blank });
                    terminal.cursor = Some(Cursor { position: Position { x: x + 1, y: line }, is_visible: true });
                    terminal.assert_shows_frame();
                }
            }
        }
    }
}
