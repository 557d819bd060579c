//! Opening a round, calling units, closing it and moving its last day.

use kernel::{Actor, Day, Id, Refusal};

use super::place;
use crate::books::Batch;
use crate::rounds::model::{NewRound, RoundStep};
use crate::rounds::{read_store, round_rules, rules, store};
use crate::{App, Result, documents, units};

/// Opens a round: what may be asked for, how many, until when, by whom. Gives back its id.
pub fn open_round(app: &App, actor: &Actor, new: &NewRound) -> Result<Id> {
    app.write(actor, "rounds.open", "Mở đợt xét khen thưởng", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        round_rules::check_round(new, today)?;
        let (unit, _) = place::on_rung(batch.reader()?, federation, new.unit)?;
        units::must_be_open(&unit, today)?;
        batch.must_reach(new.unit)?;
        for quota in &new.quotas {
            if let Some(called) = quota.called {
                must_be_under(batch, new.unit, called)?;
            }
        }
        let document =
            new.document.as_ref().map(|paper| documents::find_or_add(batch, paper)).transpose()?;
        let round = store::append_round(batch, new, (document, today))?;
        call(batch, (round, new.unit), &new.called, new.due_on)?;
        Ok(round)
    })
}

/// Calls units, or gives called units another last day. The unit that opened the round may, and a called unit may call
/// those under it, no later than its own last day.
pub fn call_units(
    app: &App,
    actor: &Actor,
    (round, caller): (Id, Id),
    called: &[Id],
    due_on: Day,
) -> Result<()> {
    app.write(actor, "rounds.open", "Gọi đơn vị tham gia đợt xét", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        rules::must_call(called.len())?;
        let head = read_store::find_head(batch.reader()?, federation, round)?;
        batch.must_reach(caller)?;
        let mut last = head.due_on;
        if head.unit.0 != caller {
            let chain = place::chain_of(batch.reader()?, federation, caller, today)?;
            let own = read_store::call_of(batch.reader()?, federation, (round, &chain))?;
            last = own.filter(|call| call.nearest == caller).ok_or_else(not_called)?.due_on;
        }
        rules::must_be_in_time(last, head.is_closed, today)?;
        if due_on > last || due_on < today {
            return Err(Refusal::new(
                "bad_due_day",
                format!("Hạn phải từ hôm nay đến {}", last.vi()),
                "Chọn hạn sớm hơn để còn thời gian thẩm định",
            )
            .into());
        }
        call(batch, (round, caller), called, due_on)
    })
}

fn call(
    batch: &mut Batch<'_, '_>,
    (round, caller): (Id, Id),
    called: &[Id],
    due_on: Day,
) -> Result<()> {
    let (federation, today) = (batch.federation(), batch.app.today());
    let mut called = called.to_vec();
    called.sort_unstable();
    called.dedup();
    for each in called {
        must_be_under(batch, caller, each)?;
        let (unit, _) = place::on_rung(batch.reader()?, federation, each)?;
        units::must_be_open(&unit, today)?;
        store::append_call(batch, (round, caller), each, due_on, false)?;
    }
    Ok(())
}

/// A called unit stands under who calls it, or is the same.
pub(super) fn must_be_under(batch: &mut Batch<'_, '_>, caller: Id, called: Id) -> Result<()> {
    let (federation, today) = (batch.federation(), batch.app.today());
    if place::chain_of(batch.reader()?, federation, called, today)?.contains(&caller) {
        return Ok(());
    }
    let name = units::load(batch.reader()?, federation, called)?.name;
    Err(Refusal::new(
        "not_below",
        format!("{name} không thuộc quyền quản lý của đơn vị gọi"),
        "Chọn đơn vị cấp dưới của mình",
    )
    .into())
}

fn not_called() -> Refusal {
    Refusal::new(
        "not_called",
        "Đơn vị không được gọi trong đợt xét này",
        "Xem danh sách đơn vị được gọi ở trang của đợt",
    )
}

/// Closes a round, opens it again, or gives it another last day; the calls of its own unit move with it.
pub fn change_round(
    app: &App,
    actor: &Actor,
    round: Id,
    step: RoundStep,
    due_on: Option<Day>,
    note: &str,
) -> Result<()> {
    app.write(actor, "rounds.open", step.name().vi, |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        rules::must_say(note, "lý do", rules::SAYS_MAX)?;
        let head = read_store::find_head(batch.reader()?, federation, round)?;
        batch.must_reach(head.unit.0)?;
        let fits = match step {
            RoundStep::Closed | RoundStep::Extended => !head.is_closed,
            RoundStep::Reopened => head.is_closed,
            // Quotas are stated with their paper, by an action of their own.
            RoundStep::Requoted => false,
        };
        if !fits {
            let message = "Đợt xét không còn ở trạng thái để làm việc này";
            return Err(Refusal::new("step_out_of_turn", message, "Mở lại trang của đợt").into());
        }
        let due = due_on.unwrap_or(head.due_on);
        if step == RoundStep::Extended && (due_on.is_none() || due < today) {
            let message = "Hạn mới phải từ hôm nay trở đi";
            return Err(Refusal::new("due_in_the_past", message, "Chọn hạn mới").into());
        }
        store::append_round_step(batch, (round, head.unit.0), step, due, Some(note))?;
        if step == RoundStep::Extended {
            let calls = read_store::calls(batch.reader()?, federation, round)?;
            for call in calls.into_iter().filter(|call| call.caller == head.unit.0) {
                store::append_call(batch, (round, call.caller), call.called.0, due, false)?;
            }
        }
        Ok(())
    })
}
