//! Names, devices and streams as Unix has them.

use crate::process::start;
use crate::*;
use std::ffi::OsStr;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::process::{self, Stdio};

#[test]
fn names_that_are_not_utf8_are_read_and_spelt_out() {
    let desk = Desk::new();
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    let mut command = desk.command(&["--format", "json", "wire.txt"]);
    let missing = command.arg(name).output().unwrap();
    assert_fails(
        &missing,
        "caf\\xe9.txt: no such file; check the spelling, or give - for standard input",
    );

    desk.file(name, STORY);
    let json: Value = serde_json::from_str(&shown(command)).unwrap();
    assert_eq!(json["articles"][1]["name"], "caf\\xe9.txt");
}

#[test]
fn a_named_pipe_is_read_to_its_end() {
    let desk = Desk::new();
    let pipe = desk.0.path().join("pipe");
    let made = process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let writer = std::thread::spawn(move || fs::write(pipe, STORY).unwrap());
    let json = desk.json(&["wire.txt", "pipe"]);
    writer.join().unwrap();
    assert!(text_of(&json, 1).contains("Nobody saw it come."));
}

#[cfg(target_os = "linux")]
#[test]
fn files_of_unknown_size_are_read() {
    let desk = Desk::new();
    let json = desk.json(&["wire.txt", "/proc/self/limits"]);
    assert!(text_of(&json, 1).contains("Max open files"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_cannot_be_read_is_named_with_the_cause() {
    let desk = Desk::new();
    let output = desk.run(&["wire.txt", "/proc/self/mem"]);
    assert_fails(
        &output,
        "/proc/self/mem: cannot be read: Input/output error (os error 5); mend that, or name \
         another file",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_trouble() {
    let desk = Desk::new();
    for arguments in [
        &["wire.txt", "story.txt"][..],
        &["--format", "json", "wire.txt", "story.txt"],
        &["--help"],
        &["--version"],
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = process::Command::new(env!("CARGO_BIN_EXE_wirediff"))
            .args(arguments)
            .current_dir(desk.0.path())
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_fails(
            &output,
            "standard output: cannot be written: No space left on device (os error 28); make \
             room, or write elsewhere",
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_standard_error_changes_nothing() {
    let desk = Desk::new();
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    for (file, status) in [("nowhere.txt", 2), ("story.txt", 0)] {
        let status_seen = process::Command::new(env!("CARGO_BIN_EXE_wirediff"))
            .args(["wire.txt", file])
            .current_dir(desk.0.path())
            .stdout(Stdio::null())
            .stderr(full())
            .status()
            .unwrap();
        assert_eq!(status_seen.code(), Some(status), "{file}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let desk = Desk::new();
    for (arguments, status) in [
        (&["wire.txt", "-"][..], 0),
        (&["--exit-code", "wire.txt", "-"], 1),
        (&["--exit-code", "--format", "json", "wire.txt", "-"], 1),
    ] {
        let mut child = start(desk.0.path(), arguments);
        // The reader is gone before the program has anything to write.
        drop(child.stdout.take());
        let mut input = child.stdin.take().unwrap();
        input.write_all(STORY.as_bytes()).unwrap();
        drop(input);
        let output = child.wait_with_output().unwrap();
        assert_eq!(stderr(&output), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn closed_standard_streams_do_no_harm() {
    let desk = Desk::new();
    for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
        let script = format!("\"$0\" wire.txt story.txt {closed}");
        let status = process::Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_wirediff")])
            .current_dir(desk.0.path())
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.code(), Some(0), "{closed}");
    }
}
