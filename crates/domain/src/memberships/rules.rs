//! The rules of membership. Pure: a person's events in, spells and postings or the first refusal out.

use kernel::{Day, Id, Refusal};
use ledger::Posting;
use ledger::account::{self, Account};

use super::model::{Event, EventKind, LeaveReason, Spell};

/// Where a person stands between two events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Standing {
    #[default]
    Nobody,
    Member(Id),
    InTransit {
        from: Id,
        to: Id,
        transfer: Id,
    },
}

/// The spells that events make, in order of day and then of record; or why they make none.
pub(crate) fn fold(events: &[Event]) -> Result<(Vec<Spell>, Standing), Refusal> {
    let mut sorted: Vec<&Event> = events.iter().collect();
    sorted.sort_by_key(|event| (event.on, event.id));
    let mut spells: Vec<Spell> = Vec::new();
    let mut standing = Standing::Nobody;
    for event in sorted {
        standing = step(standing, event, &mut spells)?;
    }
    Ok((spells, standing))
}

fn step(standing: Standing, event: &Event, spells: &mut Vec<Spell>) -> Result<Standing, Refusal> {
    use EventKind as K;
    match (event.kind, standing) {
        (K::Admitted | K::Recognised | K::Restored | K::BroughtForward, Standing::Nobody) => {
            Ok(begin(event, event.unit, spells))
        }
        (K::Admitted | K::Recognised | K::Restored | K::BroughtForward, Standing::Member(unit)) => {
            Err(already_a_member(event.on, unit))
        }
        (K::Transferred, Standing::Nobody) if event.from_outside => {
            // From a federation elsewhere: the other end is the first these books know of.
            Ok(begin(event, event.other.unwrap_or(event.unit), spells))
        }
        (K::Transferred | K::Carried, Standing::Member(unit)) if unit == event.unit => {
            end(event, spells);
            Ok(begin(event, event.other.unwrap_or(unit), spells))
        }
        (K::Sent, Standing::Member(unit)) if unit == event.unit => {
            end(event, spells);
            let to = event.other.unwrap_or(unit);
            Ok(Standing::InTransit { from: unit, to, transfer: event.transfer.unwrap_or(event.id) })
        }
        (K::Received, Standing::InTransit { from, to, transfer })
            if (event.unit, event.other, event.transfer) == (from, Some(to), Some(transfer)) =>
        {
            Ok(begin(event, to, spells))
        }
        (K::Returned, Standing::InTransit { from, transfer, .. })
            if event.transfer == Some(transfer) =>
        {
            Ok(begin(event, from, spells))
        }
        (K::Received | K::Returned, _) => Err(already_answered(event.on)),
        (K::Left | K::EndedWithUnit | K::Corrected, Standing::Member(unit))
            if unit == event.unit =>
        {
            end(event, spells);
            Ok(Standing::Nobody)
        }
        (_, standing) => Err(not_a_member_there(event.on, standing)),
    }
}

fn begin(event: &Event, unit: Id, spells: &mut Vec<Spell>) -> Standing {
    spells.push(Spell { unit, from: event.on, to: None, start: event.id, end: None });
    Standing::Member(unit)
}

fn end(event: &Event, spells: &mut [Spell]) {
    if let Some(spell) = spells.last_mut() {
        spell.to = Some(event.on);
        spell.end = Some(event.id);
    }
}

fn already_a_member(on: Day, unit: Id) -> Refusal {
    Refusal::new(
        "already_a_member",
        format!("Người này đã là đoàn viên của đơn vị {unit} vào ngày {}", on.vi()),
        "Nếu đổi nơi sinh hoạt, hãy ghi chuyển sinh hoạt; nếu ghi trùng, bỏ dòng này",
    )
}

fn not_a_member_there(on: Day, standing: Standing) -> Refusal {
    let where_now = match standing {
        Standing::Nobody => "không là đoàn viên của đơn vị nào trong sổ".to_owned(),
        Standing::Member(unit) => format!("đang là đoàn viên của đơn vị {unit}"),
        Standing::InTransit { from, to, .. } => {
            format!("đã được {from} giới thiệu đi và đang chờ {to} tiếp nhận")
        }
    };
    Refusal::new(
        "not_a_member_there",
        format!("Ngày {} người này {where_now}", on.vi()),
        "Kiểm tra lại đơn vị và ngày; ghi việc còn thiếu trước",
    )
}

