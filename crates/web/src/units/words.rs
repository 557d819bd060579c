//! The sentences of the pages of units.

words! {
    TREE_LEAD = "Tên là đường vào hồ sơ; mỗi con số dẫn về nơi nó từ đó ra."
        / "A name leads to the unit's record; each figure leads to where it comes from.";
    FILTER = "Lọc" / "Filter";
    FILTERS = "Lọc danh sách" / "Narrow the list";
    ANY_KIND = "Mọi loại hình" / "All kinds";
    ANY_BLOCK = "Mọi khối" / "All blocks";
    BLOCK = "Khối" / "Block";
    LIVES = "Hoạt động" / "Life";
    LIVES_OPEN = "Đang hoạt động" / "Standing";
    LIVES_ENDED = "Đã kết thúc" / "Ended";
    LIVES_EITHER = "Cả hai" / "Both";
    MEMBERLESS = "Không có đoàn viên" / "Without members";
    ALL_LEVELS = "Cả các cấp dưới" / "All levels below";
    NONE_FIT = "Không có đơn vị nào khớp bộ lọc" / "No unit fits the filter";
    NONE_FIT_DO = "Bỏ bớt điều kiện, hoặc xem cả các cấp dưới." / "Remove a condition, or look at all levels below.";
    CLEAR_FILTERS = "Bỏ mọi bộ lọc" / "Remove all filters";
    DOWNLOAD = "Tải về" / "Download";
    BELOW_IT = "Đơn vị bên dưới" / "Units below";
    OPEN_BRANCH = "Mở {name}" / "Open {name}";
    BRANCH = "Mở" / "Open";
    ALL_LEVELS_OF = "Mọi cấp dưới {unit}" / "All levels below {unit}";
    ALL_LEVELS_LEAD = "Theo đường quản lý ngày {day}." / "By the line of managers on {day}.";
    SHOWN_HERE = "{n} đơn vị trên trang này" / "{n} units on this page";
    NEXT_PART = "Xem tiếp" / "Go on";
    FROM_THE_START = "Về đầu danh sách" / "Back to the beginning";
    FORMERLY = "trước đây: {name}" / "formerly: {name}";
    FOUND_ONLY_FIRST = "Chỉ hiện {n} đơn vị đầu; gõ thêm một chữ để thu hẹp."
        / "Only the first {n} units are shown; type one more letter to narrow them down.";
}
