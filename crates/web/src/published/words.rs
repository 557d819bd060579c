//! The sentences of public pages.

words! {
    PUBLIC = "Công bố" / "Published";
    LEAD = "Báo cáo và bài viết đã công bố. Số liệu lấy từ sổ của công đoàn, giữ nguyên như lúc nộp."
        / "Published reports and articles. The figures come from the union's books and stay as they were filed.";
    REPORTS = "Báo cáo" / "Reports";
    ARTICLES = "Bài viết" / "Articles";
    ON = "công bố {day}" / "published {day}";
    ROLL = "Sổ vàng thi đua, khen thưởng" / "Roll of honour";
    EVERYTHING = "Tất cả nội dung công bố" / "Everything published";
    HALL = "Trình chiếu" / "For the hall";
    FILED = "Bản {n}, công bố {day}" / "Version {n}, published {day}";
    SOURCE = "Mẫu: {source}" / "Form: {source}";
    NUMBER = "TT" / "No.";
    CONTENT = "Nội dung" / "Content";
    COUNTED_IN = "Đơn vị tính" / "Counted in";
    VALUE = "Số lượng" / "Value";
    TARGET = "Chỉ tiêu" / "Target";
    RATE = "Tỷ lệ" / "Rate";
    FOOT = "Số liệu không nêu tên ai. Họ tên người được khen có trong sổ vàng." / "The figures name nobody. Who was commended stands in the roll of honour.";
    OF = "trên {n}" / "of {n}";
    NO_FIGURES = "Chưa có số liệu để trình chiếu." / "There are no figures to show.";
    BACK = "Về báo cáo" / "Back to the report";
}
