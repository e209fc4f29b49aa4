//! Work that is independent, on all cores, with the answer that one core would give.

use rayon::prelude::*;

/// Into how many parts the fewest items that are worth it are cut.
const PARTS: usize = 8;

/// What `work` makes of each item, in the order of the items. Each core has its own state,
/// made by `state`; what is made of an item must not depend on what the state saw before.
///
/// Fewer items than `least` are not worth waking other cores for: two articles of usual length
/// are done before a thread has started.
pub(crate) fn map_with<T, S, R>(
    items: &[T],
    least: usize,
    state: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, &T) -> R + Sync + Send,
) -> Vec<R>
where
    T: Sync,
    R: Send,
{
    if items.len() < least {
        let mut state = state();
        return items.iter().map(|item| work(&mut state, item)).collect();
    }
    let parts = items.par_iter().with_min_len(least.div_ceil(PARTS));
    parts.map_init(state, work).collect()
}

/// What `work` makes of each item, in the order of the items; `least` as in [`map_with`].
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    least: usize,
    work: impl Fn(&T) -> R + Sync + Send,
) -> Vec<R> {
    map_with(items, least, || (), |(), item| work(item))
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
