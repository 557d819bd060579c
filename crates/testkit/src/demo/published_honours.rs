//! What was published of emulation and commendation: Thanh Xuân 2023–2024 (S0, S1), Hai Bà Trưng 2022 (S2), Nam Từ Liêm
//! 2015–2020 (S3). Counts, levels, movements and awards are as published; the people are generated.

use domain::Result;
use domain::awards::{
    self, Author, EmulationKind, Initiative, InitiativeKind, Level, NewContestLine, Prize, Stage,
    Told, recognise,
};
use domain::documents::DocumentRef;
use kernel::{Day, Id};

use super::districts::{HBT, TX};
use super::honours::{Blocks, Paper, Share, collectives, people};
use super::teller::{CITY_OFFICE, Teller};

/// The place of Nam Từ Liêm among the districts.
const NTL: usize = 2;

/// What is recorded, and the day on which it is.
pub(super) const EVENTS: &[(&str, fn(&mut Teller) -> Result<()>)] = &[
    ("2015-03-20", Teller::movements_of_nam_tu_liem),
    ("2015-06-05", |teller| teller.wave(0)),
    ("2016-08-05", |teller| teller.wave(1)),
    ("2017-05-08", |teller| teller.wave(2)),
    ("2018-04-09", |teller| teller.wave(3)),
    ("2018-10-30", |teller| teller.skills_contest(0)),
    ("2019-01-07", |teller| teller.wave(4)),
    ("2019-04-08", |teller| teller.wave(5)),
    ("2019-06-28", Teller::teachers_prize),
    ("2019-10-29", |teller| teller.skills_contest(1)),
    ("2020-02-10", |teller| teller.wave(6)),
    ("2020-05-13", Teller::initiatives_of_nam_tu_liem),
    ("2020-05-14", Teller::experience_initiatives),
    ("2020-05-15", Teller::outstanding_workers),
    ("2020-06-02", Teller::exemplars),
    ("2018-03-14", Teller::resolution_of_hai_ba_trung),
    ("2021-06-28", Teller::medals_of_hoan_kiem),
    ("2022-09-26", Teller::festival_of_hai_ba_trung),
    ("2022-12-28", Teller::hai_ba_trung_2022),
    ("2023-04-03", Teller::congresses_of_hai_ba_trung),
    ("2023-12-18", Teller::programme_of_initiatives),
    ("2024-01-22", Teller::thanh_xuan_2023),
    ("2024-01-23", Teller::movements_of_thanh_xuan),
    ("2024-07-30", Teller::thanh_xuan_anniversary),
    ("2024-08-01", |teller| teller.open_rolls(Day::parse("2024-08-01")?)),
];

const NTL_MOVEMENTS: [(&str, Blocks); 5] = [
    ("Lao động giỏi", Blocks::Enterprises),
    ("Lao động sáng tạo", Blocks::Any),
    ("Giỏi việc nước, đảm việc nhà", Blocks::Any),
    ("Xanh - Sạch - Đẹp, bảo đảm an toàn vệ sinh lao động", Blocks::Enterprises),
    ("Học tập nâng cao trình độ, kỹ năng nghề nghiệp", Blocks::Any),
];

/// Waves: from, to, the event.
const NTL_WAVES: [(&str, &str, &str); 7] = [
    ("2015-06-01", "2015-10-31", "Đại hội Đảng bộ thành phố Hà Nội lần thứ XVI"),
    ("2016-08-01", "2016-12-31", "Kỷ niệm 20 năm xây dựng và phát triển khu vực Từ Liêm"),
    ("2017-05-04", "2017-12-15", "Đại hội Công đoàn quận Nam Từ Liêm"),
    ("2018-04-02", "2018-09-30", "Đại hội Công đoàn Việt Nam lần thứ XII"),
    ("2019-01-02", "2019-04-01", "Kỷ niệm 5 năm thành lập quận Nam Từ Liêm (1/4/2019)"),
    ("2019-04-02", "2019-07-28", "Kỷ niệm 90 năm ngày thành lập Công đoàn Việt Nam (28/7/2019)"),
    ("2020-02-03", "2020-08-31", "Đại hội Đảng các cấp nhiệm kỳ 2020–2025"),
];

