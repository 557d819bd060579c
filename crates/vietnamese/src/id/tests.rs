//! Identity, tax and telephone numbers: repairs and refusals, row by row.

use super::cccd::{CccdReading, CccdRefusal, CccdRepair, Disagreement, Known};
use super::mst::{Mst, MstRefusal, MstRepair};
use super::phone::{Phone, PhoneKind, PhoneRefusal, PhoneRepair};
use super::*;
use proptest::prelude::*;

fn born(year: i16, sex: Sex) -> Known {
    Known { birth_year: Some(year), sex: Some(sex) }
}

fn read_cccd(text: &str, known: Known) -> Result<(String, Vec<CccdRepair>), CccdRefusal> {
    cccd::read(text, known).map(|reading| match reading {
        CccdReading::Cccd { number, repairs } => (number.to_string(), repairs),
        CccdReading::OldCmnd { number, repairs } => (format!("CMND {number}"), repairs),
    })
}

#[test]
fn a_cccd_tells_place_sex_and_birth_year() {
    let number = cccd::Cccd::from_digits("001200979096").expect("twelve digits");
    assert_eq!(number.province(), Some("Hà Nội"));
    assert_eq!((number.sex(), number.birth_year(), number.century()), (Sex::Male, 2000, 2000));
    let number = cccd::Cccd::from_digits("079185000001").expect("twelve digits");
    assert_eq!((number.sex(), number.birth_year()), (Sex::Female, 1985));
    assert_eq!(number.province(), Some("Thành phố Hồ Chí Minh"));
    let abroad = cccd::Cccd::from_digits("139090304123").expect("twelve digits");
    assert_eq!((abroad.place_code(), abroad.province()), (139, None));
    assert_eq!(cccd::Cccd::from_digits("00120097909"), None);
    assert_eq!(cccd::Cccd::from_digits("00120097909a"), None);
}

#[test]
fn a_lost_zero_is_put_back_when_birth_year_and_sex_agree() {
    use CccdRepair::LostZero;
    let woman = born(1984, Sex::Female);
    assert_eq!(read_cccd("40184730554", woman), Ok(("040184730554".into(), vec![LostZero])));
    let man = born(1992, Sex::Male);
    assert_eq!(read_cccd("1092720875", man), Ok(("001092720875".into(), vec![LostZero])));
    assert_eq!(read_cccd("1092720875.0", man), Ok(("001092720875".into(), vec![LostZero])));
    // Nothing known speaks against it.
    let unknown = Known::default();
    assert_eq!(read_cccd("1092720875", unknown), Ok(("001092720875".into(), vec![LostZero])));
}

#[test]
fn zeros_are_not_put_back_against_the_record_or_before_a_zero() {
    let bad = |digits| Err(CccdRefusal::BadLength { digits });
    assert_eq!(read_cccd("40184730554", born(1984, Sex::Male)), bad(11));
    assert_eq!(read_cccd("40184730554", born(1985, Sex::Female)), bad(11));
    assert_eq!(read_cccd("00109639170", born(1996, Sex::Female)), bad(11));
    assert_eq!(read_cccd("0380912226628", born(1991, Sex::Male)), bad(13));
    assert_eq!(read_cccd("12345678", Known::default()), bad(8));
    // 003 is no province.
    assert_eq!(read_cccd("3092720875", born(1992, Sex::Male)), bad(10));
}

#[test]
fn signs_and_letters_o_are_put_right() {
    use CccdRepair::{LetterO, LostZero, Punctuation};
    let known = Known::default();
    for (text, digits, repairs) in [
        ("017 176 588 131", "017176588131", vec![Punctuation]),
        ("'001078817527", "001078817527", vec![Punctuation]),
        ("001.078.817-527", "001078817527", vec![Punctuation]),
        ("O19188807145", "019188807145", vec![LetterO]),
        ("o19 188 8O7145", "019188807145", vec![Punctuation, LetterO]),
        ("1 078 817 527", "001078817527", vec![Punctuation, LostZero]),
        (" 001078817527 ", "001078817527", vec![]),
    ] {
        assert_eq!(read_cccd(text, known), Ok((digits.into(), repairs)), "{text}");
    }
}

#[test]
fn nine_digits_are_an_old_cmnd() {
    let known = born(1976, Sex::Female);
    assert_eq!(read_cccd("033283505", known), Ok(("CMND 033283505".into(), vec![])));
    let spaced = Ok(("CMND 033283505".into(), vec![CccdRepair::Punctuation]));
    assert_eq!(read_cccd("033 283 505", known), spaced);
}

