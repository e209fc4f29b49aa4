//! Paging, and what the pager is told.

use crate::session::Session;
use crate::{Desk, less};

const FILES: [&str; 3] = ["--exit-code", "old.txt", "new.txt"];

#[test]
fn what_fits_the_screen_is_not_paged() {
    let desk = Desk::new();
    let session = Session::start(&desk, (60, 80), &FILES, &[("PAGER", "nosuch")]);
    let (status, screen, _) = session.end();
    assert_eq!(status.code(), Some(1));
    assert!(
        screen.contains("number 1 ") && screen.contains("number 40 "),
        "{screen}"
    );
    assert!(!screen.contains("nosuch"), "{screen}");
}

#[test]
fn a_full_screen_is_paged_because_of_the_prompt_that_follows() {
    let desk = Desk::new();
    let lines = Session::start(&desk, (100, 80), &FILES, &[]).end().1;
    let lines = lines.trim_end().lines().count() as u16;
    let pager = [("PAGER", "sh -c 'echo paged'")];
    let paged = |rows| Session::start(&desk, (rows, 80), &FILES, &pager).end().1;
    assert!(paged(lines).contains("paged"));
    assert!(!paged(lines + 1).contains("paged"));
}

#[test]
fn less_shows_the_rest_screen_by_screen_and_the_status_stays() {
    if !less(1) {
        return;
    }
    let desk = Desk::new();
    let mut session = Session::start(&desk, (24, 80), &FILES, &[]);
    let first = session.wait_for(|screen| screen.ends_with(':'));
    assert!(
        first.contains("number 1 ") && !first.contains("number 40 "),
        "{first}"
    );
    session.keys(" ");
    let next = session.wait_for(|screen| screen.contains("number 25 ") && is_drawn(screen));
    assert_columns(&next);
    session.keys("G");
    session.wait_for(|screen| screen.contains("number 40 ") && is_drawn(screen));
    session.keys("q");
    let (status, screen, sent) = session.end();
    assert_eq!(status.code(), Some(1));
    assert!(
        screen.contains("number 40 "),
        "the text stays on the screen"
    );
    assert!(
        !String::from_utf8_lossy(&sent).contains("ESC["),
        "colours are passed on"
    );
}

/// Whether less has drawn all of a screen: its prompt comes last.
fn is_drawn(screen: &str) -> bool {
    screen.ends_with([':', ')'])
}

/// Fails unless the line between two columns stands in one place on all lines of the text.
fn assert_columns(screen: &str) {
    let places = screen
        .lines()
        .filter_map(|line| line.chars().position(|c| c == '│'));
    let mut places: Vec<usize> = places.collect();
    assert!(places.len() > 10, "{screen}");
    places.dedup();
    assert_eq!(places.len(), 1, "{screen}");
}

#[test]
fn less_keeps_the_head_on_the_screen() {
    if !less(608) {
        return;
    }
    let desk = Desk::new();
    let mut session = Session::start(&desk, (24, 80), &FILES, &[]);
    session.wait_for(|screen| screen.ends_with(':'));
    session.keys("G");
    let last = session.wait_for(|screen| screen.contains("number 40 ") && is_drawn(screen));
    assert!(last.starts_with("A  old.txt   40 sentences"), "{last}");
    assert_columns(&last);
    session.keys("q");
    assert_eq!(session.end().0.code(), Some(1));
}

#[test]
fn of_a_head_too_tall_to_stay_the_titles_do() {
    if !less(608) {
        return;
    }
    let desk = Desk::new();
    let mut session = Session::start(&desk, (12, 80), &FILES, &[]);
    session.wait_for(|screen| screen.ends_with(':'));
    session.keys("G");
    let last = session.wait_for(|screen| screen.contains("number 40 ") && is_drawn(screen));
    assert!(last.starts_with("A old.txt"), "{last}");
    assert!(last.lines().nth(1).unwrap().starts_with("────"), "{last}");
    session.keys("q");
    session.end();
}

#[test]
fn a_pager_that_is_left_early_is_no_trouble() {
    if !less(1) {
        return;
    }
    let desk = Desk::new();
    let sentence = |number| format!("Ship number {number} came in today.\n\n");
    let many: String = (1..=4000).map(sentence).collect();
    desk.file("old.txt", &many);
    desk.file("new.txt", &many.replace("20 came", "20 sailed"));
    let mut session = Session::start(&desk, (24, 80), &FILES, &[]);
    session.wait_for(|screen| screen.ends_with(':'));
    session.keys("q");
    let (status, screen, _) = session.end();
    assert_eq!(status.code(), Some(1));
    assert!(!screen.contains("wirediff:"), "{screen}");
}

#[test]
fn an_interrupt_is_the_pagers_own_affair() {
    if !less(1) {
        return;
    }
    let desk = Desk::new();
    let mut session = Session::start(&desk, (24, 80), &FILES, &[]);
    session.wait_for(|screen| screen.ends_with(':'));
    session.keys("\u{3}");
    session.keys_until("G", |screen| screen.contains("number 40 "));
    session.keys("q");
    assert_eq!(session.end().0.code(), Some(1));
}

