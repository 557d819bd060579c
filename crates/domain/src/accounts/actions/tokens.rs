//! Tokens for programs: narrower than their owner, with an end.

use kernel::{Actor, Day, Id, Instant, Power, Refusal};

use super::keeping::no_account;
use super::posts::as_actor;
use crate::accounts::chance::{new_token, token_hash};
use crate::accounts::model::TokenRow;
use crate::accounts::{sign_in_store, store};
use crate::{App, Error, Result};

/// No token holds longer than a year.
const DAYS_MAX: i32 = 366;
const NAME_MAX: usize = 80;
/// A use is written down once a minute at most, in milliseconds.
const USED_STEP: i64 = 60_000;

/// Makes a token with no more powers than its owner holds; it is told once.
pub fn make_token(
    app: &App,
    actor: &Actor,
    name: &str,
    powers: &[Power],
    to: Day,
) -> Result<String> {
    let account = actor.account.ok_or_else(no_account)?;
    let days = to.since(app.today());
    if !(1..=DAYS_MAX).contains(&days) {
        return Err(Refusal::new(
            "bad_token_days",
            "Mã truy cập phải hết hạn trong vòng một năm kể từ ngày mai",
            "Chọn ngày hết hạn sớm hơn",
        )
        .into());
    }
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || powers.is_empty() {
        return Err(Refusal::new(
            "bad_token",
            "Mã truy cập cần một tên (nhiều nhất 80 chữ) và ít nhất một quyền",
            "Ghi mã dùng cho việc gì và chọn quyền",
        )
        .into());
    }
    powers.iter().try_for_each(|power| actor.must(*power))?;
    let (token, kept) = new_token(&*app.entropy);
    app.write_own(actor, "Cấp mã truy cập", |batch| {
        batch.note("accounts.token_made", Some(account), Some(name))?;
        let id = batch.app.ids.next(&*batch.app.clock);
        let (federation, now) = (batch.federation(), batch.app.now());
        let times = (now, Instant::start_of(to));
        sign_in_store::add_token(
            batch.reader()?,
            federation,
            (id, account),
            &kept,
            (name, powers),
            times,
        )
    })?;
    Ok(token)
}

/// One's own tokens, the latest first.
pub fn tokens_of(app: &App, actor: &Actor) -> Result<Vec<TokenRow>> {
    let account = actor.account.ok_or_else(no_account)?;
    app.db.read(|tx| sign_in_store::tokens_of(tx, app.federation, account))
}

/// Ends one of one's own tokens.
pub fn revoke_token(app: &App, actor: &Actor, token: Id) -> Result<()> {
    let account = actor.account.ok_or_else(no_account)?;
    app.write_own(actor, "Thu hồi mã truy cập", |batch| {
        let (federation, now) = (batch.federation(), batch.app.now());
        if !sign_in_store::revoke_token(batch.reader()?, federation, account, token, now)? {
            return Err(Refusal::new(
                "unknown_token",
                "Không có mã truy cập này đang dùng",
                "Mở lại danh sách",
            )
            .into());
        }
        batch.note("accounts.token_revoked", Some(account), None)
    })
}

/// The actor a token stands for: its owner with the posts of today, narrowed to the token's powers.
pub fn token_actor(app: &App, token: &str) -> Result<Option<Actor>> {
    let now = app.now();
    let found = app.db.read(|tx| {
        let found = sign_in_store::token(tx, app.federation, &token_hash(token), now)?;
        let Some((id, account, powers, used_at)) = found else { return Ok::<_, Error>(None) };
        let account = store::load(tx, app.federation, account)?.filter(|account| account.is_open);
        let Some(account) = account else { return Ok(None) };
        let posts = store::posts_on(tx, app.federation, account.id, app.today())?;
        Ok(Some((id, as_actor(&account, &posts).narrowed_to(&powers), used_at)))
    })?;
    let Some((id, actor, used_at)) = found else { return Ok(None) };
    if used_at.is_none_or(|used| used.0 + USED_STEP <= now.0) {
        app.db.write(|tx| sign_in_store::token_used(tx, app.federation, id, now))?;
    }
    Ok(Some(actor))
}
