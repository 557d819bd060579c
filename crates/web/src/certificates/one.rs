//! One certificate: what it says, what was handed over, how it is revoked.

use axum::http::StatusCode;
use axum::response::Response;
use domain::certificates::{
    self, Certificate, Delivered, Delivery, NewDelivery, What, shown, withdraw_delivery,
};
use kernel::{Id, Power, Refusal, Text};
use maud::{Markup, html};

use super::decision::{crumbs, standing};
use super::{PATH, address, id_at, words as w};
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::parts::{paper, typed};
use crate::problem::{Problem, of_form, respond};
use crate::say::Say;
use crate::site::Visit;

/// Which of the two forms was refused, and why.
enum Refused {
    Delivery(Refusal),
    Revocation(Refusal),
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Writes down what was handed over, or takes a line back.
pub(super) fn deliver(visit: &Visit) -> Result<Response, Problem> {
    let (id, say) = (id_at(visit, 2)?, visit.say);
    let here = format!("{PATH}/{id}");
    let (app, actor) = (&visit.app, &visit.actor);
    if let Some(line) = visit.form.some("withdraw") {
        let unknown =
            || Refusal::new("unknown_delivery", "Không có dòng trao này", "Mở lại trang của giấy");
        let line = Id::parse(line).ok_or_else(|| Problem::Refused(unknown()))?;
        withdraw_delivery(app, actor, id, line)?;
        return visit.done(&here, say.text(w::WITHDRAWN));
    }
    let written = delivery(visit, id).map_err(domain::Error::from);
    match written.and_then(|new| certificates::deliver(app, actor, &new)) {
        Ok(_) => visit.done(&here, say.text(w::DELIVERED)),
        Err(error) => {
            let refused = Refused::Delivery(of_form(error)?);
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refused))
        }
    }
}

fn delivery(visit: &Visit, certificate: Id) -> Result<NewDelivery, Refusal> {
    let form = &visit.form;
    let amount: String = form.text("amount").chars().filter(char::is_ascii_digit).collect();
    let on = typed::boxes(["on-d", "on-m", "on-y"].map(|name| form.text(name)))?;
    Ok(NewDelivery {
        certificate,
        what: What::from_code(form.text("what")).unwrap_or(What::Paper),
        on: on.unwrap_or(visit.today),
        amount_vnd: amount.parse().ok(),
        item: form.some("item").map(str::to_owned),
        receiver: form.text("receiver").to_owned(),
    })
}

/// Revokes it.
pub(super) fn revoke(visit: &Visit) -> Result<Response, Problem> {
    let id = id_at(visit, 2)?;
    let written = || -> Result<(), domain::Error> {
        let day = typed::boxes(["from-d", "from-m", "from-y"].map(|name| visit.form.text(name)))?;
        let decision = paper::read(visit, "Thu hồi giấy khen")?;
        let told = (day.unwrap_or(visit.today), visit.form.text("cause"));
        certificates::revoke(&visit.app, &visit.actor, id, told, &decision).map(drop)
    };
    match written() {
        Ok(()) => {
            let number = certificates::one(&visit.app, &visit.actor, id)?.certificate.numbered();
            let message = visit.say.fill(w::REVOKE_DONE, &[("number", &number)]);
            visit.done(&format!("{PATH}/{id}"), &message)
        }
        Err(error) => {
            let refused = Refused::Revocation(of_form(error)?);
            show(visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&refused))
        }
    }
}