#[test]
fn without_its_pager_the_text_comes_straight_with_one_warning() {
    let desk = Desk::new();
    let session = Session::start(
        &desk,
        (60, 80),
        &[&["--paging=always"], &FILES[..]].concat(),
        &[("PAGER", "nosuch -x")],
    );
    let (status, screen, _) = session.end();
    assert_eq!(status.code(), Some(1));
    assert!(
        screen.contains("number 1 ") && screen.contains("number 40 "),
        "{screen}"
    );
    let screen = screen.replace('\n', "");
    assert!(
        screen.starts_with("wirediff: nosuch: the pager cannot be started: No such file"),
        "{screen}"
    );
    assert_eq!(screen.matches("wirediff:").count(), 1, "{screen}");
}

#[test]
fn a_command_line_with_an_open_quote_is_told() {
    let desk = Desk::new();
    let session = Session::start(
        &desk,
        (60, 80),
        &["--pager", "less '", FILES[1], FILES[2]],
        &[],
    );
    let (status, screen, _) = session.end();
    assert_eq!(status.code(), Some(0));
    assert!(
        screen.contains("the pager's command line cannot be read"),
        "{screen}"
    );
    assert!(screen.contains("number 40 "), "{screen}");
}

#[test]
fn the_flag_names_the_pager_then_the_variables() {
    let desk = Desk::new();
    let script = "cat >/dev/null; echo \"by $0 with $*\" | sed 's:/.*/::'";
    let by = |name: &str| desk.script(name, script);
    let (flag, own, common) = (by("flag"), by("own"), by("common"));
    let quoted = format!("'{flag}' --a 'b c'");
    let paged = |arguments: &[&str], variables: &[(&str, &str)]| {
        let arguments = [arguments, &FILES].concat();
        Session::start(&desk, (24, 80), &arguments, variables)
            .end()
            .1
    };
    let both = [("WIREDIFF_PAGER", own.as_str()), ("PAGER", common.as_str())];
    assert!(paged(&["--pager", &quoted], &both).contains("by flag with --a b c"));
    assert!(paged(&[], &both).contains("by own with"));
    assert!(paged(&[], &both[1..]).contains("by common with"));
    for none in ["", "cat"] {
        let screen = paged(&["--pager", none], &both);
        assert!(screen.contains("number 40 "), "{screen}");
    }
}

#[test]
fn paging_can_be_forced_or_forbidden() {
    let desk = Desk::new();
    let pager = [("PAGER", "sh -c 'cat; echo paged'")];
    let paged = |rows, when: &str| {
        let arguments = [&["--paging", when], &FILES[..]].concat();
        Session::start(&desk, (rows, 80), &arguments, &pager)
            .end()
            .1
            .contains("paged")
    };
    assert!(paged(100, "always"));
    assert!(!paged(24, "never"));
    let json = ["--format", "json", FILES[1], FILES[2]];
    assert!(
        !Session::start(&desk, (24, 80), &json, &pager)
            .end()
            .1
            .contains("paged")
    );
}

/// What a pager named less of some version is told, on a screen of this size.
fn told(
    version: u32,
    (rows, columns): (u16, u16),
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> String {
    let desk = Desk::new();
    let script =
        "cat >/dev/null; echo \"LESS=$LESS CHARSET=$LESSCHARSET\"; for a; do echo \"[$a]\"; done";
    let script =
        format!("[ \"$1\" = --version ] && {{ echo 'less {version} (GNU)'; exit; }}\n{script}");
    let less = desk.script("less", &script);
    let variables = [variables, &[("PAGER", &less)]].concat();
    let arguments = [arguments, &FILES[1..]].concat();
    let screen = Session::start(&desk, (rows, columns), &arguments, &variables)
        .end()
        .1;
    screen.trim().replace('\n', " ")
}

#[test]
fn less_is_told_what_it_needs() {
    assert_eq!(told(590, (24, 80), &[], &[]), "LESS=FRX CHARSET=utf-8");
    assert_eq!(
        told(590, (24, 80), &[], &[("LESS", "-i")]),
        "LESS=-i CHARSET=utf-8 [-R]"
    );
    assert_eq!(
        told(590, (24, 80), &["--width", "200"], &[]),
        "LESS=FRX CHARSET=utf-8 [-S]"
    );
    assert_eq!(
        told(608, (24, 80), &["--no-head"], &[]),
        "LESS=FRX CHARSET=utf-8"
    );
}

#[test]
fn the_head_that_stays_fits_the_screen() {
    let header = |rows| told(608, (rows, 80), &[], &[]);
    assert_eq!(header(24), "LESS=FRX CHARSET=utf-8 [--header=5]");
    assert_eq!(header(12), "LESS=FRX CHARSET=utf-8 [--header=2]");
    assert_eq!(header(5), "LESS=FRX CHARSET=utf-8");
    assert_eq!(
        told(608, (24, 80), &[], &[("LESS", "--header=1")]),
        "LESS=--header=1 CHARSET=utf-8 [-R]"
    );
}
