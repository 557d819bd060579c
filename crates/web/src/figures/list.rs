//! The whole list behind a figure as a file a spreadsheet opens, in which nothing is a formula.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::figures::{Indicator, TraceLine, trace};

use crate::address::Question;
use crate::problem::Problem;
use crate::say::Say;
use crate::site::Visit;
use crate::units::Place;
use crate::words;

/// Lines of one file; a reader with more asks for a narrower scope or period.
const LINES_MAX: usize = 100_000;

/// The file.
pub(super) fn give(
    visit: &Visit,
    question: &Question,
    place: &Place,
    indicator: &'static Indicator,
) -> Result<Response, Problem> {
    let query = question.query(&place.card.code);
    let gather = || Ok(trace(&visit.app, &visit.actor, indicator.code, &query, 0, LINES_MAX)?);
    let (traced, _) = visit.steady(gather)?;
    let text = write(question.say, &traced.lines, traced.more);
    // The list names people: that it left the books is noted like any other export.
    let detail = format!("{}, {} dòng, .csv", indicator.code, traced.lines.len());
    visit.app.note(&visit.actor, "figures.exported", Some(place.card.id), Some(&detail))?;
    let period = question.period.code().replace("..", "_");
    let name = format!("{}_{}_{period}.csv", indicator.code, place.card.code);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", plain(&name))),
    ];
    Ok((StatusCode::OK, headers, text).into_response())
}

/// A file name that every system takes.
fn plain(name: &str) -> String {
    let keeps = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    name.chars().filter(|letter| keeps(*letter)).collect()
}

fn write(say: Say, lines: &[TraceLine], more: bool) -> String {
    // The mark at the front tells a spreadsheet that the letters are UTF-8.
    let mut text = String::with_capacity(160 * lines.len() + 200);
    text.push('\u{feff}');
    let heads = [
        words::CSV_NUMBER,
        words::CSV_DAY,
        words::CSV_UNIT,
        words::CSV_CODE,
        words::CSV_PERSON,
        words::CSV_EVENT,
        words::CSV_QUANTITY,
        words::CSV_PAPER,
        words::CSV_RECORDED,
        words::CSV_ACTOR,
    ];
    push_row(&mut text, &heads.map(|head| cell(say.text(head))));
    for line in lines {
        let seq = if line.seq == 0 { String::new() } else { line.seq.to_string() };
        push_row(
            &mut text,
            &[
                seq,
                line.on.clone(),
                cell(&line.unit),
                cell(&line.unit_code),
                cell(line.person.as_deref().unwrap_or_default()),
                cell(&line.event),
                // Our own number, never text of a clerk: it may begin with a minus.
                line.quantity.to_string(),
                cell(line.document.as_deref().unwrap_or_default()),
                cell(&line.recorded_at),
                cell(&line.actor),
            ],
        );
    }
    if more {
        let note = say.fill(words::AND_MORE, &[("n", &say.number(lines.len() as i64))]);
        push_row(&mut text, &[cell(&note)]);
    }
    text
}

fn push_row(text: &mut String, cells: &[String]) {
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

/// A text in quotes. What a spreadsheet would take for a formula gets an apostrophe in front and
/// stays text.
fn cell(value: &str) -> String {
    let would_run = value.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%'])
        || value.starts_with(['\t', '\r', '\n']);
    let guard = if would_run { "'" } else { "" };
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_a_clerk_becomes_a_formula() {
        for (raw, written) in [
            ("=1+1", "\"'=1+1\""),
            (" @SUM(A1)", "\"' @SUM(A1)\""),
            ("-2", "\"'-2\""),
            ("\t=x", "\"'\t=x\""),
            ("Công ty \"A\", B", "\"Công ty \"\"A\"\", B\""),
        ] {
            assert_eq!(cell(raw), written);
        }
    }

    #[test]
    fn a_list_that_was_cut_says_so_in_its_last_row() {
        let line = TraceLine {
            seq: 7,
            on: "2021-02-10".to_owned(),
            unit: "Đơn vị u1".to_owned(),
            unit_code: "u1".to_owned(),
            quantity: -1,
            person: Some("Nguyễn Thị A".to_owned()),
            person_id: None,
            event: "Kết nạp".to_owned(),
            document: None,
            recorded_at: "09:00 ngày 10/2/2021".to_owned(),
            actor: "thử".to_owned(),
        };
        let text = write(Say::default(), &[line], true);
        let rows: Vec<&str> = text.lines().collect();
        assert!(text.starts_with('\u{feff}'));
        assert_eq!(
            rows[1],
            "7,2021-02-10,\"Đơn vị u1\",\"u1\",\"Nguyễn Thị A\",\"Kết nạp\",-1,\"\",\
             \"09:00 ngày 10/2/2021\",\"thử\""
        );
        assert!(rows[2].contains("tệp chỉ chứa 1 dòng đầu"));
    }
}
