//! The minutes of a council's session on paper.

use axum::response::Response;
use domain::council::{MinutesTable, minutes_of, room};
use domain::papers::{Letterhead, Set, letterhead, note};
use kernel::{Id, Power};
use maud::{Markup, html};
use print::{Align, Column, Head, Minutes, Paper, Part, Row, Signing, Table};

use super::draft::in_lines;
use super::set::{As, NO_PLACE, day_of, give, must_set};
use super::words as w;
use crate::address::Question;
use crate::problem::Problem;
use crate::site::Visit;

/// As PDF.
pub(super) fn pdf(visit: &Visit) -> Result<Response, Problem> {
    set(visit, As::Pdf)
}

/// As DOCX.
pub(super) fn docx(visit: &Visit) -> Result<Response, Problem> {
    set(visit, As::Docx)
}

fn set(visit: &Visit, how: As) -> Result<Response, Problem> {
    visit.actor.must(Power::ReadPeople).map_err(Problem::Refused)?;
    let session = visit.id_at(3).ok_or(Problem::NoPage)?;
    let minutes = minutes_of(&visit.app, &visit.actor, session)?;
    let unit = room(&visit.app, &visit.actor, session)?.council.unit.0;
    let head = letterhead(&visit.app, &visit.actor, unit, minutes.on, None)?;
    let bytes = must_set(visit, &paper(&minutes, &head), how).map_err(Problem::Refused)?;
    let detail = format!("{}, {}, .{}", minutes.council, minutes.on.vi(), how.ending());
    note(&visit.app, &visit.actor, Set::Minutes, (unit, minutes.on), &detail)?;
    Ok(give(&format!("bien-ban_{}", minutes.on), how, bytes))
}

fn paper(minutes: &domain::council::Minutes, head: &Letterhead) -> Paper {
    let at =
        if minutes.place.is_empty() { String::new() } else { format!(" tại {}", minutes.place) };
    let opened = format!(
        "{} họp ngày {}{at}. Hội đồng lập theo {}. Nội dung: {}.",
        minutes.council,
        minutes.on.vi(),
        minutes.decision,
        minutes.title
    );
    let mut parts = vec![Part {
        title: "1. Thời gian, địa điểm".to_owned(),
        paragraphs: vec![opened],
        table: None,
    }];
    for (at, part) in minutes.parts.iter().enumerate() {
        parts.push(Part {
            title: format!("{}. {}", at + 2, part.title),
            paragraphs: part.paragraphs.clone(),
            table: part.table.as_ref().map(table),
        });
    }
    let signing = |as_what: &str, who: Option<&(String, String)>| {
        let (lines, name) = match who {
            Some((role, name)) => (vec![as_what.to_owned(), role.to_uppercase()], name.clone()),
            None => (vec![as_what.to_owned()], String::new()),
        };
        let mut lines = lines;
        lines.dedup();
        Signing { lines, name }
    };
    Paper::Minutes(Minutes {
        head: Head {
            above: head.above.as_deref().map(in_lines).unwrap_or_default(),
            body: in_lines(&head.body),
            symbol: String::new(),
            place: head.place.clone().unwrap_or_else(|| NO_PLACE.to_owned()),
            day: day_of(minutes.on),
        },
        about: format!("Họp {}", minutes.council),
        parts,
        secretary: signing("THƯ KÝ", minutes.secretary.as_ref()),
        chair: signing("CHỦ TRÌ", minutes.chair.as_ref()),
    })
}

/// A table whose columns are as wide as what stands in them asks.
fn table(told: &MinutesTable) -> Table {
    let column = |(at, title): (usize, &String)| {
        let cells = told.rows.iter().filter_map(|row| row.get(at));
        let longest = cells.map(|cell| cell.chars().count()).max().unwrap_or_default();
        let word = title.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
        let share = (longest.max(word) + 3).clamp(6, 26) as u16;
        let align = if longest <= 6 { Align::Center } else { Align::Left };
        Column { title: title.clone(), share, align }
    };
    let row = |cells: &Vec<String>| Row { cells: cells.clone(), strong: false };
    Table {
        columns: told.head.iter().enumerate().map(column).collect(),
        rows: told.rows.iter().map(row).collect(),
    }
}

/// The ways from the page of the minutes to the files.
pub(crate) fn doors(visit: &Visit, question: &Question, session: Id) -> Markup {
    let file = |ending: &str| question.to(&format!("/council/sessions/{session}/minutes/{ending}"));
    let (pdf, docx) = (question.say.text(w::AS_PDF), question.say.text(w::AS_DOCX));
    html! { @if visit.settings.press.is_some() { div.acts {
        a.btn href=(file("docx")) { (docx) }
        a.btn.main href=(file("pdf")) { i.i.i-print aria-hidden="true" {} (pdf) }
    } } }
}
