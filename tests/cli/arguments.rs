//! Mistakes in the arguments, help and version.

use crate::*;

#[test]
fn mistakes_are_one_line_with_the_remedy() {
    let desk = Desk::new();
    for (arguments, message) in [
        (
            "--colour=never",
            "unexpected argument '--colour' found; a similar argument exists: '--color'",
        ),
        (
            "--against=wire",
            "'--against' belongs to wirediff check; the command comes before all options; see \
             wirediff check --help",
        ),
        (
            "--color=sometimes",
            "invalid value 'sometimes' for '--color <WHEN>'; possible values: auto, always, never",
        ),
        (
            "--theme=drak",
            "invalid value 'drak' for '--theme <NAME>'; possible values: auto, dark, light, none, \
             neutral, git-dark, git-light; a similar value exists: 'dark'",
        ),
        (
            "--layout=stack",
            "invalid value 'stack' for '--layout <HOW>'; possible values: auto, columns, \
             stacked; a similar value exists: 'stacked'",
        ),
        (
            "--format=xml",
            "invalid value 'xml' for '--format <FORMAT>'; possible values: text, json",
        ),
        (
            "--only=shared,odd",
            "invalid value 'odd' for '--only <KINDS>'; possible values: identical, edited, \
             rewritten, moved, shared, unique",
        ),
        (
            "--width=0",
            "invalid value '0' for '--width <N>': give a whole number of columns, 1 or more",
        ),
        (
            "--width=wide",
            "invalid value 'wide' for '--width <N>': give a whole number of columns, 1 or more",
        ),
        (
            "--min-similarity=1.1",
            "invalid value '1.1' for '--min-similarity <RATIO>': give a number from 0 to 1",
        ),
        (
            "--min-similarity=nan",
            "invalid value 'nan' for '--min-similarity <RATIO>': give a number from 0 to 1",
        ),
        (
            "--context=-1",
            "invalid value '-1' for '--context <N>': give a whole number of rows, 0 or more",
        ),
        (
            "--reference=C",
            "invalid value 'C' for '--reference <LABEL>': no such article; the labels are A, B",
        ),
        (
            "--exit-code=3",
            "unexpected value '3' for '--exit-code' found; no more were expected; \
             see wirediff --help",
        ),
    ] {
        desk.fails(&[arguments, "wire.txt", "story.txt"], message);
    }
    desk.fails(
        &["wire.txt", "story.txt", "--summary", "--no-head"],
        "the argument '--summary' cannot be used with '--no-head'; see wirediff --help",
    );
    desk.fails(
        &["wire.txt", "story.txt", "--width"],
        "a value is required for '--width <N>' but none was supplied; see wirediff --help",
    );
    desk.fails(
        &["wire.txt", "story.txt", "--width", "-5"],
        "invalid value '-5' for '--width <N>': give a whole number of columns, 1 or more",
    );
}

#[test]
fn help_is_short_or_long_with_three_examples() {
    let desk = Desk::new();
    let (short, long) = (desk.show(&["-h"]), desk.show(&["--help"]));
    assert!(short.lines().count() < long.lines().count());
    for help in [short, long] {
        let (_, examples) = help.split_once("Examples:\n").unwrap();
        assert_eq!(examples.matches("wirediff ").count(), 3, "{examples}");
        for flag in [
            "--name",
            "--encoding",
            "--lang",
            "--width",
            "--layout",
            "--color",
            "--theme",
            "--hyperlinks",
            "--paging",
            "--pager",
            "--only",
            "--context",
            "--reference",
            "--sort-by-share",
            "--summary",
            "--no-head",
            "--min-similarity",
            "--format",
            "--exit-code",
            "--help",
            "--version",
        ] {
            assert!(help.contains(flag), "{flag}");
        }
        assert!(!help.contains('\u{1b}'));
    }
}

#[test]
fn the_version_is_the_packages() {
    assert_eq!(
        Desk::new().show(&["--version"]),
        format!("wirediff {}\n", env!("CARGO_PKG_VERSION"))
    );
}