const TRADES: [&str; 4] = ["Hàn điện", "Hàn CO2", "Điện công nghiệp", "Công nghệ thông tin"];

/// The skills contests: day, entries, contestants, prizes.
const CONTESTS: [(&str, i16, usize, usize, [usize; 4]); 2] =
    [("2018-10-20", 2018, 16, 52, [4, 5, 7, 10]), ("2019-10-19", 2019, 19, 63, [4, 7, 8, 11])];

/// Initiatives commended: what, worth in millions of đồng. Together some hundreds of billions.
const INITIATIVES: [(&str, i64); 26] = [
    ("Cải tiến dây chuyền hàn khung thép", 18_400),
    ("Tự động hóa khâu cấp phôi", 22_150),
    ("Tái sử dụng nước làm mát", 9_870),
    ("Thay hệ thống chiếu sáng nhà xưởng", 4_320),
    ("Phần mềm quản lý kho vật tư", 11_600),
    ("Rút ngắn chu trình sơn tĩnh điện", 15_240),
    ("Cải tiến khuôn đúc nhôm", 27_900),
    ("Tận dụng nhiệt khí thải lò hơi", 31_050),
    ("Giám sát điện năng theo thời gian thực", 8_460),
    ("Chuẩn hóa quy trình bảo dưỡng cẩu trục", 6_730),
    ("Cải tiến đồ gá gia công trục", 12_980),
    ("Giảm tỷ lệ phế phẩm ép nhựa", 19_310),
    ("Số hóa hồ sơ kỹ thuật công trình", 5_640),
    ("Thi công cốp pha trượt cải tiến", 24_700),
    ("Tối ưu tuyến giao hàng", 7_950),
    ("Robot hàn điểm tự chế", 16_820),
    ("Hệ thống cảnh báo quá tải máy biến áp", 10_240),
    ("Cải tiến máy đóng gói", 13_370),
    ("Xử lý nước thải sản xuất tuần hoàn", 21_480),
    ("Phương án lắp dựng dầm thép nhanh", 14_650),
    ("Quản lý ca làm việc bằng mã vạch", 3_980),
    ("Nâng công suất dây chuyền may", 8_120),
    ("Thiết bị kiểm tra mối hàn tự động", 17_560),
    ("Giảm tiêu hao khí nén", 6_210),
    ("Cải tiến bồn trộn sơn", 9_040),
    ("Khai thác dữ liệu vận hành thang máy", 5_930),
];

fn paper(district: usize, on: &'static str, level: Level, year: i16, title: &'static str) -> Paper {
    let (stage, presented, emulation) = (Stage::Decided, None, None);
    Paper { district, on, stage, level, year, title, presented, emulation }
}

impl Teller {
    /// S0: 38 unions and 64 people commended, 14 and 28 proposed to higher levels.
    fn thanh_xuan_2023(&mut self) -> Result<()> {
        let title = "Khen thưởng phong trào CNVCLĐ và hoạt động công đoàn năm 2023";
        let own = paper(TX, "2024-01-17", Level::District, 2023, title);
        self.honour(
            &Paper { presented: Some(("LĐLĐ quận Thanh Xuân", "2024-01-17")), ..own },
            &[
                collectives("ctt.cdcs_vung_manh", 38),
                Share {
                    achievement: "Thành tích xuất sắc năm 2023",
                    ..people("ctt.giay_khen", 64)
                },
            ],
        )?;
        let title = "Đề nghị khen thưởng hoạt động công đoàn năm 2023";
        let proposed =
            |level| Paper { stage: Stage::Proposed, ..paper(TX, "2024-01-12", level, 2023, title) };
        self.honour(
            &proposed(Level::City),
            &[
                collectives("tinh.co_thi_dua", 2),
                collectives("tinh.bang_khen", 8),
                people("tinh.bang_khen", 22),
            ],
        )?;
        self.honour(
            &proposed(Level::Tld),
            &[
                collectives("tld.co_thi_dua", 1),
                collectives("tld.bang_khen", 3),
                people("tld.bang_khen", 6),
            ],
        )?;
        Ok(())
    }

