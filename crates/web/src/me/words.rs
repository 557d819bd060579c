//! The sentences of one's own page.

words! {
    LEAD = "{login} · mọi việc bạn ghi đều mang tên này."
        / "{login} · whatever you record bears this name.";
    TAB_ACCOUNT = "Tài khoản" / "Account";
    TAB_RECORD = "Hồ sơ của tôi" / "My record";
    MY_POSTS = "Chức vụ của tôi" / "My posts";
    NO_POSTS = "Bạn chưa giữ chức vụ nào." / "You hold no post.";
    WHY = "Vì sao tôi xem được?" / "Why may I see this?";
    PASSWORD = "Mật khẩu" / "Password";
    OLD_PASSWORD = "Mật khẩu đang dùng" / "Present password";
    NEW_PASSWORD = "Mật khẩu mới" / "New password";
    CHANGE_PASSWORD = "Đổi mật khẩu" / "Change the password";
    PASSWORD_CHANGED = "Đã đổi mật khẩu. Những lần đăng nhập khác đã kết thúc."
        / "The password is changed. Your other sign-ins ended.";
    SECOND = "Xác thực hai bước" / "Second factor";
    SECOND_LEAD = "Ngoài mật khẩu, mỗi lần đăng nhập cần thêm một mã trên điện thoại. Ai biết mật khẩu của bạn vẫn chưa vào được."
        / "Besides the password each sign-in takes a code from your phone. Who knows your password still does not get in.";
    SECOND_IS_ON = "Đang bật. Còn {n} mã dự phòng chưa dùng."
        / "It is on. {n} recovery {n|code is|codes are} left.";
    TURN_ON = "Bật xác thực hai bước" / "Turn it on";
    TURN_OFF = "Tắt xác thực hai bước" / "Turn it off";
    TURN_OFF_HINT = "Gõ mật khẩu để tắt" / "Type your password to turn it off";
    SCAN = "Quét bằng ứng dụng mã hai bước" / "Scan it with an authenticator";
    SCAN_LEAD = "Mở ứng dụng trên điện thoại (Google Authenticator, Microsoft Authenticator, Aegis…), thêm tài khoản bằng hình vuông này, rồi gõ sáu chữ số hiện ra."
        / "Open the app on your phone (Google Authenticator, Microsoft Authenticator, Aegis…), add an account by this square, then type the six digits shown.";
    SCAN_ALT = "Hình vuông chứa khóa mã hai bước" / "The square that holds the key";
    KEY = "Không quét được thì gõ khóa này" / "If it cannot be scanned, type this key";
    CODE = "Sáu chữ số đang hiện" / "The six digits shown now";
    CONFIRM = "Xác nhận và bật" / "Confirm and turn on";
    RECOVERY = "Mã dự phòng" / "Recovery codes";
    RECOVERY_LEAD = "Đã bật xác thực hai bước. Mười mã này thay cho điện thoại khi mất máy, mỗi mã dùng một lần. Chỉ hiện một lần ở đây: in ra hoặc chép vào chỗ kín."
        / "The second factor is on. These ten codes take the phone's place when it is lost, each once. They are shown here once: print them or keep them somewhere safe.";
    SECOND_OFF_DONE = "Đã tắt xác thực hai bước." / "The second factor is off.";
    SIGN_INS = "Nơi đang đăng nhập" / "Where you are signed in";
    THIS_ONE = "lần này" / "this one";
    END_IT = "Kết thúc" / "End it";
    SIGN_IN_ENDED = "Đã kết thúc lần đăng nhập ấy." / "That sign-in is ended.";
    TOKENS = "Mã truy cập cho chương trình" / "Tokens for programs";
    TOKENS_LEAD = "Một chương trình mang mã này làm được những việc bạn chọn, không hơn quyền của bạn, đến hết ngày bạn chọn."
        / "A program that holds a token does what you choose, no more than you may, until the day you choose.";
    TOKEN_NAME = "Dùng cho việc gì" / "What it is for";
    TOKEN_POWERS = "Được làm gì" / "What it may do";
    TOKEN_TO = "Hết hạn ngày" / "Ends on";
    DAY_HINT = "Trong vòng một năm, ví dụ {day}" / "Within a year, for example {day}";
    MAKE_TOKEN = "Tạo mã" / "Make a token";
    TOKEN_MADE = "Mã truy cập “{name}”" / "The token “{name}”";
    TOKEN_ONCE = "Chỉ hiện một lần ở đây. Ai có mã này làm được những việc đã chọn với tên của bạn."
        / "It is shown here once. Whoever has it does what was chosen, in your name.";
    REVOKE = "Thu hồi" / "Revoke";
    REVOKED = "đã thu hồi" / "revoked";
    OVER = "đã hết hạn" / "over";
    NEVER_USED = "chưa dùng" / "not used";
    LAST_USED = "Dùng lần cuối" / "Last used";
    TOKEN_REVOKED = "Đã thu hồi mã truy cập." / "The token is revoked.";
    NO_TOKENS = "Chưa có mã nào." / "There are none.";
    BACK_TO_ME = "Về tài khoản của tôi" / "Back to my account";
    RECORD_LEAD = "Những gì sổ ghi về bạn. Số căn cước chỉ hiện bốn số cuối."
        / "What the books say of you. Of the identity number only the last four digits are shown.";
    NAME = "Họ và tên" / "Full name";
    BIRTH = "Ngày sinh" / "Born";
    SEX = "Giới tính" / "Sex";
    MALE = "nam" / "male";
    FEMALE = "nữ" / "female";
    PHONE = "Điện thoại" / "Phone";
    HOMETOWN = "Quê quán" / "Native place";
    JOB = "Nghề nghiệp" / "Work";
    JOINED = "Ngày vào công đoàn" / "Joined the union";
    TITLE = "Chức vụ công đoàn" / "Post in the union";
    CCCD = "Số căn cước" / "Identity number";
    UNIT = "Đơn vị" / "Unit";
    OTHER = "Nội dung khác" / "Something else";
    NOT_KNOWN = "chưa ghi" / "not recorded";
    LIFE_LINE = "Quá trình sinh hoạt" / "Life line";
    ASK_MEND = "Đề nghị sửa" / "Ask for a correction";
    ASK_MEND_LEAD = "Công đoàn nơi bạn sinh hoạt sẽ xem và trả lời."
        / "The union you belong to looks at it and answers.";
    WHICH_FIELD = "Mục cần sửa" / "What is wrong";
    SHOULD_SAY = "Nội dung đúng" / "What it should say";
    BECAUSE = "Căn cứ" / "Because of";
    SEND_REQUEST = "Gửi đề nghị" / "Send the request";
    REQUEST_SENT = "Đã gửi đề nghị. Công đoàn nơi bạn sinh hoạt sẽ trả lời ở đây."
        / "The request is sent. Your union answers it here.";
    WAITING = "chờ trả lời" / "waiting";
    ASKED_AT = "gửi ngày {day}" / "asked on {day}";
    ANSWERED_AT = "trả lời ngày {day}" / "answered on {day}";
    ANSWER = "Trả lời" / "Answer";
    ACCEPTED = "đã sửa" / "mended";
    NOT_ACCEPTED = "không sửa" / "not mended";
    LOOKS = "Ai đã xem hoặc sửa hồ sơ của tôi" / "Who looked at my record or changed it";
    NO_LOOKS = "Nhật ký chưa ghi ai xem số căn cước, xuất hay in hồ sơ của bạn."
        / "The trail notes nobody who read your identity number, exported or printed your record.";
    WHEN = "Lúc nào" / "When";
    WHO = "Ai" / "Who";
    WHAT = "Việc" / "What";
    TAKE = "Tải dữ liệu của tôi" / "Take my data home";
    TAKE_LEAD =
        "Toàn bộ những gì sổ ghi về bạn, các đề nghị và nhật ký xem. Lần tải được ghi nhật ký."
        / "All the books say of you, your requests and who looked. Taking it is noted in the trail.";
    AS_TEXT = "Tải bản dễ đọc" / "As a text to read";
    AS_JSON = "Tải bản máy đọc (JSON)" / "As JSON for programs";
}
