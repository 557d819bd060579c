//! Whose packages are trusted, and the key of these books.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exchange::{NewKey, PeerKey, add_key, end_key, keys, make_key};
use domain::signing::{fingerprint, public_keys};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::parts::{crumbs, typed, unit};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

const HERE: &str = "/exchange/keys";

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Trusts a key.
pub(super) fn add(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ApproveReports).map_err(Problem::Refused)?;
    let written = || -> Result<String, domain::Error> {
        let form = &visit.form;
        let unit = unit::read(visit, "speaks-for")?;
        let key: String = form.text("public-key").split_whitespace().collect();
        let from = typed::boxes(form.boxes("from"))?.unwrap_or(visit.today);
        let note = form.some("note").map(str::to_owned);
        let (code, to) = (form.text("code").to_owned(), typed::boxes(form.boxes("to"))?);
        add_key(
            &visit.app,
            &visit.actor,
            &NewKey { unit, key: key.clone(), code, from, to, note },
        )?;
        Ok(fingerprint(&key))
    };
    carried_out(
        visit,
        written(),
        |told| visit.done(HERE, &visit.say.fill(words::KEY_ADDED, &[("fingerprint", &told)])),
        show,
    )
}

/// Trusts a key no longer than today.
pub(super) fn end(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ApproveReports).map_err(Problem::Refused)?;
    let unknown = || {
        let (no, then) = ("Danh sách không có khóa này", "Mở lại trang khóa tin cậy");
        domain::Error::from(Refusal::new("unknown_key", no, then))
    };
    let key = Id::parse(visit.form.text("id")).ok_or_else(unknown);
    let why = visit.form.text("why");
    carried_out(
        visit,
        key.and_then(|key| end_key(&visit.app, &visit.actor, key, visit.today, why)),
        |_| visit.done(HERE, visit.say.text(words::KEY_ENDED)),
        show,
    )
}

/// Makes the key of these books.
pub(super) fn make(visit: &Visit) -> Result<Response, Problem> {
    make_key(&visit.app, &visit.actor)?;
    visit.done(HERE, visit.say.text(words::KEY_MADE))
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let ((rows, own), head) = visit.steady(|| {
        Ok((keys(&visit.app, &visit.actor)?, public_keys(&visit.app)?.into_iter().next()))
    })?;
    let say = question.say;
    let title = say.text(words::KEYS);
    let may = visit.actor.may(Power::ApproveReports);
    let content = html! {
        (crumbs(say, &[(question.to("/exchange"), say.text(words::EXCHANGE))], title))
        div.head { div { h1 { (title) } p { (say.text(words::KEYS_LEAD)) } } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        div.gap {
            section.sheet {
                header { h2 { (say.text(words::KEYS)) } }
                @if rows.is_empty() { p.pad.mut { (say.text(words::NO_KEYS)) } }
                @else { (table(visit, &question, &rows, may)) }
            }
            @if may { (add_form(visit, &question)) }
            (own_key(visit, &question, own.map(|key| key.key)))
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, title, &content)))
}

fn table(visit: &Visit, question: &Question, rows: &[PeerKey], may: bool) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(words::KEYS)) }
            thead { tr {
                th scope="col" { (say.text(words::SPEAKS_FOR)) }
                th scope="col" { (say.text(words::FINGERPRINT)) }
                th scope="col" { (say.text(words::CODE_THERE)) }
                th scope="col" { (say.text(words::FROM)) }
                th scope="col" { (say.text(words::TO)) }
                th scope="col" { (say.text(words::HOW_COMPARED)) }
            } }
            tbody { @for row in rows { tr {
                th scope="row" lang="vi" { (row.unit_name) }
                td data-l=(say.text(words::FINGERPRINT)) { code { (row.fingerprint) } }
                td data-l=(say.text(words::CODE_THERE)) { (row.code) }
                td data-l=(say.text(words::FROM)) { (say.day(row.from)) }
                td data-l=(say.text(words::TO)) { @match row.to {
                    Some(to) => (say.day(to)),
                    None => span.mut { (say.text(words::OPEN_END)) },
                } }
                td.full {
                    span lang="vi" { (row.note.as_deref().unwrap_or_default()) }
                    @if may && row.to.is_none_or(|to| to > visit.today) { (end_form(visit, question, row)) }
                }
            } } }
        } }
    }
}

fn end_form(visit: &Visit, question: &Question, row: &PeerKey) -> Markup {
    let say = question.say;
    let name = format!("why-{}", row.id);
    html! {
        details.more {
            summary { (say.text(words::END_KEY)) }
            form.gap method="post" action=(question.to("/exchange/keys/end")) {
                (form_key(visit))
                (form::hidden("id", &row.id.to_string()))
                div.field {
                    label for=(name) { (say.text(words::END_WHY)) }
                    input id=(name) name="why" maxlength="500" required autocomplete="off";
                }
                div.acts { button.btn.stop { (say.text(words::END_KEY)) } }
            }
        }
    }
}

fn add_form(visit: &Visit, question: &Question) -> Markup {
    let (say, sent) = (question.say, &visit.form);
    let key = Field {
        hint: say.text(words::PUBLIC_KEY_HINT),
        most: 100,
        ..Field::new("public-key", say.text(words::PUBLIC_KEY), sent.text("public-key"))
    };
    let code = Field {
        hint: say.text(words::CODE_THERE_HINT),
        most: 60,
        ..Field::new("code", say.text(words::CODE_THERE), sent.text("code"))
    };
    let note = Field {
        hint: say.text(words::HOW_COMPARED_HINT),
        most: 500,
        ..Field::new("note", say.text(words::HOW_COMPARED), sent.text("note"))
    };
    let (from, to) = (sent.boxes("from"), sent.boxes("to"));
    html! {
        section.sheet {
            header { h2 { (say.text(words::ADD_KEY)) } }
            form.pad.form method="post" action=(question.to(HERE)) {
                (form_key(visit))
                (unit::input(visit, "speaks-for", say.text(words::SPEAKS_FOR), "", None))
                (form::input(say, &key))
                (form::input(say, &code))
                (form::date(say, "from", say.text(words::FROM_FIELD), from, None))
                (form::date(say, "to", say.text(words::TO_FIELD), to, None))
                (form::input(say, &note))
                (form::acts(say, words::ADD_KEY, None))
            }
        }
    }
}

fn own_key(visit: &Visit, question: &Question, own: Option<String>) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(words::OWN_KEY)) } }
            @match own {
                Some(key) => {
                    p.pad { (say.text(words::OWN_KEY_LEAD)) }
                    dl.kv.pad {
                        dt { (say.text(words::FINGERPRINT)) } dd { code { (fingerprint(&key)) } }
                        dt { (say.text(words::PUBLIC_KEY)) } dd { code.long { (key) } }
                    }
                },
                None => {
                    p.pad { (say.text(words::NO_OWN_KEY)) }
                    @if visit.actor.may(Power::WriteReports) {
                        form.pad method="post" action=(question.to("/exchange/keys/own")) {
                            (form_key(visit))
                            button.btn { (say.text(words::MAKE_KEY)) }
                        }
                    }
                },
            }
        }
    }
}
