//! Every sentence of the pages, Vietnamese first; the compiler sees both languages of each.
//!
//! A word in braces, such as `{n}`, is a place to be filled; a test holds that both languages have
//! the same places.

words! {
    PRODUCT = "Kết Đoàn" / "Kết Đoàn";
    MOTTO = "Kết Đoàn · Mỗi con số đều có gốc." / "Kết Đoàn · Every figure has its source.";
    SKIP = "Bỏ qua trình đơn, tới nội dung" / "Skip the menu, go to the content";
    MENU = "Trình đơn" / "Menu";
    MAIN_MENU = "Trình đơn chính" / "Main menu";
    CLOSE = "Đóng" / "Close";
    OVERVIEW = "Tổng quan" / "Overview";
    BOOKS = "Sổ sách" / "Books";
    MY_TASKS = "Việc cần làm" / "To do";
    TRANSFERS = "Chờ chuyển sinh hoạt" / "Pending transfers";
    CORRECTIONS = "Đề nghị sửa hồ sơ" / "Requests for correction";
    DUPLICATES = "Nghi trùng" / "Suspected duplicates";
    IMPORTS = "Nhập từ bảng tính" / "Spreadsheet imports";
    WOMEN_OF = "{account}, nữ" / "{account}, women";
    REORGANISE = "Sắp xếp tổ chức" / "Reorganisation";
    ACTIVITIES = "Hoạt động" / "Activities";
    OBLIGATIONS = "Nghĩa vụ" / "Obligations";
    DOCUMENTS = "Văn bản" / "Documents";
    TARGETS = "Chỉ tiêu" / "Targets";
    AWARDS = "Danh mục khen thưởng" / "Catalogue of awards";
    ELIGIBLE = "Xét khen thưởng" / "Eligibility";
    REPORTS = "Báo cáo" / "Reports";
    REPORT_CALLS = "Đợt báo cáo" / "Calls for reports";
    REPORT_FORMS = "Mẫu báo cáo" / "Forms";
    WAITING = "đang chờ" / "waiting";
    COMPARE = "So sánh" / "Compare";
    CHECK_TEXT = "Soát văn bản" / "Check a text";
    OFFICE = "Văn phòng" / "Office";
    ACCOUNTS = "Tài khoản, chức vụ" / "Accounts and posts";
    RIGHTS = "Bảng quyền" / "Table of rights";
    AUDIT = "Nhật ký" / "Audit trail";
    PARAMETERS = "Tham số" / "Parameters";
    SYSTEM = "Hệ thống" / "System";
    PAPER_NUMBER = "Số văn bản" / "Number of the decision";
    PAPER_NUMBER_HINT = "Ví dụ: 12/QĐ-LĐLĐ" / "For example: 12/QĐ-LĐLĐ";
    PAPER_DAY = "Ngày văn bản" / "Day of the decision";
    PAPER_ISSUER = "Nơi ban hành" / "Issued by";
    TYPE_CODE = "Gõ mã của đơn vị" / "Type the code of the unit";
    OPTIONAL = "không bắt buộc" / "optional";
    ERROR = "Lỗi" / "Error";
    NOT_WRITTEN = "Chưa ghi được" / "Not written";
    GO_BACK = "Quay lại" / "Go back";
    SIGN_IN = "Đăng nhập" / "Sign in";
    SIGN_OUT = "Đăng xuất" / "Sign out";
    MY_ACCOUNT = "Tài khoản của tôi" / "My account";
    UNITS = "Đơn vị" / "Units";
    PROSPECTS = "Nơi chưa có công đoàn" / "Without a union";
    EMULATION_AND_HONOURS = "Thi đua, khen thưởng" / "Emulation and commendation";
    HONOURS = "Khen thưởng" / "Commendation";
    EMULATION = "Phong trào, hội thi" / "Movements and contests";
    INITIATIVES = "Sáng kiến" / "Initiatives";
    NUMBERS = "Số liệu" / "Figures";
    TRACE_A_FIGURE = "Tra con số" / "Trace a figure";
    OTHER_LANGUAGE = "English" / "Tiếng Việt";
    LANGUAGE = "Ngôn ngữ" / "Language";
    BOOKS_TO = "Sổ ghi đến {when} · đợt ghi số {batch} · bút toán số {seq} · dấu {hash}"
        / "Books written to {when} · batch {batch} · posting {seq} · seal {hash}";
    BOOKS_EMPTY = "Sổ chưa ghi đợt nào" / "Nothing is written in the books yet";
    PATH = "Đường dẫn" / "Path";
    PRINT = "In trang này" / "Print this page";
    COPY_LINK = "Chép liên kết" / "Copy the link";
    COPIED = "Đã chép liên kết" / "Link copied";

    NOW_SEEING = "Đang xem:" / "Showing:";
    PRESS_TO_CHANGE = "Bấm để đổi" / "Press to change";
    WHERE_YOU_STAND = "Phạm vi đang xem" / "What is shown";
    KEYS = "Phím tắt" / "Keyboard shortcuts";
    KEY_SEARCH = "Tới ô tìm nhanh" / "To the quick search";
    KEY_ROWS = "Dòng dưới, dòng trên" / "Next row, row before";
    KEY_TICK = "Đánh dấu dòng đang đứng" / "Tick the row";
    KEY_OPEN = "Mở dòng đang đứng" / "Open the row";
    KEY_LIST = "Bảng phím tắt này" / "This list";
    KEYS_OFF = "Tắt các phím này trên máy này" / "Turn these keys off on this machine";
    QUICK_FIND = "Tìm nhanh" / "Quick search";
    PERIOD = "Kỳ" / "Period";
    TO_THE_END_OF = "Tính đến hết" / "To the end of";
    VIEW = "Cách nhìn tổ chức" / "Organisation seen";
    CHANGE_SCOPE = "Đổi phạm vi" / "Change what is shown";
    UNIT = "Đơn vị" / "Unit";
    UNIT_HINT = "Gõ vài chữ của tên hoặc mã, không cần dấu"
        / "Type a part of the name or the code, marks not needed";
    FIND_UNIT = "Tìm đơn vị" / "Find a unit";
    SEARCH = "Tìm" / "Search";
    MATCHING_UNITS = "Đơn vị khớp" / "Units that match";
    ABOVE_AND_BELOW = "Cấp trên" / "Above it";
    PERIOD_HINT = "2023, 2021-H1, 2021-Q2, 2021-06 hoặc 2021-01-01..2021-06-30"
        / "2023, 2021-H1, 2021-Q2, 2021-06 or 2021-01-01..2021-06-30";
    QUICK_PERIODS = "Kỳ hay xem" / "Common periods";
    AS_OF_DAY = "Tính đến hết ngày" / "To the end of the day";
    AS_OF_HINT = "Để trống: đến hết kỳ, hoặc hôm nay nếu kỳ chưa hết"
        / "Left empty: to the end of the period, or today while it runs";
    TODAY = "Hôm nay" / "Today";
    LAST_MONTH_END = "Hết tháng trước" / "End of last month";
    PERIOD_END = "Hết kỳ" / "End of the period";
    DAY = "Ngày" / "Day";
    MONTH = "Tháng" / "Month";
    YEAR = "Năm" / "Year";
    WAS = "Như lúc đó" / "As it was";
    WAS_HINT = "Mỗi việc tính cho cấp quản lý của chính ngày ấy"
        / "Each thing under the managers of its own day";
    NOW = "Theo tổ chức hôm nay" / "As it is now";
    NOW_HINT = "Gộp theo cây tổ chức của ngày xem" / "By the organisation of the day looked at";
    LIKE = "Cùng phạm vi" / "Like for like";
    LIKE_HINT = "Chỉ tính đơn vị có mặt ở cả kỳ này và cùng kỳ năm trước"
        / "Only units that stood here both now and a year before";
    KNOWN_AT = "Sổ như đã biết lúc" / "Books as known at";
    KNOWN_AT_MORE = "Xem sổ như đã biết trước đây" / "See the books as they were known before";
    KNOWN_AT_HINT = "Bỏ qua những gì ghi vào sổ sau lúc ấy. Ví dụ 2021-05-01 hoặc 2021-05-01T15:40"
        / "Leaves out what was recorded later. For example 2021-05-01 or 2021-05-01T15:40";
    KNOWN_AT_NOW = "Sổ như đã biết lúc {when}; những gì ghi sau đó không tính."
        / "Books as known at {when}; what was recorded later is left out.";
    SEE_LATEST = "Xem theo sổ mới nhất" / "See the latest books";
    VIEW_NOW = "Cách nhìn: {view}. {hint}." / "Organisation {view}: {hint}.";
    SEE_WAS = "Xem như lúc đó" / "See it as it was";
    ONLY_COLUMN = "Chỉ tính: {columns}." / "Only: {columns}.";
    SEE_WHOLE = "Xem mọi khối và loại hình" / "See all blocks and kinds";
    SHOW = "Xem" / "Show";
    START_AGAIN = "Về đơn vị đầu, hôm nay" / "First unit, today";

    OVERVIEW_OF = "Tổng quan {period}" / "Overview, {period}";
    OVERVIEW_LEAD = "{unit}, tính đến hết {day}. Bấm vào một con số để xem nó từ đâu ra."
        / "{unit}, to the end of {day}. Press a figure to see where it comes from.";
    ENDED_ON = "kết thúc ngày {day}" / "ended on {day}";
    PRINT_LINE = "{unit} · {period} · tính đến hết {day} · cách nhìn: {view} · người in: {who}, {now}"
        / "{unit} · {period} · to the end of {day} · organisation {view} · printed by {who}, {now}";
    MAIN_FIGURES = "Các con số chính" / "Main figures";
    MEMBERS = "Đoàn viên" / "Members";
    WOMEN = "Đoàn viên nữ" / "Women";
    UNIONS = "Công đoàn cơ sở" / "Grassroots unions";
    ADMITTED = "Kết nạp đoàn viên" / "Members admitted";
    ADMITTED_SHORT = "Kết nạp" / "Admitted";
    FOUNDED = "Thành lập công đoàn cơ sở" / "Unions founded";
    ROSE = "tăng {n} trong kỳ" / "up {n} in the period";
    FELL = "giảm {n} trong kỳ" / "down {n} in the period";
    UNCHANGED = "không đổi trong kỳ" / "unchanged in the period";
    FOUNDED_IN = "thành lập" / "founded";
    STRUCK_OFF_IN = "xóa tên" / "struck off";
    TARGET_REACHED = "chỉ tiêu {target} · đạt {percent}" / "target {target} · {percent} done";
    NO_TARGET_SET = "chưa giao chỉ tiêu" / "no target set";
    OF_MEMBERS = "{percent} số đoàn viên" / "{percent} of the members";
    ZERO_TARGET = "chỉ tiêu 0" / "target 0";

    AGAINST_TARGET = "Kết quả so với chỉ tiêu" / "Results against targets";
    DONE = "Thực hiện" / "Done";
    BEYOND = "Phần vượt" / "Beyond";
    TARGET_MARK = "Vạch đứng: mức giao" / "Upright mark: the target";
    TARGET_FOR = "chỉ tiêu {period}" / "target for {period}";
    REMAINING = "còn {n}" / "{n} to go";
    EXCEEDED = "vượt {n}" / "{n} beyond";
    REACHED = "vừa đủ" / "just reached";
    PACE = "nhịp đều đến ngày này: {n}" / "an even pace to this day: {n}";
    CASCADED = "giao xuống {units} đơn vị: {sum}" / "asked of {units} {units|unit|units} below: {sum}";
    NO_TARGETS = "Chưa có chỉ tiêu nào cho kỳ này" / "No target for this period yet";
    NO_TARGETS_DO =
        "Khi quyết định giao chỉ tiêu vào sổ, kết quả hiện ở đây. Giao ở trang Chỉ tiêu, hoặc nhập từ bảng tính."
        / "Results stand here once targets are in the books. Set them on the page of targets, or import a spreadsheet.";
    NO_TARGETS_WAIT = "Kết quả hiện ở đây khi cấp trên giao chỉ tiêu."
        / "Results stand here once the level above sets targets.";

    MOVEMENT_MEMBERS = "Biến động đoàn viên {period}" / "Movement of members, {period}";
    MOVEMENT_UNITS = "Biến động công đoàn cơ sở {period}"
        / "Movement of grassroots unions, {period}";
    OPENING = "Đầu kỳ, {day}" / "Opening, {day}";
    CLOSING = "Cuối kỳ, {day}" / "Closing, {day}";
    KIND_OF_MOVE = "Khoản" / "Item";
    BAR = "Độ lớn" / "Size";
    COUNT = "Số lượng" / "Count";
    BALANCES = "Khớp: đầu kỳ + tăng − giảm = cuối kỳ ({sum})."
        / "It balances: opening + increases − decreases = closing ({sum}).";
    DOES_NOT_BALANCE = "Không khớp: {sum}. Sổ cần được kiểm tra bằng: ketdoan doctor"
        / "It does not balance: {sum}. Have the books proved with: ketdoan doctor";
    BETWEEN_COLUMNS = "Phần còn lại ({n}) chuyển sang hoặc từ khối, loại hình khác trong cùng phạm vi: {sum}."
        / "The rest ({n}) went to or came from other blocks or kinds within this scope: {sum}.";
    NOTHING_IN = "Không phát sinh:" / "Nothing in:";

    TARGETS_WITHHELD = "Không so với chỉ tiêu ở đây" / "Not measured against targets here";
    BY_BLOCK = "Theo khối" / "By block";
    BLOCK = "Khối" / "Block";
    TOTAL = "Cộng" / "Total";
    NOTHING_BY_BLOCK = "Chưa có đoàn viên hay công đoàn cơ sở nào trong kỳ."
        / "No member and no grassroots union in the period.";

    BY_MONTH = "Kết nạp cộng dồn theo tháng" / "Admitted month by month, added up";
    SEE_NUMBERS = "Xem bảng số" / "See the numbers";
    IN_MONTH = "Trong tháng" / "In the month";
    ADDED_UP = "Cộng dồn" / "Added up";
    YEAR_BEFORE = "Cùng kỳ năm trước" / "Year before";
    TARGET_LINE = "Chỉ tiêu {n}" / "Target {n}";
    YEAR_N = "năm {year}" / "{year}";
    CHART_SAYS = "Đoàn viên kết nạp cộng dồn năm {year}: hết tháng {month} là {n}."
        / "Members admitted in {year}, added up: {n} by the end of month {month}.";
    CHART_SAYS_TARGET = "Chỉ tiêu {n}." / "The target is {n}.";
    CHART_SAYS_BEFORE = "Năm {year} cả năm {n}." / "In {year} it was {n} for the whole year.";

    BELOW = "Đơn vị trực thuộc" / "Units directly below";
    BELOW_COUNT = "{n} đơn vị trực tiếp, ngày {day}" / "{n} {n|unit|units} directly below on {day}";
    SEE_ALL_BELOW = "Xem cả {n} đơn vị" / "See all {n} {n|unit|units}";
    NONE_BELOW = "Không có đơn vị trực thuộc vào ngày này."
        / "No unit stands directly below on this day.";
    NAME = "Tên" / "Name";
    CODE = "Mã" / "Code";
    KIND = "Loại" / "Kind";
    FROM = "Từ" / "From";
    TO = "Đến" / "To";
    STILL = "nay" / "now";
    UNITS_FOUND = "Đơn vị khớp “{typed}”" / "Units that match “{typed}”";
    UNITS_BELOW_OF = "Đơn vị trực thuộc {unit}" / "Units directly below {unit}";
    UNITS_LEAD = "Bấm vào một đơn vị để xem số liệu của nó." / "Press a unit to see its figures.";
    NO_UNIT_MATCHES = "Không có đơn vị nào khớp “{typed}”" / "No unit matches “{typed}”";
    NO_UNIT_MATCHES_DO = "Thử ít chữ hơn, hoặc gõ mã đơn vị. Không cần gõ dấu."
        / "Try fewer letters, or the code. Marks are not needed.";

    WHERE_FROM = "Số này từ đâu ra" / "Where this figure comes from";
    WHERE_FROM_LEAD = "Đi từ con số về công thức, tới từng bút toán, rồi tới người và văn bản."
        / "From the figure to its formula, to each posting, to people and papers.";
    DOWNLOAD = "Tải danh sách" / "Download the list";
    FIGURES_OF_MEMBERS = "Số liệu đoàn viên" / "Figures of members";
    OTHER_FIGURES = "Số liệu cùng nhóm" / "Figures of the same kind";
    WHO_IS_OBLIGED = "Phải tổ chức" / "Obliged";
    STATED_BY_THE_UNIT = "Đơn vị tự tổng hợp" / "Stated by the unit";
    FIGURES_OF_UNITS = "Số liệu công đoàn cơ sở" / "Figures of grassroots unions";
    INDICATOR = "Chỉ số" / "Indicator";
    FIGURE = "Con số" / "Figure";
    RATE = "Tỷ lệ" / "Rate";
    OTHER_FIGURE = "Bấm con số khác để xem gốc của nó." / "Press another figure to see its source.";
    FROM_BOOKS = "Tính từ sổ" / "Worked out from the books";
    HALF_UP = "Làm tròn 2 chữ số, nửa thì lên" / "Rounded to 2 decimals, half up";
    FORMULA = "Công thức" / "Formula";
    INDICATOR_CODE = "chỉ số {code}" / "indicator {code}";
    COUNTS = "Cách tính" / "What it counts";
    STOCK_BEFORE = "Số dư tài khoản “{accounts}”, cuối ngày trước kỳ"
        / "Balance of “{accounts}” at the end of the day before the period";
    STOCK_AT_END = "Số dư tài khoản “{accounts}”, cuối ngày cuối kỳ"
        / "Balance of “{accounts}” at the end of the last day";
    SUM_DURING = "Tổng phát sinh trong kỳ của tài khoản “{accounts}”"
        / "Sum over the period of “{accounts}”";
    REST_DURING = "Phát sinh trong kỳ của “{all}”, trừ “{part}”"
        / "Sum over the period of “{all}”, less “{part}”";
    LEDGER_ACCOUNTS = "Tài khoản sổ" / "Accounts";
    TARGET = "Chỉ tiêu" / "Target";
    SET_FOR = "giao cho {period}" / "set for {period}";
    AGAINST_IT = "So với chỉ tiêu" / "Against the target";
    EVEN_PACE = "Nhịp đều" / "Even pace";
    EVEN_PACE_SAYS = "chia đều theo ngày thì đến hết {day} phải được chừng này"
        / "spread evenly over the days, so much was due by the end of {day}";
    THREE_VIEWS = "Ba cách nhìn tổ chức" / "Three ways of seeing the organisation";
    WORK_OUT = "Tính cách nhìn này" / "Work this one out";
    POSTINGS = "Bút toán" / "Postings";
    LINES_OF = "dòng {first}–{last} trong {total}" / "lines {first}–{last} of {total}";
    LINES = "dòng {first}–{last}" / "lines {first}–{last}";
    NO_LINES = "Không có bút toán nào trong phạm vi này." / "No posting in this scope.";
    NO_LINES_DO = "Con số 0 cũng là một câu trả lời: sổ không ghi việc nào như thế."
        / "Zero is an answer too: the books hold no such thing.";
    NO_MORE_LINES = "Không còn dòng nào ở trang này." / "There is no line on this page.";
    DAY_AND_NUMBER = "Ngày, số" / "Day, no.";
    WHO = "Người, đơn vị" / "Person, unit";
    WHAT = "Việc, văn bản" / "Event, paper";
    RECORDED = "ghi sổ {when}, {who}" / "recorded {when}, {who}";
    NO_PAPER = "chưa nêu văn bản" / "no paper named";
    ADDS_UP = "Cộng các dòng: {sum}, đúng bằng con số."
        / "The lines add up to {sum}, exactly the figure.";
    ADDS_UP_NOT = "Cộng các dòng: {sum}; con số là {value}."
        / "The lines add up to {sum}; the figure is {value}.";
    PAGE_SUM = "Cộng các dòng của trang này: {sum}." / "The lines of this page add up to {sum}.";
    PEOPLE_AND_PAPERS = "Người và văn bản" / "People and papers";
    PAPERS = "{n} văn bản được nêu" / "{n} {n|paper|papers} named";
    PAPERS_NONE = "Không dòng nào nêu văn bản" / "No line names a paper";
    RECORDERS = "{n} người đã ghi sổ" / "{n} {n|person|people} recorded them";
    UNITS_IN_LINES = "{n} đơn vị" / "{n} {n|unit|units}";
    ON_THIS_PAGE = "Theo các dòng của trang này" / "By the lines of this page";
    LINES_N = "{n} dòng" / "{n} {n|line|lines}";
    PAGES = "Trang" / "Pages";
    PREVIOUS = "Trang trước" / "Previous page";
    NEXT = "Trang sau" / "Next page";
    AND_MORE = "… còn dòng nữa; tệp chỉ chứa {n} dòng đầu"
        / "… there are more lines; the file holds the first {n}";

    CSV_NUMBER = "Số bút toán" / "Posting";
    CSV_DAY = "Ngày hiệu lực" / "Effective day";
    CSV_UNIT = "Đơn vị" / "Unit";
    CSV_CODE = "Mã đơn vị" / "Unit code";
    CSV_PERSON = "Người" / "Person";
    CSV_EVENT = "Việc" / "Event";
    CSV_QUANTITY = "Số lượng" / "Quantity";
    CSV_PAPER = "Văn bản" / "Paper";
    CSV_RECORDED = "Ghi sổ lúc" / "Recorded at";
    CSV_ACTOR = "Người ghi" / "Recorded by";

    NOT_REPORTED = "chưa báo cáo" / "not reported";
    NOT_OBLIGED = "không thuộc diện" / "not obliged";
    NOT_APPLICABLE = "không áp dụng" / "not applicable";

    ERROR_PREFIX = "Lỗi: {title}" / "Error: {title}";
    TO_MEND_1 = "Còn 1 chỗ cần sửa" / "One thing to mend";
    TO_MEND = "Còn {n} chỗ cần sửa" / "{n} {n|thing|things} to mend";
    CANNOT_SHOW = "Chưa xem được" / "This cannot be shown";
    CHOOSE_UNIT = "Có nhiều đơn vị khớp “{typed}”" / "Several units match “{typed}”";
    CHOOSE_UNIT_DO = "Chọn một đơn vị trong danh sách dưới đây." / "Choose one of the list below.";
    NO_PAGE = "Không có trang này" / "There is no such page";
    NO_PAGE_DO = "Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang Tổng quan."
        / "Check the address, or begin with the overview.";
    NO_PAGE_SAYS = "Địa chỉ này không dẫn tới trang nào của sổ"
        / "This address leads to no page of the books";
    OURS = "Máy chủ gặp lỗi" / "The server failed";
    OURS_SAYS = "Trang không tính được; sổ không bị đổi gì"
        / "The page could not be worked out; the books are unchanged";
    OURS_DO = "Thử lại sau ít phút. Nếu vẫn vậy, báo người quản trị xem nhật ký máy chủ."
        / "Try again in a few minutes. If it stays so, ask the administrator to read the server's log.";
    BUSY = "Máy chủ đang bận" / "The server is busy";
    BUSY_SAYS = "Có quá nhiều trang đang được tính cùng lúc"
        / "Too many pages are being worked out at once";
    BUSY_DO = "Chờ ít giây rồi tải lại trang." / "Wait a few seconds, then load the page again.";
    GO_OVERVIEW = "Về trang Tổng quan" / "Go to the overview";
    NO_UNITS_YET = "Sổ chưa có đơn vị nào" / "The books hold no unit yet";
    NO_UNITS_YET_SAYS = "Số liệu hiện ở đây khi sổ có đơn vị và đoàn viên."
        / "Figures stand here once the books hold units and members.";
    NO_UNITS_YET_DO =
        "Nhập danh sách đơn vị bằng: ketdoan import units TỆP. Hoặc xem sổ mẫu bằng: ketdoan demo"
        / "Enter a list of units with: ketdoan import units FILE. Or see sample books with: ketdoan demo";

    BAD_PERIOD = "“{typed}” không phải là một kỳ" / "“{typed}” is not a period";
    BAD_PERIOD_DO = "Viết 2023, 2021-H1, 2021-Q2, 2021-06 hoặc 2021-01-01..2021-06-30"
        / "Write 2023, 2021-H1, 2021-Q2, 2021-06 or 2021-01-01..2021-06-30";
    BAD_DAY = "“{typed}” không phải là một ngày" / "“{typed}” is not a day";
    BAD_DAY_DO = "Viết ngày, tháng, năm bằng số, như 30, 6, 2021"
        / "Write day, month and year in figures, such as 30, 6, 2021";
    NO_SUCH_DAY = "Ngày {typed} không có. Tháng {month} chỉ có {n} ngày"
        / "There is no {typed}. Month {month} has only {n} days";
    AS_OF_BEFORE = "Ngày {day} ở trước kỳ {period}" / "{day} lies before the period, {period}";
    AS_OF_BEFORE_DO = "Chọn ngày từ {first} trở đi, hoặc để trống ô ngày"
        / "Choose a day from {first} on, or leave the day empty";
    BAD_COLUMN = "Không có khối hay loại hình “{typed}”" / "There is no block or kind “{typed}”";
    BAD_COLUMN_DO = "Bấm vào một con số trong bảng theo khối, hoặc bỏ điều kiện này khỏi địa chỉ."
        / "Press a figure in the table by block, or take this condition out of the address.";
    BAD_VIEW = "Không có cách nhìn “{typed}”" / "There is no way of seeing “{typed}”";
    BAD_VIEW_DO = "Chọn một trong ba cách nhìn của mẫu" / "Choose one of the three of the form";
    BAD_INSTANT = "“{typed}” không phải là một thời điểm" / "“{typed}” is not a moment";
    BAD_INSTANT_DO = "Viết như 2021-05-01 hoặc 2021-05-01T15:40"
        / "Write 2021-05-01 or 2021-05-01T15:40";
    BAD_PAGE = "Không có trang “{typed}”" / "There is no page “{typed}”";
    BAD_PAGE_DO = "Bắt đầu lại từ trang 1" / "Begin again with page 1";
    UNKNOWN_UNIT = "Sổ không có đơn vị “{typed}”" / "The books hold no unit “{typed}”";
    UNKNOWN_UNIT_DO = "Gõ vài chữ của tên đơn vị để tìm"
        / "Type a part of the unit's name to find it";
    UNKNOWN_INDICATOR = "Không có chỉ số “{typed}”" / "There is no indicator “{typed}”";
    UNKNOWN_INDICATOR_DO = "Chọn một con số ở trang Tổng quan" / "Choose a figure on the overview";
}
