//! Certificates: numbers without gap, signatures that bear no altered byte, revocation that is seen, rights.

use std::collections::HashSet;

use kernel::{Actor, Id, Power, UnitKind, actor::Hold};

use super::*;
use crate::documents::DocumentRef;
use crate::figures::tests::{World, day, on_books, proven};
use crate::signing::{self, Purpose};
use crate::units::Entry;

fn code<T>(result: crate::Result<T>) -> &'static str {
    result.err().map_or("done", |error| error.refusal().map_or("failed", |refusal| refusal.code))
}

fn facts(unit: Id, recipient: &str) -> CertificateFacts {
    let own = str::to_owned;
    CertificateFacts {
        unit,
        honour: None,
        person: None,
        series: own("GK"),
        award: own("GIẤY KHEN"),
        named: None,
        recipient: own(recipient),
        recipient_of: Some(own("Chủ tịch CĐCS Công ty CP May Sao Sáng")),
        content: own("Đã có thành tích xuất sắc trong phong trào thi đua năm 2020"),
        decision: own("12/QĐ-LĐLĐ"),
        decided_on: day("2020-12-15"),
        paper: None,
        issuer: vec![own("BAN CHẤP HÀNH"), own("LIÊN ĐOÀN LAO ĐỘNG QUẬN K")],
        place: own("Hà Nội"),
        signer: Signer {
            lines: vec![own("TM. BAN CHẤP HÀNH"), own("CHỦ TỊCH")],
            name: own("Trần Văn Lợi"),
        },
    }
}

