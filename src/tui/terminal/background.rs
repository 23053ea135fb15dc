//! Whether the terminal's background is dark or light.
//!
//! Some terminals set a variable. Others are queried once (OSC 11), along with
//! the sequences that set the modes. No frame waits for the reply, which may
//! never come: it arrives among the keys, and the module `input` tells them apart.

use std::env;

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

/// The start of a reply, behind OSC.
pub(super) const REPLY_PREFIX: &str = "11;";

/// Returns whether the background is light according to the variable
/// `COLORFGBG`, or `None` if it does not say.
pub fn from_environment() -> Option<bool> {
    env::var("COLORFGBG").ok().and_then(|colors| is_light_index(&colors))
}

/// Returns whether this terminal is known to accept operating system commands (OSC), such as the query and links: it
/// executes or ignores them, and prints none as text.
pub fn takes_osc() -> bool {
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

/// Returns whether the colour of a reply such as `11;rgb:ffff/ffff/ffff` is
/// light. Each component has one to four hexadecimal digits; a fourth one, the opacity, is ignored.
pub(super) fn is_light_reply(reply: &str) -> Option<bool> {
    let (format, components) = reply.strip_prefix(REPLY_PREFIX)?.split_once(':')?;
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
    use super::*;

    #[test]
    fn the_reply_gives_the_background() {
        for (reply, light) in [
            ("11;rgb:ffff/ffff/ffff", Some(true)),
            ("11;rgb:1e1e/1e1e/1e1e", Some(false)),
            ("11;rgb:fd/f6/e3", Some(true)),
            ("11;rgba:0000/2b2b/3636/ffff", Some(false)),
            ("11;?", None),
            ("11;rgb:zzzz/ffff/ffff", None),
            ("11;rgb:fffff/fffff/fffff", None),
            ("11;rgb:ffff/ffff", None),
            ("4;1;rgb:ffff/ffff/ffff", None),
            ("", None),
        ] {
            assert_eq!(is_light_reply(reply), light, "{reply:?}");
        }
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
