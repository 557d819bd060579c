//! The square is read from the picture of a page, as a telephone reads it.

use super::look::picture;
use crate::Press;
use crate::samples::*;
use crate::square::{all_drawn, drawn};

#[test]
fn the_square_is_read_back_from_the_picture_of_the_page() {
    let paper = certificates(vec![certificate("Bà Nguyễn Thị Hòa")]);
    let (width, height, pixels) = picture(&Press::inside(), &paper, 0);
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let found = image.detect_grids();
    assert_eq!(found.len(), 1);
    let (_, text) = found[0].decode().expect("read");
    assert_eq!(text, certificate("").square.expect("one").text);
}

#[test]
fn squares_of_every_length_are_read_back_though_their_mask_is_always_the_same() {
    let texts: Vec<String> = (0..48)
        .map(|number: usize| {
            let letter =
                |at: usize| char::from(b'A' + ((at * at + at * 7 + number * 13) % 26) as u8);
            let letters: String = (0..number * 12).map(letter).collect();
            format!("https://cong-doan.vn/xac-minh/K7M2-9QXT-4A{number:02}#{letters}")
        })
        .collect();
    let given: Vec<&str> = texts.iter().map(String::as_str).collect();
    for ((width, pixels), text) in all_drawn(&given).expect("drawn").into_iter().zip(&texts) {
        // Each module as four pixels a side, as a camera sees more than one.
        let side = width * 4;
        let at = |x: usize, y: usize| pixels[(y / 4) * width + x / 4];
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, at);
        let found = image.detect_grids();
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(&found[0].decode().expect("read").1, text);
    }
}

#[test]
fn words_alone_leave_the_frame_out() {
    let mut paper = certificates(vec![certificate("Bà Nguyễn Thị Hòa")]);
    let corner = |paper: &crate::Paper| {
        let (width, _, pixels) = picture(&Press::inside(), paper, 0);
        pixels[..width * 150].iter().filter(|pixel| **pixel < 200).count()
    };
    assert!(corner(&paper) > 1_000);
    if let crate::Paper::Certificates(run) = &mut paper {
        run.frame = false;
    }
    assert_eq!(corner(&paper), 0);
}

#[test]
fn a_text_no_square_can_hold_is_refused() {
    assert_eq!(drawn(&"a".repeat(3_000)).expect_err("refused").code(), "square_too_long");
}
