//! Lists opened to members: opening them, what members say, what the office answers.

use db::Tx;
use kernel::{Actor, Day, Id, Refusal};

use super::{place, send};
use crate::books::Batch;
use crate::rounds::comment_store::{self, Opening};
use crate::rounds::due_model::OpeningTold;
use crate::rounds::known_store;
use crate::rounds::model::{CommentSort, State, Step};
use crate::rounds::store::{self, NewStep};
use crate::rounds::{list_store, read_store, rules};
use crate::{App, Result, accounts, people, units};

/// Opens a list of appraised files to the members under a unit, for at least as many days as the round asks.
pub fn open_list(
    app: &App,
    actor: &Actor,
    (round, unit): (Id, Id),
    nominations: &[Id],
    days: i64,
) -> Result<Id> {
    send::must_name_some(nominations)?;
    app.write(actor, "rounds.appraise", "Lấy ý kiến đoàn viên về danh sách", |batch| {
        let (federation, today) = (batch.federation(), batch.app.today());
        batch.must_reach(unit)?;
        let told = read_store::find(batch.reader()?, federation, round)?;
        let least = told.comment_days.max(1);
        if !(least..=60).contains(&days) {
            let message = format!("Lấy ý kiến từ {least} đến 60 ngày");
            return Err(
                Refusal::new("bad_comment_days", message, "Ghi số ngày theo quy chế").into()
            );
        }
        let opening =
            comment_store::append_opening(batch, (round, unit), (today, today.plus(days as i32)))?;
        for id in send::unique(nominations) {
            let known = known_store::load(batch.reader()?, federation, id)?;
            let passes = rules::must_hold(&known.standing, unit).and_then(|()| {
                rules::must_stand_so(&known.standing, &[State::Accepted, State::Passed])
            });
            passes.map_err(|refusal| send::named(refusal.into(), &known))?;
            if known.round != round || known.standing.opening.is_some() {
                let message = format!("{} đã ở trong một danh sách lấy ý kiến", known.named);
                return Err(Refusal::new("already_opened", message, "Bỏ chọn hồ sơ này").into());
            }
            let step = NewStep {
                opening: Some(opening),
                ..NewStep::staying(&known.standing, unit, Step::Opened, today)
            };
            store::append_step(batch, (round, id), &step)?;
        }
        Ok(opening)
    })
}

/// Who somebody is to a list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reader {
    /// Reads nominations there by a post.
    Office,
    /// A member under the unit that opened it.
    Member,
}

fn reader(app: &App, tx: &mut Tx<'_>, actor: &Actor, opening: &Opening) -> Result<Option<Reader>> {
    if app.must_reach(tx, actor, "rounds.read", opening.unit, app.today()).is_ok() {
        return Ok(Some(Reader::Office));
    }
    let unit = unit_of(app, tx, actor)?;
    let Some(unit) = unit else { return Ok(None) };
    let chain = place::chain_of(tx, app.federation, unit, app.today())?;
    Ok(chain.contains(&opening.unit).then_some(Reader::Member))
}

/// The unit of the member behind an account.
fn unit_of(app: &App, tx: &mut Tx<'_>, actor: &Actor) -> Result<Option<Id>> {
    let Some(account) = actor.account else { return Ok(None) };
    let Some(person) = accounts::person_of(app, tx, account)? else { return Ok(None) };
    let kept = people::merged_into(tx, app.federation, person)?.unwrap_or(person);
    Ok(people::places_of(tx, app.federation, kept)?.first().copied())
}

/// Lists that stand open today to the member who asks: id, name of the round, first day after.
pub fn open_lists_for(app: &App, actor: &Actor) -> Result<Vec<(Id, String, Day)>> {
    app.db.read(|tx| {
        let Some(unit) = unit_of(app, tx, actor)? else { return Ok(Vec::new()) };
        let chain = place::chain_of(tx, app.federation, unit, app.today())?;
        comment_store::open_at(tx, app.federation, &chain, app.today())
    })
}

