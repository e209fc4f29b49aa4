//! The marks of matches, as a reader sees them.

use super::*;
use crate::model::Sentence;
use crate::vocabulary::Vocabulary;

/// An article of one sentence.
fn article(text: &str) -> Article {
    let mut words = Vec::new();
    crate::words::spans(text, Span::from(0..text.len()), &mut words);
    let sentence = Sentence {
        span: Span::from(0..text.len()),
        line: 1,
        paragraph: 0,
        words: 0..words.len() as u32,
    };
    Article {
        text: text.to_owned(),
        sentences: vec![sentence],
        words,
        ..Article::default()
    }
}

/// What is edited and shifted between two articles of one sentence.
fn of_all(left: &Article, right: &Article) -> Edits {
    let (_, tokens) = Vocabulary::new(&[left, right]);
    let (left, right) = ((left, &tokens[0]), (right, &tokens[1]));
    edits(left, &(0..1), right, &(0..1))
}

/// Both sides with their edits in wdiff's brackets.
fn marked(left: &str, right: &str) -> [String; 2] {
    let (left, right) = (article(left), article(right));
    let edits = of_all(&left, &right).words;
    let side = |article: &Article, of: fn(&Edit) -> Span, open: &str, close: &str| {
        let mut out = String::new();
        for edit in &edits {
            assert_eq!(
                of(edit).start as usize,
                out.replace(open, "").replace(close, "").len(),
                "a gap"
            );
            match &article.text[of(edit).range()] {
                text if edit.op == Op::Equal || text.is_empty() => out.push_str(text),
                text => out.push_str(&format!("{open}{text}{close}")),
            }
        }
        out
    };
    [
        side(&left, |e| e.left, "[-", "-]"),
        side(&right, |e| e.right, "{+", "+}"),
    ]
}

/// What both sides have, but in another place, as either has it.
fn shifted(left: &str, right: &str) -> Vec<[String; 2]> {
    let (left, right) = (article(left), article(right));
    let shifts = of_all(&left, &right).shifted;
    let text = |article: &Article, span: Span| article.text[span.range()].to_owned();
    let both = |shift: &Shift| [text(&left, shift.left), text(&right, shift.right)];
    shifts.iter().map(both).collect()
}

#[test]
fn a_change_is_marked_from_its_first_word_to_its_last() {
    assert_eq!(
        marked("It was blue, he said.", "It was very dark, he said."),
        [
            "It was [-blue-], he said.",
            "It was {+very dark+}, he said."
        ]
    );
    assert_eq!(
        marked("All were taken.", "All sixty were taken."),
        ["All were taken.", "All {+sixty+} were taken."]
    );
}

#[test]
fn punctuation_goes_with_the_words_that_it_belongs_to() {
    assert_eq!(
        marked("LUND (Tern) -- The ship sank.", "The ship sank.")[0],
        "[-LUND (Tern) ---] The ship sank."
    );
    assert_eq!(
        marked("He left, she said.", "He left.")[0],
        "He left[-, she said-]."
    );
    assert_eq!(
        marked("At 5:40 a.m. the ship left.", "At 5.40am the ship left."),
        [
            "At [-5:40 a.m.-] the ship left.",
            "At {+5.40am+} the ship left."
        ]
    );
    assert_eq!(
        marked("\"The hull held.\"", "He said: “our hull held.”"),
        ["[-\"The-] hull held.\"", "{+He said: “our+} hull held.”"]
    );
}

#[test]
fn a_blank_inside_a_quotation_mark_is_no_difference() {
    assert_eq!(
        marked(
            "Le trafic sera \"perturbé\", a précisé la direction.",
            "Le trafic sera « perturbé », prévient la direction."
        ),
        [
            "Le trafic sera \"perturbé\", [-a précisé-] la direction.",
            "Le trafic sera « perturbé », {+prévient+} la direction."
        ]
    );
}

#[test]
fn the_stop_of_an_abbreviation_is_a_part_of_it() {
    assert_eq!(
        marked("Polls close at 8 p.m. local time.", "Polls close at 8 p.m."),
        [
            "Polls close at 8 p.m. [-local time-].",
            "Polls close at 8 p.m."
        ]
    );
    assert_eq!(
        marked(
            "It blew at 5:12 a.m. in the east wing.",
            "It blew at 5:12 a.m., officials said."
        ),
        [
            "It blew at 5:12 a.m. [-in the east wing-].",
            "It blew at 5:12 a.m.{+, officials said+}."
        ]
    );
    assert_eq!(
        marked("The U.S. fleet left.", "The fleet left."),
        ["The [-U.S.-] fleet left.", "The fleet left."]
    );
}

