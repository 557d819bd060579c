//! A thousand certificates in one run: `cargo run --release -p print --example speed [N] [FILE.pdf]`.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::time::Instant;

use print::{Certificate, Certificates, Day, Paper, Press, Signing, Square};

fn certificate(number: usize, day: Day) -> Certificate {
    let own = str::to_owned;
    // As many letters as facts and signature of a true one have, and no two alike.
    let letters: String =
        (0..420).map(|at| char::from(b'A' + ((at * 7 + number * 13) % 26) as u8)).collect();
    Certificate {
        issuer: vec![own("BAN CHẤP HÀNH"), own("LIÊN ĐOÀN LAO ĐỘNG QUẬN THANH XUÂN")],
        award: own("GIẤY KHEN"),
        named: None,
        name: format!("Bà Nguyễn Thị Hòa {number}"),
        unit: Some(own("Chủ tịch Công đoàn cơ sở Công ty Cổ phần May Hạ Đình")),
        content: own("Đã có thành tích xuất sắc trong phong trào thi đua lao động giỏi năm 2023"),
        place: own("Hà Nội"),
        dated: day.in_words(),
        signing: Signing {
            lines: vec![own("TM. BAN CHẤP HÀNH"), own("CHỦ TỊCH")],
            name: own("Trần Văn Lợi"),
        },
        decision: own("12/QĐ-LĐLĐ"),
        decided: day.in_words(),
        number: Some(format!("{number}/2024")),
        square: Some(Square {
            text: format!("https://cong-doan.vn/xac-minh/K7M2-9QXT-4A0C#{letters}"),
            code: own("K7M2-9QXT-4A0C"),
        }),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let day = Day { year: 2024, month: 1, day: 15 };
    let pages = (1..=count).map(|number| certificate(number, day)).collect();
    let paper = Paper::Certificates(Certificates {
        title: "Giấy khen".to_owned(),
        day,
        frame: true,
        pages,
    });
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
