//! Identities that a provider proves: tied to an account by its owner or by who governs it, and signed in with. Whoever
//! the provider names gets neither an account nor a power by it.

use db::values;
use kernel::{Actor, Id, Instant, Refusal};

use super::keeping::{must_govern, must_know_password, no_account};
use super::posts::as_actor;
use super::sign_in::{SignedIn, begin};
use crate::accounts::chance::{new_token, token_hash};
use crate::accounts::model::{Errand, Identity, NewErrand, Proven, Stage, Visitor};
use crate::accounts::{identity_store, rules, sign_in_store, store};
use crate::books::{Batch, schema};
use crate::{App, Error, Result};

/// From the door to the provider and back, in milliseconds: a password, a second step, a phone that has to be found.
const LONGEST: i64 = 15 * 60_000;
/// Browsers under way that are remembered; who begins more makes the earliest begin again.
const UNDER_WAY: i64 = 10_000;
/// Letters of where somebody wants to go at most.
const GOES_TO_MAX: usize = 2_000;

/// What a browser carries and what comes back together name an errand: neither alone is worth anything.
fn mark(carried: &str, state: &str) -> Vec<u8> {
    token_hash(&format!("errand\u{0}{carried}\u{0}{state}"))
}

/// Remembers a browser that is sent to the provider to sign in.
pub fn begin_errand(app: &App, goes_to: &str) -> Result<NewErrand> {
    remember(app, None, goes_to)
}

/// The same for the owner of an account who wants to tie an identity to it: with the password once more, so that
/// nobody who finds an open browser ties their own.
pub fn begin_tie(app: &App, actor: &Actor, password: &str) -> Result<NewErrand> {
    let account = actor.account.ok_or_else(no_account)?;
    must_know_password(app, account, password)?;
    remember(app, Some(account), "/me")
}

fn remember(app: &App, ties: Option<Id>, goes_to: &str) -> Result<NewErrand> {
    let draw = || new_token(&*app.entropy).0;
    let new = NewErrand { carried: draw(), state: draw(), nonce: draw(), verifier: draw() };
    let goes_to: String = goes_to.chars().take(GOES_TO_MAX).collect();
    let now = app.now();
    app.db.write(|tx| {
        identity_store::sweep_errands(tx, app.federation, Instant(now.0 - LONGEST), UNDER_WAY)?;
        let kept = mark(&new.carried, &new.state);
        identity_store::add_errand(tx, app.federation, &kept, &new, (ties, &goes_to), now)
    })?;
    Ok(new)
}

/// Takes the errand of a browser that came back; it works once, in the browser that began it, with the state it was
/// given, and not for long.
pub fn take_errand(app: &App, carried: &str, state: &str) -> Result<Errand> {
    let since = Instant(app.now().0 - LONGEST);
    let found = app.db.write(|tx| {
        identity_store::take_errand(tx, app.federation, &mark(carried, state), since)
    })?;
    Ok(found.ok_or_else(|| {
        Refusal::new(
            "errand_unknown",
            "Lần đăng nhập qua nhà cung cấp này đã dùng, đã quá 15 phút, hoặc bắt đầu ở trình duyệt khác",
            "Bắt đầu đăng nhập lại từ đầu",
        )
    })?)
}

/// Signs in who a provider proved. The second factor of the account is asked all the same.
pub fn sign_in_by_identity(app: &App, proven: &Proven<'_>, visitor: &Visitor) -> Result<SignedIn> {
    let found = app.db.read(|tx| {
        let holder = identity_store::holder(tx, app.federation, proven.issuer, proven.subject)?;
        let Some(holder) = holder else { return Ok::<_, Error>(None) };
        let account = store::load(tx, app.federation, holder)?.filter(|account| account.is_open);
        let Some(account) = account else { return Ok(None) };
        let secret = sign_in_store::secret(tx, app.federation, account.id)?.unwrap_or_default();
        Ok(Some((account, secret.totp.is_some())))
    })?;
    let (account, has_second) = found.ok_or_else(|| not_tied(proven))?;
    let detail = format!("{} từ {}", proven.issuer, visitor.address);
    let actor = as_actor(&account, &[]);
    app.note(&actor, "accounts.identity_used", Some(account.id), Some(&detail))?;
    let stage = if has_second { Stage::Half } else { Stage::Whole };
    let token = begin(app, &account, stage, visitor, &account.login)?;
    Ok(SignedIn { token, stage, account })
}

