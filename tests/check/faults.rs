//! What the system may do to a check: pipes that close, folders that vanish, limits.

use super::process::{left_after, script, start};
use super::*;

const FORMATS: [&str; 5] = ["text", "json", "github", "sarif", "junit"];

/// A text of so many sentences, each of its own.
fn long(sentences: usize) -> String {
    let sentence = |n| format!("Ferry {n} left the harbour with {} people.\n", n * 7);
    (0..sentences).map(sentence).collect()
}

#[test]
fn a_reader_may_go_away_at_every_point() {
    let desk = Desk::new();
    desk.file("wire/long.txt", long(300));
    desk.file("long.txt", long(300));
    for format in FORMATS {
        let whole = desk.report(1, &["long.txt", "--format", format]).len();
        for point in [0, 1, 7, 100, 4095, 8192, 8193, 65_536, 65_537, whole - 1] {
            let arguments = ["check", "--against", "wire", "long.txt", "--format", format];
            let child = start(desk.0.path(), &arguments);
            let output = left_after(child, point.min(whole - 1));
            assert_eq!(stderr(&output), "", "{format} after {point} bytes");
            assert_eq!(
                output.status.code(),
                Some(1),
                "{format} after {point} bytes"
            );
        }
    }
}

#[test]
fn a_full_disk_is_trouble_in_every_format() {
    let desk = Desk::new();
    desk.file("wire/long.txt", long(300));
    desk.file("long.txt", long(300));
    for format in FORMATS {
        let full = script(
            desk.0.path(),
            &format!("\"$0\" check --against wire long.txt --format {format} >/dev/full"),
        );
        assert_eq!(
            stderr(&full),
            "wirediff: standard output: cannot be written: No space left on device (os error 28); \
             make room, or write elsewhere\n",
            "{format}"
        );
        assert_eq!(full.status.code(), Some(2), "{format}");
    }
}

#[test]
fn a_folder_may_vanish() {
    let desk = Desk::new();
    let elsewhere = script(
        desk.0.path(),
        "here=$PWD; mkdir d && cd d && rmdir ../d && \
         exec \"$0\" check --against \"$here/wire\" \"$here/own.txt\"",
    );
    assert_eq!(stderr(&elsewhere), "");
    assert_eq!(elsewhere.status.code(), Some(0));
}

#[test]
fn many_files_need_few_open_ones() {
    let desk = Desk::new();
    for n in 0..200 {
        desk.file(format!("wire/{n}/{n}.txt"), WIRE);
    }
    let found = script(
        desk.0.path(),
        "ulimit -n 24; exec \"$0\" check --threads 4 --against wire wire",
    );
    assert_eq!(stderr(&found), "");
    assert!(stdout(&found).ends_with("201 stories held against 201 sources: 201 flagged\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn no_room_for_threads_is_no_trouble() {
    let desk = Desk::new();
    // The stacks of so many threads are larger than that.
    let found = script(
        desk.0.path(),
        "export RAYON_NUM_THREADS=200; ulimit -v 150000; \
         exec \"$0\" check --against wire own.txt",
    );
    assert_eq!(stderr(&found), "");
    assert_eq!(stdout(&found), desk.report(0, &["own.txt"]));
}

#[cfg(target_os = "linux")]
#[test]
fn little_memory_is_told_and_leaves_no_part_of_a_report() {
    let desk = Desk::new();
    desk.file("wire/large.txt", long(400_000));
    fs::create_dir(desk.path("out")).unwrap();
    let found = script(
        desk.0.path(),
        "ulimit -v 120000; exec \"$0\" check --threads 1 --against wire --output out/report \
         wire/large.txt",
    );
    assert!(stderr(&found).contains("memory"), "{}", stderr(&found));
    assert!(!found.status.success());
    // Where memory just holds the source, the story is what cannot be read: then that is reported.
    let entries = fs::read_dir(desk.path("out")).unwrap();
    for left in entries.map(|entry| entry.unwrap().path()) {
        let report = fs::read_to_string(&left).unwrap();
        let whole = report.starts_with("0 stories held against") && report.ends_with(" trouble\n");
        assert!(whole, "{left:?}: {report}");
    }
}
