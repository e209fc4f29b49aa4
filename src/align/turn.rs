//! Puts what belongs to sentences in their order, in linear time (counting sort).

/// For each of some sentences, all below `count`, its place when they stand in order; equal ones stay
/// as they come.
pub(super) fn places(sentences: impl Iterator<Item = usize> + Clone, count: usize) -> Vec<usize> {
    let mut next = vec![0; count + 1];
    for sentence in sentences.clone() {
        next[sentence + 1] += 1;
    }
    for sentence in 0..count {
        next[sentence + 1] += next[sentence];
    }
    let place = |sentence: usize| {
        let place = next[sentence];
        next[sentence] += 1;
        place
    };
    sentences.map(place).collect()
}

/// Items in the order of the sentences, all below `count`, that they belong to; those of one stay as
/// they come.
pub(super) fn sorted_by_sentence<T: Clone>(
    items: &[T],
    count: usize,
    sentence: impl Fn(&T) -> usize + Copy,
) -> Vec<T> {
    let mut sorted = items.to_vec();
    let places = places(items.iter().map(sentence), count);
    for (item, place) in items.iter().zip(places) {
        sorted[place] = item.clone();
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_the_order_of_their_sentences() {
        let items = [(3, 'a'), (0, 'b'), (3, 'c'), (1, 'd')];
        let sorted = sorted_by_sentence(&items, 5, |&(sentence, _)| sentence);
        assert_eq!(sorted, [(0, 'b'), (1, 'd'), (3, 'a'), (3, 'c')]);
        assert_eq!(places([2, 2, 0].into_iter(), 3), [1, 2, 0]);
        assert_eq!(places(std::iter::empty(), 0), [0; 0]);
    }
}
