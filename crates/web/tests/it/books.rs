//! Small books for the tests: the paper case of a city with two districts, with targets and
//! decisions.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use domain::App;
use domain::accounts::{self, Hashing, NewAccount, NewPost, Visitor};
use domain::council::{self, NewCouncil, NewMember, NewSession, Role, Share};
use domain::documents::{self, Asked, DocumentRef};
use domain::memberships::{Admission, EventKind, LeaveReason, NewEvent, admit_many, record};
use domain::own::{NewRequest, request_correction};
use domain::people::{Filter, Keys, NewPerson, Sex, members};
use domain::requests;
use domain::targets::{NewTarget, set_targets};
use domain::units::{Entry, NewUnit, hand_over, move_unit, open_unit, scope_of_code};
use kernel::{Actor, Block, Day, FixedClock, Id, Period, UnitKind};
use tower::ServiceExt;
use web::Settings;

/// Books with pages on them. The folder goes away with the value.
pub(crate) struct Books {
    pub(crate) app: Arc<App>,
    pub(crate) clock: Arc<FixedClock>,
    actor: Actor,
    database: database::testing::TestDb,
}

/// An answer as a test looks at it.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

/// The password of every account of the tests.
pub(crate) const PASSWORD: &str = "ghế xanh bàn đỏ";

/// A request of a browser: how, where, with which form, by which sign-in.
#[derive(Clone, Default)]
pub(crate) struct Knock<'k> {
    /// `GET` unless told.
    pub(crate) verb: &'k str,
    pub(crate) address: &'k str,
    pub(crate) form: &'k str,
    pub(crate) token: Option<&'k str>,
    /// Where the form says it comes from; our own page unless told.
    pub(crate) origin: Option<&'k str>,
    /// The language the browser remembers.
    pub(crate) language: Option<&'k str>,
    /// What the browser carries to an identity provider and back.
    pub(crate) errand: Option<&'k str>,
    /// The identity provider the office named.
    pub(crate) provider: Option<&'k Arc<oidc::Provider>>,
    /// The address under which the office says everybody reaches its books.
    pub(crate) public_address: Option<&'k str>,
    /// Whether the key of the sign-in is left out.
    pub(crate) keyless: bool,
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn paper(number: &str, on: &str) -> DocumentRef {
    DocumentRef::decision(number, Some(day(on)), "LĐLĐ thành phố", "Quyết định")
}

/// Family and middle names, and given names, of people who do not exist.
const BEFORE: [&str; 5] = ["Nguyễn Thị", "Trần Văn", "Lê Thị Minh", "Phạm Quốc", "Hoàng Thị"];
const GIVEN: [&str; 7] = ["An", "Bình", "Đức", "Hòa", "Lan", "Sơn", "Yến"];

impl Books {
    /// Books in which nothing is written, on 1/1/2021.
    pub(crate) fn empty() -> Self {
        let database = database::testing::sqlite();
        let clock = Arc::new(FixedClock::on(day("2021-01-01")));
        let keys = Keys::from_secret(&[7; 32]);
        let app = App::open(database.again(), clock.clone(), keys).unwrap();
        let app = app.with_chance(Arc::new(testkit::chance::Seeded::new(7)), Hashing::CHEAP);
        let app = app.with_press(Arc::new(web::Printer(Arc::new(crate::certificates::Echo))));
        let app = Arc::new(app.with_folder(database.folder.path().join("backups")));
        let actor = Actor::operator("Phạm Văn Sổ");
        Self { app, clock, actor, database }
    }

    /// The paper case, told to the end of 2021: city H over districts K and L, external X.
    pub(crate) fn told() -> Self {
        let books = Self::empty();
        books.tell();
        books
    }

