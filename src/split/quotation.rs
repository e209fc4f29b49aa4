//! What goes on after a closing quotation mark: who said it.

use super::next::{First, Next, is_capitalised, word};
use super::rules::Place;
use super::stop::Stop;
use super::table::Table;
use crate::bounded::head;
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

/// Whether a sentence in a script without capitals goes on after the stop: 「…。」と述べた,
/// “……。”他说。, "…?" ने पूछा।, «…!» قال
pub(super) fn goes_on(place: &Place<'_>, lang: Lang, table: &Table) -> bool {
    let rest = |limit| head(place.rest(), limit);
    let quoted = place.stop.quoted;
    match lang {
        Lang::Japanese => goes_on_in_japanese(rest(72), &place.stop, place.text),
        Lang::Chinese => quoted && is_chinese_attribution(rest(72)),
        Lang::Hindi => quoted && is_hindi_attribution(rest(160), table),
        Lang::Arabic => quoted && is_arabic_attribution(rest(72), table),
        _ => false,
    }
}

/// Behind a quotation any particle goes on; behind what else may be one, 「なぜ？と」 or
/// 「（…。）と」, only 「と」, and behind a bare 「。」 none: 「とかく」 starts a sentence.
fn goes_on_in_japanese(rest: &str, stop: &Stop, text: &str) -> bool {
    const PARTICLES: [&str; 9] = ["と", "って", "を", "が", "など", "の", "に", "から", "へ"];
    const STARTERS: [&str; 12] = [
        "ところ",
        "とくに",
        "とり",
        "とも",
        "とはいえ",
        "のち",
        "のん",
        "のぞ",
        "にも",
        "にわ",
        "にぎ",
        "へえ",
    ];
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
    const VERBS: &str = "说 說 说道 表示 称 稱 道 指出 问 問 写道 回答 强调 喊道 \
        告诉记者 坦言 直言 感慨 感叹 提醒 解释 介绍 透露 宣布 高喊 高呼 大叫 怒骂 \
        追问 评论 呼吁 喊着 反问 补充";
    const ENDS: [char; 8] = ['。', '，', '：', '！', '？', '；', '“', '「'];
    let clause = rest.split_inclusive(ENDS).next();
    let body = clause.and_then(|clause| clause.strip_suffix(['。', '，']));
    body.is_some_and(|body| VERBS.split(' ').any(|verb| body.ends_with(verb)))
}

/// Whether the clause that follows is short and ends with a verb of saying, before the danda.
fn is_hindi_attribution(rest: &str, table: &Table) -> bool {
    const LONGEST: usize = 8;
    let Some((clause, _)) = rest.split_once('।') else {
        return false;
    };
    let clause = clause.trim_end();
    let clause = clause
        .strip_suffix(" है")
        .or(clause.strip_suffix(" था"))
        .unwrap_or(clause);
    let mut words = clause.rsplit(' ');
    let says = words.next().is_some_and(|last| table.says(last));
    says && words.count() < LONGEST && !clause.contains(['"', '“', '”', '‘'])
}

/// Whether a verb of saying follows, and not what was said.
fn is_arabic_attribution(rest: &str, table: &Table) -> bool {
    let mut words = rest.split(' ');
    let says = words.next().is_some_and(|first| table.says(first));
    says && !matches!(words.next(), Some("إن" | "أن"))
}
