//! What goes on after a closing quotation mark: who said it.

use super::bounded::head;
use super::next::{First, Next, is_capitalised, word};
use super::rules::Place;
use super::stop::Stop;
use super::table::Table;
use crate::model::Lang;

/// Whether a name and a verb of saying follow. After a full stop they count only where
/// they are the whole sentence (`whole`).
pub(super) fn is_attribution(next: &Next<'_>, table: &Table, whole: bool) -> bool {
    if next.quote || next.bracket || next.first != First::Upper {
        return false;
    }
    let (mut current, mut rest) = (next.word, next.rest);
    for _ in 0..4 {
        if table.says(current) {
            return !whole || rest.starts_with(['.', ',']);
        }
        if !is_capitalised(current) || (current != "I" && table.starts(current)) {
            return false;
        }
        rest = rest.trim_start_matches(['.', ' ']);
        current = word(rest);
        rest = &rest[current.len()..];
    }
    false
}

/// Whether a Chinese or Japanese sentence goes on after the stop: 「…。」と述べた,
/// “……。”他说。
pub(super) fn goes_on(place: &Place<'_>, lang: Lang) -> bool {
    let rest = head(place.rest(), 72);
    match lang {
        Lang::Japanese => goes_on_in_japanese(rest, &place.stop, place.text),
        Lang::Chinese => place.stop.quoted && is_chinese_attribution(rest),
        _ => false,
    }
}

/// Behind a quotation any particle goes on; behind what else may be one, 「なぜ？と」 or
/// 「（…。）と」, only 「と」, and behind a bare 「。」 none: 「とかく」 starts a sentence.
fn goes_on_in_japanese(rest: &str, stop: &Stop, text: &str) -> bool {
    const PARTICLES: [&str; 5] = ["と", "って", "を", "が", "など"];
    const STARTERS: [&str; 5] = ["ところ", "とくに", "とり", "とも", "とはいえ"];
    let any = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    let particles = if stop.quoted {
        &PARTICLES[..]
    } else if stop.bracketed || !text[stop.start..].starts_with('。') {
        &PARTICLES[..1]
    } else {
        &[]
    };
    any(particles) && !any(&STARTERS)
}

/// Whether the clause that follows ends with a verb of saying, and not with a colon, which
/// would lead to the next quotation.
fn is_chinese_attribution(rest: &str) -> bool {
    const VERBS: [&str; 14] = [
        "说", "說", "说道", "表示", "称", "稱", "道", "指出", "问", "問", "写道", "回答", "强调",
        "喊道",
    ];
    const ENDS: [char; 8] = ['。', '，', '：', '！', '？', '；', '“', '「'];
    let clause = rest.split_inclusive(ENDS).next();
    let body = clause.and_then(|clause| clause.strip_suffix(['。', '，']));
    body.is_some_and(|body| VERBS.iter().any(|verb| body.ends_with(verb)))
}
