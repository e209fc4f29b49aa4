//! Writes what belongs to an installed program: completions for shells, and the manual page.

use std::io::{self, Write};

use clap::{Arg, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::Cli;

/// When the manual page last changed; without a date `mandoc` warns.
const DATE: &str = "2026-11-23";

/// Writes the completions for a shell.
pub fn completions(out: &mut dyn Write, shell: Shell) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "wirediff", &mut script);
    out.write_all(&script)
}

/// Writes the page for `man`, in roff: one page, with the commands in it.
pub fn man(out: &mut dyn Write) -> io::Result<()> {
    let mut page = Vec::new();
    let whole = with_values(Cli::command());
    let man = page_of(whole.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    writeln!(page, ".SH COMMANDS")?;
    for command in whole.get_subcommands() {
        writeln!(page, ".SS \"wirediff {}\"", command.get_name())?;
        page.extend(without_headings(command)?.into_bytes());
    }
    page.extend(examples(&whole).into_bytes());
    out.write_all(tidied(&String::from_utf8_lossy(&page)).as_bytes())
}

fn page_of(command: Command) -> Man {
    Man::new(command)
        .title("WIREDIFF")
        .date(DATE)
        .manual("User Commands")
}

/// A command whose possible values are told in a sentence, not in a list of many lines.
fn with_values(command: Command) -> Command {
    let told = |arg: Arg| {
        let values = arg.get_possible_values();
        if values.is_empty() || !arg.get_action().takes_values() {
            return arg;
        }
        let names: Vec<_> = values.iter().map(|value| value.get_name()).collect();
        let help = arg.get_long_help().or(arg.get_help());
        let help = help.map(ToString::to_string).unwrap_or_default();
        let help = format!("{help}\n\nOne of {}.", names.join(", "));
        arg.hide_possible_values(true).long_help(help)
    };
    command
        .mut_args(told)
        .mut_subcommands(|command| with_values(command).disable_help_flag(true))
}

/// What a command does, and its options.
fn without_headings(command: &Command) -> io::Result<String> {
    let mut text = Vec::new();
    let man = page_of(command.clone());
    man.render_description_section(&mut text)?;
    man.render_options_section(&mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned() + &examples(command);
    let lines = text.lines().filter(|line| !line.starts_with(".SH"));
    Ok(lines.map(|line| format!("{line}\n")).collect())
}

/// The examples of a command, as they are.
fn examples(command: &Command) -> String {
    let Some(text) = command.get_after_help() else {
        return String::new();
    };
    let text = text.to_string().replace('\\', "\\e").replace('-', "\\-");
    let text = text.trim_start_matches("Examples:\n");
    format!(".SH EXAMPLES\n.nf\n{text}\n.fi\n")
}

/// A page in ASCII, without the breaks beside empty lines that `mandoc` warns of.
fn tidied(page: &str) -> String {
    let lines: Vec<&str> = page.lines().collect();
    let is_space = |line: Option<&&str>| line.is_some_and(|line| line.starts_with(".sp"));
    let mut tidy = String::with_capacity(page.len());
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        if *line == ".br" && (is_space(before) || is_space(lines.get(index + 1))) {
            continue;
        }
        for c in line.trim_end().chars() {
            match c {
                ' '..='~' => tidy.push(c),
                _ => tidy.push_str(&format!("\\[u{:04X}]", u32::from(c))),
            }
        }
        tidy.push('\n');
    }
    tidy
}
