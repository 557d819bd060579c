//! A cycle: opened for clusters, then its cards by cluster and where each stands.

use axum::http::StatusCode;
use axum::response::Response;
use domain::scores::{CardRow, NewCycle, Term, cycle, open_cycle};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::list::{self, Shown, Tried};
use super::page::{choices, crumbs, id_of, must_record, state_tag};
use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;
use crate::units::Place;

/// Opens one.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    carried_out(
        visit,
        carry_out(visit, &place),
        |(id, cards)| {
            let message =
                visit.say.fill(w::CYCLE_WRITTEN, &[("n", &visit.say.number(cards as i64))]);
            visit.done(&question.to(&format!("/scores/cycles/{id}")), &message)
        },
        |visit, status, no| list::show(visit, status, no.map(|no| (Tried::Cycle, no))),
    )
}

fn carry_out(visit: &Visit, place: &Place) -> Result<(Id, usize), domain::Error> {
    let form = &visit.form;
    let day = |name: &'static str, what: &str| {
        let missing = || {
            let message = format!("Thiếu {what}");
            Refusal::new("bad_day", message, "Ghi ngày như 30/6/2021")
        };
        typed::boxes(form.boxes(name))?.ok_or_else(missing)
    };
    let year = typed::count(form.text("year"))?;
    let new = NewCycle {
        unit: place.card.id,
        sheet: Id::parse(form.text("sheet")).unwrap_or(Id(0)),
        name: form.text("cycle-name").to_owned(),
        term: Term::from_code(form.text("term")).unwrap_or(Term::Year),
        year: i16::try_from(year)
            .ok()
            .filter(|year| (1900..3000).contains(year))
            .ok_or_else(|| Refusal::new("bad_year", "Năm không hợp lệ", "Ghi năm như 2021"))?,
        from: day("cycle-from", "ngày đầu kỳ")?,
        to: day("cycle-to", "ngày cuối kỳ")?,
        own_by: day("own-by", "hạn tự chấm")?,
        review_by: typed::boxes(form.boxes("review-by"))?,
        document: parts::paper::read_some(visit, form.text("cycle-name"))?,
        clusters: form.all("cluster").filter_map(Id::parse).collect(),
    };
    let id = open_cycle(&visit.app, &visit.actor, &new)?;
    let (_, _, rows) = cycle(&visit.app, &visit.actor, id)?;
    Ok((id, rows.len()))
}

/// The page of one.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let id = id_of(visit)?;
    let ((told, sheet, rows), head) = visit.steady(|| Ok(cycle(&visit.app, &visit.actor, id)?))?;
    let say = question.say;
    let mut clusters: Vec<&(Id, String)> = rows.iter().map(|row| &row.cluster).collect();
    clusters.dedup();
    let content = html! {
        (crumbs(&question, None, &told.name))
        div.head { div {
            h1 lang="vi" { (told.name) }
            p {
                span lang="vi" { (told.unit.2) } " · " (say.text(told.term.name())) " " (told.year) " · "
                (say.day(told.from)) " – " (say.day(told.to)) " · "
                (say.text(w::OWN_BY)) " " (say.day(told.own_by))
                @if let Some(day) = told.review_by { " · " (say.text(w::REVIEW_BY)) " " (say.day(day)) }
                " · " a href=(question.to(&format!("/scores/sheets/{}", sheet.head.id))) lang="vi" { (sheet.head.name) }
            }
        } }
        div.gap { @for cluster in clusters { (of_cluster(&question, id, cluster, &rows)) } }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(StatusCode::OK, frame::page(&frame, &told.name, &content)))
}

fn of_cluster(
    question: &Question,
    cycle: Id,
    (cluster, name): &(Id, String),
    rows: &[CardRow],
) -> Markup {
    let say = question.say;
    let ranking = question
        .to_with(&format!("/scores/cycles/{cycle}/ranking"), &[("cluster", &cluster.to_string())]);
    let points =
        |points: Option<i64>| points.map_or_else(|| "–".to_owned(), |points| say.points(points));
    html! {
        section.sheet {
            header {
                h2 lang="vi" { (name) }
                a.btn href=(ranking) { (say.text(w::SEE_RANKING)) }
            }
            div.tw { table.dense.stack {
                caption.vh { (name) }
                thead { tr {
                    th scope="col" { (say.text(w::UNIT)) }
                    th scope="col" { (say.text(w::STATE)) }
                    th.n scope="col" { (say.text(w::OWN)) }
                    th.n scope="col" { (say.text(w::REVIEWED)) }
                } }
                tbody { @for row in rows.iter().filter(|row| row.cluster.0 == *cluster) { tr {
                    th scope="row" lang="vi" { a href=(question.to(&format!("/scores/cards/{}", row.card))) { (row.unit.2) } }
                    td data-l=(say.text(w::STATE)) { span { (state_tag(say, row.state)) } }
                    td.n data-l=(say.text(w::OWN)) { span { (points(row.own)) } }
                    td.n data-l=(say.text(w::REVIEWED)) { span { (points(row.reviewed)) } }
                } } }
            } }
        }
    }
}

/// The form that opens one.
pub(super) fn new_form(
    visit: &Visit,
    question: &Question,
    unit: Id,
    shown: &Shown,
    told: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let sheets: Vec<(String, String)> =
        shown.sheets.iter().map(|row| (row.id.to_string(), row.name.clone())).collect();
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(id, name)| (&**id, &**name)).collect();
    let terms = choices(say, Term::ALL, |term: Term| (term.code(), term.name()));
    let year = visit.today.year().to_string();
    let year = typed.some("year").unwrap_or(&year);
    let name = Field {
        most: 300,
        ..Field::new("cycle-name", say.text(w::NAME), typed.text("cycle-name"))
    };
    let year_field = Field {
        most: 4,
        hint: say.text(w::YEAR_HINT),
        ..Field::new("year", say.text(w::YEAR), year)
    };
    let own = shown.clusters.iter().filter(|each| each.unit == unit);
    html! {
        details.sheet.more open[told.is_some()] {
            summary.pad { (say.text(w::NEW_CYCLE)) }
            form.form.pad method="post" action=(question.to("/scores/cycles")) {
                @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                (form_key(visit))
                (form::input(say, &name))
                (form::select(say, &Field::new("sheet", say.text(w::SHEET), typed.text("sheet")), &sheets))
                (form::select(say, &Field::new("term", say.text(w::TERM), typed.text("term")), &terms))
                (form::input(say, &year_field))
                (form::date(say, "cycle-from", say.text(w::FROM), typed.boxes("cycle-from"), None))
                (form::date(say, "cycle-to", say.text(w::TO), typed.boxes("cycle-to"), None))
                (form::date(say, "own-by", say.text(w::OWN_BY), typed.boxes("own-by"), None))
                (form::date(say, "review-by", say.text(w::REVIEW_BY), typed.boxes("review-by"), None))
                fieldset.field {
                    legend { (say.text(w::CALLED)) }
                    @for each in own {
                        label.tick { input type="checkbox" name="cluster" value=(each.id) checked; " " span lang="vi" { (each.name) } }
                    }
                }
                (parts::paper::fields_apart(visit, "-cycle", true, told))
                (form::acts(say, w::OPEN, None))
            }
        }
    }
}
