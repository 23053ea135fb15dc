//! The terminal's background: dark or light.
//!
//! Some terminals tell it in a variable. The others are asked once, with the
//! bytes that take the terminal over, and nobody waits: what they answer, when
//! they do, arrives among the keys, where [`OscReplyFilter`] picks it out.

use std::env;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

/// Asks the terminal for the colour of its background.
pub const QUERY: &str = "\x1b]11;?\x07";

/// Starts of the names of terminals that are known not to show the question.
const KNOWN_TERMS: [&str; 14] = [
    "xterm",
    "tmux",
    "alacritty",
    "foot",
    "wezterm",
    "rxvt",
    "contour",
    "konsole",
    "gnome",
    "vte",
    "st-",
    "mintty",
    "iterm",
    "ghostty",
];

/// An answer comes all at once. What comes later is typed.
const MAX_REPLY_TIME: Duration = Duration::from_millis(500);

/// More characters than an answer has.
const MAX_REPLY_CHARS: usize = 64;

/// Whether the background is light, as the variable `COLORFGBG` tells it.
pub fn from_environment() -> Option<bool> {
    env::var("COLORFGBG").ok().and_then(|colors| is_light_number(&colors))
}

/// Whether this terminal can be asked.
pub fn supports_query() -> bool {
    env::var("TERM").is_ok_and(|term| KNOWN_TERMS.iter().any(|known| term.starts_with(known)))
}

/// `15;0`, `0;default;15`: the last number is the background, of the sixteen colours.
fn is_light_number(colors: &str) -> Option<bool> {
    let (_, background) = colors.rsplit_once(';')?;
    match background.parse().ok()? {
        0..=6 | 8 => Some(false),
        7 | 9..=15 => Some(true),
        _ => None,
    }
}

/// Picks the answer out of the keys. crossterm takes the start of it for
/// Alt-], which means nothing here, and the rest for letters.
#[derive(Debug, Default)]
pub struct OscReplyFilter {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// No answer has begun.
    #[default]
    Waiting,
    /// Escape came by itself, as it does when the answer is cut behind it.
    Escape,
    /// What has come of it, and when it began.
    Reply(String, Instant),
    /// It is over: everything is typed.
    Done,
}

/// What an event was.
#[derive(Debug, PartialEq, Eq)]
pub enum Filtered {
    /// Something that a person did.
    Input(Event),
    /// A part of the answer, or of what came instead of one.
    Consumed,
    /// The end of the answer: whether the background is light.
    Background(bool),
}

impl OscReplyFilter {
    /// Takes in what came at this moment.
    pub fn filter(&mut self, event: Event, now: Instant) -> Filtered {
        let Event::Key(key) = &event else { return Filtered::Input(event) };
        if key.kind == KeyEventKind::Release {
            return Filtered::Input(event);
        }
        let (code, held) = (key.code, key.modifiers);
        match &mut self.state {
            State::Done => {}
            State::Waiting | State::Escape if code == KeyCode::Char(']') => {
                if held.contains(KeyModifiers::ALT) || matches!(self.state, State::Escape) {
                    self.state = State::Reply(String::new(), now);
                    return Filtered::Consumed;
                }
            }
            State::Waiting if code == KeyCode::Esc => self.state = State::Escape,
            State::Waiting => {}
            State::Escape => self.state = State::Waiting,
            State::Reply(_, began) if now.duration_since(*began) > MAX_REPLY_TIME => self.state = State::Done,
            State::Reply(answer, _) => match (code, held) {
                (KeyCode::Char('g'), KeyModifiers::CONTROL) | (KeyCode::Char('\\'), KeyModifiers::ALT) => {
                    let light = is_light(answer);
                    self.state = State::Done;
                    return light.map_or(Filtered::Consumed, Filtered::Background);
                }
                (KeyCode::Char(letter), _) if answer.len() < MAX_REPLY_CHARS => {
                    answer.push(letter);
                    return Filtered::Consumed;
                }
                _ => self.state = State::Done,
            },
        }
        Filtered::Input(event)
    }
}

