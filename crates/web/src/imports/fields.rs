//! What the columns of a list may tell, in words.

use kernel::Text;

use crate::say::Say;

macro_rules! fields {
    ($($code:literal $vi:literal $en:literal;)*) => {
        /// The fields by their codes.
        const FIELDS: &[(&str, Text)] = &[$(($code, Text::new($vi, $en)),)*];
    };
}

fields! {
    "stt" "Số thứ tự" "Running number";
    "name" "Họ và tên, hoặc tên đơn vị" "Name";
    "family_name" "Họ và tên đệm" "Family and middle name";
    "given_name" "Tên" "Given name";
    "sex" "Giới tính" "Sex";
    "mark_male" "Đánh dấu nam" "Mark for men";
    "mark_female" "Đánh dấu nữ" "Mark for women";
    "dob" "Ngày sinh" "Date of birth";
    "dob_male" "Ngày sinh (nam)" "Date of birth (men)";
    "dob_female" "Ngày sinh (nữ)" "Date of birth (women)";
    "ethnicity" "Dân tộc" "Ethnic group";
    "hometown" "Quê quán" "Home place";
    "cccd" "Số căn cước" "Identity number";
    "joined" "Ngày vào công đoàn" "Joined on";
    "join_date" "Ngày vào công đoàn" "Joined on";
    "union_title" "Chức vụ công đoàn" "Office in the union";
    "job" "Nghề nghiệp, chức danh" "Occupation";
    "phone" "Điện thoại" "Telephone";
    "note" "Ghi chú" "Remarks";
    "group" "Tổ, bộ phận" "Group";
    "unit" "Đơn vị" "Unit";
    "khoi" "Khối" "Block";
    "address" "Địa chỉ" "Address";
    "mst" "Mã số thuế" "Tax number";
    "workers" "Số lao động" "Workers";
    "workers_women" "Lao động nữ" "Women workers";
    "members" "Số đoàn viên" "Members";
    "members_women" "Đoàn viên nữ" "Women members";
    "chair" "Chủ tịch" "Chair";
    "decision" "Quyết định" "Decision";
    "decision_no" "Số quyết định" "Number of the decision";
    "decision_date" "Ngày quyết định" "Day of the decision";
    "method" "Phương thức thành lập" "How it was founded";
    "opening" "Đầu kỳ" "Opening";
    "admitted" "Kết nạp" "Admitted";
    "received" "Chuyển đến" "Received";
    "sent" "Chuyển đi" "Sent";
    "left_retired" "Nghỉ hưu" "Retired";
    "left_contract_end" "Hết hợp đồng" "Contract ended";
    "left_other" "Giảm khác" "Left for other reasons";
    "handed_over" "Bàn giao" "Handed over";
    "struck_off" "Xóa tên" "Struck off";
    "closing" "Cuối kỳ" "Closing";
    "how" "Hình thức" "How";
    "from_unit" "Đơn vị chuyển đi" "From unit";
    "to_unit" "Đơn vị chuyển đến" "To unit";
    "letter" "Giấy giới thiệu" "Letter";
    "letter_no" "Số giấy giới thiệu" "Number of the letter";
    "day" "Ngày" "Day";
    "date" "Ngày của việc" "Day of the event";
    "reason" "Lý do" "Reason";
    "receiver" "Nơi nhận bàn giao" "Receiver";
    "to" "Nơi nhận" "To";
    "indicator" "Nội dung" "Indicator";
    "plan" "Kế hoạch" "Plan";
    "planned" "Chỉ tiêu giao" "Planned";
    "actual" "Thực hiện" "Actual";
    "rate" "Tỷ lệ" "Rate";
    "printed_rate" "Tỷ lệ in sẵn" "Printed rate";
    "members_to_admit" "Đoàn viên phải kết nạp" "Members to admit";
    "unions_to_found" "Công đoàn cơ sở phải thành lập" "Unions to found";
    "conferences_public" "Hội nghị cán bộ công chức" "Conferences of officials";
    "conferences_workers" "Hội nghị người lao động" "Workers' conferences";
    "dialogues" "Đối thoại" "Dialogues";
    "collective_agreements" "Thỏa ước lao động tập thể" "Collective agreements";
    "introduced_to_party" "Giới thiệu cho Đảng" "Introduced to the Party";
}

/// A field in words; one without a name here is shown by its code.
pub(super) fn name(say: Say, code: &'static str) -> &'static str {
    FIELDS.iter().find(|(own, _)| *own == code).map_or(code, |(_, text)| say.text(*text))
}
