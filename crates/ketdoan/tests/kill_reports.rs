//! `kill -9` of the serving program while unions file their reports, a district approves and gathers them and a city
//! approves the district's: what was acknowledged is there, whole, and the sums are those of what was approved.
//! `KETDOAN_KILLS` says how often (500 for the proof before a release).
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod served;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use domain::App;
use domain::accounts::{self, NewAccount, NewPost, Role, Visitor};
use domain::people::Keys;
use domain::reports::{self, Key, State, Step};
use domain::units::{Entry, NewUnit, open_unit, scope_of_code};
use kernel::{Actor, Block, Day, Id, Period, SystemClock, UnitKind};
use served::{Server, program};

const PASSWORD: &str = "ghế xanh bàn đỏ";
const UNIONS: usize = 6;
const PERIOD: &str = "2020-12-01..2021-05-31";

fn kills() -> u32 {
    std::env::var("KETDOAN_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(24)
}

/// Draws delays; a fixed seed, so that a failure can be told again.
struct Draw(u64);

impl Draw {
    fn up_to(&mut self, longest: u64) -> Duration {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros((self.0 >> 33) % (longest * 1_000))
    }
}

fn open(data: &Path) -> App {
    let db = db::Db::open_file(&data.join("books.db")).unwrap();
    let keys = Keys::open_file(&data.join("ketdoan.key")).unwrap();
    App::open(db, Arc::new(SystemClock), keys).unwrap()
}

fn operator() -> Actor {
    Actor::operator("thử")
}

fn unit(app: &App, code: &str, kind: UnitKind, manager: Option<Id>) -> Id {
    let new = NewUnit {
        code: code.to_owned(),
        name: format!("Đơn vị {code}"),
        kind,
        block: Block::PrivateEnterprise,
        address: None,
        employer: None,
        manager,
        from: Day::parse("2020-01-01").unwrap(),
        entry: Entry::BroughtForward,
        method: None,
        members: None,
        document: None,
        import: None,
    };
    open_unit(app, &operator(), &new).unwrap()
}

/// A browser that is signed in.
struct Browser {
    session: String,
    key: String,
}

impl Browser {
    fn sign_in(app: &App, login: &str, role: &str, at: &str) -> Self {
        let by = operator();
        let name = "Lê Thị Sổ".to_owned();
        let new = NewAccount { login: login.to_owned(), name, person: None };
        let account = accounts::open_account(app, &by, &new).unwrap();
        let (unit, role) = (scope_of_code(app, &by, at).unwrap(), Role::find(role).unwrap());
        let (from, to, stands_for, reason) = (app.today(), None, None, None);
        let post = NewPost { account, unit, role, from, to, stands_for, reason };
        accounts::give_post(app, &by, &post).unwrap();
        let link = accounts::make_link(app, &by, account).unwrap();
        accounts::use_link(app, &link, PASSWORD).unwrap();
        let visitor = Visitor { agent: "thử".to_owned(), address: "127.0.0.1".to_owned() };
        let session = accounts::sign_in(app, login, PASSWORD, &visitor).unwrap().token;
        let key = accounts::visit(app, &session).unwrap().unwrap().form_key;
        Self { session, key }
    }

    /// Sends a form of a report; tells whether it was acknowledged, nothing when the answer did not come whole.
    fn send(&self, address: &str, of: &Of<'_>, what: &str, form: &str) -> Option<bool> {
        let body = format!("key={}&{form}", self.key);
        let Of { code, form } = of;
        let path = format!("/reports/{form}/{what}?unit={code}&period={PERIOD}");
        let mut stream = TcpStream::connect(address).ok()?;
        let question = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://{address}\r\n\
             Cookie: kd={}\r\n\r\n{body}",
            body.len(),
            self.session
        );
        stream.write_all(question.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let status = answer.split(' ').nth(1)?;
        assert!(["303", "422"].contains(&status), "{path} {answer}");
        Some(status == "303")
    }
}

/// A report by the code of its unit and its form.
#[derive(Clone, Copy)]
struct Of<'c> {
    code: &'c str,
    form: &'static str,
}

impl Of<'_> {
    fn key(&self, app: &App) -> Key {
        let unit = scope_of_code(app, &operator(), self.code).unwrap();
        let period = Period::parse(PERIOD).unwrap();
        Key { unit, form: reports::find_form(self.form).unwrap(), period }
    }

    fn state(&self, app: &App) -> State {
        self.standing(app).0
    }

    /// Its state, and how many steps led there.
    fn standing(&self, app: &App) -> (State, usize) {
        let report = reports::read(app, &operator(), &self.key(app), None).unwrap();
        (report.state, report.steps.len())
    }
}

/// What was acknowledged of a report: the step, and the value typed before it was filed.
#[derive(Clone, Debug)]
struct Acknowledged {
    code: String,
    form: &'static str,
    step: Step,
    value: Option<i64>,
}

/// Those who work: who files for the unions and the district, and who approves the district.
struct People {
    district: Browser,
    city: Browser,
}

/// Takes one report round and round until the server goes away: typed, filed, approved, taken up again.
fn work(
    address: &str,
    people: &People,
    of: Of<'_>,
    mut state: State,
    mut value: i64,
    counted: &AtomicU64,
) -> Vec<Acknowledged> {
    let is_upper = of.form == "2_hdcd";
    let above = if is_upper { &people.city } else { &people.district };
    let mut told = Vec::new();
    loop {
        let (who, step) = match state {
            State::Drafted | State::Returned => (&people.district, Step::Submit),
            State::Submitted => (above, Step::Approve),
            State::Approved | State::Published => (above, Step::Reopen),
        };
        if step == Step::Submit && !is_upper {
            value += 1;
            let cells = format!("v-1={value}&v-1.1=1");
            let Some(done) = people.district.send(address, &of, "cells", &cells) else {
                return told;
            };
            assert!(done, "{} typed", of.code);
        }
        let form = format!("step={}&note=th%E1%BB%AD", step.code());
        let Some(done) = who.send(address, &of, "step", &form) else { return told };
        assert!(done, "{} {step:?}", of.code);
        let value = (step == Step::Submit && !is_upper).then_some(value);
        counted.fetch_add(1, Ordering::Relaxed);
        told.push(Acknowledged { code: of.code.to_owned(), form: of.form, step, value });
        state = State::after(step);
    }
}

