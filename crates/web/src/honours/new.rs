//! A decision or proposal with its list: typed, read from a spreadsheet, or drawn from a proposal that it answers.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{
    AWARDS, Level, Listed, ListedRow, NewCommendation, NewHonour, Stage, commend, commendation,
    emulations, read_list,
};
use kernel::{Day, Id, Period, Refusal, UnitKind};
use maud::{Markup, html};

use super::page::{choices, crumbs, levels, must_record};
use super::{rows, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, of_form};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;

/// What the form shows.
#[derive(Default)]
struct Typed {
    rows: Vec<(ListedRow, String)>,
    told: Vec<Listed>,
    blank: usize,
    refusal: Option<Refusal>,
    title: String,
    level: String,
    decided_by: String,
    proposed_by: String,
    note: Option<String>,
}

/// The empty form, or one filled from a proposal.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (_, place) = visit.question_and_place()?;
    let mut typed = usual(&place, stage(visit));
    if let Some(from) = visit.raw.get("from").and_then(Id::parse) {
        let proposal = commendation(&visit.app, &visit.actor, from)?;
        typed.title.clone_from(&proposal.head.title);
        typed.level = proposal.head.level.code().to_owned();
        typed.decided_by.clone_from(&proposal.head.decided_by);
        typed.proposed_by.clone_from(&proposal.head.unit.2);
        typed.blank = 0;
        let waiting = proposal.lines.iter().filter(|row| row.ended.is_none()).take(rows::MOST);
        typed.rows = waiting
            .map(|row| {
                let same = row.named == row.unit_named;
                let line = ListedRow {
                    named: if same { String::new() } else { row.named.clone() },
                    unit: row.unit.1.clone(),
                    award: row.award.clone(),
                    achievement: row.achievement.clone().unwrap_or_default(),
                    ..ListedRow::default()
                };
                (line, row.id.to_string())
            })
            .collect();
    }
    show(visit, StatusCode::OK, &typed)
}

/// What most papers of a unit say: its own name and level; a proposal goes one level up.
fn usual(place: &Place, stage: Stage) -> Typed {
    let own = match place.card.kind {
        UnitKind::Confederation => Level::Tld,
        UnitKind::Province => Level::City,
        UnitKind::Grassroots | UnitKind::Guild => Level::Grassroots,
        _ => Level::District,
    };
    let asked = match own {
        Level::Grassroots => Level::District,
        Level::District => Level::City,
        _ => Level::Tld,
    };
    let decides = stage == Stage::Decided;
    let level = if decides { own } else { asked };
    Typed {
        blank: rows::BLANK,
        level: level.code().to_owned(),
        decided_by: if decides { place.card.name.clone() } else { String::new() },
        ..Typed::default()
    }
}

/// The award most lists of a level are about.
fn usual_award(level: &str) -> &'static str {
    match level {
        "grassroots" => "cdcs.giay_khen",
        "city" => "tinh.bang_khen",
        "tld" => "tld.bang_khen",
        _ => "ctt.giay_khen",
    }
}

/// What was typed in the fields above the list.
fn above(visit: &Visit) -> Typed {
    let text = |field: &str| visit.form.text(field).to_owned();
    Typed {
        title: text("title"),
        level: text("level"),
        decided_by: text("decided-by"),
        proposed_by: text("proposed-by"),
        rows: rows::read(&visit.form),
        ..Typed::default()
    }
}

/// A workbook read into the form; nothing is written.
pub(super) fn upload(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (_, place) = visit.question_and_place()?;
    let mut shown = above(visit);
    let read = || -> Result<Vec<ListedRow>, Refusal> {
        let missing =
            || Refusal::new("no_file", "Chưa chọn tệp", "Chọn tệp bảng tính có danh sách");
        let sent = visit.form.file("file").ok_or_else(missing)?;
        let lines = ListedRow::of_file(&sent.name, &sent.bytes)?;
        if lines.len() > rows::MOST {
            let message = format!("Danh sách có {} dòng, nhiều hơn {}", lines.len(), rows::MOST);
            return Err(Refusal::new("list_too_long", message, "Chia thành nhiều tệp"));
        }
        Ok(lines)
    };
    let status = match read() {
        Ok(lines) => {
            shown.rows = lines.into_iter().map(|row| (row, String::new())).collect();
            look(visit, &place, &mut shown)?;
            let (all, bad) =
                (shown.told.len(), shown.told.iter().filter(|each| each.found.is_err()).count());
            let count = |n: usize| visit.say.number(n as i64);
            shown.note =
                Some(visit.say.fill(w::READ_N, &[("n", &count(all)), ("bad", &count(bad))]));
            StatusCode::OK
        }
        Err(refusal) => {
            shown.refusal = Some(refusal);
            shown.blank = rows::BLANK;
            StatusCode::UNPROCESSABLE_ENTITY
        }
    };
    show(visit, status, &shown)
}

