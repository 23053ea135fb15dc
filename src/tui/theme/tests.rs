use ratatui::style::{Color, Modifier};

use crate::tui::theme::*;

const LOOKS: [(Scheme, Colors); 7] = [
    (Scheme::Dark, Colors::Sixteen),
    (Scheme::Dark, Colors::Many),
    (Scheme::Light, Colors::Sixteen),
    (Scheme::Light, Colors::Many),
    (Scheme::Contrast, Colors::Sixteen),
    (Scheme::Contrast, Colors::Many),
    (Scheme::Plain, Colors::Sixteen),
];

/// Roles whose pieces are read.
fn read_roles() -> Vec<Role> {
    vec![
        Role::Text,
        Role::Detail,
        Role::Unknown,
        Role::Title,
        Role::Tab,
        Role::ActiveTab,
        Role::ColumnTitle,
        Role::SortedColumn,
        Role::Heading,
        Role::Name,
        Role::Selected,
        Role::SelectedElsewhere,
        Role::Match,
        Role::MatchPlace,
        Role::Source,
        Role::Link,
        Role::Prompt,
        Role::Placeholder,
        Role::Problem,
        Role::Key,
    ]
}

/// Roles whose pieces are looked at.
fn drawn_roles() -> Vec<Role> {
    let others = [Role::Line, Role::ActiveLine, Role::Outline, Role::FadedMark];
    (0..4).map(Role::Bar).chain((0..8).map(Role::Mark)).chain(others).collect()
}

/// The share of each primary colour, from 0 to 1, of a colour that is the same on every terminal.
fn shares(color: Color) -> [f64; 3] {
    let bytes = match color {
        Color::Indexed(index @ 16..=231) => {
            let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
            let place = index - 16;
            [place / 36, place / 6 % 6, place % 6].map(step)
        }
        Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
        Color::Rgb(red, green, blue) => [red, green, blue],
        color => panic!("{color:?} is not the same everywhere"),
    };
    bytes.map(|byte| f64::from(byte) / 255.0)
}

/// The relative luminance of WCAG 2.
fn luminance(color: Color) -> f64 {
    let linear =
        |share: f64| if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = shares(color).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast ratio of WCAG 2.
fn contrast(one: Color, other: Color) -> f64 {
    let [one, other] = [one, other].map(|color| luminance(color) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn letters_stand_out_from_what_is_behind_them() {
    assert!((contrast(Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    // Backgrounds that terminals come with.
    let dark = [Color::Rgb(0, 0, 0), Color::Rgb(0x1e, 0x1e, 0x1e), Color::Rgb(0x28, 0x2c, 0x34)];
    let light = [Color::Rgb(255, 255, 255), Color::Rgb(0xfd, 0xf6, 0xe3), Color::Rgb(0xee, 0xee, 0xee)];
    let of_its_own = [Color::Indexed(16)];
    for (scheme, grounds, least) in [
        (Scheme::Dark, &dark[..], 4.5),
        (Scheme::Light, &light[..], 4.5),
        // AAA
        (Scheme::Contrast, &of_its_own[..], 7.0),
    ] {
        let theme = Theme::new(scheme, Colors::Many);
        let roles = read_roles().into_iter().map(|role| (role, least));
        for (role, least) in roles.chain(drawn_roles().into_iter().map(|role| (role, 3.0))) {
            let style = theme.style(role);
            for ground in grounds {
                // Without a colour of its own it is the terminal's, which is legible on its own ground.
                let Some(letters) = style.fg.filter(|color| *color != Color::Reset) else { continue };
                let ratio = contrast(letters, style.bg.unwrap_or(*ground));
                assert!(ratio >= least, "{scheme:?} {role:?} on {ground:?}: {ratio:.1}");
            }
        }
    }
}

#[test]
fn what_matters_differs_by_more_than_colour() {
    let shape = |style: Style| (style.add_modifier, style.bg.is_some_and(|color| color != Color::Reset));
    for (scheme, colors) in LOOKS {
        let theme = Theme::new(scheme, colors);
        for (one, other) in [
            (Role::ActiveTab, Role::Tab),
            (Role::Selected, Role::Text),
            (Role::SelectedElsewhere, Role::Text),
            (Role::Match, Role::Text),
            (Role::Heading, Role::Text),
            (Role::Title, Role::Text),
            (Role::SortedColumn, Role::ColumnTitle),
            (Role::Key, Role::Detail),
        ] {
            let [one_style, other_style] = [one, other].map(|role| theme.style(role));
            let (a, b) = (shape(one_style), shape(other_style));
            // On a ground of its own everything has a background: another one counts.
            let differs = a != b || (theme.ground().is_some() && one_style.bg != other_style.bg);
            assert!(differs, "{scheme:?} {colors:?}: {one:?} and {other:?}");
        }
    }
    for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
        let mut signs = [&glyphs.marks[..], &[glyphs.faded_mark]].concat();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), 9, "every mark has a shape of its own");
        let mut parts = glyphs.bars.to_vec();
        parts.sort_unstable();
        parts.dedup();
        assert_eq!(parts.len(), 4, "every part of a bar has a sign of its own");
    }
}

#[test]
fn without_colour_there_is_none() {
    for role in read_roles().into_iter().chain(drawn_roles()) {
        let Style { fg, bg, .. } = Theme::PLAIN.style(role);
        assert_eq!((fg, bg), (None, None), "{role:?}");
    }
}

#[test]
fn sixteen_colours_are_of_the_sixteen_and_nothing_blinks() {
    for (scheme, colors) in LOOKS {
        let theme = Theme::new(scheme, colors);
        for role in read_roles().into_iter().chain(drawn_roles()) {
            let style = theme.style(role);
            let is_many = |color| matches!(color, Color::Indexed(_) | Color::Rgb(..));
            let many = [style.fg, style.bg].into_iter().flatten().any(is_many);
            assert!(!many || colors == Colors::Many, "{scheme:?} {role:?}");
            let blinks = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
            assert!(!style.add_modifier.intersects(blinks), "{scheme:?} {role:?}");
        }
    }
}

#[test]
fn only_a_look_that_nobody_chose_follows_the_background() {
    let follows = Theme::AUTO;
    assert_eq!(follows.style(Role::Title), Theme::DARK.style(Role::Title));
    let light = Theme::new(Scheme::Light, Colors::Sixteen);
    assert_eq!(follows.on(true).style(Role::Title), light.style(Role::Title));
    assert_eq!(Theme::DARK.on(true), Theme::DARK);
}
