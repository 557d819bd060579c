//! The commands and their options, with help in the reader's language. Scripts rely on them: names never change.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use kernel::Text;
use kernel::text::Language;

mod package;
mod papers;

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
        .subcommands(service(&say))
        .subcommand(import(&say))
        .subcommands(figures(&say))
        .subcommand(papers::report(&say))
        .subcommand(papers::article(&say))
        .subcommand(package::package(&say))
        .subcommands(keeping(&say))
        .subcommand(unit(&say))
        .subcommand(user(&say))
        .subcommand(
            Command::new("eligible")
                .about(say(t(
                    "ai đủ điều kiện khen thưởng trong một đơn vị, theo quy định của một ngày",
                    "who is eligible for an award in a unit, by the rules of a day",
                )))
                .arg(
                    Arg::new("award")
                        .value_name("AWARD")
                        .help(say(t("mã trong danh mục, hoặc all", "a code of the catalogue, or all")))
                        .required(true),
                )
                .arg(option("scope", "CODE", say(t("mã đơn vị", "code of the unit"))).required(true))
                .arg(option("on", "DATE", say(t("ngày xét, như 2023-12-20", "the day, such as 2023-12-20"))))
                .arg(option("against", "DATE", say(t(
                    "xét cùng dữ kiện theo quy định của một ngày khác nữa, và nêu ai khác đi",
                    "the same facts by the rules of another day as well, and who comes out otherwise",
                ))))
                .arg(json(&say)),
        )
        .subcommand(
            Command::new("check")
                .about(say(t(
                    "soát số liệu trong một văn bản (tệp, hoặc - để đọc từ bàn phím)",
                    "check the figures of a text (a file, or - for standard input)",
                )))
                .arg(Arg::new("file").value_name("FILE").required(true))
                .arg(json(&say)),
        )
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

fn service(say: &impl Fn(Text) -> &'static str) -> [Command; 3] {
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

fn question(command: Command, say: &impl Fn(Text) -> &'static str) -> Command {
    command
        .arg(
            option("scope", "CODE", say(t("mã đơn vị cần hỏi", "the unit asked about")))
                .required(true),
        )
        .arg(
            option(
                "period",
                "PERIOD",
                say(t(
                    "kỳ: 2023, 2021-H1, 2021-Q2, 2021-06 hoặc 2021-01-01..2021-06-30",
                    "2023, 2021-H1, 2021-Q2, 2021-06 or 2021-01-01..2021-06-30",
                )),
            )
            .required(true),
        )
        .arg(
            option(
                "view",
                "VIEW",
                say(t(
                    "was: như lúc đó; now: theo tổ chức hiện nay; like: cùng phạm vi hai kỳ",
                    "was: as it was; now: today's organisation; like: like for like",
                )),
            )
            .value_parser(["was", "now", "like"])
            .default_value("was"),
        )
        .arg(option(
            "as-of",
            "DATE",
            say(t("chỉ tính đến hết ngày này", "count to the end of this day")),
        ))
        .arg(option(
            "known-at",
            "INSTANT",
            say(t(
                "chỉ tính những gì đã ghi đến lúc này",
                "count only what was recorded up to this moment",
            )),
        ))
        .arg(
            option("block", "CODE", say(t("chỉ tính khối này", "count only this block")))
                .value_parser(PossibleValuesParser::new(
                    kernel::Block::ALL.iter().map(|b| b.code()),
                )),
        )
        .arg(
            option(
                "kind",
                "CODE",
                say(t("chỉ tính loại đơn vị này", "count only this kind of unit")),
            )
            .value_parser(PossibleValuesParser::new(
                kernel::UnitKind::ALL.iter().map(|k| k.code()),
            )),
        )
        .arg(json(say))
}

fn figures(say: &impl Fn(Text) -> &'static str) -> [Command; 2] {
    let one = Command::new("figure")
        .about(say(t(
            "một chỉ tiêu, và đường dẫn về gốc của nó",
            "one indicator, and the way back from it",
        )))
        .arg(Arg::new("indicator").value_name("INDICATOR").required(true))
        .arg(flag(
            "trace",
            say(t(
                "kể các bút toán, người và văn bản làm nên con số",
                "tell the postings, people and papers behind it",
            )),
        ));
    let all = Command::new("figures")
        .about(say(t(
            "mọi chỉ tiêu, kèm chỉ tiêu được giao và tỷ lệ",
            "every indicator, with target and percent",
        )))
        .arg(
            option("xlsx", "FILE", say(t("ghi ra bảng tính", "write a spreadsheet")))
                .conflicts_with("json"),
        );
    [question(one, say), question(all, say)]
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
