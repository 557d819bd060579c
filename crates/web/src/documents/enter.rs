//! Entering a paper: one that came, one the books know already, or one of our own with the next number of its series.

use axum::http::StatusCode;
use axum::response::Response;
use domain::documents::{
    self, DocumentCard, DocumentRef, Kind, NewEntry, NewIssue, Next, Way, Which,
};
use domain::units::fresh_command;
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::{document_of, files, page as card_page, path_of, words};
use crate::address::Question;
use crate::form::Sent;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field, hidden};
use crate::parts::{crumbs, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// What was typed or asked for.
fn field<'v>(visit: &'v Visit, name: &'v str) -> &'v str {
    visit.form.some(name).or_else(|| visit.raw.get(name)).unwrap_or_default()
}

fn kind(visit: &Visit) -> Kind {
    Kind::from_code(field(visit, "paper")).unwrap_or(Kind::Decision)
}

/// The paper that is entered, when the books know it already.
fn known(visit: &Visit) -> Result<Option<DocumentCard>, Problem> {
    match Id::parse(field(visit, "of")) {
        Some(id) => Ok(Some(documents::card(&visit.app, &visit.actor, id)?)),
        None => Ok(None),
    }
}

fn is_issue(visit: &Visit) -> bool {
    field(visit, "way") != "incoming" && Id::parse(field(visit, "of")).is_none()
}

/// The form, sent.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let sent = visit.form.file("file");
    let told =
        if is_issue(visit) { issue(visit, &place, sent) } else { enter(visit, &place, sent) };
    carried_out(
        visit,
        told,
        |(document, message)| visit.done(&question.to(&path_of(document)), &message),
        show,
    )
}

fn file(sent: Option<&Sent>) -> Option<(&str, &[u8])> {
    sent.map(|sent| (&*sent.name, &*sent.bytes))
}

fn issue(visit: &Visit, place: &Place, sent: Option<&Sent>) -> Result<(Id, String), domain::Error> {
    let form = &visit.form;
    documents::may_enter_at(&visit.app, &visit.actor, place.card.id)?;
    let new = NewIssue {
        unit: place.card.id,
        kind: kind(visit),
        symbol: form.text("symbol").to_owned(),
        issued_on: typed::boxes(form.boxes("day"))?.unwrap_or(visit.today),
        title: form.text("title").to_owned(),
        first: form.some("first").map(typed::count).transpose()?,
    };
    // Sent twice, the form takes one number.
    let actor = match form.some("command") {
        Some(command) => visit.actor.clone().under(command, ""),
        None => visit.actor.clone(),
    };
    match documents::issue(&visit.app, &actor, &new, file(sent)) {
        Ok((id, number)) => Ok((id, visit.say.fill(words::ISSUED, &[("number", &number)]))),
        // Sent before: the way to the paper that came of it.
        Err(domain::Error::Answered(id)) => {
            Ok((Id::parse(&id).unwrap_or(Id(0)), visit.say.text(words::ISSUED_BEFORE).to_owned()))
        }
        Err(error) => Err(error),
    }
}

