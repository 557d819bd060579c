//! The certificates of one list of honours: issued, handed over, one of them revoked for a wrong name and issued anew.

use domain::Result;
use domain::awards::{Form, commendations};
use domain::certificates::{
    NewDelivery, Signer, What, Wording, awaiting, deliver, issue_for_honours, one, revoke,
};
use kernel::{Actor, Day, Period};

use super::districts::TX;
use super::teller::{CITY_OFFICE, Teller};

/// The day of the decision of 2023's honours, and of its ceremony.
const DAY: &str = "2024-01-17";
/// Who decided.
const ISSUER: &str = "LĐLĐ quận Thanh Xuân";
/// How many took theirs at the ceremony.
const TAKEN: usize = 60;

impl Teller {
    /// Issues the giấy khen of the decision of 17/1/2024.
    pub(super) fn certify(&mut self) -> Result<()> {
        let (actor, day) = (Actor::operator(CITY_OFFICE), Day::parse(DAY)?);
        let scope = (self.districts[TX], false);
        let found = commendations(&self.app, &actor, scope, Period::inclusive(day, day), (0, 50))?;
        let mut list = None;
        for row in found {
            let lines = awaiting(&self.app, &actor, row.id).map(|waiting| waiting.lines);
            if lines.is_ok_and(|lines| lines.iter().any(|line| line.form == Form::Certificate)) {
                list = Some(row.id);
            }
        }
        let Some(list) = list else { return Ok(()) };
        let issued = issue_for_honours(&self.app, &actor, list, &wording())?;
        for each in issued.iter().take(TAKEN) {
            let receiver = one(&self.app, &actor, each.id)?.certificate.recipient;
            let new = NewDelivery {
                certificate: each.id,
                what: What::Paper,
                on: day,
                amount_vnd: None,
                item: None,
                receiver,
            };
            deliver(&self.app, &actor, &new)?;
        }
        if let Some(last) = issued.last() {
            let later = day.plus(14);
            let paper = self.issue(ISSUER, later, "Thu hồi giấy khen in sai tên đơn vị");
            revoke(&self.app, &actor, last.id, (later, "In sai tên đơn vị"), &paper)?;
            issue_for_honours(&self.app, &actor, list, &wording())?;
        }
        Ok(())
    }
}

fn wording() -> Wording {
    let own = str::to_owned;
    Wording {
        series: own("GK"),
        award: own("GIẤY KHEN"),
        named: None,
        content: own(
            "Đã có thành tích xuất sắc trong phong trào công nhân, viên chức, lao động và hoạt động công đoàn năm 2023",
        ),
        issuer: vec![own("BAN CHẤP HÀNH"), own("LIÊN ĐOÀN LAO ĐỘNG QUẬN THANH XUÂN")],
        place: own("Hà Nội"),
        signer: Signer {
            lines: vec![own("TM. BAN CHẤP HÀNH"), own("CHỦ TỊCH")],
            name: own("Nguyễn Minh Quang"),
        },
    }
}
