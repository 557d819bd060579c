//! The work of an office of a province in the generated books: a round with its files, a council that sits over them, a
//! half-year's scoring, a call for reports, a package. As large as such offices have them; all by the actions.

use domain::App;
use domain::awards::{Level, Subject};
use domain::council::{
    self, Base, NewCouncil, NewMatter, NewMember, NewSession, Opening, Presence, Role, Share,
    Tally, Terms, Way, add_matter, attend, call_session, close_ballots, close_session, enter_count,
    open_ballots, room, set_up,
};
use domain::documents::DocumentRef;
use domain::exchange::{NewKey, add_key, inside, pack, receive};
use domain::people::{Filter, members};
use domain::reports::{Key, NewCall, find_form, send_call};
use domain::rounds::{
    Item, ItemSort, Mark, NewNomination, NewRound, Outcome, Priority, PriorityRule, Quota,
    RoundAward, RoundSort, accept, fill, nominate, open_list, open_round, send,
};
use domain::scores::{
    self, Band, Body, Group, NewCluster, NewCycle, NewSheet, Term, found, make_sheet, open_cycle,
};
use domain::units::{scope_of_code, subtree_now};
use kernel::{Actor, Day, Id, Period};

use crate::Result;
use crate::seeds::{PROVINCE, UNION, WARD};

/// Wards whose unions nominate, 38 unions each.
const WARDS: usize = 6;
/// The award that is asked for.
const AWARD: &str = "tinh.bang_khen";
/// Files that come before the council; a third of them was decided on.
const MATTERS: usize = 90;
/// Its seats.
const SEATS: usize = 9;
/// Items of the score sheet.
const ITEMS: i64 = 24;
/// The only item of the round's checklist.
const REPORT: &str = "bao_cao";

/// Writes it all; the session that was held and the one that goes on. The other names are found by the links of the pages.
pub(crate) fn write(app: &App, actor: &Actor) -> Result<[Id; 2]> {
    let province = scope_of_code(app, actor, PROVINCE)?;
    let wards: Vec<Id> = ids(subtree_now(app, actor, province, app.today())?);
    let mut unions = Vec::new();
    for ward in wards.iter().take(WARDS) {
        unions.push((*ward, ids(subtree_now(app, actor, *ward, app.today())?)));
    }
    let nominated = round(app, actor, province, &wards, &unions)?;
    let sessions = council(app, actor, province, &nominated)?;
    scoring(app, actor)?;
    call(app, actor, province)?;
    package(app, actor)?;
    Ok(sessions)
}

fn ids(rows: Vec<domain::units::UnitRow>) -> Vec<Id> {
    rows.iter().filter_map(|row| Id::parse(&row.id)).collect()
}

fn paper(app: &App, number: &str, title: &str) -> DocumentRef {
    DocumentRef::decision(number, Some(app.today()), "LĐLĐ tỉnh 1", title)
}

/// A round of the province: each union of the wards asks for one person; half of the files lie with the province, forty
/// of them before the members.
fn round(
    app: &App,
    actor: &Actor,
    unit: Id,
    wards: &[Id],
    unions: &[(Id, Vec<Id>)],
) -> Result<Vec<Id>> {
    let round = open_round(app, actor, &new_round(app, unit, wards))?;
    let mut at_province = Vec::new();
    for (place, (ward, unions)) in unions.iter().enumerate() {
        let mut files = Vec::new();
        for union in unions {
            files.push(file(app, actor, round, *union)?);
        }
        if place % 2 == 0 {
            let up = Outcome {
                unit: *ward,
                nominations: files.clone(),
                document: Some(paper(app, &format!("{}/TTr-CĐP", place + 1), "Đề nghị khen")),
                on: app.today(),
            };
            send(app, actor, &up, None)?;
            at_province.extend(files);
        }
    }
    let mark = Mark { item: REPORT.to_owned(), reason: None };
    for file in at_province.iter().take(MATTERS) {
        accept(app, actor, *file, std::slice::from_ref(&mark))?;
    }
    open_list(app, actor, (round, unit), &at_province[..40], 10)?;
    Ok(at_province)
}

