//! What holds of every preset: legible, and never by colour alone.

use owo_colors::{AnsiColors, DynColors};

use super::colour::{Ink, Paint, fixed};
use super::*;
use crate::layout::{Emphasis, Role, Sign};

/// Grounds that people have, from black to the lightest of the dark ones.
const DARK_GROUNDS: [[u8; 3]; 6] = [
    [0x00, 0x00, 0x00],
    [0x1e, 0x1e, 0x1e],
    [0x00, 0x2b, 0x36],
    [0x28, 0x2c, 0x34],
    [0x30, 0x0a, 0x24],
    [0x2e, 0x34, 0x40],
];
/// The same from white on.
const LIGHT_GROUNDS: [[u8; 3]; 4] = [
    [0xff, 0xff, 0xff],
    [0xfa, 0xfa, 0xfa],
    [0xfd, 0xf6, 0xe3],
    [0xfb, 0xf1, 0xc7],
];

/// Every look that a theme can be asked for.
fn looks() -> Vec<Look> {
    let mut roles = vec![
        Role::Blank,
        Role::Ghost,
        Role::GhostLabel,
        Role::Paragraph,
        Role::Note,
        Role::Fold,
        Role::Escape,
        Role::Mark,
        Role::Rule,
        Role::HeadLabel,
        Role::HeadName,
        Role::HeadFigure,
    ];
    roles.extend(Sign::ALL.map(Role::Sentence));
    roles.extend(Sign::ALL.map(Role::Label));
    let emphases = [
        None,
        Some(Emphasis::Gone),
        Some(Emphasis::New),
        Some(Emphasis::Shifted),
    ];
    let looks = roles.iter().flat_map(|&role| {
        emphases.map(|emphasis| Look {
            emphasis,
            ..Look::from(role)
        })
    });
    looks.collect()
}

/// The 16 colours as xterm has them.
fn xterm(color: AnsiColors) -> [u8; 3] {
    use AnsiColors::*;
    match color {
        Black => [0, 0, 0],
        Red => [205, 0, 0],
        Green => [0, 205, 0],
        Yellow => [205, 205, 0],
        Blue => [0, 0, 238],
        Magenta => [205, 0, 205],
        Cyan => [0, 205, 205],
        White => [229, 229, 229],
        BrightBlack => [127, 127, 127],
        BrightRed => [255, 0, 0],
        BrightGreen => [0, 255, 0],
        BrightYellow => [255, 255, 0],
        BrightBlue => [92, 92, 255],
        BrightMagenta => [255, 0, 255],
        BrightCyan => [0, 255, 255],
        BrightWhite => [255, 255, 255],
        Default => unreachable!("no preset names it"),
    }
}

/// What a terminal of this depth shows for an ink.
fn shown(ink: Ink, depth: Depth) -> [u8; 3] {
    match ink.at(depth) {
        DynColors::Ansi(color) => xterm(color),
        DynColors::Xterm(color) => fixed(color.into()),
        _ => ink.rgb,
    }
}

/// Relative luminance, as WCAG 2.1 defines it.
fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = linear(rgb);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn linear(rgb: [u8; 3]) -> [f64; 3] {
    rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// Contrast ratio, as WCAG 2.1 defines it.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Fails for every pair of ink and ground below 4.5 to 1, on any of the terminal's grounds.
fn assert_legible(preset: Preset, depth: Depth, grounds: &[[u8; 3]]) {
    for look in looks() {
        let Paint { ink, ground, .. } = preset.paint(look);
        // The terminal's own letters on its own ground are the reader's choice.
        let Some(ink) = ink else {
            assert_eq!(ground, None, "{look:?}");
            continue;
        };
        let own = ground.map(|ground| vec![shown(ground, depth)]);
        for ground in own.unwrap_or(grounds.to_vec()) {
            let ratio = contrast(shown(ink, depth), ground);
            assert!(
                ratio >= 4.5,
                "{} {depth:?} {look:?} on {ground:02x?}: {ratio:.2}",
                preset.name()
            );
        }
    }
}

#[test]
fn contrast_is_that_of_the_standard() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
}

#[test]
fn every_role_is_legible_on_every_ground_of_its_preset() {
    for depth in [Depth::Ansi256, Depth::True] {
        for preset in [Preset::Dark, Preset::GitDark] {
            assert_legible(preset, depth, &DARK_GROUNDS);
        }
        for preset in [Preset::Light, Preset::GitLight] {
            assert_legible(preset, depth, &LIGHT_GROUNDS);
        }
        assert_legible(Preset::Neutral, depth, &[[0; 3], [255; 3]]);
    }
}

