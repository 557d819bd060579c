//! Opening a round: what may be asked for, how many, until when, by whom.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{AWARDS, Award, Form, Level};
use domain::rounds::{
    Item, ItemSort, NewRound, Priority, PriorityRule, Quota, RoundAward, RoundSort, checklist_for,
    open_round, units_below,
};
use kernel::{Block, Id, Refusal};
use maud::{Markup, html};

use super::page::{crumbs, must_record, round_at, to_list};
use super::{call, outcome, words as w};
use crate::address::Question;
use crate::frame::{form_key, framed};
use crate::parts::form::{self, Field};
use crate::parts::{self, typed};
use crate::problem::{Problem, carried_out};
use crate::site::Visit;
use crate::units::Place;

/// A council at every level up to the deciding one.
const EVERY: &str = "every";

/// The form.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    show(visit, StatusCode::OK, None)
}

/// Opens the round that was typed.
pub(super) fn send(visit: &Visit) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let told = read(visit, &place).and_then(|new| {
        let id = open_round(&visit.app, &visit.actor, &new)?;
        Ok((id, new))
    });
    carried_out(
        visit,
        told,
        |(id, new)| {
            let count = visit.say.number(new.called.len() as i64);
            let places = [("name", &*new.name), ("n", &count)];
            visit.done(&round_at(&question, id), &visit.say.fill(w::OPENED, &places))
        },
        show,
    )
}

fn read(visit: &Visit, place: &Place) -> Result<NewRound, domain::Error> {
    let form = &visit.form;
    let sort = RoundSort::from_code(form.text("sort")).unwrap_or(RoundSort::Yearly);
    let year = |field: &str| -> Result<Option<i16>, Refusal> {
        let Some(typed) = form.some(field) else { return Ok(None) };
        Ok(i16::try_from(typed::count(typed)?).ok())
    };
    let first = year("year")?.unwrap_or_else(|| visit.today.year());
    let last = year("to-year")?.unwrap_or(first);
    let no_day = || Refusal::new("bad_day", "Thiếu hạn gửi hồ sơ", "Ghi ngày như 30/11/2026");
    let days = form.some("comment-days").map_or(Ok(0), typed::count)?;
    let extra: Vec<Item> = extra_items(form.text("items"));
    let awards = AWARDS.iter().filter(|award| form.all("award").any(|code| code == award.code));
    let awards = awards.map(|award| line_of(visit, award, &extra)).collect();
    Ok(NewRound {
        unit: place.card.id,
        sort,
        name: form.text("name").to_owned(),
        years: (first, last),
        due_on: typed::boxes(form.boxes("due"))?.ok_or_else(no_day)?,
        document: parts::paper::read_some(visit, form.text("name"))?,
        comment_days: days,
        comment_level: Level::from_code(form.text("comment-level")).filter(|_| days > 0),
        note: form.some("note").map(str::to_owned),
        awards,
        quotas: quotas_of(form.text("quotas"))?,
        priorities: priorities(visit),
        called: called(visit, place)?,
    })
}

/// An award of the round as it was chosen.
fn line_of(visit: &Visit, award: &Award, extra: &[Item]) -> RoundAward {
    let form = &visit.form;
    let field = |name: &str| format!("{name}-{}", award.code);
    let level = Level::from_code(form.text(&field("level"))).unwrap_or(award.levels[0]);
    let council = match form.text(&field("council")) {
        EVERY => Level::ALL.iter().copied().filter(|each| *each <= level).collect(),
        code => Level::from_code(code).into_iter().collect(),
    };
    // Where no text was in force that day, the file is what the office itself asks for.
    let list = checklist_for(award.code, visit.today);
    let mut items = list.map(domain::rounds::Checklist::items).unwrap_or_default();
    items.extend(extra.iter().cloned());
    let goes_higher = form.some(&field("higher")).is_some();
    let higher_by = goes_higher.then(|| form.text("higher-by").to_owned());
    RoundAward { award: award.code.to_owned(), level, council, higher_by, items }
}

