//! Bytes to text: which encoding they are in, and what becomes of those that do not fit.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::bytes::position;

/// The most text that is decoded in one go.
const BUFFER_BYTES: usize = 16 << 10;

/// How much of the bytes a guess looks at. The detector reads some 16 MB a second, and more
/// evidence than this would not change its mind.
const SAMPLE_BYTES: usize = 1 << 20;

/// How much ASCII before the first other byte belongs to the sample.
const CONTEXT_BYTES: usize = 64;

/// A text and how it was found.
pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static Encoding,
    pub faults: Option<Faults>,
}

/// The byte sequences that became U+FFFD.
#[derive(Clone, Copy)]
pub(super) struct Faults {
    /// How many there are; at least one.
    pub count: usize,
    /// Where the first one stands, as a byte offset of the text.
    pub first: usize,
}

/// The bytes hold a NUL that is not half of a UTF-16 unit.
pub(super) struct IsBinary;

/// The encoding asked for, or UTF-16 where the bytes are that without a mark.
///
/// # Errors
///
/// Where they are binary.
pub(super) fn or_unmarked(
    bytes: &[u8],
    asked: Option<&'static Encoding>,
) -> Result<Option<&'static Encoding>, IsBinary> {
    let known = asked.or_else(|| Encoding::for_bom(bytes).map(|(encoding, _)| encoding));
    if known.is_some_and(is_utf16) || !has_nul(bytes) {
        return Ok(asked);
    }
    match unmarked_utf16(bytes) {
        Some(unmarked) if asked.is_none() => Ok(Some(unmarked)),
        _ => Err(IsBinary),
    }
}

/// Whether there is a NUL among the bytes.
pub(super) fn has_nul(bytes: &[u8]) -> bool {
    position(bytes, |byte| byte == 0).is_some()
}

/// The byte order of UTF-16 without a mark. A script has one upper half for most of its letters, and
/// marks, blanks and digits have the upper half 0.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    // So few are an accident.
    const FEWEST: usize = 8;
    // At least one unit in so many has the upper half 0, and at most one in so many of these has the
    // lower half 0, as an ideographic space does.
    const ONE_IN: usize = 16;
    let units = bytes.chunks_exact(2);
    let zeros = |half: usize| units.clone().filter(|unit| unit[half] == 0).count();
    let (encoding, upper, lower, unit): (_, _, _, fn([u8; 2]) -> u16) = match (zeros(0), zeros(1)) {
        (lower, upper) if upper > lower => (UTF_16LE, upper, lower, u16::from_le_bytes),
        (upper, lower) => (UTF_16BE, upper, lower, u16::from_be_bytes),
    };
    if upper < FEWEST || upper * ONE_IN < units.len() || lower * ONE_IN > upper {
        return None;
    }
    let mut text = char::decode_utf16(units.map(|halves| unit([halves[0], halves[1]])));
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
    match text.find(|c| !c.as_ref().is_ok_and(|&c| is_text(c))) {
        None => Some(encoding),
        // What was read so far may end inside a character.
        Some(fault) => (fault.is_err() && text.next().is_none()).then_some(encoding),
    }
}

/// The bytes as text, by the encoding asked for, or the one found out.
pub(super) fn decode(bytes: Vec<u8>, asked: Option<&'static Encoding>) -> Decoded {
    let (known, mark) = known_encoding(&bytes, asked);
    if let Some(encoding) = known.filter(|encoding| *encoding != UTF_8) {
        return replace_faults(&bytes[mark..], encoding);
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..mark);
            Decoded {
                text,
                encoding: UTF_8,
                faults: None,
            }
        }
        Err(error) => {
            let bytes = error.as_bytes();
            replace_faults(&bytes[mark..], known.unwrap_or_else(|| guess(bytes)))
        }
    }
}

/// The encoding that was asked for or is marked, and the length of the mark before the text.
fn known_encoding(
    bytes: &[u8],
    asked: Option<&'static Encoding>,
) -> (Option<&'static Encoding>, usize) {
    match (asked, Encoding::for_bom(bytes)) {
        (None, Some((marked, mark))) => (Some(marked), mark),
        // "UTF-16" is asked for in either byte order; the mark tells which it is.
        (Some(asked), Some((marked, mark)))
            if asked == marked || is_utf16(asked) && is_utf16(marked) =>
        {
            (Some(marked), mark)
        }
        (asked, _) => (asked, 0),
    }
}

fn is_utf16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// The likeliest encoding of bytes that are not UTF-8 from end to end.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if is_broken_utf8(bytes) {
        return UTF_8;
    }
    if are_marks(bytes) {
        return WINDOWS_1252;
    }
    // ASCII says nothing, apart from the letters just before the first other byte.
    let from = Encoding::ascii_valid_up_to(bytes).saturating_sub(CONTEXT_BYTES);
    let sample = &bytes[from..bytes.len().min(from + SAMPLE_BYTES)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, from + sample.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether all bytes that are no ASCII stand apart from letters and from each other: then they are
/// signs such as "£" and no letters, and a language cannot be guessed from them.
fn are_marks(bytes: &[u8]) -> bool {
    let stands_alone = |around: &[u8]| {
        let apart = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphabetic();
        around[1].is_ascii() || apart(around[0]) && apart(around[2])
    };
    bytes.windows(3).all(stands_alone)
        && bytes.first().is_some_and(u8::is_ascii)
        && bytes.last().is_some_and(u8::is_ascii)
}

/// Whether the bytes were UTF-8 before a few of them broke, or the end was cut off.
///
/// Text in another encoding hardly ever forms a multi-byte sequence of UTF-8 by chance, so
/// where whole sequences outnumber broken ones, a guess would garble what can be saved.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    let mut last: &[u8] = &[];
    for chunk in bytes.utf8_chunks() {
        last = chunk.invalid();
        broken += usize::from(!last.is_empty());
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
    }
    let cut_off = std::str::from_utf8(last).is_err_and(|error| error.error_len().is_none());
    if cut_off {
        broken -= 1;
        // A single byte is no evidence: it may be the last letter in a one-byte encoding.
        whole += usize::from(last.len() > 1);
    }
    whole > broken
}

/// Decodes bytes without a mark; what does not fit becomes U+FFFD and is counted.
fn replace_faults(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    // Decodes by way of a small buffer: the decoder touches all the room that it is given
    // each time it stops, so faults in a large text would cost time in the square.
    let mut buffer = "\0".repeat(BUFFER_BYTES);
    let mut text = String::with_capacity(bytes.len());
    let mut faults: Option<Faults> = None;
    let mut rest = bytes;
    loop {
        let (result, read, written) =
            decoder.decode_to_str_without_replacement(rest, &mut buffer, true);
        text.push_str(&buffer[..written]);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                let first = text.len();
                faults.get_or_insert(Faults { count: 0, first }).count += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    Decoded {
        text,
        encoding,
        faults,
    }
}
