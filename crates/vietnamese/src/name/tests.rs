//! Names: parts, order, addresses and remarks.

use super::*;
use crate::strategies::name;
use crate::text::nfd;
use proptest::prelude::*;

#[test]
fn a_name_is_cut_at_its_first_and_last_word() {
    for (full, family, middle, given) in [
        ("Nguyễn Thị Thùy Dung", "Nguyễn", "Thị Thùy", "Dung"),
        ("Ngô  Hưng ", "Ngô", "", "Hưng"),
        ("Bảo", "", "", "Bảo"),
        ("", "", "", ""),
        ("Tạ\u{A0}Văn Hậu", "Tạ", "Văn", "Hậu"),
    ] {
        assert_eq!(PersonName::of(full), PersonName { family, middle, given });
    }
}

#[test]
fn a_name_of_one_word_is_noticed() {
    assert!(is_single_word("Bảo") && is_single_word(" Bảo "));
    assert!(!is_single_word("Lê Bảo") && !is_single_word(""));
}

#[test]
fn names_sort_by_given_name_then_middle_then_family() {
    let sorted = [
        "Nguyễn An",
        "Trần Thị An",
        "Lê Văn An",
        "Nguyễn Văn An",
        "Nguyễn Văn Ân",
        "Trần Bình",
        "Nguyễn Văn Dũng",
        "Lê Văn Đạt",
        "Bùi Thị Hoa",
        "Nguyễn Anh Hòa",
        "Nguyễn Bích Hoà",
        "Nguyễn Cẩm Hòa",
        "Lê Thị Ý",
        "Lê Thị Yến",
    ];
    assert!(sorted.is_sorted_by(|a, b| compare(a, b).is_lt()), "{sorted:?}");
}

#[test]
fn case_placement_and_normal_form_do_not_change_the_place_in_a_list() {
    for (a, b) in [("LÊ VĂN HÒA", "Lê Văn Hoà"), ("Đỗ Quý", "đỗ qúy")] {
        assert_eq!(sort_key(a), sort_key(b));
        assert_eq!(sort_key(&nfd(a)), sort_key(b));
    }
}

#[test]
fn addresses_are_taken_off_and_names_are_not() {
    for (cell, expected) in [
        ("Bà Vũ Thị Phương Trang", Some(("Bà", "Vũ Thị Phương Trang"))),
        ("Ông Trần Xuân Dũng", Some(("Ông", "Trần Xuân Dũng"))),
        ("Đ/c Nguyễn Đức Nhân", Some(("Đ/c", "Nguyễn Đức Nhân"))),
        ("đ/c: Nguyễn Đức Nhân", Some(("đ/c", "Nguyễn Đức Nhân"))),
        ("Đồng chí Lê Văn Bá", Some(("Đồng chí", "Lê Văn Bá"))),
        ("ÔNG LÊ VĂN BÁ", Some(("ÔNG", "LÊ VĂN BÁ"))),
        ("Ông/Bà Lê Văn Bá", Some(("Ông/Bà", "Lê Văn Bá"))),
        ("Mr. Lê Bá", Some(("Mr", "Lê Bá"))),
        ("Anh Nguyễn Văn An", Some(("Anh", "Nguyễn Văn An"))),
        ("PGS.TS. Nguyễn Văn An", Some(("PGS.TS", "Nguyễn Văn An"))),
        ("Ông Văn Bá", None),
        ("Ông Thị Lan Hương", None),
        ("ÔNG VĂN BÁ", None),
        ("Bà Văn Thị Lan", Some(("Bà", "Văn Thị Lan"))),
        ("Anh Thư Hà", None),
        ("Chu Văn Kiên", None),
        ("Chị Thảo", None),
        ("Ba Văn Nam", None),
        ("Bà Trang", None),
        ("Nguyễn Thị Bà", None),
        ("Ông", None),
        ("", None),
    ] {
        assert_eq!(strip_honorific(cell), expected, "{cell}");
    }
}

#[test]
fn remarks_are_taken_off_the_name() {
    for (cell, expected) in [
        ("Phạm Thùy Huyền (nghỉ thai sản)", Some(("Phạm Thùy Huyền", "nghỉ thai sản"))),
        ("Lê An - nghỉ việc", Some(("Lê An", "nghỉ việc"))),
        ("Lê An – nghỉ việc", Some(("Lê An", "nghỉ việc"))),
        ("Lê An, tổ 2", Some(("Lê An", "tổ 2"))),
        ("Lê An*", Some(("Lê An", ""))),
        ("12. Lê An", Some(("Lê An", "12."))),
        ("Rơ-Măm Blang", None),
        ("H'Ngân Niê", None),
        ("Lê An", None),
        ("(trống)", None),
        ("", None),
    ] {
        assert_eq!(split_remark(cell), expected, "{cell}");
    }
}

#[test]
fn a_vacant_post_is_no_person() {
    assert!(
        ["Khuyết", "(khuyết)", "KHUYẾT", "chưa bầu", "Khuyết từ 1/2024"].into_iter().all(is_vacant)
    );
    assert!(["Nguyễn Văn Trọng", "Trọng", "Nguyễn Khuyến", ""].into_iter().all(|n| !is_vacant(n)));
}

#[test]
fn the_table_of_family_names_is_sorted_and_folded() {
    for name in ["Nguyễn", "TRẦN", "đặng", "Vũ"] {
        assert!(is_family_name(name), "{name}");
    }
    assert!(!is_family_name("Thư") && !is_family_name(""));
    family::assert_sorted();
}

proptest! {
    #[test]
    fn keys_order_names_as_their_parts_in_turn(a in name(), b in name()) {
        let parts = |full: &str| {
            let placed = place_tones(full, Placement::Old);
            let name = PersonName::of(&placed);
            [name.given, name.middle, name.family].map(str::to_owned)
        };
        let collator = Collator::ignoring_case();
        let in_turn = parts(&a).iter().zip(parts(&b)).fold(std::cmp::Ordering::Equal, |so_far, (a, b)| {
            so_far.then_with(|| collator.compare(a, &b))
        });
        prop_assert_eq!(compare(&a, &b), in_turn);
    }

    #[test]
    fn the_parts_make_the_name_again(name in name()) {
        let cut = PersonName::of(&name);
        let parts = [cut.family, cut.middle, cut.given];
        let whole: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        prop_assert_eq!(whole.join(" "), name);
    }

    #[test]
    fn what_is_taken_off_is_a_piece_of_the_cell(cell in any::<String>()) {
        for (a, b) in [strip_honorific(&cell), split_remark(&cell)].into_iter().flatten() {
            prop_assert!(cell.contains(a) && cell.contains(b));
        }
    }
}