#[test]
fn words_and_scientific_notation_are_refused_by_name() {
    let known = Known::default();
    for text in ["chưa có", "mất thẻ", "không", "oooo", "o", "0o", "-", "001O7881752x", "A12345678"]
    {
        assert_eq!(read_cccd(text, known), Err(CccdRefusal::BadChars), "{text}");
    }
    for text in ["3,82E+10", "1.08E+10", "3e10", "3.8E10"] {
        assert_eq!(read_cccd(text, known), Err(CccdRefusal::Scientific), "{text}");
    }
    assert_eq!(read_cccd(" ", known), Err(CccdRefusal::Empty));
    assert_eq!(read_cccd(&"1".repeat(100), known), Err(CccdRefusal::BadChars));
}

#[test]
fn a_number_that_disagrees_with_the_record_says_what_it_says() {
    let number = cccd::Cccd::from_digits("001196975055").expect("twelve digits");
    let year = Disagreement { birth_year: Some(1996), sex: None };
    assert_eq!(number.disagreement(born(1999, Sex::Female)), year);
    let sex = Disagreement { birth_year: None, sex: Some(Sex::Female) };
    assert_eq!(number.disagreement(born(1996, Sex::Male)), sex);
    assert!(number.disagreement(born(1996, Sex::Female)).is_none());
    assert!(number.disagreement(Known::default()).is_none());
}

#[test]
fn no_personal_number_is_printed_by_debug() {
    let number = cccd::Cccd::from_digits("001196975055").expect("twelve digits");
    assert_eq!(format!("{number:?}"), "Cccd(001*********)");
    let phone = Phone::from_national("0961458331").expect("a mobile");
    assert_eq!(format!("{phone:?}"), "Phone(Mobile)");
}

#[test]
fn the_63_provinces_have_codes_in_order() {
    assert_eq!(place::PROVINCES.len(), 63);
    assert!(place::PROVINCES.is_sorted_by(|a, b| a.0 < b.0));
    assert_eq!(place::province(96), Some("Cà Mau"));
    assert_eq!(place::province(3), None);
}

#[test]
fn published_tax_numbers_have_right_check_digits() {
    for text in ["0100233488", "0314409058", "0100112437", "0312687878", "0199310107-002"] {
        let reading = mst::read(text).expect("a tax number");
        assert!(reading.number.check_digit_agrees() && reading.repairs.is_empty(), "{text}");
        assert_eq!(reading.number.to_string(), text);
    }
    for text in ["0196264820", "0198494631", "0100233489"] {
        let reading = mst::read(text).expect("a tax number");
        assert!(!reading.number.check_digit_agrees(), "{text}");
        assert_eq!(reading.number.to_string(), text);
    }
}

#[test]
fn tax_numbers_are_repaired_when_the_check_digit_then_agrees() {
    use MstRepair::{LostZero, Punctuation};
    for (text, number, repairs) in [
        ("199172760", "0199172760", vec![LostZero]),
        ("199310107002", "0199310107-002", vec![LostZero]),
        ("199310107-002", "0199310107-002", vec![Punctuation, LostZero]),
        ("0199310107002", "0199310107-002", vec![]),
        ("0100 233 488", "0100233488", vec![Punctuation]),
        ("100233488.0", "0100233488", vec![LostZero]),
    ] {
        let reading = mst::read(text).expect("a tax number");
        assert_eq!(
            (reading.number.to_string(), reading.repairs),
            (number.into(), repairs),
            "{text}"
        );
    }
    assert_eq!(mst::read("100233489"), Err(MstRefusal::BadLength { digits: 9 }));
}

#[test]
fn a_personal_number_serves_as_tax_number() {
    let reading = mst::read("001079503577").expect("a personal number");
    assert!(matches!(reading.number, Mst::Individual(_)));
    assert_eq!(reading.number.to_string(), "001079503577");
}

#[test]
fn what_is_no_tax_number_is_refused() {
    assert_eq!(mst::read(""), Err(MstRefusal::Empty));
    assert_eq!(mst::read("chưa có"), Err(MstRefusal::BadChars));
    assert_eq!(mst::read("1,00E+9"), Err(MstRefusal::Scientific));
    assert_eq!(mst::read("12345"), Err(MstRefusal::BadLength { digits: 5 }));
    assert_eq!(mst::read("0100233488-000"), Err(MstRefusal::BadLength { digits: 13 }));
}

fn read_phone(text: &str) -> Result<(String, Vec<PhoneRepair>), PhoneRefusal> {
    phone::read(text).map(|reading| (reading.first.to_string(), reading.repairs))
}

