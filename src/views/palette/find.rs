//! What fits to what was typed.

/// Text as it is compared: small letters, without marks, ä as a, ß as ss; ae, oe and ue as a, o and u, since nobody knows
/// which way a name is written.
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        match sign {
            'ä' | 'á' | 'à' | 'â' | 'å' | 'ã' => plain.push('a'),
            'ö' | 'ó' | 'ò' | 'ô' | 'ø' | 'õ' => plain.push('o'),
            'ü' | 'ú' | 'ù' | 'û' => plain.push('u'),
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'í' | 'ì' | 'î' | 'ï' => plain.push('i'),
            'ç' => plain.push('c'),
            'ñ' => plain.push('n'),
            'ß' => plain.push_str("ss"),
            'e' if plain.ends_with(['a', 'o', 'u']) => {}
            '-' | '/' | '.' | ',' | '(' | ')' | '„' | '“' | '…' | '\u{a0}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

/// Whether each typed word stands somewhere in the text, as typed or however its umlauts and accents are written.
pub fn holds(text: &str, query: &str) -> bool {
    let (plain, text) = (fold(text), text.to_lowercase());
    query.to_lowercase().split_whitespace().all(|it| text.contains(it) || plain.contains(fold(it).trim()))
}

/// How well a text fits, higher is better; `None` if it doesn't. Every word typed has to be found: at the start of the text,
/// at the start of a word, inside, or at least its letters in order and close together.
pub fn score(query: &str, text: &str) -> Option<i32> {
    let text = fold(text);
    let query = fold(query);
    let mut sum = 0;
    for word in query.split_whitespace() {
        sum += word_score(word, &text)?;
    }
    Some(sum * 8 - i32::try_from(text.chars().count().min(60)).unwrap_or(60) / 8)
}

fn word_score(word: &str, text: &str) -> Option<i32> {
    if text.starts_with(word) {
        return Some(12);
    }
    if text.split_whitespace().any(|it| it.starts_with(word)) {
        return Some(9);
    }
    if text.contains(word) {
        return Some(5);
    }
    // Letters in order find „lkgoe“; with fewer than three nearly everything would fit, and nobody abbreviates to more than twelve.
    ((3..=12).contains(&word.chars().count()) && in_order(word, text)).then_some(1)
}

/// So many letters may be left out between the first and the last one typed; what follows up to the next word costs nothing.
const LEFT_OUT: usize = 3;

/// Whether all letters come in this order, the first at the start of a word.
fn in_order(word: &str, text: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return true };
    let mut begun = text.split_inclusive(' ').scan(0, |at, part| {
        let start = *at;
        *at += part.len();
        text.get(start..)
    });
    begun.any(|it| it.strip_prefix(first).is_some_and(|rest| goes_on(letters.as_str(), rest, LEFT_OUT)))
}

/// Whether the letters go on in `rest`: a few letters further in the same word, or at the start of the next.
fn goes_on(letters: &str, rest: &str, left_out: usize) -> bool {
    let mut wanted = letters.chars();
    let Some(next) = wanted.next() else { return true };
    let mut near = rest.char_indices().take_while(|it| it.1 != ' ').take(left_out + 1).enumerate();
    let in_word = near.any(|(skipped, (at, sign))| {
        let after = rest.get(at + sign.len_utf8()..).unwrap_or_default();
        sign == next && goes_on(wanted.as_str(), after, left_out - skipped)
    });
    let next_word = rest.split_once(' ').and_then(|it| it.1.trim_start().strip_prefix(next));
    in_word || next_word.is_some_and(|it| goes_on(wanted.as_str(), it, left_out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn umlauts_are_found_however_they_are_typed() {
        for typed in ["Göttingen", "goettingen", "gottingen", "GÖTT"] {
            assert!(score(typed, "Göttingen, Stadt").is_some(), "{typed}");
        }
        assert!(score("strasse", "Bahnhofstraße").is_some());
        assert!(score("strauße", "Strausse").is_some());
    }

    #[test]
    fn what_begins_alike_comes_before_what_only_holds_it() {
        let order = ["Harz", "Bad Harzburg", "Südharz", "Hardenberger Zug"].map(|it| score("harz", it));
        assert!(order.windows(2).all(|it| it[0] > it[1]), "{order:?}");
        assert_eq!(score("harz", "Eichsfeld"), None);
    }

    /// „harz“ found „Hardegsen am Zoll“, and nearly any word some indicator with a long name.
    #[test]
    fn letters_in_order_have_to_stand_close_together() {
        for (typed, text, fits) in [
            ("lkgoe", "Landkreis Göttingen", true),
            ("gdb", "Gemeinde Duderstadt am Brocken", false),
            ("gda", "Gemeinde Duderstadt am Brocken", true),
            ("dudst", "Duderstadt", true),
            ("harz", "Hardegsen am Zoll", false),
            ("kita", "Kinder unter 3 in Tagesbetreuung, Anteil", false),
            ("wald", "Wohngeldhaushalte je 1.000 Haushalte", false),
            ("osten", "Ortschaften mit Tagespflege", false),
            ("aaaaaaaaaaaaaaaaaaaaaaaaab", &"aaaa ".repeat(60), false),
        ] {
            assert_eq!(score(typed, text).is_some(), fits, "{typed}: {text}");
        }
    }

    #[test]
    fn every_word_counts() {
        assert!(score("speich unter", "Speichern unter …").is_some());
        assert_eq!(score("speichern oder", "Speichern unter …"), None);
        assert_eq!(score("xx", "Xaver xylophon"), None, "two letters in order are no hit");
    }
}
