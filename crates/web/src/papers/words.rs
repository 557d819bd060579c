//! The sentences of papers.

words! {
    NO_PRESS = "Máy chủ này không mở phần in văn bản." / "This server was opened without printing of papers.";
    WORD_IT = "Soạn văn bản" / "Draft the paper";
    DECISION = "Quyết định khen thưởng" / "The decision";
    PAPER = "Quyết định" / "Decision";
    SUBMISSION_DO = "Soạn tờ trình" / "Draft the letter";
    SUBMISSION = "Tờ trình đề nghị khen thưởng" / "The submission letter";
    LEAD = "Danh sách kèm theo lấy từ sổ. Lời văn dưới đây là bản nháp: sửa rồi tải về; sổ chỉ ghi là đã in."
        / "The lists annexed come from the books. The words below are a draft: mend them and take the file; the books note only that it was printed.";
    NUMBER = "Số, ký hiệu" / "Number";
    BESIDES = "Lời văn" / "The words";
    ABOUT = "Trích yếu" / "What it is about";
    AUTHORITY = "Nơi quyết định" / "Who decides";
    TO = "Kính gửi" / "To";
    GROUNDS = "Căn cứ" / "Grounds";
    GROUNDS_HINT = "Mỗi dòng một căn cứ" / "A ground each line";
    ARTICLES = "Các điều" / "Articles";
    ARTICLES_HINT = "Mỗi dòng một điều; số điều tự đánh" / "An article each line; they are numbered by themselves";
    PARAGRAPHS = "Nội dung" / "Text";
    PARAGRAPHS_HINT = "Mỗi dòng một đoạn" / "A paragraph each line";
    RECEIVERS = "Nơi nhận" / "Who gets a copy";
    RECEIVERS_HINT = "Mỗi dòng một nơi" / "One each line";
    PLACE = "Nơi ký" / "Signed at";
    SIGNED_AS = "Ký với tư cách" / "Signed as";
    SIGNER = "Người ký" / "Signer";
    AS_PDF = "Tải PDF" / "Get PDF";
    AS_DOCX = "Tải Word" / "Get Word";
    LISTS = "Danh sách kèm theo" / "Lists annexed";
    ROWS_N = "{n} dòng" / "{n} {n|row|rows}";
    BACK = "Quay lại danh sách" / "Back to the list";
}