/// Looks the typed rows up.
fn look(visit: &Visit, place: &Place, shown: &mut Typed) -> Result<(), Problem> {
    let on = day(visit).unwrap_or(visit.today);
    let lines: Vec<ListedRow> = shown.rows.iter().map(|(row, _)| row.clone()).collect();
    let award = visit.form.text("award");
    match read_list(&visit.app, &visit.actor, (place.card.id, on), award, &lines) {
        Ok(told) => shown.told = told,
        Err(error) => shown.refusal = Some(of_form(error)?),
    }
    Ok(())
}

fn day(visit: &Visit) -> Option<Day> {
    typed::boxes(visit.form.boxes("paper-day")).ok().flatten()
}

/// Writes the paper with its list, or shows the form again with what is the matter.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let mut shown = above(visit);
    if visit.form.some("more").is_some() {
        shown.blank = rows::BLANK;
        return show(visit, StatusCode::OK, &shown);
    }
    look(visit, &place, &mut shown)?;
    let refusal = match shown.refusal.take() {
        Some(refusal) => refusal,
        None => match carry_out(visit, &place, &shown) {
            Ok(id) => {
                let count = visit.say.number(shown.told.len() as i64);
                let done = visit.say.fill(
                    w::WRITTEN,
                    &[("n", &count), ("number", visit.form.text("paper-number"))],
                );
                return visit.done(&question.to(&format!("/honours/{id}")), &done);
            }
            Err(error) => of_form(error)?,
        },
    };
    shown.refusal = Some(refusal);
    shown.blank = if shown.rows.is_empty() { rows::BLANK } else { 2 };
    show(visit, StatusCode::UNPROCESSABLE_ENTITY, &shown)
}

fn carry_out(visit: &Visit, place: &Place, shown: &Typed) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let bad = shown.told.iter().filter(|each| each.found.is_err()).count();
    if bad > 0 {
        let message = format!("Có {bad} dòng trong danh sách chưa ghi được");
        return Err(
            Refusal::new("bad_lines", message, "Sửa các dòng có ghi chú đỏ rồi gửi lại").into()
        );
    }
    let document = parts::paper::read(visit, form.text("title"))?;
    let missing = || Refusal::new("bad_day", "Thiếu ngày của văn bản", "Ghi ngày như 17/1/2024");
    let on = document.issued_on.ok_or_else(missing)?;
    let year = typed::count(form.some("year").unwrap_or_default()).ok();
    let mut lines: Vec<NewHonour> =
        shown.told.iter().filter_map(|each| each.found.clone().ok()).collect();
    for (line, (_, answers)) in lines.iter_mut().zip(&shown.rows) {
        line.answers = Id::parse(answers);
    }
    let some = |field: &str| form.some(field).map(str::to_owned);
    let new = NewCommendation {
        unit: place.card.id,
        stage: stage(visit),
        level: Level::from_code(form.text("level")).unwrap_or(Level::District),
        decided_by: form.text("decided-by").to_owned(),
        proposed_by: some("proposed-by"),
        presented_by: some("presented-by"),
        presented_on: typed::boxes(form.boxes("presented-on"))?,
        document,
        on,
        year: year
            .and_then(|year| i16::try_from(year).ok())
            .filter(|year| *year > 1900)
            .unwrap_or(on.year()),
        title: form.text("title").to_owned(),
        emulation: form.some("emulation").and_then(Id::parse),
        lines,
    };
    commend(&visit.app, &visit.actor, &new)
}

fn stage(visit: &Visit) -> Stage {
    let told = visit.form.some("stage").or(visit.raw.get("stage"));
    told.and_then(Stage::from_code).unwrap_or(Stage::Decided)
}

