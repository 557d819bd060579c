//! A matter put on the agenda: the award, for whom, and what it asks for to pass.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::AWARDS;
use domain::council::{
    Base, NewMatter, Room, Share, Subject, Terms, VoteRule, add_matter, room, rules_for,
    take_from_round, waiting,
};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};

use super::session_form::{self, Parts};
use super::{person, room_path, session_of, words as w};
use crate::frame::form_key;
use crate::parts::form::{self, Field};
use crate::parts::unit;
use crate::problem::{Problem, carried_out};
use crate::say::Say;
use crate::site::Visit;

/// The page.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    show(visit, StatusCode::OK, None)
}

/// Puts it on the agenda.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ManageCouncil).map_err(Problem::Refused)?;
    let session = session_of(visit)?;
    carried_out(
        visit,
        carry_out(visit, session),
        |()| visit.done(&room_path(session), visit.say.text(w::MATTER_DONE)),
        show,
    )
}

fn carry_out(visit: &Visit, session: Id) -> Result<(), domain::Error> {
    let form = &visit.form;
    let room = room(&visit.app, &visit.actor, session)?;
    if let Some(round) = form.some("round").and_then(Id::parse) {
        let typed = terms(visit, &room)?;
        let (app, actor) = (&visit.app, &visit.actor);
        return take_from_round(app, actor, session, round, typed.as_ref()).map(drop);
    }
    let subject = match form.text("sort") {
        "person" => Subject::Person(person::typed(visit, form.text("person"))?),
        "unit" => Subject::Unit(unit::read(visit, "about")?),
        _ => Subject::Named(form.text("named").to_owned()),
    };
    let new = NewMatter {
        award: form.some("award").map(str::to_owned),
        title: form.text("title").to_owned(),
        subject,
        terms: terms(visit, &room)?,
        nomination: None,
    };
    add_matter(&visit.app, &visit.actor, session, &new).map(drop)
}

/// What was typed; nothing where the fields of the terms were left empty, so that a rule that was read
/// decides.
fn terms(visit: &Visit, room: &Room) -> Result<Option<Terms>, Refusal> {
    let form = &visit.form;
    if form.text("pass").is_empty() {
        return Ok(None);
    }
    Ok(Some(Terms {
        pass: Share::parse(form.text("pass"))?,
        beyond: form.text("beyond") == "1",
        base: Base::from_code(form.text("base")).unwrap_or(Base::All),
        secret: form.text("ballot") != "open",
        written: form.some("letters").is_some(),
        recused_out: form.some("recused-out").is_some(),
        quorum: room.quorum.0,
        source: form.text("source").to_owned(),
        rule: None,
    }))
}

fn show(visit: &Visit, status: StatusCode, refusal: Option<&Refusal>) -> Result<Response, Problem> {
    session_form::show(visit, status, w::ADD_MATTER, |question, room| {
        let (say, here) = (question.say, room_path(room.id));
        let form = html! {
            form.gap method="post" action=(question.to(&format!("{here}/matter"))) {
                (form_key(visit))
                @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
                (from_rounds(visit, say, room.id)?)
                section.sheet { div.pad.form { (asked(visit, say)) } }
                section.sheet {
                    header { h2 { (say.text(w::TERMS)) } p { (say.text(w::TERMS_LEAD)) } }
                    div.pad.form { (known_rules(visit, say, room)?) (typed(visit, say, room)) }
                }
                (form::acts(say, w::ADD_MATTER, Some(&question.to(&here))))
            }
        };
        Ok(Parts { lead: html! { p lang="vi" { (room.title) } }, form })
    })
}

/// The rounds that wait for this council; choosing one puts all its nominations on the agenda.
fn from_rounds(visit: &Visit, say: Say, session: Id) -> Result<Markup, Problem> {
    let rounds = waiting(&visit.app, &visit.actor, session)?;
    let name = |n: usize, name: &str| {
        say.fill(w::ROUND_N, &[("n", &say.number(n as i64)), ("round", name)])
    };
    let named: Vec<(String, String)> = rounds
        .iter()
        .map(|each| (each.round.to_string(), name(each.nominations, &each.name)))
        .collect();
    let mut choices = vec![("", say.text(w::NO_ROUND))];
    choices.extend(named.iter().map(|(id, name)| (&**id, &**name)));
    let field = Field {
        hint: say.text(w::ROUND_HINT),
        ..Field::new("round", say.text(w::ROUND), visit.form.text("round"))
    };
    Ok(html! {
        @if !rounds.is_empty() { section.sheet { div.pad.form { (form::select(say, &field, &choices)) } } }
    })
}

