//! What the districts did, as published: conferences and dialogues, classes, congresses, the Party, care.
//!
//! * Thanh Xuân 2023 (S1): 66 of 66 conferences of officials; workers' conferences in 139 of 174 non-state units and
//!   dialogues in 193 of 193; one advice dialogue with over 200 workers. 193 and 174 are two populations: every non-state
//!   unit owes a dialogue, and of them five have fewer than ten workers and fourteen, newly founded, were exempted.
//! * Thanh Xuân 2024 (S0): two classes with nearly 500 attendances.
//! * Hoàn Kiếm, first half of 2021 (S4): seven classes planned, four of them for chairs; 210 introduced to the Party and
//!   62 admitted; 22 congresses guided and 15 committees consolidated.
//! * Hai Bà Trưng 2022 (S2): hardship at Tết, grave illness, a day of blood donation.
//!
//! Health checks and houses that neighbouring headlines tell of are put where a district of that size lies.

use domain::Result;
use domain::activities::{NewActivity, record_many};
use domain::units::reclassify;
use fastrand::Rng;
use kernel::{Block, Day, Id, UnitKind};

use super::districts::{HBT, HK, TX};
use super::teller::{Teller, Told};

/// The day from which the enterprises that the state had sold count as non-state.
const SOLD: &str = "2023-01-01";
/// Non-state units of Thanh Xuân that owed a workers' conference in 2023, and those that held one.
const OWED: usize = 174;
const HELD: usize = 139;

const PUBLIC: [Block; 3] = [Block::Administrative, Block::Education, Block::Ward];

/// A grassroots union with what a conference needs to know of it.
struct Seat {
    id: Id,
    from: Day,
    members: usize,
    state: bool,
}

impl Teller {
    /// Enterprises of Thanh Xuân that the state had sold are put into the block where they belong.
    pub(super) fn review_blocks(&mut self) -> Result<()> {
        let on = Day::parse(SOLD)?;
        let document = self.paper(TX, on, "Rà soát khối của các doanh nghiệp đã cổ phần hóa");
        let actor = self.actor(TX);
        let sold: Vec<Id> =
            self.here(TX).filter(|unit| was_sold(unit, on)).map(|unit| unit.id).collect();
        let class = (UnitKind::Grassroots, Block::PrivateEnterprise);
        sold.into_iter()
            .try_for_each(|unit| reclassify(&self.app, &actor, unit, on, class, &document))
    }

    fn here(&self, district: usize) -> impl Iterator<Item = &Told> {
        self.units.iter().filter(move |unit| {
            unit.district == district && unit.open && unit.place.kind == UnitKind::Grassroots
        })
    }

    fn seats(&self, district: usize, by: Day, public: bool) -> Result<Vec<Seat>> {
        let sold = Day::parse(SOLD)?;
        let here = self.here(district).filter(|unit| unit.from <= by);
        let here = here.filter(|unit| PUBLIC.contains(&unit.place.block) == public);
        Ok(here
            .map(|unit| Seat {
                id: unit.id,
                from: unit.from,
                members: unit.members.iter().filter(|member| member.since <= by).count(),
                state: unit.place.block == Block::StateEnterprise && !was_sold(unit, sold),
            })
            .collect())
    }

    /// Workplace democracy of Thanh Xuân in 2023.
    pub(super) fn democracy(&mut self) -> Result<()> {
        let mut rng = Rng::with_seed(193);
        let last = Day::parse("2023-12-31")?;
        let public = self.seats(TX, last, true)?;
        let mut work = self.seats(TX, last, false)?;
        // The youngest come first: they are the ones that were exempted.
        work.sort_by_key(|seat| (std::cmp::Reverse(seat.from), seat.id));
        let mut records = Vec::new();
        for seat in &public {
            records.push(conference("officials", seat, "2023-11-20", last, &mut rng)?);
        }
        let mut owing = Vec::new();
        let non_state = work.iter().filter(|seat| !seat.state).count();
        let small = work.iter().filter(|seat| !seat.state && seat.members < 10).count();
        let mut exempt = non_state.saturating_sub(small + OWED);
        for seat in &work {
            records.push(headcount(seat, &mut rng)?);
            records.push(dialogue(seat, last, &mut rng)?);
            if seat.state {
                records.push(conference("workers", seat, "2023-10-02", last, &mut rng)?);
            } else if seat.members >= 10 && exempt > 0 {
                exempt -= 1;
                let new = NewActivity::new("exemptions", "conferences.workers", seat.id, last);
                records.push(new.text("reason", "new"));
            } else if seat.members >= 10 {
                owing.push(seat);
            }
        }
        rng.shuffle(&mut owing);
        for seat in owing.iter().take(HELD) {
            records.push(conference("workers", seat, "2023-10-02", last, &mut rng)?);
        }
        records.extend(petitions(&owing, last)?);
        self.put(TX, "Hội nghị, đối thoại năm 2023", &records)?;
        self.thanh_xuan_itself()
    }

