//! `import`: taking lists in, and taking them back.

use std::path::Path;

use anyhow::Context;
use clap::ArgMatches;
use domain::imports::{self, Outcome, Request};
use intake::{Kind, Reading, Report, Severity};
use kernel::{Day, Id, Refusal};

use super::{flag, text};
use crate::answer::{self, Progress};
use crate::books;

/// The largest file read at all: past this no clerk's list is a list.
const FILE_MAX: u64 = 64 * 1024 * 1024;

/// Runs `import …`.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    let (name, own) = matches.subcommand().unwrap_or(("", matches));
    let kind = match name {
        "units" => Kind::Units,
        "members" => Kind::Members,
        "movements" => Kind::Movements,
        "targets" => Kind::Targets,
        _ => return undo(own),
    };
    let path = text(own, "file").unwrap_or_default();
    let bytes = read_file(path)?;
    let as_of = text(own, "as-of").map(Day::parse).transpose()?;
    let file_name = Path::new(path)
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let request =
        Request { kind, file_name: &file_name, bytes: &bytes, unit: text(own, "unit"), as_of };
    if flag(own, "dry-run") { dry_run(own, &request) } else { take_in(own, &request) }
}

fn read_file(path: &str) -> anyhow::Result<Vec<u8>> {
    let size = std::fs::metadata(path).with_context(|| format!("không đọc được tệp {path}"))?.len();
    if size > FILE_MAX {
        let message = format!("Tệp {path} lớn quá {} MB", FILE_MAX / 1024 / 1024);
        return Err(Refusal::new("too_large", message, "Tách danh sách thành nhiều tệp").into());
    }
    std::fs::read(path).with_context(|| format!("không đọc được tệp {path}"))
}

/// Reads and reports; opens no books and writes nothing.
fn dry_run(matches: &ArgMatches, request: &Request<'_>) -> anyhow::Result<()> {
    let read = imports::dry_run(request, &kernel::SystemClock);
    let (workbook, reading) = match read {
        Ok(read) => read,
        Err(refusal) if flag(matches, "json") => {
            answer::json(&Report::refused(request.file_name, refusal.code))?;
            return Err(refusal.into());
        }
        Err(refusal) => return Err(refusal.into()),
    };
    if let Some(file) = text(matches, "errors-to") {
        let refused = imports::refused_by_reading(&reading);
        std::fs::write(file, imports::workbook_of_refused(&workbook, &reading, &refused)?)?;
    }
    if flag(matches, "json") {
        answer::json(&Report::of(request.file_name, &reading))?;
    } else {
        print_reading(&reading);
    }
    match reading.refused {
        Some(refused) => Err(Refusal::new(refused.code(), refused.vi(), "Chọn tệp khác").into()),
        None => Ok(()),
    }
}

fn print_reading(reading: &Reading) {
    for sheet in &reading.sheets {
        let counts = sheet.counts;
        answer::line(&format!(
            "{}: {} dòng, {} vào được, {} bị từ chối",
            sheet.sheet.as_deref().unwrap_or("tệp CSV"),
            counts.data_rows,
            counts.accepted,
            counts.rejected
        ));
        for column in &sheet.structure.columns {
            let field = column.field.unwrap_or("(bỏ qua)");
            answer::line(&format!("    cột {}: “{}” → {field}", column.column, column.header));
        }
        for problem in sheet.problems.iter().filter(|problem| problem.severity != Severity::Info) {
            let grave =
                if problem.severity == Severity::Error { "TỪ CHỐI" } else { "cần xem" };
            answer::line(&format!("  dòng {} [{grave}] {}", problem.row, problem.kind.vi()));
        }
    }
    for problem in &reading.file_problems {
        answer::line(&format!("* {}", problem.kind.vi()));
    }
}

fn take_in(matches: &ArgMatches, request: &Request<'_>) -> anyhow::Result<()> {
    let app = books::open(matches)?;
    let progress = Progress::start("đang đọc và ghi danh sách");
    let outcome = imports::run(&app, &books::operator(), request)?;
    drop(progress);
    if let Some(file) = text(matches, "errors-to").filter(|_| !outcome.refused.is_empty()) {
        let (workbook, reading) = imports::dry_run(request, &kernel::SystemClock)?;
        std::fs::write(file, imports::workbook_of_refused(&workbook, &reading, &outcome.refused)?)?;
    }
    if flag(matches, "json") {
        answer::json(&outcome)?;
    } else {
        print_outcome(&outcome);
    }
    app.look_over();
    Ok(())
}

fn print_outcome(outcome: &Outcome) {
    let id = outcome.import.as_deref().unwrap_or_default();
    answer::line(&format!(
        "Đã nhập {}: {} dòng vào sổ, {} dòng không vào.",
        outcome.file,
        outcome.accepted,
        outcome.refused.len()
    ));
    for row in &outcome.refused {
        let sheet = row.sheet.as_deref().map(|name| format!("{name}, ")).unwrap_or_default();
        answer::line(&format!("  {sheet}dòng {}: {} {}", row.row, row.reason, row.remedy));
    }
    outcome.notes.iter().for_each(|note| answer::line(&format!("* {note}")));
    answer::line(&format!("Hoàn tác bằng: ketdoan import undo {id}"));
}

fn undo(matches: &ArgMatches) -> anyhow::Result<()> {
    let id = text(matches, "id").unwrap_or_default();
    let import = Id::parse(id).ok_or_else(|| {
        Refusal::new(
            "bad_id",
            format!("“{id}” không phải số của một lần nhập"),
            "Chép lại số 13 ký tự khi nhập",
        )
    })?;
    let app = books::open(matches)?;
    let progress = Progress::start("đang hoàn tác");
    imports::undo(&app, &books::operator(), import)?;
    drop(progress);
    answer::line("Đã hoàn tác. Sổ trở lại như trước lần nhập.");
    Ok(())
}
