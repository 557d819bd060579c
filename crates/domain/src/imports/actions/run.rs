//! Reading a file, and taking it in.

use std::collections::{BTreeMap, BTreeSet};

use db::values;
use intake::{Kind, Options, Reading, Rows};
use kernel::{Actor, Clock, Refusal};
use sha2::{Digest, Sha256};
use sheets::write;

use crate::books::{Batch, schema};
use crate::imports::matching::{self, Units, day_of};
use crate::imports::model::{Outcome, RefusedRow, Request, Run};
use crate::imports::{members, movements, store, targets, units};
use crate::{App, Result, parameters};

/// Opens a file and reads it as the list it is said to be. No books are opened, nothing is written, and no unit need
/// exist: the names in the sheet are enough.
pub fn dry_run(
    request: &Request<'_>,
    clock: &dyn Clock,
) -> Result<(sheets::Workbook, Reading), Refusal> {
    read(request, clock, Vec::new())
}

fn read(
    request: &Request<'_>,
    clock: &dyn Clock,
    known_units: Vec<String>,
) -> Result<(sheets::Workbook, Reading), Refusal> {
    let workbook = sheets::read_bytes(request.file_name, request.bytes, &sheets::Limits::default())
        .map_err(|refusal| file_refused(refusal.code(), refusal.vi()))?;
    let as_of = request.as_of.map(kernel::Day::date);
    let today = clock.today();
    let mut options = Options { as_of, known_units, ..Options::new(request.kind, today.date()) };
    if let Some(dated) = parameters::in_force("units.min_members", request.as_of.unwrap_or(today)) {
        options.members_min = dated.value;
    }
    let reading = intake::read(&workbook, &options);
    Ok((workbook, reading))
}

fn file_refused(code: &'static str, message: String) -> Refusal {
    Refusal::new(code, message, "Sửa tệp hoặc chọn tệp khác rồi nhập lại")
}

/// Takes a file in as one import: good rows are written, bad rows are given back with their reasons.
pub fn run(app: &App, actor: &Actor, request: &Request<'_>) -> Result<Outcome> {
    app.allow(actor, "imports.run")?;
    let known = known_names(app, request)?;
    let (_, reading) = read(request, &*app.clock, known)?;
    if let Some(refused) = reading.refused {
        return Err(file_refused(refused.code(), refused.vi().to_owned()).into());
    }
    let reason = format!("Nhập tệp {}", request.file_name);
    let outcome =
        app.write(actor, "imports.run", &reason, |batch| take_in(batch, request, &reading))?;
    app.db.optimize()?;
    Ok(outcome)
}

/// The names of the units a list may mean: those under its scope. A list of units brings its own.
fn known_names(app: &App, request: &Request<'_>) -> Result<Vec<String>> {
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

fn take_in(batch: &mut Batch<'_, '_>, request: &Request<'_>, reading: &Reading) -> Result<Outcome> {
    let (scope, scope_name) = matching::scope(batch, request.unit)?;
    let refused = refused_by_reading(reading);
    // The import's own row comes first, so that every row it writes can name it; its counts are those of the reading,
    // and rows that the books refuse besides are told in the answer.
    let accepted: usize = reading.sheets.iter().map(|sheet| sheet.counts.accepted).sum();
    let hash = ledger::chain::hex(&Sha256::digest(request.bytes));
    let as_of = request.as_of.unwrap_or_else(|| day_of(reading.as_of));
    let row = values![
        kind_code(request.kind),
        request.file_name.to_owned(),
        hash,
        scope,
        as_of,
        accepted as i64,
        refused.len() as i64,
        None::<i64>
    ];
    let import = batch.append(&schema::IMPORT_RUN, row)?;
    let mut run = Run {
        import,
        scope,
        as_of,
        period: reading.period.map(|(from, to)| (day_of(from), day_of(to))),
        issuer: &scope_name,
        refused,
        accepted: 0,
        notes: Vec::new(),
    };
    let mut units = Units::load(batch, scope)?;
    write_rows(batch, &mut run, &mut units, reading)?;
    if run.accepted == 0 {
        return Err(Refusal::new(
            "nothing_to_take_in",
            format!(
                "Không dòng nào của {} vào được sổ ({} dòng bị từ chối)",
                request.file_name,
                run.refused.len()
            ),
            "Chạy lại với --dry-run để xem lý do từng dòng",
        )
        .into());
    }
    run.refused.sort_by(|a, b| (&a.sheet, a.row).cmp(&(&b.sheet, b.row)));
    Ok(Outcome {
        import: Some(import.to_string()),
        file: request.file_name.to_owned(),
        accepted: run.accepted,
        refused: run.refused,
        notes: run.notes,
    })
}

fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Units => "units",
        Kind::Members => "members",
        Kind::Movements => "movements",
        Kind::Targets => "targets",
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
