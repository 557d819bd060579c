//! Every parser of the crate, to be run on any input at all: by the property tests beside, and by
//! the fuzz targets in `fuzz/`. None may panic; what they give must hold what they promise.

use vietnamese::id::{Sex, cccd, mst, phone};
use vietnamese::legacy::{self, CellContext, ColumnStatistics, Encoding};
use vietnamese::{collate, date, ethnic, fold, money, name, number, syllable, text};

/// Cleaning, folding, keys, syllables.
pub(crate) fn texts(input: &str) {
    let (cleaned, _) = text::cleaned(input);
    assert_eq!(text::clean(&cleaned), cleaned);
    let folded = fold::fold(input);
    assert_eq!(fold::fold(&folded), folded);
    assert!(fold::suffixes(&folded).all(|suffix| folded.ends_with(suffix)));
    let key = fold::match_key(input);
    assert_eq!(fold::match_key(&cleaned), key);
    for placement in [syllable::Placement::Old, syllable::Placement::New] {
        let placed = syllable::place_tones(&cleaned, placement);
        assert_eq!(fold::fold(&placed), fold::fold(&cleaned));
    }
    collate::Collator::new().sort_key(input);
    ethnic::nearest(input);
}

/// Names and what stands around them.
pub(crate) fn names(input: &str) {
    let parts = name::PersonName::of(input);
    assert!(input.ends_with(parts.given) || input.trim().ends_with(parts.given));
    name::sort_key(input);
    name::is_vacant(input);
    for (a, b) in [name::strip_honorific(input), name::split_remark(input)].into_iter().flatten() {
        assert!(input.contains(a) && input.contains(b));
    }
    text::title_case_name(input);
}

/// Numbers, percentages, money.
pub(crate) fn numbers(input: &str) {
    if let Ok(read) = number::parse_decimal(input) {
        let again = number::parse_decimal(&read.value.to_string()).map(|r| r.value);
        assert_eq!(again, Ok(read.value));
        for plan in [1, 7, i64::MAX] {
            number::denominators_for(plan, read.value);
            number::numerators_for(plan, read.value);
            if let Some(share) = number::Fraction::new(read.value.units, plan) {
                number::judge(share, read.value);
                share.percent_text(2);
            }
        }
    }
    let _ = number::parse_percent(input);
    number::misread_thousands(input);
    if let Ok(dong) = money::parse_dong(input) {
        assert_eq!(money::parse_dong(&money::format_dong(dong)), Ok(dong));
    }
}

/// Dates.
pub(crate) fn dates(input: &str) {
    for latest_year in [i16::MIN, 0, 1999, 2024, i16::MAX] {
        if let Ok(reading) = date::parse(input, latest_year) {
            let iso = reading.date.iso();
            assert_eq!(date::PartialDate::from_iso(&iso), Some(reading.date));
            assert!(reading.date.first_day() <= reading.date.last_day());
        }
    }
    date::PartialDate::from_iso(input);
    if let Ok(serial) = input.parse() {
        date::from_serial(serial, date::DateSystem::From1900);
        date::from_serial(serial, date::DateSystem::From1904);
    }
}

/// Identity, tax and telephone numbers.
pub(crate) fn numbers_of_identity(input: &str) {
    for sex in [None, Sex::parse(input), Some(Sex::Female)] {
        let known = cccd::Known { birth_year: Some(1990), sex };
        if let Ok(cccd::CccdReading::Cccd { number, .. }) = cccd::read(input, known) {
            assert_eq!(cccd::Cccd::from_digits(&number.to_string()), Some(number));
            number.disagreement(known);
        }
    }
    if let Ok(reading) = mst::read(input) {
        let again = mst::read(&reading.number.to_string()).map(|r| r.number);
        assert_eq!(again, Ok(reading.number));
    }
    if let Ok(reading) = phone::read(input) {
        let again = phone::read(&reading.first.to_string());
        assert_eq!(again.map(|r| (r.first, r.repairs)), Ok((reading.first, vec![])));
    }
}

/// Old encodings.
pub(crate) fn encodings(input: &str) {
    let encodings = [Encoding::Tcvn3, Encoding::Tcvn3Caps, Encoding::Vni];
    for encoding in encodings {
        legacy::decode(input, encoding);
        legacy::encode(input, encoding);
        for font in [None, Some(legacy::read_font(input)), Some(legacy::Font::Legacy(encoding))] {
            legacy::read_cell(input, CellContext { font, column: Some(encoding) });
        }
    }
    let mut column = ColumnStatistics::default();
    column.add(input);
    column.encoding(ColumnStatistics::MIN_SHARE_PERCENT);
    legacy::capitals_restored(input);
    legacy::horns_guessed(input);
}

/// Whole files.
pub(crate) fn files(input: &[u8]) {
    let (text, encoding) = legacy::decode_bytes(input);
    if let Ok(utf8) = std::str::from_utf8(input) {
        let was_marked = utf8.starts_with('\u{FEFF}');
        let is_utf8 = encoding == legacy::ByteEncoding::Utf8;
        assert!(!is_utf8 || was_marked || text == utf8);
    }
}
