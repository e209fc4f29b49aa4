//! Work that is independent, on all cores, with the answer that one core would give.

use std::sync::OnceLock;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The threads, started when there is work for them; none where the system refuses them.
fn threads() -> Option<&'static ThreadPool> {
    static THREADS: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let threads = THREADS.get_or_init(|| ThreadPoolBuilder::new().build().ok());
    threads.as_ref()
}

/// The threads, if the work is heavy enough for them.
fn threads_for(heavy: bool) -> Option<&'static ThreadPool> {
    if heavy { threads() } else { None }
}

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
    let Some(threads) = threads_for(items.len() >= least) else {
        let mut state = state();
        return items.iter().map(|item| work(&mut state, item)).collect();
    };
    let parts = items.par_iter().with_min_len(least.div_ceil(PARTS));
    threads.install(|| parts.map_init(state, work).collect())
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
    match threads_for(heavy) {
        Some(threads) => {
            let parts = items.into_par_iter().with_max_len(1);
            threads.install(|| parts.map(work).collect())
        }
        None => items.into_iter().map(work).collect(),
    }
}

/// The answers of two pieces of work, done at once where they are `heavy` enough for two cores.
pub(crate) fn both<A: Send, B: Send>(
    heavy: bool,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    match threads_for(heavy) {
        Some(threads) => threads.install(|| rayon::join(one, other)),
        None => (one(), other()),
    }
}
