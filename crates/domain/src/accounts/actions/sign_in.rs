//! Signing in: slow for who guesses, the same for a name that is there and one that is not, and never a way to lock
//! somebody else out.

use std::net::IpAddr;

use db::Tx;
use kernel::{Id, Instant, Refusal};

use super::posts;
use crate::accounts::chance::new_token;
use crate::accounts::model::{Account, Stage, Visitor};
use crate::accounts::sign_in_store::{self, Secret};
use crate::accounts::store;
use crate::{App, Error, Result};

/// A sign-in ends after this, whatever happens.
pub(super) const LONGEST: i64 = 24 * HOUR;
/// A sign-in that nobody used for this long ends: a working day with its breaks.
pub(super) const IDLE: i64 = 8 * HOUR;
/// Between the password and the second factor.
const HALF_WAY: i64 = 10 * MINUTE;
const HOUR: i64 = 60 * MINUTE;
const MINUTE: i64 = 60_000;

/// Wrong tries for one name from one address before each further one must wait.
const FREE_TRIES: i64 = 5;
/// Wrong tries from one address, whatever the names, before it must wait: a whole office may share one.
const ADDRESS_TRIES: i64 = 60;
/// Wrong tries for one name, whatever the addresses, before addresses that never signed in to it must wait.
const NAME_TRIES: i64 = 100;
/// The longest wait.
const LONGEST_WAIT: i64 = 15 * MINUTE;

/// A new sign-in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The token for the browser, told once.
    pub token: String,
    /// Whether the second factor is still asked.
    pub stage: Stage,
    /// Whose it is.
    pub account: Account,
}

/// What a try found, before anything is written.
pub struct Finding {
    account: Option<Account>,
    secret: Secret,
}

impl Visitor {
    /// Whom tries are counted for: the address; of IPv6, where every household has as many as it likes, its network.
    #[must_use]
    pub fn network(&self) -> String {
        match self.address.parse::<IpAddr>().map(|address| address.to_canonical()) {
            Ok(IpAddr::V6(address)) => {
                let [first, second, third, fourth, ..] = address.segments();
                format!("{first:x}:{second:x}:{third:x}:{fourth:x}::/64")
            }
            Ok(IpAddr::V4(address)) => address.to_string(),
            Err(_) => self.address.clone(),
        }
    }
}

/// Who counts the tries: name and address together, the address alone, the name alone.
fn subjects(login: &str, visitor: &Visitor) -> [(String, i64); 3] {
    let address = visitor.network();
    [
        (format!("both {login} {address}"), FREE_TRIES),
        (format!("address {address}"), ADDRESS_TRIES),
        (format!("name {login}"), NAME_TRIES),
    ]
}

/// How long a subject waits after so many wrong tries: twice as long each time.
fn wait_after(tries: i64, free: i64) -> i64 {
    let over = tries - free;
    if over < 0 { 0 } else { (1000 << over.min(20)).min(LONGEST_WAIT) }
}

fn find(tx: &mut Tx<'_>, app: &App, login: &str, visitor: &Visitor) -> Result<Finding> {
    let now = app.now();
    let account = store::by_login(tx, app.federation, login)?;
    let known = match &account {
        Some(account) => {
            sign_in_store::is_known_address(tx, app.federation, account.id, &visitor.address)?
        }
        None => false,
    };
    for (place, (subject, free)) in subjects(login, visitor).iter().enumerate() {
        // Neither a stranger's tries at this name nor a colleague's at others keep out who was in from here before.
        if place > 0 && known {
            continue;
        }
        let (tries, last) = sign_in_store::tries(tx, app.federation, subject, now)?;
        let left = last.0 + wait_after(tries, *free) - now.0;
        if left > 0 {
            return Err(too_many(left).into());
        }
    }
    let secret = match &account {
        Some(account) => sign_in_store::secret(tx, app.federation, account.id)?.unwrap_or_default(),
        None => Secret::default(),
    };
    Ok(Finding { account, secret })
}

fn too_many(milliseconds: i64) -> Refusal {
    let seconds = milliseconds / 1000 + 1;
    let wait = if seconds < 90 {
        format!("{seconds} giây")
    } else {
        format!("{} phút", (seconds + 59) / 60)
    };
    Refusal::new(
        "too_many_tries",
        format!("Đã thử sai nhiều lần; đợi {wait} rồi thử lại"),
        "Nếu quên mật khẩu, nhờ người quản lý tài khoản cấp liên kết đặt lại",
    )
}

