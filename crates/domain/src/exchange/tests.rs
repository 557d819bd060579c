//! Exchange: what was signed is what is taken in, once, by who is trusted, and marked as reported.

mod files;
mod trust;

use kernel::{Actor, Id, Period, UnitKind};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::*;
use crate::figures::tests::{World, day, on_books, proven};
use crate::reports::{self, Form, Key, Step, Typed, read_form};
use crate::signing::{self, Purpose};
use crate::units::Entry;

const FORM: &str = "code = \"nho\"\nname = \"Mẫu nhỏ\"\nsource = \"QĐ 1\"\nconfidence = \"R\"\nlevel = \"upper\"\n\
    from = \"2014-11-28\"\ndecimals = 2\n\n[[line]]\ncode = \"1\"\ntext = \"Lao động\"\nmeasure = \"workers.total\"\n\n\
    [[line]]\ncode = \"2\"\ntext = \"Kết nạp\"\nindicator = \"members.admitted\"\n\n\
    [[line]]\ncode = \"3\"\ntext = \"Cộng\"\nsum = [\"1\", \"2\"]\n";

fn form() -> &'static Form {
    Box::leak(Box::new(read_form("nho.toml", FORM).unwrap()))
}

fn half() -> Period {
    Period::parse("2021-H1").unwrap()
}

fn of(unit: Id) -> Key {
    Key { unit, form: form(), period: half() }
}

#[expect(clippy::needless_pass_by_value, reason = "the end of an error's life")]
fn code(error: crate::Error) -> &'static str {
    error.refusal().map_or("failed", |refusal| refusal.code)
}

fn refusal<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", code)
}

/// Another installation: district `k` on top of its own books, whose union `a` admitted three.
struct Sender {
    app: crate::App,
    clock: std::sync::Arc<kernel::FixedClock>,
    actor: Actor,
    k: Id,
    _database: db::testing::TestDb,
}

impl Sender {
    fn new() -> Self {
        let database = db::testing::sqlite();
        let clock = std::sync::Arc::new(kernel::FixedClock::on(day("2021-07-02")));
        let keys = crate::people::Keys::from_secret(&[9; 32]);
        let app = crate::App::open(database.again(), clock.clone(), keys).unwrap();
        let world = World { app, clock, actor: Actor::operator("Nơi gửi"), test: &database };
        let brought =
            |code, kind, over| world.unit(code, kind, over, "2020-01-01", Entry::BroughtForward);
        let k = brought("k", UnitKind::District, None);
        let a = brought("a", UnitKind::Grassroots, Some(k));
        world.admit(a, "2021-02-01", 3);
        let World { app, clock, actor, .. } = world;
        Self { app, clock, actor, k, _database: database }
    }

    fn typed(&self, value: i64) {
        let state = crate::figures::State::NotReported;
        let cell = Typed { line: "1".to_owned(), value: Some(value), state, note: None };
        reports::type_cells(&self.app, &self.actor, &of(self.k), &[cell]).unwrap();
    }

    fn step(&self, step: Step) {
        reports::act(&self.app, &self.actor, &of(self.k), step, Some("vì sửa số"), &[]).unwrap();
    }

    /// Files and approves a version in which the unit typed a value.
    fn file(&self, value: i64) -> Package {
        self.typed(value);
        self.step(Step::Submit);
        self.step(Step::Approve);
        self.pack(None)
    }

    fn pack(&self, version: Option<i64>) -> Package {
        pack(&self.app, &self.actor, &of(self.k), version).unwrap()
    }

    fn key(&self) -> String {
        make_key(&self.app, &self.actor).unwrap()
    }
}

