//! What the generated books lack for some pages: headcounts and conferences of a province, a decision of honours with its
//! certificates, a movement, a paper with a file, a request for correction, a report. All by the actions, written once.

use std::path::Path;

use domain::accounts::{self, NewAccount};
use domain::activities::{NewActivity, record_many};
use domain::awards::{
    EmulationKind, Level, NewCommendation, NewEmulation, NewHonour, Stage, commend, publish_roll,
    record_emulation,
};
use domain::certificates::{Signer, Wording, issue_for_honours, one};
use domain::documents::{self, DocumentRef, Kind, NewEntry, Way, Which};
use domain::figures::State;
use domain::own::{NewRequest, request_correction};
use domain::people::{Filter, Years, members};
use domain::reports::{self, Step, Typed};
use domain::units::{scope_of_code, subtree_now};
use domain::{App, Error};
use kernel::{Actor, Block, Day, Id, Period};
use testkit::generate;

use crate::{Result, work};

pub(crate) const PROVINCE: &str = "tinh-1";
pub(crate) const WARD: &str = "phuong-1-3";
pub(crate) const UNION: &str = "cdcs-1-120";
/// People honoured and certified.
const HONOURED: usize = 200;
/// Where the names of what was written stand.
const FILE: &str = "seeds.txt";
/// The last of what is written of an office's work: the session that was held.
const WORK: &str = "held";

/// Names in braces and what they stand for. Each part is written into the books the first time.
pub(crate) fn seeds(app: &App, actor: &Actor, folder: &Path) -> Result<Vec<(String, String)>> {
    let file = folder.join(FILE);
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let pair = |line: &str| line.split_once('=').map(|(a, b)| (a.to_owned(), b.to_owned()));
    let mut seeds: Vec<(String, String)> = text.lines().filter_map(pair).collect();
    if seeds.is_empty() {
        seeds = write(app, actor)?;
        keep(&file, &seeds)?;
    }
    if !seeds.iter().any(|(name, _)| name == WORK) {
        let [held, session] = work::write(app, actor)?.map(|id| id.to_string());
        seeds.extend([(WORK.to_owned(), held), ("session".to_owned(), session)]);
        keep(&file, &seeds)?;
    }
    Ok(seeds)
}

fn keep(file: &Path, seeds: &[(String, String)]) -> Result<()> {
    let text: Vec<String> = seeds.iter().map(|(name, value)| format!("{name}={value}")).collect();
    Ok(std::fs::write(file, text.join("\n"))?)
}

