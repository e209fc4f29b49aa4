//! Gives every role a style; the plain theme is a theme too, with brackets in place of colour.

use owo_colors::Style;

use crate::layout::{Emphasis, Look, Marks, Role, Sign};

/// What a screen looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    preset: Preset,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Preset {
    Plain,
    Standard,
}

impl Theme {
    /// No styles at all: wdiff's brackets tell which words differ.
    pub const PLAIN: Theme = Theme {
        preset: Preset::Plain,
    };
    /// The 16 colours of the terminal's own palette, on a dark or a light ground.
    ///
    /// Kinds differ in lightness and hue along blue and yellow, which all common forms of
    /// colour blindness keep apart, and each has a sign besides.
    pub const STANDARD: Theme = Theme {
        preset: Preset::Standard,
    };

    /// What stands around words that differ.
    pub fn marks(self) -> Marks {
        match self.preset {
            Preset::Plain => Marks::WDIFF,
            Preset::Standard => Marks::NONE,
        }
    }

    /// The style of a stretch of text.
    pub fn style(self, look: Look) -> Style {
        match self.preset {
            Preset::Plain => Style::new(),
            Preset::Standard => standard(look),
        }
    }
}

fn standard(look: Look) -> Style {
    let style = Style::new();
    let style = match look.role {
        Role::Label(sign) => match sign {
            Sign::Identical => style.blue().bold(),
            Sign::Edited | Sign::Rewritten => style.green().bold(),
            Sign::Moved => style.magenta().bold(),
            Sign::Repeat | Sign::Unique => style.dimmed(),
        },
        Role::GhostLabel | Role::Note => style.magenta(),
        Role::Ghost | Role::Paragraph | Role::Rule => style.dimmed(),
        Role::HeadLabel | Role::HeadName => style.bold(),
        Role::Escape => style.reversed(),
        Role::Sentence(_) | Role::Mark | Role::HeadFigure | Role::Blank => style,
    };
    match (look.emphasis, look.role) {
        (None, _) => style,
        (Some(Emphasis::Gone), _) => style.yellow().underline(),
        // Bold and dim at once mean different things to different terminals.
        (Some(Emphasis::New), Role::Ghost) => style.cyan().underline(),
        (Some(Emphasis::New), _) => style.cyan().bold().underline(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_theme_marks_and_never_styles() {
        let look = Look {
            emphasis: Some(Emphasis::New),
            ..Look::from(Role::Escape)
        };
        assert!(Theme::PLAIN.style(look).is_plain());
        assert_eq!(Theme::PLAIN.marks(), Marks::WDIFF);
    }

    #[test]
    fn words_that_differ_have_a_style_wherever_they_stand() {
        for role in [Role::Sentence(Sign::Edited), Role::Ghost, Role::Escape] {
            for emphasis in [Emphasis::Gone, Emphasis::New] {
                let plain = Look::from(role);
                let differs = Look {
                    emphasis: Some(emphasis),
                    ..plain
                };
                let text = |look| Theme::STANDARD.style(look).style("word").to_string();
                assert_ne!(text(differs), text(plain));
            }
        }
    }
}