fn asked(visit: &Visit, say: Say) -> Markup {
    let form = &visit.form;
    let mut awards = vec![("", say.text(w::NO_AWARD))];
    awards.extend(AWARDS.iter().map(|award| (award.code, award.name)));
    let sorts = [
        ("person", say.text(w::A_PERSON)),
        ("unit", say.text(w::A_UNIT)),
        ("named", say.text(w::SOMEBODY_NAMED)),
    ];
    let who = Field {
        is_optional: true,
        hint: say.text(w::WHO_HINT),
        ..Field::new("person", say.text(w::A_PERSON), form.text("person"))
    };
    let named = Field {
        is_optional: true,
        ..Field::new("named", say.text(w::SOMEBODY_NAMED), form.text("named"))
    };
    let about = Field {
        is_optional: true,
        hint: say.text(crate::words::UNIT_HINT),
        ..Field::new("about", say.text(w::A_UNIT), form.text("about"))
    };
    let title = Field {
        most: 600,
        is_optional: true,
        hint: say.text(w::ASKED_HINT),
        ..Field::new("title", say.text(w::ASKED), form.text("title"))
    };
    html! {
        (form::select(say, &Field::new("award", say.text(w::AWARD), form.text("award")), &awards))
        (form::select(say, &Field::new("sort", say.text(w::SUBJECT), form.text("sort")), &sorts))
        (form::input(say, &who))
        (form::input(say, &about))
        (form::input(say, &named))
        (form::area(say, &title, 2))
    }
}

/// What was read about the awards of such a council: what binds it, and what nobody could verify.
fn known_rules(visit: &Visit, say: Say, room: &Room) -> Result<Markup, Problem> {
    let (binding, unread) = rules_for(&visit.app, room.council.unit.0, room.on)?;
    let line = |rule: &VoteRule| {
        let names: Vec<&str> =
            rule.awards.iter().map(|code| domain::awards::award_name(code)).collect();
        let (pass, beyond, base) = rule.pass;
        let more = if beyond { "trên" } else { "từ" };
        format!(
            "{}: {more} {}, tính trên {} ({})",
            names.join(", "),
            pass.text(),
            base.vi(),
            rule.origin.cited()
        )
    };
    Ok(html! {
        @if binding.is_empty() { p.note { i.i.i-info aria-hidden="true" {} span { (say.text(w::NO_RULE)) } } }
        @for rule in binding { p.note { i.i.i-info aria-hidden="true" {} span { b { (say.text(w::BINDS)) } " " span lang="vi" { (line(rule)) "." } } } }
        @for rule in unread { p.note { i.i.i-info aria-hidden="true" {} span { b { (say.text(w::UNREAD)) } " " span lang="vi" { (line(rule)) ". " (rule.origin.note) "." } } } }
    })
}

/// The terms the session types; what the last matter was voted under stands there already.
fn typed(visit: &Visit, say: Say, room: &Room) -> Markup {
    let form = &visit.form;
    let sent = form.some("title").is_some() || form.some("sort").is_some();
    let last = room.matters.last().map(|matter| &matter.terms).filter(|_| !sent);
    let or = |name: &str, known: Option<String>| match known {
        Some(known) => known,
        None => form.text(name).to_owned(),
    };
    let pass = or("pass", last.map(|terms| terms.pass.text()));
    let source = or("source", last.map(|terms| terms.source.clone()));
    let base = or("base", last.map(|terms| terms.base.code().to_owned()));
    let beyond = or("beyond", last.map(|terms| i64::from(terms.beyond).to_string()));
    let open = last.map(|terms| if terms.secret { "secret" } else { "open" }.to_owned());
    let ballot = or("ballot", open);
    let is_ticked = |name: &str, known: Option<bool>| known.unwrap_or(form.some(name).is_some());
    let letters = is_ticked("letters", last.map(|terms| terms.written));
    let out = is_ticked("recused-out", last.map(|terms| terms.recused_out));
    let share = Field {
        most: 10,
        is_optional: true,
        hint: say.text(w::PASS_HINT),
        ..Field::new("pass", say.text(w::PASS), &pass)
    };
    let said = Field {
        most: 300,
        is_optional: true,
        hint: say.text(w::SOURCE_HINT),
        ..Field::new("source", say.text(w::SOURCE), &source)
    };
    let least = [("0", say.text(w::AT_LEAST)), ("1", say.text(w::MORE_THAN))];
    let bases = [("all", say.text(w::OF_ALL)), ("present", say.text(w::OF_PRESENT))];
    let ballots = [("secret", say.text(w::SECRET)), ("open", say.text(w::OPEN))];
    html! {
        (form::select(say, &Field::new("beyond", say.text(w::EDGE), &beyond), &least))
        (form::input(say, &share))
        (form::select(say, &Field::new("base", say.text(w::BASE), &base), &bases))
        (form::select(say, &Field::new("ballot", say.text(w::BALLOT), &ballot), &ballots))
        label.pick { input type="checkbox" name="letters" value="1" checked[letters]; span { (say.text(w::LETTERS_ALLOWED)) } }
        label.pick { input type="checkbox" name="recused-out" value="1" checked[out]; span { (say.text(w::RECUSED_OUT)) } }
        (form::input(say, &said))
    }
}
