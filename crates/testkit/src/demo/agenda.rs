//! What is recorded on which day: everything in the order in which the offices recorded it.

use domain::Result;
use fastrand::Rng;
use kernel::{Day, Period};

use super::districts::{DISTRICTS, HBT, HK, TX};
use super::plan::{Sitting, sittings};
use super::published::TARGETS;

/// One thing to record.
#[derive(Clone, Debug)]
pub(super) enum Task {
    BeginCity,
    BeginLongBien,
    BeginDistrict(usize),
    Record(usize, Sitting),
    MovePeople(usize, Period),
    Send(usize, usize, Day),
    Receive(Day),
    SetTargets(usize),
    Depart(usize, usize),
    Err,
    Correct,
    Approach,
    ReviewBlocks,
    PlanClasses,
    Cadres,
    CareOf2022,
    Democracy,
    ClassesOf2024,
    EndBudgetUnions,
    Reorganise,
    /// Something of emulation or commendation, by its place among what was published.
    Honour(usize),
    /// A step of a report, by its place among them.
    Report(usize),
    /// A package sent or received, by its place among them.
    Exchange(usize),
}

/// Days after the end of a month, quarter or year on which each district records it.
const DESK_DAYS: [i32; 4] = [4, 5, 6, 9];
/// Transfers are told from this year on.
const TRANSFERS_SINCE: i16 = 2019;

/// Everything, in the order of recording.
pub(super) fn agenda(rng: &mut Rng) -> Result<Vec<(Day, Task)>> {
    let mut agenda = fixed()?;
    for (place, district) in DISTRICTS.iter().enumerate() {
        let begins = Day::parse(district.beginning.on)?.plus(5);
        agenda.push((begins, Task::BeginDistrict(place)));
        for sitting in sittings(district, rng) {
            let day = sitting.period.to.plus(DESK_DAYS[place]);
            let period = sitting.period;
            agenda.push((day, Task::Record(place, sitting)));
            let is_quarter = period.to.month().number() % 100 % 3 == 1;
            if is_quarter && period.from.year() >= TRANSFERS_SINCE {
                agenda.push((day, Task::MovePeople(place, period)));
            }
        }
        for (passing, union) in district.passing.iter().enumerate() {
            agenda.push((Day::parse(union.on)?.plus(6), Task::Depart(place, passing)));
        }
    }
    for (which, (_, _, on, _, _)) in TARGETS.iter().enumerate() {
        agenda.push((Day::parse(on)?.plus(2), Task::SetTargets(which)));
    }
    for (which, (on, _)) in super::published_honours::EVENTS.iter().enumerate() {
        agenda.push((Day::parse(on)?, Task::Honour(which)));
    }
    for (which, (on, _)) in super::reports::EVENTS.iter().enumerate() {
        agenda.push((Day::parse(on)?, Task::Report(which)));
    }
    for (which, (on, _)) in super::exchange::EVENTS.iter().enumerate() {
        agenda.push((Day::parse(on)?, Task::Exchange(which)));
    }
    sent_and_received(&mut agenda)?;
    // What is recorded on one day keeps the order in which it stands here.
    agenda.sort_by_key(|(day, _)| *day);
    Ok(agenda)
}

fn fixed() -> Result<Vec<(Day, Task)>> {
    Ok(vec![
        (Day::parse("1997-01-02")?, Task::BeginCity),
        (Day::parse("2004-01-05")?, Task::BeginLongBien),
        (Day::parse("2021-01-25")?, Task::PlanClasses),
        (Day::parse("2021-06-30")?, Task::Approach),
        (Day::parse("2021-07-12")?, Task::Cadres),
        (Day::parse("2022-12-20")?, Task::CareOf2022),
        (Day::parse("2023-01-09")?, Task::ReviewBlocks),
        (Day::parse("2024-01-12")?, Task::Democracy),
        (Day::parse("2024-06-28")?, Task::ClassesOf2024),
        (Day::parse("2021-07-10")?, Task::Err),
        (Day::parse("2021-09-20")?, Task::Correct),
        (Day::parse("2025-06-20")?, Task::EndBudgetUnions),
        (Day::parse("2025-07-12")?, Task::Reorganise),
    ])
}

/// Each year one is sent from Hoàn Kiếm to Thanh Xuân before the new year and received after it; at the middle of 2021
/// one to Hai Bà Trưng; and some were sent in October 2026 who have had no answer.
fn sent_and_received(agenda: &mut Vec<(Day, Task)>) -> Result<()> {
    let mut there_and_back = |from, to, sent: Day, received: Day| {
        agenda.push((sent.next(), Task::Send(from, to, sent)));
        agenda.push((received.next(), Task::Receive(received)));
    };
    for year in 2019..2025 {
        let sent = Day::new(year, 12, 20).unwrap_or(Day::MAX);
        there_and_back(HK, TX, sent, sent.plus(17));
    }
    there_and_back(HK, HBT, Day::parse("2021-06-28")?, Day::parse("2021-07-08")?);
    for (from, to) in [(HK, TX), (TX, HBT), (2, HK), (HBT, 2), (TX, HK), (HK, HBT)] {
        let sent = Day::parse("2026-10-19")?.plus(from as i32);
        agenda.push((Day::parse("2026-11-10")?, Task::Send(from, to, sent)));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_recorded_before_it_happened_or_out_of_order() {
        let agenda = agenda(&mut Rng::with_seed(1)).unwrap();
        assert!(agenda.is_sorted_by_key(|(day, _)| *day));
        for (day, task) in &agenda {
            let happened = match task {
                Task::Record(_, Sitting { period, .. }) | Task::MovePeople(_, period) => {
                    period.last()
                }
                Task::Send(_, _, on) | Task::Receive(on) => *on,
                _ => continue,
            };
            assert!(*day > happened && day.since(happened) < 30, "{day:?} {task:?}");
        }
    }

    #[test]
    fn in_a_year_that_was_published_each_district_records_every_month() {
        for district in 0..DISTRICTS.len() {
            let months = agenda(&mut Rng::with_seed(1)).unwrap();
            let of_2023 = |(_, task): &&(Day, Task)| matches!(task, Task::Record(at, sitting) if *at == district && sitting.period.from.year() == 2023);
            assert_eq!(months.iter().filter(of_2023).count(), 12);
        }
    }
}