    /// What the district did itself in 2023.
    fn thanh_xuan_itself(&mut self) -> Result<()> {
        let scope = self.districts[TX];
        let advice = NewActivity::new("dialogues", "advice", scope, Day::parse("2023-07-14")?)
            .count("present", 214)
            .count("questions", 31);
        let advice = NewActivity {
            title: "Tư vấn pháp luật lao động, giải đáp trực tiếp".to_owned(),
            ..advice
        };
        let gifts = |level: &str, people: i64, each: i64| -> Result<NewActivity> {
            let cost = people * each;
            let new = NewActivity::new("care", "tet", scope, Day::parse("2023-01-12")?)
                .text("level", level)
                .text("means", "both")
                .count("people", people)
                .count("cost", cost)
                .count("from_union", cost);
            Ok(NewActivity { title: "Tết sum vầy – Xuân gắn kết".to_owned(), ..new })
        };
        let care = |form: &str, on: &str, people: i64, each: i64| -> Result<NewActivity> {
            let new = NewActivity::new("care", form, scope, Day::parse(on)?);
            let new = new.text("level", "district").count("people", people);
            Ok(new.count("cost", people * each).count("from_union", people * each))
        };
        let class = |on: &str, whom: &str, attendances: i64| -> Result<NewActivity> {
            let new = NewActivity::new("classes", "held", scope, Day::parse(on)?);
            Ok(new.text("for_whom", whom).count("days", 1).count("attendances", attendances))
        };
        let records = [
            advice,
            gifts("district", 420, 500_000)?,
            gifts("city", 130, 1_000_000)?,
            care("hardship", "2023-05-09", 124, 500_000)?,
            care("illness", "2023-09-21", 14, 2_000_000)?,
            care("health_check", "2023-10-20", 310, 0)?,
            care("blood", "2023-07-21", 158, 0)?.count("blood", 133),
            care("house", "2023-11-16", 1, 50_000_000)?.text("house", "new"),
            class("2023-04-12", "chairs", 178)?,
            class("2023-06-08", "committees", 151)?,
            class("2023-09-14", "inspectors", 96)?,
        ];
        self.put(TX, "Hoạt động của LĐLĐ quận năm 2023", &records)?;
        self.cadres_of_2023()
    }

    /// Congresses of the term that began in 2023, the Party, and agreements signed.
    fn cadres_of_2023(&mut self) -> Result<()> {
        let mut rng = Rng::with_seed(2_023);
        let since = Day::parse("2023-01-03")?;
        let mut units: Vec<&Told> =
            self.here(TX).filter(|unit| unit.passing.is_none() && unit.from < since).collect();
        units.sort_by_key(|unit| (std::cmp::Reverse(unit.members.len()), unit.id));
        let on = |rng: &mut Rng| since.plus(rng.i32(40..340));
        let mut records = Vec::new();
        for (place, unit) in units.iter().take(36).enumerate() {
            let form = if place < 30 { "congress" } else { "consolidation" };
            let new = NewActivity::new("congresses", form, unit.id, on(&mut rng));
            let new = new.count("term_from", 2_023).count("term_to", 2_028);
            records.push(if place < 30 { new } else { new.text("body", "both") });
        }
        for (form, people) in [("introduced", 2), ("admitted", 1)] {
            for unit in units.iter().take(if form == "introduced" { 24 } else { 11 }) {
                let long = unit.members.iter().filter(|member| member.since < since);
                let people: Vec<Id> = long.map(|member| member.person).take(people).collect();
                let new = NewActivity::new("party", form, unit.id, on(&mut rng));
                records.push(NewActivity { people, ..new });
            }
        }
        let works = units.iter().filter(|unit| !PUBLIC.contains(&unit.place.block));
        for unit in works.take(7) {
            let signed = on(&mut rng);
            let asked = unit.members.len() as i64;
            let new = NewActivity::new("agreements", "new", unit.id, signed)
                .count("voted", asked)
                .count("in_favour", asked * 9 / 10)
                .day("effective_on", signed)
                .day("expires_on", signed.plus(3 * 365))
                .text("rating", "B");
            records.push(new);
        }
        self.put(TX, "Đại hội, giới thiệu cho Đảng, thỏa ước năm 2023", &records)
    }

