//! The accounts of the demo: one for each sort of work, with a password that is no secret.

use domain::accounts::{
    NewAccount, NewPost, Role, actor_of, find_account, give_post, make_link, open_account, use_link,
};
use domain::own::{NewRequest, request_correction};
use domain::people::person_card;
use domain::units::scope_of_code;
use domain::{App, Result};
use kernel::actor::Hold;
use kernel::{Actor, Day, Id};

use super::teller::{CITY_OFFICE, Teller, Told};

/// The password of every account of the demo.
pub const PASSWORD: &str = "ket doan xem thu";

/// An account of the demo: sign-in name, name, what it is for, and its posts as role and unit.
#[derive(Debug)]
pub struct DemoAccount {
    /// The sign-in name.
    pub login: &'static str,
    /// The name of a person who does not exist; empty for a member, who is named as the books name that member.
    pub name: &'static str,
    /// Who it is, in words.
    pub about: &'static str,
    /// Role and code of the unit; an empty code stands for the whole of the books.
    posts: &'static [(&'static str, &'static str)],
}

/// Stands for a grassroots union of the ward of Hoàn Kiếm, whichever the demo holds.
const SOME_UNION: &str = "?";

/// The accounts, in the order in which the door shows them.
pub const ACCOUNTS: &[DemoAccount] = &[
    DemoAccount {
        login: "hoankiem",
        name: "Nguyễn Ngọc Hằng",
        about: "Cán bộ nghiệp vụ, Công đoàn phường Hoàn Kiếm (và sổ của quận trước 1/7/2025)",
        posts: &[("clerk", "cd-phuong-hoan-kiem"), ("clerk", "hoan-kiem")],
    },
    DemoAccount {
        login: "cuanam",
        name: "Lê Minh Tuấn",
        about: "Cán bộ nghiệp vụ, Công đoàn phường Cửa Nam",
        posts: &[("clerk", "cd-phuong-cua-nam")],
    },
    DemoAccount {
        login: "thanhpho",
        name: "Phạm Quỳnh Nga",
        about: "Thường trực văn phòng, LĐLĐ thành phố",
        posts: &[("head", "ha-noi")],
    },
    DemoAccount {
        login: "chutich",
        name: "Đặng Thị Thoa",
        about: "Chủ tịch một công đoàn cơ sở",
        posts: &[("chair", SOME_UNION)],
    },
    DemoAccount {
        login: MEMBER,
        name: "",
        about: "Đoàn viên của công đoàn cơ sở đó, xem hồ sơ của mình và đề nghị sửa",
        posts: &[],
    },
    DemoAccount {
        login: "lanhdao",
        name: "Vũ Đình Khải",
        about: "Lãnh đạo LĐLĐ thành phố, chỉ xem",
        posts: &[("leader", "ha-noi")],
    },
    DemoAccount {
        login: "kiemtra",
        name: "Trần Hữu Lâm",
        about: "Ủy ban kiểm tra, xem cả nhật ký",
        posts: &[("auditor", "")],
    },
    DemoAccount {
        login: "quantri",
        name: "Trịnh Quốc Bảo",
        about: "Quản trị hệ thống",
        posts: &[("administrator", "")],
    },
];

/// The account of a plain member, who holds no post.
const MEMBER: &str = "doanvien";

impl Teller {
    /// Opens the accounts and gives them their posts, as the books end.
    pub(super) fn open_accounts(&self, on: Day) -> Result<()> {
        let actor = Actor::operator(CITY_OFFICE);
        let union = self.some_union();
        for each in ACCOUNTS.iter().filter(|each| each.login != MEMBER) {
            open(&self.app, &actor, each, union.map_or(self.city, |unit| unit.id), on)?;
        }
        let member = union.and_then(|unit| unit.members.first());
        member.map_or(Ok(()), |member| open_for_member(&self.app, &actor, member.person))
    }

    /// The largest union of the ward of Hoàn Kiếm.
    fn some_union(&self) -> Option<&Told> {
        const HOAN_KIEM: usize = 3;
        let here = self
            .units
            .iter()
            .filter(|unit| unit.open && unit.district == HOAN_KIEM && unit.place.ward == 0);
        here.max_by_key(|unit| (unit.members.len(), unit.id))
    }
}

/// The account of a member, and what that member asks to be corrected.
fn open_for_member(app: &App, actor: &Actor, person: Id) -> Result<()> {
    let name = person_card(app, actor, person, false)?.row.name;
    let new = NewAccount { login: MEMBER.to_owned(), name, person: Some(person) };
    let id = open_account(app, actor, &new)?;
    use_link(app, &make_link(app, actor, id)?, PASSWORD)?;
    let member = actor_of(app, &find_account(app, actor, MEMBER)?)?;
    for (field, asked, why) in [
        ("phone", "0912 000 345", "đổi số điện thoại"),
        ("union_title", "Tổ trưởng tổ công đoàn", "theo biên bản họp tổ tháng 10/2026"),
    ] {
        request_correction(app, &member, &NewRequest { field, asked, why: Some(why) })?;
    }
    Ok(())
}

fn open(app: &App, actor: &Actor, account: &DemoAccount, some_union: Id, on: Day) -> Result<()> {
    let (login, name) = (account.login.to_owned(), account.name.to_owned());
    let id = open_account(app, actor, &NewAccount { login, name, person: None })?;
    for (role, code) in account.posts {
        let unit = match *code {
            "" => Hold::WHOLE,
            SOME_UNION => some_union,
            code => scope_of_code(app, actor, code)?,
        };
        let Some(role) = Role::find(role) else { continue };
        let reason = Some("Tài khoản của sổ mẫu".to_owned());
        give_post(
            app,
            actor,
            &NewPost { account: id, unit, role, from: on, to: None, stands_for: None, reason },
        )?;
    }
    use_link(app, &make_link(app, actor, id)?, PASSWORD).map(drop)
}
