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
}