/// Whether the colour of an answer is light: `11;rgb:ffff/ffff/ffff`, with one
/// to four digits a part, perhaps with a fourth part for what shines through.
fn is_light(answer: &str) -> Option<bool> {
    let (kind, colors) = answer.strip_prefix("11;")?.split_once(':')?;
    if !matches!(kind, "rgb" | "rgba") {
        return None;
    }
    let share = |digits: &str| {
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        (1..=4).contains(&digits.len()).then(|| f64::from(value) / f64::from(most))
    };
    let parts: Vec<f64> = colors.split('/').map(share).collect::<Option<_>>()?;
    let [red, green, blue] = parts.get(..3)?.try_into().ok()?;
    // Brightness as people see it, near enough to tell dark from light.
    Some(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// What crossterm makes of bytes of an answer.
    fn events(answer: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut letters = answer.chars();
        while let Some(letter) = letters.next() {
            let (letter, held) = match letter {
                '\x1b' => (letters.next().expect("a letter"), KeyModifiers::ALT),
                '\x07' => ('g', KeyModifiers::CONTROL),
                letter => (letter, KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(KeyCode::Char(letter), held)));
        }
        events
    }

    /// The background that is filtered, and what is left as typed.
    fn filtered(filter: &mut OscReplyFilter, events: Vec<Event>, now: Instant) -> (Option<bool>, String) {
        let (mut light, mut typed) = (None, String::new());
        for event in events {
            match filter.filter(event, now) {
                Filtered::Background(told) => light = Some(told),
                Filtered::Input(Event::Key(key)) => typed.extend(key.code.as_char()),
                Filtered::Input(_) | Filtered::Consumed => {}
            }
        }
        (light, typed)
    }

    #[test]
    fn an_answer_is_heard_and_not_typed() {
        let now = Instant::now();
        for (answer, light) in [
            ("\x1b]11;rgb:ffff/ffff/ffff\x07", Some(true)),
            ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Some(false)),
            ("\x1b]11;rgb:fd/f6/e3\x07", Some(true)),
            ("\x1b]11;rgba:0000/2b2b/3636/ffff\x07", Some(false)),
            // Garbage is no answer, and is not typed either.
            ("\x1b]11;?\x07", None),
            ("\x1b]11;rgb:zzzz/ffff/ffff\x07", None),
            ("\x1b]11;rgb:fffff/fffff/fffff\x07", None),
            ("\x1b]11;rgb:ffff/ffff\x07", None),
            ("\x1b]4;1;rgb:ffff/ffff/ffff\x1b\\", None),
            ("\x1b]\x07", None),
        ] {
            let mut filter = OscReplyFilter::default();
            let both = format!("lim{answer}oges]");
            assert_eq!(
                filtered(&mut filter, events(&both), now),
                (light, "limoges]".to_owned()),
                "{answer:?}"
            );
        }
    }

    #[test]
    fn an_answer_that_is_cut_behind_its_escape_is_heard() {
        let mut filter = OscReplyFilter::default();
        let mut cut = vec![Event::Key(KeyCode::Esc.into())];
        cut.extend(events("]11;rgb:0/0/0\x07a"));
        assert_eq!(filtered(&mut filter, cut, Instant::now()), (Some(false), "a".to_owned()));
    }

    #[test]
    fn an_answer_that_does_not_end_takes_few_letters_and_little_time() {
        let now = Instant::now();
        let mut filter = OscReplyFilter::default();
        assert_eq!(filtered(&mut filter, events("\x1b]11;rgb:"), now), (None, String::new()));
        let later = now + MAX_REPLY_TIME * 2;
        assert_eq!(filtered(&mut filter, events("bordeaux"), later), (None, "bordeaux".to_owned()));

        let mut filter = OscReplyFilter::default();
        let long = format!("\x1b]{}", "x".repeat(MAX_REPLY_CHARS + 3));
        assert_eq!(filtered(&mut filter, events(&long), now), (None, "xxx".to_owned()));

        let mut filter = OscReplyFilter::default();
        filtered(&mut filter, events("\x1b]11;"), now);
        let enter = Event::Key(KeyCode::Enter.into());
        assert_eq!(filter.filter(enter.clone(), now), Filtered::Input(enter), "a person goes on");
        assert_eq!(filtered(&mut filter, events("lim"), now), (None, "lim".to_owned()));
    }

    #[test]
    fn some_terminals_tell_their_background_in_a_variable() {
        for (colors, light) in [
            ("15;0", Some(false)),
            ("0;15", Some(true)),
            ("0;default;15", Some(true)),
            ("12;8", Some(false)),
            ("0;7", Some(true)),
            ("default;default", None),
            ("0;99", None),
            ("15", None),
            ("", None),
        ] {
            assert_eq!(is_light_number(colors), light, "{colors}");
        }
    }
}
