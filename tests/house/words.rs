//! Every text exists in both languages, with the same values, and somebody says it.
//!
//! The sources are read as Rust tokens: a literal in `say!("…")`, `.say("…")`, `.say_with("…")` or `Message::new("…")` is a key
//! that is said. Keys may also wait in a table; so any literal equal to a key counts as its use, and any literal that looks
//! like a key of a section (`### section` in the texts) has to exist. Comments and `#[cfg(test)] mod` are skipped.
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const GERMAN: &str = include_str!("../../assets/words/de.ftl");
const ENGLISH: &str = include_str!("../../assets/words/en.ftl");

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Literal(String),
    Name(String),
    Sign(char),
}

/// A key said somewhere: where, which, and the names of its values if they stand there too.
struct Said {
    place: String,
    key: String,
    values: Option<BTreeSet<String>>,
}

#[test]
fn both_languages_say_the_same_with_the_same_values() {
    let (german, english) = (messages(GERMAN), messages(ENGLISH));
    let only =
        |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> { a.keys().filter(|it| !b.contains_key(*it)).cloned().collect() };
    assert_eq!(only(&german, &english), Vec::<String>::new(), "missing in en.ftl");
    assert_eq!(only(&english, &german), Vec::<String>::new(), "missing in de.ftl");
    for (key, values) in &german {
        assert_eq!(values, &english[key], "values of {key} in de.ftl and en.ftl");
    }
}

#[test]
fn no_key_stands_twice() {
    for (file, source) in [("de.ftl", GERMAN), ("en.ftl", ENGLISH)] {
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = source.lines().filter_map(key_of).filter(|it| !seen.insert(*it)).collect();
        assert_eq!(twice, Vec::<&str>::new(), "in {file}");
    }
}

#[test]
fn every_message_said_exists_and_every_message_is_said() {
    let known = messages(GERMAN);
    let sections: BTreeSet<&str> = GERMAN.lines().filter_map(|it| it.strip_prefix("### ")).map(str::trim).collect();
    let (mut faults, mut used) = (Vec::new(), BTreeSet::new());
    for (place, tokens) in sources() {
        for said in said(&place, &tokens) {
            match (known.get(&said.key), said.values) {
                (None, _) => faults.push(format!("{}: no message {}", said.place, said.key)),
                (Some(wanted), Some(given)) if *wanted != given => {
                    faults.push(format!("{}: {} wants {wanted:?}, gets {given:?}", said.place, said.key));
                }
                _ => {}
            }
        }
        for token in tokens {
            let Token::Literal(text) = token else {
                continue;
            };
            if known.contains_key(&text) {
                used.insert(text);
            } else if looks_like_a_key(&text, &sections) {
                faults.push(format!("{place}: {text} looks like a key and is none"));
            }
        }
    }
    faults.extend(known.keys().filter(|it| !used.contains(*it)).map(|it| format!("{it}: nobody says it")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn german_quotes_are_german() {
    let strange = |line: &&str| line.contains(['“', '”']) && !line.contains('„') || line.contains(['"']) && !line.contains('{');
    let lines: Vec<&str> = GERMAN.lines().filter(|it| !it.starts_with('#')).filter(strange).collect();
    assert_eq!(lines, Vec::<&str>::new(), "use „…“");
}

fn looks_like_a_key(text: &str, sections: &BTreeSet<&str>) -> bool {
    let kebab = text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    kebab && text.split_once('-').is_some_and(|(room, rest)| sections.contains(room) && !rest.is_empty())
}

/// The key that a line begins, if it begins one.
fn key_of(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim_end();
    let head = key.chars().next()?;
    (head.is_ascii_alphabetic() && !key.contains(char::is_whitespace)).then_some(key)
}

/// The messages of a Fluent source, each with the names of its values.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines().filter(|it| !it.starts_with('#')) {
        if let Some(next) = key_of(line) {
            key = next.to_owned();
            found.insert(key.clone(), BTreeSet::new());
        }
        let names = line.split('$').skip(1).map(|it| it.split(|c: char| !c.is_ascii_alphanumeric() && !"_-".contains(c)));
        let names = names.filter_map(|mut it| it.next().map(str::to_owned));
        if let Some(values) = found.get_mut(&key) {
            values.extend(names);
        }
    }
    found
}

fn sources() -> Vec<(String, Vec<Token>)> {
    let (mut found, mut open) = (Vec::new(), vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let tokens = without_tests(tokens(&fs::read_to_string(&path).unwrap()));
                found.push((path.display().to_string(), tokens));
            }
        }
    }
    assert!(found.len() > 10, "the sources are there");
    found
}

fn said(place: &str, tokens: &[Token]) -> Vec<Said> {
    let name = |at: usize, text: &str| matches!(tokens.get(at), Some(Token::Name(it)) if it == text);
    let sign = |at: usize, sign: char| tokens.get(at) == Some(&Token::Sign(sign));
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Token::Literal(key) = token else { continue };
        if at < 3 || !sign(at - 1, '(') {
            continue;
        }
        let values = if sign(at - 2, '!') && name(at - 3, "say") {
            Some(macro_values(tokens, at + 1))
        } else if name(at - 2, "new") && at > 4 && name(at - 5, "Message") {
            Some(chained_values(tokens, at + 1))
        } else if sign(at - 3, '.') && name(at - 2, "say") {
            Some(BTreeSet::new())
        } else if sign(at - 3, '.') && name(at - 2, "say_with") {
            listed_values(tokens, at + 1)
        } else {
            continue;
        };
        found.push(Said { place: place.to_owned(), key: key.clone(), values });
    }
    found
}

