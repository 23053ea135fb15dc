//! Whether the terminal's background is dark or light.
//!
//! Some terminals set a variable. Others are queried once (OSC 11), along with
//! the sequences that set the modes. Nothing waits for the reply, which may
//! never come: it arrives among the keys, and `OscReplyFilter` removes it.

use std::env;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

/// OSC 11 with a question mark, which queries the background colour.
pub(super) const QUERY: &str = "\x1b]11;?\x07";

/// Prefixes of `TERM` for terminals known not to print the query as text.
const KNOWN_TERMINALS: [&str; 14] = [
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

/// The longest time from the start of a reply to its end. A reply arrives in
/// one piece, so that anything later is typed.
const MAX_REPLY_TIME: Duration = Duration::from_millis(500);

/// An upper bound on the length of a reply, in bytes.
const MAX_REPLY_LEN: usize = 64;

/// Returns whether the background is light according to the variable
/// `COLORFGBG`, or `None` if it does not say.
pub fn from_environment() -> Option<bool> {
    env::var("COLORFGBG").ok().and_then(|colors| is_light_index(&colors))
}

/// Returns whether this terminal can be queried.
pub fn supports_query() -> bool {
    env::var("TERM").is_ok_and(|term| KNOWN_TERMINALS.iter().any(|known| term.starts_with(known)))
}

/// Parses `15;0` or `0;default;15`: the last number is the background, an index
/// into the sixteen ANSI colours.
fn is_light_index(colors: &str) -> Option<bool> {
    let (_, background) = colors.rsplit_once(';')?;
    match background.parse().ok()? {
        0..=6 | 8 => Some(false),
        7 | 9..=15 => Some(true),
        _ => None,
    }
}

/// Removes the reply to [`QUERY`] from the input. crossterm parses the start of
/// the reply as Alt-], which has no binding, and the rest as letters.
#[derive(Debug, Default)]
pub(super) struct OscReplyFilter {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// No reply has begun.
    #[default]
    Waiting,
    /// Escape arrived by itself, as it does when a reply is split after it.
    Escape,
    /// A reply has begun: its text so far, and when it began.
    Reply(String, Instant),
    /// The reply is over. Everything passes.
    Done,
}

/// The result of filtering an event.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filtered {
    /// Input from the user.
    Input(Event),
    /// Part of a reply, or of something malformed in its place.
    Consumed,
    /// The end of the reply.
    Background {
        /// Whether the background is light.
        is_light: bool,
    },
}

impl OscReplyFilter {
    /// Filters an event that arrived at `now`.
    pub(super) fn filter(&mut self, event: Event, now: Instant) -> Filtered {
        let Event::Key(key) = &event else { return Filtered::Input(event) };
        if key.kind == KeyEventKind::Release {
            return Filtered::Input(event);
        }
        let (code, modifiers) = (key.code, key.modifiers);
        match &mut self.state {
            State::Done => {}
            State::Waiting | State::Escape if code == KeyCode::Char(']') => {
                if modifiers.contains(KeyModifiers::ALT) || matches!(self.state, State::Escape) {
                    self.state = State::Reply(String::new(), now);
                    return Filtered::Consumed;
                }
            }
            State::Waiting if code == KeyCode::Esc => self.state = State::Escape,
            State::Waiting => {}
            State::Escape => self.state = State::Waiting,
            State::Reply(_, began) if now.duration_since(*began) > MAX_REPLY_TIME => self.state = State::Done,
            State::Reply(reply, _) => match (code, modifiers) {
                // A reply ends with BEL or with ST.
                (KeyCode::Char('g'), KeyModifiers::CONTROL) | (KeyCode::Char('\\'), KeyModifiers::ALT) => {
                    let is_light = is_light_reply(reply);
                    self.state = State::Done;
                    return is_light.map_or(Filtered::Consumed, |is_light| Filtered::Background { is_light });
                }
                (KeyCode::Char(letter), _) if reply.len() < MAX_REPLY_LEN => {
                    reply.push(letter);
                    return Filtered::Consumed;
                }
                _ => self.state = State::Done,
            },
        }
        Filtered::Input(event)
    }
}

