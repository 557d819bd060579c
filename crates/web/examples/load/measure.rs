//! Asking: one page many times by one reader, many pages by many readers at once, and what came of it.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::Result;
use crate::client::Client;
use crate::pages::Page;

/// What some askings took.
#[derive(Clone, Default)]
pub(crate) struct Times {
    pub(crate) took: Vec<Duration>,
    pub(crate) errors: usize,
    pub(crate) bytes: usize,
    /// From the first question to the last answer.
    pub(crate) whole: Duration,
}

impl Times {
    fn note(&mut self, client: &mut Client, address: &str) {
        match client.get(address) {
            // A job that is done leads on to what came of it.
            Ok(answer) if [200, 303].contains(&answer.status) => {
                self.bytes = answer.body.len();
                self.took.push(answer.took);
            }
            Ok(answer) => {
                eprintln!("{address}: {}", answer.status);
                self.errors += 1;
            }
            Err(error) => {
                eprintln!("{address}: {error}");
                self.errors += 1;
            }
        }
    }

    /// The time that so many hundredths of the answers did not exceed.
    pub(crate) fn percentile(&self, hundredths: usize) -> Duration {
        let mut took = self.took.clone();
        took.sort_unstable();
        let place = (took.len() * hundredths).div_ceil(100).saturating_sub(1);
        took.get(place).copied().unwrap_or_default()
    }

    /// Answers a second.
    pub(crate) fn a_second(&self) -> f64 {
        f64::from(self.took.len() as u32) / self.whole.as_secs_f64().max(1e-9)
    }

    fn join(&mut self, other: Self) {
        self.took.extend(other.took);
        self.errors += other.errors;
        self.whole = self.whole.max(other.whole);
    }
}

/// One reader asks a page so many times, after once unmeasured.
pub(crate) fn alone(client: &mut Client, page: &Page, times: usize) -> Times {
    let _ = client.get(&page.address);
    let begun = Instant::now();
    let mut found = Times::default();
    for _ in 0..times {
        found.note(client, &page.address);
    }
    found.whole = begun.elapsed();
    found
}

/// Many readers ask their pages for so long, each beginning at another one and asking the next as soon as it is
/// answered: what all of it took, and what each page took.
pub(crate) fn together(
    address: SocketAddr,
    readers: &[(String, &[Page])],
    how_long: Duration,
) -> Result<(Times, Vec<Times>)> {
    let pages = readers.iter().map(|(_, pages)| pages.len()).max().unwrap_or_default();
    let clients: Result<Vec<Client>> =
        readers.iter().map(|(token, _)| Client::new(address, token)).collect();
    let (clients, over, begun) = (clients?, AtomicBool::new(false), Instant::now());
    let mut each = vec![Times::default(); pages];
    thread::scope(|scope| {
        let threads: Vec<_> = clients
            .into_iter()
            .zip(readers)
            .enumerate()
            .map(|(place, (mut client, (_, pages)))| {
                let over = &over;
                scope.spawn(move || {
                    let mut own = vec![Times::default(); pages.len()];
                    let mut next = place * 7;
                    while !over.load(Ordering::Relaxed) {
                        next = (next + 1) % pages.len();
                        own[next].note(&mut client, &pages[next].address);
                    }
                    own
                })
            })
            .collect();
        thread::sleep(how_long);
        over.store(true, Ordering::Relaxed);
        for (all, one) in threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .flat_map(|own: Vec<Times>| own.into_iter().enumerate().collect::<Vec<_>>())
        {
            each[all].join(one);
        }
    });
    let mut whole = Times::default();
    each.iter().cloned().for_each(|times| whole.join(times));
    whole.whole = begun.elapsed();
    Ok((whole, each))
}
