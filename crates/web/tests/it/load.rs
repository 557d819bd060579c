//! The measurement of the pages knows every route: a new one without an address fails here and not after an hour.

#[path = "../../examples/load/pages.rs"]
#[expect(dead_code, reason = "the addresses are asked by the measurement")]
mod pages;

#[test]
fn every_page_that_is_read_has_an_address_for_the_measurement() {
    assert_eq!(pages::forgotten(), Vec::<String>::new());
}
