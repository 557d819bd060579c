//! Handing over: the paper, money, items; who took them and when.

use db::values;
use kernel::{Actor, Id, Refusal};

use super::no_certificate;
use crate::books::schema;
use crate::certificates::model::{NewDelivery, What};
use crate::certificates::{rules, store};
use crate::{App, Error, Result};

/// Writes down what was handed over with a certificate.
pub fn deliver(app: &App, actor: &Actor, new: &NewDelivery) -> Result<Id> {
    app.write(actor, "certificates.deliver", "Trao giấy khen, tiền và hiện vật", |batch| {
        let federation = batch.federation();
        let found = store::load(batch.reader()?, federation, new.certificate)?;
        let found = found.ok_or_else(no_certificate)?;
        batch.must_reach(found.unit)?;
        rules::must_be_handed(new, found.decided_on, app.today())?;
        if let Some(revoked) = &found.revoked {
            return Err(Refusal::new(
                "certificate_revoked",
                format!("Giấy số {} đã bị thu hồi ngày {}", found.numbered(), revoked.on.vi()),
                "Giấy đã thu hồi không trao nữa",
            )
            .into());
        }
        let handed = store::deliveries(batch.reader()?, federation, &[found.id])?;
        let is_paper = |what: What| what == What::Paper;
        if is_paper(new.what) && handed.iter().any(|(_, each)| is_paper(each.what)) {
            return Err(Refusal::new(
                "already_handed_over",
                format!("Giấy số {} đã được trao", found.numbered()),
                "Nếu ghi nhầm lần trước, hủy dòng ấy rồi ghi lại",
            )
            .into());
        }
        let amount = new.amount_vnd.filter(|_| new.what == What::Money);
        let item = new.item.as_deref().filter(|_| new.what == What::Item).map(str::trim);
        let none: Option<i64> = None;
        let row = values![
            found.id,
            found.unit,
            new.what.code(),
            new.on,
            amount,
            item.map(str::to_owned),
            new.receiver.trim().to_owned(),
            none
        ];
        batch.append(&schema::CERTIFICATE_DELIVERY, row)
    })
}

/// Says that something written down as handed over was a mistake; the line stays in the books.
pub fn withdraw_delivery(app: &App, actor: &Actor, certificate: Id, delivery: Id) -> Result<Id> {
    app.write(actor, "certificates.deliver", "Hủy dòng ghi nhầm khi trao", |batch| {
        let federation = batch.federation();
        let found = store::load(batch.reader()?, federation, certificate)?;
        let found = found.ok_or_else(no_certificate)?;
        batch.must_reach(found.unit)?;
        let handed = store::deliveries(batch.reader()?, federation, &[found.id])?;
        let unknown = || -> Error {
            Refusal::new(
                "unknown_delivery",
                "Không có dòng trao này, hoặc đã hủy rồi",
                "Mở lại trang của giấy",
            )
            .into()
        };
        let (_, line) =
            handed.into_iter().find(|(_, each)| each.id == delivery).ok_or_else(unknown)?;
        let row = values![
            found.id,
            found.unit,
            line.what.code(),
            line.on,
            line.amount_vnd,
            line.item,
            line.receiver,
            line.id
        ];
        batch.append(&schema::CERTIFICATE_DELIVERY, row)
    })
}
