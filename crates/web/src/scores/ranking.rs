//! The ranking of a cluster: places, grades, why; decided with a paper, taken back with a cause, kept as a file.

use axum::http::StatusCode;
use axum::response::Response;
use domain::exports::Format;
use domain::scores::{RankLine, Ranking, decide, export, ranking, withdraw_ranking};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, id_of, must_record};
use super::words as w;
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::parts::{self, download, typed};
use crate::problem::{Problem, carried_out, respond};
use crate::site::Visit;

fn cluster_of(visit: &Visit) -> Result<Id, Problem> {
    visit.raw.get("cluster").and_then(Id::parse).ok_or_else(|| {
        Problem::Refused(Refusal::new(
            "unknown_cluster",
            "Chưa chọn khối, cụm thi đua",
            "Mở kỳ chấm điểm và chọn một khối",
        ))
    })
}

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// The ranking as a workbook.
pub(super) fn file(visit: &Visit) -> Result<Response, Problem> {
    let told = ranking(&visit.app, &visit.actor, id_of(visit)?, cluster_of(visit)?)?;
    let bytes = export(&visit.app, &visit.actor, &told, Format::Xlsx)?;
    let name = format!("xep-loai-{}-{}.xlsx", told.cycle.unit.1, told.cycle.year);
    Ok(download(&name, Format::Xlsx.content_type(), bytes))
}

/// Decides the ranking, or takes it back.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (cycle, cluster) = (id_of(visit)?, cluster_of(visit)?);
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let takes_back = form.some("withdraw").is_some();
    let written = || -> Result<(), domain::Error> {
        if takes_back {
            return withdraw_ranking(app, actor, (cycle, cluster), form.text("cause"));
        }
        let paper = parts::paper::read(visit, "Xếp loại công đoàn cơ sở")?;
        let on = typed::boxes(form.boxes("on"))?.or(paper.issued_on).unwrap_or(visit.today);
        decide(app, actor, (cycle, cluster), on, &paper).map(drop)
    };
    carried_out(
        visit,
        written(),
        |()| {
            let told = ranking(app, actor, cycle, cluster)?;
            let message = if takes_back {
                visit.say.text(w::TAKEN_BACK).to_owned()
            } else {
                visit.say.fill(w::RANKED_NOW, &[("cluster", &told.cluster.1)])
            };
            visit.done(&visit.raw.to(&format!("/scores/cycles/{cycle}/ranking")), &message)
        },
        show,
    )
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (cycle, cluster) = (id_of(visit)?, cluster_of(visit)?);
    let (told, head) = visit.steady(|| Ok(ranking(&visit.app, &visit.actor, cycle, cluster)?))?;
    let say = question.say;
    let path = format!("/scores/cycles/{cycle}");
    let own = question.to_with(&format!("{path}/ranking"), &[("cluster", &cluster.to_string())]);
    let file =
        question.to_with(&format!("{path}/ranking.xlsx"), &[("cluster", &cluster.to_string())]);
    let may = told.may_decide && visit.is_signed_in();
    let content = html! {
        (crumbs(&question, Some((&path, &told.cycle.name)), &told.cluster.1))
        div.head {
            div { h1 { (say.text(w::RANKING)) " " span lang="vi" { (told.cluster.1) } } p { (facts(&question, &told)) } }
            @if !told.lines.is_empty() { div.acts { a.btn href=(file) { (say.text(w::DOWNLOAD)) } } }
        }
        div.gap {
            // Where no form is offered, why nothing was written is told by itself.
            @if let Some(refusal) = refusal.filter(|_| !(may && (told.decided.is_some() || told.waiting.is_empty()))) {
                (form::refused(say, refusal, None))
            }
            @if !told.waiting.is_empty() { (waiting(&question, &told)) }
            section.sheet {
                @if told.lines.is_empty() { div.empty { p { (say.text(w::NOTHING_RANKED)) } } }
                @else { (by_grade(&question, &told)) (table(&question, &told)) }
            }
            @if may && told.decided.is_some() { (take_back(visit, &question, &own, refusal)) }
            @if may && told.decided.is_none() && told.waiting.is_empty() { (decision(visit, &question, &own, refusal)) }
        }
    };
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&head) };
    Ok(respond(status, frame::page(&frame, &told.cluster.1, &content)))
}