fn enter(visit: &Visit, place: &Place, sent: Option<&Sent>) -> Result<(Id, String), domain::Error> {
    let form = &visit.form;
    documents::may_enter_at(&visit.app, &visit.actor, place.card.id)?;
    let which = match Id::parse(form.text("of")) {
        Some(id) => Which::Known(id),
        None => Which::Borne(DocumentRef {
            number: form.text("number").to_owned(),
            issued_on: typed::boxes(form.boxes("day"))?,
            issuer: form.text("issuer").to_owned(),
            title: form.text("title").to_owned(),
        }),
    };
    let new = NewEntry {
        unit: place.card.id,
        way: Way::from_code(form.text("as")).unwrap_or(Way::Incoming),
        kind: kind(visit),
        on: typed::boxes(form.boxes("on"))?.unwrap_or(visit.today),
        note: form.some("note").map(str::to_owned),
    };
    let id = documents::enter(&visit.app, &visit.actor, &which, &new, file(sent))?;
    Ok((id, visit.say.text(words::ENTERED).to_owned()))
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    documents::may_enter_at(&visit.app, &visit.actor, place.card.id)?;
    let of = known(visit)?;
    let say = question.say;
    let unit = [("unit", &*place.card.name)];
    let (title, lead, body) = if is_issue(visit) {
        let year = visit.today.year();
        let next =
            documents::next_number(&visit.app, &visit.actor, place.card.id, kind(visit), year)?;
        let body = issue_form(visit, &question, &next, refusal);
        (say.fill(words::ISSUE_TITLE, &unit), words::ISSUE_LEAD, body)
    } else {
        let title = match &of {
            Some(card) => say.fill(words::KNOWN_TITLE, &[("number", &card.paper.number)]),
            None => say.fill(words::INCOMING_TITLE, &unit),
        };
        (title, words::INCOMING_LEAD, enter_form(visit, &question, of.as_ref(), refusal))
    };
    let tab = |way, name, is_here: bool| {
        let there = question.to_with("/documents/new", &[("way", way)]);
        html! { a href=(there) aria-current=[is_here.then_some("page")] { (say.text(name)) } }
    };
    let content = html! {
        (crumbs(say, &[(question.to("/documents"), say.text(words::TITLE))], &title))
        div.head { div { h1 { (title) } p { (say.text(lead)) } } }
        @if of.is_none() {
            nav.tabs {
                (tab("issued", words::TAB_ISSUE, is_issue(visit)))
                (tab("incoming", words::TAB_INCOMING, !is_issue(visit)))
            }
        }
        (body)
    };
    framed(visit, (&question, Some(&place)), status, &title, &content)
}

/// The field that a refusal is about.
fn field_of(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal.code {
        "bad_paper_number" => "number",
        "bad_issuer" => "issuer",
        "bad_title" => "title",
        "bad_symbol" => "symbol",
        "bad_first_number" | "bad_number" => "first",
        "before_last_number" | "paper_day_missing" | "bad_day" | "after_last_day" => "day",
        "bad_note" => "note",
        "bad_file_name" | "bad_file_kind" | "bad_file_ending" | "file_too_large" | "empty_file" => {
            "file"
        }
        _ => return None,
    })
}

fn wrong<'r>(refusal: Option<&'r Refusal>, name: &str) -> Option<&'r str> {
    refusal.filter(|told| field_of(told) == Some(name)).map(|told| &*told.message)
}

/// A day as typed, or today.
fn boxes<'v>(visit: &'v Visit, name: &str, today: &'v [String; 3]) -> [&'v str; 3] {
    let typed = visit.form.boxes(name);
    if typed == ["", "", ""] { [&*today[0], &*today[1], &*today[2]] } else { typed }
}

fn today(visit: &Visit) -> [String; 3] {
    let date = visit.today.date();
    [date.day().to_string(), date.month().to_string(), date.year().to_string()]
}

fn issue_form(
    visit: &Visit,
    question: &Question,
    next: &Next,
    refusal: Option<&Refusal>,
) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let chosen = kind(visit);
    let symbol = Field {
        most: 40,
        hint: say.text(words::SYMBOL_HINT),
        error: wrong(refusal, "symbol"),
        ..Field::new("symbol", say.text(words::SYMBOL), form.some("symbol").unwrap_or(&next.symbol))
    };
    let title = Field {
        most: 500,
        hint: say.text(words::SUBJECT_HINT),
        error: wrong(refusal, "title"),
        ..Field::new("title", say.text(words::SUBJECT), form.text("title"))
    };
    let first = Field {
        most: 5,
        is_optional: true,
        hint: say.text(words::FIRST_HINT),
        error: wrong(refusal, "first"),
        ..Field::new("first", say.text(words::FIRST), form.text("first"))
    };
    let now = today(visit);
    let day = boxes(visit, "day", &now);
    let command = form.some("command").map_or_else(|| fresh_command(&visit.app), str::to_owned);
    let year = visit.today.year().to_string();
    html! {
        nav.chips.kinds aria-label=(say.text(words::CHOOSE_KIND)) { @for kind in Kind::ALL {
            a.chip.plain href=(question.to_with("/documents/new", &[("way", "issued"), ("paper", kind.code())]))
                aria-current=[(*kind == chosen).then_some("true")] { (say.text(kind.name())) }
        } }
        div.grid.g21.even {
            section.sheet {
                form.form.pad method="post" enctype="multipart/form-data" action=(question.to("/documents/new")) {
                    @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(refusal))) }
                    (form_key(visit))
                    (hidden("way", "issued"))
                    (hidden("paper", chosen.code()))
                    (hidden("command", &command))
                    (form::input(say, &symbol))
                    (form::date(say, "day", say.text(words::ISSUE_DAY), day, wrong(refusal, "day")))
                    (form::area(say, &title, 2))
                    @if next.is_first { (form::input(say, &first)) }
                    (files::field(say, words::FILE_NOW, true))
                    (form::acts(say, words::DO_ISSUE, Some(&question.to("/documents"))))
                }
            }
            section.sheet {
                header { h2 { (say.text(words::NEXT_IS)) } }
                div.pad {
                    p.grand { b.nb { (format!("{:02}/{}", next.number, next.symbol)) } }
                    p.mut { (say.text(chosen.name())) }
                    @match next.not_before {
                        Some(day) => p.mut { (say.fill(words::NEXT_AFTER, &[("day", &say.day(day))])) },
                        None => p.mut { (say.fill(words::NEXT_FIRST, &[("year", &year)])) },
                    }
                }
            }
        }
    }
}

