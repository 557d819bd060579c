//! One movement, wave, contest or conference: what belongs to it; a contest with its numbers, winners and entries.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{
    ContestLine, ContestSummary, EmulationCard, EmulationKind, ListedRow, NewContestLine, Prize,
    Told, add_to_contest, contest, launch, read_list,
};
use kernel::{Id, Refusal};
use maud::{Markup, html};

use super::list::papers_table;
use super::page::{choices, crumbs, id_of, must_record};
use super::{delegates, registrations, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// Contestants and entries shown.
const SHOWN: usize = 300;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Launches it to every unit directly below the one that is looked at.
pub(super) fn launch_below(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    let (question, place) = visit.question_and_place()?;
    let below = domain::units::subtree_now(&visit.app, &visit.actor, place.card.id, visit.today)?;
    let units: Vec<Id> = below.iter().filter_map(|row| Id::parse(&row.id)).collect();
    carried_out(
        visit,
        launch(&visit.app, &visit.actor, id, &units, visit.today),
        |count| {
            let done = visit.say.fill(w::LAUNCHED, &[("n", &visit.say.number(count as i64))]);
            visit.done(&question.to(&format!("/emulation/{id}")), &done)
        },
        show,
    )
}

/// Adds one line to a contest.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let id = id_of(visit)?;
    carried_out(
        visit,
        carry_out(visit, id),
        |()| {
            visit.done(&visit.raw.to(&format!("/emulation/{id}")), visit.say.text(w::LINE_WRITTEN))
        },
        show,
    )
}

fn carry_out(visit: &Visit, id: Id) -> Result<(), domain::Error> {
    let form = &visit.form;
    let (card, _, _) = contest(&visit.app, &visit.actor, id)?;
    let on = typed::boxes(form.boxes("on"))?.unwrap_or(card.told.from);
    let row = ListedRow {
        named: form.text("name").to_owned(),
        unit: form.text("unit").to_owned(),
        ..ListedRow::default()
    };
    let place = (card.told.unit.0, on);
    let kind = Told::from_code(form.text("kind")).unwrap_or(Told::Contestant);
    // A list of people is looked up by a form that honours people; an entry of a unit by one that honours collectives.
    let award = if kind == Told::Entry { "ctt.cdcs_vung_manh" } else { "khac.cong_nhan_gioi" };
    let found = read_list(&visit.app, &visit.actor, place, award, &[row])?;
    let Some(found) = found.into_iter().next() else { return Ok(()) };
    let found = found.found?;
    let count = form.some("count").map(typed::count).transpose()?;
    let line = NewContestLine {
        kind,
        unit: found.unit,
        on,
        person: found.person.filter(|_| count.is_none()),
        named: found.named,
        trade: form.some("trade").map(str::to_owned),
        round: form.some("round").map(typed::count).transpose()?,
        score: form.some("score").map(score).transpose()?,
        prize: Prize::from_code(form.text("prize")),
        count,
    };
    let document = parts::paper::read_some(visit, &card.told.name)?;
    add_to_contest(&visit.app, &visit.actor, id, &[line], document.as_ref())
}

