//! scratch
#[test]
fn builds() {
    let test = db::testing::sqlite();
    let start = std::time::Instant::now();
    let mut lap = std::time::Instant::now();
    let built = testkit::demo::build(test.again(), domain::people::Keys::from_secret(&[7; 32]), &mut |what| {
        println!("{:>8.2?} {what}", lap.elapsed());
        lap = std::time::Instant::now();
    });
    println!("{built:?} {:?}", start.elapsed());
    built.unwrap();
    let app = domain::App::open(test.again(), std::sync::Arc::new(kernel::SystemClock), domain::people::Keys::from_secret(&[7; 32])).unwrap();
    let actor = kernel::Actor::operator("x");
    for (scope, period) in [("thanh-xuan","2023"),("thanh-xuan","2024-H1"),("thanh-xuan","2024"),("hoan-kiem","2021-H1"),("hai-ba-trung","2024"),("nam-tu-liem","2024"),("ha-noi","2024"),("ha-noi","2025-07"),("ha-noi","2026"),("tld","2026")] {
        let query = domain::figures::Query::of(scope, kernel::Period::parse(period).unwrap());
        let set = domain::figures::figures(&app, &actor, &query).unwrap();
        println!("== {scope} {period}");
        for f in &set.figures { if f.value != Some(0) { print!("{}={}{}; ", f.indicator, f.value.unwrap_or(-1), f.target.map(|t| format!("/{t} {}", f.percent_vi.clone().unwrap_or_default())).unwrap_or_default()); } }
        println!();
    }
    let start = std::time::Instant::now();
    let report = domain::books::doctor::examine(&app, &actor, &mut |_| {}).unwrap();
    println!("{report:?} {:?}", start.elapsed());
}