    /// S1: the movements of 2024, launched by block.
    fn movements_of_thanh_xuan(&mut self) -> Result<()> {
        let movements = [
            ("Thi đua năm 2024, khối doanh nghiệp", Blocks::Enterprises),
            ("Thi đua năm 2024, khối hành chính, sự nghiệp", Blocks::Public),
        ];
        for (name, blocks) in movements {
            let days = ("2024-01-17", Some("2024-12-31"));
            let id = self.emulation(TX, EmulationKind::Movement, name, None, days)?;
            self.launch_to(TX, id, "2024-01-17", blocks)?;
        }
        Ok(())
    }

    /// S0: 8 medals decided by the confederation and presented by the city; 3 chairs honoured by the city, 95 by the
    /// district.
    fn thanh_xuan_anniversary(&mut self) -> Result<()> {
        let title = "Tặng Kỷ niệm chương nhân 95 năm ngày thành lập Công đoàn Việt Nam";
        let medals = paper(TX, "2024-07-10", Level::Tld, 2024, title);
        self.honour(
            &Paper { presented: Some((CITY_OFFICE, "2024-07-24")), ..medals },
            &[Share { years: 21, ..people("tld.ky_niem_chuong", 8) }],
        )?;
        let title = "Biểu dương Chủ tịch công đoàn cơ sở tiêu biểu năm 2024";
        let achievement = "Chủ tịch công đoàn cơ sở tiêu biểu";
        for (level, on, count) in
            [(Level::City, "2024-07-19", 3), (Level::District, "2024-07-22", 95)]
        {
            let chairs = Share { achievement, ..people("khac.bieu_duong", count) };
            self.honour(&paper(TX, on, level, 2024, title), &[chairs])?;
        }
        Ok(())
    }

    /// S2: 52 collectives and 43 people, by several levels of union.
    fn hai_ba_trung_2022(&mut self) -> Result<()> {
        let title = "Khen thưởng phong trào CNVCLĐ và hoạt động công đoàn năm 2022";
        self.honour(
            &paper(HBT, "2022-12-20", Level::District, 2022, title),
            &[
                collectives("ctt.cdcs_vung_manh", 21),
                collectives("ctt.giay_khen", 9),
                people("ctt.giay_khen", 22),
            ],
        )?;
        self.honour(
            &paper(HBT, "2022-12-14", Level::City, 2022, title),
            &[
                collectives("tinh.co_thi_dua", 1),
                collectives("tinh.bang_khen", 13),
                people("tinh.bang_khen", 13),
            ],
        )?;
        self.honour(
            &paper(HBT, "2022-11-28", Level::Tld, 2022, title),
            &[collectives("tld.bang_khen", 8), people("tld.bang_khen", 8)],
        )?;
        Ok(())
    }

    /// S3: the standing movements.
    fn movements_of_nam_tu_liem(&mut self) -> Result<()> {
        for (name, blocks) in NTL_MOVEMENTS {
            let days = ("2015-03-16", Some("2020-12-31"));
            let id = self.emulation(NTL, EmulationKind::Movement, name, None, days)?;
            self.launch_to(NTL, id, "2015-03-16", blocks)?;
        }
        Ok(())
    }

    /// S3: a wave, tied to its event.
    fn wave(&mut self, which: usize) -> Result<()> {
        let (from, to, event) = NTL_WAVES[which];
        let name =
            format!("Thi đua cao điểm chào mừng {}", event.split(" (").next().unwrap_or(event));
        let id = self.emulation(NTL, EmulationKind::Wave, &name, Some(event), (from, Some(to)))?;
        self.launch_to(NTL, id, from, Blocks::Any)
    }

