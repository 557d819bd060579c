//! Reading a file, and taking it in.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use db::values;
use intake::{Kind, Options, Reading, Rows, Verdict};
use kernel::{Actor, Clock, Refusal};
use sha2::{Digest, Sha256};
use sheets::write;

use crate::books::{Batch, schema};
use crate::imports::matching::{self, Units, day_of};
use crate::imports::model::{Choices, Outcome, RefusedRow, Request, RowPlace, Run};
use crate::imports::{members, movements, store, targets, units};
use crate::jobs::Progress;
use crate::{App, Result, parameters};

/// Opens a file and reads it as the list it is said to be. No books are opened, nothing is written, and no unit need
/// exist: the names in the sheet are enough.
pub fn dry_run(
    request: &Request<'_>,
    clock: &dyn Clock,
) -> Result<(sheets::Workbook, Reading), Refusal> {
    read(request, &Choices::default(), clock, Vec::new())
}

pub(super) fn read(
    request: &Request<'_>,
    choices: &Choices,
    clock: &dyn Clock,
    known_units: Vec<String>,
) -> Result<(sheets::Workbook, Reading), Refusal> {
    let workbook = sheets::read_bytes(request.file_name, request.bytes, &sheets::Limits::default())
        .map_err(|refusal| file_refused(refusal.code(), refusal.vi()))?;
    let as_of = request.as_of.map(kernel::Day::date);
    let today = clock.today();
    let mut options = Options {
        as_of,
        known_units,
        forced: choices.forced.clone(),
        as_written: choices.as_written.clone(),
        ..Options::new(request.kind, today.date())
    };
    if let Some(dated) = parameters::in_force("units.min_members", request.as_of.unwrap_or(today)) {
        options.members_min = dated.value;
    }
    let reading = intake::read(&workbook, &options);
    Ok((workbook, reading))
}

/// What is wrong with a file is a whole sentence where it comes from; a refusal ends it itself.
pub(super) fn file_refused(code: &'static str, mut message: String) -> Refusal {
    message.truncate(message.trim_end_matches('.').len());
    Refusal::new(code, message, "Sửa tệp hoặc chọn tệp khác rồi nhập lại")
}

/// Takes a file in as one import: good rows are written, bad rows are given back with their reasons.
pub fn run(app: &App, actor: &Actor, request: &Request<'_>) -> Result<Outcome> {
    app.allow(actor, "imports.run")?;
    let prepared = prepare(app, request, &Choices::default())?;
    let reason = reason_of(request);
    let progress = Progress::none();
    app.write(actor, "imports.run", &reason, |batch| take_in(batch, request, &prepared, &progress))
}

/// Under which reason the batch of an import stands in the books.
pub(super) fn reason_of(request: &Request<'_>) -> String {
    format!("Nhập tệp {}", request.file_name)
}

/// A file as it is to be taken in: its reading, and the rows that somebody left out or did not take yet.
pub(super) struct Prepared {
    pub(super) workbook: sheets::Workbook,
    pub(super) reading: Reading,
    pub(super) left: Vec<RefusedRow>,
}

/// Reads a file and leaves out what is not to go in.
pub(super) fn prepare(app: &App, request: &Request<'_>, choices: &Choices) -> Result<Prepared> {
    let known = known_names(app, request)?;
    let (workbook, mut reading) = read(request, choices, &*app.clock, known)?;
    if let Some(refused) = reading.refused {
        return Err(file_refused(refused.code(), refused.vi().to_owned()).into());
    }
    let taken: HashSet<&RowPlace> = choices.taken.iter().collect();
    let left: HashSet<&RowPlace> = choices.left.iter().collect();
    let rows = reading.leave_out(|sheet, row, verdict| {
        let place = (sheet.map(str::to_owned), row);
        left.contains(&place) || waits(choices, &taken, &place, verdict)
    });
    let left = rows.into_iter().map(|place| not_taken(&place, left.contains(&place))).collect();
    Ok(Prepared { workbook, reading, left })
}

fn waits(
    choices: &Choices,
    taken: &HashSet<&RowPlace>,
    place: &RowPlace,
    verdict: Verdict,
) -> bool {
    choices.holds_doubtful && verdict == Verdict::Doubtful && !taken.contains(place)
}

fn not_taken((sheet, row): &RowPlace, is_left: bool) -> RefusedRow {
    let refusal = if is_left {
        Refusal::new("left_out", "Người nhập đã bỏ dòng này", "Nhập lại nếu cần")
    } else {
        Refusal::new(
            "not_decided",
            "Dòng còn chờ người nhập quyết định",
            "Xem lại, sửa cho rõ rồi nhập lại dòng này",
        )
    };
    RefusedRow::of(sheet.as_ref(), *row, &refusal)
}

/// The names of the units a list may mean: those under its scope. A list of units brings its own.
pub(super) fn known_names(app: &App, request: &Request<'_>) -> Result<Vec<String>> {
    if request.kind == Kind::Units {
        return Ok(Vec::new());
    }
    let Some(code) = request.unit else { return Ok(Vec::new()) };
    app.db.read(|tx| {
        let scope = crate::units::load_by_code(tx, app.federation, code)?.id;
        let paths = crate::books::read_paths(tx, app.federation, &[scope])?;
        let mut names = Vec::new();
        for stretch in paths.get(&scope).into_iter().flatten() {
            let prefix = stretch.path();
            names.extend(store::names_below(tx, app.federation, &prefix)?);
        }
        Ok(names)
    })
}

