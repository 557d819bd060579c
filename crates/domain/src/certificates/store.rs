//! The SQL of certificates.

use db::{DbError, Row, Tx, Value, values};
use kernel::Id;

use super::model::{Certificate, DecisionRow, Delivery, Revocation, Signer, What};
use crate::books::chunked;
use crate::reach::Bounds;
use crate::{Error, Result};

const SELECT: &str = "SELECT c.id, c.unit_id, c.honour_id, c.person_id, c.code, c.series, c.year, c.number, c.award,
        c.named, c.recipient, c.recipient_of, c.content, c.document_id, c.decision, c.decided_on, c.issuer, c.place,
        c.signed_as, c.signer, c.signature, COALESCE(r.on_day, e.on_day), d.number, COALESCE(r.cause, e.cause)
    FROM certificate c
    LEFT JOIN certificate_revocation r ON r.federation_id = c.federation_id AND r.certificate_id = c.id
    LEFT JOIN honour_end e ON e.federation_id = c.federation_id AND e.honour_id = c.honour_id
        AND e.how IN ('revoked', 'withdrawn')
    LEFT JOIN document d ON d.federation_id = c.federation_id AND d.id = COALESCE(r.document_id, e.document_id)";

fn certificate(row: &Row<'_>) -> Result<Certificate, DbError> {
    let text = |column| Ok::<_, DbError>(row.text(column)?.to_owned());
    let maybe = |column| Ok::<_, DbError>(row.opt_text(column)?.map(str::to_owned));
    let lines = |column| Ok::<_, DbError>(row.text(column)?.lines().map(str::to_owned).collect());
    let revoked = match row.opt_text(21)? {
        None => None,
        Some(_) => Some(Revocation {
            on: row.day(21)?,
            decision: maybe(22)?.unwrap_or_default(),
            cause: text(23)?,
        }),
    };
    Ok(Certificate {
        id: row.id(0)?,
        unit: row.id(1)?,
        honour: row.opt_id(2)?,
        person: row.opt_id(3)?,
        code: text(4)?,
        series: text(5)?,
        year: row.int(6)?,
        number: row.int(7)?,
        award: text(8)?,
        named: maybe(9)?,
        recipient: text(10)?,
        recipient_of: maybe(11)?,
        content: text(12)?,
        document: row.id(13)?,
        decision: text(14)?,
        decided_on: row.day(15)?,
        issuer: lines(16)?,
        place: text(17)?,
        signer: Signer { lines: lines(18)?, name: text(19)? },
        signature: text(20)?,
        revoked,
    })
}

/// One certificate. It is revoked by a decision of its own, or with the honour it was given for.
pub(super) fn load(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Option<Certificate>> {
    let sql = format!("{SELECT} WHERE c.federation_id = $1 AND c.id = $2");
    Ok(tx.find(&sql, &values![federation, id], certificate)?)
}

/// The certificate with a code.
pub(super) fn by_code(tx: &mut Tx<'_>, federation: Id, code: &str) -> Result<Option<Certificate>> {
    let sql = format!("{SELECT} WHERE c.federation_id = $1 AND c.code = $2");
    Ok(tx.find(&sql, &values![federation, code], certificate)?)
}

/// The certificates of a decision, by number.
pub(super) fn of_document(
    tx: &mut Tx<'_>,
    federation: Id,
    document: Id,
    limit: i64,
) -> Result<Vec<Certificate>> {
    let sql = format!(
        "{SELECT} WHERE c.federation_id = $1 AND c.document_id = $2 ORDER BY c.series, c.year, c.number LIMIT $3"
    );
    Ok(tx.query(&sql, &values![federation, document, limit], certificate)?)
}

/// The certificates with these ids, in the order of their numbers.
pub(super) fn of_ids(tx: &mut Tx<'_>, federation: Id, ids: &[Id]) -> Result<Vec<Certificate>> {
    let mut found = Vec::new();
    chunked(ids, |list| {
        let sql = format!("{SELECT} WHERE c.federation_id = $1 AND c.id IN ({list})");
        found.extend(tx.query(&sql, &values![federation], certificate)?);
        Ok(())
    })?;
    found.sort_by(|a, b| {
        (&a.series, a.year, a.number, a.id).cmp(&(&b.series, b.year, b.number, b.id))
    });
    Ok(found)
}

/// Decisions of the units within bounds that certificates were issued for, the latest first. A unit that ended counts
/// where it stood last.
pub(super) fn decisions(
    tx: &mut Tx<'_>,
    federation: Id,
    bounds: &Bounds,
    (offset, limit): (i64, i64),
) -> Result<Vec<DecisionRow>> {
    let (condition, ranges) = bounds.condition("u.path", 4);
    let sql = format!(
        "SELECT c.document_id, MIN(c.decision), MIN(c.decided_on), MIN(c.issuer), COUNT(*), COUNT(COALESCE(r.id, e.id))
         FROM certificate c
         JOIN unit_path u ON u.federation_id = c.federation_id AND u.unit_id = c.unit_id AND u.from_on = (
             SELECT MAX(l.from_on) FROM unit_path l WHERE l.federation_id = c.federation_id AND l.unit_id = c.unit_id)
         LEFT JOIN certificate_revocation r ON r.federation_id = c.federation_id AND r.certificate_id = c.id
         LEFT JOIN honour_end e ON e.federation_id = c.federation_id AND e.honour_id = c.honour_id
             AND e.how IN ('revoked', 'withdrawn')
         WHERE c.federation_id = $1 AND {condition}
         GROUP BY c.document_id ORDER BY 3 DESC, 1 DESC LIMIT $2 OFFSET $3"
    );
    let mut values: Vec<Value<'_>> = values![federation, limit, offset].to_vec();
    values.extend(ranges.into_iter().map(Value::from));
    Ok(tx.query(&sql, &values, |row| {
        Ok(DecisionRow {
            document: row.id(0)?,
            decision: row.text(1)?.to_owned(),
            decided_on: row.day(2)?,
            issuer: row.text(3)?.replace('\n', " "),
            issued: row.int(4)?,
            revoked: row.int(5)?,
        })
    })?)
}

/// The last number of a series and year.
pub(super) fn last_number(
    tx: &mut Tx<'_>,
    federation: Id,
    (unit, series, year): (Id, &str, i64),
) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(number), 0) FROM certificate
               WHERE federation_id = $1 AND unit_id = $2 AND series = $3 AND year = $4";
    let found = tx.find(sql, &values![federation, unit, series, year], |row| row.int(0))?;
    Ok(found.unwrap_or(0))
}

