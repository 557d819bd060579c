//! What may stand on a certificate, in the order of precedence.

use kernel::{Day, Refusal, UnitKind};

use crate::awards::{Form, Level};

use super::model::{CertificateFacts, NewDelivery, Public, What};
use super::payload::{FACTS_MAX, bytes_of};

/// Certificates issued by one decision at most: as many as are printed in one run.
pub(super) const ISSUED_MAX: usize = 2_000;
const LINE_MAX: usize = 300;
const CONTENT_MAX: usize = 1_500;
/// No gift of money reaches a billion đồng.
const MOST_VND: i64 = 1_000_000_000;

/// The series of what is neither certificate, merit certificate nor medal: titles, prizes, praise.
pub(super) const TESTIMONIAL: &str = "GCN";

/// The series from which an honour's certificate takes its number.
pub fn series_of(form: Form) -> &'static str {
    match form {
        Form::Certificate => "GK",
        Form::Merit => "BK",
        Form::Medal => "KNC",
        Form::Title | Form::Flag | Form::Prize | Form::Praised | Form::Exemplar | Form::Worker => {
            TESTIMONIAL
        }
    }
}

/// Whether an office of a kind decides at a level itself.
pub fn is_of_level(kind: UnitKind, level: Level) -> bool {
    use UnitKind as K;
    match level {
        Level::Grassroots => {
            matches!(kind, K::Grassroots | K::Guild | K::MemberUnion | K::Section | K::Group)
        }
        Level::District => matches!(kind, K::District | K::WardUnion | K::Sector),
        Level::City => matches!(kind, K::Province | K::Sector),
        Level::Tld => kind == K::Confederation,
        Level::State => false,
    }
}

/// Refuses where another level decided: its office gives the certificate.
pub(super) fn must_give(kind: UnitKind, level: Level, decided_by: &str) -> Result<(), Refusal> {
    if is_of_level(kind, level) {
        return Ok(());
    }
    Err(Refusal::new(
        "given_by_another_level",
        format!("{decided_by} quyết định khen thưởng này nên giấy do nơi ấy cấp"),
        "Ở đây chỉ ghi danh sách; giấy cấp trong sổ của nơi quyết định",
    ))
}

/// Refuses facts that cannot stand on a certificate.
pub(super) fn must_stand(facts: &CertificateFacts, today: Day) -> Result<(), Refusal> {
    let told = [
        (&facts.series, "ký hiệu của sổ số"),
        (&facts.award, "tên hình thức khen thưởng"),
        (&facts.recipient, "người hoặc tập thể được nhận"),
        (&facts.content, "thành tích"),
        (&facts.decision, "số quyết định"),
        (&facts.place, "nơi ký"),
        (&facts.signer.name, "người ký"),
    ];
    for (text, what) in told {
        if text.trim().is_empty() {
            return Err(Refusal::new(
                "certificate_incomplete",
                format!("Giấy thiếu {what}"),
                "Bổ sung rồi cấp lại",
            ));
        }
    }
    if facts.issuer.is_empty() || facts.signer.lines.is_empty() {
        return Err(Refusal::new(
            "certificate_incomplete",
            "Giấy thiếu nơi cấp hoặc chức vụ người ký",
            "Bổ sung rồi cấp lại",
        ));
    }
    let lines = told.iter().map(|(text, _)| *text).filter(|text| **text != facts.content);
    let more = facts.issuer.iter().chain(&facts.signer.lines);
    let more = more.chain(&facts.named).chain(&facts.recipient_of);
    let is_long = |text: &String, most: usize| text.chars().count() > most;
    let has_break = |text: &String| text.chars().any(char::is_control);
    let mut all = lines.chain(more);
    if all.clone().any(|text| is_long(text, LINE_MAX)) || is_long(&facts.content, CONTENT_MAX) {
        return Err(Refusal::new(
            "certificate_too_long",
            format!(
                "Một dòng trên giấy dài quá {LINE_MAX} chữ, hoặc thành tích dài quá {CONTENT_MAX} chữ"
            ),
            "Viết gọn lại để vừa một trang giấy",
        ));
    }
    if all.any(has_break) || has_break(&facts.content) {
        return Err(Refusal::new(
            "certificate_bad_text",
            "Có ký tự xuống dòng hoặc ký tự điều khiển trong một dòng của giấy",
            "Xóa ký tự ấy rồi cấp lại",
        ));
    }
    if facts.decided_on > today {
        return Err(Refusal::new(
            "after_last_day",
            format!("Quyết định mang ngày {}, còn ở tương lai", facts.decided_on.vi()),
            "Cấp giấy khi quyết định đã ký",
        ));
    }
    Ok(())
}

/// Refuses public facts that no square of a certificate holds well.
pub(super) fn must_fit(facts: &Public) -> Result<(), Refusal> {
    if bytes_of(facts).len() <= FACTS_MAX {
        return Ok(());
    }
    Err(Refusal::new(
        "certificate_too_long",
        "Tên người nhận, hình thức khen thưởng và nơi cấp dài quá mức in được thành mã vuông",
        "Viết gọn tên hình thức hoặc nơi cấp",
    ))
}

/// Refuses a delivery that says nothing or nonsense.
pub(super) fn must_be_handed(
    new: &NewDelivery,
    decided_on: Day,
    today: Day,
) -> Result<(), Refusal> {
    let receiver = new.receiver.trim();
    let told = match new.what {
        What::Paper => true,
        What::Money => new.amount_vnd.is_some_and(|amount| (1..=MOST_VND).contains(&amount)),
        What::Item => new.item.as_deref().is_some_and(|item| !item.trim().is_empty()),
    };
    let long = |text: &str| text.chars().count() > LINE_MAX || text.chars().any(char::is_control);
    if receiver.is_empty() || !told || long(receiver) || new.item.as_deref().is_some_and(long) {
        return Err(Refusal::new(
            "delivery_incomplete",
            "Thiếu người nhận, số tiền hoặc tên hiện vật",
            "Ghi ai đã nhận; tiền thì ghi số đồng, hiện vật thì ghi tên",
        ));
    }
    if new.on < decided_on || new.on > today {
        return Err(Refusal::new(
            "delivery_bad_day",
            format!("Ngày trao {} trước ngày quyết định hoặc còn ở tương lai", new.on.vi()),
            format!("Ghi ngày từ {} đến hôm nay", decided_on.vi()),
        ));
    }
    Ok(())
}
