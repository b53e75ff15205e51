//! Text out of bytes: which encoding a file is in, and umlauts that were encoded twice.
//!
//! **Promise.** Bytes either become text or are refused; nothing is replaced by question marks.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text, and the encoding it was taken from where that isn't UTF-8.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded<'a> {
    /// The text without byte order mark.
    pub text: Cow<'a, str>,
    /// The name of the encoding, `None` for UTF-8.
    pub encoding: Option<&'static str>,
    /// Whether the encoding was guessed: it had no mark, and any bytes would have fitted.
    pub guessed: bool,
}

/// No name has more signs that somebody reads; the rest would only fill lists and maps, and keep the window busy laying it out.
pub const LONGEST_NAME: usize = 300;

/// The beginning of a name that is too long; `None` where it isn't.
pub fn shortened(name: &str) -> Option<String> {
    let (end, _) = name.char_indices().nth(LONGEST_NAME)?;
    Some(format!("{}…", name.get(..end)?))
}

/// Decodes UTF-8 and UTF-16 with or without byte order mark; all else is taken for Windows-1252, the usual way of German
/// offices before UTF-8. `None` for bytes that are no text: cut UTF-16, or zero bytes in what claims to be Windows-1252.
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some(body) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return plain(body).or_else(|| windows(body));
    }
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => None, // UTF-32
        [0xFF, 0xFE, body @ ..] => wide(UTF_16LE, body),
        [0xFE, 0xFF, body @ ..] => wide(UTF_16BE, body),
        [head, 0, second, 0, ..] if *head != 0 && *second != 0 => wide(UTF_16LE, bytes),
        [0, head, 0, second, ..] if *head != 0 && *second != 0 => wide(UTF_16BE, bytes),
        _ => plain(bytes).or_else(|| windows(bytes)),
    }
}

fn plain(bytes: &[u8]) -> Option<Decoded<'_>> {
    let text = std::str::from_utf8(bytes).ok()?;
    Some(Decoded { text: Cow::Borrowed(text), encoding: None, guessed: false })
}

fn wide<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Option<Decoded<'a>> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded { text, encoding: Some(encoding.name()), guessed: false })
}

fn windows(bytes: &[u8]) -> Option<Decoded<'_>> {
    if bytes.contains(&0) {
        return None;
    }
    let text = WINDOWS_1252.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded { text, encoding: Some(WINDOWS_1252.name()), guessed: true })
}

/// Undoes a double encoding: `GÃ¶ttingen` was UTF-8, read as Windows-1252 and written as UTF-8 once more.
/// `None` for text that shows no sign of it.
pub fn undo_double_encoding(text: &str) -> Option<String> {
    let mut mended = undo_once(text)?;
    // What went through two such tools was encoded three times; every turn makes it shorter.
    while let Some(again) = undo_once(&mended) {
        mended = again;
    }
    Some(mended)
}

fn undo_once(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'â', 'Å', 'Ä']) {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(windows_byte).collect::<Option<_>>()?;
    let mended = String::from_utf8(bytes).ok()?;
    (mended.chars().count() < text.chars().count() && !mended.chars().any(char::is_control)).then_some(mended)
}

/// The byte that Windows-1252 (or, for its holes, Latin-1) writes for a character.
fn windows_byte(sign: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•',
        '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let place = HIGH.iter().position(|it| *it == sign).and_then(|it| u8::try_from(it).ok());
    place.map(|it| it + 0x80).or_else(|| u8::try_from(u32::from(sign)).ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "{\"GEN\": \"Hörden am Harz\"}";
        let wide =
            |big: bool| -> Vec<u8> { text.encode_utf16().flat_map(|it| if big { it.to_be_bytes() } else { it.to_le_bytes() }).collect() };
        let with = |mark: &[u8], body: &[u8]| [mark, body].concat();
        let latin: Vec<u8> = text.chars().map(|it| windows_byte(it).unwrap()).collect();
        for (bytes, encoding, guessed) in [
            (text.as_bytes().to_vec(), None, false),
            (with(b"\xEF\xBB\xBF", text.as_bytes()), None, false),
            (wide(false), Some("UTF-16LE"), false),
            (with(b"\xFF\xFE", &wide(false)), Some("UTF-16LE"), false),
            (wide(true), Some("UTF-16BE"), false),
            (with(b"\xFE\xFF", &wide(true)), Some("UTF-16BE"), false),
            (latin, Some("windows-1252"), true),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_ref(), decoded.encoding, decoded.guessed), (text, encoding, guessed));
        }
        assert_eq!(decode(b"\xFF\xFEa"), None, "half a character");
        assert_eq!(decode(b"ab\xFF\0cd"), None, "no text at all");
        assert_eq!(decode(b"").unwrap().text, "");
    }

    #[test]
    fn only_what_was_encoded_twice_is_mended() {
        for (text, mended) in [
            ("GÃ¶ttingen", Some("Göttingen")),
            ("HÃ¶rden, StraÃŸe", Some("Hörden, Straße")),
            ("Ã„pfel", Some("Äpfel")),
            ("AllermÃƒÂ¶he", Some("Allermöhe")),
            ("GroÃƒÅ¸ Flottbek", Some("Groß Flottbek")),
            ("Göttingen", None),
            ("São Paulo", None),
            ("Ångström", None),
            ("Ärger", None),
            ("Braunlage", None),
        ] {
            assert_eq!(undo_double_encoding(text).as_deref(), mended, "{text}");
        }
    }
}
