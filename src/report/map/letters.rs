//! Letters: how wide a text is in the bundled fonts, so that lines break where they must and labels never touch.
//!
//! Reads the advance widths out of the fonts themselves (OpenType tables `head`, `hhea`, `hmtx` and `cmap`, formats 4 and
//! 12). Kerning is left out: a text is at most a hair narrower than said.

use std::{collections::HashMap, sync::OnceLock};

const FONTS: [(Weight, &[u8]); 4] = [
    (Weight::Text, include_bytes!("../../../assets/fonts/PlanraumInter-Regular.otf")),
    (Weight::Control, include_bytes!("../../../assets/fonts/PlanraumInter-Medium.otf")),
    (Weight::Title, include_bytes!("../../../assets/fonts/PlanraumInter-SemiBold.otf")),
    (Weight::Name, include_bytes!("../../../assets/fonts/PlanraumInter-Bold.otf")),
];

/// What is asked of a font that lacks a sign: a little wider than its usual letter.
const UNKNOWN: f64 = 0.62;

/// The weights of the bundled family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Text,
    /// 500.
    Control,
    /// 600.
    Title,
    /// 700.
    Name,
}

impl Weight {
    /// The number that CSS and SVG know it by.
    pub fn number(self) -> u16 {
        match self {
            Self::Text => 400,
            Self::Control => 500,
            Self::Title => 600,
            Self::Name => 700,
        }
    }

    fn widths(self) -> &'static Widths {
        static ALL: OnceLock<Vec<Widths>> = OnceLock::new();
        static NONE: OnceLock<Widths> = OnceLock::new();
        let all = ALL.get_or_init(|| FONTS.iter().map(|(_, bytes)| Widths::of(bytes).unwrap_or_default()).collect());
        let place = FONTS.iter().position(|(weight, _)| *weight == self);
        place.and_then(|it| all.get(it)).unwrap_or_else(|| NONE.get_or_init(Widths::default))
    }
}

/// The font files, for whoever turns text into pixels.
pub fn font_files() -> impl Iterator<Item = &'static [u8]> {
    FONTS.iter().map(|(_, bytes)| *bytes)
}

/// The width of a text of this size and weight, in the unit of the size.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let widths = weight.widths();
    text.chars().map(|it| widths.of_sign(it)).sum::<f64>() * size
}