#[test]
fn every_role_is_legible_in_the_sixteen_colours_of_xterm() {
    for preset in [Preset::Dark, Preset::GitDark] {
        assert_legible(preset, Depth::Ansi16, &[[0; 3]]);
    }
    for preset in [Preset::Light, Preset::GitLight] {
        assert_legible(preset, Depth::Ansi16, &[[255; 3]]);
    }
}

/// What a colour looks like to someone without one sort of cones, as linear light: the
/// projections of Viénot, Brettel and Mollon (1999) for protanopia and deuteranopia, and that
/// of Machado, Oliveira and Fernandes (2009) for tritanopia.
fn seen(rgb: [u8; 3], blindness: [[f64; 3]; 3]) -> [f64; 3] {
    let light = linear(rgb);
    blindness.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum::<f64>())
}

const BLINDNESS: [[[f64; 3]; 3]; 3] = [
    [
        [0.112_38, 0.887_62, 0.0],
        [0.112_38, 0.887_62, 0.0],
        [0.004_01, -0.004_01, 1.0],
    ],
    [
        [0.292_75, 0.707_25, 0.0],
        [0.292_75, 0.707_25, 0.0],
        [-0.022_34, 0.022_34, 1.0],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

/// CIE 1976 difference of two linear lights; 2.3 is just noticeable.
fn difference(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (lab(one), lab(other));
    let parts = one.iter().zip(other);
    parts.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
    let [x, y, z] = [x, y, z].map(|part| {
        if part > 0.008_856 {
            part.cbrt()
        } else {
            7.787 * part + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn gone_and_new_stay_apart_without_one_sort_of_cones() {
    let ground = |preset: Preset, emphasis| {
        let look = Look {
            emphasis: Some(emphasis),
            ..Look::from(Role::Ghost)
        };
        preset.paint(look).ground.unwrap()
    };
    for preset in [Preset::Dark, Preset::Light, Preset::Neutral] {
        let (gone, new) = (
            ground(preset, Emphasis::Gone),
            ground(preset, Emphasis::New),
        );
        for depth in [Depth::Ansi16, Depth::Ansi256, Depth::True] {
            for blindness in BLINDNESS {
                let seen = |ink| seen(shown(ink, depth), blindness);
                let apart = difference(seen(gone), seen(new));
                assert!(apart > 20.0, "{} {depth:?}: {apart:.1}", preset.name());
            }
        }
    }
}

/// A paint as a terminal without colours shows it.
fn without_colour(preset: Preset, look: Look) -> Paint {
    Paint {
        ink: None,
        ground: None,
        ..preset.paint(look)
    }
}

#[test]
fn nothing_is_told_by_colour_alone() {
    let presets = Preset::ALL
        .into_iter()
        .filter(|&preset| preset != Preset::None);
    for preset in presets {
        for look in looks().into_iter().filter(|look| look.emphasis.is_none()) {
            let differs = [Emphasis::Gone, Emphasis::New, Emphasis::Shifted].map(|emphasis| {
                let emphasis = Some(emphasis);
                without_colour(preset, Look { emphasis, ..look })
            });
            let [gone, new, shifted] = differs;
            assert!(gone != new && gone != shifted && new != shifted, "{look:?}");
            if let Role::Sentence(_) | Role::Ghost | Role::Escape = look.role {
                assert!(!differs.contains(&without_colour(preset, look)), "{look:?}");
            }
        }
    }
    let mut symbols: Vec<char> = Sign::ALL.map(Sign::symbol).to_vec();
    symbols.sort_unstable();
    symbols.dedup();
    assert_eq!(symbols.len(), Sign::ALL.len());
}

#[test]
fn the_plain_theme_marks_and_never_styles() {
    for look in looks() {
        assert_eq!(Theme::PLAIN.style(look), None);
    }
    assert_eq!(Theme::PLAIN.marks(), Marks::WDIFF);
}

#[test]
fn every_preset_has_a_name_of_its_own() {
    for preset in Preset::ALL {
        assert_eq!(Preset::from_name(preset.name()), Some(preset));
    }
    assert_eq!(Preset::from_name("drak"), None);
}
