//! Links from the numbers of sentences to lines of files.

use crate::session::Session;
use crate::{Desk, less};

/// What is sent to a terminal that takes links.
fn sent(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let desk = Desk::new();
    let arguments = [arguments, &["old.txt", "new.txt"]].concat();
    let known = [&[("TERM_PROGRAM", "WezTerm")], variables].concat();
    let (_, _, sent) = Session::start(&desk, (100, 80), &arguments, &known).end();
    String::from_utf8(sent).unwrap()
}

#[test]
fn numbers_link_to_lines() {
    let sent = sent(&[], &[]);
    let links: Vec<_> = sent.matches("\u{1b}]8;;file://").collect();
    assert!(links.len() >= 80, "{}", links.len());
    assert!(sent.contains("/old.txt#1\u{1b}\\"), "{sent}");
    assert!(
        sent.contains("/new.txt#3\u{1b}\\"),
        "the second sentence is on line 3"
    );
}

#[test]
fn signs_in_the_head_do_as_well() {
    let sent = sent(&["--summary"], &[]);
    assert!(sent.contains("/old.txt#1\u{1b}\\"), "{sent}");
    assert!(sent.contains("/new.txt#3\u{1b}\\"), "{sent}");
}

#[test]
fn the_flag_decides_then_the_terminal() {
    let links = |arguments: &[&str], variables: &[(&str, &str)]| {
        sent(arguments, variables).contains("]8;;file:")
    };
    assert!(!links(&["--hyperlinks", "never"], &[]));
    assert!(!links(&[], &[("TERM_PROGRAM", "")]));
    assert!(links(&["--hyperlinks", "always"], &[("TERM_PROGRAM", "")]));
    assert!(
        !links(&[], &[("PAGER", "more")]),
        "more would count them as text"
    );
    assert!(links(&["--paging", "never"], &[("PAGER", "more")]));
}

#[test]
fn lines_are_left_out_where_the_terminal_would_choke_on_them() {
    let sent = sent(&[], &[("VTE_VERSION", "7200")]);
    assert!(sent.contains("/old.txt\u{1b}\\"), "{sent}");
}

#[test]
fn less_passes_links_and_keeps_the_columns() {
    if !less(566) {
        return;
    }
    let desk = Desk::new();
    let files = ["old.txt", "new.txt"];
    let mut session = Session::start(&desk, (24, 80), &files, &[("TERM_PROGRAM", "WezTerm")]);
    let screen = session.wait_for(|screen| screen.ends_with(':'));
    assert!(
        screen.contains("¶A1  = Ship number 1 came in today.     │¶B1  = Ship"),
        "{screen}"
    );
    session.keys("q");
    let (_, _, sent) = session.end();
    assert!(String::from_utf8_lossy(&sent).contains("/old.txt#1\u{1b}\\"));
}
