//! The square code as a small grey picture, a pixel a module: a template sets it at any size with sharp edges.

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, bits, ec};

use crate::refusal::Refusal;

/// White modules round the code, without which no reader finds it.
const QUIET: usize = 4;

/// The width of a picture, and its pixels, line by line.
pub(crate) type Picture = (usize, Vec<u8>);

/// The picture of a text.
pub(crate) fn drawn(text: &str) -> Result<Picture, Refusal> {
    // A certificate hangs on a wall: 15 in 100 of the square may be lost, or 7 where the text is long.
    let (inner, modules) = [EcLevel::M, EcLevel::L]
        .into_iter()
        .find_map(|level| modules(text.as_bytes(), level).ok())
        .ok_or(Refusal::Square)?;
    let width = inner + 2 * QUIET;
    let mut pixels = vec![255; width * width];
    for (y, line) in modules.chunks(inner).enumerate() {
        for (x, module) in line.iter().enumerate() {
            if *module == Color::Dark {
                pixels[(y + QUIET) * width + x + QUIET] = 0;
            }
        }
    }
    Ok((width, pixels))
}

/// The modules, under a mask that is always the same. Which of the eight is the prettiest takes most of the time of a
/// square; what is masked here is a signature, which any mask leaves as even as it was, and readers take them all.
fn modules(bytes: &[u8], level: EcLevel) -> Result<(usize, Vec<Color>), QrError> {
    let bits = bits::encode_auto(bytes, level)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, level)?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::DiagonalLines);
    Ok((usize::try_from(version.width()).unwrap_or_default(), canvas.into_colors()))
}

fn part(texts: &[&str]) -> Result<Vec<Picture>, Refusal> {
    texts.iter().map(|text| drawn(text)).collect()
}

/// The pictures of many texts, in their order, drawn on as many threads as the machine has processors.
pub(crate) fn all_drawn(texts: &[&str]) -> Result<Vec<Picture>, Refusal> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let share = texts.len().div_ceil(threads).max(1);
    let parts: Vec<Result<Vec<Picture>, Refusal>> = std::thread::scope(|scope| {
        let running: Vec<_> =
            texts.chunks(share).map(|texts| scope.spawn(move || part(texts))).collect();
        running.into_iter().map(|thread| thread.join().unwrap_or(Err(Refusal::Square))).collect()
    });
    let mut pictures = Vec::with_capacity(texts.len());
    for part in parts {
        pictures.extend(part?);
    }
    Ok(pictures)
}
