//! `user`: accounts from the terminal, above all the first one.

use clap::ArgMatches;
use domain::accounts::{
    NewAccount, NewPost, ROLES, Role, find_account, give_post, make_link, open_account,
};
use domain::units::scope_of_code;
use kernel::Refusal;
use kernel::actor::Hold;

use super::text;
use crate::{answer, books};

/// Runs `user add` and `user link`.
pub(super) fn run(matches: &ArgMatches) -> anyhow::Result<()> {
    match matches.subcommand() {
        Some(("add", own)) => add(own),
        Some(("link", own)) => link(own),
        _ => Ok(()),
    }
}

fn add(matches: &ArgMatches) -> anyhow::Result<()> {
    let app = books::open(matches)?;
    let actor = books::operator();
    let login = text(matches, "login").unwrap_or_default().to_owned();
    let name = text(matches, "name").unwrap_or_default().to_owned();
    let role = role(text(matches, "role").unwrap_or_default())?;
    let unit = match text(matches, "unit") {
        Some(code) => scope_of_code(&app, &actor, code)?,
        None => Hold::WHOLE,
    };
    let account = open_account(&app, &actor, &NewAccount { login, name, person: None })?;
    let (from, reason) = (app.today(), Some("Lệnh ketdoan user add".to_owned()));
    give_post(
        &app,
        &actor,
        &NewPost { account, unit, role, from, to: None, stands_for: None, reason },
    )?;
    tell(&make_link(&app, &actor, account)?);
    Ok(())
}

fn role(code: &str) -> Result<&'static Role, Refusal> {
    Role::find(code).ok_or_else(|| {
        let known: Vec<&str> = ROLES.iter().map(|role| role.code).collect();
        Refusal::new(
            "unknown_role",
            format!("Không có chức danh “{code}”"),
            format!("Chọn một trong: {}", known.join(", ")),
        )
    })
}

fn link(matches: &ArgMatches) -> anyhow::Result<()> {
    let app = books::open(matches)?;
    let actor = books::operator();
    let account = find_account(&app, &actor, text(matches, "login").unwrap_or_default())?;
    tell(&make_link(&app, &actor, account.id)?);
    Ok(())
}

fn tell(token: &str) {
    answer::line(&format!("Liên kết đặt mật khẩu, dùng một lần trong ba ngày: /link/{token}"));
}
