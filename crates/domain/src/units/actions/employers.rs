//! Employers, and those among them that have no union yet.

use db::values;
use kernel::{Actor, Day, Id};

use crate::books::{Batch, schema};
use crate::units::model::{Employer, Prospect};
use crate::units::{prospect_store, rules, store};
use crate::{App, Result};

/// The employer with this tax number and name, written down now if the books do not have it. One employer may
/// host several unions.
pub(crate) fn add_employer(
    batch: &mut Batch<'_, '_>,
    employer: &Employer,
    import: Option<Id>,
) -> Result<Id> {
    let key = vietnamese::fold::fold(&employer.name);
    let tax = employer.tax_number.clone();
    if let Some(id) = store::find_employer(batch, &key, tax.as_deref().unwrap_or_default())? {
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
    batch.append(&schema::EMPLOYER, row)
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
            rules::check_visit(employer, outcome)?;
            let id = add_employer(batch, employer, None)?;
            let row = values![id, scope, on, employer.workers, outcome.to_owned()];
            batch.append(&schema::PROSPECT_VISIT, row)
        },
    )
}

/// Employers that host no open union and that the reader's own units approached or listed, by name: a page of the list
/// that drives founding.
pub fn prospects(app: &App, actor: &Actor, skip: usize, most: usize) -> Result<Vec<Prospect>> {
    app.db.read(|tx| {
        let bounds = app.bounds(tx, actor, "figures.read")?;
        let page = (skip as i64, most.min(500) as i64);
        prospect_store::within(tx, app.federation, &bounds, page)
    })
}
