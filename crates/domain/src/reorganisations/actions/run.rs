//! Carrying a reorganisation out: the whole list as one batch under the job's command, or nothing.

use std::collections::{BTreeMap, BTreeSet};

use db::values;
use intake::{Kind, Options, Reading};
use kernel::{Actor, Id, Refusal};
use sha2::{Digest, Sha256};
use sheets::{Workbook, write};

use super::drafts::{not_ready, own};
use super::look::{look, plan, refusals, rows_of};
use crate::books::{Batch, schema};
use crate::jobs::{self, Done, Job, Progress, State};
use crate::reorganisations::draft::Draft;
use crate::reorganisations::model::Answer;
use crate::units::{Change, write_act};
use crate::{App, Error, Result, documents, files, units};

/// Rows of one list at most: the unions of a large city are 5,876.
const ROWS_MAX: usize = 8_000;

/// Reads a file as the list of a decision.
pub(super) fn read(app: &App, name: &str, bytes: &[u8]) -> Result<(Workbook, Reading)> {
    let limits = sheets::Limits::default();
    let again = "Sửa tệp hoặc chọn tệp khác rồi gửi lại";
    let workbook = sheets::read_bytes(name, bytes, &limits).map_err(|refusal| {
        Refusal::new(refusal.code(), refusal.vi().trim_end_matches('.'), again)
    })?;
    let options = Options::new(Kind::Changes, app.today().date());
    let reading = intake::read(&workbook, &options);
    if let Some(refused) = reading.refused {
        return Err(Refusal::new(refused.code(), refused.vi().trim_end_matches('.'), again).into());
    }
    let rows: usize = reading.sheets.iter().map(|sheet| sheet.counts.data_rows).sum();
    if rows > ROWS_MAX {
        let message = format!("Danh sách có {rows} dòng, nhiều hơn {ROWS_MAX}");
        return Err(
            Refusal::new("too_many_rows", message, "Chia danh sách theo từng khu vực").into()
        );
    }
    Ok((workbook, reading))
}

/// The draft of a job and the bytes of its list.
pub(super) fn open(app: &App, job: &Job) -> Result<(Draft, Vec<u8>)> {
    let draft = Draft::of(job)?;
    let hash = job.file.as_deref().unwrap_or_default();
    let bytes = app.db.read(|tx| files::load(app, tx, hash))?;
    Ok((draft, bytes))
}

/// Writes the list of a job, all of it, as one batch under the job's command.
pub(crate) fn run_job(
    app: &App,
    actor: &Actor,
    job: &Job,
    progress: &Progress<'_>,
) -> Result<Done> {
    let (draft, bytes) = open(app, job)?;
    progress.tell("Đang đọc danh sách", 0, 0)?;
    let (command, reason) =
        (jobs::command_of(job.id), format!("Sắp xếp tổ chức, {}", draft.decision.number));
    // What the command wrote before must not be planned again: the units no longer stand where the list says.
    if let Some(answer) =
        app.db.read(|tx| crate::books::first_answer(tx, app.federation, &command))?
    {
        return Ok(Done { answer });
    }
    let (_, reading) = read(app, &draft.file_name, &bytes)?;
    let rows = rows_of(&reading);
    let plan = plan(app, actor, &draft, &rows)?;
    let by_reading = rows.iter().filter(|(_, row)| !row.verdict.is_accepted()).count();
    if !plan.refused.is_empty() || by_reading > 0 {
        return Err(not_ready(plan.refused.len() + by_reading).into());
    }
    let count = rows.len();
    let (places, acts): (Vec<usize>, Vec<_>) = plan.acts.into_iter().unzip();
    let lines: Vec<u32> = places.into_iter().map(|place| rows[place].1.row).collect();
    let change = draft.decision.change(acts)?;
    let answer = app.write_once(actor, "units.record", &reason, &command, |batch| {
        let id = note(batch, &draft, &change, &bytes, count)?;
        write_all(batch, &change, &lines, progress)?;
        let answer = Answer { id: id.to_string(), rows: count };
        serde_json::to_string(&answer)
            .map_err(|_| Error::Broken("không ghi được kết quả".to_owned()))
    })?;
    app.look_over();
    Ok(Done { answer })
}

