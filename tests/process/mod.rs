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
