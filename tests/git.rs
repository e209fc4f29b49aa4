//! git shows changes through the program, set up by the lines that the README gives.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const OLD: &str = "The ferry ran aground on Monday. No one was hurt. The fog came at dawn.\n";
const NEW: &str = "The ferry ran aground on Sunday. No one was hurt. The fog came at dawn.\n";

/// A repository with one commit, and a home without settings of anyone's own.
struct Repository(TempDir);

impl Repository {
    /// None, and told, where git is not installed.
    fn new() -> Option<Self> {
        let repository = Repository(TempDir::new().unwrap());
        if let Err(error) = Command::new("git").arg("--version").output() {
            use std::io::Write;
            // The harness holds back what `println!` writes.
            let _ = writeln!(std::io::stderr(), "SKIPPED: git cannot be run: {error}");
            return None;
        }
        fs::create_dir(repository.path()).unwrap();
        repository.file("story.txt", OLD);
        repository.file("old.txt", OLD);
        repository.file("photo.jpg", "\0JFIF old");
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.commit();
        Some(repository)
    }

    fn path(&self) -> std::path::PathBuf {
        self.0.path().join("desk")
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "A version"]);
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let program = Path::new(env!("CARGO_BIN_EXE_wirediff")).parent().unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(program.to_owned()).chain(std::env::split_paths(&path));
        let mut command = Command::new("git");
        command
            .args(["-c", "user.name=Desk", "-c", "user.email=desk@localhost"])
            .args(arguments)
            .current_dir(self.path())
            .env("PATH", std::env::join_paths(folders).unwrap())
            .env("HOME", self.0.path())
            .env("XDG_CONFIG_HOME", self.0.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("COLUMNS", "100");
        for name in [
            "GIT_EXTERNAL_DIFF",
            "GIT_PAGER_IN_USE",
            "NO_COLOR",
            "FORCE_COLOR",
            "CLICOLOR_FORCE",
        ] {
            command.env_remove(name);
        }
        command
    }

    fn git(&self, arguments: &[&str]) -> String {
        shown(&self.command(arguments).output().unwrap())
    }

    /// `git diff` with the program for every file.
    fn diff(&self, arguments: &[&str]) -> String {
        let mut command = self.command(&[&["diff"], arguments].concat());
        shown(
            &command
                .env("GIT_EXTERNAL_DIFF", "wirediff --")
                .output()
                .unwrap(),
        )
    }

    /// Settings of the README: the block that holds some words.
    fn configure(&self, words: &str) {
        let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
        let blocks = readme.split("```gitconfig\n").skip(1);
        let mut blocks = blocks.map(|block| block.split("```").next().unwrap());
        let block = blocks.find(|block| block.contains(words)).unwrap();
        fs::write(self.0.path().join(".gitconfig"), block).unwrap();
    }
}

fn shown(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Asserts that a view has these names, and the change of the story.
fn assert_change(view: &str, old: &str, new: &str) {
    assert!(view.contains(&format!("A  {old}")), "{view}");
    assert!(view.contains(&format!("B  {new}")), "{view}");
    assert!(
        view.contains("[-Monday-]") && view.contains("{+Sunday+}"),
        "{view}"
    );
}

#[test]
fn an_external_diff_shows_what_changed() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.file("story.txt", NEW);
    let view = repository.diff(&[]);
    assert_change(&view, "a/story.txt", "b/story.txt");
    assert!(!view.contains("old.txt"), "{view}");
}

#[test]
fn a_new_and_a_deleted_file_have_an_empty_side() {
    let Some(repository) = Repository::new() else {
        return;
    };
    fs::remove_file(repository.path().join("old.txt")).unwrap();
    repository.file("fresh.txt", "Something else came up at noon.\n");
    repository.git(&["add", "--all"]);
    let view = repository.diff(&["--cached", "--no-renames"]);
    assert!(view.contains("A  /dev/null     0 sentences"), "{view}");
    assert!(view.contains("B  b/fresh.txt   1 sentence"), "{view}");
    assert!(view.contains("A  a/old.txt   3 sentences"), "{view}");
    assert!(view.contains("B  /dev/null   0 sentences"), "{view}");
}

#[test]
fn a_file_that_was_renamed_has_both_names() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let more: String = (1..20)
        .map(|number| format!("Tug {number} came.\n"))
        .collect();
    repository.file("old.txt", &format!("{OLD}{more}"));
    repository.commit();
    repository.git(&["mv", "old.txt", "renamed.txt"]);
    repository.file("renamed.txt", &format!("{NEW}{more}"));
    repository.git(&["add", "--all"]);
    let view = repository.diff(&["--cached", "--find-renames"]);
    assert_change(&view, "a/old.txt", "b/renamed.txt");
}

