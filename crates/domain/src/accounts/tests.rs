//! Accounts at work: signing in, posts that reach so far and no further, and what attackers try.

mod identities;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::actor::Hold;
use kernel::{Actor, Clock, Id, Instant, Period, Power, UnitKind};

use super::*;
use crate::App;
use crate::figures::tests::{World, day, on_books, paper, proven};
use crate::figures::{Query, figures, trace};
use crate::memberships::{EventKind, NewEvent, record};
use crate::people::{Keys, Sex, person_card, search};
use crate::targets::{NewTarget, set_targets};
use crate::units::{Entry, rename};

/// Chance that a test can repeat.
struct Counted(AtomicU64);

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let next = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            *byte = (next >> 56) as u8 ^ (next >> 24) as u8;
        }
    }
}

const PASSWORD: &str = "ghế xanh bàn đỏ";

struct Office<'w> {
    world: &'w World<'w>,
    app: App,
    units: [Id; 5],
}

/// A province `h` over districts `k` and `l`, unions `a` under `k` and `b` under `l`.
fn with_office(test: impl Fn(&Office<'_>)) {
    on_books(|world| {
        let brought = |code, kind, manager| {
            world.unit(code, kind, manager, "2020-01-01", Entry::BroughtForward)
        };
        let h = brought("h", UnitKind::Province, None);
        let [k, l] = ["k", "l"].map(|code| brought(code, UnitKind::District, Some(h)));
        let a = brought("a", UnitKind::Grassroots, Some(k));
        let b = brought("b", UnitKind::Grassroots, Some(l));
        let app = App::open(world.test.again(), world.clock.clone(), Keys::from_secret(&[7; 32]))
            .unwrap();
        let app = app.with_chance(Arc::new(Counted(AtomicU64::new(1))), Hashing::CHEAP);
        test(&Office { world, app, units: [h, k, l, a, b] });
        proven(world);
    });
}

impl Office<'_> {
    /// An account with a password and a post.
    fn account(&self, login: &str, role: &str, unit: Id) -> Id {
        let (app, by) = (&self.app, &self.world.actor);
        let new =
            NewAccount { login: login.to_owned(), name: "Lê Thị Sổ".to_owned(), person: None };
        let account = open_account(app, by, &new).unwrap();
        self.post(account, role, unit, None).unwrap();
        use_link(app, &make_link(app, by, account).unwrap(), PASSWORD).unwrap();
        account
    }

    fn post(&self, account: Id, role: &str, unit: Id, to: Option<&str>) -> crate::Result<Id> {
        let post = NewPost {
            account,
            unit,
            role: Role::find(role).unwrap(),
            from: day("2021-01-01"),
            to: to.map(day),
            stands_for: None,
            reason: None,
        };
        give_post(&self.app, &self.world.actor, &post)
    }

    fn enter(&self, login: &str) -> String {
        sign_in(&self.app, login, PASSWORD, &here()).unwrap().token
    }

    fn actor(&self, login: &str) -> Actor {
        visit(&self.app, &self.enter(login)).unwrap().unwrap().actor
    }

    fn pass(&self, milliseconds: i64) {
        let now = self.world.clock.now();
        self.world.clock.set(Instant(now.0 + milliseconds));
    }
}

fn here() -> Visitor {
    Visitor { agent: "Chrome".to_owned(), address: "127.0.0.1".to_owned() }
}

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

#[test]
fn a_clerk_signs_in_is_known_and_signs_out() {
    with_office(|office| {
        let account = office.account("hang", "clerk", office.units[1]);
        let token = office.enter("  HANG ");
        let session = visit(&office.app, &token).unwrap().unwrap();
        assert_eq!((session.account.id, session.stage), (account, Stage::Whole));
        assert_eq!(session.actor.name, "Lê Thị Sổ (hang)");
        sign_out(&office.app, &session.actor, &token).unwrap();
        assert!(visit(&office.app, &token).unwrap().is_none());
    });
}

