//! What goes on after a closing quotation mark: who said it, or a particle that takes the quotation
//! for a word.

use super::next::{First, Next, is_capitalised, word};
use super::place::Place;
use super::stop::Stop;
use super::table::Table;
use crate::bounded::{head, tail};
use crate::model::Lang;

/// The longest name before a verb of saying, titles and all, in words.
const LONGEST_NAME: usize = 10;
/// How many of its words may be small: "Bayern coach Tuchel", "of", an age.
const MOST_SMALL: usize = 2;

/// Words that stand between a name and its verb of saying, and are no part of either: "Abara later said".
const BETWEEN: &str = "again also finally had has later now once still then would";

/// Whether a name and a verb of saying follow. After a full stop they count only where
/// they are the whole sentence (`whole`).
pub(super) fn is_attribution(next: &Next<'_>, table: &Table, whole: bool) -> bool {
    let is_name = next.first == First::Upper || next.first == First::Digit && is_age(next.word);
    if next.quote || next.bracket || !is_name {
        return false;
    }
    let (mut current, mut rest) = (next.word, next.rest);
    let mut small = 0;
    for at in 0..LONGEST_NAME {
        if at > 0 && table.says(current) {
            return is_told(current, rest, table, whole);
        }
        if !whole
            && is_capitalised(current)
            && let Some((verb, rest)) = behind_apposition(rest, table)
        {
            return is_told(verb, rest, table, whole);
        }
        let links = match at {
            // "The New York Times asked."
            0 => current == "The" && is_capitalised(word(rest.trim_start())),
            _ => is_one_of(current, "and for her his in of the their"),
        };
        let is_between = at > 0 && !whole && is_one_of(current, BETWEEN);
        if !links && !is_between && current != "I" && table.starts(current) {
            return false;
        }
        small += usize::from(!(is_capitalised(current) || links || is_between));
        if small > MOST_SMALL || whole && small > 0 {
            return false;
        }
        rest = rest.trim_start_matches(['.', ',', ' ']);
        current = word(rest);
        rest = &rest[current.len()..];
    }
    false
}

/// Whether the quotation that the stop closes follows who said it and a comma or a colon, `Dunn asked, "Why
/// me?"`, so that what stands behind it is told by somebody else.
pub(super) fn is_led_to(place: &Place<'_>, table: &Table) -> bool {
    before_quotation(place).is_some_and(|before| {
        let lead = before.strip_suffix([',', ':']);
        lead.is_some_and(|lead| lead.split(' ').any(|word| table.says(word)))
    })
}

/// Whether the quotation that the stop closes is a part of a clause that goes on: `Asked "Would you?" Lee
/// said no`.
pub(super) fn is_in_clause(place: &Place<'_>) -> bool {
    const CLAUSES: [&str; 5] = [
        "Asked",
        "When asked",
        "If asked",
        "To the question",
        "When told",
    ];
    before_quotation(place).is_some_and(|before| CLAUSES.contains(&before))
}

/// What stands in the sentence before the quotation that the stop closes, if it opens there and the
/// sentence is no longer than most.
fn before_quotation<'t>(place: &Place<'t>) -> Option<&'t str> {
    const LONGEST: usize = 400;
    let so_far = &place.text[place.sentence..place.stop.start];
    let (before, _) = (so_far.len() <= LONGEST).then(|| so_far.rsplit_once(['"', '“']))??;
    Some(before.trim_end())
}

fn is_one_of(word: &str, words: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// Whether a word is an age before a name: "14-year-old".
fn is_age(word: &str) -> bool {
    word.ends_with("-year-old")
}

/// The verb of saying behind what a name is told by, between commas, and what follows it: ", who runs
/// the clinic, said."
fn behind_apposition<'t>(rest: &'t str, table: &Table) -> Option<(&'t str, &'t str)> {
    const LONGEST: usize = 120;
    let clause = head(rest, LONGEST).strip_prefix(", ")?;
    let end = clause.find(['?', '!', ':', ';', '"', '“', '”']);
    let clause = &clause[..end.unwrap_or(clause.len())];
    let clause = clause.split(". ").next().unwrap_or(clause);
    clause.match_indices(", ").find_map(|(at, comma)| {
        let rest = &rest[comma.len() + at + comma.len()..];
        let verb = word(rest);
        (!is_capitalised(verb) && table.says(verb)).then(|| (verb, &rest[verb.len()..]))
    })
}

/// Whether a verb of saying tells who said what stands before it, by what follows the verb.
fn is_told(verb: &str, rest: &str, table: &Table, whole: bool) -> bool {
    rest.starts_with(['.', ',']) || !whole && !tells_more(verb, rest, table)
}

