//! The sentences of figures taken away as a file.

words! {
    FILE_XLSX = "Tải bảng tính" / "Download as a workbook";
    FILE_CSV = "Tải CSV" / "Download as CSV";
    SHEET = "Số liệu" / "Figures of the unit";
    CODE = "Mã" / "Code";
    TARGET = "Chỉ tiêu giao" / "Target";
    LEFT = "Còn lại" / "Remaining";
    PACE = "Tiến độ phải đạt" / "Due by now";
    TARGET_PERIOD = "Kỳ giao" / "Period of the target";
    STATE = "Ghi chú" / "Note";

    BY_AGE = "Đoàn viên theo tuổi và giới" / "Members by age and sex";
    AGE_IS = "Tuổi tính theo năm sinh" / "Age by the year of birth";
    AGE = "Tuổi" / "Age";
    WOMEN = "Nữ" / "Women";
    MEN = "Nam" / "Men";
    UNDER_AGE = "Dưới {age}" / "Under {age}";
    AGE_AND_OVER = "{age} trở lên" / "{age} and over";
    AGES_SAY = "Đoàn viên theo nhóm tuổi và giới: nữ {women}, nam {men}."
        / "Members by age and sex: {women} women, {men} men.";
    AGES_LARGE = "Phạm vi này có {n} đoàn viên; tuổi từng người chỉ được đếm khi có người hỏi."
        / "This scope has {n} {n|member|members}; everybody's age is counted when it is asked for.";
    AGES_ASK = "Đếm theo tuổi" / "Count the ages";
    AGES_PAGE = "Xem trang riêng" / "See it on its own page";
    AGES_LEAD = "Đoàn viên của {unit} vào cuối ngày {day}, theo nhóm tuổi và giới."
        / "Members of {unit} at the end of {day}, by age and sex.";
    AGES_NO = "Không đếm tuổi được theo cách xem này" / "Ages cannot be counted this way";
    AGES_NO_DO = "Chọn cách nhìn Như lúc đó, mọi khối và loại hình, số liệu mới nhất; hoặc đơn vị khác."
        / "Choose the organisation as it was, all blocks and kinds, the latest figures; or another unit.";
    MAP = "Các đơn vị theo số đoàn viên" / "The units by their members";
    MAP_IS = "Ô càng lớn càng nhiều đoàn viên; bấm vào ô để mở đơn vị." / "The larger the area, the more members; each opens its unit.";
    MEMBERS_N = "{n} đoàn viên" / "{n} {n|member|members}";
    OTHERS = "{n} đơn vị khác" / "{n} other {n|unit|units}";
    AGES_UNKNOWN = "Sổ chưa có năm sinh và giới của đoàn viên nào ở đây."
        / "The books hold no year of birth with a sex for any member here.";
    AGE_NOT_KNOWN = "{n} đoàn viên chưa rõ năm sinh hoặc giới, không có trong hình."
        / "{n} {n|member|members} without a known year of birth or sex {n|is|are} not in the picture.";
}
