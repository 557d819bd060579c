//! `kill -9` of the serving program while programs admit members, a clerk has lists taken in and an administrator has
//! copies made: sign-ins hold, what was acknowledged is there once, what was not can be sent again and happens once, and
//! the work under way is found and done by the next program. `KETDOAN_KILLS` says how often.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod served;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use domain::App;
use domain::accounts::{self, NewAccount, NewPost, Role, Visitor};
use domain::people::Keys;
use domain::units::scope_of_code;
use kernel::{Actor, Power, SystemClock};
use served::{Server, program};

/// People on each list.
const ROWS: u32 = 60;
/// Programs that admit at once.
const PROGRAMS: u32 = 4;
const PASSWORD: &str = "ghế xanh bàn đỏ";

fn kills() -> u32 {
    let told = std::env::var("KETDOAN_KILLS").ok().and_then(|text| text.parse().ok());
    told.unwrap_or(24_u32).div_ceil(6)
}

/// An answer that came whole.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    /// Where it sends the browser.
    fn goal(&self) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix("location: ")).map(str::trim)
    }
}

/// Asks over a connection of its own; nothing when the answer did not come whole.
fn ask_whole(address: &str, verb: &str, path: &str, headers: &str, body: &str) -> Option<Answer> {
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
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

fn ask(address: &str, verb: &str, path: &str, headers: &str, body: &str) -> Option<(u16, String)> {
    ask_whole(address, verb, path, headers, body).map(|answer| (answer.status, answer.body))
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

/// A browser that is signed in.
struct Browser {
    session: String,
    /// The key that its forms carry.
    key: String,
}

impl Browser {
    fn get(&self, address: &str, path: &str) -> Option<Answer> {
        ask_whole(address, "GET", path, &format!("Cookie: kd={}\r\n", self.session), "")
    }

    /// Sends a form with a file or without.
    fn post(&self, address: &str, path: &str, file: Option<(&str, &str)>) -> Option<Answer> {
        let mut body =
            format!("--X\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{}\r\n", self.key);
        let mut media = "application/x-www-form-urlencoded";
        if let Some((name, bytes)) = file {
            media = "multipart/form-data; boundary=X";
            let _ = write!(
                body,
                "--X\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nmembers\r\n\
                 --X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 Content-Type: text/csv\r\n\r\n{bytes}\r\n--X--\r\n"
            );
        } else {
            body = format!("key={}", self.key);
        }
        let headers = format!(
            "Cookie: kd={}\r\nOrigin: http://{address}\r\nContent-Type: {media}\r\n",
            self.session
        );
        ask_whole(address, "POST", path, &headers, &body)
    }
}

/// Opens an account with a post at the union, signed in.
fn sign_in(app: &App, login: &str, role: &str) -> (Browser, Actor) {
    let by = Actor::operator("thử");
    let new =
        NewAccount { login: login.to_owned(), name: "Lê Thị Sổ".to_owned(), person: None };
    let account = accounts::open_account(app, &by, &new).unwrap();
    let unit = scope_of_code(app, &by, "cdcs").unwrap();
    let role = Role::find(role).unwrap();
    let (from, to, stands_for, reason) = (app.today(), None, None, None);
    let post = NewPost { account, unit, role, from, to, stands_for, reason };
    accounts::give_post(app, &by, &post).unwrap();
    let link = accounts::make_link(app, &by, account).unwrap();
    accounts::use_link(app, &link, PASSWORD).unwrap();
    let visitor = Visitor { agent: "thử".to_owned(), address: "127.0.0.1".to_owned() };
    let session = accounts::sign_in(app, login, PASSWORD, &visitor).unwrap().token;
    let visit = accounts::visit(app, &session).unwrap().unwrap();
    (Browser { session, key: visit.form_key }, visit.actor)
}

/// Those who work on the books: a clerk and an administrator with browsers, and a token for programs.
struct People {
    clerk: Browser,
    keeper: Browser,
    token: String,
}

fn people(data: &Path) -> People {
    let arguments = ["unit", "add", "cdcs", "CĐCS Thử", "--data"];
    assert!(program().args(arguments).arg(data).status().unwrap().success());
    let db = db::Db::open_file(&data.join("books.db")).unwrap();
    let keys = Keys::open_file(&data.join("ketdoan.key")).unwrap();
    let app = App::open(db, Arc::new(SystemClock), keys).unwrap();
    let (clerk, actor) = sign_in(&app, "canbo", "clerk");
    let (keeper, _) = sign_in(&app, "quantri", "administrator");
    let powers = [Power::ReadFigures, Power::ReadPeople, Power::RecordMembers];
    let token = accounts::make_token(&app, &actor, "thử", &powers, app.today().plus(30)).unwrap();
    People { clerk, keeper, token }
}

/// A list of people nobody has seen before.
fn list(number: u32) -> String {
    let mut text = String::from("STT;Họ và tên;Giới tính;Ngày sinh;Số CCCD\r\n");
    for row in 0..ROWS {
        let serial = number * ROWS + row;
        let pick = |words: [&'static str; 5], place: u32| words[(serial / place % 5) as usize];
        let family = pick(["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"], 1);
        let middle = pick(["Văn", "Đức", "Quốc", "Minh", "Hữu"], 5);
        let given = pick(["An", "Bình", "Danh", "Hòa", "Sơn"], 25);
        let (day, month) = (serial % 28 + 1, serial / 28 % 12 + 1);
        let _ = write!(
            text,
            "{};{family} {middle} {given};Nam;{day:02}/{month:02}/1990;001090{serial:06}\r\n",
            row + 1
        );
    }
    text
}

/// Has lists taken in until the server goes away: the jobs that were asked for. The last may not have been answered.
fn import_until_killed(address: &str, clerk: &Browser, next: &AtomicU32) -> Vec<String> {
    let mut asked = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let (name, text) = (format!("danh-sach-{number}.csv"), list(number));
        let sent = clerk.post(address, "/imports?unit=cdcs", Some((&name, &text)));
        let Some(sent) = sent else { return asked };
        let draft = sent.goal().unwrap_or_else(|| panic!("{}: {}", sent.status, sent.body));
        let id = draft.split(['/', '?']).nth(2).unwrap().to_owned();
        asked.push(id.clone());
        let Some(given) = clerk.post(address, &format!("/imports/{id}/commit"), None) else {
            return asked;
        };
        assert!(given.goal().is_some_and(|goal| goal.contains("/jobs/")), "{}", given.body);
        // The next list is sent while this one goes in.
        thread::sleep(Duration::from_millis(50));
    }
}

/// Has copies made until the server goes away: the jobs that were acknowledged.
fn back_up_until_killed(address: &str, keeper: &Browser) -> Vec<String> {
    let mut asked = Vec::new();
    loop {
        let Some(answer) = keeper.post(address, "/system/backup", None) else { return asked };
        match answer.goal() {
            Some(job) => asked.push(job.split(['/', '?']).nth(2).unwrap().to_owned()),
            None => assert!(answer.body.contains("already_under_way"), "{}", answer.body),
        }
        thread::sleep(Duration::from_millis(40));
    }
}

/// Waits until a job has ended well: its page leads to what came of it.
fn must_end_well(address: &str, browser: &Browser, job: &str) {
    let given_up = Instant::now() + Duration::from_secs(120);
    loop {
        let page = browser.get(address, &format!("/jobs/{job}")).unwrap();
        let is_over = !page.head.contains("refresh: ");
        if is_over && page.goal().is_some() {
            return;
        }
        assert!(!is_over && Instant::now() < given_up, "{}: {}", page.status, page.body);
        thread::sleep(Duration::from_millis(100));
    }
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

/// Sends again what was not answered: it happens now, or it is answered as it was then.
fn send_again(address: &str, token: &str, told: &mut Told) {
    for (number, id) in told.iter_mut().filter(|(_, id)| id.is_none()) {
        let (status, body) = admit(address, token, *number).unwrap();
        assert_eq!(status, 201, "{body}");
        *id = Some(id_of(&body));
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
fn served_books_killed_under_load_lose_nothing_and_finish_what_was_asked() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let People { clerk, keeper, token } = people(&data);
    let (next, next_list, mut all, mut cut) =
        (AtomicU32::new(1), AtomicU32::new(0), Told::new(), 0);
    let (mut lists, mut copies) = (0, 0);
    for round in 0..kills() {
        let server = Server::start(&data);
        let address = server.address.clone();
        let (mut told, imports, backups) = thread::scope(|scope| {
            let admit = || scope.spawn(|| admit_until_killed(&address, &token, &next));
            let programs: Vec<_> = (0..PROGRAMS).map(|_| admit()).collect();
            let imports = scope.spawn(|| import_until_killed(&address, &clerk, &next_list));
            let backups = scope.spawn(|| back_up_until_killed(&address, &keeper));
            thread::sleep(Duration::from_millis(600 + u64::from(round * 337 % 1100)));
            drop(server);
            let told = programs.into_iter().flat_map(|program| program.join().unwrap());
            (told.collect::<Told>(), imports.join().unwrap(), backups.join().unwrap())
        });
        cut += told.values().filter(|id| id.is_none()).count();
        let server = Server::start(&data);
        let address = &server.address;
        let page = clerk.get(address, "/members?unit=cdcs").unwrap();
        assert_eq!(page.status, 200, "the sign-in holds: {}", page.body);
        // A list whose last answer was cut off is asked for again; it was asked for, or is now.
        if let Some(last) = imports.last() {
            clerk.post(address, &format!("/imports/{last}/commit"), None).unwrap();
        }
        for job in &imports {
            must_end_well(address, &clerk, job);
        }
        for job in &backups {
            must_end_well(address, &keeper, job);
        }
        (lists, copies) = (lists + imports.len(), copies + backups.len());
        send_again(address, &token, &mut told);
        // What was answered before is answered the same, and does not happen again.
        for (number, id) in told.iter().filter_map(|(n, id)| Some((n, id.as_ref()?))).take(3) {
            assert_eq!(&id_of(&admit(address, &token, *number).unwrap().1), id);
        }
        all.extend(told);
    }
    assert!(
        all.len() > kills() as usize && lists > 0 && copies > 0,
        "{} {lists} {copies}",
        all.len()
    );
    let server = Server::start(&data);
    let bearer = format!("Authorization: Bearer {token}\r\n");
    for (number, id) in &all {
        let Some(id) = id else { continue };
        let path = format!("/api/v1/members/{id}");
        let (_, body) = ask(&server.address, "GET", &path, &bearer, "").unwrap();
        assert!(body.contains(&format!("\"Người Thứ {number}\"")), "{body}");
    }
    drop(server);
    assert_eq!(members(&data), all.len() as i64 + lists as i64 * i64::from(ROWS));
    must_be_whole(&data);
    let left: Vec<_> = std::fs::read_dir(data.join("backups")).unwrap().flatten().collect();
    let latest = left.iter().map(std::fs::DirEntry::path).max().unwrap();
    assert!(left.iter().all(|each| each.path().extension().is_some_and(|end| end == "db")));
    let restored = folder.path().join("restored");
    // The key is in no copy: it is kept apart, and comes back by itself.
    std::fs::create_dir(&restored).unwrap();
    std::fs::copy(data.join("ketdoan.key"), restored.join("ketdoan.key")).unwrap();
    let restore = program().arg("restore").arg(latest).arg("--data").arg(&restored).output();
    assert!(restore.unwrap().status.success());
    must_be_whole(&restored);
    println!(
        "{} admissions, {cut} of them cut off and sent again; {lists} lists, {copies} copies",
        all.len()
    );
}

fn must_be_whole(data: &Path) {
    let doctor = program().arg("doctor").arg("--data").arg(data).output().unwrap();
    assert!(doctor.status.success(), "{}", String::from_utf8_lossy(&doctor.stdout));
}
