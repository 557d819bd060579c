//! Draws with weights, and shares that add up.

use fastrand::Rng;

/// Things with weights, drawn as often as they weigh.
pub(crate) struct Weighted<T> {
    things: Vec<T>,
    /// The sum of weights up to and with each thing.
    ends: Vec<u32>,
}

impl<T> Weighted<T> {
    /// From things and weights; there must be at least one.
    pub(crate) fn new(table: impl IntoIterator<Item = (T, u32)>) -> Self {
        let (mut things, mut ends, mut sum) = (Vec::new(), Vec::new(), 0);
        for (thing, weight) in table {
            sum += weight;
            things.push(thing);
            ends.push(sum);
        }
        Self { things, ends }
    }

    /// One of them.
    pub(crate) fn draw(&self, rng: &mut Rng) -> &T {
        let at = rng.u32(0..*self.ends.last().unwrap_or(&1));
        let place = self.ends.partition_point(|end| *end <= at);
        &self.things[place.min(self.things.len() - 1)]
    }
}

impl Weighted<&'static str> {
    /// From a text such as `Văn 50, Thị Thu 9`; a hyphen stands for the empty word.
    pub(crate) fn read(text: &'static str) -> Self {
        let pair = |item: &'static str| {
            let (word, weight) = item.trim().rsplit_once(' ')?;
            Some((if word == "-" { "" } else { word }, weight.parse().ok()?))
        };
        Self::new(text.split(',').filter_map(pair))
    }
}

/// One of a list; the list must not be empty.
pub(crate) fn one_of<T: Copy>(rng: &mut Rng, list: &[T]) -> T {
    list[rng.usize(0..list.len())]
}

/// `total` in as many whole parts as there are weights, each near its weight, together exactly `total`.
pub(crate) fn shares(total: usize, weights: &[usize]) -> Vec<usize> {
    let whole: usize = weights.iter().sum::<usize>().max(1);
    let (mut given, mut passed) = (0, 0);
    let part = |weight: &usize| {
        passed += weight;
        let upto = total * passed / whole;
        let part = upto - given;
        given = upto;
        part
    };
    weights.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_to_the_whole() {
        let parts = shares(1_548, &[3, 1, 4, 1, 5, 9]);
        assert_eq!(parts.iter().sum::<usize>(), 1_548);
        assert!(parts[5] > parts[4] && parts[4] > parts[2]);
        assert_eq!(shares(5, &[0, 1]), [0, 5]);
    }

    #[test]
    fn what_weighs_more_is_drawn_more_often() {
        let weighted = Weighted::read("a 1, b 0, c 9");
        let mut rng = Rng::with_seed(1);
        let drawn: Vec<&str> = (0..1_000).map(|_| *weighted.draw(&mut rng)).collect();
        let count = |what| drawn.iter().filter(|each| **each == what).count();
        assert_eq!(count("b"), 0);
        assert!(count("c") > 8 * count("a") / 2 && count("a") > 0);
    }
}
