//! Use cases of the council room.

mod agenda;
mod ballots;
mod close;
mod composition;
mod count;
mod read;
mod sessions;
mod take;
mod vote;

pub use agenda::{add_matter, recuse, withdraw_matter};
pub use ballots::{close_ballots, open_ballots, void_ballot};
pub use close::close_session;
pub use composition::{seat, set_up, unseat};
pub use count::{enter_count, record_votes};
pub use read::{council, councils, minutes_of, room, rules_for};
pub use sessions::{attend, call_session, cancel_session, change_session};
pub use take::{take_from_round, waiting};
pub use vote::{cast, own_ballots};

use db::Tx;
use kernel::{Id, Refusal};

use super::model::{Council, Matter, Room};
use super::{regulations, room_store, rules, store};
use crate::books::Batch;
use crate::{Error, Result};

/// Refuses to serve where a rule of councils does not hold.
pub fn must_have_rules() -> Result<()> {
    Ok(regulations::standard().map(drop)?)
}

fn load_council(tx: &mut Tx<'_>, federation: Id, id: Id) -> Result<Council> {
    store::council(tx, federation, id)?.ok_or_else(|| {
        unknown("unknown_council", "Sổ không có hội đồng này", "Mở lại danh sách hội đồng")
    })
}

fn load_room(tx: &mut Tx<'_>, federation: Id, session: Id) -> Result<Room> {
    let told = store::session(tx, federation, session)?.ok_or_else(unknown_session)?;
    let council = load_council(tx, federation, told.council)?;
    room_store::room(tx, federation, (session, told), council)
}

/// The room of the session a ballot belongs to.
fn load_room_of(tx: &mut Tx<'_>, federation: Id, ballot: Id) -> Result<Room> {
    let session = room_store::session_of(tx, federation, ballot)?.ok_or_else(unknown_ballot)?;
    load_room(tx, federation, session)
}

/// The room of a session that can still change, for who manages the council.
fn managed(batch: &mut Batch<'_, '_>, session: Id) -> Result<Room> {
    let federation = batch.federation();
    let room = load_room(batch.reader()?, federation, session)?;
    batch.must_reach(room.council.unit.0)?;
    rules::must_be_open(&room)?;
    Ok(room)
}

/// A matter on the agenda of a room.
fn matter_in(room: &Room, matter: Id) -> Result<&Matter> {
    room.matter(matter).ok_or_else(|| {
        unknown("unknown_matter", "Chương trình họp không có mục này", "Mở lại trang phiên họp")
    })
}

fn unknown(code: &'static str, message: &'static str, remedy: &'static str) -> Error {
    Refusal::new(code, message, remedy).into()
}

fn unknown_session() -> Error {
    unknown("unknown_session", "Sổ không có phiên họp này", "Mở lại danh sách phiên họp")
}

fn unknown_ballot() -> Error {
    unknown("unknown_ballot", "Sổ không có lần bỏ phiếu này", "Mở lại trang phiên họp")
}

fn unknown_member() -> Error {
    unknown("unknown_seat", "Hội đồng không có thành viên này", "Mở lại trang hội đồng")
}
