//! Papers: numbers without gap or reuse, registers, files, lists within reach, what a paper caused; on both engines.

mod records;

use kernel::actor::Hold;
use kernel::{Actor, Id, Power};

use super::*;
use crate::figures::tests::{World, day, on_books, proven, tell_paper_case};
use crate::memberships::{EventKind, NewEvent};
use crate::units::scope_of_code;

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

fn id(world: &World<'_>, code: &str) -> Id {
    scope_of_code(&world.app, &world.actor, code).unwrap()
}

/// Somebody with powers at a unit and all under it.
fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("Lê Thị Sổ", Id(1), vec![hold])
}

const CLERK: &[Power] = &[Power::ReadFigures, Power::ReadPeople, Power::RecordMembers];

fn to_issue(unit: Id, on: &str) -> NewIssue {
    NewIssue {
        unit,
        kind: Kind::Decision,
        symbol: "QĐ-LĐLĐ".to_owned(),
        issued_on: day(on),
        title: "Về việc thành lập công đoàn cơ sở".to_owned(),
        first: None,
    }
}

fn came(unit: Id) -> NewEntry {
    NewEntry { unit, way: Way::Incoming, kind: Kind::Plan, on: day("2021-06-02"), note: None }
}

fn plan(number: &str) -> Which {
    Which::Borne(DocumentRef {
        number: number.to_owned(),
        issued_on: Some(day("2021-06-01")),
        issuer: "Tổng Liên đoàn".to_owned(),
        title: "Kế hoạch phát triển đoàn viên".to_owned(),
    })
}

const PDF: &[u8] = b"%PDF-1.7 a paper";

