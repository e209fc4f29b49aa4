//! The presets by name, and the colours of each.
//!
//! Wherever words differ, ink and ground are set together, so that the pair is legible
//! whatever the ground of the terminal. Gone is underlined, new is bold and shifted italic, kinds
//! have signs and ghosts have arrows: nothing is told by colour alone.

use owo_colors::AnsiColors::{
    self, Black, Blue, BrightCyan, BrightMagenta, BrightWhite, BrightYellow, Green, Magenta, Red,
    White, Yellow,
};

use crate::layout::{Emphasis, Look, Role, Sign};

use super::colour::{Ink, Paint};

/// A choice of colours that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// No styles; brackets tell which words differ.
    None,
    /// Letters in the terminal's own colour, and amber and blue grounds that suit its ground,
    /// whether dark or light.
    Neutral,
    /// Blue against amber, which all common forms of colour blindness keep apart, on a dark
    /// ground.
    Dark,
    /// The same for a light ground.
    Light,
    /// Red against green as in `git diff`, on a dark ground. Not for red-green blindness.
    GitDark,
    /// The same for a light ground.
    GitLight,
}

impl Preset {
    /// All presets.
    pub const ALL: [Preset; 6] = [
        Preset::Dark,
        Preset::Light,
        Preset::None,
        Preset::Neutral,
        Preset::GitDark,
        Preset::GitLight,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Preset::None => "none",
            Preset::Neutral => "neutral",
            Preset::Dark => "dark",
            Preset::Light => "light",
            Preset::GitDark => "git-dark",
            Preset::GitLight => "git-light",
        }
    }

    /// The preset of a name.
    pub fn from_name(name: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// What a stretch of text looks like.
    pub(super) fn paint(self, look: Look) -> Paint {
        match self {
            Preset::None => Paint::default(),
            Preset::Neutral => NEUTRAL.paint(look),
            Preset::Dark => DARK.paint(look),
            Preset::Light => LIGHT.paint(look),
            Preset::GitDark => GIT_DARK.paint(look),
            Preset::GitLight => GIT_LIGHT.paint(look),
        }
    }
}

/// The colours of a preset; where there is none, the terminal's own.
struct Palette {
    identical: Option<Ink>,
    edited: Option<Ink>,
    rewritten: Option<Ink>,
    moved: Option<Ink>,
    /// What may be passed over: lines, ghosts, the numbers of unique sentences. Without an
    /// ink it is dimmed.
    quiet: Option<Ink>,
    /// Ink and ground of words that are gone.
    gone: (Ink, Ink),
    /// Ink and ground of words that are new.
    new: (Ink, Ink),
}

impl Palette {
    fn paint(&self, look: Look) -> Paint {
        let differs = |(ink, ground), bold| Paint {
            ink: Some(ink),
            ground: Some(ground),
            bold,
            underlined: !bold,
            ..Paint::default()
        };
        match look.emphasis {
            Some(Emphasis::Gone) => differs(self.gone, false),
            Some(Emphasis::New) => differs(self.new, true),
            Some(Emphasis::Shifted) => Paint {
                ink: self.moved,
                italic: true,
                ..Paint::default()
            },
            None => self.role(look.role),
        }
    }

    fn role(&self, role: Role) -> Paint {
        let quiet = Paint {
            ink: self.quiet,
            dim: self.quiet.is_none(),
            ..Paint::default()
        };
        let inked = |ink, bold| Paint {
            ink,
            bold,
            ..Paint::default()
        };
        match role {
            Role::Label(Sign::Identical) => inked(self.identical, true),
            Role::Label(Sign::Edited) => inked(self.edited, true),
            Role::Label(Sign::Rewritten) => inked(self.rewritten, true),
            Role::Label(Sign::Moved) => inked(self.moved, true),
            Role::Label(Sign::Repeat | Sign::Unique) => quiet,
            Role::GhostLabel | Role::Note => inked(self.moved, false),
            Role::Ghost | Role::Paragraph | Role::Rule | Role::Fold => quiet,
            Role::HeadLabel | Role::HeadName => inked(None, true),
            Role::Escape => Paint {
                reversed: true,
                ..Paint::default()
            },
            Role::Sentence(_) | Role::Mark | Role::HeadFigure | Role::Blank => Paint::default(),
        }
    }
}

const fn ink(rgb: u32, ansi: AnsiColors) -> Ink {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Ink::new([red, green, blue], ansi)
}

/// Hardly any ink is legible on black and on white.
const NEUTRAL: Palette = Palette {
    identical: None,
    edited: None,
    rewritten: None,
    moved: Some(ink(0xd700af, Magenta)),
    quiet: None,
    gone: (ink(0xfff0d8, Black), ink(0x7a5000, Yellow)),
    new: (ink(0xe8f4ff, BrightWhite), ink(0x005a9e, Blue)),
};

const DARK: Palette = Palette {
    identical: Some(ink(0x7fc4ff, BrightCyan)),
    edited: Some(ink(0xf2d06b, BrightYellow)),
    rewritten: Some(ink(0xffb068, Yellow)),
    moved: Some(ink(0xe0aeff, BrightMagenta)),
    quiet: Some(ink(0xa8a8a8, White)),
    gone: (ink(0xffd9a0, Black), ink(0x5a3a00, Yellow)),
    new: (ink(0xc4e4ff, BrightWhite), ink(0x00406e, Blue)),
};

const LIGHT: Palette = Palette {
    identical: Some(ink(0x0a4f96, Blue)),
    edited: Some(ink(0x6b5000, Red)),
    rewritten: Some(ink(0x8f3f00, Red)),
    moved: Some(ink(0x7a1fa0, Magenta)),
    quiet: Some(ink(0x5a5a5a, Black)),
    gone: (ink(0x5c3400, Black), ink(0xffdfa8, Yellow)),
    new: (ink(0x003a70, BrightWhite), ink(0xc8e2ff, Blue)),
};

const GIT_DARK: Palette = Palette {
    gone: (ink(0xffc4c0, BrightWhite), ink(0x6e1210, Red)),
    new: (ink(0xb8f0bc, Black), ink(0x0a4a14, Green)),
    ..DARK
};

const GIT_LIGHT: Palette = Palette {
    gone: (ink(0x7a0a10, BrightWhite), ink(0xffd4d0, Red)),
    new: (ink(0x00450c, Black), ink(0xc4f0c8, Green)),
    ..LIGHT
};
