//! The second factor: codes that change every half minute (RFC 6238), and recovery codes for the day the phone is lost.

use kernel::{Actor, Id, Refusal};
use totp_rs::{Algorithm, TOTP};

use super::keeping::{must_govern, must_know_password, no_account};
use super::sign_in::{SignedIn, begin, count_wrong_second, must_not_wait, second_subject};
use crate::accounts::chance::token_hash;
use crate::accounts::model::{Stage, Visitor};
use crate::accounts::sign_in_store::{self, Secret};
use crate::accounts::{rules, store};
use crate::{App, Error, Result};

/// Seconds for which a code stands.
const STEP: u64 = 30;
const RECOVERY_CODES: usize = 10;

/// What is told once when the second factor begins.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// Ten codes, each of which works once.
    pub codes: Vec<String>,
}

fn machine(key: Vec<u8>) -> Result<TOTP> {
    TOTP::new(Algorithm::SHA1, 6, 1, STEP, key)
        .map_err(|error| Error::Broken(format!("không dựng được mã hai bước: {error}")))
}

/// Draws a new key for an authenticator; it counts only once a code of it was confirmed. Gives the key as base32.
pub fn begin_totp(app: &App) -> String {
    let mut key = [0; 20];
    app.entropy.fill(&mut key);
    totp_rs::Secret::Raw(key.to_vec()).to_encoded().to_string()
}

fn raw(base32: &str) -> Result<Vec<u8>> {
    let bytes = totp_rs::Secret::Encoded(base32.trim().to_owned()).to_bytes();
    let wrong = || {
        Refusal::new(
            "bad_totp_key",
            "Khóa mã hai bước không đọc được",
            "Mở lại trang và quét mã mới",
        )
    };
    bytes.ok().filter(|bytes| bytes.len() == 20).ok_or_else(|| wrong().into())
}

/// The step at which a code stands, if it is a later one than the last that was used.
fn step_of(key: Vec<u8>, code: &str, now_seconds: u64, last: i64) -> Result<Option<i64>> {
    let machine = machine(key)?;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    let step = now_seconds / STEP;
    let fits = |step: &u64| machine.generate(step * STEP) == code && (*step as i64) > last;
    Ok([step, step.saturating_sub(1), step + 1]
        .iter()
        .find(|each| fits(each))
        .map(|step| *step as i64))
}

fn wrong_code() -> Error {
    Refusal::new(
        "wrong_code",
        "Mã hai bước không đúng hoặc đã dùng",
        "Đợi ứng dụng đổi mã rồi gõ lại, hoặc dùng một mã dự phòng",
    )
    .into()
}

/// Before the factor is on there is no recovery code to fall back on; a clock that is off is what goes wrong.
fn wrong_first_code() -> Error {
    Refusal::new(
        "wrong_code",
        "Mã hai bước không đúng",
        "Xem giờ trên điện thoại có đúng không, đợi ứng dụng đổi mã rồi gõ lại",
    )
    .into()
}

/// Turns the second factor on, after a code shows that the authenticator has the key.
pub fn confirm_totp(app: &App, actor: &Actor, key: &str, code: &str) -> Result<Recovery> {
    let account = actor.account.ok_or_else(no_account)?;
    let bytes = raw(key)?;
    let seconds = (app.now().0 / 1000) as u64;
    let step = step_of(bytes.clone(), code, seconds, 0)?.ok_or_else(wrong_first_code)?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code(app)).collect();
    let recovery: Vec<String> = codes.iter().map(|code| code_hash(code)).collect();
    let sealed = app.keys.seal_bytes(&*app.entropy, &bytes)?;
    app.write_own(actor, "Bật xác thực hai bước", |batch| {
        batch.note("accounts.second_factor_on", Some(account), None)?;
        let (federation, now) = (batch.federation(), batch.app.now());
        let secret =
            sign_in_store::secret(batch.reader()?, federation, account)?.unwrap_or_default();
        // Replacing a factor is taking the old one away, and that asks for the password.
        if secret.totp.is_some() {
            return Err(Refusal::new(
                "second_factor_is_on",
                "Xác thực hai bước đang bật",
                "Tắt bằng mật khẩu trước, rồi bật lại với điện thoại mới",
            )
            .into());
        }
        let secret = Secret {
            totp: Some(sealed.clone()),
            totp_step: step,
            recovery: recovery.join("\n"),
            ..secret
        };
        sign_in_store::write_secret(batch.reader()?, federation, account, &secret, now)
    })?;
    Ok(Recovery { codes })
}

/// Eight groups of letters would be safe and unreadable; ten letters of 32 are 50 bits, tried with growing waits.
fn recovery_code(app: &App) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut bytes = [0; 10];
    app.entropy.fill(&mut bytes);
    let text: String = bytes.iter().map(|byte| LETTERS[usize::from(byte & 31)] as char).collect();
    format!("{}-{}", &text[..5], &text[5..])
}

