//! Scores in the demo: the ward of Hoàn Kiếm, first half of 2026. One cluster of twelve unions at every stage, one of
//! five that is ranked, and a movement the unions register to.

use std::collections::HashSet;

use domain::Result;
use domain::awards::{
    EmulationKind, NewEmulation, answer_registration, launch, record_emulation, register,
};
use domain::documents::DocumentRef;
use domain::scores::{
    Answer, Band, Body, Condition, Effect, Group, Item, Mark, NewCluster, NewCycle, NewEvidence,
    NewSheet, Term, When, attach, cycle, decide, fill, found, make_sheet, open_cycle, review,
    send_back, submit,
};
use domain::units::{scope_of_code, subtree_now};
use kernel::{Actor, Block, Day, Id};

use super::districts::HK;
use super::teller::{Teller, Told};

/// The ward whose unions score themselves.
const WARD: &str = "cd-phuong-hoan-kiem";
/// Who issues its papers.
const OFFICE: &str = "Công đoàn phường Hoàn Kiếm";
/// Unions of the first cluster, and of the second.
const FIRST: usize = 12;
const SECOND: usize = 5;

/// Group, code, text, points at most in hundredths, evidence: the office's own items under the groups of the frame.
const ITEMS: &[(&str, &str, &str, i64, &str)] = &[
    (
        "1",
        "1.1",
        "Tham gia xây dựng, ký kết thỏa ước lao động tập thể",
        1_000,
        "Thỏa ước đang có hiệu lực",
    ),
    (
        "1",
        "1.2",
        "Phối hợp tổ chức hội nghị người lao động, đối thoại định kỳ",
        1_000,
        "Biên bản hội nghị, đối thoại",
    ),
    ("1", "1.3", "Chăm lo Tết, thăm hỏi, trợ cấp đoàn viên khó khăn", 1_000, "Danh sách chi"),
    ("1", "1.4", "Giám sát việc thực hiện chế độ, an toàn lao động", 1_000, "Báo cáo giám sát"),
    (
        "2",
        "2.1",
        "Tỷ lệ người lao động là đoàn viên, kết nạp đoàn viên mới",
        1_500,
        "Quyết định kết nạp",
    ),
    ("2", "2.2", "Ban chấp hành sinh hoạt đúng kỳ, có nghị quyết", 1_000, "Biên bản họp"),
    ("2", "2.3", "Báo cáo, thu nộp đoàn phí đúng hạn", 1_500, "Báo cáo đã nộp"),
    ("3", "3.1", "Tuyên truyền, học tập, thi đua lao động giỏi", 1_000, "Kế hoạch, hình ảnh"),
    ("3", "3.2", "Hoạt động văn hóa, thể thao, nữ công", 500, "Kế hoạch"),
    (
        "thuong",
        "4.1",
        "Mô hình mới, thành tích nổi bật được cấp trên ghi nhận",
        500,
        "Văn bản ghi nhận",
    ),
];

/// Where a card of the first cluster stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Begun,
    Untouched,
    Returned,
    Submitted,
    Reviewed,
}

const STAGES: [Stage; FIRST] = [
    Stage::Begun,
    Stage::Untouched,
    Stage::Returned,
    Stage::Submitted,
    Stage::Submitted,
    Stage::Submitted,
    Stage::Reviewed,
    Stage::Reviewed,
    Stage::Reviewed,
    Stage::Reviewed,
    Stage::Reviewed,
    Stage::Reviewed,
];

/// The day the ward divides its unions.
const CLUSTERS_FROM: &str = "2026-02-02";

fn day(text: &str) -> Result<Day> {
    Ok(Day::parse(text)?)
}

impl Teller {
    /// The enterprises' unions under the ward, the largest first: the chair of the demo keeps the first.
    fn of_ward(&self, actor: &Actor, ward: Id) -> Result<Vec<Id>> {
        let from = day(CLUSTERS_FROM)?;
        let rows = subtree_now(&self.app, actor, ward, from)?;
        let below: HashSet<Id> = rows.iter().filter_map(|row| Id::parse(&row.id)).collect();
        let enterprise = |unit: &&Told| {
            unit.open
                && unit.from <= from
                && below.contains(&unit.id)
                && !matches!(
                    unit.place.block,
                    Block::Administrative | Block::Education | Block::Ward
                )
        };
        let mut unions: Vec<&Told> = self.units.iter().filter(enterprise).collect();
        // The chair's union is drawn from the unions of the first of the old wards.
        let key = |unit: &&Told| {
            let of_chair = unit.district == HK && unit.place.ward == 0;
            std::cmp::Reverse((of_chair, unit.members.len(), unit.id))
        };
        unions.sort_by_key(key);
        Ok(unions.into_iter().take(FIRST + SECOND).map(|unit| unit.id).collect())
    }

