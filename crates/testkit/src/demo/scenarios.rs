//! What the five accounts tell besides: medals proposed, the programme of initiatives, the term of the congresses, a sports
//! festival and a contest with their numbers alone.

use domain::Result;
use domain::activities::NewActivity;
use domain::awards::{
    self, Author, EmulationKind, Initiative, InitiativeKind, Level, NewContestLine, Stage, Told,
    recognise,
};
use domain::documents::{self, DocumentRef};
use kernel::{Day, Id};

use super::districts::{HBT, HK, TX};
use super::honours::{Blocks, Paper, Share, people};
use super::teller::Teller;

/// What the programme "01 triệu sáng kiến" brought in Thanh Xuân in 2023, and what was asked. That it went above the
/// target was published, by how much was not.
pub(super) const PROGRAMME: (i64, usize) = (30, 34);

/// What the initiatives of the programme are about; each is told of some places.
const ABOUT: [&str; 6] = [
    "Rút gọn quy trình tiếp nhận hồ sơ",
    "Tiết kiệm điện chiếu sáng",
    "Cải tiến đồ gá lắp ráp",
    "Quản lý kho bằng mã vạch",
    "Tái sử dụng bao bì",
    "Lịch trực trực tuyến",
];

/// Sports of the festival with those who took part: together 1.987.
const SPORTS: [(&str, i64); 5] =
    [("Bóng đá", 612), ("Cầu lông", 438), ("Bóng bàn", 287), ("Kéo co", 416), ("Đi bộ", 234)];

impl Teller {
    /// S4: thirteen people proposed for the commemorative medal.
    pub(super) fn medals_of_hoan_kiem(&mut self) -> Result<()> {
        let paper = Paper {
            district: HK,
            on: "2021-06-24",
            stage: Stage::Proposed,
            level: Level::Tld,
            year: 2021,
            title: "Đề nghị tặng Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”",
            presented: None,
            emulation: None,
        };
        self.honour(&paper, &[Share { years: 15, ..people("tld.ky_niem_chuong", 13) }]).map(drop)
    }

    /// S1: the programme of initiatives, above its target.
    pub(super) fn programme_of_initiatives(&mut self) -> Result<()> {
        let name = "Chương trình “01 triệu sáng kiến”";
        let days = ("2023-01-16", Some("2023-12-31"));
        let programme = self.emulation(TX, EmulationKind::Movement, name, None, days)?;
        self.launch_to(TX, programme, "2023-01-16", Blocks::Any)?;
        let on = Day::parse("2023-12-12")?;
        let document = self.result_paper(TX, on, "Công nhận sáng kiến năm 2023");
        let members = self.some_members(TX, on, Blocks::Any, PROGRAMME.1, 1_000_000);
        let actor = self.actor(TX);
        for (place, (unit, person)) in members.into_iter().enumerate() {
            let about = ABOUT[place % ABOUT.len()];
            let author = Author { person: Some(person), named: String::new(), unit, share: (1, 1) };
            let new = Initiative {
                unit,
                kind: InitiativeKind::Improvement,
                name: format!("{about}, phương án {}", 1 + place / ABOUT.len()),
                level: Level::District,
                on,
                year: 2023,
                field: None,
                benefit_vnd: None,
                document: document.clone(),
                first: None,
                emulation: Some(programme),
                count: None,
                authors: vec![author],
            };
            recognise(&self.app, &actor, &new)?;
        }
        Ok(())
    }

    /// S2: the resolution of the eighteenth congress of the district.
    pub(super) fn resolution_of_hai_ba_trung(&mut self) -> Result<()> {
        let unit = self.districts[HBT];
        let on = Day::parse("2018-03-09")?;
        let title =
            "Nghị quyết Đại hội Công đoàn quận Hai Bà Trưng lần thứ XVIII, nhiệm kỳ 2018–2023";
        let issuer = self.office(HBT);
        let paper = self.issue(&format!("{issuer}, NQ"), on, title);
        let paper = DocumentRef { number: "18/NQ-ĐH".to_owned(), issuer, ..paper };
        let entry = documents::NewEntry {
            unit,
            way: documents::Way::Issued,
            kind: documents::Kind::Resolution,
            on,
            note: None,
        };
        let actor = self.actor(HBT);
        documents::enter(&self.app, &actor, &documents::Which::Borne(paper), &entry, None).map(drop)
    }

    /// S2: the congresses of the next term.
    pub(super) fn congresses_of_hai_ba_trung(&mut self) -> Result<()> {
        let stood = |unit: &&super::teller::Told| {
            unit.district == HBT && unit.open && unit.passing.is_none() && unit.members.len() >= 20
        };
        let units: Vec<Id> = self.units.iter().filter(stood).map(|unit| unit.id).take(18).collect();
        let congress = |(place, unit): (usize, Id)| -> Result<NewActivity> {
            let on = Day::parse("2023-02-14")?.plus(place as i32 * 2);
            let new = NewActivity::new("congresses", "congress", unit, on);
            Ok(new.count("term_from", 2_023).count("term_to", 2_028).text("manner", "whole"))
        };
        let records = units.into_iter().enumerate().map(congress).collect::<Result<Vec<_>>>()?;
        self.put(HBT, "Đại hội công đoàn cơ sở nhiệm kỳ 2023–2028", &records)
    }

    /// A sports festival and a contest on the net, of which the numbers were published and no names.
    pub(super) fn festival_of_hai_ba_trung(&mut self) -> Result<()> {
        let day = "2022-09-17";
        let festival = "Hội thao công nhân, viên chức, lao động quận năm 2022";
        let lines = SPORTS.map(|(sport, count)| (Told::Contestant, Some(sport), count));
        self.told_contest(festival, day, &lines)?;
        let contest = "Cuộc thi trực tuyến tìm hiểu Công đoàn Việt Nam";
        self.told_contest(contest, "2022-07-15", &[(Told::Contestant, None, 1_042)])
    }

    fn told_contest(
        &mut self,
        name: &str,
        day: &'static str,
        counts: &[(Told, Option<&str>, i64)],
    ) -> Result<()> {
        let on = Day::parse(day)?;
        let days = (day, Some(day));
        let contest = self.emulation(HBT, EmulationKind::Contest, name, None, days)?;
        let unit = self.districts[HBT];
        let line = |(kind, trade, count): &(Told, Option<&str>, i64)| NewContestLine {
            kind: *kind,
            unit,
            on,
            person: None,
            named: None,
            trade: trade.map(str::to_owned),
            round: None,
            score: None,
            prize: None,
            count: Some(*count),
        };
        let lines: Vec<NewContestLine> = counts.iter().map(line).collect();
        let document = self.result_paper(HBT, on, &format!("Kết quả {name}"));
        awards::add_to_contest(&self.app, &self.actor(HBT), contest, &lines, Some(&document))
    }
}
