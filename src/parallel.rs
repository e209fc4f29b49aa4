//! Work that is independent, on all cores, with the answer that one core would give.

use rayon::prelude::*;

/// Fewer items than this are not worth waking other cores for: two articles of usual length
/// are done before a thread has started.
const FEWEST: usize = 256;
/// How many items a core takes at a time.
const AT_A_TIME: usize = 32;

/// What `work` makes of each item, in the order of the items. Each core has its own state,
/// made by `state`; what is made of an item must not depend on what the state saw before.
pub(crate) fn map_with<T, S, R>(
    items: &[T],
    state: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, &T) -> R + Sync + Send,
) -> Vec<R>
where
    T: Sync,
    R: Send,
{
    if items.len() < FEWEST {
        let mut state = state();
        return items.iter().map(|item| work(&mut state, item)).collect();
    }
    let chunks = items.par_iter().with_min_len(AT_A_TIME);
    chunks.map_init(state, work).collect()
}

/// What `work` makes of each item, in the order of the items.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    map_with(items, || (), |(), item| work(item))
}

/// What `work` makes of each item, in the order of the items, where the work of a few is
/// `heavy` enough for several cores.
pub(crate) fn map_few<T: Send, R: Send>(
    items: Vec<T>,
    heavy: bool,
    work: impl Fn(T) -> R + Sync + Send,
) -> Vec<R> {
    if heavy {
        items.into_par_iter().with_max_len(1).map(work).collect()
    } else {
        items.into_iter().map(work).collect()
    }
}