    /// Clusters, a sheet and a half-year cycle of the ward; a movement with registrations.
    pub(super) fn score(&mut self) -> Result<()> {
        let actor = Actor::operator(OFFICE);
        let ward = scope_of_code(&self.app, &actor, WARD)?;
        let unions = self.of_ward(&actor, ward)?;
        if unions.len() < FIRST + SECOND {
            return Ok(());
        }
        let (first, second) = unions.split_at(FIRST);
        let mut clusters = Vec::new();
        for (name, units) in [("Khối doanh nghiệp số 1", first), ("Khối doanh nghiệp số 2", second)]
        {
            let new = NewCluster {
                unit: ward,
                name: name.to_owned(),
                from: day(CLUSTERS_FROM)?,
                to: Some(day("2026-12-31")?),
                about: Some("Công đoàn cơ sở doanh nghiệp trên địa bàn phường".to_owned()),
                document: self.scores_paper(CLUSTERS_FROM, "Chia khối thi đua năm 2026")?,
                units: units.to_vec(),
                head: units.get(1).copied(),
            };
            clusters.push(found(&self.app, &actor, &new)?);
        }
        let sheet = self.score_sheet(ward, &actor)?;
        let new = NewCycle {
            unit: ward,
            sheet,
            name: "Chấm điểm thi đua sáu tháng đầu năm 2026".to_owned(),
            term: Term::FirstHalf,
            year: 2026,
            from: day("2026-01-01")?,
            to: day("2026-06-30")?,
            own_by: day("2026-07-10")?,
            review_by: Some(day("2026-07-25")?),
            document: Some(
                self.scores_paper("2026-06-15", "Chấm điểm thi đua sáu tháng đầu năm 2026")?,
            ),
            clusters: clusters.clone(),
        };
        let opened = open_cycle(&self.app, &actor, &new)?;
        let (_, _, rows) = cycle(&self.app, &actor, opened)?;
        let card_of = |unit: &Id| rows.iter().find(|row| row.unit.0 == *unit).map(|row| row.card);
        for (n, (unit, stage)) in first.iter().zip(STAGES).enumerate() {
            let Some(card) = card_of(unit) else { continue };
            self.to_stage(&actor, card, stage, n)?;
        }
        for (n, unit) in second.iter().enumerate() {
            let Some(card) = card_of(unit) else { continue };
            // The third and the fourth come out even, and share a place.
            self.to_stage(&actor, card, Stage::Reviewed, if n == 3 { 2 } else { n })?;
        }
        let paper = self.scores_paper("2026-07-28", "Xếp loại khối doanh nghiệp số 2")?;
        decide(&self.app, &actor, (opened, clusters[1]), day("2026-07-28")?, &paper)?;
        self.register_unions(&actor, ward, first)
    }

    fn scores_paper(&mut self, on: &str, title: &str) -> Result<DocumentRef> {
        let paper = self.issue(OFFICE, day(on)?, title);
        let number = paper.number.split('/').next().unwrap_or_default().to_owned();
        Ok(DocumentRef { number: format!("{number}/QĐ-CĐP"), ..paper })
    }

    /// The office's sheet under the frame in force; the points of the grades are the office's own.
    fn score_sheet(&mut self, ward: Id, actor: &Actor) -> Result<Id> {
        let own = str::to_owned;
        let band = |grade: &str, least: i64| Band {
            grade: own(grade),
            name: own(grade),
            least: Some(least * 100),
        };
        let condition = |code: &str, say: &str, effect| Condition {
            code: own(code),
            say: own(say),
            effect,
            when: When::Asked,
        };
        let item = |(group, code, text, most, evidence): &(&str, &str, &str, i64, &str)| Item {
            group: own(group),
            code: own(code),
            text: own(text),
            most: *most,
            evidence: own(evidence),
        };
        let council =
            Group {
                code: own("thuong"), name: own("Điểm thưởng"), most: None, by_council: true
            };
        let new = NewSheet {
            unit: ward,
            frame: Some(own("cdcs_1294")),
            name: own("Bảng điểm công đoàn cơ sở doanh nghiệp năm 2026 (mẫu xem thử)"),
            from: day("2026-01-01")?,
            document: self.scores_paper("2026-01-20", "Ban hành bảng điểm thi đua năm 2026")?,
            body: Body {
                groups: vec![council],
                items: ITEMS.iter().map(item).collect(),
                bands: vec![
                    band("xuat_sac", 90),
                    band("tot", 70),
                    band("hoan_thanh", 50),
                    band("khong_hoan_thanh", 0),
                ],
                conditions: vec![
                    condition(
                        "no_phi",
                        "Còn nợ đoàn phí, kinh phí quá sáu tháng",
                        Effect::Cap(own("tot")),
                    ),
                    condition(
                        "tai_nan",
                        "Để xảy ra tai nạn lao động chết người do vi phạm an toàn",
                        Effect::Cap(own("hoan_thanh")),
                    ),
                ],
                halves: Some((1, 2)),
                ..Body::default()
            },
        };
        make_sheet(&self.app, actor, &new)
    }

