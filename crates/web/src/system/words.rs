//! The sentences of parameters and the system.

words! {
    PARAMETERS_LEAD = "Những con số mà quy tắc dùng tới và thay đổi theo thời gian. Mỗi giá trị có hiệu lực từ ngày của nó đến trước giá trị kế tiếp."
        / "Numbers that rules ask for and that change in time. A value holds from its day until the next one's.";
    IN_FORCE_ON = "Có hiệu lực vào ngày" / "In force on the day";
    SHOW_DAY = "Xem" / "Show";
    ON_DAY = "Có hiệu lực ngày {day}" / "In force on {day}";
    MEANING = "Tham số" / "Parameter";
    VALUE = "Giá trị" / "Value";
    SINCE = "Từ ngày" / "From";
    SOURCE = "Văn bản, nguồn" / "Document, source";
    CONFIDENCE = "Độ chắc chắn" / "Confidence";
    READ = "đã đọc văn bản gốc" / "the text was read";
    REPORTED = "theo nguồn khác dẫn lại" / "reported by others";
    NOT_YET = "chưa có giá trị nào" / "no value yet";
    ALL_VALUES = "Mọi giá trị theo thời gian" / "All values in time";
    IN_FORCE = "đang hiệu lực" / "in force";
    LEAD = "{engine} · {size} · lược đồ {schema} ({steps} bước)" / "{engine} · {size} · schema {schema} ({steps} steps)";
    EXAMINE = "Kiểm tra sổ" / "Examine the books";
    BACK_UP = "Sao lưu ngay" / "Back up now";
    STANDING = "Tình hình" / "How it stands";
    THING = "Việc giữ sổ" / "What is looked after";
    RESULT = "Kết quả" / "Result";
    WHEN = "Lúc" / "When";
    WHO = "Người giao" / "Asked by";
    FOUND = "Thấy gì" / "Found";
    LAST_BACKUP = "Sao lưu gần nhất" / "Last backup";
    LAST_DRILL = "Diễn tập phục hồi gần nhất" / "Last restore drill";
    LAST_EXAMINATION = "Kiểm tra sổ gần nhất" / "Last examination";
    LAST_CHAIN = "Soát chuỗi nhật ký gần nhất" / "Chain of the trail last proved";
    JOBS = "Việc chạy nền" / "Long work";
    JOBS_TOLD = "{waiting} đang chờ, {running} đang chạy, {failed} dừng vì lỗi" / "{waiting} waiting, {running} running, {failed} broken off";
    SOME_FAILED = "có việc lỗi" / "some failed";
    NOW = "bây giờ" / "now";
    GOOD = "tốt" / "good";
    BAD = "không tốt" / "not good";
    NEVER = "chưa làm" / "not done yet";
    BACKUP_TOLD = "{name}: {rows} dòng, đến đợt ghi số {batches}, đã đọc lại" / "{name}: {rows} {rows|row|rows}, up to batch {batches}, read back";
    COPY_HOLDS = "{rows} dòng, đến đợt ghi số {batches}" / "{rows} {rows|row|rows}, up to batch {batches}";
    DRILL_TOLD = "Phục hồi {rows} dòng, so {figures} số liệu: {differences} chỗ khác, {findings} chỗ sổ không khớp"
        / "{rows} {rows|row|rows} restored, {figures} figures compared: {differences} differ, {findings} {findings|finding|findings}";
    EXAMINED_TOLD = "{batches} đợt ghi, {rows} dòng: {findings} chỗ không khớp" / "{batches} {batches|batch|batches}, {rows} {rows|row|rows}: {findings} {findings|finding|findings}";
    COPIES = "Bản sao lưu" / "Backups";
    COPIES_LEAD = "Trong thư mục {folder}; giữ {most} bản mới nhất và bản đã diễn tập tốt gần nhất. Khóa ketdoan.key không nằm trong bản sao lưu: cất giữ riêng."
        / "In the folder {folder}; the latest {most} are kept, and the last one that passed its drill. The key ketdoan.key is in none of them: keep it apart.";
    NO_COPIES = "Chưa có bản sao lưu nào. Bấm “Sao lưu ngay” để làm bản đầu tiên." / "No backup yet. “Back up now” makes the first.";
    NO_FOLDER = "Chương trình chưa được chỉ thư mục để giữ bản sao lưu." / "The program was told no folder for backups.";
    COPY = "Tệp" / "File";
    MADE = "Làm lúc" / "Made";
    MADE_BY_NOBODY = "không rõ ai làm" / "nobody knows who made it";
    SIZE = "Cỡ" / "Size";
    BATCHES = "Đợt ghi" / "Batches";
    DRILL = "Diễn tập phục hồi" / "Restore drill";
    DRILL_LEAD = "Bản sao được phục hồi vào sổ tạm, kiểm tra toàn bộ rồi so số liệu với sổ đang dùng như đã biết lúc sao lưu. Sổ đang dùng không đổi."
        / "The backup is restored into throw-away books, examined whole, and its figures are held against the living books as known when it was made. The living books do not change.";
    DRILL_IT = "Diễn tập phục hồi" / "Run a restore drill";
    FAILED_JOBS = "Việc dừng vì lỗi" / "Work broken off";
    FAILED_LEAD = "Sổ không có gì thay đổi vì những việc này." / "The books did not change by these.";
    WORK = "Việc" / "Work";
    WHY = "Vì sao" / "Why";
    FINDINGS = "Chỗ sổ không khớp" / "What does not agree";
    FINDINGS_LEAD = "Giữ nguyên hiện trạng, báo người quản trị, phục hồi từ bản sao lưu đã diễn tập tốt." / "Leave everything as it is, tell the administrator, restore a backup that passed its drill.";
    LAW = "Phép thử" / "Law";
    TABLE = "Bảng" / "Table";
    ROW = "Dòng" / "Row";
    DIFFERENCES = "Chỗ khác với sổ đang dùng" / "What differs from the living books";
    DIFFERENCES_LEAD = "Đừng dựa vào bản sao lưu này." / "Do not rely on this backup.";
    WHAT = "So cái gì" / "What";
    HERE = "Sổ đang dùng" / "Living books";
    THERE = "Bản sao lưu" / "Backup";
    TAKE = "Tải bản sao lưu" / "Take the backup";
    TAKE_LEAD = "Bản sao lưu có tên và quá trình của mọi người trong sổ. Lần tải được ghi vào nhật ký."
        / "A backup holds the name and history of everybody in the books. Taking it is noted in the trail.";
    OWN_PASSWORD = "Gõ lại mật khẩu của bạn" / "Your password once more";
    TAKE_IT = "Tải về" / "Download";
    KIND_BACKUP = "Sao lưu" / "Backup";
    KIND_IMPORT = "Nhập tệp" / "Import";
    KIND_OTHER = "Việc khác" / "Other work";
}

/// What a job does, by the code of its kind.
pub(super) fn kind(code: &str) -> kernel::Text {
    match code {
        "backup" => KIND_BACKUP,
        "drill" => DRILL,
        "examination" => EXAMINE,
        "import" => KIND_IMPORT,
        "reorganisation" => crate::words::REORGANISE,
        _ => KIND_OTHER,
    }
}

/// Bytes as people read them, to one place after the comma.
pub(super) fn size(say: crate::say::Say, bytes: i64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    let (mut tenths, mut unit) = ((bytes.max(0) + 50) / 100, 0);
    while tenths >= 10_000 && unit + 1 < UNITS.len() {
        (tenths, unit) = ((tenths + 500) / 1_000, unit + 1);
    }
    let point = if say == crate::say::Say::default() { ',' } else { '.' };
    format!("{}{point}{} {}", say.number(tenths / 10), tenths % 10, UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_the_unit_people_use() {
        let say = crate::say::Say::default();
        for (bytes, told) in [
            (0, "0,0 kB"),
            (999_949, "999,9 kB"),
            (1_626_095_616, "1,6 GB"),
            (52_428_800, "52,4 MB"),
        ] {
            assert_eq!(size(say, bytes), told);
        }
    }
}
