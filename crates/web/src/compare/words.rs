//! The sentences of comparing.

words! {
    COMPARE = "So sánh" / "Compare";
    AGAINST = "so với" / "against";
    TO_DAY = "đến {day}" / "to {day}";
    CHANGE_OTHER = "Đổi bên so sánh: đơn vị, kỳ hoặc ngày khác" / "Compare with another unit, period or day";
    OTHER_UNIT = "So với đơn vị" / "Compare with the unit";
    OTHER_PERIOD = "So với kỳ" / "Compare with the period";
    OTHER_DAY = "Tính đến hết ngày (bỏ trống: hết kỳ)" / "To the end of the day (empty: the whole period)";
    WAYS = "So sánh thường dùng và cách nhìn" / "Usual comparisons, and views";
    YEAR_BEFORE = "Cùng kỳ năm trước" / "The same days a year before";
    PERIOD_BEFORE = "Kỳ liền trước" / "The period before";
    DIFFERENCE = "Chênh lệch" / "Difference";
    CHANGE = "Tăng, giảm" / "Change";
    NO_CHANGE = "không tính được tỷ lệ: bên so sánh không có gì" / "no rate: the other side has nothing";
    OTHERS = "Các chỉ số khác" / "Other indicators";
    CODE = "Mã" / "Code";
    FILE_XLSX = "Tải bảng tính" / "Download as a workbook";
    FILE_CSV = "Tải CSV" / "Download as CSV";
}