/// Whom a certificate without an honour names: recipient, unit, the award's own name.
pub(super) type Typed = (String, Option<String>, Option<String>);

/// Those whom a unit's certificates of a series and decision name that were typed and stand.
pub(super) fn typed_for(
    tx: &mut Tx<'_>,
    federation: Id,
    (unit, series, year, decision): (Id, &str, i64, &str),
) -> Result<Vec<Typed>> {
    let sql = "SELECT c.recipient, c.recipient_of, c.named FROM certificate c
         WHERE c.federation_id = $1 AND c.unit_id = $2 AND c.series = $3 AND c.year = $4 AND c.decision = $5
           AND c.honour_id IS NULL AND NOT EXISTS (SELECT 1 FROM certificate_revocation r
               WHERE r.federation_id = c.federation_id AND r.certificate_id = c.id)";
    Ok(tx.query(sql, &values![federation, unit, series, year, decision], |row| {
        let maybe = |column| Ok::<_, DbError>(row.opt_text(column)?.map(str::to_owned));
        Ok((row.text(0)?.to_owned(), maybe(1)?, maybe(2)?))
    })?)
}

/// The honours of some that have a certificate which stands.
pub(super) fn certified(tx: &mut Tx<'_>, federation: Id, honours: &[Id]) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    chunked(honours, |list| {
        let sql = format!(
            "SELECT c.honour_id FROM certificate c WHERE c.federation_id = $1 AND c.honour_id IN ({list})
             AND NOT EXISTS (SELECT 1 FROM certificate_revocation r
                 WHERE r.federation_id = c.federation_id AND r.certificate_id = c.id)"
        );
        found.extend(tx.query(&sql, &values![federation], |row| row.id(0))?);
        Ok(())
    })?;
    Ok(found)
}

/// The paper under which certificates of some honours stand.
pub(super) fn document_of(tx: &mut Tx<'_>, federation: Id, honours: &[Id]) -> Result<Option<Id>> {
    let mut found = None;
    chunked(honours, |list| {
        let sql = format!(
            "SELECT MAX(c.document_id) FROM certificate c WHERE c.federation_id = $1 AND c.honour_id IN ({list})"
        );
        found = found.or(tx.find(&sql, &values![federation], |row| row.opt_id(0))?.flatten());
        Ok(())
    })?;
    Ok(found)
}

/// What was handed over with some certificates and not withdrawn, in order: the certificate, and what.
pub(super) fn deliveries(
    tx: &mut Tx<'_>,
    federation: Id,
    certificates: &[Id],
) -> Result<Vec<(Id, Delivery)>> {
    let mut found = Vec::new();
    chunked(certificates, |list| {
        let sql = format!(
            "SELECT d.certificate_id, d.id, d.what, d.on_day, d.amount_vnd, d.item, d.receiver FROM certificate_delivery d
             WHERE d.federation_id = $1 AND d.certificate_id IN ({list}) AND d.withdraws IS NULL
               AND NOT EXISTS (SELECT 1 FROM certificate_delivery w WHERE w.federation_id = d.federation_id
                   AND w.certificate_id = d.certificate_id AND w.withdraws = d.id)
             ORDER BY d.id"
        );
        found.extend(tx.query(&sql, &values![federation], |row| {
            Ok((
                row.id(0)?,
                (row.id(1)?, row.text(2)?.to_owned(), row.day(3)?, row.opt_int(4)?),
                row.opt_text(5)?.map(str::to_owned),
                row.text(6)?.to_owned(),
            ))
        })?);
        Ok(())
    })?;
    found
        .into_iter()
        .map(|(certificate, (id, what, on, amount_vnd), item, receiver)| {
            let what = What::from_code(&what)
                .ok_or_else(|| Error::Broken(format!("không có loại bàn giao “{what}”")))?;
            Ok((certificate, Delivery { id, what, on, amount_vnd, item, receiver }))
        })
        .collect()
}
