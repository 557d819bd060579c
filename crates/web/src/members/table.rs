//! The table of a list of members.

use domain::people::MemberRow;
use maud::{Markup, html};

use super::asked::{Asked, Column};
use super::{said, words as w};
use crate::address::Question;
use crate::site::Visit;

/// The rows with the columns chosen.
pub(super) fn table(
    visit: &Visit,
    question: &Question,
    asked: &Asked,
    rows: &[MemberRow],
) -> Markup {
    let say = question.say;
    let may_record = visit.actor.may(kernel::Power::RecordMembers) && visit.is_signed_in();
    html! {
        div.tw.tall { table.dense.stack {
            caption.vh { (say.text(w::CAPTION)) }
            thead { tr {
                @if may_record { td.pick-row {} }
                th scope="col" aria-sort="ascending" { (say.text(w::NAME)) }
                @for column in &asked.columns {
                    th.n[is_number(*column)] scope="col" { (column.name(say)) }
                }
            } }
            tbody { @for row in rows { tr {
                @if may_record { td.pick-row {
                    input type="checkbox" name="id" value=(row.id) form="chon"
                        aria-label=(say.fill(w::CHOOSE_ONE, &[("name", &row.name)]));
                } }
                th scope="row" { (name(question, row)) }
                @for column in &asked.columns { (cell(question, *column, row)) }
            } } }
        } }
    }
}

/// What can be done with those who are ticked.
pub(super) fn bulk(visit: &Visit, question: &Question) -> Markup {
    let say = question.say;
    let may_record = visit.actor.may(kernel::Power::RecordMembers) && visit.is_signed_in();
    html! {
        @if may_record {
            form.bulk id="chon" method="post" action="/members/bulk" {
                (crate::frame::form_key(visit))
                span { (say.text(w::CHOSEN)) }
                span.acts {
                    button.btn name="what" value="transfer" { (say.text(w::TRANSFER)) }
                    button.btn name="what" value="leave" { (say.text(w::RECORD_LEAVING)) }
                }
            }
        }
    }
}

fn is_number(column: Column) -> bool {
    matches!(column, Column::Birth | Column::Joined)
}

fn name(question: &Question, row: &MemberRow) -> Markup {
    let address = question.to(&format!("/members/{}", row.id));
    html! { a lang=[question.say.foreign()] href=(address) { (said::name(&row.name)) } }
}

fn cell(question: &Question, column: Column, row: &MemberRow) -> Markup {
    let say = question.say;
    let label = column.name(say);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let day =
        |iso: &Option<String>| iso.as_deref().map(|iso| said::day(say, iso)).unwrap_or_default();
    let plain = |value: String, hides: bool| {
        html! { td.off[hides || value.is_empty()] data-l=(label) { span { (value) } } }
    };
    match column {
        Column::Birth => html! { td.n data-l=(label) { span { (day(&row.birth)) } } },
        Column::Joined => html! { td.n.off data-l=(label) { span { (day(&row.joined)) } } },
        Column::Sex => plain(said::sex(say, row.sex).to_owned(), true),
        Column::Unit => html! {
            td data-l=(label) {
                @if let Some((_, code, name)) = &row.unit {
                    a href=(question.of_unit(code).to("/")) { (name) }
                }
            }
        },
        Column::Title => plain(text(&row.union_title), false),
        Column::Job => plain(text(&row.job), true),
        Column::Phone => plain(text(&row.phone), false),
        Column::Status => {
            let is_usual = row.status == domain::people::Status::Member;
            html! {
                td.nb.off[is_usual && row.has_number] data-l=(label) {
                    @if is_usual && !row.has_number { span.tag.warn { (say.text(w::NO_NUMBER)) } }
                    @else { (said::status(say, row.status)) }
                }
            }
        }
    }
}
