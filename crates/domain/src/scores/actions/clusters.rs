//! Dividing the units below into clusters, changing who stands in them, and reading them.

use std::collections::HashSet;

use kernel::{Actor, Day, Id, Refusal};

use crate::books::{Batch, read_paths};
use crate::scores::clusters::{Cluster, NewCluster, Part};
use crate::scores::{cluster_store, rules};
use crate::{App, Result, documents, units};

/// Makes a cluster with its units and its head, by a decision.
pub fn found(app: &App, actor: &Actor, new: &NewCluster) -> Result<Id> {
    app.write(actor, "scores.manage", "Chia khối, cụm thi đua", |batch| {
        rules::must_say(&new.name, "tên khối, cụm")?;
        rules::must_fit(new.about.as_deref())?;
        rules::must_follow(new.from, new.to)?;
        must_have_number(&new.document)?;
        batch.not_in_the_future(new.from)?;
        must_count(&new.units)?;
        let federation = batch.federation();
        let divides = units::load(batch.reader()?, federation, new.unit)?;
        units::must_be_open(&divides, new.from)?;
        if let Some(head) = new.head.filter(|head| !new.units.contains(head)) {
            let name = units::load(batch.reader()?, federation, head)?.name;
            let message = format!("{name} không thuộc khối này nên không làm trưởng khối được");
            return Err(refuse(
                "head_outside",
                message,
                "Chọn trưởng khối trong các đơn vị của khối",
            ));
        }
        for unit in &new.units {
            must_fit_in(batch, (new.unit, None), *unit, new.from)?;
        }
        let document = documents::find_or_add(batch, &new.document)?;
        let id = cluster_store::append(batch, new, document)?;
        for unit in &new.units {
            let part = if new.head == Some(*unit) { Part::Head } else { Part::Member };
            cluster_store::append_part(batch, (id, *unit), new.from, part, Some(document))?;
        }
        Ok(id)
    })
}

fn refuse(code: &'static str, message: String, remedy: &'static str) -> crate::Error {
    Refusal::new(code, message, remedy).into()
}

fn must_have_number(document: &documents::DocumentRef) -> Result<(), Refusal> {
    if document.number.trim().is_empty() {
        let remedy = "Ghi số và ngày của quyết định";
        return Err(Refusal::new("document_missing", "Việc này cần số quyết định", remedy));
    }
    Ok(())
}

fn must_count(units: &[Id]) -> Result<(), Refusal> {
    let once: HashSet<&Id> = units.iter().collect();
    if !(2..=rules::UNITS_MAX).contains(&units.len()) || once.len() != units.len() {
        let message =
            format!("Một khối có từ 2 đến {} đơn vị, mỗi đơn vị một lần", rules::UNITS_MAX);
        return Err(Refusal::new("bad_units", message, "Chọn lại các đơn vị của khối"));
    }
    Ok(())
}

/// A unit stands below the one that divides, and in one of its clusters at most.
fn must_fit_in(
    batch: &mut Batch<'_, '_>,
    (divides, cluster): (Id, Option<Id>),
    unit: Id,
    on: Day,
) -> Result<()> {
    let federation = batch.federation();
    let state = units::load(batch.reader()?, federation, unit)?;
    units::must_be_open(&state, on)?;
    let path = read_paths(batch.reader()?, federation, &[unit])?.remove(&unit).unwrap_or_default();
    let under = ledger::paths::on(&path, on).is_some_and(|each| each.is_under(divides));
    if !under || unit == divides {
        let message = format!("Ngày {} {} không ở dưới đơn vị chia khối", on.vi(), state.name);
        return Err(refuse("not_below", message, "Chọn đơn vị cấp dưới của đơn vị chia khối"));
    }
    let other = cluster_store::other_of(batch.reader()?, federation, (divides, cluster), unit, on)?;
    if let Some(other) = other {
        let message = format!("{} đang thuộc {other}", state.name);
        return Err(refuse("in_another_cluster", message, "Cho đơn vị ra khỏi khối cũ trước"));
    }
    Ok(())
}

/// Says what a unit is in a cluster from a day on. A new head takes the place of the old one, who stays a member.
pub fn change_part(
    app: &App,
    actor: &Actor,
    cluster: Id,
    (unit, part): (Id, Part),
    on: Day,
    document: Option<&documents::DocumentRef>,
) -> Result<()> {
    app.write(actor, "scores.manage", "Đổi thành viên khối, cụm thi đua", |batch| {
        batch.not_in_the_future(on)?;
        let federation = batch.federation();
        let known = cluster_store::load(batch.reader()?, federation, cluster, on)?;
        batch.must_reach(known.unit)?;
        if on < known.from || known.to.is_some_and(|to| to < on) {
            let message = format!("{} không tồn tại vào ngày {}", known.name, on.vi());
            return Err(refuse("cluster_over", message, "Ghi một ngày trong thời gian của khối"));
        }
        let stands = known.units.iter().find(|each| each.id == unit);
        if part == Part::Gone && stands.is_none() {
            let message = format!("Đơn vị này không ở trong {}", known.name);
            return Err(refuse("not_in_cluster", message, "Tải lại trang để xem khối hiện nay"));
        }
        if stands.is_some_and(|each| each.part == part) {
            return Ok(());
        }
        if part != Part::Gone {
            must_fit_in(batch, (known.unit, Some(cluster)), unit, on)?;
        }
        let document = match document {
            Some(paper) => Some(documents::find_or_add(batch, paper)?),
            None => None,
        };
        let old = known.units.iter().find(|each| each.part == Part::Head && part == Part::Head);
        if let Some(old) = old {
            cluster_store::append_part(batch, (cluster, old.id), on, Part::Member, document)?;
        }
        cluster_store::append_part(batch, (cluster, unit), on, part, document)
    })
}

/// The clusters a unit divides those below it into, and those it stands in itself, on a day.
pub fn clusters(app: &App, actor: &Actor, unit: Id, on: Day) -> Result<Vec<Cluster>> {
    app.db.read(|tx| {
        app.must_reach(tx, actor, "scores.read", unit, on)?;
        cluster_store::list(tx, app.federation, unit, on)
    })
}
