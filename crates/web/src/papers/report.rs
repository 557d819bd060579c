//! A report on paper: the form's lines with what was filed, and the same for ever.

use axum::response::Response;
use domain::figures::State as CellState;
use domain::papers::{Letterhead, Set, note};
use domain::reports::{
    Cell, Key, Line, Report, Source, Step, at_filing, heading, known_form, read,
};
use print::{Align, Column, Form, Head, Paper, Row, Signing, Table};
use vietnamese::number::{Fraction, format_integer};

use super::draft::{body_of, in_lines};
use super::set::{As, NO_PLACE, day_of, give, must_set};
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
    let (question, place) = visit.question_and_place()?;
    let form = visit.part(2);
    let form = known_form(&visit.app, form, question.period)?;
    let key = Key { unit: place.card.id, form, period: question.period };
    let version = visit.raw.get("version").and_then(|typed| typed.parse().ok());
    let key = at_filing(&visit.app, &visit.actor, &key, version)?;
    let report = read(&visit.app, &visit.actor, &key, version)?;
    let head = heading(&visit.app, &visit.actor, &key, &report)?;
    let bytes = must_set(visit, &paper(&key, &report, &head), how).map_err(Problem::Refused)?;
    let detail = format!(
        "{}, {}, bản {}, .{}",
        key.form.name,
        key.period.vi(),
        report.version,
        how.ending()
    );
    note(&visit.app, &visit.actor, Set::Report, (key.unit, key.period.last()), &detail)?;
    Ok(give(&format!("bao-cao_{}_{}_{}", form.code, report.unit, report.period), how, bytes))
}

/// The paper of a version. All it says was written when the version was filed.
fn paper(key: &Key, report: &Report, head: &Letterhead) -> Paper {
    let filed = report
        .steps
        .iter()
        .find(|told| told.step == Step::Submit && told.version == report.version);
    let stood = filed.map_or_else(
        || "Bản nháp, chưa nộp".to_owned(),
        |told| format!("Bản {}, nộp ngày {}", told.version, told.on.vi()),
    );
    let period = format!("Kỳ báo cáo: {}", key.period.vi());
    Paper::Form(Form {
        head: Head {
            above: head.above.as_deref().map(in_lines).unwrap_or_default(),
            body: in_lines(&head.body),
            symbol: String::new(),
            place: head.place.clone().unwrap_or_else(|| NO_PLACE.to_owned()),
            day: day_of(head.day),
        },
        title: key.form.name.to_uppercase(),
        facts: vec![period, stood],
        landscape: false,
        table: table(key, report),
        notes: notes(key, report),
        signing: vec![
            Signing { lines: vec!["NGƯỜI LẬP".to_owned()], name: String::new() },
            Signing {
                lines: vec![format!("TM. {}", body_of(head.kind)), "CHỦ TỊCH".to_owned()],
                name: String::new(),
            },
        ],
    })
}

fn table(key: &Key, report: &Report) -> Table {
    let has_target = report.cells.iter().any(|cell| cell.target.is_some());
    let has_note = report.cells.iter().any(|cell| !note_of(cell).is_empty());
    let column = |title: &str, share, align| Column { title: title.to_owned(), share, align };
    let mut columns = vec![
        column("TT", 5, Align::Center),
        column("Nội dung", 16, Align::Left),
        column("Đơn vị tính", 6, Align::Center),
        column("Số lượng", 6, Align::Right),
    ];
    if has_target {
        columns.extend([column("Chỉ tiêu", 6, Align::Right), column("Tỷ lệ", 6, Align::Right)]);
    }
    columns.extend(has_note.then(|| column("Ghi chú", 7, Align::Left)));
    let row = |line: &Line| {
        let cell = report.cells.iter().find(|cell| cell.line == line.code);
        let mut cells = vec![line.code.clone(), line.text.clone(), line.unit.clone()];
        cells.push(cell.map(value_of).unwrap_or_default());
        if has_target {
            let target = cell.and_then(|cell| cell.target);
            cells.push(target.map(format_integer).unwrap_or_default());
            cells.push(cell.and_then(|cell| share_of(key, cell)).unwrap_or_default());
        }
        cells.extend(has_note.then(|| cell.map(note_of).unwrap_or_default()));
        Row { cells, strong: cell.is_none() || !line.sum.is_empty() }
    };
    Table { columns, rows: key.form.lines.iter().map(row).collect() }
}

/// The value as printed: a star where the unit typed it or the units below did.
fn value_of(cell: &Cell) -> String {
    let mark = if is_typed(cell) { "*" } else { "" };
    cell.value.map_or_else(String::new, |value| format!("{}{mark}", format_integer(value)))
}

fn is_typed(cell: &Cell) -> bool {
    matches!(cell.source, Source::Typed | Source::Summed)
}

fn share_of(key: &Key, cell: &Cell) -> Option<String> {
    let fraction = Fraction::new(cell.value?, cell.target?)?;
    Some(fraction.percent_text(key.form.decimals))
}

fn note_of(cell: &Cell) -> String {
    let state = match cell.state {
        CellState::Value => "",
        CellState::NotReported => "Chưa báo cáo",
        CellState::NotObliged => "Không thuộc diện",
        CellState::NotApplicable => "Không có việc này",
    };
    let said = [state, cell.note.as_deref().unwrap_or_default()];
    said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

fn notes(key: &Key, report: &Report) -> Vec<String> {
    let is_marked = report.cells.iter().any(|cell| is_typed(cell) && cell.value.is_some());
    let mark = is_marked
        .then(|| "* Số do đơn vị ghi, hoặc cộng từ báo cáo đã duyệt của các đơn vị trực thuộc; số khác tính từ sổ.");
    let source = format!("Nguồn mẫu: {}.", key.form.source);
    mark.map(str::to_owned).into_iter().chain([source]).collect()
}
