//! The frame around every page: the spine with the menu, the bar that says where the reader stands,
//! the foot with the place in the books the page was worked out at.

mod keys;
mod menu;
mod scope;

use axum::http::StatusCode;
use axum::response::Response;
use domain::figures::Head;
use maud::{DOCTYPE, Markup, html};

use crate::address::Question;
use crate::problem::{Problem, respond};
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::{assets, words};

pub(crate) use scope::{form as scope_form, hidden, view_hint, view_name};

/// What the frame needs to know.
pub(crate) struct Frame<'f> {
    pub(crate) visit: &'f Visit,
    pub(crate) question: &'f Question,
    /// The unit shown; none when there is none to show.
    pub(crate) place: Option<&'f Place>,
    pub(crate) head: Option<&'f Head>,
}

/// A document with its head; no style and no script but our own files.
pub(crate) fn document(say: Say, title: &str, class: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(say.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (title) " · " (say.text(words::PRODUCT)) }
                link rel="stylesheet" href=(assets::address("kit.css"));
                link rel="stylesheet" href=(assets::address("page.css"));
                link rel="icon" href=(assets::address("mark.svg")) type="image/svg+xml";
                script type="module" src=(assets::address("page.js")) {}
                script type="module" src=(assets::address("units.js")) {}
                script type="module" src=(assets::address("cells.js")) {}
                script type="module" src=(assets::address("keys.js")) {}
            }
            body class=[(!class.is_empty()).then_some(class)] { (body) }
        }
    }
}

/// A whole page in its frame.
pub(crate) fn page(frame: &Frame<'_>, title: &str, content: &Markup) -> Markup {
    let say = frame.question.say;
    let body = html! {
        a.skip href="#noi-dung" { (say.text(words::SKIP)) }
        (spine(frame))
        div {
            (bar(frame))
            main.page id="noi-dung" tabindex="-1" {
                @if let Some(place) = frame.place { (print_line(frame, place)) }
                (flash(frame.visit))
                (crate::print::ready(frame.visit))
                (content)
                (foot(frame))
            }
        }
        (keys::dialog(say))
    };
    document(say, title, "app", &body)
}

/// The answer of a page whose foot names the books as they stand now; one that gathers figures names those it was
/// gathered from.
pub(crate) fn framed(
    visit: &Visit,
    (question, place): (&Question, Option<&Place>),
    status: StatusCode,
    title: &str,
    content: &Markup,
) -> Result<Response, Problem> {
    let head = domain::figures::head(&visit.app)?;
    let frame = Frame { visit, question, place, head: Some(&head) };
    Ok(respond(status, page(&frame, title, content)))
}

/// The same for a page about no unit; what of the address cannot be understood is left out of its links.
pub(crate) fn unplaced(
    visit: &Visit,
    status: StatusCode,
    title: &str,
    content: &Markup,
) -> Result<Response, Problem> {
    let (question, _) = visit.raw.understood(visit.today);
    framed(visit, (&question, None), status, title, content)
}

fn spine(frame: &Frame<'_>) -> Markup {
    let question = frame.question;
    let say = question.say;
    html! {
        header.spine.no-print {
            a.brand href=(question.to("/")) { (mark()) (say.text(words::PRODUCT)) }
            a.menu-btn href="#trinh-don" { i.i.i-menu aria-hidden="true" {} (say.text(words::MENU)) }
            nav.nav id="trinh-don" aria-label=(say.text(words::MAIN_MENU)) {
                a.menu-x href="#noi-dung" { (say.text(words::CLOSE)) " " i.i.i-x aria-hidden="true" {} }
                (menu::entries(frame))
                (menu::on_phone(frame))
                h2 { (say.text(words::LANGUAGE)) }
                (other_language(frame))
            }
        }
    }
}

fn other_language(frame: &Frame<'_>) -> Markup {
    let other = frame.question.say.other();
    let same = Question { say: other, ..frame.question.clone() };
    let label = frame.question.say.text(words::OTHER_LANGUAGE);
    html! {
        a href=(same.to(&frame.visit.path)) hreflang=(other.code()) lang=(other.code()) { (label) }
    }
}

