//! The sentences of suspected duplicates.

words! {
    LEAD = "Các cặp hồ sơ của {unit} và đơn vị cấp dưới trùng số căn cước, hoặc trùng họ tên, ngày sinh và giới. Máy chỉ nêu; người quyết định."
        / "Pairs of records of {unit} and the units below it that share an identity number, or name, birth date and sex. The program points; people decide.";
    TO_ANSWER = "Chờ trả lời" / "To be answered";
    ANSWERED = "Đã trả lời" / "Answered";
    ANSWERED_LEAD = "Hồ sơ đã gộp tách lại được; cặp đã ghi là hai người xem lại được." / "A merge can be taken apart; a pair told apart can be looked at again.";
    NONE = "Không có cặp nào nghi trùng" / "No pair is suspected";
    NONE_DO = "Khi ghi hoặc nhập thêm người, cặp mới hiện ở đây." / "When people are recorded or imported, new pairs appear here.";
    GO_ON_LOOKING = "Nhiều cặp vừa xem thuộc người ở đơn vị khác; xem trang sau." / "Many pairs just read are of people elsewhere; see the next page.";
    PAIRS_HERE = "{n} cặp trên trang này" / "{n} {n|pair|pairs} on this page";
    FIRST_PAGE = "Về trang đầu" / "First page";
    SCORE = "Giống {n}/100" / "Alike {n}/100";
    SIDE_BY_SIDE = "Hai hồ sơ cạnh nhau" / "The two records side by side";
    EARLIER = "Hồ sơ cũ hơn" / "Earlier record";
    LATER = "Hồ sơ mới hơn" / "Later record";
    AGREES = "So sánh" / "Agreement";
    NUMBER = "Số căn cước" / "Identity number";
    NAME = "Họ và tên" / "Name";
    BIRTH = "Ngày sinh" / "Birth";
    SEX = "Giới" / "Sex";
    PHONE = "Điện thoại" / "Phone";
    JOINED = "Vào công đoàn" / "Joined the union";
    UNIT = "Đơn vị" / "Unit";
    STATE = "Tình trạng" / "State";
    JOB = "Công việc" / "Work";
    NOT_TOLD = "chưa có" / "not told";
    SAME = "giống" / "same";
    ALIKE = "gần giống" / "alike";
    DIFFERS = "khác" / "differs";
    UNKNOWN = "chưa rõ" / "not known";
    POINTS = "{n} điểm" / "{n} {n|point|points}";
    KEEP_EARLIER = "Giữ hồ sơ cũ, gộp hồ sơ mới vào" / "Keep the earlier, merge the later into it";
    KEEP_LATER = "Giữ hồ sơ mới, gộp hồ sơ cũ vào" / "Keep the later, merge the earlier into it";
    NOT_ONE = "Không phải một người" / "Not one person";
    WHY = "Vì sao (không bắt buộc)" / "Why (optional)";
    SAY_NOT_ONE = "Ghi là hai người" / "Record as two people";
    MERGE_IS = "Gộp thì biến động của hồ sơ bỏ đi được ghi đảo như ghi sai, số đoàn viên giảm theo; tách lại được bất cứ lúc nào."
        / "A merge reverses the events of the dropped record as recorded in error and the counts follow; it can be taken back at any time.";
    MERGED = "Đã gộp hai hồ sơ. Có thể tách lại ở mục Đã trả lời." / "The two records were merged. It can be taken back under Answered.";
    UNMERGED = "Đã tách lại: hồ sơ trở về với các biến động của nó." / "Taken apart: the record is back with its events.";
    TOLD_APART = "Đã ghi là hai người khác nhau; cặp này không hiện lại." / "Recorded as two people; the pair will not come again.";
    LISTED_AGAIN = "Cặp này trở lại danh sách chờ trả lời." / "The pair is listed again.";
    MERGES = "Đã gộp" / "Merged";
    NO_MERGES = "Chưa có hồ sơ nào được gộp." / "No record was merged.";
    APARTS = "Đã ghi là hai người" / "Told apart";
    NO_APARTS = "Chưa có cặp nào được ghi là hai người." / "No pair was told apart.";
    UNMERGE = "Tách lại" / "Take apart";
    LOOK_AGAIN = "Xem lại" / "Look again";
    BY_WHEN = "{who} · {when}" / "{who}, {when}";
}