/// What a job answered that is done: the reorganisation, by which it can be taken back, and its rows.
pub fn answer(job: &Job) -> Result<(String, usize)> {
    let answer = job.answer.as_deref().filter(|_| job.state == State::Done);
    let told: Option<Answer> = answer.and_then(|answer| serde_json::from_str(answer).ok());
    let refusal =
        || Refusal::new("not_done", "Danh sách này chưa ghi xong", "Chờ việc xong rồi xem kết quả");
    told.map(|told| (told.id, told.rows)).ok_or_else(|| refusal().into())
}

/// The row of the reorganisation itself; it is written first, so that everything of it has a later number.
fn note(
    batch: &mut Batch<'_, '_>,
    draft: &Draft,
    change: &Change,
    bytes: &[u8],
    rows: usize,
) -> Result<Id> {
    let Some(paper) = &change.document else { return Err(not_ready(0).into()) };
    let federation = batch.federation();
    let unit = units::load_by_code(batch.reader()?, federation, &draft.unit)?.id;
    batch.must_reach(unit)?;
    let document = documents::find_or_add(batch, paper)?;
    let hash = ledger::chain::hex(&Sha256::digest(bytes));
    let row =
        values![document, unit, change.on, draft.file_name.clone(), hash, rows as i64, None::<i64>];
    batch.append(&schema::REORGANISATION, row)
}

fn write_all(
    batch: &mut Batch<'_, '_>,
    change: &Change,
    lines: &[u32],
    progress: &Progress<'_>,
) -> Result<()> {
    for (done, act) in change.acts.iter().enumerate() {
        progress.tell("Đang ghi từng việc", done, change.acts.len())?;
        write_act(batch, change, act).map_err(|error| match error {
            Error::Refused(refusal) => {
                let message = format!("Dòng {}: {}", lines[done], refusal.message);
                Refusal::new(refusal.code, message, refusal.remedy).into()
            }
            other => other,
        })?;
    }
    progress.tell("Đang cộng số liệu các cấp", change.acts.len(), change.acts.len())
}

/// The whole list as the workbook that came, with the reasons beside the rows that cannot be written: name and bytes.
/// All rows come back, since the list is mended and sent again whole.
pub fn given_back(app: &App, actor: &Actor, id: Id) -> Result<(String, Vec<u8>)> {
    app.allow(actor, "units.record")?;
    let job = own(app, actor, id)?;
    let (draft, bytes) = open(app, &job)?;
    let (workbook, reading) = read(app, &draft.file_name, &bytes)?;
    let ((_, _), looked) = look(app, actor, id)?;
    let mut refused = refusals(&looked.rows);
    let mut marked = Vec::new();
    for sheet in &reading.sheets {
        let own = |each: &sheets::Sheet| sheet.sheet.as_ref().is_none_or(|name| *name == each.name);
        let Some(place) = workbook.sheets.iter().position(own) else { continue };
        let header_row = sheet.structure.header_rows.last().copied().unwrap_or(0);
        let kept: BTreeSet<u32> = sheet.verdicts().into_iter().map(|(row, _)| row).collect();
        let reasons = kept.iter().filter_map(|row| {
            let refusal = refused.remove(&(sheet.sheet.clone(), *row))?;
            Some((*row, write::Reason { why: refusal.message, proposal: refusal.remedy }))
        });
        let reasons: BTreeMap<u32, write::Reason> = reasons.collect();
        marked.push(write::Marked {
            sheet: place,
            header_row,
            head_rows: sheet.structure.number_row.unwrap_or(header_row),
            kept,
            reasons,
        });
    }
    let bytes = write::annotate(&workbook, &marked)
        .map_err(|error| Refusal::new(error.code(), error.vi(), "Sửa trong tệp của bạn"))?;
    app.note(actor, "reorganisations.given_back", Some(job.id), Some(&draft.file_name))?;
    let stem = draft.file_name.rsplit_once('.').map_or(&*draft.file_name, |(stem, _)| stem);
    Ok((format!("{stem} - kèm lý do.xlsx"), bytes))
}