/// Two linked squares, a knot.
pub(crate) fn mark() -> Markup {
    html! {
        svg viewBox="0 0 28 28" fill="none" aria-hidden="true" {
            path d="M9.5 17.5h-3a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v8"
                stroke="#fff" stroke-width="2.4" stroke-linecap="round" {}
            path d="M18.5 10.5h3a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-8a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3"
                stroke="#e0b03c" stroke-width="2.4" stroke-linecap="round" {}
        }
    }
}

fn bar(frame: &Frame<'_>) -> Markup {
    let Frame { question, visit, place, .. } = frame;
    let say = question.say;
    html! {
        section.bar.no-print aria-label=(say.text(words::WHERE_YOU_STAND)) {
            @if let Some(place) = place { (scope::switcher(visit, question, place)) }
            form.find role="search" action="/find" method="get" aria-label=(say.text(words::QUICK_FIND)) {
                label.vh for="q" { (say.text(crate::find::EVERYTHING)) }
                input id="q" name="q" type="search" maxlength="200" placeholder=(say.text(crate::find::EVERYTHING))
                    value=[visit.raw.get("q")] autocomplete="off";
                (scope::hidden(question))
            }
            (who(visit))
        }
    }
}

/// Who reads: the way to one's own page and out; for the demo's guest the way in.
fn who(visit: &Visit) -> Markup {
    let say = visit.say;
    let Some(session) = visit.session.as_ref().filter(|_| visit.is_signed_in()) else {
        return html! { a.btn.way-in href="/sign-in" { (say.text(words::SIGN_IN)) } };
    };
    html! {
        a.me href="/me" title=(say.text(words::MY_ACCOUNT)) {
            i aria-hidden="true" { (initials(&session.account.name)) }
            span { (session.account.name) }
        }
        form.way-out method="post" action="/sign-out" {
            (form_key(visit))
            button.btn.bare { (say.text(words::SIGN_OUT)) }
        }
    }
}

/// The first letters of the middle and the given name, as colleagues write them.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let last = words.iter().rev().take(2).rev();
    last.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// What every form of a sign-in must carry.
pub(crate) fn form_key(visit: &Visit) -> Markup {
    let key = visit.session.as_ref().map(|session| &*session.form_key);
    html! { @if let Some(key) = key { input type="hidden" name="key" value=(key); } }
}

/// A message that the page before left for this one.
fn flash(visit: &Visit) -> Markup {
    let waits = visit.session.as_ref().is_some_and(|session| session.has_flash);
    let told = visit.token.as_ref().filter(|_| waits);
    let message =
        told.and_then(|token| domain::accounts::take_flash(&visit.app, token).ok().flatten());
    html! { @if let Some(message) = message { div.flash role="status" { i.i.i-check aria-hidden="true" {} span { (message) } } } }
}

/// The line of a letterhead on paper: whose figures, for which days, in which view.
fn print_line(frame: &Frame<'_>, place: &Place) -> Markup {
    let question = frame.question;
    let say = question.say;
    let (period, day) = (say.period(question.period), say.day(question.last_day()));
    let session = frame.visit.session.as_ref().filter(|_| frame.visit.is_signed_in());
    let places = [
        ("unit", &*place.card.name),
        ("period", &period),
        ("day", &day),
        ("view", view_name(say, question.view)),
        ("who", session.map_or(&*frame.visit.actor.name, |session| &session.account.name)),
        ("now", &say.moment(frame.visit.app.now())),
    ];
    html! { p.only-print { (say.fill(words::PRINT_LINE, &places)) } }
}

fn foot(frame: &Frame<'_>) -> Markup {
    let say = frame.question.say;
    let line = frame.head.map(|head| {
        if head.number == 0 {
            return say.text(words::BOOKS_EMPTY).to_owned();
        }
        let (batch, seq) = (say.number(head.number), say.number(head.seq));
        let when = say.moment_text(&head.recorded_at);
        let places = [("when", &*when), ("batch", &batch), ("seq", &seq), ("hash", &head.hash)];
        say.fill(words::BOOKS_TO, &places)
    });
    html! {
        footer.foot {
            span { (say.text(words::MOTTO)) " " (keys::opener(say)) }
            @if let Some(line) = line { span { (line) } }
        }
    }
}
