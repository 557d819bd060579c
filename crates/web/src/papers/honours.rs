//! The paper of a list: the decision of who decided, or the letter by which it was submitted.

use axum::http::StatusCode;
use axum::response::Response;
use domain::awards::{Commendation, Stage, commendation};
use domain::certificates::is_of_level;
use domain::papers::{Letterhead, Set, last_signer, letterhead, note};
use kernel::{Id, Power, Refusal};
use maud::{Markup, html};
use print::{Decision, Head, Paper, Signing, Submission};

use super::draft::{Draft, lines, written_out};
use super::set::{As, day_of, give, must_set};
use super::{lists, words as w};
use crate::address::Question;
use crate::frame::{self, Frame, form_key};
use crate::parts::form::{self, Field};
use crate::problem::{Problem, respond};
use crate::site::Visit;

/// Letters of a text of several lines at most.
const TEXT_MAX: usize = 6_000;

/// The way from a list to its paper, where this office writes it.
pub(crate) fn door(visit: &Visit, question: &Question, shown: &Commendation) -> Markup {
    let there = question.to(&format!("/honours/{}/paper", shown.head.id));
    let writes = visit.actor.may(Power::ReadPeople)
        && visit.settings.press.is_some()
        && head_of(visit, shown).is_ok_and(|head| must_write(shown, &head).is_ok());
    html! { @if writes { a.btn href=(there) { (question.say.text(w::WORD_IT)) } } }
}

/// The form with the drafted words.
pub(super) fn page(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let (shown, head) = found(visit, 2)?;
    let signed = last_signer(&visit.app, &visit.actor, shown.head.unit.0)?;
    let draft = Draft::of(&shown, &head, signed);
    show(visit, StatusCode::OK, (&shown, &head), &draft, None)
}

/// The paper, as what was asked.
pub(super) fn write(visit: &Visit) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let (shown, head) = found(visit, 3)?;
    let draft = Draft::typed(&visit.form);
    let how = if visit.form.text("as") == As::Docx.ending() { As::Docx } else { As::Pdf };
    let set = || must_set(visit, &paper(&shown, &head, &draft)?, how);
    match set() {
        Ok(bytes) => {
            let number = &shown.head.paper.number;
            let detail = format!("{number}, {} dòng, .{}", shown.lines.len(), how.ending());
            let of = (shown.head.unit.0, shown.head.on);
            note(&visit.app, &visit.actor, Set::Honours, of, &detail)?;
            Ok(give(&format!("{}_{number}", name_of(&shown).1), how, bytes))
        }
        Err(refusal) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(visit, status, (&shown, &head), &draft, Some(&refusal))
        }
    }
}

/// The list an address names, and the head of its paper.
fn found(visit: &Visit, place: usize) -> Result<(Commendation, Letterhead), Problem> {
    let part = visit.path.split('/').nth(place).unwrap_or_default();
    let Some(id) = Id::parse(part) else { return Err(Problem::NoPage) };
    let shown = commendation(&visit.app, &visit.actor, id)?;
    let head = head_of(visit, &shown)?;
    must_write(&shown, &head).map_err(Problem::Refused)?;
    Ok((shown, head))
}

fn head_of(visit: &Visit, shown: &Commendation) -> domain::Result<Letterhead> {
    let day = shown.head.paper.issued_on.unwrap_or(shown.head.on);
    letterhead(&visit.app, &visit.actor, shown.head.unit.0, day, None)
}

/// Refuses to write the paper of another office.
fn must_write(shown: &Commendation, head: &Letterhead) -> Result<(), Refusal> {
    let writes = match shown.head.stage {
        Stage::Decided => is_of_level(head.kind, shown.head.level),
        Stage::Proposed => true,
        Stage::Delegated => false,
    };
    if writes {
        return Ok(());
    }
    Err(Refusal::new(
        "written_elsewhere",
        format!("Văn bản này do {} ban hành, không soạn ở đây", shown.head.decided_by),
        "Đính kèm tệp của văn bản ấy vào sổ văn bản",
    ))
}

/// What it is called in full, and in the name of a file.
fn name_of(shown: &Commendation) -> (kernel::Text, &'static str) {
    match shown.head.stage {
        Stage::Proposed => (w::SUBMISSION, "to-trinh"),
        _ => (w::DECISION, "quyet-dinh"),
    }
}

