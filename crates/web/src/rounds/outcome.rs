//! The outcome of a rung for some files at once: sent up, decided, refused, or opened to members first.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Level, award_name};
use domain::rounds::{
    Decision, NominationFilter, NominationRow, Outcome, State, decide, nominations, open_list,
    refuse, round, send as send_up,
};
use kernel::{Id, Refusal, Text, UnitKind};
use maud::{Markup, html};

use super::page::{crumbs, empty, id_of, must_record, nomination_at, round_at, to_list};
use super::{tags, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// What can be done, with its words; the first where nothing is asked for.
const ACTS: [(&str, Text, Text); 4] = [
    ("send", w::DO_SEND, w::DID_SEND),
    ("decide", w::DO_DECIDE, w::DID_DECIDE),
    ("refuse", w::DO_REFUSE, w::DID_REFUSE),
    ("open", w::DO_OPEN, w::DID_OPEN),
];

fn act_of(visit: &Visit) -> (&'static str, Text, Text) {
    let asked = visit.form.some("do").or(visit.raw.get("do")).unwrap_or_default();
    ACTS.into_iter().find(|(code, ..)| *code == asked).unwrap_or(ACTS[0])
}

/// The unit whose files these are: the one a nomination's page names, or the one in the bar.
fn seat(visit: &Visit, place: &Place) -> Id {
    let asked = visit.form.some("at").or(visit.raw.get("at"));
    asked.and_then(Id::parse).unwrap_or(place.card.id)
}

/// The files held there, with a form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Carries it out for the files that were ticked.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let (code, _, done) = act_of(visit);
    carried_out(
        visit,
        carry_out(visit, &place, (id, code)),
        |()| visit.done(&round_at(&question, id), visit.say.text(done)),
        show,
    )
}

fn carry_out(visit: &Visit, place: &Place, (round, act): (Id, &str)) -> Result<(), domain::Error> {
    let form = &visit.form;
    let chosen: Vec<Id> = form.all("n").filter_map(Id::parse).collect();
    let unit = seat(visit, place);
    let (app, actor) = (&visit.app, &visit.actor);
    if act == "open" {
        let days = typed::count(form.text("days"))?;
        return open_list(app, actor, (round, unit), &chosen, days).map(drop);
    }
    let title = form.some("title").unwrap_or("Đợt xét khen thưởng");
    let document = parts::paper::read_some(visit, title)?;
    let on = document.as_ref().and_then(|paper| paper.issued_on).unwrap_or(visit.today);
    let what = Outcome { unit, nominations: chosen, document, on };
    match act {
        "decide" => {
            let told = Decision {
                decided_by: form.text("decided-by").to_owned(),
                title: form.text("title").to_owned(),
                presented_by: form.some("presented-by").map(str::to_owned),
                presented_on: None,
            };
            decide(app, actor, &what, &told).map(drop)
        }
        "refuse" => refuse(app, actor, &what, form.text("why")),
        _ => send_up(app, actor, &what, form.some("why")),
    }
}

/// Whether a file stands so that this may be done with it; the action itself asks everything.
fn fits(act: &str, row: &NominationRow, rung: Option<Level>) -> bool {
    let decides = rung.is_some_and(|rung| rung >= row.level) || row.holder.is_none();
    match act {
        "send" => {
            row.holder.is_some()
                && !decides
                && row.state != State::Sent
                && row.state != State::Failed
        }
        "decide" => {
            decides
                && (matches!(row.state, State::Accepted | State::Passed) || row.holder.is_none())
        }
        "refuse" => !row.state.is_open(),
        _ => matches!(row.state, State::Accepted | State::Passed),
    }
}

