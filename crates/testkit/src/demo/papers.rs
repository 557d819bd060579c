//! The register of a ward: papers that came with their files, and its own with their numbers.

use domain::Result;
use domain::accounts::{actor_of, find_account};
use domain::documents::{DocumentRef, Kind, NewEntry, NewIssue, Way, Which, enter, issue};
use domain::units::scope_of_code;
use kernel::{Actor, Day};

use super::teller::{CITY_OFFICE, Teller};

/// Whose register it is, and who keeps it.
const WARD: (&str, &str) = ("cd-phuong-hoan-kiem", "hoankiem");

impl Teller {
    /// Enters what came in the last weeks, and numbers what was issued.
    pub(super) fn keep_papers(&self, on: Day) -> Result<()> {
        let operator = Actor::operator(CITY_OFFICE);
        let unit = scope_of_code(&self.app, &operator, WARD.0)?;
        let clerk = actor_of(&self.app, &find_account(&self.app, &operator, WARD.1)?)?;
        for (number, kind, days, title) in [
            (
                "215/KH-LĐLĐ",
                Kind::Plan,
                20,
                "Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở quý IV năm 2026",
            ),
            (
                "231/HD-LĐLĐ",
                Kind::Guidance,
                9,
                "Hướng dẫn tổ chức hội nghị người lao động năm 2027",
            ),
        ] {
            let issued_on = Some(on.plus(-days));
            let (number, issuer, title) =
                (number.to_owned(), CITY_OFFICE.to_owned(), title.to_owned());
            let file = (format!("{}.pdf", number.replace('/', "-")), one_page(&number));
            let paper = DocumentRef { number, issued_on, issuer, title };
            let came = on.plus(3 - days);
            let new = NewEntry { unit, way: Way::Incoming, kind, on: came, note: None };
            enter(&self.app, &clerk, &Which::Borne(paper), &new, Some((&file.0, &file.1)))?;
        }
        for (kind, symbol, days, title) in [
            (Kind::Decision, "QĐ-CĐP", 8, "Công nhận tổ công đoàn của khối nhà hàng, khách sạn"),
            (Kind::Decision, "QĐ-CĐP", 5, "Cử cán bộ công đoàn dự lớp bồi dưỡng nghiệp vụ"),
            (
                Kind::Notice,
                "TB-CĐP",
                4,
                "Thông báo lịch giao ban công đoàn cơ sở tháng 11 năm 2026",
            ),
        ] {
            let (symbol, title) = (symbol.to_owned(), title.to_owned());
            let issued_on = on.plus(-days);
            issue(
                &self.app,
                &clerk,
                &NewIssue { unit, kind, symbol, issued_on, title, first: None },
                None,
            )?;
        }
        Ok(())
    }
}

/// A PDF of one page that says a number; marks are left out, for its font has none.
pub(super) fn one_page(number: &str) -> Vec<u8> {
    let said = vietnamese::fold::fold(number).to_uppercase();
    let drawn = format!("BT /F1 18 Tf 72 760 Td (Van ban mau so {said}) Tj ET");
    let parts = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut text = String::from("%PDF-1.4\n");
    let mut places = String::new();
    for (place, part) in parts.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{} 0 obj\n{part}\nendobj\n", place + 1));
    }
    let start = text.len();
    text.push_str(&format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    text.into_bytes()
}
