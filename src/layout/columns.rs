//! Which article has which column: the one that the rows follow comes first.

use crate::model::Share;

use super::LayoutOptions;

/// The order of the columns.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// The articles from left to right.
    order: Vec<usize>,
    /// For each article, its column from the left.
    places: Vec<usize>,
}

impl Columns {
    /// Puts the reference first; then the others, by how much of them stands in it where that
    /// is asked for.
    pub(super) fn new(articles: usize, shares: &[Share], options: &LayoutOptions) -> Self {
        let reference = options.reference;
        let mut order: Vec<usize> = (0..articles).collect();
        if options.by_share {
            let mut shared = vec![0.0; articles];
            for share in shares.iter().filter(|share| share.from == reference) {
                shared[share.article] = share.reused();
            }
            order.sort_by(|&one, &other| shared[other].total_cmp(&shared[one]));
        }
        order.sort_by_key(|&article| article != reference);
        let mut places = vec![0; articles];
        for (place, &article) in order.iter().enumerate() {
            places[article] = place;
        }
        Columns { order, places }
    }

    /// The articles from left to right.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }

    /// The column of an article, from the left.
    pub(super) fn place(&self, article: usize) -> usize {
        self.places[article]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(reference: usize, by_share: bool) -> Vec<usize> {
        let share = |article, from, identical| Share {
            article,
            from,
            identical,
            edited: 0.0,
            rewritten: 0.0,
        };
        let shares = [
            share(0, 1, 0.2),
            share(0, 2, 0.9),
            share(1, 0, 0.3),
            share(1, 2, 0.9),
            share(2, 0, 0.8),
            share(2, 1, 0.1),
        ];
        let options = LayoutOptions {
            reference,
            by_share,
            ..LayoutOptions::default()
        };
        Columns::new(3, &shares, &options).order
    }

    #[test]
    fn the_reference_comes_first_and_the_others_stay() {
        assert_eq!(order(0, false), [0, 1, 2]);
        assert_eq!(order(2, false), [2, 0, 1]);
    }

    #[test]
    fn by_share_those_with_most_from_the_reference_come_next() {
        assert_eq!(order(0, true), [0, 2, 1]);
        assert_eq!(order(1, true), [1, 0, 2]);
        assert_eq!(order(2, true), [2, 0, 1]);
    }
}