/// The paper with the words of a draft.
fn paper(shown: &Commendation, from: &Letterhead, draft: &Draft) -> Result<Paper, Refusal> {
    let missing = [
        (&draft.about, "trích yếu"),
        (&draft.to, "nơi quyết định hoặc nơi nhận tờ trình"),
        (&draft.body, "nội dung"),
        (&draft.place, "nơi ký"),
    ];
    if let Some((_, what)) = missing.iter().find(|(text, _)| text.trim().is_empty()) {
        let message = format!("Văn bản còn thiếu {what}");
        return Err(Refusal::new("paper_incomplete", message, "Ghi thêm rồi tải lại"));
    }
    let head = Head {
        above: from.above.iter().map(|above| written_out(above)).collect(),
        body: vec![written_out(&from.body)],
        symbol: shown.head.paper.number.clone(),
        place: draft.place.clone(),
        day: day_of(from.day),
    };
    let (about, receivers) = (draft.about.clone(), lines(&draft.receivers));
    let signing = Signing { lines: lines(&draft.signed_as), name: draft.signer.clone() };
    let annexes = lists::annexes(shown);
    Ok(match shown.head.stage {
        Stage::Proposed => Paper::Submission(Submission {
            head,
            about,
            to: lines(&draft.to),
            paragraphs: lines(&draft.body),
            receivers,
            signing,
            annexes,
        }),
        _ => Paper::Decision(Decision {
            head,
            about,
            authority: lines(&draft.to),
            grounds: lines(&draft.grounds),
            articles: lines(&draft.body),
            receivers,
            signing,
            annexes,
        }),
    })
}

fn show(
    visit: &Visit,
    status: StatusCode,
    (shown, head): (&Commendation, &Letterhead),
    draft: &Draft,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let (question, place) = visit.question_and_place()?;
    let say = question.say;
    let title = say.text(name_of(shown).0);
    let back = question.to(&format!("/honours/{}", shown.head.id));
    let there = question.to(&format!("/print/honours/{}", shown.head.id));
    let content = html! {
        nav.crumbs aria-label=(say.text(crate::words::PATH)) { ol {
            li lang="vi" { a href=(back) { (shown.head.title) } }
            li aria-current="page" { (title) }
        } }
        div.head { div { h1 { (title) " " span lang="vi" { (shown.head.paper.number) } } p { (say.text(w::LEAD)) } } }
        form.gap method="post" action=(there) {
            (form_key(visit))
            @if let Some(refusal) = refusal { (form::refused(say, refusal, None)) }
            section.sheet {
                header { h2 { (say.text(w::BESIDES)) } span.small.mut lang="vi" { (head.body) } }
                div.pad.form { (fields(visit, shown, draft)) }
            }
            section.sheet {
                header { h2 { (say.text(w::LISTS)) } }
                ul.rows { @for annex in lists::annexes(shown) { li {
                    div lang="vi" { (annex.title) }
                    span.small.mut { (say.fill(w::ROWS_N, &[("n", &say.number(annex.table.rows.len() as i64))])) }
                } } }
            }
            div.acts {
                button.btn.main name="as" value="pdf" { i.i.i-print aria-hidden="true" {} (say.text(w::AS_PDF)) }
                button.btn name="as" value="docx" { (say.text(w::AS_DOCX)) }
                a.btn.bare href=(back) { (say.text(w::BACK)) }
            }
        }
    };
    let stand = domain::figures::head(&visit.app)?;
    let frame = Frame { visit, question: &question, place: Some(&place), head: Some(&stand) };
    Ok(respond(status, &frame::page(&frame, title, &content)))
}

fn fields(visit: &Visit, shown: &Commendation, draft: &Draft) -> Markup {
    let say = visit.say;
    let is_asked = shown.head.stage == Stage::Proposed;
    let long = |name, label, hint, value, rows| {
        let field = Field { hint, most: TEXT_MAX, ..Field::new(name, say.text(label), value) };
        form::area(say, &field, rows)
    };
    let maybe = |name, label, hint, value, rows| {
        let field = Field {
            hint,
            most: TEXT_MAX,
            is_optional: true,
            ..Field::new(name, say.text(label), value)
        };
        form::area(say, &field, rows)
    };
    let (to, body, body_hint) = if is_asked {
        (w::TO, w::PARAGRAPHS, w::PARAGRAPHS_HINT)
    } else {
        (w::AUTHORITY, w::ARTICLES, w::ARTICLES_HINT)
    };
    let signer =
        Field { is_optional: true, ..Field::new("signer", say.text(w::SIGNER), &draft.signer) };
    html! {
        (long("about", w::ABOUT, "", &draft.about, 2))
        (long("to", to, "", &draft.to, 1))
        @if !is_asked { (maybe("grounds", w::GROUNDS, say.text(w::GROUNDS_HINT), &draft.grounds, 4)) }
        (long("body", body, say.text(body_hint), &draft.body, 7))
        (maybe("receivers", w::RECEIVERS, say.text(w::RECEIVERS_HINT), &draft.receivers, 3))
        (form::input(say, &Field::new("place", say.text(w::PLACE), &draft.place)))
        (maybe("signed-as", w::SIGNED_AS, "", &draft.signed_as, 2))
        (form::input(say, &signer))
    }
}
