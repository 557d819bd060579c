//! The indicators of what unions did. What upper offices did themselves stands apart (`.own`) and is never added to the
//! sum of their units.

use kernel::Text;
use ledger::account::{CountKind, activities as a};

use super::What::During;
use super::{Indicator, Part, indicators};

indicators! { ACTIVITIES:
    "conferences.officials.held" Units Beside During(&[a::CONFERENCES_OFFICIALS]),
        "Đơn vị tổ chức hội nghị cán bộ, công chức, viên chức" / "Conferences of officials held",
        "Mỗi đơn vị tính một lần cho hội nghị của một năm; hội nghị bất thường tính riêng.";
    "conferences.workers.held" Units Beside During(&[a::CONFERENCES_WORKERS]),
        "Đơn vị ngoài nhà nước tổ chức hội nghị người lao động" / "Workers' conferences held, non-state",
        "Mỗi đơn vị tính một lần cho hội nghị của một năm; doanh nghiệp nhà nước tính riêng.";
    "conferences.workers.state.held" Units Beside During(&[a::CONFERENCES_STATE]),
        "Doanh nghiệp nhà nước tổ chức hội nghị người lao động" / "Workers' conferences held, state enterprises",
        "Mỗi đơn vị tính một lần cho hội nghị của một năm.";
    "conferences.extraordinary" Meetings Beside During(&[a::CONFERENCES_EXTRA]),
        "Hội nghị bất thường" / "Extraordinary conferences",
        "Cuộc; không tính vào số đơn vị đã tổ chức.";
    "conferences.attendances" Attendances Beside During(&[a::CONFERENCES_PRESENT]),
        "Lượt người dự hội nghị" / "Attendances at conferences",
        "Lượt người có mặt; một người dự hai lần là hai lượt.";
    "dialogues.held" Units Beside During(&[a::DIALOGUES_HELD]),
        "Đơn vị ngoài nhà nước tổ chức đối thoại định kỳ" / "Units that held a periodic dialogue, non-state",
        "Mỗi đơn vị tính một lần trong năm, ở cuộc thứ nhất.";
    "dialogues.state.held" Units Beside During(&[a::DIALOGUES_STATE]),
        "Doanh nghiệp nhà nước tổ chức đối thoại định kỳ" / "State enterprises that held a periodic dialogue",
        "Mỗi đơn vị tính một lần trong năm, ở cuộc thứ nhất.";
    "dialogues.periodic" Meetings Beside During(&[a::DIALOGUES_PERIODIC]),
        "Cuộc đối thoại định kỳ" / "Periodic dialogues",
        "Cuộc; một đơn vị có thể có nhiều cuộc.";
    "dialogues.on_request" Meetings Beside During(&[a::DIALOGUES_ON_REQUEST]),
        "Cuộc đối thoại khi có yêu cầu" / "Dialogues on request",
        "Cuộc.";
    "dialogues.by_case" Meetings Beside During(&[a::DIALOGUES_BY_CASE]),
        "Cuộc đối thoại theo vụ việc" / "Dialogues by case",
        "Cuộc.";
    "dialogues.advice" Meetings Beside During(&[a::DIALOGUES_ADVICE]),
        "Buổi đối thoại, tư vấn ở đơn vị" / "Advice dialogues of units",
        "Buổi do công đoàn cơ sở tổ chức.";
    "dialogues.advice.attendances" Attendances Beside During(&[a::DIALOGUES_ADVICE_PRESENT]),
        "Lượt người dự đối thoại, tư vấn ở đơn vị" / "Attendances at advice dialogues",
        "Lượt người.";
    "dialogues.advice.own" Meetings Beside During(&[a::DIALOGUES_ADVICE_OWN]),
        "Buổi đối thoại, tư vấn do công đoàn cấp trên tổ chức" / "Advice dialogues held by upper offices themselves",
        "Hoạt động của chính công đoàn cấp trên, không cộng với hoạt động của cơ sở.";
    "dialogues.advice.attendances.own" Attendances Beside During(&[a::DIALOGUES_ADVICE_PRESENT_OWN]),
        "Lượt người dự đối thoại, tư vấn do cấp trên tổ chức" / "Attendances at upper offices' advice dialogues",
        "Lượt người; hoạt động của chính công đoàn cấp trên.";
    "petitions.raised" Petitions Beside During(&[a::PETITIONS_RAISED]),
        "Kiến nghị của người lao động" / "Petitions raised",
        "Kiến nghị ghi trong kỳ.";
    "petitions.answered" Petitions Beside During(&[a::PETITIONS_ANSWERED]),
        "Kiến nghị đã được trả lời" / "Petitions answered",
        "Tính vào ngày trả lời.";
    "classes.planned" Classes Beside During(&[a::CLASSES_PLANNED]),
        "Lớp tập huấn theo kế hoạch của cơ sở" / "Classes planned by units",
        "Lớp.";
    "classes.held" Classes Beside During(&[a::CLASSES]),
        "Lớp tập huấn cơ sở đã mở" / "Classes held by units",
        "Lớp.";
    "classes.attendances" Attendances Beside During(&[a::CLASSES_PRESENT]),
        "Lượt người dự lớp của cơ sở" / "Attendances at units' classes",
        "Lượt người; số người khác nhau xem ở sổ lớp tập huấn.";
    "classes.planned.own" Classes Beside During(&[a::CLASSES_PLANNED_OWN]),
        "Lớp tập huấn công đoàn cấp trên lập kế hoạch" / "Classes planned by upper offices",
        "Lớp; hoạt động của chính công đoàn cấp trên.";
    "classes.planned.chairs.own" Classes Beside During(&[a::CLASSES_PLANNED_CHAIRS_OWN]),
        "Trong kế hoạch: lớp cho chủ tịch công đoàn cơ sở" / "Planned by upper offices for chairs",
        "Lớp trong kế hoạch, dành cho chủ tịch công đoàn cơ sở.";
    "classes.held.own" Classes Beside During(&[a::CLASSES_OWN]),
        "Lớp tập huấn công đoàn cấp trên đã mở" / "Classes held by upper offices",
        "Lớp; hoạt động của chính công đoàn cấp trên, không cộng với lớp của cơ sở.";
    "classes.chairs.own" Classes Beside During(&[a::CLASSES_CHAIRS_OWN]),
        "Trong số đã mở: lớp cho chủ tịch công đoàn cơ sở" / "Held by upper offices for chairs",
        "Lớp đã mở, dành cho chủ tịch công đoàn cơ sở.";
    "classes.attendances.own" Attendances Beside During(&[a::CLASSES_PRESENT_OWN]),
        "Lượt người dự lớp công đoàn cấp trên mở" / "Attendances at upper offices' classes",
        "Lượt người; một người dự hai lớp là hai lượt.";
    "congresses.guided" Units Beside During(&[a::CONGRESSES]),
        "Đại hội công đoàn cơ sở được hướng dẫn tổ chức" / "Congresses of grassroots unions guided",
        "Đơn vị đã đại hội trong kỳ.";
    "committees.consolidated" Units Beside During(&[a::COMMITTEES]),
        "Kiện toàn ban chấp hành, ủy ban kiểm tra" / "Committees consolidated",
        "Lần kiện toàn ở một đơn vị.";
    "party.introduced" People Beside During(&[a::PARTY_INTRODUCED]),
        "Đoàn viên ưu tú giới thiệu cho Đảng" / "Members introduced to the Party",
        "Người được giới thiệu trong kỳ.";
    "party.admitted" People Beside During(&[a::PARTY_ADMITTED]),
        "Đoàn viên ưu tú được kết nạp Đảng" / "Members admitted to the Party",
        "Người được kết nạp trong kỳ; có thể được giới thiệu từ kỳ trước.";
    "care.attendances" Attendances Beside During(&[a::CARE_PEOPLE]),
        "Lượt người cơ sở chăm lo" / "People cared for by units",
        "Lượt người.";
    "care.cost" Dong Beside During(&[a::CARE_COST]),
        "Kinh phí chăm lo của cơ sở (đồng)" / "Cost of units' care (đồng)",
        "Tổng các nguồn.";
    "care.attendances.own" Attendances Beside During(&[a::CARE_PEOPLE_OWN]),
        "Lượt người công đoàn cấp trên chăm lo" / "People cared for by upper offices",
        "Lượt người; hoạt động của chính công đoàn cấp trên.";
    "care.cost.own" Dong Beside During(&[a::CARE_COST_OWN]),
        "Kinh phí chăm lo của công đoàn cấp trên (đồng)" / "Cost of upper offices' care (đồng)",
        "Tổng các nguồn; hoạt động của chính công đoàn cấp trên.";
    "care.tet" Attendances Beside During(&[a::CARE_TET]),
        "Suất quà Tết của cơ sở" / "Gifts at Tết by units",
        "Suất.";
    "care.tet.own" Attendances Beside During(&[a::CARE_TET_OWN]),
        "Suất quà Tết của công đoàn cấp trên" / "Gifts at Tết by upper offices",
        "Suất; theo cấp trao xem ở sổ chăm lo.";
    "care.houses" Houses Beside During(&[a::CARE_HOUSES]),
        "Nhà Mái ấm Công đoàn do cơ sở trao" / "Mái ấm houses by units",
        "Nhà xây mới, sửa chữa đã bàn giao.";
    "care.houses.own" Houses Beside During(&[a::CARE_HOUSES_OWN]),
        "Nhà Mái ấm Công đoàn do cấp trên trao" / "Mái ấm houses by upper offices",
        "Nhà xây mới, sửa chữa đã bàn giao.";
    "care.illness.own" Attendances Beside During(&[a::CARE_ILLNESS_OWN]),
        "Lượt đoàn viên bệnh hiểm nghèo cấp trên trợ giúp" / "Grave illness helped by upper offices",
        "Lượt người.";
    "care.hardship.own" Attendances Beside During(&[a::CARE_HARDSHIP_OWN]),
        "Lượt đoàn viên khó khăn cấp trên trợ giúp" / "Hardship helped by upper offices",
        "Lượt người.";
    "care.health_checks" Attendances Beside During(&[a::CARE_HEALTH]),
        "Lượt người cơ sở tổ chức khám sức khỏe" / "Health checks by units",
        "Lượt người.";
    "care.health_checks.own" Attendances Beside During(&[a::CARE_HEALTH_OWN]),
        "Lượt người cấp trên tổ chức khám sức khỏe" / "Health checks by upper offices",
        "Lượt người.";
    "care.blood.own" BloodUnits Beside During(&[a::CARE_BLOOD_OWN]),
        "Đơn vị máu hiến ở ngày hội do cấp trên tổ chức" / "Units of blood given, upper offices",
        "Đơn vị máu.";
    "agreements.signed" Agreements Beside During(&[a::AGREEMENTS]),
        "Thỏa ước lao động tập thể ký mới, ký lại" / "Collective agreements signed",
        "Bản ký trong kỳ, theo ngày ký.";
    "inspections" Meetings Beside During(&[a::INSPECTIONS]),
        "Cuộc kiểm tra, giám sát của cơ sở" / "Inspections by units",
        "Cuộc.";
    "inspections.own" Meetings Beside During(&[a::INSPECTIONS_OWN]),
        "Cuộc kiểm tra, giám sát của công đoàn cấp trên" / "Inspections by upper offices",
        "Cuộc; hoạt động của chính công đoàn cấp trên.";
    "advice.cases" Cases Beside During(&[a::ADVICE_CASES]),
        "Vụ việc cơ sở tư vấn pháp luật" / "Cases of legal advice by units",
        "Vụ việc.";
    "advice.people" Attendances Beside During(&[a::ADVICE_PEOPLE]),
        "Lượt người cơ sở tư vấn pháp luật" / "People given legal advice by units",
        "Lượt người.";
    "advice.cases.own" Cases Beside During(&[a::ADVICE_CASES_OWN]),
        "Vụ việc công đoàn cấp trên tư vấn pháp luật" / "Cases of legal advice by upper offices",
        "Vụ việc; hoạt động của chính công đoàn cấp trên.";
    "advice.people.own" Attendances Beside During(&[a::ADVICE_PEOPLE_OWN]),
        "Lượt người công đoàn cấp trên tư vấn pháp luật" / "People given legal advice by upper offices",
        "Lượt người; hoạt động của chính công đoàn cấp trên.";
    "disputes" Cases Beside During(&[a::DISPUTES]),
        "Vụ tranh chấp lao động tập thể" / "Collective disputes",
        "Vụ, theo ngày bắt đầu.";
    "stoppages" Cases Beside During(&[a::STOPPAGES]),
        "Vụ ngừng việc tập thể, đình công" / "Stoppages",
        "Vụ, theo ngày bắt đầu.";
    "stoppages.workers" Attendances Beside During(&[a::STOPPAGES_WORKERS]),
        "Lượt người tham gia ngừng việc" / "Workers in stoppages",
        "Lượt người.";
    "candidates.introduced" People Beside During(&[a::CANDIDATES]),
        "Người cơ sở giới thiệu ứng cử hội đồng nhân dân" / "Candidates introduced by units",
        "Người.";
    "candidates.introduced.own" People Beside During(&[a::CANDIDATES_OWN]),
        "Người công đoàn cấp trên giới thiệu ứng cử hội đồng nhân dân" / "Candidates introduced by upper offices",
        "Người; hoạt động của chính công đoàn cấp trên.";
}