#[test]
fn a_wrong_name_and_a_wrong_password_are_told_alike() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let told = |login, password| {
            sign_in(&office.app, login, password, &here()).unwrap_err().to_string()
        };
        assert_eq!(told("hang", "không phải thế này"), told("ai-do", "không phải thế này"));
    });
}

#[test]
fn who_guesses_must_wait_and_the_owner_elsewhere_must_not() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let thief = Visitor { agent: String::new(), address: "10.0.0.9".to_owned() };
        let guess = || code(sign_in(&office.app, "hang", "đoán mò một câu", &thief));
        for _ in 0..5 {
            assert_eq!(guess(), "wrong_sign_in");
        }
        assert_eq!(guess(), "too_many_tries");
        let right = sign_in(&office.app, "hang", PASSWORD, &thief);
        assert_eq!(code(right), "too_many_tries", "even the right password waits there");
        assert_eq!(code(sign_in(&office.app, "hang", PASSWORD, &here())), "done");
        office.pass(3_000);
        assert_eq!(guess(), "wrong_sign_in", "after the wait one more try");
        assert_eq!(guess(), "too_many_tries");
    });
}

#[test]
fn who_guesses_from_many_addresses_of_one_network_is_one_guesser() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let from = |address: String| Visitor { agent: String::new(), address };
        let guess = |address| code(sign_in(&office.app, "hang", "đoán mò một câu", &from(address)));
        for number in 1..=5 {
            assert_eq!(guess(format!("2001:db8:0:7::{number}")), "wrong_sign_in");
        }
        assert_eq!(guess("2001:db8:0:7:ffff::1".to_owned()), "too_many_tries");
        assert_eq!(guess("2001:db8:0:8::1".to_owned()), "wrong_sign_in", "another household");
        assert_eq!(from("::ffff:10.0.0.9".to_owned()).network(), "10.0.0.9");
    });
}

#[test]
fn a_hundred_thieves_do_not_lock_out_who_signed_in_from_here_before() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        office.enter("hang");
        for number in 0..101 {
            let thief = Visitor { agent: String::new(), address: format!("10.0.0.{number}") };
            let _ = sign_in(&office.app, "hang", "đoán mò một câu", &thief);
        }
        let stranger = Visitor { agent: String::new(), address: "10.1.0.1".to_owned() };
        assert_eq!(code(sign_in(&office.app, "hang", PASSWORD, &stranger)), "too_many_tries");
        assert_eq!(code(sign_in(&office.app, "hang", PASSWORD, &here())), "done");
    });
}

#[test]
fn a_sign_in_ends_when_nobody_uses_it_and_at_the_latest_after_a_day() {
    with_office(|office| {
        const HOUR: i64 = 3_600_000;
        office.account("hang", "clerk", office.units[1]);
        let (idle, used) = (office.enter("hang"), office.enter("hang"));
        office.pass(7 * HOUR);
        assert!(visit(&office.app, &used).unwrap().is_some());
        office.pass(2 * HOUR);
        assert!(visit(&office.app, &idle).unwrap().is_none());
        for _ in 0..2 {
            assert!(visit(&office.app, &used).unwrap().is_some());
            office.pass(7 * HOUR);
        }
        assert!(visit(&office.app, &used).unwrap().is_some());
        office.pass(2 * HOUR);
        assert!(visit(&office.app, &used).unwrap().is_none());
    });
}

#[test]
fn a_link_sets_a_password_once_and_ends_what_was_signed_in() {
    with_office(|office| {
        let account = office.account("hang", "clerk", office.units[1]);
        let token = office.enter("hang");
        let link = make_link(&office.app, &office.world.actor, account).unwrap();
        assert_eq!(code(use_link(&office.app, &link, "ngắn")), "password_too_short");
        assert_eq!(code(use_link(&office.app, &link, "cá chép vượt vũ môn")), "done");
        assert_eq!(code(use_link(&office.app, &link, "cá chép vượt vũ môn")), "link_spent");
        assert!(visit(&office.app, &token).unwrap().is_none());
        assert_eq!(code(sign_in(&office.app, "hang", PASSWORD, &here())), "wrong_sign_in");
        let late = make_link(&office.app, &office.world.actor, account).unwrap();
        office.pass(73 * 3_600_000);
        assert_eq!(code(use_link(&office.app, &late, PASSWORD)), "link_spent");
    });
}

