//! Councils, sessions, ballots: what is refused in which order, what passes at the edge, what minutes say.

mod ballots;
mod regulations;
mod rounds;
mod secrecy;
mod shares;

use kernel::actor::Hold;
use kernel::{Actor, Id, Power, UnitKind};

use super::*;
use crate::accounts::{NewAccount, actor_of, find_account, open_account};
use crate::documents::DocumentRef;
use crate::figures::tests::{World, day, on_books, proven};
use crate::units::Entry;

/// What an action answered: the code of its refusal, or `done`.
fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

/// A council of a district whose members all have accounts, and a session on the first day of 2021.
struct Hall<'h> {
    world: &'h World<'h>,
    district: Id,
    union: Id,
    council: Id,
    session: Id,
    people: Vec<Id>,
    actors: Vec<Actor>,
}

fn paper() -> DocumentRef {
    DocumentRef::decision("45/QĐ-LĐLĐ", Some(day("2020-12-31")), "LĐLĐ quận K", "Lập hội đồng")
}

fn member(role: Role, person: Id) -> NewMember {
    let title = "Cán bộ công đoàn".to_owned();
    NewMember { role, person: Some(person), named: String::new(), title, from: None }
}

fn new_council(unit: Id, people: &[Id]) -> NewCouncil {
    let role = |place| match place {
        0 => Role::Chair,
        1 => Role::Secretary,
        _ => Role::Member,
    };
    let members = people.iter().enumerate().map(|(place, person)| member(role(place), *person));
    NewCouncil {
        unit,
        name: "Hội đồng Thi đua – Khen thưởng LĐLĐ quận K".to_owned(),
        from: day("2020-12-31"),
        to: None,
        document: paper(),
        members: members.collect(),
    }
}

fn new_session(council: Id, on: &str) -> NewSession {
    NewSession {
        council,
        on: day(on),
        place: "Phòng họp tầng 2".to_owned(),
        title: "Xét khen thưởng năm 2020".to_owned(),
        quorum: Share { part: 2, whole: 3 },
        quorum_source: "Quy chế hoạt động của Hội đồng".to_owned(),
    }
}

/// What a session types where no text was read.
fn typed(pass: &str, base: Base, secret: bool) -> Terms {
    Terms {
        pass: Share::parse(pass).unwrap(),
        beyond: false,
        base,
        secret,
        written: false,
        recused_out: false,
        quorum: Share { part: 2, whole: 3 },
        source: "Quy chế hoạt động của Hội đồng".to_owned(),
        rule: None,
    }
}

fn about(subject: Subject, terms: Terms) -> NewMatter {
    NewMatter {
        award: Some("ctt.giay_khen".to_owned()),
        title: "Thành tích xuất sắc năm 2020".to_owned(),
        subject,
        terms: Some(terms),
        nomination: None,
    }
}

impl<'h> Hall<'h> {
    fn of(world: &'h World<'h>, seats: usize) -> Self {
        let open = |code: &str, kind, manager| {
            world.unit(code, kind, manager, "2000-01-01", Entry::BroughtForward)
        };
        let district = open("k", UnitKind::District, None);
        let union = open("u", UnitKind::Grassroots, Some(district));
        let people = world.admit(union, "2020-12-31", seats + 1);
        let account = |(place, person): (usize, &Id)| {
            let login = format!("uy-vien-{place}");
            let name = format!("Ủy viên {place}");
            let new = NewAccount { login: login.clone(), name, person: Some(*person) };
            open_account(&world.app, &world.actor, &new).unwrap();
            let account = find_account(&world.app, &world.actor, &login).unwrap();
            actor_of(&world.app, &account).unwrap()
        };
        let actors = people.iter().enumerate().map(account).collect();
        let new = new_council(district, &people[..seats]);
        let council = set_up(&world.app, &world.actor, &new).unwrap();
        let new = new_session(council, "2021-01-01");
        let session = call_session(&world.app, &world.actor, &new).unwrap();
        Self { world, district, union, council, session, people, actors }
    }

    fn room(&self) -> Room {
        room(&self.world.app, &self.world.actor, self.session).unwrap()
    }

    /// The seat of a member by place.
    fn seat(&self, place: usize) -> Id {
        let person = Some(self.people[place]);
        self.room().members.iter().find(|member| member.person == person).unwrap().id
    }

    /// Everybody is there but those at some places.
    fn attend_but(&self, absent: &[usize]) {
        let told: Vec<(Id, Presence, String)> = (0..self.people.len() - 1)
            .map(|place| {
                let away = absent.contains(&place);
                let presence = if away { Presence::Excused } else { Presence::Present };
                (self.seat(place), presence, String::new())
            })
            .collect();
        attend(&self.world.app, &self.world.actor, self.session, &told).unwrap();
    }

    fn matter(&self, new: &NewMatter) -> Id {
        add_matter(&self.world.app, &self.world.actor, self.session, new).unwrap()
    }

    /// A matter about the union, so that nobody is recused.
    fn about_union(&self, terms: Terms) -> Id {
        self.matter(&about(Subject::Unit(self.union), terms))
    }

