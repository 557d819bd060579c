//! The sentences of the pages of members.

words! {
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
        / "{n} people · by given name, then middle, then family name";
    COUNT_SHOWN = "{n} người ở trang này · xếp theo tên gọi, rồi tên đệm, rồi họ"
        / "{n} people on this page · by given name, then middle, then family name";
    COUNT_FOUND = "{n} người ở trang này" / "{n} people on this page";
    CUT = "Đã xem một phần danh sách và dừng lại cho nhanh; bấm “Tìm tiếp” để xem phần sau."
        / "Part of the list was looked through; press “Go on” for the rest.";
    GO_ON = "Tìm tiếp" / "Go on";
    NEXT = "Trang sau" / "Next page";
    FIRST = "Về đầu danh sách" / "To the beginning";
    PAGES = "Trang" / "Pages";
    CAPTION = "Danh sách đoàn viên" / "Members";
}