    fn tell(&self) {
        let h = self.unit("ha-noi", "LĐLĐ thành phố Hà Nội", UnitKind::Province, None);
        let x = self.unit("vcb", "Công đoàn ngành ngoài", UnitKind::External, None);
        let k = self.unit("quan-k", "LĐLĐ quận Khúc", UnitKind::District, Some(h));
        let l = self.unit("quan-l", "LĐLĐ quận Lộc", UnitKind::District, Some(h));
        let [u1, u2, u3] = ["u1", "u2", "u3"].map(|code| {
            let name = format!("CĐCS Công ty May {}", code.to_uppercase());
            self.unit(code, &name, UnitKind::Grassroots, Some(k))
        });
        let people = self.people(u1, "2020-12-31", 30, EventKind::BroughtForward);
        self.people(u2, "2020-12-31", 20, EventKind::BroughtForward);
        self.people(u3, "2020-12-31", 10, EventKind::BroughtForward);
        self.target(k, "members.admitted", "2021-H1", 5, "01/QĐ-LĐLĐ");
        self.target(k, "units.founded", "2021", 3, "01/QĐ-LĐLĐ");
        self.target(u1, "members.admitted", "2021-H1", 4, "02/QĐ-LĐLĐ");
        self.clock.move_to(day("2021-02-10"));
        self.people(u1, "2021-02-10", 5, EventKind::Admitted);
        self.clock.move_to(day("2021-03-15"));
        let moved = NewEvent::new(EventKind::Transferred, people[0], u1, day("2021-03-15"));
        self.event(&NewEvent { other: Some(u2), ..moved });
        self.clock.move_to(day("2021-04-20"));
        let (app, actor) = (&self.app, &self.actor);
        let given = paper("11/QĐ-LĐLĐ", "2021-03-30");
        hand_over(app, actor, u2, day("2021-04-01"), l, Some(&given)).unwrap();
        let given = paper("12/QĐ-LĐLĐ", "2021-04-18");
        hand_over(app, actor, u3, day("2021-04-20"), x, Some(&given)).unwrap();
        self.clock.move_to(day("2021-05-05"));
        self.people(u2, "2021-03-01", 1, EventKind::Admitted);
        self.clock.move_to(day("2021-06-02"));
        for person in &people[1..3] {
            let left = NewEvent::new(EventKind::Left, *person, u1, day("2021-05-20"));
            self.event(&NewEvent { reason: Some(LeaveReason::Retired), ..left });
        }
        let moved = paper("15/QĐ-LĐLĐ", "2021-05-28");
        move_unit(app, actor, u2, day("2021-06-01"), h, Some(&moved)).unwrap();
        self.clock.move_to(day("2021-12-31"));
    }

    /// A unit that stood when the books began.
    pub(crate) fn unit(&self, code: &str, name: &str, kind: UnitKind, manager: Option<Id>) -> Id {
        let is_outside = kind == UnitKind::External;
        let entry = if is_outside { Entry::External } else { Entry::BroughtForward };
        let new = NewUnit {
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            block: Block::PrivateEnterprise,
            address: None,
            employer: None,
            manager,
            from: day(if kind == UnitKind::Grassroots { "2020-12-31" } else { "2000-01-01" }),
            entry,
            method: None,
            members: None,
            document: Some(paper("1/QĐ", "2000-01-01")),
            import: None,
        };
        open_unit(&self.app, &self.actor, &new).unwrap()
    }

    /// New members of a unit; every other one is a woman.
    pub(crate) fn people(&self, unit: Id, on: &str, how_many: usize, kind: EventKind) -> Vec<Id> {
        let one = |number: usize| Admission {
            person: NewPerson {
                name: format!("{} {}", BEFORE[number % 5], GIVEN[number % 7]),
                sex: Some(if number.is_multiple_of(2) { Sex::Female } else { Sex::Male }),
                ..NewPerson::default()
            },
            kind,
            unit,
            on: day(on),
            from_outside: None,
            document: Some(paper("7/QĐ-CĐ", on)),
            unit_event: None,
        };
        let admissions: Vec<Admission> = (0..how_many).map(one).collect();
        admit_many(&self.app, &self.actor, "danh sách", &admissions).unwrap()
    }

    fn event(&self, new: &NewEvent) {
        record(&self.app, &self.actor, new).unwrap();
    }

    fn target(&self, unit: Id, indicator: &str, period: &str, value: i64, decision: &str) {
        let target = NewTarget {
            unit,
            indicator: indicator.to_owned(),
            period: Period::parse(period).unwrap(),
            value: Some(value),
        };
        set_targets(&self.app, &self.actor, &[target], &paper(decision, "2021-01-01")).unwrap();
    }

    /// The pages, as the program would open them by default.
    pub(crate) fn pages(&self) -> Router {
        web::router(Arc::clone(&self.app), Settings { open_reading: true, ..Settings::default() })
    }

    /// Asks for an address and gives back what was answered.
    pub(crate) fn get(&self, address: &str) -> Answer {
        self.send(
            Request::get(address).header("host", "localhost:8080").body(Body::empty()).unwrap(),
        )
    }

