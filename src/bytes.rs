//! Finds the first of some bytes in a text, or stretches of them, many bytes at a time.

use std::ops::Range;

/// How many bytes are looked at before the first branch.
const AT_ONCE: usize = 32;

/// The place of the first byte that is `wanted`. That should be told without a branch, so that a
/// processor asks for many bytes at once.
#[inline]
pub(crate) fn position(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<AT_ONCE>();
    let any = |any, &byte: &u8| any | u8::from(wanted(byte));
    let chunk = chunks
        .iter()
        .position(|chunk| chunk.iter().fold(0, any) > 0);
    let (before, bytes) = match chunk {
        Some(chunk) => (chunk * AT_ONCE, &chunks[chunk][..]),
        None => match bytes.last_chunk::<AT_ONCE>() {
            // What of it is no part of the rest is known not to be wanted.
            Some(last) if last.iter().fold(0, any) == 0 => return None,
            _ => (bytes.len() - rest.len(), rest),
        },
    };
    match flags(bytes, wanted).trailing_zeros() {
        u64::BITS => None,
        place => Some(before + place as usize),
    }
}

/// Whether all bytes are characters of ASCII that are seen, or spaces of which no two stand together.
/// No branch is taken for a byte.
#[inline]
pub(crate) fn are_single_spaced_ascii(bytes: &[u8]) -> bool {
    let is_shown = |byte: u8| byte.wrapping_sub(b' ') < 0x5F;
    let usual =
        |all, (&one, &next): (&u8, &u8)| all & is_shown(next) & ((one != b' ') | (next != b' '));
    bytes.first().is_none_or(|&first| is_shown(first))
        && bytes.iter().zip(bytes.iter().skip(1)).fold(true, usual)
}

/// Gives each stretch of bytes that are `wanted`, in order; that should be told without a branch.
/// Sixty-four bytes are looked at before the first branch: where a word ends no processor can guess.
#[inline]
pub(crate) fn stretches(
    bytes: &[u8],
    wanted: impl Fn(u8) -> bool,
    mut give: impl FnMut(Range<usize>),
) {
    let mut open = None;
    for (block, chunk) in bytes.chunks(BLOCK).enumerate() {
        let inside = flags(chunk, &wanted);
        let mut edges = inside ^ (inside << 1 | u64::from(open.is_some()));
        while edges != 0 {
            let at = block * BLOCK + edges.trailing_zeros() as usize;
            edges &= edges - 1;
            match open.take() {
                Some(start) => give(start..at),
                None => open = Some(at),
            }
        }
    }
    if let Some(start) = open {
        give(start..bytes.len());
    }
}

/// How many bytes have a bit each in an integer.
const BLOCK: usize = u64::BITS as usize;

/// For each byte of a block, from the lowest bit on, whether it is wanted.
#[inline]
fn flags(block: &[u8], wanted: impl Fn(u8) -> bool) -> u64 {
    let mut flags = [0; BLOCK];
    for (flag, byte) in flags.iter_mut().zip(block) {
        *flag = u8::from(wanted(*byte));
    }
    // A product in whose highest byte the lowest bits of eight bytes stand side by side.
    let gathered =
        |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    let eights = flags.as_chunks().0.iter().enumerate();
    eights.fold(0, |all, (at, eight)| all | gathered(eight) << (8 * at))
}

#[cfg(test)]
mod tests {
    use super::{position, stretches};

    #[test]
    fn the_first_one_is_found_wherever_it_stands() {
        for length in 0..80 {
            let mut bytes = vec![b'x'; length];
            assert_eq!(position(&bytes, |byte| byte == b'.'), None);
            for place in (0..length).rev() {
                bytes[place] = b'.';
                assert_eq!(position(&bytes, |byte| byte == b'.'), Some(place));
            }
        }
    }

    #[test]
    fn stretches_are_found_wherever_they_start_and_end() {
        for length in 0..140 {
            for start in 0..length {
                let mut bytes = vec![b' '; length];
                bytes[start..].fill(b'x');
                bytes[length - 1] = b'.';
                let mut found = Vec::new();
                stretches(
                    &bytes,
                    |byte| byte != b' ',
                    |stretch| found.push((stretch.start, stretch.end)),
                );
                assert_eq!(found, [(start, length)]);
                found.clear();
                stretches(
                    &bytes,
                    |byte| byte == b'x',
                    |stretch| found.push((stretch.start, stretch.end)),
                );
                let some = start + 1 < length;
                assert_eq!(found, Vec::from_iter(some.then_some((start, length - 1))));
            }
        }
    }
}
