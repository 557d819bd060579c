//! Papers to try templates on. Nobody in them is a real person.

use crate::paper::{
    Align, Annex, Certificate, Certificates, Column, Day, Decision, Form, Head, Minutes, Paper,
    Part, Row, Signing, Square, Submission, Table,
};

pub(crate) fn strings(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

pub(crate) fn signing() -> Signing {
    Signing {
        lines: strings(&["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]), name: "Trần Văn Lợi".to_owned()
    }
}

pub(crate) fn head() -> Head {
    Head {
        above: strings(&["LIÊN ĐOÀN LAO ĐỘNG", "THÀNH PHỐ HÀ NỘI"]),
        body: strings(&["LIÊN ĐOÀN LAO ĐỘNG", "QUẬN THANH XUÂN"]),
        symbol: "12/QĐ-LĐLĐ".to_owned(),
        place: "Hà Nội".to_owned(),
        day: Day { year: 2024, month: 1, day: 5 },
    }
}

pub(crate) fn certificate(name: &str) -> Certificate {
    Certificate {
        issuer: strings(&["BAN CHẤP HÀNH", "LIÊN ĐOÀN LAO ĐỘNG QUẬN THANH XUÂN"]),
        award: "GIẤY KHEN".to_owned(),
        named: None,
        name: name.to_owned(),
        unit: Some("Chủ tịch Công đoàn cơ sở Công ty Cổ phần May Hạ Đình".to_owned()),
        content:
            "Đã có thành tích xuất sắc trong phong trào thi đua lao động giỏi và xây dựng tổ chức \
                  Công đoàn vững mạnh năm 2023"
                .to_owned(),
        place: "Hà Nội".to_owned(),
        dated: Day { year: 2024, month: 1, day: 15 }.in_words(),
        signing: signing(),
        decision: "12/QĐ-LĐLĐ".to_owned(),
        decided: Day { year: 2024, month: 1, day: 15 }.in_words(),
        number: Some("62".to_owned()),
        square: Some(Square {
            text: format!("https://cong-doan.vn/xac-minh/K7M2-9QXT-4A#{}", "ABCDEFGH".repeat(48)),
            code: "K7M2-9QXT-4A".to_owned(),
        }),
    }
}

pub(crate) fn certificates(pages: Vec<Certificate>) -> Paper {
    let day = Day { year: 2024, month: 1, day: 15 };
    Paper::Certificates(Certificates { title: "Giấy khen".to_owned(), day, frame: true, pages })
}

pub(crate) fn list(rows: usize) -> Table {
    let column = |title: &str, share, align| Column { title: title.to_owned(), share, align };
    let row = |at: usize| Row {
        cells: vec![
            (at + 1).to_string(),
            format!("Nguyễn Thị Hòa {}", at + 1),
            "Chủ tịch Công đoàn cơ sở Công ty Cổ phần May Hạ Đình".to_owned(),
        ],
        strong: false,
    };
    Table {
        columns: vec![
            column("TT", 1, Align::Center),
            column("Họ và tên", 4, Align::Left),
            column("Chức vụ, đơn vị", 7, Align::Left),
        ],
        rows: (0..rows).map(row).collect(),
    }
}

pub(crate) fn decision(rows: usize) -> Paper {
    Paper::Decision(Decision {
        head: head(),
        about: "Về việc khen thưởng phong trào thi đua năm 2023".to_owned(),
        authority: strings(&["BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG QUẬN THANH XUÂN"]),
        grounds: strings(&[
            "Căn cứ Điều lệ Công đoàn Việt Nam;",
            "Căn cứ Quy chế khen thưởng của tổ chức Công đoàn;",
            "Xét đề nghị của Hội đồng Thi đua - Khen thưởng Liên đoàn Lao động quận Thanh Xuân,",
        ]),
        articles: strings(&[
            "Tặng Giấy khen cho 64 cá nhân đã có thành tích xuất sắc trong phong trào thi đua lao động giỏi và xây \
             dựng tổ chức Công đoàn vững mạnh năm 2023 (có danh sách kèm theo).",
            "Mức thưởng kèm theo thực hiện theo quy định hiện hành, chi từ nguồn tài chính công đoàn.",
            "Văn phòng Liên đoàn Lao động quận, các đơn vị liên quan và các cá nhân có tên tại Điều 1 chịu trách \
             nhiệm thi hành Quyết định này./.",
        ]),
        receivers: strings(&["Như Điều 3", "LĐLĐ thành phố (để báo cáo)", "Lưu: VT"]),
        signing: signing(),
        annexes: vec![Annex {
            title: "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN".to_owned(),
            of: "(Kèm theo Quyết định số 12/QĐ-LĐLĐ ngày 05 tháng 01 năm 2024)".to_owned(),
            table: list(rows),
        }],
    })
}

pub(crate) fn submission() -> Paper {
    Paper::Submission(Submission {
        head: Head { symbol: "03/TTr-LĐLĐ".to_owned(), ..head() },
        about: "Về việc đề nghị tặng Bằng khen năm 2023".to_owned(),
        to: strings(&["Ban Thường vụ Liên đoàn Lao động thành phố Hà Nội"]),
        paragraphs: strings(&[
            "Thực hiện kế hoạch khen thưởng năm 2023, Liên đoàn Lao động quận Thanh Xuân đã tổ chức bình xét.",
            "Kính đề nghị Ban Thường vụ xem xét, quyết định./.",
        ]),
        receivers: strings(&["Như trên", "Lưu: VT"]),
        signing: signing(),
        annexes: Vec::new(),
    })
}

pub(crate) fn minutes() -> Paper {
    let column = |title: &str, share, align| Column { title: title.to_owned(), share, align };
    let votes = Table {
        columns: vec![
            column("Trường hợp", 5, Align::Left),
            column("Đồng ý", 2, Align::Right),
            column("Không đồng ý", 2, Align::Right),
        ],
        rows: vec![Row { cells: strings(&["Nguyễn Thị Hòa", "9", "0"]), strong: false }],
    };
    Paper::Minutes(Minutes {
        head: Head { symbol: "02/BB-HĐTĐKT".to_owned(), ..head() },
        about: "Họp Hội đồng Thi đua - Khen thưởng".to_owned(),
        parts: vec![
            Part {
                title: "I. Thành phần".to_owned(),
                paragraphs: strings(&["Có mặt 9/9 thành viên Hội đồng."]),
                table: None,
            },
            Part {
                title: "II. Kết quả bỏ phiếu".to_owned(),
                paragraphs: strings(&["Hội đồng bỏ phiếu kín, kết quả như sau:"]),
                table: Some(votes),
            },
        ],
        secretary: Signing {
            lines: strings(&["THƯ KÝ"]), name: "Lê Thị Bích Vân".to_owned()
        },
        chair: Signing { lines: strings(&["CHỦ TRÌ"]), name: "Trần Văn Lợi".to_owned() },
    })
}

pub(crate) fn form(landscape: bool) -> Paper {
    let mut table = list(3);
    table.rows.push(Row { cells: strings(&["", "Cộng", "3"]), strong: true });
    Paper::Form(Form {
        head: Head { symbol: String::new(), ..head() },
        title: "BÁO CÁO ĐOÀN VIÊN 6 THÁNG ĐẦU NĂM 2024".to_owned(),
        facts: strings(&["Đơn vị: LĐLĐ quận Thanh Xuân", "Tính đến hết ngày 30/6/2024"]),
        landscape,
        table,
        notes: strings(&["(1) Ô do người lập điền tay."]),
        signing: vec![
            Signing {
                lines: strings(&["NGƯỜI LẬP"]), name: "Lê Thị Bích Vân".to_owned()
            },
            signing(),
        ],
    })
}

/// One of each paper, with the name of its file.
#[must_use]
pub fn samples() -> Vec<(&'static str, Paper)> {
    let two = vec![certificate("Bà Nguyễn Thị Hòa"), certificate("Ông Hồ Sỹ Nguyên")];
    vec![
        ("certificates", certificates(two)),
        ("decision", decision(60)),
        ("submission", submission()),
        ("minutes", minutes()),
        ("form", form(false)),
        ("form-landscape", form(true)),
    ]
}
