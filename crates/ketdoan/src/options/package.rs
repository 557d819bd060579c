//! `package`: report packages between installations.

use clap::{Arg, Command};
use kernel::Text;

use super::{flag, json, option, t};

/// The command and what stands under it.
pub(super) fn package(say: &impl Fn(Text) -> &'static str) -> Command {
    let file = || Arg::new("file").value_name("FILE").required(true);
    Command::new("package")
        .about(say(t(
            "gói báo cáo giữa các sổ: xuất, xem, nhận, gửi; khóa tin cậy",
            "report packages between installations: made, shown, taken in, sent; trusted keys",
        )))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(export(say))
        .subcommand(
            Command::new("show")
                .about(say(t(
                    "đọc một gói và kiểm tra chữ ký, không cần sổ",
                    "read a package and check its signature, without any books",
                )))
                .arg(file())
                .arg(json(say)),
        )
        .subcommand(
            Command::new("receive")
                .about(say(t("nhận một gói vào sổ", "take a package in")))
                .arg(file())
                .arg(flag(
                    "dry-run",
                    say(t(
                        "chỉ xem gói sẽ thay gì, không ghi gì",
                        "only tell what it would replace",
                    )),
                ))
                .arg(json(say)),
        )
        .subcommand(send(say))
        .subcommand(
            Command::new("list")
                .about(say(t("gói đã nhận và đã xuất", "packages taken in and made")))
                .arg(json(say)),
        )
        .subcommand(key(say))
}

fn export(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("export")
        .about(say(t(
            "xuất một báo cáo đã duyệt thành gói có chữ ký",
            "make an approved report into a signed package",
        )))
        .arg(Arg::new("form").value_name("FORM").required(true))
        .arg(
            option("scope", "CODE", say(t("mã đơn vị báo cáo", "the unit that reports")))
                .required(true),
        )
        .arg(
            option("period", "PERIOD", say(t("kỳ, như 2021-H1", "the period, such as 2021-H1")))
                .required(true),
        )
        .arg(
            option(
                "version",
                "N",
                say(t("bản số mấy; mặc định bản cuối", "which version; the last unless told")),
            )
            .value_parser(clap::value_parser!(i64)),
        )
        .arg(option(
            "out",
            "FILE",
            say(t("tệp ghi ra, hoặc - để in ra", "where to write it, or - for standard output")),
        ))
}

fn send(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("send")
        .about(say(t("gửi một gói tới sổ cấp trên qua mạng", "send a package to the books above by network")))
        .arg(Arg::new("file").value_name("FILE").required(true))
        .arg(
            Arg::new("url")
                .value_name("URL")
                .help(say(t("địa chỉ sổ nhận, như https://so.congdoan.vn", "the address of those books")))
                .required(true),
        )
        .arg(
            option(
                "token-file",
                "FILE",
                say(t(
                    "tệp chứa mã truy cập do nơi nhận cấp (không có thì đọc biến KETDOAN_TOKEN)",
                    "the file with the token the receiver gave (without one: the variable KETDOAN_TOKEN)",
                )),
            ),
        )
        .arg(json(say))
}

fn key(say: &impl Fn(Text) -> &'static str) -> Command {
    let hex = || Arg::new("key").value_name("HEX").required(true);
    let unit = || {
        option("unit", "CODE", say(t("đơn vị mà khóa báo cáo cho", "the unit the key speaks for")))
            .required(true)
    };
    Command::new("key")
        .about(say(t("khóa của sổ và khóa tin cậy", "the key of the books and those trusted")))
        .subcommand_required(true)
        .subcommand(
            Command::new("own")
                .about(say(t(
                    "khóa công khai của sổ này và dấu vân tay; làm khóa nếu chưa có",
                    "the public key of these books and its fingerprint; made where there is none",
                )))
                .arg(json(say)),
        )
        .subcommand(
            Command::new("list")
                .about(say(t("khóa đang và đã được tin", "keys that are or were trusted")))
                .arg(json(say)),
        )
        .subcommand(
            Command::new("add")
                .about(say(t(
                    "tin một khóa, sau khi hai bên đã đọc dấu vân tay cho nhau",
                    "trust a key, once both sides read the fingerprint to each other",
                )))
                .arg(hex())
                .arg(unit())
                .arg(option(
                    "code",
                    "CODE",
                    say(t(
                        "mã của đơn vị ở sổ nơi gửi, nếu khác",
                        "the unit's code in the sender's books, where it differs",
                    )),
                ))
                .arg(option(
                    "from",
                    "DATE",
                    say(t("tin từ ngày; mặc định hôm nay", "from this day; today unless told")),
                ))
                .arg(option("to", "DATE", say(t("đến hết ngày", "to the end of this day"))))
                .arg(option("note", "TEXT", say(t("đã đối chiếu thế nào", "how it was compared")))),
        )
        .subcommand(
            Command::new("end")
                .about(say(t("thôi tin một khóa", "trust a key no longer")))
                .arg(hex())
                .arg(unit())
                .arg(option("why", "TEXT", say(t("lý do", "the reason"))).required(true))
                .arg(option(
                    "to",
                    "DATE",
                    say(t("hết ngày nào; mặc định hôm nay", "to this day; today unless told")),
                )),
        )
}