fn show(visit: &Visit, status: StatusCode, refused: Option<&Refused>) -> Result<Response, Problem> {
    let id = id_at(visit, 2)?;
    let (question, place) = visit.question_and_place()?;
    let (found, head) = visit.steady(|| Ok(certificates::one(&visit.app, &visit.actor, id)?))?;
    let (say, one) = (question.say, &found.certificate);
    let decision = format!("{PATH}/decision/{}", one.document);
    let print = question.to(&format!("{PATH}/{id}/print.pdf"));
    let writes = visit.actor.may(Power::RecordHonours) && one.revoked.is_none();
    let content = html! {
        (crumbs(&question, Some((&decision, &one.decision)), &one.numbered()))
        div.head {
            div { h1 { (one.recipient) } p { (one.award) ", " (say.text(w::NUMBER)) " " (one.numbered()) " " (standing(say, one.revoked.is_some())) } }
            @if one.revoked.is_none() && visit.settings.press.is_some() {
                div.acts { a.btn.main href=(print) { i.i.i-print aria-hidden="true" {} (say.text(w::PRINT_ONE)) } }
            }
        }
        div.gap {
            section.sheet { (facts(visit, say, one)) }
            (deliveries(visit, say, &found, writes, refused))
            @if writes { (revocation(visit, say, one, refused)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &one.recipient, &content)))
}

fn facts(visit: &Visit, say: Say, one: &Certificate) -> Markup {
    let public = address(visit, &one.code);
    let award = one
        .named
        .as_ref()
        .map_or_else(|| one.award.clone(), |named| format!("{} {named}", one.award));
    let rows: [(Text, String); 6] = [
        (w::AWARD, award),
        (w::CONTENT, one.content.clone()),
        (w::DECISION, format!("{}, {}", one.decision, say.day(one.decided_on))),
        (w::ISSUER, one.issuer.join(" ")),
        (w::SIGNED_BY, format!("{} {}", one.signer.lines.join(" "), one.signer.name)),
        (w::CODE, shown(&one.code)),
    ];
    html! {
        @if let Some(revoked) = &one.revoked {
            @let places = [("day", &*say.day(revoked.on)), ("number", &*revoked.decision), ("cause", &*revoked.cause)];
            p.pad { b { (say.fill(w::REVOKED_BY, &places)) } }
        }
        dl.kv.pad lang="vi" {
            @if let Some(of) = &one.recipient_of { dt lang=(say.code()) { (say.text(w::RECIPIENT)) } dd { (one.recipient) ", " (of) } }
            @for (name, value) in rows { dt lang=(say.code()) { (say.text(name)) } dd { (value) } }
            dt lang=(say.code()) { (say.text(w::PUBLIC_PAGE)) } dd { a href={ "/xac-minh/" (shown(&one.code)) } { (public) } }
        }
    }
}

fn what_name(what: What) -> Text {
    match what {
        What::Paper => w::PAPER,
        What::Money => w::MONEY,
        What::Item => w::ITEM,
    }
}

fn deliveries(
    visit: &Visit,
    say: Say,
    found: &Delivered,
    writes: bool,
    refused: Option<&Refused>,
) -> Markup {
    let action = format!("{PATH}/{}/deliver", found.certificate.id);
    html! {
        section.sheet {
            header { h2 { (say.text(w::DELIVERIES)) } }
            @if found.deliveries.is_empty() { p.pad.mut { (say.text(w::NOT_HANDED)) } }
            @else { ul.rows { @for each in &found.deliveries { li {
                (line(say, each))
                @if writes { form method="post" action=(action) {
                    (form_key(visit))
                    (form::hidden("withdraw", &each.id.to_string()))
                    button.btn.bare { (say.text(w::TAKE_BACK)) }
                } }
            } } } }
            @if writes { (delivery_form(visit, say, &action, refused)) }
        }
    }
}

fn line(say: Say, each: &Delivery) -> Markup {
    html! {
        span {
            b { (say.text(what_name(each.what))) }
            @if let Some(amount) = each.amount_vnd { " " (say.number(amount)) " đ" }
            @if let Some(item) = &each.item { " " span lang="vi" { (item) } }
            small.under.mut { (say.day(each.on)) " · " span lang="vi" { (each.receiver) } }
        }
    }
}

fn delivery_form(visit: &Visit, say: Say, action: &str, refused: Option<&Refused>) -> Markup {
    let typed = &visit.form;
    let names = What::ALL.map(|what| (what.code(), say.text(what_name(what))));
    let what = Field::new("what", say.text(w::WHAT), typed.text("what"));
    let amount = Field {
        is_optional: true,
        most: 15,
        ..Field::new("amount", say.text(w::AMOUNT), typed.text("amount"))
    };
    let item = Field {
        is_optional: true,
        ..Field::new("item", say.text(w::ITEM_NAME), typed.text("item"))
    };
    let receiver = Field::new("receiver", say.text(w::RECEIVER), typed.text("receiver"));
    let day = ["on-d", "on-m", "on-y"].map(|name| typed.text(name));
    html! {
        details.more open[matches!(refused, Some(Refused::Delivery(_)))] {
            summary.pad { (say.text(w::WRITE_DELIVERY)) }
            form.pad.form method="post" action=(action) {
                (form_key(visit))
                @if let Some(Refused::Delivery(refusal)) = refused { (form::refused(say, refusal, Some("receiver"))) }
                (form::select(say, &what, &names))
                (form::input(say, &amount))
                (form::input(say, &item))
                (form::input(say, &receiver))
                (form::date(say, "on", say.text(w::HANDED_ON), day, None))
                (form::acts(say, w::WRITE_DELIVERY, None))
            }
        }
    }
}

fn revocation(visit: &Visit, say: Say, one: &Certificate, refused: Option<&Refused>) -> Markup {
    let refusal = match refused {
        Some(Refused::Revocation(refusal)) => Some(refusal),
        _ => None,
    };
    let cause =
        Field { most: 500, ..Field::new("cause", say.text(w::CAUSE), visit.form.text("cause")) };
    let day = ["from-d", "from-m", "from-y"].map(|name| visit.form.text(name));
    html! {
        details.sheet.more open[refusal.is_some()] {
            summary.pad { (say.text(w::REVOKE)) }
            form.pad.form method="post" action={ (PATH) "/" (one.id) "/revoke" } {
                (form_key(visit))
                @if let Some(refusal) = refusal { (form::refused(say, refusal, Some("cause"))) }
                p { (say.text(w::REVOKE_LEAD)) }
                (form::area(say, &cause, 3))
                (form::date(say, "from", say.text(w::REVOKED_ON), day, None))
                (paper::fields(visit, false, refusal))
                div.acts { button.btn.stop { (say.text(w::REVOKE)) } }
            }
        }
    }
}
