//! From the figures of a year to single months: which union is founded on which day, how many join and leave.

use domain::units::Method;
use fastrand::Rng;
use kernel::{Block, Day, Period};

use super::districts::{District, Passing, Row};
use crate::draw::{Weighted, shares};

/// A union to be founded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Founding {
    pub(super) on: Day,
    pub(super) members: usize,
    pub(super) method: Method,
    pub(super) block: Block,
    /// The union of exact size it is, by its place in the district's list.
    pub(super) passing: Option<usize>,
}

/// What one office records at one sitting: a month of the years that were published and of the reorganisation, a
/// quarter or a year of others.
#[derive(Clone, Debug)]
pub(super) struct Sitting {
    pub(super) period: Period,
    pub(super) foundings: Vec<Founding>,
    /// Members admitted to unions that stood before.
    pub(super) admitted: usize,
    pub(super) left: usize,
}

const BLOCKS: &[(Block, u32)] = &[
    (Block::PrivateEnterprise, 84),
    (Block::ForeignInvested, 6),
    (Block::StateEnterprise, 4),
    (Block::Cooperative, 3),
    (Block::TradeGuild, 3),
];

/// Every sitting of a district, in order.
pub(super) fn sittings(district: &District, rng: &mut Rng) -> Vec<Sitting> {
    let mut schools = district.schools_later;
    let blocks = Weighted::new(BLOCKS.iter().copied());
    let mut founded = 0;
    let mut all = Vec::new();
    for (row, period) in district.years.iter().flat_map(|row| periods(row).map(move |p| (row, p))) {
        let first = Day::parse(district.beginning.on).unwrap_or(Day::MIN);
        let period = Period { from: period.from.max(first), to: period.to };
        let foundings = foundings(district, row, period, rng, &mut |rng| {
            founded += 1;
            if founded % 10 == 1 && schools > 0 {
                schools -= 1;
                return Block::Education;
            }
            *blocks.draw(rng)
        });
        all.extend(divide(row, period, &foundings, rng));
    }
    all
}

/// The years or halves of years a row speaks of.
fn periods(row: &Row) -> impl Iterator<Item = Period> {
    let year = |text: &str| text.parse::<i16>().ok();
    let span = row.period.split_once("..");
    let years = span.and_then(|(first, last)| Some(year(first)?..=year(last)?));
    let one = Period::parse(row.period).ok();
    one.into_iter().chain(years.into_iter().flatten().filter_map(Period::year))
}

/// The foundings of a row: the unions of exact size that began then, and others to the number given.
fn foundings(
    district: &District,
    row: &Row,
    period: Period,
    rng: &mut Rng,
    block: &mut dyn FnMut(&mut Rng) -> Block,
) -> Vec<Founding> {
    let begins =
        |passing: &Passing| Day::parse(passing.founded).ok().filter(|day| period.contains(*day));
    let passing = district.passing.iter().enumerate();
    let mut all: Vec<Founding> = passing
        .filter_map(|(place, each)| {
            let (method, members) = (Method::Traditional, each.members);
            Some(Founding {
                on: begins(each)?,
                members,
                method,
                block: each.block,
                passing: Some(place),
            })
        })
        .collect();
    for place in 0..row.founded.saturating_sub(all.len()) {
        let by_new = place < row.by_new_method;
        all.push(Founding {
            on: day_in(period, rng),
            members: row.sizes.get(place).copied().unwrap_or_else(|| founding_size(row, rng)),
            method: if by_new { Method::New } else { Method::Traditional },
            block: block(rng),
            passing: None,
        });
    }
    all
}

/// Most unions begin small; a third of those admitted join unions that stand already.
fn founding_size(row: &Row, rng: &mut Rng) -> usize {
    let most = row.admitted * 2 / 3 / row.founded.max(1);
    let size = if rng.u32(0..100) < 82 { rng.usize(6..24) } else { rng.usize(25..48) };
    size.min(most)
}

/// A day of a period.
pub(super) fn day_in(period: Period, rng: &mut Rng) -> Day {
    period.from.plus(rng.i32(0..period.to.since(period.from).max(1)))
}

/// A row in the pieces in which it was recorded.
fn divide(row: &Row, period: Period, foundings: &[Founding], rng: &mut Rng) -> Vec<Sitting> {
    let months: i32 = match period.from.year() {
        ..2015 => 12,
        2021 | 2023..=2025 => 1,
        _ => 3,
    };
    let mut sittings = Vec::new();
    let mut from = period.from;
    while from < period.to {
        let to = (0..months).fold(from.month(), |month, _| month.next()).first_day().min(period.to);
        let piece = Period { from, to };
        let here = foundings.iter().copied().filter(|each| piece.contains(each.on)).collect();
        sittings.push(Sitting { period: piece, foundings: here, admitted: 0, left: 0 });
        from = to;
    }
    let with_foundings: usize = foundings.iter().map(|each| each.members).sum();
    let mut spread = |total: usize| {
        let weights: Vec<usize> = sittings.iter().map(|_| rng.usize(4..9)).collect();
        shares(total, &weights)
    };
    let admitted = spread(row.admitted.saturating_sub(with_foundings));
    let left = spread(row.left);
    for ((sitting, admitted), left) in sittings.iter_mut().zip(admitted).zip(left) {
        (sitting.admitted, sitting.left) = (admitted, left);
    }
    sittings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::districts::DISTRICTS;

    #[test]
    fn the_sittings_of_every_row_add_up_to_the_row() {
        for district in &DISTRICTS {
            let sittings = sittings(district, &mut Rng::with_seed(5));
            let rows = || district.years.iter().flat_map(|row| periods(row).map(move |_| row));
            let sum = |of: fn(&Sitting) -> usize| sittings.iter().map(of).sum::<usize>();
            let in_foundings =
                |each: &Sitting| each.foundings.iter().map(|f| f.members).sum::<usize>();
            let admitted =
                sum(|each| each.admitted) + sittings.iter().map(in_foundings).sum::<usize>();
            assert_eq!(
                admitted,
                rows().map(|row| row.admitted).sum::<usize>(),
                "{}",
                district.code
            );
            assert_eq!(
                sum(|each| each.foundings.len()),
                rows().map(|row| row.founded).sum::<usize>()
            );
            assert_eq!(sum(|each| each.left), rows().map(|row| row.left).sum::<usize>());
        }
    }

    #[test]
    fn a_row_may_speak_of_a_year_of_a_half_or_of_several_years() {
        let of = |period| {
            let row =
                Row { period, founded: 0, admitted: 0, left: 0, sizes: &[], by_new_method: 0 };
            periods(&row).map(Period::code).collect::<Vec<_>>()
        };
        assert_eq!(of("2023"), ["2023"]);
        assert_eq!(of("2021-H1"), ["2021-H1"]);
        assert_eq!(of("1997..1999"), ["1997", "1998", "1999"]);
    }
}
