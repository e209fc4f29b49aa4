//! What is shown of work that takes a while.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::Desk;
use crate::session::Session;

/// A desk with a pipe that gives an article only after some time.
fn desk(delay: Duration) -> Desk {
    let desk = Desk::new();
    let pipe = desk.0.path().join("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    thread::spawn(move || {
        thread::sleep(delay);
        fs::write(pipe, "Ship number 1 came in today.\n")
    });
    desk
}

#[test]
fn long_work_is_told_and_then_gone() {
    let desk = desk(Duration::from_millis(1500));
    let mut session = Session::start(&desk, (60, 80), &["old.txt", "pipe"], &[]);
    session.wait_for(|screen| screen.contains("reading …"));
    let (status, screen, _) = session.end();
    assert!(status.success());
    assert!(screen.starts_with("A  old.txt"), "{screen}");
    assert!(!screen.contains("reading"), "{screen}");
}

#[test]
fn short_work_is_not_told() {
    let desk = desk(Duration::ZERO);
    let (_, _, sent) = Session::start(&desk, (60, 80), &["old.txt", "pipe"], &[]).end();
    assert!(!String::from_utf8_lossy(&sent).contains("reading"));
}

#[test]
fn nothing_is_told_where_nobody_looks() {
    let desk = desk(Duration::from_millis(900));
    let output = Command::new(env!("CARGO_BIN_EXE_wirediff"))
        .args(["old.txt", "pipe"])
        .current_dir(desk.0.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