/// `, name, other = value)` of `say!`.
fn macro_values(tokens: &[Token], from: usize) -> BTreeSet<String> {
    let (mut depth, mut names) = (0, BTreeSet::new());
    for at in from..tokens.len() {
        match &tokens[at] {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') if depth == 0 => break,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            Token::Name(name) if depth == 0 && tokens[at - 1] == Token::Sign(',') => {
                names.insert(name.clone());
            }
            _ => {}
        }
    }
    names
}

/// `).with("name", …).with("other", …)` after `Message::new("key"`.
fn chained_values(tokens: &[Token], from: usize) -> BTreeSet<String> {
    let (mut at, mut names) = (from + 1, BTreeSet::new());
    while let [Token::Sign('.'), Token::Name(with), Token::Sign('('), Token::Literal(name), ..] = &tokens[at.min(tokens.len())..] {
        if with != "with" {
            break;
        }
        names.insert(name.clone());
        let mut depth = 1;
        at += 3;
        while depth > 0 && at < tokens.len() {
            match tokens[at] {
                Token::Sign('(') => depth += 1,
                Token::Sign(')') => depth -= 1,
                _ => {}
            }
            at += 1;
        }
    }
    names
}

/// `, &[("name", …), ("other", …)])`; `None` where the list is built elsewhere.
fn listed_values(tokens: &[Token], from: usize) -> Option<BTreeSet<String>> {
    let [Token::Sign(','), Token::Sign('&'), Token::Sign('['), rest @ ..] = tokens.get(from..)? else {
        return None;
    };
    let (mut depth, mut names) = (1, BTreeSet::new());
    for (at, token) in rest.iter().enumerate() {
        match token {
            Token::Sign('(' | '[') => depth += 1,
            Token::Sign(')' | ']') => depth -= 1,
            Token::Literal(name) if depth == 2 && rest[at - 1] == Token::Sign('(') => {
                names.insert(name.clone());
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    Some(names)
}

/// The tokens without `#[cfg(test)] mod … { … }`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let text = |token: &Token| match token {
        Token::Literal(_) => String::new(),
        Token::Name(name) => name.clone(),
        Token::Sign(sign) => sign.to_string(),
    };
    let begins = |at: usize| tokens[at..].iter().take(8).map(text).collect::<String>().starts_with("#[cfg(test)]mod");
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if !begins(at) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += tokens[at..].iter().position(|it| matches!(it, Token::Sign('{' | ';'))).unwrap_or(0);
        let mut depth = 0;
        while at < tokens.len() {
            match tokens[at] {
                Token::Sign('{') => depth += 1,
                Token::Sign('}') => depth -= 1,
                _ => {}
            }
            at += 1;
            if depth == 0 {
                break;
            }
        }
    }
    kept
}

/// Rust source as literals, names and signs; comments, characters and blanks are dropped.
fn tokens(source: &str) -> Vec<Token> {
    let (mut rest, mut found) = (source, Vec::new());
    while let Some(head) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            rest = &rest[rest.find("*/").map_or(rest.len(), |it| it + 2)..];
        } else if let Some((text, after)) = raw_literal(rest).or_else(|| plain_literal(rest)) {
            found.push(Token::Literal(text));
            rest = after;
        } else if head == '\'' {
            rest = after_quote(rest);
        } else if head.is_alphanumeric() || head == '_' {
            let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
            found.push(Token::Name(rest[..end].to_owned()));
            rest = &rest[end..];
        } else {
            if !head.is_whitespace() {
                found.push(Token::Sign(head));
            }
            rest = &rest[head.len_utf8()..];
        }
    }
    found
}

fn plain_literal(rest: &str) -> Option<(String, &str)> {
    let body = rest.strip_prefix('"').or_else(|| rest.strip_prefix("b\""))?;
    let mut text = String::new();
    let mut signs = body.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return Some((text, &body[at + 1..])),
            '\\' => text.extend(signs.next().map(|it| it.1)),
            _ => text.push(sign),
        }
    }
    Some((text, ""))
}

fn raw_literal(rest: &str) -> Option<(String, &str)> {
    let body = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let body = body[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let (text, after) = body.split_once(&end)?;
    Some((text.to_owned(), after))
}

/// What follows a character literal, or the quote of a lifetime.
fn after_quote(rest: &str) -> &str {
    let mut signs = rest.char_indices().skip(1);
    let first = signs.next();
    let (at, sign) = signs.next().unwrap_or((rest.len(), ' '));
    match first {
        Some((_, '\\')) => rest[at + sign.len_utf8()..].split_once('\'').map_or("", |it| it.1),
        _ if sign == '\'' => &rest[at + 1..],
        _ => &rest[1..],
    }
}

#[test]
fn the_reader_of_sources_sees_what_matters() {
    let source = r##"
        // say!("in-a-comment")
        fn f<'a>(x: &'a str) -> char { words.say("one"); let c = '"'; '\'' }
        let m = say!("two", name, number = f(a, b)); Message::new("three").with("x", g(1, "y")).with("z", 2);
        words.say_with("four", &[("p", "q".into()), ("r", h("s"))]); r#"raw "text""#;
        #[cfg(test)]
        mod tests { fn g() { words.say("five") } }
        words.say("six");
    "##;
    let found = said("here", &without_tests(tokens(source)));
    let seen: Vec<String> =
        found.iter().map(|it| format!("{}: {}", it.key, it.values.iter().flatten().cloned().collect::<Vec<_>>().join(" "))).collect();
    assert_eq!(seen, ["one: ", "two: name number", "three: x z", "four: p r", "six: "]);
}