#[test]
fn the_first_account_is_opened_by_its_link_and_never_again() {
    on_books(|world| {
        let app = App::open(world.test.again(), world.clock.clone(), Keys::from_secret(&[7; 32]))
            .unwrap();
        let app = app.with_chance(Arc::new(Counted(AtomicU64::new(5))), Hashing::CHEAP);
        let link = first_link(&app).unwrap().unwrap();
        let new =
            NewAccount {
                login: "chu".to_owned(), name: "Trần Văn Chủ".to_owned(), person: None
            };
        use_first_link(&app, &link, &new, PASSWORD).unwrap();
        assert!(first_link(&app).unwrap().is_none());
        assert_eq!(code(use_first_link(&app, &link, &new, PASSWORD)), "link_spent");
        let token = sign_in(&app, "chu", PASSWORD, &here()).unwrap().token;
        let actor = visit(&app, &token).unwrap().unwrap().actor;
        assert!(kernel::actor::ALL_POWERS.iter().all(|power| actor.may(*power)));
    });
}

/// What the telephone shows for a key at a second.
fn code_of(key: &str, at: u64) -> String {
    let raw = totp_rs::Secret::Encoded(key.to_owned()).to_bytes().unwrap();
    totp_rs::TOTP::new(totp_rs::Algorithm::SHA1, 6, 1, 30, raw).unwrap().generate(at)
}

#[test]
fn a_second_factor_is_asked_and_no_code_works_twice() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let (app, actor) = (&office.app, office.actor("hang"));
        let key = begin_totp(app);
        let now = |app: &App| (app.now().0 / 1000) as u64;
        assert_eq!(code(confirm_totp(app, &actor, &key, "000000")), "wrong_code");
        let no = confirm_totp(app, &actor, &key, "000000").err().unwrap();
        assert!(!no.refusal().unwrap().remedy.contains("dự phòng"), "there is none yet");
        let told = confirm_totp(app, &actor, &key, &code_of(&key, now(app))).unwrap();
        assert_eq!(told.codes.len(), 10);
        office.pass(60_000);
        let half = sign_in(app, "hang", PASSWORD, &here()).unwrap();
        assert_eq!(half.stage, Stage::Half);
        let seen = visit(app, &half.token).unwrap().unwrap();
        assert_eq!(seen.stage, Stage::Half, "pages must ask for the second step");
        let right = code_of(&key, now(app));
        assert_eq!(code(second_step(app, &half.token, "123456", &here())), "wrong_code");
        let whole = second_step(app, &half.token, &right, &here()).unwrap();
        assert_ne!(whole.token, half.token);
        assert!(visit(app, &half.token).unwrap().is_none());
        let half = sign_in(app, "hang", PASSWORD, &here()).unwrap();
        assert_eq!(
            code(second_step(app, &half.token, &right, &here())),
            "wrong_code",
            "a code is used up"
        );
        assert_eq!(code(second_step(app, &half.token, &told.codes[3], &here())), "done");
        let half = sign_in(app, "hang", PASSWORD, &here()).unwrap();
        assert_eq!(code(second_step(app, &half.token, &told.codes[3], &here())), "wrong_code");
        let another = begin_totp(app);
        assert_eq!(
            code(confirm_totp(app, &actor, &another, &code_of(&another, now(app)))),
            "second_factor_is_on",
            "a thief at an open page does not put a factor of their own in its place"
        );
        assert_eq!(code(end_totp(app, &actor, "không phải")), "wrong_password");
        end_totp(app, &actor, PASSWORD).unwrap();
        assert_eq!(sign_in(app, "hang", PASSWORD, &here()).unwrap().stage, Stage::Whole);
    });
}

