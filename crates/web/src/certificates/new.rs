//! Issuing: for a list of the register of honours, or by one decision, one award, and a list of recipients that is typed.

use axum::http::StatusCode;
use axum::response::Response;
use domain::certificates::{
    CertificateFacts, Issued, Signer, Waiting, Wording, awaiting, issue, issue_for_honours, one,
    series_of,
};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::decision::crumbs;
use super::{PATH, words as w};
use crate::frame::{form_key, framed};
use crate::papers::written_out;
use crate::parts::form::{self, Field};
use crate::parts::paper;
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// Series and what is printed in large letters.
const SERIES: [(&str, &str); 4] = [
    ("GK", "GIẤY KHEN"),
    ("BK", "BẰNG KHEN"),
    ("KNC", "KỶ NIỆM CHƯƠNG"),
    ("GCN", "GIẤY CHỨNG NHẬN"),
];

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordHonours).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Issues them.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::RecordHonours).map_err(Problem::Refused)?;
    let (_, place) = visit.question_and_place()?;
    carried_out(
        visit,
        issued(visit, &place),
        |issued| {
            let (Some(first), Some(last)) = (issued.first(), issued.last()) else {
                return Err(Problem::NoPage);
            };
            let places = [
                ("n", &*issued.len().to_string()),
                ("first", &*first.number.to_string()),
                ("last", &*last.number.to_string()),
            ];
            let message = visit.say.fill(w::ISSUED_DONE, &places);
            // Who issues need not be somebody who may read names.
            let there = one(&visit.app, &visit.actor, first.id);
            let there =
                there.map(|found| format!("{PATH}/decision/{}", found.certificate.document));
            visit.done(there.as_deref().unwrap_or("/"), &message)
        },
        show,
    )
}

fn issued(visit: &Visit, place: &Place) -> Result<Vec<Issued>, domain::Error> {
    let (app, actor) = (&visit.app, &visit.actor);
    match asked(visit) {
        Some(list) => issue_for_honours(app, actor, list, &wording(visit)),
        None => issue(app, actor, &facts(visit, place)?),
    }
}

