//! Reports in the demo: two that were published, one of them after a correction, and a ward whose unions are called upon.

use domain::reports::{
    Key, NewCall, Step, Typed, act, find_article, find_form, publish_article, send_call, type_cells,
};
use domain::units::{scope_of_code, subtree_now};
use domain::{Result, figures};
use kernel::{Actor, Day, Id, Period};

use super::districts::{HK, TX};
use super::teller::{CITY_OFFICE, Teller};

/// What is done, and the day on which it is.
pub(super) const EVENTS: &[(&str, fn(&mut Teller) -> Result<()>)] = &[
    ("2021-07-14", Teller::file_half_of_hoan_kiem),
    ("2021-09-22", Teller::file_half_of_hoan_kiem_again),
    ("2024-01-25", Teller::file_year_of_thanh_xuan),
    ("2024-01-29", Teller::publish_year_of_thanh_xuan),
    ("2026-06-01", |teller| teller.call_upon(SPRING, "2026-06-10", false)),
    ("2026-06-08", |teller| teller.file_unions(0, IN_TIME)),
    ("2026-06-15", |teller| teller.file_unions(IN_TIME, FILED)),
    ("2026-06-22", Teller::gather_ward),
    ("2026-11-09", |teller| teller.call_upon(AUTUMN, "2026-12-05", true)),
];

/// The ward whose unions report.
const WARD: &str = "cd-phuong-hoan-kiem";
const SPRING: &str = "2025-12-01..2026-05-31";
const AUTUMN: &str = "2026-06-01..2026-11-30";
/// Unions of the ward that filed in time, and that filed at all; the last one of these was sent back.
const IN_TIME: usize = 34;
const FILED: usize = 40;

fn clerk() -> Actor {
    Actor::operator("Nguyễn Ngọc Hằng")
}

fn city() -> Actor {
    Actor::operator(CITY_OFFICE)
}

fn key(unit: Id, form: &str, period: &str) -> Result<Key> {
    Ok(Key { unit, form: find_form(form)?, period: Period::parse(period)? })
}

impl Teller {
    fn step(&self, actor: &Actor, key: &Key, step: Step, note: Option<&str>) -> Result<()> {
        act(&self.app, actor, key, step, note, &[]).map(drop)
    }

    /// The half-year as it stood with the mistake in it.
    fn file_half_of_hoan_kiem(&mut self) -> Result<()> {
        let key = key(self.districts[HK], "doan_vien_cdcs", "2021-H1")?;
        self.step(&self.actor(HK), &key, Step::Submit, None)?;
        self.step(&city(), &key, Step::Approve, None)
    }

    /// The same once the mistake was put right: the second version, made public.
    fn file_half_of_hoan_kiem_again(&mut self) -> Result<()> {
        let key = key(self.districts[HK], "doan_vien_cdcs", "2021-H1")?;
        let why = "Một người gia nhập lại đã ghi nhầm là kết nạp";
        self.step(&city(), &key, Step::Reopen, Some(why))?;
        self.step(&self.actor(HK), &key, Step::Submit, None)?;
        self.step(&city(), &key, Step::Approve, None)?;
        self.step(&city(), &key, Step::Publish, None)
    }

    fn file_year_of_thanh_xuan(&mut self) -> Result<()> {
        let key = key(self.districts[TX], "ket_qua_nam", "2023")?;
        self.step(&self.actor(TX), &key, Step::Submit, None)?;
        self.step(&city(), &key, Step::Approve, None)
    }

    fn publish_year_of_thanh_xuan(&mut self) -> Result<()> {
        let key = key(self.districts[TX], "ket_qua_nam", "2023")?;
        self.step(&city(), &key, Step::Publish, None)?;
        let form = find_article("tong_ket_nam")?;
        publish_article(&self.app, &city(), form, key.unit, key.period).map(drop)
    }

    /// Calls upon every union of the ward.
    fn call_upon(&mut self, period: &str, due: &str, locks: bool) -> Result<()> {
        let new = NewCall {
            form: "1_hdcd".to_owned(),
            period: Period::parse(period)?,
            due: Day::parse(due)?,
            remind: vec![30, 7, 1],
            locks,
            note: Some("Ghi nguồn của từng số ở ô ghi chú".to_owned()),
            units: Vec::new(),
        };
        let ward = scope_of_code(&self.app, &clerk(), WARD)?;
        send_call(&self.app, &clerk(), ward, &new).map(drop)
    }

    /// Some unions of the ward file what they counted, and the ward approves it.
    fn file_unions(&mut self, from: usize, to: usize) -> Result<()> {
        let ward = scope_of_code(&self.app, &clerk(), WARD)?;
        let today = self.app.today();
        let below = subtree_now(&self.app, &clerk(), ward, today)?;
        let last = Period::parse(SPRING)?.last();
        for (place, row) in below.iter().enumerate().take(to).skip(from) {
            let Some(unit) = Id::parse(&row.id) else { continue };
            let key = key(unit, "1_hdcd", SPRING)?;
            let query = figures::Query::of(&row.code, Period::inclusive(last, last));
            let set = figures::figure(&self.app, &clerk(), "members.closing", &query)?;
            let members = set.figures.first().and_then(|figure| figure.value).unwrap_or(0);
            let workers = members + members / 8 + 3;
            let typed = |line: &str, value: Option<i64>, state, note: &str| Typed {
                line: line.to_owned(),
                value,
                state,
                note: Some(note.to_owned()),
            };
            let value = |line: &str, value: i64| {
                typed(line, Some(value), figures::State::Value, "Bảng lương tháng 5/2026")
            };
            let mut cells = vec![
                value("1", workers),
                value("1.1", workers * 5 / 9),
                value("2", 0),
                value("6", workers - workers / 20),
                value("7", workers - workers / 16),
            ];
            if place % 5 == 0 {
                let none = figures::State::NotApplicable;
                cells.push(typed("5", None, none, "Không có nhà ở cho người lao động"));
            }
            let chair = Actor::operator("Chủ tịch công đoàn cơ sở");
            type_cells(&self.app, &chair, &key, &cells)?;
            self.step(&chair, &key, Step::Submit, None)?;
            if place + 1 == FILED {
                let remark = [("7".to_owned(), "Đối chiếu với thông báo đóng bảo hiểm".to_owned())];
                act(&self.app, &clerk(), &key, Step::Return, Some("Xem lại dòng 7"), &remark)?;
            } else {
                self.step(&clerk(), &key, Step::Approve, None)?;
            }
        }
        Ok(())
    }

    /// The ward gathers what was approved; the city approves it and makes it public.
    fn gather_ward(&mut self) -> Result<()> {
        let ward = scope_of_code(&self.app, &clerk(), WARD)?;
        let key = key(ward, "2_hdcd", SPRING)?;
        self.step(&clerk(), &key, Step::Submit, None)?;
        self.step(&city(), &key, Step::Approve, None)?;
        self.step(&city(), &key, Step::Publish, None)
    }
}
