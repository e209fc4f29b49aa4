//! Reads ahead what lies far apart in memory, so that all of it is on its way at once: among a
//! million sentences that takes longer than all that is then done with it.

use std::hint::black_box;

/// Reads some of each slice; `part` is what of an item is read.
pub(super) fn read_ahead<'a, T: 'a>(
    slices: impl Iterator<Item = &'a [T]>,
    part: impl Fn(&T) -> u32,
) {
    let read = |item: Option<&'a T>| item.map_or(0, &part);
    let some = slices.map(|slice| read(slice.first()) ^ read(slice.get(slice.len() / 2)));
    black_box(some.fold(0, |all, part| all ^ part));
}