/// A list with what was said; a member sees the lines and nothing of what others said.
pub fn opening(app: &App, actor: &Actor, id: Id) -> Result<OpeningTold> {
    app.db.read(|tx| {
        let opening = comment_store::load(tx, app.federation, id)?;
        let Some(reader) = reader(app, tx, actor, &opening)? else {
            return Err(comment_store::unknown().into());
        };
        let today = app.today();
        let is_office = reader == Reader::Office;
        let round = read_store::find_head(tx, app.federation, opening.round)?;
        let ids = comment_store::lines(tx, app.federation, &opening)?;
        let known = known_store::load_many(tx, app.federation, &ids)?;
        let comments =
            if is_office { comment_store::of_opening(tx, app.federation, id)? } else { Vec::new() };
        let may_answer = app.must_reach(tx, actor, "rounds.appraise", opening.unit, today).is_ok();
        let is_open = opening.from <= today && today < opening.to;
        Ok(OpeningTold {
            id,
            round: (round.id, round.name),
            unit: (opening.unit, units::load(tx, app.federation, opening.unit)?.name),
            from: opening.from,
            to: opening.to,
            lines: list_store::rows(tx, app.federation, &known)?,
            comments,
            may_answer,
            may_comment: is_open && (may_answer || !is_office),
        })
    })
}

/// Writes what a member says of a nomination while the list is open; `named` is who said it where the office writes down
/// what came to it.
pub fn comment(
    app: &App,
    actor: &Actor,
    (opening, nomination): (Id, Id),
    (sort, body): (CommentSort, &str),
    named: Option<&str>,
) -> Result<Id> {
    let named = named.map(str::trim).filter(|named| !named.is_empty());
    app.write_own(actor, "Ý kiến về danh sách khen thưởng", |batch| {
        rules::must_say(body, "ý kiến", rules::SAYS_MAX)?;
        let (federation, today) = (batch.federation(), batch.app.today());
        let app = batch.app;
        let known = comment_store::load(batch.reader()?, federation, opening)?;
        let who = reader(app, batch.reader()?, actor, &known)?;
        match (who, named) {
            (None, _) => return Err(comment_store::unknown().into()),
            // Who writes down the words of others does it for the office.
            (Some(Reader::Office), _) => {
                app.must_reach(batch.reader()?, actor, "rounds.appraise", known.unit, today)?;
            }
            (Some(Reader::Member), Some(_)) => {
                let remedy = "Để trống phần họ tên; sổ ghi tên tài khoản";
                return Err(Refusal::new(
                    "own_name_only",
                    "Đoàn viên gửi ý kiến của chính mình",
                    remedy,
                )
                .into());
            }
            (Some(Reader::Member), None) => {}
        }
        if let Some(named) = named {
            rules::must_say(named, "họ tên người có ý kiến", rules::LINE_MAX)?;
        }
        if sort == CommentSort::Answer || !(known.from <= today && today < known.to) {
            let message = "Danh sách không còn lấy ý kiến";
            return Err(
                Refusal::new("comment_over", message, "Gửi ý kiến trong thời hạn đã ghi").into()
            );
        }
        must_be_on(batch, &known, nomination)?;
        let said = comment_store::of_opening(batch.reader()?, federation, opening)?;
        let own = said.iter().filter(|each| each.by == actor.name).count();
        rules::must_leave_room(own, said.len())?;
        comment_store::append_comment(batch, &known, nomination, (sort, body), (named, None))
    })
}

fn must_be_on(batch: &mut Batch<'_, '_>, opening: &Opening, nomination: Id) -> Result<()> {
    let federation = batch.federation();
    if comment_store::lines(batch.reader()?, federation, opening)?.contains(&nomination) {
        return Ok(());
    }
    Err(store::unknown_nomination().into())
}

/// Answers an objection for the office. Without an answer no outcome comes.
pub fn answer_comment(app: &App, actor: &Actor, comment: Id, body: &str) -> Result<()> {
    app.write(actor, "rounds.appraise", "Trả lời ý kiến về danh sách", |batch| {
        rules::must_say(body, "trả lời", rules::SAYS_MAX)?;
        let federation = batch.federation();
        let found = comment_store::find(batch.reader()?, federation, comment)?;
        let Some((opening, nomination, sort, answered)) = found else {
            let remedy = "Mở lại danh sách lấy ý kiến";
            return Err(Refusal::new("unknown_comment", "Không có ý kiến này", remedy).into());
        };
        let opening = comment_store::load(batch.reader()?, federation, opening)?;
        batch.must_reach(opening.unit)?;
        if answered || sort == CommentSort::Answer {
            let message = "Ý kiến này đã được trả lời";
            return Err(Refusal::new("already_answered", message, "Mở lại danh sách để xem").into());
        }
        let told = (CommentSort::Answer, body);
        comment_store::append_comment(batch, &opening, nomination, told, (None, Some(comment)))
            .map(drop)
    })
}
