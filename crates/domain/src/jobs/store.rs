//! The SQL of jobs.

use db::{Row, Tx, values};
use kernel::{Id, Instant};

use super::model::{Job, State};
use crate::Result;

const COLUMNS: &str =
    "id, kind, account_id, actor, unit_id, input, file, state, stage, done, total, answer,
    answer_file, made_at, began_at, ended_at, deaths";

fn job(row: &Row<'_>) -> Result<Job, db::DbError> {
    let owned = |column| Ok::<_, db::DbError>(row.text(column)?.to_owned());
    let maybe = |column| Ok::<_, db::DbError>(row.opt_text(column)?.map(str::to_owned));
    let moment = |column| Ok::<_, db::DbError>(row.opt_int(column)?.map(Instant));
    Ok(Job {
        id: row.id(0)?,
        kind: owned(1)?,
        account: row.opt_id(2)?,
        actor: owned(3)?,
        unit: row.opt_id(4)?,
        input: owned(5)?,
        file: maybe(6)?,
        state: State::from_code(row.text(7)?),
        stage: owned(8)?,
        done: row.int(9)?,
        total: row.int(10)?,
        answer: maybe(11)?,
        answer_file: maybe(12)?,
        made_at: Instant(row.int(13)?),
        began_at: moment(14)?,
        ended_at: moment(15)?,
        deaths: row.int(16)?,
    })
}

pub(super) fn insert(tx: &mut Tx<'_>, federation: Id, job: &Job) -> Result<()> {
    let sql = format!(
        "INSERT INTO job (federation_id, {COLUMNS})
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
    );
    let values = values![
        federation,
        job.id,
        &job.kind,
        job.account,
        &job.actor,
        job.unit,
        &job.input,
        job.file.clone(),
        job.state.code(),
        &job.stage,
        job.done,
        job.total,
        job.answer.clone(),
        job.answer_file.clone(),
        job.made_at.0,
        job.began_at.map(|moment| moment.0),
        job.ended_at.map(|moment| moment.0),
        job.deaths
    ];
    tx.execute(&sql, &values)?;
    Ok(())
}

pub(super) fn load(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Job>> {
    let sql = format!("SELECT {COLUMNS} FROM job WHERE federation_id = $1 AND id = $2");
    Ok(tx.find(&sql, &values![federation, id], job)?)
}

/// The jobs of an account, the latest first.
pub(super) fn list(
    tx: &mut Tx<'_>,
    federation: Id,
    account: Option<Id>,
    most: i64,
) -> Result<Vec<Job>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM job WHERE federation_id = $1 AND COALESCE(account_id, 0) = $2 ORDER BY id DESC LIMIT $3"
    );
    let account = account.unwrap_or(Id(0));
    Ok(tx.query(&sql, &values![federation, account, most], job)?)
}

/// The job in a state that was asked for first.
pub(super) fn first_in(tx: &mut Tx<'_>, federation: Id, state: State) -> Result<Option<Job>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM job WHERE federation_id = $1 AND state = $2 ORDER BY id LIMIT 1"
    );
    Ok(tx.find(&sql, &values![federation, state.code()], job)?)
}

/// Brings a job from one state to another; tells whether it still was in the first.
pub(super) fn pass(
    tx: &mut Tx<'_>,
    federation: Id,
    id: Id,
    (from, to): (State, State),
    began_at: Option<Instant>,
) -> Result<bool> {
    let sql = "UPDATE job SET state = $4, began_at = $5 WHERE federation_id = $1 AND id = $2 AND state = $3";
    let began = began_at.map(|moment| moment.0);
    Ok(tx.execute(sql, &values![federation, id, from.code(), to.code(), began])? > 0)
}

/// Everything that was running when its program died waits again.
pub(super) fn wait_again(tx: &mut Tx<'_>, federation: Id) -> Result<u64> {
    let sql = "UPDATE job SET state = 'waiting', began_at = NULL, deaths = deaths + 1
               WHERE federation_id = $1 AND state = 'running'";
    Ok(tx.execute(sql, &values![federation])?)
}

