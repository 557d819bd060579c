//! The sentences of the pages of certificates.

words! {
    CERTIFICATES = "Giấy khen, bằng khen" / "Certificates";
    LEAD = "Mỗi giấy có số trong sổ vàng, mã ngắn và chữ ký điện tử; ai cũng kiểm tra được ở {address}."
        / "Each has a number in the golden book, a short code and a signature; anybody can verify it at {address}.";
    ISSUE = "Cấp giấy theo quyết định" / "Issue by a decision";
    NONE_YET = "Chưa có giấy nào được cấp ở phạm vi này." / "No certificates have been issued here yet.";
    DECISION = "Quyết định" / "Decision";
    DECIDED_ON = "Ngày" / "Day";
    ISSUER = "Nơi cấp" / "Given by";
    ISSUED = "Đã cấp" / "Issued";
    REVOKED_N = "Thu hồi" / "Revoked";
    OF_DECISION = "Theo Quyết định {number} ngày {day}" / "By decision {number} of {day}";
    COUNT = "{n} giấy, {revoked} đã thu hồi." / "{n} {n|certificate|certificates}, {revoked} of them revoked.";
    PRINT_ALL = "Tải {n} tờ (PDF)" / "Get {n} {n|page|pages} (PDF)";
    PRINT_ONE = "In giấy này (PDF)" / "Print this one (PDF)";
    WORDS_ALONE = "Chỉ in chữ, cho phôi có khung sẵn" / "Words alone, for paper with a printed frame";
    NUMBER = "Số sổ vàng" / "Golden book no.";
    RECIPIENT = "Người, tập thể được tặng" / "Recipient";
    AWARD = "Hình thức" / "Award";
    STANDING = "Tình trạng" / "Standing";
    VALID = "còn hiệu lực" / "valid";
    REVOKED = "đã thu hồi" / "revoked";
    HANDED = "Đã trao" / "Handed over";
    NOT_HANDED = "chưa trao" / "not yet handed over";
    CODE = "Mã kiểm tra" / "Code";
    CONTENT = "Thành tích" / "Achievement";
    SIGNED_BY = "Người ký" / "Signed by";
    PUBLIC_PAGE = "Trang kiểm tra" / "Public page";
    REVOKED_BY = "Thu hồi ngày {day} theo {number}: {cause}" / "Revoked {day} by {number}: {cause}";
    DELIVERIES = "Trao giấy, tiền, hiện vật" / "Handed over";
    PAPER = "Giấy" / "The paper";
    MONEY = "Tiền" / "Money";
    ITEM = "Hiện vật" / "An item";
    WHAT = "Trao gì" / "What";
    AMOUNT = "Số tiền (đồng)" / "Amount (VND)";
    ITEM_NAME = "Tên hiện vật" / "Which item";
    RECEIVER = "Người nhận" / "Received by";
    HANDED_ON = "Ngày trao" / "Day";
    WRITE_DELIVERY = "Ghi đã trao" / "Write down";
    TAKE_BACK = "Ghi nhầm, hủy dòng" / "Written by mistake, withdraw";
    DELIVERED = "Đã ghi việc trao." / "Written down.";
    WITHDRAWN = "Đã hủy dòng ghi nhầm." / "The line was withdrawn.";
    REVOKE = "Thu hồi giấy này" / "Revoke this certificate";
    REVOKE_LEAD = "Giấy giữ nguyên số và ở lại trong sổ; trang kiểm tra nói ngay là đã thu hồi. Không in lại được nữa."
        / "It keeps its number and stays in the books; the public page says at once that it was revoked. It can't be printed any more.";
    CAUSE = "Lý do thu hồi" / "Cause";
    REVOKED_ON = "Thu hồi từ ngày" / "Revoked from";
    REVOKE_DONE = "Đã thu hồi giấy số {number}." / "Certificate {number} was revoked.";
    NEW_TITLE = "Cấp giấy khen, bằng khen" / "Issue certificates";
    NEW_LEAD = "{unit}. Số sổ vàng lấy tiếp theo số đã cấp trong năm của quyết định."
        / "{unit}. Numbers follow the last one issued in the decision's year.";
    AWARD_NAME = "Tên riêng của hình thức" / "The award's own name";
    AWARD_NAME_HINT = "Ví dụ: “Vì sự nghiệp xây dựng tổ chức Công đoàn”" / "Only where it has one";
    CONTENT_HINT = "Câu in trên giấy, chung cho mọi người trong danh sách" / "Printed on the paper, the same for all";
    CONTENT_LIST_HINT = "In cho ai trong danh sách chưa ghi thành tích riêng" / "For those whose own achievement the list does not tell";
    AWAIT = "Chờ cấp giấy: {n}. Mỗi lần cấp một loại." / "Awaiting: {n}. One sort is issued at a time.";
    CERTIFICATES_OF_LIST = "Cấp giấy khen" / "Issue certificates";
    PRINTED_OF_LIST = "In giấy khen" / "Print certificates";
    ISSUER_LINES = "Nơi cấp, mỗi dòng một dòng trên giấy" / "Given by, line by line";
    PLACE = "Nơi ký" / "Signed at";
    SIGNER_LINES = "Quyền hạn, chức vụ người ký, mỗi dòng một dòng" / "In whose stead and as what, line by line";
    SIGNER = "Họ tên người ký" / "Name of the signer";
    RECIPIENTS = "Danh sách được tặng" / "Recipients";
    RECIPIENTS_HINT = "Mỗi dòng: họ tên; chức vụ, đơn vị. Dán được từ bảng tính"
        / "A line each: name; title and unit. Can be pasted from a sheet";
    ISSUED_DONE = "Đã cấp {n} giấy, số {first} đến {last}." / "{n} {n|certificate was|certificates were} issued, {first} to {last}.";
    VERIFY = "Kiểm tra giấy khen, bằng khen" / "Verify a certificate";
    VERIFY_LEAD = "Gõ mã in ở góc giấy, hoặc quét mã vuông bằng điện thoại."
        / "Type the code printed in the corner, or read the square with a telephone.";
    VERIFY_DO = "Kiểm tra" / "Verify";
    IS_VALID = "Giấy này có thật và còn hiệu lực" / "This certificate is genuine and valid";
    IS_REVOKED = "Giấy này đã bị thu hồi" / "This certificate was revoked";
    IS_REVOKED_ON = "Thu hồi từ ngày {day}." / "Revoked from {day}.";
    IS_UNKNOWN = "Không có giấy nào mang mã này" / "No certificate has this code";
    IS_UNKNOWN_DO = "Gõ lại mã, chú ý chữ dễ lẫn. Nếu vẫn không thấy, hỏi nơi ghi trên giấy."
        / "Type it again, minding letters that look alike. If it is still not found, ask who is named on the paper.";
    COMPARE_WITH = "Đối chiếu với giấy đang cầm: tên, hình thức, số và ngày quyết định phải giống hệt."
        / "Compare with the paper in hand: name, award, number and day of the decision must be the same.";
    TOO_MANY = "Quá nhiều lần kiểm tra từ địa chỉ này" / "Too many tries from this address";
    TOO_MANY_DO = "Chờ một phút rồi kiểm tra lại." / "Wait a minute and try again.";
    OFFLINE = "Kiểm tra không cần mạng: khóa công khai ở {address}." / "To verify offline: the public key is at {address}.";
}