    fn open(&self, matter: Id, way: Way) -> crate::Result<Id> {
        self.open_with(matter, way, Vec::new())
    }

    fn open_with(&self, matter: Id, way: Way, in_writing: Vec<Id>) -> crate::Result<Id> {
        let opening = Opening { matters: vec![matter], way, in_writing };
        open_ballots(&self.world.app, &self.world.actor, self.session, &opening)
            .map(|ballots| ballots[0])
    }

    fn vote(&self, place: usize, ballot: Id, choice: Choice) -> crate::Result<()> {
        cast(&self.world.app, &self.actors[place], &[(ballot, choice)])
    }

    fn close(&self, ballot: Id, early: bool) -> crate::Result<()> {
        close_ballots(&self.world.app, &self.world.actor, self.session, &[ballot], early)
    }

    fn end(&self, reasons: &[(Id, String)]) -> crate::Result<()> {
        close_session(&self.world.app, &self.world.actor, self.session, reasons)
    }
}

/// Runs a test in a council of so many seats on each engine; the books prove themselves whole afterwards.
fn in_hall(seats: usize, test: impl Fn(&Hall<'_>)) {
    on_books(|world| {
        test(&Hall::of(world, seats));
        proven(world);
    });
}

/// Somebody with a post at a unit.
fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("văn thư", Id(8), vec![hold])
}

#[test]
fn a_council_has_one_chair_each_once_and_is_set_up_within_reach_alone() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let good = new_council(hall.district, &hall.people);
        let two_chairs = {
            let mut new = good.clone();
            new.members[1].role = Role::Chair;
            new
        };
        let twice = {
            let mut new = good.clone();
            new.members[2].person = new.members[1].person;
            new
        };
        let nameless = {
            let mut new = good.clone();
            new.members[2] = NewMember { person: None, ..new.members[2].clone() };
            new
        };
        let backwards = NewCouncil { to: Some(day("2020-12-30")), ..good.clone() };
        for (new, expected) in [
            (two_chairs, "one_chair"),
            (twice, "already_sits"),
            (nameless, "council_text"),
            (backwards, "ends_before_it_begins"),
            (NewCouncil { name: " ".to_owned(), ..good.clone() }, "council_text"),
        ] {
            assert_eq!(code(set_up(app, actor, &new)), expected);
        }
        let elsewhere = at(hall.union, &[Power::ManageCouncil, Power::ReadPeople]);
        assert_eq!(code(set_up(app, &elsewhere, &good)), "out_of_reach");
        let reader = at(hall.district, &[Power::ReadPeople]);
        assert_eq!(code(set_up(app, &reader, &good)), "not_allowed");
        assert_eq!(code(council(app, &elsewhere, hall.council)), "out_of_reach");
        assert!(!council(app, &reader, hall.council).unwrap().0.may_manage);
        assert_eq!(councils(app, &elsewhere).unwrap(), (vec![], vec![]));
        assert_eq!(councils(app, &reader).unwrap().0[0].members, 3);
    });
}

#[test]
fn a_seat_is_filled_and_given_up_by_decision_and_who_left_sits_in_no_later_session() {
    in_hall(4, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let new = member(Role::Member, hall.people[3]);
        assert_eq!(code(seat(app, actor, hall.council, &new, &paper())), "already_sits");
        let chair = member(Role::Chair, hall.people[4]);
        assert_eq!(code(seat(app, actor, hall.council, &chair, &paper())), "one_chair");
        let last = hall.seat(3);
        let leave = |on: &str| unseat(app, actor, (hall.council, last), day(on), &paper());
        assert_eq!(code(leave("2020-12-30")), "ends_before_it_begins");
        assert_eq!(code(leave("2020-12-31")), "done");
        assert_eq!(code(leave("2020-12-31")), "seat_ended");
        assert_eq!(hall.room().members.len(), 3);
        let named = NewMember {
            role: Role::Deputy,
            person: None,
            named: "Bà Lê Thị Ngoài".to_owned(),
            title: "Sở Nội vụ".to_owned(),
            from: Some(day("2021-01-01")),
        };
        seat(app, actor, hall.council, &named, &paper()).unwrap();
        assert_eq!(hall.room().members[1].named, "Bà Lê Thị Ngoài");
    });
}

#[test]
fn a_session_has_its_day_and_is_called_off_only_before_anybody_voted() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let early = new_session(hall.council, "2020-12-30");
        assert_eq!(code(call_session(app, actor, &early)), "council_not_sitting");
        let later = new_session(hall.council, "2021-02-01");
        let to_come = call_session(app, actor, &later).unwrap();
        let told = vec![(hall.seat(0), Presence::Present, String::new())];
        assert_eq!(code(attend(app, actor, to_come, &told)), "session_not_begun");
        change_session(app, actor, to_come, &new_session(hall.council, "2021-03-01")).unwrap();
        let rows = councils(app, actor).unwrap().1;
        assert_eq!((rows.len(), rows[0].on, rows[1].on), (2, day("2021-03-01"), day("2021-01-01")));
        cancel_session(app, actor, to_come).unwrap();
        assert_eq!(code(attend(app, actor, to_come, &told)), "session_over");
        hall.attend_but(&[]);
        let matter = hall.about_union(typed("2/3", Base::All, false));
        hall.open(matter, Way::Hands).unwrap();
        assert_eq!(code(cancel_session(app, actor, hall.session)), "session_has_voted");
        assert_eq!(code(withdraw_matter(app, actor, hall.session, matter)), "matter_was_voted_on");
        assert_eq!(code(attend(app, actor, hall.session, &told)), "ballot_open");
    });
}

