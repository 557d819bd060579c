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

#[test]
fn the_page_of_rights_in_the_documents_says_what_the_program_does() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/RIGHTS.md");
    let now = domain::policy::table_text();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept, now, "look at what changed, then renew it with BLESS=1");
}
