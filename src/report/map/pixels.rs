//! Pixels: the sheet as PNG, from its SVG and with no other fonts than the bundled ones.

use std::sync::{Arc, OnceLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use super::letters::font_files;
use crate::words::{Message, say};

/// A picture in pixels.
#[derive(Debug, Clone)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    Arc::clone(FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        font_files().for_each(|it| fonts.load_font_data(it.to_vec()));
        fonts.set_sans_serif_family("Planraum Inter");
        Arc::new(fonts)
    }))
}

/// Draws an SVG at so many dots per inch.
///
/// # Errors
/// The SVG cannot be read, or the picture is too large for the memory.
pub fn png(svg: &str, dpi: u32) -> Result<Png, Message> {
    let failed = |detail: String| say!("handout-no-pixels", detail);
    let options = Options { fontdb: fonts(), font_family: "Planraum Inter".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|it| failed(it.to_string()))?;
    let scale = dpi as f32 / 96.0;
    let [width, height] = [tree.size().width(), tree.size().height()].map(|it| (it * scale).round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| failed(format!("{width} × {height}")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = pixels.encode_png().map_err(|it| failed(it.to_string()))?;
    Ok(Png { bytes: with_density(bytes, dpi), width, height })
}

/// Where the first chunk (`IHDR`, always 25 bytes) ends.
const AFTER_HEADER: usize = 8 + 25;

/// Says in the file how many pixels a metre has, so that it is printed in its true size.
fn with_density(mut png: Vec<u8>, dpi: u32) -> Vec<u8> {
    let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(per_metre.to_be_bytes());
    chunk.extend(per_metre.to_be_bytes());
    chunk.push(1);
    let length = u32::try_from(chunk.len() - 4).unwrap_or(0).to_be_bytes();
    let check = crc32(&chunk).to_be_bytes();
    if png.len() > AFTER_HEADER {
        png.splice(AFTER_HEADER..AFTER_HEADER, length.into_iter().chain(chunk).chain(check));
    }
    png
}

/// The check sum of PNG chunks (ISO 3309), bit by bit: it runs over 13 bytes.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b"IEND"), 0xAE42_6082);
    }
}
