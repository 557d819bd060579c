//! The sentences of a check.

words! {
    LEAD = "Dán bài viết, báo cáo, bài phát biểu. Phần mềm tính lại tỷ lệ, cộng lại số, so tên danh hiệu, nhiệm kỳ, ngày tháng."
        / "Paste an article, a report, a speech. Rates are worked out again, sums added up, names of awards, terms and days compared.";
    PASTE = "Văn bản cần soát" / "The text to check";
    PASTE_HINT = "Dán nguyên cả bài; không cần định dạng" / "Paste the whole text; no formatting is needed";
    FILE = "Hoặc một tệp" / "Or a file";
    FILE_HINT = "Tệp .txt, hoặc trang web đã lưu .html, tới 4 MB" / "A .txt file or a saved web page .html, up to 4 MB";
    NOT_KEPT = "Văn bản chỉ được đọc để soát, không lưu lại ở đâu." / "The text is only read to be checked; nothing of it is kept.";
    CHECK = "Soát" / "Check";
    ANOTHER = "Dán bài khác" / "Another text";
    PRINT_SHEET = "In phiếu soát" / "Print the findings";
    MEND = "Sửa văn bản rồi soát lại" / "Mend the text and check again";
    TEXT = "Văn bản" / "The text";
    SIZE = "{p} đoạn · {w} chữ · {n} con số đứng riêng" / "{p} {p|passage|passages} · {w} {w|word|words} · {n} {n|number|numbers} that stand alone";
    TEXT_CUT = "Còn {n} đoạn không hiện ở đây; phiếu soát vẫn gồm cả các đoạn ấy."
        / "{n} more {n|passage is|passages are} not shown here; the findings cover them all the same.";
    SHEET = "Phiếu soát" / "Findings";
    FINDING = "phát hiện số" / "finding";
    NOTHING_FOUND = "Không có tỷ lệ, tổng, ngày, nhiệm kỳ hay tên danh hiệu nào để tính lại."
        / "There is no rate, sum, day, term or name of an award to work out again.";
    MORE_FOUND = "Còn {n} phát hiện nữa không hiện ở đây." / "{n} more {n|finding is|findings are} not shown here.";
    COMPARED = "Con số có tên trong sổ được so với số của {unit}, {period}; bài có thể nói về đơn vị hoặc kỳ khác."
        / "Counts that the books name are compared with those of {unit}, {period}; the text may be about another unit or period.";
    AGREES = "khớp sổ" / "as in the books";
    BOOKS_SAY = "sổ ghi" / "the books say";
    ON_LINE = "Dòng {n}" / "Line {n}";
    SHOULD_SAY = "nên viết" / "should say";
    RIGHT = "Đúng" / "Right";
    ROUNDED = "Đúng, làm tròn" / "Right, rounded";
    TRUNCATED = "Cắt bớt" / "Cut off";
    WRONG = "Sai" / "Wrong";
    IMPOSSIBLE = "Không thể có" / "Impossible";
    DOUBTFUL = "Xem lại" / "Look again";
    LOOK_AGAIN = "Nên xem lại" / "To look at again";
    ALONE = "Đứng riêng" / "Standing alone";
    WRONG_DO = "cần sửa trước khi đăng" / "to be mended before it goes out";
    LOOK_AGAIN_DO = "cắt bớt chữ số, hoặc có chỗ phải hỏi" / "digits cut off, or a reason to ask";
    RIGHT_DO = "tính lại khớp" / "worked out again, they hold";
    IN_BOOKS = "Khớp sổ" / "As in the books";
    IN_BOOKS_DO = "con số có sổ để so" / "counts that the books name";
    ALONE_DO = "không có gì để tính lại" / "nothing to work out again";
    KEY_BAD = "sai" / "wrong";
    KEY_WARN = "nên xem lại" / "look again";
    KEY_GOOD = "đúng" / "right";
    KEY_NONE = "Không gạch: con số đứng riêng" / "Not underlined: a number that stands alone";
}