fn already_answered(on: Day) -> Refusal {
    Refusal::new(
        "transfer_already_answered",
        format!("Không có giấy giới thiệu nào đang chờ trả lời vào ngày {}", on.vi()),
        "Kiểm tra xem nơi đến đã tiếp nhận hoặc trả lại chưa",
    )
}

/// Checks that do not need the person's other events.
pub(crate) fn check(
    kind: EventKind,
    unit: Id,
    other: Option<Id>,
    on: Day,
    born: Day,
) -> Result<(), Refusal> {
    use EventKind as K;
    let needs_other = matches!(kind, K::Transferred | K::Sent | K::Received | K::Carried);
    if needs_other && other.is_none_or(|other| other == unit) {
        return Err(Refusal::new(
            "same_unit",
            "Nơi đi và nơi đến là một đơn vị",
            "Chọn đơn vị nơi đến khác nơi đi",
        ));
    }
    check_birth(on, born)
}

/// Nobody did anything before being born.
pub(crate) fn check_birth(on: Day, born: Day) -> Result<(), Refusal> {
    if on < born {
        return Err(Refusal::new(
            "before_birth",
            format!("Ngày {} trước khi người này ra đời ({})", on.vi(), born.vi()),
            "Sửa ngày của việc, hoặc ngày sinh",
        ));
    }
    Ok(())
}

/// Which ends of an event are kept in these books.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    /// The unit itself.
    pub(crate) unit: bool,
    /// The other end.
    pub(crate) other: bool,
}

/// The postings of an event: the stock and exactly one flow at each end that is kept here, doubled for a woman.
pub(crate) fn postings_of(event: &Event, kept: Kept, is_woman: bool) -> Vec<Posting> {
    let mut postings = Vec::with_capacity(8);
    let mut post = |unit, flow: Account, stock: i64, flow_quantity: i64, other| {
        let at =
            |account, quantity, other| Posting { account, unit, other, on: event.on, quantity };
        if stock != 0 {
            postings.push(at(account::MEMBERS, stock, None));
        }
        postings.push(at(flow, flow_quantity, other));
    };
    let (unit, other) = (event.unit, event.other.unwrap_or(event.unit));
    match event.kind {
        EventKind::Admitted => post(unit, account::ADMITTED, 1, 1, None),
        EventKind::Recognised => post(unit, account::RECOGNISED, 1, 1, None),
        EventKind::Restored => post(unit, account::RESTORED, 1, 1, None),
        EventKind::BroughtForward => post(unit, account::BROUGHT_FORWARD, 1, 1, None),
        EventKind::Transferred | EventKind::Carried => {
            let (out, into) = if event.kind == EventKind::Carried {
                (account::MERGED_OUT, account::MERGED_IN)
            } else {
                (account::TRANSFERRED_OUT, account::TRANSFERRED_IN)
            };
            if kept.unit {
                post(unit, out, -1, 1, Some(other));
            }
            if kept.other {
                post(other, into, 1, 1, Some(unit));
            }
        }
        EventKind::Sent => post(unit, account::SENT, -1, 1, None),
        EventKind::Received => {
            post(unit, account::SENT, 0, -1, None);
            post(unit, account::TRANSFERRED_OUT, 0, 1, Some(other));
            post(other, account::TRANSFERRED_IN, 1, 1, Some(unit));
        }
        EventKind::Returned => post(unit, account::SENT, 1, -1, None),
        EventKind::Left => {
            let reason = event.reason.as_deref().and_then(LeaveReason::from_code);
            post(unit, reason.unwrap_or(LeaveReason::Other).account(), -1, 1, None);
        }
        EventKind::EndedWithUnit => {
            let struck_off = event.reason.as_deref() == Some("struck_off");
            let flow =
                if struck_off { account::ENDED_STRUCK_OFF } else { account::ENDED_DISSOLVED };
            post(unit, flow, -1, 1, None);
        }
        EventKind::Corrected => post(unit, account::CORRECTED, -1, 1, None),
    }
    if is_woman {
        let facet: Vec<Posting> = postings
            .iter()
            .map(|each| Posting { account: each.account.women(), ..*each })
            .collect();
        postings.extend(facet);
    }
    postings
}
