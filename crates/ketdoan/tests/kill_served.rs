//! `kill -9` of the serving program while programs admit members: sign-ins hold, what was acknowledged is there once,
//! and what was not can be sent again and happens once. `KETDOAN_KILLS` says how often.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use domain::App;
use domain::accounts::{self, NewAccount, NewPost, Role, Visitor};
use domain::people::Keys;
use domain::units::scope_of_code;
use kernel::{Actor, Power, SystemClock};

/// Programs that admit at once.
const PROGRAMS: u32 = 4;
const PASSWORD: &str = "ghế xanh bàn đỏ";

fn program() -> Command {
    let built = env!("CARGO_BIN_EXE_ketdoan");
    Command::new(std::env::var("KETDOAN_BIN").unwrap_or_else(|_| built.to_owned()))
}

fn kills() -> u32 {
    let told = std::env::var("KETDOAN_KILLS").ok().and_then(|text| text.parse().ok());
    told.unwrap_or(24_u32).div_ceil(8)
}

/// The running program and where it listens.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data: &Path) -> Self {
        let mut child = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next());
        Self { address: address.unwrap_or_else(|| panic!("{line}")).to_owned(), child }
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks over a connection of its own; nothing when the answer did not come whole.
fn ask(address: &str, verb: &str, path: &str, headers: &str, body: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    let length = body.len();
    let head = format!("{verb} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    let question = format!("{head}Content-Length: {length}\r\n{headers}\r\n{body}");
    stream.write_all(question.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let told = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    if told.and_then(|length| length.trim().parse().ok()) != Some(body.len()) {
        return None;
    }
    Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
}

/// Asks for an admission under a name of its own.
fn admit(address: &str, token: &str, number: u32) -> Option<(u16, String)> {
    let headers = format!(
        "Authorization: Bearer {token}\r\nContent-Type: application/json\r\nIdempotency-Key: {number}\r\n"
    );
    let body = serde_json::json!({ "unit": "cdcs", "name": format!("Người Thứ {number}"), "on": "2026-01-05" });
    ask(address, "POST", "/api/v1/members", &headers, &body.to_string())
}

fn id_of(answer: &str) -> String {
    let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
    answer["id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// A clerk of the union: a sign-in of a browser, and a token for programs.
fn clerk(data: &Path) -> (String, String) {
    assert!(
        program()
            .args(["unit", "add", "cdcs", "CĐCS Thử", "--data"])
            .arg(data)
            .status()
            .unwrap()
            .success()
    );
    let db = db::Db::open_file(&data.join("books.db")).unwrap();
    let keys = Keys::open_file(&data.join("ketdoan.key")).unwrap();
    let app = App::open(db, Arc::new(SystemClock), keys).unwrap();
    let by = Actor::operator("thử");
    let new =
        NewAccount { login: "canbo".to_owned(), name: "Lê Thị Sổ".to_owned(), person: None };
    let account = accounts::open_account(&app, &by, &new).unwrap();
    let unit = scope_of_code(&app, &by, "cdcs").unwrap();
    let role = Role::find("clerk").unwrap();
    let (from, to, stands_for, reason) = (app.today(), None, None, None);
    let post = NewPost { account, unit, role, from, to, stands_for, reason };
    accounts::give_post(&app, &by, &post).unwrap();
    let link = accounts::make_link(&app, &by, account).unwrap();
    accounts::use_link(&app, &link, PASSWORD).unwrap();
    let visitor = Visitor { agent: "thử".to_owned(), address: "127.0.0.1".to_owned() };
    let session = accounts::sign_in(&app, "canbo", PASSWORD, &visitor).unwrap().token;
    let actor = accounts::visit(&app, &session).unwrap().unwrap().actor;
    let powers = [Power::ReadFigures, Power::ReadPeople, Power::RecordMembers];
    let token = accounts::make_token(&app, &actor, "thử", &powers, app.today().plus(30)).unwrap();
    (session, token)
}

/// What one program was told: the id of each admission that was answered, none where the answer was cut off.
type Told = BTreeMap<u32, Option<String>>;

/// Admits one after the other until the server goes away.
fn admit_until_killed(address: &str, token: &str, next: &AtomicU32) -> Told {
    let mut told = Told::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let answer = admit(address, token, number);
        let Some((status, body)) = answer else {
            told.insert(number, None);
            return told;
        };
        assert_eq!(status, 201, "{body}");
        told.insert(number, Some(id_of(&body)));
    }
}

/// Sends again what was not answered: it happens now, or it is told that it happened.
fn send_again(address: &str, token: &str, told: &mut Told) {
    for (number, id) in told.iter_mut().filter(|(_, id)| id.is_none()) {
        let (status, body) = admit(address, token, *number).unwrap();
        if status == 201 {
            *id = Some(id_of(&body));
        } else {
            assert!(body.contains("already_recorded"), "{status}: {body}");
        }
    }
}

fn members(data: &Path) -> i64 {
    let question =
        ["figure", "members.closing", "--scope", "cdcs", "--period", "2026", "--json", "--data"];
    let output = program().args(question).arg(data).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    answer["figure"]["value"].as_i64().unwrap()
}

#[test]
fn served_books_killed_under_load_keep_sign_ins_and_every_acknowledged_admission_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (session, token) = clerk(&data);
    let (next, mut all, mut cut) = (AtomicU32::new(1), Told::new(), 0);
    for round in 0..kills() {
        let server = Server::start(&data);
        let address = server.address.clone();
        let mut told = thread::scope(|scope| {
            let admit = || scope.spawn(|| admit_until_killed(&address, &token, &next));
            let programs: Vec<_> = (0..PROGRAMS).map(|_| admit()).collect();
            thread::sleep(Duration::from_millis(150 + u64::from(round * 137 % 400)));
            server.kill();
            programs.into_iter().flat_map(|program| program.join().unwrap()).collect::<Told>()
        });
        cut += told.values().filter(|id| id.is_none()).count();
        let server = Server::start(&data);
        let cookie = format!("Cookie: kd={session}\r\n");
        let (status, page) =
            ask(&server.address, "GET", "/members?unit=cdcs", &cookie, "").unwrap();
        assert_eq!(status, 200, "the sign-in holds: {page}");
        send_again(&server.address, &token, &mut told);
        // What was answered before is answered the same, and does not happen again.
        for (number, id) in told.iter().filter_map(|(n, id)| Some((n, id.as_ref()?))).take(3) {
            assert_eq!(&id_of(&admit(&server.address, &token, *number).unwrap().1), id);
        }
        all.extend(told);
    }
    assert!(all.len() > 10 * kills() as usize, "{} asked for", all.len());
    let server = Server::start(&data);
    let bearer = format!("Authorization: Bearer {token}\r\n");
    for (number, id) in &all {
        let Some(id) = id else { continue };
        let path = format!("/api/v1/members/{id}");
        let (_, body) = ask(&server.address, "GET", &path, &bearer, "").unwrap();
        assert!(body.contains(&format!("\"Người Thứ {number}\"")), "{body}");
    }
    server.kill();
    assert_eq!(members(&data), all.len() as i64);
    let doctor = program().arg("doctor").arg("--data").arg(&data).output().unwrap();
    assert!(doctor.status.success(), "{}", String::from_utf8_lossy(&doctor.stdout));
    println!("{} admissions, {cut} of them cut off and sent again", all.len());
}
