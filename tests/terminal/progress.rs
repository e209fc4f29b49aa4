//! What is shown of work that takes a while.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Desk;
use crate::session::Session;

/// After so long the program tells what it does.
const DELAY: Duration = Duration::from_millis(500);

/// A desk with a pipe among its articles: reading it ends when somebody has written to it.
fn desk() -> (Desk, PathBuf) {
    let desk = Desk::new();
    let pipe = desk.0.path().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    (desk, pipe)
}

#[test]
fn long_work_is_told_and_then_gone() {
    let (desk, pipe) = desk();
    let mut session = Session::start(&desk, (60, 80), &["old.txt", "pipe"], &[]);
    session.wait_for(|screen| screen.contains("reading …"));
    fs::write(pipe, "Ship number 1 came in today.\n").unwrap();
    let (status, screen, _) = session.end();
    assert!(status.success());
    assert!(screen.starts_with("A  old.txt"), "{screen}");
    assert!(!screen.contains("reading"), "{screen}");
}

#[test]
fn an_interrupt_leaves_the_terminal_as_it_was() {
    let (desk, _pipe) = desk();
    let mut session = Session::start(&desk, (60, 80), &["old.txt", "pipe"], &[]);
    session.wait_for(|screen| screen.contains("reading …"));
    session.keys("\u{3}");
    let (status, _, sent) = session.end();
    assert_eq!(status.signal(), Some(2));
    // Modes are set by private sequences: a hidden cursor, another screen.
    let sent = String::from_utf8_lossy(&sent);
    assert!(!sent.contains("\u{1b}[?"), "{sent:?}");
}

#[test]
fn short_work_is_not_told() {
    let desk = Desk::new();
    // None where a busy machine made the work a long one.
    let is_told = |_| {
        let start = Instant::now();
        let (_, _, sent) = Session::start(&desk, (60, 80), &["old.txt", "new.txt"], &[]).end();
        let sent = String::from_utf8_lossy(&sent);
        let is_told = sent.contains("reading") || sent.contains("matching");
        (start.elapsed() < DELAY).then_some(is_told)
    };
    assert_eq!((0..100).find_map(is_told), Some(false));
}

#[test]
fn nothing_is_told_where_nobody_looks() {
    let (desk, pipe) = desk();
    let writer = thread::spawn(move || {
        thread::sleep(2 * DELAY);
        fs::write(pipe, "Ship number 1 came in today.\n")
    });
    let output = Command::new(env!("CARGO_BIN_EXE_wirediff"))
        .args(["old.txt", "pipe"])
        .current_dir(desk.0.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(writer.join().unwrap().is_ok());
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn what_is_typed_ends_once_and_nothing_is_told_in_between() {
    let desk = Desk::new();
    let mut session = Session::start(&desk, (60, 80), &["old.txt", "-"], &[]);
    session.keys("Ship number 1 came ");
    thread::sleep(2 * DELAY);
    session.keys("in today.\n\u{4}");
    let (status, screen, sent) = session.end();
    assert!(status.success());
    assert!(screen.contains("B  -"), "{screen}");
    assert!(!String::from_utf8_lossy(&sent).contains("reading"));
}
