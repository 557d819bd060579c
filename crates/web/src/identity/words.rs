//! The sentences of signing in by an identity provider.

words! {
    SIGN_IN_BY = "Đăng nhập bằng {name}" / "Sign in with {name}";
    OR = "Hoặc" / "Or";
    LEFT = "Bạn đã ra khỏi sổ. Trên máy dùng chung, đăng xuất cả ở {name}."
        / "You are signed out of the books. On a shared machine, sign out of {name} too.";
    LEAVE_TOO = "Đăng xuất khỏi {name}" / "Sign out of {name}";
    TITLE = "Đăng nhập bằng {name}" / "Signing in with {name}";
    OWN_LEAD = "Gắn danh tính ở {name} với tài khoản này để lần sau khỏi gõ mật khẩu của sổ. Mã hai bước, nếu đã bật, vẫn được hỏi."
        / "Tie your identity at {name} to this account, so that you need not type the password of the books. A second factor that is on is still asked.";
    NONE_TIED = "Chưa gắn danh tính nào." / "No identity is tied yet.";
    TIED = "gắn lúc {at}, bởi {by}" / "tied at {at}, by {by}";
    UNTIE = "Gỡ" / "Untie";
    UNTIED = "Đã gỡ danh tính. Những lần đăng nhập khác đã kết thúc."
        / "The identity is untied. Other sign-ins ended.";
    TIE = "Gắn danh tính" / "Tie an identity";
    PASSWORD = "Gõ mật khẩu của sổ để gắn" / "Type the password of the books to tie one";
    GO_ON = "Sang {name}" / "Go to {name}";
    GO_LEAD = "Đăng nhập ở {name}; xong, bạn được đưa về trang tài khoản của mình và danh tính được gắn. Việc này phải xong trong 15 phút."
        / "Sign in at {name}; you are then brought back to your account and the identity is tied. This must be done within 15 minutes.";
    NOT_NOW = "Thôi, về tài khoản của tôi" / "Not now, back to my account";
    NOW_TIED = "Đã gắn danh tính {name}." / "The identity {name} is tied.";
    HELD = "Danh tính đăng nhập" / "Identities to sign in with";
    HELD_LEAD = "Người dùng tự gắn ở trang tài khoản của mình, hoặc bạn gõ mã người dùng (sub) mà {name} ghi cho người này. Địa chỉ thư không dùng để gắn."
        / "Users tie their own on their account's page, or you type the user's id (sub) as {name} tells it. A mail address ties nothing.";
    SUBJECT = "Mã người dùng (sub) ở {name}" / "The user's id (sub) at {name}";
    TIED_TO = "Đã gắn danh tính với {login}." / "The identity is tied to {login}.";
    UNTIED_FROM = "Đã gỡ danh tính của {login}; mọi lần đăng nhập của tài khoản đã kết thúc."
        / "The identity of {login} is untied; all sign-ins of the account ended.";
}
