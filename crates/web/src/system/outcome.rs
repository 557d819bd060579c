//! How something came out, in a tag, in a sentence, and line by line.

use domain::books::BackupReport;
use domain::keeping::{Difference, Drill, Examination, Found, Upkeep, UpkeepKind};
use maud::{Markup, html};

use super::words;
use crate::say::Say;

/// Good, bad, or not done yet.
pub(super) fn tag(say: Say, line: Option<&Upkeep>) -> Markup {
    html! {
        @match line {
            None => span.tag.warn { (say.text(words::NEVER)) },
            Some(line) if line.is_good => span.tag.good { (say.text(words::GOOD)) },
            Some(_) => span.tag.bad { (say.text(words::BAD)) },
        }
    }
}

/// What was found, in a sentence.
pub(super) fn told(say: Say, line: &Upkeep) -> Markup {
    let number = |number: i64| say.number(number);
    let sentence = match line.kind {
        UpkeepKind::Backup => line.told().map(|report: BackupReport| {
            let (rows, batches) = (number(whole(report.rows)), number(report.batches));
            say.fill(
                words::BACKUP_TOLD,
                &[("name", &report.file), ("rows", &rows), ("batches", &batches)],
            )
        }),
        UpkeepKind::Drill => line.told().map(|drill: Drill| {
            let [rows, figures, differences, findings] = [
                whole(drill.rows),
                drill.figures as i64,
                drill.differences.len() as i64,
                drill.findings.len() as i64,
            ]
            .map(number);
            let places = [
                ("rows", &*rows),
                ("figures", &*figures),
                ("differences", &*differences),
                ("findings", &*findings),
            ];
            say.fill(words::DRILL_TOLD, &places)
        }),
        UpkeepKind::Examination | UpkeepKind::Chain => line.told().map(|told: Examination| {
            let [batches, facts, findings] =
                [told.batches, told.facts, told.findings.len() as i64].map(number);
            let places = [("batches", &*batches), ("rows", &*facts), ("findings", &*findings)];
            say.fill(words::EXAMINED_TOLD, &places)
        }),
    };
    html! {
        @match sentence {
            Some(sentence) => span.codes { (sentence) },
            None => span lang="vi" { (line.answer) },
        }
    }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What the doctor found, when it found anything.
pub(super) fn findings(say: Say, line: &Upkeep) -> Markup {
    let told: Examination = line.told().unwrap_or_default();
    html! { @if !told.findings.is_empty() { (found(say, &told.findings)) } }
}

/// Everything a trial found.
pub(super) fn drill(say: Say, line: &Upkeep) -> Markup {
    let told: Drill = line.told().unwrap_or_default();
    html! {
        @if !told.differences.is_empty() { (differences(say, &told.differences)) }
        @if !told.findings.is_empty() { (found(say, &told.findings)) }
    }
}

fn found(say: Say, findings: &[Found]) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::FINDINGS)) } p { (say.text(words::FINDINGS_LEAD)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::FINDINGS)) }
                thead { tr { @for head in [words::LAW, words::TABLE, words::ROW, words::FOUND] { th scope="col" { (say.text(head)) } } } }
                tbody { @for each in findings { tr {
                    th scope="row" { code { (each.law) } }
                    td data-l=(say.text(words::TABLE)) { code { (each.table) } }
                    td data-l=(say.text(words::ROW)) { code.codes { (each.row) } }
                    td data-l=(say.text(words::FOUND)) { span lang="vi" { (each.what) } }
                } } }
            } }
        }
    }
}

fn differences(say: Say, differences: &[Difference]) -> Markup {
    html! {
        section.sheet {
            header { h2 { (say.text(words::DIFFERENCES)) } p { (say.text(words::DIFFERENCES_LEAD)) } }
            div.tw { table.stack {
                caption.vh { (say.text(words::DIFFERENCES)) }
                thead { tr {
                    th scope="col" { (say.text(words::WHAT)) }
                    th.n scope="col" { (say.text(words::HERE)) }
                    th.n scope="col" { (say.text(words::THERE)) }
                } }
                tbody { @for each in differences { tr {
                    th scope="row" lang="vi" { (each.what) }
                    td.n data-l=(say.text(words::HERE)) { span lang="vi" { (each.here) } }
                    td.n data-l=(say.text(words::THERE)) { span lang="vi" { (each.there) } }
                } } }
            } }
        }
    }
}
