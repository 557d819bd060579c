//! A public report or article.

use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{PublicArticle, PublicLine, PublicReport, public_article, public_report};
use kernel::Id;
use maud::{Markup, html};
use vietnamese::number::Fraction;

use super::list::or_no_page;
use super::{hall as figures, words};
use crate::frame::{document, mark};
use crate::parts::state_of;
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

fn place(visit: &Visit) -> Result<(&str, Id), Problem> {
    let mut parts = visit.path.split('/').skip(2);
    let code = parts.next().unwrap_or_default();
    let id = parts.next().and_then(Id::parse).ok_or(Problem::NoPage)?;
    Ok((code, id))
}

/// The page: a report, or else an article.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let (code, id) = place(visit)?;
    match public_report(&visit.app, code, id).map_err(or_no_page) {
        Ok(told) => Ok(report(visit, code, id, &told)),
        Err(Problem::NoPage) => {
            let told = public_article(&visit.app, code, id).map_err(or_no_page)?;
            Ok(article(visit, code, &told))
        }
        Err(other) => Err(other),
    }
}

/// The large figures of a report.
pub(super) fn hall(visit: &Visit) -> Result<Response, Problem> {
    let (code, id) = place(visit)?;
    let told = public_report(&visit.app, code, id).map_err(or_no_page)?;
    let shown = told
        .lines
        .iter()
        .filter_map(|each| figures::Figure::of(told.form, each.line, (each.value, each.target)));
    let hall = figures::Hall {
        unit: &told.unit_name,
        name: &told.form.name,
        period: told.period,
        decimals: told.form.decimals,
        back: format!("/cong-bo/{code}/{id}"),
        figures: shown.collect(),
    };
    Ok(figures::page(visit, &hall))
}

fn crown(say: Say, unit: &str, title: &str, sub: &str) -> Markup {
    html! {
        a.skip href="#noi-dung" { (say.text(common::SKIP)) }
        header.crown.plain { div.wrap {
            p.small.nb { span.brand { (mark()) (say.text(common::PRODUCT)) } }
            p lang="vi" { (unit) }
            h1 lang="vi" { (title) }
            p.sub { (sub) }
        } }
    }
}

fn ways(say: Say, code: &str, hall: Option<String>, has_roll: bool) -> Markup {
    html! { p.acts.no-print {
        @if let Some(hall) = hall { a.btn href=(hall) { (say.text(words::HALL)) } " " }
        @if has_roll { a.btn href={ "/so-vang/" (code) } { (say.text(words::ROLL)) } " " }
        a.btn.bare href={ "/cong-bo/" (code) } { (say.text(words::EVERYTHING)) }
    } }
}

fn report(visit: &Visit, code: &str, id: Id, told: &PublicReport) -> Response {
    let say = visit.say;
    let day = say.day(told.on);
    let version = say.number(told.version);
    let filed = say.fill(words::FILED, &[("n", &version), ("day", &day)]);
    let body = html! {
        (crown(say, &told.unit_name, &told.form.name, &format!("{} · {filed}", say.period(told.period))))
        main.wrap id="noi-dung" tabindex="-1" {
            (ways(say, code, Some(format!("/cong-bo/{code}/{id}/hoi-truong")), told.has_roll))
            div.tw { table.stack.report {
                caption.vh lang="vi" { (told.form.name) }
                thead { tr {
                    th.n scope="col" { (say.text(words::NUMBER)) }
                    th scope="col" { (say.text(words::CONTENT)) }
                    th scope="col" { (say.text(words::COUNTED_IN)) }
                    th.n scope="col" { (say.text(words::VALUE)) }
                    th.n scope="col" { (say.text(words::TARGET)) }
                    th.n scope="col" { (say.text(words::RATE)) }
                } }
                tbody lang="vi" { @for each in &told.lines { (line(say, told, each)) } }
            } }
            footer.foot {
                span lang="vi" { (say.fill(words::SOURCE, &[("source", &told.form.source)])) }
                span { (say.text(words::FOOT)) }
            }
        }
    };
    let title = format!("{} · {}", told.form.name, told.unit_name);
    respond(StatusCode::OK, document(say, &title, "public", &body))
}

fn line(say: Say, told: &PublicReport, each: &PublicLine) -> Markup {
    let line = each.line;
    let rate = each.value.zip(each.target).and_then(|(done, asked)| Fraction::new(done, asked));
    html! {
        @match each.state {
            None => tr.sub { th scope="rowgroup" colspan="6" lang="vi" { (line.code) ". " (line.text) } },
            Some(state) => tr {
                td.n.dim.off { (line.code) }
                th scope="row" lang="vi" { (line.text) }
                td.mut.off lang="vi" { (line.unit) }
                td.n data-l=(say.text(words::VALUE)) { @match each.value { Some(value) => b { (say.number(value)) }, None => (state_of(say, state)) } }
                td.n.off[each.target.is_none()] data-l=(say.text(words::TARGET)) { @if let Some(target) = each.target { (say.number(target)) } }
                td.n.off[rate.is_none()] data-l=(say.text(words::RATE)) { @if let Some(rate) = rate { (say.numeral(&rate.percent_text(told.form.decimals))) } }
            },
        }
    }
}

fn article(visit: &Visit, code: &str, told: &PublicArticle) -> Response {
    let say = visit.say;
    let on = say.fill(words::ON, &[("day", &say.day(told.on))]);
    let body = html! {
        (crown(say, &told.unit_name, &told.title, &on))
        main.wrap id="noi-dung" tabindex="-1" {
            (ways(say, code, None, told.has_roll))
            div.prose lang="vi" { @for paragraph in &told.paragraphs { p { (paragraph) } } }
            footer.foot { span { (say.text(words::FOOT)) } }
        }
    };
    let title = format!("{} · {}", told.title, told.unit_name);
    respond(StatusCode::OK, document(say, &title, "public", &body))
}