fn write(app: &App, actor: &Actor) -> Result<Vec<(String, String)>> {
    let province = scope_of_code(app, actor, PROVINCE)?;
    let mut told = vec![("activity", activities(app, actor, province)?.to_string())];
    let paper = paper_with_file(app, actor, province)?;
    let card = documents::card(app, actor, paper)?;
    let attached = card.files.first().ok_or("a file")?.id;
    told.extend([("paper", paper.to_string()), ("file", attached.to_string())]);
    let (list, certificate) = honours(app, actor, province)?;
    let certificate = one(app, actor, certificate)?.certificate;
    told.extend([
        ("honours", list.to_string()),
        ("certificate", certificate.id.to_string()),
        ("decision", certificate.document.to_string()),
        ("verify", certificate.code),
        ("emulation", emulation(app, actor, province)?.to_string()),
        ("correction", correction(app, actor)?.to_string()),
    ]);
    reports_of_a_ward(app, actor)?;
    publish_roll(app, actor, province, app.today(), true)?;
    Ok(told.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn decision(number: &str, title: &str) -> DocumentRef {
    DocumentRef::decision(number, Day::parse("2022-12-01").ok(), "LĐLĐ tỉnh 1", title)
}

/// How many work at each union of the province, and a conference at three of four; the first record.
fn activities(app: &App, actor: &Actor, province: Id) -> std::result::Result<Id, Error> {
    let (counted, held) = (Day::parse("2022-03-15")?, Day::parse("2022-10-20")?);
    let mut first = None;
    for ward in subtree_now(app, actor, province, held)? {
        let ward = scope_of_code(app, actor, &ward.code)?;
        let mut records = Vec::new();
        for (place, union) in subtree_now(app, actor, ward, held)?.iter().enumerate() {
            let block = generate::block_of(&union.code);
            let is_of_officials = matches!(block, Block::Education | Block::Administrative);
            let form = if is_of_officials { "officials" } else { "workers" };
            let union = scope_of_code(app, actor, &union.code)?;
            let workers = 20 + place as i64 * 7 % 90;
            let counts = NewActivity::new("headcount", "return", union, counted);
            records.push(counts.count("workers", workers));
            if place % 4 > 0 {
                let conference = NewActivity::new("conferences", form, union, held);
                let conference = conference.text("manner", "whole").count("summoned", workers);
                records.push(conference.count("present", workers - 1));
            }
        }
        let written = record_many(app, actor, "Sinh hoạt động", &records)?;
        first = first.or(written.first().copied());
    }
    first.ok_or_else(|| Error::Broken("không có công đoàn cơ sở".to_owned()))
}

fn paper_with_file(app: &App, actor: &Actor, unit: Id) -> std::result::Result<Id, Error> {
    let which = Which::Borne(decision("9/QĐ-LĐLĐ", "Quyết định có tệp"));
    let on = Day::parse("2022-12-02")?;
    let new = NewEntry { unit, way: Way::Incoming, kind: Kind::Decision, on, note: None };
    let file = b"%PDF-1.4\n%%EOF\n";
    documents::enter(app, actor, &which, &new, Some(("van-ban.pdf", file)))
}

/// A list of honours with its certificates; the list and the first certificate.
fn honours(app: &App, actor: &Actor, unit: Id) -> Result<(Id, Id)> {
    let ward = scope_of_code(app, actor, WARD)?;
    // Those who were members by the day of the decision.
    let joined = Filter { joined: Some(Years { from: 2021, to: 2021 }), ..Filter::default() };
    let found = members(app, actor, ward, &joined, None, HONOURED)?;
    let on = Day::parse("2022-12-01")?;
    let mut lines = Vec::new();
    for row in &found.rows {
        if let Some((at, ..)) = &row.unit {
            lines.push(NewHonour::of_person("tinh.bang_khen", row.id, *at));
        }
    }
    let new = NewCommendation {
        unit,
        stage: Stage::Decided,
        level: Level::City,
        decided_by: "LĐLĐ tỉnh 1".to_owned(),
        proposed_by: None,
        presented_by: None,
        presented_on: None,
        document: decision("15/QĐ-LĐLĐ", "Khen thưởng năm 2022"),
        on,
        year: 2022,
        title: "Thành tích năm 2022".to_owned(),
        emulation: None,
        lines,
    };
    let list = commend(app, actor, &new)?;
    let own = str::to_owned;
    let wording = Wording {
        series: own("BK"),
        award: own("BẰNG KHEN"),
        named: None,
        content: own("Đã có thành tích xuất sắc trong hoạt động công đoàn năm 2022"),
        issuer: vec![own("BAN CHẤP HÀNH"), own("LIÊN ĐOÀN LAO ĐỘNG TỈNH 1")],
        place: own("Tỉnh 1"),
        signer: Signer { lines: vec![own("CHỦ TỊCH")], name: own("Trần Văn Lợi") },
    };
    let issued = issue_for_honours(app, actor, list, &wording)?;
    Ok((list, issued.first().ok_or("a certificate")?.id))
}

fn emulation(app: &App, actor: &Actor, unit: Id) -> std::result::Result<Id, Error> {
    let new = NewEmulation {
        unit,
        kind: EmulationKind::Movement,
        name: "Lao động giỏi, lao động sáng tạo".to_owned(),
        event: None,
        from: Day::parse("2022-01-10")?,
        to: None,
        document: Some(decision("2/KH-LĐLĐ", "Kế hoạch phong trào")),
        part_of: None,
        about: None,
    };
    record_emulation(app, actor, &new)
}

/// A member with an account asks for a correction.
fn correction(app: &App, actor: &Actor) -> Result<Id> {
    let union = scope_of_code(app, actor, UNION)?;
    let found = members(app, actor, union, &Filter::default(), None, 1)?;
    let person = found.rows.first().map(|row| row.id);
    let new = NewAccount { login: "do-dv".to_owned(), name: "Đoàn Thị Đo".to_owned(), person };
    accounts::open_account(app, actor, &new)?;
    let member = accounts::actor_of(app, &accounts::find_account(app, actor, "do-dv")?)?;
    let new = NewRequest { field: "phone", asked: "0912 345 678", why: None };
    Ok(request_correction(app, &member, &new)?)
}

/// Every union of a ward reports on half a year, and the ward approves; the province's report is public.
fn reports_of_a_ward(app: &App, actor: &Actor) -> std::result::Result<(), Error> {
    let period = Period::parse("2021-12-01..2022-05-31")?;
    let ward = scope_of_code(app, actor, WARD)?;
    for row in subtree_now(app, actor, ward, period.last())? {
        let unit = scope_of_code(app, actor, &row.code)?;
        let key = reports::Key { unit, form: reports::find_form("1_hdcd")?, period };
        let typed = [("1", 60), ("1.1", 25)].map(|(line, value)| Typed {
            line: line.to_owned(),
            value: Some(value),
            state: State::Value,
            note: None,
        });
        reports::type_cells(app, actor, &key, &typed)?;
        reports::act(app, actor, &key, Step::Submit, None, &[])?;
        reports::act(app, actor, &key, Step::Approve, None, &[])?;
    }
    // The province's own, for its public page.
    let unit = scope_of_code(app, actor, PROVINCE)?;
    let key = reports::Key { unit, form: reports::find_form("2_hdcd")?, period };
    for step in [Step::Submit, Step::Approve, Step::Publish] {
        reports::act(app, actor, &key, step, None, &[])?;
    }
    Ok(())
}
