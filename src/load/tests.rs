use super::*;
use encoding_rs::{BIG5, EUC_KR, GBK, KOI8_R, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

fn decoded(bytes: &[u8]) -> Document {
    decode("in.txt".into(), bytes.to_vec(), &LoadOptions::default()).unwrap()
}

fn decoded_as(label: &str, bytes: &[u8]) -> Document {
    let options = LoadOptions {
        encoding: Encoding::for_label(label.as_bytes()),
        ..LoadOptions::default()
    };
    decode("in.txt".into(), bytes.to_vec(), &options).unwrap()
}

fn message(result: Result<Document, LoadError>) -> String {
    result.unwrap_err().to_string()
}

fn utf16(text: &str, to_bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn utf8_stays_as_it_is_with_all_its_line_ends() {
    let text = "Löwe\r\nzwei\rdrei\u{2028}vier\u{2029}\u{c}fünf";
    let document = decoded(text.as_bytes());
    assert_eq!(document.text, text);
    assert_eq!(document.encoding, UTF_8);
    assert_eq!(document.warning, None);
}

#[test]
fn marks_tell_the_encoding_and_are_no_text() {
    assert_eq!(decoded("\u{feff}Über".as_bytes()).text, "Über");
    assert_eq!(
        decoded(&utf16("\u{feff}Über 🚢", u16::to_le_bytes)).text,
        "Über 🚢"
    );
    assert_eq!(
        decoded(&utf16("\u{feff}Über 🚢", u16::to_be_bytes)).text,
        "Über 🚢"
    );
    assert_eq!(decoded(b"\xef\xbb\xbf").text, "");
    assert_eq!(decoded(b"\xff\xfe").text, "");
}

#[test]
fn a_second_mark_is_text() {
    assert_eq!(decoded("\u{feff}\u{feff}a".as_bytes()).text, "\u{feff}a");
}

#[test]
fn signs_apart_from_letters_are_those_of_windows_1252() {
    for (bytes, text) in [
        (&b"The fee is \xA35 now.\n"[..], "The fee is £5 now.\n"),
        (b"It was 3\xB0 \x97 cold.\n", "It was 3° — cold.\n"),
    ] {
        let document = decoded(bytes);
        assert_eq!(
            (document.text.as_str(), document.encoding),
            (text, WINDOWS_1252)
        );
    }
}

#[test]
fn wire_copy_in_windows_1252_is_guessed() {
    let document = decoded(b"\x93No one was hurt,\x94 M\xfcller said \x97 twice.");
    assert_eq!(
        document.text,
        "\u{201c}No one was hurt,\u{201d} Müller said \u{2014} twice."
    );
    assert_eq!(document.encoding, WINDOWS_1252);
    assert_eq!(document.warning, None);
}

#[test]
fn other_scripts_are_guessed_and_not_taken_for_broken_utf8() {
    let cases = [
        (
            KOI8_R,
            "Паром сел на мель у мыса в понедельник, сообщили в порту. Пассажиров снимали спасательные шлюпки.",
        ),
        (
            GBK,
            "渡轮周一在海角附近搁浅，港务局长说没有人受伤。乘客由救生艇接走。",
        ),
        (
            BIG5,
            "渡輪週一在海角附近擱淺，港務局長說沒有人受傷。乘客由救生艇接走。",
        ),
        (
            SHIFT_JIS,
            "フェリーは月曜日に岬の沖で座礁した。港長によると、けが人はいなかった。",
        ),
        (
            EUC_KR,
            "여객선이 월요일 곶 앞바다에서 좌초했다. 항만 관계자는 다친 사람이 없다고 말했다.",
        ),
    ];
    for (encoding, text) in cases {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{}", encoding.name());
        assert_eq!(decoded(&bytes).text, text, "{}", encoding.name());
    }
}

#[test]
fn a_guess_finds_its_evidence_however_late_it_comes() {
    let late = "No accent for long. ".repeat(100_000) + "Müller’s café — “open”. ";
    let text = late + &"No more of them. ".repeat(100_000);
    let (bytes, ..) = WINDOWS_1252.encode(&text);
    assert!(decoded(&bytes).text == text);
}

#[test]
fn a_few_broken_bytes_do_not_make_utf8_another_encoding() {
    let document = decoded("Zoë saw the café \u{201c}Über\u{201d}.\nShe".as_bytes());
    assert_eq!(document.warning, None);

    let document = decoded(b"Zo\xc3\xab saw the caf\xc3\xa9.\nThe na\xefve \xe2\x80\x94 one.\n");
    assert_eq!(
        document.text,
        "Zoë saw the café.\nThe na\u{fffd}ve — one.\n"
    );
    assert_eq!(
        document.warning.unwrap().to_string(),
        "in.txt: bytes that are not UTF-8, on line 2, are shown as U+FFFD; \
         name the right encoding with --encoding"
    );
}

#[test]
fn utf8_cut_in_its_last_character_stays_utf8() {
    assert_eq!(decoded(b"It closed\xe2\x80").text, "It closed\u{fffd}");
    assert_eq!(decoded(b"caf\xc3\xa9, caf\xc3").text, "café, caf\u{fffd}");
    // Without any other evidence, one byte at the end is a letter of a one-byte encoding.
    assert_eq!(
        decoded(b"We met at the old caf\xe9").text,
        "We met at the old café"
    );
}

#[test]
fn faults_are_counted_and_placed_in_one_warning() {
    let document = decoded_as(
        "utf-8",
        b"one\r\ntwo\rth\x0c\xffree\n\n\xff\xff \xe2\x82 end",
    );
    assert_eq!(
        document.text,
        "one\r\ntwo\rth\u{c}\u{fffd}ree\n\n\u{fffd}\u{fffd} \u{fffd} end"
    );
    assert_eq!(
        document.warning.unwrap().to_string(),
        "in.txt: bytes that are not UTF-8, first on line 4 and in 4 places, are shown as U+FFFD; \
         name the right encoding with --encoding"
    );
}

#[test]
fn text_longer_than_the_buffer_is_decoded_whole() {
    let line = "Straße — ".repeat(5_000);
    let (bytes, ..) = WINDOWS_1252.encode(&line);
    assert_eq!(decoded(&bytes).text, line);

    let mut broken = line.clone().into_bytes();
    broken.extend(b"\xff");
    assert_eq!(decoded(&broken).text, line + "\u{fffd}");
}

#[test]
fn the_encoding_asked_for_overrides_marks_and_guesses() {
    assert_eq!(decoded_as("koi8-r", b"\xd0\xcf\xd2\xd4").text, "порт");
    assert_eq!(decoded_as("latin1", "é".as_bytes()).text, "Ã©");
    assert_eq!(decoded_as("utf-16be", b"\x00H\x00i").text, "Hi");
    assert_eq!(decoded_as("latin1", b"\xef\xbb\xbfa").text, "ï»¿a");
}

#[test]
fn a_mark_tells_the_byte_order_of_utf16() {
    let document = decoded_as("utf-16", &utf16("\u{feff}Hi", u16::to_be_bytes));
    assert_eq!(document.text, "Hi");
    assert_eq!(document.encoding, UTF_16BE);
}

#[test]
fn what_is_no_plain_text_is_told() {
    for (text, format) in [
        ("\n<!DOCTYPE HTML>\n<p>The ferry sank.</p>", "HTML"),
        ("<html><p>The ferry sank.</p>", "HTML"),
        ("<?xml version='1.0'?><p/>", "XML"),
        ("{\\rtf1 The ferry sank.}", "RTF"),
        ("%PDF-1.7 1 0 obj", "PDF"),
    ] {
        assert_eq!(
            decoded(text.as_bytes()).warning.unwrap().to_string(),
            format!("in.txt: is {format}, and its markup is read as words; give its text")
        );
    }
    assert_eq!(decoded(b"<htm The ferry sank.").warning, None);
}

#[test]
fn utf16_needs_no_mark() {
    for line in [
        "The ferry ran aground. \u{3000}Nobody left.",
        "Паром сел на мель, никто не пострадал.",
    ] {
        for (bytes, encoding) in [
            (utf16(line, u16::to_le_bytes), UTF_16LE),
            (utf16(line, u16::to_be_bytes), UTF_16BE),
        ] {
            let document = decoded(&bytes);
            assert_eq!(
                (document.text.as_str(), document.encoding),
                (line, encoding)
            );
        }
    }
}

#[test]
fn nul_bytes_are_binary() {
    let options = LoadOptions::default();
    let expected = "in.txt: is binary (it holds NUL bytes); give its text, or if it is UTF-16 \
                    without a mark, --encoding utf-16le or utf-16be";
    for bytes in [
        b"GIF89a\0\x01".to_vec(),
        b"\xff\xfe\0\0a\0".to_vec(),
        b"ab\0\0cd\0\0".to_vec(),
        b"a\0\x01\0\x02\0".to_vec(),
    ] {
        assert_eq!(message(decode("in.txt".into(), bytes, &options)), expected);
    }
}

#[test]
fn input_is_held_to_the_limit() {
    let options = LoadOptions {
        max_bytes: 5,
        ..LoadOptions::default()
    };
    let expected = "in.txt: larger than 5 bytes, the most that one article may be; \
                    give a part of it";
    let longer = || b"123456".to_vec();
    assert_eq!(
        decode("in.txt".into(), b"12345".to_vec(), &options)
            .unwrap()
            .text,
        "12345"
    );
    assert_eq!(
        message(decode("in.txt".into(), longer(), &options)),
        expected
    );

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.txt");
    std::fs::write(&path, longer()).unwrap();
    assert!(message(load(&path, &options)).ends_with(expected));
}

#[test]
fn endless_input_ends_in_an_error() {
    let options = LoadOptions {
        max_bytes: 100_000,
        ..LoadOptions::default()
    };
    let error = read(io::repeat(b'y'), 0, "pipe", &options)
        .and_then(|bytes| decode("pipe".into(), bytes, &options));
    assert!(message(error).starts_with("pipe: larger than 100000 bytes"));

    let error = read(io::repeat(0), 0, "zero", &LoadOptions::default()).unwrap_err();
    assert!(error.to_string().starts_with("zero: is binary"));
}

#[test]
fn a_read_that_fails_tells_why() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let error = read(Failing, 0, "in.txt", &LoadOptions::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "in.txt: cannot be read: the disk is gone; mend that, or name another file"
    );
}

#[test]
fn the_default_limit_is_named_in_gibibytes() {
    let error = LoadError::too_large("big", LoadOptions::default().limit());
    assert!(error.to_string().starts_with("big: larger than 1 GiB,"));
}

#[test]
fn names_in_messages_take_one_line() {
    let odd = Path::new("new\nline\u{1b}[31m\u{202e}\t\u{2028}é.txt");
    assert_eq!(
        message(load(odd, &LoadOptions::default())),
        "new\\nline\\u{1b}[31m\\u{202e}\\t\\u{2028}é.txt: no such file; \
         check the spelling, or give - for standard input"
    );
}

#[cfg(unix)]
#[test]
fn bytes_of_a_name_that_are_not_utf8_are_spelt_out() {
    use std::os::unix::ffi::OsStrExt;
    let path = Path::new(std::ffi::OsStr::from_bytes(b"caf\xe9\xff.txt"));
    assert_eq!(shown_name(path), "caf\\xe9\\xff.txt");
}

#[test]
fn failures_to_open_name_the_remedy() {
    let told = |kind: io::ErrorKind| LoadError::from_io("in.txt", kind.into()).to_string();
    assert_eq!(
        told(io::ErrorKind::PermissionDenied),
        "in.txt: permission denied; make it readable, or name another file"
    );
    assert_eq!(
        told(io::ErrorKind::IsADirectory),
        "in.txt: is a directory; name a file in it"
    );
}

#[test]
fn files_come_in_their_order_however_large_and_the_first_fault_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let options = LoadOptions::default();
    for lines in [1, 40_000] {
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text.repeat(lines)).unwrap();
            path
        };
        let files = ["a", "b", "c"].map(|name| file(name, &format!("File {name}.\n")));
        let documents = load_all(&files, &options).unwrap();
        let heads = documents.iter().map(|document| &document.text[..7]);
        assert!(heads.eq(["File a.", "File b.", "File c."]), "{lines} lines");

        let gone = folder.path().join("gone");
        let binary = file("binary", "\0 and more\n");
        let [a, b, c] = files;
        let (at, error) = load_all(&[a, b, gone, binary, c], &options).unwrap_err();
        assert_eq!(at, 2);
        assert!(matches!(error, LoadError::Missing { .. }), "{error}");
    }
}
