//! Paths as they stand in a URI (RFC 3986, RFC 8089).

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// What may stand in a URI's path as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The bytes of a name as they stand in a URI; none is lost.
pub fn encoded(name: &[u8]) -> String {
    percent_encode(name, PLAIN).to_string()
}

/// The URI of a file: `file://HOST/PATH` where the path is absolute, and a reference relative to
/// wherever the path is otherwise. `host` may be empty.
pub fn of_file(host: &str, path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let encoded = match cfg!(windows) {
        true => encoded(&bytes.iter().map(|&byte| slash(byte)).collect::<Vec<u8>>()),
        false => encoded(bytes),
    };
    if path.is_relative() {
        return encoded;
    }
    // `C:\desk` is `/C:/desk`.
    let root = if encoded.starts_with('/') { "" } else { "/" };
    format!("file://{host}{root}{encoded}")
}

fn slash(byte: u8) -> u8 {
    if byte == b'\\' { b'/' } else { byte }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_kept() {
        assert_eq!(
            of_file("", Path::new("desk/a b#ü%.txt")),
            "desk/a%20b%23%C3%BC%25.txt"
        );
        assert_eq!(encoded(b"desk\xff.local"), "desk%FF.local");
    }

    #[cfg(unix)]
    #[test]
    fn an_absolute_path_has_a_scheme_and_a_host() {
        assert_eq!(of_file("", Path::new("/a b")), "file:///a%20b");
        assert_eq!(of_file("desk", Path::new("/a/b")), "file://desk/a/b");
    }

    #[cfg(windows)]
    #[test]
    fn a_drive_stands_behind_the_root() {
        assert_eq!(
            of_file("", Path::new(r"C:\desk\a b")),
            "file:///C%3A/desk/a%20b"
        );
        assert_eq!(of_file("", Path::new(r"desk\a")), "desk/a");
    }
}
