//! Many records from a spreadsheet: looked at first, then the good ones written as one batch; bad lines keep their reason.

use std::collections::HashMap;

use kernel::{Actor, Id, Refusal};

use super::record::write;
use crate::activities::lines::{self, LINES_MAX};
use crate::activities::model::{NewActivity, TakenLine};
use crate::activities::register::Register;
use crate::activities::store;
use crate::books::Batch;
use crate::documents::DocumentRef;
use crate::{App, Error, Result};

/// Says what would become of each line; nothing is written.
pub fn look_at_lines(
    app: &App,
    actor: &Actor,
    register: &'static Register,
    scope: Id,
    text: &str,
) -> Result<Vec<TakenLine>> {
    app.try_out(actor, "activities.record", |batch| take(batch, register, scope, text))
}

/// Writes the lines that pass; the others come back with their reasons.
pub fn take_lines(
    app: &App,
    actor: &Actor,
    register: &'static Register,
    scope: Id,
    text: &str,
) -> Result<Vec<TakenLine>> {
    let reason = format!("Nhập vào sổ: {}", register.name.vi);
    app.write(actor, "activities.record", &reason, |batch| take(batch, register, scope, text))
}

fn take(
    batch: &mut Batch<'_, '_>,
    register: &'static Register,
    scope: Id,
    text: &str,
) -> Result<Vec<TakenLine>> {
    batch.must_reach(scope)?;
    let mut all = text.lines().filter(|line| !line.trim().is_empty());
    let heads = lines::heads(register, all.next().unwrap_or_default())?;
    let all: Vec<&str> = all.collect();
    if all.len() > LINES_MAX {
        return Err(Refusal::new(
            "too_many_lines",
            format!("Một lần nhập nhiều nhất {LINES_MAX} dòng"),
            "Chia làm nhiều lần",
        )
        .into());
    }
    let mut units: HashMap<String, Option<Id>> = HashMap::new();
    let mut taken = Vec::with_capacity(all.len());
    for line in all {
        let refusal = match take_one(batch, register, scope, &heads, line, &mut units) {
            Ok(()) => None,
            Err(Error::Refused(refusal)) => Some(refusal),
            Err(error) => return Err(error),
        };
        taken.push(TakenLine { line: line.to_owned(), refusal });
    }
    Ok(taken)
}

fn take_one(
    batch: &mut Batch<'_, '_>,
    register: &'static Register,
    scope: Id,
    heads: &lines::Heads,
    line: &str,
    units: &mut HashMap<String, Option<Id>>,
) -> Result<()> {
    let line = lines::read(register, heads, line)?;
    let unit = match units.get(&line.unit) {
        Some(known) => *known,
        None => {
            let found = unit_called(batch, scope, &line)?;
            units.insert(line.unit.clone(), found);
            found
        }
    };
    let unit = unit.ok_or_else(|| unknown_unit(&line.unit))?;
    let document =
        line.paper.map(|(number, day)| DocumentRef::decision(&number, day, "", line.form.name.vi));
    let new = NewActivity {
        last: line.last,
        year: line.year,
        title: line.title,
        values: line.values,
        document,
        ..NewActivity::new(register.code, line.form.code, unit, line.on)
    };
    write(batch, &new, None).map(drop)
}

/// A unit under the scope by its code, or by its name where only one has it.
fn unit_called(batch: &mut Batch<'_, '_>, scope: Id, line: &lines::Line) -> Result<Option<Id>> {
    let federation = batch.federation();
    let place = (scope, line.on);
    let key = vietnamese::fold::fold(&line.unit);
    let found = store::units_called(batch.reader()?, federation, place, (&line.unit, &key))?;
    Ok(match found[..] {
        [unit] => Some(unit),
        _ => None,
    })
}

fn unknown_unit(called: &str) -> Refusal {
    Refusal::new(
        "unknown_unit",
        format!(
            "Không có đúng một đơn vị “{}” trong phạm vi",
            called.chars().take(80).collect::<String>()
        ),
        "Ghi mã đơn vị ở cột “Mã đơn vị”",
    )
}
