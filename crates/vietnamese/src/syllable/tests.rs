//! Syllables: what can be one, and where its tone mark stands.

use super::*;
use crate::letter::VOWELS;
use crate::strategies::{name, vietnamese};
use proptest::prelude::*;

#[test]
fn words_of_every_shape_are_possible() {
    let words = "a ai anh ăn âm ấy ba bắc bẹ biếc buồn chuyên cụ cuốc đường e éc ếch gà ghen gì gìn \
        gió già giêng giết giữa giường hoàng huệ huỳnh huýt khoẻ khỏe khuấy khuếch khuya khúc khuỷu kỳ \
        kiến lưu ly mía mướt mỹ nghiêng nghĩa ngoằn nguyễn nhiều oanh oai ông phượng quả quân quê quốc \
        quý quyên quỳnh quýt rượu sương thuở thuyết tuy tuần tuýp ưng ước uyên uống vượt xoong xoáy xoè \
        y ý yên yêu yết yểng";
    for word in words.split_whitespace() {
        assert!(is_possible(word), "{word}");
        assert!(is_possible(&word.to_uppercase()), "{word}");
    }
}

#[test]
fn what_cannot_be_vietnamese_is_told() {
    let words = [
        "",
        "Lơng",
        "Cờng",
        "Hng",
        "Phơng",
        "Nguyênx",
        "ngi",
        "ghà",
        "ka",
        "qa",
        "qiu",
        "cat",
        "hòp",
        "Cafe",
        "Kpă",
        "Đắk",
        "TNHH",
        "BCH",
        "áà",
        "Müller",
        "hoa!",
        "iêu",
        "chyêm",
        "Nguyễnnn",
        "nghiêngg",
        "ngia",
        "gịnh2",
        "bb",
    ];
    for word in words {
        assert!(!is_possible(word), "{word}");
    }
}

#[test]
fn a_syllable_is_cut_into_onset_rhyme_and_tone() {
    let parts = |word| {
        let s = Syllable::of(word).expect("a syllable");
        let text = |letters: &[char]| letters.iter().collect::<String>();
        (text(s.onset()), text(s.rhyme()), s.tone())
    };
    assert_eq!(parts("Nguyễn"), ("ng".into(), "uyên".into(), Tone::Nga));
    assert_eq!(parts("QUỲNH"), ("qu".into(), "ynh".into(), Tone::Huyen));
    assert_eq!(parts("giữa"), ("gi".into(), "ưa".into(), Tone::Nga));
    assert_eq!(parts("gìn"), ("g".into(), "in".into(), Tone::Huyen));
    assert_eq!(parts("ý"), (String::new(), "y".into(), Tone::Sac));
}

#[test]
fn the_mark_moves_in_open_oa_oe_uy_and_nowhere_else() {
    for (old, new) in [
        ("Hòa", "Hoà"),
        ("thủy", "thuỷ"),
        ("KHỎE", "KHOẺ"),
        ("Nguyễn Thúy Hòa", "Nguyễn Thuý Hoà"),
        ("hoàng", "hoàng"),
        ("quý", "quý"),
        ("quả", "quả"),
        ("già", "già"),
        ("mía", "mía"),
        ("múa", "múa"),
        ("hoài", "hoài"),
        ("ngoéo", "ngoéo"),
        ("khuỷu", "khuỷu"),
        ("tuýp", "tuýp"),
        ("đường", "đường"),
        ("chuyện", "chuyện"),
        ("gì", "gì"),
        ("giếng", "giếng"),
        ("thuở", "thuở"),
    ] {
        assert_eq!(place_tones(old, Placement::New), new);
        assert_eq!(place_tones(new, Placement::Old), old);
        assert_eq!(place_tones(old, Placement::Old), old);
    }
}

#[test]
fn marks_wrong_in_both_placements_are_put_right() {
    for (wrong, right) in [
        ("Qúy", "Quý"),
        ("qủa", "quả"),
        ("gìa", "già"),
        ("hòang", "hoàng"),
        ("ngừơi", "người"),
        ("tíên", "tiến"),
        ("lựơc", "lược"),
    ] {
        assert_eq!(place_tones(wrong, Placement::Old), right);
        assert_eq!(place_tones(wrong, Placement::New), right);
    }
}

#[test]
fn foreign_words_digits_and_spacing_are_left_alone() {
    let text = " Café  Đắk Lắk, tổ 2/Áo—ß ";
    assert_eq!(place_tones(text, Placement::New), text);
}

#[test]
fn every_vowel_alone_that_is_a_rhyme_carries_each_tone() {
    for row in VOWELS.iter().filter(|row| !matches!(row[0], 'ă' | 'â')) {
        for vowel in row {
            assert!(is_possible(&vowel.to_string()), "{vowel}");
        }
    }
}

proptest! {
    #[test]
    fn placing_tones_keeps_every_letter_and_tone(text in vietnamese()) {
        let key = crate::fold::match_key(&text);
        for placement in [Placement::Old, Placement::New] {
            let placed = place_tones(&text, placement);
            prop_assert_eq!(crate::fold::match_key(&placed), key.clone());
            prop_assert_eq!(place_tones(&placed, placement), placed);
        }
    }

    #[test]
    fn one_placement_can_always_be_made_from_the_other(name in name()) {
        let old = place_tones(&name, Placement::Old);
        let new = place_tones(&name, Placement::New);
        prop_assert_eq!(place_tones(&new, Placement::Old), old);
    }
}
