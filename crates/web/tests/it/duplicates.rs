//! Suspected duplicates on the web: side by side, merged, told apart, taken back, and only within reach.

use axum::http::StatusCode;
use domain::memberships::{Admission, EventKind, admit_many};
use domain::people::{NewPerson, Sex};
use domain::units::scope_of_code;
use kernel::{Actor, Id};

use crate::asking::post;
use crate::books::{Books, Knock, day, read_words};

/// Somebody admitted to a unit, twice a namesake where asked twice.
fn admit(books: &Books, code: &str) -> Id {
    let actor = Actor::operator("thử");
    let unit = scope_of_code(&books.app, &actor, code).unwrap();
    let person = NewPerson {
        name: "Đỗ Thị Trùng".to_owned(),
        sex: Some(Sex::Female),
        birth: Some("1990-05-06".to_owned()),
        note: Some("<script>".to_owned()),
        ..NewPerson::default()
    };
    let admission = Admission {
        person,
        kind: EventKind::BroughtForward,
        unit,
        on: day("2020-12-31"),
        from_outside: None,
        document: None,
        unit_event: None,
    };
    admit_many(&books.app, &actor, "danh sách", &[admission]).unwrap()[0]
}

fn page(books: &Books, token: &str, address: &str) -> String {
    let answer = books.knock(&Knock { address, token: Some(token), ..Knock::default() });
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.text
}

#[test]
fn a_pair_is_shown_side_by_side_merged_and_taken_apart_again() {
    let books = Books::told();
    let (first, second) = (admit(&books, "u1"), admit(&books, "u1"));
    let token = books.account("hang", "clerk", "quan-k");
    let shown = page(&books, &token, "/duplicates");
    let words = read_words(&shown);
    assert!(
        words.contains("Giống 50/100")
            && words.contains("Ngày sinh 6/5/1990 6/5/1990 giống +20 điểm"),
        "{words}"
    );
    let form = format!("a={first}&b={second}&keep={first}");
    let merged = post(&books, &token, "/duplicates/merge", &form);
    assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text);
    let words = read_words(&page(&books, &token, "/duplicates"));
    assert!(words.contains("Không có cặp nào nghi trùng"), "{words}");
    let again = post(&books, &token, "/duplicates/merge", &form);
    // Who was merged away stands nowhere, so within nobody's reach but that of the whole.
    assert_eq!(again.status, StatusCode::FORBIDDEN, "{}", again.text);
    let words = read_words(&page(&books, &token, "/duplicates/answered"));
    assert!(words.contains("Tách lại : Đỗ Thị Trùng") || words.contains("Tách lại"), "{words}");
    let undone = post(&books, &token, "/duplicates/unmerge", &format!("dropped={second}"));
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text);
    assert!(read_words(&page(&books, &token, "/duplicates")).contains("Giống 50/100"));
}

#[test]
fn a_pair_told_apart_stays_away_until_it_is_looked_at_again() {
    let books = Books::told();
    let (first, second) = (admit(&books, "u1"), admit(&books, "u1"));
    let token = books.account("hang", "clerk", "quan-k");
    let pair = format!("a={first}&b={second}");
    let told = post(&books, &token, "/duplicates/apart", &format!("{pair}&why=%3Cb%3Echi"));
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
    assert!(!read_words(&page(&books, &token, "/duplicates")).contains("Giống"));
    let answered = page(&books, &token, "/duplicates/answered");
    assert!(answered.contains("&lt;b&gt;chi") && !answered.contains("<b>chi"), "{answered}");
    let again = post(&books, &token, "/duplicates/again", &pair);
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
    assert!(read_words(&page(&books, &token, "/duplicates")).contains("Giống"));
}

#[test]
fn a_pair_with_somebody_out_of_reach_is_neither_shown_nor_decided() {
    let books = Books::told();
    let (inside, outside) = (admit(&books, "u1"), admit(&books, "u2"));
    let token = books.account("hang", "clerk", "quan-k");
    assert!(!read_words(&page(&books, &token, "/duplicates")).contains("Giống"));
    let pair = format!("a={inside}&b={outside}");
    for (address, form) in [
        ("/duplicates/merge", format!("{pair}&keep={inside}")),
        ("/duplicates/merge", format!("{pair}&keep={outside}")),
        ("/duplicates/apart", pair),
        ("/duplicates/unmerge", format!("dropped={outside}")),
    ] {
        let refused = post(&books, &token, address, &form);
        assert_ne!(refused.status, StatusCode::SEE_OTHER, "{address}");
    }
    let head = books.account("dau", "head", "ha-noi");
    assert!(read_words(&page(&books, &head, "/duplicates")).contains("Giống"));
}