fn enter_form(
    visit: &Visit,
    question: &Question,
    of: Option<&DocumentCard>,
    refusal: Option<&Refusal>,
) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let text = |name: &'static str, label, most| Field {
        most,
        error: wrong(refusal, name),
        ..Field::new(name, say.text(label), form.text(name))
    };
    let issuer = Field { hint: say.text(words::ISSUER_HINT), ..text("issuer", words::ISSUER, 200) };
    let note = Field { is_optional: true, ..text("note", words::NOTE, 500) };
    let title = Field { hint: say.text(words::SUBJECT_HINT), ..text("title", words::SUBJECT, 500) };
    let chosen = form.some("paper").and_then(Kind::from_code);
    let chosen = chosen.or_else(|| of.map(|card| card.kind)).unwrap_or(kind(visit));
    let kinds = card_page::kinds(question);
    let now = today(visit);
    let ways =
        [("incoming", say.text(words::WAY_INCOMING)), ("issued", say.text(words::WAY_ISSUED))];
    html! {
        section.sheet {
            form.form.pad method="post" enctype="multipart/form-data" action=(question.to("/documents/new")) {
                @if let Some(refusal) = refusal { (form::refused(say, refusal, field_of(refusal))) }
                (form_key(visit))
                (hidden("way", "incoming"))
                @match of {
                    Some(card) => {
                        (hidden("of", &card.id.to_string()))
                        p.lead lang="vi" { b { (card.paper.number) } " · " (card.paper.title) }
                        (form::select(say, &Field::new("as", say.text(words::WAY), form.text("as")), &ways))
                    }
                    None => {
                        (form::input(say, &text("number", words::NUMBER, 60)))
                        (form::date(say, "day", say.text(words::ISSUE_DAY), form.boxes("day"), wrong(refusal, "day")))
                        (form::input(say, &issuer))
                        (form::area(say, &title, 2))
                    }
                }
                (form::select(say, &Field::new("paper", say.text(words::KIND), chosen.code()), &kinds))
                (form::date(say, "on", say.text(words::CAME_DAY), boxes(visit, "on", &now), None))
                (form::input(say, &note))
                (files::field(say, words::FILE_NOW, true))
                (form::acts(say, words::DO_ENTER, Some(&question.to("/documents"))))
            }
        }
    }
}

/// Takes a paper out of a register.
pub(super) fn withdraw(visit: &Visit) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    let document = document_of(visit)?;
    let entry = visit.form.text("entry");
    let reason = visit.form.text(&format!("reason-{entry}")).to_owned();
    let (app, actor) = (&visit.app, &visit.actor);
    let told = documents::card(app, actor, document).and_then(|_| {
        let entry = Id::parse(entry).unwrap_or(Id(0));
        documents::withdraw_entry(app, actor, (document, entry), &reason)
    });
    carried_out(
        visit,
        told,
        |()| visit.done(&question.to(&path_of(document)), visit.say.text(words::WITHDRAWN)),
        card_page::show,
    )
}