#[test]
fn telephone_numbers_are_normalised() {
    use PhoneRepair::{LostZero, Multiple, Normalised, Old11Digits};
    for (text, number, repairs) in [
        ("0961458331", "0961458331", vec![]),
        ("384195886", "0384195886", vec![LostZero]),
        ("842172986", "0842172986", vec![LostZero]),
        ("2439037842", "02439037842", vec![LostZero]),
        ("0815.767.073", "0815767073", vec![Normalised]),
        ("+84943811624", "0943811624", vec![Normalised]),
        ("84338607103", "0338607103", vec![Normalised]),
        ("0084 338 607 103", "0338607103", vec![Normalised]),
        ("(+84) 338 607 103", "0338607103", vec![Normalised]),
        ("+84 (0)338 607 103", "0338607103", vec![Normalised]),
        ("024.3375.8313", "02433758313", vec![Normalised]),
        ("01237733349", "0837733349", vec![Old11Digits]),
        ("1203253098", "0703253098", vec![Old11Digits]),
        ("+84 123 773 3349", "0837733349", vec![Normalised, Old11Digits]),
        ("ĐT: 0815767073", "0815767073", vec![Normalised]),
        ("Tel.0815.767.073", "0815767073", vec![Normalised]),
        ("0817413678; 0396163365", "0817413678", vec![Multiple]),
        ("0328929803 / 0764132122", "0328929803", vec![Multiple]),
        ("0328929803 0764132122", "0328929803", vec![Multiple]),
        ("0328.929.803 - 0764.132.122", "0328929803", vec![Normalised, Multiple]),
        ("0328929803 hoặc 0764132122", "0328929803", vec![Multiple]),
    ] {
        assert_eq!(read_phone(text), Ok((number.into(), repairs)), "{text}");
    }
    let both = phone::read("0817413678; 396163365").expect("two numbers");
    assert_eq!(both.others.iter().map(Phone::to_string).collect::<Vec<_>>(), ["0396163365"]);
}

#[test]
fn what_is_no_vietnamese_number_is_refused() {
    for text in [
        "0374398",
        "0006252155",
        "03906077",
        "03941512255",
        "không có",
        "0961458331x",
        "+1 202 555 0100",
        "0",
        "9,84E+08",
        "0961458331096145833109614583310961458331",
        "; 0961458331",
    ] {
        assert_eq!(read_phone(text), Err(PhoneRefusal::Invalid), "{text}");
    }
    assert_eq!(read_phone(" "), Err(PhoneRefusal::Empty));
}

#[test]
fn mobiles_and_fixed_lines_are_told_apart() {
    let kind = |digits| Phone::from_national(digits).map(Phone::kind);
    assert_eq!(kind("0340353656"), Some(PhoneKind::Mobile));
    assert_eq!(kind("02433758313"), Some(PhoneKind::Fixed));
    assert_eq!(kind("0201234567"), None);
    assert_eq!(kind("0951"), None);
}

#[test]
fn sexes_are_read_in_the_words_of_lists() {
    for (text, sex) in
        [("Nam", Sex::Male), ("nữ", Sex::Female), ("Nu", Sex::Female), ("NỮ ", Sex::Female)]
    {
        assert_eq!(Sex::parse(text), Some(sex));
        assert_eq!(Sex::parse(&sex.to_string()), Some(sex));
    }
    assert_eq!(Sex::parse("x"), None);
}

proptest! {
    #[test]
    fn a_cccd_that_lost_its_zeros_comes_back(
        province in 0_usize..63, century_and_sex in 0_u8..4, year in 0_u8..100, serial in 0_u32..1_000_000,
    ) {
        let place = place::PROVINCES[province].0;
        let digits = format!("{place:03}{century_and_sex}{year:02}{serial:06}");
        let number = cccd::Cccd::from_digits(&digits).expect("twelve digits");
        prop_assert_eq!(number.to_string(), digits.clone());
        let known = born(number.birth_year(), number.sex());
        let stored = digits.parse::<u64>().expect("digits").to_string();
        let read = read_cccd(&stored, known).map(|(digits, _)| digits);
        prop_assert_eq!(read, Ok(digits));
    }

    #[test]
    fn one_wrong_digit_of_a_tax_number_is_noticed(
        serial in 0_u32..1_000_000_000, at in 0_usize..9, other in 1_u8..10,
    ) {
        let nine = format!("{serial:09}");
        let right = (0..10).map(|check| format!("{nine}{check}"))
            .find(|digits| mst::read(digits).is_ok_and(|r| r.number.check_digit_agrees()));
        if let Some(right) = right {
            let mut wrong = right.into_bytes();
            wrong[at] = b'0' + (wrong[at] - b'0' + other) % 10;
            let wrong = String::from_utf8(wrong).expect("digits");
            prop_assert!(mst::read(&wrong).is_ok_and(|r| !r.number.check_digit_agrees()));
        }
    }

    #[test]
    fn a_kept_telephone_number_is_read_as_itself(digits in "0[2-9][0-9]{8,9}") {
        if let Some(phone) = Phone::from_national(&digits) {
            prop_assert_eq!(phone.to_string(), digits.clone());
            prop_assert_eq!(read_phone(&digits), Ok((digits.clone(), vec![])));
            let abroad = format!("+84 {}", &digits[1..]);
            prop_assert_eq!(read_phone(&abroad).map(|(number, _)| number), Ok(digits));
        }
    }
}
