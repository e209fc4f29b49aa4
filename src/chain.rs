//! The heaviest chain of things that stand in the same order on two sides: what stays out
//! of it has moved.

/// Where there are no more positions than this for each item, up to the last, they are their own
/// ranks: room for those without an item costs less than sorting.
const CLOSE: usize = 4;

/// Which items belong to the heaviest chain of strictly increasing positions.
///
/// `items` are `(position, weight)` in the order of the one side; the position is the place
/// on the other side and need not be dense. The answer has one entry per item. Equal
/// positions never share a chain. An item of weight 0 is never chosen. Among chains of the
/// same weight the answer is always the same one, and of two single items that swapped
/// places with equal weight the first one stays. O(n log n).
///
/// It is the weighted form of the longest increasing subsequence (Fredman 1975), with the
/// best chain for each prefix of the positions kept in a tree (Fenwick 1994).
pub fn heaviest_increasing(items: &[(usize, u64)]) -> Vec<bool> {
    let (ranks, end) = ranks(items.iter().map(|&(position, _)| position).collect());
    let mut best = PrefixBest::new(end);
    let mut before = Vec::with_capacity(items.len());
    for (item, (&(_, weight), &rank)) in items.iter().zip(&ranks).enumerate() {
        let chain = best.below(rank);
        before.push(chain.last());
        if weight > 0 {
            best.offer(rank, Chain::new(chain.weight() + weight, item));
        }
    }

    let mut chosen = vec![false; items.len()];
    let mut at = best.below(end).last();
    while let Some(item) = at {
        chosen[item] = true;
        at = before[item];
    }
    chosen
}

/// Numbers in the order of the positions, equal for equal ones, and a number above them all.
fn ranks(positions: Vec<usize>) -> (Vec<usize>, usize) {
    let last = positions.iter().copied().max();
    match last {
        None => (positions, 0),
        Some(last) if last < CLOSE * positions.len() => (positions, last + 1),
        Some(_) => {
            let mut sorted = positions.clone();
            sorted.sort_unstable();
            sorted.dedup();
            let rank = |position| sorted.partition_point(|&other| other < position);
            (positions.into_iter().map(rank).collect(), sorted.len())
        }
    }
}

/// A chain as one number, so that no branch tells the better of two: the weight, and below it
/// how far the last item is from the end of all numbers. Of two chains the heavier is greater,
/// of equals the one whose last item comes first. The empty chain is 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Chain(u128);

impl Chain {
    const EMPTY: Chain = Chain(0);

    /// A chain of this weight, more than 0, that ends with `item`.
    fn new(weight: u64, item: usize) -> Self {
        Chain(u128::from(weight) << u64::BITS | u128::from(u64::MAX - item as u64))
    }

    fn weight(self) -> u64 {
        (self.0 >> u64::BITS) as u64
    }

    fn last(self) -> Option<usize> {
        (self != Chain::EMPTY).then_some((u64::MAX - self.0 as u64) as usize)
    }
}

/// The heaviest chain that ends below a rank.
struct PrefixBest {
    nodes: Vec<Chain>,
}

impl PrefixBest {
    fn new(ranks: usize) -> Self {
        PrefixBest {
            nodes: vec![Chain::EMPTY; ranks],
        }
    }

    /// The heaviest chain that ends at a rank less than `rank`.
    fn below(&self, rank: usize) -> Chain {
        let mut best = Chain::EMPTY;
        let mut end = rank;
        while end > 0 {
            best = best.max(self.nodes[end - 1]);
            end &= end - 1;
        }
        best
    }

    /// Offers a chain that ends at `rank`.
    fn offer(&mut self, rank: usize, chain: Chain) {
        let mut end = rank + 1;
        while let Some(node) = self.nodes.get_mut(end - 1) {
            *node = chain.max(*node);
            end += end & end.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::heaviest_increasing;
    use proptest::prelude::*;

    fn chosen(items: &[(usize, u64)]) -> Vec<usize> {
        let flags = heaviest_increasing(items);
        (0..items.len()).filter(|&item| flags[item]).collect()
    }

    #[test]
    fn what_keeps_the_order_is_chosen_whole() {
        assert_eq!(chosen(&[(0, 1), (4, 1), (9, 1)]), [0, 1, 2]);
        assert_eq!(chosen(&[]), [0usize; 0]);
    }

    #[test]
    fn one_heavy_item_outweighs_two_light_ones() {
        assert_eq!(chosen(&[(2, 9), (0, 4), (1, 4)]), [0]);
        assert_eq!(chosen(&[(2, 9), (0, 5), (1, 5)]), [1, 2]);
    }

    #[test]
    fn of_two_that_swapped_places_the_first_stays() {
        assert_eq!(chosen(&[(1, 3), (0, 3)]), [0]);
    }

    #[test]
    fn equal_positions_exclude_each_other() {
        assert_eq!(chosen(&[(5, 1), (5, 2), (6, 1)]), [1, 2]);
    }

    #[test]
    fn what_weighs_nothing_is_never_chosen() {
        assert_eq!(chosen(&[(0, 0), (1, 2), (2, 0)]), [1]);
    }

    /// The weight of the best chain, by trying every subset.
    fn best_weight(items: &[(usize, u64)]) -> u64 {
        let subset = |mask: u32| {
            let kept = (0..items.len()).filter(move |item| mask >> item & 1 == 1);
            let mut last = None;
            let mut weight = 0;
            for item in kept {
                if last >= Some(items[item].0) {
                    return 0;
                }
                last = Some(items[item].0);
                weight += items[item].1;
            }
            weight
        };
        (0..1 << items.len()).map(subset).max().unwrap_or(0)
    }

    proptest! {
        #[test]
        fn no_subset_is_heavier(items in prop::collection::vec((0usize..8, 0u64..6), 0..10)) {
            let kept: Vec<_> = chosen(&items).into_iter().map(|item| items[item]).collect();
            prop_assert!(kept.windows(2).all(|two| two[0].0 < two[1].0));
            prop_assert_eq!(kept.iter().map(|&(_, weight)| weight).sum::<u64>(), best_weight(&items));
        }
    }
}
