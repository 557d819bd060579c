//! What a sign-in name, a password and a post must be. Pure.

use kernel::{Actor, Day, Id, Refusal};

use super::model::{Account, NewPost, Post, Proven};

/// Letters of a password at least. Length is what protects; no mixture of signs is asked.
pub(super) const PASSWORD_MIN: usize = 10;
/// Letters of a password at most: a sentence, and no more work than one hash.
pub(super) const PASSWORD_MAX: usize = 256;
const NAME_MAX: usize = 60;

/// A sign-in name as it is kept: small letters.
pub(super) fn check_login(login: &str) -> Result<String, Refusal> {
    let login = login.trim().to_lowercase();
    let fits = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-_".contains(letter)
    };
    if (3..=40).contains(&login.len()) && login.chars().all(fits) {
        return Ok(login);
    }
    Err(Refusal::new(
        "bad_login",
        format!(
            "“{}” không dùng làm tên đăng nhập được",
            login.chars().take(40).collect::<String>()
        ),
        "Dùng 3 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối, gạch dưới",
    ))
}

/// The name of a person.
pub(super) fn check_name(name: &str) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.is_empty() && name.chars().count() <= NAME_MAX {
        return Ok(name);
    }
    Err(Refusal::new(
        "bad_person_name",
        "Thiếu họ tên, hoặc họ tên dài quá 60 chữ",
        "Ghi họ tên đầy đủ của người dùng tài khoản",
    ))
}

/// A password: long enough, and not what anybody would try first.
pub(super) fn check_password(password: &str, login: &str, name: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if length < PASSWORD_MIN {
        return Err(Refusal::new(
            "password_too_short",
            format!("Mật khẩu có {length} ký tự, cần ít nhất {PASSWORD_MIN}"),
            "Dùng vài từ ghép lại, như bốn từ không liên quan với nhau; không cần ký tự đặc biệt",
        ));
    }
    if length > PASSWORD_MAX {
        return Err(Refusal::new(
            "password_too_long",
            format!("Mật khẩu dài quá {PASSWORD_MAX} ký tự"),
            "Dùng mật khẩu ngắn hơn",
        ));
    }
    if is_guessed_first(password, login, name) {
        return Err(Refusal::new(
            "password_guessed_first",
            "Mật khẩu chỉ gồm tên bạn, tên đăng nhập, một dãy phím hoặc một ký tự lặp lại",
            "Thêm vài từ mà người khác không đoán được",
        ));
    }
    Ok(())
}

/// Whether nothing is left of a password once the names, sequences and repetitions are taken out.
fn is_guessed_first(password: &str, login: &str, name: &str) -> bool {
    const KNOWN: [&str; 12] = [
        "matkhau",
        "password",
        "congdoan",
        "ketdoan",
        "qwerty",
        "abc",
        "admin",
        "hanoi",
        "vietnam",
        "1234567890",
        "0987654321",
        "123456789",
    ];
    let mut rest: String =
        vietnamese::fold::fold(password).chars().filter(|each| each.is_alphanumeric()).collect();
    let folded = |text: &str| -> String {
        vietnamese::fold::fold(text).chars().filter(|each| each.is_alphanumeric()).collect()
    };
    let mut parts = vec![folded(login), folded(name)];
    parts.extend(name.split_whitespace().map(folded).filter(|part| part.len() > 2));
    parts.extend(KNOWN.map(str::to_owned));
    for part in parts.iter().filter(|part| !part.is_empty()) {
        rest = rest.replace(part.as_str(), "");
    }
    let bytes = rest.as_bytes();
    let is_step = |pair: &[u8]| pair[1].abs_diff(pair[0]) <= 1;
    let steps = bytes.windows(2).filter(|pair| is_step(pair)).count();
    // What remains must hold at least five letters that do not just follow each other.
    bytes.len().saturating_sub(steps) < 5
}

/// A post to be given: days in order, no wider than what the giver holds, and a stand-in has an end.
pub(super) fn check_post(post: &NewPost) -> Result<(), Refusal> {
    if post.to.is_some_and(|to| to <= post.from) {
        return Err(Refusal::new(
            "post_ends_before_it_begins",
            "Chức vụ kết thúc trước khi bắt đầu",
            "Kiểm tra lại hai ngày",
        ));
    }
    if post.stands_for.is_some() && post.to.is_none() {
        return Err(Refusal::new(
            "stand_in_without_end",
            "Người thay tạm thời phải có ngày hết hạn",
            "Ghi ngày hết hạn của việc thay thế",
        ));
    }
    Ok(())
}

