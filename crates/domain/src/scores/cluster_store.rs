//! The SQL of clusters and of who stands in them.

use db::{Row, Tx, values};
use kernel::{Day, Id, Refusal};

use super::clusters::{Cluster, ClusterUnit, NewCluster, Part};
use super::store::paper;
use crate::Result;
use crate::books::{Batch, schema};

const SELECT: &str =
    "SELECT k.id, k.unit_id, k.name, k.from_on, k.to_on, k.about, d.number, d.issued_on
    FROM emulation_cluster k
    LEFT JOIN document d ON d.federation_id = k.federation_id AND d.id = k.document_id
    WHERE k.federation_id = $1";

fn cluster(row: &Row<'_>) -> Result<Cluster, db::DbError> {
    Ok(Cluster {
        id: row.id(0)?,
        unit: row.id(1)?,
        name: row.text(2)?.to_owned(),
        from: row.day(3)?,
        to: row.opt_day(4)?,
        about: row.opt_text(5)?.map(str::to_owned),
        document: paper(row, 6)?,
        units: Vec::new(),
    })
}

/// A cluster that must be there, with its units on a day.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, id: Id, on: Day) -> Result<Cluster> {
    let sql = format!("{SELECT} AND k.id = $2");
    let found = tx.find(&sql, &values![federation, id], cluster)?.ok_or_else(|| {
        let remedy = "Tìm lại trong danh sách khối, cụm thi đua";
        crate::Error::from(Refusal::new("unknown_cluster", "Sổ không có khối, cụm này", remedy))
    })?;
    let units = units(tx, federation, &[found.id], on)?;
    Ok(Cluster { units: units.into_iter().map(|(_, unit)| unit).collect(), ..found })
}

/// The clusters that a unit divides those below it into, or that it stands in, on a day.
pub(super) fn list(tx: &mut Tx<'_>, federation: Id, unit: Id, on: Day) -> Result<Vec<Cluster>> {
    let sql = format!(
        "{SELECT} AND k.from_on <= $3 AND COALESCE(k.to_on, '9999-12-31') >= $3 AND (k.unit_id = $2 OR k.id IN (
             SELECT p.cluster_id FROM cluster_part p WHERE p.federation_id = $1 AND p.unit_id = $2))
         ORDER BY k.name, k.id LIMIT 200"
    );
    let mut found = tx.query(&sql, &values![federation, unit, on], cluster)?;
    let ids: Vec<Id> = found.iter().map(|each| each.id).collect();
    for (id, each) in units(tx, federation, &ids, on)? {
        let place = found.iter_mut().find(|known| known.id == id);
        place.into_iter().for_each(|known| known.units.push(each.clone()));
    }
    found.retain(|each| each.unit == unit || each.units.iter().any(|known| known.id == unit));
    Ok(found)
}

/// The units of some clusters on a day, heads first, then by name.
fn units(
    tx: &mut Tx<'_>,
    federation: Id,
    clusters: &[Id],
    on: Day,
) -> Result<Vec<(Id, ClusterUnit)>> {
    let mut found = Vec::new();
    crate::books::chunked(clusters, |list| {
        let sql = format!(
            "SELECT p.cluster_id, p.unit_id, u.code, n.name, p.part, p.on_day FROM cluster_part p
             JOIN unit u ON u.federation_id = p.federation_id AND u.id = p.unit_id
             JOIN unit_now n ON n.federation_id = p.federation_id AND n.unit_id = p.unit_id
             WHERE p.federation_id = $1 AND p.cluster_id IN ({list}) AND p.on_day <= $2 AND p.part <> 'gone'
               AND NOT EXISTS (SELECT 1 FROM cluster_part l WHERE l.federation_id = p.federation_id
                   AND l.cluster_id = p.cluster_id AND l.unit_id = p.unit_id AND l.on_day <= $2
                   AND (l.on_day > p.on_day OR (l.on_day = p.on_day AND l.id > p.id)))
             ORDER BY p.cluster_id, p.part, n.search_key, u.code"
        );
        found.extend(tx.query(&sql, &values![federation, on], |row| {
            let unit = ClusterUnit {
                id: row.id(1)?,
                code: row.text(2)?.to_owned(),
                name: row.text(3)?.to_owned(),
                part: Part::from_code(row.text(4)?).unwrap_or(Part::Member),
                since: row.day(5)?,
            };
            Ok((row.id(0)?, unit))
        })?);
        Ok(())
    })?;
    Ok(found)
}

/// The cluster of the same dividing unit in which a unit stands on a day, other than one.
pub(super) fn other_of(
    tx: &mut Tx<'_>,
    federation: Id,
    (divides, not): (Id, Option<Id>),
    unit: Id,
    on: Day,
) -> Result<Option<String>> {
    let found = list(tx, federation, unit, on)?;
    let mut others = found.into_iter().filter(|each| each.unit == divides && Some(each.id) != not);
    Ok(others.next().map(|each| each.name))
}

/// Writes a cluster down.
pub(super) fn append(batch: &mut Batch<'_, '_>, new: &NewCluster, document: Id) -> Result<Id> {
    let row = values![
        new.unit,
        new.name.trim().to_owned(),
        new.from,
        new.to.map(|day| day.to_string()),
        new.about.clone(),
        document
    ];
    batch.append(&schema::EMULATION_CLUSTER, row)
}

/// Writes what a unit is in a cluster from a day on.
pub(super) fn append_part(
    batch: &mut Batch<'_, '_>,
    (cluster, unit): (Id, Id),
    on: Day,
    part: Part,
    document: Option<Id>,
) -> Result<()> {
    let row = values![cluster, unit, on, part.code(), document];
    batch.append(&schema::CLUSTER_PART, row).map(drop)
}