#[test]
fn where_no_text_was_read_the_session_types_its_terms_and_says_where_they_stand() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        let asked = |terms| {
            let new = NewMatter {
                terms,
                ..about(Subject::Unit(hall.union), typed("2/3", Base::All, true))
            };
            code(add_matter(app, actor, hall.session, &new))
        };
        assert_eq!(asked(None), "terms_missing");
        let silent = Terms { source: String::new(), ..typed("2/3", Base::All, true) };
        assert_eq!(asked(Some(silent)), "source_missing");
        let beyond_all = Terms { beyond: true, ..typed("100%", Base::All, true) };
        assert_eq!(asked(Some(beyond_all)), "share_out_of_reach");
        let unknown = NewMatter {
            award: Some("ctt.bia".to_owned()),
            ..about(Subject::Unit(hall.union), typed("2/3", Base::All, true))
        };
        assert_eq!(code(add_matter(app, actor, hall.session, &unknown)), "unknown_award");
        let stranger = about(Subject::Person(Id(77)), typed("2/3", Base::All, true));
        assert_eq!(code(add_matter(app, actor, hall.session, &stranger)), "unknown_person");
        let matter = hall.about_union(typed("80%", Base::All, true));
        let kept = &hall.room().matters[0];
        assert_eq!((kept.id, kept.terms.rule.as_ref(), kept.terms.secret), (matter, None, true));
        withdraw_matter(app, actor, hall.session, matter).unwrap();
        assert_eq!(hall.room().matters, []);
    });
}

#[test]
fn every_matter_gets_its_outcome_and_what_did_not_pass_a_reason() {
    in_hall(3, |hall| {
        let (app, actor) = (&hall.world.app, &hall.world.actor);
        hall.attend_but(&[]);
        let [passes, fails, waits] =
            [(); 3].map(|()| hall.about_union(typed("2/3", Base::All, false)));
        for (matter, votes_for) in [(passes, 2), (fails, 1)] {
            let ballot = hall.open(matter, Way::Hands).unwrap();
            assert_eq!(code(hall.end(&[])), "ballot_open");
            let choice = |place| if place < votes_for { Choice::For } else { Choice::Against };
            let votes: Vec<(Id, Choice)> =
                (0..3).map(|place| (hall.seat(place), choice(place))).collect();
            record_votes(app, actor, ballot, &votes).unwrap();
            hall.close(ballot, false).unwrap();
        }
        assert_eq!(code(minutes_of(app, actor, hall.session)), "session_not_closed");
        assert_eq!(code(hall.end(&[(fails, "Thành tích chưa rõ".to_owned())])), "reason_missing");
        let reasons = [(fails, "Thành tích chưa rõ"), (waits, "Thiếu hồ sơ")];
        hall.end(&reasons.map(|(id, said)| (id, said.to_owned()))).unwrap();
        let outcomes: Vec<Outcome> =
            hall.room().matters.iter().map(|matter| matter.outcome.as_ref().unwrap().0).collect();
        assert_eq!(outcomes, [Outcome::Passed, Outcome::Failed, Outcome::Postponed]);
        assert_eq!(code(hall.end(&[])), "session_over");
        let told = minutes_of(app, actor, hall.session).unwrap();
        let text = format!("{told:?}");
        for said in [
            "Có mặt 3/3 thành viên, đủ điều kiện họp: cần 2 người, là 2/3 của 3",
            "cần 2 phiếu, từ 2/3 trở lên, tính trên tổng số thành viên hội đồng (3 người); theo",
            "Tán thành 2 phiếu: thông qua.",
            "Tán thành 1 phiếu: không thông qua.",
            "Mục 3. Giấy khen của công đoàn cấp trên trực tiếp cơ sở cho Đơn vị u: để lại. Thiếu hồ sơ.",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert_eq!(told.chair.unwrap().0, "Chủ tịch Hội đồng");
        hall.world.clock.move_to(day("2021-02-01"));
        let (on, name) = (day("2021-01-15"), "Công đoàn phường K");
        crate::units::rename(app, actor, hall.district, on, name, &paper()).unwrap();
        let later = minutes_of(app, actor, hall.session).unwrap();
        assert_eq!(later.unit, told.unit, "the minutes keep the name of the day");
        let reader = at(hall.union, &[Power::ReadPeople]);
        assert_eq!(code(minutes_of(app, &reader, hall.session)), "out_of_reach");
    });
}
