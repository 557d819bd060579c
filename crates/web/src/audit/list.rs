//! The page of the trail: lines or batches, the latest first, filtered.

use axum::http::StatusCode;
use axum::response::Response;
use domain::audit::{self, TrailAsked, Verified};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{what_name, words};
use crate::frame::{form_key, unplaced};
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::Problem;
use crate::site::Visit;
use crate::words as common;

const AT_ONCE: usize = 50;
/// The fields of the address that a link to older lines keeps.
const KEPT: [&str; 6] = ["view", "actor", "what", "subject", "from", "to"];

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (asked, refusal) = match asked(visit) {
        Ok(asked) => (asked, None),
        Err(refusal) => (TrailAsked { limit: AT_ONCE + 1, ..TrailAsked::default() }, Some(refusal)),
    };
    show(visit, &asked, refusal.as_ref(), &html! {})
}

fn asked(visit: &Visit) -> Result<TrailAsked, Refusal> {
    let text = |field| visit.raw.get(field).map(str::to_owned);
    let day = |field| visit.raw.get(field).map(typed::day).transpose();
    let subject = match visit.raw.get("subject") {
        None => None,
        Some(typed) => Some(Id::parse(typed).ok_or_else(|| {
            Refusal::new(
                "bad_subject",
                "Số hồ sơ, số tài khoản có 13 ký tự",
                "Chép lại từ trang của người hoặc tài khoản",
            )
        })?),
    };
    Ok(TrailAsked {
        actor: text("actor"),
        what: text("what"),
        subject,
        from: day("from")?,
        to: day("to")?,
        before: visit.raw.get("before").and_then(|text| text.parse().ok()),
        limit: AT_ONCE + 1,
    })
}

fn is_batches(visit: &Visit) -> bool {
    visit.raw.get("view") == Some("batches")
}

fn address(visit: &Visit, before: Option<i64>, view: Option<&str>) -> String {
    let mut fields = form_urlencoded::Serializer::new(String::new());
    for field in KEPT {
        let value =
            if field == "view" { view.or(visit.raw.get("view")) } else { visit.raw.get(field) };
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.append_pair(field, value);
        }
    }
    if let Some(before) = before {
        fields.append_pair("before", &before.to_string());
    }
    format!("/audit?{}", fields.finish())
}

