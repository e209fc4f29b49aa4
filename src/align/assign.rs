//! Decides who pairs with whom: best pairs first, over whole articles and in any order, with
//! a bar that lies where it fits the two articles.

use std::mem;
use std::ops::Range;

use super::candidate::Candidate;
use super::candidates::candidates;
use super::headlines::Heads;
use super::naming::{Details, in_common};
use super::pairing::Pairing;
use super::parts::parts;
use super::{Link, Pair, between, clear, crossed, figures, naming, opposite};

/// The score from which a pair needs no help of others.
const SURE: f64 = 0.6;
/// The bar for two articles that share nothing beyond doubt: in independent reports of one event,
/// hardly a pair that shares only names, dates and stock phrases lies above it.
const HIGHEST_BAR: f64 = 0.36;
/// The bar for two versions of one text.
const LOWEST_BAR: f64 = 0.28;
/// The share of the shorter article in sure pairs at which two articles are versions of one.
const VERSIONS: f64 = 0.5;
/// What the bar is lowered by for each neighbour that is paired with the neighbour.
const NEIGHBOUR: f64 = 0.05;
/// So many words that no other sentence has weigh as much as two sentences share that are the same
/// in part at least, however much each has of its own.
const WORDS_OF_MUCH: f32 = 6.0;
/// The bar for two sentences that share as much.
const BAR_OF_MUCH: f64 = 0.15;
/// How often pairs are chosen anew with the neighbours of the last choice.
const ROUNDS: usize = 3;

/// The links between the sentences of two texts, in no particular order. Where the bar lies above
/// `least`, it is lowered to that.
pub(super) fn links(pair: &Pair<'_>, least: f64) -> Vec<Link> {
    let (fixed, refigured) = without_search(pair);
    let (left, right) = fixed.matched();
    let heads = Heads::of(pair);
    let mut candidates = candidates(pair, (&left, &right), least.min(clear::NEGLIGIBLE));
    candidates.retain(|candidate| heads.may_pair(candidate, least));
    let (mut pairing, bar) = above_bar(pair, &fixed, &candidates, least);
    // Who asks for less than our bar asks for phrases, too.
    if least >= bar && naming::are_two_events(pair, &pairing) {
        return links_of_two_events(pair, &fixed, &refigured, pairing);
    }
    if are_a_phrase_alone(pair, &pairing, &refigured) {
        return Vec::new();
    }
    let details = Details::of(pair);
    add_clear(&mut pairing, &candidates, &details);
    add_much(pair, &mut pairing, &candidates);
    add_between(pair, &mut pairing, &candidates, &details);
    let near = opposite::links(pair, &pairing);
    near.into_iter().for_each(|link| pairing.add(link));
    if let Some(link) = heads.link(pair, &pairing) {
        pairing.add(link);
    }
    let parts = parts(pair, &pairing, &candidates);
    let crossed = crossed::links(pair, &pairing, &parts);
    [pairing.links, parts, crossed].concat()
}

/// The pairs that need no search: identical sentences, those that differ in figures alone, and those that
/// stand opposite each other and are hardly changed. With them come the indices of the second ones.
fn without_search(pair: &Pair<'_>) -> (Pairing, Range<usize>) {
    let mut pairing = Pairing::new(pair.left.bags.len(), pair.right.bags.len());
    for &(left, right) in &pair.identical {
        pairing.add(Link {
            left,
            right,
            score: 1.0,
        });
    }
    let identical = pairing.links.len();
    let refigured = figures::links(pair, &pairing);
    refigured.into_iter().for_each(|link| pairing.add(link));
    let refigured = identical..pairing.links.len();
    let sure = opposite::sure(pair, &pairing);
    sure.into_iter().for_each(|link| pairing.add(link));
    (pairing, refigured)
}

/// The `fixed` pairs, and the best ones among the candidates that lie above the bar for the two
/// articles, or above `least` where that is lower; and that bar for the two.
fn above_bar(
    pair: &Pair<'_>,
    fixed: &Pairing,
    candidates: &[Candidate],
    least: f64,
) -> (Pairing, f64) {
    let mut pairing = fixed.clone();
    let sure = |c: &&Candidate| c.enough && c.score >= SURE;
    choose_by_score(&mut pairing, candidates.iter().filter(sure));
    let own_bar = bar(pair, &pairing);
    let bar = own_bar.min(least);
    let possible: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| most_helped(c) >= bar || c.stretch)
        .collect();
    let mut last = fixed.clone();
    for _ in 0..ROUNDS {
        mem::swap(&mut last, &mut pairing);
        pairing.take_back(fixed.links.len());
        let above = possible
            .iter()
            .filter_map(|&c| Some((strength(c, &last, bar)?, c)));
        choose(&mut pairing, above);
        if pairing.links == last.links {
            break;
        }
    }
    (pairing, own_bar)
}

/// The fewest sentences of an article that is more than a line or two.
const FEWEST_SENTENCES: usize = 4;

/// Whether all that was paired of two articles are two sentences with other figures: any two reports of
/// one sort may have that.
fn are_a_phrase_alone(pair: &Pair<'_>, pairing: &Pairing, refigured: &Range<usize>) -> bool {
    pairing.links.len() == 1
        && refigured.len() == 1
        && pair.left.bags.len().min(pair.right.bags.len()) >= FEWEST_SENTENCES
}

