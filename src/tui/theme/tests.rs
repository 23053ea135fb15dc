use std::collections::HashSet;

use ratatui::style::{Color, Modifier};

use crate::tui::theme::*;

/// Returns every theme, with what it is called in messages.
fn themes() -> impl Iterator<Item = (Theme, String)> {
    let schemes = [Scheme::Dark, Scheme::Light, Scheme::Contrast, Scheme::Plain];
    schemes.into_iter().flat_map(|scheme| {
        [ColorDepth::Ansi16, ColorDepth::Xterm256]
            .map(|depth| (Theme::new(scheme, depth), format!("{scheme:?} {depth:?}")))
    })
}

/// Returns every style of a theme, with what it is called in messages.
fn styles(theme: &Theme) -> Vec<(String, RoleKind, Style)> {
    let roles = Role::ALL.map(|role| (format!("{role:?}"), role.kind(), theme.style(role)));
    let bars =
        (0..BAR_LEVELS).map(|level| (format!("bar {level}"), RoleKind::Graphic, theme.bar_style(level)));
    let marks =
        (0..MARK_COUNT).map(|index| (format!("mark {index}"), RoleKind::Graphic, theme.mark(index).style));
    roles.into_iter().chain(bars).chain(marks).collect()
}

/// Returns the sRGB components, from 0 to 1, of a colour that is the same on every terminal.
fn components(color: Color) -> [f64; 3] {
    let bytes = match color {
        Color::Indexed(index @ 16..=231) => {
            let value = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
            let offset = index - 16;
            [offset / 36, offset / 6 % 6, offset % 6].map(value)
        }
        Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
        Color::Rgb(red, green, blue) => [red, green, blue],
        color => panic!("{color:?} is not the same everywhere"),
    };
    bytes.map(|byte| f64::from(byte) / 255.0)
}

/// Returns the relative luminance of WCAG 2, from 0 (black) to 1 (white), with the weights of Rec. 709.
fn luminance(color: Color) -> f64 {
    let linear = |component: f64| {
        if component <= 0.04045 { component / 12.92 } else { ((component + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = components(color).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Returns the contrast ratio of WCAG 2, from 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let [one, other] = [one, other].map(|color| luminance(color) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn text_and_graphics_have_the_contrast_of_wcag() {
    assert!((contrast(Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    // Backgrounds that terminals come with.
    let dark = [Color::Rgb(0, 0, 0), Color::Rgb(0x1e, 0x1e, 0x1e), Color::Rgb(0x28, 0x2c, 0x34)];
    let light = [Color::Rgb(255, 255, 255), Color::Rgb(0xfd, 0xf6, 0xe3), Color::Rgb(0xee, 0xee, 0xee)];
    let own = [Color::Indexed(16)];
    for (scheme, backgrounds, min_text) in [
        // Success criterion 1.4.3, level AA.
        (Scheme::Dark, &dark[..], 4.5),
        (Scheme::Light, &light[..], 4.5),
        // Success criterion 1.4.6, level AAA.
        (Scheme::Contrast, &own[..], 7.0),
    ] {
        let theme = Theme::new(scheme, ColorDepth::Xterm256);
        for (name, kind, style) in styles(&theme) {
            let min = match kind {
                RoleKind::Text => min_text,
                // Success criterion 1.4.11.
                RoleKind::Graphic => 3.0,
            };
            // The terminal's own foreground is legible on its own background.
            let Some(foreground) = style.fg.filter(|color| *color != Color::Reset) else { continue };
            for background in backgrounds {
                let ratio = contrast(foreground, style.bg.unwrap_or(*background));
                assert!(ratio >= min, "{scheme:?} {name} on {background:?}: {ratio:.1}");
            }
        }
    }
}

#[test]
fn emphasis_differs_by_more_than_colour() {
    let shape = |style: Style| (style.add_modifier, style.bg.is_some_and(|color| color != Color::Reset));
    for (theme, name) in themes() {
        for (one, other) in [
            (Role::ActiveTab, Role::Tab),
            (Role::Selected, Role::Text),
            (Role::SelectedUnfocused, Role::Text),
            (Role::Match, Role::Text),
            (Role::Heading, Role::Text),
            (Role::Title, Role::Text),
            (Role::SortedColumn, Role::ColumnTitle),
            (Role::Key, Role::Detail),
        ] {
            let [one_style, other_style] = [one, other].map(|role| theme.style(role));
            // In a theme with a background of its own, every role has one: another one counts.
            let differs = shape(one_style) != shape(other_style)
                || (theme.base_style().is_some() && one_style.bg != other_style.bg);
            assert!(differs, "{name}: {one:?} and {other:?}");
        }
    }
    for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
        let marks: HashSet<_> = glyphs.marks.into_iter().chain([glyphs.faded_mark]).collect();
        assert_eq!(marks.len(), MARK_COUNT + 1, "every mark has a shape of its own");
        assert_eq!(
            HashSet::from(glyphs.bars).len(),
            BAR_LEVELS,
            "every level of a bar has a sign of its own"
        );
    }
}

#[test]
fn each_scheme_has_the_colours_that_it_promises_and_nothing_blinks() {
    for (theme, name) in themes() {
        for (role, _, style) in styles(&theme) {
            let colors: Vec<_> = [style.fg, style.bg].into_iter().flatten().collect();
            assert!(colors.is_empty() || theme.scheme != Scheme::Plain, "{name} {role}");
            let is_ansi = |color: &Color| !matches!(color, Color::Indexed(_) | Color::Rgb(..));
            assert!(colors.iter().all(is_ansi) || theme.depth == ColorDepth::Xterm256, "{name} {role}");
            let blinks = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
            assert!(!style.add_modifier.intersects(blinks), "{name} {role}");
        }
    }
}

#[test]
fn only_the_automatic_theme_follows_the_background() {
    assert!(Theme::AUTO.follows_background() && !Theme::DARK.follows_background());
    assert_eq!(styles(&Theme::AUTO), styles(&Theme::DARK));
    for (is_light, scheme) in [(true, Scheme::Light), (false, Scheme::Dark)] {
        let known = Theme::new(scheme, ColorDepth::Ansi16);
        assert_eq!(styles(&Theme::AUTO.with_background(is_light)), styles(&known));
        assert_eq!(Theme::PLAIN.with_background(is_light), Theme::PLAIN);
    }
}
