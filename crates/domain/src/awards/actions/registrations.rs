//! Registration to a movement: a unit it was launched to says what it will do; who launched it accepts or sends back.

use kernel::{Actor, Id, Refusal};

use crate::awards::emulation_model::{Registration, RegistrationStep};
use crate::awards::{emulation_store, registration_store, rules};
use crate::books::Batch;
use crate::{App, Result};

/// Registrations shown of one movement at most.
const ROWS_MAX: usize = 2_000;

fn launched(batch: &mut Batch<'_, '_>, emulation: Id, unit: Id) -> Result<Registration> {
    let federation = batch.federation();
    let told = emulation_store::must_stand(batch.reader()?, federation, emulation)?;
    let known = registration_store::of_unit(batch.reader()?, federation, emulation, unit)?;
    known.ok_or_else(|| {
        Refusal::new(
            "not_launched_here",
            format!("“{}” chưa phát động tới đơn vị này", told.name),
            "Nhờ nơi phát động thêm đơn vị vào danh sách phát động",
        )
        .into()
    })
}

/// Registers a unit to a movement, with what it pledges; sent again after it came back.
pub fn register(app: &App, actor: &Actor, emulation: Id, unit: Id, pledge: &str) -> Result<()> {
    app.write(actor, "honours.record", "Đăng ký thi đua", |batch| {
        rules::must_say(pledge, "nội dung đăng ký")?;
        batch.must_reach(unit)?;
        let known = launched(batch, emulation, unit)?;
        if matches!(known.step, Some(RegistrationStep::Sent | RegistrationStep::Accepted)) {
            let message = format!("{} đã đăng ký", known.unit.2);
            let remedy = "Chờ nơi phát động trả lại nếu cần sửa";
            return Err(Refusal::new("already_registered", message, remedy).into());
        }
        let (on, told) = (app.today(), (Some(pledge.trim().to_owned()), None));
        registration_store::append(batch, (emulation, unit), on, RegistrationStep::Sent, told)
            .map(drop)
    })
}

/// Accepts a registration, or sends it back with the reason.
pub fn answer_registration(
    app: &App,
    actor: &Actor,
    emulation: Id,
    unit: Id,
    accepted: Result<(), &str>,
) -> Result<()> {
    app.write(actor, "honours.record", "Trả lời đăng ký thi đua", |batch| {
        let federation = batch.federation();
        let told = emulation_store::must_stand(batch.reader()?, federation, emulation)?;
        batch.must_reach(told.unit.0)?;
        let known = launched(batch, emulation, unit)?;
        if known.step != Some(RegistrationStep::Sent) {
            let message = format!("Đăng ký của {} không chờ trả lời", known.unit.2);
            let remedy = "Tải lại trang để xem đăng ký đang ở đâu";
            return Err(Refusal::new("not_waiting", message, remedy).into());
        }
        let (step, note) = match accepted {
            Ok(()) => (RegistrationStep::Accepted, None),
            Err(why) => {
                rules::must_say(why, "lý do trả lại")?;
                (RegistrationStep::Returned, Some(why.trim().to_owned()))
            }
        };
        let told = (known.pledge, note);
        registration_store::append(batch, (emulation, unit), app.today(), step, told).map(drop)
    })
}

/// The units a movement was launched to with their registrations: all for who reaches the unit that launched it, else
/// those within reach.
pub fn registrations(app: &App, actor: &Actor, emulation: Id) -> Result<Vec<Registration>> {
    app.allow(actor, "honours.read")?;
    app.db.read(|tx| {
        let told = emulation_store::must_stand(tx, app.federation, emulation)?;
        let mut rows = registration_store::list(tx, app.federation, emulation, ROWS_MAX)?;
        if let Err(refused) = app.must_reach(tx, actor, "honours.read", told.unit.0, told.from) {
            let units: Vec<Id> = rows.iter().map(|row| row.unit.0).collect();
            let seen = app.reached(tx, actor, "honours.read", &units)?;
            rows.retain(|row| seen.contains(&row.unit.0));
            if rows.is_empty() {
                return Err(refused);
            }
        }
        Ok(rows)
    })
}
