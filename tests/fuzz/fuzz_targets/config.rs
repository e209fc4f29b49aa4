//! Any configuration: it is taken, or refused in one line that names the file and the line and
//! that a terminal can be shown.
#![no_main]
// The configuration belongs to the program, not to the library, which is all that a package
// can depend on; much of the program is not used here.
#![expect(dead_code, unused_imports)]

#[path = "../../../src"]
mod program {
    pub mod cli;
    #[path = "gate/config.rs"]
    pub mod config;
    pub mod suggest;
}

use std::path::PathBuf;
use std::{env, fs, process};

use clap::Parser;
use libfuzzer_sys::fuzz_target;

use cli::{Cli, Command};
use program::{cli, config, suggest};

fuzz_target!(|text: &[u8]| {
    // In memory where there is such a folder.
    let folder = PathBuf::from("/dev/shm");
    let folder = if folder.is_dir() { folder } else { env::temp_dir() };
    let path = folder.join(format!("wirediff-fuzz-{}.toml", process::id()));
    fs::write(&path, text).expect("there is room");
    let asked = ["wirediff", "check", "--max-reuse", "50", "--config"].map(PathBuf::from);
    let cli = Cli::try_parse_from(asked.iter().chain([&path])).expect("the arguments are good");
    let Some(Command::Check(args)) = cli.command else {
        unreachable!("a check was asked for")
    };
    match config::completed(*args) {
        Ok(args) => assert_eq!(args.max_reuse, Some(0.5), "what is typed wins"),
        Err(error) => {
            let message = error.to_string();
            assert!(!message.contains(char::is_control), "{message:?}");
            let said = message.strip_prefix(&*path.display().to_string());
            let said = said.expect("the file is named");
            if let Ok(text) = std::str::from_utf8(text) {
                let line = said[1..].split(':').next().and_then(|line| line.parse().ok());
                let lines = text.matches('\n').count() + 1;
                assert!(line.is_some_and(|line| (1..=lines).contains(&line)), "{message}");
            }
        }
    }
});
