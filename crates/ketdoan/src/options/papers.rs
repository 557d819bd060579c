//! The options of reports, articles, certificates and templates.

use clap::{Arg, Command};
use kernel::Text;

use super::{flag, json, option, t};

/// `report`.
pub(super) fn report(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("report")
        .about(say(t(
            "một báo cáo theo mẫu; không nêu mẫu thì kể các mẫu đang có",
            "one report on a form; without a form, the forms there are",
        )))
        .arg(Arg::new("form").value_name("FORM"))
        .arg(option("scope", "CODE", say(t("mã đơn vị báo cáo", "the unit that reports"))))
        .arg(option("period", "PERIOD", say(t("kỳ, như 2021-H1", "the period, such as 2021-H1"))))
        .arg(
            option("version", "N", say(t("bản đã nộp số mấy", "a version that was filed")))
                .value_parser(clap::value_parser!(i64)),
        )
        .arg(flag(
            "moved",
            say(t(
                "kể những ô đổi sau khi nộp, và vì sao",
                "tell the cells that moved since, and why",
            )),
        ))
        .arg(
            option("xlsx", "FILE", say(t("ghi ra bảng tính", "write a spreadsheet")))
                .conflicts_with("json"),
        )
        .arg(json(say))
}

/// `article`.
pub(super) fn article(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("article")
        .about(say(t(
            "một bài viết từ sổ, đã soát số liệu; không nêu mẫu thì kể các mẫu",
            "an article from the books, its figures checked; without a template, those there are",
        )))
        .arg(Arg::new("form").value_name("ARTICLE"))
        .arg(option("scope", "CODE", say(t("mã đơn vị", "the unit"))))
        .arg(option("period", "PERIOD", say(t("kỳ, như 2023", "the period, such as 2023"))))
        .arg(json(say))
}

/// `verify` and `key`.
pub(super) fn certificates(say: &impl Fn(Text) -> &'static str) -> [Command; 2] {
    [
        Command::new("verify")
            .about(say(t(
                "kiểm tra chữ trong mã vuông của giấy khen (chữ, tệp, hoặc - để đọc từ bàn phím)",
                "verify the text of a certificate's square (text, a file, or - for standard input)",
            )))
            .arg(Arg::new("text").value_name("TEXT|FILE").required(true))
            .arg(option(
                "key",
                "HEX",
                say(t(
                    "khóa công khai của nơi cấp; không có thì hỏi sổ",
                    "the public key of the issuer; without one the books are asked",
                )),
            ))
            .arg(json(say)),
        Command::new("key")
            .about(say(t(
                "khóa công khai mà giấy khen được ký bằng nó",
                "the public key certificates are signed with",
            )))
            .arg(json(say)),
    ]
}

/// `templates`.
pub(super) fn templates(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("templates")
        .about(say(t("biểu mẫu của văn bản in", "the templates of papers")))
        .subcommand_required(true)
        .subcommand(Command::new("copy").about(say(t(
            "chép biểu mẫu có sẵn vào thư mục sổ để sửa; tệp đã có thì để nguyên",
            "copy the templates into the folder of the books to be changed; files that are there stay",
        ))))
        .subcommand(
            Command::new("try")
                .about(say(t(
                    "in thử mỗi loại văn bản một bản bằng biểu mẫu đang dùng",
                    "set one of each paper with the templates in use",
                )))
                .arg(option(
                    "to",
                    "DIR",
                    say(t("thư mục để các tệp PDF in thử", "the folder the PDF files go to")),
                )),
        )
}