/// The first job of a kind that waits or runs, whoever asked.
pub(super) fn under_way(tx: &mut Tx<'_>, federation: Id, kind: &str) -> Result<Option<Job>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM job WHERE federation_id = $1 AND state IN ('waiting', 'running') AND kind = $2
         ORDER BY id LIMIT 1"
    );
    Ok(tx.find(&sql, &values![federation, kind], job)?)
}

/// How many jobs are in each state, and the last that failed.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    federation: Id,
    most: i64,
) -> Result<(Vec<(State, i64)>, Vec<Job>)> {
    let sql = "SELECT state, COUNT(*) FROM job WHERE federation_id = $1 AND state <> 'draft'
               GROUP BY state ORDER BY state";
    let counts = tx.query(sql, &values![federation], |row| {
        Ok((State::from_code(row.text(0)?), row.int(1)?))
    })?;
    let sql = format!(
        "SELECT {COLUMNS} FROM job WHERE federation_id = $1 AND state = 'failed' ORDER BY id DESC LIMIT $2"
    );
    Ok((counts, tx.query(&sql, &values![federation, most], job)?))
}

/// What was answered by the batch a command wrote; none when it wrote nothing.
pub(super) fn written_answer(
    tx: &mut Tx<'_>,
    federation: Id,
    command: &str,
) -> Result<Option<String>> {
    let sql = "SELECT answer FROM batch WHERE federation_id = $1 AND command = $2";
    let answer = tx.find(sql, &values![federation, command], |row| {
        Ok(row.opt_text(0)?.unwrap_or_default().to_owned())
    })?;
    Ok(answer)
}

/// Writes down how a job ended.
pub(super) fn end(
    tx: &mut Tx<'_>,
    federation: Id,
    id: Id,
    (state, answer): (State, &str),
    at: Instant,
) -> Result<()> {
    let sql = "UPDATE job SET state = $3, answer = $4, ended_at = $5 WHERE federation_id = $1 AND id = $2";
    tx.execute(sql, &values![federation, id, state.code(), answer, at.0])?;
    Ok(())
}

/// Changes what a draft asks.
pub(super) fn set_input(tx: &mut Tx<'_>, federation: Id, id: Id, input: &str) -> Result<bool> {
    let sql = "UPDATE job SET input = $3 WHERE federation_id = $1 AND id = $2 AND state = 'draft'";
    Ok(tx.execute(sql, &values![federation, id, input])? > 0)
}

/// Names the file a job answers with, in the transaction that puts it away.
pub fn set_answer_file(tx: &mut Tx<'_>, federation: Id, id: Id, hash: Option<&str>) -> Result<()> {
    let sql = "UPDATE job SET answer_file = $3 WHERE federation_id = $1 AND id = $2";
    tx.execute(sql, &values![federation, id, hash])?;
    Ok(())
}

/// Forgets drafts and ended jobs that are older than a moment.
pub(super) fn delete_before(
    tx: &mut Tx<'_>,
    federation: Id,
    (drafts, ended): (Instant, Instant),
) -> Result<u64> {
    let sql = "DELETE FROM job WHERE federation_id = $1
        AND ((state = 'draft' AND made_at < $2) OR (ended_at IS NOT NULL AND ended_at < $3))";
    Ok(tx.execute(sql, &values![federation, drafts.0, ended.0])?)
}

/// How many jobs of an account wait or run.
pub(super) fn open_of(tx: &mut Tx<'_>, federation: Id, account: Option<Id>) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM job WHERE federation_id = $1 AND COALESCE(account_id, 0) = $2
               AND state IN ('waiting', 'running', 'draft')";
    let values = values![federation, account.unwrap_or(Id(0))];
    Ok(tx.find(sql, &values, |row| row.int(0))?.unwrap_or(0))
}