fn extra_items(text: &str) -> Vec<Item> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .enumerate()
        .map(|(number, title)| Item {
            code: format!("them_{}", number + 1),
            sort: ItemSort::Both,
            title: title.to_owned(),
            needed: true,
            source: None,
        })
        .collect()
}

/// The quotas of a text, one a line.
pub(super) fn quotas_of(text: &str) -> Result<Vec<Quota>, Refusal> {
    text.lines().filter(|line| !line.trim().is_empty()).map(quota).collect()
}

/// A quota as its line is written.
pub(super) fn quota_line(quota: &Quota) -> String {
    let award = quota.award.as_deref().unwrap_or("*");
    format!("{}; {award}; {}", quota.at_most, quota.block.map_or("*", Block::code))
}

/// `3; tinh.bang_khen; dn_ngoai_nn`.
fn quota(line: &str) -> Result<Quota, Refusal> {
    let wrong = || {
        let line: String = line.chars().take(60).collect();
        let remedy = "Ghi: số lượng; mã loại khen hoặc *; mã khối hoặc *";
        Refusal::new("bad_quota", format!("Không hiểu dòng chỉ tiêu “{line}”"), remedy)
    };
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    let any = |place: usize| {
        let part: Option<&str> = parts.get(place).copied();
        part.filter(|part| !part.is_empty() && *part != "*")
    };
    let at_most = typed::count(parts.first().ok_or_else(wrong)?).map_err(|_| wrong())?;
    let award = any(1).map(str::to_owned);
    let block = match any(2) {
        Some(code) => Some(Block::from_code(code).ok_or_else(wrong)?),
        None => None,
    };
    Ok(Quota { called: None, award, block, at_most })
}

fn priorities(visit: &Visit) -> Vec<PriorityRule> {
    let form = &visit.form;
    let ticked = [("woman", Priority::Woman), ("non-state", Priority::NonState)];
    let ticked = ticked.into_iter().filter(|(field, _)| form.some(field).is_some());
    let mut found: Vec<PriorityRule> =
        ticked.map(|(_, sort)| PriorityRule { sort, says: None }).collect();
    let others = form.text("others").lines().map(str::trim).filter(|line| !line.is_empty());
    found.extend(
        others.map(|says| PriorityRule { sort: Priority::Other, says: Some(says.to_owned()) }),
    );
    found
}

fn called(visit: &Visit, place: &Place) -> Result<Vec<Id>, domain::Error> {
    match visit.form.text("who") {
        "own" => Ok(vec![place.card.id]),
        "some" => call::units_of(visit, visit.form.text("units")),
        _ => {
            let below = units_below(&visit.app, &visit.actor, place.card.id)?;
            Ok(below.into_iter().map(|(id, ..)| id).collect())
        }
    }
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    must_record(visit)?;
    let (question, place) = visit.question_and_place()?;
    let below = units_below(&visit.app, &visit.actor, place.card.id)?.len();
    let say = question.say;
    let title = say.text(w::NEW);
    let content = html! {
        (crumbs(&question, &[to_list(&question)], title))
        div.head { div { h1 { (title) } p { span lang="vi" { (place.card.name) } ". " (say.text(w::NEW_LEAD)) } } }
        form.gap method="post" action=(question.to("/rounds/new")) {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet { div.pad.form { (heading(visit, &question)) (parts::paper::fields(visit, true, refusal)) } }
            section.sheet {
                header { h2 { (say.text(w::AWARDS)) } p { (say.text(w::AWARDS_LEAD)) } }
                (awards(visit, &question, outcome::rung_of(place.card.kind)))
            }
            section.sheet { div.pad.form { (rules(visit, &question)) } }
            section.sheet {
                header { h2 { (say.text(w::CALLED)) } }
                div.pad.form { (callees(visit, &question, below)) (form::acts(say, w::OPEN_IT, Some(&question.to("/rounds")))) }
            }
        }
    };
    framed(visit, (&question, Some(&place)), status, title, &content)
}

