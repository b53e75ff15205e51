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
/// at the start of a word, inside, or at least its letters in order.
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
    // Letters in order find „lkgoe“; with fewer than three nearly everything would fit.
    (word.chars().count() >= 3 && in_order(word, text)).then_some(1)
}

/// Whether all letters come in this order, the first at the start of a word.
fn in_order(word: &str, text: &str) -> bool {
    let Some(first) = word.chars().next() else { return true };
    let starts = text.char_indices().filter(|(at, it)| *it == first && (*at == 0 || text[..*at].ends_with(' ')));
    starts.map(|it| it.0).any(|start| {
        let mut rest = text[start..].chars();
        word.chars().all(|wanted| rest.by_ref().any(|it| it == wanted))
    })
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
        let order = ["Harz", "Bad Harzburg", "Südharz", "Hardegsen am Zoll"].map(|it| score("harz", it));
        assert!(order.windows(2).all(|it| it[0] > it[1]), "{order:?}");
        assert_eq!(score("harz", "Eichsfeld"), None);
    }

    #[test]
    fn every_word_counts() {
        assert!(score("speich unter", "Speichern unter …").is_some());
        assert_eq!(score("speichern oder", "Speichern unter …"), None);
        assert_eq!(score("xx", "Xaver xylophon"), None, "two letters in order are no hit");
    }
}