/// Whether what was said follows its verb, so that it does not stand before it: "Witnesses said the
/// gunman fled."
fn tells_more(verb: &str, rest: &str, table: &Table) -> bool {
    /// What goes on after a verb of saying that has been told already what was said.
    const GO_ON: &str = "after afterward again aloud as at back before behind by during for from in \
        inside into later now of on onstage out outside over repeatedly through to today tonight upon via \
        when while with without";
    let rest = rest.trim_start();
    let next = word(rest);
    match verb {
        "asked" | "asks" | "texted" | "told" => matches!(next, "for" | "if" | "that" | "whether"),
        _ if is_capitalised(next) && table.fronts(next) => rest[next.len()..].starts_with(" that"),
        _ => !next.ends_with("ly") && !GO_ON.split(' ').any(|word| word == next),
    }
}

/// Whether a sentence in a script without capitals goes on after the stop: 「…。」と述べた,
/// “……。”他说。, "…?" ने पूछा।, «…!» قال
pub(super) fn goes_on(place: &Place<'_>, lang: Lang, table: &Table) -> bool {
    let rest = |limit| head(place.rest(), limit);
    let quoted = place.stop.quoted;
    match lang {
        Lang::Japanese => goes_on_in_japanese(rest(72), &place.stop, place.text),
        Lang::Chinese => is_title(place) || quoted && is_chinese_attribution(place, rest(72)),
        Lang::Hindi => quoted && goes_on_in_hindi(rest(160), table),
        Lang::Arabic => quoted && is_arabic_attribution(rest(72), table),
        _ => false,
    }
}

/// Behind a quotation any particle goes on; behind what else may be one, 「なぜ？と」 or
/// 「（…。）と」, only 「と」, and behind a bare 「。」 none: 「とかく」 starts a sentence. But a particle
/// between a stop and words goes on behind a name, which mostly does not end with hiragana as a
/// sentence does: 「娘。は1997年」
fn goes_on_in_japanese(rest: &str, stop: &Stop, text: &str) -> bool {
    const PARTICLES: &str = "と って を が など の に から へ は も や で";
    /// What begins like one and is none.
    const STARTERS: &str = "ところ とくに とり とも とはいえ のち のん のぞ にも にわ にぎ へえ はい はた \
        はじ はっ もう もし もち もっ やっ やは でも では、 が、";
    let any = |words: &str| words.split(' ').any(|word| rest.starts_with(word));
    let is_hiragana = |c: char| matches!(c, '\u{3040}'..='\u{309f}');
    let is_word = |c: char| c.is_alphanumeric() && !is_hiragana(c);
    let behind_particle = rest.strip_prefix(['は', 'が', 'を', 'の']);
    let is_name = text[..stop.start].ends_with(is_word);
    if is_name && behind_particle.is_some_and(|rest| rest.starts_with(is_word)) {
        return true;
    }
    let particles = if stop.quoted {
        PARTICLES
    } else if stop.bracketed || !text[stop.start..].starts_with('。') {
        "と"
    } else {
        return false;
    };
    any(particles) && !any(STARTERS)
}

/// Whether the stop stands in a title, 《谁来？》, behind which a sentence goes on.
fn is_title(place: &Place<'_>) -> bool {
    place.stop.next == place.stop.end && place.text[..place.stop.end].ends_with('》')
}

/// Whether the clause that follows ends with a verb of saying, and not with a colon, which
/// would lead to the next quotation. Where a colon led to this one, it was told before who spoke.
fn is_chinese_attribution(place: &Place<'_>, rest: &str) -> bool {
    const VERBS: &str = "说 說 说道 表示 称 稱 道 指出 问 問 写道 回答 强调 喊道 \
        告诉记者 坦言 直言 感慨 感叹 提醒 解释 介绍 透露 宣布 高喊 高呼 大叫 怒骂 \
        追问 评论 呼吁 喊着 反问 补充 喊 答 答道 回应 反驳 抱怨 脱口而出";
    const OPENING: [char; 3] = ['“', '「', '"'];
    const ENDS: [char; 6] = ['。', '，', '：', '！', '？', '；'];
    let is_end = |c| ENDS.contains(&c) || OPENING.contains(&c);
    let clause = rest.split_inclusive(is_end).next();
    let body = clause.and_then(|clause| clause.strip_suffix(['。', '，']));
    let is_led_to = || {
        // A quotation may have several sentences.
        let so_far = tail(&place.text[..place.stop.start], 400);
        let (before, _) = so_far.rsplit_once(OPENING)?;
        Some(before.trim_end().ends_with(['：', ':']))
    };
    body.is_some_and(|body| VERBS.split(' ').any(|verb| body.ends_with(verb)))
        && is_led_to() != Some(true)
}

/// Whether a postposition follows, or who said it.
fn goes_on_in_hindi(rest: &str, table: &Table) -> bool {
    const POSTPOSITIONS: &str = "का की के को तक ने पर में से";
    let first = rest.split(' ').next();
    first.is_some_and(|first| POSTPOSITIONS.split(' ').any(|word| word == first))
        || is_hindi_attribution(rest, table)
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
    let says = (words.next()).is_some_and(|first| table.says(first.trim_end_matches(['.', '،'])));
    says && !matches!(words.next(), Some("إن" | "أن"))
}
