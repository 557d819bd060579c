//! Suspected duplicates on the web: pairs side by side with what speaks for them, merged, told apart, and taken back.

mod answered;
mod deeds;
mod page;
mod pair;
mod words;

use crate::routes::Route;

/// Where the list stands.
const PATH: &str = "/duplicates";
/// Where what was answered stands.
const ANSWERED: &str = "/duplicates/answered";

const LOOKS: &[&str] = &["people.merge", "people.search", "units.read"];
const DECIDES: &[&str] = &["people.merge"];

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(PATH, "pairs of records that may be one person", LOOKS, page::page),
    Route::page(ANSWERED, "merges, and pairs told apart", LOOKS, answered::page),
    Route::form("/duplicates/merge", "one record merged into another", DECIDES, deeds::merge),
    Route::form("/duplicates/unmerge", "a merge taken back", DECIDES, deeds::unmerge),
    Route::form("/duplicates/apart", "a pair told apart", DECIDES, deeds::apart),
    Route::form("/duplicates/again", "that taken back", DECIDES, deeds::again),
];