/// City `h` over district `quan-k`, whose own installation is trusted, and over district `l`.
fn with_city(test: impl Fn(&World<'_>, &Sender, [Id; 3])) {
    on_books(|world| {
        world.clock.move_to(day("2021-07-10"));
        let brought =
            |code, kind, over| world.unit(code, kind, over, "2020-01-01", Entry::BroughtForward);
        let h = brought("h", UnitKind::Province, None);
        let [k, l] = ["quan-k", "l"].map(|code| brought(code, UnitKind::District, Some(h)));
        let sender = Sender::new();
        trust(world, k, &sender.key());
        test(world, &sender, [h, k, l]);
        proven(world);
    });
}

fn new_key(unit: Id, key: &str) -> NewKey {
    let (key, code, note) = (key.to_owned(), "k".to_owned(), Some("đọc qua điện thoại".to_owned()));
    NewKey { unit, key, code, from: day("2021-07-01"), to: None, note }
}

fn trust(world: &World<'_>, unit: Id, key: &str) -> Id {
    add_key(&world.app, &world.actor, &new_key(unit, key)).unwrap()
}

fn take(world: &World<'_>, file: &[u8]) -> Result<Taken, &'static str> {
    receive(&world.app, &world.actor, file).map_err(code)
}

/// A file signed by a key of ours, whatever it says.
fn forged(body: &Value) -> Vec<u8> {
    let bytes = canonical::bytes_of(body).unwrap();
    let hash: [u8; 32] = Sha256::digest(&bytes).into();
    let signature = signing::signature_of(Purpose::Package, &[5; 32], &bytes);
    let whole = json!({
        "body": body, "format": FORMAT, "hash": ledger::chain::hex(&hash),
        "key": signing::public_of(&[5; 32]), "signature": ledger::chain::hex(&signature),
    });
    canonical::bytes_of(&whole).unwrap()
}

#[test]
fn a_report_travels_counts_above_and_stays_marked_as_reported() {
    with_city(|world, sender, [h, k, l]| {
        let package = sender.file(207);
        let postings = crate::figures::head(&world.app).unwrap().seq;
        let taken = take(world, &package.file).unwrap();
        assert_eq!((&*taken.unit, taken.version, taken.standing), ("quan-k", 1, Standing::First));
        let report = reports::read(&world.app, &world.actor, &of(h), None).unwrap();
        let cell = |line: &str| report.cells.iter().find(|cell| cell.line == line).unwrap();
        let gathered = cell("1").gathered.unwrap();
        assert_eq!((cell("1").value, gathered.reported, gathered.received), (Some(207), 1, 1));
        assert_eq!((gathered.due, gathered.straight), (2, 207));
        assert_eq!(cell("2").value, Some(0), "nobody was admitted in these books");
        assert_eq!(
            crate::figures::head(&world.app).unwrap().seq,
            postings,
            "and nothing is posted"
        );
        let beside = reports::line(&world.app, &world.actor, &of(h), None, "2").unwrap().beside;
        assert_eq!(beside.map(|told| (told.sum, told.valued)), Some((3, 1)), "it stands beside");

        let told = reports::line(&world.app, &world.actor, &of(h), None, "1").unwrap();
        let came = told.inputs.iter().find(|each| each.input.unit == k).unwrap();
        assert_eq!(
            (came.value, came.input.package.map(|id| id.to_string())),
            (Some(207), Some(taken.package.clone()))
        );
        let silent = told.inputs.iter().find(|each| each.input.unit == l).unwrap();
        assert_eq!((silent.value, &silent.input.summed), (None, &None));
        let rows = reports::below(&world.app, &world.actor, h, half()).unwrap();
        let row = rows.iter().find(|row| row.unit == k).unwrap();
        assert!(row.is_counted() && !row.state.counts() && row.received.is_some());

        let opened = package_of(world, &taken);
        assert_eq!(opened.file, package.file, "it is kept byte for byte");
        assert_eq!((&*opened.body.unit.name, opened.body.cells.len()), ("Đơn vị k", 3));
        assert_eq!(opened.body.filed.by, "Nơi gửi");
        assert_eq!(opened.body.definitions[0].indicator, "members.admitted");
        assert_eq!(opened.body.inputs[0].code, "a");
        assert_eq!(received(&world.app, &world.actor, (0, 9)).unwrap().len(), 1);
        assert_eq!(sent(&sender.app, &sender.actor, (0, 9)).unwrap().len(), 1);
    });
}

#[test]
fn what_a_unit_told_in_these_books_on_another_form_is_not_summed_of_its_package_too() {
    with_city(|world, sender, [h, k, _]| {
        take(world, &sender.file(207).file).unwrap();
        let text = FORM.replace("code = \"nho\"", "code = \"khac\"");
        let other: &'static Form = Box::leak(Box::new(read_form("khac.toml", &text).unwrap()));
        let key = Key { unit: k, form: other, period: half() };
        let state = crate::figures::State::NotReported;
        let cell = Typed { line: "1".to_owned(), value: Some(150), state, note: None };
        reports::type_cells(&world.app, &world.actor, &key, &[cell]).unwrap();
        let sum = || {
            let report = reports::read(&world.app, &world.actor, &of(h), None).unwrap();
            report.cells.iter().find(|cell| cell.line == "1").unwrap().value
        };
        let shown = || {
            let told = reports::line(&world.app, &world.actor, &of(h), None, "1").unwrap();
            let of_k = told.inputs.iter().filter(|each| each.input.unit == k);
            of_k.map(|each| (each.input.package.is_some(), each.value)).collect::<Vec<_>>()
        };
        let act = |step| {
            reports::act(&world.app, &world.actor, &key, step, Some("vì sửa số"), &[]).unwrap();
        };
        assert_eq!((sum(), shown()), (Some(207), vec![(true, Some(207))]));
        act(Step::Submit);
        act(Step::Approve);
        assert_eq!((sum(), shown()), (Some(150), vec![(false, Some(150)), (true, None)]));
        act(Step::Reopen);
        assert_eq!((sum(), shown()), (Some(207), vec![(true, Some(207))]));
    });
}

fn package_of(world: &World<'_>, taken: &Taken) -> Shown {
    package(&world.app, &world.actor, Id::parse(&taken.package).unwrap()).unwrap()
}

#[test]
fn who_sent_a_package_owes_the_report_no_more() {
    with_city(|world, sender, [h, k, l]| {
        reports::put_in_force(&world.app, &world.actor, FORM).unwrap();
        let new = reports::NewCall {
            form: "nho".to_owned(),
            period: half(),
            due: day("2021-07-15"),
            remind: Vec::new(),
            locks: true,
            note: None,
            units: Vec::new(),
        };
        let call = reports::send_call(&world.app, &world.actor, h, &new).unwrap();
        let owes = |unit: Id| reports::owed(&world.app, &world.actor, unit).unwrap().len();
        assert_eq!((owes(k), owes(l)), (1, 1));
        take(world, &sender.file(207).file).unwrap();
        assert_eq!((owes(k), owes(l)), (0, 1));
        let (_, rows, counts) = reports::completeness(&world.app, &world.actor, call).unwrap();
        assert_eq!((counts.owed, counts.approved), (2, 1));
        let row = rows.iter().find(|row| row.unit == k).unwrap();
        assert_eq!(row.filed_on.as_deref(), Some("2021-07-10"));
    });
}

#[test]
fn received_twice_is_received_once_and_a_later_version_takes_its_place() {
    with_city(|world, sender, [h, ..]| {
        let first = sender.file(100);
        assert_eq!(sender.pack(Some(1)).file, first.file, "the same version is the same file");
        take(world, &first.file).unwrap();
        let head = crate::figures::head(&world.app).unwrap().number;
        let again = take(world, &first.file).unwrap();
        assert_eq!(again.standing, Standing::Known);
        assert_eq!(crate::figures::head(&world.app).unwrap().number, head, "nothing is written");
        sender.clock.move_to(day("2021-07-05"));
        sender.step(Step::Reopen);
        let second = sender.file(120);
        let third = {
            sender.step(Step::Reopen);
            sender.file(130)
        };
        let value = || {
            let report = reports::read(&world.app, &world.actor, &of(h), None).unwrap();
            report.cells.iter().find(|cell| cell.line == "1").unwrap().value
        };
        let seen = look(&world.app, &world.actor, &third.file).unwrap();
        assert_eq!(
            (seen.standing, seen.other.map(|(_, version)| version)),
            (Standing::Supersedes, Some(1))
        );
        let changed: Vec<_> =
            seen.changes.iter().map(|each| (&*each.line, each.before, each.after)).collect();
        assert_eq!(changed, [("1", Some(100), Some(130)), ("3", Some(103), Some(133))]);
        assert_eq!((value(), seen.same_form), (Some(100), None), "looking takes nothing in");
        assert_eq!(take(world, &third.file).unwrap().standing, Standing::Supersedes);
        assert_eq!(value(), Some(130));
        assert_eq!(take(world, &second.file).unwrap().standing, Standing::Older);
        assert_eq!(value(), Some(130), "an earlier version that comes late does not count");
        let rows = received(&world.app, &world.actor, (0, 9)).unwrap();
        let stands: Vec<_> = rows.iter().map(|row| (row.version, row.is_superseded)).collect();
        assert_eq!(stands, [(2, true), (3, false), (1, true)], "all of them stay");
    });
}

#[test]
fn a_package_of_a_unit_that_is_not_open_on_the_last_day_counts_nowhere() {
    with_city(|world, sender, [h, k, _]| {
        take(world, &sender.file(207).file).unwrap();
        let told = || {
            let report = reports::read(&world.app, &world.actor, &of(h), None).unwrap();
            let cell = report.cells.iter().find(|cell| cell.line == "1").unwrap();
            let gathered = cell.gathered.unwrap();
            (cell.value, gathered.reported, gathered.due, gathered.missing())
        };
        assert_eq!(told(), (Some(207), 1, 2, 1));
        let (paper, on) = (crate::figures::tests::paper("3/QĐ"), day("2021-06-15"));
        let (app, actor) = (&world.app, &world.actor);
        crate::units::end_unit(app, actor, k, on, true, "giải thể", Some(&paper)).unwrap();
        assert_eq!(told(), (None, 0, 1, 1));
    });
}

#[test]
fn what_was_not_approved_does_not_leave_and_other_contents_under_one_number_do_not_enter() {
    with_city(|world, sender, [h, k, _]| {
        let send = || pack(&sender.app, &sender.actor, &of(sender.k), None);
        assert_eq!(refusal(send()), "report_not_approved");
        sender.typed(5);
        sender.step(Step::Submit);
        assert_eq!(refusal(send()), "report_not_approved");
        sender.step(Step::Approve);
        let first = send().unwrap();
        sender.step(Step::Publish);
        assert_eq!(send().unwrap().file, first.file, "publishing changes nothing of it");
        let mut body = serde_json::from_slice::<Value>(&first.file).unwrap()["body"].clone();
        take(world, &first.file).unwrap();
        body["cells"][0]["value"] = json!(6);
        trust(world, k, &signing::public_of(&[5; 32]));
        assert_eq!(take(world, &forged(&body)), Err("version_told_twice"));
        assert_eq!(refusal(look(&world.app, &world.actor, &forged(&body))), "version_told_twice");
        body["version"] = json!(2);
        body["period"] = json!({ "from": "2030-01-01", "to": "2030-06-30" });
        assert_eq!(take(world, &forged(&body)), Err("period_to_come"));
        // A report of the unit in these books counts, and the package beside it no more.
        let own = of(k);
        for step in [Step::Submit, Step::Approve] {
            reports::act(&world.app, &world.actor, &own, step, None, &[]).unwrap();
        }
        let report = reports::read(&world.app, &world.actor, &of(h), None).unwrap();
        let gathered = report.cells[0].gathered.unwrap();
        assert_eq!((gathered.sum, gathered.received), (0, 0));
        assert!(look(&world.app, &world.actor, &first.file).unwrap().has_own);
    });
}
