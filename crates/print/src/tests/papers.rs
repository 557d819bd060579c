//! Every paper: its words, its pages, its bytes.

use super::look::words;
use crate::fonts::{Fonts, is_whole, letters};
use crate::samples::*;
use crate::{Paper, Press, Refusal, docx};

#[test]
fn the_typeface_inside_has_every_vietnamese_letter_in_every_cut() {
    let fonts = Fonts::inside();
    assert_eq!(fonts.family, "Libertinus Serif");
    assert!(fonts.faces.iter().all(is_whole));
    for (weight, style) in [(400, "Normal"), (700, "Normal"), (400, "Italic"), (600, "Italic")] {
        let has = |face: &typst::text::Font| {
            let cut = face.info().variant;
            cut.weight.to_number() == weight && format!("{:?}", cut.style) == style
        };
        assert!(fonts.faces.iter().any(has), "{weight} {style}");
    }
    // The six vowels with a mark, the six without and đ, in both cases, and six tones on each of twelve.
    assert_eq!(
        letters().filter(|letter| !letter.is_ascii() && letter.is_alphabetic()).count(),
        134
    );
}

#[test]
fn every_paper_is_an_archive_pdf_and_the_same_bytes_twice() {
    let press = Press::inside();
    for (name, paper) in samples() {
        let first = press.pdf(&paper).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert_eq!(first, Press::inside().pdf(&paper).expect("again"), "{name}");
        let text = String::from_utf8_lossy(&first);
        assert!(text.starts_with("%PDF-1.7"), "{name}");
        let conformance = if name == "certificates" { "U" } else { "A" };
        assert!(text.contains("pdfaid:part>2<"), "{name}");
        assert!(text.contains(&format!("pdfaid:conformance>{conformance}<")), "{name}");
        if let Ok(folder) = std::env::var("KETDOAN_PRINT_TO") {
            std::fs::write(format!("{folder}/{name}.pdf"), &first).expect("written");
            if let Ok(made) = docx(&paper) {
                std::fs::write(format!("{folder}/{name}.docx"), made).expect("written");
            }
        }
    }
}

#[test]
fn a_decision_says_all_it_was_given_and_its_list_repeats_the_heads_of_columns() {
    let pages = words(&Press::inside(), &decision(60));
    assert_eq!(pages.len(), 4, "a page of decision, three of names");
    for said in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/QĐ-LĐLĐ",
        "Điều 1. ",
        "Điều 3. ",
        "Trần Văn Lợi",
    ] {
        assert!(pages[0].contains(said), "{said}");
    }
    assert!(pages[0].contains("Hà Nội, ngày 05 tháng 01 năm 2024"));
    let is_numbered = |page: usize| pages[page].lines().any(|line| line == (page + 1).to_string());
    assert!(!is_numbered(0), "the first page has no number");
    assert!(pages[1].contains("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN"));
    for page in 1..4 {
        assert!(is_numbered(page) && pages[page].contains("Họ và tên"), "page {page}");
    }
    assert!(pages[3].contains("Nguyễn Thị Hòa 60"));
}

#[test]
fn every_paper_reads_as_it_is_kept() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden");
    for (name, paper) in samples() {
        let read = words(&Press::inside(), &paper).join("\u{c}\n");
        let file = folder.join(format!("{name}.txt"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(&folder).expect("folder");
            std::fs::write(&file, &read).expect("written");
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(read, kept, "{name}: BLESS=1 keeps it as it reads now");
    }
}

/// A text without its spaces and breaks.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn words_of_a_paper_are_never_read_as_typst() {
    let press = Press::inside();
    for name in [
        "#panic(\"a\")",
        "*b* _c_ $d$ @e <f> `g` // h",
        "\\u{41} #{1+1} #import \"@preview/a:0.1.0\"",
        "]] }} )) \"quoted\" 'x' ~ -- ...",
    ] {
        // Lines may break anywhere, so spaces do not count.
        let name = &solid(name);
        let set = solid(&words(&press, &certificates(vec![certificate(name)]))[0]);
        assert!(set.contains(name), "{name} became {set}");
        let cells = vec!["1".to_owned(), name.to_owned(), String::new()];
        let row = crate::Row { cells, strong: true };
        let Paper::Decision(mut paper) = decision(0) else { panic!() };
        paper.annexes[0].table.rows.push(row);
        paper.articles.push(name.to_owned());
        paper.grounds.push(name.to_owned());
        let set = solid(&words(&press, &Paper::Decision(paper)).concat());
        assert_eq!(set.matches(name).count(), 3, "{name}");
    }
    let set = words(&press, &certificates(vec![certificate("Bà\u{0}\u{1b} Hòa\nHai")]));
    assert!(set[0].contains("Bà Hòa Hai"), "control characters go, a break of line is a space");
}

#[test]
fn a_thousand_words_on_a_certificate_still_stand_on_one_page() {
    let mut long = certificate("Bà Tôn Nữ Thị Ninh Hương Giang Quỳnh Như Nguyễn Phúc");
    long.content = "Đã có thành tích xuất sắc trong phong trào thi đua. ".repeat(14);
    long.unit =
        Some("Chủ tịch Công đoàn cơ sở Công ty Trách nhiệm hữu hạn Một thành viên ".repeat(2));
    let pages = words(&Press::inside(), &certificates(vec![long, certificate("Bà Hòa")]));
    assert_eq!(pages.len(), 2);
}

#[test]
fn what_is_too_large_or_ragged_is_refused() {
    let press = Press::inside();
    let refused = |paper: &Paper| press.pdf(paper).expect_err("refused").code();
    assert_eq!(refused(&certificates(vec![certificate("A"); 2_001])), "paper_too_large");
    assert_eq!(refused(&decision(5_001)), "paper_too_large");
    let mut long = certificate("A");
    long.content = "a".repeat(20_001);
    assert_eq!(refused(&certificates(vec![long])), "paper_too_large");
    let Paper::Decision(mut paper) = decision(3) else { panic!() };
    paper.annexes[0].table.rows[1].cells.pop();
    assert_eq!(refused(&Paper::Decision(paper.clone())), "paper_ragged");
    assert_eq!(docx(&Paper::Decision(paper)).expect_err("refused").code(), "paper_ragged");
    let Paper::Form(mut paper) = form(false) else { panic!() };
    paper.head.day.month = 13;
    assert_eq!(refused(&Paper::Form(paper)), "bad_day");
}

#[test]
fn papers_people_edit_are_written_as_docx_with_every_word_and_certificates_are_not() {
    for (name, paper) in samples() {
        if name == "certificates" {
            assert_eq!(docx(&paper), Err(Refusal::NotEdited));
            continue;
        }
        let bytes = docx(&paper).expect(name);
        // The parts are stored, not packed, so their words can be read as they lie.
        let text = String::from_utf8_lossy(&bytes);
        for said in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "QUẬN THANH XUÂN",
            "Trần Văn Lợi",
            "Nguyễn Thị Hòa",
        ] {
            assert!(
                name == "submission" && said == "Nguyễn Thị Hòa" || text.contains(said),
                "{name}: {said}"
            );
        }
    }
    let Paper::Decision(mut paper) = decision(1) else { panic!() };
    paper.about = "</w:t><w:evil/>&amp; \"1\" \u{1}".to_owned();
    let text = docx(&Paper::Decision(paper)).expect("made");
    assert!(!String::from_utf8_lossy(&text).contains("<w:evil/>"));
}
