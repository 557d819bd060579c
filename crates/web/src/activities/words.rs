//! The sentences of the pages of activities and obligations.

words! {
    TITLE = "Hoạt động {period}" / "Activities, {period}";
    LEAD = "{unit}: các sổ hoạt động và số liệu của kỳ. Hoạt động của chính công đoàn cấp trên đứng riêng, không cộng với của cơ sở."
        / "{unit}: the registers and their figures. What upper offices did themselves stands apart from the sum of their units.";
    INDICATOR = "Số liệu" / "Figure";
    VALUE = "Số" / "Value";
    OBLIGATIONS = "Nghĩa vụ" / "Obligations";
    OBLIGATIONS_OF = "Nghĩa vụ năm {year}" / "Obligations of {year}";
    OBLIGATIONS_LEAD = "{unit}: đơn vị nào phải tổ chức gì, vì sao, hạn nào. Tính từ khối, số lao động và thời gian hoạt động của đơn vị."
        / "{unit}: which unit owes what, why, and by when; worked out from its block, headcount and days.";
    OBLIGATION = "Nghĩa vụ" / "Obligation";
    OBLIGED = "Phải tổ chức" / "Obliged";
    HELD = "Đã tổ chức" / "Held";
    RATE = "Tỷ lệ" / "Rate";
    LATE = "Quá hạn" / "Late";
    EXEMPT = "Miễn, hoãn" / "Exempt";
    NOT_OBLIGED = "Không thuộc diện" / "Not obliged";
    UNKNOWN = "Chưa rõ số lao động" / "Headcount unknown";
    DUE = "Chưa tổ chức, còn hạn" / "Not yet, still in time";
    HELD_LATE = "Tổ chức muộn" / "Held late";
    HELD_BEYOND = "{n} đơn vị không thuộc diện cũng đã tổ chức, không tính vào tỷ lệ."
        / "{n} {n|unit|units} held it without being obliged; {n|it is|they are} not in the rate.";
    EVERY = "Tất cả" / "All";
    NO_RULE = "Chưa có quy định đọc được cho năm này, nên không tính." / "No rule could be read for this year, so nothing is worked out.";
    WHY = "Căn cứ" / "Source";
    WHO = "Diện" / "Population";
    DUE_ON = "Hạn" / "Due";
    SECOND_HAND = "theo nguồn thuật lại" / "reported by others";
    UNIT = "Đơn vị" / "Unit";
    BLOCK = "Khối" / "Block";
    WORKERS = "Lao động" / "Workers";
    STANDING = "Tình trạng" / "Standing";
    OF_WORKERS = "{n} lao động" / "{n} {n|worker|workers}";
    RECORD_ONE = "Ghi" / "Record";
    EXEMPT_ONE = "Miễn, hoãn" / "Exempt";
    NO_UNITS = "Không có đơn vị nào trong diện này." / "No unit is in this population.";
    NEW_RECORD = "Ghi mới" / "New record";
    NEW_OF = "Ghi: {form}" / "Record: {form}";
    NO_RECORDS = "Chưa có bản ghi nào trong kỳ" / "No records in this period";
    ENDING = "Hết hạn trong {days} ngày tới" / "Ending within {days} days";
    NO_RECORDS_DO = "Ghi mới, nhập từ bảng tính, hoặc chọn kỳ khác." / "Write one, import a spreadsheet, or choose another period.";
    FACTS = "{unit}, {period}: {n} bản ghi" / "{unit}, {period}: {n} {n|record|records}";
    DISTINCT = ", {n} người khác nhau có ghi tên" / ", {n} different {n|person|people} named";
    FORM = "Loại" / "Sort";
    DAY = "Ngày" / "Day";
    WHAT = "Tên gọi" / "What";
    NUMBERS = "Số liệu" / "Numbers";
    PAPER = "Văn bản" / "Paper";
    RANGE = "{first}–{last} trong {total}" / "{first}–{last} of {total}";
    XLSX = "Tải bảng tính" / "Workbook";
    CSV = "Tải CSV" / "CSV";
    FROM_DAY = "Ngày (ngày đầu)" / "Day (the first)";
    TO_DAY = "Đến ngày, nếu nhiều ngày" / "Last day, of several";
    FOR_YEAR = "Ghi cho năm" / "For the year";
    FOR_YEAR_HINT = "Để trống là năm của ngày ghi" / "Empty: the year of its day";
    CALLED = "Tên gọi" / "What it was";
    PEOPLE_HINT = "Mỗi dòng một người: họ tên; trùng tên thì thêm dấu phẩy và năm sinh." / "One a line: the name; where two have it, a comma and the year of birth.";
    NONE = "(để trống)" / "(empty)";
    INSIST = "Vẫn ghi, dù đã có người được ghi trong năm" / "Write it although somebody was named this year already";
    WRITE = "Ghi vào sổ" / "Write";
    WRITTEN = "Đã ghi {what} của {unit}." / "Written: {what} of {unit}.";
    CORRECT = "Sửa" / "Correct";
    CORRECT_OF = "Sửa: {form}" / "Correct: {form}";
    CORRECTED = "Đã sửa bản ghi; bản cũ còn xem được trong nhật ký." / "Corrected; the old version stays in the trail.";
    WITHDRAW = "Gỡ bản ghi" / "Withdraw";
    WITHDRAW_WHY = "Vì sao gỡ" / "Why";
    WITHDRAWN = "Đã gỡ bản ghi." / "Withdrawn.";
    PEOPLE_NAMED = "{n} người có ghi tên" / "{n} {n|person|people} named";
    RECORDED = "Ghi lúc {when}, {who}" / "Recorded {when}, {who}";
    CORRECTIONS = "đã sửa {n} lần" / "corrected {n} {n|time|times}";
    ENDS_SOON = "Hết hạn {day}" / "Ends {day}";
    HAS_ENDED = "Đã hết hạn {day}" / "Ended {day}";
    STATE_COUNT = "Ghi số tự tổng hợp" / "State a count";
    STATED_LEAD = "Cho đơn vị không giữ sổ chi tiết: con số đứng cạnh số của sổ, không bao giờ cộng vào."
        / "For a unit that keeps no records: the count stands beside the register's and is never added to it.";
    STATED_REASON = "Lấy từ đâu, vì sao khác sổ" / "From where, and why it differs";
    STATED_WRITTEN = "Đã ghi số tự tổng hợp." / "The stated count was written.";
    STATED_BESIDE = "đơn vị tự tổng hợp {n}, lệch {difference}: {reason}" / "the unit states {n}, {difference} apart: {reason}";
    INDICATOR_FIELD = "Chỉ tiêu" / "Indicator";
    COUNT_FIELD = "Con số (để trống là bỏ số đã ghi)" / "Count (empty takes it back)";
    BACK_TO_LIST = "Về sổ" / "Back to the register";
    OF_PLANNED = "giao {n}, đạt {percent}" / "asked {n}, {percent}";
    TOGETHER = "{n} đơn vị, đến hết {day}" / "{n} {n|unit|units}, to the end of {day}";
    TOGETHER_LEAD = "Báo cáo cuối cùng của mỗi đơn vị; bình quân tính theo số người của từng đơn vị."
        / "The last return of each unit; averages weighted by the people each is of.";
    FROM_A_SHEET = "Nhập từ bảng tính" / "From a spreadsheet";
    TAKE_IN = "Nhập vào sổ: {register}" / "Take in: {register}";
    TAKE_IN_LEAD = "Gửi tệp hoặc dán từ bảng tính; xem trước, rồi ghi những dòng đúng. Dòng sai ở lại với lý do."
        / "Send a file or paste; look first, then the good lines are written. Bad lines stay with their reason.";
    FILE = "Tệp bảng tính" / "Spreadsheet file";
    LINES = "Hoặc dán các dòng" / "Or paste lines";
    LINES_HINT = "Dòng đầu là tên cột, như tệp tải về của sổ:" / "The first line names the columns, as in the register's own file:";
    LOOK = "Xem trước" / "Look";
    WRITE_GOOD = "Ghi những dòng đúng" / "Write the good lines";
    LOOKED = "{good} dòng ghi được, {bad} dòng không" / "{good} {good|line goes|lines go} in, {bad} {bad|does|do} not";
    REFUSED_LINES = "Dòng không ghi được" / "Lines that do not go in";
    LINE = "Dòng" / "Line";
    REASON = "Lý do" / "Reason";
    TAKEN = "Đã ghi {n} bản ghi từ bảng tính." / "{n} {n|record|records} written from the spreadsheet.";
    TAKEN_SOME = "Đã ghi {n} dòng; các dòng còn lại chưa ghi" / "{n} {n|line was|lines were} written; the others were not";
    MEND = "Sửa các dòng còn lại trong ô rồi gửi lại" / "Mend the lines that stayed and send them again";
}