/// What was acknowledged since some steps is there, in its order; every version that was filed is whole.
fn must_hold(app: &App, told: &[Acknowledged], of: Of<'_>, before: usize) -> u32 {
    let key = of.key(app);
    let report = reports::read(app, &operator(), &key, None).unwrap();
    let mut steps = report.steps.iter().skip(before);
    let own = told.iter().filter(|each| each.code == of.code && each.form == of.form);
    let lines = key.form.lines.iter().filter(|line| line.what() != reports::What::Heading).count();
    let mut found = 0;
    for each in own {
        // Between two acknowledged steps one may stand whose answer was cut off.
        let step = steps.find(|step| {
            step.step == each.step
                && each.value.is_none_or(|value| filed(app, &key, step.version) == Some(value))
        });
        assert!(step.is_some(), "{each:?} is lost: {:?}", report.steps);
        found += 1;
    }
    for version in reports::versions(app, &operator(), &key).unwrap().iter().rev().take(3) {
        let told = reports::read(app, &operator(), &key, Some(version.number)).unwrap();
        assert_eq!(told.cells.len(), lines, "a version is filed whole");
    }
    found
}

fn filed(app: &App, key: &Key, version: i64) -> Option<i64> {
    let report = reports::read(app, &operator(), key, Some(version)).unwrap();
    report.cells.iter().find(|cell| cell.line == "1").and_then(|cell| cell.value)
}

#[test]
fn reports_killed_while_they_are_filed_and_gathered_lose_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let first = ["unit", "add", "khac", "CĐCS Khác", "--data"];
    assert!(program().args(first).arg(&data).status().unwrap().success());
    let codes: Vec<String> = (0..UNIONS).map(|number| format!("cdcs-{number}")).collect();
    let people = {
        let app = open(&data);
        let city = unit(&app, "tp", UnitKind::Province, None);
        let district = unit(&app, "quan", UnitKind::District, Some(city));
        for code in &codes {
            unit(&app, code, UnitKind::Grassroots, Some(district));
        }
        People {
            district: Browser::sign_in(&app, "quan", "clerk", "quan"),
            city: Browser::sign_in(&app, "thanhpho", "head", "tp"),
        }
    };
    let unions = codes.iter().map(|code| Of { code, form: "1_hdcd" });
    let all: Vec<Of<'_>> = unions.chain([Of { code: "quan", form: "2_hdcd" }]).collect();
    let (mut draw, mut acknowledged, mut filings) = (Draw(2026), 0, 0);
    for round in 0..kills() {
        let before: Vec<(State, usize)> = {
            let app = open(&data);
            all.iter().map(|of| of.standing(&app)).collect()
        };
        let server = Server::start(&data);
        let address = server.address.clone();
        let counted = AtomicU64::new(0);
        let told: Vec<Acknowledged> = thread::scope(|scope| {
            let workers: Vec<_> = all
                .iter()
                .zip(&before)
                .map(|(of, (state, _))| {
                    let (address, people, counted) = (&address, &people, &counted);
                    let first = i64::from(round) * 1_000;
                    scope.spawn(move || work(address, people, *of, *state, first, counted))
                })
                .collect();
            // Some steps are acknowledged first, however slow the machine; then it falls at any moment.
            let wanted = 1 + draw.up_to(5).as_millis() as u64;
            let given_up = Instant::now() + Duration::from_secs(30);
            while counted.load(Ordering::Relaxed) < wanted && Instant::now() < given_up {
                thread::sleep(Duration::from_millis(1));
            }
            thread::sleep(draw.up_to(60));
            drop(server);
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        });
        let app = open(&data);
        for (of, (_, steps)) in all.iter().zip(&before) {
            acknowledged += must_hold(&app, &told, *of, *steps);
        }
        filings += told.iter().filter(|each| each.step == Step::Submit).count();
    }
    // The sum of the district is that of the unions whose last version is approved, and the doctor finds all else whole.
    let app = open(&data);
    let approved = all.iter().filter(|of| of.form == "1_hdcd" && of.state(&app).counts());
    let sum: i64 = approved
        .map(|of| {
            let key = of.key(&app);
            let last = reports::versions(&app, &operator(), &key).unwrap().last().unwrap().number;
            filed(&app, &key, last).unwrap()
        })
        .sum();
    let form = reports::find_form("2_hdcd").unwrap();
    let of = Of { code: "quan", form: "2_hdcd" };
    let key = of.key(&app);
    let cells = reports::preview(&app, &operator(), form, key.unit, key.period).unwrap();
    let gathered = cells.iter().find(|cell| cell.line == "1").unwrap().gathered.unwrap();
    assert_eq!(gathered.sum, sum, "{gathered:?}");
    let doctor = program().arg("doctor").arg("--data").arg(&data).output().unwrap();
    assert!(doctor.status.success(), "{}", String::from_utf8_lossy(&doctor.stdout));
    assert!(acknowledged >= kills(), "{acknowledged} steps in {} rounds", kills());
    println!(
        "{} kills, {acknowledged} steps acknowledged and found, {filings} of them filings",
        kills()
    );
}