#[test]
fn who_lost_phone_and_recovery_codes_is_let_in_again_by_who_governs_the_account() {
    with_office(|office| {
        let account = office.account("hang", "clerk", office.units[1]);
        let chief = office.account("truong", "head", office.units[1]);
        office.account("xa.l", "head", office.units[2]);
        let (app, hers, by) = (&office.app, office.actor("hang"), office.actor("truong"));
        assert_eq!(code(lift_second_factor(app, &by, account)), "no_second_factor");
        let key = begin_totp(app);
        confirm_totp(app, &hers, &key, &code_of(&key, (app.now().0 / 1000) as u64)).unwrap();
        use_link(app, &make_link(app, &by, account).unwrap(), PASSWORD).unwrap();
        let half = sign_in(app, "hang", PASSWORD, &here()).unwrap();
        assert_eq!(half.stage, Stage::Half, "a new password alone opens nothing");
        assert_eq!(code(lift_second_factor(app, &office.actor("xa.l"), account)), "out_of_reach");
        assert_eq!(code(lift_second_factor(app, &hers, account)), "not_allowed");
        assert_eq!(code(lift_second_factor(app, &by, chief)), "own_account");
        lift_second_factor(app, &by, account).unwrap();
        assert!(visit(app, &half.token).unwrap().is_none(), "its sign-ins ended");
        assert_eq!(sign_in(app, "hang", PASSWORD, &here()).unwrap().stage, Stage::Whole);
    });
}

#[test]
fn a_name_that_was_mistyped_is_put_right_and_what_was_done_stays_under_the_name_of_then() {
    with_office(|office| {
        let account = office.account("hang", "clerk", office.units[1]);
        let chief = office.account("truong", "head", office.units[1]);
        office.account("xa.l", "head", office.units[2]);
        let (app, by) = (&office.app, office.actor("truong"));
        let amend = |by: &Actor, account, name: &str| amend_account(app, by, account, (name, None));
        let before = find_account(app, &by, "hang").unwrap();
        assert_eq!(code(amend(&by, account, &before.name)), "nothing_changed");
        assert_eq!(code(amend(&by, account, " ")), "bad_person_name");
        assert_eq!(code(amend(&office.actor("xa.l"), account, "Lê Thị Hằng")), "out_of_reach");
        assert_eq!(code(amend(&office.actor("hang"), account, "Lê Thị Hằng")), "not_allowed");
        assert_eq!(code(amend(&by, chief, "Lê Thị Hằng")), "own_account");
        amend(&by, account, "Lê Thị  Hằng Nga").unwrap();
        assert_eq!(find_account(app, &by, "hang").unwrap().name, "Lê Thị Hằng Nga");
        let found = accounts(app, &by, "hang nga", "", 10).unwrap();
        assert_eq!(found.len(), 1, "the search knows the new name");
        assert_eq!(
            sign_in(app, "hang", PASSWORD, &here()).unwrap().account.name,
            "Lê Thị Hằng Nga"
        );
        close_account(app, &by, account).unwrap();
        assert_eq!(code(amend(&by, account, "Lê Thị Hằng")), "account_closed");
    });
}

#[test]
fn one_sees_ones_own_sign_ins_and_ends_one_of_them() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        office.account("lan", "clerk", office.units[2]);
        let (app, phone, desk) = (&office.app, office.enter("hang"), office.enter("hang"));
        let actor = visit(app, &desk).unwrap().unwrap().actor;
        let rows = my_sign_ins(app, &actor, &desk).unwrap();
        assert_eq!((rows.len(), rows.iter().filter(|row| row.is_this).count()), (2, 1));
        let mark = &rows.iter().find(|row| !row.is_this).unwrap().mark;
        assert_eq!(code(revoke_sign_in(app, &office.actor("lan"), mark)), "unknown_sign_in");
        revoke_sign_in(app, &actor, mark).unwrap();
        assert!(visit(app, &phone).unwrap().is_none() && visit(app, &desk).unwrap().is_some());
        let token = office.enter("hang");
        assert_eq!(
            code(change_password(app, &actor, &desk, "sai rồi đấy", "mưa nắng bốn mùa")),
            "wrong_password"
        );
        change_password(app, &actor, &desk, PASSWORD, "mưa nắng bốn mùa").unwrap();
        assert!(visit(app, &token).unwrap().is_none() && visit(app, &desk).unwrap().is_some());
    });
}

