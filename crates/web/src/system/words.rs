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
}