/// The list of honours the certificates are for, as the address or the form names it.
fn asked(visit: &Visit) -> Option<Id> {
    Id::parse(visit.form.some("honours").or_else(|| visit.raw.get("honours"))?)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn wording(visit: &Visit) -> Wording {
    let form = &visit.form;
    let (series, award) =
        SERIES.into_iter().find(|(code, _)| *code == form.text("series")).unwrap_or(SERIES[0]);
    Wording {
        series: series.to_owned(),
        award: award.to_owned(),
        named: form.some("named").map(str::to_owned),
        content: form.text("content").split_whitespace().collect::<Vec<_>>().join(" "),
        issuer: lines(form.text("issuer")),
        place: form.text("place").to_owned(),
        signer: Signer {
            lines: lines(form.text("signed-as")),
            name: form.text("signer").to_owned(),
        },
    }
}

fn facts(visit: &Visit, place: &Place) -> Result<Vec<CertificateFacts>, Refusal> {
    let decision = paper::read(visit, "")?;
    let Some(decided_on) = decision.issued_on else {
        return Err(Refusal::new("bad_day", "Thiếu ngày của quyết định", "Ghi ngày ký quyết định"));
    };
    let facts = |line: String| {
        let (recipient, of) = line.split_once([';', '\t']).unwrap_or((&line, ""));
        let of = of.replace('\t', ", ").trim().to_owned();
        let Wording { series, award, named, content, issuer, place: at, signer } = wording(visit);
        CertificateFacts {
            unit: place.card.id,
            honour: None,
            person: None,
            series,
            award,
            named,
            recipient: recipient.trim().to_owned(),
            recipient_of: Some(of).filter(|of| !of.is_empty()),
            content,
            decision: decision.number.clone(),
            decided_on,
            paper: None,
            issuer,
            place: at,
            signer,
        }
    };
    Ok(lines(visit.form.text("recipients")).into_iter().map(facts).collect())
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = question.say;
    let title = say.text(w::NEW_TITLE);
    let list = match asked(visit) {
        Some(list) => Some(awaiting(&visit.app, &visit.actor, list)?),
        None => None,
    };
    let giver = list.as_ref().map_or(&place.card.name, |list| &list.paper.head.unit.2);
    let content = html! {
        (crumbs(&question, None, title))
        div.head { div { h1 { (title) } p { (say.fill(w::NEW_LEAD, &[("unit", giver)])) } } }
        form.sheet method="post" action=(question.to("/certificates/new")) {
            div.pad.form {
                (form_key(visit))
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (fields(visit, giver, list.as_ref(), refusal))
                (form::acts(say, w::ISSUE, Some(&question.to(PATH))))
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn fields(visit: &Visit, giver: &str, list: Option<&Waiting>, refusal: Option<&Refusal>) -> Markup {
    let (say, typed) = (visit.say, &visit.form);
    let or = |name: &str, otherwise: String| typed.some(name).map_or(otherwise, str::to_owned);
    let issuer = or("issuer", format!("BAN CHẤP HÀNH\n{}", written_out(giver)));
    let signed_as = or("signed-as", "TM. BAN CHẤP HÀNH\nCHỦ TỊCH".to_owned());
    let titled = list.map_or(String::new(), |list| list.paper.head.title.clone());
    let said = or("content", titled);
    let first = list.and_then(|list| list.lines.first()).map_or("", |row| series_of(row.form));
    let series = or("series", first.to_owned());
    let named = Field {
        is_optional: true,
        hint: say.text(w::AWARD_NAME_HINT),
        ..Field::new("named", say.text(w::AWARD_NAME), typed.text("named"))
    };
    let content = Field {
        most: 1_500,
        hint: say.text(if list.is_some() { w::CONTENT_LIST_HINT } else { w::CONTENT_HINT }),
        ..Field::new("content", say.text(w::CONTENT), &said)
    };
    html! {
        @if list.is_none() { (paper::fields(visit, false, refusal)) }
        (form::select(say, &Field::new("series", say.text(w::AWARD), &series), &SERIES))
        (form::input(say, &named))
        (form::area(say, &content, 3))
        (recipients(visit, list))
        (form::area(say, &Field::new("issuer", say.text(w::ISSUER_LINES), &issuer), 2))
        (form::input(say, &Field::new("place", say.text(w::PLACE), typed.text("place"))))
        (form::area(say, &Field::new("signed-as", say.text(w::SIGNER_LINES), &signed_as), 2))
        (form::input(say, &Field::new("signer", say.text(w::SIGNER), typed.text("signer"))))
    }
}

/// Who is on the list of the register, or a place to type who shall be.
fn recipients(visit: &Visit, list: Option<&Waiting>) -> Markup {
    let say = visit.say;
    let Some(Waiting { paper: list, lines: rows, .. }) = list else {
        let typed = Field {
            most: 20_000,
            hint: say.text(w::RECIPIENTS_HINT),
            ..Field::new("recipients", say.text(w::RECIPIENTS), visit.form.text("recipients"))
        };
        return form::area(say, &typed, 8);
    };
    let places = [("number", &*list.head.paper.number), ("day", &say.day(list.head.on))];
    let counted = |(code, award): (&str, &str)| {
        let count = rows.iter().filter(|row| series_of(row.form) == code).count();
        (count > 0).then(|| format!("{award}: {count}"))
    };
    let counted: Vec<String> = SERIES.into_iter().filter_map(counted).collect();
    let awaits = say.fill(w::AWAIT, &[("n", &counted.join(", "))]);
    html! {
        (form::hidden("honours", &list.head.id.to_string()))
        p { b { (say.fill(w::OF_DECISION, &places)) } ". " (awaits) }
        details.more { summary { (say.text(w::RECIPIENTS)) }
            ol { @for row in rows { li lang="vi" { (row.named)
                @if row.named != row.unit_named { " · " span.mut { (row.unit_named) } }
            } } }
        }
    }
}
