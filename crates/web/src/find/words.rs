//! The sentences of the page that finds everything.

words! {
    TITLE = "Tìm “{typed}”" / "Search “{typed}”";
    LEAD = "Tên người, tên hoặc mã đơn vị; có dấu hay không dấu đều được, một phần cũng được."
        / "Names of people, names or codes of units; with or without marks, a part is enough.";
    PEOPLE = "Người" / "People";
    NO_PEOPLE = "Không có ai trong phạm vi của bạn khớp." / "Nobody within your reach matches.";
    MAY_NOT = "Chức vụ của bạn không xem được tên đoàn viên." / "Your post does not let you see members' names.";
    NO_UNITS = "Không có đơn vị nào khớp." / "No unit matches.";
    ALL_UNITS = "Xem mọi đơn vị khớp" / "All units that match";
    TYPE = "Gõ vài chữ rồi bấm Enter." / "Type a few letters and press Enter.";
    EVERYTHING = "Tìm người, đơn vị" / "Find people and units";
    BORN = "sinh {birth}" / "born {birth}";
    GONE = "đã thôi" / "left";
    MOVING = "đang chuyển" / "moving";
}