    /// Asks for an address that must be answered with a page.
    pub(crate) fn page(&self, address: &str) -> String {
        let answer = self.get(address);
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
        answer.text
    }

    /// A text with `{k}` made the first member of u1, in district K, and `{l}` the first of u2, outside it.
    fn named(&self, text: &str) -> String {
        let first = |code: &str| self.member(code, 0).to_string();
        let mut named = text.to_owned();
        for (mark, code) in [("{k}", "u1"), ("{l}", "u2")] {
            if named.contains(mark) {
                named = named.replace(mark, &first(code));
            }
        }
        for (mark, number) in [("{dk}", "02/QĐ-LĐLĐ"), ("{dl}", "15/QĐ-LĐLĐ")] {
            if named.contains(mark) {
                named = named.replace(mark, &self.paper(number).to_string());
            }
        }
        for (mark, unit) in [("{ck}", "quan-k"), ("{cl}", "quan-l")] {
            if named.contains(mark) {
                named = named.replace(mark, &self.council(unit).to_string());
            }
        }
        for (mark, unit) in [("{sk}", "quan-k"), ("{sl}", "quan-l")] {
            if named.contains(mark) {
                named = named.replace(mark, &self.session(unit).to_string());
            }
        }
        for (mark, code) in [("{rk}", "u1"), ("{rl}", "u2")] {
            if named.contains(mark) {
                named = named.replace(mark, &self.request(code).to_string());
            }
        }
        named
    }

    /// The council of a unit, three members of u1 chaired by the first; set up now if there is none.
    pub(crate) fn council(&self, unit: &str) -> Id {
        let known = council::councils(&self.app, &self.actor).unwrap().0;
        if let Some(row) = known.iter().find(|row| row.unit.1 == unit) {
            return row.id;
        }
        let member = |place: usize| NewMember {
            role: [Role::Chair, Role::Secretary, Role::Member][place],
            person: Some(self.member("u1", place)),
            named: String::new(),
            title: "Ủy viên Ban Thường vụ".to_owned(),
            from: None,
        };
        let new = NewCouncil {
            unit: scope_of_code(&self.app, &self.actor, unit).unwrap(),
            name: "Hội đồng <b>Thi đua</b>".to_owned(),
            from: day("2021-01-01"),
            to: None,
            document: paper("45/QĐ-LĐLĐ", "2021-01-01"),
            members: [0, 1, 2].map(member).to_vec(),
        };
        council::set_up(&self.app, &self.actor, &new).unwrap()
    }

    /// The first session of that council, on the last day of 2021; called now if there is none.
    pub(crate) fn session(&self, unit: &str) -> Id {
        let council = self.council(unit);
        let known = council::council(&self.app, &self.actor, council).unwrap().1;
        if let Some(row) = known.iter().min_by_key(|row| row.id) {
            return row.id;
        }
        let new = NewSession {
            council,
            on: day("2021-12-31"),
            place: "Phòng họp".to_owned(),
            title: "Xét khen thưởng năm 2021".to_owned(),
            quorum: Share { part: 2, whole: 3 },
            quorum_source: "Quy chế hoạt động của Hội đồng".to_owned(),
        };
        council::call_session(&self.app, &self.actor, &new).unwrap()
    }

    /// A paper by its number.
    pub(crate) fn paper(&self, number: &str) -> Id {
        let scope = scope_of_code(&self.app, &self.actor, "ha-noi").unwrap();
        let asked = Asked { text: number.to_owned(), limit: 20, ..Asked::default() };
        let rows = documents::list(&self.app, &self.actor, scope, &asked).unwrap();
        rows.iter().find(|row| row.paper.number == number).unwrap().id
    }

    /// What a member of a unit asks to be corrected and nobody answered; asked now if nothing is.
    pub(crate) fn request(&self, code: &str) -> Id {
        let open = requests::Asked { after: None, limit: 50 };
        let waiting = requests::open(&self.app, &self.actor, open).unwrap();
        if let Some(waits) = waiting.iter().find(|each| each.unit.0 == code) {
            return waits.id;
        }
        let new =
            NewRequest { field: "phone", asked: "0912 345 678", why: Some("<b>số mới</b>") };
        request_correction(&self.app, &self.member_actor(code), &new).unwrap()
    }

