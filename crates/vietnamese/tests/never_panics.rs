//! No parser panics, whatever a cell or a file holds.

use proptest::prelude::*;

mod parsers;

/// Any characters, and, more often, those the parsers look at.
fn any_text() -> impl Strategy<Value = String> {
    let telling = "[0-9/.,:;'()+%eEoO\u{A0} àẤđĐôưøÙï¹µ§\u{AD}−a-zA-Z-]{0,24}";
    prop_oneof![any::<String>(), telling, "[0-9 ./-]{0,16}", r"\PC{0,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_text_makes_a_parser_panic(input in any_text()) {
        parsers::texts(&input);
        parsers::names(&input);
        parsers::numbers(&input);
        parsers::dates(&input);
        parsers::numbers_of_identity(&input);
        parsers::encodings(&input);
    }

    #[test]
    fn no_bytes_make_the_decoder_panic(input in prop::collection::vec(any::<u8>(), 0..200)) {
        parsers::files(&input);
    }
}

#[test]
fn long_cells_are_read_or_refused() {
    for unit in ["a", "1", "ơ", "ủy ", "1.", "(", "NguyÔn ", "1/", "\u{301}", "oà", "Nh "] {
        let input = unit.repeat(3_000);
        parsers::texts(&input);
        parsers::names(&input);
        parsers::numbers(&input);
        parsers::dates(&input);
        parsers::numbers_of_identity(&input);
        parsers::encodings(&input);
    }
}
