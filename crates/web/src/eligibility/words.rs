//! The sentences of the pages of awards and eligibility.

words! {
    LEAD = "Khen thưởng có thể trao ngày {day}: {titles} danh hiệu, {forms} hình thức. Mỗi mục ghi văn bản làm căn cứ và mức tin cậy."
        / "What can be awarded on {day}: {titles} titles, {forms} forms. Each names its source and how sure it is.";
    ON = "Ngày xét" / "Day";
    ON_HINT = "Quy định có hiệu lực ngày ấy được dùng, như 20/12/2023" / "The rules in force on that day are used, such as 20/12/2023";
    SHOW = "Xem" / "Show";
    TITLES = "Danh hiệu" / "Titles";
    FORMS = "Hình thức khen thưởng" / "Forms";
    AWARD = "Khen thưởng" / "Award";
    FOR = "Đối tượng" / "For";
    DECIDED_BY = "Cấp quyết định" / "Decided by";
    RULE = "Tiêu chuẩn" / "Rule";
    SOURCE = "Căn cứ" / "Source";
    MARK = "Mức tin cậy" / "Mark";
    NO_RULE = "chưa có tiêu chuẩn đã kiểm chứng" / "no verified rule";
    RULE_N = "{n} điều kiện" / "{n} {n|condition|conditions}";
    NONE = "Chưa có khen thưởng nào vào ngày ấy" / "Nothing could be awarded on that day";
    NONE_DO = "Chọn một ngày khác." / "Choose another day.";
    ALIASES = "Cũng gọi là" / "Also called";
    LOOK_ALIKES = "Tên không có thật, đã từng in nhầm" / "Names that do not exist, printed in error";
    ONCE = "Chỉ tặng một lần" / "Given once in a life";
    SERIES = "Số quyết định" / "Number of decisions";
    ITEMS = "Kèm theo" / "With it";
    LASTS = "Hiệu lực" / "In force";
    FOLLOWED_BY = "Sau này gọi là" / "Later called";
    NOTE = "Ghi chú" / "Note";
    LASTS_SINCE = "từ {from}" / "from {from}";
    LASTS_FROM_TO = "từ {from} đến {to}" / "{from} to {to}";
    MONEY = "Tiền thưởng" / "Money";
    MONEY_IS = "{sum} đồng nếu quyết định ngày {day}: {coefficient} × lương cơ sở {base}, làm tròn {rounding}"
        / "{sum} đồng if decided on {day}: {coefficient} × base salary {base}, rounded {rounding}";
    MONEY_CEILING = "nhiều nhất {sum} đồng nếu quyết định ngày {day}: {coefficient} × lương cơ sở {base}, làm tròn {rounding}"
        / "at most {sum} đồng if decided on {day}: {coefficient} × base salary {base}, rounded {rounding}";
    MONEY_NONE = "chưa đọc được hệ số" / "the coefficient could not be read";
    VERSIONS = "Các phiên bản tiêu chuẩn" / "Versions of the rule";
    NO_VERSIONS = "Chưa đọc được tiêu chuẩn của khen thưởng này trong văn bản nào." / "No text with a rule for this award could be read.";
    IN_FORCE = "đang áp dụng cho ngày xem" / "in force on the day shown";
    PARTIAL = "văn bản còn điều kiện chưa đọc được" / "the text has conditions that could not be read";
    ONE_OF = "chỉ cần đạt một trong nhóm" / "one of the group is enough";
    HOLDS = "chưa đạt thì chưa xét" / "unmet, the case is on hold";
    LIMITS = "Mức" / "Limits";
    LOWER = "Quy định riêng của {owner}" / "A rule of {owner}";
    CONDITION = "Điều kiện" / "Condition";
    EXPRESSION = "Biểu thức" / "Expression";
    CLAUSE = "Điều khoản" / "Clause";
    BACK = "Danh mục khen thưởng" / "Catalogue of awards";
    CANDIDATES = "Ai đủ điều kiện" / "Who is eligible";

    FOR_AWARD = "Xét {award}, theo quy định ngày {day}" / "For {award}, by the rules of {day}";
    OF_UNIT = "{unit}, ngày {day}: {n} người đã có hồ sơ xét khen thưởng." / "{unit}, {day}: {n} {n|person has|people have} records.";
    ONLY_RECORDED = "Người chưa có hồ sơ thì chưa xét được: ghi quá trình công tác ở trang của từng đoàn viên."
        / "Of people without records nothing can be said yet: record their service on the page of each member.";
    NOBODY = "Chưa có ai có hồ sơ xét khen thưởng ở đây" / "Nobody here has records yet";
    NOBODY_DO = "Mở trang một đoàn viên, chọn Xét khen thưởng, ghi quá trình công tác."
        / "Open the page of a member, choose Eligibility, and record the service.";
    OUTCOME = "Kết quả" / "Outcome";
    NAME = "Họ và tên" / "Name";
    UNION = "Công đoàn" / "Union";
    MONTHS = "Tháng công tác quy đổi" / "Weighted months";
    CUT = "Chỉ xem 20.000 người đầu; chọn đơn vị nhỏ hơn." / "Only the first 20,000 were looked at; choose a smaller unit.";
    LIST = "Danh sách" / "List";

    BY_RULES = "Quy định áp dụng" / "Rules applied";
    CONDITIONS = "Từng điều kiện" / "Condition by condition";
    USED = "Dựa vào" / "By";
    MISSING = "Còn thiếu" / "Missing";
    MET_FROM = "Đạt từ {day} nếu các chức vụ đang giữ không thay đổi" / "Met from {day} if what lasts goes on";
    NEVER_MET = "Với những gì đang ghi thì không đạt trong 30 năm tới" / "With what is on record not met within thirty years";
    NOT_DECIDING = "chưa kiểm chứng, không tính" / "unverified, does not count";
    CAUTIONS = "Cần biết" / "To be known";
    SERVICE = "Thời gian công tác quy đổi" / "Weighted service";
    SERVICE_SUM = "{n} tháng quy đổi, tức {years} năm {months} tháng" / "{n} weighted {n|month|months}: {years} {years|year|years} {months} {months|month|months}";
    STRETCH = "Khoảng thời gian" / "Time";
    AS = "Tính theo" / "As";
    LENGTH = "Độ dài" / "Length";
    MONTHS_DAYS = "{m} tháng {d} ngày" / "{m} {m|month|months} {d} {d|day|days}";
    RECORDS = "Hồ sơ đã ghi" / "Records";
    NO_RECORDS = "Chưa ghi gì" / "Nothing recorded yet";
    NO_RECORDS_DO = "Ghi chức vụ đã giữ, xếp loại từng năm, rồi ghi đã đối chiếu hồ sơ."
        / "Record posts held and yearly grades, then that the file was checked.";
    WITHDRAW = "Hủy mục này" / "Withdraw";
    WITHDRAWN = "Đã hủy mục hồ sơ" / "The record was withdrawn";
    ADD = "Ghi thêm" / "Add a record";
    WRITTEN = "Đã ghi: {what}" / "Written: {what}";
    WHAT = "Nội dung" / "What";
    HELD_AS = "Chức vụ, nội dung" / "Post or matter";
    HELD_AS_HINT = "Ví dụ: Ủy viên Ban Chấp hành CĐCS" / "For example: member of the committee";
    FROM = "Từ ngày" / "From";
    FROM_HINT = "xếp loại năm: ngày bất kỳ của năm ấy; đối chiếu: ngày đối chiếu" / "grade: any day of its year; check: the day of checking";
    LAST = "Đến hết ngày" / "To the end of";
    LAST_HINT = "để trống nếu còn tiếp tục" / "empty while it lasts";
    WRITE = "Ghi vào hồ sơ" / "Write";
    AGAINST = "So với quy định ngày" / "Against the rules of";
    AGAINST_HINT = "cùng hồ sơ, cùng năm thành tích; để trống nếu không so" / "same facts, same year; empty for no comparison";
    DIFFERENCE = "Khác nhau giữa hai quy định" / "What differs between the two";
    CHOOSE = "Chọn khen thưởng" / "Choose an award";
    UNKNOWN_KIND = "Chọn nội dung" / "Choose what it is";
    BY_BOTH = "Cùng dữ kiện ngày {on}, theo quy định ngày {on} rồi theo quy định ngày {other}." / "The same facts of {on}, by the rules of {on} and then by those of {other}.";
    NOBODY_OTHERWISE = "Không ai có kết quả khác đi." / "Nobody comes out otherwise.";
    OF_COLLECTIVE = "Xét khen thưởng tập thể" / "Eligibility of the collective";
}
