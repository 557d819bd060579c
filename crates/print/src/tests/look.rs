//! Reads pages back: their words in the order they were set, and their picture.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::paper::Paper;
use crate::press::Press;

/// The pages of a paper.
pub(super) fn pages(press: &Press, paper: &Paper) -> PagedDocument {
    let sight =
        press.inner.sight(paper, press.inner.version_on(paper.day())).expect("within limits");
    press.inner.pages(&sight).expect("set")
}

/// The words of each page, a line of text a line.
pub(super) fn words(press: &Press, paper: &Paper) -> Vec<String> {
    let page = |frame: &Frame| {
        let mut text = String::new();
        gather(frame, &mut text);
        text
    };
    pages(press, paper).pages().iter().map(|one| page(&one.frame)).collect()
}

fn gather(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => gather(&group.frame, text),
            FrameItem::Text(words) => {
                text.push_str(&words.text);
                text.push('\n');
            }
            _ => {}
        }
    }
}

/// A page as grey pixels: width, height, pixels. Four a point are about 290 an inch.
pub(super) fn picture(press: &Press, paper: &Paper, page: usize) -> (usize, usize, Vec<u8>) {
    let set = pages(press, paper);
    let options = typst_render::RenderOptions { pixel_per_pt: 4.0.into(), ..Default::default() };
    let map = typst_render::render(&set.pages()[page], &options);
    let grey = |pixel: &[u8]| {
        ((u32::from(pixel[0]) + u32::from(pixel[1]) + u32::from(pixel[2])) / 3) as u8
    };
    let pixels = map.data().chunks_exact(4).map(grey).collect();
    (map.width() as usize, map.height() as usize, pixels)
}