#[cfg(unix)]
#[test]
fn a_new_name_or_mode_alone_is_told_in_a_line() {
    use std::os::unix::fs::PermissionsExt;
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.git(&["config", "core.fileMode", "true"]);
    let executable = || fs::Permissions::from_mode(0o755);
    fs::set_permissions(repository.path().join("story.txt"), executable()).unwrap();
    let mode = "The mode of b/story.txt changed from 100644 to 100755\n";
    assert_eq!(repository.diff(&[]), mode);
    repository.git(&["mv", "old.txt", "renamed.txt"]);
    let renamed = "a/old.txt was renamed to b/renamed.txt\n";
    assert_eq!(repository.diff(&["--cached", "--find-renames"]), renamed);
    fs::set_permissions(repository.path().join("renamed.txt"), executable()).unwrap();
    repository.git(&["add", "--all"]);
    let all = repository.diff(&["--cached", "--find-renames"]);
    let second = "The mode of b/renamed.txt changed from 100644 to 100755\n";
    assert_eq!(all, format!("{renamed}{second}{mode}"));
}

#[test]
fn a_copy_is_told_and_an_empty_file_is_shown() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.file("copy.txt", OLD);
    repository.git(&["add", "--all"]);
    let view = repository.diff(&["--cached", "--find-copies-harder"]);
    assert!(view.ends_with(" was copied to b/copy.txt\n"), "{view}");
    repository.commit();
    repository.file("empty.txt", "");
    repository.git(&["add", "--all"]);
    let view = repository.diff(&["--cached"]);
    assert!(view.contains("B  b/empty.txt   0 sentences"), "{view}");
}

#[test]
fn a_file_that_is_no_text_is_named_and_the_rest_is_shown() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.file("photo.jpg", "\0JFIF new");
    repository.file("story.txt", NEW);
    let view = repository.diff(&[]);
    assert!(
        view.contains("Binary files a/photo.jpg and b/photo.jpg differ\n"),
        "{view}"
    );
    assert_change(&view, "a/story.txt", "b/story.txt");
}

#[test]
fn binary_files_that_differ_have_the_status_of_those_that_do() {
    let folder = TempDir::new().unwrap();
    for (name, text) in [("old", "a\0b"), ("new", "a\0c")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let change = ["p", "old", "12ab34c", "100644", "new", "12ab34d", "100644"];
    for (flags, status) in [(&["--exit-code", "--"][..], 1), (&["--"][..], 0)] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wirediff"));
        command.args(flags).args(change).current_dir(folder.path());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(status));
        let told = String::from_utf8(output.stdout).unwrap();
        assert_eq!(told, "Binary files a/p and b/p differ\n");
    }
}

#[test]
fn names_like_those_of_options_and_commands_are_paths() {
    let Some(repository) = Repository::new() else {
        return;
    };
    for name in ["man", "--width", "a b.txt"] {
        repository.file(name, OLD);
        repository.commit();
        repository.file(name, NEW);
        let view = repository.diff(&[]);
        assert_change(&view, &format!("a/{name}"), &format!("b/{name}"));
        repository.commit();
    }
}

#[test]
fn a_path_that_is_not_merged_is_told() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.git(&["checkout", "--quiet", "-b", "other"]);
    repository.file("story.txt", NEW);
    repository.commit();
    repository.git(&["checkout", "--quiet", "main"]);
    repository.file("story.txt", &OLD.replace("Monday", "Friday"));
    repository.commit();
    let merge = repository.command(&["merge", "other"]).output().unwrap();
    assert!(!merge.status.success());
    let view = repository.diff(&["--cached"]);
    assert!(view.contains("* Unmerged path story.txt\n"), "{view}");
}

#[test]
fn the_lines_for_a_driver_show_the_files_of_its_attribute() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.configure("[diff \"article\"]");
    repository.file(".gitattributes", "story.txt diff=article\n");
    repository.file("story.txt", NEW);
    repository.file("old.txt", NEW);
    let view = repository.git(&["diff"]);
    assert_change(&view, "a/story.txt", "b/story.txt");
    assert!(
        view.contains("+++ b/old.txt"),
        "others are shown as ever: {view}"
    );
}

#[test]
fn the_lines_for_difftool_name_the_path() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.configure("[difftool \"wirediff\"]");
    repository.file("story.txt", NEW);
    let view = repository.git(&["difftool"]);
    assert_change(&view, "a/story.txt", "b/story.txt");
}

#[test]
fn colour_goes_through_the_pager_of_git() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.file("story.txt", NEW);
    let mut command = repository.command(&["diff"]);
    command
        .env("GIT_EXTERNAL_DIFF", "wirediff --")
        .env("TERM", "xterm");
    assert!(!shown(&command.output().unwrap()).contains('\u{1b}'));
    command.env("GIT_PAGER_IN_USE", "true");
    assert!(shown(&command.output().unwrap()).contains("\u{1b}["));
}