    fn to_stage(&self, actor: &Actor, card: Id, stage: Stage, n: usize) -> Result<()> {
        let app = &self.app;
        let items = ITEMS.iter().filter(|(group, ..)| *group != "thuong");
        let marks: Vec<Mark> = items
            .enumerate()
            .map(|(place, (_, code, _, most, _))| Mark {
                item: (*code).to_owned(),
                // Every unit falls short on other items, the later ones a little more often.
                points: most
                    - if (place + n) % 5 < 1 + n / 5 { 150 + 25 * (n as i64 % 4) } else { 0 },
                reason: None,
            })
            .collect();
        let answers = [("no_phi", n % 7 == 6), ("tai_nan", false)];
        let answers = answers.map(|(condition, applies)| Answer {
            condition: condition.to_owned(),
            applies,
            reason: None,
        });
        if stage == Stage::Untouched {
            return Ok(());
        }
        let kept = if stage == Stage::Begun { &marks[..4] } else { &marks[..] };
        fill(app, actor, card, kept, &answers)?;
        for (item, said) in [
            ("1.2", "Biên bản hội nghị người lao động tháng 3/2026"),
            ("2.2", "Nghị quyết Ban chấp hành quý II/2026"),
        ] {
            let new =
                NewEvidence { item: item.to_owned(), said: Some(said.to_owned()), file: None };
            attach(app, actor, card, &new)?;
        }
        if stage == Stage::Begun {
            return Ok(());
        }
        submit(app, actor, card, None)?;
        match stage {
            Stage::Returned => send_back(
                app,
                actor,
                card,
                "Bổ sung minh chứng mục 2.3: báo cáo thu nộp đoàn phí quý II",
            ),
            Stage::Reviewed => {
                let why = |item: &str, points: i64, reason: &str| Mark {
                    item: item.to_owned(),
                    points,
                    reason: Some(reason.to_owned()),
                };
                let mut changed = Vec::new();
                if n % 3 == 1 {
                    changed.push(why("1.4", 700, "Báo cáo giám sát nộp chậm"));
                }
                if n % 2 == 0 {
                    changed.push(why("4.1", 300, "Mô hình bữa ăn ca được phường ghi nhận"));
                }
                review(app, actor, card, (&changed, &[]), None)
            }
            Stage::Begun | Stage::Untouched | Stage::Submitted => Ok(()),
        }
    }

    /// A movement launched to the first cluster: some registered, one was sent back.
    fn register_unions(&mut self, actor: &Actor, ward: Id, unions: &[Id]) -> Result<()> {
        let on = day("2026-02-02")?;
        let paper = self.issue(OFFICE, on, "Phát động thi đua năm 2026");
        let number = paper.number.split('/').next().unwrap_or_default().to_owned();
        let new = NewEmulation {
            unit: ward,
            kind: EmulationKind::Movement,
            name: "Lao động giỏi, lao động sáng tạo năm 2026".to_owned(),
            event: None,
            from: on,
            to: Some(day("2026-12-31")?),
            document: Some(DocumentRef { number: format!("{number}/KH-CĐP"), ..paper }),
            part_of: None,
            about: Some("Mỗi công đoàn cơ sở có ít nhất một sáng kiến được áp dụng".to_owned()),
        };
        let movement = record_emulation(&self.app, actor, &new)?;
        launch(&self.app, actor, movement, unions, on)?;
        for (n, unit) in unions.iter().enumerate().skip(1).take(8) {
            let pledge = format!("{} sáng kiến được áp dụng, 100% đoàn viên được thông tin", n + 1);
            register(&self.app, actor, movement, *unit, &pledge)?;
            match n {
                1..=5 => answer_registration(&self.app, actor, movement, *unit, Ok(()))?,
                6 => answer_registration(
                    &self.app,
                    actor,
                    movement,
                    *unit,
                    Err("Nêu tên sáng kiến cụ thể"),
                )?,
                _ => {}
            }
        }
        Ok(())
    }
}
