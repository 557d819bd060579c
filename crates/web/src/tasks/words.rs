//! The sentences of what is to be done.

words! {
    LEAD = "Ở {unit} và các đơn vị bên dưới, đến {day}. Mỗi dòng dẫn đến nơi giải quyết."
        / "At {unit} and the units below it, on {day}. Each line leads to where it is dealt with.";
    NOTHING = "Không có việc nào chờ bạn" / "Nothing waits for you";
    NOTHING_DO = "Chỉ tiêu chậm tiến độ, người chờ tiếp nhận, đề nghị sửa hồ sơ, dòng nhập chưa được ghi và chức vụ sắp hết hạn sẽ hiện ở đây."
        / "Targets behind their pace, members to be received, requests for correction, rows that were not taken in and posts about to end appear here.";
    ATTENTION = "Cần chú ý" / "Needs attention";
    ALL_TASKS = "Tất cả {n} việc" / "All {n}";
    NOTHING_HERE = "Không có việc nào chờ bạn ở đây." / "Nothing waits for you here.";
    LAST_WRITTEN = "Ghi gần đây" / "Last entries";
    TARGETS = "Chỉ tiêu chậm tiến độ" / "Targets behind their pace";
    BEHIND = "{name}: {done} trên {target}, {period}" / "{name}: {done} of {target}, {period}";
    BEHIND_MORE = "Theo nhịp đều, đến nay phải được {due}" / "At an even pace it would be {due} by now";
    REPORTS = "Báo cáo" / "Reports";
    REPORT_OWED = "Nộp {name}, {period}" / "File {name}, {period}";
    REPORT_DUE = "Hạn nộp {day}" / "Due on {day}";
    REPORT_LATE = "Quá hạn từ {day}" / "Overdue since {day}";
    REPORT_LOCKED = "Đã khóa sau hạn {day}, đề nghị cấp trên gia hạn" / "Locked after {day}; ask the unit above for another day";
    REPORT_RETURNED = "Bị trả lại, sửa rồi nộp bản mới. Hạn {day}" / "Sent back: mend it and file again. Due on {day}";
    TO_APPROVE = "{n} báo cáo chờ duyệt: {name}, {period}" / "{n} {n|report waits|reports wait} for approval: {name}, {period}";
    TO_APPROVE_MORE = "Duyệt, hoặc trả lại từng ô kèm lý do" / "Approve them, or send them back cell by cell with reasons";
    NOT_FILED = "{n} đơn vị chưa nộp: {name}, {period}" / "{n} {n|unit has|units have} not filed: {name}, {period}";
    DUTIES = "Nghĩa vụ trong năm" / "Obligations of the year";
    DUTY = "{name}: còn {n} đơn vị, năm {year}" / "{name}: {n} {n|unit|units} left, {year}";
    DUTY_DUE = "Hạn {day}" / "Due on {day}";
    DUTY_OVER = "Quá hạn từ {day}" / "Overdue since {day}";
    AGREEMENTS = "Thỏa ước sắp hết hạn" / "Agreements about to end";
    AGREEMENT = "Thỏa ước lao động tập thể của {unit}" / "Collective agreement of {unit}";
    AGREEMENT_MORE = "Hết hạn {day}: thương lượng, ký lại rồi ghi" / "Ends on {day}: bargain, sign anew and record it";
    SUSPECTS = "Nghi trùng hồ sơ" / "Suspected duplicates";
    PAIRS = "{n} cặp hồ sơ có thể là một người" / "{n} {n|pair|pairs} of records may be one person";
    PAIRS_MORE = "So hai hồ sơ, gộp làm một hoặc ghi là hai người" / "Compare them: join them, or say that they are two people";
    TRANSFERS = "Chuyển sinh hoạt chờ trả lời" / "Transfers that wait";
    TO_RECEIVE = "{n} đoàn viên chờ tiếp nhận ở đây" / "{n} {n|member waits|members wait} to be received here";
    TO_RECEIVE_MORE = "Tiếp nhận, hoặc không tiếp nhận để họ về đơn vị cũ"
        / "Receive them, or return them to their old units";
    TO_BE_ANSWERED = "{n} đoàn viên đã giới thiệu đi, nơi đến chưa trả lời"
        / "{n} {n|member was|members were} sent and not answered yet";
    TO_BE_ANSWERED_MORE = "Họ được đếm riêng, không ở đơn vị nào cho đến khi được trả lời"
        / "They are counted apart, at no unit, until they are answered";
    ROUNDS = "Đợt xét khen thưởng" / "Rounds of commendation";
    ROUND_CALL = "Gửi hồ sơ đề nghị, hạn {day}" / "Send nominations until {day}";
    ROUND_APPRAISE = "{n} hồ sơ chờ thẩm định" / "{n} {n|file|files} to appraise";
    ROUND_MEND = "{n} hồ sơ bị trả lại, cần bổ sung" / "{n} returned {n|file|files} to mend";
    ROUND_OUTCOME = "{n} hồ sơ đã thẩm định chờ kết quả" / "{n} appraised {n|file waits|files wait} for an outcome";
    REQUESTS = "Đề nghị của đoàn viên" / "Requests of members";
    CORRECTIONS = "{n} đề nghị sửa hồ sơ chờ trả lời" / "{n} {n|request|requests} for correction {n|waits|wait} for an answer";
    CORRECTIONS_MORE = "Nhận thì hồ sơ được sửa ngay; không nhận thì ghi lý do"
        / "Accepted, the record is corrected at once; declined, a reason is given";
    IMPORTS = "Dòng nhập chưa được ghi" / "Rows that were not taken in";
    REFUSED = "{file}: {n} dòng không ghi được" / "{file}: {n} {n|row was|rows were} not taken in";
    REFUSED_MORE = "{unit}, nhập ngày {day}" / "{unit}, taken in on {day}";
    REFUSED_OTHERS = "{n} lần nhập khác còn dòng chưa ghi" / "{n} other {n|import|imports} with rows not taken in";
    REFUSED_OTHERS_MORE = "Trong 30 ngày qua" / "In the last 30 days";
    POSTS = "Chức vụ sắp hết hạn" / "Posts about to end";
    ENDING = "{name}: {role}, hết từ {day}" / "{name}: {role}, ends on {day}";
    SCORES = "Chấm điểm thi đua" / "Scores";
    CARD_FILL = "Tự chấm điểm của đơn vị, hạn {day}" / "Fill the unit's own card by {day}";
    CARD_MEND = "Phiếu chấm bị trả lại, cần bổ sung (hạn {day})" / "A card came back and wants mending (by {day})";
    CARDS_REVIEW = "Thẩm định {n} phiếu chấm điểm" / "Review {n} {n|card|cards}";
    CARDS_RANK = "Xếp loại {n} đơn vị đã thẩm định" / "Rank {n} reviewed {n|unit|units}";
}
