//! What was published beside the flows of a year: targets, unions that left, an error and its correction.

use domain::Result;
use domain::memberships::{self, EventKind, NewEvent};
use domain::targets::{NewTarget, set_targets};
use domain::units::{Employer, end_unit, hand_over, record_visit, scope_of_code};
use kernel::{Day, Period};

use super::districts::{DISTRICTS, Fate, HK, TX};
use super::teller::Teller;
use crate::draw::shares;

/// Targets of a year: district, year, the day they were set, members to admit, unions to found.
pub(super) const TARGETS: [(usize, i16, &str, i64, i64); 8] = [
    // Published with S4.
    (HK, 2021, "2021-01-18", 1_400, 27),
    (TX, 2022, "2022-01-17", 1_300, 12),
    (1, 2022, "2022-01-18", 500, 9),
    (2, 2022, "2022-01-19", 600, 10),
    // Published with S1.
    (TX, 2023, "2023-01-16", 2_500, 30),
    (1, 2023, "2023-01-17", 550, 9),
    (2, 2023, "2023-01-18", 650, 12),
    (HK, 2023, "2023-01-19", 1_000, 12),
];

/// What else Thanh Xuân was asked for in 2023: with the two of [`TARGETS`] twenty-four, as many as S1 says were met. Which
/// they were was not published.
const ASKED_OF_TX_2023: [(&str, i64); 22] = [
    ("conferences.officials.held", 66),
    ("dialogues.held", 193),
    ("conferences.attendances", 5_000),
    ("dialogues.advice.own", 1),
    ("dialogues.advice.attendances.own", 200),
    ("petitions.answered", 8),
    ("classes.held.own", 3),
    ("classes.chairs.own", 1),
    ("classes.attendances.own", 400),
    ("congresses.guided", 30),
    ("committees.consolidated", 5),
    ("party.introduced", 40),
    ("party.admitted", 10),
    ("care.tet.own", 500),
    ("care.hardship.own", 100),
    ("care.illness.own", 10),
    ("care.health_checks.own", 250),
    ("care.blood.own", 100),
    ("care.houses.own", 1),
    ("care.attendances.own", 1_000),
    ("care.cost.own", 400_000_000),
    ("initiatives.recognised.district", super::scenarios::PROGRAMME.0),
];

/// The day on which someone was said to be admitted in Hoàn Kiếm who only came back.
const ERROR_ON: &str = "2021-06-11";

/// Employers without a union that Hoàn Kiếm approached in the first half of 2021.
const APPROACHED: [(&str, &str, i64); 6] = [
    ("Công ty TNHH Thương mại Hải Linh Phúc", "phố Hàng Bông", 34),
    ("Công ty Cổ phần Lữ hành Tràng Tâm", "phố Hàng Gai", 27),
    ("Công ty TNHH Nhà hàng Ngọc Phong Lâm", "phố Lý Thường Kiệt", 41),
    ("Công ty Cổ phần Truyền thông Gia Khôi", "phố Quán Sứ", 29),
    ("Công ty TNHH Khách sạn Vĩnh Tâm", "phố Hàng Đào", 58),
    ("Công ty TNHH Thời trang Lạc Châu", "phố Hàng Bài", 26),
];

impl Teller {
    /// Sets the targets of a district for a year; those of Thanh Xuân for 2023 are shared out among its unions.
    pub(super) fn set_targets(&mut self, which: usize) -> Result<()> {
        let (district, year, on, members, founded) = TARGETS[which];
        let on = Day::parse(on)?;
        let Some(period) = Period::year(year) else { return Ok(()) };
        let title =
            format!("Giao chỉ tiêu phát triển đoàn viên, thành lập công đoàn cơ sở năm {year}");
        let document = self.paper(district, on, &title);
        let target = |unit, indicator: &str, value: i64| {
            let indicator = indicator.to_owned();
            NewTarget { unit, indicator, period, value: Some(value) }
        };
        let scope = self.districts[district];
        let mut targets = vec![
            target(scope, "members.admitted", members),
            target(scope, "units.founded", founded),
        ];
        if (district, year) == (TX, 2023) {
            targets.extend(ASKED_OF_TX_2023.map(|(code, value)| target(scope, code, value)));
            let here = self.units.iter().filter(|unit| unit.district == TX && unit.open);
            let here: Vec<_> = here.map(|unit| (unit.id, unit.place.size)).collect();
            let sizes: Vec<usize> = here.iter().map(|(_, size)| *size).collect();
            let parts = shares(members as usize, &sizes);
            let shared = here.iter().zip(parts);
            targets.extend(
                shared.map(|((unit, _), part)| target(*unit, "members.admitted", part as i64)),
            );
        }
        set_targets(&self.app, &self.actor(district), &targets, &document)
    }