fn facts(question: &Question, told: &Ranking) -> Markup {
    let say = question.say;
    html! {
        @match &told.decided {
            Some((_, on, paper)) => {
                span.tag.good { (say.text(w::DECIDED)) } " "
                span lang="vi" { (say.fill(w::DECIDED_BY, &[("paper", paper), ("day", &say.day(*on))])) }
            }
            None => span.tag { (say.text(w::PROPOSED)) },
        }
        " · " span lang="vi" { (told.cycle.name) } " · " (say.text(told.cycle.term.name())) " " (told.cycle.year)
        @if let Some((one, two)) = told.halves {
            @let [first, second, sum] = [one, two, one + two].map(|weight| say.number(weight));
            " · " (say.fill(w::OF_YEAR, &[("one", &first), ("two", &second), ("sum", &sum)]))
        }
    }
}

fn waiting(question: &Question, told: &Ranking) -> Markup {
    let say = question.say;
    let n = say.number(told.waiting.len() as i64);
    html! {
        div.note role="status" { div {
            p { b { (say.fill(w::STILL_WAITING, &[("n", &n)])) } }
            ul lang="vi" { @for (name, state) in told.waiting.iter().take(20) {
                li { (name) ": " (say.text(state.name())) }
            } }
        } }
    }
}

/// How many units reached which grade.
fn by_grade(question: &Question, told: &Ranking) -> Markup {
    let say = question.say;
    let mut counts: Vec<(&str, i64)> = Vec::new();
    for line in &told.lines {
        let name = line.grade.as_ref().map_or(say.text(w::NOT_RANKED), |(_, name)| &**name);
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    html! { p.pad { @for (n, (name, count)) in counts.iter().enumerate() {
        @if n > 0 { " · " } span lang="vi" { (name) } ": " b { (say.number(*count)) }
    } } }
}

fn table(question: &Question, told: &Ranking) -> Markup {
    let say = question.say;
    html! {
        div.tw { table.dense.stack {
            caption.vh { (told.cluster.1) }
            thead { tr {
                th.n scope="col" { (say.text(w::PLACE)) }
                th scope="col" { (say.text(w::UNIT)) }
                th.n scope="col" { (say.text(w::POINTS)) }
                th scope="col" { (say.text(w::GRADE)) }
                th scope="col" { (say.text(w::WHY)) }
            } }
            tbody { @for line in &told.lines { (row(question, line)) } }
        } }
    }
}

fn row(question: &Question, line: &RankLine) -> Markup {
    let say = question.say;
    html! { tr {
        td.n data-l=(say.text(w::PLACE)) { span {
            @match line.place { Some(place) => b { (say.number(place)) }, None => "–" }
            @if line.tied { " " small.mut { (say.text(w::TIED)) } }
        } }
        th scope="row" lang="vi" { a href=(question.to(&format!("/scores/cards/{}", line.card))) { (line.unit.2) } }
        td.n data-l=(say.text(w::POINTS)) { span { (say.numeral(&line.points.text())) } }
        td data-l=(say.text(w::GRADE)) lang="vi" { span { (line.grade.as_ref().map_or(say.text(w::NOT_RANKED), |(_, name)| name)) } }
        td.full lang="vi" { details { summary { (say.text(w::WHY)) } ul.bare { @for said in &line.said { li { (said) } } } } }
    } }
}

fn decision(visit: &Visit, question: &Question, to: &str, refusal: Option<&Refusal>) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::DECIDE)) } p { (say.text(w::DECIDE_LEAD)) } }
            form.form.pad method="post" action=(to) {
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (form_key(visit))
                (parts::paper::fields(visit, false, refusal))
                (form::acts(say, w::DECIDE, None))
            }
        }
    }
}

fn take_back(visit: &Visit, question: &Question, to: &str, refusal: Option<&Refusal>) -> Markup {
    let say = question.say;
    let cause =
        Field { most: 500, ..Field::new("cause", say.text(w::CAUSE), visit.form.text("cause")) };
    html! {
        details.sheet.more open[refusal.is_some()] {
            summary.pad { (say.text(w::TAKE_BACK)) }
            form.form.pad method="post" action=(to) {
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (form_key(visit)) (form::hidden("withdraw", "1"))
                p.hint { (say.text(w::TAKE_BACK_LEAD)) }
                (form::area(say, &cause, 2))
                div.acts { button.btn.stop { (say.text(w::TAKE_BACK)) } }
            }
        }
    }
}
