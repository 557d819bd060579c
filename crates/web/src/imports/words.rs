//! The sentences of imports.

words! {
    TITLE = "Nhập từ bảng tính" / "Spreadsheet imports";
    LEAD = "Gửi tệp của bạn lên, xem hệ thống hiểu thế nào, rồi mới ghi. Mỗi lần nhập gỡ lại được nguyên cả lần."
        / "Send your file, see how it is understood, and only then write it. Every import can be undone whole.";
    SEND_TITLE = "Gửi một tệp" / "Send a file";
    FOR_UNIT = "Danh sách thuộc {unit}. Đơn vị khác thì đổi phạm vi ở đầu trang."
        / "The list belongs to {unit}. For another unit change what is shown at the top.";
    KIND = "Danh sách" / "List";
    KIND_UNITS = "Đơn vị (công đoàn cơ sở)" / "Units (grassroots unions)";
    KIND_MEMBERS = "Đoàn viên" / "Members";
    KIND_MOVEMENTS = "Biến động đoàn viên, đơn vị" / "Movements of members and units";
    KIND_TARGETS = "Chỉ tiêu giao" / "Targets";
    FILE = "Tệp" / "File";
    FILE_HINT = "Excel (.xlsx, .xls), OpenDocument (.ods) hoặc .csv, tối đa 20 MB; phông cũ cũng đọc được"
        / "Excel (.xlsx, .xls), OpenDocument (.ods) or .csv, 20 MB at most; old fonts are read too";
    AS_OF = "Chốt đến ngày (bỏ trống nếu tiêu đề đã ghi)" / "Drawn up on (leave empty when the title tells)";
    SEND = "Gửi và xem trước" / "Send and look";
    NO_FILE = "Chưa chọn tệp" / "No file was chosen";
    NO_FILE_DO = "Chọn tệp bảng tính rồi gửi lại" / "Choose a spreadsheet and send again";
    MINE = "Đang chuẩn bị, đang chạy" / "Being prepared or running";
    HISTORY = "Đã nhập" / "Imported";
    NO_HISTORY = "Chưa có lần nhập nào trong phạm vi này." / "Nothing was imported here yet.";
    WHAT = "Tệp" / "File";
    WHOSE = "Đơn vị" / "Unit";
    WHO = "Người nhập, lúc" / "By, at";
    TAKEN = "Đã ghi" / "Taken in";
    NOT_TAKEN = "Không ghi" / "Not taken in";
    STATE = "Trạng thái" / "State";
    STANDS = "Đang trong sổ" / "In the books";
    UNDONE = "Đã gỡ" / "Undone";
    UNDO = "Gỡ lần nhập này" / "Undo this import";
    UNDO_LEAD = "Mọi dòng của lần nhập này được gỡ khỏi sổ cùng lúc; sổ trở lại như trước. Nếu sau đó đã ghi việc khác dựa vào các dòng này, hệ thống từ chối và kể tên từng việc."
        / "Every row of this import leaves the books at once. If anything recorded since depends on them, it is refused and named.";
    UNDO_DONE = "Đã gỡ nguyên cả lần nhập; sổ trở lại như trước." / "The whole import was undone.";
    RANGE = "{from}–{to}" / "{from} to {to}";
    OF_ALL = "{from}–{to} trong {all}" / "{from} to {to} of {all}";

    LOOK_TITLE = "Xem trước khi ghi sổ" / "Look before it is written";
    LOOK_LEAD = "Tệp {file}, {rows} dòng, thuộc {unit}, chốt đến {day}. Chưa có gì được ghi."
        / "File {file}, {rows} {rows|row|rows}, of {unit}, drawn up on {day}. Nothing is written yet.";
    STEP_SEND = "Tải tệp" / "Send";
    STEP_COLUMNS = "Ghép cột" / "Columns";
    STEP_LOOK = "Xem trước" / "Look";
    STEP_WRITE = "Ghi sổ" / "Write";
    STEP_SENT = "đã nhận" / "received";
    STEP_OF = "{known}/{all} cột" / "{known} of {all} columns";
    STEP_WAITS = "{n} dòng chờ bạn" / "{n} {n|row waits|rows wait} for you";
    STEP_UNDO = "gỡ lại được" / "can be undone";
    WILL = "Sẽ ghi" / "Will be written";
    WILL_HINT = "kể cả dòng đã sửa hộ; ai đã có trong sổ được nhận ra khi ghi và trả lại"
        / "rows put right among them; what is in the books already is found when they are written, and given back";
    WAITS = "Chờ bạn quyết" / "You decide";
    WAITS_HINT = "ở lại cho đến khi bạn quyết" / "they stay until you decide";
    WILL_NOT = "Không ghi được" / "Not written";
    WILL_NOT_HINT = "trả lại kèm lý do" / "given back with reasons";
    SUM = "Cộng" / "Together";
    SUM_HINT = "bằng số dòng trong tệp" / "the rows of the file";
    UNDERSTOOD = "Hiểu các cột như sau" / "How the columns were understood";
    UNDERSTOOD_LEAD = "Hàng tiêu đề: {rows}. Cột nào hiểu sai, chọn lại rồi bấm “Đọc lại”."
        / "Header in rows: {rows}. Where a column is misunderstood, choose again and press “Read again”.";
    SHEET = "Trang “{sheet}”" / "Sheet “{sheet}”";
    THE_FILE = "Tệp CSV" / "CSV file";
    COLUMN = "Cột" / "Column";
    HEADER = "Tiêu đề trong tệp" / "Heading in the file";
    TELLS = "Là" / "Tells";
    NOT_READ = "(không đọc)" / "(not read)";
    FORCED = "bạn chọn" / "your choice";
    READ_AGAIN = "Đọc lại" / "Read again";
    AS_FOUND = "Bỏ các lựa chọn của tôi" / "Forget my choices";
    READ_ANEW = "Đã đọc lại tệp theo lựa chọn của bạn." / "The file was read again by your choices.";
    SKIPPED = "Không đọc: {sheets}" / "Not read: {sheets}";
    OLD_FONTS = "Sửa bảng mã cũ" / "Old encodings put right";
    OLD_FONTS_LEAD = "Tệp dùng phông cũ. Đây là chữ trong tệp và chữ sẽ ghi. Cột nào sửa sai, bỏ dấu ở cột đó."
        / "The file uses old fonts: its text, and the text that will be written. Untick a column that is put right wrongly.";
    ENCODING = "Bảng mã" / "Encoding";
    IN_FILE = "Trong tệp" / "In the file";
    WILL_BE = "Sẽ ghi" / "Will be written as";
    FIX_COLUMN = "Cột {column}, {encoding}" / "Column {column}, {encoding}";
    TOTALS = "Đối chiếu tổng và trang tính" / "Sums and sheets checked";
    PRINTED = "trong tệp {printed}, cộng lại {computed}" / "printed {printed}, worked out {computed}";
    EACH_ROW = "Từng dòng" / "Row by row";
    ALL_ROWS = "Tất cả" / "All";
    ROW = "Dòng" / "Row";
    ABOUT = "Về" / "About";
    VERDICT = "Kết quả" / "Verdict";
    WHY = "Lý do" / "Reason";
    YOU_DECIDE = "Bạn quyết" / "You decide";
    TAKE = "Ghi dòng này" / "Take it";
    LEAVE = "Bỏ dòng này" / "Leave it out";
    RETHINK = "Nghĩ lại" / "Undo my choice";
    YOUR_CHOICE = "theo quyết định của bạn" / "as you decided";
    TAKE_ALL = "Ghi cả {n} dòng chờ quyết" / "Take all that wait ({n})";
    HOLD_ALL = "Giữ lại các dòng cần xem" / "Hold doubtful rows back";
    MENDED = "sửa “{raw}” thành “{proposed}”" / "“{raw}” becomes “{proposed}”";
    GET_REFUSED = "Tải các dòng không ghi (.xlsx)" / "Download the rows left out (.xlsx)";
    WRITE = "Ghi {n} dòng vào sổ" / "Write {n} {n|row|rows}";
    NOTHING = "Không có dòng nào để ghi." / "There is no row to write.";
    LATER = "Để sau, giữ bản xem trước" / "Later; keep this preview";
    DROP = "Bỏ bản xem trước này" / "Drop this preview";
    WRITE_HINT = "Dòng chờ quyết không được ghi. Lần nhập này gỡ lại được nguyên cả lần."
        / "Rows that wait are not written. This import can be undone whole.";
    NO_ROWS = "Không có dòng nào như vậy." / "No such rows.";

    RESULT = "Kết quả nhập" / "What was imported";
    RESULT_LEAD = "Tệp {file}" / "File {file}";
    RESULT_TAKEN = "Đã ghi" / "Written";
    RESULT_NOT = "Không ghi" / "Not written";
    RESULT_ROWS = "Các dòng chưa ghi" / "Rows that were not written";
    RESULT_ROWS_LEAD = "Tải về, sửa trong tệp theo lý do ghi ở cột cuối, rồi nhập lại chính tệp ấy."
        / "Download them, mend the file by the reasons in its last column, and send that file again.";
    AGAIN = "Nhập tệp đã sửa" / "Send the mended file";
    TO_HISTORY = "Xem các lần nhập" / "See the imports";
    ALL_TAKEN = "Mọi dòng đều đã ghi." / "Every row was written.";
    NOT_DONE = "Lần nhập không thực hiện" / "The import was not carried out";
}
