//! The sentences of the trail.

words! {
    LEAD = "Ai ghi gì, ai xem gì, lúc nào. Không ai sửa hay xóa được dòng nào: mọi đợt ghi nối nhau bằng dấu băm."
        / "Who wrote what, who saw what, when. No line can be changed or removed: all batches are chained by their hashes.";
    TAB_LINES = "Xem, xuất, đăng nhập" / "Reads, exports, sign-ins";
    TAB_BATCHES = "Đợt ghi" / "Batches";
    ACTOR = "Ai" / "Who";
    ACTOR_HINT = "Tên đăng nhập, ví dụ: hang; hoặc như sổ ghi: Nguyễn Thu Hằng (hang)"
        / "A sign-in name, for example: hang; or as the books name them: Nguyễn Thu Hằng (hang)";
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
        / "The chain holds from batch {first} to {last}: the hashes of {rows} {rows|row was|rows were} worked out again. Last hash: {hash}";
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
    SECOND_LIFTED = "Gỡ mã hai bước đã mất" / "Lost second factor taken off";
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
    CERTIFICATE_KEY = "Làm khóa ký của sổ" / "Key of the books made";
    PRINT_CERTIFICATES = "In giấy khen, bằng khen" / "Certificates printed";
    NOT_ANSWERED = "Kết quả họp chưa ghi được vào hồ sơ" / "Result of a council not written";
    PRINT_MINUTES = "In biên bản họp" / "Minutes printed";
    EXPLAINED = "Xem xét điều kiện khen thưởng của một người" / "Eligibility of a person looked at";
    LIST_GIVEN_BACK = "Tải lại danh sách sắp xếp" / "List of a reorganisation taken";
    LIST_TO_FILL = "Tải danh sách đơn vị để điền" / "Units taken as a list to fill";
    PRINT_DECISION = "In quyết định" / "Decision printed";
    PRINT_HONOURS = "In quyết định, tờ trình khen thưởng" / "Commendations printed";
    EXPORT_ACTIVITIES = "Xuất danh sách hoạt động" / "Activities exported";
    PACKAGE_SENT = "Xuất gói báo cáo gửi đi" / "Report package made";
    PACKAGE_RECEIVED = "Nhận gói báo cáo" / "Report package received";
    PACKAGE_REFUSED = "Từ chối gói báo cáo" / "Report package refused";
    PACKAGE_TAKEN = "Tải gói báo cáo đã nhận" / "Received package taken away";
    KEY_TRUSTED = "Tin khóa của sổ khác" / "Key of other books trusted";
    KEY_ENDED = "Thôi tin khóa của sổ khác" / "Key of other books trusted no longer";
    EXPORT_REPORT = "Xuất báo cáo" / "Report exported";
    PRINT_REPORT = "In báo cáo" / "Report printed";
    PRINT_ROUND = "In tờ trình của đợt xét" / "Letter of a round printed";
    NOMINATION_FILE = "Tải tệp của hồ sơ đề nghị" / "File of a nomination taken";
    EVIDENCE_TAKEN = "Tải minh chứng chấm điểm" / "Evidence of a score taken";
    EXPORT_RANKING = "Xuất bảng xếp loại" / "Ranking exported";
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
    ("accounts.second_factor_lifted", SECOND_LIFTED),
    ("accounts.sign_in_ended", SIGN_IN_ENDED),
    ("accounts.token_made", TOKEN_MADE),
    ("accounts.token_revoked", TOKEN_REVOKED),
    ("people.read_identity", READ_IDENTITY),
    ("people.export", EXPORT_PEOPLE),
    ("units.export", EXPORT_UNITS),
    ("documents.file_taken", FILE_TAKEN),
    ("documents.printed", PRINT_DECISION),
    ("figures.exported", EXPORT_FIGURES),
    ("figures.printed", PRINT_FIGURES),
    ("people.printed", PRINT_PEOPLE),
    ("targets.printed", PRINT_TARGETS),
    ("imports.refused_taken", REFUSED_TAKEN),
    ("people.own_data_taken", OWN_TAKEN),
    ("books.backup_taken", BACKUP_TAKEN),
    ("certificates.key_made", CERTIFICATE_KEY),
    ("certificates.printed", PRINT_CERTIFICATES),
    ("council.not_answered", NOT_ANSWERED),
    ("council.printed", PRINT_MINUTES),
    ("eligibility.explained", EXPLAINED),
    ("exchange.key_trusted", KEY_TRUSTED),
    ("exchange.key_ended", KEY_ENDED),
    ("reorganisations.given_back", LIST_GIVEN_BACK),
    ("reorganisations.sheet_to_fill", LIST_TO_FILL),
    ("honours.printed", PRINT_HONOURS),
    ("activities.exported", EXPORT_ACTIVITIES),
    ("reports.exported", EXPORT_REPORT),
    ("exchange.sent", PACKAGE_SENT),
    ("exchange.received", PACKAGE_RECEIVED),
    ("exchange.refused", PACKAGE_REFUSED),
    ("exchange.file_taken", PACKAGE_TAKEN),
    ("reports.printed", PRINT_REPORT),
    ("rounds.printed", PRINT_ROUND),
    ("rounds.file_taken", NOMINATION_FILE),
    ("scores.evidence_taken", EVIDENCE_TAKEN),
    ("scores.ranking_exported", EXPORT_RANKING),
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::WHATS;

    /// The codes that are noted in the sources of a crate: the first text of the form `slice.what` behind `note(`.
    fn noted(folder: &Path, codes: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                noted(&path, codes);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let calls = text.split(".note(").skip(1);
                let first = |call: &str| {
                    let arguments = call.split(';').next().unwrap_or_default();
                    Some(arguments.split('"').nth(1)?.to_owned())
                };
                codes.extend(calls.filter_map(first));
            }
        }
    }

    #[test]
    fn what_is_noted_has_a_name_in_the_trail() {
        let mut codes = Vec::new();
        for folder in ["src", "../domain/src"] {
            noted(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut codes);
        }
        let is_code = |code: &String| {
            let plain = |letter: char| letter.is_ascii_lowercase() || "._".contains(letter);
            code.contains('.') && code.chars().all(plain)
        };
        let codes: Vec<String> = codes.into_iter().filter(is_code).collect();
        assert!(codes.len() > 20, "the sources are found: {codes:?}");
        for code in codes {
            assert!(WHATS.iter().any(|(known, _)| *known == code), "no words for {code}");
        }
    }
}
