//! Plain text: what may stand in a file that others open.
//!
//! Names come from files of others. Signs that turn the direction of writing, that show nothing, or that XML forbids could
//! make a map or a table say something else than it does; they are left out or replaced.

/// The text in one line without control signs, marks of direction and signs without width.
pub fn plain(text: &str) -> String {
    text.chars().filter(|it| !is_hidden(*it)).map(|it| if it.is_control() || is_unwritable(it) { ' ' } else { it }).collect()
}

/// Marks and overrides of direction, and signs that nobody sees.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}' | '\u{00AD}')
}

/// What XML 1.0 cannot hold, and line breaks by other names.
fn is_unwritable(sign: char) -> bool {
    matches!(sign, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The text for XML: plain, with the signs that mean something in XML written out.
pub fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in plain(text).chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_mislead_is_left_out() {
        for (text, is) in [
            ("Hann. Münden", "Hann. Münden"),
            ("a\u{202E}b\u{200B}c\u{FEFF}", "abc"),
            ("zwei\r\nZeilen\u{2028}drei", "zwei  Zeilen drei"),
            ("\u{0}\u{7}x\u{FFFF}", "  x "),
        ] {
            assert_eq!(plain(text), is);
        }
        assert_eq!(xml("<script>\"A\" & 'B'</script>"), "&lt;script&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/script&gt;");
    }
}
