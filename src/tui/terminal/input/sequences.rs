//! The keys and mouse events that escape sequences stand for, as xterm, rxvt, the Linux console and others send them.
//!
//! Every other sequence is a reply that nobody asked for, and stands for nothing.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;

/// The bits of the button of a mouse report.
const MOUSE_SHIFT: u16 = 4;
const MOUSE_ALT: u16 = 8;
const MOUSE_CTRL: u16 = 16;
const MOUSE_MOTION: u16 = 32;
const MOUSE_WHEEL: u16 = 64;

/// Returns the key of an ASCII byte.
pub(super) fn ascii(byte: u8, modifiers: KeyModifiers) -> KeyEvent {
    let (code, more) = match byte {
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
        0 => (KeyCode::Char(' '), CTRL),
        0x01..=0x1a => (KeyCode::Char(char::from(byte - 1 + b'a')), CTRL),
        0x1b => (KeyCode::Esc, KeyModifiers::NONE),
        0x1c..=0x1f => (KeyCode::Char(char::from(byte - 0x1c + b'4')), CTRL),
        b'A'..=b'Z' => (KeyCode::Char(char::from(byte)), SHIFT),
        _ => (KeyCode::Char(char::from(byte)), KeyModifiers::NONE),
    };
    KeyEvent::new(code, modifiers | more)
}

/// Returns the key of `ESC O` and a byte.
pub(super) fn single_shift(byte: u8, alt: KeyModifiers) -> Option<Event> {
    let (code, modifiers) = match byte {
        b'M' => (KeyCode::Enter, KeyModifiers::NONE),
        b'a'..=b'd' => (letter(byte.to_ascii_uppercase())?, CTRL),
        _ => (letter(byte)?, KeyModifiers::NONE),
    };
    Some(Event::Key(KeyEvent::new(code, modifiers | alt)))
}

/// Returns the key of `ESC [ [` and a byte.
pub(super) fn linux_function(byte: u8) -> Option<Event> {
    matches!(byte, b'A'..=b'E').then(|| Event::Key(KeyCode::F(1 + byte - b'A').into()))
}

/// Returns the event of `ESC [ M` and three bytes: the button, the column and the row, each with an offset.
pub(super) fn x10_mouse([button, column, row]: [u8; 3]) -> Option<Event> {
    let button = u16::from(button.checked_sub(b' ')?);
    let is_release = button & 3 == 3 && button & MOUSE_WHEEL == 0;
    mouse(button, u16::from(column.checked_sub(b' ')?), u16::from(row.checked_sub(b' ')?), is_release)
}

/// Returns the event of a control sequence: its parameters and its last byte.
pub(super) fn control(parameters: &[u8], last: u8, alt: KeyModifiers) -> Option<Event> {
    let text = std::str::from_utf8(parameters).ok()?;
    if let Some(report) = text.strip_prefix('<') {
        let numbers: Vec<u16> = report.split(';').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let [button, column, row] = numbers.try_into().ok()?;
        return matches!(last, b'M' | b'm').then(|| mouse(button, column, row, last == b'm')).flatten();
    }
    let mut fields = text.split(';');
    let number = match fields.next() {
        None | Some("") => 1,
        Some(first) => first.split(':').next()?.parse::<u32>().ok()?,
    };
    let (modifiers, is_release) = modifiers(fields.next())?;
    let (code, more) = match last {
        b'~' if number == 27 => (code(fields.next()?.parse().ok()?)?, KeyModifiers::NONE),
        b'~' => (numbered(number)?, KeyModifiers::NONE),
        b'$' => (numbered(number)?, SHIFT),
        b'^' => (numbered(number)?, CTRL),
        b'@' => (numbered(number)?, CTRL | SHIFT),
        b'Z' => (KeyCode::BackTab, SHIFT),
        b'u' => (code(number)?, KeyModifiers::NONE),
        b'a'..=b'd' => (letter(last.to_ascii_uppercase())?, SHIFT),
        // `ESC [ 1 ; 5 R` is a reply: the position of the cursor.
        b'R' => return None,
        _ => (letter(last)?, KeyModifiers::NONE),
    };
    (!is_release).then(|| Event::Key(KeyEvent::new(code, modifiers | more | alt)))
}

/// Parses the parameter of the modifiers, a sum of bits and one, perhaps with a kind of event behind a colon. Returns
/// whether the key was released, too.
fn modifiers(field: Option<&str>) -> Option<(KeyModifiers, bool)> {
    let mut parts = field.unwrap_or_default().split(':');
    let mask = match parts.next() {
        None | Some("") => 0,
        Some(mask) => mask.parse::<u32>().ok()?.checked_sub(1)?,
    };
    let bits = [(1, SHIFT), (2, KeyModifiers::ALT), (4, CTRL), (32, KeyModifiers::META)];
    let pressed = bits.into_iter().filter(|(bit, _)| mask & bit != 0).map(|(_, modifier)| modifier);
    Some((pressed.collect(), parts.next() == Some("3")))
}

/// Returns the key of a letter at the end of a sequence.
fn letter(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(1 + letter - b'P'),
        _ => return None,
    })
}

/// Returns the key of a number before `~`.
fn numbered(number: u32) -> Option<KeyCode> {
    let function =
        |first: u32, key: u8| u8::try_from(number - first).ok().map(|offset| KeyCode::F(key + offset));
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        _ => None,
    }
}

/// Returns the key of a code point.
fn code(number: u32) -> Option<KeyCode> {
    Some(match number {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(number).filter(|letter| !letter.is_control())?),
    })
}

/// Returns a mouse event. Columns and rows count from 1.
fn mouse(button: u16, column: u16, row: u16, is_release: bool) -> Option<Event> {
    let pressed = match button & 3 {
        0 => Some(MouseButton::Left),
        1 => Some(MouseButton::Middle),
        2 => Some(MouseButton::Right),
        _ => None,
    };
    let kind = if button & MOUSE_WHEEL != 0 {
        match button & 3 {
            0 => MouseEventKind::ScrollUp,
            1 => MouseEventKind::ScrollDown,
            2 => MouseEventKind::ScrollLeft,
            _ => MouseEventKind::ScrollRight,
        }
    } else if button & MOUSE_MOTION != 0 {
        pressed.map_or(MouseEventKind::Moved, MouseEventKind::Drag)
    } else if is_release {
        MouseEventKind::Up(pressed.unwrap_or(MouseButton::Left))
    } else {
        MouseEventKind::Down(pressed?)
    };
    let bits = [(MOUSE_SHIFT, SHIFT), (MOUSE_ALT, KeyModifiers::ALT), (MOUSE_CTRL, CTRL)];
    let held = bits.into_iter().filter(|(bit, _)| button & bit != 0).map(|(_, modifier)| modifier);
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers: held.collect() }))
}
