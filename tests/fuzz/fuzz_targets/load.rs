//! Any bytes, in any encoding asked for: the text holds no NUL, a fault is told exactly where
//! the text has a replacement character that the bytes did not have, and UTF-8 is kept.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wirediff::load::{LoadOptions, Warning, decode};

fuzz_target!(|input: (u8, Vec<u8>)| {
    let (choice, bytes) = input;
    let labels = ["", "utf-8", "utf-16le", "windows-1252", "shift_jis", "gb18030"];
    let label = labels[usize::from(choice) % labels.len()];
    let options = LoadOptions {
        encoding: encoding(label),
        ..LoadOptions::default()
    };
    let Ok(document) = decode("fuzz".to_owned(), bytes.clone(), &options) else {
        return;
    };
    assert!(!document.text.contains('\0'));
    if let Some(warning) = &document.warning {
        assert!(!warning.to_string().contains('\n'));
    }
    if let Some(Warning::Replaced { count, line, .. }) = &document.warning {
        assert!(*count > 0);
        assert!(*line > 0);
        assert!(document.text.matches('\u{fffd}').count() >= *count);
    }
    // With NULs it may be UTF-16 that happens to be UTF-8 too.
    let utf8 = std::str::from_utf8(&bytes).ok().filter(|text| !text.contains('\0'));
    if let (None, Some(text)) = (options.encoding, utf8) {
        assert_eq!(document.text, text.strip_prefix('\u{feff}').unwrap_or(text));
        assert!(!matches!(document.warning, Some(Warning::Replaced { .. })));
    }
});

fn encoding(label: &str) -> Option<&'static encoding_rs::Encoding> {
    encoding_rs::Encoding::for_label(label.as_bytes())
}
