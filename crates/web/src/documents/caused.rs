//! What came of a paper: events of units and members, people, targets, imports, each a door to its own page.

use domain::documents::{
    Caused, DocumentCard, PeoplePage, RecordCaused, RecordSort, TargetCaused, caused_people,
};
use kernel::Id;
use maud::{Markup, html};

use super::{path_of, words};
use crate::address::Question;
use crate::imports::kind_name;
use crate::parts::{Page, pager};
use crate::problem::Problem;
use crate::site::Visit;
use crate::units::{event_name, record_door};
use crate::{figures, members};

/// People on one page.
const AT_ONCE: usize = 50;

/// The people of a page of the list.
pub(super) fn gather(visit: &Visit, document: Id, number: usize) -> Result<PeoplePage, Problem> {
    let window = ((number - 1) * AT_ONCE, AT_ONCE);
    Ok(caused_people(&visit.app, &visit.actor, document, window)?)
}

/// Every sheet that has something to say.
pub(super) fn sheets(
    question: &Question,
    told: &DocumentCard,
    people: &PeoplePage,
    number: usize,
) -> Markup {
    let say = question.say;
    let caused = &told.caused;
    html! {
        @if caused.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::CAUSED)) } }
                div.empty { p { (say.text(words::NOTHING_CAUSED)) } }
            }
        } @else {
            p.mut { (say.text(words::CAUSED_LEAD)) }
            (units(question, caused))
            (members_by_unit(question, caused))
            (targets(question, &caused.targets))
            (records(question, &caused.records))
            (imports(question, caused))
            @if !people.rows.is_empty() { (names(question, told.id, people, number)) }
        }
    }
}

fn door(question: &Question, (code, name): &(String, String)) -> Markup {
    html! { a href=(record_door(question, code)) lang="vi" { (name) } }
}

fn at_most(question: &Question, shown: usize) -> Markup {
    let most = question.say.number(Caused::MOST as i64);
    html! { @if shown == Caused::MOST { footer { p { (question.say.fill(words::AT_MOST, &[("n", &most)])) } } } }
}

fn units(question: &Question, caused: &Caused) -> Markup {
    let say = question.say;
    html! {
        @if !caused.units.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::UNITS)) } }
                div.tw { table.dense.stack {
                    caption.vh { (say.text(words::UNITS)) }
                    thead { tr { @for head in [words::UNIT, words::WHAT, words::DAY] { th scope="col" { (say.text(head)) } } } }
                    tbody { @for each in &caused.units { tr {
                        th scope="row" { (door(question, &each.unit)) }
                        td data-l=(say.text(words::WHAT)) { span {
                            (event_name(say, &each.kind))
                            @if each.is_reversed { " " span.tag.flat { (say.text(words::TAKEN_BACK)) } }
                        } }
                        td data-l=(say.text(words::DAY)) { span.nb { (say.day(each.on)) } }
                    } } }
                } }
                (at_most(question, caused.units.len()))
            }
        }
    }
}

fn members_by_unit(question: &Question, caused: &Caused) -> Markup {
    let say = question.say;
    html! {
        @if !caused.members.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::MEMBERS)) } }
                div.tw { table.dense.stack {
                    caption.vh { (say.text(words::MEMBERS)) }
                    thead { tr {
                        th scope="col" { (say.text(words::UNIT)) }
                        th scope="col" { (say.text(words::WHAT)) }
                        th.n scope="col" { (say.text(words::HOW_MANY)) }
                    } }
                    tbody { @for each in &caused.members { tr {
                        th scope="row" { (door(question, &each.unit)) }
                        td data-l=(say.text(words::WHAT)) { span { (say.text(each.kind.name())) } }
                        td.n data-l=(say.text(words::HOW_MANY)) { span { (say.number(each.count)) } }
                    } } }
                } }
                (at_most(question, caused.members.len()))
            }
        }
    }
}

