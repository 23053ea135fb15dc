use proptest::prelude::*;

use crate::tui::tests::*;

#[derive(Debug, Clone)]
enum Happening {
    Key(KeyCode, KeyModifiers),
    Paste(String),
    Mouse(crossterm::event::MouseEventKind, u16, u16),
    Size(u16, u16),
}

fn key() -> impl Strategy<Value = Happening> {
    let code = prop_oneof![
        6 => prop::sample::select("aeist /sS<>jkhlgGnpqcv+-0?1234567:é\u{301}".chars().collect::<Vec<_>>()).prop_map(KeyCode::Char),
        6 => prop::sample::select(vec![
            KeyCode::Enter,
            KeyCode::Esc,
            KeyCode::Tab,
            KeyCode::BackTab,
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::PageUp,
            KeyCode::PageDown,
            KeyCode::Backspace,
            KeyCode::Delete,
        ]),
    ];
    let held = prop_oneof![
        8 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
        1 => Just(KeyModifiers::SHIFT),
    ];
    (code, held).prop_map(|(code, held)| Happening::Key(code, held))
}

fn happening() -> impl Strategy<Value = Happening> {
    use crossterm::event::{MouseButton, MouseEventKind};
    let kinds = vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Moved,
    ];
    prop_oneof![
        20 => key(),
        1 => ".{0,40}".prop_map(Happening::Paste),
        3 => (prop::sample::select(kinds), 0..130u16, 0..50u16)
            .prop_map(|(kind, column, row)| Happening::Mouse(kind, column, row)),
        2 => prop_oneof![12 => (1..130u16, 1..50u16), 1 => (1..500u16, 1..200u16)]
            .prop_map(|(width, height)| Happening::Size(width, height)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, ..ProptestConfig::default() })]

    // 10,000 happenings in all.
    #[test]
    fn whatever_happens_the_selection_is_on_the_screen(happenings in prop::collection::vec(happening(), 400)) {
        let mut size = WIDE;
        let mut app = app(size);
        for (number, happening) in happenings.into_iter().enumerate() {
            // A key is often there before the frame of the one before; a new size is always drawn.
            let is_drawn = number % 10 == 0 || matches!(happening, Happening::Size(..));
            match happening {
                Happening::Key(code, held) => drop(input(&mut app, Event::Key(KeyEvent::new(code, held)))),
                Happening::Paste(text) => drop(input(&mut app, Event::Paste(text))),
                Happening::Mouse(kind, column, row) => {
                    let modifiers = KeyModifiers::NONE;
                    let event = crossterm::event::MouseEvent { kind, column, row, modifiers };
                    input(&mut app, Event::Mouse(event));
                }
                Happening::Size(width, height) => {
                    size = Size::new(width, height);
                    handle(&mut app, Change::Resized(size));
                }
            }
            // What would be drawn outside the frame panics.
            if is_drawn {
                drawn(&app, size);
            }
            let (listed, height) = (app.list().listing().items.len(), app.areas().map_or(0, |areas| areas.rows.height));
            let shown = app.list().visible(height.into()).any(|(_, selected)| selected);
            prop_assert_eq!(shown, listed > 0 && height > 0);
            prop_assert_eq!(app.selected().is_some(), listed > 0);
            prop_assert!(app.counts().found <= app.counts().total);
        }
    }
}