/// What is left of the links of two articles about two events: those that were `fixed` and did not come
/// to differ in figures alone, and of the others those of sure pairs that name the same. The rest have
/// the phrases of their sort in common.
fn links_of_two_events(
    pair: &Pair<'_>,
    fixed: &Pairing,
    refigured: &Range<usize>,
    pairing: Pairing,
) -> Vec<Link> {
    // The fixed links come first.
    let is_certain = |at: usize| at < fixed.links.len() && !refigured.contains(&at);
    let links = pairing.links.into_iter().enumerate();
    let stay = links
        .filter(|&(at, link)| is_certain(at) || link.score >= SURE && naming::agree(pair, &link));
    stay.map(|(_, link)| link).collect()
}

/// Adds the pairs that are clear among what is left, until there are none.
fn add_clear(pairing: &mut Pairing, candidates: &[Candidate], details: &Details<'_>) {
    let unpaired = pairing.of_left.len().min(pairing.of_right.len()) - pairing.links.len();
    let counts = |pairing: &Pairing, c: &Candidate| {
        pairing.is_free(c) && clear::weighs_enough(c) && !details.contradict(c.left, c.right)
    };
    let counted = |c: &Candidate| counts(pairing, c);
    let names_alike = |c: &Candidate| details.alike(c.left, c.right);
    if let Some(bar) = clear::bar(HIGHEST_BAR, candidates, counted, unpaired, names_alike) {
        add_all(pairing, |pairing| {
            clear::pairs(candidates, |c| counts(pairing, c), bar).collect()
        });
    }
}

/// Adds the clear pairs that stand between the same pairs in both articles, until there are none.
fn add_between(
    pair: &Pair<'_>,
    pairing: &mut Pairing,
    candidates: &[Candidate],
    details: &Details<'_>,
) {
    if !candidates.iter().any(|c| pairing.is_free(c)) {
        return;
    }
    if let Some(bar) = between::bar(HIGHEST_BAR, in_common(pair)) {
        add_all(pairing, |pairing| {
            between::pairs(candidates, pairing, details, bar)
        });
    }
}

/// Adds the candidates that are found, and those that are found then; each round frees others of a
/// rival.
fn add_all<'c>(pairing: &mut Pairing, find: impl Fn(&Pairing) -> Vec<&'c Candidate>) {
    for _ in 0..ROUNDS {
        let found = find(pairing);
        if found.is_empty() {
            break;
        }
        choose_by_score(pairing, found.into_iter());
    }
}

/// Adds the pairs that share much among what is left.
fn add_much(pair: &Pair<'_>, pairing: &mut Pairing, candidates: &[Candidate]) {
    let much = WORDS_OF_MUCH * pair.weights.of_pair();
    let shares_much = |c: &&Candidate| c.enough && c.weight >= much && c.score >= BAR_OF_MUCH;
    let found: Vec<&Candidate> = (candidates.iter())
        .filter(|c| shares_much(c) && pairing.is_free(c))
        .collect();
    choose_by_score(pairing, found.into_iter());
}

/// The bar for two articles: it falls from the highest to the lowest as the share of the
/// shorter one that stands in sure pairs grows.
fn bar(pair: &Pair<'_>, sure: &Pairing) -> f64 {
    let words = |link: &Link| {
        let left = pair.left.text.folded_of(link.left);
        let right = pair.right.text.folded_of(link.right);
        left.len().min(right.len()) as f64
    };
    let shared: f64 = sure.links.iter().map(words).sum();
    let shorter = pair
        .left
        .text
        .tokens
        .exact
        .len()
        .min(pair.right.text.tokens.exact.len())
        .max(1);
    let versions = (shared / shorter as f64 / VERSIONS).min(1.0);
    HIGHEST_BAR - (HIGHEST_BAR - LOWEST_BAR) * versions
}

/// How strong a candidate can be with its neighbours' help.
fn most_helped(candidate: &Candidate) -> f64 {
    candidate.score + 2.0 * NEIGHBOUR
}

/// How strong a candidate is with its neighbours' help, if that is enough.
fn strength(candidate: &Candidate, last: &Pairing, bar: f64) -> Option<f64> {
    let helped =
        candidate.score + NEIGHBOUR * last.neighbours(candidate.left, candidate.right) as f64;
    (candidate.enough && (helped >= bar || candidate.stretch)).then_some(helped)
}

/// Adds the candidates to the pairing as [`choose`] does, each as strong as its score.
fn choose_by_score<'c>(pairing: &mut Pairing, candidates: impl Iterator<Item = &'c Candidate>) {
    choose(pairing, candidates.map(|c| (c.score, c)));
}

/// Adds the candidates to the pairing, strongest first, each sentence once. Of two equals the
/// pair that stands nearer to the same place in both articles comes first.
fn choose<'c>(pairing: &mut Pairing, candidates: impl Iterator<Item = (f64, &'c Candidate)>) {
    let mut order: Vec<_> = candidates.collect();
    let place = |c: &Candidate| {
        let (left, right) = (pairing.of_left.len(), pairing.of_right.len());
        ((c.left * right).abs_diff(c.right * left), c.left, c.right)
    };
    order.sort_unstable_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| place(x).cmp(&place(y))));
    for (_, candidate) in order {
        if pairing.is_free(candidate) {
            pairing.add(Link {
                left: candidate.left,
                right: candidate.right,
                score: candidate.score,
            });
        }
    }
}