fn new_round(app: &App, unit: Id, wards: &[Id]) -> NewRound {
    let item = Item {
        code: REPORT.to_owned(),
        sort: ItemSort::Text,
        title: "Báo cáo thành tích".to_owned(),
        needed: true,
        source: None,
    };
    NewRound {
        unit,
        sort: RoundSort::Yearly,
        name: "Khen thưởng năm".to_owned(),
        years: (2022, 2022),
        due_on: app.today().plus(30),
        document: Some(paper(app, "40/KH-LĐLĐ", "Khen thưởng năm")),
        comment_days: 10,
        comment_level: Some(Level::City),
        note: None,
        awards: vec![RoundAward {
            award: AWARD.to_owned(),
            level: Level::City,
            council: vec![Level::City],
            higher_by: None,
            items: vec![item],
        }],
        quotas: vec![Quota { called: None, award: None, block: None, at_most: 60 }],
        priorities: vec![PriorityRule { sort: Priority::Woman, says: None }],
        called: wards.to_vec(),
    }
}

/// One file of a union for its first member, sent to the ward and accepted there.
fn file(app: &App, actor: &Actor, round: Id, union: Id) -> Result<Id> {
    let found = members(app, actor, union, &Filter::default(), None, 1)?;
    let person = found.rows.first().map(|row| row.id);
    let new = NewNomination {
        round,
        unit: union,
        award: AWARD.to_owned(),
        subject: Subject::Person,
        of_unit: union,
        person,
        named: None,
        achievement: "Có thành tích xuất sắc trong hoạt động công đoàn".to_owned(),
        after: None,
    };
    let id = nominate(app, actor, &new)?;
    fill(app, actor, id, &[(REPORT.to_owned(), "Hai năm liền vượt kế hoạch.".repeat(20))])?;
    let up = Outcome { unit: union, nominations: vec![id], document: None, on: app.today() };
    send(app, actor, &up, Some("Đã đối chiếu tại đơn vị"))?;
    let mark = Mark { item: REPORT.to_owned(), reason: None };
    accept(app, actor, id, &[mark])?;
    Ok(id)
}

/// A council of nine: a session that was held, and one with sixty matters, half of them being voted on.
fn council(app: &App, actor: &Actor, unit: Id, nominated: &[Id]) -> Result<[Id; 2]> {
    let seat = |place: usize| NewMember {
        role: match place {
            0 => Role::Chair,
            1 => Role::Secretary,
            _ => Role::Member,
        },
        person: None,
        named: format!("Ủy viên thứ {}", place + 1),
        title: "Ban Chấp hành".to_owned(),
        from: None,
    };
    let new = NewCouncil {
        unit,
        name: "Hội đồng Thi đua – Khen thưởng tỉnh 1".to_owned(),
        from: app.today(),
        to: None,
        document: paper(app, "41/QĐ-LĐLĐ", "Thành lập Hội đồng"),
        members: (0..SEATS).map(seat).collect(),
    };
    let council = set_up(app, actor, &new)?;
    let accepted = &nominated[..MATTERS.min(nominated.len())];
    let (first, rest) = accepted.split_at(MATTERS / 3);
    let (held, ballots) = session(app, actor, council, (first, first.len()))?;
    for counter in [actor, &Actor::operator("kiểm phiếu")] {
        for ballot in &ballots {
            let tally = Tally { votes_for: SEATS as i64 - 1, against: 1, blank: 0, spoilt: 0 };
            enter_count(app, counter, *ballot, tally)?;
        }
    }
    close_ballots(app, actor, held, &ballots, false)?;
    close_session(app, actor, held, &[])?;
    let (goes_on, _) = session(app, actor, council, (rest, rest.len() / 2))?;
    Ok([held, goes_on])
}

/// A session over so many files, the first of which are being voted on; its ballots.
fn session(
    app: &App,
    actor: &Actor,
    council: Id,
    (files, voted): (&[Id], usize),
) -> Result<(Id, Vec<Id>)> {
    let share = Share { part: 2, whole: 3 };
    let new = NewSession {
        council,
        on: app.today(),
        place: "Phòng họp".to_owned(),
        title: "Xét khen thưởng năm".to_owned(),
        quorum: share,
        quorum_source: "Quy chế hoạt động của Hội đồng".to_owned(),
    };
    let session = call_session(app, actor, &new)?;
    let mut matters = Vec::new();
    for file in files {
        matters.push(add_matter(app, actor, session, &matter(*file, share))?);
    }
    let members = room(app, actor, session)?.members;
    let there: Vec<_> =
        members.iter().map(|member| (member.id, Presence::Present, String::new())).collect();
    attend(app, actor, session, &there)?;
    matters.truncate(voted);
    let opening = Opening { matters, way: Way::Paper, in_writing: Vec::new() };
    Ok((session, open_ballots(app, actor, session, &opening)?))
}

