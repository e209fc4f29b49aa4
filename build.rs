//! Puts the unwinder of the C compiler into the program, where the system has it as an archive:
//! to look for it as a library of its own takes a tenth of a short run.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if is_program_of_this_system()
        && let Some(folder) = folder_with_unwinder()
    {
        println!("cargo::rustc-link-search=native={folder}");
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}

/// Whether what the binary needs is built, and for a Linux with GNU's C library such as this one.
fn is_program_of_this_system() -> bool {
    let told = |name| env::var(name).unwrap_or_default();
    env::var_os("CARGO_FEATURE_CLI").is_some()
        && told("CARGO_CFG_TARGET_OS") == "linux"
        && told("CARGO_CFG_TARGET_ENV") == "gnu"
        && told("HOST") == told("TARGET")
}

/// Where the compiler keeps the archive; it answers with the bare name if it has none.
fn folder_with_unwinder() -> Option<String> {
    let asked = Command::new("cc")
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    let answer = String::from_utf8(asked.ok()?.stdout).ok()?;
    let archive = Path::new(answer.trim());
    let folder = archive.is_file().then(|| archive.parent())??;
    Some(folder.to_str()?.to_owned())
}