#[test]
fn a_message_is_shown_on_the_next_page_and_not_again() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let token = office.enter("hang");
        set_flash(&office.app, &token, "Đã ghi 3 người").unwrap();
        assert!(visit(&office.app, &token).unwrap().unwrap().has_flash);
        assert_eq!(take_flash(&office.app, &token).unwrap().as_deref(), Some("Đã ghi 3 người"));
        assert_eq!(take_flash(&office.app, &token).unwrap(), None);
    });
}

#[test]
fn a_clerk_of_one_district_reads_and_writes_there_and_nowhere_else() {
    with_office(|office| {
        let [h, k, l, a, b] = office.units;
        office.account("hang", "clerk", k);
        let [ours, theirs] = [(a, "Bùi Thị An"), (b, "Bùi Thị Bình")].map(|(unit, name)| {
            let person = office.world.person(name, Sex::Female);
            office.world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2020-06-01")));
            person
        });
        let (app, clerk) = (&office.app, office.actor("hang"));
        let year = Period::parse("2020").unwrap();
        for (scope, told) in [
            ("k", "done"),
            ("a", "done"),
            ("l", "out_of_reach"),
            ("b", "out_of_reach"),
            ("h", "out_of_reach"),
        ] {
            let query = Query::of(scope, year);
            assert_eq!(code(figures(app, &clerk, &query)), told, "{scope}");
            assert_eq!(code(trace(app, &clerk, "members.admitted", &query, 0, 9)), told, "{scope}");
        }
        assert_eq!(code(person_card(app, &clerk, ours, false)), "done");
        assert_eq!(code(person_card(app, &clerk, theirs, false)), "out_of_reach");
        assert_eq!(code(person_card(app, &clerk, theirs, true)), "out_of_reach");
        let found = search(app, &clerk, "bùi thị", 20).unwrap();
        assert_eq!(found.iter().map(|row| &*row.name).collect::<Vec<_>>(), ["Bùi Thị An"]);
        let left = |person, unit| {
            record(
                app,
                &clerk,
                &NewEvent::new(EventKind::Corrected, person, unit, day("2020-07-01")),
            )
        };
        assert_eq!(code(left(theirs, b)), "out_of_reach");
        let sent = |kind, other| {
            let event = NewEvent::new(kind, ours, a, day("2020-08-01"));
            code(record(app, &clerk, &NewEvent { other: Some(other), ..event }))
        };
        assert_eq!(sent(EventKind::Transferred, b), "out_of_reach");
        let paper = paper("9/QĐ");
        assert_eq!(code(rename(app, &clerk, b, day("2020-08-01"), "Tên", &paper)), "out_of_reach");
        assert_eq!(code(rename(app, &clerk, a, day("2020-08-01"), "Tên", &paper)), "done");
        let target = |unit| {
            let target = NewTarget {
                unit,
                indicator: "members.admitted".to_owned(),
                period: year,
                value: Some(3),
            };
            code(set_targets(app, &clerk, &[target], &paper))
        };
        assert_eq!(
            [target(a), target(k), target(l), target(h)],
            ["done", "done", "out_of_reach", "out_of_reach"]
        );
        assert_eq!(sent(EventKind::Sent, b), "done");
        let receive = |actor: &Actor| {
            let event = NewEvent::new(EventKind::Received, ours, a, day("2020-08-02"));
            code(record(app, actor, &NewEvent { other: Some(b), ..event }))
        };
        assert_eq!(receive(&clerk), "out_of_reach", "the other end answers");
        office.account("lan", "clerk", l);
        assert_eq!(
            code(person_card(app, &office.actor("lan"), ours, false)),
            "done",
            "who is asked may look"
        );
        assert_eq!(receive(&office.actor("lan")), "done");
        assert_eq!(
            code(person_card(app, &clerk, ours, false)),
            "out_of_reach",
            "gone to the other district"
        );
    });
}