fn matter(nomination: Id, pass: Share) -> NewMatter {
    NewMatter {
        award: Some(AWARD.to_owned()),
        title: "Có thành tích xuất sắc".to_owned(),
        subject: council::Subject::Named(String::new()),
        terms: Some(Terms {
            pass,
            beyond: false,
            base: Base::Present,
            secret: true,
            written: false,
            recused_out: true,
            quorum: pass,
            source: "Quy chế hoạt động của Hội đồng".to_owned(),
            rule: None,
        }),
        nomination: Some(nomination),
    }
}

/// The unions of a ward are a cluster; all of them score themselves for a half-year and are reviewed.
fn scoring(app: &App, actor: &Actor) -> Result<()> {
    let ward = scope_of_code(app, actor, WARD)?;
    let unions = ids(subtree_now(app, actor, ward, app.today())?);
    let from = Day::parse("2026-01-01")?;
    let new = NewCluster {
        unit: ward,
        name: "Khối doanh nghiệp".to_owned(),
        from,
        to: None,
        about: None,
        document: paper(app, "42/QĐ-CĐP", "Chia khối thi đua"),
        units: unions.clone(),
        head: unions.first().copied(),
    };
    let cluster = found(app, actor, &new)?;
    let sheet = make_sheet(app, actor, &new_sheet(app, ward, from))?;
    let new = NewCycle {
        unit: ward,
        sheet,
        name: "Chấm điểm sáu tháng đầu năm".to_owned(),
        term: Term::FirstHalf,
        year: 2026,
        from,
        to: Day::parse("2026-06-30")?,
        own_by: app.today().plus(10),
        review_by: None,
        document: None,
        clusters: vec![cluster],
    };
    let cycle = open_cycle(app, actor, &new)?;
    let (_, _, cards) = scores::cycle(app, actor, cycle)?;
    for (place, card) in cards.iter().enumerate() {
        let mark = |item: i64| scores::Mark {
            item: format!("1.{}", item + 1),
            points: 400 - (item * place as i64) % 7 * 10,
            reason: None,
        };
        let marks: Vec<_> = (0..ITEMS).map(mark).collect();
        scores::fill(app, actor, card.card, &marks, &[])?;
        scores::submit(app, actor, card.card, None)?;
        scores::review(app, actor, card.card, (&[], &[]), None)?;
    }
    Ok(())
}

fn new_sheet(app: &App, unit: Id, from: Day) -> NewSheet {
    let own = str::to_owned;
    let item = |place: i64| scores::Item {
        group: own("1"),
        code: format!("1.{}", place + 1),
        text: format!("Nội dung chấm điểm thứ {}", place + 1),
        most: 400,
        evidence: own("Báo cáo"),
    };
    let band =
        |grade: &str, least| Band { grade: own(grade), name: own(grade), least: Some(least) };
    let group =
        Group { code: own("1"), name: own("Hoạt động"), most: None, by_council: false };
    NewSheet {
        unit,
        frame: None,
        name: own("Bảng điểm công đoàn cơ sở"),
        from,
        document: paper(app, "43/QĐ-CĐP", "Ban hành bảng điểm"),
        body: Body {
            groups: vec![group],
            items: (0..ITEMS).map(item).collect(),
            bands: vec![band("tot", 9_000), band("hoan_thanh", 0)],
            ..Body::default()
        },
    }
}

/// All wards of the province owe a report.
fn call(app: &App, actor: &Actor, province: Id) -> Result<()> {
    let new = NewCall {
        form: "2_hdcd".to_owned(),
        period: Period::parse("2025-12-01..2026-05-31")?,
        due: app.today().plus(20),
        remind: vec![7],
        locks: false,
        note: None,
        units: Vec::new(),
    };
    send_call(app, actor, province, &new)?;
    Ok(())
}

/// The report of a union leaves as a package and is taken in again, its key trusted.
fn package(app: &App, actor: &Actor) -> Result<()> {
    let ward = scope_of_code(app, actor, WARD)?;
    let period = Period::parse("2021-12-01..2022-05-31")?;
    let row = subtree_now(app, actor, ward, period.last())?;
    let code = row.first().map_or(UNION, |row| &row.code);
    let unit = scope_of_code(app, actor, code)?;
    let sent = pack(app, actor, &Key { unit, form: find_form("1_hdcd")?, period }, None)?;
    let (body, signature) = inside(&sent.file)?;
    let new = NewKey {
        unit,
        key: signature.key,
        code: body.unit.code,
        from: app.today(),
        to: None,
        note: Some("Chìa khóa của chính sổ này, để đo".to_owned()),
    };
    add_key(app, actor, &new)?;
    receive(app, actor, &sent.file)?;
    Ok(())
}
