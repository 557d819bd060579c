//! A thousand certificates in one run, with frame and square; and the words alone, as a mail merge sets them.

use std::time::Duration;

use domain::Error;
use print::{Certificate, Paper, Press, samples};

use super::{Bench, Result, median, timed};

/// Certificates of a run.
const COUNT: usize = 1_000;
/// Ticks of the clock of processes a second.
const TICKS: u64 = 100;

/// What all threads of this process had of the processors.
fn of_all_threads() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = told.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // User and system time are the 14th and 15th; the first two stand before.
    let ticks: u64 =
        after.split(' ').skip(11).take(2).filter_map(|text| text.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 1_000 / TICKS)
}

/// The first sample, so many times, with other names, numbers and squares.
fn run(with_frame_and_square: bool) -> Result<Paper> {
    let Some((_, Paper::Certificates(mut run))) = samples().into_iter().next() else {
        return Err(Error::Broken("không có giấy mẫu".to_owned()));
    };
    let first = run.pages[0].clone();
    let page = |number: usize| {
        let letter = |at: usize| char::from(b'A' + ((at * 7 + number * 13) % 26) as u8);
        let letters: String = (0..420).map(letter).collect();
        let mut page: Certificate = first.clone();
        page.name = format!("{} {number}", first.name);
        page.number = Some(format!("{number}/2024"));
        page.square = page.square.filter(|_| with_frame_and_square);
        if let Some(square) = &mut page.square {
            square.text = format!("https://cong-doan.vn/xac-minh/K7M2-9QXT-4A0C#{letters}");
        }
        page
    };
    run.pages = (1..=COUNT).map(page).collect();
    run.frame = with_frame_and_square;
    Ok(Paper::Certificates(run))
}

impl Bench {
    pub(super) fn certificates(&mut self) -> Result<()> {
        let press = Press::inside();
        for (what, whole) in [("frame and square", true), ("words alone", false)] {
            let paper = run(whole)?;
            let (mut times, mut processor, mut bytes) = (Vec::new(), Vec::new(), 0);
            for _ in 0..self.runs {
                let before = of_all_threads();
                let set =
                    || press.pdf(&paper).map_err(|refusal| Error::Broken(refusal.to_string()));
                let (made, time) = timed(set)?;
                processor.push(of_all_threads().saturating_sub(before));
                times.push(time);
                bytes = made.len();
            }
            let note = format!(
                "{} ms of processor time, {} kB",
                median(processor).as_millis(),
                bytes / 1_000
            );
            self.tell(&format!("{COUNT} certificates, {what}"), median(times), None, note);
        }
        Ok(())
    }
}