/// The rung of a kind of unit.
pub(super) fn rung_of(kind: UnitKind) -> Option<Level> {
    match kind {
        UnitKind::Confederation => Some(Level::Tld),
        UnitKind::Province | UnitKind::Sector => Some(Level::City),
        UnitKind::District | UnitKind::WardUnion => Some(Level::District),
        UnitKind::Grassroots | UnitKind::Guild => Some(Level::Grassroots),
        _ => None,
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let told = round(&visit.app, &visit.actor, id)?;
    let unit = seat(visit, &place);
    let card = domain::units::unit_card(&visit.app, &visit.actor, unit, visit.today)?;
    let filter =
        NominationFilter { holder: Some(unit), page: (0, 500), ..NominationFilter::default() };
    let (rows, _) = nominations(&visit.app, &visit.actor, id, &filter)?;
    let rows: Vec<NominationRow> = rows.into_iter().filter(|row| !row.state.is_over()).collect();
    let (act, text, _) = act_of(visit);
    let rung = rung_of(card.kind);
    let say = question.say;
    let ready: Vec<&NominationRow> = rows.iter().filter(|row| fits(act, row, rung)).collect();
    let lead =
        say.fill(w::OUTCOME_LEAD, &[("unit", &card.name), ("n", &say.number(rows.len() as i64))]);
    let above = [to_list(&question), (round_at(&question, id), &*told.round.head.name)];
    let content = html! {
        (crumbs(&question, &above, say.text(text)))
        div.head { div { h1 { (say.text(text)) } p lang="vi" { (lead) } } }
        nav.chips.kinds aria-label=(say.text(w::WHAT_TO_DO)) { @for (code, name, _) in ACTS {
            a.chip.plain href=(question.to_with(&format!("/rounds/{id}/outcome"), &[("do", code), ("at", &unit.to_string())]))
                aria-current=[(code == act).then_some("page")] { (say.text(name)) " " b { (say.number(rows.iter().filter(|row| fits(code, row, rung)).count() as i64)) } }
        } }
        @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
        @if ready.is_empty() { section.sheet { (empty(&question, (w::OUTCOME_NONE, w::OUTCOME_NONE_DO))) } } @else {
            form.gap method="post" action=(question.to(&format!("/rounds/{id}/outcome"))) {
                (form_key(visit))
                (form::hidden("do", act))
                (form::hidden("at", &unit.to_string()))
                section.sheet { (table(visit, &question, &ready)) }
                section.sheet { div.pad.form {
                    (fields(visit, act, &card.name, &told.round))
                    (form::acts(say, text, Some(&round_at(&question, id))))
                } }
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, say.text(text), &content)
}

fn table(visit: &Visit, question: &Question, rows: &[&NominationRow]) -> Markup {
    let say = question.say;
    let asked = visit.raw.get("n").and_then(Id::parse);
    let sent = visit.form.some("do").is_some();
    let is_ticked = |row: &NominationRow| {
        let id = row.id.to_string();
        if sent {
            visit.form.all("n").any(|each| each == id)
        } else {
            asked.is_none_or(|asked| asked == row.id)
        }
    };
    html! {
        div.tw { table.stack {
            caption.vh { (say.text(w::NOMINATIONS)) }
            thead { tr { @for head in [w::WHO, w::AWARD, w::VERDICT, w::STATE] { th scope="col" { (say.text(head)) } } } }
            tbody { @for row in rows { tr {
                th scope="row" {
                    label.pick { input type="checkbox" name="n" value=(row.id.to_string()) checked[is_ticked(row)];
                        span lang="vi" { (row.named) @if row.named != row.unit_named { small { (row.unit_named) } } } }
                    a.small href=(nomination_at(question, row.id)) { (say.text(w::FILE)) span.vh { " " (row.named) } }
                }
                td data-l=(say.text(w::AWARD)) lang="vi" { span { (award_name(&row.award)) small.under.mut { (row.achievement) } } }
                td data-l=(say.text(w::VERDICT)) { (tags::verdict(say, row.verdict.as_deref())) }
                td data-l=(say.text(w::STATE)) { (tags::state(say, row.state)) }
            } } }
        } }
    }
}

fn fields(visit: &Visit, act: &str, unit: &str, round: &domain::rounds::Round) -> Markup {
    let (say, form) = (visit.say, &visit.form);
    let days = round.comment_days.max(1).to_string();
    let days = Field {
        most: 2,
        ..Field::new("days", say.text(w::COMMENT_FOR), form.some("days").unwrap_or(&days))
    };
    let title = Field {
        most: 500,
        ..Field::new(
            "title",
            say.text(w::LIST_TITLE),
            form.some("title").unwrap_or(&round.head.name),
        )
    };
    let by = Field {
        most: 300,
        ..Field::new("decided-by", say.text(w::DECIDED_BY), form.some("decided-by").unwrap_or(unit))
    };
    let presented = Field {
        most: 300,
        is_optional: true,
        ..Field::new("presented-by", say.text(w::PRESENTED_BY), form.text("presented-by"))
    };
    let label = if act == "send" { w::WHY_FIELD } else { w::REASON };
    let why = Field {
        most: 2_000,
        is_optional: act == "send",
        ..Field::new("why", say.text(label), form.text("why"))
    };
    html! {
        @match act {
            "open" => (form::input(say, &days)),
            "decide" => { (parts::paper::fields(visit, false, None)) (form::input(say, &by)) (form::input(say, &title)) (form::input(say, &presented)) },
            "refuse" => { (form::input(say, &why)) (parts::paper::fields(visit, true, None)) },
            _ => { (parts::paper::fields(visit, true, None)) (form::area(say, &why, 2)) },
        }
    }
}