    /// Thanh Xuân in 2024: two classes, and health checks.
    pub(super) fn classes_of_2024(&mut self) -> Result<()> {
        let scope = self.districts[TX];
        let class = |on: &str, last: &str, title: &str, attendances: i64| -> Result<NewActivity> {
            let new = NewActivity::new("classes", "held", scope, Day::parse(on)?)
                .text("for_whom", "committees")
                .count("days", 2)
                .count("attendances", attendances);
            Ok(NewActivity { last: Some(Day::parse(last)?), title: title.to_owned(), ..new })
        };
        let checks = NewActivity::new("care", "health_check", scope, Day::parse("2024-05-18")?)
            .text("level", "district")
            .text("means", "service")
            .count("people", 979);
        let records = [
            class(
                "2024-04-18",
                "2024-04-19",
                "Nghiệp vụ công đoàn cho ủy viên ban chấp hành",
                251,
            )?,
            class("2024-06-13", "2024-06-14", "Pháp luật lao động, kỹ năng đối thoại", 245)?,
            checks,
        ];
        self.put(TX, "Tập huấn, chăm lo 6 tháng đầu năm 2024", &records)
    }

    /// The seven classes Hoàn Kiếm planned in January 2021.
    pub(super) fn plan_classes(&mut self) -> Result<()> {
        let on = Day::parse("2021-01-20")?;
        let document = self.paper(HK, on, "Kế hoạch đào tạo, bồi dưỡng cán bộ công đoàn năm 2021");
        let subjects = [
            ("chairs", "Nghiệp vụ công đoàn cho chủ tịch khối doanh nghiệp"),
            ("chairs", "Nghiệp vụ công đoàn cho chủ tịch khối trường học"),
            ("chairs", "Nghiệp vụ công đoàn cho chủ tịch khối hành chính, phường"),
            ("chairs", "Thương lượng tập thể, đối thoại tại nơi làm việc"),
            ("inspectors", "Nghiệp vụ kiểm tra"),
            ("finance", "Nghiệp vụ tài chính công đoàn"),
            ("women", "Công tác nữ công"),
        ];
        let plan = |(whom, title): (&str, &str)| NewActivity {
            title: title.to_owned(),
            document: Some(document.clone()),
            ..NewActivity::new("classes", "planned", self.districts[HK], on).text("for_whom", whom)
        };
        let records = subjects.map(plan);
        self.put(HK, "Kế hoạch tập huấn năm 2021", &records)
    }

    /// Congresses, committees and the Party in Hoàn Kiếm, first half of 2021.
    pub(super) fn cadres(&mut self) -> Result<()> {
        let mut rng = Rng::with_seed(210);
        let since = Day::parse("2021-01-04")?;
        let units: Vec<(Id, Vec<Id>)> = self
            .here(HK)
            .filter(|unit| unit.passing.is_none() && unit.from < since)
            .map(|unit| {
                let members = unit.members.iter().filter(|member| member.since < since);
                (unit.id, members.map(|member| member.person).collect())
            })
            .collect();
        let mut records = Vec::new();
        let on = |rng: &mut Rng| since.plus(rng.i32(40..165));
        for (unit, _) in units.iter().take(22) {
            let new = NewActivity::new("congresses", "congress", *unit, on(&mut rng));
            records
                .push(new.count("term_from", 2021).count("term_to", 2023).text("manner", "whole"));
        }
        for (unit, _) in units.iter().skip(22).take(15) {
            let new = NewActivity::new("congresses", "consolidation", *unit, on(&mut rng));
            let new = new.count("term_from", 2018).count("term_to", 2023);
            records.push(new.text("body", "both").count("added", 1));
        }
        for (form, mut left) in [("introduced", 210_usize), ("admitted", 62)] {
            for (unit, members) in &units {
                let some = left.min(members.len() / 4).min(4);
                if some > 0 {
                    let new = NewActivity::new("party", form, *unit, on(&mut rng));
                    records.push(NewActivity { people: members[..some].to_vec(), ..new });
                    left -= some;
                }
            }
        }
        let chosen = units.iter().skip(40).filter_map(|(_, members)| members.first().copied());
        let council = NewActivity::new(
            "candidates",
            "candidates",
            self.districts[HK],
            Day::parse("2021-02-26")?,
        )
        .text("council", "district")
        .count("term_from", 2_021)
        .count("term_to", 2_026);
        records.push(NewActivity { people: chosen.take(9).collect(), ..council });
        self.put(HK, "Đại hội, kiện toàn, giới thiệu cho Đảng 6 tháng đầu năm 2021", &records)
    }

