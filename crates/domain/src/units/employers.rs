//! Employers, and those among them that have no union yet.

use db::values;
use kernel::{Actor, Day, Id};

use crate::books::{Batch, schema};
use crate::{App, Result};

/// An employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employer {
    /// Its name.
    pub name: String,
    /// Its tax number, digits only.
    pub tax_number: Option<String>,
    /// Its address as text.
    pub address: Option<String>,
    /// Workers it employs, as last told.
    pub workers: Option<i64>,
}

/// The employer with this tax number and name, written down now if the books do not have it. One employer may
/// host several unions.
pub(crate) fn add_employer(
    batch: &mut Batch<'_, '_>,
    employer: &Employer,
    import: Option<Id>,
) -> Result<Id> {
    let federation = batch.federation();
    let key = vietnamese::fold::fold(&employer.name);
    let sql = "SELECT e.id FROM employer e WHERE e.federation_id = $1 AND e.search_key = $2
               AND COALESCE(e.tax_number, '') = $3 AND e.withdraws IS NULL AND NOT EXISTS (
                   SELECT 1 FROM employer w WHERE w.federation_id = $1 AND w.search_key = $2 AND w.withdraws = e.id)";
    let tax = employer.tax_number.clone();
    let values = values![federation, &key, tax.clone().unwrap_or_default()];
    if let Some(id) = batch.reader()?.find(sql, &values, |row| row.id(0))? {
        return Ok(id);
    }
    let row = values![
        employer.name.clone(),
        key,
        tax,
        employer.address.clone(),
        employer.workers,
        import,
        None::<i64>
    ];
    batch.append(&schema::EMPLOYER, row.to_vec())
}

/// Notes that an employer without a union was approached: on which day, with how many workers, with what outcome.
pub fn record_visit(
    app: &App,
    actor: &Actor,
    scope: Id,
    employer: &Employer,
    on: Day,
    outcome: &str,
) -> Result<Id> {
    app.write(
        actor,
        "units.record",
        "Ghi lần tiếp cận doanh nghiệp chưa có công đoàn",
        |batch| {
            batch.not_in_the_future(on)?;
            let id = add_employer(batch, employer, None)?;
            let row = values![id, scope, on, employer.workers, outcome.to_owned()];
            batch.append(&schema::PROSPECT_VISIT, row.to_vec())
        },
    )
}

/// Employers that host no open union, with the number of times they were approached: the list that drives founding.
pub fn prospects(app: &App, actor: &Actor) -> Result<Vec<(Employer, i64)>> {
    app.allow(actor, "units.read")?;
    let sql = "SELECT e.name, e.tax_number, e.address, e.workers, (
                   SELECT COUNT(*) FROM prospect_visit v
                   WHERE v.federation_id = e.federation_id AND v.employer_id = e.id)
               FROM employer e WHERE e.federation_id = $1 AND e.withdraws IS NULL
                 AND NOT EXISTS (SELECT 1 FROM employer w
                     WHERE w.federation_id = e.federation_id AND w.search_key = e.search_key AND w.withdraws = e.id)
                 AND NOT EXISTS (SELECT 1 FROM unit_version u
                     JOIN unit_now n ON n.federation_id = u.federation_id AND n.unit_id = u.unit_id
                     WHERE u.federation_id = e.federation_id AND u.employer_id = e.id AND n.ended_on IS NULL)
               ORDER BY e.search_key LIMIT 1000";
    app.db.read(|tx| {
        Ok(tx.query(sql, &values![app.federation], |row| {
            let employer = Employer {
                name: row.text(0)?.to_owned(),
                tax_number: row.opt_text(1)?.map(str::to_owned),
                address: row.opt_text(2)?.map(str::to_owned),
                workers: row.opt_int(3)?,
            };
            Ok((employer, row.int(4)?))
        })?)
    })
}
