//! The sentences of long work.

words! {
    TITLE = "Việc đang làm" / "Work under way";
    LEAD = "Bạn có thể rời trang này; việc vẫn chạy tiếp, kể cả khi máy khởi động lại."
        / "You may leave this page; the work goes on, even when the machine restarts.";
    DRAFT = "Đang chuẩn bị" / "Being prepared";
    WAITING = "Đang chờ đến lượt" / "Waiting for its turn";
    RUNNING = "Đang làm" / "Running";
    DONE = "Đã xong" / "Done";
    REFUSED = "Không làm được" / "Refused";
    CANCELLED = "Đã hủy" / "Cancelled";
    FAILED = "Dừng vì lỗi của máy" / "Broken off by a fault of ours";
    OF = "{done} trong {total}" / "{done} of {total}";
    TAKE_FILE = "Tải tệp" / "Get the file";
    CANCEL = "Hủy việc này" / "Cancel this work";
    RELOAD = "Xem lại tiến độ" / "Look again";
    SINCE = "Giao lúc {when}" / "Asked for at {when}";
}
