//! Awards and who is eligible, on the web: the catalogue with its rules, the explanation for a person, candidates of a unit.

mod award;
mod candidates;
mod catalogue;
mod collective;
mod person;
mod record;
mod verdict;
mod words;

pub(crate) use verdict::whole as verdict_of;

use crate::routes::Route;

pub(crate) use words::OF_COLLECTIVE;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page("/awards", "the catalogue of awards on a day", &[], catalogue::page),
    Route::page("/awards/{code}", "an award with its rules, days and sources", &[], award::page),
    Route::page(
        "/awards/eligibility",
        "the people of a unit by outcome for an award on a day",
        &["eligibility.read", "units.read"],
        candidates::page,
    ),
    Route::page(
        "/awards/collective",
        "why a unit is eligible for an award or not",
        &["eligibility.read", "units.read"],
        collective::page,
    ),
    Route::page(
        "/members/{id}/eligibility",
        "why a person is eligible for an award or not, and the records it rests on",
        &["eligibility.read", "people.search"],
        person::page,
    ),
    Route::form(
        "/members/{id}/eligibility",
        "a record of service, grade, discipline or open matter written or withdrawn",
        &["eligibility.record", "eligibility.read", "people.search"],
        record::send,
    ),
];
