//! What the system may do to a run: pipes that close, files that change, folders that vanish,
//! limits and signals.

use crate::process::{ending_signals, left_after, script, start};
use crate::*;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

/// A text of so many sentences, each of its own.
fn long(sentences: usize) -> String {
    let sentence = |n| {
        format!(
            "Ferry {n} left harbour {} with {} passengers.\n",
            n % 97,
            n * 7
        )
    };
    (0..sentences).map(sentence).collect()
}

#[test]
fn a_reader_may_go_away_at_every_point() {
    let desk = Desk::new();
    desk.file("long.txt", long(600));
    for format in ["text", "json"] {
        let arguments = ["--format", format, "long.txt", "long.txt"];
        let whole = desk.show(&arguments).len();
        for point in [1, 7, 100, 4095, 8192, 8193, 65_536, 65_537, whole - 1] {
            let child = start(desk.0.path(), &arguments);
            let output = left_after(child, point.min(whole - 1));
            assert_eq!(stderr(&output), "", "{format} after {point} bytes");
            assert_eq!(
                output.status.code(),
                Some(0),
                "{format} after {point} bytes"
            );
        }
    }
}

#[test]
fn a_file_may_shrink_while_it_is_read() {
    let desk = Desk::new();
    let path = desk.0.path().join("story.txt");
    let text = long(30_000);
    for wait in [0, 1, 2, 4] {
        fs::write(&path, &text).unwrap();
        let child = start(
            desk.0.path(),
            &["--format", "json", "wire.txt", "story.txt"],
        );
        std::thread::sleep(Duration::from_millis(wait));
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(1000)
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(stderr(&output), "");
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        let found = text_of(&json, 1).replace('|', "\n");
        assert!(text.starts_with(found.trim_end_matches(char::is_alphanumeric)));
    }
}

#[test]
fn a_folder_may_vanish() {
    let desk = Desk::new();
    let gone = script(
        desk.0.path(),
        "mkdir d && cd d && rmdir ../d && exec \"$0\" a.txt b.txt",
    );
    assert_fails(
        &gone,
        "a.txt: no such file; check the spelling, or give - for standard input",
    );
    let elsewhere = script(
        desk.0.path(),
        "a=$PWD/wire.txt b=$PWD/story.txt; mkdir d && cd d && rmdir ../d && exec \"$0\" \"$a\" \"$b\"",
    );
    assert_eq!(stderr(&elsewhere), "");
    assert_eq!(elsewhere.status.code(), Some(0));
}

#[test]
fn many_articles_need_few_open_files() {
    let desk = Desk::new();
    let found = script(
        desk.0.path(),
        "for i in $(seq 60); do cp wire.txt $i.txt; done; ulimit -n 16; exec \"$0\" --width 80 [0-9]*.txt",
    );
    assert_eq!(stderr(&found), "");
    assert_eq!(found.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn little_memory_is_told_and_leaves_no_half_of_a_view() {
    let desk = Desk::new();
    desk.file("large.txt", long(400_000));
    let found = script(
        desk.0.path(),
        "ulimit -v 120000; exec \"$0\" large.txt large.txt",
    );
    assert!(stderr(&found).contains("memory"), "{}", stderr(&found));
    assert_eq!(stdout(&found), "");
    assert!(!found.status.success());
}

#[cfg(target_os = "linux")]
#[test]
fn no_room_for_threads_is_no_trouble() {
    let desk = Desk::new();
    desk.file("long.txt", long(3000));
    let script = |limit| {
        script(
            desk.0.path(),
            &format!("{limit} exec \"$0\" long.txt wire.txt"),
        )
    };
    let free = script("");
    // The stacks of so many threads are larger than that.
    let tight = script("export RAYON_NUM_THREADS=200; ulimit -v 250000;");
    assert_eq!(stderr(&tight), "");
    assert_eq!(stdout(&tight), stdout(&free));
    assert_eq!(tight.status.code(), Some(0));
}

#[test]
fn any_number_of_threads_says_the_same() {
    let desk = Desk::new();
    desk.file("long.txt", long(3000));
    desk.file("other.txt", long(3000).replace("left", "reached"));
    let run = |threads: &str, format: &str| {
        let mut command = desk.command(&["--format", format, "long.txt", "other.txt"]);
        command.env("RAYON_NUM_THREADS", threads);
        shown(command)
    };
    for format in ["text", "json"] {
        let one = run("1", format);
        assert_eq!(run("2", format), one);
        assert_eq!(run("8", format), one);
    }
}

#[test]
fn a_signal_ends_a_run_without_a_word() {
    let desk = Desk::new();
    for (name, number) in ending_signals() {
        let mut child = start(desk.0.path(), &["wire.txt", "-"]);
        let mut input = child.stdin.take().unwrap();
        input.write_all(STORY.as_bytes()).unwrap();
        let id = child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &id])
            .status();
        assert!(sent.unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.signal(), Some(number));
        assert_eq!(stdout(&output) + &stderr(&output), "");
    }
}

#[cfg(unix)]
#[test]
fn a_fault_is_told_before_a_pipe_behind_it_is_read() {
    let desk = Desk::new();
    desk.file("large.txt", long(8000));
    // Nobody ever writes into the pipe.
    let found = script(
        desk.0.path(),
        "mkfifo pipe; exec timeout 20 \"$0\" large.txt gone.txt pipe",
    );
    assert!(stderr(&found).starts_with("wirediff: gone.txt: no such file"));
    assert_eq!(found.status.code(), Some(2));
}
