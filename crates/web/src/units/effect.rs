//! What a change would do, shown before it is written: members, figures, postings, targets, open work.

use domain::figures::find_indicator;
use domain::units::Rehearsal;
use kernel::Text;
use maud::{Markup, html};

use super::words;
use crate::parts::account_name;
use crate::say::Say;
use crate::words as common;

/// Scopes shown at most; the rest is a number of them.
const SCOPES: usize = 30;

/// The sheets of a rehearsal.
pub(crate) fn sheets(say: Say, seen: &Rehearsal) -> Markup {
    html! {
        section.sheet.effect {
            header { h2 { (say.text(words::PREVIEW_TITLE)) } p { (say.text(words::PREVIEW_LEAD)) } }
            (people(say, seen))
            (figures(say, seen))
            (postings(say, seen))
            (targets(say, seen))
            (open(say, seen))
        }
    }
}

fn people(say: Say, seen: &Rehearsal) -> Markup {
    let of = |kind: &str| {
        seen.people.iter().filter(|(each, _)| each == kind).map(|(_, n)| n).sum::<i64>()
    };
    let (carried, ended) = (of("carried"), of("ended_with_unit"));
    let others = seen.people.iter().map(|(_, n)| n).sum::<i64>() - carried - ended;
    let lines = [
        (words::EFFECT_CARRIED, carried),
        (words::EFFECT_ENDED, ended),
        (words::EFFECT_OTHER, others),
    ];
    html! {
        ul.rows.effects {
            @for (text, n) in lines.into_iter().filter(|(_, n)| *n > 0) { (fact(say, text, n)) }
            @if seen.people.is_empty() { li { i.i.i-check aria-hidden="true" {} span { (say.text(words::EFFECT_NO_PEOPLE)) } } }
        }
    }
}

fn fact(say: Say, text: Text, n: i64) -> Markup {
    html! { li { i.i.i-warn aria-hidden="true" {} span { b { (say.fill(text, &[("n", &say.number(n))])) } } } }
}

fn figures(say: Say, seen: &Rehearsal) -> Markup {
    let period = say.period(seen.days);
    html! {
        @if seen.moved.is_empty() {
            p.pad.mut { (say.text(words::EFFECT_NO_FIGURES)) }
        } @else {
            div.tw { table.dense {
                caption.pad { (say.fill(words::EFFECT_FIGURES, &[("period", &period)])) }
                thead { tr {
                    th scope="col" { (say.text(common::NAME)) }
                    th.n scope="col" { (say.text(words::EFFECT_WAS)) }
                    th.n scope="col" { (say.text(words::EFFECT_IS)) }
                } }
                tbody { @for scope in seen.moved.iter().take(SCOPES) {
                    tr.sub { th scope="rowgroup" colspan="3" lang="vi" { (scope.name) } }
                    @for figure in &scope.figures { tr {
                        th scope="row" { (find_indicator(figure.indicator).map_or("", |each| say.text(each.name))) }
                        td.n { (say.number(figure.was)) }
                        td.n { b { (say.number(figure.is)) } }
                    } }
                } }
            } }
        }
    }
}

fn postings(say: Say, seen: &Rehearsal) -> Markup {
    html! {
        @if seen.posted.is_empty() {
            p.pad.mut { (say.text(words::EFFECT_NO_POSTINGS)) }
        } @else {
            div.tw { table.dense {
                caption.pad { (say.text(words::EFFECT_POSTINGS)) }
                thead { tr {
                    th scope="col" { (say.text(words::EFFECT_ACCOUNT)) }
                    th.n scope="col" { (say.text(common::DAY)) }
                    th.n scope="col" { (say.text(words::EFFECT_QUANTITY)) }
                } }
                tbody { @for posted in &seen.posted { tr {
                    th scope="row" { (account_name(say, ledger::Account(posted.account))) }
                    td.n { (say.day(posted.on)) }
                    td.n { b { (say.signed(posted.quantity)) } }
                } } }
            } }
        }
    }
}

fn targets(say: Say, seen: &Rehearsal) -> Markup {
    let count = say.number(seen.targets.len() as i64);
    html! {
        @if !seen.targets.is_empty() {
            details.pad.more {
                summary { (say.fill(words::EFFECT_TARGETS, &[("n", &count)])) }
                p.mut { (say.text(words::EFFECT_TARGETS_DO)) }
                ul { @for target in &seen.targets {
                    li { span lang="vi" { (target.unit) } ": "
                        (find_indicator(&target.indicator).map_or(target.indicator.as_str(), |each| say.text(each.name)))
                        " " (say.number(target.value)) ", " (say.period(target.period)) }
                } }
            }
        }
    }
}

fn open(say: Say, seen: &Rehearsal) -> Markup {
    let lines = [
        (words::EFFECT_SENT, seen.open.sent),
        (words::EFFECT_POSTS, seen.open.posts),
        (words::EFFECT_REQUESTS, seen.open.requests),
    ];
    html! {
        footer {
            @if lines.iter().all(|(_, n)| *n == 0) { (say.text(words::EFFECT_NO_OPEN)) }
            @else {
                b { (say.text(words::EFFECT_OPEN)) } ": "
                @for (place, (text, n)) in lines.into_iter().filter(|(_, n)| *n > 0).enumerate() {
                    @if place > 0 { " · " } (say.fill(text, &[("n", &say.number(n))]))
                }
            }
        }
    }
}
