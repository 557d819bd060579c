//! The options of what is asked of the books: figures, who is eligible, a text to be checked.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use kernel::Text;

use super::{flag, json, option, t};

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

/// `figure` and `figures`.
pub(super) fn figures(say: &impl Fn(Text) -> &'static str) -> [Command; 2] {
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

/// `eligible`.
pub(super) fn eligible(say: &impl Fn(Text) -> &'static str) -> Command {
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
        .arg(option(
            "on",
            "DATE",
            say(t("ngày xét, như 2023-12-20", "the day, such as 2023-12-20")),
        ))
        .arg(option(
            "against",
            "DATE",
            say(t(
                "xét cùng dữ kiện theo quy định của một ngày khác nữa, và nêu ai khác đi",
                "the same facts by the rules of another day as well, and who comes out otherwise",
            )),
        ))
        .arg(json(say))
}

/// `check`.
pub(super) fn check(say: &impl Fn(Text) -> &'static str) -> Command {
    Command::new("check")
        .about(say(t(
            "soát số liệu trong một văn bản (tệp, hoặc - để đọc từ bàn phím)",
            "check the figures of a text (a file, or - for standard input)",
        )))
        .arg(Arg::new("file").value_name("FILE").required(true))
        .arg(json(say))
}