    /// S3: a skills contest of four trades.
    fn skills_contest(&mut self, which: usize) -> Result<()> {
        let (day, year, entries, contestants, prizes) = CONTESTS[which];
        let on = Day::parse(day)?;
        let name = format!("Hội thi nghề giỏi năm {year}");
        let contest = self.emulation(NTL, EmulationKind::Contest, &name, None, (day, Some(day)))?;
        let seed = year as u64;
        let mut members = self.some_members(NTL, on, Blocks::Enterprises, 3_000, seed);
        let units: Vec<Id> = members.iter().map(|(unit, _)| *unit).take(entries).collect();
        members.retain(|(unit, _)| units.contains(unit));
        let trade = |place: usize| Some(TRADES[place % TRADES.len()].to_owned());
        let line = |kind, unit, place| NewContestLine {
            kind,
            unit,
            on,
            person: None,
            named: None,
            trade: trade(place),
            round: None,
            score: None,
            prize: None,
            count: None,
        };
        let mut lines: Vec<NewContestLine> = units
            .iter()
            .enumerate()
            .map(|(place, unit)| NewContestLine { trade: None, ..line(Told::Entry, *unit, place) })
            .collect();
        let won: Vec<Prize> =
            Prize::ALL.iter().zip(prizes).flat_map(|(prize, count)| vec![*prize; count]).collect();
        for (place, (unit, person)) in members.into_iter().take(contestants).enumerate() {
            let score = Some(9_600 - 45 * place as i64);
            let (person, prize) = (Some(person), won.get(place).copied());
            lines.push(NewContestLine {
                person,
                score,
                prize,
                ..line(Told::Contestant, unit, place)
            });
        }
        let judges = ["Trường Cao đẳng nghề, giám khảo hàn", "Giám khảo điện, công nghệ thông tin"];
        for (place, named) in judges.into_iter().enumerate() {
            let named = Some(named.to_owned());
            lines.push(NewContestLine {
                named,
                trade: None,
                ..line(Told::Judge, self.districts[NTL], place)
            });
        }
        let actor = self.actor(NTL);
        let document = self.result_paper(NTL, on, "Kết quả hội thi nghề giỏi");
        awards::add_to_contest(&self.app, &actor, contest, &lines, Some(&document))
    }

    pub(super) fn result_paper(&mut self, district: usize, on: Day, title: &str) -> DocumentRef {
        let issuer = format!("LĐLĐ {}", Self::area_of(district));
        let paper = self.issue(&format!("{issuer}, QĐKT"), on, title);
        let number = paper.number.split('/').next().unwrap_or_default().to_owned();
        DocumentRef { number: format!("{number}/QĐKT"), issuer, ..paper }
    }

    /// S3: the teachers' prize of 2018–2019 on three levels, three of them proposed to the city.
    fn teachers_prize(&mut self) -> Result<()> {
        let title = "Giải thưởng nhà giáo năm học 2018–2019";
        let of = |grade: u8, count: usize| Share {
            grade: Some(grade),
            blocks: Blocks::Schools,
            ..people("khac.giai_thuong", count)
        };
        let decided = paper(NTL, "2019-06-20", Level::District, 2019, title);
        self.honour(&decided, &[of(1, 5), of(2, 4), of(3, 3)])?;
        let proposed =
            Paper { stage: Stage::Proposed, ..paper(NTL, "2019-06-24", Level::City, 2019, title) };
        self.honour(&proposed, &[Share { grade: None, ..of(1, 3) }]).map(drop)
    }

