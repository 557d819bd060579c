use intake::*;
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let start = std::time::Instant::now();
    let wb = sheets::read_bytes(&file, &bytes, &sheets::Limits::default()).unwrap();
    println!("sheets {:?}", start.elapsed());
    let kind = match std::env::args().nth(2).as_deref() {
        Some("units") => Kind::Units,
        Some("movements") => Kind::Movements,
        Some("targets") => Kind::Targets,
        _ => Kind::Members,
    };
    let options = Options::new(kind, jiff::civil::date(2026, 11, 22));
    let n: usize = std::env::args().nth(3).map_or(5, |n| n.parse().unwrap());
    for _ in 0..n {
        let start = std::time::Instant::now();
        let r = read(&wb, &options);
        println!(
            "intake {:?} {:?}",
            start.elapsed(),
            r.sheets.iter().map(|s| s.counts).collect::<Vec<_>>()
        );
    }
}
