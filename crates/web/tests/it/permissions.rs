//! The list of who may see what.

#[test]
fn every_route_stands_in_the_list_of_permissions() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/permissions.txt");
    let now = web::permissions();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    assert_eq!(golden, now, "look at what changed, then write the list anew with BLESS=1");
}
