//! The sentences of requests.

words! {
    TITLE = "Đề nghị sửa hồ sơ" / "Requests for correction";
    LEAD = "Đoàn viên xem hồ sơ của mình và đề nghị sửa. Đề nghị chờ lâu nhất đứng trước."
        / "Members read their own records and ask for corrections. Those that wait longest stand first.";
    WHO = "Đoàn viên" / "Member";
    FIELD = "Mục" / "Field";
    ASKED = "Đề nghị ghi" / "Should say";
    SINCE = "Chờ từ" / "Waits since";
    SINCE_SAYS = "{day}, {n} ngày" / "{day}, {n} {n|day|days}";
    UNIT = "Đơn vị" / "Unit";
    NONE = "Không có đề nghị nào chờ trả lời" / "No request waits for an answer";
    NONE_DO = "Khi đoàn viên trong phạm vi của bạn đề nghị sửa hồ sơ ở trang của họ, đề nghị hiện ở đây."
        / "When a member within your reach asks for a correction on their own page, it appears here.";
    MORE = "Xem tiếp" / "More";
    FROM_START = "Về đầu danh sách" / "Back to the beginning";
    REQUEST_OF = "Đề nghị của {name}" / "Request of {name}";
    NOW = "Sổ đang ghi" / "The books say";
    NOT_RECORDED = "chưa ghi" / "not recorded";
    BECAUSE = "Căn cứ" / "Because of";
    ACCEPT = "Sửa đúng như đề nghị" / "Correct it as asked";
    ACCEPT_LEAD = "Hồ sơ được sửa và đề nghị được trả lời cùng một lần ghi."
        / "The record is corrected and the request answered in one batch.";
    SEX_MOVES = "Đổi giới tính làm thay đổi số đoàn viên nữ của đơn vị."
        / "A change of sex changes the number of women members of the unit.";
    SAME = "Sổ đã ghi đúng như đề nghị. Trả lời là đã xử lý, hoặc không nhận."
        / "The books already say so. Answer that it is done, or decline.";
    GUIDED = "Mở phiếu sửa hồ sơ" / "Open the correction form";
    GUIDED_LEAD = "Để sửa nhiều mục, hoặc ghi khác với đề nghị. Ghi phiếu thì đề nghị cũng được trả lời."
        / "To correct several fields, or otherwise than asked. Writing the form answers the request too.";
    DONE = "Đã xử lý bằng việc khác" / "Dealt with otherwise";
    DONE_SAID = "Đã làm gì" / "What was done";
    DONE_HINT = "Ví dụ: đã ghi chuyển sinh hoạt về đơn vị mới" / "For example: the transfer was recorded";
    DONE_SEND = "Trả lời là đã xử lý" / "Answer that it is done";
    DECLINE = "Không nhận đề nghị" / "Decline";
    DECLINE_SAID = "Lý do" / "Why";
    DECLINE_HINT = "Đoàn viên đọc được câu này" / "The member reads this sentence";
    DECLINE_SEND = "Trả lời không nhận" / "Send the refusal";
    ANSWERED_YES = "Đã sửa hồ sơ của {name} và trả lời đề nghị."
        / "The record of {name} is corrected and the request answered.";
    ANSWERED_DONE = "Đã trả lời đề nghị của {name}." / "The request of {name} is answered.";
    ANSWERED_NO = "Đã trả lời {name} là không nhận đề nghị." / "{name} was told that the request is declined.";
    WAS_ACCEPTED = "Đề nghị này đã được nhận" / "This request was accepted";
    WAS_DECLINED = "Đề nghị này không được nhận" / "This request was declined";
    ANSWERED_BY = "{actor} trả lời lúc {when}" / "{actor} answered, {when}";
    NUMBER_HIDDEN = "Bạn không có quyền xem số căn cước nên chỉ thấy bốn số cuối."
        / "You may not read identity numbers, so only the last four digits are shown.";
}
