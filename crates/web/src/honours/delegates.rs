//! The exemplars of a conference, and the paper that sends some of them to the next level's.

use axum::response::Response;
use domain::awards::{Delegation, Exemplars, HonourRow, Level, delegate, exemplars};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::list::names_table;
use super::page::{award, id_of, levels, must_record};
use super::{contest, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Sends the ticked ones.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    carried_out(
        visit,
        carry_out(visit, id),
        |paper| {
            let message = visit.say.text(w::DELEGATED);
            visit.done(&visit.raw.to(&format!("/honours/{paper}")), message)
        },
        contest::show,
    )
}

fn carry_out(visit: &Visit, id: Id) -> Result<Id, domain::Error> {
    let form = &visit.form;
    let document = parts::paper::read(visit, form.text("to"))?;
    let missing = || Refusal::new("bad_day", "Thiếu ngày của văn bản", "Ghi ngày như 2/6/2020");
    let new = Delegation {
        to: form.text("to").to_owned(),
        level: Level::from_code(form.text("level")).unwrap_or(Level::City),
        on: typed::boxes(form.boxes("paper-day"))?.ok_or_else(missing)?,
        document,
        honours: form.all("honour").filter_map(Id::parse).collect(),
    };
    delegate(&visit.app, &visit.actor, id, &new)
}

/// Those honoured, those sent, and the form that sends more.
pub(super) fn part(
    visit: &Visit,
    question: &Question,
    id: Id,
    may: bool,
    told: Option<&Refusal>,
) -> Result<Markup, Problem> {
    let say = question.say;
    let shown = exemplars(&visit.app, &visit.actor, id)?;
    let count = |rows: &[HonourRow]| {
        let (people, collectives) = Exemplars::counts(rows);
        let (people, collectives) = (say.number(people), say.number(collectives));
        say.fill(w::COUNTS, &[("people", &people), ("collectives", &collectives)])
    };
    let open: Vec<&HonourRow> = shown.to_send().collect();
    Ok(html! {
        section.sheet id="dien-hinh" {
            header { h2 { (say.text(w::EXEMPLARS)) } p { (count(&shown.honoured)) } }
            @if shown.honoured.is_empty() { div.empty { p { (say.text(w::NO_EXEMPLARS)) } p { (say.text(w::NO_EXEMPLARS_DO)) } } }
            @else { details.more { summary.pad { (say.text(w::NAMES)) } (names_table(question, &shown.honoured, true)) } }
        }
        @if !shown.honoured.is_empty() { section.sheet id="dai-bieu" {
            header { h2 { (say.text(w::DELEGATES)) } p { (count(&shown.sent)) } }
            @if shown.sent.is_empty() { div.empty { p { (say.text(w::NO_DELEGATES)) } } }
            @else { (names_table(question, &shown.sent, true)) }
            @if may && !open.is_empty() { (choose(visit, question, id, &open, told)) }
        } }
    })
}

fn choose(
    visit: &Visit,
    question: &Question,
    id: Id,
    open: &[&HonourRow],
    told: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let ticked: Vec<&str> = typed.all("honour").collect();
    let to = Field {
        most: 300,
        hint: say.text(w::SENT_TO_HINT),
        ..Field::new("to", say.text(w::SENT_TO), typed.text("to"))
    };
    let level = typed.some("level").unwrap_or("city");
    html! {
        details.more open[told.is_some()] {
            summary.pad { (say.text(w::CHOOSE_DELEGATES)) }
            form.form.pad method="post" action=(question.to(&format!("/emulation/{id}/delegates"))) {
                (form_key(visit))
                (form::input(say, &to))
                (form::select(say, &Field::new("level", say.text(w::LEVEL), level), &levels(say, None)))
                (parts::paper::fields(visit, false, told))
                fieldset.field {
                    legend { (say.text(w::CHOSEN)) }
                    ul.ticks { @for row in open {
                        @let own = row.id.to_string();
                        li { label.tick {
                            input type="checkbox" name="honour" value=(own) checked[ticked.contains(&&*own)];
                            span { span lang="vi" { (row.named) " – " (row.unit_named) } " " small.mut { (award(say, row)) } }
                        } }
                    } }
                }
                (form::acts(say, w::DELEGATE, None))
            }
        }
    }
}