/// The paper case at the end of 2021.
fn with_books(test: impl Fn(&World<'_>)) {
    on_books(|world| {
        tell_paper_case(world);
        world.clock.move_to(day("2021-12-31"));
        test(world);
        proven(world);
    });
}

#[test]
fn numbers_of_a_series_follow_each_other_and_each_issuer_kind_and_year_has_its_own() {
    with_books(|world| {
        let (app, k, l) = (&world.app, id(world, "k"), id(world, "l"));
        let take = |new: &NewIssue| issue(app, &world.actor, new, None).unwrap().1;
        assert_eq!(take(&to_issue(k, "2021-03-01")), "01/QĐ-LĐLĐ");
        assert_eq!(take(&to_issue(k, "2021-03-01")), "02/QĐ-LĐLĐ");
        assert_eq!(take(&to_issue(l, "2021-02-01")), "01/QĐ-LĐLĐ", "another issuer");
        let plan = NewIssue {
            kind: Kind::Plan,
            symbol: "KH-LĐLĐ".to_owned(),
            ..to_issue(k, "2021-01-05")
        };
        assert_eq!(take(&plan), "01/KH-LĐLĐ", "another kind");
        world.clock.move_to(day("2022-01-10"));
        let of_hand = NewIssue { first: Some(22), ..to_issue(k, "2022-01-05") };
        assert_eq!(take(&of_hand), "22/QĐ-LĐLĐ", "another year, begun by hand");
        let ignored = NewIssue { first: Some(90), ..to_issue(k, "2022-01-06") };
        assert_eq!(take(&ignored), "23/QĐ-LĐLĐ", "a series that runs begins nowhere else");
        let next = next_number(app, &world.actor, k, Kind::Decision, 2022).unwrap();
        assert_eq!(
            (next.number, next.is_first, next.not_before),
            (24, false, Some(day("2022-01-06")))
        );
        let fresh = next_number(app, &world.actor, k, Kind::Report, 2022).unwrap();
        assert_eq!((fresh.number, fresh.is_first, &*fresh.symbol), (1, true, "BC-LĐLĐ"));
    });
}

#[test]
fn a_number_is_taken_with_its_paper_or_not_at_all() {
    with_books(|world| {
        let (app, k) = (&world.app, id(world, "k"));
        let take = |new: &NewIssue, file| code(issue(app, &world.actor, new, file));
        assert_eq!(take(&to_issue(k, "2021-03-05"), None), "done");
        assert_eq!(take(&to_issue(k, "2021-03-04"), None), "before_last_number");
        assert_eq!(take(&to_issue(k, "2022-01-01"), None), "after_last_day");
        let wrong = NewIssue { symbol: "QĐ <b>".to_owned(), ..to_issue(k, "2021-03-05") };
        assert_eq!(take(&wrong, None), "bad_symbol");
        let wrong = NewIssue { title: "  ".to_owned(), ..to_issue(k, "2021-03-05") };
        assert_eq!(take(&wrong, None), "bad_title");
        let first = NewIssue { kind: Kind::Notice, first: Some(0), ..to_issue(k, "2021-03-05") };
        assert_eq!(take(&first, None), "bad_first_number");
        // A file that is refused leaves neither paper nor number behind.
        assert_eq!(take(&to_issue(k, "2021-03-06"), Some(("a.pdf", b"MZ"))), "bad_file_kind");
        let told =
            issue(app, &world.actor, &to_issue(k, "2021-03-06"), Some(("a.pdf", PDF))).unwrap();
        assert_eq!(told.1, "02/QĐ-LĐLĐ");
        let card = card(app, &world.actor, told.0).unwrap();
        let series = card.series.unwrap();
        assert_eq!((series.number, series.year, card.files.len()), (2, 2021, 1));
        // A rehearsal takes a number and gives it back with everything else.
        let tried = app.try_out(&world.actor, "documents.record", |batch| {
            store::last_number(batch.reader()?, Id(1), (k, Kind::Decision, 2021))
        });
        assert_eq!(tried.unwrap().map(|(number, _)| number), Some(2));
    });
}

#[test]
fn two_who_issue_at_once_take_two_numbers() {
    with_books(|world| {
        let k = id(world, "k");
        let numbers: Vec<String> = std::thread::scope(|scope| {
            let work = || {
                let one =
                    || issue(&world.app, &world.actor, &to_issue(k, "2021-05-01"), None).unwrap().1;
                (0..5).map(|_| one()).collect::<Vec<_>>()
            };
            let both = [scope.spawn(work), scope.spawn(work)];
            both.into_iter().flat_map(|each| each.join().unwrap()).collect()
        });
        let mut sorted = numbers;
        sorted.sort_unstable();
        let expected: Vec<String> = (1..=10).map(|number| format!("{number:02}/QĐ-LĐLĐ")).collect();
        assert_eq!(sorted, expected);
    });
}

#[test]
fn a_command_sent_twice_takes_one_number() {
    with_books(|world| {
        let k = id(world, "k");
        let once = world.actor.clone().under("phiếu-1", "");
        let (document, _) = issue(&world.app, &once, &to_issue(k, "2021-05-01"), None).unwrap();
        let again = issue(&world.app, &once, &to_issue(k, "2021-05-01"), None).unwrap_err();
        assert!(matches!(again, crate::Error::Answered(told) if told == document.to_string()));
        let next = next_number(&world.app, &world.actor, k, Kind::Decision, 2021).unwrap();
        assert_eq!(next.number, 2);
    });
}

#[test]
fn a_paper_stands_once_in_a_register_and_is_one_paper_in_several() {
    with_books(|world| {
        let (app, k, l) = (&world.app, id(world, "k"), id(world, "l"));
        let put = |unit| enter(app, &world.actor, &plan("12/KH-TLĐ"), &came(unit), None);
        let document = put(k).unwrap();
        assert_eq!(code(put(k)), "already_entered");
        assert_eq!(put(l).unwrap(), document);
        let told = card(app, &world.actor, document).unwrap();
        assert_eq!((told.entries.len(), told.kind), (2, Kind::Plan));
        let entry = told.entries[0].id;
        let out = |reason| code(withdraw_entry(app, &world.actor, (document, entry), reason));
        assert_eq!(out(" "), "reason_missing");
        assert_eq!(out("nhầm đơn vị"), "done");
        assert_eq!(out("nhầm đơn vị"), "unknown_entry");
        assert_eq!(card(app, &world.actor, document).unwrap().entries.len(), 1);
        assert_eq!(put(k).unwrap(), document, "it may be entered again");
        for (number, expected) in [("", "bad_paper_number"), (&*"x".repeat(61), "bad_paper_number")]
        {
            assert_eq!(code(enter(app, &world.actor, &plan(number), &came(k), None)), expected);
        }
        let Which::Borne(paper) = plan("13/KH") else { return };
        let without = |paper| code(enter(app, &world.actor, &Which::Borne(paper), &came(k), None));
        assert_eq!(without(DocumentRef { issued_on: None, ..paper.clone() }), "paper_day_missing");
        assert_eq!(without(DocumentRef { issuer: String::new(), ..paper.clone() }), "bad_issuer");
        assert_eq!(without(DocumentRef { title: "t".repeat(501), ..paper }), "bad_title");
    });
}

#[test]
fn files_are_known_by_their_content_and_hostile_ones_are_refused_by_name() {
    with_books(|world| {
        let (app, k) = (&world.app, id(world, "k"));
        let document = enter(app, &world.actor, &plan("12/KH-TLĐ"), &came(k), None).unwrap();
        let put =
            |name: &str, bytes: &[u8]| code(attach(app, &world.actor, document, (name, bytes)));
        assert_eq!(put("Kế hoạch 12.pdf", PDF), "done");
        assert_eq!(put("lần nữa.pdf", PDF), "already_attached");
        let other = b"%PDF-1.4 another";
        for name in [
            "../../etc/passwd.pdf",
            "a\\b.pdf",
            ".pdf",
            "a\u{202E}fdp.exe.pdf",
            "a\n.pdf",
            "<b>.pdf",
        ] {
            assert_eq!(put(name, other), "bad_file_name", "{name:?}");
        }
        assert_eq!(put(&format!("{}.pdf", "a".repeat(120)), other), "bad_file_name");
        for name in ["kế hoạch.exe", "kế hoạch.pdf.exe", "kế hoạch", "kế hoạch.html"]
        {
            assert_eq!(put(name, other), "bad_file_ending", "{name}");
        }
        for bytes in [&b"MZ\x90"[..], b"<html><script>", b"PK\x03\x04", b"#!/bin/sh"] {
            assert_eq!(put("a.pdf", bytes), "bad_file_kind");
        }
        assert_eq!(put("a.pdf", b""), "empty_file");
        let told = card(app, &world.actor, document).unwrap();
        let file = &told.files[0];
        let (taken, bytes) = download(app, &world.actor, document, file.id).unwrap();
        assert_eq!((&*taken.name, &*bytes), ("Kế hoạch 12.pdf", PDF));
        crate::files::sweep(app).unwrap();
        assert_eq!(code(download(app, &world.actor, document, file.id)), "done", "it is not swept");
        assert_eq!(code(withdraw_file(app, &world.actor, document, file.id)), "done");
        assert_eq!(code(withdraw_file(app, &world.actor, document, file.id)), "unknown_file");
        assert_eq!(code(download(app, &world.actor, document, file.id)), "unknown_file");
        assert_eq!(put("trở lại.pdf", PDF), "done");
    });
}

#[test]
fn a_paper_is_seen_entered_and_given_files_only_within_reach() {
    with_books(|world| {
        let (app, [h, k, l]) = (&world.app, ["h", "k", "l"].map(|code| id(world, code)));
        let (own, other) = (at(k, CLERK), at(l, CLERK));
        let document =
            enter(app, &own, &plan("12/KH-TLĐ"), &came(k), Some(("a.pdf", PDF))).unwrap();
        assert_eq!(code(enter(app, &own, &plan("13/KH-TLĐ"), &came(l), None)), "out_of_reach");
        assert_eq!(code(enter(app, &own, &Which::Known(document), &came(h), None)), "out_of_reach");
        assert_eq!(code(issue(app, &own, &to_issue(l, "2021-05-01"), None)), "out_of_reach");
        assert_eq!(code(next_number(app, &own, l, Kind::Decision, 2021)), "out_of_reach");
        assert_eq!(code(may_enter_at(app, &own, l)), "out_of_reach");
        let told = card(app, &own, document).unwrap();
        let (entry, file) = (told.entries[0].id, told.files[0].id);
        assert!(told.may_attach && told.may_read_files && told.may_enter);
        for refused in [
            code(card(app, &other, document)),
            code(download(app, &other, document, file)),
            code(attach(app, &other, document, ("b.pdf", b"%PDF-b"))),
            code(withdraw_file(app, &other, document, file)),
            code(withdraw_entry(app, &other, (document, entry), "không")),
            code(enter(app, &other, &Which::Known(document), &came(l), None)),
            code(caused_people(app, &other, document, (0, 10))),
            code(list(app, &other, k, &Asked { limit: 9, ..Asked::default() })),
            code(card(app, &other, Id(1))),
        ] {
            assert_eq!(refused, "out_of_reach");
        }
        assert_eq!(code(card(app, &world.actor, Id(1))), "unknown_document");
        let reader = at(k, &[Power::ReadFigures]);
        let seen = card(app, &reader, document).unwrap();
        assert!(!seen.may_read_files && !seen.may_attach && !seen.may_enter);
        assert_eq!(code(download(app, &reader, document, file)), "not_allowed");
        assert_eq!(code(attach(app, &reader, document, ("b.pdf", PDF))), "not_allowed");
        assert!(caused_people(app, &reader, document, (0, 10)).unwrap().rows.is_empty());
    });
}

#[test]
fn who_enters_a_paper_later_is_not_given_what_others_attached_before() {
    with_books(|world| {
        let (app, [k, l]) = (&world.app, ["k", "l"].map(|code| id(world, code)));
        let (own, other) = (at(k, CLERK), at(l, CLERK));
        let document =
            enter(app, &own, &plan("12/KH-TLĐ"), &came(k), Some(("a.pdf", PDF))).unwrap();
        let file = card(app, &own, document).unwrap().files[0].id;
        assert_eq!(enter(app, &other, &plan("12/KH-TLĐ"), &came(l), None).unwrap(), document);
        assert!(!card(app, &other, document).unwrap().files[0].may_take);
        assert_eq!(code(download(app, &other, document, file)), "out_of_reach");
        assert_eq!(code(withdraw_file(app, &other, document, file)), "out_of_reach");
        assert_eq!(code(download(app, &own, document, file)), "done");
        // Who has the same file attaches it, and takes that one.
        let again = attach(app, &other, document, ("b.pdf", PDF)).unwrap();
        assert_eq!(code(download(app, &other, document, again)), "done");
        assert_eq!(code(attach(app, &own, document, ("c.pdf", PDF))), "already_attached");
    });
}

#[test]
fn a_paper_that_only_records_name_takes_no_file_before_it_is_entered() {
    with_books(|world| {
        let (app, k) = (&world.app, id(world, "k"));
        let all = list(app, &world.actor, k, &Asked { limit: 50, ..Asked::default() }).unwrap();
        let cited = all.first().unwrap().id;
        let put = || code(attach(app, &world.actor, cited, ("a.pdf", PDF)));
        assert_eq!(put(), "not_entered");
        enter(app, &world.actor, &Which::Known(cited), &came(k), None).unwrap();
        assert_eq!(put(), "done");
    });
}

#[test]
fn papers_are_found_by_words_kind_year_and_issuer_the_newest_first_page_by_page() {
    with_books(|world| {
        let (app, k) = (&world.app, id(world, "k"));
        for on in ["2021-03-01", "2021-04-01", "2021-05-01"] {
            issue(app, &world.actor, &to_issue(k, on), None).unwrap();
        }
        enter(app, &world.actor, &plan("12/KH-TLĐ"), &came(k), None).unwrap();
        let ask = |asked: &Asked| -> Vec<String> {
            let rows = list(app, &world.actor, k, asked).unwrap();
            rows.into_iter().map(|row| row.paper.number).collect()
        };
        let plain = Asked { limit: 50, ..Asked::default() };
        let text = |text: &str| Asked { text: text.to_owned(), ..plain.clone() };
        assert_eq!(ask(&text("phat trien")), ["12/KH-TLĐ"]);
        assert_eq!(ask(&text("viên đoàn 12")), ["12/KH-TLĐ"], "words in any order");
        assert_eq!(ask(&text("02/qd")), ["02/QĐ-LĐLĐ"]);
        assert_eq!(ask(&text("%")), ask(&plain), "signs are no pattern");
        assert!(ask(&text("khong co gi")).is_empty());
        assert_eq!(ask(&Asked { kind: Some(Kind::Plan), ..plain.clone() }), ["12/KH-TLĐ"]);
        let issuer = Asked { issuer: "tong lien doan".to_owned(), ..plain.clone() };
        assert_eq!(ask(&issuer), ["12/KH-TLĐ"]);
        assert!(ask(&Asked { year: Some(1999), ..plain.clone() }).is_empty());
        let of_year = ask(&Asked { year: Some(2021), ..plain.clone() });
        assert_eq!(of_year, ["12/KH-TLĐ", "03/QĐ-LĐLĐ", "02/QĐ-LĐLĐ", "01/QĐ-LĐLĐ"]);
        let first = Asked { limit: 2, ..Asked::default() };
        let rows = list(app, &world.actor, k, &first).unwrap();
        let last = rows.last().unwrap();
        let after = Some((last.paper.issued_on.unwrap().to_string(), last.id));
        assert_eq!(ask(&Asked { after, ..first })[..], of_year[2..]);
    });
}

#[test]
fn what_a_paper_caused_is_told_within_reach_and_what_was_taken_back_no_more() {
    with_books(|world| {
        let (app, [k, u1]) = (&world.app, ["k", "u1"].map(|code| id(world, code)));
        let paper = DocumentRef::decision("77/QĐ-LĐLĐ", Some(day("2021-10-01")), "LĐLĐ", "Kết nạp");
        let admit = |name: &str, unit| {
            let person = world.person(name, crate::people::Sex::Female);
            let new = NewEvent::new(EventKind::Admitted, person, unit, day("2021-10-05"));
            world.event(NewEvent { document: Some(paper.clone()), ..new })
        };
        admit("Bùi Thị An", u1);
        let wrong = admit("Bùi Thị Bình", u1);
        let found = list(
            app,
            &world.actor,
            k,
            &Asked { text: "77".to_owned(), limit: 9, ..Asked::default() },
        );
        let document = found.unwrap()[0].id;
        let told = card(app, &world.actor, document).unwrap().caused;
        assert_eq!(told.members.len(), 1);
        assert_eq!((&*told.members[0].unit.0, told.members[0].count), ("u1", 2));
        let names = |actor| -> Vec<String> {
            let page = caused_people(app, actor, document, (0, 10)).unwrap();
            page.rows.into_iter().map(|row| row.name).collect()
        };
        assert_eq!(names(&world.actor), ["Bùi Thị An", "Bùi Thị Bình"]);
        let page = caused_people(app, &world.actor, document, (1, 1)).unwrap();
        assert!(!page.more && page.rows.len() == 1);
        crate::memberships::reverse_event(app, &world.actor, wrong).unwrap();
        let told = card(app, &world.actor, document).unwrap().caused;
        assert_eq!(told.members[0].count, 1);
        let founding = list(
            app,
            &world.actor,
            k,
            &Asked { text: "1/QĐ".to_owned(), limit: 9, ..Asked::default() },
        );
        let founding = founding.unwrap()[0].id;
        let (whole, part) = (card(app, &world.actor, founding), card(app, &at(k, CLERK), founding));
        let count = |card: crate::Result<DocumentCard>| card.unwrap().caused.units.len();
        let (whole, part) = (count(whole), count(part));
        assert!(part < whole && part > 0, "{part} of {whole}");
    });
}

#[test]
fn books_written_before_there_was_a_register_are_listed_once_they_are_opened() {
    with_books(|world| {
        let federation = world.app.federation;
        let clear = |tx: &mut db::Tx<'_>| {
            for table in ["document_now", "document_suffix"] {
                let sql = format!("DELETE FROM {table} WHERE federation_id = $1");
                tx.execute(&sql, &db::values![federation])?;
            }
            Ok::<_, db::DbError>(())
        };
        world.app.db.write(clear).unwrap();
        world.app.db.write(|tx| catch_up(tx, federation)).unwrap();
    });
}

#[test]
fn a_number_says_what_kind_of_paper_it_is() {
    for (number, kind) in [
        ("22/QĐ-LĐLĐ", Kind::Decision),
        ("22/qđ", Kind::Decision),
        ("05/2024/KH-TLĐ", Kind::Plan),
        ("7/TTr-CĐ", Kind::Submission),
        ("không số", Kind::Other),
        ("QĐ 22", Kind::Other),
    ] {
        assert_eq!(rules::kind_of_number(number), kind, "{number}");
    }
}
