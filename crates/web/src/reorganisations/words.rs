//! The sentences of reorganisations.

words! {
    TITLE = "Sắp xếp tổ chức" / "Reorganisation";
    LEAD = "Gửi danh sách của một quyết định, xem mọi việc nó sẽ làm, rồi ghi một lần cho cả danh sách hoặc không ghi gì."
        / "Send the list of a decision, see everything it would do, then write the whole list once, or nothing.";
    SEND_TITLE = "Gửi danh sách" / "Send a list";
    FOR_UNIT = "Các đơn vị thuộc {unit}. Đơn vị khác thì đổi phạm vi ở đầu trang."
        / "Units under {unit}. For others change what is shown at the top.";
    FILE = "Tệp danh sách" / "The list";
    FILE_HINT = "Mỗi dòng một đơn vị: tên hoặc mã, hình thức sắp xếp, chuyển về đâu, tên mới. Excel, OpenDocument hoặc .csv, tối đa 20 MB"
        / "One unit a row: name or code, what happens, to whom, new name. Excel, OpenDocument or .csv, 20 MB at most";
    EMPTY_SHEET = "Tải danh sách đơn vị để điền (.xlsx)" / "Download the units to fill in (.xlsx)";
    ON = "Có hiệu lực từ ngày" / "In force from";
    REASON = "Lý do" / "Reason";
    REASON_HINT = "Ví dụ: Không còn cấp quận từ ngày 1/7/2025" / "For instance: no districts from 1/7/2025";
    SEND = "Gửi và diễn tập" / "Send and rehearse";
    NO_FILE = "Chưa chọn tệp" / "No file was chosen";
    NO_FILE_DO = "Chọn tệp danh sách rồi gửi lại" / "Choose the list and send again";
    NO_DAY = "Chưa ghi ngày có hiệu lực" / "The day it is in force from is missing";
    NO_DAY_DO = "Ghi ngày theo quyết định" / "Write the day of the decision";
    MINE = "Đang chuẩn bị" / "Being prepared";
    MINE_HINT = "Bản chuẩn bị giữ trong bảy ngày." / "Kept for seven days.";
    NONE_MINE = "Bạn chưa có bản nào đang chuẩn bị." / "You are preparing none.";
    HISTORY = "Đã sắp xếp" / "Carried out";
    NO_HISTORY = "Chưa có lần sắp xếp nào bằng danh sách trong phạm vi này." / "Nothing was reorganised by a list here yet.";
    DECISION = "Quyết định" / "Decision";
    WHOSE = "Đơn vị" / "Unit";
    WHO = "Người ghi, lúc" / "By, at";
    ROWS = "Dòng" / "Rows";
    STATE = "Trạng thái" / "State";
    STANDS = "Đang trong sổ" / "In the books";
    UNDONE = "Đã gỡ" / "Undone";
    UNDO = "Gỡ lần sắp xếp này" / "Undo this reorganisation";
    UNDO_LEAD = "Mọi việc của danh sách được gỡ cùng lúc; sổ trở lại như trước. Nếu sau đó đã ghi việc khác dựa vào, hệ thống từ chối và kể tên từng việc."
        / "Everything the list did leaves the books at once. If anything recorded since rests on it, it is refused and named.";
    UNDO_DONE = "Đã gỡ nguyên cả lần sắp xếp; sổ trở lại như trước." / "The whole reorganisation was undone.";
    IN_FORCE = "hiệu lực {day}" / "in force from {day}";
    RANGE = "{from}–{to}" / "{from} to {to}";
    OF_ALL = "{from}–{to} trong {all}" / "{from} to {to} of {all}";

    LOOK_TITLE = "Diễn tập trước khi ghi" / "Rehearsed before it is written";
    LOOK_LEAD = "{number}, hiệu lực {day}. Tệp {file}, {rows} dòng, thuộc {unit}. Chưa có gì được ghi."
        / "{number}, in force from {day}. File {file}, {rows} {rows|row|rows}, of {unit}. Nothing is written yet.";
    STEP_SEND = "Gửi danh sách" / "Send";
    STEP_SENT = "{n} dòng" / "{n} {n|row|rows}";
    STEP_LOOK = "Diễn tập" / "Rehearse";
    STEP_REFUSED = "{n} dòng phải sửa" / "{n} {n|row|rows} to mend";
    STEP_READY = "ghi được" / "ready";
    STEP_WRITE = "Ghi một lần" / "Write once";
    STEP_UNDO = "gỡ lại được" / "can be undone";
    WILL = "Sẽ ghi" / "Will be written";
    WILL_HINT = "trong một lần, một quyết định" / "at once, by one decision";
    KEEPS = "Giữ nguyên" / "Stay as they are";
    KEEPS_HINT = "không có việc gì" / "nothing happens";
    NOT = "Không ghi được" / "Cannot be written";
    NOT_HINT = "còn dòng nào thì cả danh sách chờ" / "one is enough to hold the list back";
    SUM = "Cộng" / "Together";
    SUM_HINT = "bằng số dòng trong tệp" / "the rows of the file";
    MEND = "Cả danh sách chờ các dòng này" / "The whole list waits for these rows";
    MEND_LEAD = "Một quyết định được ghi trọn vẹn hoặc không ghi gì. Tải danh sách kèm lý do, sửa trong tệp rồi gửi lại chính tệp ấy."
        / "A decision is written whole or not at all. Download the list with the reasons, mend it and send that file again.";
    GET_BACK = "Tải danh sách kèm lý do (.xlsx)" / "Download the list with reasons (.xlsx)";
    MENDED_FILE = "Danh sách đã sửa" / "The mended list";
    SEND_MENDED = "Gửi danh sách đã sửa" / "Send the mended list";
    UNDERSTOOD = "Hiểu các cột như sau" / "How the columns were understood";
    COLUMN = "Cột" / "Column";
    HEADER = "Tiêu đề trong tệp" / "Heading in the file";
    TELLS = "Là" / "Tells";
    NOT_READ = "(không đọc)" / "(not read)";
    SKIPPED = "Trang không đọc: {sheets}" / "Sheets not read: {sheets}";
    EACH_ROW = "Từng dòng" / "Row by row";
    ALL_ROWS = "Tất cả" / "All";
    ROW = "Dòng" / "Row";
    UNIT = "Đơn vị" / "Unit";
    DEED = "Việc" / "What happens";
    VERDICT = "Kết quả" / "Verdict";
    WHY = "Lý do" / "Reason";
    NO_ROWS = "Không có dòng nào như vậy." / "No such rows.";
    LOOK_AT = "xem lại" / "look again";
    NEW_UNIT = "mã mới {code}" / "new code {code}";
    CHANGE_DECISION = "Sửa quyết định" / "Mend the decision";
    KEEP_DECISION = "Diễn tập lại với quyết định này" / "Rehearse again by this decision";
    DECIDED = "Đã đổi quyết định và diễn tập lại." / "The decision was changed and the list rehearsed again.";
    WRITE = "Ghi cả {n} dòng vào sổ" / "Write all {n} {n|row|rows}";
    NOT_READY = "Chưa ghi được." / "Not ready to be written.";
    LATER = "Để sau, giữ bản chuẩn bị" / "Later; keep this";
    DROP = "Bỏ bản chuẩn bị này" / "Drop this";
    WRITE_HINT = "Ghi như một việc, theo một quyết định; gỡ lại được nguyên cả lần."
        / "Written as one act, by one decision; it can be undone whole.";

    RESULT = "Kết quả sắp xếp" / "What was reorganised";
    RESULT_LEAD = "{number}, tệp {file}" / "{number}, file {file}";
    RESULT_ROWS = "Dòng đã ghi" / "Rows written";
    ALL_WRITTEN = "Cả danh sách đã ghi vào sổ. Báo cáo các kỳ trước vẫn in như đã in; từ ngày có hiệu lực, số liệu theo tổ chức mới."
        / "The whole list is written. Reports of earlier periods still print what they printed; from the day it is in force figures follow the new organisation.";
    NOT_DONE = "Danh sách không được ghi" / "The list was not written";
    AGAIN = "Chuẩn bị lại với sổ hiện nay" / "Prepare again by the books of now";
    TO_LIST = "Về trang Sắp xếp tổ chức" / "To reorganisations";

    MOVE = "Chuyển về" / "Comes under";
    HAND_OVER = "Bàn giao về" / "Handed over to";
    MERGE = "Sáp nhập vào" / "Merged into";
    RENAME = "Đổi tên" / "Renamed";
    END = "Kết thúc hoạt động" / "Ends";
    STRIKE_OFF = "Xóa tên" / "Struck off";
    FOUND = "Thành lập" / "Founded";
    FOUND_UNDER = "trực thuộc {to}" / "under {to}";
    SUSPEND = "Tạm ngừng" / "Suspended";
    RESUME = "Hoạt động trở lại" / "Resumed";
    RESTORE = "Khôi phục" / "Restored";
    KEEP = "Giữ nguyên" / "Stays as it is";
    NEW_NAME = "tên mới: {name}" / "new name: {name}";
    SUBJECT_COLUMN = "Tên đơn vị" / "Name of the unit";
    CODE_COLUMN = "Mã đơn vị" / "Code of the unit";
    FROM_COLUMN = "Cấp trên hiện nay" / "Present superior";
    TO_COLUMN = "Chuyển về, nơi nhận" / "Who receives";
    NAME_COLUMN = "Tên mới" / "New name";
    CLASS_COLUMN = "Loại tổ chức" / "Kind of unit";
    BLOCK_COLUMN = "Khối" / "Block";
    MEMBERS_COLUMN = "Số đoàn viên" / "Members";
    NOTE_COLUMN = "Ghi chú" / "Remarks";
    STT_COLUMN = "Số thứ tự" / "Running number";
}
