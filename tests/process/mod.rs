//! The program as a process of its own: started, run by a script, left by its reader.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_wirediff");

/// Starts the program in a folder, all its streams being pipes.
pub fn start(folder: &Path, arguments: &[&str]) -> Child {
    Command::new(PROGRAM)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The signals that end a run, by name and number. In the background of a script an interrupt
/// is ignored, and so it is by all that start there; then it is left out.
pub fn ending_signals() -> Vec<(&'static str, i32)> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    let is_ignored = |number: i32| ignored.unwrap_or(0) >> (number - 1) & 1 == 1;
    let mut signals = vec![("INT", 2), ("TERM", 15)];
    signals.retain(|&(name, number)| {
        if is_ignored(number) {
            eprintln!("left out: SIG{name} is ignored here");
        }
        !is_ignored(number)
    });
    signals
}

/// Runs a script of the shell in a folder; `$0` is the program.
pub fn script(folder: &Path, script: &str) -> Output {
    Command::new("sh")
        .args(["-c", script, PROGRAM])
        .current_dir(folder)
        .output()
        .unwrap()
}

/// Reads so many bytes of what a process writes, goes away, and waits for its end.
pub fn left_after(mut child: Child, bytes: usize) -> Output {
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut vec![0; bytes]).unwrap();
    drop(out);
    child.wait_with_output().unwrap()
}
