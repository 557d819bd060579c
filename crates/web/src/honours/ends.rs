//! The end of a line: revoked by a decision, a proposal not granted, or taken out because it was recorded in error.

use axum::response::Response;
use domain::awards::{Commendation, Ended, Revocation, Stage, decline, revoke, withdraw};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::page::{id_of, must_record};
use super::{paper, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;

/// Carries it out.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let at = id_of(visit)?;
    carried_out(
        visit,
        carry_out(visit),
        |how| {
            let path = visit.raw.to(&format!("/honours/{at}"));
            visit.done(&path, &visit.say.fill(w::ENDED, &[("how", visit.say.text(how.name()))]))
        },
        paper::show,
    )
}

fn carry_out(visit: &Visit) -> Result<Ended, domain::Error> {
    let form = &visit.form;
    let (app, actor) = (&visit.app, &visit.actor);
    let line = Id::parse(form.text("line")).ok_or_else(|| {
        Refusal::new("no_line", "Chưa chọn dòng nào", "Chọn dòng trong danh sách của văn bản")
    })?;
    let how = Ended::from_code(form.text("how")).unwrap_or(Ended::Revoked);
    let on = typed::boxes(form.boxes("paper-day"))?.unwrap_or(visit.today);
    let cause = form.text("cause");
    match how {
        Ended::Withdrawn => withdraw(app, actor, line, cause)?,
        Ended::Declined => decline(app, actor, line, on, cause)?,
        Ended::Revoked => {
            let document = parts::paper::read(visit, "Thu hồi khen thưởng")?;
            let money = form.some("recovered-vnd").map(typed::count).transpose()?;
            let told = Revocation {
                on,
                document,
                cause: cause.to_owned(),
                recovered: form.some("recovered").map(str::to_owned),
                recovered_vnd: money,
            };
            revoke(app, actor, line, &told)?;
        }
    }
    Ok(how)
}

/// The form, for the lines that still stand.
pub(super) fn form(
    visit: &Visit,
    question: &Question,
    shown: &Commendation,
    told: Option<&Refusal>,
) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let open: Vec<(String, String)> = shown
        .lines
        .iter()
        .filter(|row| row.ended.is_none())
        .map(|row| {
            (row.id.to_string(), format!("{}. {} – {}", row.item, row.named, row.unit_named))
        })
        .collect();
    let lines: Vec<(&str, &str)> = open.iter().map(|(id, name)| (&**id, &**name)).collect();
    let hows: Vec<Ended> = match shown.head.stage {
        Stage::Decided => vec![Ended::Revoked, Ended::Withdrawn],
        Stage::Proposed => vec![Ended::Declined, Ended::Withdrawn],
        Stage::Delegated => vec![Ended::Withdrawn],
    };
    let hows: Vec<(&str, &str)> =
        hows.into_iter().map(|how| (how.code(), say.text(how.name()))).collect();
    let wrong = |codes: &[&str]| told.filter(|no| codes.contains(&no.code)).map(|no| &*no.message);
    let cause = Field {
        most: 500,
        error: wrong(&["bad_text"]),
        ..Field::new("cause", say.text(w::CAUSE), typed.text("cause"))
    };
    let recovered = Field {
        is_optional: true,
        ..Field::new("recovered", say.text(w::RECOVERED), typed.text("recovered"))
    };
    let money = Field {
        is_optional: true,
        most: 20,
        error: wrong(&["bad_number"]),
        ..Field::new("recovered-vnd", say.text(w::RECOVERED_MONEY), typed.text("recovered-vnd"))
    };
    html! {
        @if !lines.is_empty() {
            details.sheet.more open[told.is_some()] {
                summary.pad { (say.text(w::END_LINE)) }
                form.form.pad method="post" action=(question.to(&format!("/honours/{}/end", shown.head.id))) {
                    @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
                    (form_key(visit))
                    p.hint { (say.text(w::END_HINT)) }
                    (form::select(say, &Field::new("line", say.text(w::LINE), typed.text("line")), &lines))
                    (form::select(say, &Field::new("how", say.text(w::HOW), typed.text("how")), &hows))
                    (form::area(say, &cause, 2))
                    (parts::paper::fields(visit, true, told))
                    @if shown.head.stage == Stage::Decided { (form::input(say, &recovered)) (form::input(say, &money)) }
                    (form::acts(say, w::WRITE, None))
                }
            }
        }
    }
}
