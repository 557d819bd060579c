//! The square code as a small grey picture, a pixel a module: a template sets it at any size with sharp edges.

use qrcode::{Color, EcLevel, QrCode};

use crate::refusal::Refusal;

/// White modules round the code, without which no reader finds it.
const QUIET: usize = 4;

/// The width of the picture, and its pixels, line by line.
pub(crate) fn drawn(text: &str) -> Result<(usize, Vec<u8>), Refusal> {
    // A certificate hangs on a wall: 15 in 100 of the square may be lost, or 7 where the text is long.
    let code = [EcLevel::M, EcLevel::L]
        .into_iter()
        .find_map(|level| QrCode::with_error_correction_level(text, level).ok())
        .ok_or(Refusal::Square)?;
    let (inner, modules) = (code.width(), code.to_colors());
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
