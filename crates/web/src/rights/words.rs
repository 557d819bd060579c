//! The sentences of rights.

use kernel::{Power, Text};

words! {
    TABLE_LEAD = "Quyền đến từ chức vụ: ai giữ chức danh nào, ở đơn vị nào, từ ngày nào. Không ai giao được quyền mình không có."
        / "Rights come from posts: who holds which role at which unit from which day. Nobody gives a power they do not hold.";
    ROLES_AND_POWERS = "Chức danh và quyền" / "Roles and powers";
    ROLES_HINT = "Mỗi quyền có hiệu lực tại đơn vị giữ chức vụ và mọi đơn vị bên dưới, trong những ngày giữ chức vụ."
        / "Each power holds at the unit of the post and all units below it, on the days the post is held.";
    POWER = "Quyền" / "Power";
    HAS = "có" / "yes";
    HAS_NOT = "không" / "no";
    OPENS = "Mở ra việc gì" / "What it opens";
    ACTIONS = "Việc trong hệ thống" / "Actions";
    MY_POSTS = "Chức vụ của bạn hôm nay" / "Your posts today";
    NO_POSTS = "Bạn chưa giữ chức vụ nào, nên chỉ xem được trang của riêng mình."
        / "You hold no post, so only your own page is open to you.";
    WHOLE_BOOKS = "toàn bộ sổ" / "the whole of the books";
    WHY = "Vì sao xem được?" / "Why may one see this?";
    WHY_LEAD = "Chọn quyền, đơn vị và ngày: trang này nêu đúng những chức vụ cho phép."
        / "Choose a power, a unit and a day: this page names the posts that allow it.";
    LOGIN = "Tên đăng nhập" / "Sign-in name";
    LOGIN_HINT = "Để trống để hỏi về chính bạn" / "Left empty to ask about yourself";
    UNIT_CODE = "Mã đơn vị" / "Code of the unit";
    UNIT_CODE_HINT = "Ví dụ: hoan-kiem" / "For example: hoan-kiem";
    ON = "Vào ngày" / "On the day";
    ON_HINT = "Ví dụ 28/7/2024; để trống là hôm nay"
        / "For example 28/7/2024; left empty for today";
    ASK = "Hỏi" / "Ask";
    YES_BY = "Được, nhờ {n} chức vụ" / "Yes, by {n} {n|post|posts}";
    NO_BY = "Không: {name} không giữ chức vụ nào cho quyền “{power}” tại {unit} vào ngày {day}"
        / "No: {name} holds no post that gives “{power}” at {unit} on {day}";
    NO_BY_DO = "Nhờ người quản lý tài khoản ở công đoàn cấp trên giao chức vụ, hoặc hỏi lại với ngày khác."
        / "Ask who manages accounts at the union above for a post, or ask again for another day.";
    BY_OWN = "chức vụ ở chính đơn vị này" / "the post is at this very unit";
    BY_ABOVE = "đơn vị này nằm dưới {unit}" / "this unit stands below {unit}";
    ASKED = "{name} · quyền “{power}” · {unit} · ngày {day}"
        / "{name} · “{power}” · {unit} · {day}";
    FROM_TO = "từ {from} đến trước {to}" / "from {from} until {to}";
    SINCE = "từ {from}" / "from {from}";
    STANDS_IN = "thay tạm thời" / "stands in";
    POST = "Chức vụ" / "Post";
    WHERE = "Ở đâu" / "Where";
    WHEN = "Từ ngày nào" / "From when";
    REACH = "Phạm vi" / "Reach";
    OPENS_READ_FIGURES = "Số liệu, đơn vị, chỉ tiêu, văn bản; không có tên người"
        / "Figures, units, targets, documents; no names of people";
    OPENS_READ_PEOPLE = "Hồ sơ đoàn viên và tên người đứng sau một con số"
        / "Records of members, and the names behind a figure";
    OPENS_READ_IDENTITY = "Số căn cước đầy đủ; mỗi lần xem được ghi nhật ký"
        / "Identity numbers in full; each look is in the audit trail";
    OPENS_RECORD_UNITS = "Thành lập, sáp nhập, đổi tên, kết thúc đơn vị, cùng văn bản"
        / "Founding, merging, renaming, ending units, and their papers";
    OPENS_RECORD_MEMBERS = "Kết nạp, chuyển, thôi sinh hoạt, sửa và gộp hồ sơ"
        / "Admitting, transferring, leaving; correcting and merging records";
    OPENS_RECORD_HONOURS = "Ghi đề nghị, quyết định khen, thu hồi, phong trào, hội thi, sáng kiến"
        / "Recording proposals, decisions of commendation, revocations, movements, contests, initiatives";
    OPENS_PUBLISH_ROLL = "Công khai sổ vàng của đơn vị cho mọi người xem, và thôi công khai"
        / "Showing a unit's roll of honour to everybody, and ending that";
    OPENS_RECORD_ACTIVITIES = "Ghi hội nghị, đối thoại, lớp tập huấn, chăm lo và các hoạt động khác"
        / "Recording conferences, dialogues, classes, care and other activities";
    OPENS_SET_TARGETS = "Giao và điều chỉnh chỉ tiêu" / "Setting and revising targets";
    OPENS_WRITE_REPORTS = "Ghi các ô và nộp báo cáo của đơn vị" / "Filling the unit's reports and filing them";
    OPENS_APPROVE_REPORTS = "Duyệt, trả lại, công bố báo cáo của cấp dưới" / "Approving, sending back and publishing reports from below";
    OPENS_MANAGE_COUNCIL = "Lập hội đồng thi đua, gọi họp, mở và kiểm phiếu; bỏ phiếu thì theo ghế trong hội đồng"
        / "Setting up councils, calling sessions, opening and counting ballots; voting comes with a seat";
    OPENS_IMPORT = "Nhập danh sách từ bảng tính và gỡ lại"
        / "Importing lists from spreadsheets, and undoing that";
    OPENS_MANAGE_ACCOUNTS = "Mở, đóng tài khoản, giao chức vụ, cấp liên kết đặt mật khẩu"
        / "Opening and closing accounts, giving posts, handing out links";
    OPENS_READ_AUDIT = "Nhật ký: ai ghi gì, ai xem gì; kiểm tra chuỗi dấu băm"
        / "The trail: who wrote what, who saw what; proving the chain";
    OPENS_ADMINISTER = "Sao lưu, phục hồi thử, tình trạng hệ thống"
        / "Backups, restore drills, the state of the system";
}

/// What a power opens, in a sentence.
pub(super) const fn opens(power: Power) -> Text {
    match power {
        Power::ReadFigures => OPENS_READ_FIGURES,
        Power::ReadPeople => OPENS_READ_PEOPLE,
        Power::ReadIdentity => OPENS_READ_IDENTITY,
        Power::RecordUnits => OPENS_RECORD_UNITS,
        Power::RecordMembers => OPENS_RECORD_MEMBERS,
        Power::RecordActivities => OPENS_RECORD_ACTIVITIES,
        Power::RecordHonours => OPENS_RECORD_HONOURS,
        Power::ManageCouncil => OPENS_MANAGE_COUNCIL,
        Power::PublishRoll => OPENS_PUBLISH_ROLL,
        Power::SetTargets => OPENS_SET_TARGETS,
        Power::WriteReports => OPENS_WRITE_REPORTS,
        Power::ApproveReports => OPENS_APPROVE_REPORTS,
        Power::Import => OPENS_IMPORT,
        Power::ManageAccounts => OPENS_MANAGE_ACCOUNTS,
        Power::ReadAudit => OPENS_READ_AUDIT,
        Power::Administer => OPENS_ADMINISTER,
    }
}