#[test]
fn the_capitals_of_a_title_are_no_difference() {
    assert_eq!(
        marked(
            "Council Votes to Close Pool",
            "Council votes to close Northgate pool"
        ),
        [
            "Council Votes to Close Pool",
            "Council votes to close {+Northgate+} pool"
        ]
    );
    assert_eq!(
        marked(
            "Council Hails US Offer of Money",
            "Council hails us offer of money"
        )[1],
        "Council hails {+us+} offer of money"
    );
    assert_eq!(
        marked(
            "He met Angela Merkel in Paris with US aid.",
            "He met Angela Merkel in Paris with us aid."
        )[1],
        "He met Angela Merkel in Paris with {+us+} aid."
    );
}

#[test]
fn changes_at_the_ends_leave_the_full_stop_alone() {
    assert_eq!(
        marked("All were taken off.", "All were taken.")[0],
        "All were taken [-off-]."
    );
    assert_eq!(
        marked("Nobody was hurt.", "Nobody was hurt badly.")[1],
        "Nobody was hurt {+badly+}."
    );
    assert_eq!(
        marked("Nobody was hurt.", "Somebody was hurt."),
        ["[-Nobody-] was hurt.", "{+Somebody+} was hurt."]
    );
}

#[test]
fn small_words_between_changes_are_part_of_the_change() {
    assert_eq!(
        marked(
            "They praised courage of the crew today.",
            "They lauded bravery of the sailors today."
        )[0],
        "They [-praised courage of the crew-] today."
    );
    assert_eq!(
        marked(
            "Rose 4 percent to 12 million.",
            "Fell 5 percent to 12 crowns."
        )[1],
        "{+Fell 5+} percent to 12 {+crowns+}."
    );
}

#[test]
fn small_words_between_other_spellings_stay() {
    assert_eq!(
        marked(
            "They travelled to the theatre for the programme.",
            "They traveled to the theater for the program."
        )[1],
        "They {+traveled+} to the {+theater+} for the {+program+}."
    );
}

#[test]
fn a_short_name_between_changes_stays() {
    assert_eq!(
        marked(
            "Talks between Mali mediators failed; trains left May crowds behind.",
            "Talks among Mali envoys failed; buses brought May throngs along."
        )[1],
        "Talks {+among+} Mali {+envoys+} failed; {+buses brought+} May {+throngs along+}."
    );
    assert_eq!(
        marked(
            "He was happy: “The crew left then.”",
            "He was glad: “The sailors left then.”"
        )[0],
        "He was [-happy: “The crew-] left then.”",
        "\"The\" has its capital from its place"
    );
    assert_eq!(
        marked("So maybe I should go.", "So perhaps I might go.")[1],
        "So {+perhaps I might+} go."
    );
}

#[test]
fn half_a_result_is_not_the_same() {
    assert_eq!(
        marked(
            "Lund beat Orle 3-2 on Monday.",
            "Lund drew 2-1 against Orle on Monday."
        )[1],
        "Lund {+drew 2-1 against Orle+} on Monday."
    );
    assert_eq!(
        marked("It was open from 9-12 then.", "It was open from 9-14 then.")[1],
        "It was open from 9-{+14+} then."
    );
}

#[test]
fn changes_that_read_the_same_side_by_side_are_one() {
    assert_eq!(
        marked(
            "The ministry said in a statement.",
            "The ministry in Lund claimed in a statement."
        ),
        [
            "The ministry [-said-] in a statement.",
            "The ministry {+in Lund claimed+} in a statement."
        ]
    );
    assert_eq!(
        marked(
            "It closed on Monday the port of Lund.",
            "It closed on Monday on Friday the harbour of Lund."
        )[1],
        "It closed on Monday {+on Friday+} the {+harbour+} of Lund."
    );
}

#[test]
fn a_sign_behind_a_number_or_a_word_is_a_difference() {
    assert_eq!(
        marked("It costs 20 € now.", "It costs 20 £ now."),
        ["It costs 20 [-€-] now.", "It costs 20 {+£+} now."]
    );
    assert_eq!(
        marked("It rose 5 %.", "It rose 5."),
        ["It rose 5 [-%-].", "It rose 5."]
    );
    assert_eq!(
        marked("It rose 5 %.", "It rose 5%."),
        ["It rose 5 %.", "It rose 5%."]
    );
    assert_eq!(
        marked("Cut to AA-, it fell.", "Cut to AA+, it fell."),
        ["Cut to [-AA--], it fell.", "Cut to {+AA++}, it fell."]
    );
}

