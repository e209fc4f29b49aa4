//! Work that is independent, on all cores, with the answer that one core would give.

use std::hint::black_box;
use std::sync::{Mutex, OnceLock, mpsc};
use std::{io, thread};

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The threads, started when there is work for them; none where the system refuses them.
fn threads() -> Option<&'static ThreadPool> {
    static THREADS: OnceLock<Option<ThreadPool>> = OnceLock::new();
    THREADS.get_or_init(|| pool(0)).as_ref()
}

/// The stack of a thread, in bytes.
const STACK: usize = 2 << 20;
/// What glibc sets aside for the memory of a thread when it starts, in bytes, and rather too much.
/// It is never given back.
const HEAP: usize = 66 << 20;
/// What is left for all other work, in bytes, when a thread has started.
const REST: usize = 64 << 20;
/// Where so many bytes are left, no thread that starts takes what the next one needs.
const PLENTY: usize = 1 << 30;

/// Starts so many threads, or one for each core where `threads` is 0; `None` where the system refuses
/// one of them.
///
/// Where memory is short, each starts when the one before has what it needs, and only if there is
/// enough for it and for the work itself: who finds none is the end of the program.
pub fn pool(threads: usize) -> Option<ThreadPool> {
    let mut started = Vec::new();
    let builder = ThreadPoolBuilder::new().num_threads(threads);
    let threads = builder.spawn_handler(|work| {
        let plenty = has_room(PLENTY);
        if !plenty && !has_room(STACK + HEAP + REST) {
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        let (running, runs) = mpsc::channel::<()>();
        let run = move || {
            // The first memory that a thread asks for is the most: a place for all that follows.
            drop(black_box(Box::new(running)));
            work.run();
        };
        started.push(thread::Builder::new().stack_size(STACK).spawn(run)?);
        if !plenty {
            let _ = runs.recv();
        }
        Ok(())
    });
    let threads = threads.build().ok();
    if threads.is_none() {
        // Those that did start end now, and give their memory back.
        for thread in started {
            let _ = thread.join();
        }
    }
    threads
}

/// Whether so many bytes could be had.
fn has_room(bytes: usize) -> bool {
    let mut room = Vec::<u8>::new();
    let found = room.try_reserve_exact(bytes).is_ok();
    drop(black_box(room));
    found
}

/// Where heavy work runs: on our threads, or on those that the caller runs on already, who has
/// said how many there may be.
struct Place(Option<&'static ThreadPool>);

impl Place {
    fn run<R: Send>(self, work: impl FnOnce() -> R + Send) -> R {
        match self.0 {
            Some(threads) => threads.install(work),
            None => work(),
        }
    }
}

/// A place for work that is heavy enough for one, where the system has threads for us.
fn place_for(heavy: bool) -> Option<Place> {
    if !heavy {
        return None;
    }
    match rayon::current_thread_index() {
        Some(_) => Some(Place(None)),
        None => threads().map(|threads| Place(Some(threads))),
    }
}

/// What `work` makes, done on one of the threads if it is `heavy`: all parallel work inside it starts
/// there, and nobody has to wait until another thread has woken up.
pub(crate) fn inside<R: Send>(heavy: bool, work: impl FnOnce() -> R + Send) -> R {
    match place_for(heavy) {
        Some(place) => place.run(work),
        None => work(),
    }
}

/// Into how many parts the fewest items that are worth it are cut.
const PARTS: usize = 8;

/// A state that is lent to whoever works on a stretch of items, and is given back for the next one.
struct Lent<'s, S> {
    state: Option<S>,
    spare: &'s Mutex<Vec<S>>,
}

impl<'s, S> Lent<'s, S> {
    /// A spare one, if there is any.
    fn from(spare: &'s Mutex<Vec<S>>) -> Self {
        let state = spare.lock().ok().and_then(|mut spare| spare.pop());
        Lent { state, spare }
    }
}

impl<S> Drop for Lent<'_, S> {
    fn drop(&mut self) {
        if let (Some(state), Ok(mut spare)) = (self.state.take(), self.spare.lock()) {
            spare.push(state);
        }
    }
}

/// What `work` makes of each item, in the order of the items. Whoever works on a stretch of items has
/// a state, made by `state` or left from another stretch; what is made of an item must not depend on
/// what it saw before.
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
    S: Send,
    R: Send,
{
    let Some(place) = place_for(items.len() >= least) else {
        let mut state = state();
        return items.iter().map(|item| work(&mut state, item)).collect();
    };
    let parts = items.par_iter().with_min_len(least.div_ceil(PARTS));
    let spare = Mutex::new(Vec::new());
    let work = |lent: &mut Lent<'_, S>, item| work(lent.state.get_or_insert_with(&state), item);
    place.run(|| parts.map_init(|| Lent::from(&spare), work).collect())
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
    match place_for(heavy) {
        Some(place) => {
            let parts = items.into_par_iter().with_max_len(1);
            place.run(|| parts.map(work).collect())
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
    match place_for(heavy) {
        Some(place) => place.run(|| rayon::join(one, other)),
        None => (one(), other()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_runs_on_one_thread_gets_no_more() {
        let one = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let threads = one.install(|| map(&[(); 64], 1, |()| rayon::current_num_threads()));
        assert_eq!(threads, [1; 64]);
    }
}
