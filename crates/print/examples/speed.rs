//! A thousand certificates in one run: `cargo run --release -p print --example speed [N] [FILE.pdf]`.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::time::Instant;

use print::{Paper, Press, samples};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let Some((_, Paper::Certificates(mut run))) = samples().into_iter().next() else {
        return Err("no sample".into());
    };
    let first = run.pages[0].clone();
    let page = |number: usize| {
        // As many letters as facts and signature of a true one have, and no two alike.
        let letter = |at: usize| char::from(b'A' + ((at * 7 + number * 13) % 26) as u8);
        let letters: String = (0..420).map(letter).collect();
        let mut page = first.clone();
        page.name = format!("{} {number}", first.name);
        if let Some(square) = &mut page.square {
            square.text = format!("https://cong-doan.vn/xac-minh/K7M2-9QXT-4A0C#{letters}");
        }
        page
    };
    run.pages = (1..=count).map(page).collect();
    let paper = Paper::Certificates(run);
    let press = Press::inside();
    let began = Instant::now();
    let bytes = press.pdf(&paper)?;
    println!("{count} certificates: {:?}, {} bytes", began.elapsed(), bytes.len());
    // Where the system tells it: what the program ever held at once.
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("{line}"));
    }
    if let Some(file) = arguments.next() {
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