/// A score as people write it, `9,25`, in hundredths.
fn score(typed: &str) -> Result<i64, Refusal> {
    let bad = || {
        Refusal::new("bad_score", format!("“{typed}” không phải một số điểm"), "Ghi điểm như 9,25")
    };
    let (whole, part) = typed.split_once([',', '.']).unwrap_or((typed, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 5
        || part.len() > 2
        || !is_digits(whole)
        || !is_digits(part)
    {
        return Err(bad());
    }
    format!("{whole}{part:0<2}").parse().map_err(|_| bad())
}

/// The page, with why a form on it was not carried out.
pub(super) fn show(
    visit: &Visit,
    status: StatusCode,
    told: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let (card, summary, lines) = contest(&visit.app, &visit.actor, id_of(visit)?)?;
    let say = question.say;
    let it = &card.told;
    let is_contest = it.kind == EmulationKind::Contest;
    let is_called = matches!(it.kind, EmulationKind::Movement | EmulationKind::Wave);
    let may = card.may_record && visit.is_signed_in();
    let content = html! {
        (crumbs(&question, ("/emulation", w::EMULATION), &it.name))
        div.head { div {
            h1 lang="vi" { (it.name) }
            p { span.tag { (say.text(it.kind.name())) } " " (facts(say, &card)) }
        } }
        div.gap {
            @if let Some(refusal) = told { (form::refused(say, refusal, None)) }
            @if is_contest { (numbers(say, &summary)) (winners(&question, &lines)) (entries(&question, &lines)) }
            @if !card.papers.is_empty() {
                section.sheet { header { h2 { (say.text(w::PAPERS)) } } (papers_table(&question, &card.papers)) }
            }
            @if it.kind == EmulationKind::Conference { (delegates::part(visit, &question, it.id, may, told)?) }
            @if is_called { (registrations::part(visit, &question, &place, (it.id, may))?) }
            @else if !card.launched_to.is_empty() { (launched(&question, &card)) }
            @if may && is_contest { (line_form(visit, &question, it.id, told)) }
            @if may && is_called { (launch_form(visit, &question, it.id)) }
        }
    };
    framed(visit, (&question, Some(&place)), status, &it.name, &content)
}

fn facts(say: Say, card: &EmulationCard) -> Markup {
    let it = &card.told;
    html! {
        span lang="vi" { (it.unit.2) } ". " (say.day(it.from))
        @if let Some(to) = it.to.filter(|to| *to != it.from) { " – " (say.day(to)) }
        @if let Some(event) = &it.event { ". " span lang="vi" { (event) } }
        @if let Some(document) = &it.document { ". " span lang="vi" { (document) } }
        @if let Some(about) = &it.about { ". " span lang="vi" { (about) } }
    }
}

fn numbers(say: Say, summary: &ContestSummary) -> Markup {
    let mut told = vec![
        (say.text(w::ENTRIES).to_owned(), summary.entries),
        (say.text(w::CONTESTANTS).to_owned(), summary.contestants),
        (say.text(w::PEOPLE_ONCE).to_owned(), summary.people),
    ];
    told.extend(
        Prize::ALL
            .iter()
            .zip(summary.prizes)
            .map(|(prize, count)| (say.text(prize.name()).to_owned(), count)),
    );
    html! {
        section.sheet aria-label=(say.text(w::NUMBERS)) {
            dl.figs { @for (name, count) in &told { div { dt { (name) } dd.big { (say.number(*count)) } } } }
            @if !summary.trades.is_empty() {
                p.pad { (say.text(w::TRADES)) ": " span lang="vi" {
                    @for (place, (trade, count)) in summary.trades.iter().enumerate() {
                        @if place > 0 { "; " } (trade) " (" (say.number(*count)) ")"
                    }
                } }
            }
        }
    }
}

fn person(question: &Question, line: &ContestLine) -> Markup {
    html! {
        @match line.person {
            Some(person) => a href=(question.to(&format!("/members/{person}"))) lang="vi" { (line.named) },
            None => span lang="vi" { (if line.named.is_empty() { "–" } else { line.named.as_str() }) },
        }
        @if line.quantity > 1 { " × " (question.say.number(line.quantity)) }
    }
}

fn winners(question: &Question, lines: &[ContestLine]) -> Markup {
    let say = question.say;
    let won: Vec<&ContestLine> =
        lines.iter().filter(|line| line.kind == Told::Contestant).take(SHOWN).collect();
    html! {
        @if !won.is_empty() {
            section.sheet {
                header { h2 { (say.text(w::CONTESTANTS)) } }
                div.tw { table.dense.stack {
                    caption.vh { (say.text(w::CONTESTANTS)) }
                    thead { tr {
                        th scope="col" { (say.text(w::NAME)) }
                        th scope="col" { (say.text(w::UNIT)) }
                        th scope="col" { (say.text(w::TRADE)) }
                        th.n scope="col" { (say.text(w::SCORE)) }
                        th scope="col" { (say.text(w::PRIZE)) }
                    } }
                    tbody { @for line in won { tr {
                        th scope="row" { (person(question, line)) }
                        td data-l=(say.text(w::UNIT)) lang="vi" { span { (line.unit.1) } }
                        td data-l=(say.text(w::TRADE)) lang="vi" { span { (line.trade.as_deref().unwrap_or("–")) } }
                        td.n data-l=(say.text(w::SCORE)) { span { (line.score.map_or("–".to_owned(), score_text)) } }
                        td data-l=(say.text(w::PRIZE)) { span { @match line.prize { Some(prize) => b { (say.text(prize.name())) }, None => "–" } } }
                    } } }
                } }
            }
        }
    }
}

fn score_text(score: i64) -> String {
    format!("{},{:02}", score / 100, score % 100)
}

fn entries(question: &Question, lines: &[ContestLine]) -> Markup {
    let say = question.say;
    let of = |kind: Told| lines.iter().filter(move |line| line.kind == kind).take(SHOWN);
    html! {
        section.sheet {
            header { h2 { (say.text(w::ENTRIES)) } }
            div.pad {
                ul.names lang="vi" { @for line in of(Told::Entry) { li {
                    a href=(question.of_unit(&line.unit.0).to(&crate::units::record_path(&line.unit.0))) { (line.named) }
                } } }
                @if of(Told::Judge).next().is_some() {
                    p { (say.text(w::JUDGES)) ": " @for (place, line) in of(Told::Judge).enumerate() { @if place > 0 { "; " } (person(question, line)) } }
                }
            }
        }
    }
}

fn launched(question: &Question, card: &EmulationCard) -> Markup {
    let say = question.say;
    html! {
        section.sheet {
            header { h2 { (say.text(w::LAUNCHED_TO)) } }
            @if card.launched_to.is_empty() { div.empty { p { (say.text(w::LAUNCHED_TO_NONE)) } } }
            @else { div.pad { ul.names lang="vi" { @for (code, name) in &card.launched_to {
                li { a href=(question.of_unit(code).to(&crate::units::record_path(code))) { (name) } }
            } } } }
        }
    }
}

fn launch_form(visit: &Visit, question: &Question, id: Id) -> Markup {
    let say = question.say;
    html! {
        form method="post" action=(question.to(&format!("/emulation/{id}/launch"))) {
            (form_key(visit))
            button.btn { (say.text(w::LAUNCH_BELOW)) }
        }
    }
}

fn line_form(visit: &Visit, question: &Question, id: Id, told: Option<&Refusal>) -> Markup {
    let (say, typed) = (question.say, &visit.form);
    let kinds = choices(say, None, Told::ALL, |kind: Told| (kind.code(), kind.name()));
    let prizes =
        choices(say, Some(w::NONE), Prize::ALL, |prize: Prize| (prize.code(), prize.name()));
    let field = |name: &'static str, label, most| Field {
        is_optional: true,
        most,
        ..Field::new(name, say.text(label), typed.text(name))
    };
    html! {
        details.sheet.more open[told.is_some()] {
            summary.pad { (say.text(w::ADD_LINE)) }
            form.form.pad method="post" action=(question.to(&format!("/emulation/{id}/lines"))) {
                (form_key(visit))
                (form::select(say, &Field::new("kind", say.text(w::KIND), typed.text("kind")), &kinds))
                (form::input(say, &Field { hint: say.text(w::UNIT_HINT), ..Field::new("unit", say.text(w::UNIT), typed.text("unit")) }))
                (form::input(say, &Field { hint: say.text(w::NAME_HINT), ..field("name", w::NAME, 200) }))
                (form::input(say, &field("trade", w::TRADE, 100)))
                (form::input(say, &field("round", w::ROUND, 2)))
                (form::input(say, &field("score", w::SCORE, 8)))
                (form::select(say, &field("prize", w::PRIZE, 20), &prizes))
                (form::input(say, &Field { hint: say.text(w::COUNT_HINT), ..field("count", w::COUNT, 9) }))
                (form::date(say, "on", say.text(w::DAY), typed.boxes("on"), None))
                (parts::paper::fields(visit, true, told))
                (form::acts(say, w::WRITE, None))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_read_as_people_write_it_and_shown_the_same() {
        for (typed, hundredths) in [("9,25", 925), ("96", 9_600), ("7.5", 750)] {
            assert_eq!(score(typed).unwrap(), hundredths);
        }
        for wrong in ["", "chín", "9,255", "-1"] {
            assert!(score(wrong).is_err(), "{wrong}");
        }
        assert_eq!(score_text(905), "9,05");
    }
}
