//! The sentences of the door.

words! {
    LEAD = "Dùng tài khoản cán bộ công đoàn của bạn." / "Use the account your union gave you.";
    ABOUT = "Sổ của tổ chức công đoàn: đơn vị, đoàn viên, việc đã làm, việc đã giao; và mọi con số rút ra từ đó."
        / "The books of a union organisation: units, members, what was done, what was planned; and every figure drawn from them.";
    MOTTO = "Mỗi con số đều có gốc." / "Every figure has its source.";
    NOT_IN = "Chưa vào được" / "Not signed in";
    LOGIN = "Tên đăng nhập" / "Sign-in name";
    LOGIN_HINT = "Ví dụ: hang.nt" / "For example: hang.nt";
    PASSWORD = "Mật khẩu" / "Password";
    PASSWORD_HINT = "Ít nhất 10 ký tự; vài từ ghép lại là tốt nhất, không cần ký tự đặc biệt"
        / "At least 10 characters; a few words together are best, no special signs needed";
    NO_ACCOUNT = "Chưa có tài khoản, hoặc quên mật khẩu? Người quản lý tài khoản ở công đoàn cấp trên của bạn cấp liên kết để đặt mật khẩu."
        / "No account, or the password forgotten? Who manages accounts at the union above yours gives you a link to set one.";
    DEMO_ACCOUNTS = "Sổ mẫu: thử với một tài khoản" / "Sample books: try an account";
    DEMO_ENTER = "Vào xem" / "Enter";
    DEMO_LOOK = "Chỉ xem, không đăng nhập" / "Only look, without signing in";
    SECOND = "Bước thứ hai" / "The second step";
    SECOND_LEAD = "Mở ứng dụng mã hai bước trên điện thoại và gõ sáu chữ số. Mất điện thoại thì dùng một mã dự phòng; mất cả mã dự phòng thì nhờ người quản lý tài khoản gỡ mã hai bước."
        / "Open the authenticator on your phone and type its six digits. If the phone is lost, use a recovery code; if those are lost too, who manages accounts takes the second factor off.";
    CODE = "Mã" / "Code";
    CONTINUE = "Tiếp tục" / "Continue";
    SET_PASSWORD = "Đặt mật khẩu" / "Set a password";
    SET_LEAD = "Tài khoản {login} của {name}." / "The account {login} of {name}.";
    FIRST = "Tài khoản đầu tiên" / "The first account";
    FIRST_LEAD = "Người này quản trị hệ thống và mở tài khoản cho những người khác."
        / "This person administers the system and opens accounts for the others.";
    FULL_NAME = "Họ và tên" / "Full name";
    OPEN = "Mở tài khoản" / "Open the account";
    SPENT = "Không dùng được liên kết này" / "This link cannot be used";
}
