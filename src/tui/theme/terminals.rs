//! The colours that terminals come with, and the contrast of text on them. For tests.

use ratatui::style::{Color, Modifier};

/// A terminal with the colours that it comes with, each as 0xRRGGBB.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Its name.
    pub name: &'static str,
    /// The sixteen ANSI colours.
    ansi: [u32; 16],
    /// The foreground and the background of its dark colours.
    dark: [u32; 2],
}

/// The terminals whose colours are known.
pub const TERMINALS: [Terminal; 5] = [
    Terminal {
        name: "xterm",
        ansi: [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
            0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ],
        dark: [0xffffff, 0x000000],
    },
    Terminal {
        name: "PuTTY",
        ansi: [
            0x000000, 0xbb0000, 0x00bb00, 0xbbbb00, 0x0000bb, 0xbb00bb, 0x00bbbb, 0xbbbbbb, 0x555555,
            0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ],
        dark: [0xbbbbbb, 0x000000],
    },
    Terminal {
        name: "the Linux console",
        ansi: [
            0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555,
            0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ],
        dark: [0xaaaaaa, 0x000000],
    },
    Terminal {
        name: "Windows Terminal",
        ansi: [
            0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676,
            0xe74856, 0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
        ],
        dark: [0xcccccc, 0x0c0c0c],
    },
    Terminal {
        name: "VTE",
        ansi: [
            0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc, 0x5e5c64,
            0xf66151, 0x33d17a, 0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
        ],
        dark: [0xd0cfcc, 0x171421],
    },
];

/// The foreground and the background of the light colours of all of them.
const LIGHT: [u32; 2] = [0x000000, 0xffffff];

impl Terminal {
    /// Returns the lowest contrast of a text in these colours and attributes, whether bold text is shown in bright
    /// colours or not.
    pub fn contrast(&self, fg: Color, bg: Color, attributes: Modifier, is_light: bool) -> f64 {
        let [default_fg, default_bg] = if is_light { LIGHT } else { self.dark };
        let ratio = |is_bold_bright: bool| {
            let is_bright = is_bold_bright && attributes.contains(Modifier::BOLD);
            let mut shown =
                [self.color(fg, default_fg, is_bright), self.color(bg, default_bg, false)].map(rgb);
            if attributes.contains(Modifier::REVERSED) {
                shown.swap(0, 1);
            }
            if attributes.contains(Modifier::DIM) {
                // As Windows Terminal, which dims the most.
                shown[0] = shown[0].map(|component| component / 2.0);
            }
            contrast(shown[0], shown[1])
        };
        ratio(true).min(ratio(false))
    }

    fn color(&self, color: Color, default: u32, is_bright: bool) -> u32 {
        let ansi = |index: usize| self.ansi[if is_bright && index < 8 { index + 8 } else { index }];
        match color {
            Color::Reset => default,
            Color::Black => ansi(0),
            Color::Red => ansi(1),
            Color::Green => ansi(2),
            Color::Yellow => ansi(3),
            Color::Blue => ansi(4),
            Color::Magenta => ansi(5),
            Color::Cyan => ansi(6),
            Color::Gray => ansi(7),
            Color::DarkGray => ansi(8),
            Color::LightRed => ansi(9),
            Color::LightGreen => ansi(10),
            Color::LightYellow => ansi(11),
            Color::LightBlue => ansi(12),
            Color::LightMagenta => ansi(13),
            Color::LightCyan => ansi(14),
            Color::White => ansi(15),
            Color::Indexed(index @ 0..=15) => self.ansi[usize::from(index)],
            Color::Indexed(index) => indexed(index),
            Color::Rgb(red, green, blue) => u32::from_be_bytes([0, red, green, blue]),
        }
    }
}

/// Returns one of the 240 colours that are the same on every terminal.
fn indexed(index: u8) -> u32 {
    let [red, green, blue] = match index {
        16..=231 => {
            let value = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
            let offset = index - 16;
            [offset / 36, offset / 6 % 6, offset % 6].map(value)
        }
        232.. => [8 + 10 * (index - 232); 3],
        ..16 => panic!("{index} is not the same everywhere"),
    };
    u32::from_be_bytes([0, red, green, blue])
}

/// Returns the sRGB components, from 0 to 1, of 0xRRGGBB.
fn rgb(color: u32) -> [f64; 3] {
    let [_, red, green, blue] = color.to_be_bytes();
    [red, green, blue].map(|byte| f64::from(byte) / 255.0)
}

/// Returns the relative luminance of WCAG 2, from 0 (black) to 1 (white), with the weights of Rec. 709.
fn luminance(components: [f64; 3]) -> f64 {
    let linear = |component: f64| {
        if component <= 0.04045 { component / 12.92 } else { ((component + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = components.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Returns the contrast ratio of WCAG 2, from 1 to 21.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let [one, other] = [one, other].map(|components| luminance(components) + 0.05);
    one.max(other) / one.min(other)
}

/// Returns the contrast ratio of two colours that are the same on every terminal.
pub fn contrast_of(one: Color, other: Color) -> f64 {
    let [one, other] = [one, other].map(|color| match color {
        Color::Indexed(index) => rgb(indexed(index)),
        Color::Rgb(red, green, blue) => rgb(u32::from_be_bytes([0, red, green, blue])),
        color => panic!("{color:?} is not the same everywhere"),
    });
    contrast(one, other)
}
