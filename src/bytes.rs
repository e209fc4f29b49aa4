//! Finds the first of some bytes in a text, many bytes at a time.

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
        None => (bytes.len() - rest.len(), rest),
    };
    let place = bytes.iter().position(|&byte| wanted(byte))?;
    Some(before + place)
}

#[cfg(test)]
mod tests {
    use super::position;

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
}