fn with_district(test: impl Fn(&World<'_>, Id)) {
    on_books(|world| {
        let unit = world.unit("k", UnitKind::District, None, "2000-01-01", Entry::BroughtForward);
        test(world, unit);
        proven(world);
    });
}

fn at(unit: Id, powers: &[Power]) -> Actor {
    let hold = Hold { post: Id(9), unit, below: true, powers: powers.to_vec() };
    Actor::with_posts("văn thư", Id(8), vec![hold])
}

fn paper() -> DocumentRef {
    DocumentRef::decision("3/QĐ-LĐLĐ", Some(day("2021-01-01")), "LĐLĐ quận K", "Thu hồi giấy khen")
}

fn keys(world: &World<'_>) -> Vec<String> {
    public_keys(&world.app).unwrap().into_iter().map(|each| each.key).collect()
}

#[test]
fn numbers_run_without_gap_in_each_series_and_year_and_a_revoked_one_is_not_given_again() {
    with_district(|world, unit| {
        let give = |all: &[CertificateFacts]| {
            let issued = issue(&world.app, &world.actor, all).unwrap();
            issued.iter().map(|each| (each.number, each.id)).collect::<Vec<_>>()
        };
        let numbers = |all: &[(i64, Id)]| all.iter().map(|(number, _)| *number).collect::<Vec<_>>();
        let first =
            give(&[facts(unit, "Bà Hòa"), facts(unit, "Ông Nguyên"), facts(unit, "Bà Vân")]);
        assert_eq!(numbers(&first), [1, 2, 3]);
        revoke(&world.app, &world.actor, first[2].1, (day("2021-01-01"), "Ghi sai tên"), &paper())
            .unwrap();
        let other = CertificateFacts { series: "BK".to_owned(), ..facts(unit, "Bà Vân") };
        let earlier = CertificateFacts { decided_on: day("2019-05-05"), ..facts(unit, "Bà Vân") };
        assert_eq!(numbers(&give(&[other, earlier, facts(unit, "Bà Vân")])), [1, 1, 4]);
        let bad = CertificateFacts { recipient: " ".to_owned(), ..facts(unit, "") };
        assert_eq!(
            code(issue(&world.app, &world.actor, &[facts(unit, "A"), bad])),
            "certificate_incomplete"
        );
        assert_eq!(numbers(&give(&[facts(unit, "Ông Linh")])), [5], "a refusal takes no number");
    });
}

#[test]
fn a_typed_list_sent_twice_makes_no_copies_under_other_numbers() {
    with_district(|world, unit| {
        let give = |all: &[CertificateFacts]| issue(&world.app, &world.actor, all);
        let twins = [facts(unit, "Bà Hòa"), facts(unit, "Bà Hòa")];
        let issued = give(&twins).unwrap();
        assert_eq!(issued.len(), 2, "two of one name in one list are two people");
        assert_eq!(code(give(&twins)), "already_certified");
        let elsewhere = CertificateFacts { recipient_of: None, ..facts(unit, "Bà Hòa") };
        let later =
            CertificateFacts { decision: "13/QĐ-LĐLĐ".to_owned(), ..facts(unit, "Bà Hòa") };
        assert_eq!(code(give(&[elsewhere, later])), "done");
        for each in issued {
            let told = (day("2021-01-01"), "Ghi sai");
            revoke(&world.app, &world.actor, each.id, told, &paper()).unwrap();
        }
        assert_eq!(code(give(&twins)), "done", "what was revoked is given anew");
    });
}

#[test]
fn a_square_is_verified_without_books_and_one_altered_byte_is_refused() {
    with_district(|world, unit| {
        let id =
            issue(&world.app, &world.actor, &[facts(unit, "Bà Nguyễn Thị Hòa")]).unwrap()[0].id;
        let (certificate, text) = printed(&world.app, &world.actor, &[id]).unwrap().remove(0);
        let told =
            verify(&format!("https://so.vn/xac-minh/{}#{text}", certificate.code), &keys(world))
                .unwrap();
        assert_eq!((&*told.facts.recipient, &*told.facts.number), ("Bà Nguyễn Thị Hòa", "1/2020"));
        assert_eq!(told.facts.issuer, "BAN CHẤP HÀNH LIÊN ĐOÀN LAO ĐỘNG QUẬN K");
        let (bytes, signature) = payload::parts_of(&text).unwrap();
        for at in 0..bytes.len() + 64 {
            let mut whole = [&bytes[..], &signature].concat();
            whole[at] ^= 1;
            let (signed, signature) = whole.split_at(bytes.len());
            let signature: [u8; 64] = signature.try_into().unwrap();
            assert!(
                !signing::is_signed(Purpose::Certificate, &keys(world)[0], signed, &signature),
                "byte {at}"
            );
        }
        for (at, letter) in text.char_indices() {
            let other = if letter == 'A' { 'B' } else { 'A' };
            let altered = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            assert!(verify(&altered, &keys(world)).is_err(), "letter {at}");
        }
        let stranger = signing::public_of(&[5; 32]);
        assert_eq!(verify(&text, &[stranger]).unwrap_err().code, "bad_signature");
        for text in ["", "#", "xin chào", &text[1..], &text[..text.len() - 1], &"Z".repeat(5_000)]
        {
            assert!(verify(text, &keys(world)).is_err());
        }
    });
}

#[test]
fn the_public_page_says_valid_then_revoked_and_of_other_codes_nothing() {
    with_district(|world, unit| {
        let issued = issue(&world.app, &world.actor, &[facts(unit, "Bà Hòa")]).unwrap().remove(0);
        let asked = |typed: &str| standing(&world.app, typed).unwrap();
        let Standing::Valid(told) = asked(&shown(&issued.code).to_lowercase()) else { panic!() };
        assert_eq!((&*told.award, &*told.decided_on), ("GIẤY KHEN", "2020-12-15"));
        for other in ["", "ABCD-EFGH-JKMN", "'; drop", &"A".repeat(400)] {
            assert_eq!(asked(other), Standing::Unknown);
        }
        let take = |cause, on: &str| {
            code(revoke(&world.app, &world.actor, issued.id, (day(on), cause), &paper()))
        };
        assert_eq!(take(" ", "2021-01-01"), "revocation_incomplete");
        assert_eq!(take("Khai man", "2021-01-02"), "after_last_day");
        assert_eq!(take("Khai man", "2020-12-14"), "revoked_before_given");
        assert_eq!(take("Khai man thành tích", "2021-01-01"), "done");
        assert_eq!(take("Khai man thành tích", "2021-01-01"), "already_revoked");
        assert!(matches!(asked(&issued.code), Standing::Revoked(_, on) if on == day("2021-01-01")));
        assert_eq!(code(printed(&world.app, &world.actor, &[issued.id])), "certificate_revoked");
        let seen = one(&world.app, &world.actor, issued.id).unwrap().certificate.revoked.unwrap();
        assert_eq!((&*seen.cause, &*seen.decision), ("Khai man thành tích", "3/QĐ-LĐLĐ"));
    });
}

#[test]
fn an_honour_has_one_certificate_that_stands() {
    with_district(|world, unit| {
        let of = |honour| CertificateFacts { honour: Some(Id(honour)), ..facts(unit, "Bà Hòa") };
        assert_eq!(code(issue(&world.app, &world.actor, &[of(7), of(7)])), "already_certified");
        let id = issue(&world.app, &world.actor, &[of(7)]).unwrap()[0].id;
        assert_eq!(code(issue(&world.app, &world.actor, &[of(7)])), "already_certified");
        revoke(&world.app, &world.actor, id, (day("2021-01-01"), "Ghi sai tên"), &paper()).unwrap();
        assert_eq!(code(issue(&world.app, &world.actor, &[of(7)])), "done");
    });
}

#[test]
fn the_office_that_decided_gives_the_certificate_and_no_other() {
    use crate::awards::Level;
    let may = |kind, level| rules::must_give(kind, level, "TLĐ").is_ok();
    assert!(may(UnitKind::District, Level::District) && may(UnitKind::Province, Level::City));
    assert!(may(UnitKind::WardUnion, Level::District) && may(UnitKind::Guild, Level::Grassroots));
    for level in [Level::City, Level::Tld, Level::State] {
        assert!(!may(UnitKind::District, level), "{level:?}");
    }
    let refused = rules::must_give(UnitKind::District, Level::Tld, "Tổng Liên đoàn").unwrap_err();
    assert_eq!(refused.code, "given_by_another_level");
    assert!(refused.message.starts_with("Tổng Liên đoàn quyết định"));
}

#[test]
fn what_is_handed_over_is_told_and_a_mistake_is_withdrawn() {
    with_district(|world, unit| {
        let id = issue(&world.app, &world.actor, &[facts(unit, "Bà Hòa")]).unwrap()[0].id;
        let new = |what, amount_vnd, item: Option<&str>, on: &str| NewDelivery {
            certificate: id,
            what,
            on: day(on),
            amount_vnd,
            item: item.map(str::to_owned),
            receiver: "Bà Hòa".to_owned(),
        };
        let hand = |new: &NewDelivery| code(deliver(&world.app, &world.actor, new));
        assert_eq!(hand(&new(What::Money, None, None, "2021-01-01")), "delivery_incomplete");
        assert_eq!(hand(&new(What::Item, None, Some(" "), "2021-01-01")), "delivery_incomplete");
        assert_eq!(hand(&new(What::Paper, None, None, "2020-12-14")), "delivery_bad_day");
        assert_eq!(hand(&new(What::Paper, None, None, "2021-01-02")), "delivery_bad_day");
        assert_eq!(hand(&new(What::Paper, None, None, "2020-12-20")), "done");
        assert_eq!(hand(&new(What::Paper, None, None, "2020-12-21")), "already_handed_over");
        assert_eq!(hand(&new(What::Money, Some(447_000), None, "2020-12-20")), "done");
        let seen = one(&world.app, &world.actor, id).unwrap().deliveries;
        assert_eq!((seen.len(), seen[1].amount_vnd), (2, Some(447_000)));
        withdraw_delivery(&world.app, &world.actor, id, seen[0].id).unwrap();
        assert_eq!(
            code(withdraw_delivery(&world.app, &world.actor, id, seen[0].id)),
            "unknown_delivery"
        );
        assert_eq!(one(&world.app, &world.actor, id).unwrap().deliveries.len(), 1);
        assert_eq!(hand(&new(What::Paper, None, None, "2020-12-21")), "done");
    });
}

#[test]
fn a_clerk_outside_the_unit_neither_issues_reads_prints_revokes_nor_hands_over() {
    with_district(|world, unit| {
        let other = world.unit("l", UnitKind::District, None, "2000-01-01", Entry::BroughtForward);
        let all = [Power::RecordHonours, Power::ReadPeople, Power::ReadFigures];
        let (own, outside) = (at(unit, &all), at(other, &all));
        assert_eq!(code(issue(&world.app, &outside, &[facts(unit, "Bà Hòa")])), "out_of_reach");
        let id = issue(&world.app, &own, &[facts(unit, "Bà Hòa")]).unwrap()[0].id;
        let document = one(&world.app, &own, id).unwrap().certificate.document;
        assert_eq!(of_decision(&world.app, &own, document).unwrap().len(), 1);
        assert_eq!(register(&world.app, &own, (0, 50)).unwrap()[0].issued, 1);
        assert_eq!(register(&world.app, &outside, (0, 50)).unwrap(), []);
        assert_eq!(code(of_decision(&world.app, &outside, document)), "unknown_certificate");
        assert_eq!(code(one(&world.app, &outside, id)), "out_of_reach");
        assert_eq!(code(printed(&world.app, &outside, &[id])), "out_of_reach");
        let cause = (day("2021-01-01"), "Nhầm");
        assert_eq!(code(revoke(&world.app, &outside, id, cause, &paper())), "out_of_reach");
        let new = NewDelivery {
            certificate: id,
            what: What::Paper,
            on: day("2021-01-01"),
            amount_vnd: None,
            item: None,
            receiver: "Bà Hòa".to_owned(),
        };
        assert_eq!(code(deliver(&world.app, &outside, &new)), "out_of_reach");
        assert_eq!(code(deliver(&world.app, &own, &new)), "done");
        let line = one(&world.app, &own, id).unwrap().deliveries[0].id;
        assert_eq!(code(withdraw_delivery(&world.app, &outside, id, line)), "out_of_reach");
        let reader = at(unit, &[Power::ReadFigures]);
        assert_eq!(code(one(&world.app, &reader, id)), "not_allowed");
    });
}

#[test]
fn codes_are_read_as_people_type_them_and_are_never_alike() {
    assert_eq!(typed("k7m2-9qxt-4abo").as_deref(), Some("K7M29QXT4AB0"));
    assert_eq!(typed("K7M2 9QXT 4ABL").as_deref(), Some("K7M29QXT4AB1"));
    for bad in ["K7M2-9QXT-4AB", "K7M2-9QXT-4ABCD", "K7M2-9QXT-4ABU", "K7M2-9QXT-4ABĐ"] {
        assert_eq!(typed(bad), None, "{bad}");
    }
    assert_eq!(shown("K7M29QXT4AB0"), "K7M2-9QXT-4AB0");
    with_district(|world, unit| {
        let many: Vec<_> = (0..300).map(|at| facts(unit, &format!("Người {at}"))).collect();
        let issued = issue(&world.app, &world.actor, &many).unwrap();
        let codes: HashSet<&str> = issued.iter().map(|each| &*each.code).collect();
        assert_eq!(codes.len(), 300);
        assert_eq!(keys(world).len(), 1, "the key is made once");
    });
}

#[test]
fn a_decided_list_of_honours_gets_its_certificates_once_and_an_honour_revoked_takes_its_own_along()
{
    use crate::awards::{self, Level, NewCommendation, NewHonour, Stage};
    with_district(|world, unit| {
        let union =
            world.unit("a", UnitKind::Grassroots, Some(unit), "2000-01-01", Entry::BroughtForward);
        let people = world.admit(union, "2020-02-01", 2);
        let mut lines: Vec<NewHonour> = people
            .iter()
            .map(|person| NewHonour::of_person("ctt.giay_khen", *person, union))
            .collect();
        lines[1].achievement = Some("Sáng kiến chuyền may".to_owned());
        lines.push(NewHonour::of_unit("ctt.giay_khen", union));
        let list = awards::commend(
            &world.app,
            &world.actor,
            &NewCommendation {
                unit,
                stage: Stage::Decided,
                level: Level::District,
                decided_by: "LĐLĐ quận K".to_owned(),
                proposed_by: None,
                presented_by: None,
                presented_on: None,
                document: crate::figures::tests::paper("5/QĐ"),
                on: day("2020-12-20"),
                year: 2020,
                title: "Khen thưởng năm 2020".to_owned(),
                emulation: None,
                lines,
            },
        )
        .unwrap();
        let plain = facts(unit, "");
        let wording = Wording {
            series: plain.series,
            award: plain.award,
            named: None,
            content: "Thành tích năm 2020".to_owned(),
            issuer: plain.issuer,
            place: plain.place,
            signer: plain.signer,
        };
        let issued = issue_for_honours(&world.app, &world.actor, list, &wording).unwrap();
        let told = |at: usize| one(&world.app, &world.actor, issued[at].id).unwrap().certificate;
        assert_eq!(issued.iter().map(|each| each.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(
            (&*told(0).content, &*told(1).content),
            ("Thành tích năm 2020", "Sáng kiến chuyền may")
        );
        assert_eq!(
            (told(0).recipient_of.as_deref(), told(2).recipient_of),
            (Some("Đơn vị a"), None)
        );
        assert_eq!((told(0).decision, told(0).person), ("5/QĐ".to_owned(), Some(people[0])));
        let waiting = awaiting(&world.app, &world.actor, list).unwrap();
        assert_eq!((waiting.lines.len(), waiting.issued), (0, Some(told(0).document)));
        let again = issue_for_honours(&world.app, &world.actor, list, &wording);
        assert_eq!(code(again), "nobody_awaits_certificates");
        let how = awards::Revocation {
            on: day("2021-01-01"),
            document: paper(),
            cause: "Khai man".to_owned(),
            recovered: None,
            recovered_vnd: None,
        };
        awards::revoke(&world.app, &world.actor, told(1).honour.unwrap(), &how).unwrap();
        let asked = |at: usize| standing(&world.app, &told(at).code).unwrap();
        assert!(matches!(asked(0), Standing::Valid(_)));
        assert!(matches!(asked(1), Standing::Revoked(_, on) if on == day("2021-01-01")));
        assert_eq!(told(1).revoked.unwrap().decision, "3/QĐ-LĐLĐ");
        let row = register(&world.app, &world.actor, (0, 50)).unwrap().remove(0);
        assert_eq!((&*row.decision, row.issued, row.revoked), ("5/QĐ", 3, 1));
    });
}