    /// S3: 26 initiatives commended by the district, two of them by the city too.
    fn initiatives_of_nam_tu_liem(&mut self) -> Result<()> {
        let on = Day::parse("2020-05-08")?;
        let members = self.some_members(NTL, on, Blocks::Enterprises, 600, 26);
        let document = self.result_paper(NTL, on, "Khen thưởng sáng kiến giai đoạn 2015–2020");
        let city = DocumentRef {
            number: "112/QĐKT".to_owned(),
            issuer: CITY_OFFICE.to_owned(),
            ..document.clone()
        };
        let actor = self.actor(NTL);
        for (place, (name, millions)) in INITIATIVES.into_iter().enumerate() {
            let team = 1 + place % 3;
            let Some((unit, _)) = members.get(place).copied() else { break };
            let of_unit = members.iter().filter(|(each, _)| *each == unit);
            let authors: Vec<Id> = of_unit.map(|(_, person)| *person).take(team).collect();
            let whole = authors.len() as i64;
            let author = |person: &Id| Author {
                person: Some(*person),
                named: String::new(),
                unit,
                share: (1, whole),
            };
            let new = Initiative {
                unit,
                kind: InitiativeKind::Improvement,
                name: name.to_owned(),
                level: Level::District,
                on,
                year: 2020,
                field: Some("Kỹ thuật sản xuất".to_owned()),
                benefit_vnd: Some(millions * 1_000_000),
                document: document.clone(),
                first: None,
                emulation: None,
                count: None,
                authors: authors.iter().map(author).collect(),
            };
            let first = recognise(&self.app, &actor, &new)?;
            if place < 2 {
                let higher = Initiative {
                    level: Level::City,
                    document: city.clone(),
                    first: Some(first),
                    ..new
                };
                recognise(&self.app, &actor, &higher)?;
            }
        }
        Ok(())
    }

    /// S3: the experience initiatives of the schools, of which only the numbers were published: 2.365, and "over 60".
    fn experience_initiatives(&mut self) -> Result<()> {
        let on = Day::parse("2020-05-08")?;
        let document =
            self.result_paper(NTL, on, "Báo cáo sáng kiến kinh nghiệm khối giáo dục 2015–2020");
        let actor = self.actor(NTL);
        for (level, count, at_least) in [(Level::District, 2_365, false), (Level::City, 60, true)] {
            let new = Initiative {
                unit: self.districts[NTL],
                kind: InitiativeKind::Experience,
                name: "Sáng kiến kinh nghiệm khối giáo dục 2015–2020".to_owned(),
                level,
                on,
                year: 2020,
                field: Some("Giáo dục".to_owned()),
                benefit_vnd: None,
                document: document.clone(),
                first: None,
                emulation: None,
                count: Some((count, at_least)),
                authors: Vec::new(),
            };
            recognise(&self.app, &actor, &new)?;
        }
        Ok(())
    }

    /// S3: 149 outstanding workers of the district, 10 of the city.
    fn outstanding_workers(&mut self) -> Result<()> {
        let title = "Công nhân giỏi giai đoạn 2015–2020";
        for (level, award, on, count) in [
            (Level::District, "khac.cong_nhan_gioi", "2020-05-11", 149),
            (Level::City, "tinh.cong_nhan_gioi_thu_do", "2020-05-06", 10),
        ] {
            let workers = Share { blocks: Blocks::Enterprises, ..people(award, count) };
            self.honour(&paper(NTL, on, level, 2020, title), &[workers])?;
        }
        Ok(())
    }

    /// S3: the exemplars' conference: 101 people and 30 collectives, two of each sent to the city's.
    fn exemplars(&mut self) -> Result<()> {
        let title = "Biểu dương điển hình tiên tiến giai đoạn 2015–2020";
        let name = "Hội nghị điển hình tiên tiến giai đoạn 2015–2020";
        let days = ("2020-05-29", Some("2020-05-29"));
        let conference = self.emulation(NTL, EmulationKind::Conference, name, None, days)?;
        let honoured = paper(NTL, "2020-05-29", Level::District, 2020, title);
        let honoured = Paper { emulation: Some(conference), ..honoured };
        let award = "khac.dien_hinh";
        self.honour(&honoured, &[people(award, 101), collectives(award, 30)])?;
        let sent = Paper { stage: Stage::Delegated, level: Level::City, ..honoured };
        self.honour(&sent, &[people(award, 2), collectives(award, 2)])?;
        Ok(())
    }
}