fn targets(question: &Question, targets: &[TargetCaused]) -> Markup {
    let say = question.say;
    html! {
        @if !targets.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::TARGETS)) } }
                div.tw { table.dense.stack {
                    caption.vh { (say.text(words::TARGETS)) }
                    thead { tr {
                        th scope="col" { (say.text(words::UNIT)) }
                        th scope="col" { (say.text(words::WHAT)) }
                        th scope="col" { (say.text(words::PERIOD)) }
                        th.n scope="col" { (say.text(words::ASKED)) }
                    } }
                    tbody { @for each in targets { tr {
                        @let asked = question.of_unit(&each.unit.0).in_period(each.period);
                        th scope="row" { a href=(asked.to("/targets")) lang="vi" { (each.unit.1) } }
                        td data-l=(say.text(words::WHAT)) { span { (figures::indicator_name(say, &each.indicator)) } }
                        td data-l=(say.text(words::PERIOD)) { span { (say.period(each.period)) } }
                        td.n data-l=(say.text(words::ASKED)) { span {
                            @match each.value { Some(value) => (say.number(value)), None => (say.text(words::WITHDRAWN_TARGET)) }
                        } }
                    } } }
                } }
                (at_most(question, targets.len()))
            }
        }
    }
}

/// The records with pages of their own, a sheet for each sort.
fn records(question: &Question, records: &[RecordCaused]) -> Markup {
    let say = question.say;
    let sorts = [
        (RecordSort::Commendation, words::COMMENDATIONS),
        (RecordSort::Activity, words::ACTIVITIES),
        (RecordSort::Round, words::ROUNDS),
        (RecordSort::Council, words::COUNCILS),
        (RecordSort::Emulation, words::EMULATIONS),
        (RecordSort::Cluster, words::CLUSTERS),
        (RecordSort::Sheet, words::SHEETS),
    ];
    html! {
        @for (sort, head) in sorts {
            @let of_sort: Vec<&RecordCaused> = records.iter().filter(|each| each.sort == sort).collect();
            @if !of_sort.is_empty() {
                section.sheet {
                    header { h2 { (say.text(head)) } }
                    ul.rows.posts { @for each in &of_sort { li { span {
                        a href=(page_of(question, each)) lang="vi" { (each.title) }
                        small.under.mut { span lang="vi" { (each.unit.1) } " · " (say.day(each.on)) }
                    } } } }
                    (at_most(question, of_sort.len()))
                }
            }
        }
    }
}

fn page_of(question: &Question, record: &RecordCaused) -> String {
    let RecordCaused { register, id, unit, .. } = record;
    let page = match record.sort {
        RecordSort::Commendation => format!("/honours/{id}"),
        RecordSort::Activity => format!("/activities/{register}/{id}"),
        RecordSort::Round => format!("/rounds/{id}"),
        RecordSort::Council => format!("/council/{id}"),
        RecordSort::Emulation => format!("/emulation/{id}"),
        RecordSort::Cluster => return question.of_unit(&unit.0).to("/scores"),
        RecordSort::Sheet => format!("/scores/sheets/{id}"),
    };
    question.to(&page)
}

fn imports(question: &Question, caused: &Caused) -> Markup {
    let say = question.say;
    html! {
        @if !caused.imports.is_empty() {
            section.sheet {
                header { h2 { (say.text(words::IMPORTS)) } }
                ul.rows.posts { @for each in &caused.imports { li { span {
                    a href=(question.of_unit(&each.unit.0).to("/imports")) lang="vi" { (each.file_name) }
                    small.under.mut { (kind_name(say, &each.kind)) " · " span lang="vi" { (each.unit.1) } " · " (say.moment(each.at)) }
                } } } }
            }
        }
    }
}

fn names(question: &Question, document: Id, people: &PeoplePage, number: usize) -> Markup {
    let say = question.say;
    let first = (number - 1) * AT_ONCE;
    let [from, to] = [first + 1, first + people.rows.len()].map(|n| say.number(n as i64));
    let turn = Page {
        field: "page",
        number,
        more: people.more,
        range: say.fill(words::RANGE, &[("from", &from), ("to", &to)]),
        keep: &[],
        anchor: "nguoi",
    };
    html! {
        section.sheet id="nguoi" {
            header { h2 { (say.text(words::PEOPLE)) } }
            div.tw { table.dense.stack {
                caption.vh { (say.text(words::PEOPLE)) }
                thead { tr { @for head in [words::WHO, words::WHAT, words::DAY, words::UNIT] { th scope="col" { (say.text(head)) } } } }
                tbody { @for each in &people.rows { tr {
                    th scope="row" { a href=(question.to(&format!("/members/{}", each.person))) lang="vi" { (members::said::name(&each.name)) } }
                    td data-l=(say.text(words::WHAT)) { span { (say.text(each.kind.name())) } }
                    td data-l=(say.text(words::DAY)) { span.nb { (say.day(each.on)) } }
                    td data-l=(say.text(words::UNIT)) { (door(question, &each.unit)) }
                } } }
            } }
            (pager(question, &path_of(document), &turn))
        }
    }
}