#[test]
fn a_post_holds_from_its_first_day_up_to_its_last() {
    with_office(|office| {
        let account = office.account("hang", "reader", office.units[1]);
        office.post(account, "clerk", office.units[2], Some("2021-01-03")).unwrap();
        for (today, may) in [("2021-01-01", true), ("2021-01-02", true), ("2021-01-03", false)] {
            office.world.clock.move_to(day(today));
            assert_eq!(office.actor("hang").may(Power::Import), may, "{today}");
        }
        let why = |on| {
            let asked = WhyAsked { power: Power::Import, unit: "b", on: day(on) };
            why_may(&office.app, &office.world.actor, account, &asked).unwrap()
        };
        assert_eq!(why("2021-01-02").len(), 1);
        assert!(why("2021-01-02")[0].from_above && why("2021-01-03").is_empty());
    });
}

#[test]
fn nobody_gives_more_than_they_hold_or_takes_over_who_holds_more() {
    with_office(|office| {
        let [h, k, l, ..] = office.units;
        office.account("truong", "head", k);
        let above = office.account("thanh-pho", "clerk", h);
        let below = office.account("moi", "reader", k);
        let (app, head) = (&office.app, office.actor("truong"));
        let give = |role: &str, unit| {
            let role = Role::find(role).unwrap();
            let from = day("2021-01-01");
            let (to, stands_for, reason) = (None, None, None);
            code(give_post(
                app,
                &head,
                &NewPost { account: below, unit, role, from, to, stands_for, reason },
            ))
        };
        assert_eq!(give("clerk", k), "done");
        assert_eq!(give("administrator", k), "grants_more_than_held");
        assert_eq!(give("clerk", l), "grants_more_than_held");
        assert_eq!(give("reader", Hold::WHOLE), "grants_more_than_held");
        let own = head.account.unwrap();
        let (role, from) = (Role::find("reader").unwrap(), day("2021-01-01"));
        let to_oneself =
            NewPost { account: own, unit: k, role, from, to: None, stands_for: None, reason: None };
        assert_eq!(code(give_post(app, &head, &to_oneself)), "own_account");
        assert_eq!(code(make_link(app, &head, above)), "out_of_reach", "a password of one above");
        assert_eq!(code(close_account(app, &head, above)), "out_of_reach");
        assert_eq!(code(make_link(app, &head, below)), "done");
        assert_eq!(code(close_account(app, &head, below)), "done");
        assert_eq!(code(sign_in(app, "moi", PASSWORD, &here())), "wrong_sign_in");
        assert_eq!(give("reader", k), "closed_account");
        let logins = |actor: &Actor| -> Vec<String> {
            accounts(app, actor, "", "", 50)
                .unwrap()
                .into_iter()
                .map(|row| row.account.login)
                .collect()
        };
        assert_eq!(logins(&head), ["moi", "truong"]);
        assert_eq!(code(accounts(app, &office.actor("thanh-pho"), "", "", 50)), "not_allowed");
    });
}

#[test]
fn nobody_takes_over_who_will_hold_more_or_holds_a_post_longer_than_it_was_given() {
    with_office(|office| {
        let [h, k, ..] = office.units;
        office.account("truong", "head", k);
        let (app, head) = (&office.app, office.actor("truong"));
        let coming = office.account("sap-len", "reader", k);
        let post = NewPost {
            account: coming,
            unit: h,
            role: Role::find("administrator").unwrap(),
            from: day("2021-06-01"),
            to: None,
            stands_for: None,
            reason: None,
        };
        assert_eq!(code(make_link(app, &head, coming)), "done");
        give_post(app, &office.world.actor, &post).unwrap();
        assert_eq!(code(make_link(app, &head, coming)), "out_of_reach");
        let clerk = office.account("thu-ky", "reader", k);
        let post = office.post(clerk, "clerk", k, Some("2021-03-01")).unwrap();
        let end = |on| code(end_post(app, &head, post, day(on)));
        assert_eq!(end("2021-04-01"), "post_already_ends");
        assert_eq!(end("2020-12-01"), "post_ends_before_it_begins");
        assert_eq!(end("2021-02-01"), "done");
        assert_eq!(end("2021-03-01"), "post_already_ends", "what was ended stays ended");
    });
}

