//! The form of a score sheet: lines as people keep them in their documents, parts between upright strokes.

use axum::http::StatusCode;
use axum::response::Response;
use domain::scores::{
    Band, Body, Condition, Effect, Group, Item, NewSheet, When, cycles, find_frame, frames,
    make_sheet, points_from,
};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, must_record};
use super::words as w;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// Letters of the list of items at most: 200 lines.
const ITEMS_MAX: usize = 100_000;

/// The empty form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    show(visit, StatusCode::OK, None)
}

/// Makes the sheet.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    carried_out(
        visit,
        carry_out(visit, &place),
        |id| {
            visit.done(
                &question.to(&format!("/scores/sheets/{id}")),
                visit.say.text(w::SHEET_WRITTEN),
            )
        },
        show,
    )
}

fn carry_out(visit: &Visit, place: &Place) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let new = NewSheet {
        unit: place.card.id,
        frame: form.some("frame").map(str::to_owned),
        name: form.text("name").to_owned(),
        from: typed::boxes(form.boxes("from"))?.unwrap_or(visit.today),
        document: parts::paper::read(visit, form.text("name"))?,
        body: body(visit)?,
    };
    make_sheet(&visit.app, &visit.actor, &new)
}

/// The lines of a field with their parts.
fn lines<'v>(visit: &'v Visit, field: &str) -> Vec<(usize, Vec<&'v str>)> {
    let lines = visit.form.text(field).lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| (at + 1, line.split('|').map(str::trim).collect())).collect()
}

fn bad(what: &str, line: usize, how: &'static str) -> Refusal {
    Refusal::new("bad_sheet_line", format!("{what}, dòng {line} chưa đúng cách ghi"), how)
}

fn body(visit: &Visit) -> Result<Body, Refusal> {
    let councils: Vec<&str> =
        visit.form.text("councils").split([',', ';']).map(str::trim).collect();
    let at = |line: usize, no: Refusal| Refusal {
        message: format!("Dòng {line}: {}", no.message),
        ..no
    };
    let mut body = Body::default();
    for (line, parts) in lines(visit, "groups") {
        let [code, name, most] = parts[..] else {
            return Err(bad("Nhóm chỉ tiêu", line, "Ghi: mã | tên | điểm tối đa"));
        };
        let most = Some(points_from(most).map_err(|no| at(line, no))?);
        body.groups.push(Group {
            code: code.to_owned(),
            name: name.to_owned(),
            most,
            by_council: councils.contains(&code),
        });
    }
    // Under a frame that has groups, only which of them the council gives is taken from here.
    for code in councils.iter().filter(|code| !code.is_empty()) {
        if body.group(code).is_none() {
            let (code, name) = ((*code).to_owned(), (*code).to_owned());
            body.groups.push(Group { code, name, most: None, by_council: true });
        }
    }
    for (line, parts) in lines(visit, "items") {
        let (group, code, text, most, evidence) = match parts[..] {
            [group, code, text, most] => (group, code, text, most, ""),
            [group, code, text, most, evidence] => (group, code, text, most, evidence),
            _ => {
                return Err(bad(
                    "Chỉ tiêu",
                    line,
                    "Ghi: nhóm | mã | nội dung | điểm tối đa | minh chứng",
                ));
            }
        };
        body.items.push(Item {
            group: group.to_owned(),
            code: code.to_owned(),
            text: text.to_owned(),
            most: points_from(most).map_err(|no| at(line, no))?,
            evidence: evidence.to_owned(),
        });
    }
    for (line, parts) in lines(visit, "bands") {
        let [grade, least] = parts[..] else {
            return Err(bad("Mức xếp loại", line, "Ghi: mức | từ điểm"));
        };
        let least = Some(points_from(least).map_err(|no| at(line, no))?);
        let (grade, name) = grade_of(visit, grade)?;
        body.bands.push(Band { grade, name, least });
    }
    for (line, parts) in lines(visit, "conditions") {
        let [say, what] = parts[..] else {
            return Err(bad(
                "Điều kiện kèm theo",
                line,
                "Ghi: câu hỏi | tên mức, hoặc không xếp loại",
            ));
        };
        let forbids = vietnamese::fold::fold(what) == "khong xep loai";
        let effect = if forbids { Effect::Forbid } else { Effect::Cap(grade_of(visit, what)?.0) };
        let code = format!("dk{line}");
        body.conditions.push(Condition { code, say: say.to_owned(), effect, when: When::Asked });
    }
    body.halves = halves(visit.form.text("halves"))?;
    Ok(body)
}