fn wrong() -> Error {
    Refusal::new(
        "wrong_sign_in",
        "Tên đăng nhập hoặc mật khẩu không đúng",
        "Gõ lại; nếu quên mật khẩu, nhờ người quản lý tài khoản cấp liên kết đặt lại",
    )
    .into()
}

/// Signs in with a name and a password. Without the second factor the sign-in is whole at once.
pub fn sign_in(app: &App, login: &str, password: &str, visitor: &Visitor) -> Result<SignedIn> {
    let login: String = login.trim().to_lowercase().chars().take(60).collect();
    let password: String = password.chars().take(crate::accounts::rules::PASSWORD_MAX).collect();
    let found = app.db.read(|tx| find(tx, app, &login, visitor))?;
    let agrees = app.hashing.agrees(&password, found.secret.password.as_deref())?;
    let is_known = found.account.is_some();
    let open = found.account.filter(|account| account.is_open && agrees);
    let Some(account) = open else {
        count_wrong(app, &login, is_known, visitor)?;
        return Err(wrong());
    };
    let stage = if found.secret.totp.is_some() { Stage::Half } else { Stage::Whole };
    let token = begin(app, &account, stage, visitor, &login)?;
    Ok(SignedIn { token, stage, account })
}

/// One more wrong try for each who counts. Wrong tries are not put into the books one by one: who guesses would fill
/// them; the trail tells of the wait that begins.
fn count_wrong(app: &App, login: &str, is_known: bool, visitor: &Visitor) -> Result<()> {
    let now = app.now();
    let waits = app.db.write(|tx| {
        let mut waits = false;
        for (subject, free) in subjects(login, visitor) {
            let (tries, _) = sign_in_store::tries(tx, app.federation, &subject, now)?;
            sign_in_store::set_tries(tx, app.federation, &subject, tries + 1, now)?;
            waits |= tries + 1 == free;
        }
        Ok::<_, Error>(waits)
    })?;
    if waits {
        let actor = kernel::Actor::with_powers("đăng nhập", &[]);
        // A name that is nobody's may be a password typed into the wrong box, and the trail keeps what it is told.
        let login = if is_known { login } else { "tên không có trong sổ" };
        let detail = format!("{login} từ {}", visitor.address);
        app.note(&actor, "accounts.many_wrong_tries", None, Some(&detail))?;
    }
    Ok(())
}

/// Writes the sign-in down under a new token, so that one planted before is worth nothing.
pub(super) fn begin(
    app: &App,
    account: &Account,
    stage: Stage,
    visitor: &Visitor,
    login: &str,
) -> Result<String> {
    let (token, kept) = new_token(&*app.entropy);
    let now = app.now();
    let length = if stage == Stage::Half { HALF_WAY } else { LONGEST };
    let ends_at = Instant(now.0 + length);
    let write = |tx: &mut Tx<'_>| {
        sign_in_store::sweep(tx, app.federation, now, Instant(now.0 - IDLE))?;
        let whose = (account.id, stage);
        sign_in_store::add_sign_in(tx, app.federation, &kept, whose, (now, ends_at), visitor)?;
        if stage == Stage::Whole {
            let (both, _) = &subjects(login, visitor)[0];
            sign_in_store::set_tries(tx, app.federation, both, 0, now)?;
        }
        Ok::<_, Error>(())
    };
    if stage == Stage::Half {
        app.db.write(write)?;
    } else {
        let actor = posts::as_actor(account, &[]);
        app.write_own(&actor, "Đăng nhập", |batch| {
            batch.note("accounts.signed_in", Some(account.id), Some(&visitor.address))?;
            write(batch.reader()?)
        })?;
    }
    Ok(token)
}

/// What is tried inside an account, a second factor or the password once more, waits as what is tried at the door does.
pub(super) fn must_not_wait(app: &App, tx: &mut Tx<'_>, account: Id) -> Result<()> {
    let (tries, last) =
        sign_in_store::tries(tx, app.federation, &second_subject(account), app.now())?;
    let left = last.0 + wait_after(tries, FREE_TRIES) - app.now().0;
    if left > 0 { Err(too_many(left).into()) } else { Ok(()) }
}

/// One more wrong try inside an account.
pub(super) fn count_wrong_second(app: &App, tx: &mut Tx<'_>, account: Id) -> Result<()> {
    let (subject, now) = (second_subject(account), app.now());
    let (tries, _) = sign_in_store::tries(tx, app.federation, &subject, now)?;
    sign_in_store::set_tries(tx, app.federation, &subject, tries + 1, now)
}

pub(super) fn second_subject(account: Id) -> String {
    format!("second {account}")
}