fn heading(visit: &Visit, question: &Question) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let name = Field {
        most: 300,
        hint: say.text(w::NAME_HINT),
        ..Field::new("name", say.text(w::NAME), form.text("name"))
    };
    let sorts: Vec<(&str, &str)> =
        RoundSort::ALL.iter().map(|sort| (sort.code(), say.text(sort.name()))).collect();
    let this_year = visit.today.year().to_string();
    let year = Field {
        most: 4,
        ..Field::new("year", say.text(w::FIRST_YEAR), form.some("year").unwrap_or(&this_year))
    };
    let to_year = Field {
        most: 4,
        is_optional: true,
        ..Field::new("to-year", say.text(w::LAST_YEAR), form.text("to-year"))
    };
    let note = Field {
        most: 2_000,
        is_optional: true,
        ..Field::new("note", say.text(w::NOTE), form.text("note"))
    };
    html! {
        (form::input(say, &name))
        (form::select(say, &Field::new("sort", say.text(w::SORT), form.text("sort")), &sorts))
        (form::input(say, &year))
        (form::input(say, &to_year))
        (form::date(say, "due", say.text(w::DUE), form.boxes("due"), None))
        (form::area(say, &note, 2))
    }
}

fn awards(visit: &Visit, question: &Question, own: Option<Level>) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let items = Field {
        most: 2_000,
        is_optional: true,
        hint: say.text(w::MORE_ITEMS_HINT),
        ..Field::new("items", say.text(w::MORE_ITEMS), form.text("items"))
    };
    let higher = Field {
        most: 300,
        is_optional: true,
        hint: say.text(w::HIGHER_BY_HINT),
        ..Field::new("higher-by", say.text(w::HIGHER_BY), form.text("higher-by"))
    };
    let of = |sort: Form| AWARDS.iter().filter(move |award| award.form == sort);
    let is_chosen = |award: &Award| form.all("award").any(|code| code == award.code);
    let usual = |sort: Form| matches!(sort, Form::Merit | Form::Certificate);
    html! {
        @for sort in Form::ALL {
            details.more.award-sort open[usual(*sort) || of(*sort).any(is_chosen)] {
                summary.pad { (say.text(sort.name())) }
                div.tw { table.stack {
                    caption.vh { (say.text(sort.name())) }
                    thead { tr { @for head in [w::AWARD, w::DECIDED_AT, w::COUNCIL_AT, w::DO_HIGHER] { th scope="col" { (say.text(head)) } } } }
                    tbody { @for award in of(*sort) { (award_row(visit, question, award, own)) } }
                } }
            }
        }
        div.pad.form { (form::input(say, &higher)) (form::area(say, &items, 2)) }
    }
}

fn award_row(visit: &Visit, question: &Question, award: &Award, own: Option<Level>) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let field = |name: &str| format!("{name}-{}", award.code);
    let label = |text: kernel::Text| format!("{}: {}", say.text(text), award.name);
    let usual = own.filter(|level| award.levels.contains(level)).unwrap_or(award.levels[0]);
    let level = Level::from_code(form.text(&field("level"))).unwrap_or(usual);
    let council = form.text(&field("council"));
    let highest = award.levels.iter().copied().max().unwrap_or(usual).min(Level::Tld);
    html! { tr {
        th scope="row" { label.pick {
            input type="checkbox" name="award" value=(award.code) checked[form.all("award").any(|code| code == award.code)];
            span lang="vi" { (award.name) small { (award.code) } }
        } }
        td data-l=(say.text(w::DECIDED_AT)) {
            select name=(field("level")) aria-label=(label(w::DECIDED_AT)) {
                @for each in award.levels { option value=(each.code()) selected[*each == level] { (say.text(each.name())) } }
            }
        }
        td data-l=(say.text(w::COUNCIL_AT)) {
            select name=(field("council")) aria-label=(label(w::COUNCIL_AT)) {
                option value="" { (say.text(w::NO_COUNCIL)) }
                @for each in Level::ALL.iter().filter(|each| **each <= highest) {
                    option value=(each.code()) selected[each.code() == council] { (say.text(each.name())) }
                }
                option value=(EVERY) selected[council == EVERY] { (say.text(w::EVERY_LEVEL)) }
            }
        }
        td data-l=(say.text(w::DO_HIGHER)) {
            input type="checkbox" name=(field("higher")) value="1" checked[form.some(&field("higher")).is_some()]
                aria-label=(label(w::DO_HIGHER));
        }
    } }
}

