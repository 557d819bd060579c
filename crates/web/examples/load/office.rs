//! The books that are measured, and who reads them: an administrator of the whole, and a clerk of one province.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use database::Db;
use domain::accounts::{self, NewAccount, NewPost, Role, Visitor};
use domain::imports::{self, Request};
use domain::people::{Filter, Keys, members};
use domain::reorganisations::{self, Decision};
use domain::units::scope_of_code;
use domain::{App, Error};
use kernel::actor::Hold;
use kernel::{Actor, SystemClock};
use testkit::generate::{self, SCOPE};

use crate::Result;
use crate::pages::Ground;
use crate::seeds::seeds;

/// Of generated accounts on generated books.
const PASSWORD: &str = "đo một văn phòng";

/// Opens the books in a folder; the first time it makes them.
pub(crate) fn open(folder: &Path, members: usize, units: usize) -> Result<Arc<App>> {
    std::fs::create_dir_all(folder)?;
    let file = folder.join("books.db");
    let keys = || Keys::open_file(&folder.join("ketdoan.key"));
    if !file.exists() {
        let part = folder.join("books.part.db");
        let _ = std::fs::remove_file(&part);
        let part_books = Db::open_file(&part)?;
        part_books.write_without_care()?;
        let app = App::open(part_books, Arc::new(SystemClock), keys()?)?;
        let tell = &mut |what: &str| eprint!("\r{what}        ");
        generate::build(&app, &operator(), units, members, 1, tell)?;
        drop(app);
        Db::open_file(&part)?.optimize()?;
        std::fs::rename(&part, &file)?;
    }
    Ok(Arc::new(App::open(Db::open_file(&file)?, Arc::new(SystemClock), keys()?)?))
}

fn operator() -> Actor {
    Actor::operator("đo")
}

/// A reader: who it is and what is in sight.
pub(crate) struct Reader {
    login: &'static str,
    union: &'static str,
    pub(crate) ground: Ground,
}

impl Reader {
    pub(crate) fn administrator(app: &App, folder: &Path) -> Result<Self> {
        let seen = [SCOPE, "tinh-1", "cdcs-1-7"];
        Self::of(app, folder, ("do-quantri", "administrator"), None, seen)
    }

    /// A clerk of a province: 3.677 unions of the 20.000, 184 thousand members of the million.
    pub(crate) fn clerk(app: &App, folder: &Path) -> Result<Self> {
        let seen = ["tinh-1", "phuong-1-3", "cdcs-1-120"];
        Self::of(app, folder, ("do-canbo", "clerk"), Some("tinh-1"), seen)
    }

    fn of(
        app: &App,
        folder: &Path,
        (login, role): (&'static str, &str),
        at: Option<&str>,
        [unit, ward, union]: [&'static str; 3],
    ) -> Result<Self> {
        let actor = operator();
        let at = at.map_or(Ok(Hold::WHOLE), |code| scope_of_code(app, &actor, code))?;
        if accounts::find_account(app, &actor, login).is_err() {
            let new = NewAccount { login: login.to_owned(), name: login.to_owned(), person: None };
            let account = accounts::open_account(app, &actor, &new)?;
            let role = Role::find(role).ok_or("a role")?;
            let (from, reason) = (app.today(), Some("đo".to_owned()));
            let post =
                NewPost { account, unit: at, role, from, to: None, stands_for: None, reason };
            accounts::give_post(app, &actor, &post)?;
            let link = accounts::make_link(app, &actor, account)?;
            accounts::use_link(app, &link, PASSWORD)?;
        }
        let below = scope_of_code(app, &actor, union)?;
        let found = members(app, &actor, below, &Filter::default(), None, 1)?;
        let person = found.rows.first().map(|row| row.id.to_string()).unwrap_or_default();
        let mut names: Vec<(String, String)> =
            [("unit", unit), ("ward", ward), ("union", union), ("person", &person)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
        names.extend(seeds(app, &actor, folder)?);
        let mut reader = Self { login, union, ground: Ground { names } };
        let (import, draft) = (reader.prepare(app)?, reader.draft(app)?);
        reader.ground.names.push(("import".to_owned(), import));
        reader.ground.names.push(("draft".to_owned(), draft));
        Ok(reader)
    }

    /// Sends a list of a thousand people to be looked at; its number.
    fn prepare(&self, app: &App) -> Result<String> {
        let mut text = String::from("STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD\r\n");
        for row in 0..1000 {
            let _ = write!(text, "{};Nguyễn Văn Thử;Nam;01/02/1990;001090{row:06}\r\n", row + 1);
        }
        let request = Request {
            kind: imports::Kind::Members,
            file_name: "ds.csv",
            bytes: text.as_bytes(),
            unit: Some(self.union),
            as_of: None,
        };
        let session = accounts::visit(app, &self.sign_in(app)?)?.ok_or("a sign-in")?;
        Ok(imports::prepare(app, &session.actor, &request)?.to_string())
    }

    /// Sends the list of a decision to be looked at; its number.
    fn draft(&self, app: &App) -> Result<String> {
        let decision = Decision {
            number: "30/QĐ-LĐLĐ".to_owned(),
            issued_on: Some("2024-01-02".to_owned()),
            issuer: "LĐLĐ tỉnh 1".to_owned(),
            on: "2024-02-01".to_owned(),
            reason: "Sắp xếp".to_owned(),
        };
        let list = "TT;Tên đơn vị;Hình thức;Chuyển về;Tên mới\r\n1;Công ty số 121 tỉnh 1;Đổi tên;;Công ty mới\r\n";
        let session = accounts::visit(app, &self.sign_in(app)?)?.ok_or("a sign-in")?;
        let file = ("ds.csv", list.as_bytes());
        Ok(reorganisations::prepare(app, &session.actor, "tinh-1", decision, file)?.to_string())
    }

    /// One more sign-in; its token.
    pub(crate) fn sign_in(&self, app: &App) -> std::result::Result<String, Error> {
        let visitor = Visitor { agent: "đo".to_owned(), address: "127.0.0.1".to_owned() };
        Ok(accounts::sign_in(app, self.login, PASSWORD, &visitor)?.token)
    }
}
