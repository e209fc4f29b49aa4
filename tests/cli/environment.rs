//! What the environment decides where no flag does.

use crate::*;

/// The view with these variables set.
fn view(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let desk = Desk::new();
    let mut command = desk.command(&[arguments, &["wire.txt", "story.txt"]].concat());
    command.envs(variables.iter().copied());
    shown(command)
}

#[test]
fn colour_follows_the_flag_then_the_variables() {
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        view(arguments, variables).contains('\u{1b}')
    };
    assert!(!colored(&[], &[]), "a pipe is no terminal");
    assert!(!colored(&[], &[("TERM", "xterm-256color")]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!colored(&["--color", "never"], &[("FORCE_COLOR", "1")]));
    assert!(colored(&[], &[("FORCE_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1"), ("CLICOLOR", "0")]));
    assert!(colored(&[], &[("FORCE_COLOR", "1"), ("NO_COLOR", "")]));
    assert!(!colored(&[], &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&["--color", "auto"], &[("CLICOLOR", "1")]));
}

#[test]
fn without_colour_brackets_tell_what_differs() {
    assert!(view(&[], &[]).contains("[-Monday"));
    assert!(!view(&["--color", "always"], &[]).contains("[-Monday"));
}

#[test]
fn columns_gives_the_width_where_no_flag_does() {
    let narrow = view(&[], &[("COLUMNS", "60")]);
    assert_eq!(narrow, view(&["--width", "60"], &[]));
    assert_eq!(
        view(&["--width", "100"], &[("COLUMNS", "60")]),
        view(&["--width", "100"], &[])
    );
}

#[test]
fn columns_that_make_no_sense_count_as_none() {
    for columns in ["", "0", "wide", "-3"] {
        assert_eq!(view(&[], &[("COLUMNS", columns)]), view(&[], &[]));
    }
}

#[test]
fn colours_follow_the_flag_then_the_ground_and_the_depth() {
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        view(&[&["--color", "always"], arguments].concat(), variables)
    };
    let amber = "\u{1b}[38;2;255;217;160;48;2;90;58;0";
    let has = |view: &str, code: &str| view.contains(code);
    let all = ("COLORTERM", "truecolor");
    assert!(has(&colored(&["--theme", "dark"], &[all]), amber));
    assert!(has(&colored(&[], &[all, ("COLORFGBG", "15;0")]), amber));
    assert!(!has(&colored(&[], &[all, ("COLORFGBG", "0;15")]), amber));
    assert!(!has(
        &colored(&["--theme", "light"], &[all, ("COLORFGBG", "15;0")]),
        amber
    ));
    let dark = |variables: &[(&str, &str)]| colored(&["--theme", "dark"], variables);
    assert!(has(&dark(&[("TERM", "xterm-256color")]), "[38;5;"));
    assert!(has(&dark(&[("TERM", "xterm")]), "[30;43;4m"));
}

#[test]
fn the_theme_none_is_brackets_and_no_theme_forces_colour() {
    let none = view(&["--color", "always", "--theme", "none"], &[]);
    assert_eq!(none, view(&[], &[]));
    assert_eq!(view(&["--theme", "dark"], &[("NO_COLOR", "1")]), none);
}
