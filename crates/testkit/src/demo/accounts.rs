//! The accounts of the demo: one for each sort of work, with a password that is no secret.

use domain::accounts::{NewAccount, NewPost, Role, give_post, make_link, open_account, use_link};
use domain::units::scope_of_code;
use domain::{App, Result};
use kernel::actor::Hold;
use kernel::{Actor, Day, Id};

use super::teller::{CITY_OFFICE, Teller};

/// The password of every account of the demo.
pub const PASSWORD: &str = "ket doan xem thu";

/// An account of the demo: sign-in name, name, what it is for, and its posts as role and unit.
#[derive(Debug)]
pub struct DemoAccount {
    /// The sign-in name.
    pub login: &'static str,
    /// The name of a person who does not exist.
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

impl Teller {
    /// Opens the accounts and gives them their posts, as the books end.
    pub(super) fn open_accounts(&self, on: Day) -> Result<()> {
        let actor = Actor::operator(CITY_OFFICE);
        ACCOUNTS.iter().try_for_each(|each| open(&self.app, &actor, each, self.some_union(), on))
    }

    /// The largest union of the ward of Hoàn Kiếm.
    fn some_union(&self) -> Id {
        const HOAN_KIEM: usize = 3;
        let here = self
            .units
            .iter()
            .filter(|unit| unit.open && unit.district == HOAN_KIEM && unit.place.ward == 0);
        here.max_by_key(|unit| (unit.members.len(), unit.id)).map_or(self.city, |unit| unit.id)
    }
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
