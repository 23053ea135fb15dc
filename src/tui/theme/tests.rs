use std::collections::HashSet;

use ratatui::style::{Color, Modifier};

use crate::tui::theme::terminals::{TERMINALS, contrast_of};
use crate::tui::theme::*;
use crate::views::map::SHADES;

/// Returns every theme, with what it is called in messages.
fn themes() -> impl Iterator<Item = (Theme, String)> {
    let schemes = [Scheme::Dark, Scheme::Light, Scheme::Contrast, Scheme::Plain];
    schemes.into_iter().flat_map(|scheme| {
        [ColorDepth::Ansi16, ColorDepth::Ansi16AndGreys, ColorDepth::Xterm256]
            .map(|depth| (Theme::new(scheme, depth), format!("{scheme:?} {depth:?}")))
    })
}

/// Returns every style of a theme, with what it is called in messages.
fn styles(theme: &Theme) -> Vec<(String, RoleKind, Style)> {
    let roles = Role::ALL.map(|role| (format!("{role:?}"), role.kind(), theme.style(role)));
    let bars = (0..EVIDENCE_LEVELS)
        .map(|level| (format!("evidence {level}"), RoleKind::Graphic, theme.evidence_style(level)));
    let marks =
        (0..MARK_COUNT).map(|index| (format!("mark {index}"), RoleKind::Graphic, theme.mark(index).style));
    let shades =
        (0..SHADES).map(|index| (format!("shade {index}"), RoleKind::Text, theme.shade(index).style));
    roles.into_iter().chain(bars).chain(marks).chain(shades).collect()
}

#[test]
fn text_and_graphics_have_the_contrast_of_wcag() {
    assert!((contrast_of(Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
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
                let ratio = contrast_of(foreground, style.bg.unwrap_or(*background));
                assert!(ratio >= min, "{scheme:?} {name} on {background:?}: {ratio:.1}");
            }
        }
    }
}

#[test]
fn every_style_of_sixteen_colours_is_legible_in_the_colours_that_terminals_come_with() {
    for depth in [ColorDepth::Ansi16, ColorDepth::Ansi16AndGreys] {
        for scheme in [Scheme::Dark, Scheme::Light, Scheme::Contrast, Scheme::Plain] {
            for (name, kind, style) in styles(&Theme::new(scheme, depth)) {
                for terminal in TERMINALS {
                    for is_light in [true, false] {
                        if (scheme, is_light) == (Scheme::Dark, true)
                            || (scheme, is_light) == (Scheme::Light, false)
                        {
                            continue;
                        }
                        let [fg, bg] = [style.fg, style.bg].map(Option::unwrap_or_default);
                        let ratio = terminal.contrast(fg, bg, style.add_modifier, is_light);
                        let min = if kind == RoleKind::Text { 4.5 } else { 3.0 };
                        assert!(ratio >= min, "{scheme:?} {depth:?} {name} on {}: {ratio:.1}", terminal.name);
                    }
                }
            }
        }
    }
}

#[test]
fn shades_of_a_map_are_told_apart() {
    for (theme, name) in themes() {
        let shades: Vec<Span<'_>> = (0..SHADES).map(|shade| theme.shade(shade)).collect();
        for pair in shades.windows(2) {
            match (pair[0].style.bg, pair[1].style.bg) {
                (Some(one), Some(next)) if pair[0].content == " " => {
                    let ratio = contrast_of(one, next);
                    assert!(ratio >= 1.4, "{name}: {pair:?} {ratio:.1}");
                }
                _ => assert_ne!(pair[0].content, pair[1].content, "{name}"),
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
            EVIDENCE_LEVELS,
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
            assert!(colors.iter().all(is_ansi) || theme.depth != ColorDepth::Ansi16, "{name} {role}");
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