/// A grade by its name or code: that of the frame where it has one, else what was typed.
fn grade_of(visit: &Visit, typed: &str) -> Result<(String, String), Refusal> {
    let own = (typed.to_owned(), typed.to_owned());
    let Some(code) = visit.form.some("frame") else { return Ok(own) };
    let key = vietnamese::fold::fold(typed);
    let bands = &find_frame(code)?.bands;
    let found =
        bands.iter().find(|band| band.grade == typed || vietnamese::fold::fold(&band.name) == key);
    found.map(|band| (band.grade.clone(), band.name.clone())).ok_or_else(|| {
        let names: Vec<&str> = bands.iter().map(|band| &*band.name).collect();
        let typed: String = typed.chars().take(60).collect();
        let remedy = format!("Các mức của khung: {}", names.join("; "));
        Refusal::new("unknown_grade", format!("Khung không có mức “{typed}”"), remedy)
    })
}

/// The weights of two halves, written `1:2`.
fn halves(text: &str) -> Result<Option<(i64, i64)>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    let both = text
        .split_once(':')
        .and_then(|(one, two)| Some((one.trim().parse().ok()?, two.trim().parse().ok()?)));
    both.map(Some).ok_or_else(|| {
        Refusal::new("bad_halves", "Hệ số hai nửa năm chưa đúng cách ghi", "Ghi như 1:2")
    })
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    // Who does not reach the unit is told so before a form is filled for nothing.
    cycles(&visit.app, &visit.actor, place.card.id)?;
    let say = question.say;
    let content = html! {
        (crumbs(&question, None, say.text(w::NEW_SHEET)))
        div.head { div { h1 { (say.text(w::NEW_SHEET)) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::SHEET_LEAD)) } } }
        section.sheet {
            form.form.pad method="post" action=(question.to("/scores/sheets/new")) {
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (form_key(visit))
                (fields(visit, refusal)?)
                (form::acts(say, w::NEW_SHEET, Some(&question.to("/scores"))))
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, say.text(w::NEW_SHEET), &content)
}

fn fields(visit: &Visit, refusal: Option<&Refusal>) -> Result<Markup, Problem> {
    let (say, sent) = (visit.say, &visit.form);
    let known = frames().map_err(Problem::Refused)?;
    let mut choices: Vec<(&str, &str)> =
        known.iter().map(|frame| (&*frame.code, &*frame.name)).collect();
    choices.push(("", say.text(w::NO_FRAME)));
    let first = choices.first().map_or("", |(code, _)| *code);
    let chosen = if visit.form.fields().next().is_some() { sent.text("frame") } else { first };
    let list = |name: &'static str, label, hint, most| Field {
        most,
        hint: say.text(hint),
        ..Field::new(name, say.text(label), sent.text(name))
    };
    let free = |field| Field { is_optional: true, ..field };
    let name = Field { most: 300, ..Field::new("name", say.text(w::NAME), sent.text("name")) };
    Ok(html! {
        (form::input(say, &name))
        (form::select(say, &Field::new("frame", say.text(w::FRAME), chosen), &choices))
        (form::date(say, "from", say.text(w::FROM), sent.boxes("from"), None))
        (parts::paper::fields(visit, false, refusal))
        (form::area(say, &list("items", w::ITEMS, w::ITEMS_HINT, ITEMS_MAX), 12))
        (form::area(say, &free(list("groups", w::GROUPS, w::GROUPS_HINT, 5_000)), 4))
        (form::input(say, &free(list("councils", w::COUNCILS, w::COUNCILS_HINT, 200))))
        (form::area(say, &free(list("bands", w::BANDS, w::BANDS_HINT, 1_000)), 4))
        (form::area(say, &free(list("conditions", w::CONDITIONS, w::CONDITIONS_HINT, 10_000)), 4))
        (form::input(say, &free(list("halves", w::HALVES, w::HALVES_HINT, 10))))
    })
}