#[test]
fn a_currency_and_a_minus_are_differences() {
    assert_eq!(
        marked("It owes them $5 now.", "It owes them €5 now."),
        ["It owes them [-$5-] now.", "It owes them {+€5+} now."]
    );
    assert_eq!(
        marked("It fell to -3 in May.", "It fell to 3 in May."),
        ["It fell to [--3-] in May.", "It fell to {+3+} in May."]
    );
    assert_eq!(
        marked("At \u{2212}3.", "At -3."),
        ["At \u{2212}3.", "At -3."]
    );
}

#[test]
fn case_is_a_difference_and_typography_is_none() {
    assert_eq!(
        marked("The crew’s boat", "The crew's boat")[1],
        "The crew's boat"
    );
    assert_eq!(marked("The boat", "the boat")[1], "{+the+} boat");
}

#[test]
fn a_capital_that_opens_a_sentence_is_no_difference() {
    assert_eq!(
        marked("On Friday the council met.", "The council met on Monday."),
        [
            "[-On Friday-] the council met.",
            "The council met {+on Monday+}."
        ]
    );
    assert_eq!(
        marked("\"The hull held.\"", "He said: “The hull held.”")[1],
        "{+He said+}: “The hull held.”"
    );
    assert_eq!(
        marked("He said the hull held.", "He said: “The hull held.”")[1],
        "He said: “The hull held.”"
    );
    assert_eq!(
        marked("“The hull held,” he said.", "He held that “the hull held”."),
        [
            "“The hull held,” [-he said-].",
            "{+He held that+} “the hull held”."
        ]
    );
    assert_eq!(
        marked("He said, \"The hull held.\"", "He said \"the hull held.\"")[1],
        "He said \"the hull held.\""
    );
    assert_eq!(
        marked("In Lund he met us.", "In Lund he met US.")[1],
        "In Lund he met {+US+}."
    );
    assert_eq!(
        marked("US is out.", "He told us is out.")[0],
        "[-US-] is out."
    );
    assert_eq!(
        marked("Then Bush left.", "Bush left.")[0],
        "[-Then-] Bush left."
    );
}

#[test]
fn case_is_no_difference_to_a_text_in_capitals() {
    let [headline, sentence] = ["SHIP HITS 2 STRASSE PIERS", "Ship hits 3 Straße piers"];
    assert_eq!(
        marked(headline, sentence),
        [
            "SHIP HITS [-2-] STRASSE PIERS",
            "Ship hits {+3+} Straße piers"
        ]
    );
    assert_eq!(
        marked(sentence, headline)[1],
        "SHIP HITS {+2+} STRASSE PIERS"
    );
    assert_eq!(marked("UN", "un")[0], "[-UN-]");
}

#[test]
fn what_shares_nothing_is_one_change() {
    assert_eq!(
        marked("one two", "three four five"),
        ["[-one two-]", "{+three four five+}"]
    );
}

#[test]
fn an_attribution_is_kept_wherever_it_stands() {
    assert_eq!(
        shifted(
            "The cause was not known, the coast guard said.",
            "The coast guard said the cause was not known."
        ),
        [[", the", "the"], ["coast guard said"; 2]]
    );
    assert_eq!(
        shifted(
            "\"No one was hurt,\" police said late on Sunday.",
            "Police said: \"No one was hurt.\""
        ),
        [["police said", "Police said"]]
    );
}

#[test]
fn small_words_that_stand_elsewhere_are_others_unless_they_are_the_whole_change() {
    let none: [[&str; 2]; 0] = [];
    assert_eq!(
        shifted(
            "Two of the boats sank near the pier in Lund.",
            "Many boats sank near the pier of the old town in Lund."
        ),
        none
    );
    assert_eq!(
        shifted("It is over, he said.", "He said it is over."),
        [[", he said", "He said"]]
    );
    assert_eq!(shifted("It was a port once.", "It was once a port."), none);
}

