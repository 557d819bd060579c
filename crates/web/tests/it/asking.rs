//! What somebody signed in does with the pages: asks for one, sends a form, goes where it leads.

use axum::http::StatusCode;

use crate::books::{Answer, Books, Knock, read_words};

/// Asks for a page.
pub(crate) fn get(books: &Books, token: &str, address: &str) -> Answer {
    books.knock(&Knock { address, token: Some(token), ..Knock::default() })
}

/// Sends a form as browsers write it.
pub(crate) fn post(books: &Books, token: &str, address: &str, form: &str) -> Answer {
    books.knock(&Knock { verb: "POST", address, form, token: Some(token), ..Knock::default() })
}

/// Sends a form by its fields.
pub(crate) fn send_fields(
    books: &Books,
    token: &str,
    address: &str,
    fields: &[(&str, &str)],
) -> Answer {
    post(books, token, address, &form(fields))
}

/// Fields as browsers write them.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// Where a form that was carried out leads to.
pub(crate) fn goal(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", read_words(&answer.text));
    answer.headers["location"].to_str().unwrap().to_owned()
}
