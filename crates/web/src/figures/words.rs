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
    AGES_LARGE = "Phạm vi này có {n} đoàn viên; đếm tuổi từng người mất ít giây nên chỉ làm khi được yêu cầu."
        / "This scope has {n} members; counting everybody's age takes some seconds, so it waits to be asked for.";
    AGES_ASK = "Đếm theo tuổi" / "Count the ages";
    AGES_UNKNOWN = "Sổ chưa có năm sinh và giới của đoàn viên nào ở đây."
        / "The books hold no year of birth with a sex for any member here.";
    AGE_NOT_KNOWN = "{n} đoàn viên chưa rõ năm sinh hoặc giới, không có trong hình."
        / "{n} members without a known year of birth or sex are not in the picture.";
}