#[test]
fn what_tells_is_kept_before_small_words() {
    assert_eq!(
        marked(
            "It will shut with the loss of 640 jobs, citing falling prices.",
            "It will shut, putting 640 people out of work because of falling prices."
        ),
        [
            "It will shut [-with the loss of-] 640 [-jobs, citing-] falling prices.",
            "It will shut{+, putting+} 640 {+people out of work because of+} falling prices."
        ]
    );
    assert_eq!(
        marked(
            "She struck the Skerrow bank 35 minutes later.",
            "Some minutes later she was on the Skerrow bank."
        )[1],
        "{+Some minutes later she was on+} the Skerrow bank.",
        "a name and small words are as much as two words"
    );
}

#[test]
fn a_figure_or_a_name_is_never_gone_and_new() {
    assert_eq!(
        shifted(
            "Oil rose 2 percent to $91.40 a barrel after a fire.",
            "Oil settled at $89 a barrel, having been as high as $91.40 after a fire."
        ),
        [["$91.40"; 2]]
    );
    assert_eq!(
        shifted(
            "She will play Czech qualifier Iva Roth, 22, here.",
            "She meets Iva Roth, the No 5 from the Czech Republic, who is 22, here."
        ),
        [["Czech"; 2]]
    );
    let none: [[&str; 2]; 0] = [];
    assert_eq!(
        shifted(
            "In 2019 it made 7 ships and then 7 boats.",
            "It made ships, some 7, and boats, in the year before."
        ),
        none,
        "which of them it is no one can say"
    );
}

#[test]
fn what_is_new_begins_and_ends_where_a_reader_would_have_it() {
    assert_eq!(
        marked(
            "\"He was running and shouting,\" she said.",
            "He said of the driver: \"He was running and shouting,\" she said."
        )[1],
        "{+He said of the driver+}: \"He was running and shouting,\" she said."
    );
    assert_eq!(
        marked(
            "The board met, the union said.",
            "The board met, the staff wept, the union said."
        )[1],
        "The board met, {+the staff wept+}, the union said."
    );
}

/// The punctuation that differs beside equal words, on either side.
fn punctuation(left: &str, right: &str) -> Vec<[String; 2]> {
    let (left, right) = (article(left), article(right));
    let edits = of_all(&left, &right).punctuation.into_iter();
    let text = |article: &Article, span: Span| article.text[span.range()].to_owned();
    let both = |edit: Edit| [text(&left, edit.left), text(&right, edit.right)];
    edits.map(both).collect()
}

#[test]
fn a_question_and_a_quotation_are_told_of_where_no_word_changed() {
    for (left, right, differs) in [
        ("He has resigned.", "He has resigned?", vec![[".", "?"]]),
        (
            "He has resigned.",
            "“He has resigned?!”",
            vec![["", "“"], [".", "?!”"]],
        ),
        ("Il a démissionné ?", "Il a démissionné.", vec![["?", "."]]),
        ("他已辞职？", "他已辞职。", vec![["？", "。"]]),
        ("هل استقال؟", "هل استقال.", vec![["؟", "."]]),
        (
            "The \"attack\", on Monday, failed.",
            "The attack on Monday failed.",
            vec![["\"", ""], ["\",", ""]],
        ),
    ] {
        assert_eq!(punctuation(left, right), differs, "{left:?} and {right:?}");
        let turned: Vec<_> = differs
            .into_iter()
            .map(|[one, other]| [other, one])
            .collect();
        assert_eq!(punctuation(right, left), turned, "{right:?} and {left:?}");
    }
}

#[test]
fn house_style_is_no_punctuation_that_differs() {
    for (left, right) in [
        (
            "\"We saw nothing,\" she said.",
            "‘We saw nothing’, she said",
        ),
        ("Elle a dit : « Non ! »", "Elle a dit: \"Non!\""),
        (
            "He left, she said; I stayed.",
            "He left – she said: (I stayed)...",
        ),
        (
            "“He called it ‘odd’” she said",
            "\"He called it \"odd\"\" she said",
        ),
        ("He won't go???", "He won’t go?"),
    ] {
        assert_eq!(
            punctuation(left, right),
            [[""; 2]; 0],
            "{left:?} and {right:?}"
        );
    }
}

#[test]
fn punctuation_beside_a_change_is_a_part_of_it() {
    assert_eq!(
        punctuation("He left the ship.", "He left the boat?"),
        [[""; 2]; 0]
    );
    assert_eq!(
        marked("He left the ship.", "He left the boat?"),
        ["He left the [-ship.-]", "He left the {+boat?+}"]
    );
    assert_eq!(
        punctuation("He left. Why? She asked.", "He left! Why? She wept."),
        [[".", "!"]]
    );
}
