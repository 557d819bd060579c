//! The sentences of papers.

words! {
    TITLE = "Văn bản" / "Documents";
    LEAD = "Những văn bản nói đến {unit} và các đơn vị bên dưới, mới nhất trước."
        / "The papers about {unit} and the units below it, the newest first.";
    NEW_ISSUE = "Cấp số văn bản" / "Number a paper";
    NEW_INCOMING = "Vào sổ văn bản đến" / "Enter a paper that came";
    SEARCH = "Tìm" / "Search";
    SEARCH_LABEL = "Tìm theo số, trích yếu, cơ quan ban hành" / "Search by number, subject, issuer";
    SEARCH_HINT = "Số, trích yếu; có dấu hay không" / "Number, subject; with marks or without";
    CONDITIONS = "Thêm điều kiện" / "More conditions";
    KIND = "Loại văn bản" / "Kind of paper";
    ANY_KIND = "mọi loại" / "every kind";
    YEAR = "Năm" / "Year";
    ISSUER = "Cơ quan ban hành" / "Issuer";
    DROP_ALL = "Bỏ mọi điều kiện" / "Drop all conditions";
    NUMBER = "Số, ký hiệu" / "Number";
    DAY = "Ngày" / "Day";
    SUBJECT = "Trích yếu" / "Subject";
    FILES = "Tệp đính kèm" / "Files";
    NONE = "Chưa có văn bản nào" / "No papers yet";
    NONE_DO = "Văn bản được ghi cùng việc của đơn vị, của đoàn viên, khi giao chỉ tiêu, hoặc vào sổ ở đây."
        / "Papers are written down with the events of units and members, with targets, or entered here.";
    NO_MATCH = "Không có văn bản nào khớp" / "No paper matches";
    NO_MATCH_DO = "Bỏ bớt điều kiện, hoặc chọn đơn vị cấp trên ở thanh trên cùng."
        / "Drop some conditions, or choose a unit further up in the bar above.";
    OLDER = "Cũ hơn" / "Older";
    NEWEST = "Về mới nhất" / "Back to the newest";
    BAD_YEAR = "Năm phải có bốn chữ số" / "A year has four digits";
    BAD_YEAR_DO = "Ghi năm như 2026" / "Write a year such as 2026";
    NO_DAY = "không rõ ngày" / "day unknown";
    FACTS = "Văn bản" / "The paper";
    RECORDED = "Ghi vào sổ cái" / "Written down";
    RECORDED_SAYS = "{when}, đợt ghi số {batch}, {actor}" / "{when}, batch {batch}, {actor}";
    SERIES = "Dãy số" / "Series";
    SERIES_SAYS = "số {number} trong dãy {kind} năm {year} của {unit}"
        / "number {number} of the series {kind} {year} of {unit}";
    ENTRIES = "Vào sổ văn bản" / "Registers";
    NO_ENTRIES = "Chưa đơn vị nào trong phạm vi của bạn vào sổ văn bản này. Sổ biết văn bản vì có việc dẫn đến nó."
        / "No unit within your reach entered this paper. The books know it because records name it.";
    ENTER_THIS = "Vào sổ của {unit}" / "Enter it at {unit}";
    CAME_ON = "đến ngày {day}" / "came on {day}";
    ISSUED_ON = "ban hành ngày {day}" / "issued on {day}";
    BY = "{actor} ghi" / "entered by {actor}";
    WITHDRAW = "Đưa ra khỏi sổ" / "Take it out";
    WITHDRAW_LEAD = "Văn bản và số của nó vẫn còn; chỉ lần vào sổ này được ghi là nhầm."
        / "The paper and its number stay; only this entry is recorded as mistaken.";
    REASON = "Lý do" / "Why";
    WITHDRAWN = "Đã đưa văn bản ra khỏi sổ." / "The paper was taken out of the register.";
    NO_FILES = "Chưa có tệp nào." / "There are no files.";
    NO_FILES_RIGHT = "Tệp có thể nêu tên người; bạn cần quyền xem đoàn viên để tải."
        / "Files may name people; it takes the right to read members to have them.";
    FILES_OF_OTHERS = "Tệp đính kèm trước khi văn bản vào sổ của đơn vị trong phạm vi của bạn thì nơi đính kèm giữ; cần thì nhờ nơi ấy gửi."
        / "Files attached before the paper stood in a register within your reach are kept by who attached them; ask there for them.";
    ATTACH = "Đính kèm" / "Attach";
    ATTACH_FILE = "Tệp PDF, Word, Excel hoặc ảnh" / "A PDF, Word, Excel or picture file";
    ATTACH_HINT = "PDF, DOCX, XLSX, PNG, JPEG; nhiều nhất 20 MB. Tệp có chứa chương trình không được nhận."
        / "PDF, DOCX, XLSX, PNG, JPEG; 20 MB at most. Files that carry programs are not taken.";
    ATTACH_FIRST = "Đưa văn bản vào sổ của đơn vị bạn phụ trách thì đính kèm được tệp."
        / "Files can be attached once the paper is entered at a unit you keep.";
    NO_FILE = "Chưa chọn tệp nào" / "No file was chosen";
    NO_FILE_DO = "Chọn một tệp rồi gửi lại" / "Choose a file and send it again";
    ATTACHED = "Đã đính kèm {name}." / "{name} is attached.";
    TAKE_OFF = "Bỏ tệp" / "Take off";
    TAKEN_OFF = "Đã bỏ tệp khỏi văn bản; nội dung vẫn được giữ trong sổ."
        / "The file was taken off; its content stays in the books.";
    FILE_SAYS = "{size} · {when} · {actor}" / "{size} · {when} · {actor} attached it";
    SAME_NUMBER = "Văn bản khác cùng số, cùng cơ quan" / "Other papers with this number and issuer";
    SAME_NUMBER_LEAD = "Các văn bản khác nhau có thể mang cùng số; kiểm tra ngày trước khi dẫn."
        / "Different papers may bear one number; look at the day before you cite one.";
    CAUSED = "Văn bản này dẫn đến" / "What came of it";
    CAUSED_LEAD = "Những việc trong sổ có dẫn văn bản này, trong phạm vi của bạn."
        / "The records that name this paper, within your reach.";
    NOTHING_CAUSED = "Trong phạm vi của bạn chưa có việc nào trong sổ dẫn văn bản này."
        / "Within your reach no record names this paper.";
    UNITS = "Việc của đơn vị" / "Events of units";
    MEMBERS = "Việc của đoàn viên" / "Events of members";
    TARGETS = "Chỉ tiêu giao" / "Targets";
    COMMENDATIONS = "Khen thưởng" / "Commendations";
    ACTIVITIES = "Hoạt động" / "Activities";
    ROUNDS = "Đợt xét khen thưởng" / "Rounds of commendation";
    COUNCILS = "Hội đồng thi đua, khen thưởng" / "Councils";
    EMULATIONS = "Phong trào, đợt thi đua, hội thi" / "Movements, waves and contests";
    CLUSTERS = "Khối, cụm thi đua" / "Clusters";
    SHEETS = "Bảng điểm" / "Score sheets";
    IMPORTS = "Lần nhập từ bảng tính" / "Imports";
    PEOPLE = "Danh sách người" / "The people";
    UNIT = "Đơn vị" / "Unit";
    WHAT = "Việc" / "What";
    WHO = "Ai" / "Who";
    HOW_MANY = "Số người" / "People";
    PERIOD = "Kỳ" / "Period";
    ASKED = "Giao" / "Asked";
    WITHDRAWN_TARGET = "rút" / "withdrawn";
    TAKEN_BACK = "đã hủy" / "taken back";
    AT_MOST = "Chỉ hiện {n} dòng đầu; xem tiếp ở trang của từng đơn vị."
        / "Only the first {n} rows are shown; the pages of the units have the rest.";
    RANGE = "Từ {from} đến {to}" / "From {from} to {to}";
    ISSUE_TITLE = "Cấp số và vào sổ một văn bản của {unit}" / "Number a paper of {unit}";
    ISSUE_LEAD = "Số được cấp khi bấm nút, cùng lúc với văn bản: không bỏ trống, không cấp hai lần."
        / "The number is taken with the paper when you press the button: none is left out or given twice.";
    INCOMING_TITLE = "Vào sổ một văn bản đến của {unit}" / "Enter a paper that came to {unit}";
    INCOMING_LEAD = "Ghi như trên văn bản. Văn bản đã có trong sổ thì được nhận ra theo số, ngày và cơ quan ban hành."
        / "As the paper says. One that the books know already is recognised by number, day and issuer.";
    KNOWN_TITLE = "Vào sổ văn bản {number}" / "Enter the paper {number}";
    CHOOSE_KIND = "Chọn loại văn bản" / "Choose the kind of paper";
    NEXT_IS = "Số tiếp theo" / "The next number";
    NEXT_FIRST = "Dãy này chưa có số nào trong năm {year}." / "This series has no number in {year} yet.";
    NEXT_AFTER = "Số trước cấp cho ngày {day}; văn bản này không đứng trước ngày ấy."
        / "The number before is dated {day}; this paper cannot be dated earlier.";
    SYMBOL = "Ký hiệu sau số" / "What stands behind the number";
    SYMBOL_HINT = "Như lần trước hoặc theo loại văn bản; sửa nếu khác"
        / "As last time, or by the kind of paper; change it if it differs";
    FIRST = "Bắt đầu từ số" / "Begin at number";
    FIRST_HINT = "Chỉ khi năm nay đã cấp số trên sổ giấy: ghi số tiếp theo"
        / "Only when numbers were given on paper this year: the next one";
    ISSUE_DAY = "Ngày văn bản" / "Day of the paper";
    SUBJECT_HINT = "Về việc gì, như trên văn bản" / "What it is about, as the paper says";
    FILE_NOW = "Tệp kèm theo" / "A file with it";
    DO_ISSUE = "Cấp số và vào sổ" / "Take the number";
    DO_ENTER = "Vào sổ" / "Enter it";
    ISSUED = "Đã cấp số {number}." / "The number is {number}.";
    ISSUED_BEFORE = "Phiếu này đã gửi trước đó; số đã được cấp một lần." / "This form was sent before; its number was taken once.";
    ENTERED = "Đã vào sổ văn bản." / "The paper is entered.";
    WAY = "Văn bản này" / "This paper";
    WAY_INCOMING = "đến đơn vị" / "came to the unit";
    WAY_ISSUED = "do đơn vị ban hành" / "was issued by the unit";
    CAME_DAY = "Ngày đến" / "Came on";
    ISSUER_HINT = "Như trên văn bản, ví dụ: LĐLĐ thành phố Hà Nội"
        / "As the paper says, for example: LĐLĐ thành phố Hà Nội";
    NOTE = "Ghi chú" / "Remark";
    TAB_ISSUE = "Văn bản đi: cấp số" / "Ours: take a number";
    TAB_INCOMING = "Văn bản đến" / "One that came";
}
