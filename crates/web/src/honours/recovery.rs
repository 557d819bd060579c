//! Revoked lines of a paper: what is to come back, what did, and the later honours that leaned on them.

use axum::response::Response;
use domain::awards::{
    Commendation, Ended, HonourRow, NewRecovery, Recovery, Thing, award_name, recover, recovery,
    withdraw_recovery,
};
use domain::eligibility::leaned_on;
use kernel::Id;
use maud::{Markup, html};

use super::page::{choices, id_of, must_record};
use super::{paper, words as w};
use crate::address::Question;
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::typed;
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// Revoked lines told of on one page; papers with more are rare enough to be read by their own lines.
const SHOWN: usize = 20;

/// Records what came back, or that a line was a mistake.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let at = id_of(visit)?;
    let (app, actor, sent) = (&visit.app, &visit.actor, &visit.form);
    let honour = Id::parse(sent.text("honour")).unwrap_or(Id(0));
    let taken = sent.some("withdraw").and_then(Id::parse);
    let written = || -> Result<(), domain::Error> {
        if let Some(line) = taken {
            return withdraw_recovery(app, actor, honour, line);
        }
        let new = NewRecovery {
            what: Thing::from_code(sent.text("what")).unwrap_or(Thing::Paper),
            on: typed::boxes(sent.boxes("back-on"))?.unwrap_or(visit.today),
            amount_vnd: sent.some("amount").map(typed::count).transpose()?,
            item: sent.some("item").map(str::to_owned),
            giver: sent.text("giver").to_owned(),
        };
        recover(app, actor, honour, &new).map(drop)
    };
    carried_out(
        visit,
        written(),
        |()| {
            visit
                .done(&visit.raw.to(&format!("/honours/{at}")), visit.say.text(w::RECOVERY_WRITTEN))
        },
        paper::show,
    )
}

/// The revoked lines of a paper; nothing where there are none.
pub(super) fn part(
    visit: &Visit,
    question: &Question,
    shown: &Commendation,
    may: bool,
) -> Result<Markup, Problem> {
    let revoked = shown
        .lines
        .iter()
        .filter(|row| row.ended.as_ref().is_some_and(|(how, ..)| *how == Ended::Revoked));
    let mut parts = Vec::new();
    for row in revoked.take(SHOWN) {
        let told = recovery(&visit.app, &visit.actor, row.id)?;
        parts.push(one(visit, question, shown.head.id, (row, &told), may)?);
    }
    Ok(html! { @for part in parts { (part) } })
}

fn one(
    visit: &Visit,
    question: &Question,
    paper: Id,
    (row, told): (&HonourRow, &Recovery),
    may: bool,
) -> Result<Markup, Problem> {
    let say = question.say;
    let to = question.to(&format!("/honours/{paper}/recovery"));
    Ok(html! {
        section.sheet {
            header { h2 { (say.text(w::RECOVERY)) ": " span lang="vi" { (row.named) } } p { (standing(say, told)) } }
            @if !told.given.is_empty() { div.pad { h3 { (say.text(w::WAS_GIVEN)) } ul lang="vi" { @for each in &told.given { li {
                (thing(say, each.what, each.amount_vnd, each.item.as_deref())) ", " (say.day(each.on)) ", " (each.receiver)
            } } } } }
            @if !told.recovered.is_empty() { ul.rows { @for each in &told.recovered { li {
                span lang="vi" {
                    (thing(say, each.what, each.amount_vnd, each.item.as_deref()))
                    small.under.mut { (say.day(each.on)) @if !each.giver.is_empty() { " · " (each.giver) } }
                }
                @if let Some(id) = each.id.filter(|_| may) {
                    form method="post" action=(to) {
                        (form_key(visit)) (form::hidden("honour", &row.id.to_string())) (form::hidden("withdraw", &id.to_string()))
                        button.btn.bare { (say.text(w::TAKE_LINE_BACK)) }
                    }
                }
            } } } }
            @if may { (new_form(visit, say, &to, row.id)) }
            (leaned(visit, question, row.id)?)
        }
    })
}

fn standing(say: Say, told: &Recovery) -> String {
    let mut out = Vec::new();
    if told.paper_out {
        out.push(say.text(Thing::Paper.name()).to_owned());
    }
    if told.money_out > 0 {
        out.push(say.fill(w::MONEY_X, &[("n", &say.number(told.money_out))]));
    }
    if told.items_out > 0 {
        out.push(say.fill(w::N_ITEMS, &[("n", &say.number(told.items_out as i64))]));
    }
    if out.is_empty() {
        return say.text(w::NOTHING_OUT).to_owned();
    }
    say.fill(w::STILL_OUT, &[("what", &out.join(", "))])
}

fn thing(say: Say, what: Thing, amount: Option<i64>, item: Option<&str>) -> Markup {
    html! {
        b { (say.text(what.name())) }
        @if let Some(amount) = amount { " " (say.number(amount)) " đ" }
        @if let Some(item) = item { " " (item) }
    }
}

fn new_form(visit: &Visit, say: Say, to: &str, honour: Id) -> Markup {
    let typed = &visit.form;
    let mine = typed.text("honour") == honour.to_string();
    let kept = |name: &str| if mine { typed.text(name) } else { "" };
    let things = choices(say, None, Thing::ALL, |thing: Thing| (thing.code(), thing.name()));
    let amount = Field {
        is_optional: true,
        most: 20,
        ..Field::new("amount", say.text(w::RECOVERED_MONEY), kept("amount"))
    };
    let item =
        Field { is_optional: true, ..Field::new("item", say.text(w::RECOVERED), kept("item")) };
    html! {
        details.more open[mine] {
            summary.pad { (say.text(w::RECORD_RECOVERY)) }
            form.form.pad method="post" action=(to) {
                (form_key(visit)) (form::hidden("honour", &honour.to_string()))
                (form::select(say, &Field::new("what", say.text(w::THING), kept("what")), &things))
                (form::input(say, &amount))
                (form::input(say, &item))
                (form::input(say, &Field::new("giver", say.text(w::GIVER), kept("giver"))))
                (form::date(say, "back-on", say.text(w::DAY), ["", "", ""], None))
                (form::acts(say, w::WRITE, None))
            }
        }
    }
}

/// The later honours that leaned on one, for who may read records.
fn leaned(visit: &Visit, question: &Question, honour: Id) -> Result<Markup, Problem> {
    let say = question.say;
    let found = match leaned_on(&visit.app, &visit.actor, honour) {
        Ok(found) => found,
        // Whoever sees the paper and not the person's file is told nothing of it.
        Err(domain::Error::Refused(_)) => return Ok(html! {}),
        Err(other) => return Err(other.into()),
    };
    Ok(html! {
        div.pad {
            h3 { (say.text(w::LEANED)) }
            @if found.is_empty() { p.mut { (say.text(w::NOTHING_LEANED)) } }
            @else { ul lang="vi" { @for each in &found { li {
                b { (award_name(&each.award)) } ", " (say.day(each.on)) ", " (each.document)
                br; small.mut { (each.condition) " (" (each.clause) ")" }
            } } } }
        }
    })
}
