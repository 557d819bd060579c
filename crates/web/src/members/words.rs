//! The sentences of the pages of members.

words! {
    PAPER_CUT = "In {n} người; danh sách còn nữa." / "{n} {n|person|people} printed; the list goes on.";
    MEMBERS = "Đoàn viên" / "Members";
    LEAD = "{unit}, hôm nay, {day}:" / "{unit}, today, {day}:";
    MEMBERS_N = "đoàn viên" / "members";
    SEARCH_LABEL = "Tìm đoàn viên" / "Find a member";
    SEARCH_HINT = "Tên (gõ không dấu cũng được), trọn số căn cước, hoặc số điện thoại"
        / "Name, marks not needed, a whole identity number, or a phone number";
    SEARCH = "Tìm" / "Search";
    BIRTH = "Ngày sinh" / "Born";
    SEX = "Giới" / "Sex";
    UNION = "Công đoàn cơ sở" / "Union";
    TITLE = "Chức danh" / "Post";
    JOB = "Công việc" / "Work";
    PHONE = "Điện thoại" / "Phone";
    JOINED = "Vào công đoàn" / "Joined";
    STATUS = "Tình trạng" / "State";
    NAME = "Họ và tên" / "Name";
    FEMALE = "Nữ" / "Female";
    MALE = "Nam" / "Male";
    MEMBER = "Đang sinh hoạt" / "Member";
    IN_TRANSIT = "Chờ tiếp nhận" / "In transit";
    LEFT = "Đã thôi" / "Left";
    NO_NUMBER = "Thiếu số căn cước" / "No identity number";
    COLUMNS = "Cột" / "Columns";
    SHOW_COLUMNS = "Hiện các cột này" / "Show these columns";
    GET_CSV = "Tải CSV" / "Get CSV";
    GET_XLSX = "Tải Excel" / "Get Excel";
    FILTERED_BY = "Đang lọc:" / "Filtered by:";
    ADD_FILTER = "Thêm điều kiện" / "Add a condition";
    DROP_FILTER = "bỏ lọc" / "drop the filter";
    DROP_ALL = "Bỏ hết" / "Drop all";
    TYPED = "Chữ" / "Text";
    BLOCK = "Khối" / "Block";
    KIND = "Loại đơn vị" / "Kind of unit";
    ANY = "Tất cả" / "All";
    BORN_FROM = "Sinh từ năm" / "Born from";
    BORN_TO = "đến năm" / "to";
    JOINED_FROM = "Vào công đoàn từ năm" / "Joined from";
    YEARS = "{from}–{to}" / "{from} to {to}";
    ONLY_NO_NUMBER = "Chỉ người thiếu số căn cước" / "Only those without an identity number";
    FILTER = "Lọc" / "Filter";
    NONE_HERE = "Chưa có đoàn viên nào ở đây" / "No member here yet";
    NONE_HERE_DO = "Ghi kết nạp từng người, hoặc nhập cả danh sách từ bảng tính."
        / "Record an admission, or enter a whole list from a spreadsheet.";
    NONE_MATCH = "Không ai khớp điều kiện này" / "Nobody matches";
    NONE_MATCH_DO = "Bỏ bớt điều kiện, hoặc tìm ở đơn vị cấp trên. Không cần gõ dấu."
        / "Drop a condition, or look at a unit above. Marks are not needed.";
    COUNT_OF = "{n} người · xếp theo tên gọi, rồi tên đệm, rồi họ"
        / "{n} {n|person|people} · by given name, then middle, then family name";
    COUNT_SHOWN = "{n} người ở trang này · xếp theo tên gọi, rồi tên đệm, rồi họ"
        / "{n} {n|person|people} on this page · by given name, then middle, then family name";
    COUNT_FOUND = "{n} người ở trang này" / "{n} {n|person|people} on this page";
    CUT = "Đã xem một phần danh sách và dừng lại cho nhanh; bấm “Tìm tiếp” để xem phần sau."
        / "Part of the list was looked through; press “Go on” for the rest.";
    GO_ON = "Tìm tiếp" / "Go on";
    NEXT = "Trang sau" / "Next page";
    FIRST = "Về đầu danh sách" / "To the beginning";
    PAGES = "Trang" / "Pages";
    CAPTION = "Danh sách đoàn viên" / "Members";

    CORRECT = "Sửa thông tin" / "Correct";
    TRANSFER = "Chuyển sinh hoạt" / "Transfer";
    RECORD_LEAVING = "Cho thôi sinh hoạt" / "Record a leaving";
    RESTORE = "Gia nhập lại, khôi phục" / "Restore";
    RECORD_ERROR = "Xóa khỏi sổ do ghi sai" / "Recorded in error";
    ANSWER = "Trả lời giới thiệu" / "Answer";
    ADMIT = "Ghi kết nạp" / "Record an admission";
    ADMIT_LEAD = "Người chưa có trong sổ. Ô nào không bắt buộc có ghi “không bắt buộc”."
        / "Somebody who is not in the books yet. Fields that may stay empty say so.";
    JUST_RECORDED = "Vừa ghi:" / "Just recorded:";
    TAKE_BACK = "Hủy việc này" / "Take this back";
    TAKEN_BACK = "Đã hủy việc “{what}”" / "“{what}” was taken back";
    FACTS = "Thông tin cá nhân" / "What is known";
    BIRTH_AND_SEX = "Ngày sinh, giới" / "Birth, sex";
    BIRTH_PRECISE = "Ngày sinh; chỉ biết năm thì ghi riêng năm" / "Birth; a year alone will do";
    NUMBER = "Số căn cước" / "Identity number";
    NUMBER_HINT = "12 chữ số; giữ kín, chỉ hiện 4 số cuối" / "12 digits; kept sealed, only the last 4 are shown";
    NUMBER_KEEP = "Để trống thì giữ số đang có" / "Left empty, the known number stays";
    NUMBER_NEW = "số mới" / "a new number";
    NAME_HINT = "Như trên thẻ căn cước" / "As on the identity card";
    HOMETOWN = "Quê quán" / "Home town";
    JOINED_LIST = "Vào công đoàn, theo danh sách" / "Joined, as the list told";
    NOTE = "Ghi chú" / "Note";
    NOT_TOLD = "chưa ghi" / "not told";
    SHOWN_ONCE = "chỉ hiện lần này; lần xem đã ghi vào nhật ký"
        / "shown this once; the look was noted";
    SEE_NUMBER = "Xem đủ số" / "See the number";
    LOGGED = "lần xem sẽ được ghi vào nhật ký" / "the look will be noted";
    LIFE = "Quá trình sinh hoạt" / "Life line";
    LIFE_LEAD = "Mới nhất ở trên. Mỗi việc có ngày, đơn vị, văn bản và người ghi."
        / "The newest first. Each with its day, unit, paper and who recorded it.";
    RECORDED = "ghi sổ {when}, {who}" / "recorded {when}, {who}";
    TWINS = "Nghi trùng" / "May be the same person";
    TWINS_LEAD = "So hai hồ sơ trước khi ghi hoặc gộp." / "Compare before you write or merge.";
    TWIN_ELSEWHERE = "Một người ở đơn vị ngoài phạm vi của bạn" / "Somebody outside your reach";
    SAME_NUMBER = "cùng số căn cước" / "the same identity number";
    SAME_NAME = "cùng họ tên, ngày sinh và giới" / "the same name, birth and sex";
    SEEN = "Ai đã xem số căn cước" / "Who saw the identity number";
    SEEN_LEAD = "Mỗi lần xem đủ số được ghi lại." / "Each look is noted.";
    SEEN_NONE = "Chưa ai xem." / "Nobody yet.";
    CHANGES = "Sửa gần đây" / "Corrections";
    CHANGES_SEEN = "Ghi xong, hồ sơ sẽ đổi thế này" / "What will change";
    NO_CHANGES = "Không có gì đổi." / "Nothing changes.";
    CORRECTED = "Đã sửa thông tin của {name}" / "{name} was corrected";
    SEX_MOVES_FIGURES = "Giới đổi, nên các số liệu về đoàn viên nữ đổi theo."
        / "The sex changes, and figures of women with it.";
    EFFECTS = "Ghi xong, sổ sẽ đổi thế này" / "What the books will gain";
    EFFECTS_LEAD = "Xem trước bút toán, chưa ghi gì." / "Postings to be; nothing is written yet.";
    EFFECTS_NONE = "Không có bút toán nào." / "No posting.";
    UNIT = "Đơn vị" / "Unit";
    ACCOUNT = "Tài khoản" / "Account";
    DAY = "Ngày" / "Day";
    MONTH = "Tháng" / "Month";
    YEAR = "Năm" / "Year";
    QUANTITY = "Số lượng" / "Quantity";
    TO_UNIT = "Chuyển đến đơn vị" / "To which unit";
    TO_UNIT_HINT = "Đơn vị ngoài phạm vi của bạn: ghi giới thiệu, chờ nơi ấy tiếp nhận"
        / "Outside your reach: an introduction, which that unit answers";
    AT_UNIT = "Sinh hoạt tại đơn vị" / "Member of which unit";
    ON_DAY = "Ngày có hiệu lực" / "Effective day";
    REASON = "Lý do" / "Reason";
    CHOOSE = "Chọn…" / "Choose…";
    LOOK_FIRST = "Xem trước" / "Look first";
    WRITE = "Ghi vào sổ" / "Write it";
    EDIT_AGAIN = "Sửa lại" / "Change it";
    WILL_RECORD = "Sẽ ghi:" / "To be recorded:";
    SENT_EXPLAINED = "Nơi đến ngoài phạm vi của bạn, nên đoàn viên được giới thiệu và chờ nơi ấy tiếp nhận."
        / "That unit is outside your reach, so the member is introduced and waits for its answer.";
    WRITTEN = "Đã ghi {n} việc vào sổ" / "{n} written";
    ADMITTED = "Đã ghi {name} vào sổ" / "{name} is in the books";
    ERROR_LEAD = "Chỉ dùng khi người này được ghi vào sổ do nhầm lẫn; không tính là giảm đoàn viên. Việc vừa ghi sai thì hủy việc ấy."
        / "Only for somebody recorded by mistake; it is no decrease. A single wrong event is taken back instead.";
    RESTORE_ONLY_LEFT = "Chỉ người đã thôi sinh hoạt mới gia nhập lại."
        / "Only somebody who left can be restored.";
    HOW = "Hình thức" / "How";
    ANOTHER_PERSON = "Vẫn là người khác" / "Still another person";
    ANOTHER_PERSON_HINT = "Đã xem người có trong sổ, và đây không phải người ấy"
        / "I looked at who is in the books, and it is not this one";
    TRANSFERS = "Chờ chuyển sinh hoạt" / "Pending transfers";
    TRANSFERS_LEAD = "Đoàn viên đã được giới thiệu đi và chờ nơi đến trả lời."
        / "Members who were introduced elsewhere and wait for the answer.";
    TRANSFERS_NONE = "Không ai đang chờ" / "Nobody waits";
    TRANSFERS_NONE_DO = "Giới thiệu một đoàn viên từ hồ sơ của người ấy: “Chuyển sinh hoạt”."
        / "A member is introduced from the profile: “Transfer”.";
    SINCE = "chờ từ {day}, {n} ngày" / "since {day}, {n} {n|day|days}";
    ANSWER_DAY = "Ngày trả lời" / "Day of the answer";
    RECEIVE = "Tiếp nhận" / "Receive";
    RETURN = "Không tiếp nhận" / "Do not receive";
    CALL_BACK = "Rút giới thiệu" / "Call back";
    RECEIVED = "Đã tiếp nhận {name}" / "{name} was received";
    RETURNED = "{name} trở về đơn vị cũ" / "{name} is back at the old unit";
    CHOSEN = "Với những người được đánh dấu:" / "With those who are ticked:";
    CHOOSE_ONE = "Chọn {name}" / "Choose {name}";
    IMPORT = "Nhập từ bảng tính" / "From a spreadsheet";
}