#[test]
fn a_stand_in_takes_the_same_post_for_a_time() {
    with_office(|office| {
        let (k, l) = (office.units[1], office.units[2]);
        let away = office.account("hang", "clerk", k);
        let account = office.account("thay", "reader", k);
        let (_, posts) = posts_of_account(&office.app, &office.world.actor, away).unwrap();
        let stand_in = |unit, to: Option<&str>| {
            let role = Role::find("clerk").unwrap();
            let (from, stands_for) = (day("2021-01-01"), Some(posts[0].id));
            let post =
                NewPost { account, unit, role, from, to: to.map(day), stands_for, reason: None };
            code(give_post(&office.app, &office.world.actor, &post))
        };
        assert_eq!(stand_in(k, None), "stand_in_without_end");
        assert_eq!(stand_in(k, Some("2020-12-01")), "post_ends_before_it_begins");
        assert_eq!(stand_in(l, Some("2021-02-01")), "stand_in_differs");
        assert_eq!(stand_in(k, Some("2021-02-01")), "done");
        assert!(office.actor("thay").may(Power::Import));
    });
}

#[test]
fn a_token_does_no_more_than_it_names_and_ends_when_told() {
    with_office(|office| {
        let account = office.account("hang", "clerk", office.units[1]);
        let (app, actor) = (&office.app, office.actor("hang"));
        let make = |powers: &[Power], to| make_token(app, &actor, "báo cáo", powers, day(to));
        assert_eq!(code(make(&[Power::ReadAudit], "2021-06-01")), "not_allowed");
        assert_eq!(code(make(&[Power::ReadFigures], "2023-06-01")), "bad_token_days");
        assert_eq!(code(make(&[], "2021-06-01")), "bad_token");
        let token = make(&[Power::ReadFigures], "2021-06-01").unwrap();
        let narrowed = token_actor(app, &token).unwrap().unwrap();
        assert!(narrowed.may(Power::ReadFigures) && !narrowed.may(Power::ReadPeople));
        let rows = tokens_of(app, &actor).unwrap();
        assert!(rows[0].used_at.is_some(), "when it was used is written down");
        revoke_token(app, &actor, rows[0].id).unwrap();
        assert!(token_actor(app, &token).unwrap().is_none());
        for ends in
            [&|account| end_sign_ins(app, &office.world.actor, account).unwrap(), &|account| {
                let link = make_link(app, &office.world.actor, account).unwrap();
                use_link(app, &link, PASSWORD).unwrap();
            }] as [&dyn Fn(Id); 2]
        {
            let token = make(&[Power::ReadFigures], "2021-06-01").unwrap();
            ends(account);
            assert!(token_actor(app, &token).unwrap().is_none(), "a thief keeps nothing");
        }
        let token = make(&[Power::ReadFigures], "2021-06-01").unwrap();
        office.world.clock.move_to(day("2021-06-01"));
        assert!(token_actor(app, &token).unwrap().is_none());
    });
}

#[test]
fn an_account_is_seen_by_its_owner_and_by_who_manages_accounts_above_it_and_by_nobody_else() {
    with_office(|office| {
        let [_, k, l, ..] = office.units;
        office.account("truong", "head", k);
        office.account("cap-duoi", "clerk", office.units[3]);
        let aside = office.account("ben-kia", "clerk", l);
        let whole = office.account("may-chu", "administrator", Hold::WHOLE);
        let (app, head) = (&office.app, office.actor("truong"));
        let seen = |actor: &Actor, login| code(account_card(app, actor, login));
        assert_eq!(["truong", "cap-duoi"].map(|login| seen(&head, login)), ["done", "done"]);
        assert_eq!(
            ["ben-kia", "may-chu", "khong-co"].map(|login| seen(&head, login)),
            ["out_of_reach", "out_of_reach", "unknown_account"]
        );
        for account in [aside, whole] {
            let asked = WhyAsked { power: Power::Import, unit: "b", on: day("2021-01-01") };
            assert_eq!(code(why_may(app, &head, account, &asked)), "out_of_reach");
            assert_eq!(code(end_sign_ins(app, &head, account)), "out_of_reach");
        }
        let clerk = office.actor("ben-kia");
        assert_eq!(seen(&clerk, "ben-kia"), "done");
        assert_eq!(seen(&clerk, "truong"), "not_allowed");
        assert_eq!(seen(&clerk, "khong-co"), "not_allowed", "a guess tells nothing");
    });
}

