//! Bounded looks into a text: no rule may read more than a fixed stretch around a stop, so
//! that the time grows in proportion to the text, whatever is in it.

/// The start of `text`: at most `limit` bytes, whole characters.
pub(crate) fn head(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of `text`: at most `limit` bytes, whole characters.
pub(crate) fn tail(text: &str, limit: usize) -> &str {
    let mut start = text.len().saturating_sub(limit);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::{head, tail};

    #[test]
    fn characters_stay_whole() {
        assert_eq!((head("aß", 2), tail("ßa", 2)), ("a", "a"));
        assert_eq!((head("aß", 3), tail("ßa", 9)), ("aß", "ßa"));
        assert_eq!((head("", 3), tail("", 0)), ("", ""));
    }
}
