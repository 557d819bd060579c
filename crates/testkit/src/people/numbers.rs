//! Identity numbers and telephone numbers.

use domain::people::Sex;
use fastrand::Rng;

/// Identity numbers, each given once.
#[derive(Default)]
pub(super) struct Numbers {
    /// How many numbers were given for a place, sex and year.
    given: Vec<u32>,
}

/// Places times two sexes times the birth years 1900–2099.
const FAMILIES: usize = 100 * 2 * 200;
/// Has no factor in common with a million, so that its multiples pass through every six-digit number once.
const STEP: u64 = 618_033;

impl Numbers {
    /// A number that agrees with place, sex, century and year.
    pub(super) fn identity(&mut self, rng: &mut Rng, place: u16, sex: Sex, year: i16) -> String {
        if self.given.is_empty() {
            self.given = vec![0; FAMILIES];
        }
        let female = usize::from(sex == Sex::Female);
        let since_1900 = (year - 1900).clamp(0, 199) as usize;
        let family = (usize::from(place % 100) * 2 + female) * 200 + since_1900;
        let serial = &mut self.given[family];
        // Numbers begin at a place drawn once for the family, so that they do not all begin at 0.
        if *serial == 0 {
            *serial = rng.u32(1..200_000);
        }
        *serial += 1;
        let last = u64::from(*serial) * STEP % 1_000_000;
        let century = since_1900 / 100 * 2 + female;
        let head = (u64::from(place) * 10 + century as u64) * 100 + (since_1900 % 100) as u64;
        digits::<12>(head * 1_000_000 + last)
    }
}

/// A mobile number of today's ten digits.
pub(super) fn phone(rng: &mut Rng) -> String {
    const PREFIXES: [u64; 12] = [32, 33, 35, 36, 38, 70, 77, 79, 83, 90, 91, 98];
    let prefix = PREFIXES[rng.usize(0..PREFIXES.len())];
    digits::<10>(prefix * 10_000_000 + rng.u64(0..10_000_000))
}

/// A number as so many decimal digits.
fn digits<const N: usize>(mut number: u64) -> String {
    let mut text = [b'0'; N];
    for place in text.iter_mut().rev() {
        *place = b'0' + (number % 10) as u8;
        number /= 10;
    }
    text.iter().map(|digit| char::from(*digit)).collect()
}
