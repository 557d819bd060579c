//! The sentences of the pages of units.

words! {
    TREE_LEAD = "Tên là đường vào hồ sơ; mỗi con số dẫn về nơi nó từ đó ra."
        / "A name leads to the unit's record; each figure leads to where it comes from.";
    FILTER = "Lọc" / "Filter";
    FILTERS = "Lọc danh sách" / "Narrow the list";
    ANY_KIND = "Mọi loại hình" / "All kinds";
    ANY_BLOCK = "Mọi khối" / "All blocks";
    BLOCK = "Khối" / "Block";
    LIVES = "Hoạt động" / "Life";
    LIVES_OPEN = "Đang hoạt động" / "Standing";
    LIVES_ENDED = "Đã kết thúc" / "Ended";
    LIVES_EITHER = "Cả hai" / "Both";
    MEMBERLESS = "Không có đoàn viên" / "Without members";
    ALL_LEVELS = "Cả các cấp dưới" / "All levels below";
    NONE_FIT = "Không có đơn vị nào khớp bộ lọc" / "No unit fits the filter";
    NONE_FIT_DO = "Bỏ bớt điều kiện, hoặc xem cả các cấp dưới." / "Remove a condition, or look at all levels below.";
    CLEAR_FILTERS = "Bỏ mọi bộ lọc" / "Remove all filters";
    DOWNLOAD = "Tải về" / "Download";
    BELOW_IT = "Đơn vị bên dưới" / "Units below";
    OPEN_BRANCH = "Mở {name}" / "Open {name}";
    BRANCH = "Mở" / "Open";
    ALL_LEVELS_OF = "Mọi cấp dưới {unit}" / "All levels below {unit}";
    ALL_LEVELS_LEAD = "Theo đường quản lý ngày {day}." / "By the line of managers on {day}.";
    SHOWN_HERE = "{n} đơn vị trên trang này" / "{n} {n|unit|units} on this page";
    NEXT_PART = "Xem tiếp" / "Go on";
    FROM_THE_START = "Về đầu danh sách" / "Back to the beginning";
    FORMERLY = "trước đây: {name}" / "formerly: {name}";
    FOUND_ONLY_FIRST = "Chỉ hiện {n} đơn vị đầu; gõ thêm một chữ để thu hẹp."
        / "Only the first {n} units are shown; type one more letter to narrow them down.";

    RECORD_OF = "Hồ sơ đơn vị" / "The unit's record";
    TABS = "Các phần của đơn vị" / "Parts of the unit's record";
    TAB_RECORD = "Hồ sơ" / "Record";
    TAB_VERSIONS = "Tên, khối qua các thời kỳ" / "Names and blocks";
    TAB_RELATIONS = "Lịch sử" / "History";
    TAB_BELOW = "Đơn vị bên dưới" / "Units below";
    TAB_MEMBERS = "Đoàn viên" / "Members";
    TAB_FIGURES = "Số liệu" / "Figures";
    TAB_TARGETS = "Chỉ tiêu" / "Targets";
    TAB_HONOURS = "Khen thưởng" / "Commendation";
    TAB_DOCUMENTS = "Văn bản" / "Documents";
    TAB_TRAIL = "Nhật ký" / "Audit trail";
    ENDED = "Đã kết thúc" / "Ended";
    NOT_YET = "Chưa thành lập" / "Not yet founded";
    CODE_IS = "Mã {code}" / "Code {code}";
    SINCE = "từ {day}" / "since {day}";
    FROM_TO = "từ {from} đến {to}" / "from {from} to {to}";
    BEFORE_THAT = "trước đó: {name}" / "before that: {name}";
    FULL_NAME = "Tên đầy đủ" / "Full name";
    MANAGED_BY = "Quản lý trực tiếp" / "Managed by";
    NOBODY = "không có" / "nobody";
    ADDRESS = "Địa chỉ" / "Address";
    EMPLOYER = "Người sử dụng lao động" / "Employer";
    LIFE = "Thời gian hoạt động" / "Life";
    UNKNOWN = "chưa ghi" / "not recorded";
    NOW_VIEWING = "Bạn đang xem đến hết {day}" / "You are viewing up to {day}";
    ALL_HISTORY = "Tất cả {n} lần đổi" / "All {n} {n|change|changes}";
    NO_HISTORY = "Chưa ghi việc nào" / "Nothing recorded yet";
    TAKEN_BACK = "đã hủy" / "taken back";
    WITH_MEMBERS = "{n} đoàn viên" / "{n} {n|member|members}";
    HISTORY_KEPT = "Đơn vị đổi tên, đổi cấp quản lý thì hồ sơ cũ vẫn giữ nguyên ở đây."
        / "When a unit changes its name or manager, its past stays here.";
    MANAGERS_BY_DAY = "Cấp quản lý qua các thời kỳ" / "Managers over time";
    EVENTS_BY_DAY = "Việc của đơn vị" / "What happened";
    VERSIONS_LEAD = "Văn bản ban hành trước ngày đổi vẫn giữ tên cũ." / "Papers from before a change keep the old name.";
    OUT_OF_REACH = "Số liệu của đơn vị này ngoài phạm vi chức vụ của bạn." / "The figures of this unit are outside the reach of your post.";
    ALL_PAPERS = "Cả các đơn vị bên dưới" / "With the units below";
    NO_PAPERS = "Chưa có văn bản nào nhắc đến đơn vị này" / "No document names this unit yet";
    PAPER = "Văn bản" / "Document";
    PAPER_DAY = "Ngày" / "Day";
    PAPER_ISSUER = "Nơi ban hành" / "Issuer";
    PAPER_TITLE = "Về việc" / "About";
    PAPER_TIMES = "Số lần" / "Times";
    TRAIL_LEAD = "Những lần ghi về đơn vị này, mới nhất trước." / "What was written about this unit, the newest first.";
    BATCH = "Đợt ghi" / "Batch";
    WHEN = "Lúc" / "When";
    WHO = "Người ghi" / "Who";
    WHAT = "Việc" / "What";
    NO_TARGETS = "Đơn vị chưa được giao chỉ tiêu nào trong kỳ này" / "No target was set for this unit in this period";
    RECORD_EVENT = "Ghi việc mới" / "Record an event";
    CHOOSE_EVENT = "Ghi việc gì?" / "What happened?";
    CHOOSE_LEAD = "Mỗi việc đều được xem trước tác động rồi mới ghi vào sổ."
        / "Each event shows its effect before it is written.";
    ON_DAY = "Có hiệu lực từ ngày" / "In force from";
    REASON = "Lý do" / "Reason";
    NEW_NAME = "Tên mới" / "New name";
    NAME_HINT = "Viết như trong quyết định" / "As the decision writes it";
    UNIT_CODE = "Mã đơn vị mới" / "Code of the new unit";
    UNIT_CODE_HINT = "Chữ thường không dấu, chữ số, gạch nối; ví dụ: tx-0147"
        / "Small letters without marks, digits, hyphens; for example: tx-0147";
    UNIT_NAME = "Tên đơn vị mới" / "Name of the new unit";
    UNIT_TO = "Đơn vị nhận" / "Receiving unit";
    UNIT_TO_SUPERIOR = "Cấp quản lý mới" / "New superior";
    UNIT_INTO = "Sáp nhập vào đơn vị" / "Merged into";
    UNIT_PICK_HINT = "Gõ mã hoặc vài chữ của tên" / "Type the code or a part of the name";
    OTHERS = "Hợp nhất cùng các đơn vị" / "Joined with these units";
    OTHERS_HINT = "Mỗi dòng một mã đơn vị" / "One code a line";
    METHOD = "Cách thành lập" / "How it was founded";
    METHOD_TRADITIONAL = "Công đoàn cấp trên vận động" / "Led by the superior union";
    METHOD_NEW = "Người lao động tự vận động (phương thức mới)" / "Led by the workers themselves (new method)";
    METHOD_UNKNOWN = "Quyết định không nói" / "The decision does not say";
    FOUNDING_MEMBERS = "Số đoàn viên khi thành lập" / "Members at the founding";
    SUCCESSOR_FIRST = "Đơn vị kế tục thứ nhất" / "First successor";
    SUCCESSOR_SECOND = "Đơn vị kế tục thứ hai" / "Second successor";
    SUCCESSOR_EXISTING = "Đơn vị đã có (để trống nếu lập mới)" / "A unit that stands (empty to form a new one)";
    WHO_GOES_FIRST = "Đoàn viên về đơn vị thứ nhất" / "Members who go to the first";
    WHO_GOES_HINT = "Đánh dấu ai sang đơn vị thứ nhất; những người còn lại {rest}."
        / "Tick who goes to the first; the others {rest}.";
    REST_STAYS = "ở lại" / "stay";
    REST_SECOND = "sang đơn vị thứ hai" / "go to the second";
    TOO_MANY_TO_TICK = "Đơn vị đông hơn 1.500 đoàn viên: dùng trang Sắp xếp tổ chức với danh sách."
        / "More than 1,500 members: use the reorganisation page with a list.";
    NOBODY_TO_TICK = "Đơn vị không có đoàn viên nào trong sổ." / "The unit has no member in the books.";
    HOW_ENDED = "Kết thúc thế nào" / "How it ended";
    HOW_DISSOLVED = "Giải thể, chấm dứt hoạt động" / "Dissolved by decision";
    HOW_STRUCK = "Xóa tên vì không còn trong thực tế" / "Struck off because nothing is left of it";
    PREVIEW = "Xem trước" / "Preview";
    WRITE = "Ghi vào sổ" / "Write into the books";
    PREVIEW_TITLE = "Ghi xong, sổ sẽ đổi thế này" / "Once written, the books change so";
    PREVIEW_LEAD = "Xem trước, chưa ghi gì." / "A preview; nothing is written.";
    PREVIEW_FIRST = "Điền biểu mẫu rồi bấm Xem trước; tác động hiện ở đây."
        / "Fill in the form and press Preview; the effect shows here.";
    CHANGED_SINCE = "Biểu mẫu đã đổi sau lần xem trước, nên chưa ghi. Xem lại rồi bấm Ghi vào sổ."
        / "The form changed since the preview, so nothing was written. Look again, then press Write.";
    EFFECT_CARRIED = "{n} người sang đơn vị kế tục" / "{n} go to a successor";
    EFFECT_ENDED = "{n} người thôi do đơn vị kết thúc" / "{n} end with the unit";
    EFFECT_OTHER = "{n} việc khác của đoàn viên" / "{n} other {n|event|events} of members";
    EFFECT_NO_PEOPLE = "Không ai phải chuyển hoặc thôi" / "Nobody moves or ends";
    EFFECT_FIGURES = "Số liệu {period} đổi" / "Figures of {period} that change";
    EFFECT_NO_FIGURES = "Không con số nào đổi." / "No figure changes.";
    EFFECT_WAS = "Hiện nay" / "Now";
    EFFECT_IS = "Sau khi ghi" / "After";
    EFFECT_POSTINGS = "Bút toán sẽ ghi" / "Postings to be written";
    EFFECT_ACCOUNT = "Tài khoản" / "Account";
    EFFECT_QUANTITY = "Số lượng" / "Quantity";
    EFFECT_NO_POSTINGS = "Không có bút toán" / "No posting";
    EFFECT_TARGETS = "Chỉ tiêu còn hạn của đơn vị: {n}" / "Targets still running: {n}";
    EFFECT_TARGETS_DO = "Chỉ tiêu ở lại đơn vị cũ; điều chỉnh bằng quyết định nếu cần."
        / "Targets stay with the unit; revise them by decision where needed.";
    EFFECT_OPEN = "Việc đang dở" / "Open work";
    EFFECT_SENT = "{n} đoàn viên chờ nơi khác tiếp nhận" / "{n} {n|member|members} waiting to be received elsewhere";
    EFFECT_POSTS = "{n} chức vụ đang giữ tại đơn vị kết thúc" / "{n} {n|post|posts} held at the unit that ends";
    EFFECT_REQUESTS = "{n} đề nghị sửa hồ sơ chưa trả lời" / "{n} {n|correction|corrections} not answered";
    EFFECT_NO_OPEN = "Không có việc đang dở tại đơn vị kết thúc." / "No open work at a unit that ends.";
    WRITTEN = "Đã ghi: {event}" / "Written: {event}";

    PROSPECTS = "Doanh nghiệp chưa có công đoàn" / "Employers without a union";
    PROSPECTS_LEAD = "Trong phạm vi của bạn. Bấm vào tên để ghi một lần tiếp cận."
        / "Within your reach. Press a name to record a visit.";
    NO_PROSPECTS = "Chưa có doanh nghiệp nào trong danh sách" / "No employer on the list yet";
    NO_PROSPECTS_DO = "Ghi lần tiếp cận đầu tiên; doanh nghiệp rời danh sách khi có công đoàn."
        / "Record the first visit; an employer leaves the list when it has a union.";
    WORKERS = "Lao động" / "Workers";
    VISITS = "Lần tiếp cận" / "Visits";
    LAST_VISIT = "Lần gần nhất" / "Last visit";
    TAX_NUMBER = "Mã số thuế" / "Tax number";
    OUTCOME = "Kết quả" / "Outcome";
    RECORD_VISIT = "Ghi lần tiếp cận" / "Record a visit";
    RECORD_VISIT_FROM = "Do {unit} thực hiện." / "Made by {unit}.";
    VISITED_ON = "Ngày tiếp cận (để trống: hôm nay)" / "Day of the visit (empty: today)";
    VISIT_WRITTEN = "Đã ghi lần tiếp cận {name}" / "The visit to {name} is recorded";
}
