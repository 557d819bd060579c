//! The sentences of accounts and posts.

words! {
    LEAD = "Ai đăng nhập được, giữ chức vụ gì, ở đâu. Bạn thấy tài khoản có chức vụ trong phạm vi của bạn, và tài khoản chưa có chức vụ nào."
        / "Who signs in, with which posts, where. You see accounts with a post within your reach, and those without any post.";
    FIND = "Tìm theo tên hoặc tên đăng nhập" / "Find by name or sign-in name";
    OPEN_NEW = "Mở tài khoản" / "Open an account";
    NAME = "Họ và tên" / "Full name";
    LOGIN = "Tên đăng nhập" / "Sign-in name";
    LOGIN_HINT = "3 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch. Ví dụ: hang.nt"
        / "3 to 40 plain letters, digits, dots, dashes. For example: hang.nt";
    PERSON = "Số hồ sơ đoàn viên của người này" / "The member record of this person";
    PERSON_HINT = "13 ký tự, chép từ trang đoàn viên; có thì người này xem được hồ sơ của chính mình"
        / "13 characters, from the member's page; with it the person sees their own record";
    POSTS = "Chức vụ" / "Posts";
    POSTS_TODAY = "Chức vụ hôm nay" / "Posts today";
    NO_POSTS = "chưa giữ chức vụ nào" / "holds no post";
    CLOSED = "Đã đóng" / "Closed";
    NOTHING_FOUND = "Không có tài khoản nào khớp" / "No account matches";
    NOTHING_FOUND_DO = "Thử một phần khác của tên, hoặc mở tài khoản mới."
        / "Try another part of the name, or open a new account.";
    NEXT_ONES = "Tiếp theo" / "Next";
    FROM_THE_START = "Về đầu danh sách" / "Back to the beginning";
    OPEN_LEAD = "Tài khoản mở ra chưa có mật khẩu và chưa có chức vụ. Bước sau: giao chức vụ, rồi cấp liên kết để người ấy tự đặt mật khẩu."
        / "The account begins without a password and without a post. Next: give a post, then a link by which the person sets a password.";
    OPENED = "Đã mở tài khoản {login}. Giao chức vụ và cấp liên kết đặt mật khẩu."
        / "The account {login} is open. Give a post and a link to set a password.";
    HAS_PASSWORD = "đã đặt mật khẩu" / "password set";
    NO_PASSWORD = "chưa đặt mật khẩu" / "no password yet";
    SECOND_ON = "đã bật mã hai bước" / "second factor on";
    SECOND_OFF = "chưa bật mã hai bước" / "second factor off";
    WHAT = "Chức danh" / "Role";
    WHERE = "Đơn vị" / "Unit";
    WHEN = "Thời gian" / "Days";
    WHY = "Căn cứ" / "Because of";
    HELD = "đang giữ" / "held";
    ENDED = "đã hết" / "ended";
    COMING = "chưa tới ngày" / "to come";
    GIVE_POST = "Giao chức vụ" / "Give a post";
    UNIT_CODE = "Mã đơn vị" / "Code of the unit";
    UNIT_CODE_HINT = "Chức vụ có hiệu lực ở đơn vị này và các đơn vị bên dưới"
        / "The post reaches this unit and those below it";
    WHOLE = "Toàn bộ sổ, không riêng đơn vị nào" / "The whole of the books, no single unit";
    NO_UNIT = "Chưa ghi chức vụ này ở đơn vị nào" / "No unit was named for this post";
    NO_UNIT_DO = "Ghi mã đơn vị; người quản trị toàn sổ còn chọn được toàn bộ sổ"
        / "Name the code of the unit; who administers the whole may also tick the whole of the books";
    FROM = "Từ ngày" / "From";
    TO = "Đến trước ngày" / "Until";
    DAY_HINT = "Ví dụ 28/7/2024" / "For example 28/7/2024";
    STANDS_FOR = "Thay tạm thời cho" / "Stands in for";
    STANDS_FOR_HINT = "Tên đăng nhập của người được thay; cần ngày hết hạn"
        / "Sign-in name of who is away; an end is needed";
    REASON = "Căn cứ, số quyết định" / "Because of which decision";
    POST_GIVEN = "Đã giao chức vụ {role}." / "The post of {role} is given.";
    END_POST = "Kết thúc chức vụ" / "End the post";
    END_ON = "Kết thúc từ ngày" / "Ends from the day";
    POST_ENDED = "Đã kết thúc chức vụ." / "The post is ended.";
    NO_STAND_FOR = "Người này không giữ chức danh ấy ở đơn vị ấy"
        / "This person does not hold that role at that unit";
    MAKE_LINK = "Cấp liên kết đặt mật khẩu" / "Make a link to set a password";
    LINK_HINT = "Liên kết dùng một lần, trong ba ngày; liên kết cấp trước đó hết hiệu lực."
        / "The link works once within three days; the links before it end.";
    LINK_MADE = "Liên kết đặt mật khẩu cho {login}" / "The link to set a password for {login}";
    LINK_ONCE = "Chỉ hiện một lần ở đây. Chép lại và đưa tận tay người dùng; ai có liên kết này thì đặt được mật khẩu."
        / "It is shown here once. Copy it and hand it over in person; whoever has it sets the password.";
    COPY = "Chép" / "Copy";
    COPIED = "Đã chép" / "Copied";
    BACK_TO = "Về trang của {login}" / "Back to {login}";
    LIFT_SECOND = "Gỡ mã hai bước đã mất" / "Take off a lost second factor";
    LIFT_HINT = "Khi người này mất cả điện thoại lẫn các mã dự phòng. Gặp hoặc gọi đúng người ấy trước khi gỡ: sau đó chỉ cần mật khẩu là vào được. Mọi lần đăng nhập của họ kết thúc; họ bật lại ở trang Tài khoản của tôi."
        / "For when this person has lost both the phone and the recovery codes. Meet or call them first: afterwards the password alone lets in. All their sign-ins end; they turn it on again on their own account page.";
    SECOND_LIFTED = "Đã gỡ mã hai bước của {login}; mọi lần đăng nhập đã kết thúc."
        / "The second factor of {login} is taken off; all sign-ins are ended.";
    AMEND = "Sửa họ tên, hồ sơ" / "Correct the name or the record";
    AMEND_HINT = "Những gì người này đã ghi vẫn mang tên lúc ấy. Tên đăng nhập không đổi được."
        / "What this person recorded keeps the name of then. The sign-in name cannot be changed.";
    AMENDED = "Đã sửa tài khoản {login}." / "The account {login} is corrected.";
    CLOSE_ACCOUNT = "Đóng tài khoản" / "Close the account";
    CLOSE_HINT = "Không đăng nhập được nữa; những gì đã ghi vẫn mang tên người này. Không mở lại được."
        / "It signs in no more; what was recorded stays under this name. It cannot be opened again.";
    CLOSE_SURE = "Tôi hiểu, đóng tài khoản {login}" / "I understand, close the account {login}";
    ACCOUNT_CLOSED = "Đã đóng tài khoản {login}." / "The account {login} is closed.";
    SIGN_INS = "Những lần đăng nhập còn hiệu lực" / "Sign-ins that stand";
    NO_SIGN_INS = "Không có lần nào." / "There are none.";
    END_SIGN_INS = "Kết thúc tất cả" / "End all of them";
    SIGN_INS_ENDED = "Đã kết thúc mọi lần đăng nhập của {login}."
        / "All sign-ins of {login} are ended.";
    BEGUN = "Bắt đầu" / "Begun";
    SEEN = "Dùng lần cuối" / "Last used";
    ADDRESS = "Địa chỉ mạng" / "Network address";
    BROWSER = "Trình duyệt" / "Browser";
    WHY_MAY = "Vì sao người này xem được một việc?" / "Why may this person see something?";
    OWN_RECORD = "gắn với hồ sơ đoàn viên {id}" / "tied to the member record {id}";
    BAD_ROLE = "Không có chức danh này" / "There is no such role";
    BAD_ROLE_DO = "Chọn một chức danh trong danh sách" / "Choose a role of the list";
}
