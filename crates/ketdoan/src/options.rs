//! The commands and their options, with help in the reader's language. Scripts rely on them: names never change.

use clap::{Arg, ArgAction, Command};
use kernel::Text;
use kernel::text::Language;

mod figures;
mod package;
mod papers;
mod service;

const fn t(vi: &'static str, en: &'static str) -> Text {
    Text::new(vi, en)
}

/// The whole command line.
pub(crate) fn program(language: Language) -> Command {
    let say = |text: Text| text.in_language(language);
    Command::new("ketdoan")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(t(
            "Kết Đoàn: sổ sách của công đoàn, giữ như sổ kế toán",
            "Kết Đoàn: union books kept like accounts",
        )))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            option("data", "DIR", say(t("thư mục chứa sổ", "the folder of the books")))
                .global(true),
        )
        .arg(
            option(
                "database",
                "URL",
                say(t(
                    "địa chỉ PostgreSQL thay cho thư mục",
                    "a PostgreSQL address instead of a folder",
                )),
            )
            .global(true)
            .conflicts_with("data"),
        )
        .arg(
            option(
                "rules",
                "DIR",
                say(t(
                    "thư mục tệp quy định khen thưởng thay cho hoặc thêm vào các tệp có sẵn",
                    "a folder of award rules in place of, or beside, those that come with the program",
                )),
            )
            .global(true),
        )
        .subcommands(service::service(&say))
        .subcommand(import(&say))
        .subcommands(figures::figures(&say))
        .subcommand(papers::report(&say))
        .subcommand(papers::article(&say))
        .subcommand(package::package(&say))
        .subcommands(keeping(&say))
        .subcommand(unit(&say))
        .subcommand(user(&say))
        .subcommand(figures::eligible(&say))
        .subcommand(figures::check(&say))
        .subcommands(papers::certificates(&say))
        .subcommand(papers::templates(&say))
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn json(say: &impl Fn(Text) -> &'static str) -> Arg {
    flag("json", say(t("in kết quả dạng JSON", "print the answer as JSON")))
}

fn user(say: &impl Fn(Text) -> &'static str) -> Command {
    let login = || Arg::new("login").value_name("LOGIN").required(true);
    Command::new("user")
        .about(say(t("tài khoản đăng nhập", "accounts")))
        .subcommand_required(true)
        .subcommand(
            Command::new("add")
                .about(say(t(
                    "mở tài khoản, giao chức vụ, in liên kết đặt mật khẩu",
                    "open an account, give a post, print the link to set a password",
                )))
                .arg(login())
                .arg(option("name", "NAME", say(t("họ và tên", "full name"))).required(true))
                .arg(
                    option("role", "ROLE", say(t("chức danh", "the role")))
                        .default_value("administrator"),
                )
                .arg(option(
                    "unit",
                    "CODE",
                    say(t("đơn vị; để trống: toàn sổ", "the unit; none: all of the books")),
                )),
        )
        .subcommand(
            Command::new("link")
                .about(say(t(
                    "in liên kết đặt lại mật khẩu",
                    "print a link to set the password anew",
                )))
                .arg(login()),
        )
}

fn import(say: &impl Fn(Text) -> &'static str) -> Command {
    let list = |name: &'static str, help: Text| {
        Command::new(name)
            .about(say(help))
            .arg(Arg::new("file").value_name("FILE").required(true))
            .arg(option(
                "unit",
                "CODE",
                say(t(
                    "mã đơn vị mà danh sách thuộc về",
                    "the code of the unit the list belongs to",
                )),
            ))
            .arg(option(
                "as-of",
                "DATE",
                say(t(
                    "ngày lập danh sách (năm-tháng-ngày)",
                    "the day the list was drawn up (yyyy-mm-dd)",
                )),
            ))
            .arg(flag(
                "dry-run",
                say(t(
                    "chỉ đọc và báo kết quả, không ghi gì",
                    "only read and report, write nothing",
                )),
            ))
            .arg(option(
                "errors-to",
                "FILE",
                say(t(
                    "ghi các dòng không vào được, kèm lý do, ra tệp này",
                    "write the refused rows with their reasons to this file",
                )),
            ))
            .arg(json(say))
    };
    Command::new("import")
        .about(say(t(
            "nhập danh sách từ bảng tính, hoặc hoàn tác một lần nhập",
            "take in a list from a spreadsheet, or undo an import",
        )))
        .subcommand_required(true)
        .subcommand(list("units", t("danh sách công đoàn cơ sở", "a list of grassroots unions")))
        .subcommand(list("members", t("danh sách đoàn viên", "a roster of members")))
        .subcommand(list(
            "movements",
            t("biến động đơn vị và đoàn viên trong kỳ", "movements of a period"),
        ))
        .subcommand(list("targets", t("giao chỉ tiêu", "targets")))
        .subcommand(
            Command::new("undo")
                .about(say(t("hoàn tác cả một lần nhập", "undo a whole import")))
                .arg(Arg::new("id").value_name("ID").required(true)),
        )
}

fn keeping(say: &impl Fn(Text) -> &'static str) -> [Command; 5] {
    let file = || Arg::new("file").value_name("FILE").required(true);
    [
        Command::new("migrate")
            .about(say(t("đưa lược đồ của sổ lên bản mới", "bring the schema up to date"))),
        Command::new("doctor")
            .about(say(t(
                "chứng minh sổ toàn vẹn, hoặc chỉ ra dòng đầu tiên sai",
                "prove the books whole, or name the first row that is not",
            )))
            .arg(json(say)),
        Command::new("backup")
            .about(say(t(
                "sao lưu sổ ra một tệp, đọc lại để kiểm tra",
                "copy the books to a file and read it back",
            )))
            .arg(file())
            .arg(json(say)),
        Command::new("restore")
            .about(say(t(
                "phục hồi sổ từ bản sao lưu vào nơi còn trống",
                "restore a backup into empty books",
            )))
            .arg(file())
            .arg(json(say)),
        Command::new("dump").about(say(t(
            "kể những gì sổ đang ghi, dạng chữ",
            "tell what the books say today, as text",
        ))),
    ]
}

fn unit(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("unit")
        .about(say(t("ghi một đơn vị mới vào sổ", "write a new unit down")))
        .subcommand_required(true)
        .subcommand(
            Command::new("add")
                .arg(Arg::new("code").value_name("CODE").required(true))
                .arg(Arg::new("name").value_name("NAME").required(true))
                .arg(
                    option("kind", "KIND", say(t("loại đơn vị", "the kind of unit")))
                        .value_parser(
                            kernel::UnitKind::ALL
                                .iter()
                                .map(|kind| kind.code())
                                .collect::<Vec<_>>(),
                        )
                        .default_value("cdcs"),
                )
                .arg(
                    option("block", "BLOCK", say(t("khối", "the block")))
                        .value_parser(
                            kernel::Block::ALL.iter().map(|block| block.code()).collect::<Vec<_>>(),
                        )
                        .default_value("khac"),
                )
                .arg(option("under", "CODE", say(t("đơn vị quản lý", "its superior"))))
                .arg(
                    option("from", "DATE", say(t("có từ ngày", "the day from which it stands")))
                        .default_value("1996-01-01"),
                ),
        )
}