/// Nobody grants a power they do not hold at that unit.
pub(super) fn check_giver(giver: &Actor, post: &NewPost, chain: &[Id]) -> Result<(), Refusal> {
    let lacking = post.role.powers.iter().find(|power| !giver.may_at(**power, chain));
    match lacking {
        None => Ok(()),
        Some(power) => Err(Refusal::new(
            "grants_more_than_held",
            format!(
                "Chức danh “{}” có quyền “{}” mà bạn không có ở đơn vị này",
                post.role.name.vi,
                power.name().vi
            ),
            "Chọn chức danh hẹp hơn, hoặc nhờ người có quyền ấy giao",
        )),
    }
}

/// The end of a post: after its beginning, and no later than it would end anyway; to hold it longer is to give it anew.
pub(super) fn check_end(post: &Post, to: Day) -> Result<(), Refusal> {
    if to < post.from {
        return Err(Refusal::new(
            "post_ends_before_it_begins",
            "Chức vụ kết thúc trước khi bắt đầu",
            "Kiểm tra lại ngày kết thúc",
        ));
    }
    match post.to.filter(|ends| to > *ends) {
        None => Ok(()),
        Some(ends) => Err(Refusal::new(
            "post_already_ends",
            format!("Chức vụ này đã có ngày kết thúc {}", ends.vi()),
            "Chọn ngày sớm hơn, hoặc giao chức vụ mới",
        )),
    }
}

/// Who may be given a post: an open account, and not the giver's own.
pub(super) fn check_receiver(giver: &Actor, receiver: &Account) -> Result<(), Refusal> {
    if giver.account == Some(receiver.id) {
        return Err(Refusal::new(
            "own_account",
            "Không tự giao chức vụ cho chính mình",
            "Nhờ người quản lý tài khoản khác giao",
        ));
    }
    if !receiver.is_open {
        return Err(Refusal::new(
            "closed_account",
            format!("Tài khoản {} đã đóng", receiver.login),
            "Chọn tài khoản đang dùng, hoặc mở tài khoản mới",
        ));
    }
    Ok(())
}

/// Identities of one account at most: a provider or two, and one while changing over.
const IDENTITIES_MAX: usize = 5;
/// Letters of a subject at most, by the specification; of an issuer, an address.
const SUBJECT_MAX: usize = 255;

/// An identity as it may be kept.
pub(super) fn check_identity(proven: &Proven<'_>) -> Result<(), Refusal> {
    let fits = |text: &str| {
        (1..=SUBJECT_MAX).contains(&text.len())
            && text.trim() == text
            && !text.chars().any(char::is_control)
    };
    if fits(proven.issuer) && fits(proven.subject) {
        return Ok(());
    }
    Err(Refusal::new(
        "bad_identity",
        "Mã danh tính trống, dài quá 255 ký tự hoặc có dấu cách ở hai đầu",
        "Chép đúng mã người dùng (sub) mà nhà cung cấp danh tính ghi",
    ))
}

/// An identity belongs to one account, and an account has a few.
pub(super) fn check_tie(account: Id, holder: Option<Id>, tied: usize) -> Result<(), Refusal> {
    match holder {
        Some(holder) if holder == account => Err(Refusal::new(
            "identity_already_tied",
            "Danh tính này đã gắn với tài khoản rồi",
            "Không cần làm gì thêm",
        )),
        Some(_) => Err(Refusal::new(
            "identity_taken",
            "Danh tính này đang gắn với một tài khoản khác",
            "Nhờ người quản lý tài khoản gỡ ở tài khoản kia trước",
        )),
        None if tied >= IDENTITIES_MAX => Err(Refusal::new(
            "too_many_identities",
            format!("Tài khoản đã gắn {IDENTITIES_MAX} danh tính"),
            "Gỡ danh tính không dùng nữa rồi gắn lại",
        )),
        None => Ok(()),
    }
}

/// Refuses what is done to others' accounts and not to one's own.
fn check_anothers(
    actor: &Actor,
    account: Id,
    message: &'static str,
    remedy: &'static str,
) -> Result<(), Refusal> {
    if actor.account != Some(account) {
        return Ok(());
    }
    Err(Refusal::new("own_account", message, remedy))
}