/// Returns whether the colour of a reply such as `11;rgb:ffff/ffff/ffff` is
/// light. Each component has one to four hexadecimal digits; a fourth one, the opacity, is ignored.
fn is_light_reply(reply: &str) -> Option<bool> {
    let (format, components) = reply.strip_prefix("11;")?.split_once(':')?;
    if !matches!(format, "rgb" | "rgba") {
        return None;
    }
    let fraction = |digits: &str| {
        let max = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        (1..=4).contains(&digits.len()).then(|| f64::from(value) / f64::from(max))
    };
    let components: Vec<f64> = components.split('/').map(fraction).collect::<Option<_>>()?;
    let [red, green, blue] = components.get(..3)?.try_into().ok()?;
    // Luma of Rec. 709, from 0 (black) to 1 (white), with the weights that WCAG uses too.
    Some(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// Parses the bytes of a reply as crossterm does.
    fn events(reply: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut letters = reply.chars();
        while let Some(letter) = letters.next() {
            let (letter, modifiers) = match letter {
                '\x1b' => (letters.next().expect("a letter"), KeyModifiers::ALT),
                '\x07' => ('g', KeyModifiers::CONTROL),
                letter => (letter, KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(KeyCode::Char(letter), modifiers)));
        }
        events
    }

    /// Returns the background that the filter reports, and the letters that pass it.
    fn filtered(filter: &mut OscReplyFilter, events: Vec<Event>, now: Instant) -> (Option<bool>, String) {
        let (mut light, mut typed) = (None, String::new());
        for event in events {
            match filter.filter(event, now) {
                Filtered::Background { is_light } => light = Some(is_light),
                Filtered::Input(Event::Key(key)) => typed.extend(key.code.as_char()),
                Filtered::Input(_) | Filtered::Consumed => {}
            }
        }
        (light, typed)
    }

    #[test]
    fn a_reply_is_removed_from_the_input() {
        let now = Instant::now();
        for (reply, light) in [
            ("\x1b]11;rgb:ffff/ffff/ffff\x07", Some(true)),
            ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", Some(false)),
            ("\x1b]11;rgb:fd/f6/e3\x07", Some(true)),
            ("\x1b]11;rgba:0000/2b2b/3636/ffff\x07", Some(false)),
            // A malformed reply is removed too.
            ("\x1b]11;?\x07", None),
            ("\x1b]11;rgb:zzzz/ffff/ffff\x07", None),
            ("\x1b]11;rgb:fffff/fffff/fffff\x07", None),
            ("\x1b]11;rgb:ffff/ffff\x07", None),
            ("\x1b]4;1;rgb:ffff/ffff/ffff\x1b\\", None),
            ("\x1b]\x07", None),
        ] {
            let mut filter = OscReplyFilter::default();
            let both = format!("lim{reply}oges]");
            assert_eq!(
                filtered(&mut filter, events(&both), now),
                (light, "limoges]".to_owned()),
                "{reply:?}"
            );
        }
    }

    #[test]
    fn a_reply_split_after_its_escape_is_removed() {
        let mut filter = OscReplyFilter::default();
        let mut cut = vec![Event::Key(KeyCode::Esc.into())];
        cut.extend(events("]11;rgb:0/0/0\x07a"));
        assert_eq!(filtered(&mut filter, cut, Instant::now()), (Some(false), "a".to_owned()));
    }

    #[test]
    fn an_unterminated_reply_takes_few_letters_and_little_time() {
        let now = Instant::now();
        let mut filter = OscReplyFilter::default();
        assert_eq!(filtered(&mut filter, events("\x1b]11;rgb:"), now), (None, String::new()));
        let later = now + MAX_REPLY_TIME * 2;
        assert_eq!(filtered(&mut filter, events("bordeaux"), later), (None, "bordeaux".to_owned()));

        let mut filter = OscReplyFilter::default();
        let long = format!("\x1b]{}", "x".repeat(MAX_REPLY_LEN + 3));
        assert_eq!(filtered(&mut filter, events(&long), now), (None, "xxx".to_owned()));

        let mut filter = OscReplyFilter::default();
        filtered(&mut filter, events("\x1b]11;"), now);
        let enter = Event::Key(KeyCode::Enter.into());
        assert_eq!(filter.filter(enter.clone(), now), Filtered::Input(enter), "any other key passes");
        assert_eq!(filtered(&mut filter, events("lim"), now), (None, "lim".to_owned()));
    }

    #[test]
    fn the_variable_gives_the_background() {
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
            assert_eq!(is_light_index(colors), light, "{colors}");
        }
    }
}