    /// The first member of a unit, signed in with an account that holds no post.
    pub(crate) fn member_actor(&self, code: &str) -> Actor {
        let login = format!("dv-{code}");
        let find = || accounts::find_account(&self.app, &self.actor, &login);
        let account = find().or_else(|_| {
            let person = Some(self.member(code, 0));
            let new =
                NewAccount { login: login.clone(), name: "Đoàn Thị Viên".to_owned(), person };
            accounts::open_account(&self.app, &self.actor, &new)?;
            find()
        });
        accounts::actor_of(&self.app, &account.unwrap()).unwrap()
    }

    /// The same with a password, signed in: the token.
    pub(crate) fn member_token(&self, code: &str) -> String {
        let actor = self.member_actor(code);
        let link = accounts::make_link(&self.app, &self.actor, actor.account.unwrap()).unwrap();
        accounts::use_link(&self.app, &link, PASSWORD).unwrap();
        let login = format!("dv-{code}");
        accounts::sign_in(&self.app, &login, PASSWORD, &Visitor::default()).unwrap().token
    }

    /// Sends a form with a file as a browser does.
    pub(crate) fn upload(
        &self,
        token: &str,
        address: &str,
        fields: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Answer {
        let key = accounts::visit(&self.app, token).unwrap().unwrap().form_key;
        let mut body = Vec::new();
        for (field, value) in [&[("key", &*key)], fields].concat() {
            let head = "--X\r\nContent-Disposition: form-data; name=";
            body.extend(format!("{head}\"{field}\"\r\n\r\n{value}\r\n").bytes());
        }
        let head = "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=";
        body.extend(format!("{head}\"{name}\"\r\nContent-Type: text/plain\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n--X--\r\n");
        let request = Request::post(self.named(address))
            .header("host", "localhost:8080")
            .header("origin", "http://localhost:8080")
            .header("cookie", format!("kd={token}"))
            .header("content-type", "multipart/form-data; boundary=X")
            .body(Body::from(body))
            .unwrap();
        self.send(request)
    }

    /// A member of a unit, by the place on its list.
    pub(crate) fn member(&self, code: &str, place: usize) -> Id {
        let unit = scope_of_code(&self.app, &self.actor, code).unwrap();
        let all = Filter::default();
        members(&self.app, &self.actor, unit, &all, None, 100).unwrap().rows[place].id
    }

    /// Asks as a browser does where nobody may look without signing in.
    pub(crate) fn knock(&self, knock: &Knock<'_>) -> Answer {
        self.knock_where(knock, Arc::new(crate::certificates::Echo))
    }

    /// The same where a press of its own sets papers.
    pub(crate) fn knock_where(&self, knock: &Knock<'_>, press: Arc<dyn print::Sets>) -> Answer {
        let verb = if knock.verb.is_empty() { "GET" } else { knock.verb };
        let address = self.named(knock.address);
        let mut request =
            Request::builder().method(verb).uri(address).header("host", "localhost:8080");
        if let Some(token) = knock.token {
            request = request.header("cookie", format!("kd={token}"));
        }
        if let Some(errand) = knock.errand {
            request = request.header("cookie", format!("kd_errand={errand}"));
        }
        if let Some(language) = knock.language {
            request = request.header("cookie", format!("kd_lang={language}"));
        }
        let mut body = self.named(knock.form);
        if knock.verb == "POST" {
            request = request
                .header("origin", knock.origin.unwrap_or("http://localhost:8080"))
                .header("content-type", "application/x-www-form-urlencoded");
            let session = knock.token.and_then(|token| accounts::visit(&self.app, token).unwrap());
            if let Some(session) = session.filter(|_| !knock.keyless) {
                body = format!("key={}&{body}", session.form_key);
            }
        }
        let provider = knock.provider.cloned();
        let public_address =
            knock.public_address.map(|typed| web::PublicAddress::read(typed).unwrap());
        let settings =
            Settings { press: Some(press), provider, public_address, ..Settings::default() };
        let closed = web::router(Arc::clone(&self.app), settings);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let request = request.body(Body::from(body)).unwrap();
        runtime.block_on(async { read(closed.oneshot(request).await.unwrap()).await })
    }

    /// One running site, which somebody signed in asks for pages.
    pub(crate) fn site(&self) -> impl Fn(&str, &str) -> Answer {
        let site = web::router(Arc::clone(&self.app), Settings::default());
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        move |token: &str, address: &str| {
            let request = Request::get(address)
                .header("host", "localhost:8080")
                .header("cookie", format!("kd={token}"));
            let asked = site.clone().oneshot(request.body(Body::empty()).unwrap());
            runtime.block_on(async { read(asked.await.unwrap()).await })
        }
    }

    /// Asks one running site for a page again and again; tells how each was answered.
    pub(crate) fn knock_often(&self, address: &str, times: usize) -> Vec<StatusCode> {
        let site = web::router(Arc::clone(&self.app), Settings::default());
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let ask = || Request::builder().uri(address).header("host", "localhost:8080");
        let once = || site.clone().oneshot(ask().body(Body::empty()).unwrap());
        (0..times).map(|_| runtime.block_on(once()).unwrap().status()).collect()
    }

    /// What the audit trail says of a thing that was done, in the order it was.
    pub(crate) fn noted(&self, what: &str) -> Vec<String> {
        let sql = "SELECT detail FROM audit_entry WHERE what = $1 ORDER BY id";
        let read = |tx: &mut database::Tx<'_>| {
            tx.query(sql, &database::values![what], |row| {
                Ok(row.opt_text(0)?.unwrap_or_default().to_owned())
            })
        };
        self.database.again().read(read).map_err(|error: database::DbError| error).unwrap()
    }

    /// Asks as a program does: with a token, JSON, and a name for the command.
    pub(crate) fn call(
        &self,
        verb: &str,
        address: &str,
        token: &str,
        json: &str,
        once: Option<&str>,
    ) -> Answer {
        let mut request =
            Request::builder().method(verb).uri(address).header("host", "localhost:8080");
        request = request.header("authorization", format!("Bearer {token}"));
        if verb == "POST" {
            request = request.header("content-type", "application/json");
        }
        if let Some(once) = once {
            request = request.header("idempotency-key", once);
        }
        let closed = web::router(Arc::clone(&self.app), Settings::default());
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let request = request.body(Body::from(json.to_owned())).unwrap();
        runtime.block_on(async { read(closed.oneshot(request).await.unwrap()).await })
    }

    /// A token for programs with every power of an account.
    pub(crate) fn token(&self, login: &str, role: &str, unit: &str) -> String {
        let signed_in = self.account(login, role, unit);
        let actor = accounts::visit(&self.app, &signed_in).unwrap().unwrap().actor;
        let powers: Vec<_> =
            kernel::actor::ALL_POWERS.iter().copied().filter(|power| actor.may(*power)).collect();
        let to = Day::from_date(
            self.app.today().date().checked_add(jiff::Span::new().days(30)).unwrap(),
        );
        accounts::make_token(&self.app, &actor, "thử", &powers, to).unwrap()
    }

    /// An account with one post, and a link to set its password.
    pub(crate) fn link(&self, login: &str, role: &str, unit: &str) -> String {
        let (app, by) = (&self.app, &self.actor);
        let new =
            NewAccount { login: login.to_owned(), name: "Lê Thị Sổ".to_owned(), person: None };
        let account = accounts::open_account(app, by, &new).unwrap();
        let unit = scope_of_code(app, by, unit).unwrap();
        let role = accounts::Role::find(role).unwrap();
        let (from, to, stands_for, reason) = (day("2000-01-01"), None, None, None);
        accounts::give_post(
            app,
            by,
            &NewPost { account, unit, role, from, to, stands_for, reason },
        )
        .unwrap();
        accounts::make_link(app, by, account).unwrap()
    }

    /// The same with a password, signed in: the token.
    pub(crate) fn account(&self, login: &str, role: &str, unit: &str) -> String {
        let link = self.link(login, role, unit);
        accounts::use_link(&self.app, &link, PASSWORD).unwrap();
        accounts::sign_in(&self.app, login, PASSWORD, &Visitor::default()).unwrap().token
    }

    /// Asks where nobody may look without signing in, with a request of one's own.
    pub(crate) fn ask_closed(&self, request: Request<Body>) -> Answer {
        let closed = web::router(Arc::clone(&self.app), Settings::default());
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async { read(closed.oneshot(request).await.unwrap()).await })
    }

    pub(crate) fn send(&self, request: Request<Body>) -> Answer {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async { read(self.pages().oneshot(request).await.unwrap()).await })
    }
}

async fn read(response: Response<Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 64 << 20).await.unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Answer { status: parts.status, headers: parts.headers, text }
}

/// The words of a page without its tags, blanks made one: what a reader reads.
pub(crate) fn read_words(page: &str) -> String {
    let mut text = String::with_capacity(page.len() / 2);
    let mut inside = false;
    for letter in page.chars() {
        match letter {
            '<' => {
                inside = true;
                text.push(' ');
            }
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
