//! The sentences of the trail.

words! {
    LEAD = "Ai ghi gì, ai xem gì, lúc nào. Không ai sửa hay xóa được dòng nào: mọi đợt ghi nối nhau bằng dấu băm."
        / "Who wrote what, who saw what, when. No line can be changed or removed: all batches are chained by their hashes.";
    TAB_LINES = "Xem, xuất, đăng nhập" / "Reads, exports, sign-ins";
    TAB_BATCHES = "Đợt ghi" / "Batches";
    ACTOR = "Ai" / "Who";
    ACTOR_HINT = "Như sổ ghi, ví dụ: Nguyễn Thu Hằng (hang)"
        / "As the books name them, for example: Nguyễn Thu Hằng (hang)";
    WHAT = "Việc" / "What";
    ANY = "mọi việc" / "everything";
    SUBJECT = "Số hồ sơ, số tài khoản" / "Number of a record or account";
    FROM = "Từ ngày" / "From";
    TO = "Đến hết ngày" / "To the end of";
    DAY_HINT = "Ví dụ 28/7/2024" / "For example 28/7/2024";
    FILTER = "Lọc" / "Filter";
    CLEAR = "Bỏ lọc" / "Clear";
    WHEN = "Lúc nào" / "When";
    ABOUT = "Về ai, về gì" / "About";
    DETAIL = "Chi tiết" / "Detail";
    BATCH = "Đợt ghi" / "Batch";
    REASON = "Lý do" / "Why";
    ROWS = "Số dòng" / "Rows";
    HASH = "Dấu" / "Hash";
    NOTHING = "Không có dòng nào khớp" / "No line matches";
    OLDER = "Cũ hơn" / "Older";
    NEWEST = "Về mới nhất" / "Back to the newest";
    VERIFY = "Kiểm tra chuỗi" / "Prove the chain";
    HOLDS = "Chuỗi toàn vẹn từ đợt ghi số {first} đến {last}: đã tính lại dấu băm của {rows} dòng. Dấu cuối: {hash}"
        / "The chain holds from batch {first} to {last}: the hashes of {rows} rows were worked out again. Last hash: {hash}";
    BROKEN = "Chuỗi không còn nguyên vẹn" / "The chain does not hold";
    BROKEN_DO = "Giữ nguyên hiện trạng, báo người quản trị và đối chiếu với bản sao lưu gần nhất."
        / "Leave everything as it is, tell the administrator, and compare with the last backup.";
    SIGNED_IN = "Đăng nhập" / "Signed in";
    SIGNED_OUT = "Đăng xuất" / "Signed out";
    IDENTITY_USED = "Nhà cung cấp danh tính xác nhận" / "Identity proven by the provider";
    IDENTITY_TIED = "Gắn danh tính đăng nhập" / "Identity tied";
    IDENTITY_UNTIED = "Gỡ danh tính đăng nhập" / "Identity untied";
    WRONG_TRIES = "Gõ sai mật khẩu nhiều lần" / "Many wrong passwords";
    LINK_MADE = "Cấp liên kết đặt mật khẩu" / "Link to set a password made";
    PASSWORD_SET = "Đặt mật khẩu" / "Password set";
    PASSWORD_CHANGED = "Đổi mật khẩu" / "Password changed";
    SECOND_ON = "Bật xác thực hai bước" / "Second factor turned on";
    SECOND_OFF = "Tắt xác thực hai bước" / "Second factor turned off";
    SIGN_IN_ENDED = "Kết thúc lần đăng nhập" / "Sign-in ended";
    TOKEN_MADE = "Tạo mã truy cập" / "Token made";
    TOKEN_REVOKED = "Thu hồi mã truy cập" / "Token revoked";
    READ_IDENTITY = "Xem số căn cước" / "Identity number read";
    EXPORT_PEOPLE = "Xuất danh sách đoàn viên" / "Members exported";
    EXPORT_UNITS = "Xuất danh sách đơn vị" / "Units exported";
    FILE_TAKEN = "Tải tệp của văn bản" / "File of a document taken";
    EXPORT_FIGURES = "Xuất số liệu" / "Figures exported";
    REFUSED_TAKEN = "Tải các dòng bị từ chối" / "Refused rows taken";
    PRINT_FIGURES = "In số liệu" / "Figures printed";
    PRINT_PEOPLE = "In danh sách đoàn viên" / "Members printed";
    PRINT_TARGETS = "In chỉ tiêu" / "Targets printed";
    BACKUP_TAKEN = "Tải bản sao lưu" / "Backup taken";
    OWN_TAKEN = "Tải dữ liệu của chính mình" / "Own data taken home";
}

/// What a line of the trail says happened, by its code.
pub(super) const WHATS: &[(&str, kernel::Text)] = &[
    ("accounts.signed_in", SIGNED_IN),
    ("accounts.signed_out", SIGNED_OUT),
    ("accounts.identity_used", IDENTITY_USED),
    ("accounts.identity_tied", IDENTITY_TIED),
    ("accounts.identity_untied", IDENTITY_UNTIED),
    ("accounts.many_wrong_tries", WRONG_TRIES),
    ("accounts.link_made", LINK_MADE),
    ("accounts.password_set", PASSWORD_SET),
    ("accounts.password_changed", PASSWORD_CHANGED),
    ("accounts.second_factor_on", SECOND_ON),
    ("accounts.second_factor_off", SECOND_OFF),
    ("accounts.sign_in_ended", SIGN_IN_ENDED),
    ("accounts.token_made", TOKEN_MADE),
    ("accounts.token_revoked", TOKEN_REVOKED),
    ("people.read_identity", READ_IDENTITY),
    ("people.export", EXPORT_PEOPLE),
    ("units.export", EXPORT_UNITS),
    ("documents.file_taken", FILE_TAKEN),
    ("figures.exported", EXPORT_FIGURES),
    ("figures.printed", PRINT_FIGURES),
    ("people.printed", PRINT_PEOPLE),
    ("targets.printed", PRINT_TARGETS),
    ("imports.refused_taken", REFUSED_TAKEN),
    ("people.own_data_taken", OWN_TAKEN),
    ("books.backup_taken", BACKUP_TAKEN),
];