/// A name as it stands on a sheet: beyond a few hundred signs nobody reads on, and the sheet has other things to say.
pub fn cut(text: &str) -> String {
    const MOST: usize = 400;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A text in lines no wider than `room`, broken at spaces; a word that is wider than a line is broken where it must be.
/// Each sign is measured twice, however long the text.
pub fn lines(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let widths = weight.widths();
    let (mut lines, mut line, mut so_far): (Vec<String>, String, f64) = (Vec::new(), String::new(), 0.0);
    for word in text.split(' ').filter(|it| !it.is_empty()).flat_map(|it| pieces(it, size, weight, room)) {
        let wider = |from: f64| word.chars().fold(from, |sum, it| sum + widths.of_sign(it));
        let longer = wider(so_far + widths.of_sign(' '));
        if line.is_empty() {
            so_far = wider(0.0);
            line = word;
        } else if longer * size <= room {
            so_far = longer;
            line.push(' ');
            line.push_str(&word);
        } else {
            so_far = wider(0.0);
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

fn pieces(word: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let widths = weight.widths();
    let (mut pieces, mut piece, mut so_far) = (Vec::new(), String::new(), 0.0);
    for sign in word.chars() {
        let wide = widths.of_sign(sign);
        if !piece.is_empty() && (so_far + wide) * size > room {
            pieces.push(std::mem::take(&mut piece));
            so_far = 0.0;
        }
        piece.push(sign);
        so_far += wide;
    }
    pieces.push(piece);
    pieces
}

/// Advance widths in em, by sign.
#[derive(Debug, Default)]
struct Widths {
    em: HashMap<char, f64>,
}

impl Widths {
    fn of_sign(&self, sign: char) -> f64 {
        self.em.get(&sign).copied().unwrap_or(UNKNOWN)
    }

    fn of(font: &[u8]) -> Option<Self> {
        let table = |tag: &[u8; 4]| table(font, tag);
        let units = f64::from(u16_at(table(b"head")?, 18)?);
        let metrics = usize::from(u16_at(table(b"hhea")?, 34)?);
        let advances = table(b"hmtx")?;
        let advance = |glyph: u32| u16_at(advances, 4 * (glyph as usize).min(metrics.checked_sub(1)?));
        let em = |(sign, glyph): (char, u32)| Some((sign, f64::from(advance(glyph)?) / units));
        Some(Self { em: signs(table(b"cmap")?).into_iter().filter_map(em).collect() })
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(u16_at(font, 4)?);
    let record = (0..count).map(|it| 12 + 16 * it).find(|at| font.get(*at..at + 4) == Some(tag))?;
    let (begin, length) = (u32_at(font, record + 8)? as usize, u32_at(font, record + 12)? as usize);
    font.get(begin..begin.checked_add(length)?)
}

/// Every sign of the font with the number of its glyph.
fn signs(cmap: &[u8]) -> Vec<(char, u32)> {
    let count = u16_at(cmap, 2).unwrap_or(0);
    let tables = (0..usize::from(count)).filter_map(|it| u32_at(cmap, 4 + 8 * it + 4)).filter_map(|at| cmap.get(at as usize..));
    let mut found = Vec::new();
    for table in tables {
        match u16_at(table, 0) {
            Some(4) => found.extend(by_segments(table)),
            Some(12) => found.extend(by_groups(table)),
            _ => {}
        }
    }
    found
}

/// Format 4: segments of 16-bit codes.
fn by_segments(table: &[u8]) -> Vec<(char, u32)> {
    let segments = usize::from(u16_at(table, 6).unwrap_or(0)) / 2;
    let glyphs = |it: usize| {
        let part = |number: usize| u16_at(table, 14 + 2 * (number * segments + it) + if number > 0 { 2 } else { 0 });
        let (end, start, delta, offset) = (part(0)?, part(1)?, part(2)?, part(3)?);
        let offset_at = 14 + 2 * (3 * segments + it) + 2;
        let glyph = move |code: u16| match offset {
            0 => Some(code.wrapping_add(delta)),
            _ => u16_at(table, offset_at + usize::from(offset) + 2 * usize::from(code - start))
                .filter(|it| *it > 0)
                .map(|it| it.wrapping_add(delta)),
        };
        Some((start..=end).filter_map(move |code| Some((char::from_u32(u32::from(code))?, u32::from(glyph(code)?)))))
    };
    (0..segments).filter_map(glyphs).flatten().filter(|it| it.1 > 0).collect()
}

/// Format 12: groups of codes whose glyphs follow one another.
fn by_groups(table: &[u8]) -> Vec<(char, u32)> {
    let count = u32_at(table, 12).unwrap_or(0) as usize;
    let group = |it: usize| {
        let at = 16 + 12 * it;
        let (start, end, glyph) = (u32_at(table, at)?, u32_at(table, at + 4)?, u32_at(table, at + 8)?);
        Some((start..=end).filter_map(move |code| Some((char::from_u32(code)?, glyph + (code - start)))))
    };
    (0..count).map_while(group).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_equally_wide_and_letters_are_not() {
        for weight in [Weight::Text, Weight::Control, Weight::Title, Weight::Name] {
            let of = |text: &str| width(text, 10.0, weight);
            assert!(('0'..='9').all(|it| (of(&it.to_string()) - of("0")).abs() < 1e-9), "{weight:?}");
            assert!(of("i") < of("n") && of("n") < of("W"), "{weight:?}");
            assert!((5.0..8.0).contains(&of("0")), "{weight:?}: {}", of("0"));
        }
        assert!(width("Göttingen", 13.0, Weight::Text) < width("Göttingen", 13.0, Weight::Name));
        assert!((width("漢", 10.0, Weight::Text) - 6.2).abs() < 1e-9, "a sign that the font lacks");
    }

    #[test]
    fn lines_keep_to_their_room_and_lose_nothing() {
        let text = "Landkreis Göttingen: Sozialplanungsräume und Donaudampfschifffahrtsgesellschaftskapitäne im Vergleich";
        let lines = lines(text, 11.0, Weight::Text, 140.0);
        assert!(lines.iter().all(|it| width(it, 11.0, Weight::Text) <= 140.0), "{lines:?}");
        let letters = |it: &str| it.chars().filter(|it| *it != ' ').collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
        assert!(super::lines("  ", 11.0, Weight::Text, 100.0).is_empty());
    }

    #[test]
    fn a_text_without_end_is_broken_in_one_go() {
        // one line for all of it: measuring the line anew for each word or sign would be 10^11 steps
        for text in ["a ".repeat(300_000), "a".repeat(300_000)] {
            assert_eq!(lines(&text, 11.0, Weight::Text, f64::INFINITY), [text.trim_end()]);
        }
    }

    #[test]
    fn a_name_is_cut_where_nobody_reads_on() {
        let name = "Göttingen ".repeat(40);
        assert_eq!(cut(name.trim_end()), name.trim_end(), "399 signs stay");
        let long = cut(&"ö".repeat(400_000));
        assert_eq!((long.chars().count(), long.ends_with("ö…")), (401, true));
    }
}
