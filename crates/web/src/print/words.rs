//! The sentences of printing.

words! {
    READY = "Trang đã sẵn sàng để in. Nếu hộp in không tự mở, bấm Ctrl+P." / "The page is ready to be printed. If no dialog opens, press Ctrl+P.";
}
