//! The public roll of honour: name, unit, award, year of what was decided and stands; nothing else, for anybody.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Form, RollFilter, RollPage, RollRow, Subject, award_name, public_roll};
use form_urlencoded::Serializer;
use maud::{Markup, html};

use super::list::before;
use super::page::forms;
use super::words as w;
use crate::door;
use crate::frame::{document, mark};
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::words as common;

/// Lines of one page.
const AT_ONCE: usize = 300;

/// The page. A roll that is not open is as if it were not there.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    let code = visit.part(2);
    let get = |field: &str| visit.raw.get(field);
    let filter = RollFilter {
        year: get("year").and_then(|year| year.parse().ok()),
        form: get("form").and_then(Form::from_code),
        subject: get("subject").and_then(Subject::from_code),
        text: get("q").unwrap_or_default().to_owned(),
        before: get("before").and_then(before),
    };
    // Looking for a name reads the whole roll, and names are not to be tried one after the other.
    let looks = !filter.text.trim().is_empty();
    if looks && !visit.turnstile.lets_in(&visit.visitor.network(), visit.app.now()) {
        return Ok(too_many(visit));
    }
    let shown = public_roll(&visit.app, code, &filter, AT_ONCE).map_err(|error| match error {
        domain::Error::Refused(refusal) if refusal.code == "no_public_roll" => Problem::NoPage,
        other => other.into(),
    })?;
    let say = visit.say;
    let body = html! {
        a.skip href="#noi-dung" { (say.text(common::SKIP)) }
        header.crown { div.wrap {
            p.small.nb { span.brand { (mark()) (say.text(common::PRODUCT)) } }
            p lang="vi" { (shown.scope_name) }
            h1 { (say.text(w::ROLL)) }
            p.sub { (say.text(w::ROLL_LEAD)) }
            (years(visit, &filter, &shown))
        } }
        main.wrap id="noi-dung" tabindex="-1" {
            (search(visit, &filter))
            @if shown.rows.is_empty() {
                section { p { (say.text(w::NO_NAMES)) } }
            }
            @for (row, group) in in_order(groups(&shown.rows)) { (section(say, row, &group)) }
            @if let Some((day, id)) = shown.next {
                p.no-print { a.btn rel="next" href=(address(visit, &filter, &[("before", &format!("{day}_{id}"))])) { (say.text(common::NEXT)) } }
            }
            footer.foot { span { (say.text(w::ROLL_FOOT)) } }
        }
    };
    let title = format!("{} · {}", say.text(w::ROLL), shown.scope_name);
    Ok(respond(StatusCode::OK, document(say, &title, "public", &body)))
}

fn too_many(visit: &Visit) -> Response {
    let say = visit.say;
    let title = say.text(w::ROLL);
    let body = html! {
        div.gap {
            h1 { (title) }
            section.note role="alert" {
                h2 { (say.text(w::ROLL_TOO_MANY)) } p { (say.text(w::ROLL_TOO_MANY_DO)) }
            }
        }
    };
    door::frame::page(visit, StatusCode::TOO_MANY_REQUESTS, title, &body)
}

fn address(visit: &Visit, filter: &RollFilter, more: &[(&str, &str)]) -> String {
    let mut fields = Serializer::new(String::new());
    let year = filter.year.map(|year| year.to_string());
    let kept = [
        ("year", year.as_deref()),
        ("form", filter.form.map(Form::code)),
        ("subject", filter.subject.map(Subject::code)),
        ("q", Some(&*filter.text).filter(|text| !text.is_empty())),
    ];
    for (name, value) in kept {
        if let Some(value) = value.filter(|_| !more.iter().any(|(each, _)| *each == name)) {
            fields.append_pair(name, value);
        }
    }
    for (name, value) in more.iter().filter(|(_, value)| !value.is_empty()) {
        fields.append_pair(name, value);
    }
    let fields = fields.finish();
    if fields.is_empty() { visit.path.clone() } else { format!("{}?{fields}", visit.path) }
}

fn years(visit: &Visit, filter: &RollFilter, shown: &RollPage) -> Markup {
    let say = visit.say;
    html! {
        @if shown.years.len() > 1 {
            nav.years.no-print aria-label=(say.text(w::PICK_YEAR)) {
                a href=(address(visit, filter, &[("year", "")])) aria-current=[filter.year.is_none().then_some("page")] { (say.text(w::ALL_YEARS)) }
                @for year in &shown.years {
                    a href=(address(visit, filter, &[("year", &year.to_string())])) aria-current=[(filter.year == Some(*year)).then_some("page")] { (year) }
                }
            }
        }
    }
}

fn search(visit: &Visit, filter: &RollFilter) -> Markup {
    let say = visit.say;
    html! {
        form.find.no-print role="search" method="get" action=(visit.path) {
            label.vh for="q" { (say.text(w::FIND_NAME)) }
            input id="q" name="q" type="search" maxlength="80" value=(filter.text) placeholder=(say.text(w::FIND_NAME)) autocomplete="off";
            label.vh for="f-form" { (say.text(w::FORM)) }
            select id="f-form" name="form" {
                @for (code, name) in forms(say, Some(w::ANY_FORM)) {
                    option value=(code) selected[Some(code) == filter.form.map(Form::code).or(Some(""))] { (name) }
                }
            }
            @if let Some(year) = filter.year { input type="hidden" name="year" value=(year); }
            button.btn { (say.text(w::FIND)) }
        }
    }
}

/// Lines of one award, level and year that stand together, in the order of the page.
fn groups(rows: &[RollRow]) -> Vec<(&RollRow, Vec<&RollRow>)> {
    let mut groups: Vec<(&RollRow, Vec<&RollRow>)> = Vec::new();
    for row in rows {
        let same = |(first, _): &&mut (&RollRow, Vec<&RollRow>)| {
            (&first.award, first.level, first.year, first.subject)
                == (&row.award, row.level, row.year, row.subject)
        };
        match groups.iter_mut().find(same) {
            Some((_, group)) => group.push(row),
            None => groups.push((row, vec![row])),
        }
    }
    groups
}

/// The latest year first, then the highest level; names in the order of given names.
fn in_order<'r>(
    mut groups: Vec<(&'r RollRow, Vec<&'r RollRow>)>,
) -> Vec<(&'r RollRow, Vec<&'r RollRow>)> {
    groups.sort_by_key(|(first, _)| std::cmp::Reverse((first.year, first.level)));
    for (_, group) in &mut groups {
        group.sort_by_cached_key(|row| match row.subject {
            Subject::Person => vietnamese::name::sort_key(&row.named),
            Subject::Collective => vietnamese::collate::Collator::new().sort_key(&row.named),
        });
    }
    groups
}

fn section(say: Say, first: &RollRow, rows: &[&RollRow]) -> Markup {
    let count = say.number(rows.len() as i64);
    let whose = if first.subject == Subject::Person { w::N_PEOPLE } else { w::N_COLLECTIVES };
    html! {
        section {
            header {
                h2 lang="vi" { (award_name(&first.award)) }
                p.mut { (say.fill(whose, &[("n", &count)])) " · " (say.text(first.level.name())) " · " (first.year) }
            }
            ul.names lang="vi" { @for row in rows {
                li { b { (row.named) } @if row.named != row.unit_named { small { (row.unit_named) } } }
            } }
        }
    }
}