/// What one's own account is tied to is proven by signing in there, not typed.
pub(super) fn check_not_own(actor: &Actor, account: Id) -> Result<(), Refusal> {
    check_anothers(
        actor,
        account,
        "Danh tính của chính mình được gắn bằng cách đăng nhập ở nhà cung cấp",
        "Mở trang Tài khoản của tôi rồi chọn gắn danh tính",
    )
}

/// One's own second factor is turned off with the password, so that a thief at an open page cannot.
pub(super) fn check_not_own_factor(actor: &Actor, account: Id) -> Result<(), Refusal> {
    check_anothers(
        actor,
        account,
        "Xác thực hai bước của chính mình được tắt bằng mật khẩu",
        "Mở trang Tài khoản của tôi rồi tắt ở đó",
    )
}

/// Refuses an amendment of a closed account or of one's own, and one that changes nothing.
pub(super) fn check_amendment(
    actor: &Actor,
    account: &Account,
    (name, person): (&str, Option<Id>),
) -> Result<(), Refusal> {
    if !account.is_open {
        let message = format!("Tài khoản {} đã đóng", account.login);
        return Err(Refusal::new("account_closed", message, "Mở tài khoản khác cho người này"));
    }
    check_anothers(
        actor,
        account.id,
        "Không tự sửa được tài khoản của chính mình",
        "Nhờ người quản lý tài khoản khác sửa",
    )?;
    if account.name == name && account.person == person {
        let message = "Họ tên và hồ sơ vẫn như đang ghi";
        return Err(Refusal::new("nothing_changed", message, "Sửa rồi ghi lại"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_kept_as_the_provider_tells_it_or_not_at_all() {
        let told = |issuer: &str, subject: &str| {
            let proven = Proven { issuer, subject, named: None };
            check_identity(&proven).err().map(|refusal| refusal.code)
        };
        let long = "x".repeat(256);
        for (subject, expected) in [
            ("248289761001", None),
            ("", Some("bad_identity")),
            (" 248289761001", Some("bad_identity")),
            ("a\nb", Some("bad_identity")),
            (&*long, Some("bad_identity")),
        ] {
            assert_eq!(told("https://cong.example", subject), expected, "{subject}");
        }
        assert_eq!(told("", "248289761001"), Some("bad_identity"));
    }

    #[test]
    fn an_identity_belongs_to_one_account_and_an_account_has_a_few() {
        let told = |holder, tied| {
            check_tie(Id(1), holder, tied).err().map(|refusal: Refusal| refusal.code)
        };
        for (holder, tied, expected) in [
            (None, 0, None),
            (None, 4, None),
            (None, 5, Some("too_many_identities")),
            (Some(Id(1)), 1, Some("identity_already_tied")),
            (Some(Id(2)), 0, Some("identity_taken")),
            (Some(Id(2)), 5, Some("identity_taken")),
        ] {
            assert_eq!(told(holder, tied), expected, "{holder:?} {tied}");
        }
    }

    #[test]
    fn a_password_is_refused_only_for_what_makes_it_weak() {
        let told = |password: &str| {
            check_password(password, "hang.nt", "Nguyễn Thu Hằng").err().map(|refusal| refusal.code)
        };
        for (password, expected) in [
            ("ngắn", Some("password_too_short")),
            ("NguyenThuHang", Some("password_guessed_first")),
            ("hang.nt hang.nt", Some("password_guessed_first")),
            ("1234567890", Some("password_guessed_first")),
            ("aaaaaaaaaaaaaa", Some("password_guessed_first")),
            ("matkhau123456789", Some("password_guessed_first")),
            ("cá chép vượt vũ môn", None),
            ("ghế xanh bàn đỏ", None),
            ("kx7!mv2#qd", None),
        ] {
            assert_eq!(told(password), expected, "{password}");
        }
        assert_eq!(told(&"mưa nắng ".repeat(40)), Some("password_too_long"));
    }

    #[test]
    fn a_sign_in_name_has_plain_letters_only() {
        assert_eq!(check_login(" Hang.NT ").as_deref(), Ok("hang.nt"));
        for wrong in ["", "ab", "hằng", "a b c", &"x".repeat(41), "a<b"] {
            assert_eq!(check_login(wrong).unwrap_err().code, "bad_login", "{wrong}");
        }
    }
}