fn rules(visit: &Visit, question: &Question) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let quotas = Field {
        most: 8_000,
        is_optional: true,
        hint: say.text(w::QUOTAS_HINT),
        ..Field::new("quotas", say.text(w::QUOTAS), form.text("quotas"))
    };
    let others = Field {
        most: 4_000,
        is_optional: true,
        ..Field::new("others", say.text(w::PRIORITY_OTHER), form.text("others"))
    };
    let days = Field {
        most: 2,
        is_optional: true,
        hint: say.text(w::COMMENT_DAYS_HINT),
        ..Field::new("comment-days", say.text(w::COMMENT_DAYS), form.text("comment-days"))
    };
    let levels: Vec<(&str, &str)> = Level::ALL
        .iter()
        .filter(|level| **level < Level::State)
        .map(|level| (level.code(), say.text(level.name())))
        .collect();
    let level = Field::new(
        "comment-level",
        say.text(w::COMMENT_LEVEL),
        form.some("comment-level").unwrap_or("district"),
    );
    html! {
        (form::area(say, &quotas, 3))
        fieldset.field {
            legend { (say.text(w::PRIORITIES)) }
            label.pick { input type="checkbox" name="woman" value="1" checked[form.some("woman").is_some()]; span { (say.text(w::PRIORITY_WOMAN)) } }
            label.pick { input type="checkbox" name="non-state" value="1" checked[form.some("non-state").is_some()]; span { (say.text(w::PRIORITY_NON_STATE)) } }
        }
        (form::area(say, &others, 2))
        (form::input(say, &days))
        (form::select(say, &level, &levels))
    }
}

fn callees(visit: &Visit, question: &Question, below: usize) -> Markup {
    let (say, form) = (question.say, &visit.form);
    let chosen = form.some("who").unwrap_or(if below == 0 { "own" } else { "all" });
    let all = say.fill(w::CALL_ALL, &[("n", &say.number(below as i64))]);
    let units = Field {
        most: 20_000,
        is_optional: true,
        ..Field::new("units", say.text(w::CALL_LIST), form.text("units"))
    };
    html! {
        fieldset.field {
            legend.vh { (say.text(w::CALLED)) }
            @if below > 0 { label.pick { input type="radio" name="who" value="all" checked[chosen == "all"]; span { (all) } } }
            label.pick { input type="radio" name="who" value="own" checked[chosen == "own"]; span { (say.text(w::CALL_OWN)) } }
            label.pick { input type="radio" name="who" value="some" checked[chosen == "some"]; span { (say.text(w::CALL_SOME)) } }
        }
        (form::area(say, &units, 3))
    }
}

#[cfg(test)]
mod tests {
    use domain::awards::award_name;

    use super::*;

    #[test]
    fn a_line_of_quota_is_read_and_what_it_cannot_mean_is_refused() {
        let read = quota("3; tinh.bang_khen; dn_ngoai_nn").unwrap();
        assert_eq!(read.at_most, 3);
        assert_eq!(read.award.as_deref().map(award_name), Some(award_name("tinh.bang_khen")));
        assert_eq!(read.block, Some(Block::PrivateEnterprise));
        assert_eq!(quota("5; *; *").unwrap(), quota("5").unwrap());
        for line in ["3; tinh.bang_khen; dn_ngoai_nn", "5; *; *"] {
            assert_eq!(quota_line(&quota(line).unwrap()), line);
        }
        for wrong in ["", "nhiều", "3; *; không có khối này"] {
            assert_eq!(quota(wrong).unwrap_err().code, "bad_quota", "{wrong}");
        }
    }

    #[test]
    fn items_of_ones_own_are_one_a_line() {
        let items = extra_items("Xác nhận của cấp ủy\n\n Ảnh ");
        let titles: Vec<&str> = items.iter().map(|item| &*item.title).collect();
        assert_eq!(titles, ["Xác nhận của cấp ủy", "Ảnh"]);
        assert_ne!(items[0].code, items[1].code);
    }
}