pub(super) fn take_in(
    batch: &mut Batch<'_, '_>,
    request: &Request<'_>,
    prepared: &Prepared,
    progress: &Progress<'_>,
) -> Result<Outcome> {
    let reading = &prepared.reading;
    let (scope, scope_name) = matching::scope(batch, request.unit)?;
    batch.must_reach(scope)?;
    let mut refused = refused_by_reading(reading);
    refused.extend(prepared.left.iter().cloned());
    let as_of = request.as_of.unwrap_or_else(|| day_of(reading.as_of));
    // Every row it writes names the import, whose own row is written last, when its counts are known.
    let import = batch.next_id();
    let mut run = Run {
        import,
        scope,
        as_of,
        period: reading.period.map(|(from, to)| (day_of(from), day_of(to))),
        issuer: &scope_name,
        refused,
        accepted: 0,
        notes: Vec::new(),
        progress,
        total: reading.sheets.iter().map(|sheet| sheet.counts.accepted).sum(),
        told: 0,
    };
    let mut units = Units::load(batch, scope)?;
    write_rows(batch, &mut run, &mut units, reading)?;
    if run.accepted == 0 {
        return Err(nothing_went_in(request, &run.refused).into());
    }
    progress.tell("Đang cộng số liệu các cấp", run.told, run.total)?;
    let hash = ledger::chain::hex(&Sha256::digest(request.bytes));
    let row = values![
        kind_code(request.kind),
        request.file_name.to_owned(),
        hash,
        scope,
        as_of,
        run.accepted as i64,
        run.refused.len() as i64,
        None::<i64>
    ];
    batch.append_as(import, &schema::IMPORT_RUN, row)?;
    run.refused.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    Ok(Outcome {
        import: Some(import.to_string()),
        file: request.file_name.to_owned(),
        accepted: run.accepted,
        refused: run.refused,
        notes: run.notes,
    })
}

/// Rows told by name where nothing went in: as many as one sentence bears.
const ROWS_TOLD: usize = 5;

fn nothing_went_in(request: &Request<'_>, refused: &[RefusedRow]) -> Refusal {
    let mut rows: Vec<&RefusedRow> = refused.iter().collect();
    rows.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    let told: Vec<String> = rows
        .iter()
        .take(ROWS_TOLD)
        .map(|row| format!("dòng {}: {}", row.row, row.reason.trim_end_matches('.')))
        .collect();
    let rest = if rows.len() > ROWS_TOLD { "; …" } else { "" };
    let (file, all, told) = (request.file_name, rows.len(), told.join("; "));
    Refusal::new(
        "nothing_to_take_in",
        format!("Không dòng nào của {file} vào được sổ, {all} dòng bị từ chối: {told}{rest}"),
        "Sửa những dòng ấy rồi nhập lại; ai đã có trong sổ thì không cần nhập nữa",
    )
}

pub(super) fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Units => "units",
        Kind::Members => "members",
        Kind::Movements => "movements",
        Kind::Targets => "targets",
        Kind::Changes => "changes",
    }
}

fn write_rows(
    batch: &mut Batch<'_, '_>,
    run: &mut Run<'_>,
    units: &mut Units,
    reading: &Reading,
) -> Result<()> {
    if reading.kind == Kind::Movements {
        return movements::write(batch, run, units, reading);
    }
    for sheet in &reading.sheets {
        let name = sheet.sheet.as_ref();
        match &sheet.rows {
            Rows::Units(rows) => units::write(batch, run, units, name, rows)?,
            Rows::Members(rows) => members::write(batch, run, units, sheet, rows)?,
            Rows::Targets(rows) => targets::write(batch, run, units, name, rows)?,
            _ => {}
        }
    }
    Ok(())
}

/// The rows that the reading refused, each with its first grave finding.
pub fn refused_by_reading(reading: &Reading) -> Vec<RefusedRow> {
    let mut refused: Vec<RefusedRow> = Vec::new();
    for sheet in &reading.sheets {
        for problem in sheet.problems.iter().filter(|p| p.severity == intake::Severity::Error) {
            let same = |row: &RefusedRow| row.row == problem.row && row.sheet == sheet.sheet;
            if !refused.iter().rev().take(4).any(same) {
                refused.push(RefusedRow {
                    sheet: sheet.sheet.clone(),
                    row: problem.row,
                    code: problem.kind.code().to_owned(),
                    reason: problem.kind.vi().to_owned(),
                    remedy: problem.note.clone().unwrap_or_default(),
                });
            }
        }
    }
    refused
}

/// The refused rows as a workbook like the one that came, with a column of reasons.
pub fn workbook_of_refused(
    workbook: &sheets::Workbook,
    reading: &Reading,
    refused: &[RefusedRow],
) -> Result<Vec<u8>> {
    let mut marked = Vec::new();
    for sheet in &reading.sheets {
        let of_sheet =
            |each: &sheets::Sheet| sheet.sheet.as_ref().is_none_or(|name| *name == each.name);
        let Some(place) = workbook.sheets.iter().position(of_sheet) else { continue };
        let reason = |row: &RefusedRow| write::Reason {
            why: row.reason.clone(),
            proposal: row.remedy.clone(),
        };
        let own = refused.iter().filter(|row| row.sheet == sheet.sheet);
        let reasons: BTreeMap<u32, write::Reason> = own.map(|row| (row.row, reason(row))).collect();
        if !reasons.is_empty() {
            let structure = &sheet.structure;
            let header_row = structure.header_rows.last().copied().unwrap_or(0);
            let head_rows = structure.number_row.unwrap_or(header_row);
            marked.push(write::Marked {
                sheet: place,
                header_row,
                head_rows,
                kept: BTreeSet::new(),
                reasons,
            });
        }
    }
    write::annotate(workbook, &marked)
        .map_err(|error| file_refused(error.code(), error.vi().to_owned()).into())
}
