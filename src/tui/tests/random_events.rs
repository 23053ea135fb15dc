//! Tests with random events.

use proptest::prelude::*;

use crossterm::event::MouseEvent;

use crate::tui::tests::keys::state;
use crate::tui::tests::*;
use crate::tui::view::{Scene, render};

#[derive(Debug, Clone)]
enum RandomEvent {
    Key(KeyCode, KeyModifiers),
    Paste(String),
    Mouse(crossterm::event::MouseEventKind, u16, u16),
    Size(u16, u16),
}

fn key() -> impl Strategy<Value = RandomEvent> {
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
    let modifiers = prop_oneof![
        8 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
        1 => Just(KeyModifiers::SHIFT),
    ];
    (code, modifiers).prop_map(|(code, modifiers)| RandomEvent::Key(code, modifiers))
}

fn event() -> impl Strategy<Value = RandomEvent> {
    use crossterm::event::{MouseButton, MouseEventKind};
    let kinds = vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Moved,
    ];
    prop_oneof![
        20 => key(),
        1 => ".{0,40}".prop_map(RandomEvent::Paste),
        3 => (prop::sample::select(kinds), 0..130u16, 0..50u16)
            .prop_map(|(kind, column, row)| RandomEvent::Mouse(kind, column, row)),
        2 => prop_oneof![12 => (1..130u16, 1..50u16), 1 => (1..500u16, 1..200u16)]
            .prop_map(|(width, height)| RandomEvent::Size(width, height)),
    ]
}

/// Applies an event. Returns the size of the screen after it.
fn apply(app: &mut App, event: RandomEvent, size: Size) -> Size {
    match event {
        RandomEvent::Key(code, modifiers) => drop(input(app, Event::Key(KeyEvent::new(code, modifiers)))),
        RandomEvent::Paste(text) => drop(input(app, Event::Paste(text))),
        RandomEvent::Mouse(kind, column, row) => {
            let mouse = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
            input(app, Event::Mouse(mouse));
        }
        RandomEvent::Size(width, height) => {
            let size = Size::new(width, height);
            handle(app, Change::Resized(size));
            return size;
        }
    }
    size
}

/// Draws the state without an earlier layout.
fn redrawn(app: &App, size: Size) -> Buffer {
    let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
    render(app, &Scene::default(), &mut buffer);
    buffer
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, ..ProptestConfig::default() })]

    // 10,000 events in total.
    #[test]
    fn the_selection_is_on_the_screen_after_any_events(events in prop::collection::vec(event(), 400)) {
        let mut size = WIDE;
        let mut app = app(size);
        for (number, event) in events.into_iter().enumerate() {
            // Keys often arrive faster than frames are drawn; a new size is always drawn.
            let is_drawn = number % 10 == 0 || matches!(event, RandomEvent::Size(..));
            size = apply(&mut app, event, size);
            // Drawing outside of the frame panics.
            if is_drawn {
                drawn(&app, size);
            }
            let (listed, height) = (app.list().listing().items.len(), app.areas().map_or(0, |areas| areas.rows.height));
            let is_visible = app.list().visible(height.into()).any(|(_, selected)| selected);
            prop_assert_eq!(is_visible, listed > 0 && height > 0);
            prop_assert_eq!(app.selected().is_some(), listed > 0);
            prop_assert!(app.counts().found <= app.counts().total);
        }
    }

    #[test]
    fn keys_in_one_burst_leave_the_same_state_as_one_by_one(
        events in prop::collection::vec(event(), 1..40)
    ) {
        let [mut one_by_one, mut burst] = [app(WIDE), app(WIDE)];
        let mut size = WIDE;
        for event in events {
            size = apply(&mut one_by_one, event.clone(), size);
            let frame = buffer(&one_by_one, size);
            prop_assert_eq!(&frame, &redrawn(&one_by_one, size), "the layout belongs to the state");
            apply(&mut burst, event, size);
        }
        prop_assert_eq!(state(&burst), state(&one_by_one));
        prop_assert_eq!(buffer(&burst, size), buffer(&one_by_one, size));
    }
}
