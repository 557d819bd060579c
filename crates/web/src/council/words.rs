//! The sentences of the council room.

words! {
    COUNCIL = "Hội đồng thi đua" / "Councils";
    VOTE = "Bỏ phiếu" / "Vote";
    LEAD = "Thành phần theo quyết định, phiên họp, bỏ phiếu kín hay công khai, biên bản."
        / "Composition by decision, sessions, secret and open ballots, minutes.";
    COUNCILS = "Các hội đồng" / "All councils";
    SESSIONS = "Phiên họp" / "Sessions";
    NO_SESSIONS = "Chưa có phiên họp nào." / "No session has been called yet.";
    NO_COUNCILS = "Chưa có hội đồng nào trong phạm vi này" / "No council here yet";
    NO_COUNCILS_DO = "Ghi quyết định lập hội đồng và thành viên, rồi gọi phiên họp đầu tiên."
        / "Record the decision and the members, then call the first session.";
    SET_UP = "Lập hội đồng" / "Set up a council";
    SET_UP_LEAD = "Ghi đúng như quyết định; người trong sổ gõ họ tên hoặc mã hồ sơ."
        / "As the decision has it; people in the books by name or record number.";
    SET_UP_DONE = "Đã lập hội đồng." / "The council was set up.";
    NAME = "Tên hội đồng" / "Name";
    OF_UNIT = "Của đơn vị" / "Of";
    FROM = "Từ ngày" / "From";
    FROM_HINT = "Từ ngày (để trống: ngày của quyết định)" / "From (empty: the day of the decision)";
    TO_HINT = "Đến ngày (nếu quyết định có nêu)" / "Until (where the decision says so)";
    MEMBERS = "Thành viên" / "Members";
    DAY = "Ngày họp" / "Day";
    ABOUT = "Nội dung phiên họp" / "About";
    ABOUT_HINT = "Ví dụ: Xét khen thưởng năm 2026" / "Such as: commendation of 2026";
    PLACE = "Nơi họp" / "Place";
    MATTERS = "Số mục" / "Matters";
    STAGE = "Tình trạng" / "State";
    TO_COME = "sắp họp" / "to come";
    TODAY = "họp hôm nay" / "today";
    SEATS = "Thành phần" / "Composition";
    SEATS_LEAD = "Bỏ trống các dòng thừa. Đánh dấu ô cuối với người không có hồ sơ trong sổ."
        / "Leave rows empty that are not needed. Tick the last box for people without a record here.";
    SEATS_DONE = "Đã ghi thay đổi thành phần." / "The change was recorded.";
    ROLE = "Vai trò" / "Role";
    WHO = "Họ tên" / "Name of person";
    WHO_HINT = "Họ tên đầy đủ, hoặc mã hồ sơ khi trùng tên" / "Full name, or the record number of namesakes";
    TITLE = "Chức vụ" / "Title";
    OUTSIDE = "Người ngoài sổ" / "Not in the books";
    OUTSIDE_SHORT = "(ngoài sổ)" / "(not in the books)";
    SITS = "Tham gia" / "Sits";
    SITS_FROM = "từ {day}" / "since {day}";
    CHANGE_SEATS = "Thay đổi thành phần" / "Change the composition";
    SEAT_ADD = "Bổ sung thành viên" / "Add a member";
    SEAT_END = "Thôi tham gia" / "End a seat";
    LAST_DAY = "Ngày cuối" / "Last day";
    CALL = "Gọi phiên họp" / "Call a session";
    CALLED = "Đã gọi phiên họp." / "The session was called.";
    CHANGE = "Sửa phiên họp" / "Change the session";
    CHANGE_LEAD = "Sửa được đến khi mở lần bỏ phiếu đầu tiên." / "Until the first ballot is opened.";
    CHANGE_KEEPS = "Chương trình họp đã có mục nên ngày và điều kiện họp giữ nguyên. Muốn đổi thì rút các mục, sửa phiên họp, rồi đưa lại."
        / "With matters on the agenda, day and quorum stay. To change them withdraw the matters, change the session, put them back.";
    CHANGED = "Đã sửa phiên họp." / "The session was changed.";
    CANCEL = "Hủy phiên họp này" / "Call this session off";
    CANCEL_LEAD = "Phiên họp ở lại trong sổ với chữ “đã hủy”." / "It stays in the books as called off.";
    CANCELLED = "Đã hủy phiên họp." / "The session was called off.";
    QUORUM = "Họp được khi có mặt từ" / "Quorum";
    QUORUM_HINT = "Trên tổng số thành viên; ghi như 2/3 hoặc 80%" / "Of all members; such as 2/3 or 80%";
    SOURCE = "Căn cứ" / "Source";
    SOURCE_HINT = "Quy chế của hội đồng, văn bản, hoặc “hội đồng thống nhất tại phiên họp”"
        / "The council's own rules, a document, or “agreed at the session”";
    SESSION_OF = "Phiên họp {day}" / "Session of {day}";
    NOT_YET = "Điểm danh và bỏ phiếu bắt đầu từ ngày {day}." / "Attendance and votes begin on {day}.";
    PRESENT = "Dự họp" / "Present";
    ENOUGH = "đủ" / "enough";
    NOT_ENOUGH = "chưa đủ" / "not enough";
    NEEDS = "cần {least}, là {share} của {all}" / "needs {least}, which is {share} of {all}";
    DECIDED_N = "{n} mục đã có kết quả" / "{n} decided";
    PASSED = "Thông qua" / "Passed";
    FAILED = "Không thông qua" / "Not passed";
    POSTPONED = "Để lại" / "Postponed";
    FAILED_N = "{n} mục không đủ phiếu" / "{n} without enough votes";
    MINUTES = "Biên bản" / "Minutes";
    CLOSE = "Kết thúc phiên họp" / "Close the session";
    CLOSE_LEAD = "Sau khi kết thúc không sửa được gì nữa; biên bản lập từ những gì đã ghi."
        / "Nothing changes afterwards; the minutes are made from what was recorded.";
    CLOSED = "Đã kết thúc phiên họp." / "The session was closed.";
    ATTENDANCE = "Điểm danh" / "Attendance";
    ATTENDANCE_WRITE = "Ghi điểm danh" / "Record attendance";
    ATTENDANCE_DONE = "Đã ghi điểm danh." / "Attendance was recorded.";
    ATTENDANCE_FIXED = "Đang có phiếu mở nên chưa đổi được." / "Fixed while a ballot is open.";
    PRESENCE = "Dự họp hay vắng" / "Presence";
    NOTE = "Ghi chú" / "Note";
    NOT_TOLD = "chưa điểm danh" / "not told";
    AGENDA = "Chương trình họp" / "Agenda";
    AGENDA_DONE = "Đã ghi." / "Recorded.";
    ADD_MATTER = "Thêm mục" / "Add a matter";
    MATTER_DONE = "Đã đưa vào chương trình họp." / "It is on the agenda.";
    NO_MATTERS = "Chương trình họp còn trống" / "The agenda is empty";
    NO_MATTERS_DO = "Thêm từng người, tập thể cần xét; mỗi mục một lần bỏ phiếu."
        / "Add each person or collective; each matter is voted on by itself.";
    ITEM = "Mục" / "Item";
    ASKED = "Nội dung xét" / "What is asked";
    ASKED_HINT = "Thành tích, hoặc việc cần biểu quyết" / "The achievement, or the matter itself";
    TERMS = "Mức thông qua" / "What passes";
    TERMS_LEAD = "Ở đâu có văn bản đã đọc thì theo văn bản và chỉ được chặt hơn; ở đâu không có thì phiên họp tự ghi và nêu căn cứ."
        / "Where a text was read it binds and can only be tightened; elsewhere the session types its own, with its source.";
    VOTES_FOR = "Tán thành" / "For";
    AGAINST = "Không tán thành" / "Against";
    BLANK = "Phiếu trắng" / "Blank";
    SPOILT = "Không hợp lệ" / "Spoilt";
    AGAINST_BLANK = "Không, trống" / "Against, none";
    RESULT = "Kết quả" / "Result";
    NEEDED_N = "cần {n}" / "needs {n}";
    VOTE_ON = "Bỏ phiếu mục" / "Vote on item";
    RECUSED_NAMED = "{name} không bỏ phiếu: {reason}" / "{name} has no vote: {reason}";
    SECRET = "bỏ phiếu kín" / "secret ballot";
    OPEN = "công khai" / "open ballot";
    TYPED_HERE = "phiên họp tự ghi" / "typed by the session";
    IS_OPEN = "đang bỏ phiếu" / "being voted on";
    NOT_VOTED = "chưa bỏ phiếu" / "not voted";
    WAY = "Cách bỏ phiếu" / "How";
    WAY_HINT = "Phiếu giấy do hai người nhập riêng; giơ tay chỉ cho mục công khai"
        / "Papers are entered by two people apart; hands only for open matters";
    LETTERS = "Người vắng đã gửi phiếu bằng văn bản" / "Absent members whose votes came in writing";
    OPEN_BALLOTS = "Mở bỏ phiếu các mục đã chọn" / "Open the chosen ballots";
    OPENED = "Đã mở bỏ phiếu." / "Ballots were opened.";
    RECUSE_OR_WITHDRAW = "Người không được bỏ phiếu, rút mục" / "Recuse a member, withdraw a matter";
    RECUSE = "Ghi người không bỏ phiếu" / "Recuse";
    RECUSE_LEAD = "Người được xét tự động không bỏ phiếu về mình; ở đây ghi người có quan hệ với họ."
        / "Who a matter is about has no vote on it anyway; here goes who is related.";
    REASON = "Lý do" / "Reason";
    REASON_HINT = "Ví dụ: vợ, chồng của người được xét" / "Such as: married to the person";
    WITHDRAW = "Rút khỏi chương trình" / "Withdraw from the agenda";
    RETURN_VOTE = "Ghi nhầm: {name} bỏ phiếu mục {item}" / "By mistake: {name} votes on item {item}";
    RUNNING = "Đang bỏ phiếu" / "Being voted on";
    RUNNING_LEAD = "Trước khi kết thúc không ai xem được số phiếu kín, kể cả người quản trị."
        / "Until the end nobody can see the votes of a secret ballot, the administrator included.";
    VOTED_N = "{n}/{of} người đã bỏ phiếu" / "{n} of {of} have voted";
    COUNTERS_N = "{n}/2 người đã nhập, {of} người được bỏ phiếu" / "{n} of 2 have entered, {of} may vote";
    WAITS_FOR = "chưa bỏ:" / "waits for:";
    LOST = "mất hòm phiếu" / "urn lost";
    LOST_DO = "Chương trình đã dừng giữa chừng. Hủy lần này rồi mở lại."
        / "The program stopped in between. Throw this ballot away and open it again.";
    LOST_VOTER = "Máy chủ đã khởi động lại giữa chừng, phiếu kín bỏ trước đó không còn. Chờ thư ký mở lại."
        / "The server restarted in between and the secret votes are gone. Wait for the ballot to be opened again.";
    ENTER_PAPERS = "Nhập phiếu giấy" / "Enter papers";
    ENTER_HANDS = "Ghi phiếu theo tên" / "Enter votes by name";
    END_WHICH = "Kết thúc các mục" / "End these";
    EARLY = "Kết thúc dù còn người chưa bỏ phiếu" / "End although not everybody has voted";
    END_AND_COUNT = "Kết thúc, kiểm phiếu" / "End and count";
    COUNTED = "Đã kiểm phiếu." / "The votes were counted.";
    VOID = "Hủy lần bỏ phiếu" / "Throw a ballot away";
    VOID_LEAD = "Phiếu bị bỏ đi mà không ai xem; mục ấy mở bỏ phiếu lại được."
        / "The votes are thrown away unread; the matter can be voted on again.";
    VOID_WHY = "Lý do hủy lần bỏ phiếu mục {item}" / "Why the ballot on item {item} is thrown away";
    VOIDED = "Đã hủy lần bỏ phiếu." / "The ballot was thrown away.";
    NO_AWARD = "Việc khác, không phải khen thưởng" / "Another matter";
    ROUND = "Lấy từ đợt xét" / "Take from a round";
    ROUND_HINT = "Đưa mọi hồ sơ đang chờ vào chương trình họp; không cần ghi phần dưới, trừ mức thông qua"
        / "Puts every file that waits on the agenda; nothing below is needed but what passes";
    ROUND_N = "{round}: {n} hồ sơ chờ" / "{round}: {n} {n|file waits|files wait}";
    NO_ROUND = "Không, ghi một mục dưới đây" / "No, one matter as below";
    AWARD = "Danh hiệu, hình thức" / "Award";
    SUBJECT = "Xét cho" / "For";
    A_PERSON = "Người trong sổ" / "A person in the books";
    A_UNIT = "Đơn vị trong sổ" / "A unit in the books";
    SOMEBODY_NAMED = "Người, tập thể ngoài sổ" / "Somebody or something not in the books";
    NO_RULE = "Chưa đọc được văn bản nào quy định mức thông qua cho hội đồng này. Ghi mức của hội đồng và căn cứ."
        / "No text that binds this council was read. Type the council's own terms and their source.";
    BINDS = "Phải theo:" / "Binding:";
    UNREAD = "Chưa kiểm chứng, chỉ để tham khảo:" / "Unverified, decides nothing:";
    PASS = "Tỷ lệ tán thành" / "Share of votes for";
    PASS_HINT = "Ghi như 2/3 hoặc 80%; để trống khi theo văn bản đã đọc"
        / "Such as 2/3 or 80%; empty where a text that was read decides";
    EDGE = "Phải đạt" / "Must be";
    AT_LEAST = "từ tỷ lệ ấy trở lên" / "that share at least";
    MORE_THAN = "nhiều hơn tỷ lệ ấy" / "more than that share";
    BASE = "Tính trên" / "Of";
    OF_ALL = "tổng số thành viên hội đồng" / "all members";
    OF_PRESENT = "số thành viên dự họp" / "members present";
    BALLOT = "Bỏ phiếu" / "Ballot";
    LETTERS_ALLOWED = "Người vắng được gửi phiếu bằng văn bản" / "Absent members may vote in writing";
    RECUSED_OUT = "Người không được bỏ phiếu không tính vào mẫu số" / "Who has no vote is left out of the number";
    ENTER = "Ghi số đã đếm" / "Record";
    ENTERED = "Đã ghi." / "It was recorded.";
    PAPERS_LEAD = "Đếm phiếu rồi ghi, không hỏi người kia. Có {n} người được bỏ phiếu."
        / "Count and enter without asking the other. {n} {n|person|people} may vote.";
    ENTERED_BY_N = "{n} người đã nhập. Số của nhau chỉ hiện khi đủ hai người."
        / "{n} entered so far. The numbers are shown once two have.";
    COMPARED = "So hai lần nhập" / "The two compared";
    AGREE = "khớp" / "agree";
    DISAGREE = "không khớp" / "disagree";
    COUNTER = "Người nhập" / "Entered by";
    ALL_VOTED = "Mọi người đã bỏ phiếu." / "Everybody has voted.";
    REASON_OF = "Lý do mục {item}" / "Reason for item {item}";
    REASON_TOLD = "Câu này trả lời nơi đề nghị" / "Told to who asked for it";
    VOTED = "Đã bỏ phiếu" / "Voted";
    VOTED_ALL = "Bạn đã bỏ {n} phiếu. Không xem lại, không đổi được." / "You cast {n} {n|vote. It|votes. They} cannot be seen again or changed.";
    NOTHING_OPEN = "Chưa có phiếu nào đang mở" / "No ballot is open";
    NOTHING_OPEN_DO = "Khi thư ký mở bỏ phiếu, phiếu của bạn hiện ở đây." / "Yours stands here once the secretary opens it.";
    LOOK_AGAIN = "Tải lại trang" / "Load again";
    SECRET_VOTER = "Phiếu kín: không ai, kể cả người quản trị, xem được bạn chọn gì trong sổ."
        / "Secret: nobody, the administrator included, finds your choice in the books.";
    OPEN_VOTER = "Biểu quyết công khai: biên bản ghi tên bạn." / "Open: the minutes name you.";
    LOOK_OVER = "Xem lại trước khi bỏ" / "Look it over";
    SURE = "Bỏ phiếu như thế này?" / "Vote like this?";
    SURE_LEAD = "Bỏ rồi không đổi được." / "It cannot be changed afterwards.";
    LEFT_OUT = "Còn {n} mục chưa chọn, bỏ sau được." / "{n} more not chosen; you can vote on them later.";
    CAST = "Bỏ phiếu ngay" / "Vote now";
    CHOOSE_AGAIN = "Chọn lại" / "Choose again";
}
