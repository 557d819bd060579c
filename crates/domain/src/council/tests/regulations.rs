//! The regulations of councils: read whole, refused with file, line and remedy; guesses are shown and never
//! decide.

use ::rules::Mark;
use kernel::Block;

use super::*;
use crate::council::regulations::Regulations;
use crate::units::{NewUnit, open_unit};

const GOOD: &str = r#"[[vote]]
code = "a"
kinds = ["tld"]
awards = ["tld.bang_khen"]
pass = "70%"
beyond = false
base = "present"
secret = true
written = true
recused_out = true
from = "2020-01-01"
to = "2020-12-31"
source = "Văn bản"
article = "Điều 1"
confidence = "S"
"#;

fn read(text: &str) -> Result<Regulations, kernel::Refusal> {
    read_rules("regulations/council/thu.toml", text)
}

#[test]
fn every_rule_that_comes_with_the_program_is_sourced_and_the_unread_ones_decide_nothing() {
    let all = standard().unwrap();
    assert!(all.votes.iter().any(|rule| rule.origin.mark == Mark::Read));
    for rule in &all.votes {
        let on = rule.origin.from;
        let found = |decides| {
            let mut rules = all.votes_on(rule.kinds[0], &rule.awards[0], on, decides);
            rules.any(|each| each.code == rule.code)
        };
        let decides = rule.origin.mark != Mark::Guess;
        assert_eq!((found(true), found(false)), (decides, !decides), "{}", rule.code);
    }
    let ninety = &all.votes[0];
    let binds = |on: &str| ninety.binds(UnitKind::Confederation, "tld.chien_si_thi_dua", day(on));
    assert_eq!(
        ["2017-09-30", "2017-10-01", "2023-12-31", "2024-01-01"].map(binds),
        [false, true, true, false]
    );
    assert!(!ninety.binds(UnitKind::Province, "tld.chien_si_thi_dua", day("2020-01-01")));
}

#[test]
fn a_file_with_a_fault_is_refused_with_its_line_and_what_mends_it() {
    assert_eq!(read(GOOD).unwrap().votes.len(), 1);
    let twice = format!("{GOOD}\n{GOOD}");
    let size = "[[size]]\ncode = \"s\"\nkinds = [\"tinh\"]\nmost = 1\nfrom = \"2020-01-01\"\nsource = \"V\"\narticle = \"Đ\"\nconfidence = \"R\"\n";
    for (text, line, says) in [
        (GOOD.replace("\"70%\"", "\"170%\""), 1, "170%"),
        (GOOD.replace("present", "absent"), 1, "mẫu số"),
        (GOOD.replace("tld.bang_khen", "tld.bang_khan"), 1, "tld.bang_khan"),
        (GOOD.replace("[\"tld.bang_khen\"]", "[]"), 1, "danh hiệu"),
        (GOOD.replace("[\"tld\"]", "[\"hoi\"]"), 1, "hoi"),
        (GOOD.replace("[\"tld\"]", "[]"), 1, "loại đơn vị"),
        (GOOD.replace("2020-12-31", "2019-12-31"), 1, "ngày cuối"),
        (GOOD.replace("2020-01-01", "2020-02-30"), 1, "2020-02-30"),
        (GOOD.replace("\"Văn bản\"", "\" \""), 1, "văn bản"),
        (GOOD.replace("70%\"\nbeyond = false", "100%\"\nbeyond = true"), 1, "100%"),
        (GOOD.replace("confidence = \"S\"", "confidence = \"X\""), 15, "X"),
        (GOOD.replace("secret = true", "secrt = true"), 8, "secrt"),
        (twice, 17, "“a”"),
        (size.to_owned(), 1, "thành viên"),
        ("[[vote]\n".to_owned(), 1, ""),
    ] {
        let refusal = read(&text).unwrap_err();
        assert_eq!(refusal.code, "bad_council_rule", "{text}");
        let place = format!("regulations/council/thu.toml, dòng {line}:");
        assert!(refusal.message.starts_with(&place), "{}", refusal.message);
        assert!(
            refusal.message.contains(says) && !refusal.remedy.is_empty(),
            "{}",
            refusal.message
        );
    }
}

/// The confederation's council, which a text that was read binds until the end of 2023.
fn with_bound_council(test: impl Fn(&Hall<'_>)) {
    on_books(|world| {
        let mut hall = Hall::of(world, 10);
        let new = NewUnit {
            code: "tld".to_owned(),
            name: "Tổng Liên đoàn".to_owned(),
            kind: UnitKind::Confederation,
            block: Block::Other,
            address: None,
            employer: None,
            manager: None,
            from: day("2000-01-01"),
            entry: Entry::BroughtForward,
            method: None,
            members: None,
            document: Some(paper()),
            import: None,
        };
        let tld = open_unit(&world.app, &world.actor, &new).unwrap();
        let council = new_council(tld, &hall.people[..10]);
        hall.council = set_up(&world.app, &world.actor, &council).unwrap();
        let session = new_session(hall.council, "2021-01-01");
        hall.session = call_session(&world.app, &world.actor, &session).unwrap();
        test(&hall);
        proven(world);
    });
}

#[test]
fn a_text_that_was_read_binds_the_session_which_may_only_be_stricter() {
    with_bound_council(|hall| {
        let award = Some("tld.chien_si_thi_dua".to_owned());
        let asked = |terms| NewMatter {
            award: award.clone(),
            terms,
            ..about(Subject::Person(hall.people[10]), typed("90%", Base::All, true))
        };
        let put = |terms| {
            code(add_matter(&hall.world.app, &hall.world.actor, hall.session, &asked(terms)))
        };
        for (terms, expected) in [
            (typed("89%", Base::All, true), "looser_than_rule"),
            (typed("90%", Base::Present, true), "looser_than_rule"),
            (typed("90%", Base::All, false), "looser_than_rule"),
            (Terms { recused_out: true, ..typed("90%", Base::All, true) }, "looser_than_rule"),
            (typed("90%", Base::All, true), "done"),
            (Terms { beyond: true, ..typed("90%", Base::All, true) }, "done"),
            (typed("91%", Base::All, true), "done"),
        ] {
            assert_eq!(put(Some(terms.clone())), expected, "{terms:?}");
        }
        assert_eq!(put(None), "done");
        let matters = hall.room().matters;
        let own = matters.last().unwrap();
        assert_eq!(own.terms.rule.as_deref(), Some("nd91.chien_si_thi_dua"));
        assert_eq!(own.terms.source, "Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8");
        assert!(own.terms.secret && own.terms.written && !own.terms.recused_out);
    });
}

#[test]
fn ninety_in_a_hundred_of_all_ten_is_nine_and_eight_fail() {
    with_bound_council(|hall| {
        hall.attend_but(&[9]);
        for (votes_for, expected) in [(8, false), (9, true)] {
            let new = NewMatter {
                award: Some("tld.chien_si_thi_dua".to_owned()),
                terms: None,
                ..about(Subject::Person(hall.people[10]), typed("90%", Base::All, true))
            };
            let ballot = hall.open(hall.matter(&new), Way::Electronic).unwrap();
            for place in 0..9 {
                let choice = if place < votes_for { Choice::For } else { Choice::Against };
                hall.vote(place, ballot, choice).unwrap();
            }
            hall.close(ballot, false).unwrap();
            let room = hall.room();
            let (counted, tally, passed) = room.matters.last().unwrap().counted().unwrap();
            assert_eq!((counted.base, counted.needed), (10, 9));
            assert_eq!((tally.votes_for, passed), (votes_for as i64, expected));
        }
    });
}
