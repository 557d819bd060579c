//! What is done with an account: a post given or ended, a link made, sign-ins ended, the account
//! corrected or closed.

use axum::http::StatusCode;
use axum::response::Response;
use domain::accounts::{self, Account, NewPost, Role};
use domain::units::scope_of_code;
use kernel::actor::Hold;
use kernel::{Id, Refusal};
use maud::html;

use super::{card, open, words};
use crate::frame::unplaced;
use crate::parts::typed;
use crate::problem::Problem;
use crate::site::Visit;

/// The account of the path, within reach.
pub(crate) fn account(visit: &Visit) -> Result<Account, domain::Error> {
    accounts::find_account(&visit.app, &visit.actor, card::login_of(visit))
}

/// Goes back to the account's page with a message, or shows it again with what was refused. Who may not see the account
/// is shown no page of it.
pub(crate) fn back<T>(
    visit: &Visit,
    told: Result<T, domain::Error>,
    message: String,
) -> Result<Response, Problem> {
    match told {
        Ok(_) => visit.done(&format!("/accounts/{}", card::login_of(visit)), &message),
        Err(domain::Error::Refused(refusal)) if account(visit).is_ok() => {
            let status = match refusal.code {
                "not_allowed" | "out_of_reach" | "grants_more_than_held" => StatusCode::FORBIDDEN,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            card::show(visit, status, Some(&refusal))
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives a post.
pub(super) fn give(visit: &Visit) -> Result<Response, Problem> {
    let role = Role::find(visit.form.text("role"));
    let name = role.map_or("", |role| visit.say.text(role.name));
    let message = visit.say.fill(words::POST_GIVEN, &[("role", name)]);
    back(visit, give_as_asked(visit, role), message)
}

fn give_as_asked(visit: &Visit, role: Option<&'static Role>) -> Result<Id, domain::Error> {
    let (app, actor, form) = (&visit.app, &visit.actor, &visit.form);
    let account = account(visit)?;
    let role = role
        .ok_or_else(|| Refusal::new("unknown_role", words::BAD_ROLE.vi, words::BAD_ROLE_DO.vi))?;
    let unit = match form.some("unit") {
        Some(code) => scope_of_code(app, actor, code)?,
        None if form.some("whole").is_some() => Hold::WHOLE,
        None => {
            let (what, remedy) = (words::NO_UNIT.vi, words::NO_UNIT_DO.vi);
            return Err(Refusal::new("post_without_unit", what, remedy).into());
        }
    };
    let day = |field| form.some(field).map(typed::day).transpose();
    let stands_for = match form.some("stands_for") {
        Some(login) => Some(post_of(visit, login, role, unit)?),
        None => None,
    };
    let new = NewPost {
        account: account.id,
        unit,
        role,
        from: day("from")?.unwrap_or(visit.today),
        to: day("to")?,
        stands_for,
        reason: form.some("reason").map(|text| text.chars().take(200).collect()),
    };
    accounts::give_post(app, actor, &new)
}

/// The post that a stand-in takes over.
fn post_of(visit: &Visit, login: &str, role: &Role, unit: Id) -> Result<Id, domain::Error> {
    let card = accounts::account_card(&visit.app, &visit.actor, login)?;
    let same = card.posts.iter().find(|post| {
        post.role == role && post.unit == unit && post.to.is_none_or(|to| to > visit.today)
    });
    let none = || {
        Refusal::new(
            "stand_in_differs",
            words::NO_STAND_FOR.vi,
            "Kiểm tra lại chức danh, đơn vị và tên đăng nhập",
        )
    };
    Ok(same.ok_or_else(none)?.id)
}

/// Ends a post.
pub(super) fn end(visit: &Visit) -> Result<Response, Problem> {
    let end = || {
        let login = card::login_of(visit);
        let card = accounts::account_card(&visit.app, &visit.actor, login)?;
        let on = typed::day(visit.form.text("on"))?;
        let asked = Id::parse(visit.form.text("post"));
        let unknown = || {
            Refusal::new(
                "unknown_post",
                "Tài khoản này không có chức vụ ấy",
                "Mở lại trang rồi chọn lại",
            )
        };
        let post = card.posts.iter().find(|post| Some(post.id) == asked).ok_or_else(unknown)?;
        accounts::end_post(&visit.app, &visit.actor, post.id, on)
    };
    back(visit, end(), visit.say.text(words::POST_ENDED).to_owned())
}

/// Makes a link to set a password and shows it once.
pub(super) fn link(visit: &Visit) -> Result<Response, Problem> {
    let say = visit.say;
    let made = account(visit).and_then(|account| {
        let token = accounts::make_link(&visit.app, &visit.actor, account.id)?;
        Ok((account, token))
    });
    let (account, token) = match made {
        Ok(made) => made,
        Err(error) => return back::<()>(visit, Err(error), String::new()),
    };
    let address = format!("{}/link/{token}", visit.public_address().unwrap_or_default());
    let title = say.fill(words::LINK_MADE, &[("login", &account.login)]);
    let content = html! {
        div.head { div { h1 { (title) } p { (say.text(words::LINK_HINT)) } } }
        section.sheet { div.pad.gap {
            p.note.warn { i.i.i-warn aria-hidden="true" {} span { (say.text(words::LINK_ONCE)) } }
            p { output.secret id="lien-ket" { (address) } }
            div.acts {
                button.btn.main type="button" hidden data-copy=(say.text(words::COPIED)) data-of="lien-ket" { (say.text(words::COPY)) }
                a.btn href={ "/accounts/" (account.login) } { (say.fill(words::BACK_TO, &[("login", &account.login)])) }
            }
        } }
    };
    unplaced(visit, StatusCode::OK, &title, &content)
}

/// Ends every sign-in of the account.
pub(super) fn end_sign_ins(visit: &Visit) -> Result<Response, Problem> {
    let told = account(visit)
        .and_then(|account| accounts::end_sign_ins(&visit.app, &visit.actor, account.id));
    let places = [("login", card::login_of(visit))];
    back(visit, told, visit.say.fill(words::SIGN_INS_ENDED, &places))
}

/// Takes a lost second factor off the account.
pub(super) fn end_second(visit: &Visit) -> Result<Response, Problem> {
    let told = account(visit)
        .and_then(|account| accounts::lift_second_factor(&visit.app, &visit.actor, account.id));
    let places = [("login", card::login_of(visit))];
    back(visit, told, visit.say.fill(words::SECOND_LIFTED, &places))
}

/// Puts right the name of the account and the record it opens.
pub(super) fn amend(visit: &Visit) -> Result<Response, Problem> {
    let told = account(visit).and_then(|account| {
        let person = open::person_typed(visit)?;
        let name = visit.form.text("name");
        accounts::amend_account(&visit.app, &visit.actor, account.id, (name, person))
    });
    let places = [("login", card::login_of(visit))];
    back(visit, told, visit.say.fill(words::AMENDED, &places))
}

/// Closes the account.
pub(super) fn close(visit: &Visit) -> Result<Response, Problem> {
    let told = account(visit).and_then(|account| {
        if visit.form.text("sure") != "yes" {
            return Err(Refusal::new(
                "not_sure",
                "Chưa đánh dấu đồng ý đóng tài khoản",
                "Đánh dấu rồi gửi lại",
            )
            .into());
        }
        accounts::close_account(&visit.app, &visit.actor, account.id)
    });
    let places = [("login", card::login_of(visit))];
    back(visit, told, visit.say.fill(words::ACCOUNT_CLOSED, &places))
}
