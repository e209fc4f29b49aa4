//! What the exit status tells.

use crate::*;

fn status(arguments: &[&str]) -> Option<i32> {
    let desk = Desk::new();
    desk.file("wrapped.txt", WIRE.replace(' ', "\n"));
    desk.file("quoted.txt", format!("“{}”", WIRE.trim()));
    desk.file("case.txt", WIRE.replace("Monday", "monday"));
    desk.run(arguments).status.code()
}

#[test]
fn differences_are_told_only_where_asked() {
    assert_eq!(status(&["wire.txt", "story.txt"]), Some(0));
    assert_eq!(status(&["--exit-code", "wire.txt", "story.txt"]), Some(1));
    assert_eq!(
        status(&["--exit-code", "--format", "json", "wire.txt", "story.txt"]),
        Some(1)
    );
}

#[test]
fn the_last_of_several_articles_counts_as_well() {
    assert_eq!(
        status(&["--exit-code", "wire.txt", "wire.txt", "story.txt"]),
        Some(1)
    );
    assert_eq!(
        status(&["--exit-code", "wire.txt", "wire.txt", "wire.txt"]),
        Some(0)
    );
}

#[test]
fn words_count_and_nothing_else() {
    assert_eq!(status(&["--exit-code", "wire.txt", "wrapped.txt"]), Some(0));
    assert_eq!(status(&["--exit-code", "wire.txt", "quoted.txt"]), Some(0));
    assert_eq!(status(&["--exit-code", "wire.txt", "case.txt"]), Some(1));
}

#[test]
fn trouble_is_always_2() {
    assert_eq!(status(&["--exit-code", "wire.txt", "nowhere.txt"]), Some(2));
    assert_eq!(
        status(&["--exit-code", "--nonsense", "wire.txt", "story.txt"]),
        Some(2)
    );
}
