//! Report packages at the command line: from one set of books into another by file, and between running programs by HTTP.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod served;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::App;
use domain::accounts::{self, NewAccount, NewPost, Role, Visitor};
use domain::reports::{Key, Step, Typed, act, find_form, type_cells};
use domain::units::scope_of_code;
use kernel::{Actor, Period, Power};
use serde_json::Value;
use served::Server;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ketdoan"));
    command.env("LC_ALL", "vi_VN.UTF-8").env_remove("KETDOAN_TOKEN");
    command
}

fn run(data: &Path, arguments: &[&str]) -> Output {
    program().args(arguments).arg("--data").arg(data).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn told(output: &Output) -> Value {
    serde_json::from_str(&said(output)).unwrap()
}

fn app(data: &Path) -> App {
    let db = db::Db::open_file(&data.join("books.db")).unwrap();
    let keys = domain::people::Keys::open_file(&data.join("ketdoan.key")).unwrap();
    App::open(db, std::sync::Arc::new(kernel::SystemClock), keys).unwrap()
}

/// A folder with two sets of books: district `quan` on its own, and the city over `quan-k`.
struct Both {
    folder: tempfile::TempDir,
    sender: PathBuf,
    receiver: PathBuf,
}

impl Both {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let [sender, receiver] = ["gui", "nhan"].map(|name| folder.path().join(name));
        let add = |data: &Path, arguments: &[&str]| {
            said(&run(data, &[&["unit", "add"], arguments].concat()));
        };
        add(&sender, &["quan", "LĐLĐ quận K", "--kind", "quan"]);
        add(&sender, &["cdcs", "CĐCS Công ty May", "--under", "quan"]);
        add(&receiver, &["tp", "LĐLĐ thành phố", "--kind", "tinh"]);
        add(&receiver, &["quan-k", "LĐLĐ quận K", "--kind", "quan", "--under", "tp"]);
        Self { folder, sender, receiver }
    }

    /// The district files a report and approves it.
    fn file(&self, workers: i64) {
        let (app, actor) = (app(&self.sender), Actor::operator("Văn thư"));
        let unit = scope_of_code(&app, &actor, "quan").unwrap();
        let form = find_form("doan_vien_cdcs").unwrap();
        let key = Key { unit, form, period: Period::parse("2025-H1").unwrap() };
        let state = domain::figures::State::NotReported;
        let cell = Typed { line: "IV.1".to_owned(), value: Some(workers), state, note: None };
        if workers > 1_000 {
            act(&app, &actor, &key, Step::Reopen, Some("sửa số"), &[]).unwrap();
        }
        type_cells(&app, &actor, &key, &[cell]).unwrap();
        for step in [Step::Submit, Step::Approve] {
            act(&app, &actor, &key, step, None, &[]).unwrap();
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Makes the package of the last version.
    fn export(&self, name: &str) -> String {
        let file = self.path(name);
        let arguments =
            ["package", "export", "doan_vien_cdcs", "--scope", "quan", "--period", "2025-H1"];
        said(&run(&self.sender, &[&arguments[..], &["--out", &file]].concat()));
        file
    }

    /// Compares the key and trusts it.
    fn trust(&self) -> String {
        let own = told(&run(&self.sender, &["package", "key", "own", "--json"]));
        let key = own["key"].as_str().unwrap().to_owned();
        let arguments = ["package", "key", "add", &key, "--unit", "quan-k", "--code", "quan"];
        let added =
            said(&run(&self.receiver, &[&arguments[..], &["--note", "qua điện thoại"]].concat()));
        assert!(added.contains(own["fingerprint"].as_str().unwrap()), "{added}");
        key
    }
}

#[test]
fn a_package_goes_from_one_set_of_books_into_another_by_file() {
    let both = Both::new();
    let arguments =
        ["package", "export", "doan_vien_cdcs", "--scope", "quan", "--period", "2025-H1"];
    assert!(refused(&run(&both.sender, &arguments)).contains("[report_not_approved]"));
    both.file(900);
    let file = both.export("goi.json");
    let nowhere = both.folder.path().join("none");
    let shown = said(&run(&nowhere, &["package", "show", &file]));
    assert!(shown.contains("LĐLĐ quận K (quan)") && shown.contains("900"), "{shown}");
    assert!(!nowhere.exists(), "no books are opened for it");
    let receive = |file: &str, more: &[&str]| {
        run(&both.receiver, &[&["package", "receive", file], more].concat())
    };
    assert!(refused(&receive(&file, &[])).contains("[unknown_sender_key]"));
    let key = both.trust();
    let seen = told(&receive(&file, &["--dry-run", "--json"]));
    assert_eq!((&seen["standing"], &seen["unit"]), (&"first".into(), &"quan-k".into()));
    assert!(!said(&run(&both.receiver, &["package", "list"])).contains("quan-k"));
    let taken = told(&receive(&file, &["--json"]));
    assert_eq!((&taken["standing"], &taken["version"]), (&"first".into(), &1.into()));
    assert_eq!(told(&receive(&file, &["--json"]))["standing"], "known");
    both.file(1_200);
    let second = both.export("goi-2.json");
    let seen = told(&receive(&second, &["--dry-run", "--json"]));
    assert_eq!((&seen["standing"], &seen["replaces"]), (&"supersedes".into(), &1.into()));
    assert_eq!(seen["changes"][0], serde_json::json!(["IV.1", 900, 1200]));
    assert_eq!(told(&receive(&second, &["--json"]))["standing"], "supersedes");
    let above = ["report", "doan_vien_cdcs", "--scope", "tp", "--period", "2025-H1", "--json"];
    let report = told(&run(&both.receiver, &above));
    let cells = report["cells"].as_array().unwrap();
    let cell = cells.iter().find(|cell| cell["line"] == "IV.1").unwrap();
    assert_eq!((&cell["value"], &cell["gathered"]["received"]), (&1200.into(), &1.into()));
    let lists = told(&run(&both.receiver, &["package", "list", "--json"]));
    assert_eq!(lists["received"].as_array().map(Vec::len), Some(2));
    assert_eq!(lists["received"][1]["is_superseded"], true);
    assert_eq!(lists["received"][1]["period"], "2025-H1");
    let altered = std::fs::read_to_string(&second).unwrap().replacen("1200", "1201", 1);
    std::fs::write(both.path("sua.json"), altered).unwrap();
    for door in [&["package", "show"][..], &["package", "receive"]] {
        let output = run(&both.receiver, &[door, &[&both.path("sua.json")]].concat());
        assert!(refused(&output).contains("[package_altered]"), "{door:?}");
    }
    let end = [
        "package",
        "key",
        "end",
        &key,
        "--unit",
        "quan-k",
        "--why",
        "thay máy",
        "--to",
        "2026-01-01",
    ];
    assert!(refused(&run(&both.receiver, &end)).contains("[key_bad_end]"));
    assert!(said(&run(&both.receiver, &end[..8])).contains("không được tin"));
    let keys = told(&run(&both.receiver, &["package", "key", "list", "--json"]));
    assert!(keys[0]["to"].is_string(), "{keys}");
    for data in [&both.receiver, &both.sender] {
        assert!(run(data, &["doctor"]).status.success());
    }
}

/// A token of an account with a post at the city.
fn token(data: &Path) -> String {
    let (app, by) = (app(data), Actor::operator("thử"));
    let new =
        NewAccount { login: "may".to_owned(), name: "Máy của quận".to_owned(), person: None };
    let account = accounts::open_account(&app, &by, &new).unwrap();
    let unit = scope_of_code(&app, &by, "tp").unwrap();
    let (from, to, stands_for, reason) = (app.today(), None, None, None);
    let role = Role::find("clerk").unwrap();
    let post = NewPost { account, unit, role, from, to, stands_for, reason };
    accounts::give_post(&app, &by, &post).unwrap();
    let link = accounts::make_link(&app, &by, account).unwrap();
    accounts::use_link(&app, &link, "ghế xanh bàn đỏ").unwrap();
    let session =
        accounts::sign_in(&app, "may", "ghế xanh bàn đỏ", &Visitor::default()).unwrap().token;
    let actor = accounts::visit(&app, &session).unwrap().unwrap().actor;
    let mut to = app.today();
    for _ in 0..30 {
        to = to.next();
    }
    accounts::make_token(&app, &actor, "gửi báo cáo", &[Power::ApproveReports], to).unwrap()
}

#[test]
fn a_package_is_sent_to_a_running_program_and_taken_in_once() {
    let both = Both::new();
    both.file(900);
    let file = both.export("goi.json");
    both.trust();
    std::fs::write(both.path("ma"), token(&both.receiver)).unwrap();
    let server = Server::start(&both.receiver);
    let send = |file: &str, url: &str, token: &str| {
        program()
            .args(["package", "send", file, url, "--token-file", token, "--json"])
            .output()
            .unwrap()
    };
    let (url, held) = (&*format!("http://{}", server.address), both.path("ma"));
    assert_eq!(told(&send(&file, url, &held))["standing"], "first");
    assert_eq!(told(&send(&file, &format!("{url}/"), &held))["standing"], "known");
    std::fs::write(both.path("sai"), "0".repeat(64)).unwrap();
    assert!(refused(&send(&file, url, &both.path("sai"))).contains("[no_token]"));
    assert!(
        refused(&send(&file, "http://so.congdoan.example", &held)).contains("[insecure_address]")
    );
    let altered = std::fs::read_to_string(&file).unwrap().replacen("900", "901", 1);
    std::fs::write(both.path("sua.json"), altered).unwrap();
    assert!(refused(&send(&both.path("sua.json"), url, &held)).contains("[package_altered]"));
    drop(server);
    let lists = told(&run(&both.receiver, &["package", "list", "--json"]));
    assert_eq!(lists["received"].as_array().map(Vec::len), Some(1));
    assert!(run(&both.receiver, &["doctor"]).status.success());
}
