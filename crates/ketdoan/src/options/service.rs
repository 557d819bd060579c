//! The options of the pages and of books made for trials.

use clap::{Arg, ArgAction, Command};
use kernel::Text;

use super::{flag, option, t};

/// `demo`, `serve` and `generate`.
pub(super) fn service(say: &impl Fn(Text) -> &'static str) -> [Command; 3] {
    [
        Command::new("demo")
            .about(say(t(
                "mở sổ mẫu của bốn liên đoàn để xem thử",
                "open the sample books of four federations",
            )))
            .arg(listen(say))
            .arg(flag(
                "no-serve",
                say(t("chỉ lập sổ mẫu, không mở trang", "only make the books, serve no page")),
            )),
        Command::new("serve")
            .about(say(t("mở các trang của sổ", "serve the pages of the books")))
            .arg(listen(say))
            .arg(
                option(
                    "host",
                    "NAME",
                    say(t(
                        "tên máy chủ được gọi (lặp lại được)",
                        "a name this server answers to (repeatable)",
                    )),
                )
                .action(ArgAction::Append),
            )
            .arg(flag(
                "allow-remote",
                say(t("cho máy khác vào", "listen on an address other machines reach")),
            ))
            .arg(option(
                "public-address",
                "URL",
                say(t(
                    "địa chỉ mọi người mở sổ, ghi trong ô vuông của giấy khen và liên kết gửi đi",
                    "where everybody reaches the books, for squares on certificates and links",
                )),
            ))
            .arg(flag(
                "behind-tls",
                say(t(
                    "có máy chủ trung gian TLS ở trước: cookie chỉ đi qua TLS",
                    "a TLS proxy stands in front: the cookie travels through TLS only",
                )),
            ))
            .args(provider(say)),
        Command::new("generate")
            .about(say(t(
                "lập sổ với người và đơn vị do máy sinh ra, để thử",
                "make books of generated units and people, for trials",
            )))
            .arg(
                option("members", "N", say(t("số đoàn viên", "how many members")))
                    .default_value("20000"),
            )
            .arg(
                option("units", "N", say(t("số công đoàn cơ sở", "how many grassroots unions")))
                    .default_value("275"),
            )
            .arg(
                option(
                    "seed",
                    "N",
                    say(t(
                        "hạt giống: cùng số thì cùng sổ",
                        "the seed: the same number makes the same books",
                    )),
                )
                .default_value("1"),
            ),
    ]
}

fn listen(say: &impl Fn(Text) -> &'static str) -> Arg {
    option(
        "listen",
        "ADDR",
        say(t(
            "địa chỉ phục vụ trang (mặc định 127.0.0.1:8080)",
            "where to serve the pages (default 127.0.0.1:8080)",
        )),
    )
}

/// The identity provider people may sign in with.
fn provider(say: &impl Fn(Text) -> &'static str) -> [Arg; 6] {
    let needs_issuer = |arg: Arg| arg.requires("oidc-issuer");
    [
        option(
            "oidc-issuer",
            "URL",
            say(t(
                "nhà cung cấp danh tính (OpenID Connect) mà người dùng đăng nhập được",
                "the identity provider (OpenID Connect) people may sign in with",
            )),
        )
        .requires("oidc-client"),
        needs_issuer(option(
            "oidc-client",
            "ID",
            say(t(
                "mã của chương trình này đã đăng ký ở đó",
                "the id by which this program is registered there",
            )),
        )),
        needs_issuer(option(
            "oidc-secret-file",
            "FILE",
            say(t(
                "tệp chứa bí mật của mã ấy (không có thì đọc biến KETDOAN_OIDC_SECRET)",
                "the file with its secret (without one: the variable KETDOAN_OIDC_SECRET)",
            )),
        )),
        needs_issuer(option(
            "oidc-name",
            "NAME",
            say(t(
                "tên người dùng gọi nhà cung cấp ấy (mặc định: tên máy chủ)",
                "what people call that provider (default: the name of its host)",
            )),
        )),
        needs_issuer(option(
            "oidc-roots",
            "FILE",
            say(t(
                "tệp PEM chứng thư gốc của cơ quan, thay cho các gốc công cộng",
                "a PEM file with the office's own root certificates, instead of the public ones",
            )),
        )),
        needs_issuer(option(
            "address",
            "URL",
            say(t(
                "địa chỉ trình duyệt mở sổ, như https://so.congdoan.example",
                "the address at which browsers reach the books, such as https://books.example",
            )),
        )),
    ]
}
