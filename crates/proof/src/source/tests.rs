//! Blocks and their lines.

use super::{Block, blocks};
use crate::refusal::Refusal;
use proptest::prelude::*;

fn read(text: &str) -> Vec<Block> {
    blocks(text).expect("no archive")
}

/// Each block as `line: text`, white space made single.
fn shown(text: &str) -> Vec<String> {
    let words = |block: &Block| block.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = |block: &Block| {
        let first = block.text.len() - block.text.trim_start().len();
        block.line_at(first)
    };
    read(text).iter().map(|block| format!("{}: {}", line(block), words(block))).collect()
}

#[test]
fn each_line_of_a_plain_text_is_a_block() {
    let text = "Trang chủ\nCông đoàn\n\nKết nạp 901 đoàn viên.\r\n- Thành lập 9 CĐCS.";
    let expected =
        ["1: Trang chủ", "2: Công đoàn", "4: Kết nạp 901 đoàn viên.", "5: - Thành lập 9 CĐCS."];
    assert_eq!(shown(text), expected);
}

#[test]
fn a_sentence_broken_to_a_width_is_put_together_and_keeps_its_lines() {
    let text = "Đến nay các cấp đã thành lập 21/27 công đoàn\ncơ sở, đạt 87,5% kế hoạch.";
    let all = read(text);
    assert_eq!(all.len(), 1);
    let percent = all[0].text.find("87,5").expect("the percentage");
    assert_eq!((all[0].line_at(0), all[0].line_at(percent)), (1, 2));
}

#[test]
fn lines_cut_to_a_width_go_on_with_numbers_and_names_but_headlines_do_not() {
    let cut = "Công đoàn Tổng công ty báo cáo nhanh kết quả tháng năm như sau: đã có\n\
               26/28 đơn vị công khai tài chính trước kỳ hạn, riêng hai đơn vị của\n\
               Công ty Sao Việt xin lùi lại.";
    assert_eq!(read(cut).len(), 1);
    let headlines = "Trang chủ\nLĐLĐ Hà Đông: 139/174 doanh nghiệp tổ chức hội nghị người lao động\n\
                     Đạt 95% kế hoạch kết nạp đoàn viên\nĐời sống";
    assert_eq!(read(headlines).len(), 4);
}

#[test]
fn a_list_item_and_a_short_line_go_on_with_nothing() {
    assert_eq!(shown("Kết quả\nđạt 87,5%").len(), 2);
    assert_eq!(shown("Đến nay các cấp đã thành lập 21/27 CĐCS\n- đạt 87,5%").len(), 2);
}

#[test]
fn a_saved_page_is_read_without_scripts_menus_and_tags() {
    let page = "<!DOCTYPE html>\n<html><head><title>Tin</title><style>p{}</style></head>\n<body>\n\
                <nav><a href='/'>Trang chủ</a></nav>\n<script>var a = '21/27 <p>';</script>\n\
                <p>Thành lập <b>21/27</b> c&ocirc;ng đo&agrave;n cơ sở,\nđạt&nbsp;87,5%.</p>\
                <p>Hai</p></body></html>";
    assert_eq!(shown(page), ["6: Thành lập 21/27 công đoàn cơ sở, đạt 87,5%.", "7: Hai"]);
}

#[test]
fn line_breaks_written_as_entities_or_carriage_returns_are_no_lines() {
    assert_eq!(shown("<html><p>a&#10;b</p><p>\r\rc</p></html>"), ["1: a b", "1: c"]);
}

#[test]
fn an_element_that_is_never_closed_does_not_swallow_the_article() {
    let page = "<html><body><aside><p>Một</p><p>Hai</p></body></html>";
    assert_eq!(shown(page), ["1: Một", "1: Hai"]);
}

#[test]
fn headlines_that_are_links_are_left_out() {
    let page = "<html><body><p>Toàn quận kết nạp được 3.335 đoàn viên trong năm vừa qua.</p>\
                <li><a href='x'>Khám sức khỏe miễn phí cho 979 đoàn viên, người lao động.</a></li>\
                <p>Xem <a href='y'>kế hoạch</a> của quận.</p>";
    let expected = [
        "1: Toàn quận kết nạp được 3.335 đoàn viên trong năm vừa qua.",
        "1: Xem kế hoạch của quận.",
    ];
    assert_eq!(shown(page), expected);
    assert_eq!(read(page).iter().map(Block::is_prose).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_page_saved_in_an_archive_is_refused_by_name() {
    let text = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n";
    assert_eq!(blocks(text), Err(Refusal::PageInArchive));
}

proptest! {
    #[test]
    fn every_line_number_is_a_line_of_the_text(text in "(<[a-z/!-]{0,7}>?|[ -~\\n\\ráệ]{0,9}){0,40}") {
        let last = text.lines().count().max(1);
        for block in read(&text) {
            for (at, _) in block.text.char_indices() {
                prop_assert!((1..=last).contains(&block.line_at(at)));
            }
        }
    }
}
