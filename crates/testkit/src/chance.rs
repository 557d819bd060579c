//! Chance that repeats: the same seed, the same tokens and salts. For tests and for the demo, never for real books.

use std::sync::Mutex;

use domain::accounts::Entropy;
use fastrand::Rng;

/// A seeded source.
pub struct Seeded(Mutex<Rng>);

impl Seeded {
    /// A source that begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(Rng::with_seed(seed)))
    }
}

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        if let Ok(mut rng) = self.0.lock() {
            rng.fill(bytes);
        }
    }
}
