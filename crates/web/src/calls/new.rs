//! The form to open a call: form and period, the day, reminders, whom.

use domain::reports::{Level, all_forms};
use kernel::{Period, Refusal};
use maud::{Markup, html};

use super::words;
use crate::address::Question;
use crate::frame;
use crate::parts::form::{self, Field};
use crate::problem::Problem;
use crate::site::Visit;
use crate::units::Place;

/// Periods offered of each form; the first may still be running.
const PERIODS: usize = 3;
/// A period that ends within so many days may be called for already.
const AHEAD: i32 = 45;
/// Units offered to be ticked; a larger district calls all of them.
const UNITS: usize = 400;

/// A form and a period as one choice.
pub(super) fn choice(code: &str, period: Period) -> String {
    format!("{code}|{}", period.code())
}

/// The choice read back.
pub(super) fn chosen(text: &str) -> Result<(String, Period), Refusal> {
    let (code, period) = text.split_once('|').unwrap_or((text, ""));
    Ok((code.to_owned(), Period::parse(period)?))
}

fn choices(visit: &Visit, question: &Question) -> Result<Vec<(String, String)>, Problem> {
    let mut found = Vec::new();
    for form in all_forms(&visit.app)? {
        for period in form.periods_before(visit.today.plus(AHEAD), PERIODS) {
            let code = choice(&form.code, period);
            if found.iter().all(|(known, _)| *known != code) {
                found.push((code, format!("{} · {}", form.name, question.say.period(period))));
            }
        }
        // A form that may be asked for any days is offered for the period looked at.
        if form.cut_offs.is_empty()
            && form.level == Level::Upper
            && form.reports_on(question.period)
        {
            let label = format!("{} · {}", form.name, question.say.period(question.period));
            found.push((choice(&form.code, question.period), label));
        }
    }
    Ok(found)
}

/// The form, with what was typed kept.
pub(super) fn sheet(visit: &Visit, question: &Question, place: &Place) -> Result<Markup, Problem> {
    let say = question.say;
    let choices = choices(visit, question)?;
    let pairs: Vec<(&str, &str)> = choices.iter().map(|(code, name)| (&**code, &**name)).collect();
    let below = domain::units::subtree_now(&visit.app, &visit.actor, place.card.id, visit.today)?;
    let typed = |name| visit.form.text(name);
    let remind = if visit.form.fields().next().is_some() { typed("remind") } else { "7, 3, 1" };
    let fields = |hint, most, name, label, value| Field {
        is_optional: true,
        hint,
        most,
        ..Field::new(name, label, value)
    };
    let hint = say.text(words::REMIND_HINT);
    let remind = fields(hint, 40, "remind", say.text(words::REMIND), remind);
    let note = fields("", 500, "note", say.text(words::NOTE), typed("note"));
    let chosen: Vec<&str> = visit.form.all("who").collect();
    Ok(html! {
        section.sheet id="mo-dot" {
            header { h2 { (say.text(words::NEW)) } }
            @if pairs.is_empty() { p.pad.mut { (say.text(words::NO_PERIOD)) } } @else {
                form.pad.form method="post" action=(question.to("/report-calls")) {
                    (frame::form_key(visit))
                    (form::select(say, &Field::new("what", say.text(words::FORM), typed("what")), &pairs))
                    (form::date(say, "due", say.text(words::DUE), visit.form.boxes("due"), None))
                    (form::input(say, &remind))
                    label.tick { input type="checkbox" name="locks" value="1" checked[!typed("locks").is_empty()]; " " (say.text(words::LOCK_THIS)) }
                    (form::area(say, &note, 2))
                    @if !below.is_empty() && below.len() <= UNITS {
                        details open[!chosen.is_empty()] {
                            summary { (say.text(words::WHO)) }
                            p.hint { (say.text(words::WHO_HINT)) }
                            ul.bare.ticks { @for row in &below { li {
                                label.tick { input type="checkbox" name="who" value=(row.id) checked[chosen.contains(&&*row.id)]; " " (row.name) }
                            } } }
                        }
                    }
                    (form::acts(say, words::SEND, None))
                }
            }
        }
    })
}