    /// Care in Hai Bà Trưng in 2022, and the houses of that year in Nam Từ Liêm.
    pub(super) fn care_of_2022(&mut self) -> Result<()> {
        let scope = self.districts[HBT];
        let care = |form: &str, on: &str, people: i64, title: &str| -> Result<NewActivity> {
            let new = NewActivity::new("care", form, scope, Day::parse(on)?);
            let new = new.text("level", "district").count("people", people);
            Ok(NewActivity { title: title.to_owned(), ..new })
        };
        let records = [
            care("hardship", "2022-01-24", 186, "Đoàn viên khó khăn dịp Tết Nhâm Dần")?
                .count("cost", 93_000_000)
                .count("from_union", 60_000_000)
                .count("from_society", 33_000_000),
            care("hardship", "2022-05-12", 64, "Tháng Công nhân")?
                .count("cost", 32_000_000)
                .count("from_union", 32_000_000),
            care("illness", "2022-10-06", 9, "Đoàn viên mắc bệnh hiểm nghèo")?
                .count("cost", 18_000_000)
                .count("from_union", 18_000_000),
            care("blood", "2022-07-22", 171, "Ngày hội hiến máu tình nguyện")?.count("blood", 152),
            care("health_check", "2022-11-18", 247, "Khám sức khỏe cho nữ đoàn viên")?,
        ];
        self.put(HBT, "Chăm lo năm 2022", &records)?;
        let house = |on: &str, what: &str, cost: i64| -> Result<NewActivity> {
            let own = if what == "new" { 60_000_000 } else { 20_000_000 };
            let new = NewActivity::new("care", "house", self.districts[2], Day::parse(on)?)
                .text("level", "city")
                .text("house", what)
                .count("people", 1)
                .count("cost", cost)
                .count("from_union", own)
                .count("from_family", cost - own);
            Ok(NewActivity { title: "Mái ấm Công đoàn".to_owned(), ..new })
        };
        let houses = [
            house("2022-05-26", "new", 149_400_000)?,
            house("2022-09-15", "repair", 48_000_000)?,
            house("2022-12-08", "new", 182_000_000)?,
        ];
        self.put(2, "Mái ấm Công đoàn năm 2022", &houses)
    }

    pub(super) fn put(&self, district: usize, reason: &str, records: &[NewActivity]) -> Result<()> {
        record_many(&self.app, &self.actor(district), reason, records).map(drop)
    }
}

fn was_sold(unit: &Told, on: Day) -> bool {
    unit.place.block == Block::StateEnterprise && unit.from < on
}

/// A day of the end of the year on which the unit stood.
fn late_in_the_year(seat: &Seat, first: &str, last: Day, rng: &mut Rng) -> Result<Day> {
    let first = Day::parse(first)?.max(seat.from).min(last);
    Ok(first.plus(rng.i32(0..=last.since(first))))
}

fn conference(
    form: &str,
    seat: &Seat,
    first: &str,
    last: Day,
    rng: &mut Rng,
) -> Result<NewActivity> {
    let on = late_in_the_year(seat, first, last, rng)?;
    let summoned = seat.members.max(3) as i64;
    let present = summoned - summoned * rng.i64(0..12) / 100;
    let manner = if summoned < 100 { "whole" } else { "delegates" };
    let new = NewActivity::new("conferences", form, seat.id, on).text("manner", manner);
    Ok(new.count("summoned", summoned).count("present", present))
}

fn dialogue(seat: &Seat, last: Day, rng: &mut Rng) -> Result<NewActivity> {
    let on = late_in_the_year(seat, "2023-04-03", last, rng)?;
    let team = if seat.members < 50 { 3 } else { 4 + (seat.members / 50) as i64 };
    let new = NewActivity::new("dialogues", "periodic", seat.id, on).count("round", 1);
    Ok(new.count("employer_team", 3).count("worker_team", team).count("worker_present", team))
}

/// Some who work there are no members; where fewer than ten are members, none beyond nine work there.
fn headcount(seat: &Seat, rng: &mut Rng) -> Result<NewActivity> {
    let members = seat.members as i64;
    let workers = if members < 10 { 9 } else { members + rng.i64(0..=members / 5 + 2) };
    let on = Day::parse("2023-12-15")?.max(seat.from);
    let new = NewActivity::new("headcount", "return", seat.id, on).count("workers", workers);
    Ok(new.count("women", workers * rng.i64(35..60) / 100))
}

/// What workers asked for at twelve of the conferences; nine were answered before the year was over.
fn petitions(owing: &[&Seat], last: Day) -> Result<Vec<NewActivity>> {
    let on = Day::parse("2023-11-15")?;
    let seats = owing.iter().filter(|seat| seat.from < on).take(12);
    Ok(seats
        .enumerate()
        .map(|(place, seat)| {
            let content =
                ["Nâng giá trị bữa ăn ca", "Bố trí nơi nghỉ giữa ca", "Công khai thang lương"];
            let new = NewActivity::new("petitions", "petition", seat.id, on)
                .text("raised_at", "dialogue")
                .text("content", content[place % 3])
                .day("due_on", last);
            if place < 9 {
                new.day("answered_on", on.plus(7 + place as i32)).text("outcome", "granted")
            } else {
                new
            }
        })
        .collect())
}
