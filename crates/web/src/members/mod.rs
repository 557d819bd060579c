//! Members on the web: lists, profiles, what happens to a member, transfers.

mod admit;
mod asked;
mod correct;
mod effects;
mod event;
mod file;
mod list;
mod page;
mod person_fields;
mod profile;
pub(crate) mod said;
mod table;
mod take_back;
mod transfers;
mod words;

use crate::routes::Route;

pub(crate) use page::person_of;

/// The routes of this slice.
pub(crate) const ROUTES: &[Route] = &[
    Route::page(
        "/members",
        "members of a unit and all under it, found and filtered",
        &["people.search", "units.read"],
        list::page,
    ),
    Route::page(
        "/members/list.csv",
        "the same as separated text",
        &["people.export", "people.search", "units.read"],
        file::csv,
    ),
    Route::page(
        "/members/list.xlsx",
        "the same as a workbook",
        &["people.export", "people.search", "units.read"],
        file::xlsx,
    ),
    Route::page(
        "/members/new",
        "the form of an admission",
        &["memberships.record", "people.search", "units.read"],
        admit::page,
    ),
    Route::form(
        "/members/new",
        "an admission looked at, then written",
        &["memberships.record", "people.search", "units.read"],
        admit::send,
    ),
    Route::form(
        "/members/bulk",
        "one event of several members looked at, then written",
        &["memberships.record", "people.search", "units.read"],
        event::send_many,
    ),
    Route::page("/members/{id}", "the profile of a person", &["people.search"], profile::page),
    Route::form(
        "/members/{id}/identity",
        "the whole identity number, once; noted",
        &["people.read_identity", "people.search"],
        profile::reveal,
    ),
    Route::page(
        "/members/{id}/event",
        "the form of a transfer, a leaving, a restoration",
        &["memberships.record", "people.search", "units.read"],
        event::page,
    ),
    Route::form(
        "/members/{id}/event",
        "the same looked at, then written",
        &["memberships.record", "people.search", "units.read"],
        event::send,
    ),
    Route::page(
        "/members/{id}/correct",
        "the form of a correction",
        &["people.correct", "people.search"],
        correct::page,
    ),
    Route::form(
        "/members/{id}/correct",
        "a correction looked at, then written",
        &["people.correct", "people.search"],
        correct::send,
    ),
    Route::page(
        "/members/{id}/take-back",
        "what taking an event back would do",
        &["memberships.record", "people.search"],
        take_back::page,
    ),
    Route::form(
        "/members/{id}/take-back",
        "an event taken back",
        &["memberships.record", "people.search"],
        take_back::send,
    ),
    Route::page(
        "/transfers",
        "those who wait to be received, for both ends",
        &["memberships.record"],
        transfers::page,
    ),
    Route::form(
        "/transfers",
        "one of them received or returned",
        &["memberships.record"],
        transfers::answer,
    ),
];
