//! The accounts of what unions did: conferences, dialogues, classes, congresses, the Party, care, agreements.
//!
//! All of them are plain counts: nothing here feeds a stock. What an upper office did itself is counted on an account of
//! its own, [`OWN`] further on, so that it is never added to what its units did.

use kernel::Text;

use super::{Account, CountKind, Definition, Role};

/// The distance from an account of the units to that of the upper offices' own activity.
pub const OWN: i32 = 500;
/// Where the accounts of units lie.
const UNITS: std::ops::Range<i32> = 300..500;

/// Whether a number is one of these accounts.
pub(super) const fn holds(number: i32) -> bool {
    (UNITS.start <= number && number < UNITS.end)
        || (UNITS.start + OWN <= number && number < UNITS.end + OWN)
}

impl Account {
    /// The account of an upper office's own activity that stands beside this one.
    #[must_use]
    pub const fn own(self) -> Self {
        Self(self.0 + OWN)
    }
}

macro_rules! plain {
    ($($constant:ident = $number:literal $code:literal $kind:ident $vi:literal / $en:literal;)*) => {
        $(#[doc = $en] pub const $constant: Account = Account($number);)*
        /// The accounts in their printed order.
        pub const ACTIVITIES: &[Definition] = &[$(Definition {
            account: Account($number), code: $code, kind: CountKind::$kind, role: Role::Plain, stock: Account(0),
            name: Text::new($vi, $en),
        },)*];
    };
}

plain! {
    CONFERENCES_OFFICIALS = 300 "conferences.officials" Units "Đơn vị tổ chức hội nghị cán bộ, công chức, viên chức" / "Units that held a conference of officials";
    CONFERENCES_WORKERS = 301 "conferences.workers" Units "Đơn vị ngoài nhà nước tổ chức hội nghị người lao động" / "Non-state units that held a workers' conference";
    CONFERENCES_STATE = 302 "conferences.workers.state" Units "Doanh nghiệp nhà nước tổ chức hội nghị người lao động" / "State enterprises that held a workers' conference";
    CONFERENCES_EXTRA = 303 "conferences.extraordinary" Meetings "Hội nghị bất thường" / "Extraordinary conferences";
    CONFERENCES_PRESENT = 304 "conferences.attendances" Attendances "Lượt người dự hội nghị" / "Attendances at conferences";
    DIALOGUES_HELD = 310 "dialogues" Units "Đơn vị ngoài nhà nước tổ chức đối thoại định kỳ" / "Non-state units that held a periodic dialogue";
    DIALOGUES_STATE = 311 "dialogues.state" Units "Doanh nghiệp nhà nước tổ chức đối thoại định kỳ" / "State enterprises that held a periodic dialogue";
    DIALOGUES_PERIODIC = 312 "dialogues.periodic" Meetings "Cuộc đối thoại định kỳ" / "Periodic dialogues";
    DIALOGUES_ON_REQUEST = 313 "dialogues.on_request" Meetings "Cuộc đối thoại khi có yêu cầu" / "Dialogues on request";
    DIALOGUES_BY_CASE = 314 "dialogues.by_case" Meetings "Cuộc đối thoại theo vụ việc" / "Dialogues by case";
    DIALOGUES_ADVICE = 315 "dialogues.advice" Meetings "Buổi đối thoại, tư vấn" / "Advice dialogues";
    DIALOGUES_ADVICE_PRESENT = 316 "dialogues.advice.attendances" Attendances "Lượt người dự đối thoại, tư vấn" / "Attendances at advice dialogues";
    PETITIONS_RAISED = 320 "petitions.raised" Petitions "Kiến nghị của người lao động" / "Petitions raised";
    PETITIONS_ANSWERED = 321 "petitions.answered" Petitions "Kiến nghị đã được trả lời" / "Petitions answered";
    CLASSES_PLANNED = 330 "classes.planned" Classes "Lớp tập huấn theo kế hoạch" / "Classes planned";
    CLASSES_PLANNED_CHAIRS = 331 "classes.planned.chairs" Classes "Lớp theo kế hoạch cho chủ tịch công đoàn cơ sở" / "Classes planned for chairs";
    CLASSES = 332 "classes" Classes "Lớp tập huấn đã mở" / "Classes held";
    CLASSES_CHAIRS = 333 "classes.chairs" Classes "Lớp đã mở cho chủ tịch công đoàn cơ sở" / "Classes held for chairs";
    CLASSES_PRESENT = 334 "classes.attendances" Attendances "Lượt người dự lớp" / "Attendances at classes";
    CONGRESSES = 340 "congresses" Units "Đại hội công đoàn cơ sở" / "Congresses of grassroots unions";
    COMMITTEES = 341 "committees.consolidated" Units "Kiện toàn ban chấp hành, ủy ban kiểm tra" / "Committees consolidated";
    PARTY_INTRODUCED = 350 "party.introduced" People "Đoàn viên ưu tú giới thiệu cho Đảng" / "Members introduced to the Party";
    PARTY_ADMITTED = 351 "party.admitted" People "Đoàn viên ưu tú được kết nạp Đảng" / "Members admitted to the Party";
    CARE_PEOPLE = 360 "care.attendances" Attendances "Lượt người được chăm lo" / "Attendances of people cared for";
    CARE_COST = 361 "care.cost" Dong "Kinh phí chăm lo (đồng)" / "Cost of care (đồng)";
    CARE_TET = 362 "care.tet" Attendances "Suất quà Tết" / "Gifts at Tết";
    CARE_HOUSES = 363 "care.houses" Houses "Nhà Mái ấm Công đoàn" / "Mái ấm houses";
    CARE_ILLNESS = 364 "care.illness" Attendances "Lượt đoàn viên bệnh hiểm nghèo được trợ giúp" / "Members with grave illness helped";
    CARE_HARDSHIP = 365 "care.hardship" Attendances "Lượt đoàn viên khó khăn được trợ giúp" / "Members in hardship helped";
    CARE_HEALTH = 366 "care.health_checks" Attendances "Lượt người được khám sức khỏe" / "Health checks";
    CARE_BLOOD = 367 "care.blood" BloodUnits "Đơn vị máu hiến" / "Units of blood given";
    AGREEMENTS = 380 "agreements.signed" Agreements "Thỏa ước lao động tập thể ký mới, ký lại" / "Collective agreements signed";
    INSPECTIONS = 390 "inspections" Meetings "Cuộc kiểm tra, giám sát của cơ sở" / "Inspections by units";
    ADVICE_CASES = 391 "advice.cases" Cases "Vụ việc cơ sở tư vấn pháp luật" / "Cases of legal advice by units";
    ADVICE_PEOPLE = 392 "advice.people" Attendances "Lượt người cơ sở tư vấn pháp luật" / "People given legal advice by units";
    DISPUTES = 393 "disputes" Cases "Vụ tranh chấp lao động tập thể" / "Collective disputes";
    STOPPAGES = 394 "stoppages" Cases "Vụ ngừng việc tập thể, đình công" / "Stoppages";
    STOPPAGES_WORKERS = 395 "stoppages.workers" Attendances "Lượt người tham gia ngừng việc" / "Workers in stoppages";
    CANDIDATES = 396 "candidates" People "Người cơ sở giới thiệu ứng cử hội đồng nhân dân" / "Candidates introduced by units";

    DIALOGUES_ADVICE_OWN = 815 "dialogues.advice.own" Meetings "Buổi đối thoại, tư vấn do công đoàn cấp trên tổ chức" / "Advice dialogues held by upper offices themselves";
    DIALOGUES_ADVICE_PRESENT_OWN = 816 "dialogues.advice.attendances.own" Attendances "Lượt người dự đối thoại, tư vấn do công đoàn cấp trên tổ chức" / "Attendances at upper offices' advice dialogues";
    CLASSES_PLANNED_OWN = 830 "classes.planned.own" Classes "Lớp tập huấn công đoàn cấp trên lập kế hoạch" / "Classes planned by upper offices";
    CLASSES_PLANNED_CHAIRS_OWN = 831 "classes.planned.chairs.own" Classes "Trong đó lớp cho chủ tịch công đoàn cơ sở" / "Planned by upper offices for chairs";
    CLASSES_OWN = 832 "classes.own" Classes "Lớp tập huấn công đoàn cấp trên đã mở" / "Classes held by upper offices";
    CLASSES_CHAIRS_OWN = 833 "classes.chairs.own" Classes "Trong đó lớp đã mở cho chủ tịch công đoàn cơ sở" / "Held by upper offices for chairs";
    CLASSES_PRESENT_OWN = 834 "classes.attendances.own" Attendances "Lượt người dự lớp do công đoàn cấp trên mở" / "Attendances at upper offices' classes";
    CARE_PEOPLE_OWN = 860 "care.attendances.own" Attendances "Lượt người công đoàn cấp trên chăm lo" / "Attendances of people cared for by upper offices";
    CARE_COST_OWN = 861 "care.cost.own" Dong "Kinh phí chăm lo của công đoàn cấp trên (đồng)" / "Cost of upper offices' care (đồng)";
    CARE_TET_OWN = 862 "care.tet.own" Attendances "Suất quà Tết của công đoàn cấp trên" / "Gifts at Tết by upper offices";
    CARE_HOUSES_OWN = 863 "care.houses.own" Houses "Nhà Mái ấm do công đoàn cấp trên trao" / "Mái ấm houses handed over by upper offices";
    CARE_ILLNESS_OWN = 864 "care.illness.own" Attendances "Lượt bệnh hiểm nghèo công đoàn cấp trên trợ giúp" / "Grave illness helped by upper offices";
    CARE_HARDSHIP_OWN = 865 "care.hardship.own" Attendances "Lượt khó khăn công đoàn cấp trên trợ giúp" / "Hardship helped by upper offices";
    CARE_HEALTH_OWN = 866 "care.health_checks.own" Attendances "Lượt khám sức khỏe do công đoàn cấp trên tổ chức" / "Health checks by upper offices";
    CARE_BLOOD_OWN = 867 "care.blood.own" BloodUnits "Đơn vị máu hiến do công đoàn cấp trên tổ chức" / "Units of blood given, by upper offices";
    INSPECTIONS_OWN = 890 "inspections.own" Meetings "Cuộc kiểm tra, giám sát của công đoàn cấp trên" / "Inspections by upper offices";
    ADVICE_CASES_OWN = 891 "advice.cases.own" Cases "Vụ việc công đoàn cấp trên tư vấn pháp luật" / "Cases of legal advice by upper offices";
    ADVICE_PEOPLE_OWN = 892 "advice.people.own" Attendances "Lượt người công đoàn cấp trên tư vấn pháp luật" / "People given legal advice by upper offices";
    CANDIDATES_OWN = 896 "candidates.own" People "Người công đoàn cấp trên giới thiệu ứng cử hội đồng nhân dân" / "Candidates introduced by upper offices";
}

/// The entry of one of these accounts.
pub(super) fn definition(account: Account) -> Option<&'static Definition> {
    ACTIVITIES.iter().find(|each| each.account == account)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_own_account_stands_beside_one_of_the_units_and_counts_the_same_kind() {
        for each in ACTIVITIES.iter().filter(|each| each.account.0 >= UNITS.start + OWN) {
            let beside = Account(each.account.0 - OWN);
            assert_eq!(definition(beside).map(|unit| unit.kind), Some(each.kind), "{}", each.code);
            assert!(each.code.ends_with(".own") && holds(each.account.0) && holds(beside.0));
        }
    }
}