fn show(visit: &Visit, status: StatusCode, shown: &Typed) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = question.say;
    let stage = stage(visit);
    let title = say.text(match stage {
        Stage::Proposed => w::PROPOSE,
        Stage::Decided => w::RECORD,
        Stage::Delegated => w::DELEGATE,
    });
    let last = Period { from: visit.today.plus(-6 * 366), to: visit.today.next() };
    let belongs = emulations(&visit.app, &visit.actor, place.card.id, false, last)?;
    let belongs: Vec<(String, String)> =
        belongs.into_iter().map(|row| (row.told.id.to_string(), row.told.name)).collect();
    let content = html! {
        (crumbs(&question, ("/honours", w::HONOURS), title))
        div.head { div { h1 { (title) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::NEW_LEAD)) } } }
        form.gap method="post" action=(question.to_with("/honours/new", &[("stage", stage.code())])) enctype="multipart/form-data" {
            (form_key(visit))
            @if let Some(refusal) = &shown.refusal { (form::refused(say, refusal, field_of(refusal))) }
            @if let Some(note) = &shown.note { div.note role="status" { i.i.i-info aria-hidden="true" {} p { (note) } } }
            section.sheet { div.pad.form { (heading(visit, say, stage, shown, &belongs)) } }
            section.sheet {
                header { h2 { (say.text(w::LIST)) } p { (say.text(w::LIST_LEAD)) } }
                div.pad.form { (default_award(visit, say, &shown.level)) (from_file(say, &question, stage)) }
                (rows::fields(say, &shown.rows, &shown.told, shown.blank))
                div.pad.acts {
                    button.btn.main { (say.text(w::WRITE)) }
                    button.btn name="more" value="1" formnovalidate { (say.text(w::MORE_ROWS)) }
                    a.btn.bare href=(question.to("/honours")) { (say.text(crate::words::GO_BACK)) }
                }
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn field_of(refusal: &Refusal) -> Option<&'static str> {
    match refusal.code {
        "document_missing" => Some("paper-number"),
        "bad_day" | "after_last_day" => Some("paper-day"),
        _ => None,
    }
}

fn heading(
    visit: &Visit,
    say: Say,
    stage: Stage,
    shown: &Typed,
    belongs: &[(String, String)],
) -> Markup {
    let typed = &visit.form;
    let refusal = shown.refusal.as_ref();
    let title = Field {
        most: 500,
        hint: say.text(w::FOR_WHAT_HINT),
        ..Field::new("title", say.text(w::FOR_WHAT), &shown.title)
    };
    let by = if stage == Stage::Decided { w::DECIDED_BY } else { w::ASKED_OF };
    let decided_by = Field {
        hint: say.text(w::DECIDED_BY_HINT),
        ..Field::new("decided-by", say.text(by), &shown.decided_by)
    };
    let proposed_by = Field {
        is_optional: true,
        ..Field::new("proposed-by", say.text(w::PROPOSED_BY), &shown.proposed_by)
    };
    let presented_by = Field {
        is_optional: true,
        hint: say.text(w::PRESENTED_HINT),
        ..Field::new("presented-by", say.text(w::PRESENTED_BY), typed.text("presented-by"))
    };
    let year = Field {
        is_optional: true,
        most: 4,
        hint: say.text(w::YEAR_HINT),
        ..Field::new("year", say.text(w::YEAR), typed.text("year"))
    };
    let none = [("", say.text(w::NONE))];
    let belongs: Vec<(&str, &str)> =
        none.into_iter().chain(belongs.iter().map(|(id, name)| (&**id, &**name))).collect();
    html! {
        (form::input(say, &title))
        (parts::paper::fields(visit, false, refusal))
        (form::select(say, &Field::new("level", say.text(w::LEVEL), &shown.level), &levels(say, None)))
        (form::input(say, &decided_by))
        (form::input(say, &year))
        @if stage == Stage::Decided {
            (form::input(say, &proposed_by))
            (form::input(say, &presented_by))
            (form::date(say, "presented-on", say.text(w::PRESENTED_ON), typed.boxes("presented-on"), None))
        }
        (form::select(say, &Field { is_optional: true, ..Field::new("emulation", say.text(w::BELONGS_TO), typed.text("emulation")) }, &belongs))
    }
}

fn default_award(visit: &Visit, say: Say, level: &str) -> Markup {
    let awards = choices(say, None, &AWARDS.iter().collect::<Vec<_>>(), |award| {
        (award.code, kernel::Text::new(award.name, award.name))
    });
    let chosen = visit.form.some("award").unwrap_or_else(|| usual_award(level));
    let field = Field {
        hint: say.text(w::DEFAULT_AWARD_HINT),
        ..Field::new("award", say.text(w::DEFAULT_AWARD), chosen)
    };
    form::select(say, &field, &awards)
}

/// The file goes to another address from the same form, so that what was typed above stays.
fn from_file(say: Say, question: &Question, stage: Stage) -> Markup {
    let to = question.to_with("/honours/list", &[("stage", stage.code())]);
    html! {
        div.field {
            label for="f-file" { (say.text(w::FROM_FILE)) }
            span.hint id="h-file" { (say.text(w::FROM_FILE_HINT)) }
            input id="f-file" name="file" type="file" aria-describedby="h-file" accept=".xlsx,.xls,.ods,.csv";
        }
        div.acts { button.btn formaction=(to) formnovalidate { (say.text(w::READ_FILE)) } }
    }
}