#[test]
fn accounts_are_found_by_a_part_of_a_name_without_its_marks_a_page_at_a_time() {
    with_office(|office| {
        for login in ["an", "binh", "chi"] {
            office.account(&format!("{login}.le"), "reader", office.units[1]);
        }
        let list = |typed, after, limit| -> Vec<String> {
            let rows = accounts(&office.app, &office.world.actor, typed, after, limit).unwrap();
            assert!(rows.iter().all(|row| row.posts.len() == 1));
            rows.into_iter().map(|row| row.account.login).collect()
        };
        assert_eq!(list("thi so", "", 2), ["an.le", "binh.le"]);
        assert_eq!(list("thi so", "binh.le", 2), ["chi.le"]);
        assert_eq!(list("chi", "", 9), ["chi.le"]);
        assert!(list("100%", "", 9).is_empty() && list("_", "", 9).len() != 1);
    });
}

#[test]
fn an_account_tied_to_a_member_out_of_reach_is_neither_seen_nor_taken_over() {
    with_office(|office| {
        let [_, k, _, a, b] = office.units;
        office.account("truong", "head", k);
        let (app, by, head) = (&office.app, &office.world.actor, office.actor("truong"));
        let tied = |login: &str, unit| {
            let person = office.world.person("Nguyễn Thị Số 1", Sex::Female);
            office.world.event(NewEvent::new(EventKind::Admitted, person, unit, day("2021-01-01")));
            let (login, name) = (login.to_owned(), "Nguyễn Thị Số 1".to_owned());
            open_account(app, by, &NewAccount { login, name, person: Some(person) }).unwrap()
        };
        let (own, other) = (tied("trong-tam", a), tied("ngoai-tam", b));
        assert_eq!(code(account_card(app, &head, "trong-tam")), "done");
        assert_eq!(code(make_link(app, &head, own)), "done");
        for told in [
            code(account_card(app, &head, "ngoai-tam")),
            code(make_link(app, &head, other)),
            code(end_sign_ins(app, &head, other)),
            code(close_account(app, &head, other)),
        ] {
            assert_eq!(told, "out_of_reach");
        }
        // A post within reach shows the account; the member behind it is still not theirs to become.
        office.post(other, "reader", k, None).unwrap();
        assert_eq!(code(account_card(app, &head, "ngoai-tam")), "done");
        assert_eq!(code(make_link(app, &head, other)), "out_of_reach");
    });
}

#[test]
fn books_brought_back_from_a_copy_know_their_accounts() {
    with_office(|office| {
        office.account("hang", "clerk", office.units[1]);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("so.ketdoan");
        office.app.backup(&office.world.actor, &file).unwrap();
        let empty = db::testing::sqlite();
        let keys = Keys::from_secret(&[7; 32]);
        let app = App::open(empty.again(), office.world.clock.clone(), keys).unwrap();
        let app = app.with_chance(Arc::new(Counted(AtomicU64::new(5))), Hashing::CHEAP);
        app.restore(&office.world.actor, &file).unwrap();
        let token = sign_in(&app, "hang", PASSWORD, &here()).unwrap().token;
        let actor = visit(&app, &token).unwrap().unwrap().actor;
        let query = |scope| Query::of(scope, Period::parse("2021-01").unwrap());
        assert!(figures(&app, &actor, &query("k")).is_ok(), "with the posts it had");
        assert_eq!(code(figures(&app, &actor, &query("l"))), "out_of_reach");
    });
}