fn code_hash(code: &str) -> String {
    let plain: String = code.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    token_hash(&plain).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Turns the second factor off, with the password once more.
pub fn end_totp(app: &App, actor: &Actor, password: &str) -> Result<()> {
    let account = actor.account.ok_or_else(no_account)?;
    must_know_password(app, account, password)?;
    app.write_own(actor, "Tắt xác thực hai bước", |batch| {
        batch.note("accounts.second_factor_off", Some(account), None)?;
        let (federation, now) = (batch.federation(), batch.app.now());
        let secret =
            sign_in_store::secret(batch.reader()?, federation, account)?.unwrap_or_default();
        let secret = Secret { totp: None, totp_step: 0, recovery: String::new(), ..secret };
        sign_in_store::write_secret(batch.reader()?, federation, account, &secret, now)
    })
}

/// Takes the second factor off somebody's account whose phone and recovery codes are both lost, by who may do all that
/// the account may; its sign-ins end, as one of them may stand on the phone that is lost.
pub fn lift_second_factor(app: &App, actor: &Actor, account: Id) -> Result<()> {
    app.write(actor, "accounts.manage", "Gỡ xác thực hai bước đã mất", |batch| {
        let found = must_govern(batch, account)?;
        rules::check_not_own_factor(batch.actor(), account)?;
        let (federation, now) = (batch.federation(), batch.app.now());
        let secret =
            sign_in_store::secret(batch.reader()?, federation, account)?.unwrap_or_default();
        if secret.totp.is_none() {
            return Err(Refusal::new(
                "no_second_factor",
                format!("Tài khoản {} không bật xác thực hai bước", found.login),
                "Không cần làm gì thêm",
            )
            .into());
        }
        batch.note("accounts.second_factor_lifted", Some(account), Some(&found.login))?;
        let secret = Secret { totp: None, totp_step: 0, recovery: String::new(), ..secret };
        sign_in_store::write_secret(batch.reader()?, federation, account, &secret, now)?;
        sign_in_store::end_all_but(batch.reader()?, federation, account, &[])
    })
}

/// The second step of a sign-in: a code of the authenticator or one of the recovery codes. The half-way token ends, and
/// a new one begins. What is kept is read and written in one transaction, so a code sent twice at once works once.
pub fn second_step(app: &App, half: &str, code: &str, visitor: &Visitor) -> Result<SignedIn> {
    let kept = token_hash(half);
    let passed = app.db.write(|tx| {
        let found = sign_in_store::sign_in(tx, app.federation, &kept)?;
        let found = found.filter(|each| each.stage == Stage::Half && each.ends_at > app.now());
        let whose = found.ok_or_else(too_late)?.account;
        let account = store::load(tx, app.federation, whose)?.filter(|account| account.is_open);
        let account = account.ok_or_else(too_late)?;
        must_not_wait(app, tx, whose)?;
        let secret = sign_in_store::secret(tx, app.federation, whose)?.unwrap_or_default();
        let Some(next) = accepted(app, &secret, code)? else {
            count_wrong_second(app, tx, whose)?;
            return Ok::<_, Error>(None);
        };
        sign_in_store::write_secret(tx, app.federation, whose, &next, app.now())?;
        sign_in_store::set_tries(tx, app.federation, &second_subject(whose), 0, app.now())?;
        sign_in_store::end_sign_in(tx, app.federation, &kept)?;
        Ok(Some(account))
    })?;
    let account = passed.ok_or_else(wrong_code)?;
    let login = account.login.clone();
    let token = begin(app, &account, Stage::Whole, visitor, &login)?;
    Ok(SignedIn { token, stage: Stage::Whole, account })
}

fn too_late() -> Error {
    Refusal::new("sign_in_over", "Bước đăng nhập này đã quá mười phút", "Đăng nhập lại từ đầu")
        .into()
}

/// What is kept after a right code; a code is never right twice.
fn accepted(app: &App, secret: &Secret, code: &str) -> Result<Option<Secret>> {
    let Some(sealed) = &secret.totp else { return Ok(None) };
    let key = app.keys.open_bytes(sealed)?;
    let seconds = (app.now().0 / 1000) as u64;
    if let Some(step) = step_of(key, code, seconds, secret.totp_step)? {
        return Ok(Some(Secret { totp_step: step, ..secret.clone() }));
    }
    let hash = code_hash(code);
    let left: Vec<&str> = secret.recovery.lines().filter(|line| *line != hash).collect();
    if left.len() < secret.recovery.lines().count() {
        return Ok(Some(Secret { recovery: left.join("\n"), ..secret.clone() }));
    }
    Ok(None)
}