fn show(
    visit: &Visit,
    asked: &TrailAsked,
    refusal: Option<&Refusal>,
    told: &Markup,
) -> Result<Response, Problem> {
    let say = visit.say;
    let (table, last) =
        if is_batches(visit) { batches(visit, asked)? } else { lines(visit, asked)? };
    let tab = |view, name, is_here: bool| {
        html! {
            a href=(address(visit, None, Some(view))) aria-current=[is_here.then_some("page")] { (say.text(name)) }
        }
    };
    let content = html! {
        div.head {
            div { h1 { (say.text(common::AUDIT)) } p { (say.text(words::LEAD)) } }
            form.acts method="post" action="/audit/verify" { (form_key(visit)) button.btn.main { (say.text(words::VERIFY)) } }
        }
        nav.tabs {
            (tab("lines", words::TAB_LINES, !is_batches(visit)))
            (tab("batches", words::TAB_BATCHES, is_batches(visit)))
        }
        div.gap {
            (told)
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            (filters(visit))
            section.sheet {
                (table)
                @if last.is_some() || asked.before.is_some() {
                    nav.pager aria-label=(say.text(common::PAGES)) { span {} ol {
                        li { a href=(address(visit, None, None)) { (say.text(words::NEWEST)) } }
                        @if last.is_some() { li { a rel="next" href=(address(visit, last, None)) { (say.text(words::OLDER)) } } }
                    } }
                }
            }
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    unplaced(visit, status, say.text(common::AUDIT), &content)
}

/// The trail of one person or thing alone.
fn about(visit: &Visit, subject: Id) -> String {
    let mut fields = form_urlencoded::Serializer::new(String::new());
    if visit.say != crate::say::Say::default() {
        fields.append_pair("lang", visit.say.code());
    }
    fields.append_pair("subject", &subject.to_string());
    format!("/audit?{}", fields.finish())
}

fn filters(visit: &Visit) -> Markup {
    let say = visit.say;
    let field = |name, label, most| Field {
        most,
        is_optional: true,
        ..Field::new(name, say.text(label), visit.raw.get(name).unwrap_or_default())
    };
    let hinted =
        |name, label, hint, most| Field { hint: say.text(hint), ..field(name, label, most) };
    let mut whats = vec![("", say.text(words::ANY))];
    whats.extend(words::WHATS.iter().map(|(code, name)| (*code, say.text(*name))));
    html! {
        details.sheet open[KEPT[1..].iter().any(|field| visit.raw.get(field).is_some())] {
            summary.pad { (say.text(words::FILTER)) }
            form.pad method="get" action="/audit" {
                @if say != crate::say::Say::default() { (form::hidden("lang", say.code())) }
                (form::hidden("view", visit.raw.get("view").unwrap_or_default()))
                div.grid.g2 {
                    (form::input(say, &hinted("actor", words::ACTOR, words::ACTOR_HINT, 80)))
                    (form::select(say, &field("what", words::WHAT, 0), &whats))
                    (form::input(say, &hinted("from", words::FROM, words::DAY_HINT, 10)))
                    (form::input(say, &hinted("to", words::TO, words::DAY_HINT, 10)))
                    (form::input(say, &field("subject", words::SUBJECT, 13)))
                }
                div.acts { button.btn { (say.text(words::FILTER)) } a.btn.bare href="/audit" { (say.text(words::CLEAR)) } }
            }
        }
    }
}

/// Lines, and where the next page begins.
fn lines(visit: &Visit, asked: &TrailAsked) -> Result<(Markup, Option<i64>), Problem> {
    let say = visit.say;
    let mut rows = audit::entries(&visit.app, &visit.actor, asked)?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let last = rows.last().filter(|_| more).map(|row| row.id.0);
    let table = html! {
        @if rows.is_empty() { div.empty { p { (say.text(words::NOTHING)) } } } @else {
            div.tw { table.stack.dense {
                caption.vh { (say.text(words::TAB_LINES)) }
                thead { tr { @for head in [words::WHEN, words::ACTOR, words::WHAT, words::ABOUT, words::DETAIL] { th scope="col" { (say.text(head)) } } } }
                tbody { @for row in &rows { tr {
                    th scope="row" { (say.moment(row.at)) }
                    td data-l=(say.text(words::ACTOR)) { span lang="vi" { (row.actor) } }
                    td data-l=(say.text(words::WHAT)) { span { (what_name(say, &row.what)) } }
                    td data-l=(say.text(words::ABOUT)) { span lang="vi" {
                        @match (&row.subject_name, row.subject) {
                            (Some(name), Some(id)) => a href=(about(visit, id)) { (name) },
                            (Some(name), None) => (name),
                            (None, Some(id)) => a href=(about(visit, id)) { code { (id) } },
                            (None, None) => "–",
                        }
                    } }
                    td.mut data-l=(say.text(words::DETAIL)) { span { (row.detail.as_deref().unwrap_or("–")) } }
                } } }
            } }
        }
    };
    Ok((table, last))
}

/// Batches, and where the next page begins.
fn batches(visit: &Visit, asked: &TrailAsked) -> Result<(Markup, Option<i64>), Problem> {
    let say = visit.say;
    let mut rows = audit::batches(&visit.app, &visit.actor, asked)?;
    let more = rows.len() > AT_ONCE;
    rows.truncate(AT_ONCE);
    let last = rows.last().filter(|_| more).map(|row| row.number);
    let table = html! {
        @if rows.is_empty() { div.empty { p { (say.text(words::NOTHING)) } } } @else {
            div.tw { table.stack.dense {
                caption.vh { (say.text(words::TAB_BATCHES)) }
                thead { tr {
                    th.n scope="col" { (say.text(words::BATCH)) }
                    @for head in [words::WHEN, words::ACTOR, words::REASON] { th scope="col" { (say.text(head)) } }
                    th.n scope="col" { (say.text(words::ROWS)) }
                    th scope="col" { (say.text(words::HASH)) }
                } }
                tbody { @for row in &rows { tr {
                    th.n scope="row" { (say.number(row.number)) }
                    td data-l=(say.text(words::WHEN)) { span { (say.moment(row.at)) } }
                    td data-l=(say.text(words::ACTOR)) { span lang="vi" { (row.actor) } }
                    td data-l=(say.text(words::REASON)) { span lang="vi" { (row.reason) } }
                    td.n data-l=(say.text(words::ROWS)) { span { (say.number(row.rows)) } }
                    td.mut data-l=(say.text(words::HASH)) { code { (row.hash.get(..12).unwrap_or(&row.hash)) } }
                } } }
            } }
        }
    };
    Ok((table, last))
}

/// Proves the end of the chain and says what was found.
pub(super) fn verify(visit: &Visit) -> Result<Response, Problem> {
    let found = audit::verify(&visit.app, &visit.actor)?;
    let asked = TrailAsked { limit: AT_ONCE + 1, ..TrailAsked::default() };
    show(visit, &asked, None, &told(visit, &found))
}

fn told(visit: &Visit, found: &Verified) -> Markup {
    let say = visit.say;
    let [first, last, rows] =
        [found.first, found.last, found.rows].map(|number| say.number(number));
    let places = [("first", &*first), ("last", &*last), ("rows", &*rows), ("hash", &*found.hash)];
    match &found.finding {
        None => {
            html! { div.flash role="status" { i.i.i-check aria-hidden="true" {} span.codes { (say.fill(words::HOLDS, &places)) } } }
        }
        Some(finding) => html! {
            div.note.bad role="alert" { i.i.i-warn aria-hidden="true" {} div {
                p { b { (say.text(words::BROKEN)) } } p lang="vi" { (finding) } p { (say.text(words::BROKEN_DO)) }
            } }
        },
    }
}