    /// A union of exact size leaves its district.
    pub(super) fn depart(&mut self, district: usize, passing: usize) -> Result<()> {
        let plan = &DISTRICTS[district].passing[passing];
        let on = Day::parse(plan.on)?;
        let here = |unit: &&mut super::teller::Told| {
            unit.district == district && unit.passing == Some(passing)
        };
        let Some(unit) = self.units.iter_mut().find(here) else { return Ok(()) };
        unit.open = matches!(plan.fate, Fate::HandedOver("long-bien"));
        let id = unit.id;
        let actor = self.actor(district);
        let (title, struck_off, reason) = match plan.fate {
            Fate::HandedOver(code) => {
                let to = scope_of_code(&self.app, &actor, code)?;
                let document = self.paper(district, on, "Bàn giao công đoàn cơ sở");
                return hand_over(&self.app, &actor, id, on, to, Some(&document));
            }
            Fate::StruckOff(reason) => ("Xóa tên công đoàn cơ sở", true, reason),
            Fate::Dissolved(reason) => ("Giải thể công đoàn cơ sở", false, reason),
        };
        let document = self.paper(district, on, title);
        end_unit(&self.app, &actor, id, on, struck_off, reason, Some(&document))
    }

    /// Records as admitted, by mistake, someone who had left Hoàn Kiếm two years before and came back.
    pub(super) fn err(&mut self) -> Result<()> {
        let on = Day::parse(ERROR_ON)?;
        let long_ago = Day::parse("2020-01-01")?;
        let comes_back = |(_, unit, left): &(_, usize, Day)| {
            let unit = &self.units[*unit];
            unit.district == HK && *left < long_ago && unit.open && unit.passing.is_none()
        };
        let Some((person, unit, _)) = self.former.iter().rev().copied().find(comes_back) else {
            return Ok(());
        };
        let unit = self.units[unit].id;
        let document = Some(self.paper(HK, on, "Kết nạp đoàn viên"));
        let event = NewEvent { document, ..NewEvent::new(EventKind::Admitted, person, unit, on) };
        let ids = self.write_events(HK, "Kết nạp đoàn viên", &[event])?;
        self.error = ids.first().map(|id| (*id, person, unit));
        Ok(())
    }

    /// Takes the mistaken admission back and records what it was: a member who came back.
    pub(super) fn correct(&mut self) -> Result<()> {
        let Some((event, person, unit)) = self.error.take() else { return Ok(()) };
        let on = Day::parse(ERROR_ON)?;
        memberships::reverse_event(&self.app, &self.actor(HK), event)?;
        let document = Some(self.paper(HK, on, "Cho gia nhập lại Công đoàn"));
        let event = NewEvent { document, ..NewEvent::new(EventKind::Restored, person, unit, on) };
        self.write_events(HK, "Gia nhập lại, trước đây ghi nhầm là kết nạp", &[event]).map(drop)
    }

    /// Notes the employers without a union that Hoàn Kiếm approached.
    pub(super) fn approach(&mut self) -> Result<()> {
        for (place, (name, street, workers)) in APPROACHED.into_iter().enumerate() {
            let employer = Employer {
                name: name.to_owned(),
                tax_number: None,
                address: Some(format!("{street}, quận Hoàn Kiếm, Hà Nội")),
                workers: Some(workers),
            };
            let on = Day::parse("2021-03-02")?.plus(17 * place as i32);
            let outcome = "Đã làm việc với người sử dụng lao động, hẹn lấy đơn gia nhập";
            record_visit(&self.app, &self.actor(HK), self.districts[HK], &employer, on, outcome)?;
        }
        Ok(())
    }
}