fn not_tied(proven: &Proven<'_>) -> Refusal {
    let shown: String = proven.subject.chars().take(80).collect();
    Refusal::new(
        "identity_not_tied",
        format!("Danh tính “{shown}” chưa gắn với tài khoản nào đang dùng"),
        "Đăng nhập bằng mật khẩu rồi gắn ở trang Tài khoản của tôi, hoặc nhờ người quản lý tài khoản gắn",
    )
}

/// Ties an identity that was just proven to one's own account.
pub fn tie_own_identity(app: &App, actor: &Actor, proven: &Proven<'_>) -> Result<Id> {
    let account = actor.account.ok_or_else(no_account)?;
    app.write_own(actor, "Gắn danh tính đăng nhập", |batch| tie(batch, account, proven))
}

/// Ties an identity to somebody's account, by who may do all that the account may: the subject is typed as the
/// provider tells it.
pub fn tie_identity(app: &App, actor: &Actor, account: Id, proven: &Proven<'_>) -> Result<Id> {
    app.write(actor, "accounts.manage", "Gắn danh tính đăng nhập", |batch| {
        must_govern(batch, account)?;
        rules::check_not_own(batch.actor(), account)?;
        tie(batch, account, proven)
    })
}

fn tie(batch: &mut Batch<'_, '_>, account: Id, proven: &Proven<'_>) -> Result<Id> {
    rules::check_identity(proven)?;
    let federation = batch.federation();
    let (issuer, subject) = (proven.issuer, proven.subject);
    let holder = identity_store::holder(batch.reader()?, federation, issuer, subject)?;
    let tied = identity_store::identities_of(batch.reader()?, federation, account)?;
    rules::check_tie(account, holder, tied.len())?;
    batch.note("accounts.identity_tied", Some(account), Some(&format!("{subject} ở {issuer}")))?;
    let named = proven.named.map(str::to_owned);
    let row = values![account, issuer.to_owned(), subject.to_owned(), named, "tied"].to_vec();
    batch.append(&schema::IDENTITY_FACT, row)
}

/// Unties an identity from one's own account; the other sign-ins end, as one of them may have come by it.
pub fn untie_own_identity(app: &App, actor: &Actor, token: &str, identity: Id) -> Result<()> {
    let account = actor.account.ok_or_else(no_account)?;
    let this = token_hash(token);
    app.write_own(actor, "Gỡ danh tính đăng nhập", |batch| {
        untie(batch, account, identity, &this)
    })
}

/// Unties an identity from somebody's account, by who may do all that the account may; its sign-ins end.
pub fn untie_identity(app: &App, actor: &Actor, account: Id, identity: Id) -> Result<()> {
    app.write(actor, "accounts.manage", "Gỡ danh tính đăng nhập", |batch| {
        must_govern(batch, account)?;
        untie(batch, account, identity, &[])
    })
}

fn untie(batch: &mut Batch<'_, '_>, account: Id, identity: Id, but: &[u8]) -> Result<()> {
    let federation = batch.federation();
    let tied = identity_store::identities_of(batch.reader()?, federation, account)?;
    let found = tied.into_iter().find(|each| each.id == identity).ok_or_else(|| {
        Refusal::new(
            "unknown_identity",
            "Danh tính này không còn gắn với tài khoản",
            "Mở lại trang để xem danh tính đang gắn",
        )
    })?;
    let Identity { issuer, subject, named, .. } = found;
    let detail = format!("{subject} ở {issuer}");
    batch.note("accounts.identity_untied", Some(account), Some(&detail))?;
    let row = values![account, issuer, subject, named, "untied"].to_vec();
    batch.append(&schema::IDENTITY_FACT, row)?;
    sign_in_store::end_all_but(batch.reader()?, federation, account, but)
}
